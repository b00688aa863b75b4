// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/blob_fetch.h"

#include "core/storage/content_index.h"
#include "core/sync/crash_point.h"

namespace chengdan::sync {

Result<void> fetchContent(storage::Database& database,
    ServerLink& server,
    const RawId& attachment,
    const storage::ContentProgress& progress)
{
    storage::StoredContent wanted;
    const auto row = database.read([&](storage::Connection& connection) -> Result<void> {
        storage::Statement found =
            connection.query(QStringLiteral("SELECT sha256, bytes FROM attachment WHERE id = ?"),
                {attachment.bytes()});
        if (!found.next())
            return fail("NOT_FOUND",
                {},
                {{QStringLiteral("what"), QString::fromLatin1(storage::kAttachmentTable)}});
        wanted = {found.text(0), found.integer(1)};
        return {};
    });
    if (!row)
        return row;
    const storage::ContentStore store(database.path());
    auto arrival = storage::ContentArrival::begin(store, wanted.hash, wanted.bytes, progress);
    if (!arrival)
        return fail(arrival.error());
    const qint64 pieces = storage::contentPieces(wanted.bytes);
    while ((*arrival)->next() < pieces) {
        const qint64 n = (*arrival)->next();
        const auto piece =
            server.scalar(QStringLiteral("SELECT encode(sync.blob_get(?::uuid, ?), 'base64')"),
                {attachment.toString(), static_cast<int>(n)});
        if (!piece)
            return fail(piece.error());
        if (auto taken = (*arrival)->take(QByteArray::fromBase64(piece->toString().toLatin1()));
            !taken)
            return taken;
        crashPoint("blob.got");
        if (progress
            && !progress(std::min(wanted.bytes, (n + 1) * storage::kContentPiece), wanted.bytes))
            return fail("CANCELLED");
    }
    crashPoint("blob.arrived");
    if (auto whole = (*arrival)->finish(); !whole)
        return whole;
    crashPoint("blob.kept");
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        storage::noteContentUsed(transaction.connection(), wanted.hash, transaction.at());
        return {};
    });
}

} // namespace chengdan::sync
