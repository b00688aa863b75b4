// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/value.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <stdexcept>

struct sqlite3;
struct sqlite3_stmt;

namespace chengdan::storage {

using schema::Row;
using schema::Value;

/// The storage failed in a way no rule foresaw: disk full, file locked, file damaged, or a wrong
/// statement (a bug). Thrown by connections; write() and readOnly() (database.h) turn it into a
/// Result with its sentence.
class StorageFault : public std::runtime_error {
public:
    explicit StorageFault(Error error);
    const Error& error() const { return m_error; }

private:
    Error m_error;
};

/// The fault for a result code of SQLite's C API (sqlite.org/rescode.html).
StorageFault storageFault(int resultCode, const QString& detail, const QString& sql);

/// What one reading statement has cost, told when it ends.
struct StatementCost {
    QString sql;
    qint64 rows = 0; ///< answered
    qint64 scanSteps = 0; ///< rows walked over without an index (SQLITE_STMTSTATUS_FULLSCAN_STEP)
    qint64 machineSteps = 0; ///< SQLITE_STMTSTATUS_VM_STEP
};

/// Tests look at what queries cost: called on the thread of the query. None costs nothing.
using StatementObserver = std::function<void(const StatementCost&)>;
void setStatementObserver(StatementObserver observer);

/// A prepared statement being stepped through, forward only. Values come as stored, never as
/// QVariant.
class Statement {
public:
    explicit Statement(QSqlQuery query);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();
    bool next();
    /// The cell of the present row; integers, text and bytes only.
    Value value(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    int columns() const;

private:
    void tellCost();
    QSqlQuery m_query;
    sqlite3_stmt* m_observed = nullptr; // belongs to m_query
    qint64 m_rows = 0;
};

/// One SQLite connection, used by the thread that opened it until it is handed on. Only Database
/// makes them, with all pragmas set. Every member throws StorageFault.
class Connection {
public:
    /// Probe is a reader that gives up soon when another program holds the file: a person waits
    /// before the first window.
    enum class Mode { Writer, Reader, Probe };
    Connection(const QString& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Makes a probe a reader, which reads the whole schema.
    void becomeReader();
    /// Hands the connection on: the thread that uses it lets it go, another one takes it.
    void leaveThread();
    void joinThread();

    /// Runs a statement with bound values (the ? in order) to be stepped through. Statements are
    /// prepared once and kept.
    Statement query(const QString& sql, const Row& values = {});
    /// Runs a statement that returns nothing; answers the number of rows it changed.
    int execute(const QString& sql, const Row& values = {});
    /// The first cell of the first row, or nothing.
    Value scalar(const QString& sql, const Row& values = {});
    qint64 lastRowid();
    /// A number that changes when another connection commits (PRAGMA data_version).
    qint64 dataVersion();
    /// The library's own connection, for what Qt Sql cannot do: long columns of integers, the
    /// number of steps a statement took, ending one early. Null only after the file failed to open.
    sqlite3* native() const;
    /// From now on a running statement asks every few thousand steps and ends with CANCELLED when
    /// the answer is yes; empty asks no more. See StopOnCancel (cancel.h).
    void stopWhen(std::function<bool()> wanted);

private:
    void prepareForWork();
    QSqlQuery& prepared(const QString& sql);
    QString m_name;
    std::function<bool()> m_stopWanted;
    std::unique_ptr<QSqlDatabase> m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

} // namespace chengdan::storage
