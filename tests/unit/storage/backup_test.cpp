// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup_daily.h"
#include "core/storage/backup_restore.h"
#include "core/storage/file_health.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/storage_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <thread>

using namespace chengdan;
using namespace chengdan::tests;
using storage::WhatToCopy;
using storage::WhenExists;

namespace {

// Opens a copy as the program would and counts its boxes.
qint64 boxesIn(const StorageFile& file, const QString& path)
{
    const auto database = value(storage::Database::open(path, file.types, file.clock));
    CHECK(value(storage::examineFile(path)).isSound());
    return schema::toInteger(
        database->reader().scalar(QStringLiteral("SELECT count(*) FROM box WHERE deleted = 0")));
}

QString attach(const StorageFile& file, const QByteArray& content)
{
    const QString folder = storage::attachmentFolder(file.path);
    REQUIRE(QDir().mkpath(folder));
    const QString name =
        QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    QFile attachment(QDir(folder).filePath(name));
    REQUIRE(attachment.open(QFile::WriteOnly));
    attachment.write(content);
    return name;
}

// Overwrites bytes in the middle of a closed file, as a failing disk does.
void garble(const QString& path, qint64 from, qint64 bytes)
{
    QFile file(path);
    REQUIRE(file.open(QFile::ReadWrite));
    REQUIRE(file.seek(from));
    REQUIRE(file.write(QByteArray(bytes, '\xA5')) == bytes);
}

} // namespace

TEST_CASE("a backup holds what was committed when it began, in one file", "[storage][backup]")
{
    StorageFile file;
    file.fill(500);
    const QString target = file.dir.filePath(QStringLiteral("copy.chengdan"));
    const QString attachment = attach(file, "drawing");
    const auto report = value(storage::backUpFile(file.path, target));
    CHECK(report.path == target);
    CHECK(report.rows >= 1000); // boxes and their journal
    CHECK(report.attachments == 1);
    CHECK(report.bytes == QFileInfo(target).size());
    CHECK_FALSE(QFileInfo::exists(target + QStringLiteral("-wal")));
    CHECK((QFile::permissions(target) & (QFile::ReadGroup | QFile::ReadOther))
        == QFile::Permissions());
    file.fill(1); // the original goes on
    CHECK(boxesIn(file, target) == 500);
    CHECK(QFileInfo::exists(QDir(storage::attachmentFolder(target)).filePath(attachment)));
    SECTION("an existing file is replaced only when that was asked for")
    {
        const auto refused = storage::backUpFile(file.path, target);
        CHECK(refused.error().code == QStringLiteral("FILE_EXISTS"));
        value(storage::backUpFile(file.path, target, WhenExists::Replace));
        CHECK(boxesIn(file, target) == 501);
    }
    SECTION("a file is never backed up onto itself")
    {
        const auto refused = storage::backUpFile(file.path, file.path, WhenExists::Replace);
        CHECK(refused.error().code == QStringLiteral("FILE_EXISTS"));
    }
}

TEST_CASE("a backup made while another thread keeps saving is whole", "[storage][backup]")
{
    StorageFile file;
    file.fill(3000);
    std::atomic<bool> stop{false};
    std::atomic<int> saved{0};
    std::thread writer([&] {
        while (!stop) {
            // A box and its peg belong together: a torn copy would hold one without the other.
            value(file.database->write(
                PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
                    Box box = file.box(QStringLiteral("busy"));
                    storage::insert(tx, box);
                    Peg peg;
                    peg.id = PegId::make(file.ids);
                    peg.box = box.id;
                    storage::insert(tx, peg);
                    return {};
                }));
            ++saved;
        }
    });
    for (int i = 0; i < 5; ++i) {
        const int before = saved;
        const QString target = file.dir.filePath(QStringLiteral("copy%1.chengdan").arg(i));
        // Pieces, and between them at least one save of the other thread.
        const auto made = storage::backUpFile(
            file.path, target, WhenExists::Refuse, WhatToCopy::RowsOnly, [&](qint64, qint64) {
                while (saved == before)
                    std::this_thread::yield();
                return true;
            });
        CHECK(made.has_value());
        const auto copy = value(storage::Database::open(target, file.types, file.clock));
        const auto number = [&](const char* sql) {
            return schema::toInteger(copy->reader().scalar(QString::fromLatin1(sql)));
        };
        CHECK(number("SELECT count(*) FROM box WHERE name = 'busy'")
            == number("SELECT count(*) FROM peg"));
    }
    stop = true;
    writer.join();
}

TEST_CASE("a backup that cannot be finished leaves nothing behind", "[storage][backup]")
{
    StorageFile file;
    file.fill(100);
    const QString target = file.dir.filePath(QStringLiteral("copy.chengdan"));
    QString code;
    SECTION("when it is cancelled")
    {
        file.fill(20000); // more than one piece
        code = storage::backUpFile(file.path,
            target,
            WhenExists::Refuse,
            WhatToCopy::RowsOnly,
            [](qint64, qint64) { return false; })
                   .error()
                   .code;
        CHECK(code == QStringLiteral("CANCELLED"));
    }
    SECTION("when an attachment no longer holds what its name says")
    {
        const QString name = attach(file, "drawing");
        garble(QDir(storage::attachmentFolder(file.path)).filePath(name), 0, 3);
        code = storage::backUpFile(file.path, target).error().code;
        CHECK(code == QStringLiteral("BACKUP_ATTACHMENT"));
    }
    SECTION("when the folder does not exist")
    {
        code = storage::backUpFile(file.path, file.dir.filePath(QStringLiteral("no/copy")))
                   .error()
                   .code;
        CHECK(code == QStringLiteral("FOLDER_MISSING"));
    }
    SECTION("when the source is no company file")
    {
        QFile notes(file.dir.filePath(QStringLiteral("notes.txt")));
        REQUIRE(notes.open(QFile::WriteOnly));
        notes.write(QByteArray(5000, 'n'));
        notes.close();
        const auto refused = storage::backUpFile(notes.fileName(), target);
        CHECK_FALSE(refused);
    }
    CHECK_FALSE(QFileInfo::exists(target));
    CHECK(QDir(file.dir.path()).entryList({QStringLiteral("*unfinished*")}, QDir::Files).isEmpty());
}

TEST_CASE(
    "a restore puts the backup in place and keeps the file that was there", "[storage][restore]")
{
    StorageFile file;
    file.fill(50);
    const QString backup = file.dir.filePath(QStringLiteral("copy.chengdan"));
    const QString attachment = attach(file, "drawing");
    value(storage::backUpFile(file.path, backup));
    file.fill(7);
    SECTION("under an open program, which sees it as a change from outside")
    {
        QList<storage::Change> heard;
        QObject::connect(
            &file.database->notices(),
            &storage::ChangeNotices::committed,
            &file.database->notices(),
            [&](const QList<storage::Change>& changes) { heard += changes; },
            Qt::DirectConnection);
        CHECK(file.count("SELECT count(*) FROM box") == 57);
        const auto report = value(storage::restoreFile(backup, file.path, file.types, file.clock));
        CHECK(report.rows > 0);
        CHECK(file.count("SELECT count(*) FROM box") == 50);
        file.database->lookOutside();
        Box box = file.box(QStringLiteral("after"));
        value(file.save(box));
        CHECK(heard.size() >= 2); // every table, then our own row
        CHECK(file.count("SELECT count(*) FROM box") == 51);
        CHECK(boxesIn(file, report.setAside) == 57);
    }
    SECTION("where there is no file any more")
    {
        file.database.reset();
        REQUIRE(QFile::remove(file.path));
        REQUIRE(QDir(storage::attachmentFolder(file.path)).removeRecursively());
        const auto report = value(storage::restoreFile(backup, file.path, file.types, file.clock));
        CHECK(report.setAside.isEmpty());
        CHECK(report.attachments == 1);
        CHECK(boxesIn(file, file.path) == 50);
        CHECK(QFileInfo::exists(QDir(storage::attachmentFolder(file.path)).filePath(attachment)));
    }
    SECTION("in place of a damaged file, which is moved aside as it is")
    {
        file.database.reset();
        garble(file.path, 0, 4096);
        const auto report = value(storage::restoreFile(backup, file.path, file.types, file.clock));
        CHECK(boxesIn(file, file.path) == 50);
        QFile aside(report.setAside);
        REQUIRE(aside.open(QFile::ReadOnly));
        CHECK(aside.read(4096) == QByteArray(4096, '\xA5'));
    }
    SECTION("a backup of an older version is brought up to date first")
    {
        const schema::RecordType old = boxType(1);
        const QString older = file.dir.filePath(QStringLiteral("older.chengdan"));
        value(storage::Database::open(older, {&old}, file.clock, storage::Database::Open::Create));
        const schema::RecordType present = boxType(2);
        value(storage::restoreFile(older, file.path, {&present}, file.clock));
        CHECK(
            file.count("SELECT count(*) FROM pragma_table_info('box') WHERE name = 'remark'") == 1);
    }
}

TEST_CASE("a restore that is refused changes nothing", "[storage][restore]")
{
    StorageFile file;
    file.fill(9);
    const QString backup = file.dir.filePath(QStringLiteral("copy.chengdan"));
    value(storage::backUpFile(file.path, backup));
    schema::RecordTypes types = file.types;
    const schema::RecordType old = boxType(1);
    QString code;
    SECTION("for a damaged backup")
    {
        garble(backup, 3 * 4096, 2 * 4096);
        code = QStringLiteral("BACKUP_DAMAGED");
    }
    SECTION("for a backup of a newer program")
    {
        types = {&old};
        code = QStringLiteral("FILE_NEWER");
    }
    SECTION("for a backup that is not there")
    {
        QFile::remove(backup);
        code = QStringLiteral("FILE_MISSING");
    }
    const auto refused = storage::restoreFile(backup, file.path, types, file.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == code);
    CHECK(file.count("SELECT count(*) FROM box") == 9);
    CHECK(QDir(file.dir.path())
              .entryList(
                  {QStringLiteral("*before-restore*"), QStringLiteral("*restoring*")}, QDir::Files)
              .isEmpty());
}

TEST_CASE("one backup a day is made and the newest are kept", "[storage][backup]")
{
    StorageFile file;
    file.fill(10);
    for (int day = 1; day <= 5; ++day) {
        CHECK(value(storage::backUpDaily(file.path, QDate(2026, 2, 26).addDays(day), 3)));
        CHECK_FALSE(value(storage::backUpDaily(file.path, QDate(2026, 2, 26).addDays(day), 3)));
    }
    const QStringList kept = storage::dailyBackups(file.path);
    REQUIRE(kept.size() == 3);
    CHECK(kept[0].endsWith(QStringLiteral("2026-03-03.chengdan")));
    CHECK(kept[2].endsWith(QStringLiteral("2026-03-01.chengdan")));
    CHECK(boxesIn(file, kept[0]) == 10);
}
