// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/exchange/csv.h"

namespace chengdan::exchange {

/// Writes the rows an import did not take, as they stood, with a last column that says in
/// `language` what is wrong with each; a workbook when the name ends in .xlsx, else CSV. Corrected
/// there, the file can be imported again. Error: FILE_WRITE.
Result<void> writeRejectedRows(const QString& path,
    const QStringList& header,
    const std::vector<std::pair<const CsvRow*, Error>>& rejected,
    Language language);

/// The rows of a table file in another one, which is a workbook or a CSV file by its name. Errors:
/// those of readTableFile(), FILE_WRITE.
Result<void> copyTableFile(const QString& from, const QString& to);

/// Where they go when nobody says: beside the imported file, as the kind of file it is.
QString rejectedPathFor(const QString& path);

} // namespace chengdan::exchange
