// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

namespace chengdan::exchange {

/// One thing that is wrong with a company file: DOCTOR_FILE (what SQLite says), DOCTOR_REFERENCE
/// (rows that name a missing row), DOCTOR_KEY (a part without its document), DOCTOR_REQUIRED (a
/// required field is empty), DOCTOR_DOUBLE (a business key used twice), DOCTOR_OWNER (a part with
/// another owner than its document), DOCTOR_SUM (amounts that do not add up), DOCTOR_LOOP (a bill
/// of materials that contains itself), DOCTOR_JOURNAL (changes of rows that are gone),
/// DOCTOR_SEARCH (the search index of a table is not what its rows say), CONTENT_DAMAGED and
/// CONTENT_LOST (of attachments, see attachments::examineContent). Arguments: table, column, count,
/// text; name of an attachment.
struct DoctorReport {
    std::vector<Error> findings;
    int checks = 0; ///< how many questions were asked
    int fixed = 0; ///< rows and search indexes put right
    /// Row numbers the search indexes of an old file still lack (search_fill.h). No finding: what
    /// is in is examined, and the rest is on its way.
    qint64 searchMissing = 0;
};

enum class DoctorAction {
    Examine,
    /// Also rebuild all indexes, fill the search index, give parts the owner of their document, and
    /// collect contents of attachments that nothing speaks of any more.
    Fix,
};

/// Looks the whole file over, a large one with up to four threads. Needs Right::Administer. Errors:
/// PERMISSION, STORAGE_*; findings are no errors.
Result<DoctorReport> examineCompany(const access::Context& context, DoctorAction action);

/// How many rows each table of the file holds, deleted ones included.
std::vector<std::pair<QString, qint64>> rowCounts(
    storage::Connection& connection, const schema::RecordTypes& types);

} // namespace chengdan::exchange
