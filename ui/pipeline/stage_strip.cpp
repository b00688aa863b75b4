// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/stage_strip.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace chengdan::ui {

StageStrip::StageStrip(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stageStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageStrip::setStages(const QStringList& names, int present)
{
    m_names = names;
    m_present = present;
    setAccessibleName(names.value(present));
    update();
}

QSize StageStrip::sizeHint() const
{
    return {themePx(280), themePx(34)};
}

void StageStrip::paintEvent(QPaintEvent*)
{
    if (m_names.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = themePx(4);
    const int count = static_cast<int>(m_names.size());
    const int width = (this->width() - gap * (count - 1)) / count;
    for (int i = 0; i < count; ++i) {
        const QRect bar(i * (width + gap), 0, width, themePx(6));
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColor(i <= m_present ? Token::Accent : Token::Subtle));
        painter.drawRoundedRect(bar, 3, 3);
        const bool now = i == m_present;
        painter.setFont(themeFont(now ? TextRole::Strong : TextRole::Caption));
        painter.setPen(themeColor(now ? Token::AccentText : Token::Text2));
        const QRect label(bar.left(), themePx(10), width, themePx(22));
        painter.drawText(label,
            Qt::AlignHCenter | Qt::AlignTop,
            painter.fontMetrics().elidedText(m_names[i], Qt::ElideRight, width));
    }
}

} // namespace chengdan::ui
