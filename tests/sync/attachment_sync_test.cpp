// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attachments/attachment_service.h"
#include "core/attachments/content_cache.h"
#include "core/customers/customer.h"
#include "core/customers/name_keys.h"
#include "core/exchange/company.h"
#include "core/storage/content_index.h"
#include "core/storage/store.h"
#include "core/sync/blob_fetch.h"
#include "core/sync/crash_point.h"
#include "core/sync/server_install.h"
#include "core/sync/tray.h"
#include "tests/support/catch.h"
#include "tests/support/fault_proxy.h"
#include "tests/sync/join_fixture.h"
#include "tests/sync/sync_fixture.h"

#include <QFile>
#include <QProcess>

using namespace chengdan;
using namespace chengdan::tests;
using attachments::Attachment;
using attachments::AttachmentService;
using storage::ContentStore;

namespace {

constexpr int kCrashExit = 77;

QByteArray contentBytes(qint64 bytes, quint32 seed)
{
    QByteArray made(bytes, Qt::Uninitialized);
    for (char& byte : made) {
        seed = seed * 1664525U + 1013904223U;
        byte = static_cast<char>(seed >> 24);
    }
    return made;
}

attachments::Target customerTarget(const QByteArray& customer)
{
    return {
        QStringLiteral("customer"), attachments::AttachedId::fromRaw(RawId::fromBytes(customer))};
}

Attachment attachTo(
    Pc& pc, const QByteArray& customer, const QByteArray& bytes, const char* name = "图.png")
{
    const access::Context context = pc.context();
    return value(AttachmentService(context).attachBytes(
        bytes, QString::fromUtf8(name), customerTarget(customer)));
}

// The content as this PC has it in the end, fetched if need be.
QByteArray contentOf(Pc& pc, const Attachment& row)
{
    const access::Context context = pc.context();
    AttachmentService service(
        context, [&](const Attachment& wanted, const storage::ContentProgress& progress) {
            return sync::fetchContent(pc.database(), pc.server(), wanted.id.raw(), progress);
        });
    QFile file(value(service.content(row.id)));
    REQUIRE(file.open(QFile::ReadOnly));
    return file.readAll();
}

bool hasContent(Pc& pc, const Attachment& row)
{
    return ContentStore(pc.database().path()).has(row.sha256);
}

qint64 serverCount(Office& office, const char* what)
{
    return office.server()
        .scalar(QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromUtf8(what)))
        .toLongLong();
}

void grantFor(Office& office, const QByteArray& customer, int person, bool shown)
{
    const QString id = RawId::fromBytes(customer).toString();
    office.session(1)->scalar(shown
            ? QStringLiteral("SELECT srv.grant_access(gen_random_uuid(), '%1', %2, now() + "
                             "interval '1 day', 'trip')")
                  .arg(id)
                  .arg(person)
            : QStringLiteral("SELECT srv.revoke_access(gen_random_uuid(), '%1', %2)")
                  .arg(id)
                  .arg(person));
}

} // namespace

TEST_CASE("what was attached offline on one PC is fetched on another, equal byte by byte, and "
          "nobody else gets at it",
    "[sync][blob][I2]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const auto bob = office.pc(3);
    // Everything offline: the customer, too, is registered with the same round.
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    const QByteArray bytes = contentBytes(1'000'000, 1);
    const Attachment row = attachTo(*amy, customer, bytes);
    const Attachment again = attachTo(*amy, customer, bytes, "同一张.png");
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
    CHECK(serverCount(office, "app.attachment") == 2);
    CHECK(serverCount(office, "sync.blob") == 1);
    boss->synced();
    CHECK_FALSE(hasContent(*boss, row));
    CHECK(contentOf(*boss, row) == bytes);
    CHECK(contentOf(*boss, again) == bytes);
    CHECK(contentOf(*amy, row) == bytes); // without the server

    // Bob knows the id, the hash and the size.
    bob->synced();
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM attachment")) == 0);
    CHECK(sync::fetchContent(bob->database(), bob->server(), row.id.raw()).error().code
        == QStringLiteral("NOT_FOUND"));
    CHECK(bob->server()
              .scalar(QStringLiteral("SELECT sync.blob_get(?::uuid, 0)"), {row.id.toString()})
              .error()
              .code
        == QStringLiteral("NOT_VISIBLE"));
    const QByteArray own = bob->addCustomer(QStringLiteral("苏州同创"));
    bob->synced();
    // A doctored row of his under that hash is refused and lies in his tray.
    value(bob->database().write(bob->person(), [&](storage::Transaction& tx) -> Result<void> {
        Attachment stolen = row;
        stolen.id = AttachmentId::make(bob->ids());
        stolen.meta = {};
        stolen.customer = CustomerId::fromRaw(RawId::fromBytes(own));
        stolen.meta.root = stolen.customer;
        stolen.meta.owner = bob->person();
        stolen.record = customerTarget(own).record;
        storage::insert(tx, stolen);
        return {};
    }));
    bob->synced();
    const auto tray = value(sync::trayEntries(bob->database()));
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].why.code == QStringLiteral("CONTENT_MISSING"));
    CHECK(value(sync::verifyReplica(amy->database(), amy->server())) == 0);
    boss->synced(); // Bob made a customer meanwhile
    CHECK(value(sync::verifyReplica(boss->database(), boss->server())) == 0);
}

TEST_CASE("a content that takes long holds no other edit back, and is gone on with next time",
    "[sync][blob][I14]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    const QByteArray bytes = contentBytes(3'000'000, 2);
    const Attachment row = attachTo(*amy, customer, bytes);
    amy->addContact(customer, QStringLiteral("王工")); // after it in the journal
    boss->set("customer", customer, {{QStringLiteral("website"), QStringLiteral("a.cn")}});
    boss->synced();
    // The third piece is under way, and a person saves: the edit goes up before the fourth.
    int pieces = 0;
    qint64 contacts = 0;
    const sync::OnUpload heard = [&](const sync::UploadProgress& progress) {
        CHECK(progress.allBytes == bytes.size());
        ++pieces;
        if (pieces == 1) { // the rest was sent and received before the first piece
            CHECK(serverCount(office, "app.contact") == 1);
            CHECK(schema::toText(amy->cell(QStringLiteral("SELECT website FROM customer")))
                == QStringLiteral("a.cn"));
        }
        if (pieces == 3)
            amy->addContact(customer, QStringLiteral("李工"));
        if (pieces == 4)
            contacts = serverCount(office, "app.contact");
        return pieces < 6;
    };
    (void)amy->server();
    const auto round = value(sync::runRound(amy->database(), amy->server(), amy->ids(), {}, heard));
    CHECK(contacts == 2);
    CHECK(pieces == 6);
    CHECK(round.uploaded == 6);
    CHECK(serverCount(office, "app.attachment") == 0);
    CHECK(serverCount(office, "sync.upload_piece") == 6);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 1);
    amy->restart();
    CHECK(value(amy->sync()).uploaded == 6); // of twelve
    CHECK(serverCount(office, "app.attachment") == 1);
    boss->synced();
    CHECK(contentOf(*boss, row) == bytes);
}

TEST_CASE("a content leaves with its row, but not what was not sent", "[sync][blob]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto bob = office.pc(3);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    const QByteArray bytes = contentBytes(400'000, 3);
    const Attachment row = attachTo(*amy, customer, bytes);
    amy->synced();
    grantFor(office, customer, 3, true);
    bob->synced();
    CHECK(contentOf(*bob, row) == bytes);
    CHECK(hasContent(*bob, row));
    grantFor(office, customer, 3, false);
    bob->synced();
    CHECK(bob->number(QStringLiteral("SELECT count(*) FROM attachment")) == 0);
    CHECK_FALSE(hasContent(*bob, row));
    // Amy attaches offline while her customer goes to Bob.
    const Attachment late = attachTo(*amy, customer, contentBytes(100'000, 4), "晚.png");
    office.session(1)->scalar(
        QStringLiteral("SELECT srv.transfer(gen_random_uuid(), '{%1}', 3, 'moved')")
            .arg(RawId::fromBytes(customer).toString()));
    amy->synced(); // learns that the customer went
    amy->synced();
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM attachment")) == 0);
    CHECK_FALSE(hasContent(*amy, row));
    CHECK(hasContent(*amy, late)); // lies in the tray with its edit
    REQUIRE(value(sync::trayEntries(amy->database())).size() == 1);
    bob->synced();
    CHECK(contentOf(*bob, row) == bytes);
}

TEST_CASE(
    "what is damaged on the way or on the disk is never taken for the content", "[sync][blob]")
{
    Office office;
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    const QByteArray bytes = contentBytes(600'000, 5);
    // Damaged here before it was sent: the row is refused, with the reason.
    const Attachment broken = attachTo(*amy, customer, bytes, "坏.png");
    {
        QFile file(ContentStore(amy->database().path()).path(broken.sha256));
        REQUIRE(file.open(QFile::ReadWrite));
        REQUIRE(file.seek(1000));
        REQUIRE(file.write("xyz") == 3);
    }
    amy->synced();
    const auto tray = value(sync::trayEntries(amy->database()));
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].why.code == QStringLiteral("CONTENT_MISSING"));
    CHECK(serverCount(office, "sync.blob") == 0);
    CHECK(serverCount(office, "sync.upload_piece") == 0);
    // Attached again it goes.
    const Attachment row = attachTo(*amy, customer, bytes);
    amy->synced();
    CHECK(serverCount(office, "app.attachment") == 1);
    boss->synced();
    // Damaged on the server's disk: thrown away, and said so.
    office.server().scalar(QStringLiteral(
        "UPDATE sync.blob_piece SET bytes = set_byte(bytes, 7, 1 + get_byte(bytes, 7) % 250) WHERE "
        "n = 1 RETURNING 1"));
    CHECK(sync::fetchContent(boss->database(), boss->server(), row.id.raw()).error().code
        == QStringLiteral("CONTENT_DAMAGED"));
    CHECK_FALSE(hasContent(*boss, row));
    // A wrong copy here is found and, since the server has it, removed to be fetched again.
    {
        QFile file(ContentStore(amy->database().path()).path(row.sha256));
        REQUIRE(file.open(QFile::ReadWrite));
        REQUIRE(file.seek(1000));
        REQUIRE(file.write("xyz") == 3);
    }
    const auto wrong = value(attachments::examineContent(amy->database(), true));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == QStringLiteral("CONTENT_DAMAGED"));
    CHECK_FALSE(hasContent(*amy, row));
}

TEST_CASE("a sound content survives wrong pieces that another PC of the person brought, and goes",
    "[sync][blob]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    const Attachment row = attachTo(*amy, customer, contentBytes(300'000, 9));
    office.session(2)->scalar(
        QStringLiteral("SELECT sync.blob_put('%1', 0, 2, decode(repeat('ff', 262144), 'hex'))")
            .arg(row.sha256));
    amy->synced();
    CHECK(hasContent(*amy, row));
    amy->synced();
    CHECK(value(sync::trayEntries(amy->database())).empty());
    CHECK(serverCount(office, "sync.blob") == 1);
    CHECK(serverCount(office, "app.attachment") == 1);
    CHECK(contentOf(*amy, row) == contentBytes(300'000, 9));
}

TEST_CASE("the server's limit of a day stops contents only, and leaving keeps what is there",
    "[sync][blob]")
{
    Office office;
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    const Attachment first = attachTo(*amy, customer, contentBytes(100'000, 6));
    amy->synced();
    office.server().scalar(
        QStringLiteral("UPDATE sync.upload_day SET bytes = 5368709120 RETURNING 1"));
    const Attachment second = attachTo(*amy, customer, contentBytes(100'000, 7));
    amy->addContact(customer, QStringLiteral("王工"));
    const auto round = value(amy->sync());
    REQUIRE(round.paused);
    CHECK(round.paused->code == QStringLiteral("CONTENT_DAY"));
    CHECK(serverCount(office, "app.contact") == 1);
    CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 1);
    const QString left = office.path(QStringLiteral("left.chengdan"));
    CHECK(value(sync::leaveWithCopy(amy->database(), left)) == 0);
    // Who never opened one has it nowhere but on the server, and is told so.
    const auto boss = office.pc(1);
    boss->synced();
    CHECK(value(sync::leaveWithCopy(
              boss->database(), office.path(QStringLiteral("boss-left.chengdan"))))
        == 1);
    for (const Attachment& row : {first, second})
        CHECK(value(ContentStore(left).isSound(row.sha256)));
    office.server().scalar(QStringLiteral("DELETE FROM sync.upload_day RETURNING 1"));
    CHECK_FALSE(value(amy->sync()).paused);
    CHECK(serverCount(office, "app.attachment") == 2);
}

TEST_CASE("a company that joins brings its attachments along, those of customers the server knows "
          "as well",
    "[sync][blob][join]")
{
    Office office;
    const QString code = QStringLiteral("91330200MA2BBBBB1X");
    const auto amy = office.pc(2);
    const QByteArray known = amy->addCustomer(QStringLiteral("远景"), code);
    amy->synced();
    // A file of one's own knows the same customer by another id, and one more.
    const QTemporaryDir folder;
    const QString original = folder.filePath(QStringLiteral("own.chengdan"));
    const ManualClock clock(Instant::fromMilliseconds(1'772'330'400'000), QDate(2026, 3, 1));
    exchange::NewCompany company;
    company.companyName = QStringLiteral("自己的公司");
    company.ownerLogin = QStringLiteral("amy");
    company.ownerName = QStringLiteral("Amy");
    company.seed = 11;
    const std::vector<QByteArray> bytes{contentBytes(300'000, 21), contentBytes(300'000, 22)};
    {
        const auto own = value(exchange::createCompany(original, company, clock));
        IdSource ids(clock, 12);
        const auto session = value(access::openSession(*own));
        const access::Context context{*own, session, clock, ids};
        for (const QString& name : {QStringLiteral("远景能源"), QStringLiteral("新客户")}) {
            customers::Customer customer;
            value(own->write(session.id(), [&](storage::Transaction& tx) -> Result<void> {
                customer.id = CustomerId::make(ids);
                customer.meta.owner = session.id();
                customer.meta.root = customer.id;
                customer.name = name;
                customer.nameKey = customers::nameKeyOf(name);
                customer.creditCode = name == QStringLiteral("远景能源") ? code : QString();
                storage::insert(tx, customer);
                return {};
            }));
            value(AttachmentService(context).attachBytes(
                bytes[name == QStringLiteral("远景能源") ? 0 : 1],
                name + QStringLiteral(".png"),
                attachments::targetOf(customer)));
        }
    }
    Joining joining(office.server(), 2, folder.filePath(QStringLiteral("team.chengdan")), original);
    const auto report = value(joining.run());
    for (const sync::JoinHeld& held : report.held) // settings of hers that the team has itself
        CHECK(held.type->number != storage::kAttachmentNumber);
    CHECK(report.unsent == 0);
    CHECK(serverCount(office, "app.attachment") == 2);
    amy->synced();
    const auto rows = storage::select<Attachment>(
        amy->database().reader(), QStringLiteral("customer = ?"), {known});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].record.raw().bytes() == known);
    CHECK(contentOf(*amy, rows[0]) == bytes[0]);
}

TEST_CASE("a connection cut at any message of an upload and a fetch loses and doubles nothing",
    "[sync][blob][fault][I15]")
{
    Office office;
    const QString password = QStringLiteral("correct; horse' 2");
    office.server().scalar(QStringLiteral("SELECT srv.set_login(2, '%1')")
                               .arg(sync::scramVerifier(password, "0123456789abcdef")));
    const auto amy = office.pc(2);
    const auto boss = office.pc(1);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    FaultProxy proxy(PgFixture::instance().port());
    amy->reachBy(office.server().tlsDsn(proxy.port()), password);
    quint32 seed = 100;
    const auto attachNext = [&] { return attachTo(*amy, customer, contentBytes(300'000, ++seed)); };
    // Undisturbed, to learn where messages end.
    Attachment row = attachNext();
    (void)amy->server();
    proxy.recount();
    amy->synced();
    const auto whole = proxy.traffic();
    REQUIRE(whole.upEnds.size() > 5);
    qint64 rows = 1;
    int broken = 0;
    for (const auto way : {FaultProxy::Way::Up, FaultProxy::Way::Down}) {
        const auto& ends = way == FaultProxy::Way::Up ? whole.upEnds : whole.downEnds;
        const std::size_t step = std::max<std::size_t>(1, ends.size() / 12);
        for (std::size_t i = 0; i < ends.size(); i += step) {
            row = attachNext();
            ++rows;
            (void)amy->sync(); // a connection that stands
            amy->disconnect();
            row = attachNext();
            ++rows;
            proxy.cutAfter(way, ends[i]);
            broken += amy->sync() ? 0 : 1;
            proxy.forward();
            amy->disconnect();
            amy->synced();
            INFO("cut after " << ends[i]);
            REQUIRE(serverCount(office, "app.attachment") == rows);
            REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
            REQUIRE(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
        }
    }
    CHECK(broken > 5);
    CHECK(serverCount(office, "sync.upload_piece") == 0);
    CHECK(serverCount(office, "sync.blob") == rows);
    // Down again, cut as well.
    boss->synced();
    ContentStore(amy->database().path()).remove(row.sha256);
    proxy.recount();
    int cut = 0;
    for (const qint64 place : {200, 5'000, 120'000, 300'000}) {
        amy->disconnect();
        proxy.cutAfter(FaultProxy::Way::Down, place);
        const auto opened = sync::ServerLink::open(
            office.server().tlsDsn(proxy.port()), QStringLiteral("u2"), password);
        cut += opened && sync::fetchContent(amy->database(), **opened, row.id.raw()) ? 0 : 1;
        CHECK_FALSE((hasContent(*amy, row) && cut > 0 && place < 300'000));
    }
    proxy.forward();
    CHECK(cut > 1);
    CHECK(contentOf(*amy, row) == contentBytes(300'000, seed));
}

TEST_CASE("a program that ends at any crash point of a content goes on where it was",
    "[sync][blob][crash][I15]")
{
    Office office;
    const auto boss = office.pc(1);
    const auto amy = office.pc(2);
    const QByteArray customer = amy->addCustomer(QStringLiteral("宁波鑫达"));
    amy->synced();
    boss->synced();
    const auto companion = [&](Pc& pc, const QStringList& words, const QString& crash) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!crash.isEmpty())
            environment.insert(QStringLiteral("CHENGDAN_CRASH"), crash);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(CHENGDANCTL_PATH),
            QStringList{QStringLiteral("--db"), pc.path()} + words);
        REQUIRE(process.waitForFinished(60'000));
        UNSCOPED_INFO(process.readAll().toStdString());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    };
    const QStringList once{QStringLiteral("sync"), QStringLiteral("--once")};
    quint32 seed = 500;
    qint64 rows = 0;
    for (const char* const point : sync::kContentCrashPoints) {
        INFO(point);
        const QString at = QString::fromLatin1(point);
        const bool down = at == QLatin1String("blob.got") || at == QLatin1String("blob.arrived")
            || at == QLatin1String("blob.kept");
        const QByteArray bytes = contentBytes(700'000, ++seed);
        const Attachment row = attachTo(*amy, customer, bytes);
        ++rows;
        amy->close();
        if (!down) {
            // between two pieces, where there are several
            const QString when =
                at == QLatin1String("blob.put") || at == QLatin1String("blob.before_put")
                ? at + QStringLiteral(":2")
                : at;
            REQUIRE(companion(*amy, once, when) == kCrashExit);
        }
        REQUIRE(companion(*amy, once, {}) == 0);
        REQUIRE(serverCount(office, "app.attachment") == rows);
        REQUIRE(serverCount(office, "sync.upload_piece") == 0);
        amy->restart();
        CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
        CHECK(amy->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
        if (!down)
            continue;
        boss->close();
        REQUIRE(companion(*boss, once, {}) == 0);
        const QStringList save{QStringLiteral("attachments"),
            QStringLiteral("save"),
            row.id.toString(),
            QStringLiteral("--to"),
            office.path(at + QStringLiteral(".png"))};
        REQUIRE(
            companion(*boss, save, at == QLatin1String("blob.got") ? at + QStringLiteral(":2") : at)
            == kCrashExit);
        REQUIRE(companion(*boss, save, {}) == 0);
        QFile saved(office.path(at + QStringLiteral(".png")));
        REQUIRE(saved.open(QFile::ReadOnly));
        CHECK(saved.readAll() == bytes);
        boss->restart();
    }
}
