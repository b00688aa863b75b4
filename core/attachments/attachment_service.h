// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/attachments/attachment.h"
#include "core/storage/content_store.h"

namespace chengdan::attachments {

/// The record something is to hang on: any that belongs to a customer.
struct Target {
    QString kind; ///< its table
    AttachedId record;
};
/// `Target` of a record in the hand: targetOf(quote).
template <typename T>
Target targetOf(const T& record)
{
    return {QString::fromLatin1(schema::describe<T>().table), AttachedId::fromRaw(record.id.raw())};
}

/// An attachment as a page shows it.
struct AttachmentEntry {
    Attachment attachment;
    bool here = false; ///< its content lies on this PC: opens at once and without a network
    bool unsent = false; ///< waits to be sent; false in a single-user file
};

/// Brings the content of an attachment that is not on this PC into the store
/// (sync::fetchContent over a connection of one's own).
using FetchContent =
    std::function<Result<void>(const Attachment&, const storage::ContentProgress&)>;

/// Files and pictures on records of a customer. Whoever sees the customer sees them. attach…(),
/// content() and saveAs() read and write whole files: they belong on a job's thread, tell how far
/// they are, and end with CANCELLED when their progress says false; nothing is left half then. The
/// others are as quick as any save. Writing needs Right::ActivityEdit and reach over the customer.
class AttachmentService {
public:
    explicit AttachmentService(const access::Context& context, FetchContent fetch = {});

    /// Takes a file in: first the content, whole, then the row. The same content again is stored
    /// once. Errors: PERMISSION, NOT_YOURS, ATTACHMENT_TARGET, ATTACHMENT_MISSING (no such file),
    /// ATTACHMENT_EXECUTABLE, CONTENT_EMPTY, CONTENT_SIZE, CONTENT_READ, FILE_WRITE, CANCELLED.
    Result<Attachment> attachFile(const QString& path,
        const Target& target,
        const QString& note = {},
        const storage::ContentProgress& progress = {});
    /// The same for what was pasted or scanned. `name` with its ending: 截图.png
    Result<Attachment> attachBytes(const QByteArray& bytes,
        const QString& name,
        const Target& target,
        const QString& note = {},
        const storage::ContentProgress& progress = {});

    /// Of one record, the newest first.
    Result<std::vector<AttachmentEntry>> list(const Target& target);
    /// Of a customer with everything that hangs on it, the newest first.
    Result<std::vector<AttachmentEntry>> listOfCustomer(CustomerId customer);

    /// Where the content lies, to be read and not to be changed; brought here first when it is not
    /// on this PC. Errors: NOT_FOUND, NOT_YOURS, CONTENT_NOT_HERE (and there is no server to ask),
    /// those of the fetching, CANCELLED.
    Result<QString> content(AttachmentId id, const storage::ContentProgress& progress = {});
    /// Writes the content into a file of one's own, or into a folder under its name ("图 (2).png"
    /// when that is taken); answers its path. To open it in another program: saveAs() into a
    /// temporary folder. Errors: as content(), CONTENT_DAMAGED, FILE_WRITE.
    Result<QString> saveAs(
        AttachmentId id, const QString& target, const storage::ContentProgress& progress = {});

    /// A new name (made safe) and note; the content never changes. Errors: NOT_FOUND, REQUIRED,
    /// TOO_LONG, CHANGED_MEANWHILE.
    Result<Attachment> describe(const Attachment& edited);
    /// Marks it deleted; undone like any edit. The content stays for 30 days.
    Result<void> remove(AttachmentId id);

private:
    Result<Attachment> take(QIODevice& source,
        const QString& name,
        qint64 bytes,
        const Target& target,
        const QString& note,
        const storage::ContentProgress& progress);
    Result<Attachment> insertRow(const storage::StoredContent& stored,
        const QString& name,
        const QString& mediaType,
        const Target& target,
        const QString& note);
    Result<std::vector<AttachmentEntry>> entries(const QString& where, const storage::Row& values);

    const access::Context& m_context;
    FetchContent m_fetch;
    storage::ContentStore m_store;
};

/// The customer a record belongs to, if it may have attachments and is within reach. Errors:
/// ATTACHMENT_TARGET, NOT_FOUND, NOT_YOURS.
struct TargetCustomer {
    CustomerId customer;
    PersonId owner;
};
Result<TargetCustomer> customerOf(
    const access::Context& context, storage::Connection& connection, const Target& target);

} // namespace chengdan::attachments
