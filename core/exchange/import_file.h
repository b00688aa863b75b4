// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/exchange/import_preview.h"

namespace chengdan::exchange {

struct ImportOptions {
    bool dryRun = false; ///< checks everything, writes nothing
    bool skipBad = false; ///< good rows are written, bad ones go to a file with their reasons
    QHash<QString, QString> mapping{}; ///< header → column; "" leaves a column out
    QString rejectedPath{}; ///< of skipBad; empty: beside the file, NAME.rejected.csv or .xlsx
    QString sheet{}; ///< of a workbook: its name or its number from 1; empty: the first shown one
    Language language = Language::Chinese; ///< of the reasons beside rejected rows
    /// Hears, on the calling thread, how many rows are checked; false stops the import (CANCELLED).
    std::function<bool(qint64 done, qint64 total)> progress{};
    /// Hears, on the writer's thread, how many rows are written; false takes all of them back
    /// (CANCELLED).
    std::function<bool(qint64 done, qint64 total)> writing{};
    int previewRows = 0; ///< how many rows from the first on ImportReport::preview shows
};

/// What an import did, or would do. Every data row of the file counts once, in one of the five.
struct ImportReport {
    int rows = 0;
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    int duplicates = 0; ///< a row before it in the file has the same key
    int rejected = 0;
    /// Why rows were rejected, in file order, at most kMostImportErrors; the argument `row` is the
    /// row a spreadsheet shows, `field` the column.
    std::vector<Error> errors;
    QStringList ignored; ///< headers that name no column
    bool applied = false; ///< false: dry run, or something was rejected and skipBad is off
    QString rejectedPath; ///< where the bad rows went, if any did
    std::vector<PreviewRow> preview; ///< the first rows, if ImportOptions::previewRows asks
    std::vector<PreviewRow> rejectedRows; ///< likewise; at most kMostImportErrors
};
inline constexpr int kMostImportErrors = 1000;

/// A mapping file: one JSON object {"header": "column"}. Errors: INPUT_MISSING, INPUT_READ,
/// IMPORT_MAPPING.
Result<QHash<QString, QString>> readImportMapping(const QString& path);

/// Rows of a CSV file or a workbook into the company file. A header is a column's name, its label
/// in either language, a usual Chinese word for it, or what the mapping says. A row changes the
/// record with the same business key (unique columns in their order, else name and customer) or
/// adds one; an empty cell leaves a field as it is, so the same file twice changes nothing. Another
/// record is named by one of its unique columns or its name.
///
/// The columns owner, created_at and created_by keep who and when. Without an owner a new customer
/// is of the person who imports, a new contact or opportunity of its customer's owner (of the
/// person who imports when the customer lies in the pool); stored rows stay whose they are.
///
/// Every row is checked in a staging table first, on the calling thread and without holding anybody
/// up; one last transaction then writes all rows, or none, unless skipBad. If anything was saved in
/// between, the rows are checked again inside it. Needs Right::Import and the right of the kind.
/// Errors of the whole file: PERMISSION, IMPORT_KIND, IMPORT_COLUMN_TWICE, IMPORT_NO_COLUMN,
/// COLUMN_MISSING, UNKNOWN_COLUMN (mapping), FILE_WRITE (rejected rows), CANCELLED, those of
/// readTableFile().
Result<ImportReport> importFile(const access::Context& context,
    const QString& kind,
    const QString& path,
    const ImportOptions& options = {});

/// The same for rows in memory: a file read before, pasted cells. `name` stands for the file in
/// errors; bad rows go to options.rejectedPath, which must be given with skipBad.
Result<ImportReport> importTable(const access::Context& context,
    const QString& kind,
    const CsvTable& table,
    const QString& name,
    const ImportOptions& options = {});

} // namespace chengdan::exchange
