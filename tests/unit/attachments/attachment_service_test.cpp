// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/undo.h"
#include "core/attachments/content_cache.h"
#include "core/base/error_catalogue.h"
#include "core/exchange/company_undo.h"
#include "core/storage/backup_file.h"
#include "tests/unit/attachments/attachment_company.h"

#include <QBuffer>

#include <atomic>
#include <thread>

using namespace chengdan;
using attachments::Attachment;
using attachments::AttachmentService;
using tests::AttachmentCompany;
using tests::value;

namespace {

QString refusedCode(const Result<Attachment>& result)
{
    return result ? QString() : result.error().code;
}

} // namespace

TEST_CASE("an attached file is kept beside the company file under its hash, and its row hangs on "
          "the record of the customer",
    "[attachments][service]")
{
    AttachmentCompany company;
    const QByteArray bytes = AttachmentCompany::noise(600'000);
    const Attachment row =
        value(company.attached.attachFile(company.file(QStringLiteral("图纸.pdf"), bytes),
            company.target(),
            QStringLiteral(" 三号线 ")));
    CHECK(row.name == QStringLiteral("图纸.pdf"));
    CHECK(row.note == QStringLiteral("三号线"));
    CHECK(row.mediaType == QStringLiteral("application/pdf"));
    CHECK(row.bytes == bytes.size());
    CHECK(row.sha256 == AttachmentCompany::hashOf(bytes));
    CHECK(row.meta.root == company.customer.id);
    CHECK(row.meta.owner == company.customer.meta.owner);
    CHECK(company.stored() == QStringList{row.sha256});
    const QString path = value(company.attached.content(row.id));
    QFile kept(path);
    REQUIRE(kept.open(QFile::ReadOnly));
    CHECK(kept.readAll() == bytes);
    CHECK((kept.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    const auto listed = value(company.attached.list(company.target()));
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].here);
    CHECK_FALSE(listed[0].unsent);
    CHECK(value(company.attached.listOfCustomer(company.customer.id)).size() == 1);
}

TEST_CASE("the same content is stored once, whatever it is called and wherever it hangs",
    "[attachments][service]")
{
    AttachmentCompany company;
    const QByteArray bytes = AttachmentCompany::noise(1000);
    activities::Activity visit;
    visit.customer = company.customer.id;
    visit.summary = QStringLiteral("看样");
    visit = value(activities::ActivityService(company.context).log(visit));
    const Attachment one =
        value(company.attached.attachBytes(bytes, QStringLiteral("a.png"), company.target()));
    const Attachment other = value(
        company.attached.attachBytes(bytes, QStringLiteral("b.png"), attachments::targetOf(visit)));
    CHECK(one.sha256 == other.sha256);
    CHECK(company.stored().size() == 1);
    CHECK(other.kind == QStringLiteral("activity"));
    CHECK(other.customer == company.customer.id);
    CHECK(value(company.attached.list(attachments::targetOf(visit))).size() == 1);
    CHECK(value(company.attached.listOfCustomer(company.customer.id)).size() == 2);
}

TEST_CASE("what cannot be an attachment ends in a sentence and leaves nothing behind",
    "[attachments][service]")
{
    AttachmentCompany company;
    const auto target = company.target();
    AttachmentService& service = company.attached;
    CHECK(refusedCode(service.attachFile(company.folder.filePath(QStringLiteral("no.pdf")), target))
        == QStringLiteral("ATTACHMENT_MISSING"));
    CHECK(refusedCode(service.attachFile(company.folder.path(), target))
        == QStringLiteral("ATTACHMENT_MISSING"));
    CHECK(refusedCode(service.attachFile(company.file(QStringLiteral("empty.pdf"), {}), target))
        == QStringLiteral("CONTENT_EMPTY"));
    CHECK(refusedCode(service.attachFile(company.file(QStringLiteral("tool.exe"), "x"), target))
        == QStringLiteral("ATTACHMENT_EXECUTABLE"));
    CHECK(refusedCode(
              service.attachBytes("#!/bin/sh\nrm -r /", QStringLiteral("picture.png"), target))
        == QStringLiteral("ATTACHMENT_EXECUTABLE"));
    QFile huge(company.file(QStringLiteral("huge.mp4"), "x"));
    REQUIRE(huge.resize(storage::kMostContent + 1));
    const auto tooLarge = service.attachFile(huge.fileName(), target);
    REQUIRE_FALSE(tooLarge);
    CHECK(tooLarge.error().code == QStringLiteral("CONTENT_SIZE"));
    CHECK(sentence(tooLarge.error(), Language::Chinese)
        == QStringLiteral("“huge.mp4” 太大，附件最大 100 MB"));
    CHECK(refusedCode(service.attachBytes(
              "x", QStringLiteral("a.txt"), {QStringLiteral("stage"), target.record}))
        == QStringLiteral("ATTACHMENT_TARGET"));
    CHECK(refusedCode(service.attachBytes(
              "x", QStringLiteral("a.txt"), {QStringLiteral("attachment"), target.record}))
        == QStringLiteral("ATTACHMENT_TARGET"));
    CHECK(refusedCode(service.attachBytes("x",
              QStringLiteral("a.txt"),
              {QStringLiteral("customer; DROP TABLE customer"), target.record}))
        == QStringLiteral("ATTACHMENT_TARGET"));
    CHECK(refusedCode(service.attachBytes("x",
              QStringLiteral("a.txt"),
              {QStringLiteral("customer"), attachments::AttachedId::make(company.ids)}))
        == QStringLiteral("NOT_FOUND"));
    CHECK(company.stored().isEmpty());
    CHECK(company.count("SELECT count(*) FROM attachment") == 0);
}

TEST_CASE("attaching stops when nobody wants it any more, and leaves nothing behind",
    "[attachments][service]")
{
    AttachmentCompany company;
    const QString path =
        company.file(QStringLiteral("film.mp4"), AttachmentCompany::noise(2'000'000));
    qint64 told = 0;
    const auto stopped =
        company.attached.attachFile(path, company.target(), {}, [&](qint64 done, qint64 all) {
            CHECK(all == 2'000'000);
            CHECK(done > told);
            told = done;
            return done < 800'000;
        });
    CHECK(refusedCode(stopped) == QStringLiteral("CANCELLED"));
    CHECK(told < 1'200'000);
    CHECK(company.stored().isEmpty());
    CHECK(company.count("SELECT count(*) FROM attachment") == 0);
}

TEST_CASE(
    "a picture of 20 MB is taken in on one thread while another saves", "[attachments][service]")
{
    AttachmentCompany company;
    const QByteArray bytes = AttachmentCompany::noise(20'000'000);
    const QString path = company.file(QStringLiteral("照片.jpg"), bytes);
    std::atomic<int> saved{0};
    std::atomic<bool> half{false};
    Result<Attachment> row = chengdan::fail("NOT_FOUND");
    std::thread job([&] {
        row = company.attached.attachFile(path, company.target(), {}, [&](qint64 done, qint64) {
            half = half || done > 10'000'000;
            // In the middle of the copy a save of the other thread goes through.
            while (half && saved == 0)
                std::this_thread::yield();
            return true;
        });
    });
    while (!half)
        std::this_thread::yield();
    company.makeCustomer(QStringLiteral("苏州同创电子有限公司"));
    saved = 1;
    job.join();
    CHECK(value(std::move(row)).sha256 == AttachmentCompany::hashOf(bytes));
    CHECK(company.stored().size() == 1);
}

TEST_CASE(
    "many threads attach the same content and different ones at once", "[attachments][service]")
{
    AttachmentCompany company;
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&company, &good, i] {
            AttachmentService service(company.context);
            for (int n = 0; n < 5; ++n) {
                const auto row = service.attachBytes(
                    AttachmentCompany::noise(300'000, static_cast<quint32>(n + (i % 2) * 100)),
                    QStringLiteral("%1.png").arg(i),
                    company.target());
                good += row ? 1 : 0;
            }
            company.database->layReaderAside();
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(good == 40);
    CHECK(company.stored().size() == 10);
    for (const QString& hash : company.store.hashes())
        CHECK(value(company.store.isSound(hash)));
    CHECK(value(attachments::examineContent(*company.database, false)).empty());
}

TEST_CASE("only those who may log activities and reach the customer attach and remove",
    "[attachments][service]")
{
    AttachmentCompany company;
    const Attachment row =
        value(company.attached.attachBytes("x", QStringLiteral("a.txt"), company.target()));
    const auto viewer = company.join(
        "viewer", {AttachmentCompany::role(access::Role::Viewer, access::RoleScope::All)});
    const access::Context lookingOn = company.as(viewer);
    AttachmentService seen(lookingOn);
    CHECK(refusedCode(seen.attachBytes("x", QStringLiteral("a.txt"), company.target()))
        == QStringLiteral("PERMISSION"));
    CHECK(seen.remove(row.id).error().code == QStringLiteral("PERMISSION"));
    CHECK(value(seen.list(company.target())).size() == 1);
    CHECK(seen.content(row.id));
    const auto stranger = company.join(
        "stranger", {AttachmentCompany::role(access::Role::Sales, access::RoleScope::Own)});
    const access::Context elsewhere = company.as(stranger);
    AttachmentService unseen(elsewhere);
    CHECK(refusedCode(unseen.attachBytes("x", QStringLiteral("a.txt"), company.target()))
        == QStringLiteral("NOT_YOURS"));
    CHECK(unseen.content(row.id).error().code == QStringLiteral("NOT_YOURS"));
    CHECK(unseen.remove(row.id).error().code == QStringLiteral("NOT_YOURS"));
    CHECK(value(unseen.list(company.target())).empty());
}

TEST_CASE("a removed attachment comes back by undo, content and all", "[attachments][service]")
{
    AttachmentCompany company;
    const Attachment row =
        value(company.attached.attachBytes("x", QStringLiteral("a.txt"), company.target()));
    value(company.attached.remove(row.id));
    const std::vector<storage::JournalSpan> act{storage::Database::lastWrite()};
    CHECK(value(company.attached.list(company.target())).empty());
    CHECK(company.attached.content(row.id).error().code == QStringLiteral("NOT_FOUND"));
    AttachmentCompany::age(company.store.path(row.sha256), company.clock.now());
    company.passDays(20);
    CHECK(value(storage::collectContent(*company.database)) == 0);
    value(access::UndoService(company.context, exchange::undoRules()).takeBack(act));
    CHECK(company.attached.content(row.id));
    const Attachment renamed = [&] {
        Attachment edited = value(storage::load<Attachment>(company.reader(), row.id));
        edited.name = QStringLiteral("..\\合同:终稿.pdf");
        edited.sha256 = QStringLiteral("other");
        return value(company.attached.describe(edited));
    }();
    CHECK(renamed.name == QStringLiteral("合同终稿.pdf"));
    CHECK(renamed.sha256 == row.sha256);
}

TEST_CASE("content that nothing speaks of is collected after 90 days, with what broken work left",
    "[attachments][service]")
{
    AttachmentCompany company;
    const Attachment gone =
        value(company.attached.attachBytes("gone", QStringLiteral("a.txt"), company.target()));
    const Attachment shared =
        value(company.attached.attachBytes("shared", QStringLiteral("a.txt"), company.target()));
    value(company.attached.attachBytes("shared", QStringLiteral("b.txt"), company.target()));
    value(company.attached.remove(gone.id));
    value(company.attached.remove(shared.id));
    const Instant then = company.clock.now();
    for (const QString& name : {gone.sha256, shared.sha256})
        AttachmentCompany::age(company.store.path(name), then);
    QFile broken(company.store.folder() + QStringLiteral("/incoming-1"));
    REQUIRE(broken.open(QFile::WriteOnly));
    broken.close();
    AttachmentCompany::age(broken.fileName(), then);
    CHECK(value(storage::collectContent(*company.database)) == 0);
    company.passDays(31);
    CHECK(value(storage::collectContent(*company.database)) == 0); // a backup may still name it
    CHECK(company.store.has(gone.sha256));
    company.passDays(60);
    // One that was taken in this minute, before its row is written.
    QBuffer young;
    young.setData("young");
    young.open(QBuffer::ReadOnly);
    const auto taken = value(company.store.add(young, QStringLiteral("young")));
    AttachmentCompany::age(company.store.path(taken.hash), company.clock.now());
    CHECK(value(storage::collectContent(*company.database)) == 1);
    CHECK(company.stored().size() == 2);
    CHECK(company.store.has(shared.sha256));
    CHECK(company.store.has(taken.hash));
}

TEST_CASE("a saved copy bears the name, takes nothing's place in a folder, and is never damaged",
    "[attachments][service]")
{
    AttachmentCompany company;
    const QByteArray bytes = AttachmentCompany::noise(500'000);
    const Attachment row =
        value(company.attached.attachBytes(bytes, QStringLiteral("图.png"), company.target()));
    const QString out = company.folder.filePath(QStringLiteral("out"));
    REQUIRE(QDir().mkpath(out));
    CHECK(value(company.attached.saveAs(row.id, out)) == out + QStringLiteral("/图.png"));
    CHECK(value(company.attached.saveAs(row.id, out)) == out + QStringLiteral("/图 (2).png"));
    QFile copy(out + QStringLiteral("/图 (2).png"));
    REQUIRE(copy.open(QFile::ReadOnly));
    CHECK(copy.readAll() == bytes);
    // One byte turned on the disk, the length kept.
    QFile stored(company.store.path(row.sha256));
    REQUIRE(stored.open(QFile::ReadWrite));
    REQUIRE(stored.seek(300'000));
    REQUIRE(stored.write("\x01\x02", 2) == 2);
    stored.close();
    const auto refused = company.attached.saveAs(row.id, out + QStringLiteral("/new.png"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("CONTENT_DAMAGED"));
    CHECK(QDir(out).entryList(QDir::Files).size() == 2);
    auto wrong = value(attachments::examineContent(*company.database, true));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == QStringLiteral("CONTENT_DAMAGED"));
    CHECK(company.store.has(row.sha256)); // the only one there is
    // Attaching the same file again mends it.
    value(company.attached.attachBytes(bytes, QStringLiteral("图.png"), company.target()));
    CHECK(value(attachments::examineContent(*company.database, false)).empty());
    company.store.remove(row.sha256);
    wrong = value(attachments::examineContent(*company.database, false));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == QStringLiteral("CONTENT_LOST"));
    CHECK(company.attached.content(row.id).error().code == QStringLiteral("CONTENT_NOT_HERE"));
}

TEST_CASE("what is not on this PC is brought by whoever can", "[attachments][service]")
{
    AttachmentCompany company;
    const Attachment row =
        value(company.attached.attachBytes("far away", QStringLiteral("a.txt"), company.target()));
    company.store.remove(row.sha256);
    CHECK_FALSE(value(company.attached.list(company.target()))[0].here);
    int asked = 0;
    AttachmentService fetching(
        company.context, [&](const Attachment& wanted, const storage::ContentProgress&) {
            ++asked;
            CHECK(wanted.id == row.id);
            QBuffer source;
            source.setData("far away");
            source.open(QBuffer::ReadOnly);
            return company.store.add(source, wanted.name).map([](const auto&) {});
        });
    CHECK(QFileInfo(value(fetching.content(row.id))).size() == 8);
    CHECK(QFileInfo(value(fetching.content(row.id))).size() == 8);
    CHECK(asked == 1);
}

TEST_CASE(
    "a single-user file is never trimmed, a copy keeps what is pinned", "[attachments][cache]")
{
    AttachmentCompany company;
    QList<Attachment> rows;
    for (quint32 i = 0; i < 4; ++i) {
        rows += value(company.attached.attachBytes(AttachmentCompany::noise(8'000'000, i),
            QStringLiteral("%1.jpg").arg(i),
            company.target()));
        company.passDays(1);
    }
    CHECK(attachments::contentLimit(company.reader()) == attachments::kContentLimit);
    CHECK(attachments::setContentLimit(*company.database, 1000).error().code
        == QStringLiteral("NUMBER_RANGE"));
    value(attachments::setContentLimit(*company.database, 17'000'000));
    CHECK(value(attachments::trimContent(*company.database)) == 0);
    // From now on it is a copy of a team's data, and all but the last were taken by its server.
    value(company.database->write(PersonId(), [&](storage::Transaction& tx) -> Result<void> {
        tx.connection().execute(
            QStringLiteral("INSERT INTO _ui(key, value) VALUES ('acting_person', '1')"));
        for (int i = 0; i < 3; ++i)
            tx.connection().execute(QStringLiteral("UPDATE attachment SET rev = 1 WHERE id = ?"),
                {storage::bind(rows[i].id)});
        return {};
    }));
    CHECK(attachments::isCopyOfTeam(company.reader()));
    value(company.attached.content(rows[0].id)); // trims; this was used last of all
    CHECK(company.store.has(rows[0].sha256));
    CHECK_FALSE(company.store.has(rows[1].sha256));
    CHECK_FALSE(company.store.has(rows[2].sha256));
    CHECK(company.store.has(rows[3].sha256)); // unsent
    CHECK(value(attachments::examineContent(*company.database, false)).empty());
    // An open opportunity of one's own pins everything of the customer.
    company.make();
    company.store.remove(rows[3].sha256);
    for (int i : {1, 2})
        value(company.attached.attachBytes(AttachmentCompany::noise(8'000'000, quint32(i)),
            QStringLiteral("again.jpg"),
            company.target()));
    CHECK(value(attachments::trimContent(*company.database)) == 0);
    CHECK(company.stored().size() == 3);
}

TEST_CASE("a backup brings the contents along, and a restore adds them", "[attachments][backup]")
{
    AttachmentCompany company;
    const Attachment row =
        value(company.attached.attachBytes("kept", QStringLiteral("a.txt"), company.target()));
    const QString copy = company.folder.filePath(QStringLiteral("copy.chengdan"));
    const auto report = value(storage::backUpFile(company.database->path(), copy));
    CHECK(report.attachments == 1);
    CHECK(value(storage::ContentStore(copy).isSound(row.sha256)));
}
