// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/storage/list_query.h"

namespace chengdan::access {

/// Whose rows of a record type a person sees.
struct Visible {
    /// For ListQuery::owners, funnel filters and figures: empty means every row, otherwise just
    /// the rows of these owners (0 is the pool).
    std::vector<PersonId> owners;
};

/// The one place that decides who sees which rows; every list, search, figure and export asks it.
/// Customers and what hangs on them go by owner; catalogue and settings are for everybody; costs
/// need Right::CostView and, where they belong to a document, its owner too; the audit is for
/// administrators. `types` are all types of the file. Error: PERMISSION, naming the right.
Result<Visible> visible(
    const Session& session, const schema::RecordTypes& types, const schema::RecordType& type);

/// Puts the limit into a list query whose `type` is set. Error: PERMISSION.
///
///     storage::ListQuery query{.type = &schema::describe<Customer>(), .types = &database.types()};
///     if (auto allowed = access::limitToVisible(context.session, query); !allowed) …
Result<void> limitToVisible(const Session& session, storage::ListQuery& query);

/// Whether the person sees this one row, by its local number: what a panel or page asks before it
/// shows a record that somebody named. Errors: NOT_FOUND, NOT_YOURS_BUT (names whom to ask),
/// PERMISSION.
Result<void> requireVisible(const Context& context, const schema::RecordType& type, qint64 rid);

/// Whether rows of this type are parts of a document that goes by owner.
bool hangsOnDocument(const schema::RecordTypes& types, const schema::RecordType& type);

} // namespace chengdan::access
