// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/schema/record_type.h"
#include "core/storage/connection.h"

#include <QObject>

#include <mutex>
#include <thread>

namespace chengdan::storage {

/// What one committed transaction did to one row, or to many rows of one table.
struct Change {
    int table = 0; ///< RecordType::number
    qint64 rid = 0; ///< 0: many rows (BulkWriter); whoever shows the table reads all of it again
    enum class Kind { Inserted, Updated, Removed } kind = Kind::Updated;
};

/// Tells who listens, after a commit, which rows changed; models refresh just those. Emitted on the
/// writer's thread.
class ChangeNotices : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
Q_SIGNALS:
    void committed(const QList<chengdan::storage::Change>& changes);
};

/// The journal entries one write made: numbers above `after` up to and including `last`. Empty when
/// nothing was written.
struct JournalSpan {
    qint64 after = 0;
    qint64 last = 0;
    bool isEmpty() const { return last <= after; }
};

class Database;

/// One unit of work on the writing connection. Made by write() only; everything in it happens or
/// nothing.
class Transaction {
public:
    Connection& connection() { return m_connection; }
    PersonId actor() const { return m_actor; }
    Instant at() const { return m_at; }
    void noteChange(const Change& change) { m_changes.push_back(change); }

private:
    friend class Database;
    Transaction(Connection& connection, PersonId actor, Instant at)
        : m_connection(connection)
        , m_actor(actor)
        , m_at(at)
    {
    }
    Connection& m_connection;
    PersonId m_actor;
    Instant m_at;
    QList<Change> m_changes;
};

/// A company file. One writer thread owns the one writing connection, opened when it is first
/// needed; every other thread gets a reader of its own.
class Database {
public:
    enum class Open { Existing, Create };
    /// Opens, or makes, the file: checks that it is ours and not newer than this program, brings an
    /// older one up to date in one transaction. Errors: FILE_MISSING, FILE_EXISTS, FILE_NOT_OURS,
    /// FILE_NEWER, FILE_DAMAGED, FOLDER_MISSING, STORAGE_*.
    static Result<std::unique_ptr<Database>> open(const QString& path,
        schema::RecordTypes types,
        const Clock& clock,
        Open how = Open::Existing);
    ~Database();

    const QString& path() const { return m_path; }
    const schema::RecordTypes& types() const { return m_types; }
    const schema::RecordType* type(QStringView table) const;
    const Clock& clock() const { return m_clock; }
    ChangeNotices& notices() { return m_notices; }
    /// Prepares the writing connection of a new file for one large load: a rollback journal in
    /// memory instead of a write-ahead log, sorting in temporary files. Lasts until the file is
    /// closed. Only while nobody else has the file open: a crash leaves a file to be thrown away.
    Result<void> loadUnshared();
    /// The calling thread's reader; sees what was committed before each statement.
    Connection& reader();
    /// The calling thread has done with its reader, and the next thread without one takes it over:
    /// opening a reader reads the whole schema, which takes some milliseconds.
    void layReaderAside();
    /// Counts this process's commits; together with Connection::dataVersion it tells whether
    /// anything changed.
    qint64 commits() const { return m_commits; }
    /// Asks the writer, without waiting for it, whether another process has committed since the
    /// last look; the rows it touched are then announced by notices() as our own are. A row number
    /// of 0 stands for "any row of this table". The window calls it every second.
    void lookOutside();

    /// What the calling thread's newest committed write() that changed records put into the
    /// journal; by it an act can be taken back (access::UndoService).
    static JournalSpan lastWrite();

    /// Runs `work` (Transaction& → Result<T>) on the writer thread and waits for it. An error or a
    /// fault rolls back. Called from inside another write it joins that transaction, so one service
    /// may use another.
    template <typename Work>
    auto write(PersonId actor, Work&& work) -> std::invoke_result_t<Work, Transaction&>
    {
        using Outcome = std::invoke_result_t<Work, Transaction&>;
        std::optional<Outcome> outcome;
        runOnWriter(
            actor,
            [&](Transaction& transaction) -> Result<void> {
                outcome.emplace(work(transaction));
                if (!*outcome)
                    return chengdan::fail(outcome->error());
                return {};
            },
            [&](const Error& error) { outcome.emplace(chengdan::fail(error)); });
        return std::move(*outcome);
    }

    /// Runs `work` (Connection& → Result<T>) on this thread's reader; a fault becomes its error.
    template <typename Work>
    auto read(Work&& work) -> std::invoke_result_t<Work, Connection&>
    {
        try {
            return work(reader());
        } catch (const StorageFault& fault) {
            return chengdan::fail(fault.error());
        }
    }

private:
    Database(QString path, schema::RecordTypes types, const Clock& clock);
    using TransactionBody = std::function<Result<void>(Transaction&)>;
    void runOnWriter(PersonId actor,
        const TransactionBody& body,
        const std::function<void(const Error&)>& failed);
    void runTransaction(PersonId actor,
        const TransactionBody& body,
        const std::function<void(const Error&)>& failed);
    Result<void> prepareFile(Open how);
    Result<bool> openForReading();
    Result<void> openForChanging(Open how);
    Connection& writing();
    void lookNow();
    QList<Change> foreignChanges(Connection& connection);

    class Writer;
    QString m_path;
    schema::RecordTypes m_types;
    const Clock& m_clock;
    ChangeNotices m_notices;
    std::unique_ptr<Writer> m_writer;
    std::mutex m_readersMutex;
    std::map<std::thread::id, std::unique_ptr<Connection>> m_readers;
    std::vector<std::unique_ptr<Connection>> m_laidAside;
    std::atomic<qint64> m_commits{0};
    std::atomic<bool> m_lookWaits{false};
    qint64 m_seenVersion = -1; // both of the last look; while opening, then by the writer thread
    qint64 m_seenOp = 0;
};

} // namespace chengdan::storage
