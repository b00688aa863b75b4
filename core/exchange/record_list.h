// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/access/field_columns.h"
#include "core/exchange/export_file.h"
#include "core/storage/list_query.h"

#include <QJsonObject>

namespace chengdan::exchange {

/// The record type a person means: its table name, or the plural of it (customers, boms,
/// opportunities; prices for price rows). Error: KIND_UNKNOWN naming the known ones.
Result<const schema::RecordType*> recordKind(const schema::RecordTypes& types, const QString& name);

/// What to list, as typed on a command line.
struct RecordRequest {
    QString kind;
    /// Terms joined by ";" or " and ", all of which must hold: column=value, !=, <, <=, >, >=,
    /// ~ (contains); "column=" is empty, "column!=" filled; a term without an operator is searched
    /// for in the searchable columns. A reference is compared by the title or id of the row it
    /// names.
    /// An added field is named custom.key.
    QString filter;
    QString sort; ///< columns joined by ",", descending with "-" before the name
    qint64 limit = -1; ///< below 0: all
};

/// Rows as stored, with everything needed to write them as text.
struct RecordTable {
    const schema::RecordType* type = nullptr;
    std::vector<const schema::Column*> columns;
    qint64 total = 0; ///< rows the filter found, of which `rows` holds at most `limit`
    std::vector<storage::ListRow> rows;
    access::FieldColumns fields = {}; ///< added ones, the last of `columns`

    QStringList header() const;
    /// A cell as files and people read it: decimals with a point, percent without its sign, ISO
    /// dates, codes of choices, the title of a reference.
    QString text(const storage::ListRow& row, std::size_t column) const;
    /// A row as an object: numbers with decimals are strings; a reference is its title, and its id
    /// under the column's name with "_id".
    QJsonObject json(const storage::ListRow& row) const;
};

/// The rows the person may see. Errors: KIND_UNKNOWN, UNKNOWN_COLUMN, FILTER_FORMAT, PERMISSION
/// (costs without the right to see them), those of the values' parsers.
Result<RecordTable> listRecords(const access::Context& context, const RecordRequest& request);

/// One record with its parts (a quote with its revisions, their lines and tiers) under "parts". It
/// is named by its id or by one of its business keys (number, code, name). Errors: KIND_UNKNOWN,
/// NOT_FOUND, PERMISSION.
Result<QJsonObject> showRecord(
    const access::Context& context, const QString& kind, const QString& key);

/// The rows of a request, without its limit, as a CSV file or workbook that importFile() reads in
/// again; answers how many and leaves a line in the log. Errors: as listRecords and exportFile,
/// EXPORT_FORMAT (the name ends in neither .csv nor .xlsx, and no format is named).
Result<qint64> exportRecords(const access::Context& context,
    const RecordRequest& request,
    const QString& path,
    ExportFormat format = ExportFormat::ByName);

} // namespace chengdan::exchange
