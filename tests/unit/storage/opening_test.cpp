// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What opening a file costs: every connection reads the whole schema, so none is made before it is
// needed.
#include "tests/support/catch.h"
#include "tests/unit/storage/storage_file.h"

#include <QSqlDatabase>

#include <future>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Change;

namespace {

qsizetype openConnections()
{
    return QSqlDatabase::connectionNames().size();
}

struct ClosedFile : StorageFile {
    ClosedFile()
    {
        Box first = box(QStringLiteral("first"));
        value(save(first));
        database.reset();
    }
    std::unique_ptr<storage::Database> open() const
    {
        return value(storage::Database::open(path, types, clock));
    }
};

qint64 boxesIn(storage::Database& database)
{
    return schema::toInteger(database.reader().scalar(QStringLiteral("SELECT count(*) FROM box")));
}

} // namespace

TEST_CASE("a file that is up to date is opened by one connection; the writer's follows with the "
          "first write",
    "[storage][opening]")
{
    ClosedFile file;
    const qsizetype before = openConnections();
    file.database = file.open();
    CHECK(openConnections() == before + 1);
    CHECK(boxesIn(*file.database) == 1);
    CHECK(openConnections() == before + 1);
    Box second = file.box(QStringLiteral("second"));
    value(file.save(second));
    CHECK(openConnections() == before + 2);
    CHECK(boxesIn(*file.database) == 2);
    file.database.reset();
    CHECK(openConnections() == before);
}

TEST_CASE("the thread that opens a file can lay its reader aside for the one that works on it",
    "[storage][opening]")
{
    ClosedFile file;
    file.database = std::async(std::launch::async, [&file] {
        auto opened = file.open();
        opened->layReaderAside();
        opened->layReaderAside(); // has none any more
        return opened;
    }).get();
    const qsizetype opened = openConnections();
    CHECK(boxesIn(*file.database) == 1);
    CHECK(openConnections() == opened);
    // The next thread has to open its own.
    CHECK(std::async(std::launch::async, [&file] { return boxesIn(*file.database); }).get() == 1);
    CHECK(openConnections() == opened + 1);
}

TEST_CASE("what another program wrote before the writer was needed is announced by the first look",
    "[storage][opening]")
{
    ClosedFile file;
    file.database = file.open();
    QList<Change> heard;
    QObject::connect(
        &file.database->notices(),
        &storage::ChangeNotices::committed,
        &file.database->notices(),
        [&heard](const QList<Change>& changes) { heard += changes; },
        Qt::DirectConnection);
    const auto other = file.open();
    Box box = file.box(QStringLiteral("from outside"));
    value(other->write(PersonId::fromNumber(9), [&](storage::Transaction& tx) -> Result<void> {
        storage::insert(tx, box);
        return {};
    }));
    CHECK(heard.isEmpty());
    const qint64 commits = file.database->commits();
    SECTION("a look")
    {
        file.database->lookOutside();
    }
    SECTION("a write of one's own") { }
    // Jobs of the writer run in order: behind this empty one the look has ended.
    value(file.database->write(
        PersonId::fromNumber(7), [](storage::Transaction&) -> Result<void> { return {}; }));
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].rid == box.meta.rid);
    CHECK(heard[0].kind == Change::Kind::Inserted);
    CHECK(file.database->commits() > commits);
    heard.clear();
    file.database->lookOutside();
    value(file.database->write(
        PersonId::fromNumber(7), [](storage::Transaction&) -> Result<void> { return {}; }));
    CHECK(heard.isEmpty());
}

TEST_CASE("a writer that cannot connect fails the write with its error and is tried again",
    "[storage][opening]")
{
    ClosedFile file;
    file.database = file.open();
    const QString aside = file.path + QStringLiteral(".aside");
    // Its folder is in the way: the connection that is made now finds no file.
    REQUIRE(QFile::rename(file.path, aside));
    REQUIRE(QDir().mkdir(file.path));
    Box box = file.box(QStringLiteral("second"));
    const auto saved = file.save(box);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == QLatin1String("STORAGE_ACCESS"));
    REQUIRE(QDir().rmdir(file.path));
    REQUIRE(QFile::rename(aside, file.path));
    value(file.save(box));
    CHECK(boxesIn(*file.database) == 2);
}
