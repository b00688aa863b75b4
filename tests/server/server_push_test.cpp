// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct Customer {
    Team team;
    std::unique_ptr<PgSession> boss = team.client(1);
    std::unique_ptr<PgSession> amy = team.client(2);
    QString id =
        team.customer(*amy, QStringLiteral("宁波鑫达"), QStringLiteral(", \"city\": \"宁波\""));

    QString value(const QString& column)
    {
        return team.database()
            .scalar(
                QStringLiteral("SELECT %1::text FROM app.customer WHERE id = '%2'").arg(column, id))
            .toString();
    }
    qint64 rev() { return value(QStringLiteral("rev")).toLongLong(); }
    QString edit(PgSession& session, int person, qint64 base, const char* values)
    {
        return team.pushed(session,
            person,
            updateOf(QStringLiteral("customer"), id, base, QString::fromUtf8(values)));
    }
};

} // namespace

TEST_CASE("an edit of what nobody else changed is applied and raises the revision by one (I7)",
    "[server][push]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.amy, 2, base, R"("phone": "0574")") == QStringLiteral("ok"));
    CHECK(customer.value(QStringLiteral("phone")) == QStringLiteral("0574"));
    CHECK(customer.rev() == base + 1);
    const auto revisions = customer.team.database().scalar(
        QStringLiteral("SELECT string_agg(rev::text, ',' ORDER BY rev) FROM sync.history WHERE "
                       "row_id = '%1'")
            .arg(customer.id));
    CHECK(revisions.toString() == QStringLiteral("1,2,3")); // made, taken up, edited: each once
}

TEST_CASE("two edits of different columns on one revision both stand", "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.boss, 1, base, R"("website": "a.cn")") == QStringLiteral("ok"));
    CHECK(customer.edit(*customer.amy, 2, base, R"("phone": "0574")") == QStringLiteral("ok"));
    CHECK(customer.value(QStringLiteral("website")) == QStringLiteral("a.cn"));
    CHECK(customer.value(QStringLiteral("phone")) == QStringLiteral("0574"));
}

TEST_CASE("two edits of one column are a conflict: the first stays, both are kept (I13)",
    "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.boss, 1, base, R"("remark": "first")") == QStringLiteral("ok"));
    const QJsonArray results = customer.team.push(*customer.amy,
        2,
        updateOf(QStringLiteral("customer"),
            customer.id,
            base,
            QStringLiteral(R"("remark": "second", "phone": "0574")")));
    const QJsonObject one = results.first().toObject();
    CHECK(one.value(QLatin1String("s")).toString() == QStringLiteral("conflict"));
    const QJsonObject remark =
        one.value(QLatin1String("cols")).toObject().value(QLatin1String("remark")).toObject();
    CHECK(remark.value(QLatin1String("mine")).toString() == QStringLiteral("second"));
    CHECK(remark.value(QLatin1String("theirs")).toString() == QStringLiteral("first"));
    CHECK(customer.value(QStringLiteral("remark")) == QStringLiteral("first"));
    CHECK(customer.value(QStringLiteral("phone")) == QStringLiteral("0574")); // the rest applies
    const auto kept = customer.team.database().scalar(
        QStringLiteral("SELECT mine->'v'->>'remark' FROM sync.conflict WHERE kind = 'conflict'"));
    CHECK(kept.toString() == QStringLiteral("second"));
    // who and when, in the answer and in what is kept of it
    CHECK(remark.value(QLatin1String("by")).toInt() == 1);
    const auto changed = customer.team.database().scalar(
        QStringLiteral("SELECT (extract(epoch FROM ts) * 1000)::bigint FROM sync.history WHERE "
                       "row_id = '%1' AND new->>'remark' = 'first'")
            .arg(customer.id));
    CHECK(remark.value(QLatin1String("at")).toInteger() == changed.toLongLong());
    const auto told = customer.team.database().scalar(QStringLiteral(
        "SELECT theirs->'remark'->>'by' FROM sync.conflict WHERE kind = 'conflict'"));
    CHECK(told.toString() == QStringLiteral("1"));
}

TEST_CASE("edits of one copy follow each other, whatever batch they travelled in",
    "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.amy, 2, base, R"("remark": "one")") == QStringLiteral("ok"));
    CHECK(customer.edit(*customer.amy, 2, base, R"("remark": "two")") == QStringLiteral("ok"));
    CHECK(customer.value(QStringLiteral("remark")) == QStringLiteral("two"));
    CHECK(
        customer.edit(*customer.boss, 1, base + 2, R"("remark": "boss")") == QStringLiteral("ok"));
    CHECK(customer.edit(*customer.amy, 2, base, R"("remark": "three")")
        == QStringLiteral("conflict"));
    CHECK(customer.value(QStringLiteral("remark")) == QStringLiteral("boss"));
    CHECK(
        customer.edit(*customer.amy, 2, base, R"("deleted": true)") == QStringLiteral("conflict"));
}

TEST_CASE("a second PC of the same person is another copy: its edits do not pass unseen",
    "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    const QString laptop = QStringLiteral("dddddddd-0000-7000-8000-000000000099");
    const auto other = customer.team.session(2);
    other->scalar(QStringLiteral("SELECT sync.hello('%1', 'laptop', 2)").arg(laptop));
    other->scalar(QStringLiteral("SELECT sync.push('%1', 1, '{\"groups\": [{\"at\": 1, \"ops\": "
                                 "[%2]}]}')")
                      .arg(laptop,
                          updateOf(QStringLiteral("customer"),
                              customer.id,
                              base,
                              QStringLiteral(R"("remark": "laptop")"))));
    CHECK(
        customer.edit(*customer.amy, 2, base, R"("remark": "desk")") == QStringLiteral("conflict"));
    CHECK(customer.value(QStringLiteral("remark")) == QStringLiteral("laptop"));
}

TEST_CASE("an edit of what another deleted names who deleted it for every column and added field",
    "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.boss, 1, base, R"("deleted": true)") == QStringLiteral("ok"));
    const QJsonArray results = customer.team.push(*customer.amy,
        2,
        updateOf(QStringLiteral("customer"),
            customer.id,
            base,
            QStringLiteral(R"("remark": "late", "custom": {"colour": "red"})")));
    const QJsonObject cols = results.first().toObject().value(QLatin1String("cols")).toObject();
    CHECK(cols.keys() == QStringList{QStringLiteral("custom.colour"), QStringLiteral("remark")});
    for (const QString& column : cols.keys())
        CHECK(cols.value(column).toObject().value(QLatin1String("by")).toInt() == 1);
}

TEST_CASE("the same value written twice is no conflict", "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.boss, 1, base, R"("remark": "same")") == QStringLiteral("ok"));
    CHECK(customer.edit(*customer.amy, 2, base, R"("remark": "same")") == QStringLiteral("ok"));
    CHECK(customer.rev() == base + 1);
}

TEST_CASE("columns that make sense only together are in conflict together", "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(
        customer.edit(*customer.boss, 1, base, R"("province": "江苏省")") == QStringLiteral("ok"));
    CHECK(customer.edit(*customer.amy, 2, base, R"("city": "绍兴")") == QStringLiteral("conflict"));
    CHECK(customer.value(QStringLiteral("city")) == QStringLiteral("宁波"));
}

TEST_CASE("added fields merge one by one", "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.boss, 1, base, R"("custom": {"colour": "red"})")
        == QStringLiteral("ok"));
    CHECK(
        customer.edit(*customer.amy, 2, base, R"("custom": {"size": 4})") == QStringLiteral("ok"));
    CHECK(customer.value(QStringLiteral("custom"))
        == QStringLiteral("{\"size\": 4, \"colour\": \"red\"}"));
    CHECK(customer.edit(*customer.amy, 2, base, R"("custom": {"colour": "blue"})")
        == QStringLiteral("conflict"));
    CHECK(customer.edit(*customer.amy, 2, customer.rev(), R"("custom": {"colour": null})")
        == QStringLiteral("ok")); // emptied
    CHECK(customer.value(QStringLiteral("custom")) == QStringLiteral("{\"size\": 4}"));
}

TEST_CASE(
    "deleting what somebody else edited meanwhile is a conflict, and so is the other way round",
    "[server][push][merge]")
{
    Customer customer;
    const qint64 base = customer.rev();
    CHECK(customer.edit(*customer.boss, 1, base, R"("remark": "new")") == QStringLiteral("ok"));
    CHECK(
        customer.edit(*customer.amy, 2, base, R"("deleted": true)") == QStringLiteral("conflict"));
    CHECK(customer.value(QStringLiteral("deleted")) == QStringLiteral("false"));
    const qint64 now = customer.rev();
    CHECK(customer.edit(*customer.amy, 2, now, R"("deleted": true)") == QStringLiteral("ok"));
    CHECK(
        customer.edit(*customer.boss, 1, now, R"("remark": "late")") == QStringLiteral("conflict"));
    CHECK(customer.value(QStringLiteral("remark")) == QStringLiteral("new"));
}

TEST_CASE("a batch sent again is answered again and applied once (I4)", "[server][push]")
{
    Customer customer;
    const QString call =
        QStringLiteral(R"(SELECT sync.push('%1', 1, '{"groups": [{"at": 5, "ops": [%2]}]}'))")
            .arg(Team::device(2),
                insertOf(QStringLiteral("contact"),
                    customer.team.newId(),
                    QStringLiteral(R"("customer": "%1", "name": "王工")").arg(customer.id)));
    const QString first = customer.amy->scalar(call).toString();
    CHECK(customer.amy->scalar(call).toString() == first);
    CHECK(
        customer.team.database().scalar(QStringLiteral("SELECT count(*) FROM app.contact")).toInt()
        == 1);
    QString gap = call;
    gap.replace(QStringLiteral(", 1, "), QStringLiteral(", 3, "));
    CHECK(customer.amy->refusal(gap) == QStringLiteral("BATCH_GAP"));
}

TEST_CASE(
    "a group of edits applies whole or not at all, and the groups beside it do", "[server][push]")
{
    Customer customer;
    const QString good = insertOf(QStringLiteral("contact"),
        customer.team.newId(),
        QStringLiteral(R"("customer": "%1", "name": "good")").arg(customer.id));
    const QString bad = insertOf(QStringLiteral("contact"),
        customer.team.newId(),
        QStringLiteral(R"("customer": "%1", "name": "bad", "no_such": 1)").arg(customer.id));
    const QString alone = insertOf(QStringLiteral("contact"),
        customer.team.newId(),
        QStringLiteral(R"("customer": "%1", "name": "alone")").arg(customer.id));
    const QJsonObject answer = customer.amy->json(QStringLiteral(
        R"(SELECT sync.push('%1', 1, '{"groups": [{"at": 1, "ops": [%2, %3]}, {"at": 2, "ops": [%4]}]}'))")
                                                      .arg(Team::device(2), good, bad, alone));
    QStringList states;
    for (const QJsonValue& one : answer.value(QLatin1String("results")).toArray())
        states += one.toObject().value(QLatin1String("s")).toString();
    CHECK(states
        == QStringList{QStringLiteral("refused"), QStringLiteral("refused"), QStringLiteral("ok")});
    CHECK(customer.team.database().scalar(QStringLiteral("SELECT name FROM app.contact")).toString()
        == QStringLiteral("alone"));
    const auto kept = customer.team.database().scalar(
        QStringLiteral("SELECT count(*) FROM sync.conflict WHERE kind = 'refused'"));
    CHECK(kept.toInt() == 2); // nothing typed is lost
}

TEST_CASE("a reference to nothing is refused with its group only", "[server][push]")
{
    Customer customer;
    CHECK(customer.team.pushed(*customer.amy,
              2,
              insertOf(QStringLiteral("opportunity"),
                  customer.team.newId(),
                  QStringLiteral(R"("customer": "%1", "stage": "%2", "name": "x", "number": "O-1")")
                      .arg(customer.id, customer.team.newId())))
        == QStringLiteral("REFERENCE_UNKNOWN"));
}

TEST_CASE("an administrator adds teams and regions, which have numbers for ids", "[server][push]")
{
    Customer customer;
    const QString region = insertOf(QStringLiteral("region"),
        QStringLiteral("7"),
        QStringLiteral(R"("code": "HD", "name": "华东")"));
    CHECK(customer.team.pushed(*customer.amy, 2, region) == QStringLiteral("PERMISSION"));
    CHECK(customer.team.pushed(*customer.boss, 1, region) == QStringLiteral("ok"));
    CHECK(customer.team.pushed(*customer.boss,
              1,
              updateOf(QStringLiteral("region"),
                  QStringLiteral("7"),
                  1,
                  QStringLiteral(R"("name": "东部")")))
        == QStringLiteral("ok"));
    CHECK(customer.amy->scalar(QStringLiteral("SELECT name FROM sync.fetch_region(ARRAY[7])"))
              .toString()
        == QStringLiteral("东部"));
}
