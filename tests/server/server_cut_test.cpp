// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The line is cut at every place of a conversation where one side stopped talking, and a byte
// before it. Whatever was cut, asking again gives what an uncut line would have given.
#include "core/sync/server_install.h"
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/fault_proxy.h"

#include <QSet>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

using Way = FaultProxy::Way;

struct Cut {
    Way way;
    qint64 after;
};

// A rep whose line runs through the proxy.
struct CutLine {
    Team team;
    std::unique_ptr<PgSession> amy = team.client(2);
    QString customer = team.customer(*amy, QStringLiteral("宁波鑫达"));
    QString password =
        value(sync::resetServerUser(*value(sync::ServerLink::open(team.database().dsn())), 2))
            .password;
    FaultProxy proxy{PgFixture::instance().port()};
    qint64 batch = 0;

    Result<std::unique_ptr<sync::ServerLink>> connect()
    {
        return sync::ServerLink::open(
            team.database().tlsDsn(proxy.port()), QStringLiteral("u2"), password);
    }
    QString operations(const QString& contact) const
    {
        return QStringLiteral(R"({"groups": [{"at": 5, "ops": [%1]}]})")
            .arg(insertOf(QStringLiteral("contact"),
                contact,
                QStringLiteral(R"("customer": "%1", "name": "王工")").arg(customer)));
    }
    Result<QVariant> push(sync::ServerLink& link, const QString& contact) const
    {
        return link.scalar(QStringLiteral("SELECT sync.push(?::uuid, ?, ?::jsonb)::text"),
            {Team::device(2), batch, operations(contact)});
    }
    static Result<QStringList> pull(sync::ServerLink& link, const QString& since)
    {
        sync::ServerLink::Together together(
            link, QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        if (const auto begun = link.scalar(QStringLiteral("SELECT sync.pull_begin()::text"));
            !begun)
            return fail(begun.error());
        auto keys = link.rows(
            QStringLiteral("SELECT row_id FROM sync.feed(?::pg_snapshot) WHERE tbl = 'contact'"),
            {since});
        if (!keys)
            return fail(keys.error());
        QStringList names;
        for (const QVariantList& key : *keys) {
            auto rows = link.rows(
                QStringLiteral("SELECT id, name FROM sync.fetch_contact(ARRAY[?]::uuid[])"), key);
            if (!rows)
                return fail(rows.error());
            for (const QVariantList& row : *rows)
                names += row[0].toString() + row[1].toString();
        }
        names.sort();
        return together.end(Result<QStringList>(names));
    }
    int contacts()
    {
        return team.database().scalar(QStringLiteral("SELECT count(*) FROM app.contact")).toInt();
    }
};

// Where an undisturbed conversation was cut into chunks.
std::vector<Cut> placesOf(const FaultProxy::Traffic& traffic)
{
    std::vector<Cut> places;
    const auto add = [&](Way way, const std::vector<qint64>& ends) {
        QSet<qint64> after{0};
        for (const qint64 end : ends)
            after |= {end - 1, end};
        for (const qint64 bytes : after)
            places.push_back({way, bytes});
    };
    add(Way::Up, traffic.upEnds);
    add(Way::Down, traffic.downEnds);
    return places;
}

} // namespace

TEST_CASE("a push cut anywhere and sent again is applied once and answered as if never cut (I4)",
    "[server][cut]")
{
    CutLine line;
    const auto link = value(line.connect());
    line.proxy.recount();
    line.batch = 1;
    value(line.push(*link, line.team.newId()));
    const auto places = placesOf(line.proxy.traffic());
    CHECK(places.size() >= 6);
    int lost = 0;
    int arrived = 0; // although the answer was lost
    for (const Cut& cut : places) {
        CAPTURE(static_cast<int>(cut.way), cut.after);
        ++line.batch;
        const QString contact = line.team.newId();
        const auto first = value(line.connect());
        line.proxy.cutAfter(cut.way, cut.after);
        const auto outcome = line.push(*first, contact);
        if (!outcome)
            CHECK(outcome.error().code == QStringLiteral("SERVER_UNREACHABLE"));
        lost += outcome ? 0 : 1;
        line.proxy.forward();
        arrived += !outcome && line.contacts() == line.batch ? 1 : 0;
        const auto second = value(line.connect());
        const QString answer = value(line.push(*second, contact)).toString();
        CHECK(answer.contains(QStringLiteral("\"ok\"")));
        if (outcome)
            CHECK(outcome->toString() == answer);
        CHECK(line.contacts() == line.batch);
    }
    CHECK(lost > 3);
    CHECK(arrived > 0);
}

TEST_CASE(
    "a pull cut anywhere is an error or whole, and the same when asked again", "[server][cut]")
{
    CutLine line;
    const QString since =
        line.amy->scalar(QStringLiteral("SELECT pg_current_snapshot()")).toString();
    const auto link = value(line.connect());
    for (; line.batch < 3;) {
        ++line.batch;
        value(line.push(*link, line.team.newId()));
    }
    line.proxy.recount();
    const QStringList whole = value(CutLine::pull(*link, since));
    CHECK(whole.size() == 3);
    int failed = 0;
    for (const Cut& cut : placesOf(line.proxy.traffic())) {
        CAPTURE(static_cast<int>(cut.way), cut.after);
        const auto first = value(line.connect());
        line.proxy.cutAfter(cut.way, cut.after);
        const auto outcome = CutLine::pull(*first, since);
        failed += outcome ? 0 : 1;
        if (outcome)
            CHECK(*outcome == whole);
        else
            CHECK(outcome.error().code == QStringLiteral("SERVER_UNREACHABLE"));
        line.proxy.forward();
        CHECK(value(CutLine::pull(*value(line.connect()), since)) == whole);
    }
    CHECK(failed > 10);
}

TEST_CASE("a sign-in cut anywhere says that the server is not reached, and leaves nothing behind",
    "[server][cut]")
{
    CutLine line;
    line.proxy.recount();
    value(line.connect());
    CHECK(line.proxy.waitFor([](const FaultProxy::Traffic& traffic) { return traffic.open == 0; }));
    const FaultProxy::Traffic whole = line.proxy.traffic();
    CHECK(whole.downEnds.size() >= 4); // TLS, SCRAM, ready
    for (const qint64 end : whole.downEnds) {
        CAPTURE(end);
        line.proxy.cutAfter(Way::Down, end - 1);
        const auto link = line.connect();
        if (line.proxy.traffic().cuts == 0)
            continue; // behind the last word that matters
        line.proxy.recount();
        if (!link)
            CHECK(link.error().code == QStringLiteral("SERVER_UNREACHABLE"));
        line.proxy.forward();
        value(line.connect());
    }
    CHECK(line.contacts() == 0);
}

TEST_CASE("while nobody answers the port a client is told so at once, and served when it is back",
    "[server][cut]")
{
    CutLine line;
    line.proxy.refuse();
    CHECK(line.connect().error().code == QStringLiteral("SERVER_UNREACHABLE"));
    line.proxy.forward();
    value(line.connect());
}
