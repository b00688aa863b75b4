// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_writer.h"

#include "core/schema/ddl.h"
#include "core/storage/bulk_block.h"
#include "core/storage/search_index.h"

#include <algorithm>

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::RecordType;
using schema::RowMeta;
using schema::Value;

constexpr int kRangeInserted = 4; // kind of a journal entry
constexpr qint64 kRoom = -256 * 1024; // KiB
constexpr qint64 kTemporaryFiles = 1;
constexpr int kCheckFailed = 275; // SQLITE_CONSTRAINT_CHECK

/// What a CHECK of the table would refuse: a code that is none of the column's.
bool isListed(const Column& column, const Value& value)
{
    const auto* code = std::get_if<QString>(&value);
    return code == nullptr
        || std::any_of(column.choices.begin(),
            column.choices.end(),
            [&](const schema::Choice& choice) { return *code == QLatin1String(choice.code); });
}

} // namespace

// One table of the load: its insert statement and what was taken away from it until the end.
class BulkWriter::Table {
public:
    Table(Transaction& transaction, const RecordType& described)
        : type(described)
        , m_transaction(transaction)
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
        m_block.emplace(connection.native(),
            QStringLiteral("INSERT INTO %1(%2)").arg(m_name, names.join(QStringLiteral(", "))),
            static_cast<int>(names.size()));
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
        addMeta(meta, record);
        for (const Column& column : type.columns) {
            const Value value = column.get(record);
            if (column.type == schema::ColumnType::Choice && !isListed(column, value))
                throw storageFault(kCheckFailed, QString::fromLatin1(column.name), m_name);
            m_block->add(value);
        }
        m_block->endRow();
        ++m_next;
    }

    void finish()
    {
        m_block->flush();
        m_block.reset(); // an open statement would stand in the way
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

    void addMeta(const RowMeta& meta, const void* record)
    {
        m_block->add(meta.rid);
        m_block->add(type.id(record));
        m_block->add(schema::ColumnTraits<std::optional<CustomerId>>::toValue(meta.root));
        m_block->add(qint64{meta.owner.number()});
        m_block->add(meta.rev);
        m_block->add(qint64{meta.deleted ? 1 : 0});
        m_block->add(meta.createdAt.milliseconds());
        m_block->add(qint64{meta.createdBy.number()});
        m_block->add(meta.changedAt.milliseconds());
        m_block->add(qint64{meta.changedBy.number()});
        m_block->add(schema::ColumnTraits<schema::JsonText>::toValue(meta.custom));
    }

    Transaction& m_transaction;
    QString m_name;
    std::optional<BulkBlock> m_block;
    QStringList m_takenAway; ///< CREATE statements to be run again
    qint64 m_first = 0;
    qint64 m_next = 0;
};

BulkWriter::Settings::Settings(Connection& connection)
    : m_connection(connection)
{
    // Each index that is built reads the whole table again, out of the write-ahead log once its
    // pages are gone from memory.
    set("cache_size", kRoom);
    // What is sorted for an index lies in one piece of memory, up to that size, and only behind
    // that in a file; otherwise each row of it is allocated by itself.
    set("temp_store", kTemporaryFiles);
    // SQLite makes the list of a CHECK … IN anew for every row, which costs a third of the row.
    set("ignore_check_constraints", 1);
}

BulkWriter::Settings::~Settings()
{
    for (auto setting = m_before.rbegin(); setting != m_before.rend(); ++setting) {
        try {
            m_connection.execute(QStringLiteral("PRAGMA %1 = %2")
                                     .arg(QLatin1String(setting->first))
                                     .arg(setting->second));
        } catch (const StorageFault&) { // only the next load would notice
        }
    }
}

void BulkWriter::Settings::set(const char* pragma, qint64 value)
{
    const QString name = QLatin1String(pragma);
    const qint64 before =
        schema::toInteger(m_connection.scalar(QStringLiteral("PRAGMA %1").arg(name)));
    m_connection.execute(QStringLiteral("PRAGMA %1 = %2").arg(name).arg(value));
    m_before.emplace_back(pragma, before);
}

BulkWriter::BulkWriter(Transaction& transaction)
    : m_transaction(transaction)
    , m_settings(transaction.connection())
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
