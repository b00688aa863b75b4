// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/settings.h"
#include "core/analytics/funnel.h"
#include "core/analytics/owned_by.h"
#include "core/pipeline/stage_presets.h"
#include "core/storage/native_statement.h"
#include "core/storage/store.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace chengdan::analytics {

namespace {

using storage::Connection;
using storage::NativeStatement;
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
    where.sql += ownedBy("o.owner", filter.owners, where.values);
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
T cell(const NativeStatement& statement, int column)
{
    T result{};
    schema::ColumnTraits<T>::fromValue(statement.value(column), result);
    return result;
}

// Without a QByteArray for each of millions.
template <typename I>
I idCell(const NativeStatement& statement, int column)
{
    RawId raw;
    if (const std::string_view bytes = statement.bytes(column); bytes.size() == raw.octets.size())
        std::memcpy(raw.octets.data(), bytes.data(), bytes.size());
    return I::fromRaw(raw);
}

// Row numbers run without large gaps, so the highest ones say about how many rows there are.
class FunnelTelling {
public:
    FunnelTelling(Connection& connection, const FunnelTold& told)
        : m_told(told)
    {
        for (const char* table : {"opportunity", "stage_change"})
            m_rows += schema::toInteger(connection.scalar(
                QStringLiteral("SELECT max(rid) FROM %1").arg(QLatin1String(table))));
    }
    void count()
    {
        if (++m_read % kEvery == 0 && m_told)
            m_told(m_read, m_rows);
    }

private:
    static constexpr qint64 kEvery = 4096;
    const FunnelTold& m_told;
    qint64 m_rows = 0;
    qint64 m_read = 0;
};

std::vector<FunnelOpportunity> readOpportunities(
    Connection& connection, const FunnelWhere& where, FunnelTelling& telling)
{
    NativeStatement statement(connection,
        QStringLiteral("SELECT o.id, o.stage, o.amount, o.currency, o.probability, "
                       "o.entered_stage_on FROM opportunity o WHERE %1")
            .arg(where.sql),
        where.values);
    std::vector<FunnelOpportunity> rows;
    while (statement.next()) {
        telling.count();
        FunnelOpportunity& row = rows.emplace_back();
        row.id = idCell<OpportunityId>(statement, 0);
        row.stage = idCell<StageId>(statement, 1);
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

// Puts each move to the place of its instant; of two at one instant the one stored first is first.
void orderMoves(
    std::vector<FunnelMove>& moves, std::vector<std::pair<qint64, std::size_t>>& placeOfInstant)
{
    std::sort(placeOfInstant.begin(), placeOfInstant.end());
    for (std::size_t start = 0; start < moves.size(); ++start) {
        const FunnelMove first = moves[start];
        for (std::size_t at = start;;) { // a ring of moves each of which takes the next one's place
            const std::size_t from = std::exchange(placeOfInstant[at].second, at);
            moves[at] = from == start ? first : moves[from];
            if (from == start)
                break;
            at = from;
        }
    }
}

// Read as they lie in the file, which spares a lookup for each of millions; moves of
// opportunities that are not asked for are left to the kernel, which passes over them.
std::vector<FunnelMove> readMoves(
    Connection& connection, const QByteArray& timeZone, FunnelTelling& telling)
{
    NativeStatement statement(connection,
        QStringLiteral("SELECT opportunity, to_stage, at FROM stage_change NOT INDEXED "
                       "WHERE deleted = 0 ORDER BY rid"));
    std::vector<FunnelMove> moves;
    std::vector<std::pair<qint64, std::size_t>> placeOfInstant;
    while (statement.next()) {
        telling.count();
        placeOfInstant.emplace_back(statement.integer(2), moves.size());
        moves.push_back({idCell<OpportunityId>(statement, 0), idCell<StageId>(statement, 1), {}});
    }
    orderMoves(moves, placeOfInstant);
    DayOfInstant dayOf(timeZone);
    for (std::size_t i = 0; i < moves.size(); ++i)
        moves[i].on = dayOf(Instant::fromMilliseconds(placeOfInstant[i].first));
    return moves;
}

} // namespace

Result<Funnel> funnel(
    Connection& connection, const FunnelFilter& filter, QDate today, const FunnelTold& told)
{
    const access::Settings settings = access::readSettings(connection);
    const FunnelWhere where = whereOf(filter);
    FunnelTelling telling(connection, told);
    const auto opportunities = readOpportunities(connection, where, telling);
    const auto moves = readMoves(connection, settings.timeZone, telling);
    return computeFunnel(
        pipeline::loadStages(connection), opportunities, moves, settings.baseCurrency, today);
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
