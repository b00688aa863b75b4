// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/home_figures.h"

#include "core/access/settings.h"
#include "core/analytics/owned_by.h"
#include "core/pipeline/stage.h"
#include "core/storage/store.h"

namespace chengdan::analytics {

namespace {

using storage::Connection;
using storage::Row;

struct WonWithin {
    qint64 count = 0;
    qint64 minor = 0;
};

WonWithin wonWithin(Connection& connection,
    std::span<const PersonId> owners,
    Currency currency,
    QDate from,
    QDate until)
{
    Row values{storage::bind(currency),
        schema::codeOf(pipeline::StageKind::Won),
        storage::bind(from),
        storage::bind(until)};
    const QString sql =
        QStringLiteral("SELECT count(*), coalesce(sum(CASE WHEN o.currency = ? THEN o.amount ELSE "
                       "0 END), 0) FROM opportunity o JOIN stage s ON s.id = o.stage WHERE "
                       "o.deleted = 0 AND s.kind = ? AND o.closed_on BETWEEN ? AND ?")
        + ownedBy("o.owner", owners, values);
    storage::Statement statement = connection.query(sql, values);
    WonWithin won;
    if (statement.next()) {
        won.count = statement.integer(0);
        won.minor = statement.integer(1);
    }
    return won;
}

qint64 countWhere(Connection& connection,
    const QString& from,
    Row values,
    const char* ownerColumn,
    std::span<const PersonId> owners)
{
    const QString owned = ownedBy(ownerColumn, owners, values);
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT count(*) FROM ") + from + owned, values));
}

} // namespace

HomeFigures homeFigures(Connection& connection, std::span<const PersonId> owners, QDate today)
{
    const access::Settings settings = access::readSettings(connection);
    const QDate first(today.year(), today.month(), 1);
    const WonWithin now = wonWithin(connection, owners, settings.baseCurrency, first, today);
    const WonWithin before = wonWithin(
        connection, owners, settings.baseCurrency, first.addMonths(-1), today.addMonths(-1));
    HomeFigures figures;
    figures.wonThisMonth = Money::fromMinor(now.minor, settings.baseCurrency);
    figures.wonLastMonth = Money::fromMinor(before.minor, settings.baseCurrency);
    figures.wonCount = now.count;
    figures.openedThisMonth = countWhere(connection,
        QStringLiteral("opportunity o WHERE o.deleted = 0 AND o.opened_on BETWEEN ? AND ?"),
        {storage::bind(first), storage::bind(today)},
        "o.owner",
        owners);
    const QString open = QStringLiteral(
        "opportunity o JOIN stage s ON s.id = o.stage WHERE o.deleted = 0 AND s.kind = ? ");
    const QString openCode = schema::codeOf(pipeline::StageKind::Open);
    figures.overdueSteps = countWhere(connection,
        open + QStringLiteral("AND o.next_on < ?"),
        {openCode, storage::bind(today)},
        "o.owner",
        owners);
    figures.dueToday = countWhere(connection,
        open + QStringLiteral("AND o.next_on = ?"),
        {openCode, storage::bind(today)},
        "o.owner",
        owners);
    const Instant monday = startOf(today.addDays(1 - today.dayOfWeek()), settings.timeZone);
    figures.activitiesThisWeek = countWhere(connection,
        QStringLiteral("activity a WHERE a.deleted = 0 AND a.at >= ?"),
        {storage::bind(monday)},
        "a.owner",
        owners);
    return figures;
}

std::vector<DueStep> dueSteps(
    Connection& connection, std::span<const PersonId> owners, QDate until, int limit)
{
    Row values{schema::codeOf(pipeline::StageKind::Open), storage::bind(until)};
    QString sql = QStringLiteral(
        "SELECT o.id, o.rid, o.name, coalesce(c.name, ''), o.next_step, o.next_on, o.owner FROM "
        "opportunity o JOIN stage s ON s.id = o.stage LEFT JOIN customer c ON c.id = o.customer "
        "WHERE o.deleted = 0 AND s.kind = ? AND o.next_on <= ?");
    sql += ownedBy("o.owner", owners, values);
    sql += QStringLiteral(" ORDER BY o.next_on, o.rid LIMIT ?");
    values.push_back(qint64{limit});
    storage::Statement statement = connection.query(sql, values);
    std::vector<DueStep> steps;
    while (statement.next()) {
        DueStep& step = steps.emplace_back();
        schema::ColumnTraits<OpportunityId>::fromValue(statement.value(0), step.opportunity);
        step.rid = statement.integer(1);
        step.name = statement.text(2);
        step.customer = statement.text(3);
        step.nextStep = statement.text(4);
        schema::ColumnTraits<QDate>::fromValue(statement.value(5), step.nextOn);
        schema::ColumnTraits<PersonId>::fromValue(statement.value(6), step.owner);
    }
    return steps;
}

} // namespace chengdan::analytics
