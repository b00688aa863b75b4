// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/settings.h"
#include "core/analytics/funnel.h"
#include "core/pipeline/stage_presets.h"
#include "core/storage/store.h"

namespace chengdan::analytics {

namespace {

using storage::Connection;
using storage::Row;
using storage::Statement;

struct FunnelWhere {
    QString sql;
    Row values;
};

// One condition for the bars and for the rows behind them, so that they cannot disagree.
FunnelWhere whereOf(const FunnelFilter& filter)
{
    FunnelWhere where{QStringLiteral("o.deleted = 0"), {}};
    if (!filter.owners.empty()) {
        const QStringList marks(static_cast<qsizetype>(filter.owners.size()), QStringLiteral("?"));
        where.sql += QStringLiteral(" AND o.owner IN (%1)").arg(marks.join(QLatin1Char(',')));
        for (const PersonId owner : filter.owners)
            where.values.push_back(storage::bind(owner));
    }
    if (filter.region) {
        where.sql += QStringLiteral(
            " AND o.customer IN (SELECT id FROM customer WHERE region = ? AND deleted = 0)");
        where.values.push_back(storage::bind(*filter.region));
    }
    if (filter.openedFrom.isValid()) {
        where.sql += QStringLiteral(" AND o.opened_on >= ?");
        where.values.push_back(storage::bind(filter.openedFrom));
    }
    if (filter.openedUntil.isValid()) {
        where.sql += QStringLiteral(" AND o.opened_on <= ?");
        where.values.push_back(storage::bind(filter.openedUntil));
    }
    return where;
}

template <typename T>
T cell(const Statement& statement, int column)
{
    T result{};
    schema::ColumnTraits<T>::fromValue(statement.value(column), result);
    return result;
}

std::vector<FunnelOpportunity> readOpportunities(Connection& connection, const FunnelWhere& where)
{
    Statement statement =
        connection.query(QStringLiteral("SELECT o.id, o.stage, o.amount, o.currency, "
                                        "o.probability, o.entered_stage_on FROM opportunity o "
                                        "WHERE %1")
                             .arg(where.sql),
            where.values);
    std::vector<FunnelOpportunity> rows;
    while (statement.next()) {
        FunnelOpportunity& row = rows.emplace_back();
        row.id = cell<OpportunityId>(statement, 0);
        row.stage = cell<StageId>(statement, 1);
        row.amount = Money::fromMinor(statement.integer(2), cell<Currency>(statement, 3));
        row.probability = cell<std::optional<Rate>>(statement, 4);
        row.enteredStageOn = cell<QDate>(statement, 5);
    }
    return rows;
}

// Business dates of instants that mostly come in order: the zone is asked once a day, not once a
// row.
class DayOfInstant {
public:
    explicit DayOfInstant(QByteArray timeZone)
        : m_timeZone(std::move(timeZone))
    {
    }
    QDate operator()(Instant at)
    {
        if (!m_date.isValid() || at < m_begin || at >= m_end) {
            m_date = dateIn(at, m_timeZone);
            m_begin = startOf(m_date, m_timeZone);
            m_end = startOf(m_date.addDays(1), m_timeZone);
        }
        return m_date;
    }

private:
    QByteArray m_timeZone;
    QDate m_date;
    Instant m_begin;
    Instant m_end;
};

std::vector<FunnelMove> readMoves(
    Connection& connection, const FunnelWhere& where, const QByteArray& timeZone)
{
    Statement statement =
        connection.query(QStringLiteral("SELECT s.opportunity, s.to_stage, s.at FROM stage_change "
                                        "s JOIN opportunity o ON o.id = s.opportunity "
                                        "WHERE s.deleted = 0 AND %1 ORDER BY s.at, s.rid")
                             .arg(where.sql),
            where.values);
    DayOfInstant dayOf(timeZone);
    std::vector<FunnelMove> moves;
    while (statement.next()) {
        moves.push_back({cell<OpportunityId>(statement, 0),
            cell<StageId>(statement, 1),
            dayOf(Instant::fromMilliseconds(statement.integer(2)))});
    }
    return moves;
}

} // namespace

Result<Funnel> funnel(Connection& connection, const FunnelFilter& filter, QDate today)
{
    const access::Settings settings = access::readSettings(connection);
    const FunnelWhere where = whereOf(filter);
    return computeFunnel(pipeline::loadStages(connection),
        readOpportunities(connection, where),
        readMoves(connection, where, settings.timeZone),
        settings.baseCurrency,
        today);
}

std::vector<qint64> funnelRows(Connection& connection, const FunnelFilter& filter, StageId stage)
{
    FunnelWhere where = whereOf(filter);
    where.values.push_back(storage::bind(stage));
    Statement statement =
        connection.query(QStringLiteral("SELECT o.rid FROM opportunity o WHERE %1 AND o.stage = ? "
                                        "ORDER BY o.amount DESC, o.rid")
                             .arg(where.sql),
            where.values);
    std::vector<qint64> rows;
    while (statement.next())
        rows.push_back(statement.integer(0));
    return rows;
}

} // namespace chengdan::analytics
