// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/customers/name_keys.h"
#include "core/exchange/company.h"
#include "core/exchange/demo_company.h"
#include "core/storage/store.h"
#include "core/sync/crash_point.h"
#include "core/sync/row_writer.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/support/demo_copy.h"
#include "tests/sync/join_fixture.h"
#include "tests/sync/random_company.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("the founder's demo company joins an empty server with every record and every person",
    "[sync][join][joindemo]")
{
    const auto server = freshServer(QStringLiteral("owner"));
    const QTemporaryDir folder;
    const ManualClock clock(Instant::fromMilliseconds(1'772'330'400'000), QDate(2026, 3, 1));
    const QString original = demoCompanyCopy(folder.path(), clock);
    QElapsedTimer timer;
    timer.start();
    Joining joining(*server, 1, folder.filePath(QStringLiteral("team.chengdan")), original);
    const auto report = value(joining.run());
    const double seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    qint64 records = 0;
    for (const sync::JoinKind& kind : report.kinds)
        records += kind.records;
    std::printf(
        "demo company joins: %lld records in %.1f s\n", static_cast<long long>(records), seconds);
    CHECK(report.unsent == 0);
    CHECK(report.state.stage == sync::JoinState::Stage::Done);
    const Fates fates = checkNothingLost(*server, original, *joining.database);
    for (const sync::JoinHeld& held : report.held)
        UNSCOPED_INFO(held.type->table << " " << held.title.toStdString() << ": "
                                       << held.why.code.toStdString());
    CHECK(fates.kept == 0);
    CHECK(report.held.empty());
    CHECK(fates.local > 0);
    CHECK(server
              ->scalar(QStringLiteral("SELECT count(*) FROM app.company_setting WHERE key IN "
                                      "('owner.login', 'device.code')"))
              .toInt()
        == 0); // those are this PC's
    CHECK(fates.there > 5000);
    CHECK(value(sync::verifyReplica(*joining.database, *joining.link)) == 0);
}

namespace {

const ManualClock kMorningClock(Instant::fromMilliseconds(1'772'330'400'000), QDate(2026, 3, 1));

/// A single-user file of "amy", with whatever `fill` puts there.
QString ownFile(const QTemporaryDir& folder,
    const QString& name,
    const std::function<void(storage::Database&, IdSource&)>& fill)
{
    const QString path = folder.filePath(name);
    exchange::NewCompany company;
    company.companyName = QStringLiteral("自己的公司");
    company.ownerLogin = QStringLiteral("amy");
    company.ownerName = QStringLiteral("Amy");
    company.seed = qHash(name) + 1;
    const auto database = value(exchange::createCompany(path, company, kMorningClock));
    IdSource ids(kMorningClock, qHash(name) + 7);
    fill(*database, ids);
    return path;
}

QByteArray addOwnCustomer(storage::Database& database,
    IdSource& ids,
    const QString& name,
    const QString& creditCode,
    const QString& number)
{
    customers::Customer customer;
    value(database.write(
        PersonId::fromNumber(1), [&](storage::Transaction& transaction) -> Result<void> {
            customer.id = CustomerId::make(ids);
            customer.meta.owner = PersonId::fromNumber(1);
            customer.meta.root = customer.id;
            customer.name = name;
            customer.nameKey = customers::nameKeyOf(name);
            customer.creditCode = creditCode;
            customer.number = number;
            storage::insert(transaction, customer);
            customers::Contact contact;
            contact.id = ContactId::make(ids);
            contact.customer = customer.id;
            contact.meta.owner = customer.meta.owner;
            contact.meta.root = customer.id;
            contact.name = name + QStringLiteral("的联系人");
            storage::insert(transaction, contact);
            return {};
        }));
    return customer.id.raw().bytes();
}

constexpr char kTaken[] = "91330200MA2AAAAA1X";
constexpr char kMine[] = "91330200MA2BBBBB1X";

} // namespace

TEST_CASE("a rep's file joins a team: taken customers wait, own ones are known again, numbers stay "
          "apart",
    "[sync][join][joindata]")
{
    Office office;
    const auto bob = office.pc(3);
    bob->addCustomer(QStringLiteral("鑫达"), QLatin1String(kTaken));
    bob->synced();
    const auto amy = office.pc(2);
    const QByteArray known = amy->addCustomer(QStringLiteral("远景"), QLatin1String(kMine));
    amy->synced();
    const QTemporaryDir folder;
    QByteArray taken;
    const QString original =
        ownFile(folder, QStringLiteral("own.chengdan"), [&](auto& own, auto& ids) {
            taken = addOwnCustomer(own,
                ids,
                QStringLiteral("鑫达机械"),
                QLatin1String(kTaken),
                QStringLiteral("KH-A1-2026-0001"));
            addOwnCustomer(own,
                ids,
                QStringLiteral("远景能源"),
                QLatin1String(kMine),
                QStringLiteral("KH-A1-2026-0002"));
            addOwnCustomer(
                own, ids, QStringLiteral("新客户"), {}, QStringLiteral("KH-A1-2026-0003"));
        });
    Joining joining(office.server(), 2, folder.filePath(QStringLiteral("team.chengdan")), original);
    sync::DataJoin join(*joining.database);
    const auto preview = value(join.preview(original));
    CHECK(preview.people.people.front().fate == sync::PersonMatch::Fate::Myself);
    CHECK(preview.renumbered == 2); // the known one keeps the server's
    CHECK(QFileInfo::exists(preview.backup));
    CHECK(joining.database->reader().scalar(QStringLiteral("SELECT count(*) FROM _op"))
        == schema::Value(qint64{0}));
    const auto report = value(joining.run());
    const Fates fates = checkNothingLost(office.server(), original, *joining.database);
    CHECK(fates.reasons.value(QStringLiteral("REGISTERED_ALREADY")) == 1);
    CHECK(fates.reasons.value(QStringLiteral("under REGISTERED_ALREADY")) == 1);
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT count(*) FROM app.customer WHERE owner = 2"))
              .toInt()
        == 2);
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT number FROM app.customer WHERE name = '新客户'"))
              .toString()
        == QStringLiteral("KH-%1-2026-0003")
               .arg(value(sync::linkOf(*joining.database))->deviceCode));
    // The contact of the customer that was known hangs on the server's.
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT count(*) FROM app.contact WHERE root_id = '%1'")
                          .arg(RawId::fromBytes(known).toString()))
              .toInt()
        == 1);
    // The taken one stays in this copy with its contact until somebody decides.
    CHECK(joining.database->reader().scalar(
              QStringLiteral("SELECT count(*) FROM contact WHERE root_id = ?"), {taken})
        == schema::Value(qint64{1}));
    bob->synced();
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM customer WHERE owner = 2")) == 0);
    CHECK(value(sync::verifyReplica(*joining.database, *joining.link)) == 0);
    // Once more changes nothing.
    value(joining.run());
    CHECK(checkNothingLost(office.server(), original, *joining.database).there == fates.there);
}

TEST_CASE("who left a server with a copy and joins again sends what was changed meanwhile, once",
    "[sync][join][joindata]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("鑫达"));
    const QByteArray contact = amy->addContact(customer, QStringLiteral("王工"));
    amy->synced();
    const QTemporaryDir folder;
    const QString left = folder.filePath(QStringLiteral("left.chengdan"));
    value(sync::leaveWithCopy(amy->database(), left));
    {
        const auto own = value(exchange::openCompany(left, kMorningClock));
        IdSource ids(kMorningClock, 9);
        value(own->write(
            PersonId::fromNumber(2), [&](storage::Transaction& transaction) -> Result<void> {
                sync::writeAgain(transaction,
                    *own->type(QStringLiteral("customer")),
                    customer,
                    {{QStringLiteral("remark"), QStringLiteral("离开时写的")}});
                return {};
            }));
        addOwnCustomer(
            *own, ids, QStringLiteral("离开时加的"), {}, QStringLiteral("KH-A1-2026-0009"));
    }
    boss->synced();
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("x.cn")}});
    boss->set("contact", contact, {{QStringLiteral("name"), QStringLiteral("王总")}});
    boss->synced();
    Joining joining(office.server(), 2, folder.filePath(QStringLiteral("again.chengdan")), left);
    const auto report = value(joining.run());
    CHECK(report.unsent == 0);
    CHECK(office.server()
              .scalar(
                  QStringLiteral("SELECT remark || website FROM app.customer WHERE name = '鑫达'"))
              .toString()
        == QStringLiteral("离开时写的x.cn"));
    CHECK(office.server()
              .scalar(QStringLiteral("SELECT name FROM app.contact WHERE id = '%1'")
                          .arg(RawId::fromBytes(contact).toString()))
              .toString()
        == QStringLiteral("王总"));
    CHECK(office.server().scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt() == 2);
    for (const sync::TrayEntry& entry : value(sync::trayEntries(*joining.database)))
        FAIL_CHECK("in the tray: " << entry.type->table << " " << entry.why.code.toStdString());
}

TEST_CASE("random files join with nothing lost, whoever brings them and whatever the server holds",
    "[sync][join][joindata][joinrandom]")
{
    const QStringList keys{QStringLiteral("K-1"), QStringLiteral("K-2"), QStringLiteral("K-3")};
    Fates all;
    for (unsigned seed = 1; seed <= 24; ++seed) {
        INFO("seed " << seed);
        // A founder, a rep, and an administrator who has no right to costs.
        const auto fresh = seed % 3 == 1 ? freshServer(QStringLiteral("amy")) : nullptr;
        const auto office = fresh ? nullptr : std::make_unique<Office>();
        PgDatabase& server = fresh ? *fresh : office->server();
        const int person = seed % 3 == 0 ? 2 : 1;
        const QTemporaryDir folder;
        if (seed % 2 == 0 && !fresh) { // somebody else's rows are there, with some of the same keys
            const auto bob = office->pc(3);
            for (const QString& key : keys.mid(0, 2))
                bob->addCustomer(QStringLiteral("已有") + key, key);
            bob->synced();
        }
        if (seed % 4 == 0)
            for (const QString& key : keys)
                server.execute(QStringLiteral("INSERT INTO app.uom (id, code, name) VALUES "
                                              "(gen_random_uuid(), '%1', '单位')")
                                   .arg(key));
        const QString original = ownFile(folder,
            QStringLiteral("own%1.chengdan").arg(seed),
            [&](auto& own, auto&) { RandomCompany(own, seed).fill(9, keys); });
        Joining joining(server, person, folder.filePath(QStringLiteral("team.chengdan")), original);
        const auto report = value(joining.run());
        const Fates fates = checkNothingLost(server, original, *joining.database);
        all.there += fates.there;
        all.matched += fates.matched;
        all.kept += fates.kept;
        CHECK(static_cast<int>(report.held.size()) == fates.kept);
        CHECK(value(sync::verifyReplica(*joining.database, *joining.link)) == 0);
        // Others see it as their rights say.
        Pc boss(server, 1, folder.filePath(QStringLiteral("boss.chengdan")));
        CHECK(boss.number(QStringLiteral("SELECT count(*) FROM customer"))
            == server.scalar(QStringLiteral("SELECT count(*) FROM app.customer")).toInt());
        CHECK(value(sync::verifyReplica(boss.database(), boss.server())) == 0);
        if (!fresh) {
            const auto bob = office->pc(3);
            CHECK(
                bob->number(QStringLiteral("SELECT count(*) FROM contact WHERE owner <> 3")) == 0);
        }
    }
    std::printf("random files: %d there, %d matched, %d kept\n", all.there, all.matched, all.kept);
    CHECK(all.there > 1000);
    CHECK(all.matched > 100);
    CHECK(all.kept > 100);
}

TEST_CASE("joining with data that ends at any of its crash points goes on where it was",
    "[sync][join][joindata][crash][I15]")
{
    struct Ended { };
    for (const char* const point : sync::kJoinCrashPoints) {
        INFO(point);
        const auto server = freshServer(QStringLiteral("amy"));
        const QTemporaryDir folder;
        const QString original = ownFile(folder,
            QStringLiteral("own.chengdan"),
            [&](auto& own, auto&) { RandomCompany(own, 5).fill(6, {}); });
        const QString copy = folder.filePath(QStringLiteral("team.chengdan"));
        bool ended = false;
        {
            Joining joining(*server, 1, copy, original);
            sync::watchCrashPoints([&](const char* name, const char*) {
                if (std::string(name) == point && !ended) {
                    ended = true;
                    throw Ended{};
                }
            });
            CHECK_THROWS_AS(joining.run(), Ended);
            sync::watchCrashPoints({});
        }
        REQUIRE(ended);
        Joining again(*server, 1, copy, original);
        const auto report = value(again.run());
        CHECK(report.unsent == 0);
        const Fates fates = checkNothingLost(*server, original, *again.database);
        CHECK(fates.there > 20);
        CHECK(server
                  ->scalar(QStringLiteral(
                      "SELECT count(*) FROM app.person GROUP BY login ORDER BY 1 DESC"))
                  .toInt()
            == 1);
        CHECK(value(sync::verifyReplica(*again.database, *again.link)) == 0);
    }
}

TEST_CASE(
    "joining that is cancelled at any step goes on when asked again", "[sync][join][joindata]")
{
    const auto server = freshServer(QStringLiteral("amy"));
    const QTemporaryDir folder;
    const QString original = ownFile(folder, QStringLiteral("own.chengdan"), [&](auto& own, auto&) {
        RandomCompany(own, 11).fill(8, {});
    });
    Joining joining(*server, 1, folder.filePath(QStringLiteral("team.chengdan")), original);
    int asked = 0;
    for (int stopAt = 1; stopAt < 50; ++stopAt) {
        asked = 0;
        const auto report =
            sync::DataJoin(*joining.database)
                .run(*joining.link, joining.ids, original, {}, [&](const sync::JoinProgress&) {
                    return ++asked != stopAt;
                });
        if (report)
            break;
        REQUIRE(report.error().code == QStringLiteral("CANCELLED"));
    }
    CHECK(asked > 1);
    checkNothingLost(*server, original, *joining.database);
    CHECK(value(sync::joinReport(*joining.database)).unsent == 0);
}

TEST_CASE(
    "a copy of a team's data is not brought along, nor a second file", "[sync][join][joindata]")
{
    Office office;
    const auto amy = office.pc(2);
    const QTemporaryDir folder;
    Joining joining(
        office.server(), 2, folder.filePath(QStringLiteral("team.chengdan")), amy->path());
    const auto refused = joining.run();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("JOIN_IS_COPY"));
    const QString other = ownFile(folder, QStringLiteral("other.chengdan"), [](auto&, auto&) {});
    const auto second = sync::DataJoin(*joining.database).preview(other);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == QStringLiteral("JOIN_OTHER_FILE"));
}
