// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace chengdan::ui {

/// The filter box of a list: runs 120 ms after the last key, Enter runs at once. What an input
/// method is still composing is not text and starts nothing.
class FilterEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterEdit(const QString& name, QWidget* parent = nullptr);
    /// Trimmed committed text.
    QString filter() const { return text().trimmed(); }
    /// Shows what is filtered by already; runs nothing.
    void showFilter(const QString& text);
    static constexpr int kDebounceMs = 120;

Q_SIGNALS:
    void filterChanged(const QString& filter);
    /// Down or Enter: the person wants to go on in the table.
    void leaveDown();
    /// Esc on an empty box.
    void leaveUp();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

private:
    void run();
    QTimer m_timer;
    QString m_last;
    bool m_composing = false;
};

} // namespace chengdan::ui
