// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/content_index.h"

#include <QDateTime>
#include <QFileInfo>

namespace chengdan::storage {

namespace {

constexpr qint64 kDayMs = 24LL * 3600 * 1000;
constexpr qint64 kUndoMs = 30 * kDayMs;
// After an older backup was restored no row names what was attached since, but what was laid aside
// then does, and so do newer backups: whoever goes forward again needs it.
constexpr qint64 kSparedMs = 90 * kDayMs;

bool hasContentTable(Connection& connection)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = '_content'")));
}

void makeContentTable(Connection& connection)
{
    if (hasContentTable(connection))
        return;
    connection.execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS _content (hash TEXT PRIMARY KEY, used_at INTEGER NOT NULL "
        "DEFAULT 0, sent_to TEXT NOT NULL DEFAULT '', sent_at INTEGER NOT NULL DEFAULT 0, gone "
        "INTEGER NOT NULL DEFAULT 0)"));
}

// The store and the file agree while no other write runs.
Result<int> dropUnwanted(Database& database,
    const std::function<QStringList(Connection&)>& candidates,
    const std::function<bool(const QString& path)>& spared)
{
    const ContentStore store(database.path());
    return database.write(PersonId(), [&](Transaction& transaction) -> Result<int> {
        Connection& connection = transaction.connection();
        int gone = 0;
        for (const QString& hash : candidates(connection)) {
            if (spared(store.path(hash)))
                continue;
            if (!isContentWanted(connection, hash, transaction.at())) {
                store.remove(hash);
                ++gone;
            }
            if (hasContentTable(connection))
                connection.execute(
                    QStringLiteral("UPDATE _content SET gone = 0 WHERE hash = ?"), {hash});
        }
        return gone;
    });
}

} // namespace

void noteContentUsed(Connection& connection, const QString& hash, Instant at)
{
    makeContentTable(connection);
    connection.execute(QStringLiteral("INSERT INTO _content(hash, used_at) VALUES (?, ?) ON "
                                      "CONFLICT(hash) DO UPDATE SET used_at = excluded.used_at"),
        {hash, at.milliseconds()});
}

void noteContentSent(Connection& connection, const QString& hash, const QString& epoch, Instant at)
{
    makeContentTable(connection);
    connection.execute(
        QStringLiteral(
            "INSERT INTO _content(hash, sent_to, sent_at, used_at) VALUES (?, ?, ?, ?) ON "
            "CONFLICT(hash) DO UPDATE SET sent_to = excluded.sent_to, sent_at = excluded.sent_at"),
        {hash, epoch, at.milliseconds(), at.milliseconds()});
}

void noteContentLeft(Connection& connection, const QString& hash)
{
    makeContentTable(connection);
    connection.execute(QStringLiteral("INSERT INTO _content(hash, gone) VALUES (?, 1) ON "
                                      "CONFLICT(hash) DO UPDATE SET gone = 1"),
        {hash});
}

bool isContentSent(Connection& connection, const QString& hash, const QString& epoch, Instant now)
{
    return hasContentTable(connection)
        && !schema::isNull(
            connection.scalar(QStringLiteral("SELECT 1 FROM _content WHERE hash = ? AND sent_to = "
                                             "? AND sent_at > ?"),
                {hash, epoch, now.milliseconds() - kContentSentHoldsMs}));
}

QHash<QString, Instant> contentUses(Connection& connection)
{
    QHash<QString, Instant> uses;
    if (!hasContentTable(connection))
        return uses;
    Statement rows = connection.query(QStringLiteral("SELECT hash, used_at FROM _content"));
    while (rows.next())
        uses.insert(rows.text(0), Instant::fromMilliseconds(rows.integer(1)));
    return uses;
}

bool isContentWanted(Connection& connection, const QString& hash, Instant now)
{
    const auto finds = [&](const QString& sql, const Row& values) {
        return !schema::isNull(connection.scalar(sql, values));
    };
    return finds(QStringLiteral("SELECT 1 FROM attachment WHERE sha256 = ? AND (deleted = 0 OR "
                                "changed_at > ?) LIMIT 1"),
               {hash, now.milliseconds() - kUndoMs})
        || finds(QStringLiteral(
                     "SELECT 1 FROM attachment a JOIN _op o ON o.rid = a.rid AND o.kind "
                     "IN (1, 2) WHERE a.sha256 = ? AND o.tbl = ? AND EXISTS (SELECT 1 FROM _m "
                     "WHERE device IS NOT NULL) LIMIT 1"),
            {hash, qint64{kAttachmentNumber}})
        || finds(QStringLiteral("SELECT 1 FROM _tray WHERE instr(CAST(payload AS TEXT), ?) > 0 "
                                "LIMIT 1"),
            {hash});
}

Result<int> dropLeftContent(Database& database)
{
    const auto listed = [](Connection& connection) {
        QStringList left;
        if (!hasContentTable(connection))
            return left;
        Statement rows =
            connection.query(QStringLiteral("SELECT hash FROM _content WHERE gone = 1"));
        while (rows.next())
            left += rows.text(0);
        return left;
    };
    const auto any = database.read(
        [&](Connection& connection) -> Result<bool> { return !listed(connection).isEmpty(); });
    if (!any)
        return fail(any.error());
    if (!*any)
        return 0;
    return dropUnwanted(database, listed, [](const QString&) { return false; });
}

Result<int> collectContent(Database& database)
{
    const ContentStore store(database.path());
    const qint64 now = database.clock().now().milliseconds();
    store.removeLeftovers(Instant::fromMilliseconds(now - kDayMs));
    return dropUnwanted(
        database,
        [&](Connection&) { return store.hashes(); },
        [&](const QString& path) {
            return now - QFileInfo(path).lastModified().toMSecsSinceEpoch() < kSparedMs;
        });
}

} // namespace chengdan::storage
