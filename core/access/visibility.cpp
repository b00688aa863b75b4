// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/visibility.h"

#include "core/access/audit_entry.h"
#include "core/storage/store.h"

#include <stdexcept>

namespace chengdan::access {

namespace {

using schema::RecordType;
using schema::RecordTypes;
using schema::Scope;

const RecordType* typeOfTable(const RecordTypes& types, const char* table)
{
    for (const RecordType* type : types) {
        if (QLatin1String(type->table) == QLatin1String(table))
            return type;
    }
    return nullptr;
}

// A snapshot names its quote by content, not by a reference, yet tells that quote's costs.
bool isSnapshot(const RecordType& type)
{
    return QLatin1String(type.table) == QLatin1String("cost_snapshot");
}

} // namespace

bool hangsOnDocument(const RecordTypes& types, const RecordType& type)
{
    if (isSnapshot(type))
        return true;
    for (const schema::Column& column : type.columns) {
        if (!column.owned || column.references == nullptr)
            continue;
        const RecordType* whole = typeOfTable(types, column.references);
        if (whole != nullptr && (whole->scope == Scope::Root || hangsOnDocument(types, *whole)))
            return true;
    }
    return false;
}

Result<Visible> visible(const Session& session, const RecordTypes& types, const RecordType& type)
{
    switch (type.scope) {
    case Scope::Root:
        return Visible{session.visibleOwners()};
    case Scope::Catalogue:
        return Visible{};
    case Scope::Cost:
        if (auto allowed = session.require(Right::CostView); !allowed)
            return fail(allowed.error());
        return hangsOnDocument(types, type) ? Visible{session.visibleOwners()} : Visible{};
    case Scope::Settings:
        break;
    }
    if (&type == &schema::describe<AuditEntry>()) {
        if (auto allowed = session.require(Right::Administer); !allowed)
            return fail(allowed.error());
    }
    return Visible{};
}

Result<void> limitToVisible(const Session& session, storage::ListQuery& query)
{
    if (query.types == nullptr) // a bug: whose document a row hangs on could not be told
        throw std::logic_error("limitToVisible: the query does not know the record types");
    auto reach = visible(session, *query.types, *query.type);
    if (!reach)
        return fail(reach.error());
    query.owners = std::move(reach->owners);
    return {};
}

Result<void> requireVisible(const Context& context, const RecordType& type, qint64 rid)
{
    const auto reach = visible(context.session, context.database.types(), type);
    if (!reach)
        return fail(reach.error());
    return context.database.read([&](storage::Connection& connection) -> Result<void> {
        storage::Statement statement = connection.query(
            QStringLiteral("SELECT t.owner, coalesce(p.name, '') FROM %1 t LEFT JOIN person p ON "
                           "p.id = t.owner WHERE t.rid = ? AND t.deleted = 0")
                .arg(QString::fromLatin1(type.table)),
            {rid});
        if (!statement.next())
            return fail(
                "NOT_FOUND", {}, {{QStringLiteral("what"), QString::fromLatin1(type.table)}});
        const PersonId owner = PersonId::fromNumber(static_cast<qint32>(statement.integer(0)));
        if (reach->owners.empty() || context.session.reaches(owner))
            return {};
        return fail("NOT_YOURS_BUT", {}, {{QStringLiteral("owner"), statement.text(1)}});
    });
}

} // namespace chengdan::access
