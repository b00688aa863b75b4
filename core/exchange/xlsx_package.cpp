// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_package.h"

#include "core/base/lazy_library.h"
#include "core/exchange/xlsx_xml.h"

#include <QSet>

#include <archive.h>
#include <archive_entry.h>

namespace chengdan::exchange {

namespace {

constexpr char kZipMark[] = "PK\x03\x04";
constexpr char kCompoundMark[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// libarchive brings a dozen libraries along, so it is loaded with the first workbook.
struct ArchiveCalls {
    LazyLibrary library{CHENGDAN_ARCHIVE_LIBRARY};
    decltype(&archive_read_new) readNew =
        library.find<decltype(&archive_read_new)>("archive_read_new");
    decltype(&archive_read_free) readFree =
        library.find<decltype(&archive_read_free)>("archive_read_free");
    decltype(&archive_read_support_format_zip_seekable) supportZip =
        library.find<decltype(&archive_read_support_format_zip_seekable)>(
            "archive_read_support_format_zip_seekable");
    decltype(&archive_read_open_memory) openMemory =
        library.find<decltype(&archive_read_open_memory)>("archive_read_open_memory");
    decltype(&archive_read_next_header) nextHeader =
        library.find<decltype(&archive_read_next_header)>("archive_read_next_header");
    decltype(&archive_read_data) readData =
        library.find<decltype(&archive_read_data)>("archive_read_data");
    decltype(&archive_entry_is_encrypted) isEncrypted =
        library.find<decltype(&archive_entry_is_encrypted)>("archive_entry_is_encrypted");
    decltype(&archive_entry_pathname) pathname =
        library.find<decltype(&archive_entry_pathname)>("archive_entry_pathname");
};

const ArchiveCalls& archiveCalls()
{
    static const ArchiveCalls calls;
    return calls;
}

struct ArchiveCloser {
    void operator()(archive* opened) const { archiveCalls().readFree(opened); }
};
using ArchiveHandle = std::unique_ptr<archive, ArchiveCloser>;

/// Part names are compared as the package does: without a leading slash, in any letter case.
QString partName(const char* path)
{
    QString name = QString::fromUtf8(path == nullptr ? "" : path).toLower();
    name.replace(QLatin1Char('\\'), QLatin1Char('/'));
    while (name.startsWith(QLatin1Char('/')))
        name.remove(0, 1);
    return name;
}

class ZippedParts : public XlsxParts {
public:
    ZippedParts(const QByteArray& bytes, const XlsxLimits& limits)
        : m_bytes(bytes)
        , m_limits(limits)
    {
    }

    /// Reads the directory.
    Result<void> open()
    {
        auto opened = openArchive();
        if (!opened)
            return fail(opened.error());
        archive_entry* entry = nullptr;
        int entries = 0;
        while (true) {
            const int status = archiveCalls().nextHeader(opened->get(), &entry);
            if (status == ARCHIVE_EOF)
                return {};
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return fail(xlsxDamaged(QStringLiteral("zip")));
            if (++entries > m_limits.entries)
                return fail(xlsxLimitError("entries", m_limits.entries));
            m_encrypted = m_encrypted || archiveCalls().isEncrypted(entry) != 0;
            m_names.insert(partName(archiveCalls().pathname(entry)));
        }
    }

    qint64 packedBytes() const override { return m_bytes.size(); }
    bool has(const QString& name) const override { return m_names.contains(name.toLower()); }

    Result<bool> read(const QString& name, const std::function<bool(QByteArrayView)>& take) override
    {
        if (!has(name))
            return false;
        if (m_encrypted)
            return fail("XLSX_ENCRYPTED");
        auto opened = openArchive();
        if (!opened)
            return fail(opened.error());
        archive_entry* entry = nullptr;
        while (true) {
            const int status = archiveCalls().nextHeader(opened->get(), &entry);
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return fail(xlsxDamaged(name));
            if (partName(archiveCalls().pathname(entry)) == name.toLower())
                return readEntry(opened->get(), name, take);
        }
    }

private:
    Result<ArchiveHandle> openArchive() const
    {
        ArchiveHandle opened(archiveCalls().readNew());
        if (!opened || archiveCalls().supportZip(opened.get()) != ARCHIVE_OK
            || archiveCalls().openMemory(
                   opened.get(), m_bytes.constData(), static_cast<std::size_t>(m_bytes.size()))
                != ARCHIVE_OK)
            return fail(xlsxDamaged(QStringLiteral("zip")));
        return opened;
    }

    Result<bool> readEntry(
        archive* opened, const QString& name, const std::function<bool(QByteArrayView)>& take)
    {
        QByteArray piece(256 * 1024, Qt::Uninitialized);
        while (true) {
            const auto size = archiveCalls().readData(
                opened, piece.data(), static_cast<std::size_t>(piece.size()));
            if (size < 0)
                return fail(xlsxDamaged(name));
            if (size == 0)
                return true;
            m_unpacked += size;
            if (m_unpacked > m_limits.unpackedBytes)
                return fail(xlsxLimitError("unpacked", m_limits.unpackedBytes));
            if (m_unpacked > m_limits.ratioFrom
                && m_unpacked / std::max<qint64>(1, m_bytes.size()) > m_limits.ratio)
                return fail(xlsxLimitError("ratio", m_limits.ratio));
            if (!take(QByteArrayView(piece).first(size)))
                return true;
        }
    }

    const QByteArray& m_bytes;
    XlsxLimits m_limits;
    QSet<QString> m_names;
    bool m_encrypted = false;
    qint64 m_unpacked = 0;
};

class PartsInMemory : public XlsxParts {
public:
    explicit PartsInMemory(QHash<QString, QByteArray> parts)
        : m_parts(std::move(parts))
    {
    }
    qint64 packedBytes() const override
    {
        qint64 sum = 0;
        for (const QByteArray& part : m_parts)
            sum += part.size();
        return sum;
    }
    bool has(const QString& name) const override { return m_parts.contains(name); }
    Result<bool> read(const QString& name, const std::function<bool(QByteArrayView)>& take) override
    {
        const auto found = m_parts.constFind(name);
        if (found == m_parts.constEnd())
            return false;
        constexpr qsizetype kPiece = 4096; // small, so that tests see tokens cut in two
        for (qsizetype at = 0; at < found->size(); at += kPiece) {
            if (!take(QByteArrayView(*found).sliced(at, std::min(kPiece, found->size() - at))))
                break;
        }
        return true;
    }

private:
    QHash<QString, QByteArray> m_parts;
};

} // namespace

bool looksLikeWorkbook(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView(kZipMark))
        || bytes.startsWith(QByteArrayView(kCompoundMark));
}

Result<std::unique_ptr<XlsxParts>> openXlsxPackage(
    const QByteArray& bytes, const XlsxLimits& limits)
{
    if (bytes.size() > limits.packedBytes)
        return fail(xlsxLimitError("packed", limits.packedBytes));
    if (bytes.startsWith(kCompoundMark)) {
        // A password wraps the zip into the container the old format used; the stream is named in
        // UTF-16.
        const QString wrapped = QStringLiteral("EncryptedPackage");
        const QByteArray name(reinterpret_cast<const char*>(wrapped.utf16()), wrapped.size() * 2);
        return fail(bytes.contains(name) ? "XLSX_ENCRYPTED" : "XLSX_OLD_FORMAT");
    }
    if (!bytes.startsWith(kZipMark))
        return fail("XLSX_NOT_ZIP");
    if (auto ready = archiveCalls().library.ready(); !ready)
        return fail(ready.error());
    auto parts = std::make_unique<ZippedParts>(bytes, limits);
    if (auto opened = parts->open(); !opened)
        return fail(opened.error());
    return parts;
}

std::unique_ptr<XlsxParts> xlsxPartsInMemory(QHash<QString, QByteArray> parts)
{
    return std::make_unique<PartsInMemory>(std::move(parts));
}

} // namespace chengdan::exchange
