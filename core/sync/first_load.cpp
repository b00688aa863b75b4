// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/first_load.h"

#include "core/storage/raw_append.h"
#include "core/storage/search_index.h"
#include "core/sync/crash_point.h"
#include "core/sync/row_writer.h"
#include "core/sync/scope_change.h"
#include "core/sync/server_schema.h"
#include "core/sync/wire.h"

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr int kPageRows = 10'000;
// A person's save waits for one piece at most.
constexpr std::size_t kWrittenAtOnce = 300;

struct QueuedPart {
    const RecordType* type = nullptr;
    int owner = kNoOwner;
    Value last;
};

Result<std::vector<QueuedPart>> queuedParts(storage::Database& database)
{
    return database.read([&](Connection& connection) -> Result<std::vector<QueuedPart>> {
        std::vector<QueuedPart> parts;
        for (const RecordType* type : database.types()) { // references point backwards
            Statement rows = connection.query(
                QStringLiteral("SELECT owner, last FROM _load WHERE tbl = ? AND done = 0 ORDER BY "
                               "owner"),
                {qint64{type->number}});
            while (rows.next())
                parts.push_back({type, static_cast<int>(rows.integer(0)), rows.value(1)});
        }
        return parts;
    });
}

void notePlace(Connection& connection, const QueuedPart& part, bool done)
{
    connection.execute(
        QStringLiteral("UPDATE _load SET last = ?, done = ? WHERE tbl = ? AND owner = ?"),
        {part.last, qint64{done ? 1 : 0}, qint64{part.type->number}, qint64{part.owner}});
}

// Secondary indexes and the search index of every table, kept in `_later` as they are to be made.
Result<void> layIndexesAside(storage::Database& database)
{
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        for (const RecordType* type : database.types()) {
            const QString table = QString::fromLatin1(type->table);
            connection.execute(
                QStringLiteral("INSERT OR IGNORE INTO _later(name, sql) SELECT name, sql FROM "
                               "sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT "
                               "NULL"),
                {table});
        }
        QStringList names;
        {
            Statement rows = connection.query(
                QStringLiteral("SELECT l.name FROM _later l JOIN sqlite_master m USING (name)"));
            while (rows.next())
                names += rows.text(0);
        }
        for (const QString& name : names)
            connection.execute(QStringLiteral("DROP INDEX \"%1\"").arg(name));
        connection.execute(QStringLiteral("DELETE FROM _search")); // made anew at the end
        return {};
    });
}

Result<void> makeIndexes(storage::Database& database)
{
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        QStringList statements;
        {
            Statement rows = connection.query(QStringLiteral("SELECT sql FROM _later"));
            while (rows.next())
                statements += rows.text(0);
        }
        for (const QString& statement : statements)
            connection.execute(statement);
        connection.execute(QStringLiteral("DELETE FROM _later"));
        storage::bringSearchUpToDate(connection, database.types());
        connection.execute(QStringLiteral("UPDATE _link SET loaded = 1"));
        for (const RecordType* type : database.types())
            transaction.noteChange({type->number, 0, storage::Change::Kind::Inserted});
        return {};
    });
}

// Reads and writes the pages of one part.
class PartLoad {
public:
    PartLoad(storage::Database& database, ServerLink& server, bool first, QueuedPart& part)
        : m_database(database)
        , m_server(server)
        , m_first(first)
        , m_part(part)
        , m_wire(*part.type)
        , m_sql(QStringLiteral("SELECT * FROM %1(?::integer, ?::%2, %3)")
                    .arg(loadFunction(*part.type),
                        part.type->smallId ? QStringLiteral("integer") : QStringLiteral("uuid"),
                        QString::number(kPageRows)))
    {
    }

    /// Answers how many rows came; fewer than a page: that was the last one.
    Result<qint64> page()
    {
        const QVariant owner =
            m_part.owner == kNoOwner ? QVariant(QMetaType(QMetaType::Int)) : QVariant(m_part.owner);
        const QVariant after = schema::isNull(m_part.last)
            ? QVariant() // none, which an unset text is not
            : QVariant(idText(*m_part.type, m_part.last));
        return m_first ? append({owner, after}) : put({owner, after});
    }

private:
    // The connection belongs to this thread, the file to the writer's: a page is held in between.
    Result<qint64> append(const QVariantList& values)
    {
        const auto columns = static_cast<int>(m_wire.names().size());
        m_cells.clear();
        auto received = m_server.each(m_sql, values, [&](const QSqlQuery& cells) {
            for (int i = 0; i < columns; ++i)
                m_cells.push_back(m_wire.filled(i, m_wire.received(i, cells.value(i))));
            return true;
        });
        if (!received)
            return fail(received.error());
        const auto rows = static_cast<qint64>(m_cells.size()) / columns;
        return m_database.write(
            PersonId(), [&](storage::Transaction& transaction) -> Result<qint64> {
                Connection& connection = transaction.connection();
                const Quiet quiet(connection);
                storage::RawAppend target(
                    connection, QString::fromLatin1(m_part.type->table), m_wire.names());
                for (std::size_t at = 0; at < m_cells.size(); ++at) {
                    target.add(m_cells[at]);
                    if ((at + 1) % static_cast<std::size_t>(columns) == 0)
                        target.endRow();
                }
                target.finish();
                if (rows > 0)
                    m_part.last = m_cells[m_cells.size() - static_cast<std::size_t>(columns)];
                notePlace(connection, m_part, rows < kPageRows);
                return rows;
            });
    }

    Result<qint64> put(const QVariantList& values)
    {
        std::vector<Row> rows;
        const auto columns = static_cast<int>(m_wire.names().size());
        auto received = m_server.each(m_sql, values, [&](const QSqlQuery& cells) {
            Row& row = rows.emplace_back();
            for (int i = 0; i < columns; ++i)
                row.push_back(m_wire.received(i, cells.value(i)));
            return true;
        });
        if (!received)
            return fail(received.error());
        const bool last = rows.size() < static_cast<std::size_t>(kPageRows);
        std::size_t at = 0;
        do {
            const std::size_t end = std::min(rows.size(), at + kWrittenAtOnce);
            auto written = m_database.write(
                PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
                    const Quiet quiet(transaction.connection());
                    RowWriter writer(transaction, m_database.types());
                    for (; at < end; ++at) {
                        m_part.last = rows[at].front();
                        writer.put(m_wire, std::move(rows[at]));
                    }
                    writer.announce();
                    notePlace(transaction.connection(), m_part, last && at == rows.size());
                    return {};
                });
            if (!written)
                return fail(written.error());
        } while (at < rows.size());
        return static_cast<qint64>(rows.size());
    }

    storage::Database& m_database;
    ServerLink& m_server;
    bool m_first;
    QueuedPart& m_part;
    WireRow m_wire;
    QString m_sql;
    std::vector<Value> m_cells; ///< of one page
};

} // namespace

qint64 queuedLoads(Connection& connection)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT count(*) FROM _load WHERE done = 0")));
}

Result<void> runLoads(storage::Database& database, ServerLink& server, const OnLoad& goOn)
{
    const auto link = linkOf(database);
    if (!link)
        return fail(link.error());
    if (!*link)
        return fail("SYNC_NOT_JOINED");
    auto parts = queuedParts(database);
    if (!parts)
        return fail(parts.error());
    const bool first = !(*link)->loaded;
    if (parts->empty() && !first)
        return {};
    if (first) {
        if (auto aside = layIndexesAside(database); !aside)
            return aside;
    }
    LoadProgress progress;
    progress.parts = static_cast<int>(parts->size());
    for (QueuedPart& part : *parts) {
        PartLoad load(database, server, first, part);
        for (qint64 rows = kPageRows; rows >= kPageRows;) {
            if (goOn && !goOn(progress))
                return fail("CANCELLED");
            auto page = load.page();
            if (!page)
                return fail(page.error());
            rows = *page;
            progress.rows += rows;
            crashPoint("load.page");
        }
        ++progress.partsDone;
    }
    if (first) {
        if (auto made = makeIndexes(database); !made)
            return made;
    }
    auto tidied = database.write(PersonId(), [](storage::Transaction& transaction) -> Result<void> {
        transaction.connection().execute(QStringLiteral("DELETE FROM _load WHERE done = 1"));
        return {};
    });
    if (!tidied)
        return tidied;
    if (goOn)
        (void)goOn(progress);
    return {};
}

} // namespace chengdan::sync
