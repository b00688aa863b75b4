// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `today`: what asks for something today, as far as the person may see it.
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/visibility.h"
#include "core/analytics/today_list.h"
#include "core/base/china_calendar.h"
#include "core/pipeline/opportunity.h"

#include <QJsonArray>

#include <array>

namespace chengdan::ctl {

namespace {

constexpr qint64 kUsualLines = 100;
constexpr qint64 kMostLines = 100000;

const char* whyName(analytics::TodayWhy why)
{
    static constexpr std::array<const char*, 3> kNames{"overdue", "due", "quiet"};
    return kNames[static_cast<std::size_t>(why)];
}

Result<activities::ReminderLadder> readLadder(const Call& call)
{
    activities::ReminderLadder ladder = analytics::usualSilenceLadder();
    if (call.arguments.has("rungs")) {
        auto rungs = activities::parseRungs(call.arguments.value("rungs"));
        if (!rungs)
            return fail(rungs.error());
        ladder.rungs = std::move(*rungs);
    }
    return ladder;
}

Result<std::vector<analytics::TodayRow>> readToday(
    const access::Context& context, const activities::ReminderLadder& ladder, int lines)
{
    const auto visible = access::visible(
        context.session, context.database.types(), schema::describe<pipeline::Opportunity>());
    if (!visible)
        return fail(visible.error());
    return context.database.read(
        [&](storage::Connection& connection) -> Result<std::vector<analytics::TodayRow>> {
            return analytics::todayList(
                connection, visible->owners, context.clock.today(), ladder, chinaCalendar(), lines);
        });
}

} // namespace

Outcome runToday(const Call& call)
{
    if (!call.words().isEmpty()) {
        return Outcome::misused("today [--limit N] [--rungs 3/7/15]", call.language);
    }
    const auto lines = call.arguments.count("limit", kUsualLines, kMostLines);
    if (!lines)
        return Outcome::refused(lines.error(), call.language);
    const auto ladder = readLadder(call);
    if (!ladder)
        return Outcome::refused(ladder.error(), call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const access::Context& context = (*file)->context();
    const auto rows = readToday(context, *ladder, static_cast<int>(*lines));
    if (!rows)
        return Outcome::refused(rows.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> cells;
    for (const analytics::TodayRow& row : *rows) {
        const QString why = QString::fromLatin1(whyName(row.why));
        const QString on = row.on.toString(Qt::ISODate);
        json.append(QJsonObject{{QStringLiteral("why"), why},
            {QStringLiteral("customer"), row.customer},
            {QStringLiteral("opportunity"), row.name},
            {QStringLiteral("next_step"), row.nextStep},
            {QStringLiteral("on"), on},
            {QStringLiteral("days"), row.days},
            {QStringLiteral("tells_manager"), row.tellsManager},
            {QStringLiteral("owner"), row.owner.number()}});
        cells.push_back({why, QString::number(row.days), on, row.customer, row.name, row.nextStep});
    }
    // Beyond the last announced year only weekends are known to be off.
    return Outcome::done(QJsonObject{{QStringLiteral("rows"), json},
                             {QStringLiteral("holidays_known"),
                                 chinaCalendar().knows(context.clock.today().year())}},
        alignedTable({QStringLiteral("why"),
                         QStringLiteral("days"),
                         QStringLiteral("on"),
                         QStringLiteral("customer"),
                         QStringLiteral("opportunity"),
                         QStringLiteral("next_step")},
            cells));
}

} // namespace chengdan::ctl
