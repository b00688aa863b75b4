// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/today_list.h"

#include "core/access/settings.h"
#include "core/analytics/home_figures.h"
#include "core/analytics/owned_by.h"
#include "core/pipeline/stage.h"
#include "core/storage/store.h"

#include <algorithm>

namespace chengdan::analytics {

namespace {

// Open opportunities without a step due until today, with the instant of their last contact (0:
// none). One pass; both inner lookups go by the index of a reference.
constexpr const char* kQuietCandidates =
    "SELECT o.id, o.rid, o.name, coalesce(c.name, ''), coalesce(o.next_step, ''), o.opened_on, "
    "o.owner, max(coalesce((SELECT max(a.at) FROM activity a WHERE a.opportunity = o.id AND "
    "a.deleted = 0), 0), coalesce((SELECT max(a.at) FROM activity a WHERE a.customer = o.customer "
    "AND a.opportunity IS NULL AND a.deleted = 0), 0)) FROM opportunity o JOIN stage s ON s.id = "
    "o.stage LEFT JOIN customer c ON c.id = o.customer WHERE o.deleted = 0 AND s.kind = ? AND "
    "(o.next_on IS NULL OR o.next_on > ?)";

std::vector<TodayRow> quietDeals(storage::Connection& connection,
    std::span<const PersonId> owners,
    QDate today,
    const activities::ReminderLadder& ladder,
    const WorkingCalendar& calendar)
{
    const QByteArray timeZone = access::readSettings(connection).timeZone;
    storage::Row values{schema::codeOf(pipeline::StageKind::Open), storage::bind(today)};
    const QString owned = ownedBy("o.owner", owners, values);
    storage::Statement statement =
        connection.query(QString::fromLatin1(kQuietCandidates) + owned, values);
    std::vector<TodayRow> quiet;
    while (statement.next()) {
        QDate since;
        schema::ColumnTraits<QDate>::fromValue(statement.value(5), since);
        if (const qint64 contact = statement.integer(7); contact != 0) {
            const QDate last = dateIn(Instant::fromMilliseconds(contact), timeZone);
            since = since.isValid() ? std::max(since, last) : last;
        }
        if (!since.isValid())
            continue; // brought in without a date and never spoken to: nothing to count from
        const auto state = activities::climb(ladder, since, std::nullopt, today, calendar);
        if (!state.due)
            continue;
        TodayRow& row = quiet.emplace_back();
        row.why = TodayWhy::Quiet;
        schema::ColumnTraits<OpportunityId>::fromValue(statement.value(0), row.opportunity);
        row.rid = statement.integer(1);
        row.name = statement.text(2);
        row.customer = statement.text(3);
        row.nextStep = statement.text(4);
        row.on = state.due->on;
        row.days = static_cast<int>(since.daysTo(today));
        row.tellsManager = state.due->tellsManager;
        schema::ColumnTraits<PersonId>::fromValue(statement.value(6), row.owner);
    }
    std::sort(quiet.begin(), quiet.end(), [](const TodayRow& a, const TodayRow& b) {
        return a.days != b.days ? a.days > b.days : a.rid < b.rid;
    });
    return quiet;
}

} // namespace

activities::ReminderLadder usualSilenceLadder()
{
    return {.rungs = {3, 7, 15}, .count = activities::DayCount::Calendar, .managerFrom = 1};
}

std::vector<TodayRow> todayList(storage::Connection& connection,
    std::span<const PersonId> owners,
    QDate today,
    const activities::ReminderLadder& ladder,
    const WorkingCalendar& calendar,
    int limit)
{
    std::vector<TodayRow> rows;
    for (const DueStep& step : dueSteps(connection, owners, today, limit)) {
        TodayRow& row = rows.emplace_back();
        row.why = step.nextOn < today ? TodayWhy::Overdue : TodayWhy::Due;
        row.opportunity = step.opportunity;
        row.rid = step.rid;
        row.name = step.name;
        row.customer = step.customer;
        row.nextStep = step.nextStep;
        row.on = step.nextOn;
        row.days = static_cast<int>(step.nextOn.daysTo(today));
        row.owner = step.owner;
    }
    const auto room = static_cast<std::size_t>(std::max(limit, 0));
    if (rows.size() >= room)
        return rows;
    std::vector<TodayRow> quiet = quietDeals(connection, owners, today, ladder, calendar);
    quiet.resize(std::min(quiet.size(), room - rows.size()));
    rows.insert(rows.end(), quiet.begin(), quiet.end());
    return rows;
}

} // namespace chengdan::analytics
