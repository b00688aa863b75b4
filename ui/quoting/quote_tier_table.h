// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace chengdan::ui {

/// A table that is filled by keys alone: Enter opens a cell, and once more takes what was typed and
/// tells the owner, who decides where to go on.
class QuoteTierTable : public QTableWidget {
    Q_OBJECT
public:
    explicit QuoteTierTable(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Enter ended the typing in this cell; cellChanged came before when the text differs.
    void enterTaken(int row, int column);
    void removeAsked(int row);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
};

} // namespace chengdan::ui
