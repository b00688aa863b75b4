// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_carry.h"

#include "core/schema/ddl.h"
#include "core/storage/search_index.h"
#include "core/sync/operations.h"
#include "core/sync/replica.h"
#include "core/sync/server_schema.h"
#include "core/sync/tray.h"
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
using Fate = PlannedRow::Fate;

constexpr qint64 kToldEvery = 500;

bool hasTable(Connection& connection, const char* name)
{
    return !schema::isNull(connection.scalar(
        QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = ?"), {QString::fromLatin1(name)}));
}

QString jsonWordsOf(const std::optional<Error>& why)
{
    if (!why)
        return QStringLiteral("");
    QJsonObject args;
    for (const auto& [name, value] : why->args)
        args.insert(name, value);
    return QString::fromUtf8(QJsonDocument(
        QJsonObject{{QStringLiteral("code"), why->code}, {QStringLiteral("args"), args}})
                                 .toJson(QJsonDocument::Compact));
}

// Writes the rows of one plan.
class Carrying {
public:
    Carrying(storage::Transaction& transaction,
        const std::function<bool(qint64, qint64)>& told,
        qint64 total)
        : m_transaction(transaction)
        , m_connection(transaction.connection())
        , m_told(told)
        , m_total(total)
    {
    }

    Result<void> table(const RecordType& type, std::vector<const PlannedRow*> rows)
    {
        m_names = sentColumns(type);
        m_insert =
            QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
                .arg(QString::fromLatin1(type.table),
                    m_names.join(QStringLiteral(", ")),
                    QStringList(m_names.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
        // The rows of one customer wait, or go, together: they are one stretch of row numbers.
        const auto root = static_cast<std::size_t>(m_names.indexOf(QLatin1String("root_id")));
        std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
            return a->row[root] < b->row[root];
        });
        m_first = 0;
        m_rangeFirst = 0;
        for (const PlannedRow* planned : rows) {
            write(type, *planned, planned->row[root]);
            if (++m_done % kToldEvery == 0 && m_told && !m_told(m_done, m_total))
                return fail("CANCELLED");
        }
        endRange(type);
        if (m_first != 0) {
            if (storage::hasSearchIndex(type))
                storage::feedRange(m_connection, type, m_first, m_last);
            m_transaction.noteChange({type.number, 0, storage::Change::Kind::Inserted});
        }
        return {};
    }

private:
    void write(const RecordType& type, const PlannedRow& planned, const Value& root)
    {
        QByteArray kept;
        switch (planned.fate) {
        case Fate::Send:
            if (!type.smallId) // people and places were added by the server
                add(type, planned.row, root);
            break;
        case Fate::Register:
            add(type, planned.row, {});
            break;
        case Fate::Edit:
            edit(type, planned);
            break;
        case Fate::Differs:
            layDifference(type, planned);
            break;
        case Fate::Held:
            if (planned.why->code == QLatin1String("JOIN_AUDIT_OF_OTHERS"))
                kept = payloadOf(planned); // can never be sent
            else
                layInTray(m_connection,
                    type,
                    planned.to,
                    insertOperation(type, planned.row),
                    TrayReason::Refused,
                    *planned.why,
                    {},
                    m_transaction.at());
            break;
        case Fate::Local:
            kept = payloadOf(planned);
            break;
        case Fate::Matched:
            if (!planned.columns.isEmpty() || !planned.note.isEmpty())
                kept = payloadOf(planned);
            break;
        }
        remember(type, planned, kept);
    }

    static QByteArray payloadOf(const PlannedRow& planned)
    {
        return QJsonDocument(insertOperation(*planned.type, planned.row))
            .toJson(QJsonDocument::Compact);
    }

    void remember(const RecordType& type, const PlannedRow& planned, const QByteArray& kept)
    {
        m_connection.execute(
            QStringLiteral("INSERT OR REPLACE INTO _carried(tbl, from_id, fate, to_id, title, "
                           "columns, why, note, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {qint64{type.number},
                planned.from,
                qint64{static_cast<int>(planned.fate)},
                planned.to,
                planned.title.isNull() ? QStringLiteral("") : planned.title,
                planned.columns.join(QLatin1Char(' ')) + QStringLiteral(""),
                jsonWordsOf(planned.why),
                planned.note.isNull() ? QStringLiteral("") : planned.note,
                kept.isNull() ? QByteArray("", 0) : kept});
    }

    void add(const RecordType& type, Row row, const Value& root)
    {
        row[static_cast<std::size_t>(m_names.indexOf(QLatin1String("rev")))] = qint64{0};
        m_connection.execute(m_insert, row);
        m_last = m_connection.lastRowid();
        m_first = m_first == 0 ? m_last : m_first;
        const bool customer = QLatin1String(type.table) == QLatin1String("customer");
        if (m_rangeFirst != 0 && (customer || root != m_rangeRoot))
            endRange(type);
        if (m_rangeFirst == 0)
            m_rangeFirst = m_last;
        m_rangeRoot = root;
        m_rangeLast = m_last;
        if (customer) // one by one: each is asked for by itself
            endRange(type);
    }

    void endRange(const RecordType& type)
    {
        if (m_rangeFirst == 0)
            return;
        const bool one = m_rangeFirst == m_rangeLast;
        journal(type,
            m_rangeFirst,
            one ? Edit::Kind::Insert : Edit::Kind::Range,
            0,
            one ? Value() : Value(m_rangeLast),
            {});
        m_rangeFirst = 0;
    }

    void journal(const RecordType& type,
        qint64 rid,
        Edit::Kind kind,
        qint64 base,
        const Value& columns,
        const Value& before)
    {
        m_connection.execute(QStringLiteral("UPDATE _m SET grp = grp + 1"));
        m_connection.execute(
            QStringLiteral("INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at) "
                           "SELECT grp, ?, ?, ?, ?, ?, ?, at FROM _m"),
            {qint64{type.number}, rid, qint64{static_cast<int>(kind)}, base, columns, before});
    }

    // The changed columns over what the server has, on the revision they were changed on.
    void edit(const RecordType& type, const PlannedRow& planned)
    {
        const QString table = QString::fromLatin1(type.table);
        const qint64 rid = schema::toInteger(m_connection.scalar(
            QStringLiteral("SELECT rid FROM %1 WHERE id = ?").arg(table), {planned.to}));
        const auto stands = storedRow(m_connection, type, rid);
        if (!stands)
            return;
        std::map<QString, Value> before;
        QStringList sets;
        Row values;
        Row now = *stands;
        qint64 bits = 0;
        for (const QString& column : planned.columns) {
            const auto at = static_cast<std::size_t>(m_names.indexOf(column));
            before[column] = (*stands)[at];
            now[at] = planned.row[at];
            sets += column + QStringLiteral(" = ?");
            values.push_back(planned.row[at]);
            bits |= schema::journalBit(type, column);
        }
        values.push_back(rid);
        m_connection.execute(QStringLiteral("UPDATE %1 SET %2 WHERE rid = ?")
                                 .arg(table, sets.join(QStringLiteral(", "))),
            values);
        if (storage::hasSearchIndex(type))
            storage::replaceInSearch(
                m_connection, type, rid, searched(type, *stands), searched(type, now));
        journal(type, rid, Edit::Kind::Update, planned.base, bits, journalJson(type, before));
        m_transaction.noteChange({type.number, rid, storage::Change::Kind::Updated});
    }

    QStringList searched(const RecordType& type, const Row& row) const
    {
        QStringList texts;
        for (const QString& name : storage::searchedNames(type))
            texts += schema::toText(row[static_cast<std::size_t>(m_names.indexOf(name))]);
        return texts;
    }

    void layDifference(const RecordType& type, const PlannedRow& planned)
    {
        const qint64 rid = schema::toInteger(m_connection.scalar(
            QStringLiteral("SELECT rid FROM %1 WHERE id = ?").arg(QString::fromLatin1(type.table)),
            {planned.to}));
        const auto stands = storedRow(m_connection, type, rid);
        if (!stands)
            return;
        const WireRow wire(type);
        QJsonObject mine;
        QJsonObject both;
        const auto by = schema::toInteger(
            (*stands)[static_cast<std::size_t>(wire.indexOf(QStringLiteral("changed_by")))]);
        const auto at = schema::toInteger(
            (*stands)[static_cast<std::size_t>(wire.indexOf(QStringLiteral("changed_at")))]);
        for (const QString& column : planned.columns) {
            const int index = wire.indexOf(column);
            const auto cell = static_cast<std::size_t>(index);
            mine.insert(column, wire.sent(index, planned.row[cell]));
            both.insert(column,
                QJsonObject{{QStringLiteral("mine"), wire.sent(index, planned.row[cell])},
                    {QStringLiteral("theirs"), wire.sent(index, (*stands)[cell])},
                    {QStringLiteral("by"), by},
                    {QStringLiteral("at"), at}});
        }
        layInTray(m_connection,
            type,
            planned.to,
            {{QStringLiteral("t"), QString::fromLatin1(type.table)},
                {QStringLiteral("k"), QStringLiteral("U")},
                {QStringLiteral("id"), idText(type, planned.to)},
                {QStringLiteral("v"), mine}},
            TrayReason::Conflict,
            Error::make("JOIN_DIFFERS"),
            both,
            m_transaction.at());
    }

    storage::Transaction& m_transaction;
    Connection& m_connection;
    const std::function<bool(qint64, qint64)>& m_told;
    qint64 m_total;
    qint64 m_done = 0;
    QStringList m_names; ///< of the table at hand
    QString m_insert;
    qint64 m_first = 0; ///< rows made in it
    qint64 m_last = 0;
    qint64 m_rangeFirst = 0; ///< of one customer
    qint64 m_rangeLast = 0;
    Value m_rangeRoot;
};

} // namespace

std::optional<JoinState> readJoinState(Connection& connection)
{
    if (!hasTable(connection, "_join"))
        return std::nullopt;
    Statement row = connection.query(QStringLiteral("SELECT original, source, stage FROM _join"));
    if (!row.next())
        return std::nullopt;
    return JoinState{
        row.text(0), row.text(1), static_cast<JoinState::Stage>(static_cast<int>(row.integer(2)))};
}

void writeJoinState(Connection& connection, const JoinState& state)
{
    connection.execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS _join (one INTEGER PRIMARY KEY CHECK (one = 1), original TEXT "
        "NOT NULL, source TEXT NOT NULL, stage INTEGER NOT NULL)"));
    connection.execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS _carried (tbl INTEGER NOT NULL, from_id BLOB NOT NULL, fate "
        "INTEGER NOT NULL, to_id BLOB NOT NULL, title TEXT NOT NULL, columns TEXT NOT NULL, why "
        "TEXT NOT NULL, note TEXT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (tbl, from_id)) "
        "WITHOUT ROWID"));
    connection.execute(
        QStringLiteral("INSERT OR REPLACE INTO _join(one, original, source, stage) VALUES (1, ?, "
                       "?, ?)"),
        {state.original, state.source, qint64{static_cast<int>(state.stage)}});
}

Result<void> carryPlan(storage::Transaction& transaction,
    const schema::RecordTypes& types,
    const JoinPlan& plan,
    const std::function<bool(qint64 done, qint64 total)>& told)
{
    const Quiet quiet(transaction.connection());
    Carrying carrying(transaction, told, static_cast<qint64>(plan.rows.size()));
    for (const RecordType* type : types) {
        std::vector<const PlannedRow*> rows;
        for (const PlannedRow& planned : plan.rows) {
            if (planned.type == type)
                rows.push_back(&planned);
        }
        if (rows.empty())
            continue;
        if (auto written = carrying.table(*type, std::move(rows)); !written)
            return written;
    }
    return {};
}

} // namespace chengdan::sync
