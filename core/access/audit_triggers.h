// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/storage/database.h"

namespace chengdan::access {

/// The triggers that keep the audit of a company file, derived from the descriptions, so that no
/// path that writes can forget it:
///
///   Settings rows     every insert, change and deletion (people, roles, teams and regions as
///                     Rights, everything else as Settings)
///   Cost rows         changes and deletions; an insert when it replaces what was known before, or
///                     when the row stands by itself (a rule, a policy)
///   all other rows    another owner, and deletion; parts of a document go with the document
///
/// They are silent while `_busy` says that rows come from elsewhere. Two more triggers refuse to
/// change or remove an entry.
QStringList auditTriggers(const schema::RecordTypes& types);

/// Makes the tables and triggers of this file that are no records: the audit triggers as this
/// version wants them, the indexes of added fields and the local password table. Called whenever a
/// company file is opened; writes only when something is missing or different. Does nothing about
/// the audit in a file without audit entries. Errors: STORAGE_*.
Result<void> prepareAccess(storage::Database& database);

} // namespace chengdan::access
