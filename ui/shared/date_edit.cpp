// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/date_edit.h"

#include "core/base/date_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace chengdan::ui {

DateEdit::DateEdit(QDate today, QWidget* parent)
    : QLineEdit(parent)
    , m_today(today)
    , m_open(addAction(icon(QStringLiteral("calendar"), Token::Text3), QLineEdit::TrailingPosition))
{
    connect(m_open, &QAction::triggered, this, &DateEdit::openCalendar);
    retranslate();
}

void DateEdit::retranslate()
{
    m_open->setText(tr("Calendar (F4)"));
    setPlaceholderText(tr("Date, +3, next wed"));
}

std::optional<QDate> DateEdit::date() const
{
    const auto day = readDay(text(), m_today);
    return day ? std::optional(day->date) : std::nullopt;
}

void DateEdit::setDate(QDate date)
{
    m_committed = date;
    const QString shown = date.isValid() ? date.toString(Qt::ISODate) : QString();
    if (shown != text())
        setText(shown);
}

std::optional<Error> DateEdit::error() const
{
    if (text().trimmed().isEmpty())
        return {};
    const auto day = readDay(text(), m_today);
    return day ? std::nullopt : std::optional(day.error());
}

// A wrong text stays as it was typed.
void DateEdit::commit()
{
    if (error())
        return;
    const QDate before = m_committed;
    setDate(date().value_or(QDate()));
    if (m_committed != before)
        Q_EMIT dateEdited();
}

void DateEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commit();
}

void DateEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_F4 || key == Qt::Key_F7
        || (key == Qt::Key_Down && event->modifiers() & Qt::AltModifier)) {
        openCalendar();
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        commit();
    QLineEdit::keyPressEvent(event);
}

void DateEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DateEdit::buildCalendar()
{
    m_popup = new QFrame(this, Qt::Popup);
    setKind(m_popup, "card");
    m_calendar = new QCalendarWidget(m_popup);
    m_calendar->setObjectName(QStringLiteral("dateCalendar"));
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    auto* layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_calendar);
    const auto take = [this](QDate day) {
        m_popup->hide();
        setFocus(Qt::PopupFocusReason);
        setText(day.toString(Qt::ISODate));
        Q_EMIT textEdited(text());
        commit();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, take);
    connect(m_calendar, &QCalendarWidget::activated, this, take); // Enter
}

void DateEdit::openCalendar()
{
    if (isReadOnly() || !isEnabled())
        return;
    if (m_popup == nullptr)
        buildCalendar();
    // Work days and days off in the same ink: red means overdue here.
    QTextCharFormat day;
    day.setForeground(themeColor(Token::Text));
    for (const Qt::DayOfWeek off : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(off, day);
    QTextCharFormat head;
    head.setForeground(themeColor(Token::Text3));
    head.setBackground(themeColor(Token::Surface));
    m_calendar->setHeaderTextFormat(head);
    m_calendar->setLocale(locale());
    m_calendar->setSelectedDate(date().value_or(m_today));
    m_popup->adjustSize();
    QPoint at = mapToGlobal(QPoint(0, height() + 2));
    if (screen() != nullptr) {
        const QRect room = screen()->availableGeometry();
        if (at.y() + m_popup->height() > room.bottom())
            at = mapToGlobal(QPoint(0, -m_popup->height() - 2));
        at.setX(qMin(at.x(), room.right() - m_popup->width()));
    }
    m_popup->move(at);
    m_popup->show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

} // namespace chengdan::ui
