// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/reconcile.h"

#include "core/sync/scope_change.h"
#include "core/sync/server_schema.h"
#include "core/sync/tray.h"
#include "core/sync/wire.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

// The server's hash over one row (pull.sql, sync.digest).
quint64 rowHash(const QString& id, qint64 rev)
{
    const QByteArray text = (id + QLatin1Char(':') + QString::number(rev)).toLatin1();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Md5);
    return qFromBigEndian<quint64>(hash.constData());
}

struct LocalPart {
    std::map<QString, qint64> revs;
    quint64 hash = 0;
};

// Rows the server has never had are left out: their revision is 0.
Result<LocalPart> localPart(storage::Database& database, const RecordType& type, int owner)
{
    return database.read([&](Connection& connection) -> Result<LocalPart> {
        LocalPart part;
        const QString table = QString::fromLatin1(type.table);
        Statement rows = owner == kNoOwner
            ? connection.query(QStringLiteral("SELECT id, rev FROM %1 WHERE rev > 0").arg(table))
            : connection.query(
                QStringLiteral("SELECT id, rev FROM %1 WHERE rev > 0 AND owner = ?").arg(table),
                {qint64{owner}});
        while (rows.next()) {
            const QString id = idText(type, rows.value(0));
            part.revs.emplace(id, rows.integer(1));
            part.hash ^= rowHash(id, rows.integer(1));
        }
        return part;
    });
}

QVariant ownerValue(int owner)
{
    return owner == kNoOwner ? QVariant(QMetaType(QMetaType::Int)) : QVariant(owner);
}

Result<void> comparePart(storage::Database& database,
    ServerLink& server,
    const RecordType& type,
    int owner,
    std::set<QString>& differing)
{
    auto local = localPart(database, type, owner);
    if (!local)
        return fail(local.error());
    const QString table = QString::fromLatin1(type.table);
    bool same = false;
    auto digest = server.each(QStringLiteral("SELECT n, hash FROM sync.digest(?, ?::integer)"),
        {table, ownerValue(owner)},
        [&](const QSqlQuery& row) {
            same = row.value(0).toLongLong() == static_cast<qint64>(local->revs.size())
                && static_cast<quint64>(row.value(1).toLongLong()) == local->hash;
            return true;
        });
    if (!digest || same)
        return digest;
    auto compared = server.each(QStringLiteral("SELECT id, rev FROM sync.revs(?, ?::integer)"),
        {table, ownerValue(owner)},
        [&](const QSqlQuery& row) {
            const QString id = row.value(0).toString();
            const auto mine = local->revs.find(id);
            if (mine == local->revs.end() || mine->second != row.value(1).toLongLong())
                differing.insert(id);
            if (mine != local->revs.end())
                local->revs.erase(mine);
            return true;
        });
    for (const auto& [id, rev] : local->revs)
        differing.insert(id);
    return compared;
}

} // namespace

Result<void> compareAll(
    storage::Database& database, ServerLink& server, const Reach& reach, DifferingRows& differing)
{
    for (const ScopeChange::Part& part :
        scopeChange(database.types(), std::nullopt, std::nullopt, reach).gained) {
        if (auto compared =
                comparePart(database, server, *part.type, part.owner, differing[part.type]);
            !compared)
            return compared;
    }
    return {};
}

void offerLost(storage::Transaction& transaction, const schema::RecordTypes& types)
{
    Connection& connection = transaction.connection();
    struct Sent {
        qint64 n;
        const RecordType* type;
        Value id;
        QJsonObject operation;
        Instant at;
    };
    std::vector<Sent> sent;
    {
        Statement rows = connection.query(QStringLiteral(
            "SELECT n, tbl, row_id, CAST(payload AS TEXT), acked_at FROM _acked ORDER BY n"));
        while (rows.next()) {
            for (const RecordType* type : types) {
                if (type->number != rows.integer(1))
                    continue;
                sent.push_back({rows.integer(0),
                    type,
                    rows.value(2),
                    QJsonDocument::fromJson(rows.text(3).toUtf8()).object(),
                    Instant::fromMilliseconds(rows.integer(4))});
            }
        }
    }
    for (const Sent& each : sent) {
        const qint64 rev =
            schema::toInteger(connection.scalar(QStringLiteral("SELECT rev FROM %1 WHERE id = ?")
                                                    .arg(QString::fromLatin1(each.type->table)),
                {each.id}));
        if (rev >= each.operation.value(QLatin1String("rev")).toInteger())
            continue;
        layInTray(connection,
            *each.type,
            each.id,
            each.operation,
            TrayReason::Restored,
            Error::make("SERVER_RESTORED"),
            {},
            each.at);
        connection.execute(QStringLiteral("DELETE FROM _acked WHERE n = ?"), {each.n});
    }
}

Result<qint64> verifyReplica(storage::Database& database, ServerLink& server)
{
    DifferingRows differing;
    {
        ServerLink::Together together(
            server, QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        const auto reach = database.read([](Connection& connection) -> Result<Reach> {
            return storedReach(connection).value_or(Reach());
        });
        if (!reach)
            return fail(reach.error());
        if (auto compared = compareAll(database, server, *reach, differing); !compared)
            return fail(compared.error());
        if (auto ended = together.end(Result<void>()); !ended)
            return fail(ended.error());
    }
    qint64 count = 0;
    auto noted = database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        for (const auto& [type, ids] : differing) {
            for (const QString& id : ids) {
                ++count;
                transaction.connection().execute(
                    QStringLiteral("INSERT OR IGNORE INTO _stale(tbl, row_id) VALUES (?, ?)"),
                    {qint64{type->number}, idFromText(*type, id)});
            }
        }
        return {};
    });
    if (!noted)
        return fail(noted.error());
    return count;
}

} // namespace chengdan::sync
