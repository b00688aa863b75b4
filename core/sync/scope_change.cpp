// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/scope_change.h"

#include "core/access/rights.h"
#include "core/sync/server_schema.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using storage::Connection;
using storage::Statement;

bool isCustomerTable(const RecordType& type)
{
    return QLatin1String(type.table) == QLatin1String("customer");
}

bool has(const Reach& reach, access::Right right)
{
    return reach.rights.contains(QString::fromLatin1(access::nameOf(right).code));
}

// The parts of a table a reach shows; customers of the pool twice, since those who see everybody's
// see more of them.
std::set<std::pair<const RecordType*, int>> partsOf(
    const schema::RecordTypes& types, const Reach& reach)
{
    std::set<std::pair<const RecordType*, int>> parts;
    for (const RecordType* type : types) {
        if (!showsTable(reach, *type))
            continue;
        if (!hangsOnRoot(types, *type)) {
            parts.emplace(type, kNoOwner);
            continue;
        }
        for (const int owner : reach.owners)
            parts.emplace(type, owner);
        if (isCustomerTable(*type) && reach.pool)
            parts.emplace(type, 0);
    }
    return parts;
}

} // namespace

bool showsTable(const Reach& reach, const RecordType& type)
{
    if (QLatin1String(type.table) == QLatin1String("audit_entry"))
        return has(reach, access::Right::Administer);
    return type.scope != schema::Scope::Cost || has(reach, access::Right::CostView);
}

namespace {

const QString kNoted = QStringLiteral("noted-");

std::optional<Reach> readReach(Connection& connection, bool alsoNoted)
{
    std::optional<Reach> reach;
    Statement rows =
        connection.query(QStringLiteral("SELECT kind, k FROM _scope WHERE kind <> 'given'"));
    while (rows.next()) {
        QString kind = rows.text(0);
        if (kind.startsWith(kNoted)) {
            if (!alsoNoted)
                continue;
            kind.remove(0, kNoted.size());
        }
        if (!reach)
            reach.emplace();
        if (kind == QLatin1String("owner"))
            reach->owners.insert(rows.text(1).toInt());
        else if (kind == QLatin1String("right"))
            reach->rights.insert(rows.text(1));
        else if (kind == QLatin1String("grant"))
            reach->grants.emplace(rows.text(1), Instant());
        else if (kind == QLatin1String("pool"))
            reach->pool = true;
    }
    return reach;
}

// The key begins with the customer, so that those of one are found without reading all of them.
QString givenKey(const GivenAccess& given)
{
    return given.customer + QLatin1Char(' ')
        + QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("person"), given.person.number()},
                              {QStringLiteral("until"), given.until.milliseconds()},
                              {QStringLiteral("by"), given.by.number()},
                              {QStringLiteral("reason"), given.reason}})
                .toJson(QJsonDocument::Compact));
}

void writeReach(Connection& connection, const Reach& reach, const QString& prefix)
{
    const auto add = [&](const char* kind, const QString& key) {
        connection.execute(QStringLiteral("INSERT OR IGNORE INTO _scope(kind, k) VALUES (?, ?)"),
            {prefix + QString::fromLatin1(kind), key});
    };
    add("person", QString::number(reach.person.number()));
    for (const int owner : reach.owners)
        add("owner", QString::number(owner));
    for (const QString& right : reach.rights)
        add("right", right);
    for (const auto& [root, until] : reach.grants)
        add("grant", root);
    if (reach.pool)
        add("pool", QStringLiteral("1"));
}

} // namespace

std::optional<Reach> storedReach(Connection& connection)
{
    return readReach(connection, false);
}

std::optional<Reach> touchedReach(Connection& connection)
{
    return readReach(connection, true);
}

void noteReach(Connection& connection, const Reach& reach)
{
    writeReach(connection, reach, kNoted);
}

void storeReach(Connection& connection, const Reach& reach)
{
    connection.execute(QStringLiteral("DELETE FROM _scope"));
    writeReach(connection, reach, {});
    for (const GivenAccess& given : reach.given) {
        connection.execute(
            QStringLiteral("INSERT OR IGNORE INTO _scope(kind, k) VALUES ('given', ?)"),
            {givenKey(given)});
    }
}

std::vector<GivenAccess> storedGiven(Connection& connection, const QString& customer)
{
    std::vector<GivenAccess> found;
    Statement rows = connection.query(
        QStringLiteral("SELECT k FROM _scope WHERE kind = 'given' AND k >= ? AND k < ? ORDER BY k"),
        {QString(customer + QLatin1Char(' ')), QString(customer + QLatin1Char('!'))});
    while (rows.next()) {
        const QString text = rows.text(0);
        const QJsonObject given =
            QJsonDocument::fromJson(text.mid(customer.size() + 1).toUtf8()).object();
        found.push_back({customer,
            PersonId::fromNumber(given.value(QLatin1String("person")).toInt()),
            Instant::fromMilliseconds(given.value(QLatin1String("until")).toInteger()),
            PersonId::fromNumber(given.value(QLatin1String("by")).toInt()),
            given.value(QLatin1String("reason")).toString()});
    }
    return found;
}

std::set<QString> changedGiven(Connection& connection, const Reach& now)
{
    std::set<QString> differing;
    for (const GivenAccess& given : now.given)
        differing.insert(givenKey(given));
    Statement rows = connection.query(QStringLiteral("SELECT k FROM _scope WHERE kind = 'given'"));
    while (rows.next()) {
        if (differing.erase(rows.text(0)) == 0)
            differing.insert(rows.text(0));
    }
    std::set<QString> customers;
    for (const QString& key : differing)
        customers.insert(key.section(QLatin1Char(' '), 0, 0));
    return customers;
}

ScopeChange scopeChange(const schema::RecordTypes& types,
    const std::optional<Reach>& before,
    const std::optional<Reach>& touched,
    const Reach& now)
{
    using Parts = std::set<std::pair<const RecordType*, int>>;
    ScopeChange change;
    const Parts had = before ? partsOf(types, *before) : Parts();
    const Parts held = touched ? partsOf(types, *touched) : Parts();
    const Parts has = partsOf(types, now);
    for (const RecordType* type : types) { // in the order in which references point backwards
        for (const auto& [each, owner] : has) {
            if (each == type && !had.contains({each, owner}))
                change.gained.push_back({each, owner});
        }
        for (const auto& [each, owner] : held) {
            if (each == type && !has.contains({each, owner}))
                change.lost.push_back({each, owner});
        }
    }
    if (!before)
        return change;
    // Customers of the pool may show more, or less, of themselves than before.
    const bool sawAll = before->owners.contains(0);
    const bool touchedAll = touched && touched->owners.contains(0);
    if (sawAll != now.owners.contains(0) || touchedAll != now.owners.contains(0)) {
        for (const RecordType* type : types) {
            if (isCustomerTable(*type) && had.contains({type, 0}) && has.contains({type, 0}))
                change.gained.push_back({type, 0});
        }
    }
    for (const auto& [root, until] : now.grants) {
        if (!before->grants.contains(root))
            change.gainedRoots.push_back(root);
    }
    for (const auto& [root, until] : touched->grants) {
        if (!now.grants.contains(root))
            change.lostRoots.push_back(root);
    }
    return change;
}

} // namespace chengdan::sync
