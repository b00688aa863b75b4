// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/import_rows.h"

#include "ui/shared/cards.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace chengdan::ui {

using exchange::PreviewRow;
using exchange::RowFate;

QString fateWord(RowFate fate)
{
    switch (fate) {
    case RowFate::Created:
        return ImportRowsModel::tr("New");
    case RowFate::Updated:
        return ImportRowsModel::tr("Changes");
    case RowFate::Unchanged:
        return ImportRowsModel::tr("Unchanged");
    case RowFate::Duplicate:
        return ImportRowsModel::tr("Repeated");
    case RowFate::Rejected:
        break;
    }
    return ImportRowsModel::tr("Error");
}

Tone fateTone(RowFate fate)
{
    switch (fate) {
    case RowFate::Created:
        return Tone::Ok;
    case RowFate::Updated:
        return Tone::Accent;
    case RowFate::Unchanged:
        return Tone::Neutral;
    case RowFate::Duplicate:
        return Tone::Warn;
    case RowFate::Rejected:
        break;
    }
    return Tone::Danger;
}

void ImportRowsModel::setColumns(std::vector<Shown> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void ImportRowsModel::setRows(
    std::vector<PreviewRow> rows, std::shared_ptr<const exchange::CsvTable> table, bool checked)
{
    const bool sameShape = rows.size() == m_rows.size();
    if (!sameShape)
        beginResetModel();
    m_rows = std::move(rows);
    m_table = std::move(table);
    m_checked = checked;
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const PreviewRow* ImportRowsModel::row(int at) const
{
    return at >= 0 && at < rowCount() ? &m_rows[static_cast<std::size_t>(at)] : nullptr;
}

QStringList ImportRowsModel::problems(int at) const
{
    QStringList words;
    const PreviewRow* const shown = row(at);
    if (shown == nullptr)
        return words;
    for (const Error& error : shown->errors) {
        QString field = error.field;
        for (const Shown& column : m_columns) {
            if (!error.field.isEmpty() && column.field == error.field)
                field = column.title;
        }
        const QString text = sentence(error, currentLanguage());
        words += field.isEmpty() ? text : tr("%1: %2", "field and problem").arg(field, text);
    }
    return words;
}

int ImportRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstCell + static_cast<int>(m_columns.size());
}

const ImportRowsModel::Shown* ImportRowsModel::shownAt(int column) const
{
    return column >= FirstCell && column < columnCount()
        ? &m_columns[static_cast<std::size_t>(column - FirstCell)]
        : nullptr;
}

QString ImportRowsModel::typed(const PreviewRow& row, const Shown& column) const
{
    return m_table->rows[row.index].cells.value(column.source);
}

bool ImportRowsModel::isFailed(const PreviewRow& row, const Shown& column) const
{
    return std::any_of(row.errors.begin(), row.errors.end(), [&](const Error& error) {
        return error.field == column.field;
    });
}

QString ImportRowsModel::cellTip(const PreviewRow& row, const Shown& column) const
{
    for (const Error& error : row.errors) {
        if (error.field == column.field)
            return sentence(error, currentLanguage());
    }
    const QString cell = typed(row, column);
    return cell.trimmed() == row.shown.value(column.source) ? QString()
                                                            : tr("Typed as “%1”").arg(cell);
}

QVariant ImportRowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow& shown = m_rows[static_cast<std::size_t>(index.row())];
    const bool text = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (role == FateRole)
        return m_checked ? QVariant(static_cast<int>(shown.fate)) : QVariant();
    if (index.column() == NumberColumn) {
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return text ? QVariant(shown.number) : QVariant();
    }
    if (index.column() == FateColumn)
        return text && m_checked ? QVariant(fateWord(shown.fate)) : QVariant();
    if (index.column() == ProblemColumn) {
        return text || role == Qt::ToolTipRole
            ? QVariant(problems(index.row()).join(QStringLiteral("; ")))
            : QVariant();
    }
    const Shown& column = *shownAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown.shown.value(column.source);
    case Qt::AccessibleTextRole:
        return isFailed(shown, column)
            ? tr("%1, cannot be read").arg(shown.shown.value(column.source))
            : shown.shown.value(column.source);
    case Qt::EditRole:
        return typed(shown, column);
    case Qt::ToolTipRole:
        return cellTip(shown, column);
    case FailedRole:
        return isFailed(shown, column);
    case OtherwiseRole:
        return typed(shown, column).trimmed() != shown.shown.value(column.source);
    default:
        return {};
    }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Row");
    case FateColumn:
        return tr("Will be");
    case ProblemColumn:
        return tr("What is wrong");
    default:
        break;
    }
    const Shown* const column = shownAt(section);
    return column != nullptr ? column->title : QString();
}

Qt::ItemFlags ImportRowsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return shownAt(index.column()) != nullptr ? plain | Qt::ItemIsEditable : plain;
}

bool ImportRowsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Shown* const column = shownAt(index.column());
    const PreviewRow* const shown = row(index.row());
    if (role != Qt::EditRole || column == nullptr || shown == nullptr)
        return false;
    if (value.toString() == typed(*shown, *column))
        return false;
    Q_EMIT edited(shown->index, column->source, value.toString());
    return true;
}

void ImportRowsDelegate::initStyleOption(
    QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    const bool failed = index.data(ImportRowsModel::FailedRole).toBool();
    const Token colour = failed                               ? Token::Danger
        : index.column() == ImportRowsModel::NumberColumn     ? Token::Text3
        : index.data(ImportRowsModel::OtherwiseRole).toBool() ? Token::AccentText
                                                              : Token::Text;
    option->palette.setColor(QPalette::Text, themeColor(colour));
    option->palette.setColor(QPalette::HighlightedText, themeColor(colour));
    if (index.column() == ImportRowsModel::FateColumn)
        option->text.clear();
}

void ImportRowsDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(ImportRowsModel::FailedRole).toBool()
        && !(option.state & QStyle::State_Selected))
        painter->fillRect(option.rect, themeColor(Token::DangerSoft));
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant fate = index.data(ImportRowsModel::FateRole);
    if (index.column() != ImportRowsModel::FateColumn || !fate.isValid())
        return;
    const auto known = static_cast<RowFate>(fate.toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintTag(painter,
        option.rect.adjusted(metric::kSpace1, 0, -metric::kSpace1, 0),
        fateWord(known),
        fateTone(known));
    painter->restore();
}

} // namespace chengdan::ui
