// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/content_store.h"

#include "core/base/file_rename.h"
#include "core/storage/backup_file.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace chengdan::storage {

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

Error contentNotWritten(const QString& path, const QString& reason)
{
    return Error::make("FILE_WRITE",
        {},
        {{QStringLiteral("path"), QDir::toNativeSeparators(path)},
            {QStringLiteral("reason"), reason}});
}

Error contentNotRead(const QString& name, const QString& reason)
{
    return Error::make(
        "CONTENT_READ", {}, {{QStringLiteral("name"), name}, {QStringLiteral("reason"), reason}});
}

Error contentDamaged(const QString& name)
{
    return Error::make("CONTENT_DAMAGED", {}, {{QStringLiteral("name"), name}});
}

Error contentTooLarge(const QString& name)
{
    return Error::make("CONTENT_SIZE",
        {},
        {{QStringLiteral("name"), name},
            {QStringLiteral("most"), QString::number(kMostContent / (1024 * 1024))}});
}

bool bringToDisk(QFile& file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return ::_commit(file.handle()) == 0;
#endif
}

Result<void> makeContentFolder(const QString& folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return fail(contentNotWritten(folder, {}));
    QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner);
    return {};
}

// A file under a name of its own, which goes with its owner unless it was given another one.
class UnfinishedContent {
public:
    explicit UnfinishedContent(const QString& folder)
        : m_file(QDir(folder).filePath(
            QStringLiteral("incoming-") + QUuid::createUuid().toString(QUuid::Id128)))
    {
    }
    ~UnfinishedContent()
    {
        if (!m_placed)
            m_file.remove();
    }
    UnfinishedContent(const UnfinishedContent&) = delete;
    UnfinishedContent& operator=(const UnfinishedContent&) = delete;

    Result<void> open()
    {
        if (!m_file.open(QFile::NewOnly | QFile::WriteOnly | QFile::Unbuffered))
            return fail(contentNotWritten(m_file.fileName(), m_file.errorString()));
        m_file.setPermissions(kOwnerOnly);
        return {};
    }
    Result<void> write(const QByteArray& bytes)
    {
        if (m_file.write(bytes) != bytes.size())
            return fail(contentNotWritten(m_file.fileName(), m_file.errorString()));
        return {};
    }
    /// As `target`, replacing what bears the name.
    Result<void> place(const QString& target)
    {
        if (!bringToDisk(m_file))
            return fail(contentNotWritten(m_file.fileName(), m_file.errorString()));
        m_file.close();
        if (auto renamed = renameFile(m_file.fileName(), target); !renamed)
            return renamed;
        m_placed = true;
        return {};
    }

private:
    QFile m_file;
    bool m_placed = false;
};

QString hexOf(const QCryptographicHash& hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

qint64 contentPieces(qint64 bytes)
{
    return (bytes + kContentPiece - 1) / kContentPiece;
}

bool isContentHash(const QString& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

ContentStore::ContentStore(const QString& companyFile)
    : m_folder(attachmentFolder(companyFile))
{
}

QString ContentStore::path(const QString& hash) const
{
    return m_folder + QLatin1Char('/') + hash;
}

bool ContentStore::has(const QString& hash) const
{
    return isContentHash(hash) && QFileInfo(path(hash)).isFile();
}

qint64 ContentStore::bytes(const QString& hash) const
{
    return has(hash) ? QFileInfo(path(hash)).size() : 0;
}

Result<StoredContent> ContentStore::add(
    QIODevice& source, const QString& name, qint64 expected, const ContentProgress& progress) const
{
    if (auto made = makeContentFolder(m_folder); !made)
        return fail(made.error());
    UnfinishedContent unfinished(m_folder);
    if (auto opened = unfinished.open(); !opened)
        return fail(opened.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 bytes = 0;
    for (;;) {
        const QByteArray piece = source.read(kContentPiece);
        if (piece.isEmpty())
            break;
        bytes += piece.size();
        if (bytes > kMostContent)
            return fail(contentTooLarge(name));
        hash.addData(piece);
        if (auto written = unfinished.write(piece); !written)
            return fail(written.error());
        if (progress && !progress(bytes, std::max(bytes, expected)))
            return fail("CANCELLED");
    }
    if (!source.atEnd() || bytes < expected) // it ended before its end
        return fail(contentNotRead(name, source.errorString()));
    if (bytes == 0)
        return fail("CONTENT_EMPTY", {}, {{QStringLiteral("name"), name}});
    const StoredContent stored{hexOf(hash), bytes};
    // The same content again changes nothing, and mends one that was damaged.
    if (auto placed = unfinished.place(path(stored.hash)); !placed)
        return fail(placed.error());
    return stored;
}

Result<QByteArray> ContentStore::piece(const QString& hash, qint64 n) const
{
    QFile file(path(hash));
    if (!isContentHash(hash) || !file.open(QFile::ReadOnly) || !file.seek(n * kContentPiece))
        return fail(contentNotRead(hash, file.errorString()));
    QByteArray bytes = file.read(kContentPiece);
    if (bytes.isEmpty())
        return fail(contentNotRead(hash, file.errorString()));
    return bytes;
}

Result<bool> ContentStore::isSound(const QString& hash, const ContentProgress& progress) const
{
    QFile file(path(hash));
    if (!isContentHash(hash) || !file.open(QFile::ReadOnly))
        return fail(contentNotRead(hash, file.errorString()));
    QCryptographicHash sum(QCryptographicHash::Sha256);
    qint64 done = 0;
    for (QByteArray piece = file.read(kContentPiece); !piece.isEmpty();
         piece = file.read(kContentPiece)) {
        sum.addData(piece);
        done += piece.size();
        if (progress && !progress(done, file.size()))
            return fail("CANCELLED");
    }
    return file.error() == QFile::NoError && hexOf(sum) == hash;
}

Result<void> ContentStore::copyTo(
    const QString& hash, const QString& target, const ContentProgress& progress) const
{
    QFile file(path(hash));
    if (!isContentHash(hash) || !file.open(QFile::ReadOnly))
        return fail(contentNotRead(hash, file.errorString()));
    UnfinishedContent copy(QFileInfo(target).absolutePath());
    if (auto opened = copy.open(); !opened)
        return opened;
    QCryptographicHash sum(QCryptographicHash::Sha256);
    qint64 done = 0;
    for (QByteArray piece = file.read(kContentPiece); !piece.isEmpty();
         piece = file.read(kContentPiece)) {
        sum.addData(piece);
        if (auto written = copy.write(piece); !written)
            return written;
        done += piece.size();
        if (progress && !progress(done, file.size()))
            return fail("CANCELLED");
    }
    if (hexOf(sum) != hash)
        return fail(contentDamaged(QFileInfo(target).fileName()));
    return copy.place(target);
}

void ContentStore::remove(const QString& hash) const
{
    if (!isContentHash(hash))
        return;
    QFile::remove(path(hash));
    QFile::remove(path(hash) + QStringLiteral(".part"));
}

QStringList ContentStore::hashes() const
{
    QStringList found;
    for (const QString& name : QDir(m_folder).entryList(QDir::Files, QDir::Name)) {
        if (isContentHash(name))
            found += name;
    }
    return found;
}

int ContentStore::removeLeftovers(Instant before) const
{
    int gone = 0;
    for (const QFileInfo& file : QDir(m_folder).entryInfoList(
             {QStringLiteral("incoming-*"), QStringLiteral("*.part"), QStringLiteral("*.lock")},
             QDir::Files)) {
        if (file.lastModified().toMSecsSinceEpoch() < before.milliseconds()
            && QFile::remove(file.filePath()))
            ++gone;
    }
    return gone;
}

} // namespace chengdan::storage
