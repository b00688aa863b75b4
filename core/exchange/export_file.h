// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/storage/list_query.h"

namespace chengdan::exchange {

enum class ExportHeader {
    Names, ///< column names: scripts, and imports in any language
    Labels, ///< labels in the present language, choices and yes or no as well: people
};

/// What kind of file is written.
enum class ExportFormat {
    ByName, ///< a workbook when the name ends in .xlsx, else CSV
    Csv,
    Xlsx,
};

/// More rows than this need Right::ExportLarge.
inline constexpr int kLargeExport = 100;

/// The rows of any record type that the session may see, as a workbook with real numbers and dates
/// or as CSV: every column, then owner, created_at and created_by.
/// References are written by their unique column where there is one, else by their title; amounts
/// as decimals, rates in percent; so the kinds of importFile() can be read in again. `kind` is a
/// table name or its plural as on the command line. Cost tables need Right::CostView. Answers the
/// number of rows. Errors: KIND_UNKNOWN, PERMISSION, UNKNOWN_COLUMN, FILE_WRITE.
Result<int> exportFile(const access::Context& context,
    const QString& kind,
    const QString& path,
    const storage::ListQuery& query = {},
    ExportHeader header = ExportHeader::Names,
    ExportFormat format = ExportFormat::ByName);

} // namespace chengdan::exchange
