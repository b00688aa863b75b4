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

#include <QElapsedTimer>

#include <future>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr int kPageRows = 10'000;
// Each commit of a first load waits for the disk; a load that was killed reads so many again.
constexpr int kRowsOfCommit = 20'000;
// Between two commits it is asked whether to go on; small tables share one for no longer than this.
constexpr qint64 kUnasked = 500; // ms
// 64 MiB of log between two checkpoints, which wait for the disk too; SQLite's own 1,000 otherwise.
constexpr int kLogPagesOfLoad = 16'384;
constexpr int kLogPages = 1000;
// A person's save waits for one piece at most.
constexpr int kWrittenAtOnce = 1000;

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

void setLogPages(Connection& connection, int pages)
{
    connection.execute(QStringLiteral("PRAGMA wal_autocheckpoint = %1").arg(pages));
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
        setLogPages(connection, kLogPagesOfLoad);
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
        setLogPages(connection, kLogPages);
        for (const RecordType* type : database.types())
            transaction.noteChange({type->number, 0, storage::Change::Kind::Inserted});
        return {};
    });
}

// The queued parts one after another, page by page. While a page is written the server works on
// the next one.
class Loading {
public:
    Loading(storage::Database& database, ServerLink& server, std::vector<QueuedPart> parts)
        : m_database(database)
        , m_asker(server.asker())
        , m_parts(std::move(parts))
    {
        m_progress.parts = static_cast<int>(m_parts.size());
    }

    /// `first`: nothing is in the tables, and nobody works with them yet.
    Result<LoadProgress> operator()(bool first, const OnLoad& goOn)
    {
        const auto isWanted = [&] { return !goOn || goOn(m_progress); };
        while (!isDone()) {
            if (!isWanted())
                return fail("CANCELLED");
            if (auto kept = first ? appendSome() : putPage(); !kept)
                return fail(kept.error());
            if (m_trouble)
                return fail(*m_trouble);
        }
        if (!isWanted()) // the indexes that follow take a while as well
            return fail("CANCELLED");
        return m_progress;
    }

private:
    // The part's next page and where it stands.
    struct Page {
        ServerCells cells;
        bool isLast = false; ///< of its part
    };

    bool isDone() const { return m_at == m_parts.size(); }
    QueuedPart& part() { return m_parts[m_at]; }

    void ask(const QueuedPart& of, const Value& after)
    {
        const QString sql =
            QStringLiteral("SELECT %1 FROM %2($1::integer, $2::%3, %4)")
                .arg(WireRow(*of.type).columnList(),
                    loadFunction(*of.type),
                    of.type->smallId ? QStringLiteral("integer") : QStringLiteral("uuid"),
                    QString::number(kPageRows));
        m_asked = std::async(std::launch::async,
            m_asker,
            sql,
            QVariantList{of.owner == kNoOwner ? QVariant() : QVariant(of.owner),
                schema::isNull(after) ? QVariant() : QVariant(idText(*of.type, after))});
    }

    // Takes the page that was asked for and asks for the one behind it.
    Result<Page> receive()
    {
        if (!m_asked.valid())
            ask(part(), part().last);
        if (!m_wire || &m_wire->type() != part().type)
            m_wire.emplace(*part().type);
        auto cells = m_asked.get();
        if (!cells)
            return fail(cells.error());
        if (auto right = m_wire->requireTypes(*cells); !right)
            return fail(right.error());
        Page page{std::move(*cells)};
        page.isLast = page.cells.rows() < kPageRows;
        if (!page.isLast)
            ask(part(), idAt(page, page.cells.rows() - 1));
        else if (m_at + 1 < m_parts.size())
            ask(m_parts[m_at + 1], m_parts[m_at + 1].last);
        return page;
    }

    Value idAt(const Page& page, int row) const
    {
        return m_wire->received(0, page.cells.cell(row, 0));
    }

    void goBehind(const Page& page)
    {
        m_progress.rows += page.cells.rows();
        if (!page.isLast)
            return;
        ++m_progress.partsDone;
        ++m_at;
    }

    // Pages and their places in one transaction: each commit waits for the disk.
    Result<void> appendSome()
    {
        return m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            QElapsedTimer begun;
            begun.start();
            int rows = 0;
            do {
                const auto page = receive();
                if (!page) {
                    m_trouble = page.error(); // what came before it stays
                    return {};
                }
                append(transaction.connection(), *page);
                rows += page->cells.rows();
                goBehind(*page);
                crashPoint("load.page");
            } while (!isDone() && rows < kRowsOfCommit && !begun.hasExpired(kUnasked));
            return {};
        });
    }

    void append(Connection& connection, const Page& page)
    {
        if (const int rows = page.cells.rows(); rows > 0) {
            storage::RawAppend target(
                connection, QString::fromLatin1(part().type->table), m_wire->names());
            for (int row = 0; row < rows; ++row)
                m_wire->append(page.cells, row, target);
            target.finish();
            part().last = idAt(page, rows - 1);
        }
        notePlace(connection, part(), page.isLast);
    }

    // A person works meanwhile, and may have edited a row that comes.
    Result<void> putPage()
    {
        const auto page = receive();
        if (!page)
            return fail(page.error());
        const int rows = page->cells.rows();
        int at = 0;
        do {
            const int end = std::min(rows, at + kWrittenAtOnce);
            auto written = m_database.write(
                PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
                    const Quiet quiet(transaction.connection());
                    RowWriter writer(transaction, m_database.types());
                    for (; at < end; ++at) {
                        part().last = idAt(*page, at);
                        writer.put(*m_wire, m_wire->receivedRow(page->cells, at));
                    }
                    writer.announce();
                    notePlace(transaction.connection(), part(), page->isLast && at == rows);
                    return {};
                });
            if (!written)
                return written;
        } while (at < rows);
        goBehind(*page);
        crashPoint("load.page");
        return {};
    }

    storage::Database& m_database;
    const ServerLink::Asker m_asker;
    std::vector<QueuedPart> m_parts;
    std::size_t m_at = 0; ///< the part under way
    std::optional<WireRow> m_wire; ///< of it
    LoadProgress m_progress;
    std::optional<Error> m_trouble;
    std::future<Result<ServerCells>> m_asked; ///< the page that comes next
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
    const auto loaded = Loading(database, server, std::move(*parts))(first, goOn);
    if (!loaded)
        return fail(loaded.error());
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
        (void)goOn(*loaded);
    return {};
}

} // namespace chengdan::sync
