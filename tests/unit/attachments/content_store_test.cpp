// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/attachments/attachment_company.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QProcess>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace chengdan;
using storage::ContentArrival;
using storage::ContentStore;
using storage::kContentPiece;
using tests::AttachmentCompany;
using tests::value;

namespace {

QByteArray bytesIn(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QFile::ReadOnly));
    return file.readAll();
}

void takeAll(ContentArrival& arrival, const QByteArray& bytes)
{
    while (arrival.next() < storage::contentPieces(bytes.size()))
        value(arrival.take(bytes.mid(arrival.next() * kContentPiece, kContentPiece)));
}

} // namespace

TEST_CASE("a content is cut into pieces of 256 KiB, the last one shorter", "[storage][content]")
{
    CHECK(storage::contentPieces(1) == 1);
    CHECK(storage::contentPieces(kContentPiece) == 1);
    CHECK(storage::contentPieces(kContentPiece + 1) == 2);
    CHECK(storage::contentPieces(storage::kMostContent) == storage::kMostContentPieces);
    CHECK(storage::isContentHash(QString(64, QChar(u'a'))));
    CHECK_FALSE(storage::isContentHash(QString(64, QChar(u'A'))));
    CHECK_FALSE(storage::isContentHash(QString(63, QChar(u'a'))));
    CHECK_FALSE(storage::isContentHash(QStringLiteral("../") + QString(61, QChar(u'a'))));
    QTemporaryDir folder;
    const ContentStore store(folder.filePath(QStringLiteral("c.chengdan")));
    const QByteArray bytes = AttachmentCompany::noise(kContentPiece * 2 + 5);
    QBuffer source;
    source.setData(bytes);
    source.open(QBuffer::ReadOnly);
    const auto stored = value(store.add(source, QStringLiteral("x"), bytes.size()));
    QByteArray together;
    for (qint64 n = 0; n < 3; ++n)
        together += value(store.piece(stored.hash, n));
    CHECK(together == bytes);
    CHECK_FALSE(store.piece(stored.hash, 3));
    CHECK_FALSE(store.piece(QStringLiteral("../c.chengdan"), 0));
}

TEST_CASE("a content that arrives goes on where it was cut off, and bears its name only when whole",
    "[storage][content]")
{
    QTemporaryDir folder;
    const ContentStore store(folder.filePath(QStringLiteral("c.chengdan")));
    const QByteArray bytes = AttachmentCompany::noise(kContentPiece * 3 + 100);
    const QString hash = AttachmentCompany::hashOf(bytes);
    {
        const auto arrival = value(ContentArrival::begin(store, hash, bytes.size()));
        CHECK(arrival->next() == 0);
        value(arrival->take(bytes.left(kContentPiece)));
        value(arrival->take(bytes.mid(kContentPiece, kContentPiece)));
        CHECK(arrival->take(QByteArray("short")).error().code == QStringLiteral("CONTENT_DAMAGED"));
    }
    CHECK_FALSE(store.has(hash));
    // Cut in the middle of a piece: that one comes again.
    QFile part(store.path(hash) + QStringLiteral(".part"));
    REQUIRE(part.resize(kContentPiece + 1000));
    {
        const auto arrival = value(ContentArrival::begin(store, hash, bytes.size()));
        CHECK(arrival->next() == 1);
        takeAll(*arrival, bytes);
        value(arrival->finish());
    }
    CHECK(bytesIn(store.path(hash)) == bytes);
    CHECK(store.hashes() == QStringList{hash});
    // Once it is there nothing is to be taken.
    const auto again = value(ContentArrival::begin(store, hash, bytes.size()));
    CHECK(again->next() == 4);
    value(again->finish());
    // Something else under the same name is thrown away.
    const QString other(64, QChar(u'0'));
    {
        const auto arrival = value(ContentArrival::begin(store, other, bytes.size()));
        takeAll(*arrival, bytes);
        CHECK(arrival->finish().error().code == QStringLiteral("CONTENT_DAMAGED"));
    }
    CHECK_FALSE(store.has(other));
    CHECK_FALSE(QFile::exists(store.path(other) + QStringLiteral(".part")));
    CHECK_FALSE(ContentArrival::begin(store, hash, storage::kMostContent + 1));
    CHECK_FALSE(ContentArrival::begin(store, QStringLiteral("../../x"), 10));
}

TEST_CASE("while one receives a content another one waits, or gives up", "[storage][content]")
{
    QTemporaryDir folder;
    const ContentStore store(folder.filePath(QStringLiteral("c.chengdan")));
    const QString hash(64, QChar(u'1'));
    const auto first = value(ContentArrival::begin(store, hash, 1000));
    int asked = 0;
    const auto second =
        ContentArrival::begin(store, hash, 1000, [&](qint64, qint64) { return ++asked < 2; });
    REQUIRE_FALSE(second);
    CHECK(second.error().code == QStringLiteral("CANCELLED"));
    CHECK(asked == 2);
}

TEST_CASE("a disk that is full in the middle of a content ends in a sentence and leaves nothing",
    "[storage][content]")
{
    AttachmentCompany company;
    const QByteArray bytes = AttachmentCompany::noise(3'000'000);
    // No file of this process grows beyond a million bytes: as a full disk does it, and only here.
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small = before;
    small.rlim_cur = 1'000'000;
    auto* const heard = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto refused =
        company.attached.attachBytes(bytes, QStringLiteral("a.jpg"), company.target());
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, heard);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("FILE_WRITE"));
    CHECK(company.stored().isEmpty());
    CHECK(company.count("SELECT count(*) FROM attachment") == 0);
    value(company.attached.attachBytes(bytes, QStringLiteral("a.jpg"), company.target()));
}

TEST_CASE("child: takes a content in and is killed between two pieces", "[.][content-child]")
{
    const ContentStore store(qEnvironmentVariable("CHENGDAN_CONTENT_FILE"));
    const qint64 last = qEnvironmentVariableIntValue("CHENGDAN_CONTENT_PIECE") * kContentPiece;
    QBuffer source;
    source.setData(AttachmentCompany::noise(kContentPiece * 4));
    source.open(QBuffer::ReadOnly);
    (void)store.add(source, QStringLiteral("x"), 0, [&](qint64 done, qint64) {
        if (done >= last)
            ::kill(::getpid(), SIGKILL);
        return true;
    });
}

TEST_CASE("killed between any two pieces nothing bears the name of the content, and the next one "
          "takes it in whole",
    "[storage][content]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("c.chengdan"));
    const ContentStore store(file);
    const QByteArray bytes = AttachmentCompany::noise(kContentPiece * 4);
    for (int piece = 1; piece <= 4; ++piece) {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CHENGDAN_CONTENT_FILE"), file);
        environment.insert(QStringLiteral("CHENGDAN_CONTENT_PIECE"), QString::number(piece));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("child: takes a content in and is killed between two pieces")});
        REQUIRE(child.waitForFinished(30'000));
        REQUIRE(child.exitStatus() == QProcess::CrashExit);
        CHECK(store.hashes().isEmpty());
    }
    CHECK(QDir(store.folder()).entryList(QDir::Files).size() == 4);
    CHECK(store.removeLeftovers(Instant::fromMilliseconds(0)) == 0);
    CHECK(store.removeLeftovers(Instant::fromMilliseconds(qint64{1} << 60)) == 4);
    QBuffer source;
    source.setData(bytes);
    source.open(QBuffer::ReadOnly);
    const auto stored = value(store.add(source, QStringLiteral("x")));
    CHECK(bytesIn(store.path(stored.hash)) == bytes);
}
