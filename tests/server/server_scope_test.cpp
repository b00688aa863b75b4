// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

QStringList names(PgSession& session, const QString& id)
{
    return session.column(
        QStringLiteral("SELECT name FROM sync.fetch_customer(ARRAY['%1']::uuid[])").arg(id));
}

QStringList fed(PgSession& session, const QString& table)
{
    return session.column(
        QStringLiteral("SELECT row_id FROM sync.feed('1:1:') WHERE tbl = '%1'").arg(table));
}

QString contactOf(const QString& customer)
{
    return QStringLiteral(R"("customer": "%1", "name": "王工")").arg(customer);
}

} // namespace

TEST_CASE("a rep sees and hears of the own customers, a manager of all (I2)", "[server][scope]")
{
    Team team;
    const auto boss = team.client(1);
    const auto amy = team.client(2);
    const auto bob = team.client(3);
    const QString id = team.customer(*amy, QStringLiteral("甲"));
    CHECK(names(*amy, id) == QStringList{QStringLiteral("甲")});
    CHECK(names(*boss, id) == QStringList{QStringLiteral("甲")});
    CHECK(names(*bob, id).isEmpty());
    CHECK(fed(*amy, QStringLiteral("customer")) == QStringList{id});
    CHECK(fed(*bob, QStringLiteral("customer")).isEmpty());
    CHECK(bob->column(QStringLiteral("SELECT id FROM sync.load_customer(2, NULL, 100)")).isEmpty());
    CHECK(bob->column(QStringLiteral("SELECT id FROM sync.root_contact('%1')").arg(id)).isEmpty());
    CHECK(bob->scalar(QStringLiteral("SELECT n FROM sync.digest('customer', 2)")).toInt() == 0);
    CHECK(amy->scalar(QStringLiteral("SELECT n FROM sync.digest('customer', 2)")).toInt() == 1);
}

TEST_CASE("what hangs on a customer has its owner and no other (I8)", "[server][scope]")
{
    Team team;
    const auto boss = team.client(1);
    const auto amy = team.client(2);
    const auto bob = team.client(3);
    const QString id = team.customer(*amy, QStringLiteral("甲"));
    const QString contact = team.newId();
    CHECK(team.pushed(*boss, 1, insertOf(QStringLiteral("contact"), contact, contactOf(id)))
        == QStringLiteral("ok"));
    const QString owner =
        QStringLiteral("SELECT owner FROM app.contact WHERE id = '%1'").arg(contact);
    CHECK(team.database().scalar(owner).toInt() == 2); // the boss typed it, Amy owns it
    CHECK(team.pushed(*bob, 3, insertOf(QStringLiteral("contact"), team.newId(), contactOf(id)))
        == QStringLiteral("NOT_VISIBLE"));
    const QString other = team.customer(*amy, QStringLiteral("乙"));
    CHECK(team.pushed(*amy,
              2,
              updateOf(QStringLiteral("contact"),
                  contact,
                  1,
                  QStringLiteral(R"("customer": "%1")").arg(other)))
        == QStringLiteral("ROOT_FIXED"));
    SECTION("a handover takes everything along, in one act")
    {
        const QJsonObject answer =
            boss->json(QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], 3, '离职')")
                           .arg(team.newId(), id));
        CHECK(answer.value(QLatin1String("status")).toString() == QStringLiteral("done"));
        CHECK(team.database().scalar(owner).toInt() == 3);
        CHECK(names(*amy, id).isEmpty());
        CHECK(names(*bob, id).size() == 1);
        // Amy hears of it once more, so that her copy can drop it.
        CHECK(fed(*amy, QStringLiteral("customer")).contains(id));
        CHECK(fed(*bob, QStringLiteral("contact")) == QStringList{contact});
    }
}

TEST_CASE("a customer of the pool shows who it is, not how to reach it", "[server][scope]")
{
    Team team;
    const auto boss = team.client(1);
    const auto amy = team.client(2);
    const auto dan = team.client(4);
    const QString id =
        team.customer(*amy, QStringLiteral("甲"), QStringLiteral(R"(, "phone": "0574-1")"));
    CHECK(team.pushed(*amy, 2, insertOf(QStringLiteral("contact"), team.newId(), contactOf(id)))
        == QStringLiteral("ok"));
    boss->scalar(QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], 0, '久未联系')")
                     .arg(team.newId(), id));
    const QString phone =
        QStringLiteral("SELECT phone FROM sync.fetch_customer(ARRAY['%1']::uuid[])").arg(id);
    CHECK(names(*amy, id).size() == 1);
    CHECK(amy->scalar(phone).toString().isEmpty());
    CHECK(boss->scalar(phone).toString() == QStringLiteral("0574-1"));
    CHECK(amy->column(QStringLiteral("SELECT id FROM sync.root_contact('%1')").arg(id)).isEmpty());
    CHECK(
        team.pushed(
            *amy, 2, updateOf(QStringLiteral("customer"), id, 4, QStringLiteral(R"("phone": "x")")))
        != QStringLiteral("ok"));
    CHECK(dan->scalar(phone).toString() == QStringLiteral("0574-1")); // sees everybody's
}

TEST_CASE("a grant shows one customer for a while and ends with a handover", "[server][scope]")
{
    Team team;
    const auto boss = team.client(1);
    const auto amy = team.client(2);
    const auto bob = team.client(3);
    const QString id = team.customer(*amy, QStringLiteral("甲"));
    const auto grant = [&](PgSession& by, int receiver, const char* until) {
        return by
            .json(QStringLiteral("SELECT srv.grant_access('%1', '%2', %3, now() + interval "
                                 "'%4', '投标')")
                      .arg(team.newId(), id, QString::number(receiver), QString::fromLatin1(until)))
            .value(QLatin1String("status"))
            .toString();
    };
    CHECK(bob->refusal(QStringLiteral("SELECT srv.grant_access('%1', '%2', 3, now() + interval '1 "
                                      "day', 'x')")
                           .arg(team.newId(), id))
        == QStringLiteral("NOT_VISIBLE"));
    CHECK(grant(*amy, 3, "-1 day") == QStringLiteral("refused"));
    CHECK(grant(*amy, 3, "1 day") == QStringLiteral("done"));
    CHECK(names(*bob, id).size() == 1);
    CHECK(team.pushed(*bob, 3, insertOf(QStringLiteral("contact"), team.newId(), contactOf(id)))
        == QStringLiteral("ok"));
    SECTION("it runs out by itself")
    {
        team.database().execute(
            QStringLiteral("UPDATE app.grant_ SET until = now() - interval '1 second'"));
        CHECK(names(*bob, id).isEmpty());
    }
    SECTION("it is taken back")
    {
        amy->scalar(
            QStringLiteral("SELECT srv.revoke_access('%1', '%2', 3)").arg(team.newId(), id));
        CHECK(names(*bob, id).isEmpty());
    }
    SECTION("a handover ends it")
    {
        boss->scalar(QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], 1, 'x')")
                         .arg(team.newId(), id));
        CHECK(names(*bob, id).isEmpty());
    }
}

TEST_CASE("costs reach nobody without the right to them", "[server][scope]")
{
    Team team;
    const auto boss = team.client(1);
    const auto amy = team.client(2);
    team.database().execute(QStringLiteral(
        "INSERT INTO app.supplier (id, code, name) VALUES (gen_random_uuid(), 'S', '上海钢铁')"));
    const QString suppliers = QStringLiteral("SELECT code FROM sync.load_supplier(0, NULL, 10)");
    CHECK(boss->column(suppliers).size() == 1);
    CHECK(amy->column(suppliers).isEmpty());
    CHECK(fed(*boss, QStringLiteral("supplier")).size() == 1);
    CHECK(fed(*amy, QStringLiteral("supplier")).isEmpty());
    CHECK(amy->scalar(QStringLiteral("SELECT n FROM sync.digest('supplier', NULL)")).toInt() == 0);
    CHECK(team.pushed(*amy,
              2,
              insertOf(QStringLiteral("supplier"),
                  team.newId(),
                  QStringLiteral(R"("code": "T", "name": "t")")))
        == QStringLiteral("PERMISSION"));
}

TEST_CASE("a saved view is its maker's until it is shared", "[server][scope]")
{
    Team team;
    const auto amy = team.client(2);
    const auto bob = team.client(3);
    const QString id = team.newId();
    CHECK(team.pushed(*amy,
              2,
              insertOf(QStringLiteral("saved_view"),
                  id,
                  QStringLiteral(R"("page": "customers", "name": "mine", "content": "{}")")))
        == QStringLiteral("ok"));
    const QString view =
        QStringLiteral("SELECT name FROM sync.fetch_saved_view(ARRAY['%1']::uuid[])").arg(id);
    CHECK(amy->column(view).size() == 1);
    CHECK(bob->column(view).isEmpty());
    CHECK(team.pushed(*bob,
              3,
              updateOf(QStringLiteral("saved_view"), id, 1, QStringLiteral(R"("shared": true)")))
        == QStringLiteral("NOT_VISIBLE"));
    CHECK(team.pushed(*amy,
              2,
              updateOf(QStringLiteral("saved_view"), id, 1, QStringLiteral(R"("shared": true)")))
        == QStringLiteral("ok"));
    CHECK(bob->column(view).size() == 1);
}
