// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include "core/schema/ddl.h"
#include "core/storage/file_identity.h"
#include "core/storage/search_index.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <condition_variable>
#include <deque>

namespace chengdan::storage {

namespace {

// More foreign rows than this are announced as "everything": reloading is then the smaller work.
constexpr qint64 kMostForeignRows = 2000;

thread_local JournalSpan writtenByThisThread;

void rollBackQuietly(Connection& connection)
{
    try {
        connection.execute(QStringLiteral("ROLLBACK"));
    } catch (const StorageFault&) { // SQLite has already rolled back by itself after some faults
    }
}

qint64 lastJournalEntry(Connection& connection)
{
    return schema::toInteger(connection.scalar(QStringLiteral("SELECT max(n) FROM _op")));
}

QList<Change> everyTable(const schema::RecordTypes& types)
{
    QList<Change> changes;
    for (const schema::RecordType* type : types)
        changes.push_back({type->number, 0, Change::Kind::Inserted});
    return changes;
}

// What the journal says about the rows written after its entry `seen`.
QList<Change> journalledChanges(
    Connection& connection, const schema::RecordTypes& types, qint64 seen, qint64 last)
{
    if (last < seen || last - seen > kMostForeignRows)
        return everyTable(types);
    QList<Change> changes;
    Statement ops =
        connection.query(QStringLiteral("SELECT tbl, rid, min(kind), max(kind), max(ifnull(cols, "
                                        "0) & 2) FROM _op WHERE n > ? GROUP BY tbl, rid"),
            {seen});
    while (ops.next()) {
        Change change{static_cast<int>(ops.integer(0)), ops.integer(1), Change::Kind::Updated};
        if (ops.integer(3) > 3) // a whole range of rows
            change.rid = 0;
        if (ops.integer(2) == 1 || change.rid == 0)
            change.kind = Change::Kind::Inserted;
        else if (ops.integer(3) == 3 || ops.integer(4) != 0)
            change.kind = Change::Kind::Removed;
        changes.push_back(change);
    }
    // Rows written without a journal entry: nobody can tell which.
    return changes.isEmpty() ? everyTable(types) : changes;
}

// A text file or a picture given by mistake; a file of ours whose beginning was overwritten keeps
// its name and counts as damaged. Asked only after SQLite has refused the file: closing any other
// descriptor of a file in use would drop the locks of this whole process.
bool isAnotherKindOfFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly) || file.size() == 0)
        return false;
    const QByteArray head = file.read(16);
    return !head.startsWith("SQLite format 3") && !path.endsWith(QLatin1String(".chengdan"))
        && head != QByteArray(16, '\0');
}

Error refusal(const StorageFault& fault, const QString& path)
{
    return fault.error().code == QLatin1String("FILE_DAMAGED") && isAnotherKindOfFile(path)
        ? Error::make("FILE_NOT_OURS", {}, {{QStringLiteral("path"), path}})
        : fault.error();
}

} // namespace

// The thread that owns the writing connection, and the queue before it.
class Database::Writer {
public:
    explicit Writer(QString path)
        : m_path(std::move(path))
        , m_thread([this] { run(); })
    {
    }
    ~Writer()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }
    bool isThisThread() const { return std::this_thread::get_id() == m_thread.get_id(); }
    bool isConnected() const { return m_connection != nullptr; } // as connection(): on its thread
    Connection& connection() { return *m_connection; }
    Transaction* current = nullptr; // the open transaction; touched by the writer thread only
    JournalSpan written; // by the newest committed transaction; as above

    // Runs the job on the writer thread and waits until it has ended.
    void run(const std::function<void()>& job)
    {
        bool done = false;
        std::unique_lock lock(m_mutex);
        m_jobs.push_back([&] {
            job();
            const std::lock_guard inner(m_mutex);
            done = true;
            m_finished.notify_all();
        });
        m_wake.notify_all();
        m_finished.wait(lock, [&] { return done; });
    }
    // As run, but the caller goes on at once.
    void post(std::function<void()> job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_all();
    }
    void connect()
    {
        m_connection = std::make_unique<Connection>(m_path, Connection::Mode::Writer);
    }
    void disconnect() { m_connection.reset(); }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [&] { return m_stop || !m_jobs.empty(); });
            if (m_jobs.empty())
                break;
            const std::function<void()> job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
        lock.unlock();
        m_connection.reset();
    }

    QString m_path;
    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_finished;
    std::deque<std::function<void()>> m_jobs;
    bool m_stop = false;
    std::thread m_thread; // last: it starts when all the rest stands
};

Database::Database(QString path, schema::RecordTypes types, const Clock& clock)
    : m_path(std::move(path))
    , m_types(std::move(types))
    , m_clock(clock)
{
}

Database::~Database()
{
    {
        const std::lock_guard lock(m_readersMutex);
        m_readers.clear();
        m_laidAside.clear();
    }
    if (m_writer) {
        m_writer->run([this] {
            try {
                if (m_writer->isConnected())
                    m_writer->connection().execute(QStringLiteral("PRAGMA optimize"));
            } catch (
                const StorageFault&) { // closing must not fail: the statistics are a convenience
            }
        });
    }
    m_writer.reset();
}

Result<std::unique_ptr<Database>> Database::open(
    const QString& path, schema::RecordTypes types, const Clock& clock, Open how)
{
    const QFileInfo file(path);
    const QList<QPair<QString, QString>> named{{QStringLiteral("path"), path}};
    if (how == Open::Existing && !file.exists())
        return chengdan::fail("FILE_MISSING", {}, named);
    if (how == Open::Create && file.exists())
        return chengdan::fail("FILE_EXISTS", {}, named);
    if (!file.absoluteDir().exists())
        return chengdan::fail(
            "FOLDER_MISSING", {}, {{QStringLiteral("path"), file.absolutePath()}});
    if (file.isDir())
        return chengdan::fail("FILE_NOT_OURS", {}, named);
    std::unique_ptr<Database> database(new Database(path, std::move(types), clock));
    const auto ready = database->prepareFile(how);
    if (!ready) {
        database.reset();
        return chengdan::fail(ready.error());
    }
    return database;
}

Result<void> Database::prepareFile(Open how)
{
    m_writer = std::make_unique<Writer>(m_path);
    if (how == Open::Existing) {
        const Result<bool> ready = openForReading();
        if (!ready)
            return chengdan::fail(ready.error());
        if (*ready)
            return {};
    }
    if (auto changed = openForChanging(how); !changed)
        return changed;
    if (how == Open::Create) // cost data lies in the file: nobody else on this PC may read it
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

// Looked at before any connection may change anything in a file that is not ours. True: the file is
// as this program wants it, and the calling thread's reader stands; the writer opens when there is
// something to write, since reading the schema once more takes some milliseconds.
Result<bool> Database::openForReading()
{
    try {
        auto first = std::make_unique<Connection>(m_path, Connection::Mode::Probe);
        const qint64 application =
            schema::toInteger(first->scalar(QStringLiteral("PRAGMA application_id")));
        const qint64 version =
            schema::toInteger(first->scalar(QStringLiteral("PRAGMA user_version")));
        const int ours = schema::schemaVersion(m_types);
        if (auto known = checkIdentity(application, version, ours, m_path); !known)
            return chengdan::fail(known.error());
        if (version != ours)
            return false;
        first->becomeReader();
        if (schema::toText(first->scalar(QStringLiteral("PRAGMA journal_mode")))
                != QLatin1String("wal")
            || !searchIsUpToDate(*first, m_types))
            return false;
        m_seenOp = lastJournalEntry(*first);
        const std::lock_guard lock(m_readersMutex);
        m_readers[std::this_thread::get_id()] = std::move(first);
        return true;
    } catch (const StorageFault& fault) {
        return chengdan::fail(refusal(fault, m_path));
    }
}

Result<void> Database::openForChanging(Open how)
{
    Result<void> outcome;
    m_writer->run([&] {
        try {
            m_writer->connect();
            Connection& connection = m_writer->connection();
            const int version = schema::schemaVersion(m_types);
            const auto from = static_cast<int>(
                schema::toInteger(connection.scalar(QStringLiteral("PRAGMA user_version"))));
            const QStringList steps = how == Open::Create ? schema::sqliteSchema(m_types)
                : from < version                          ? schema::sqliteMigration(m_types, from)
                                                          : QStringList();
            if (how == Open::Create || from != version || !searchIsUpToDate(connection, m_types)) {
                connection.execute(QStringLiteral("BEGIN IMMEDIATE"));
                for (const QString& step : steps)
                    connection.execute(step);
                bringSearchUpToDate(connection, m_types);
                connection.execute(
                    QStringLiteral("PRAGMA application_id = %1").arg(kCompanyFileId));
                connection.execute(QStringLiteral("PRAGMA user_version = %1").arg(version));
                connection.execute(QStringLiteral("COMMIT"));
            }
            m_seenOp = lastJournalEntry(connection);
            lookNow();
        } catch (const StorageFault& fault) {
            outcome = chengdan::fail(refusal(fault, m_path));
            m_writer->disconnect(); // an open transaction ends with its connection
        }
    });
    return outcome;
}

// On the writer's thread. What other programs wrote since the file was opened is told when it
// connects.
Connection& Database::writing()
{
    if (!m_writer->isConnected()) {
        m_writer->connect();
        lookNow();
    }
    return m_writer->connection();
}

void Database::lookOutside()
{
    if (m_lookWaits.exchange(true))
        return; // a long write is under way; the look behind it will see the same
    m_writer->post([this] {
        m_lookWaits = false;
        lookNow();
    });
}

void Database::lookNow()
{
    QList<Change> changes;
    try {
        changes = foreignChanges(writing());
    } catch (const StorageFault&) { // the next look tries again; a save would tell the person
        return;
    }
    if (changes.isEmpty())
        return;
    ++m_commits;
    Q_EMIT m_notices.committed(changes);
}

// data_version of the writing connection: our own commits do not move it. It says nothing of the
// time before that connection was opened, of which the journal tells.
QList<Change> Database::foreignChanges(Connection& connection)
{
    QList<Change> changes;
    connection.execute(QStringLiteral("BEGIN"));
    try {
        const qint64 lastOp = lastJournalEntry(connection);
        const qint64 version = connection.dataVersion();
        if (m_seenVersion >= 0 ? version != m_seenVersion : lastOp != m_seenOp)
            changes = journalledChanges(connection, m_types, m_seenOp, lastOp);
        connection.execute(QStringLiteral("COMMIT"));
        m_seenVersion = version;
        m_seenOp = lastOp;
    } catch (const StorageFault&) {
        rollBackQuietly(connection);
        throw;
    }
    return changes;
}

const schema::RecordType* Database::type(QStringView table) const
{
    for (const schema::RecordType* candidate : m_types) {
        if (table == QString::fromLatin1(candidate->table))
            return candidate;
    }
    return nullptr;
}

Result<void> Database::loadUnshared()
{
    Result<void> outcome;
    m_writer->run([&] {
        try {
            Connection& connection = writing();
            // What is appended to a file needs no rollback journal, so this one stays small; the
            // database itself is written to the disk once, at the commit.
            connection.execute(QStringLiteral("PRAGMA journal_mode = MEMORY"));
            connection.execute(QStringLiteral("PRAGMA synchronous = NORMAL"));
            connection.execute(QStringLiteral("PRAGMA temp_store = FILE"));
            connection.execute(QStringLiteral("PRAGMA cache_size = -65536"));
        } catch (const StorageFault& fault) {
            outcome = chengdan::fail(fault.error());
        }
    });
    return outcome;
}

Connection& Database::reader()
{
    if (m_writer && m_writer->isThisThread())
        return writing(); // inside a write one sees one's own changes
    const auto me = std::this_thread::get_id();
    std::unique_ptr<Connection> made;
    {
        const std::lock_guard lock(m_readersMutex);
        if (const auto known = m_readers.find(me); known != m_readers.end())
            return *known->second;
        if (!m_laidAside.empty()) {
            made = std::move(m_laidAside.back());
            m_laidAside.pop_back();
        }
    }
    if (made)
        made->joinThread();
    else // other threads need not wait for it
        made = std::make_unique<Connection>(m_path, Connection::Mode::Reader);
    const std::lock_guard lock(m_readersMutex);
    return *m_readers.insert_or_assign(me, std::move(made)).first->second;
}

void Database::layReaderAside()
{
    const std::lock_guard lock(m_readersMutex);
    const auto mine = m_readers.find(std::this_thread::get_id());
    if (mine == m_readers.end())
        return;
    mine->second->leaveThread();
    m_laidAside.push_back(std::move(mine->second));
    m_readers.erase(mine);
}

JournalSpan Database::lastWrite()
{
    return writtenByThisThread;
}

void Database::runOnWriter(
    PersonId actor, const TransactionBody& body, const std::function<void(const Error&)>& failed)
{
    if (m_writer->isThisThread()) {
        if (m_writer->current != nullptr) { // joining: the outer write decides about the commit
            (void)body(*m_writer->current);
            return;
        }
        runTransaction(actor, body, failed);
        return;
    }
    std::exception_ptr bug;
    JournalSpan written;
    m_writer->run([&] {
        try {
            m_writer->written = {};
            runTransaction(actor, body, failed);
            written = m_writer->written;
        } catch (...) {
            bug = std::current_exception();
        }
    });
    if (!written.isEmpty()) // a draft that is dropped after saving must not hide what was saved
        writtenByThisThread = written;
    if (bug)
        std::rethrow_exception(bug);
}

void Database::runTransaction(
    PersonId actor, const TransactionBody& body, const std::function<void(const Error&)>& failed)
{
    const auto rollBack = [&] {
        m_writer->current = nullptr;
        if (m_writer->isConnected())
            rollBackQuietly(m_writer->connection());
    };
    try {
        Connection& connection = writing();
        connection.execute(QStringLiteral("BEGIN IMMEDIATE"));
        Transaction transaction(connection, actor, m_clock.now());
        m_writer->current = &transaction;
        connection.execute(QStringLiteral("UPDATE _m SET grp = grp + 1, at = ?"),
            {transaction.at().milliseconds()});
        const qint64 before = lastJournalEntry(connection);
        const Result<void> outcome = body(transaction);
        if (!outcome) {
            rollBack();
            return;
        }
        const JournalSpan written{before, lastJournalEntry(connection)};
        connection.execute(QStringLiteral("COMMIT"));
        m_writer->current = nullptr;
        m_writer->written = written;
        ++m_commits;
        if (!transaction.m_changes.isEmpty())
            Q_EMIT m_notices.committed(transaction.m_changes);
    } catch (const StorageFault& fault) {
        rollBack();
        failed(fault.error());
    } catch (...) {
        rollBack();
        throw;
    }
}

} // namespace chengdan::storage
