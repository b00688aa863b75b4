// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/journal_replay.h"

#include "core/schema/ddl.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace chengdan::tests {

namespace {

using schema::ColumnType;
using schema::RecordType;
using schema::Value;
using RowState = std::map<QString, Value>;

enum JournalKind { kInserted = 1, kUpdated = 2, kPurged = 3, kRange = 4 };

// Everything a new row carries to another file.
QStringList carriedColumns(const RecordType& type)
{
    QStringList names{QStringLiteral("id"),
        QStringLiteral("root_id"),
        QStringLiteral("owner"),
        QStringLiteral("deleted"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by"),
        QStringLiteral("custom")};
    for (const schema::Column& column : type.columns)
        names += QString::fromLatin1(column.name);
    return names;
}

bool holdsBytes(const RecordType& type, const QString& column)
{
    if (column == QLatin1String("id") || column == QLatin1String("root_id"))
        return true;
    const schema::Column* described = type.column(column);
    return described != nullptr
        && (described->type == ColumnType::Id || described->type == ColumnType::Blob);
}

// The driver reads no bytes as nothing; a column that may not be null then held an empty value.
Value notNull(const RecordType& type, const QString& column, const Value& value)
{
    const schema::Column* described = type.column(column);
    const auto* bytes = std::get_if<QByteArray>(&value);
    const bool holdsSomething = bytes != nullptr ? !bytes->isNull() : !schema::isNull(value);
    if (holdsSomething || described == nullptr || described->nullable
        || described->type != ColumnType::Blob)
        return value;
    return QByteArray("", 0);
}

Value fromJournal(const RecordType& type, const QString& column, const QJsonValue& json)
{
    if (json.isNull())
        return {};
    if (json.isDouble())
        return json.toInteger();
    if (holdsBytes(type, column)) {
        const QByteArray bytes = QByteArray::fromHex(json.toString().toLatin1());
        return bytes.isEmpty() ? QByteArray("", 0) : bytes;
    }
    return json.toString();
}

// Walks the journal backwards; each row's state is what it held after the entry being looked at.
class Unwinding {
public:
    Unwinding(storage::Connection& connection, const schema::RecordTypes& types)
        : m_connection(connection)
        , m_types(types)
    {
    }

    std::vector<ReplayedGroup> run(qint64 after)
    {
        storage::Statement ops = m_connection.query(
            QStringLiteral("SELECT grp, tbl, rid, kind, cols, old, made_at FROM _op WHERE n > ? "
                           "ORDER BY n DESC"),
            {after});
        std::vector<ReplayedGroup> groups;
        while (ops.next()) {
            if (groups.empty() || groups.back().group != ops.integer(0))
                groups.push_back({ops.integer(0), {}});
            auto& changes = groups.back().changes;
            const RecordType& type = typeOf(static_cast<int>(ops.integer(1)));
            const qint64 last = ops.integer(3) == kRange ? ops.integer(4) : ops.integer(2);
            for (qint64 rid = last; rid >= ops.integer(2); --rid) {
                ReplayedChange change =
                    unwind(type, rid, static_cast<int>(ops.integer(3)), ops.text(5));
                change.at = ops.integer(6);
                changes.push_back(std::move(change));
            }
        }
        for (ReplayedGroup& group : groups)
            std::reverse(group.changes.begin(), group.changes.end());
        std::reverse(groups.begin(), groups.end());
        return groups;
    }

private:
    const RecordType& typeOf(int number) const
    {
        const auto at = std::find_if(m_types.begin(), m_types.end(), [&](const RecordType* type) {
            return type->number == number;
        });
        if (at == m_types.end())
            throw std::logic_error("the journal names an unknown table");
        return **at;
    }

    RowState& stateOf(const RecordType& type, qint64 rid)
    {
        const auto known = m_states.find({type.number, rid});
        if (known != m_states.end())
            return known->second;
        const QStringList names = carriedColumns(type);
        storage::Statement row = m_connection.query(
            QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
                .arg(names.join(QLatin1Char(',')), QString::fromLatin1(type.table)),
            {rid});
        RowState state;
        if (row.next()) {
            for (int i = 0; i < names.size(); ++i)
                state[names[i]] = notNull(type, names[i], row.value(i));
        }
        return m_states[{type.number, rid}] = std::move(state);
    }

    ReplayedChange unwind(const RecordType& type, qint64 rid, int kind, const QString& oldText)
    {
        const QJsonObject old = QJsonDocument::fromJson(oldText.toUtf8()).object();
        ReplayedChange change;
        change.type = &type;
        RowState& state = stateOf(type, rid);
        switch (kind) {
        case kUpdated:
            change.kind = ReplayedChange::Kind::Update;
            for (auto entry = old.begin(); entry != old.end(); ++entry) {
                change.values[entry.key()] = state[entry.key()];
                state[entry.key()] = fromJournal(type, entry.key(), entry.value());
            }
            break;
        case kPurged:
            change.kind = ReplayedChange::Kind::Purge;
            for (auto entry = old.begin(); entry != old.end(); ++entry)
                state[entry.key()] = fromJournal(type, entry.key(), entry.value());
            break;
        default:
            change.kind = ReplayedChange::Kind::Insert;
            change.values = state;
            break;
        }
        change.id = std::get<QByteArray>(state.at(QStringLiteral("id")));
        if (kind == kInserted || kind == kRange)
            m_states.erase({type.number, rid}); // a number can serve a second row after a purge
        return change;
    }

    storage::Connection& m_connection;
    const schema::RecordTypes& m_types;
    std::map<std::pair<int, qint64>, RowState> m_states;
};

void applyChange(storage::Connection& connection, const ReplayedChange& change)
{
    const QString table = QString::fromLatin1(change.type->table);
    schema::Row values;
    QStringList names;
    for (const auto& [name, value] : change.values) {
        names += name;
        values.push_back(value);
    }
    switch (change.kind) {
    case ReplayedChange::Kind::Insert:
        names += QStringLiteral("changed_at");
        values.push_back(change.at);
        connection.execute(
            QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
                .arg(table,
                    names.join(QLatin1Char(',')),
                    QStringList(names.size(), QStringLiteral("?")).join(QLatin1Char(','))),
            values);
        break;
    case ReplayedChange::Kind::Update:
        names += QStringLiteral("changed_at");
        values.push_back(change.at);
        values.push_back(change.id);
        connection.execute(QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?")
                               .arg(table, names.join(QStringLiteral(" = ?, "))),
            values);
        break;
    case ReplayedChange::Kind::Purge:
        connection.execute(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table), {change.id});
        break;
    }
}

} // namespace

std::vector<ReplayedGroup> readJournal(
    storage::Connection& connection, const schema::RecordTypes& types, qint64 after)
{
    return Unwinding(connection, types).run(after);
}

void applyGroup(storage::Database& database, const ReplayedGroup& group)
{
    const auto applied = database.write(
        PersonId::fromNumber(1), [&](storage::Transaction& transaction) -> Result<void> {
            auto& connection = transaction.connection();
            connection.execute(QStringLiteral("UPDATE _busy SET busy = 1"));
            for (const ReplayedChange& change : group.changes)
                applyChange(connection, change);
            connection.execute(QStringLiteral("UPDATE _busy SET busy = 0"));
            return {};
        });
    if (!applied)
        throw std::runtime_error("the replay was refused: "
            + applied.error().arg(QStringLiteral("detail")).toStdString());
}

QStringList wholeContent(storage::Connection& connection, const schema::RecordTypes& types)
{
    QStringList content;
    for (const RecordType* type : types) {
        QStringList quoted{QStringLiteral("quote(changed_at)")};
        for (const QString& name : carriedColumns(*type))
            quoted += QStringLiteral("quote(%1)").arg(name);
        storage::Statement rows = connection.query(
            QStringLiteral("SELECT %1 FROM %2 ORDER BY id")
                .arg(quoted.join(QStringLiteral(" || ' ' || ")), QString::fromLatin1(type->table)));
        while (rows.next())
            content += QString::fromLatin1(type->table) + QLatin1Char(' ') + rows.text(0);
    }
    return content;
}

} // namespace chengdan::tests
