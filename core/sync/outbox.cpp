// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/outbox.h"

#include "core/sync/blob_upload.h"
#include "core/sync/crash_point.h"
#include "core/sync/operations.h"
#include "core/sync/row_writer.h"
#include "core/sync/tray.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr qsizetype kChunkRows = 100; ///< of an import, applied whole or not at all
constexpr qsizetype kMostBytes = 4 * 1024 * 1024; ///< a quarter of what the server takes
constexpr qint64 kGroupsAtOnce = 500;
constexpr qint64 kKeptMs = 30LL * 24 * 3600 * 1000;

Error resultError(const QJsonObject& result)
{
    Error error =
        Error::make(result.value(QLatin1String("code")).toString().toLatin1().constData());
    const QJsonObject detail = result.value(QLatin1String("detail")).toObject();
    for (auto arg = detail.begin(); arg != detail.end(); ++arg)
        error.args.append({arg.key(), arg.value().toVariant().toString()});
    return error;
}

QJsonArray groupsOf(const QByteArray& payload)
{
    return QJsonDocument::fromJson(payload).object().value(QLatin1String("groups")).toArray();
}

// A batch is settled once: another program may keep the same copy in step.
bool stillWaits(Connection& connection, const Outbox::Batch& batch)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT no FROM _batch WHERE no = ?"), {batch.number}));
}

qint64 nextGroup(Connection& connection)
{
    connection.execute(QStringLiteral("UPDATE _m SET grp = grp + 1"));
    return schema::toInteger(connection.scalar(QStringLiteral("SELECT grp FROM _m")));
}

} // namespace

// Numbers one batch, inside its transaction.
class Outbox::Numbering {
public:
    Numbering(storage::Database& database, Connection& connection, qsizetype mostGroups)
        : m_database(database)
        , m_connection(connection)
        , m_types(database.types())
        , m_mostGroups(mostGroups)
    {
        for (const RecordType* type : m_types) {
            if (QLatin1String(type->table) == QLatin1String("customer"))
                m_customer = type;
        }
    }

    std::optional<Batch> run()
    {
        // Behind groups that have to wait, however many, others may go.
        qint64 last = -1;
        for (std::vector<qint64> some = groupsBehind(last); !some.empty() && !isFull();
             some = groupsBehind(last)) {
            for (const qint64 group : some) {
                if (isFull())
                    break;
                addGroup(group);
                last = group;
            }
        }
        if (m_groups.isEmpty()) {
            for (const qint64 n : m_taken) // their rows are gone: nothing is left to be sent
                m_connection.execute(QStringLiteral("DELETE FROM _op WHERE n = ?"), {n});
            return std::nullopt;
        }
        return number();
    }

private:
    std::vector<qint64> groupsBehind(qint64 last)
    {
        std::vector<qint64> found;
        Statement groups = m_connection.query(
            QStringLiteral("SELECT DISTINCT grp FROM _op WHERE state = 0 AND grp > ? ORDER BY grp "
                           "LIMIT ?"),
            {last, kGroupsAtOnce});
        while (groups.next())
            found.push_back(groups.integer(0));
        return found;
    }

    bool isFull() const { return m_groups.size() >= m_mostGroups || m_bytes >= kMostBytes; }

    void addGroup(qint64 group)
    {
        const std::vector<Edit> edits = readEdits(
            m_connection, m_types, QStringLiteral("grp = ? AND state = 0 ORDER BY n"), {group});
        const bool waits = std::any_of(edits.begin(), edits.end(), [this](const Edit& edit) {
            return waitsForCustomer(edit) || waitsForItsContent(edit);
        });
        if (waits)
            return;
        QJsonArray operations;
        std::vector<qint64> taken;
        std::vector<Edit> ranges;
        for (const Edit& edit : edits) {
            if (edit.kind == Edit::Kind::Range) {
                ranges.push_back(edit);
                continue;
            }
            taken.push_back(edit.n);
            if (auto operation = operationOf(edit))
                operations.append(named(*operation, edit.n));
        }
        // An import comes with nothing else in its group but what was written row by row before it.
        if (!operations.isEmpty())
            addOperations(operations, edits.front().at);
        m_taken.insert(m_taken.end(), taken.begin(), taken.end());
        for (const Edit& range : ranges)
            addRange(range);
    }

    std::optional<QJsonObject> operationOf(const Edit& edit)
    {
        switch (edit.kind) {
        case Edit::Kind::Insert:
            return insertOperation(m_connection, edit, edit.rid);
        case Edit::Kind::Update:
            return updateOperation(m_connection, edit);
        default:
            return std::nullopt; // a purge is this copy's own affair
        }
    }

    QJsonObject named(QJsonObject operation, qint64 n)
    {
        operation.insert(QStringLiteral("n"), m_next++);
        operation.insert(QStringLiteral("o"), n);
        return operation;
    }

    void addOperations(const QJsonArray& operations, Instant at)
    {
        const QJsonObject group{
            {QStringLiteral("at"), at.milliseconds()}, {QStringLiteral("ops"), operations}};
        m_bytes += QJsonDocument(group).toJson(QJsonDocument::Compact).size();
        m_groups.append(group);
    }

    void addRange(const Edit& range)
    {
        qint64 rid = range.rid;
        while (rid <= range.lastRid && !isFull()) {
            QJsonArray operations;
            const qint64 end = std::min(rid + kChunkRows - 1, range.lastRid);
            for (; rid <= end; ++rid) {
                if (auto operation = insertOperation(m_connection, range, rid))
                    operations.append(named(*operation, range.n));
            }
            if (!operations.isEmpty())
                addOperations(operations, range.at);
        }
        m_ranges.emplace_back(range.n, rid);
    }

    // The server knows a customer once it has a revision.
    bool isUnregistered(const Value& customer)
    {
        if (m_customer == nullptr || schema::isNull(customer))
            return false;
        const Value rev = m_connection.scalar(
            QStringLiteral("SELECT rev FROM customer WHERE id = ?"), {customer});
        return !schema::isNull(rev) && schema::toInteger(rev) == 0;
    }

    bool waitsForCustomer(const Edit& edit)
    {
        if (m_customer == nullptr)
            return false;
        const QString column =
            edit.type == m_customer ? QStringLiteral("id") : QStringLiteral("root_id");
        if (edit.kind != Edit::Kind::Range)
            return isUnregistered(
                m_connection.scalar(QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
                                        .arg(column, QString::fromLatin1(edit.type->table)),
                    {edit.rid}));
        return !schema::isNull(m_connection.scalar(
            QStringLiteral(
                "SELECT 1 FROM %1 t JOIN customer c ON c.id = t.%2 WHERE t.rid BETWEEN ? "
                "AND ? AND c.rev = 0 LIMIT 1")
                .arg(QString::fromLatin1(edit.type->table), column),
            {edit.rid, edit.lastRid}));
    }

    // The row of an attachment goes when its content is on the server; meanwhile others may.
    bool waitsForItsContent(const Edit& edit)
    {
        const bool range = edit.kind == Edit::Kind::Range;
        return (range || edit.kind == Edit::Kind::Insert)
            && waitsForContent(
                m_database, m_connection, *edit.type, edit.rid, range ? edit.lastRid : edit.rid);
    }

    Batch number()
    {
        Batch batch;
        batch.number =
            1 + schema::toInteger(m_connection.scalar(QStringLiteral("SELECT batch FROM _m")));
        batch.payload = QJsonDocument(
            QJsonObject{{QStringLiteral("groups"),
                m_groups}}).toJson(QJsonDocument::Compact);
        batch.groups = m_groups.size();
        m_connection.execute(QStringLiteral("INSERT INTO _batch(no, payload) VALUES (?, ?)"),
            {batch.number, batch.payload});
        m_connection.execute(QStringLiteral("UPDATE _m SET batch = ?"), {batch.number});
        for (const qint64 n : m_taken) {
            m_connection.execute(QStringLiteral("UPDATE _op SET state = 1, batch = ? WHERE n = ?"),
                {batch.number, n});
        }
        // A range keeps, while some of its rows are on their way, where the rest begins.
        for (const auto& [n, rest] : m_ranges) {
            m_connection.execute(
                QStringLiteral("UPDATE _op SET state = 1, batch = ?, old = ? WHERE n = ?"),
                {batch.number, QString::number(rest), n});
        }
        return batch;
    }

    storage::Database& m_database;
    Connection& m_connection;
    const schema::RecordTypes& m_types;
    const RecordType* m_customer = nullptr;
    qsizetype m_mostGroups;
    qint64 m_next = 1;
    qsizetype m_bytes = 0;
    QJsonArray m_groups;
    std::vector<qint64> m_taken;
    std::vector<std::pair<qint64, qint64>> m_ranges;
};

Result<std::optional<Outbox::Batch>> Outbox::next(qsizetype mostGroups)
{
    auto numbered = m_database.write(
        PersonId(), [&](storage::Transaction& transaction) -> Result<std::optional<Batch>> {
            Connection& connection = transaction.connection();
            {
                Statement sent = connection.query(
                    QStringLiteral("SELECT no, payload FROM _batch ORDER BY no LIMIT 1"));
                if (sent.next()) {
                    Batch batch;
                    batch.number = sent.integer(0);
                    batch.payload = std::get<QByteArray>(sent.value(1));
                    batch.groups = groupsOf(batch.payload).size();
                    return batch;
                }
            }
            return Numbering(m_database, connection, mostGroups).run();
        });
    if (numbered && *numbered)
        crashPoint("push.numbered");
    return numbered;
}

namespace {

// What one answer does to the file.
class Settlement {
public:
    Settlement(storage::Transaction& transaction, const schema::RecordTypes& types, qint64 batch)
        : m_transaction(transaction)
        , m_connection(transaction.connection())
        , m_types(types)
        , m_batch(batch)
    {
    }

    void run(const QJsonArray& groups, const QHash<qint64, QJsonObject>& results)
    {
        for (const QJsonValue& value : groups) {
            const QJsonObject group = value.toObject();
            const QJsonArray operations = group.value(QLatin1String("ops")).toArray();
            const auto at = Instant::fromMilliseconds(group.value(QLatin1String("at")).toInteger());
            if (operations.size() > 1 && isRefusedRange(operations, results)) {
                sendOneByOne(operations);
                continue;
            }
            for (const QJsonValue& operation : operations) {
                const QJsonObject one = operation.toObject();
                m_tellsOfOthers = operations.size() > 1
                    && one.value(QLatin1String("t")) == QLatin1String("audit_entry");
                settle(one, results.value(one.value(QLatin1String("n")).toInteger()), at);
            }
        }
        finish();
    }

private:
    const RecordType* typeOf(const QJsonObject& operation) const
    {
        const QString table = operation.value(QLatin1String("t")).toString();
        const auto at = std::find_if(m_types.begin(), m_types.end(), [&](const RecordType* type) {
            return table == QLatin1String(type->table);
        });
        return at == m_types.end() ? nullptr : *at;
    }

    bool isRange(const QJsonObject& operation)
    {
        return 4
            == schema::toInteger(
                m_connection.scalar(QStringLiteral("SELECT kind FROM _op WHERE n = ?"),
                    {operation.value(QLatin1String("o")).toInteger()}));
    }

    bool isRefusedRange(const QJsonArray& operations, const QHash<qint64, QJsonObject>& results)
    {
        const QJsonObject first = operations.first().toObject();
        return results.value(first.value(QLatin1String("n")).toInteger()).value(QLatin1String("s"))
            == QLatin1String("refused")
            && isRange(first);
    }

    // One bad row of an import must not hold back the hundred it travelled with.
    void sendOneByOne(const QJsonArray& operations)
    {
        for (const QJsonValue& value : operations) {
            const QJsonObject operation = value.toObject();
            const RecordType* type = typeOf(operation);
            if (type == nullptr)
                continue;
            m_connection.execute(
                QStringLiteral("INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT ?, "
                               "?, rid, 1, 0, ? FROM %1 WHERE id = ?")
                    .arg(QString::fromLatin1(type->table)),
                {nextGroup(m_connection),
                    qint64{type->number},
                    m_transaction.at().milliseconds(),
                    idFromText(*type, operation.value(QLatin1String("id")).toString())});
        }
    }

    void settle(const QJsonObject& operation, const QJsonObject& result, Instant at)
    {
        const RecordType* type = typeOf(operation);
        if (type == nullptr)
            return;
        const Value id = idFromText(*type, operation.value(QLatin1String("id")).toString());
        const QString outcome = result.value(QLatin1String("s")).toString();
        if (outcome == QLatin1String("conflict")) {
            layInTray(m_connection,
                *type,
                id,
                operation,
                TrayReason::Conflict,
                Error::make("CHANGED_BY_OTHER"),
                result.value(QLatin1String("cols")).toObject(),
                at);
        } else if (outcome == QLatin1String("refused") && !m_tellsOfOthers) {
            layInTray(m_connection,
                *type,
                id,
                operation,
                TrayReason::Refused,
                resultError(result),
                {},
                at);
        }
        if (outcome != QLatin1String("refused")) {
            QJsonObject kept = operation;
            kept.insert(QStringLiteral("rev"), result.value(QLatin1String("rev")));
            m_connection.execute(QStringLiteral("INSERT INTO _acked(tbl, row_id, payload, "
                                                "acked_at) VALUES (?, ?, ?, ?)"),
                {qint64{type->number},
                    id,
                    QJsonDocument(kept).toJson(QJsonDocument::Compact),
                    m_transaction.at().milliseconds()});
        }
        m_connection.execute(
            QStringLiteral("INSERT OR IGNORE INTO _stale(tbl, row_id) VALUES (?, ?)"),
            {qint64{type->number}, id});
    }

    void finish()
    {
        m_connection.execute(
            QStringLiteral("UPDATE _op SET rid = CAST(old AS INTEGER), old = NULL, state = 0, "
                           "batch = NULL WHERE batch = ? AND kind = 4"),
            {m_batch});
        m_connection.execute(QStringLiteral("DELETE FROM _op WHERE kind = 4 AND rid > cols"));
        m_connection.execute(QStringLiteral("DELETE FROM _op WHERE batch = ?"), {m_batch});
        m_connection.execute(QStringLiteral("DELETE FROM _batch WHERE no = ?"), {m_batch});
        m_connection.execute(QStringLiteral("DELETE FROM _acked WHERE acked_at < ?"),
            {m_transaction.at().milliseconds() - kKeptMs});
    }

    storage::Transaction& m_transaction;
    Connection& m_connection;
    const schema::RecordTypes& m_types;
    qint64 m_batch;
    // The entry of the audit about an act that was refused: the act lies in the tray, and there is
    // nothing about its entry to decide.
    bool m_tellsOfOthers = false;
};

} // namespace

Result<void> Outbox::settle(const Batch& batch, const QJsonObject& answer)
{
    crashPoint("push.answered");
    QHash<qint64, QJsonObject> results;
    for (const QJsonValue& value : answer.value(QLatin1String("results")).toArray())
        results.insert(value.toObject().value(QLatin1String("n")).toInteger(), value.toObject());
    auto settled =
        m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            if (!stillWaits(transaction.connection(), batch))
                return {};
            Settlement(transaction, m_database.types(), batch.number)
                .run(groupsOf(batch.payload), results);
            crashPoint("push.settling");
            return {};
        });
    crashPoint("push.settled");
    return settled;
}

Result<void> Outbox::takeBack(const Batch& batch)
{
    return m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        if (!stillWaits(connection, batch))
            return {};
        connection.execute(QStringLiteral("UPDATE _op SET old = NULL WHERE batch = ? AND kind = 4"),
            {batch.number});
        connection.execute(QStringLiteral("UPDATE _op SET state = 0, batch = NULL WHERE batch = ?"),
            {batch.number});
        connection.execute(QStringLiteral("DELETE FROM _batch WHERE no = ?"), {batch.number});
        connection.execute(QStringLiteral("UPDATE _m SET batch = ? WHERE batch = ?"),
            {batch.number - 1, batch.number});
        return {};
    });
}

Result<void> Outbox::giveUp(const Batch& batch, const Error& why)
{
    QJsonObject detail;
    for (const auto& [name, value] : why.args)
        detail.insert(name, value);
    QHash<qint64, QJsonObject> results;
    for (const QJsonValue& group : groupsOf(batch.payload)) {
        for (const QJsonValue& value : group.toObject().value(QLatin1String("ops")).toArray()) {
            const qint64 n = value.toObject().value(QLatin1String("n")).toInteger();
            results.insert(n,
                QJsonObject{{QStringLiteral("s"), QStringLiteral("refused")},
                    {QStringLiteral("code"), why.code},
                    {QStringLiteral("detail"), detail}});
        }
    }
    return m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        if (!stillWaits(transaction.connection(), batch))
            return {};
        Settlement(transaction, m_database.types(), batch.number)
            .run(groupsOf(batch.payload), results);
        // The server did nothing, so this number is still to come.
        transaction.connection().execute(QStringLiteral("UPDATE _m SET batch = ? WHERE batch = ?"),
            {batch.number - 1, batch.number});
        return {};
    });
}

qint64 unsentEdits(Connection& connection)
{
    return schema::toInteger(connection.scalar(QStringLiteral(
        "SELECT coalesce(sum(CASE kind WHEN 4 THEN cols - rid + 1 ELSE 1 END), 0) FROM _op")));
}

} // namespace chengdan::sync
