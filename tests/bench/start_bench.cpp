// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/start_bench.h"

#include "tests/bench/company_file.h"
#include "tests/bench/stopwatch.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

namespace chengdan::bench {

namespace {

struct Start {
    double paintedMs = 0;
    double megabytes = 0;
};

/// Most kilobytes this process has held, whatever the one held that it was forked from.
long peakKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLong();
    }
    return 0;
}

/// The system counts to a process what the one it was forked from held, and this one may hold a
/// gigabyte by now: a process of its own starts the program, and is checked to be the smaller one.
Start startOf(const QStringList& command)
{
    QProcess starter;
    starter.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    starter.start(QCoreApplication::applicationFilePath(),
        QStringList{QLatin1String(kStartOption)} + command);
    if (!starter.waitForFinished(600'000) || starter.exitCode() != 0)
        endBench(QStringLiteral("P20: %1 did not paint its window").arg(command.first()));
    const QList<QByteArray> told = starter.readAllStandardOutput().trimmed().split(' ');
    if (told.size() != 3)
        endBench(QStringLiteral("P20: the starting process told nothing"));
    const double starterKilobytes = told[2].toDouble();
    Start start{told[0].toDouble() / 1000, told[1].toDouble() / 1024};
    if (starterKilobytes <= 0 || start.megabytes * 1024 <= starterKilobytes)
        endBench(QStringLiteral("P20: the memory measured is not that of %1").arg(command.first()));
    return start;
}

std::vector<RatioRow> measureStart(const BenchPlace& place)
{
    const QString company = demoFile(place);
    // Nobody's settings, drafts or window positions.
    const QString home = QDir(place.folder).filePath(QStringLiteral("home"));
    QDir().mkpath(home);
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, QDir(home).absolutePath().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QStringList ours{QStringLiteral(CHENGDAN_PROGRAM),
        QStringLiteral("--db"),
        company,
        QStringLiteral("--end-when-painted"),
        QStringLiteral("--today"),
        QStringLiteral("2026-03-12")};
    const QStringList empty{QStringLiteral(CHENGDAN_EMPTY_WINDOW)};
    std::vector<double> ourMs;
    std::vector<double> emptyMs;
    std::vector<double> ourMb;
    std::vector<double> emptyMb;
    startOf(ours); // both programs and their libraries lie in memory afterwards
    startOf(empty);
    for (int sample = 0; sample < 9; ++sample) {
        const Start theirs = startOf(empty);
        const Start mine = startOf(ours);
        ourMs.push_back(mine.paintedMs);
        emptyMs.push_back(theirs.paintedMs);
        ourMb.push_back(mine.megabytes);
        emptyMb.push_back(theirs.megabytes);
    }
    const QString note = QStringLiteral("from the start to the first painted window, a company of "
                                        "%1 opportunities; against an empty window with a menu")
                             .arg(place.rows);
    RatioRow time;
    time.id = QStringLiteral("P20 start");
    time.oursMs = median(ourMs);
    time.baselineMs = median(emptyMs);
    time.limit = 3;
    time.note = note + QStringLiteral(", elapsed time");
    RatioRow memory;
    memory.id = QStringLiteral("P20 memory");
    memory.oursMs = median(ourMb);
    memory.baselineMs = median(emptyMb);
    memory.limit = 3;
    memory.note = note + QStringLiteral("; most megabytes at once, not milliseconds");
    return {time, memory};
}

} // namespace

int startProgram(char** command)
{
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0)
        return 1;
    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(command[0], command);
        _exit(127);
    }
    close(ends[1]);
    char first = 0;
    const bool painted = read(ends[0], &first, 1) == 1;
    const qint64 took = timer.nsecsElapsed() / 1000;
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    close(ends[0]);
    if (!painted || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return 1;
    std::printf("%lld %ld %ld\n", took, usage.ru_maxrss, peakKilobytes());
    return 0;
}

std::vector<BenchCase> startCases()
{
    return {{QStringLiteral("P20"), false, measureStart}};
}

} // namespace chengdan::bench
