// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attachments/content_cache.h"

#include "core/access/local_keys.h"
#include "core/attachments/attachment.h"
#include "core/storage/content_index.h"
#include "core/storage/store.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace chengdan::attachments {

namespace {

using storage::Connection;
using storage::ContentStore;
using storage::Database;

constexpr qint64 kLeastLimit = 16LL * 1024 * 1024;
const QString kLimitKey = QStringLiteral("content_limit");

schema::Value localSetting(Connection& connection, const QString& key)
{
    return connection.scalar(QStringLiteral("SELECT value FROM _ui WHERE key = ?"), {key});
}

// Contents that no server has yet, and those of customers one is at work with.
QSet<QString> pinnedContents(Database& database, Connection& connection)
{
    QSet<QString> pinned;
    const auto add = [&](const QString& sql, const storage::Row& values) {
        storage::Statement rows = connection.query(sql, values);
        while (rows.next())
            pinned.insert(rows.text(0));
    };
    add(QStringLiteral("SELECT DISTINCT sha256 FROM attachment WHERE rev = 0"), {});
    if (database.type(u"opportunity") != nullptr) {
        const QString me =
            schema::toText(localSetting(connection, QString::fromLatin1(access::kActingPersonKey)));
        add(QStringLiteral(
                "SELECT DISTINCT a.sha256 FROM opportunity o JOIN stage s ON s.id = o.stage JOIN "
                "attachment a ON a.customer = o.customer WHERE o.owner = CAST(? AS INTEGER) AND "
                "o.deleted = 0 AND a.deleted = 0 AND s.kind = 'open'"),
            {me});
    }
    return pinned;
}

std::vector<CachedContent> cachedContents(Database& database, Connection& connection)
{
    const ContentStore store(database.path());
    const QSet<QString> pinned = pinnedContents(database, connection);
    const QHash<QString, Instant> uses = storage::contentUses(connection);
    std::vector<CachedContent> contents;
    for (const QString& hash : store.hashes()) {
        const bool inTray = !schema::isNull(connection.scalar(
            QStringLiteral("SELECT 1 FROM _tray WHERE instr(CAST(payload AS TEXT), ?) > 0 LIMIT 1"),
            {hash}));
        contents.push_back(
            {hash, store.bytes(hash), uses.value(hash), inTray || pinned.contains(hash)});
    }
    return contents;
}

} // namespace

bool isCopyOfTeam(Connection& connection)
{
    return !schema::isNull(localSetting(connection, QString::fromLatin1(access::kActingPersonKey)));
}

qint64 contentLimit(Connection& connection)
{
    bool whole = false;
    const qint64 kept = schema::toText(localSetting(connection, kLimitKey)).toLongLong(&whole);
    return whole && kept >= kLeastLimit ? kept : kContentLimit;
}

Result<void> setContentLimit(Database& database, qint64 bytes)
{
    constexpr qint64 kMostLimit = 1LL << 50;
    if (bytes < kLeastLimit || bytes > kMostLimit)
        return fail("NUMBER_RANGE",
            {},
            {{QStringLiteral("least"), QString::number(kLeastLimit)},
                {QStringLiteral("most"), QString::number(kMostLimit)}});
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        transaction.connection().execute(
            QStringLiteral("INSERT INTO _ui(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE "
                           "SET value = excluded.value"),
            {kLimitKey, QString::number(bytes)});
        return {};
    });
}

std::vector<QString> contentsToDrop(std::vector<CachedContent> contents, qint64 limit)
{
    qint64 all = std::accumulate(
        contents.begin(), contents.end(), qint64{0}, [](qint64 sum, const CachedContent& each) {
            return sum + each.bytes;
        });
    std::vector<QString> dropped;
    if (all <= limit)
        return dropped;
    std::stable_sort(contents.begin(), contents.end(), [](const auto& one, const auto& other) {
        return one.used < other.used;
    });
    for (const CachedContent& each : contents) {
        if (all <= limit)
            break;
        if (each.pinned)
            continue;
        dropped.push_back(each.hash);
        all -= each.bytes;
    }
    return dropped;
}

Result<int> trimContent(Database& database, const QString& inUse)
{
    const auto dropped = database.read([&](Connection& connection) -> Result<std::vector<QString>> {
        if (!isCopyOfTeam(connection))
            return std::vector<QString>();
        const ContentStore store(database.path());
        const qint64 limit = contentLimit(connection);
        qint64 all = 0;
        for (const QString& hash : store.hashes())
            all += store.bytes(hash);
        if (all <= limit) // as nearly always
            return std::vector<QString>();
        std::vector<CachedContent> contents = cachedContents(database, connection);
        for (CachedContent& each : contents)
            each.pinned = each.pinned || each.hash == inUse;
        return contentsToDrop(std::move(contents), limit);
    });
    if (!dropped)
        return fail(dropped.error());
    if (dropped->empty())
        return 0;
    // In a write, so that no row begins to speak of one of them meanwhile.
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<int> {
        const ContentStore store(database.path());
        const QSet<QString> pinned = pinnedContents(database, transaction.connection());
        int gone = 0;
        for (const QString& hash : *dropped) {
            if (pinned.contains(hash))
                continue;
            store.remove(hash);
            ++gone;
        }
        return gone;
    });
}

Result<std::vector<Error>> examineContent(
    Database& database, bool mend, const storage::ContentProgress& progress)
{
    struct Named {
        QString hash;
        QString name;
        bool sent;
    };
    bool copy = false;
    const auto rows = database.read([&](Connection& connection) -> Result<std::vector<Named>> {
        copy = isCopyOfTeam(connection);
        std::vector<Named> named;
        storage::Statement found = connection.query(
            QStringLiteral("SELECT sha256, min(name), min(rev) > 0 FROM attachment WHERE deleted = "
                           "0 GROUP BY sha256 ORDER BY min(rid)"));
        while (found.next())
            named.push_back({found.text(0), found.text(1), found.integer(2) != 0});
        return named;
    });
    if (!rows)
        return fail(rows.error());
    const ContentStore store(database.path());
    std::vector<Error> wrong;
    const auto add = [&](const char* code, const QString& name) {
        wrong.push_back(Error::make(code, {}, {{QStringLiteral("name"), name}}));
    };
    for (const Named& each : *rows) {
        if (!store.has(each.hash)) {
            if (!copy || !each.sent)
                add("CONTENT_LOST", each.name);
            continue;
        }
        const auto sound = store.isSound(each.hash, progress);
        if (!sound && sound.error().code == QLatin1String("CANCELLED"))
            return fail(sound.error());
        if (sound && *sound)
            continue;
        add("CONTENT_DAMAGED", each.name);
        if (mend && copy && each.sent)
            store.remove(each.hash);
    }
    return wrong;
}

} // namespace chengdan::attachments
