// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <cstring>

namespace chengdan::tests {

namespace {

enum class FileKind { Main, Wal, Other };

// SQLite hands out this much room per open file; the file of the real layer follows behind it.
struct FaultFile {
    sqlite3_file base;
    FileKind kind;
    sqlite3_file* real;
};

sqlite3_vfs* realVfs = nullptr;
std::string pointName; // set before any thread writes
std::atomic<int> pointCountdown{0};
std::atomic<bool> diskFull{false};
std::atomic<bool> diskBroken{false};

sqlite3_file* realFile(sqlite3_file* file)
{
    return reinterpret_cast<FaultFile*>(file)->real;
}

// True when this access is the one at which the process ends.
bool reached(sqlite3_file* file, const char* act)
{
    if (pointCountdown <= 0)
        return false;
    const auto kind = reinterpret_cast<FaultFile*>(file)->kind;
    if (kind == FileKind::Other)
        return false;
    const std::string name = std::string(kind == FileKind::Main ? "main-" : "wal-") + act;
    return name == pointName && --pointCountdown == 0;
}

[[noreturn]] void endHere()
{
    std::raise(SIGKILL);
    std::abort(); // never reached: the signal cannot be caught
}

int refusal()
{
    return diskFull ? SQLITE_FULL : diskBroken ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

int faultClose(sqlite3_file* file)
{
    return realFile(file)->pMethods->xClose(realFile(file));
}
int faultRead(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 at)
{
    return realFile(file)->pMethods->xRead(realFile(file), buffer, amount, at);
}
int faultWrite(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 at)
{
    if (const int refused = refusal(); refused != SQLITE_OK)
        return refused;
    if (reached(file, "write"))
        endHere();
    if (reached(file, "write-torn")) {
        realFile(file)->pMethods->xWrite(realFile(file), buffer, amount / 2, at);
        endHere();
    }
    return realFile(file)->pMethods->xWrite(realFile(file), buffer, amount, at);
}
int faultTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (reached(file, "truncate"))
        endHere();
    return realFile(file)->pMethods->xTruncate(realFile(file), size);
}
int faultSync(sqlite3_file* file, int flags)
{
    if (reached(file, "sync"))
        endHere();
    return realFile(file)->pMethods->xSync(realFile(file), flags);
}
int faultFileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return realFile(file)->pMethods->xFileSize(realFile(file), size);
}
int faultLock(sqlite3_file* file, int level)
{
    return realFile(file)->pMethods->xLock(realFile(file), level);
}
int faultUnlock(sqlite3_file* file, int level)
{
    return realFile(file)->pMethods->xUnlock(realFile(file), level);
}
int faultCheckReserved(sqlite3_file* file, int* reserved)
{
    return realFile(file)->pMethods->xCheckReservedLock(realFile(file), reserved);
}
int faultControl(sqlite3_file* file, int op, void* argument)
{
    return realFile(file)->pMethods->xFileControl(realFile(file), op, argument);
}
int faultSectorSize(sqlite3_file* file)
{
    return realFile(file)->pMethods->xSectorSize(realFile(file));
}
int faultCharacteristics(sqlite3_file* file)
{
    return realFile(file)->pMethods->xDeviceCharacteristics(realFile(file));
}
int faultShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** mapped)
{
    return realFile(file)->pMethods->xShmMap(realFile(file), page, size, extend, mapped);
}
int faultShmLock(sqlite3_file* file, int offset, int count, int flags)
{
    return realFile(file)->pMethods->xShmLock(realFile(file), offset, count, flags);
}
void faultShmBarrier(sqlite3_file* file)
{
    realFile(file)->pMethods->xShmBarrier(realFile(file));
}
int faultShmUnmap(sqlite3_file* file, int remove)
{
    return realFile(file)->pMethods->xShmUnmap(realFile(file), remove);
}
int faultFetch(sqlite3_file* file, sqlite3_int64 at, int amount, void** page)
{
    return realFile(file)->pMethods->xFetch(realFile(file), at, amount, page);
}
int faultUnfetch(sqlite3_file* file, sqlite3_int64 at, void* page)
{
    return realFile(file)->pMethods->xUnfetch(realFile(file), at, page);
}

const sqlite3_io_methods kFaultMethods{3,
    faultClose,
    faultRead,
    faultWrite,
    faultTruncate,
    faultSync,
    faultFileSize,
    faultLock,
    faultUnlock,
    faultCheckReserved,
    faultControl,
    faultSectorSize,
    faultCharacteristics,
    faultShmMap,
    faultShmLock,
    faultShmBarrier,
    faultShmUnmap,
    faultFetch,
    faultUnfetch};

int faultOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* ours = reinterpret_cast<FaultFile*>(file);
    std::memset(ours, 0, sizeof(FaultFile));
    ours->kind = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? FileKind::Main
        : (flags & SQLITE_OPEN_WAL) != 0            ? FileKind::Wal
                                                    : FileKind::Other;
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    const int opened = realVfs->xOpen(realVfs, name, ours->real, flags, outFlags);
    if (ours->real->pMethods != nullptr)
        ours->base.pMethods = &kFaultMethods;
    return opened;
}

} // namespace

void installFaults()
{
    static sqlite3_vfs ours = [] {
        realVfs = sqlite3_vfs_find(nullptr);
        sqlite3_vfs copy = *realVfs; // all but opening a file is the real layer's own business
        copy.zName = "chengdan-faults";
        copy.szOsFile = static_cast<int>(sizeof(FaultFile)) + realVfs->szOsFile;
        copy.xOpen = faultOpen;
        copy.pNext = nullptr;
        return copy;
    }();
    sqlite3_vfs_register(&ours, 1);
}

QStringList crashPoints()
{
    return {QStringLiteral("wal-write"),
        QStringLiteral("wal-write-torn"),
        QStringLiteral("wal-sync"),
        QStringLiteral("main-write"),
        QStringLiteral("main-write-torn"),
        QStringLiteral("main-sync")};
}

void killAt(const QString& point, int count)
{
    pointName = point.toStdString();
    pointCountdown = count;
}

void setDiskFull(bool full)
{
    diskFull = full;
}

void setDiskBroken(bool broken)
{
    diskBroken = broken;
}

} // namespace chengdan::tests
