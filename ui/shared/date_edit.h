// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QLineEdit>

#include <optional>

class QAction;
class QCalendarWidget;
class QFrame;

namespace chengdan::ui {

/// A day, typed as people type it (date_words.h) and shown as yyyy-MM-dd on leaving. Alt+Down, F4
/// and F7 open a calendar. A text that is no day stays as it was typed.
class DateEdit : public QLineEdit {
    Q_OBJECT
public:
    /// `today` is what words such as "tomorrow" are counted from.
    explicit DateEdit(QDate today, QWidget* parent = nullptr);

    /// The day when the text is one, nothing when it is empty or wrong.
    std::optional<QDate> date() const;
    void setDate(QDate date);
    /// DATE_FORMAT; empty text is no error.
    std::optional<Error> error() const;
    void openCalendar();

Q_SIGNALS:
    /// The person has left the field or pressed Enter and the day differs from before.
    void dateEdited();

protected:
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void commit();
    void buildCalendar();
    void retranslate();
    QDate m_today;
    QDate m_committed;
    QAction* m_open;
    QFrame* m_popup = nullptr;
    QCalendarWidget* m_calendar = nullptr;
};

} // namespace chengdan::ui
