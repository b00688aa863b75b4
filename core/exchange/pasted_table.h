// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <vector>

namespace chengdan::exchange {

/// Cells copied in a spreadsheet, exactly as they stand; rows may differ in length.
struct PastedTable {
    std::vector<QStringList> rows;
    qsizetype columns = 0; ///< of the longest row
};

struct PasteLimits {
    qsizetype characters = 64 * 1024 * 1024;
    qsizetype rows = 200'000;
    qsizetype columns = 1'000;
};

/// The clipboard text of Excel, WPS, LibreOffice and web tables: tabs between cells, LF, CR or CRLF
/// between rows, the last one optional. A cell that begins with a quotation mark is a quoted one
/// only when it holds a line break, a tab or doubled marks and is closed in front of a separator;
/// otherwise the marks belong to the text (5" pipe), so no text is ever refused for its quotes.
/// Error: PASTE_LIMIT with the argument limit (rows).
Result<PastedTable> parsePastedTable(QStringView text, const PasteLimits& limits = {});

} // namespace chengdan::exchange
