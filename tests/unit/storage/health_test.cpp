// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "core/storage/draft_store.h"
#include "core/storage/file_health.h"
#include "core/storage/file_health_salvage.h"
#include "tests/support/catch.h"
#include "tests/support/fault_vfs.h"
#include "tests/unit/storage/storage_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Database;

namespace {

void overwritePages(const QString& path, qint64 first, qint64 pages)
{
    QFile file(path);
    REQUIRE(file.open(QFile::ReadWrite));
    REQUIRE(file.seek(first * 4096));
    REQUIRE(file.write(QByteArray(pages * 4096, '\x5A')) == pages * 4096);
}

// Both languages have a sentence, and it is not the bare code.
void checkSentence(const Error& error)
{
    for (const Language language : {Language::Chinese, Language::English}) {
        const QString text = sentence(error, language);
        CHECK_FALSE(text.isEmpty());
        CHECK_FALSE(text.contains(error.code));
    }
}

// Runs one hidden case of this program against a file; what it printed after "result ".
QString resultOfChild(const char* name, const QString& path)
{
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CHENGDAN_HEALTH_FILE"), path);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(name)});
    REQUIRE(child.waitForFinished(60000));
    const QString printed = QString::fromUtf8(child.readAllStandardOutput());
    INFO(printed.toStdString());
    const qsizetype at = printed.indexOf(QStringLiteral("result "));
    REQUIRE(at >= 0);
    return printed.mid(at + 7).section(QLatin1Char('\n'), 0, 0);
}

void printResult(const QString& text)
{
    std::printf("result %s\n", qPrintable(text));
    std::fflush(stdout);
}

schema::RecordTypes sampleTypes()
{
    return {&schema::describe<Box>(), &schema::describe<Peg>()};
}

const ManualClock& healthClock()
{
    static const ManualClock clock{Instant::fromMilliseconds(1), QDate(2026, 3, 12)};
    return clock;
}

} // namespace

TEST_CASE("a sound file is told from a damaged one", "[storage][health]")
{
    StorageFile file;
    file.fill(2000);
    CHECK(value(storage::examineFile(file.path)).isSound());
    CHECK(storage::wasLeftOpen(file.path)); // we have it open
    file.database.reset();
    CHECK_FALSE(storage::wasLeftOpen(file.path));
    SECTION("a page in the middle")
    {
        overwritePages(file.path, QFileInfo(file.path).size() / 4096 / 2, 1);
        CHECK_FALSE(value(storage::examineFile(file.path)).isSound());
    }
    SECTION("the beginning")
    {
        overwritePages(file.path, 0, 1);
        CHECK_FALSE(value(storage::examineFile(file.path)).isSound());
        const auto opened = Database::open(file.path, file.types, file.clock);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == QStringLiteral("FILE_DAMAGED"));
        checkSentence(opened.error());
    }
    SECTION("the end is missing")
    {
        QFile cut(file.path);
        REQUIRE(cut.resize(cut.size() / 2));
        CHECK_FALSE(value(storage::examineFile(file.path)).isSound());
    }
}

TEST_CASE("reading over a damaged page is a fault, never a short answer", "[storage][health]")
{
    StorageFile file;
    file.fill(3000);
    file.database.reset();
    overwritePages(file.path, 60, 20);
    file.database = value(Database::open(file.path, file.types, file.clock));
    const auto read =
        file.database->read([](storage::Connection& connection) -> Result<std::size_t> {
            auto rows = connection.query(QStringLiteral("SELECT name FROM box ORDER BY rid"));
            std::size_t count = 0;
            while (rows.next())
                ++count;
            return count;
        });
    REQUIRE_FALSE(read);
    CHECK(read.error().code == QStringLiteral("FILE_DAMAGED"));
}

TEST_CASE("an examination can be cancelled", "[storage][health]")
{
    StorageFile file;
    file.fill(5000);
    const auto cancelled = storage::examineFile(file.path, [] { return true; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == QStringLiteral("CANCELLED"));
}

TEST_CASE("an examination that can be cancelled asks between the tables and finds the same damage",
    "[storage][health]")
{
    StorageFile file;
    file.fill(3000);
    const qint64 tables =
        file.count("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND rootpage > 0");
    const auto page = [&](const char* name) {
        return schema::toInteger(file.database->reader().scalar(
            QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = ?"),
            {QString::fromLatin1(name)}));
    };
    const qint64 pages[] = {page("box"), page("box_worth"), page("_n_box")};
    file.database.reset();
    int asked = 0;
    const auto sound = value(storage::examineFile(file.path, [&] {
        ++asked;
        return false;
    }));
    CHECK(sound.isSound());
    CHECK(asked > tables);
    asked = 0;
    const auto cancelled = storage::examineFile(file.path, [&] { return ++asked == 3; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == QStringLiteral("CANCELLED"));
    CHECK(asked == 3); // the file is small: nothing was asked within a table
    for (const qint64 root : pages) {
        REQUIRE(root > 1);
        CAPTURE(root);
        QFile plain(file.path);
        REQUIRE(plain.open(QFile::ReadWrite));
        REQUIRE(plain.seek((root - 1) * 4096));
        const QByteArray before = plain.read(4096);
        overwritePages(file.path, root - 1, 1);
        const auto found = value(storage::examineFile(file.path, [] { return false; }));
        CHECK_FALSE(found.isSound());
        REQUIRE(plain.seek((root - 1) * 4096));
        REQUIRE(plain.write(before) == 4096);
        plain.close();
        CHECK(value(storage::examineFile(file.path, [] { return false; })).isSound());
    }
}

TEST_CASE("every row outside the damaged pages is salvaged and every other one is named",
    "[storage][salvage]")
{
    constexpr int kBoxes = 3000;
    StorageFile file;
    file.fill(kBoxes);
    Peg peg;
    peg.id = PegId::make(file.ids);
    value(file.database->write(
        PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
            peg.box = storage::select<Box>(tx.connection(), QStringLiteral("worth = 5"))[0].id;
            storage::insert(tx, peg);
            return {};
        }));
    value(storage::saveDraft(*file.database,
        {PersonId::fromNumber(7), QStringLiteral("newCustomer"), {}},
        {{QStringLiteral("name"), QStringLiteral("half typed")}}));
    file.database.reset();
    const QString damaged = file.path;
    const int firstPage = GENERATE(range(44, 128, 12));
    CAPTURE(firstPage);
    overwritePages(damaged, firstPage, 3);
    QFile before(damaged);
    REQUIRE(before.open(QFile::ReadOnly));
    const QByteArray untouched = before.readAll();

    const QString target = file.dir.filePath(QStringLiteral("salvaged.chengdan"));
    const auto report = value(storage::salvageFile(damaged, target, file.types, file.clock));
    REQUIRE(before.seek(0));
    CHECK(before.readAll() == untouched);
    CHECK(value(storage::examineFile(target)).isSound());
    const auto salvaged = value(Database::open(target, file.types, file.clock));
    qint64 kept = 0;
    for (const Box& box : storage::select<Box>(salvaged->reader())) {
        CHECK(box.name == QStringLiteral("box %1").arg(box.worth.minor));
        ++kept;
    }
    // Each box is kept or named, whether its row or what points at it lay under the three pages.
    qint64 lost = 0;
    for (const auto& table : report.tables) {
        if (table.table == QLatin1String("box")) {
            CHECK(table.kept == kept);
            lost = table.lost;
            CHECK((table.lost > 0 || kept == kBoxes || table.mayLackMore));
        }
    }
    CHECK(kept + lost == kBoxes);
    CHECK(kept > kBoxes - 400); // three pages hold no more
    CHECK(schema::toInteger(salvaged->reader().scalar(QStringLiteral("SELECT busy FROM _busy")))
        == 0);
    CHECK(storage::salvageText(report).contains(QStringLiteral("box\t")));
}

TEST_CASE("a sound file is salvaged whole", "[storage][salvage]")
{
    StorageFile file;
    file.fill(300);
    const qint64 ops = file.count("SELECT count(*) FROM _op");
    const qint64 group = file.count("SELECT grp FROM _m");
    value(storage::saveDraft(*file.database,
        {PersonId::fromNumber(7), QStringLiteral("newCustomer"), {}},
        {{QStringLiteral("name"), QStringLiteral("half typed")}}));
    // A table that a room adds to the file on demand, as the passwords are.
    value(file.database->write(PersonId(), [](storage::Transaction& tx) -> Result<void> {
        tx.connection().execute(
            QStringLiteral("CREATE TABLE _added (who INTEGER PRIMARY KEY, secret TEXT NOT NULL)"));
        tx.connection().execute(QStringLiteral("INSERT INTO _added VALUES (7, 'kept')"));
        return {};
    }));
    const qint64 groups = file.count("SELECT grp FROM _m");
    const QString target = file.dir.filePath(QStringLiteral("salvaged.chengdan"));
    const auto report = value(storage::salvageFile(file.path, target, file.types, file.clock));
    CHECK(report.lost() == 0);
    CHECK(report.rows.empty());
    const auto salvaged = value(Database::open(target, file.types, file.clock));
    const auto number = [&](const char* sql) {
        return schema::toInteger(salvaged->reader().scalar(QString::fromLatin1(sql)));
    };
    CHECK(number("SELECT count(*) FROM box") == 300);
    CHECK(number("SELECT count(*) FROM _op") == ops); // as it was, not journalled again
    CHECK(groups > group);
    CHECK(number("SELECT grp FROM _m") == groups);
    CHECK(number("SELECT count(*) FROM _draft") == 1);
    CHECK(number("SELECT count(*) FROM _added WHERE who = 7 AND secret = 'kept'") == 1);
}

TEST_CASE("child: saves while the disk is full and after", "[.][health-child]")
{
    const QString path = qEnvironmentVariable("CHENGDAN_HEALTH_FILE");
    if (path.isEmpty())
        return;
    installFaults();
    const auto database = value(Database::open(path, sampleTypes(), healthClock()));
    IdSource ids{healthClock(), 5};
    const auto save = [&] {
        return database->write(
            PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
                Box box;
                box.id = BoxId::make(ids);
                box.name = QString(20000, QLatin1Char('x'));
                storage::insert(tx, box);
                return {};
            });
    };
    value(save());
    setDiskFull(true);
    const auto full = save();
    setDiskFull(false);
    setDiskBroken(true);
    const auto broken = save();
    setDiskBroken(false);
    const auto after = save();
    printResult(QStringLiteral("%1 %2 %3")
                    .arg(full ? QString() : full.error().code,
                        broken ? QString() : broken.error().code,
                        after ? QStringLiteral("saved") : after.error().code));
}

TEST_CASE("a full or broken disk refuses the save, and the next one works", "[storage][disk]")
{
    StorageFile file;
    file.database.reset();
    CHECK(resultOfChild("child: saves while the disk is full and after", file.path)
        == QStringLiteral("STORAGE_FULL STORAGE_IO saved"));
    file.database = value(Database::open(file.path, file.types, file.clock));
    CHECK(file.count("SELECT count(*) FROM box") == 2);
    CHECK(value(storage::examineFile(file.path)).isSound());
    checkSentence(Error::make("STORAGE_FULL"));
    checkSentence(Error::make("STORAGE_IO"));
}

TEST_CASE("child: opens a file it may not write and saves", "[.][health-child]")
{
    const QString path = qEnvironmentVariable("CHENGDAN_HEALTH_FILE");
    if (path.isEmpty())
        return;
    if (::getuid() == 0 && ::setuid(65534) != 0) // nobody: rights do not hold for root
        return;
    const auto database = Database::open(path, sampleTypes(), healthClock());
    if (!database) {
        printResult(database.error().code);
        return;
    }
    IdSource ids{healthClock(), 5};
    const auto saved =
        (*database)->write(PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
            Box box;
            box.id = BoxId::make(ids);
            storage::insert(tx, box);
            return {};
        });
    printResult(saved ? QStringLiteral("saved") : saved.error().code);
}

TEST_CASE("a read-only folder or file ends in a sentence", "[storage][disk]")
{
    StorageFile file;
    file.fill(3);
    file.database.reset();
    const QByteArray folder = QFile::encodeName(file.dir.path());
    const QByteArray path = QFile::encodeName(file.path);
    REQUIRE(::chmod(folder.constData(), 0555) == 0);
    SECTION("file and folder")
    {
        REQUIRE(::chmod(path.constData(), 0444) == 0);
    }
    SECTION("the folder only")
    {
        REQUIRE(::chmod(path.constData(), 0666) == 0);
    }
    SECTION("not even readable")
    {
        REQUIRE(::chmod(path.constData(), 0000) == 0);
    }
    const QString code = resultOfChild("child: opens a file it may not write and saves", file.path);
    CHECK(
        (code == QStringLiteral("STORAGE_READ_ONLY") || code == QStringLiteral("STORAGE_ACCESS")));
    checkSentence(Error::make(code.toLatin1().constData()));
    REQUIRE(::chmod(folder.constData(), 0755) == 0);
    REQUIRE(::chmod(path.constData(), 0600) == 0);
    file.database = value(Database::open(file.path, file.types, file.clock));
    CHECK(file.count("SELECT count(*) FROM box") == 3);
}

TEST_CASE("child: holds a file for itself until its input ends", "[.][health-child]")
{
    const QString path = qEnvironmentVariable("CHENGDAN_HEALTH_FILE");
    if (path.isEmpty())
        return;
    storage::Connection holder(path, storage::Connection::Mode::Writer);
    (void)holder.scalar(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"));
    holder.execute(QStringLiteral("BEGIN EXCLUSIVE"));
    holder.execute(QStringLiteral("UPDATE _m SET grp = grp + 1"));
    printResult(QStringLiteral("held"));
    (void)std::getchar();
}

TEST_CASE("a file another program holds for itself ends in a sentence", "[storage][disk]")
{
    StorageFile file;
    file.fill(3);
    file.database.reset();
    QProcess holder;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CHENGDAN_HEALTH_FILE"), file.path);
    holder.setProcessEnvironment(environment);
    holder.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("child: holds a file for itself until its input ends")});
    QByteArray printed;
    while (!printed.contains("result held") && holder.waitForReadyRead(30000))
        printed += holder.readAllStandardOutput();
    REQUIRE(printed.contains("result held"));
    const auto opened = Database::open(file.path, file.types, file.clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == QStringLiteral("STORAGE_LOCKED"));
    checkSentence(opened.error());
    holder.closeWriteChannel();
    REQUIRE(holder.waitForFinished(30000));
    file.database = value(Database::open(file.path, file.types, file.clock));
    CHECK(file.count("SELECT count(*) FROM box") == 3);
}
