// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file_health_salvage.h"

#include "core/schema/ddl.h"
#include "core/storage/backup_native.h"
#include "core/storage/database.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <limits>
#include <map>
#include <set>

namespace chengdan::storage {

namespace {

constexpr std::size_t kMostLostRowsNamed = 1000;
// How many single row numbers are tried inside a hole that no index describes.
constexpr qint64 kMostGuesses = 200'000;

// A statement of the C API that ends with its scope.
class SalvageStatement {
public:
    SalvageStatement(sqlite3* handle, const QString& sql)
        : m_handle(handle)
        , m_sql(sql)
    {
        if (sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &m_statement, nullptr)
            != SQLITE_OK)
            throw nativeFileFault(handle, sql);
    }
    ~SalvageStatement() { sqlite3_finalize(m_statement); }
    SalvageStatement(const SalvageStatement&) = delete;
    SalvageStatement& operator=(const SalvageStatement&) = delete;

    void bind(qint64 value)
    {
        sqlite3_reset(m_statement);
        sqlite3_bind_int64(m_statement, 1, value);
    }
    enum class Step { Row, End, Unreadable };
    Step step()
    {
        switch (sqlite3_step(m_statement) & 0xFF) {
        case SQLITE_ROW:
            return Step::Row;
        case SQLITE_DONE:
            return Step::End;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR: // a value that cannot be decoded
            return Step::Unreadable;
        default:
            throw nativeFileFault(m_handle, m_sql);
        }
    }
    sqlite3_stmt* raw() const { return m_statement; }
    qint64 integer(int column) const { return sqlite3_column_int64(m_statement, column); }

private:
    sqlite3* m_handle;
    QString m_sql;
    sqlite3_stmt* m_statement = nullptr;
};

using Step = SalvageStatement::Step;

// A new file already holds its counters; what the old one counted takes their place.
QString howToInsert(const QString& table)
{
    return table.startsWith(QLatin1Char('_')) ? QStringLiteral("REPLACE")
                                              : QStringLiteral("IGNORE");
}

// Brings one table over.
class TableSalvage {
public:
    TableSalvage(NativeFile& from, NativeFile& to, QString table, const QStringList& columns)
        : m_from(from)
        , m_to(to)
        , m_table(std::move(table))
        , m_columns(columns)
        , m_insert(to.handle(),
              QStringLiteral("INSERT OR %1 INTO \"%2\"(%3) VALUES (%4)")
                  .arg(howToInsert(m_table),
                      m_table,
                      quoted(columns),
                      QStringList(columns.size(), QStringLiteral("?")).join(QLatin1Char(','))))
    {
        m_report.table = m_table;
    }

    SalvageReport::Table run(std::vector<LostRow>& lost)
    {
        readIndex();
        if (const std::optional<qint64> lowEnd = walkUp()) {
            const qint64 highEnd = walkDown(*lowEnd);
            if (!m_indexIsWhole)
                guessInHole(*lowEnd, highEnd);
            tryKnownInHole(*lowEnd, highEnd);
        }
        for (const auto& [rid, id] : m_known) {
            if (m_kept.count(rid) > 0)
                continue;
            ++m_report.lost;
            if (lost.size() < kMostLostRowsNamed)
                lost.push_back({m_table, rid, id});
        }
        return m_report;
    }

private:
    static QString quoted(const QStringList& columns)
    {
        return QLatin1Char('"') + columns.join(QStringLiteral("\",\"")) + QLatin1Char('"');
    }
    QString rowQuery(const char* condition) const
    {
        return QStringLiteral("SELECT rowid, %1 FROM \"%2\" NOT INDEXED WHERE %3")
            .arg(quoted(m_columns), m_table, QString::fromLatin1(condition));
    }

    // Row numbers and ids by the unique index on id, which lies on other pages than the rows.
    void readIndex()
    {
        if (!m_columns.contains(QStringLiteral("rid")))
            return;
        const auto walk = [this](const char* order) {
            SalvageStatement rows(m_from.handle(),
                QStringLiteral("SELECT rowid, hex(id) FROM \"%1\" INDEXED BY "
                               "\"sqlite_autoindex_%1_1\" ORDER BY id %2")
                    .arg(m_table, QString::fromLatin1(order)));
            Step step = Step::Row;
            while ((step = rows.step()) == Step::Row) {
                m_known.emplace(rows.integer(0),
                    QString::fromUtf8(
                        reinterpret_cast<const char*>(sqlite3_column_text(rows.raw(), 1))));
            }
            return step == Step::End;
        };
        try {
            m_indexIsWhole = walk("ASC");
            if (!m_indexIsWhole)
                walk("DESC"); // what lies behind its own unreadable pages
        } catch (const StorageFault&) { // then only the rows themselves can tell
        }
    }

    void keep(SalvageStatement& row)
    {
        sqlite3_reset(m_insert.raw());
        for (int i = 0; i < m_columns.size(); ++i)
            sqlite3_bind_value(m_insert.raw(), i + 1, sqlite3_column_value(row.raw(), i + 1));
        const qint64 rid = row.integer(0);
        // A row that breaks a rule of its table was garbled: it is left out and counts as lost.
        if ((sqlite3_step(m_insert.raw()) & 0xFF) != SQLITE_DONE)
            throw nativeFileFault(m_to.handle(), m_table);
        if (sqlite3_changes(m_to.handle()) > 0 && m_kept.insert(rid).second)
            ++m_report.kept;
    }

    // From the first row on; the last number before the first unreadable page, or nothing when all
    // could be read.
    std::optional<qint64> walkUp()
    {
        SalvageStatement rows(m_from.handle(), rowQuery("rowid > ?1 ORDER BY rowid"));
        qint64 last = std::numeric_limits<qint64>::min();
        rows.bind(last);
        Step step = Step::Row;
        while ((step = rows.step()) == Step::Row) {
            keep(rows);
            last = rows.integer(0);
        }
        if (step == Step::Unreadable)
            return last;
        return std::nullopt;
    }

    // From the last row back to the hole; the first number behind it.
    qint64 walkDown(qint64 lowEnd)
    {
        SalvageStatement rows(m_from.handle(), rowQuery("rowid > ?1 ORDER BY rowid DESC"));
        qint64 first = std::numeric_limits<qint64>::max();
        rows.bind(lowEnd);
        while (rows.step() == Step::Row) {
            keep(rows);
            first = rows.integer(0);
        }
        return first;
    }

    // Single rows between two unreadable pages.
    void tryKnownInHole(qint64 lowEnd, qint64 highEnd)
    {
        SalvageStatement row(m_from.handle(), rowQuery("rowid = ?1"));
        for (auto at = m_known.upper_bound(lowEnd); at != m_known.end() && at->first < highEnd;
             ++at) {
            row.bind(at->first);
            if (m_kept.count(at->first) == 0 && row.step() == Step::Row)
                keep(row);
        }
    }

    // Row numbers no index vouches for: one whose place cannot be read is taken for a lost row.
    void guessInHole(qint64 lowEnd, qint64 highEnd)
    {
        m_report.mayLackMore = true;
        const bool openEnd = highEnd == std::numeric_limits<qint64>::max();
        const qint64 most = !openEnd ? highEnd - 1 : m_known.empty() ? 0 : m_known.rbegin()->first;
        const qint64 first = std::max<qint64>(lowEnd, 0) + 1;
        SalvageStatement row(m_from.handle(), rowQuery("rowid = ?1"));
        for (qint64 rid = first; rid <= std::min(most, first + kMostGuesses); ++rid) {
            row.bind(rid);
            const Step step = row.step();
            if (step == Step::Row)
                keep(row);
            else if (step == Step::Unreadable)
                m_known.emplace(rid, QString());
        }
    }

    NativeFile& m_from;
    NativeFile& m_to;
    QString m_table;
    QStringList m_columns;
    SalvageStatement m_insert;
    std::map<qint64, QString> m_known; // row numbers that were there, with their ids
    bool m_indexIsWhole = false;
    std::set<qint64> m_kept;
    SalvageReport::Table m_report;
};

// The damaged file and its log are copied first: recovering the log may write, and the original
// stays as it is.
struct SalvageCopy {
    explicit SalvageCopy(const QString& target)
        : path(target + QStringLiteral(".damaged"))
    {
        remove();
    }
    ~SalvageCopy() { remove(); }
    Result<void> take(const QString& damaged) const
    {
        const QString log = damaged + QStringLiteral("-wal");
        QFile file(damaged);
        if (!file.copy(path)
            || (QFile::exists(log) && !QFile::copy(log, path + QStringLiteral("-wal")))) {
            return chengdan::fail("FILE_WRITE",
                {},
                {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
        }
        return {};
    }
    void remove() const
    {
        QFile::remove(path);
        for (const QString& side : sideFiles(path))
            QFile::remove(side);
    }
    QString path;
};

QStringList columnsOf(NativeFile& file, const QString& table)
{
    return file.texts(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
}

// Tables of its own that a room adds to the file on demand, such as the passwords: left out, every
// login would stand open afterwards.
void makeKeptTables(NativeFile& from, NativeFile& to, const QStringList& there)
{
    const QStringList made = plainTables(to);
    for (const QString& table : there) {
        if (!table.startsWith(QLatin1Char('_')) || made.contains(table))
            continue;
        const QStringList sql = from.texts(
            QStringLiteral("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '%1'")
                .arg(table));
        if (!sql.isEmpty())
            to.execute(sql.first());
    }
}

Result<SalvageReport> salvageTables(NativeFile& from, NativeFile& to)
{
    SalvageReport report;
    const QStringList there = plainTables(from);
    to.execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
    to.execute(QStringLiteral("BEGIN IMMEDIATE"));
    to.execute(QStringLiteral("UPDATE _busy SET busy = 1")); // the journal comes over as it was
    makeKeptTables(from, to, there);
    for (const QString& table : plainTables(to)) {
        if (!there.contains(table) || table == QLatin1String("_busy"))
            continue;
        const QStringList old = columnsOf(from, table);
        QStringList columns;
        for (const QString& column : columnsOf(to, table)) {
            if (old.contains(column))
                columns += column;
        }
        if (columns.isEmpty())
            continue;
        const SalvageReport::Table done = TableSalvage(from, to, table, columns).run(report.rows);
        if (done.kept + done.lost > 0 || done.mayLackMore)
            report.tables.push_back(done);
    }
    to.execute(QStringLiteral("UPDATE _busy SET busy = 0"));
    to.execute(QStringLiteral("DELETE FROM _search")); // the next opening indexes the text anew
    to.execute(QStringLiteral("COMMIT"));
    return report;
}

} // namespace

qint64 SalvageReport::kept() const
{
    qint64 sum = 0;
    for (const Table& table : tables)
        sum += table.kept;
    return sum;
}

qint64 SalvageReport::lost() const
{
    qint64 sum = 0;
    for (const Table& table : tables)
        sum += table.lost;
    return sum;
}

Result<SalvageReport> salvageFile(const QString& damaged,
    const QString& target,
    const schema::RecordTypes& types,
    const Clock& clock)
{
    const SalvageCopy copy(target);
    if (auto taken = copy.take(damaged); !taken)
        return chengdan::fail(taken.error());
    try {
        NativeFile from(copy.path, NativeFile::Access::Write);
        from.execute(QStringLiteral("PRAGMA cell_size_check = ON"));
        if (auto ours = checkIdentity(from, damaged, schema::schemaVersion(types)); !ours)
            return chengdan::fail(ours.error());
        (void)plainTables(from); // before a new file is begun: can its contents be read at all?
        if (auto made = Database::open(target, types, clock, Database::Open::Create); !made)
            return chengdan::fail(made.error());
        NativeFile to(target, NativeFile::Access::Write);
        return salvageTables(from, to);
    } catch (const StorageFault& fault) {
        return chengdan::fail(fault.error());
    }
}

QString salvageText(const SalvageReport& report)
{
    QString text = QStringLiteral("table\tkept\tlost\n");
    for (const SalvageReport::Table& table : report.tables) {
        text += QStringLiteral("%1\t%2\t%3%4\n")
                    .arg(table.table)
                    .arg(table.kept)
                    .arg(table.lost)
                    .arg(table.mayLackMore ? QStringLiteral("+") : QString());
    }
    for (const LostRow& row : report.rows)
        text += QStringLiteral("lost\t%1\t%2\t%3\n").arg(row.table).arg(row.rid).arg(row.id);
    return text;
}

} // namespace chengdan::storage
