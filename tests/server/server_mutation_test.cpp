// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the checks of the server can fail at all: each is run on the server as it is, then on one
// in whose code one thing was broken, then on the mended one.
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// One team for all of them; what a check needs it makes for itself.
struct MutationBench {
    Team team;
    std::unique_ptr<PgSession> boss = team.client(1);
    std::unique_ptr<PgSession> amy = team.client(2);
    std::unique_ptr<PgSession> bob = team.client(3);
    int customers = 0;

    PgDatabase& database() { return team.database(); }
    QString customerOf(PgSession& owner)
    {
        return team.customer(owner, QStringLiteral("case %1").arg(++customers));
    }
    qint64 revOf(const QString& customer)
    {
        return database()
            .scalar(QStringLiteral("SELECT rev FROM app.customer WHERE id = '%1'").arg(customer))
            .toLongLong();
    }
    QString edit(PgSession& session, int person, const QString& id, qint64 base, const char* values)
    {
        return team.pushed(session,
            person,
            updateOf(QStringLiteral("customer"), id, base, QString::fromUtf8(values)));
    }
    // A call that makes a contact, as batch `ahead` of the device.
    QString pushCall(int person, const QString& customer, int ahead = 1)
    {
        const auto last =
            database().scalar(QStringLiteral("SELECT last_batch FROM sync.device WHERE id = '%1'")
                                  .arg(Team::device(person)));
        return QStringLiteral(
            R"(SELECT sync.push('%1', %2, '{"groups": [{"at": 5, "ops": [%3]}]}'))")
            .arg(Team::device(person),
                QString::number(last.toLongLong() + ahead),
                insertOf(QStringLiteral("contact"),
                    team.newId(),
                    QStringLiteral(R"("customer": "%1", "name": "王工")").arg(customer)));
    }
    static QString cursor(PgSession& session)
    {
        return session.json(QStringLiteral("SELECT sync.pull_begin()"))
            .value(QLatin1String("snapshot"))
            .toString();
    }
    static int fed(PgSession& session, const QString& since, const QString& id)
    {
        return static_cast<int>(
            session.column(QStringLiteral("SELECT row_id FROM sync.feed('%1')").arg(since))
                .count(id));
    }
};

// ---- the checks ----

// I6: a transaction that was running when the cursor was taken, and ended later than a younger one.
bool slowWriterIsHeard(MutationBench& bench)
{
    bench.amy->execute(QStringLiteral("BEGIN"));
    const QString slow = bench.customerOf(*bench.amy);
    const QString quick = bench.customerOf(*bench.bob);
    const QString early = MutationBench::cursor(*bench.boss);
    bench.amy->execute(QStringLiteral("COMMIT"));
    return MutationBench::fed(*bench.boss, early, slow) == 1
        && MutationBench::fed(*bench.boss, early, quick) == 0;
}

// I6: what was delivered comes no second time, although an older writer still holds the cursor's
// lower end down.
bool nothingIsHeardTwice(MutationBench& bench)
{
    bench.bob->execute(QStringLiteral("BEGIN"));
    bench.bob->scalar(QStringLiteral("SELECT pg_current_xact_id()"));
    const QString early = MutationBench::cursor(*bench.boss);
    const QString id = bench.customerOf(*bench.amy);
    const QString late = MutationBench::cursor(*bench.boss);
    const bool once = MutationBench::fed(*bench.boss, early, id) == 1
        && MutationBench::fed(*bench.boss, late, id) == 0;
    bench.bob->execute(QStringLiteral("COMMIT"));
    return once;
}

// I6: numbers of transactions are compared as numbers, also where they grow by a digit.
bool longerNumbersComeLater(MutationBench& bench)
{
    QStringList ids;
    for (const int number : {9998, 9999, 10000, 10001}) {
        ids += bench.team.newId();
        bench.database().execute(
            QStringLiteral("INSERT INTO sync.history (xid, tbl, op, row_id, rev, owner_new) VALUES "
                           "('%1', 'customer', 'U', '%2', 2, 2)")
                .arg(QString::number(number), ids.last()));
    }
    const QString since = QStringLiteral("9999:9999:");
    QList<int> heard;
    for (const QString& id : ids)
        heard += MutationBench::fed(*bench.amy, since, id);
    return heard == QList<int>{0, 1, 1, 1};
}

// I2
bool othersRowsStayHidden(MutationBench& bench)
{
    const QString early = MutationBench::cursor(*bench.bob);
    const QString id = bench.customerOf(*bench.amy);
    return MutationBench::fed(*bench.bob, early, id) == 0
        && bench.bob
               ->column(QStringLiteral("SELECT id FROM sync.fetch_customer(ARRAY['%1']::uuid[])")
                            .arg(id))
               .isEmpty();
}

// I18
bool switchedOffSeesNothing(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.bob);
    const QString look =
        QStringLiteral("SELECT id FROM sync.fetch_customer(ARRAY['%1']::uuid[])").arg(id);
    const bool before = bench.bob->column(look).size() == 1;
    bench.database().execute(QStringLiteral("UPDATE app.usr SET active = false WHERE uid = 3"));
    const bool after = bench.bob->column(look).isEmpty();
    bench.database().execute(QStringLiteral("UPDATE app.usr SET active = true WHERE uid = 3"));
    return before && after;
}

// I13
bool conflictIsNoticed(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    const qint64 base = bench.revOf(id);
    return bench.edit(*bench.boss, 1, id, base, R"("remark": "first")") == QLatin1String("ok")
        && bench.edit(*bench.amy, 2, id, base, R"("remark": "second")")
        == QLatin1String("conflict");
}

bool ownEditsFollow(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    const qint64 base = bench.revOf(id);
    return bench.edit(*bench.amy, 2, id, base, R"("remark": "first")") == QLatin1String("ok")
        && bench.edit(*bench.amy, 2, id, base, R"("remark": "second")") == QLatin1String("ok");
}

bool groupClashesTogether(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    const qint64 base = bench.revOf(id);
    return bench.edit(*bench.boss, 1, id, base, R"("province": "江苏省")") == QLatin1String("ok")
        && bench.edit(*bench.amy, 2, id, base, R"("city": "绍兴")") == QLatin1String("conflict");
}

bool deletionMeetsEdit(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    const qint64 base = bench.revOf(id);
    return bench.edit(*bench.boss, 1, id, base, R"("remark": "new")") == QLatin1String("ok")
        && bench.edit(*bench.amy, 2, id, base, R"("deleted": true)") == QLatin1String("conflict");
}

// I13: what is not known to be unchanged counts as changed.
bool shortHistoryIsNoLicence(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    const qint64 base = bench.revOf(id);
    if (bench.edit(*bench.boss, 1, id, base, R"("remark": "first")") != QLatin1String("ok"))
        return false;
    bench.database().execute(QStringLiteral("SET session_replication_role = replica"));
    bench.database().execute(
        QStringLiteral("DELETE FROM sync.history WHERE row_id = '%1' AND rev > %2")
            .arg(id, QString::number(base)));
    bench.database().execute(QStringLiteral("RESET session_replication_role"));
    return bench.edit(*bench.amy, 2, id, base, R"("remark": "second")")
        == QLatin1String("conflict");
}

// I4, by a new row: an edit applied twice would merge away unseen.
bool repeatIsAnsweredAgain(MutationBench& bench)
{
    const QString call = bench.pushCall(2, bench.customerOf(*bench.amy));
    const QString first = bench.amy->scalar(call).toString();
    return first.contains(QStringLiteral("\"ok\"")) && bench.amy->scalar(call).toString() == first;
}

bool gapIsRefused(MutationBench& bench)
{
    const QString call = bench.pushCall(2, bench.customerOf(*bench.amy), 2);
    return bench.amy->refusal(call) == QLatin1String("BATCH_GAP");
}

bool deviceIsOnePersons(MutationBench& bench)
{
    const QString call = bench.pushCall(2, bench.customerOf(*bench.bob));
    return bench.bob->refusal(call) == QLatin1String("DEVICE_UNKNOWN");
}

// I7
bool revisionsCount(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    const qint64 base = bench.revOf(id);
    if (bench.edit(*bench.amy, 2, id, base, R"("remark": "x")") != QLatin1String("ok")
        || bench.revOf(id) != base + 1)
        return false;
    const auto kept = bench.database().scalar(
        QStringLiteral("SELECT array_agg(rev ORDER BY rev) = ARRAY(SELECT generate_series(1, %2)"
                       "::bigint) FROM sync.history WHERE row_id = '%1'")
            .arg(id, QString::number(base + 1)));
    return kept.toBool();
}

// I8
bool partsFollowTheirCustomer(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    bench.amy->scalar(bench.pushCall(2, id));
    bench.boss->scalar(QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], 3, '离职')")
                           .arg(bench.team.newId(), id));
    const auto owners = bench.database().scalar(
        QStringLiteral("SELECT string_agg(owner::text, ',') FROM (SELECT owner FROM app.customer "
                       "WHERE id = '%1' UNION ALL SELECT owner FROM app.contact WHERE customer = "
                       "'%1') x")
            .arg(id));
    return owners.toString() == QLatin1String("3,3");
}

// I9
bool oneClaimWins(MutationBench& bench)
{
    const QString id = bench.customerOf(*bench.amy);
    bench.boss->scalar(QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], 0, '退回')")
                           .arg(bench.team.newId(), id));
    int done = 0;
    for (PgSession* session : {bench.amy.get(), bench.bob.get()}) {
        const QJsonObject answer = session->json(
            QStringLiteral("SELECT srv.claim('%1', '%2')").arg(bench.team.newId(), id));
        done += answer.value(QLatin1String("status")) == QLatin1String("done") ? 1 : 0;
    }
    return done == 1;
}

// I10
bool tamperingShows(MutationBench& bench)
{
    bench.customerOf(*bench.amy);
    PgDatabase& database = bench.database();
    database.execute(QStringLiteral("SELECT sync.seal_up()"));
    const QString broken = QStringLiteral("SELECT count(*) FROM sync.broken_seals()");
    const int before = database.scalar(broken).toInt();
    const auto row = database.scalar(
        QStringLiteral("SELECT max(seq) FROM sync.history WHERE xid < (SELECT max(upto) FROM "
                       "sync.seal)"));
    const auto rewrite = [&](int by) {
        database.execute(QStringLiteral("SET session_replication_role = replica"));
        database.execute(QStringLiteral("UPDATE sync.history SET uid = %1 WHERE seq = %2")
                             .arg(QString::number(by), row.toString()));
        database.execute(QStringLiteral("RESET session_replication_role"));
    };
    const auto uid = database.scalar(
        QStringLiteral("SELECT uid FROM sync.history WHERE seq = %1").arg(row.toString()));
    rewrite(99);
    const int after = database.scalar(broken).toInt();
    rewrite(uid.toInt());
    return before == 0 && after > 0;
}

QString hashOfText(const QString& text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

// Who knows the hash of a content he never had cannot name it, and so never read it.
bool hashIsNoLicence(MutationBench& bench)
{
    const QString text = QStringLiteral("content %1").arg(++bench.customers);
    const QString hash = hashOfText(text);
    bench.amy->scalar(QStringLiteral("SELECT sync.blob_put('%1', 0, 1, convert_to('%2', 'UTF8'))")
                          .arg(hash, text));
    bench.amy->scalar(QStringLiteral("SELECT sync.blob_done('%1')").arg(hash));
    const QString customer = bench.customerOf(*bench.bob);
    return bench.team.pushed(*bench.bob,
               3,
               insertOf(QStringLiteral("attachment"),
                   bench.team.newId(),
                   QStringLiteral(
                       R"("customer": "%1", "kind": "customer", "record": "%1", "name": )"
                       R"("a.txt", "bytes": %2, "sha256": "%3")")
                       .arg(customer, QString::number(text.size()), hash)))
        == QStringLiteral("CONTENT_MISSING");
}

// Nobody's bytes pass for another content.
bool contentIsItsHash(MutationBench& bench)
{
    const QString hash = hashOfText(QStringLiteral("wanted %1").arg(++bench.customers));
    bench.bob->scalar(
        QStringLiteral("SELECT sync.blob_put('%1', 0, 1, convert_to('other', 'UTF8'))").arg(hash));
    return !bench.bob->scalar(QStringLiteral("SELECT sync.blob_done('%1')").arg(hash)).toBool();
}

// ---- what is broken ----

struct Mutant {
    const char* what;
    const char* function;
    const char* original;
    const char* broken;
    bool (*check)(MutationBench&);
};

constexpr Mutant kMutants[] = {
    {"the feed goes by the number of the transaction alone",
        "sync.feed",
        "h.xid >= pg_snapshot_xmin(since) AND NOT pg_visible_in_snapshot(h.xid, since)",
        "h.xid >= pg_snapshot_xmax(since)",
        slowWriterIsHeard},
    {"the feed waits for the oldest writer",
        "sync.feed",
        "AND NOT pg_visible_in_snapshot(h.xid, since)",
        "AND h.xid < pg_snapshot_xmin(pg_current_snapshot())",
        nothingIsHeardTwice},
    {"the feed repeats what its cursor has seen",
        "sync.feed",
        "AND NOT pg_visible_in_snapshot(h.xid, since)",
        "",
        nothingIsHeardTwice},
    {"the feed compares numbers as text",
        "sync.feed",
        "h.xid >= pg_snapshot_xmin(since)",
        "h.xid::text >= pg_snapshot_xmin(since)::text",
        longerNumbersComeLater},
    {"everybody owns everything",
        "app.own_reach",
        "u.login = session_user AND u.active",
        "u.active",
        othersRowsStayHidden},
    {"who is switched off keeps the own rows",
        "app.own_reach",
        "u.login = session_user AND u.active",
        "u.login = session_user",
        switchedOffSeesNothing},
    {"nobody ever changed anything",
        "sync.changed_since",
        "RETURN groups;",
        "RETURN '{}';",
        conflictIsNoticed},
    {"one's own edits count as another's",
        "sync.changed_since",
        "AND h.device IS DISTINCT FROM changed_since.device",
        "",
        ownEditsFollow},
    {"a history cut short counts as none",
        "sync.changed_since",
        "IF seen < (current ->> 'rev')::bigint - base THEN",
        "IF false THEN",
        shortHistoryIsNoLicence},
    {"columns merge one by one",
        "sync.merge",
        "w.key AS name, c.grp,",
        "w.key AS name, w.key AS grp,",
        groupClashesTogether},
    {"a deletion is a column like any other",
        "sync.merge",
        "against_all OR (theirs",
        "(theirs",
        deletionMeetsEdit},
    {"a repeated batch is worked on again",
        "sync.push",
        "RETURN mine.last_result;",
        "NULL;",
        repeatIsAnsweredAgain},
    {"the number of a batch does not matter",
        "sync.push",
        "ELSIF push.batch IS DISTINCT FROM mine.last_batch + 1 THEN",
        "ELSIF false THEN",
        gapIsRefused},
    {"a device is anybody's", "sync.push", " OR mine.uid <> me", "", deviceIsOnePersons},
    {"revisions stand still",
        "app.stamp_customer",
        "NEW.rev := OLD.rev + 1;",
        "NEW.rev := OLD.rev;",
        revisionsCount},
    {"changes are not written down",
        "sync.note",
        "old_owner := OLD.owner;",
        "RETURN NULL;",
        revisionsCount},
    {"a handover forgets what hangs on the customer",
        "srv.hand",
        "WHERE x.on_root AND x.tbl <> 'customer'",
        "WHERE x.on_root AND x.tbl = 'customer'",
        partsFollowTheirCustomer},
    {"the last claim wins", "srv.claim", "NOT FOUND OR owner_ <> 0", "NOT FOUND", oneClaimWins},
    {"who knows a hash may name its content",
        "sync.content_stands",
        "u.uid = app.me() AND u.hash = NEW.sha256",
        "u.hash = NEW.sha256",
        hashIsNoLicence},
    {"a content is what it is said to be",
        "sync.blob_done",
        "IF found_ <> mine.hash THEN",
        "IF false THEN",
        contentIsItsHash},
    {"no seal is ever broken", "sync.broken_seals", "RETURN NEXT s.no;", "NULL;", tamperingShows},
};

QString definitionOf(PgDatabase& database, const char* function)
{
    return database
        .scalar(QStringLiteral("SELECT pg_get_functiondef('%1'::regproc)")
                    .arg(QString::fromLatin1(function)))
        .toString();
}

} // namespace

TEST_CASE("each check of the server turns red when what it checks is broken, and only then",
    "[server][mutation]")
{
    MutationBench bench;
    for (const Mutant& mutant : kMutants) {
        CAPTURE(mutant.what);
        const QString whole = definitionOf(bench.database(), mutant.function);
        const QString original = QString::fromUtf8(mutant.original);
        REQUIRE(whole.count(original) == 1);
        CHECK(mutant.check(bench));
        QString broken = whole;
        broken.replace(original, QString::fromUtf8(mutant.broken));
        bench.database().execute(broken);
        CHECK_FALSE(mutant.check(bench));
        bench.database().execute(whole);
        CHECK(mutant.check(bench));
    }
}
