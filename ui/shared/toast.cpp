// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/toast.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace chengdan::ui {

Toast::Toast(QWidget* window)
    : QFrame(window)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    m_icon->setObjectName(QStringLiteral("toastIcon"));
    m_text->setObjectName(QStringLiteral("toastText"));
    m_undo->setObjectName(QStringLiteral("toastUndo"));
    setKind(m_undo, "link");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kSpace4, metric::kSpace2, metric::kSpace3, metric::kSpace2);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    m_timer->setSingleShot(true);
    m_timer->setInterval(8000);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    // Reached by Ctrl+Z; it must not take the focus from where the person works.
    m_undo->setFocusPolicy(Qt::NoFocus);
    connect(m_undo, &QPushButton::clicked, this, &Toast::undo);
    window->installEventFilter(this);
    connect(&Theme::instance(), &Theme::themeChanged, this, [this] {
        tint();
        adjustSize();
        place();
    });
    hide();
}

void Toast::showText(const QString& text, Tone tone, std::function<void()> undo)
{
    m_text->setText(text);
    m_undo->setText(tr("Undo  Ctrl+Z"));
    m_run = std::move(undo);
    m_undo->setVisible(bool(m_run));
    m_tone = tone;
    tint();
    setAccessibleName(text);
    adjustSize();
    place();
    show();
    raise();
    m_timer->start();
}

void Toast::tint()
{
    const QString name = m_tone == Tone::Danger || m_tone == Tone::Warn
        ? QStringLiteral("circle-alert")
        : QStringLiteral("circle-check");
    m_icon->setPixmap(
        icon(name, wordToken(m_tone)).pixmap(QSize(themePx(16), themePx(16)), devicePixelRatioF()));
}

void Toast::undo()
{
    hide();
    if (const auto run = std::exchange(m_run, {}))
        run();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::place()
{
    // Above the footer of a list, whose sums and selection are read while the note stands.
    const int footer = themePx(metric::kFooter) + metric::kSpace4;
    move((parentWidget()->width() - width()) / 2,
        parentWidget()->height() - height() - footer - metric::kSpace3);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themeColor(Token::BorderControl));
    painter.setBrush(themeColor(Token::Surface));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::kRadiusCard, metric::kRadiusCard);
}

} // namespace chengdan::ui
