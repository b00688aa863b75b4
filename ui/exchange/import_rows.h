// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_preview.h"
#include "ui/theme/tokens.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <memory>

namespace chengdan::ui {

/// What becomes of a row, in a word, and its tone.
QString fateWord(exchange::RowFate fate);
Tone fateTone(exchange::RowFate fate);

/// Rows of a file as they will be understood: number, what becomes of it, what is wrong with it,
/// then a column for each one that goes somewhere. Cells show what they are read as; editing begins
/// with what was typed.
class ImportRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// A column of the file.
    struct Shown {
        int source = 0;
        QString title;
        QString field; ///< as errors name it
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    enum Fixed { NumberColumn, FateColumn, ProblemColumn, FirstCell };
    enum Role {
        FateRole = Qt::UserRole + 1, ///< RowFate as int; invalid while nothing is checked
        FailedRole, ///< an error names this cell
        OtherwiseRole, ///< it is read as something else than it says
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<Shown> columns);
    /// `table` holds the cells as typed. Unchecked rows have no fate yet.
    void setRows(std::vector<exchange::PreviewRow> rows,
        std::shared_ptr<const exchange::CsvTable> table,
        bool checked);
    const std::vector<Shown>& columns() const { return m_columns; }
    const exchange::PreviewRow* row(int at) const;
    /// Everything that is wrong with a row, in the present language, each with its field.
    QStringList problems(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A cell of the table was typed over.
    void edited(std::size_t row, int column, const QString& text);

private:
    const Shown* shownAt(int column) const;
    QString typed(const exchange::PreviewRow& row, const Shown& column) const;
    bool isFailed(const exchange::PreviewRow& row, const Shown& column) const;
    QString cellTip(const exchange::PreviewRow& row, const Shown& column) const;
    std::vector<Shown> m_columns;
    std::vector<exchange::PreviewRow> m_rows;
    std::shared_ptr<const exchange::CsvTable> m_table;
    bool m_checked = false;
};

/// Paints the tag of a row's fate and marks cells that cannot be read.
class ImportRowsDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace chengdan::ui
