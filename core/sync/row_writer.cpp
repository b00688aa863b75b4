// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/row_writer.h"

#include "core/storage/content_index.h"
#include "core/storage/search_index.h"
#include "core/sync/journal_edits.h"
#include "core/sync/operations.h"
#include "core/sync/tray.h"

#include <QJsonDocument>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;
using schema::Value;
using storage::Change;
using storage::Connection;
using storage::Statement;

// More changed rows of one table are told as "any row of it".
constexpr std::size_t kToldOneByOne = 500;

QString tableOf(const RecordType& type)
{
    return QString::fromLatin1(type.table);
}

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

qint64 ridOf(Connection& connection, const RecordType& type, const Value& id)
{
    return schema::toInteger(connection.scalar(
        QStringLiteral("SELECT rid FROM %1 WHERE id = ?").arg(tableOf(type)), {id}));
}

std::vector<std::size_t> searchedCells(const WireRow& wire)
{
    std::vector<std::size_t> cells;
    for (const QString& name : storage::searchedNames(wire.type()))
        cells.push_back(static_cast<std::size_t>(wire.indexOf(name)));
    return cells;
}

QStringList searchedTexts(const std::vector<std::size_t>& cells, const Row& row)
{
    QStringList texts;
    for (const std::size_t cell : cells)
        texts += schema::toText(row[cell]);
    return texts;
}

QStringList searchedTexts(const WireRow& wire, const Row& row)
{
    return searchedTexts(searchedCells(wire), row);
}

QString insertStatement(const WireRow& wire)
{
    return QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
        .arg(tableOf(wire.type()),
            wire.names().join(QStringLiteral(", ")),
            marks(wire.names().size()));
}

// A column that may hold nothing on the server but not here.
void fillGaps(const WireRow& wire, Row& row)
{
    for (int i = 0; i < wire.names().size(); ++i) {
        Value& cell = row[static_cast<std::size_t>(i)];
        cell = wire.filled(i, std::move(cell));
    }
}

} // namespace

RowWriter::RowWriter(storage::Transaction& transaction, const schema::RecordTypes& types)
    : m_transaction(transaction)
    , m_connection(transaction.connection())
    , m_types(types)
{
}

RowWriter::~RowWriter() = default;

const RowWriter::Table& RowWriter::tableFor(const WireRow& wire)
{
    const RecordType& type = wire.type();
    const auto [at, isNew] = m_tables.try_emplace(type.number);
    Table& table = at->second;
    if (!isNew)
        return table;
    table.find = QStringLiteral("SELECT rid, %1 FROM %2 WHERE id = ?")
                     .arg(wire.names().join(QStringLiteral(", ")), tableOf(type));
    table.insert = insertStatement(wire);
    if (storage::hasSearchIndex(type))
        table.searched = searchedCells(wire);
    table.hasEdits = !schema::isNull(
        m_connection.scalar(QStringLiteral("SELECT 1 FROM _op WHERE tbl = ? AND kind = 2 LIMIT 1"),
            {qint64{type.number}}));
    return table;
}

void RowWriter::put(const WireRow& wire, Row row)
{
    fillGaps(wire, row);
    const Table& table = tableFor(wire);
    qint64 rid = 0;
    Row before;
    {
        Statement found = m_connection.query(table.find, {row.front()});
        if (found.next()) {
            rid = found.integer(0);
            before.reserve(row.size());
            for (int i = 0; i < wire.names().size(); ++i)
                before.push_back(found.value(i + 1));
        }
    }
    if (rid == 0) {
        insertRow(wire, row);
        return;
    }
    if (table.hasEdits)
        rebase(wire, rid, row);
    updateRow(wire, rid, before, row);
}

void RowWriter::insertRow(const WireRow& wire, const Row& row)
{
    const Table& table = tableFor(wire);
    m_connection.execute(table.insert, row);
    const qint64 rid = m_connection.lastRowid();
    if (!table.searched.empty())
        storage::addToSearch(m_connection, wire.type(), rid, searchedTexts(table.searched, row));
    note(wire.type(), rid, Change::Kind::Inserted);
}

void RowWriter::updateRow(const WireRow& wire, qint64 rid, const Row& before, const Row& row)
{
    QStringList sets;
    Row values;
    for (int i = 0; i < wire.names().size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (before[at] == row[at])
            continue;
        sets += wire.names()[i] + QStringLiteral(" = ?");
        values.push_back(row[at]);
    }
    if (sets.isEmpty())
        return;
    values.push_back(rid);
    m_connection.execute(QStringLiteral("UPDATE %1 SET %2 WHERE rid = ?")
                             .arg(tableOf(wire.type()), sets.join(QStringLiteral(", "))),
        values);
    const Table& table = tableFor(wire);
    const bool found = std::any_of(table.searched.begin(),
        table.searched.end(),
        [&](std::size_t cell) { return before[cell] != row[cell]; });
    if (found)
        storage::replaceInSearch(m_connection,
            wire.type(),
            rid,
            searchedTexts(table.searched, before),
            searchedTexts(table.searched, row));
    note(wire.type(), rid, Change::Kind::Updated);
}

void RowWriter::rebase(const WireRow& wire, qint64 rid, Row& row)
{
    std::vector<Edit> edits = readEdits(m_connection,
        m_types,
        QStringLiteral("tbl = ? AND rid = ? AND kind = 2 ORDER BY n"),
        {qint64{wire.type().number}, rid});
    if (edits.empty())
        return;
    std::vector<Cells> written;
    for (const Edit& edit : edits)
        written.push_back(valuesWritten(m_connection, edit));
    for (std::size_t i = 0; i < edits.size(); ++i) {
        for (auto& [name, before] : edits[i].before) {
            const int at = wire.indexOf(name);
            if (at < 0)
                continue;
            Value& cell = row[static_cast<std::size_t>(at)];
            const Value mine = written[i][name];
            const Value theirs = cell;
            cell = name == QLatin1String("custom") ? Value(withCustomChanges(schema::toText(theirs),
                       customChanges(schema::toText(before), schema::toText(mine))))
                                                   : mine;
            before = theirs;
        }
        m_connection.execute(QStringLiteral("UPDATE _op SET old = ? WHERE n = ?"),
            {journalJson(wire.type(), edits[i].before), edits[i].n});
    }
}

void RowWriter::evict(const RecordType& type, const Value& id, const Error& why)
{
    const qint64 rid = ridOf(m_connection, type, id);
    if (rid == 0)
        return;
    evictParts(type, id, why);
    layEditsAside(type, rid, id, why);
    if (storage::hasSearchIndex(type)) {
        const WireRow wire(type);
        storage::removeFromSearch(
            m_connection, type, rid, searchedTexts(wire, *storedRow(m_connection, type, rid)));
    }
    if (type.number == storage::kAttachmentNumber)
        storage::noteContentLeft(m_connection,
            schema::toText(m_connection.scalar(
                QStringLiteral("SELECT sha256 FROM attachment WHERE rid = ?"), {rid})));
    m_connection.execute(QStringLiteral("DELETE FROM %1 WHERE rid = ?").arg(tableOf(type)), {rid});
    note(type, rid, Change::Kind::Removed);
}

void RowWriter::evictRoot(const Value& customer, const Error& why)
{
    for (auto type = m_types.rbegin(); type != m_types.rend(); ++type) {
        const bool isCustomer = tableOf(**type) == QLatin1String("customer");
        std::vector<Value> ids;
        {
            Statement rows = m_connection.query(
                QStringLiteral("SELECT id FROM %1 WHERE %2 = ?")
                    .arg(tableOf(**type),
                        isCustomer ? QStringLiteral("id") : QStringLiteral("root_id")),
                {customer});
            while (rows.next())
                ids.push_back(rows.value(0));
        }
        for (const Value& id : ids)
            evict(**type, id, why);
    }
}

// A document does not leave its parts behind.
void RowWriter::evictParts(const RecordType& type, const Value& id, const Error& why)
{
    for (const RecordType* part : m_types) {
        for (const schema::Column& column : part->columns) {
            if (!column.owned || tableOf(type) != QLatin1String(column.references))
                continue;
            std::vector<Value> parts;
            {
                Statement rows =
                    m_connection.query(QStringLiteral("SELECT id FROM %1 WHERE %2 = ?")
                                           .arg(tableOf(*part), QString::fromLatin1(column.name)),
                        {id});
                while (rows.next())
                    parts.push_back(rows.value(0));
            }
            for (const Value& each : parts)
                evict(*part, each, why);
        }
    }
}

void RowWriter::layEditsAside(const RecordType& type, qint64 rid, const Value& id, const Error& why)
{
    const qint64 number = type.number;
    const auto lay = [&](const std::optional<QJsonObject>& operation, Instant at) {
        if (operation)
            layInTray(m_connection, type, id, *operation, TrayReason::Evicted, why, {}, at);
    };
    for (const Edit& edit : readEdits(m_connection,
             m_types,
             QStringLiteral("tbl = ? AND rid = ? AND kind IN (1, 2) AND state = 0 ORDER BY n"),
             {number, rid})) {
        lay(edit.kind == Edit::Kind::Insert ? insertOperation(m_connection, edit, rid)
                                            : updateOperation(m_connection, edit),
            edit.at);
    }
    for (const Edit& edit : readEdits(m_connection,
             m_types,
             QStringLiteral("tbl = ? AND kind = 4 AND state = 0 AND rid <= ? AND cols >= ?"),
             {number, rid, rid}))
        lay(insertOperation(m_connection, edit, rid), edit.at);
    m_connection.execute(
        QStringLiteral("DELETE FROM _op WHERE tbl = ? AND rid = ? AND kind <> 4 AND state = 0"),
        {number, rid});
}

void RowWriter::note(const RecordType& type, qint64 rid, Change::Kind kind)
{
    std::vector<Change>& changes = m_changes[type.number];
    if (changes.size() <= kToldOneByOne)
        changes.push_back({type.number, rid, kind});
}

void RowWriter::announce()
{
    for (const auto& [table, changes] : m_changes) {
        if (changes.size() > kToldOneByOne) {
            m_transaction.noteChange({table, 0, Change::Kind::Updated});
            continue;
        }
        for (const Change& change : changes)
            m_transaction.noteChange(change);
    }
    m_changes.clear();
}

void writeAgain(storage::Transaction& transaction,
    const RecordType& type,
    const Value& id,
    const std::map<QString, Value>& values)
{
    Connection& connection = transaction.connection();
    const WireRow wire(type);
    const qint64 rid = ridOf(connection, type, id);
    Row row(static_cast<std::size_t>(wire.names().size()));
    std::optional<Row> before;
    if (rid != 0)
        before = storedRow(connection, type, rid);
    if (before)
        row = *before;
    else
        row.front() = id;
    const auto cell = [&](const char* name) -> Value& {
        return row[static_cast<std::size_t>(wire.indexOf(QString::fromLatin1(name)))];
    };
    for (const auto& [name, value] : values) {
        Value& target = row[static_cast<std::size_t>(wire.indexOf(name))];
        target = name == QLatin1String("custom") ? Value(withCustomChanges(schema::toText(target),
                     QJsonDocument::fromJson(schema::toText(value).toUtf8()).object()))
                                                 : value;
    }
    cell("changed_at") = transaction.at().milliseconds();
    cell("changed_by") = qint64{transaction.actor().number()};
    fillGaps(wire, row);
    if (before) {
        QStringList sets;
        Row bound;
        for (int i = 0; i < wire.names().size(); ++i) {
            sets += wire.names()[i] + QStringLiteral(" = ?");
            bound.push_back(row[static_cast<std::size_t>(i)]);
        }
        bound.push_back(rid);
        connection.execute(QStringLiteral("UPDATE %1 SET %2 WHERE rid = ?")
                               .arg(tableOf(type), sets.join(QStringLiteral(", "))),
            bound);
        if (storage::hasSearchIndex(type))
            storage::replaceInSearch(
                connection, type, rid, searchedTexts(wire, *before), searchedTexts(wire, row));
        transaction.noteChange({type.number, rid, Change::Kind::Updated});
        return;
    }
    for (const char* name : {"owner", "created_by"})
        cell(name) = qint64{transaction.actor().number()};
    for (const char* name : {"rev", "deleted"})
        cell(name) = qint64{0};
    cell("created_at") = transaction.at().milliseconds();
    if (schema::toText(cell("custom")).isEmpty())
        cell("custom") = QStringLiteral("{}");
    connection.execute(insertStatement(wire), row);
    const qint64 made = connection.lastRowid();
    if (storage::hasSearchIndex(type))
        storage::addToSearch(connection, type, made, searchedTexts(wire, row));
    transaction.noteChange({type.number, made, Change::Kind::Inserted});
}

} // namespace chengdan::sync
