// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_writer.h"

#include "core/schema/ddl.h"
#include "core/storage/bulk_native.h"
#include "core/storage/search_index.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::RecordType;
using schema::RowMeta;

constexpr int kRangeInserted = 4; // kind of a journal entry
constexpr qint64 kRoom = -256 * 1024; // KiB

// UTF-8 of a text that is valid UTF-16; false for a lone half of a pair, whose encoding is left to
// SQLite so that it comes out as in every other path.
bool bulkUtf8(QStringView text, std::string& out)
{
    constexpr std::size_t kMostBytes = 3; // of one UTF-16 unit
    out.resize(static_cast<std::size_t>(text.size()) * kMostBytes);
    char* to = out.data();
    const auto put = [&to](unsigned byte) { *to++ = static_cast<char>(byte); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const unsigned unit = text[i].unicode();
        if (unit < 0x80U) {
            put(unit);
        } else if (unit < 0x800U) {
            put(0xC0U | (unit >> 6U));
            put(0x80U | (unit & 0x3FU));
        } else if (!QChar::isSurrogate(unit)) {
            put(0xE0U | (unit >> 12U));
            put(0x80U | ((unit >> 6U) & 0x3FU));
            put(0x80U | (unit & 0x3FU));
        } else {
            if (!QChar::isHighSurrogate(unit) || i + 1 == text.size()
                || !text[i + 1].isLowSurrogate())
                return false;
            const unsigned point = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
            put(0xF0U | (point >> 18U));
            put(0x80U | ((point >> 12U) & 0x3FU));
            put(0x80U | ((point >> 6U) & 0x3FU));
            put(0x80U | (point & 0x3FU));
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return true;
}

} // namespace

// One table of the load: its insert statement and what was taken away from it until the end.
class BulkWriter::Table {
public:
    Table(Transaction& transaction, const RecordType& described)
        : type(described)
        , m_transaction(transaction)
        , m_handle(transaction.connection().native())
        , m_name(QString::fromLatin1(described.table))
    {
        Connection& connection = transaction.connection();
        m_first = m_next = 1
            + schema::toInteger(connection.scalar(
                QStringLiteral("SELECT coalesce(max(rid), 0) FROM %1").arg(m_name)));
        takeAway("trigger", QStringLiteral("_j_%1_i").arg(m_name));
        const bool empty =
            schema::isNull(connection.scalar(QStringLiteral("SELECT 1 FROM %1").arg(m_name)));
        if (empty)
            takeAway("index", {});
        QStringList names{QStringLiteral("rid")};
        names += schema::metaColumns();
        for (const Column& column : type.columns)
            names += QString::fromLatin1(column.name);
        m_sql = QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
                    .arg(m_name,
                        names.join(QStringLiteral(", ")),
                        QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
        m_insert = prepareNative(m_handle, m_sql);
        m_cells.resize(static_cast<std::size_t>(names.size()));
        m_utf8.resize(m_cells.size());
    }

    const RecordType& type;

    void insert(void* record)
    {
        RowMeta& meta = type.meta(record);
        meta.changedAt = m_transaction.at();
        meta.changedBy = m_transaction.actor();
        if (meta.createdAt == Instant()) { // an import keeps the original author and date
            meta.createdAt = meta.changedAt;
            meta.createdBy = meta.changedBy;
        }
        meta.rid = m_next;
        m_index = 0;
        bindMeta(meta, record);
        for (const Column& column : type.columns)
            bind(column.get(record));
        const int outcome = sqlite3_step(m_insert.get());
        if (outcome != SQLITE_DONE) {
            const StorageFault fault = nativeFault(m_handle, m_sql);
            sqlite3_reset(m_insert.get());
            throw fault;
        }
        sqlite3_reset(m_insert.get());
        ++m_next;
    }

    void finish()
    {
        m_insert.reset();
        Connection& connection = m_transaction.connection();
        for (const QString& statement : m_takenAway)
            connection.execute(statement);
        if (m_next == m_first)
            return;
        connection.execute(
            QStringLiteral("INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, made_at) "
                           "SELECT grp, ?, ?, ?, 0, ?, at FROM _m "
                           "WHERE (SELECT busy FROM _busy) = 0"),
            {qint64{type.number}, m_first, qint64{kRangeInserted}, m_next - 1});
        feedRange(connection, type, m_first, m_next - 1);
        m_transaction.noteChange({type.number, 0, Change::Kind::Inserted});
    }

private:
    // Drops triggers or indexes and keeps how they were made; the index of a UNIQUE clause stays.
    void takeAway(const char* kind, const QString& only)
    {
        Connection& connection = m_transaction.connection();
        QString sql = QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = ? AND "
                                     "tbl_name = ? AND sql IS NOT NULL");
        Row values{QString::fromLatin1(kind), m_name};
        if (!only.isEmpty()) {
            sql += QStringLiteral(" AND name = ?");
            values.push_back(only);
        }
        QStringList names;
        {
            Statement found = connection.query(sql, values);
            while (found.next()) {
                names += found.text(0);
                m_takenAway += found.text(1);
            }
        }
        for (const QString& name : names)
            connection.execute(QStringLiteral("DROP %1 %2").arg(QString::fromLatin1(kind), name));
    }

    void bindMeta(const RowMeta& meta, const void* record)
    {
        bind(meta.rid);
        bind(type.id(record));
        bind(schema::ColumnTraits<std::optional<CustomerId>>::toValue(meta.root));
        bind(qint64{meta.owner.number()});
        bind(meta.rev);
        bind(qint64{meta.deleted ? 1 : 0});
        bind(meta.createdAt.milliseconds());
        bind(qint64{meta.createdBy.number()});
        bind(meta.changedAt.milliseconds());
        bind(qint64{meta.changedBy.number()});
        bind(schema::ColumnTraits<schema::JsonText>::toValue(meta.custom));
    }

    // Binds the next cell of the row; the cell is kept until the row is written.
    void bind(Value value)
    {
        Value& cell = m_cells[m_index];
        cell = std::move(value);
        std::string& utf8 = m_utf8[m_index];
        ++m_index;
        const auto* text = std::get_if<QString>(&cell);
        if (text != nullptr && !text->isNull() && bulkUtf8(*text, utf8)) {
            sqlite3_bind_text(m_insert.get(),
                static_cast<int>(m_index),
                utf8.data(),
                static_cast<int>(utf8.size()),
                SQLITE_STATIC);
            return;
        }
        bindNative(m_insert.get(), static_cast<int>(m_index), cell);
    }

    Transaction& m_transaction;
    sqlite3* m_handle;
    QString m_name;
    QString m_sql;
    BulkStatement m_insert;
    QStringList m_takenAway; ///< CREATE statements to be run again
    qint64 m_first = 0;
    qint64 m_next = 0;
    std::size_t m_index = 0; ///< cells of the present row bound so far
    std::vector<Value> m_cells;
    std::vector<std::string> m_utf8; ///< parallel to the cells
};

BulkWriter::Room::Room(Connection& connection)
    : m_connection(connection)
    , m_before(schema::toInteger(connection.scalar(QStringLiteral("PRAGMA main.cache_size"))))
{
    set(kRoom);
}

BulkWriter::Room::~Room()
{
    try {
        set(m_before);
    } catch (const StorageFault&) { // only the next load would notice
    }
}

void BulkWriter::Room::set(qint64 size)
{
    m_connection.execute(QStringLiteral("PRAGMA main.cache_size = %1").arg(size));
}

BulkWriter::BulkWriter(Transaction& transaction)
    : m_transaction(transaction)
    , m_room(transaction.connection())
{
    transaction.connection().execute(QStringLiteral("SAVEPOINT bulk"));
}

BulkWriter::~BulkWriter()
{
    if (m_finished)
        return;
    m_tables.clear(); // an open statement would stand in the way
    try {
        m_transaction.connection().execute(QStringLiteral("ROLLBACK TO bulk"));
        m_transaction.connection().execute(QStringLiteral("RELEASE bulk"));
    } catch (const StorageFault&) { // after some faults SQLite has rolled back everything by itself
    }
}

BulkWriter::Table& BulkWriter::tableOf(const RecordType& type)
{
    if (m_last != nullptr && &m_last->type == &type)
        return *m_last;
    const auto found = std::find_if(m_tables.begin(),
        m_tables.end(),
        [&](const std::unique_ptr<Table>& table) { return &table->type == &type; });
    m_last = found != m_tables.end()
        ? found->get()
        : m_tables.emplace_back(std::make_unique<Table>(m_transaction, type)).get();
    return *m_last;
}

void BulkWriter::insertRecord(const RecordType& type, void* record)
{
    Q_ASSERT(!m_finished);
    tableOf(type).insert(record);
}

void BulkWriter::finish()
{
    Q_ASSERT(!m_finished);
    for (const std::unique_ptr<Table>& table : m_tables)
        table->finish();
    m_transaction.connection().execute(QStringLiteral("RELEASE bulk"));
    m_finished = true;
}

} // namespace chengdan::storage
