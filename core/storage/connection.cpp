// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connection.h"

#include "core/storage/search_function.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QSqlResult>
#include <QThread>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <mutex>
#include <utility>

namespace chengdan::storage {

namespace {

// The primary result codes a person can act on (sqlite.org/rescode.html).
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIo = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kInterrupted = 9;
constexpr int kNotADatabase = 26;

constexpr int kWaitForOthersMs = 10'000;

Error storageError(int resultCode, const QString& detail, const QString& sql)
{
    const char* code = "STORAGE_FAULT";
    switch (resultCode & 0xFF) {
    case kBusy:
    case kLocked:
        code = "STORAGE_LOCKED";
        break;
    case kReadOnly:
        code = "STORAGE_READ_ONLY";
        break;
    case kFull:
        code = "STORAGE_FULL";
        break;
    case kIo:
        code = "STORAGE_IO";
        break;
    case kCannotOpen:
        code = "STORAGE_ACCESS";
        break;
    case kCorrupt:
    case kNotADatabase:
        code = "FILE_DAMAGED";
        break;
    case kInterrupted:
        code = "CANCELLED";
        break;
    default:
        break;
    }
    return Error::make(code,
        {},
        {{QStringLiteral("detail"), detail}, {QStringLiteral("statement"), sql.left(200)}});
}

Error storageError(const QSqlError& failure, const QString& sql)
{
    return storageError(failure.nativeErrorCode().toInt(), failure.databaseText(), sql);
}

QVariant toVariant(const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QVariant(*number);
    if (const auto* text = std::get_if<QString>(&value))
        return QVariant(*text);
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QVariant(*bytes);
    return {};
}

// Long ones are lists of row numbers, different every time. Some pragmas, and explanations, are
// answered while they are prepared.
bool isWorthKeeping(const QString& sql)
{
    constexpr qsizetype kLongest = 8000;
    return sql.size() <= kLongest && !sql.startsWith(QLatin1String("PRAGMA"), Qt::CaseInsensitive)
        && !sql.startsWith(QLatin1String("EXPLAIN"), Qt::CaseInsensitive);
}

constexpr qint64 kMovedAway = -1; // rows of a statement that another one has taken over

// A second handle on the same prepared statement; the two share what it does.
QT_WARNING_PUSH
QT_WARNING_DISABLE_DEPRECATED
QSqlQuery sameQuery(const QSqlQuery& query)
{
    return QSqlQuery(query); // NOLINT: meant to be shared
}
QT_WARNING_POP

sqlite3_stmt* nativeStatement(const QSqlQuery& query)
{
    const QVariant handle = query.result()->handle();
    return handle.isValid() && qstrcmp(handle.typeName(), "sqlite3_stmt*") == 0
        ? *static_cast<sqlite3_stmt* const*>(handle.constData())
        : nullptr;
}

std::mutex observerMutex;
std::shared_ptr<const StatementObserver> statementObserver;
std::atomic<bool> statementsObserved{false};

QString uniqueConnectionName()
{
    static std::atomic<int> next{0};
    return QStringLiteral("chengdan-%1").arg(++next);
}

} // namespace

StorageFault::StorageFault(Error error)
    : std::runtime_error((error.code + QStringLiteral(": ") + error.arg(QStringLiteral("detail"))
        + QStringLiteral(" in ") + error.arg(QStringLiteral("statement")))
                             .toStdString())
    , m_error(std::move(error))
{
}

StorageFault storageFault(int resultCode, const QString& detail, const QString& sql)
{
    return StorageFault(storageError(resultCode, detail, sql));
}

void setStatementObserver(StatementObserver observer)
{
    const std::lock_guard lock(observerMutex);
    statementObserver =
        observer ? std::make_shared<const StatementObserver>(std::move(observer)) : nullptr;
    statementsObserved = statementObserver != nullptr;
}

Statement::Statement(QSqlQuery query)
    : m_query(std::move(query))
{
    if (statementsObserved)
        m_observed = nativeStatement(m_query);
}

Statement::Statement(Statement&& other) noexcept
    : m_query(std::move(other.m_query))
    , m_observed(std::exchange(other.m_observed, nullptr))
    , m_rows(std::exchange(other.m_rows, kMovedAway))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    Statement taken(std::move(other)); // ends what this one was
    std::swap(m_query, taken.m_query);
    std::swap(m_observed, taken.m_observed);
    std::swap(m_rows, taken.m_rows);
    return *this;
}

Statement::~Statement()
{
    if (m_rows == kMovedAway)
        return;
    tellCost();
    m_query.finish(); // whoever asks the same next may use the prepared statement again
}

void Statement::tellCost()
{
    sqlite3_stmt* const observed = std::exchange(m_observed, nullptr);
    if (observed == nullptr)
        return;
    std::shared_ptr<const StatementObserver> observer;
    {
        const std::lock_guard lock(observerMutex);
        observer = statementObserver;
    }
    if (!observer)
        return;
    (*observer)({m_query.lastQuery(),
        m_rows,
        sqlite3_stmt_status(observed, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0),
        sqlite3_stmt_status(observed, SQLITE_STMTSTATUS_VM_STEP, 0)});
}

bool Statement::next()
{
    const bool found = m_query.next();
    m_rows += found ? 1 : 0;
    // Qt steps once ahead of the reader, so a failure shows as an early end. What was cancelled, or
    // met a damaged page, is no short answer.
    if (!found) {
        const QSqlError failure = m_query.lastError();
        if (const int code = failure.nativeErrorCode().toInt(); code != 0)
            throw StorageFault(storageError(code, failure.databaseText(), m_query.lastQuery()));
    }
    return found;
}

int Statement::columns() const
{
    return m_query.record().count();
}

Value Statement::value(int column) const
{
    const QVariant cell = m_query.value(column);
    if (cell.isNull())
        return {};
    switch (cell.typeId()) {
    case QMetaType::QString:
        return cell.toString();
    case QMetaType::QByteArray:
        return cell.toByteArray();
    default:
        return cell.toLongLong();
    }
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

Connection::Connection(const QString& path, Mode mode)
    : m_name(uniqueConnectionName())
{
    m_database = std::make_unique<QSqlDatabase>(
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name));
    m_database->setDatabaseName(path);
    m_database->setConnectOptions(mode == Mode::Probe
            ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000")
            : QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kWaitForOthersMs));
    if (!m_database->open())
        throw StorageFault(storageError(m_database->lastError(), QStringLiteral("open")));
    // FULL: a saved edit survives power loss. mmap only for readers, whose random pages it halves.
    if (mode == Mode::Writer) {
        execute(QStringLiteral("PRAGMA journal_mode = WAL"));
        execute(QStringLiteral("PRAGMA synchronous = FULL"));
    } else {
        execute(QStringLiteral("PRAGMA query_only = ON"));
        execute(QStringLiteral("PRAGMA mmap_size = 1073741824"));
    }
    if (mode != Mode::Probe) // the rest would read the whole schema; a probe asks for the header
        prepareForWork();
}

void Connection::prepareForWork()
{
    execute(QStringLiteral("PRAGMA cache_size = -16384"));
    execute(QStringLiteral("PRAGMA temp_store = MEMORY"));
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    addSearchFunction(native());
}

void Connection::becomeReader()
{
    sqlite3_busy_timeout(native(), kWaitForOthersMs);
    prepareForWork();
}

// The driver is a QObject: one without a thread may be taken by the thread that asks.
void Connection::leaveThread()
{
    m_database->driver()->moveToThread(nullptr);
}

void Connection::joinThread()
{
    m_database->driver()->moveToThread(QThread::currentThread());
}

void Connection::stopWhen(std::function<bool()> wanted)
{
    // Often enough that cancelling is felt at once, seldom enough that it costs nothing.
    constexpr int kStepsBetween = 4000;
    m_stopWanted = std::move(wanted);
    sqlite3_progress_handler(
        native(),
        m_stopWanted ? kStepsBetween : 0,
        [](void* asked) { return (*static_cast<std::function<bool()>*>(asked))() ? 1 : 0; },
        m_stopWanted ? &m_stopWanted : nullptr);
}

Connection::~Connection()
{
    m_statements.clear();
    m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery& Connection::prepared(const QString& sql)
{
    auto& kept = m_statements[sql];
    if (!kept) {
        if (m_statements.size() > 400) { // ad-hoc filters must not pile up for ever
            m_statements.clear();
            return prepared(sql);
        }
        kept = std::make_shared<QSqlQuery>(*m_database);
        kept->setForwardOnly(true);
        if (!kept->prepare(sql)) {
            const Error error = storageError(kept->lastError(), sql);
            m_statements.remove(sql);
            throw StorageFault(error);
        }
    }
    return *kept;
}

Statement Connection::query(const QString& sql, const Row& values)
{
    const auto run = [&](QSqlQuery query) {
        for (std::size_t i = 0; i < values.size(); ++i)
            query.bindValue(static_cast<int>(i), toVariant(values[i]));
        if (!query.exec())
            throw StorageFault(storageError(query.lastError(), sql));
        return Statement(std::move(query));
    };
    if (isWorthKeeping(sql)) {
        const QSqlQuery& kept = prepared(sql);
        if (!kept.isActive()) {
            sqlite3_stmt* const native = statementsObserved ? nativeStatement(kept) : nullptr;
            if (native != nullptr) { // the cost of one run is told, not of all
                sqlite3_stmt_status(native, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
                sqlite3_stmt_status(native, SQLITE_STMTSTATUS_VM_STEP, 1);
            }
            return run(sameQuery(kept));
        }
    }
    // A statement object of its own: two readers of the same text may be open at once.
    QSqlQuery query(*m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        throw StorageFault(storageError(query.lastError(), sql));
    return run(std::move(query));
}

int Connection::execute(const QString& sql, const Row& values)
{
    if (values.empty()) {
        QSqlQuery query(*m_database);
        if (!query.exec(sql))
            throw StorageFault(storageError(query.lastError(), sql));
        return query.numRowsAffected();
    }
    QSqlQuery& query = prepared(sql);
    for (std::size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), toVariant(values[i]));
    if (!query.exec())
        throw StorageFault(storageError(query.lastError(), sql));
    const int changed = query.numRowsAffected();
    query.finish();
    return changed;
}

Value Connection::scalar(const QString& sql, const Row& values)
{
    Statement statement = query(sql, values);
    return statement.next() ? statement.value(0) : Value();
}

qint64 Connection::lastRowid()
{
    return schema::toInteger(scalar(QStringLiteral("SELECT last_insert_rowid()")));
}

qint64 Connection::dataVersion()
{
    return schema::toInteger(scalar(QStringLiteral("PRAGMA data_version")));
}

sqlite3* Connection::native() const
{
    // The driver hands its connection out as a QVariant that holds the pointer itself.
    const QVariant handle = m_database->driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3* const*>(handle.constData()) : nullptr;
}

} // namespace chengdan::storage
