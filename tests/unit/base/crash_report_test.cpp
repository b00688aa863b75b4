// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_report.h"
#include "core/base/log.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <stdexcept>

using namespace chengdan;
using chengdan::tests::value;

namespace {

// Runs one hidden test case of this very program in a child, which dies there, and gives the text
// of the report it left.
QString reportOfChild(const QString& caseName, const QString& folder)
{
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CHENGDAN_CRASH_FOLDER"), folder);
    // The sanitizers' own handler would take the signal before ours.
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
        QStringLiteral("handle_segv=0:handle_abort=0:allow_user_segv_handler=1"));
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {caseName});
    REQUIRE(child.waitForFinished(60000));
    CHECK(child.exitStatus() == QProcess::CrashExit);
    const auto reports = pendingCrashReports(folder);
    REQUIRE(reports.size() == 1);
    QFile file(reports.first().path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

// True in the child only: sets up log and reports the way main does.
bool prepareToDie()
{
    const QString folder = qEnvironmentVariable("CHENGDAN_CRASH_FOLDER");
    if (folder.isEmpty())
        return false;
    LogSettings settings;
    settings.folder = folder + QStringLiteral("/log");
    value(startLog(settings));
    value(installCrashReports(folder));
    for (int i = 0; i < 150; ++i)
        logInfo("working", {{"step", i}});
    return true;
}

void throwBeyondAnyCatch()
{
    throw std::runtime_error("nobody catches this");
}

int overflowTheStack(int depth)
{
    volatile char room[4096];
    room[0] = static_cast<char>(depth);
    if (depth < 0)
        return 0; // never: it keeps the compiler from seeing that this does not end
    return overflowTheStack(depth / 2 + 1) + room[0];
}

} // namespace

// Catch installs handlers of its own for the length of a test; ours are installed after them.
TEST_CASE("child: throws where nobody catches", "[.][crash-child]")
{
    if (prepareToDie()) {
        []() noexcept { throwBeyondAnyCatch(); }();
    }
}

TEST_CASE("child: reads through a null pointer", "[.][crash-child]")
{
    if (prepareToDie())
        std::raise(SIGSEGV);
}

TEST_CASE("child: overflows its stack", "[.][crash-child]")
{
    if (prepareToDie())
        CHECK(overflowTheStack(1) == 0);
}

TEST_CASE("an unhandled exception leaves a report with the last log lines", "[base][crash]")
{
    QTemporaryDir dir;
    const QString text =
        reportOfChild(QStringLiteral("child: throws where nobody catches"), dir.path());
    CHECK(text.startsWith(QStringLiteral("Chengdan ") + buildId()));
    CHECK(text.contains(QStringLiteral("unhandled exception: St13runtime_error")));
    CHECK(text.contains(QStringLiteral("call stack\n")));
    CHECK(text.contains(QStringLiteral("working step=149\n")));
    CHECK(text.contains(QStringLiteral("working step=50\n")));
    CHECK_FALSE(text.contains(QStringLiteral("working step=49\n"))); // the last hundred only
}

TEST_CASE(
    "a fatal signal leaves a report and still ends the program by that signal", "[base][crash]")
{
    QTemporaryDir dir;
    const QString text =
        reportOfChild(QStringLiteral("child: reads through a null pointer"), dir.path());
    CHECK(text.contains(QStringLiteral("reason signal %1").arg(SIGSEGV)));
    CHECK(text.contains(QStringLiteral("working step=149\n")));
}

TEST_CASE("a stack that overflowed can still be reported", "[base][crash]")
{
    QTemporaryDir dir;
    const QString text = reportOfChild(QStringLiteral("child: overflows its stack"), dir.path());
    CHECK(text.contains(QStringLiteral("reason signal ")));
}

TEST_CASE("a report is offered until somebody has seen it", "[base][crash]")
{
    QTemporaryDir dir;
    for (const char* name : {"crash-100-1.txt", "crash-200-1.txt", "notes.txt"}) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        // The older name is made the younger file: the order is that of the times.
        REQUIRE(file.setFileTime(QDateTime::fromSecsSinceEpoch(name[6] == '1' ? 2000 : 1000),
            QFile::FileModificationTime));
    }
    auto reports = pendingCrashReports(dir.path());
    REQUIRE(reports.size() == 2);
    CHECK(reports[0].path.endsWith(QStringLiteral("crash-200-1.txt")));
    CHECK(reports[0].writtenAt.milliseconds() == 1000 * 1000);
    value(acknowledgeCrashReport(reports[0]));
    CHECK(pendingCrashReports(dir.path()).size() == 1);
    CHECK(QFile::exists(dir.filePath(QStringLiteral("crash-200-1.seen.txt"))));
    CHECK(acknowledgeCrashReport(reports[0]).error().code == QStringLiteral("LOG_FOLDER"));
}

TEST_CASE("a folder without reports, or no folder, offers nothing", "[base][crash]")
{
    QTemporaryDir dir;
    CHECK(pendingCrashReports(dir.path()).isEmpty());
    CHECK(pendingCrashReports(dir.filePath(QStringLiteral("absent"))).isEmpty());
}

TEST_CASE("the build names its version and its own binary", "[base][crash]")
{
    CHECK(buildId().contains(
        QRegularExpression(QStringLiteral("^\\d+\\.\\d+\\.\\d+ [0-9a-f]{16}$"))));
}
