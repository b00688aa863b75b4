// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_rename.h"
#include "core/storage/content_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace chengdan::storage {

namespace {

constexpr int kLookAgainMs = 200;

Error arrivalNotWritten(const QFile& file)
{
    return Error::make("FILE_WRITE",
        {},
        {{QStringLiteral("path"), QDir::toNativeSeparators(file.fileName())},
            {QStringLiteral("reason"), file.errorString()}});
}

} // namespace

class ContentArrival::Private {
public:
    Private(const ContentStore& store, const QString& hash, qint64 bytes)
        : m_path(store.path(hash))
        , m_hash(hash)
        , m_bytes(bytes)
        , m_part(m_path + QStringLiteral(".part"))
        , m_lock(m_path + QStringLiteral(".lock"))
    {
        m_lock.setStaleLockTime(0); // stale is only the lock of a program that is gone
    }

    // Another program, or thread, may be about the same content.
    Result<void> takeLock(const ContentProgress& progress)
    {
        while (!m_lock.tryLock(kLookAgainMs)) {
            if (m_lock.error() != QLockFile::LockFailedError)
                return fail(arrivalNotWritten(m_part));
            if (progress && !progress(0, m_bytes))
                return fail("CANCELLED");
        }
        return {};
    }

    // What arrived before counts in whole pieces: the last one may have been cut.
    Result<void> openPart()
    {
        if (!m_part.open(QFile::ReadWrite | QFile::Unbuffered))
            return fail(arrivalNotWritten(m_part));
        m_part.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_next = m_part.size() >= m_bytes ? contentPieces(m_bytes) : m_part.size() / kContentPiece;
        const qint64 kept = std::min(m_bytes, m_next * kContentPiece);
        if (!m_part.resize(kept) || !m_part.seek(kept))
            return fail(arrivalNotWritten(m_part));
        return {};
    }

    bool isThere() const { return QFileInfo(m_path).size() == m_bytes; }
    void skipAll() { m_next = contentPieces(m_bytes); }
    qint64 next() const { return m_next; }

    Result<void> take(const QByteArray& piece)
    {
        const qint64 wanted = std::min(kContentPiece, m_bytes - m_next * kContentPiece);
        if (piece.size() != wanted)
            return fail(damaged());
        if (m_part.write(piece) != piece.size())
            return fail(arrivalNotWritten(m_part));
        ++m_next;
        return {};
    }

    Result<void> finish()
    {
        if (!m_part.isOpen())
            return {};
        QCryptographicHash sum(QCryptographicHash::Sha256);
        if (!m_part.seek(0) || !sum.addData(&m_part)
            || QString::fromLatin1(sum.result().toHex()) != m_hash) {
            m_part.remove();
            return fail(damaged());
        }
#ifdef Q_OS_UNIX
        const bool kept = ::fsync(m_part.handle()) == 0;
#else
        const bool kept = ::_commit(m_part.handle()) == 0;
#endif
        if (!kept)
            return fail(arrivalNotWritten(m_part));
        m_part.close();
        return renameFile(m_part.fileName(), m_path);
    }

private:
    Error damaged() const
    {
        return Error::make("CONTENT_DAMAGED", {}, {{QStringLiteral("name"), m_hash}});
    }

    QString m_path;
    QString m_hash;
    qint64 m_bytes;
    qint64 m_next = 0;
    QFile m_part;
    QLockFile m_lock;
};

Result<std::unique_ptr<ContentArrival>> ContentArrival::begin(
    const ContentStore& store, const QString& hash, qint64 bytes, const ContentProgress& progress)
{
    if (!isContentHash(hash) || bytes <= 0 || bytes > kMostContent)
        return fail("CONTENT_SIZE",
            {},
            {{QStringLiteral("name"), hash},
                {QStringLiteral("most"), QString::number(kMostContent / (1024 * 1024))}});
    if (!QFileInfo(store.folder()).isDir()) {
        if (!QDir().mkpath(store.folder()))
            return fail("FILE_WRITE",
                {},
                {{QStringLiteral("path"), store.folder()}, {QStringLiteral("reason"), QString()}});
        QFile::setPermissions(
            store.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    auto own = std::make_unique<Private>(store, hash, bytes);
    if (auto locked = own->takeLock(progress); !locked)
        return fail(locked.error());
    if (own->isThere())
        own->skipAll();
    else if (auto opened = own->openPart(); !opened)
        return fail(opened.error());
    return std::unique_ptr<ContentArrival>(new ContentArrival(std::move(own)));
}

ContentArrival::ContentArrival(std::unique_ptr<Private> own)
    : m_own(std::move(own))
{
}

ContentArrival::~ContentArrival() = default;

qint64 ContentArrival::next() const
{
    return m_own->next();
}

Result<void> ContentArrival::take(const QByteArray& piece)
{
    return m_own->take(piece);
}

Result<void> ContentArrival::finish()
{
    return m_own->finish();
}

} // namespace chengdan::storage
