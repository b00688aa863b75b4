// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pasted_preview.h"

#include "core/exchange/import_cells.h"
#include "core/exchange/import_names.h"

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;

/// The columns that the cells of a row name; null where one names none.
std::vector<const Column*> namedColumns(const schema::RecordType& type, const QStringList& row)
{
    std::vector<const Column*> columns;
    for (const QString& cell : row) {
        const Column* column = namedColumn(type, headerKey(cell));
        const bool twice = std::find(columns.begin(), columns.end(), column) != columns.end();
        columns.push_back(twice ? nullptr : column);
    }
    return columns;
}

bool looksLikeHeader(const schema::RecordType& type, const QStringList& row)
{
    const auto columns = namedColumns(type, row);
    const auto found = columns.size()
        - static_cast<std::size_t>(std::count(columns.begin(), columns.end(), nullptr));
    const auto filled = std::count_if(
        row.begin(), row.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); });
    return found > 0 && 2 * found > static_cast<std::size_t>(filled);
}

class PasteReader {
public:
    PasteReader(const PasteOptions& options, PastePreview& preview)
        : m_options(options)
        , m_preview(preview)
    {
    }

    void add(const QStringList& row)
    {
        std::vector<PastedCell> cells;
        const Currency currency = currencyOf(row);
        bool failed = false;
        for (std::size_t i = 0; i < m_preview.columns.size(); ++i) {
            PastedCell cell =
                read(m_preview.columns[i], row.value(static_cast<qsizetype>(i)), currency);
            m_preview.ok += cell.verdict == PastedCell::Verdict::Ok ? 1 : 0;
            m_preview.changed += cell.verdict == PastedCell::Verdict::Changed ? 1 : 0;
            if (cell.verdict == PastedCell::Verdict::Failed) {
                ++m_preview.failed;
                failed = true;
            }
            cells.push_back(std::move(cell));
        }
        m_preview.failedRows += failed ? 1 : 0;
        m_preview.rows.push_back(std::move(cells));
    }

private:
    /// Amounts are read in the currency of their own row.
    Currency currencyOf(const QStringList& row) const
    {
        for (std::size_t i = 0; i < m_preview.columns.size(); ++i) {
            const Column* column = m_preview.columns[i];
            if (column != nullptr && column->type == ColumnType::Currency)
                return Currency::parse(cleanCell(row.value(static_cast<qsizetype>(i))).toUpper())
                    .value_or(m_options.currency);
        }
        return m_options.currency;
    }

    PastedCell read(const Column* column, const QString& typed, Currency currency) const
    {
        PastedCell cell;
        cell.typed = typed;
        const QString cleaned = cleanCell(typed);
        if (column == nullptr) {
            cell.verdict = PastedCell::Verdict::Ignored;
            return cell;
        }
        if (cleaned.isEmpty()) {
            if (column->required)
                return failedCell(std::move(cell), *column, Error::make("REQUIRED"));
            return cell;
        }
        const bool reference = column->references != nullptr;
        auto value = reference ? resolved(*column, cleaned)
                               : cellValue(*column, cleaned, currency, m_options.timeZone);
        if (!value)
            return failedCell(std::move(cell), *column, value.error());
        cell.value = std::move(*value);
        cell.shown =
            reference ? cleaned : plainCell(*column, cell.value, currency, m_options.timeZone);
        cell.verdict = isPlainCell(*column, typed.trimmed(), cell.shown)
            ? PastedCell::Verdict::Ok
            : PastedCell::Verdict::Changed;
        return cell;
    }

    Result<schema::Value> resolved(const Column& column, const QString& name) const
    {
        if (!m_options.resolve)
            return schema::Value();
        return m_options.resolve(QString::fromLatin1(column.references), name);
    }

    static PastedCell failedCell(PastedCell cell, const Column& column, Error error)
    {
        error.field = QString::fromLatin1(column.name);
        cell.verdict = PastedCell::Verdict::Failed;
        cell.error = std::move(error);
        return cell;
    }

    const PasteOptions& m_options;
    PastePreview& m_preview;
};

} // namespace

PastePreview previewPaste(
    const schema::RecordType& type, const PastedTable& table, const PasteOptions& options)
{
    PastePreview preview;
    if (table.rows.empty())
        return preview;
    preview.hasHeader = options.hasHeader.value_or(looksLikeHeader(type, table.rows.front()));
    preview.columns = options.mapping ? *options.mapping
        : preview.hasHeader           ? namedColumns(type, table.rows.front())
                                      : options.from;
    preview.columns.resize(static_cast<std::size_t>(table.columns), nullptr);
    PasteReader reader(options, preview);
    for (std::size_t i = preview.hasHeader ? 1 : 0; i < table.rows.size(); ++i)
        reader.add(table.rows[i]);
    return preview;
}

} // namespace chengdan::exchange
