// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_report.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <typeinfo>

#ifdef Q_OS_UNIX
#include <cxxabi.h>
#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <elf.h>
#include <link.h>
#endif

namespace chengdan {

namespace {

constexpr std::size_t kLines = 100;
constexpr std::size_t kLineBytes = 320;

// Everything the handler reads lies here, made before anything can go wrong: it may neither
// allocate nor lock, since the fault may have happened inside malloc or the log.
struct CrashState {
    std::array<std::array<char, kLineBytes>, kLines> lines{};
    std::array<std::atomic<std::size_t>, kLines> sizes{};
    std::atomic<std::size_t> next{0};
    std::atomic<bool> writing{false};
    std::array<char, 1024> folder{};
    std::array<char, 200> build{};
    alignas(4096) std::array<char, 64 * 1024> signalStack{};
};

CrashState& crashState()
{
    static CrashState state;
    return state;
}

#ifdef Q_OS_UNIX

constexpr std::array kSignals{SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS};

void put(int file, const char* text, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(file, text, size);
        if (written <= 0)
            return;
        text += written;
        size -= static_cast<std::size_t>(written);
    }
}

void put(int file, const char* text)
{
    put(file, text, std::strlen(text));
}

// Decimal digits without the library's formatter, which may lock or allocate.
std::size_t digitsOf(unsigned long long value, char* out)
{
    std::array<char, 24> reversed{};
    std::size_t count = 0;
    do {
        reversed[count++] = static_cast<char>('0' + value % 10);
        value /= 10;
    } while (value > 0);
    std::reverse_copy(reversed.begin(), reversed.begin() + count, out);
    return count;
}

void putNumber(int file, unsigned long long value)
{
    std::array<char, 24> digits{};
    put(file, digits.data(), digitsOf(value, digits.data()));
}

int openReport()
{
    std::array<char, 1200> path{};
    std::size_t at = std::strlen(crashState().folder.data());
    std::memcpy(path.data(), crashState().folder.data(), at);
    const auto append = [&](const char* text) {
        const std::size_t size = std::strlen(text);
        std::memcpy(path.data() + at, text, size);
        at += size;
    };
    append("/crash-");
    at += digitsOf(static_cast<unsigned long long>(std::time(nullptr)), path.data() + at);
    append("-");
    at += digitsOf(static_cast<unsigned long long>(::getpid()), path.data() + at);
    append(".txt");
    return ::open(path.data(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

void putStack(int file)
{
    std::array<void*, 64> frames{};
    const int count = ::backtrace(frames.data(), static_cast<int>(frames.size()));
    ::backtrace_symbols_fd(frames.data(), count, file);
}

void putRecentLines(int file)
{
    const std::size_t end = crashState().next.load(std::memory_order_acquire);
    for (std::size_t i = end > kLines ? end - kLines : 0; i < end; ++i) {
        const auto& line = crashState().lines[i % kLines];
        put(file, line.data(), std::min(crashState().sizes[i % kLines].load(), kLineBytes));
        put(file, "\n");
    }
}

// One report a process: an abort that follows the terminate handler adds nothing.
void writeReport(const char* reason, const char* detail, int signal)
{
    if (crashState().writing.exchange(true))
        return;
    const int file = openReport();
    if (file < 0)
        return;
    put(file, "Chengdan ");
    put(file, crashState().build.data());
    put(file, "\ntime ");
    putNumber(file, static_cast<unsigned long long>(std::time(nullptr)));
    put(file, " s since 1970 (UTC)\nreason ");
    put(file, reason);
    if (detail) {
        put(file, ": ");
        put(file, detail);
    }
    if (signal > 0) {
        put(file, " ");
        putNumber(file, static_cast<unsigned long long>(signal));
    }
    put(file, "\n\ncall stack\n");
    putStack(file);
    put(file, "\nlast log lines\n");
    putRecentLines(file);
    ::close(file);
}

void onSignal(int signal)
{
    writeReport("signal", nullptr, signal);
    // The handler was installed for one shot, so raising again ends the program as it would have.
    ::raise(signal);
}

void onTerminate()
{
    const std::type_info* type = abi::__cxa_current_exception_type();
    writeReport("unhandled exception", type ? type->name() : "none is active", 0);
    std::abort();
}

void installHandlers()
{
    // The first call loads the unwinder, which allocates; the handler's call then does not.
    std::array<void*, 2> warm{};
    ::backtrace(warm.data(), static_cast<int>(warm.size()));
    stack_t stack{};
    stack.ss_sp = crashState().signalStack.data();
    stack.ss_size = crashState().signalStack.size();
    ::sigaltstack(&stack, nullptr); // a stack overflow needs another stack to report itself
    struct sigaction action { };
    action.sa_handler = onSignal;
    action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : kSignals)
        ::sigaction(signal, &action, nullptr);
    std::set_terminate(onTerminate);
}

#else

void installHandlers() { }

#endif

#ifdef Q_OS_LINUX

// Visits the program itself, the first object of the list, and reads its GNU build id note.
int readBuildNote(dl_phdr_info* info, std::size_t, void* result)
{
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        if (header.p_type != PT_NOTE)
            continue;
        const char* at = reinterpret_cast<const char*>(info->dlpi_addr + header.p_vaddr);
        const char* end = at + header.p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            ElfW(Nhdr) note;
            std::memcpy(&note, at, sizeof note);
            const char* name = at + sizeof note;
            const char* value = name + (note.n_namesz + 3) / 4 * 4;
            if (note.n_type == NT_GNU_BUILD_ID && std::memcmp(name, "GNU", 4) == 0) {
                *static_cast<QByteArray*>(result) =
                    QByteArray(value, static_cast<qsizetype>(note.n_descsz)).toHex();
                return 1;
            }
            at = value + (note.n_descsz + 3) / 4 * 4;
        }
    }
    return 1;
}

#endif

QByteArray linkerBuildId()
{
    QByteArray id;
#ifdef Q_OS_LINUX
    ::dl_iterate_phdr(readBuildNote, &id);
#endif
    return id;
}

tl::unexpected<Error> folderError(const QString& folder)
{
    return fail("LOG_FOLDER", {}, {{QStringLiteral("folder"), folder}});
}

} // namespace

QString buildId()
{
    const QString version = QStringLiteral(CHENGDAN_VERSION);
    const QByteArray linker = linkerBuildId();
    return linker.isEmpty() ? version
                            : version + QLatin1Char(' ') + QString::fromLatin1(linker.left(16));
}

Result<void> installCrashReports(const QString& folder)
{
    const QByteArray path = QFile::encodeName(QDir(folder).absolutePath());
    auto& room = crashState().folder;
    if (!QDir().mkpath(folder) || path.size() + 1 >= static_cast<qsizetype>(room.size()))
        return folderError(folder);
    std::copy(path.begin(), path.end(), room.begin());
    room[static_cast<std::size_t>(path.size())] = '\0';
    const QByteArray build = buildId().toUtf8().left(crashState().build.size() - 1);
    std::copy(build.begin(), build.end(), crashState().build.begin());
    installHandlers();
    return {};
}

QList<CrashReport> pendingCrashReports(const QString& folder)
{
    QList<CrashReport> reports;
    const auto files =
        QDir(folder).entryInfoList({QStringLiteral("crash-*.txt")}, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files) {
        if (file.fileName().endsWith(QStringLiteral(".seen.txt")))
            continue;
        reports.append({file.absoluteFilePath(),
            Instant::fromMilliseconds(file.lastModified().toMSecsSinceEpoch())});
    }
    std::stable_sort(reports.begin(),
        reports.end(),
        [](const CrashReport& a, const CrashReport& b) { return a.writtenAt < b.writtenAt; });
    return reports;
}

Result<void> acknowledgeCrashReport(const CrashReport& report)
{
    QString seen = report.path;
    seen.chop(4);
    if (!QFile::rename(report.path, seen + QStringLiteral(".seen.txt")))
        return folderError(QFileInfo(report.path).path());
    return {};
}

void rememberLogLine(const char* line, std::size_t size)
{
    while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
        --size;
    size = std::min(size, kLineBytes);
    const std::size_t slot = crashState().next.fetch_add(1, std::memory_order_acq_rel) % kLines;
    std::memcpy(crashState().lines[slot].data(), line, size);
    crashState().sizes[slot].store(size);
}

} // namespace chengdan
