// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/start_bench.h"

#include "tests/bench/company_file.h"
#include "tests/bench/stopwatch.h"

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chengdan::bench {

namespace {

struct Start {
    double paintedMs = 0;
    double megabytes = 0;
};

/// Starts a program that writes a line when its first window is painted and ends then.
Start startOf(const QStringList& command)
{
    std::vector<QByteArray> words;
    for (const QString& word : command)
        words.push_back(word.toLocal8Bit());
    std::vector<char*> arguments;
    for (QByteArray& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0)
        endBench(QStringLiteral("P20: no pipe"));
    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    close(ends[1]);
    Start start;
    char first = 0;
    const bool painted = read(ends[0], &first, 1) == 1;
    start.paintedMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    close(ends[0]);
    if (!painted || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        endBench(QStringLiteral("P20: %1 did not paint its window").arg(command.first()));
    start.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
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

std::vector<BenchCase> startCases()
{
    return {{QStringLiteral("P20"), false, measureStart}};
}

} // namespace chengdan::bench
