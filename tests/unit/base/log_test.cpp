// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"
#include "core/base/log.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtDebug>

using namespace chengdan;
using chengdan::tests::value;

namespace {

// A log in a folder of its own, stopped whatever the test does.
struct LogInFolder {
    explicit LogInFolder(LogLevel level, qint64 fileBytes = 1'000'000)
    {
        settings.folder = dir.filePath(QStringLiteral("log"));
        settings.level = level;
        settings.fileBytes = fileBytes;
        settings.files = 2;
        value(startLog(settings));
    }
    ~LogInFolder() { stopLog(); }
    QString text()
    {
        stopLog();
        QFile file(settings.folder + QStringLiteral("/chengdan.log"));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll());
    }
    QTemporaryDir dir;
    LogSettings settings;
};

} // namespace

TEST_CASE("a log line holds the event and its facts", "[base][log]")
{
    LogInFolder log(LogLevel::Info);
    const auto id = value(QuoteId::parse(u"01890a5d-ac96-774b-bcce-b302099a8057"));
    logInfo("quote saved", {{"quote", id}, {"lines", 3}, {"by", "import"}});
    CHECK(log.text().contains(QStringLiteral(
        "quote saved quote=01890a5d-ac96-774b-bcce-b302099a8057 lines=3 by=import\n")));
}

TEST_CASE("an error is logged by code and field, never with what a person typed", "[base][log]")
{
    LogInFolder log(LogLevel::Info);
    const Error error = Error::make("NUMBER_FORMAT",
        QStringLiteral("phone"),
        {{QStringLiteral("text"), QStringLiteral("13800000000 王先生")}});
    logWarning("row refused", {{"error", error}});
    const QString text = log.text();
    CHECK(text.contains(QStringLiteral("row refused error=NUMBER_FORMAT@phone")));
    CHECK_FALSE(text.contains(QStringLiteral("138")));
}

TEST_CASE("free text of a person cannot be a fact", "[base][log]")
{
    static_assert(!std::is_constructible_v<LogFact, const char*, QString>);
    static_assert(!std::is_constructible_v<LogFact, const char*, QByteArray>);
    static_assert(!std::is_constructible_v<LogFact, const char*, std::string>);
    static_assert(std::is_constructible_v<LogFact, const char*, qint64>);
    SUCCEED("checked when this file was compiled");
}

TEST_CASE("what lies below the chosen level is not written", "[base][log]")
{
    LogInFolder log(LogLevel::Warning);
    logInfo("quiet");
    logDebug(QStringLiteral("quieter"));
    logError("loud");
    const QString text = log.text();
    CHECK_FALSE(text.contains(QStringLiteral("quiet")));
    CHECK(text.contains(QStringLiteral("loud")));
}

TEST_CASE("debug text is written where somebody asked for it", "[base][log]")
{
    LogInFolder log(LogLevel::Debug);
    logDebug(QStringLiteral("客户 宁波精密"));
    CHECK(log.text().contains(QStringLiteral("客户 宁波精密")));
}

TEST_CASE("Qt's own warnings go to the log", "[base][log]")
{
    LogInFolder log(LogLevel::Info);
    qWarning("a driver is missing");
    CHECK(log.text().contains(QStringLiteral("a driver is missing")));
}

TEST_CASE("a full file is put aside and only the newest are kept", "[base][log]")
{
    LogInFolder log(LogLevel::Info, 2000);
    for (int i = 0; i < 500; ++i)
        logInfo("filling the file", {{"line", i}});
    const QString newest = log.text();
    CHECK(newest.contains(QStringLiteral("line=499")));
    CHECK(newest.size() <= 2100);
    CHECK(QDir(log.settings.folder).entryList(QDir::Files)
        == QStringList{QStringLiteral("chengdan.1.log"),
            QStringLiteral("chengdan.2.log"),
            QStringLiteral("chengdan.log")});
}

TEST_CASE("a folder that cannot be made is an error, and logging goes on", "[base][log]")
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("taken")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    LogSettings settings;
    settings.folder = dir.filePath(QStringLiteral("taken/log"));
    CHECK(startLog(settings).error().code == QStringLiteral("LOG_FOLDER"));
    logInfo("still alive");
}

TEST_CASE("the level of a setting is known by its name", "[base][log]")
{
    CHECK(logLevelOf(u"debug") == LogLevel::Debug);
    CHECK(logLevelOf(u"warning") == LogLevel::Warning);
    CHECK(logLevelOf(u"error") == LogLevel::Error);
    CHECK(logLevelOf(u"info") == LogLevel::Info);
    CHECK(logLevelOf(u"verbose") == LogLevel::Info);
}
