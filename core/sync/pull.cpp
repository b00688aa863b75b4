// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pull.h"

#include "core/sync/crash_point.h"
#include "core/sync/reconcile.h"
#include "core/sync/row_writer.h"
#include "core/sync/scope_change.h"
#include "core/sync/server_schema.h"
#include "core/sync/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr qsizetype kFetchedAtOnce = 1000;
// A person's save waits for one piece at most.
constexpr std::size_t kAppliedAtOnce = 1000;

QString arrayOf(const QStringList& ids)
{
    return QStringLiteral("{%1}").arg(ids.join(QLatin1Char(',')));
}

Reach reachOf(const QJsonObject& answer)
{
    Reach reach;
    reach.person = PersonId::fromNumber(answer.value(QLatin1String("uid")).toInt());
    reach.snapshot = answer.value(QLatin1String("snapshot")).toString();
    reach.epoch = answer.value(QLatin1String("epoch")).toString();
    reach.pool = answer.value(QLatin1String("pool")).toBool();
    for (const QJsonValue& owner : answer.value(QLatin1String("owners")).toArray())
        reach.owners.insert(owner.toInt());
    for (const QJsonValue& right : answer.value(QLatin1String("rights")).toArray())
        reach.rights.insert(right.toString());
    const QJsonObject grants = answer.value(QLatin1String("grants")).toObject();
    for (auto grant = grants.begin(); grant != grants.end(); ++grant)
        reach.grants.emplace(grant.key(), Instant::fromMilliseconds(grant->toInteger()));
    for (const QJsonValue& each : answer.value(QLatin1String("given")).toArray()) {
        const QJsonObject given = each.toObject();
        reach.given.push_back({given.value(QLatin1String("customer")).toString(),
            PersonId::fromNumber(given.value(QLatin1String("person")).toInt()),
            Instant::fromMilliseconds(given.value(QLatin1String("until")).toInteger()),
            PersonId::fromNumber(given.value(QLatin1String("by")).toInt()),
            given.value(QLatin1String("reason")).toString()});
    }
    return reach;
}

} // namespace

Pull::Pull(storage::Database& database, ServerLink& server)
    : m_database(database)
    , m_server(server)
{
}

Pull::~Pull() = default;

// One pull.
class Pull::Run {
public:
    Run(storage::Database& database, ServerLink& server)
        : m_database(database)
        , m_server(server)
    {
    }

    Result<Done> operator()()
    {
        auto link = linkOf(m_database);
        if (!link)
            return fail(link.error());
        if (!*link)
            return fail("SYNC_NOT_JOINED");
        m_link = **link;
        if (auto read = readServer(); !read)
            return fail(read.error());
        crashPoint("pull.received");
        if (auto applied = apply(); !applied)
            return fail(applied.error());
        crashPoint("pull.stored");
        return m_done;
    }

private:
    // Everything the server says, in one snapshot.
    Result<void> readServer()
    {
        ServerLink::Together together(
            m_server, QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        const auto begin = m_server.scalar(QStringLiteral("SELECT sync.pull_begin()"));
        if (!begin)
            return fail(begin.error());
        m_reach = reachOf(QJsonDocument::fromJson(begin->toString().toUtf8()).object());
        if (m_link.cursor.isEmpty())
            return together.end(Result<void>());
        if (auto changed = readChanges(); !changed)
            return changed;
        return together.end(Result<void>());
    }

    Result<void> readChanges()
    {
        const auto known = m_server.scalar(
            QStringLiteral("SELECT sync.cursor_known(?::pg_snapshot)"), {m_link.cursor});
        if (!known)
            return fail(known.error());
        const auto change = m_database.read([&](Connection& connection) -> Result<ScopeChange> {
            return scopeChange(
                m_database.types(), storedReach(connection), touchedReach(connection), m_reach);
        });
        if (!change)
            return fail(change.error());
        m_scope = *change;
        const bool otherEpoch = !m_link.epoch.isEmpty() && m_link.epoch != m_reach.epoch;
        if (otherEpoch || !known->toBool()) {
            m_done.reconciled = true;
            m_scope.gainedRoots
                .clear(); // what is shown for a while goes by no owner: all of it anew
            for (const auto& [root, until] : m_reach.grants)
                m_scope.gainedRoots.push_back(root);
            if (auto compared = compareAll(m_database, m_server, m_reach, m_keys); !compared)
                return compared;
        } else if (auto fed = readFeed(); !fed) {
            return fed;
        }
        if (auto stale = readStale(); !stale)
            return stale;
        if (auto fetched = fetchAll(); !fetched)
            return fetched;
        for (const QString& root : m_scope.gainedRoots) {
            if (auto fetched = fetchRoot(root); !fetched)
                return fetched;
        }
        return {};
    }

    Result<void> readFeed()
    {
        return m_server.each(QStringLiteral("SELECT tbl, row_id FROM sync.feed(?::pg_snapshot)"),
            {m_link.cursor},
            [&](const QSqlQuery& row) {
                if (const RecordType* type = m_database.type(row.value(0).toString()))
                    m_keys[type].insert(row.value(1).toString());
                return true; // a table of a newer server is none of ours
            });
    }

    Result<void> readStale()
    {
        return m_database.read([&](Connection& connection) -> Result<void> {
            for (const RecordType* type : m_database.types()) {
                Statement rows =
                    connection.query(QStringLiteral("SELECT row_id FROM _stale WHERE tbl = ?"),
                        {qint64{type->number}});
                while (rows.next()) {
                    const QString id = idText(*type, rows.value(0));
                    m_keys[type].insert(id);
                    m_stale[type].insert(id);
                }
            }
            return {};
        });
    }

    Result<void> fetchAll()
    {
        for (auto& [type, ids] : m_keys) {
            const QStringList all(ids.begin(), ids.end());
            const QString call =
                QStringLiteral("%1($1::%2[])")
                    .arg(fetchFunction(*type),
                        type->smallId ? QStringLiteral("integer") : QStringLiteral("uuid"));
            for (qsizetype at = 0; at < all.size(); at += kFetchedAtOnce) {
                if (auto fetched = receive(*type, call, arrayOf(all.mid(at, kFetchedAtOnce)));
                    !fetched)
                    return fetched;
            }
        }
        return {};
    }

    Result<void> fetchRoot(const QString& root)
    {
        for (const RecordType* type : m_database.types()) {
            if (!hangsOnRoot(m_database.types(), *type) || !showsTable(m_reach, *type))
                continue;
            if (auto fetched =
                    receive(*type, QStringLiteral("%1($1::uuid)").arg(rootFunction(*type)), root);
                !fetched)
                return fetched;
        }
        return {};
    }

    // `call` of one of the server's functions that answer rows.
    Result<void> receive(const RecordType& type, const QString& call, const QString& argument)
    {
        const WireRow wire(type);
        const auto cells = m_server.cells(
            QStringLiteral("SELECT %1 FROM %2").arg(wire.columnList(), call), {argument});
        if (!cells)
            return fail(cells.error());
        if (auto right = wire.requireTypes(*cells); !right)
            return right;
        std::vector<Row>& rows = m_rows[&type];
        for (int at = 0; at < cells->rows(); ++at) {
            rows.push_back(wire.receivedRow(*cells, at));
            m_keys[&type].erase(idText(type, rows.back().front()));
        }
        return {};
    }

    Result<void> apply()
    {
        if (!m_rows.empty()) {
            auto noted = m_database.write(
                PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
                    noteReach(transaction.connection(), m_reach);
                    return {};
                });
            if (!noted)
                return noted;
        }
        for (const RecordType* type : m_database.types()) {
            const auto rows = m_rows.find(type);
            if (rows == m_rows.end())
                continue;
            for (std::size_t at = 0; at < rows->second.size(); at += kAppliedAtOnce) {
                if (auto put = putSome(*type, rows->second, at); !put)
                    return put;
                crashPoint("pull.applying", type->table);
            }
        }
        return m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            const Quiet quiet(connection);
            RowWriter writer(transaction, m_database.types());
            evictMissing(connection, writer);
            evictLost(connection, writer);
            writer.announce();
            for (const auto& [type, ids] : m_stale) {
                for (const QString& id : ids) {
                    connection.execute(
                        QStringLiteral("DELETE FROM _stale WHERE tbl = ? AND row_id = ?"),
                        {qint64{type->number}, idFromText(*type, id)});
                }
            }
            finish(transaction);
            crashPoint("pull.storing");
            return {};
        });
    }

    Result<void> putSome(const RecordType& type, std::vector<Row>& rows, std::size_t from)
    {
        const std::size_t end = std::min(rows.size(), from + kAppliedAtOnce);
        const WireRow wire(type);
        return m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            const Quiet quiet(transaction.connection());
            RowWriter writer(transaction, m_database.types());
            for (std::size_t i = from; i < end; ++i)
                writer.put(wire, rows[i]);
            writer.announce();
            m_done.received += static_cast<qint64>(end - from);
            return {};
        });
    }

    // Asked for and not answered: no longer to be seen. Parts go before their documents.
    void evictMissing(Connection& connection, RowWriter& writer)
    {
        for (auto type = m_database.types().rbegin(); type != m_database.types().rend(); ++type) {
            for (const QString& id : m_keys[*type]) {
                const Value key = idFromText(**type, id);
                if (isOwnUnsent(connection, **type, key))
                    continue;
                writer.evict(**type, key, Error::make("NOT_VISIBLE"));
                ++m_done.evicted;
            }
        }
    }

    // A row made here that the server has never had is not missing there.
    bool isOwnUnsent(Connection& connection, const RecordType& type, const Value& id)
    {
        return !schema::isNull(connection.scalar(
            QStringLiteral("SELECT 1 FROM %1 t JOIN _op o ON o.tbl = ? AND o.rid = t.rid AND "
                           "o.kind = 1 WHERE t.id = ?")
                .arg(QString::fromLatin1(type.table)),
            {qint64{type.number}, id}));
    }

    void evictLost(Connection& connection, RowWriter& writer)
    {
        QStringList granted;
        for (const auto& [root, until] : m_reach.grants)
            granted += QStringLiteral("x'%1'").arg(QString(root).remove(QLatin1Char('-')));
        const QString unlessGranted = granted.isEmpty()
            ? QString()
            : QStringLiteral(" AND (root_id IS NULL OR root_id NOT IN (%1))")
                  .arg(granted.join(QStringLiteral(", ")));
        for (auto part = m_scope.lost.rbegin(); part != m_scope.lost.rend(); ++part) {
            const QString table = QString::fromLatin1(part->type->table);
            const bool byOwner = part->owner != kNoOwner && showsTable(m_reach, *part->type);
            const QString where = byOwner
                ? QStringLiteral("owner = %1%2").arg(QString::number(part->owner), unlessGranted)
                : part->owner == kNoOwner ? QStringLiteral("1")
                                          : QStringLiteral("owner = %1").arg(part->owner);
            evictWhere(connection, writer, *part->type, table, where);
        }
        for (const QString& root : m_scope.lostRoots)
            evictLostRoot(connection, writer, root);
    }

    // The time a customer was shown for is over: what is seen for no other reason goes.
    void evictLostRoot(Connection& connection, RowWriter& writer, const QString& root)
    {
        const auto id = RawId::parse(root);
        if (!id)
            return;
        const QString key = QString::fromLatin1(id->bytes().toHex());
        QStringList owners;
        for (const int owner : m_reach.owners)
            owners += QString::number(owner);
        for (auto type = m_database.types().rbegin(); type != m_database.types().rend(); ++type) {
            if (!hangsOnRoot(m_database.types(), **type))
                continue;
            const QString table = QString::fromLatin1((*type)->table);
            QStringList seen = owners;
            if (m_reach.pool && table == QLatin1String("customer"))
                seen += QStringLiteral("0");
            evictWhere(connection,
                writer,
                **type,
                table,
                QStringLiteral("root_id = x'%1' AND owner NOT IN (%2)")
                    .arg(key, seen.join(QLatin1Char(','))));
        }
    }

    void evictWhere(Connection& connection,
        RowWriter& writer,
        const RecordType& type,
        const QString& table,
        const QString& where)
    {
        std::vector<Value> ids;
        {
            Statement rows =
                connection.query(QStringLiteral("SELECT id FROM %1 WHERE %2").arg(table, where));
            while (rows.next())
                ids.push_back(rows.value(0));
        }
        for (const Value& id : ids) {
            writer.evict(type, id, Error::make("ACCESS_ENDED"));
            ++m_done.evicted;
        }
    }

    // No row of a customer changes when somebody is shown it, or is so no more.
    void announceGiven(storage::Transaction& transaction)
    {
        const RecordType* customer = m_database.type(u"customer");
        if (customer == nullptr)
            return;
        for (const QString& id : changedGiven(transaction.connection(), m_reach)) {
            const qint64 rid = schema::toInteger(
                transaction.connection().scalar(QStringLiteral("SELECT rid FROM customer WHERE id "
                                                               "= ?"),
                    {idFromText(*customer, id)}));
            if (rid != 0)
                transaction.noteChange({customer->number, rid, storage::Change::Kind::Updated});
        }
    }

    void finish(storage::Transaction& transaction)
    {
        Connection& connection = transaction.connection();
        announceGiven(transaction);
        storeReach(connection, m_reach);
        const auto queue = m_link.cursor.isEmpty()
            ? scopeChange(m_database.types(), std::nullopt, std::nullopt, m_reach).gained
            : m_scope.gained;
        for (const ScopeChange::Part& part : queue) {
            connection.execute(
                QStringLiteral("INSERT OR REPLACE INTO _load(tbl, owner) VALUES (?, ?)"),
                {qint64{part.type->number}, qint64{part.owner}});
        }
        if (m_done.reconciled && m_link.epoch != m_reach.epoch)
            offerLost(transaction, m_database.types());
        m_link.cursor = m_reach.snapshot;
        m_link.epoch = m_reach.epoch;
        m_link.person = m_reach.person;
        m_link.lastContact = transaction.at();
        // What a batch was numbered meanwhile stands; another thread may have done that.
        m_link.batch = schema::toInteger(connection.scalar(QStringLiteral("SELECT batch FROM _m")));
        writeLink(connection, m_link);
    }

    storage::Database& m_database;
    ServerLink& m_server;
    Link m_link;
    Reach m_reach;
    ScopeChange m_scope;
    std::map<const RecordType*, std::set<QString>> m_keys; ///< asked for and not yet answered
    std::map<const RecordType*, std::set<QString>> m_stale;
    std::map<const RecordType*, std::vector<Row>> m_rows;
    Done m_done;
};

Result<Pull::Done> Pull::run()
{
    return Run(m_database, m_server)();
}

} // namespace chengdan::sync
