// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attachments/attachment_service.h"

#include "core/access/guard.h"
#include "core/access/validation.h"
#include "core/access/visibility.h"
#include "core/attachments/content_cache.h"
#include "core/attachments/file_name.h"
#include "core/storage/content_index.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace chengdan::attachments {

namespace {

using access::Right;
using storage::Connection;
using storage::ContentProgress;
using storage::Transaction;

constexpr qint64 kBeginning = 8192; ///< of a content, by which its kind is told

Error attachmentError(const char* code, const QString& name)
{
    return Error::make(code, {}, {{QStringLiteral("name"), name}});
}

QString freeNameIn(const QString& folder, const QString& name)
{
    const QFileInfo wanted(folder + QLatin1Char('/') + name);
    QString free = wanted.filePath();
    const QString ending =
        wanted.suffix().isEmpty() ? QString() : QLatin1Char('.') + wanted.suffix();
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = QStringLiteral("%1/%2 (%3)%4")
                   .arg(folder, wanted.completeBaseName(), QString::number(i), ending);
    return free;
}

} // namespace

Result<TargetCustomer> customerOf(
    const access::Context& context, Connection& connection, const Target& target)
{
    const schema::RecordType* type = context.database.type(target.kind);
    if (type == nullptr || type->scope != schema::Scope::Root || type->smallId
        || target.kind == QLatin1String(storage::kAttachmentTable))
        return fail("ATTACHMENT_TARGET", {}, {{QStringLiteral("kind"), target.kind}});
    storage::Statement row = connection.query(
        QStringLiteral("SELECT t.root_id, c.owner FROM %1 t JOIN customer c ON c.id = t.root_id "
                       "WHERE t.id = ? AND t.deleted = 0 AND c.deleted = 0")
            .arg(target.kind),
        {storage::bind(target.record)});
    if (!row.next())
        return fail("NOT_FOUND", {}, {{QStringLiteral("what"), target.kind}});
    TargetCustomer found;
    schema::ColumnTraits<CustomerId>::fromValue(row.value(0), found.customer);
    found.owner = PersonId::fromNumber(static_cast<qint32>(row.integer(1)));
    if (auto reach = context.session.requireReach(found.owner); !reach)
        return fail(reach.error());
    return found;
}

AttachmentService::AttachmentService(const access::Context& context, FetchContent fetch)
    : m_context(context)
    , m_fetch(std::move(fetch))
    , m_store(context.database.path())
{
}

Result<Attachment> AttachmentService::attachFile(
    const QString& path, const Target& target, const QString& note, const ContentProgress& progress)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile())
        return fail(attachmentError("ATTACHMENT_MISSING", info.fileName()));
    if (info.size() > storage::kMostContent) {
        Error error = attachmentError("CONTENT_SIZE", info.fileName());
        error.args.append(
            {QStringLiteral("most"), QString::number(storage::kMostContent / (1024 * 1024))});
        return fail(error);
    }
    if (!file.open(QFile::ReadOnly)) {
        Error error = attachmentError("CONTENT_READ", info.fileName());
        error.args.append({QStringLiteral("reason"), file.errorString()});
        return fail(error);
    }
    return take(file, info.fileName(), info.size(), target, note, progress);
}

Result<Attachment> AttachmentService::attachBytes(const QByteArray& bytes,
    const QString& name,
    const Target& target,
    const QString& note,
    const ContentProgress& progress)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QBuffer::ReadOnly);
    return take(buffer, name, bytes.size(), target, note, progress);
}

Result<Attachment> AttachmentService::take(QIODevice& source,
    const QString& name,
    qint64 bytes,
    const Target& target,
    const QString& note,
    const ContentProgress& progress)
{
    if (auto allowed = m_context.session.require(Right::ActivityEdit); !allowed)
        return fail(allowed.error());
    // Refused before hundreds of megabytes were copied.
    const auto reached =
        m_context.database.read([&](Connection& connection) -> Result<TargetCustomer> {
            return customerOf(m_context, connection, target);
        });
    if (!reached)
        return fail(reached.error());
    const QString safe = safeFileName(name);
    const QByteArray beginning = source.peek(kBeginning);
    if (isExecutable(safe, beginning))
        return fail(attachmentError("ATTACHMENT_EXECUTABLE", safe));
    const QString mediaType = QMimeDatabase().mimeTypeForFileNameAndData(safe, beginning).name();
    for (int attempt = 0;; ++attempt) {
        const auto stored = m_store.add(source, safe, bytes, progress);
        if (!stored)
            return fail(stored.error());
        auto row = insertRow(*stored, safe, mediaType, target, note);
        // Between the two somebody may have cleared away the same content, which nothing named.
        const bool lost = !row && row.error().code == QLatin1String("CONTENT_NOT_HERE");
        if (!lost || attempt > 0 || !source.seek(0))
            return row;
    }
}

Result<Attachment> AttachmentService::insertRow(const storage::StoredContent& stored,
    const QString& name,
    const QString& mediaType,
    const Target& target,
    const QString& note)
{
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Attachment> {
            const auto found = customerOf(m_context, transaction.connection(), target);
            if (!found)
                return fail(found.error());
            if (m_store.bytes(stored.hash) != stored.bytes)
                return fail(attachmentError("CONTENT_NOT_HERE", name));
            Attachment row;
            row.id = AttachmentId::make(m_context.ids);
            row.meta.root = found->customer;
            row.meta.owner = found->owner;
            row.customer = found->customer;
            row.kind = target.kind;
            row.record = target.record;
            row.name = name;
            row.mediaType = mediaType;
            row.bytes = stored.bytes;
            row.sha256 = stored.hash;
            row.note = note.trimmed();
            access::Findings findings;
            access::checkAgainstDescription(schema::describe<Attachment>(), &row, findings);
            if (auto checked = findings.result(); !checked)
                return fail(checked.error());
            storage::insert(transaction, row);
            storage::noteContentUsed(transaction.connection(), stored.hash, transaction.at());
            return row;
        });
}

Result<std::vector<AttachmentEntry>> AttachmentService::entries(
    const QString& where, const storage::Row& values)
{
    return m_context.database.read(
        [&](Connection& connection) -> Result<std::vector<AttachmentEntry>> {
            const bool copy = isCopyOfTeam(connection);
            std::vector<AttachmentEntry> found;
            for (Attachment& row : storage::select<Attachment>(
                     connection, where + QStringLiteral(" ORDER BY id DESC"), values)) {
                if (!m_context.session.reaches(row.meta.owner))
                    continue;
                AttachmentEntry entry;
                entry.here = m_store.bytes(row.sha256) == row.bytes;
                entry.unsent = copy && row.meta.rev == 0;
                entry.attachment = std::move(row);
                found.push_back(std::move(entry));
            }
            return found;
        });
}

Result<std::vector<AttachmentEntry>> AttachmentService::list(const Target& target)
{
    return entries(QStringLiteral("record = ? AND kind = ?"),
        {storage::bind(target.record), storage::bind(target.kind)});
}

Result<std::vector<AttachmentEntry>> AttachmentService::listOfCustomer(CustomerId customer)
{
    return entries(QStringLiteral("customer = ?"), {storage::bind(customer)});
}

Result<QString> AttachmentService::content(AttachmentId id, const ContentProgress& progress)
{
    const auto row = m_context.database.read([&](Connection& connection) -> Result<Attachment> {
        return access::loadWithinReach<Attachment>(m_context, connection, id);
    });
    if (!row)
        return fail(row.error());
    if (m_store.bytes(row->sha256) != row->bytes) {
        if (!m_fetch)
            return fail(attachmentError("CONTENT_NOT_HERE", row->name));
        if (auto fetched = m_fetch(*row, progress); !fetched)
            return fail(fetched.error());
        if (m_store.bytes(row->sha256) != row->bytes)
            return fail(attachmentError("CONTENT_DAMAGED", row->name));
    }
    const auto noted = m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            storage::noteContentUsed(transaction.connection(), row->sha256, transaction.at());
            return {};
        });
    if (!noted)
        return fail(noted.error());
    if (auto trimmed = trimContent(m_context.database, row->sha256); !trimmed)
        return fail(trimmed.error());
    return m_store.path(row->sha256);
}

Result<QString> AttachmentService::saveAs(
    AttachmentId id, const QString& target, const ContentProgress& progress)
{
    const auto path = content(id, progress);
    if (!path)
        return path;
    const auto row = m_context.database.read([&](Connection& connection) -> Result<Attachment> {
        return storage::load<Attachment>(connection, id);
    });
    if (!row)
        return fail(row.error());
    const QString file =
        QFileInfo(target).isDir() ? freeNameIn(target, safeFileName(row->name)) : target;
    if (auto copied = m_store.copyTo(row->sha256, file, progress); !copied)
        return fail(copied.error());
    return file;
}

Result<Attachment> AttachmentService::describe(const Attachment& edited)
{
    if (auto allowed = m_context.session.require(Right::ActivityEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Attachment> {
            auto row = access::loadForChange(m_context, transaction.connection(), edited);
            if (!row)
                return row;
            if (edited.name.trimmed().isEmpty())
                return fail("REQUIRED", QStringLiteral("name"));
            row->name = safeFileName(edited.name);
            row->note = edited.note.trimmed();
            access::Findings findings;
            access::checkAgainstDescription(schema::describe<Attachment>(), &*row, findings);
            if (auto checked = findings.result(); !checked)
                return fail(checked.error());
            if (isExecutable(row->name, {}))
                return fail(attachmentError("ATTACHMENT_EXECUTABLE", row->name));
            storage::update(transaction, *row);
            return row;
        });
}

Result<void> AttachmentService::remove(AttachmentId id)
{
    if (auto allowed = m_context.session.require(Right::ActivityEdit); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            auto row = access::loadWithinReach<Attachment>(m_context, transaction.connection(), id);
            if (!row)
                return fail(row.error());
            storage::remove(transaction, *row);
            return {};
        });
}

} // namespace chengdan::attachments
