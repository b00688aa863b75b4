// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/cards.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace chengdan::ui {

namespace {

constexpr int kTagDot = 6;
constexpr int kTagSide = 8;

} // namespace

int tagWidth(const QString& word)
{
    const QFontMetrics metrics(themeFont(TextRole::Label));
    return metrics.horizontalAdvance(word) + 2 * kTagSide + kTagDot + 6;
}

int paintTag(QPainter* painter, const QRect& within, const QString& word, Tone tone)
{
    const int height = qMin(within.height(), themePx(metric::kTag));
    const int width = qMin(within.width(), tagWidth(word));
    const QRect box(within.left(), within.top() + (within.height() - height) / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(themeColor(softToken(tone)));
    painter->drawRoundedRect(box, metric::kRadiusTag, metric::kRadiusTag);
    const QColor colour = themeColor(wordToken(tone));
    painter->setBrush(colour);
    painter->drawEllipse(
        QRectF(box.left() + kTagSide, box.center().y() + 0.5 - kTagDot / 2.0, kTagDot, kTagDot));
    painter->setFont(themeFont(TextRole::Label));
    painter->setPen(colour);
    const QRect text = box.adjusted(kTagSide + kTagDot + 6, 0, -2, 0);
    painter->drawText(text,
        Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(word, Qt::ElideRight, text.width()));
    painter->restore();
    return width;
}

QString initialOf(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return {};
    const QChar first = trimmed.front();
    // A pair outside the base plane is one character of a rare family name.
    return first.isHighSurrogate() ? trimmed.left(2) : QString(first.toUpper());
}

void paintInitials(QPainter* painter, const QRectF& circle, const QString& name)
{
    constexpr Tone kTones[] = {Tone::Accent, Tone::Violet, Tone::Ok, Tone::Warn, Tone::Info};
    uint sum = 0; // not qHash: the colour must be the same on every PC and every start
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    const Tone tone = kTones[sum % std::size(kTones)];
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(themeColor(softToken(tone)));
    painter->drawEllipse(circle);
    QFont font = themeFont(TextRole::Strong);
    font.setPixelSize(qMax(9, int(circle.height() * 0.55)));
    painter->setFont(font);
    painter->setPen(themeColor(wordToken(tone)));
    painter->drawText(circle, Qt::AlignCenter, initialOf(name));
    painter->restore();
}

TagLabel::TagLabel(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TagLabel::setTag(const QString& word, Tone tone)
{
    m_word = word;
    m_tone = tone;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize TagLabel::sizeHint() const
{
    return {m_word.isEmpty() ? 0 : tagWidth(m_word), themePx(metric::kTag)};
}

void TagLabel::paintEvent(QPaintEvent*)
{
    if (m_word.isEmpty())
        return;
    QPainter painter(this);
    paintTag(&painter, rect(), m_word, m_tone);
}

} // namespace chengdan::ui
