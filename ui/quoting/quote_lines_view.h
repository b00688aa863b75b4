// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quoting/quote_lines_model.h"
#include "ui/shared/form.h"

#include <QTableView>

namespace chengdan::ui {

/// The line grid of the quote editor. Typing overwrites, F2 edits; Enter commits and goes to the
/// next cell a person has to fill: item → quantity → item of the next line. Ctrl+Delete removes a
/// line.
class QuoteLinesView : public QTableView {
    Q_OBJECT
public:
    /// `find` looks items up by what is typed, `item` gives the picked one.
    QuoteLinesView(QuoteLinesModel& model,
        LookupEdit::Find find,
        std::function<std::optional<LineItem>(qint64 key)> item,
        QWidget* parent = nullptr);
    /// Opens the item field of the entry row, where typing goes on.
    void startEntry();

protected:
    void changeEvent(QEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillNext(const QModelIndex& from);
    void fitColumns();
    void makeRoomForNames();
    QuoteLinesModel& m_model;
};

} // namespace chengdan::ui
