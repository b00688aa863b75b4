// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_tier_table.h"

#include <QKeyEvent>

namespace chengdan::ui {

QuoteTierTable::QuoteTierTable(QWidget* parent)
    : QTableWidget(parent)
{
}

// Esc is the table's own before it is the window's, which would close the quote.
bool QuoteTierTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && state() != EditingState) {
        event->accept();
        return true;
    }
    return QTableWidget::event(event);
}

void QuoteTierTable::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool typing = state() == EditingState;
    const int key = event->key();
    if (!typing && key == Qt::Key_Escape && modifiers == Qt::NoModifier) {
        Q_EMIT left();
    } else if (!typing && key == Qt::Key_Delete && modifiers == Qt::ControlModifier) {
        Q_EMIT removeAsked(currentRow());
    } else if (!typing && (key == Qt::Key_Return || key == Qt::Key_Enter)
        && modifiers == Qt::NoModifier && currentIndex().flags().testFlag(Qt::ItemIsEditable)) {
        edit(currentIndex());
    } else {
        QTableWidget::keyPressEvent(event);
    }
}

void QuoteTierTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex at = currentIndex();
    QTableWidget::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache && at.isValid())
        Q_EMIT enterTaken(at.row(), at.column());
}

} // namespace chengdan::ui
