// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/doctor.h"

#include "core/attachments/content_cache.h"
#include "core/quoting/cost_loader.h"
#include "core/storage/content_index.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;

/// Everything a file is asked, as questions that do not depend on each other: a large file is asked
/// by several threads, each with a connection of its own.
class CompanyExamination {
public:
    CompanyExamination(const schema::RecordTypes& types, QDate today)
        : m_types(types)
        , m_today(today)
    {
    }

    Result<DoctorReport> run(storage::Database& database)
    {
        constexpr qint64 kLarge = 64'000'000; // bytes; smaller ones are done before a thread starts
        const bool large = QFileInfo(database.path()).size() > kLarge;
        auto planned = database.read([&](storage::Connection& connection) -> Result<void> {
            plan(connection, large);
            return {};
        });
        if (!planned)
            return chengdan::fail(planned.error());
        m_answers.resize(m_questions.size());
        std::vector<std::thread> helpers;
        const unsigned most = large ? std::clamp(std::thread::hardware_concurrency(), 1U, 4U) : 1U;
        for (unsigned i = 1; i < most; ++i) {
            helpers.emplace_back([&] {
                try {
                    storage::Connection connection(
                        database.path(), storage::Connection::Mode::Reader);
                    answer(connection);
                } catch (const storage::StorageFault& fault) {
                    noteFault(fault.error());
                }
            });
        }
        auto own = database.read([&](storage::Connection& connection) -> Result<void> {
            answer(connection);
            return {};
        });
        for (std::thread& helper : helpers)
            helper.join();
        if (!own)
            noteFault(own.error());
        if (m_fault)
            return chengdan::fail(*m_fault);
        DoctorReport report;
        report.checks = static_cast<int>(m_questions.size());
        for (const std::vector<Error>& answer : m_answers)
            report.findings.insert(report.findings.end(), answer.begin(), answer.end());
        return report;
    }

private:
    using Question = std::function<std::vector<Error>(storage::Connection&)>;

    static Error finding(
        const char* code, const QString& table, const QString& column, const QString& text)
    {
        return Error::make(code,
            column,
            {{QStringLiteral("table"), table},
                {QStringLiteral("column"), column},
                {QStringLiteral("text"), text}});
    }

    void plan(storage::Connection& connection, bool large)
    {
        checkFile(connection, large);
        for (const RecordType* type : m_types) {
            for (const Column& column : type->columns) {
                if (column.references != nullptr)
                    checkReference(*type, column);
                if (column.required)
                    checkRequired(*type, column);
                if (column.unique)
                    checkDouble(*type, column);
                if (column.owned && type->scope == schema::Scope::Root)
                    checkOwner(*type, column);
            }
            checkSums(*type);
            checkSearch(*type);
        }
        m_questions.push_back([this](storage::Connection& asked) { return loops(asked); });
        checkJournal();
    }

    // Takes the next question until none is left; a fault ends the others as well.
    void answer(storage::Connection& connection)
    {
        while (true) {
            const std::size_t at = m_next++;
            if (at >= m_questions.size())
                return;
            try {
                m_answers[at] = m_questions[at](connection);
            } catch (const storage::StorageFault&) {
                m_next = m_questions.size();
                throw;
            }
        }
    }

    void noteFault(const Error& error)
    {
        const std::lock_guard lock(m_faultMutex);
        if (!m_fault)
            m_fault = error;
    }

    /// Asks for a count; a positive one is a finding.
    void count(const char* code, const QString& table, const QString& column, const QString& sql)
    {
        m_questions.push_back([=](storage::Connection& connection) -> std::vector<Error> {
            const qint64 rows = schema::toInteger(connection.scalar(sql));
            if (rows <= 0)
                return {};
            return {finding(code, table, column, QString::number(rows))};
        });
    }

    void pragma(const QString& sql)
    {
        m_questions.push_back([=](storage::Connection& connection) {
            std::vector<Error> wrong;
            storage::Statement lines = connection.query(sql);
            while (lines.next()) {
                if (lines.text(0) != QStringLiteral("ok"))
                    wrong.push_back(finding("DOCTOR_FILE", {}, {}, lines.text(0)));
            }
            return wrong;
        });
    }

    void checkFile(storage::Connection& connection, bool large)
    {
        if (large) {
            // The pages of the file as a whole, then each table against its indexes.
            storage::Statement tables = connection.query(
                QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage "
                               "> 0 ORDER BY name LIKE '\\_%' ESCAPE '\\', name DESC"));
            while (tables.next())
                pragma(QStringLiteral("PRAGMA integrity_check('%1')").arg(tables.text(0)));
            pragma(QStringLiteral("PRAGMA quick_check(20)"));
        } else {
            pragma(QStringLiteral("PRAGMA integrity_check(20)"));
        }
        m_questions.push_back([](storage::Connection& asked) {
            std::vector<Error> wrong;
            storage::Statement keys = asked.query(QStringLiteral("PRAGMA foreign_key_check"));
            while (keys.next()) {
                wrong.push_back(finding("DOCTOR_KEY", keys.text(0), {}, {}));
            }
            return wrong;
        });
    }

    void checkSearch(const RecordType& type)
    {
        if (!storage::hasSearchIndex(type))
            return;
        m_questions.push_back([&type](storage::Connection& connection) {
            std::vector<Error> wrong;
            for (const QString& table : storage::searchIndexProblems(connection, {&type}))
                wrong.push_back(finding("DOCTOR_SEARCH", table, {}, {}));
            return wrong;
        });
    }

    void checkReference(const RecordType& type, const Column& column)
    {
        const QString table = QString::fromLatin1(type.table);
        const QString name = QString::fromLatin1(column.name);
        // Number 0 is nobody: a row of the pool, or one no person has confirmed yet.
        const QString given = column.type == ColumnType::SmallId
            ? QStringLiteral("t.%1 <> 0").arg(name)
            : QStringLiteral("t.%1 IS NOT NULL").arg(name);
        count("DOCTOR_REFERENCE",
            table,
            name,
            QStringLiteral("SELECT count(*) FROM %1 t WHERE t.deleted = 0 AND %2 AND NOT EXISTS "
                           "(SELECT 1 FROM %3 r WHERE r.id = t.%4)")
                .arg(table, given, QString::fromLatin1(column.references), name));
    }

    void checkRequired(const RecordType& type, const Column& column)
    {
        const QString table = QString::fromLatin1(type.table);
        const QString name = QString::fromLatin1(column.name);
        const bool text = column.type == ColumnType::Text;
        count("DOCTOR_REQUIRED",
            table,
            name,
            QStringLiteral("SELECT count(*) FROM %1 WHERE deleted = 0 AND (%2 IS NULL%3)")
                .arg(table, name, text ? QStringLiteral(" OR %1 = ''").arg(name) : QString()));
    }

    void checkDouble(const RecordType& type, const Column& column)
    {
        const QString table = QString::fromLatin1(type.table);
        const QString name = QString::fromLatin1(column.name);
        count("DOCTOR_DOUBLE",
            table,
            name,
            QStringLiteral("SELECT count(*) FROM (SELECT %1 FROM %2 WHERE deleted = 0 AND %1 IS "
                           "NOT NULL AND %1 <> '' GROUP BY %1 HAVING count(*) > 1)")
                .arg(name, table));
    }

    void checkOwner(const RecordType& type, const Column& column)
    {
        const QString table = QString::fromLatin1(type.table);
        const QString name = QString::fromLatin1(column.name);
        count("DOCTOR_OWNER",
            table,
            name,
            QStringLiteral("SELECT count(*) FROM %1 t JOIN %2 d ON d.id = t.%3 WHERE t.deleted = 0 "
                           "AND t.owner <> d.owner")
                .arg(table, QString::fromLatin1(column.references), name));
    }

    /// Wherever a record holds net, tax and gross, the first two make the third.
    void checkSums(const RecordType& type)
    {
        const auto adds = [&](const char* net, const char* tax, const char* gross) {
            for (const char* name : {net, tax, gross}) {
                if (type.column(QString::fromLatin1(name)) == nullptr)
                    return;
            }
            count("DOCTOR_SUM",
                QString::fromLatin1(type.table),
                QString::fromLatin1(gross),
                QStringLiteral("SELECT count(*) FROM %1 WHERE deleted = 0 AND %2 + %3 <> %4")
                    .arg(QString::fromLatin1(type.table),
                        QString::fromLatin1(net),
                        QString::fromLatin1(tax),
                        QString::fromLatin1(gross)));
        };
        adds("net_amount", "tax_amount", "gross_amount");
        adds("net_total", "tax_total", "gross_total");
    }

    std::vector<Error> loops(storage::Connection& connection) const
    {
        std::vector<Error> wrong;
        const auto input = quoting::loadCostInput(connection);
        enum class Seen : quint8 { New, Open, Done };
        std::vector<Seen> seen(static_cast<std::size_t>(input.itemCount()), Seen::New);
        struct Step {
            int item;
            int line;
            int end;
        };
        const auto step = [&](int item) {
            const int bom = input.effectiveBom(item, m_today);
            const auto lines = input.linesOf(bom);
            return Step{item, lines.first, lines.last};
        };
        for (int start = 0; start < input.itemCount(); ++start) {
            if (seen[static_cast<std::size_t>(start)] != Seen::New)
                continue;
            std::vector<Step> path{step(start)};
            seen[static_cast<std::size_t>(start)] = Seen::Open;
            while (!path.empty()) {
                Step& top = path.back();
                if (top.line == top.end) {
                    seen[static_cast<std::size_t>(top.item)] = Seen::Done;
                    path.pop_back();
                    continue;
                }
                const int line = top.line++;
                const int child = input.line(line).component;
                if (child < 0 || input.line(line).type == quoting::LineType::Byproduct)
                    continue;
                Seen& state = seen[static_cast<std::size_t>(child)];
                if (state == Seen::Open)
                    wrong.push_back(
                        finding("DOCTOR_LOOP", QStringLiteral("bom"), {}, input.item(child).code));
                if (state != Seen::New)
                    continue;
                state = Seen::Open;
                path.push_back(step(child));
            }
        }
        return wrong;
    }

    /// A journal row of insert or update must still find its row; only a purge may not.
    void checkJournal()
    {
        for (const RecordType* type : m_types) {
            count("DOCTOR_JOURNAL",
                QString::fromLatin1(type->table),
                {},
                QStringLiteral(
                    "SELECT count(*) FROM _op o WHERE o.tbl = %1 AND o.kind IN (1, 2) AND NOT "
                    "EXISTS (SELECT 1 FROM %2 t WHERE t.rid = o.rid) AND NOT EXISTS "
                    "(SELECT 1 FROM _op p WHERE p.tbl = o.tbl AND p.rid = o.rid AND "
                    "p.kind = 3)")
                    .arg(QString::number(type->number), QString::fromLatin1(type->table)));
            // A range entry stands for every row between two numbers.
            count("DOCTOR_JOURNAL",
                QString::fromLatin1(type->table),
                {},
                QStringLiteral(
                    "SELECT coalesce(sum(o.cols - o.rid + 1 - (SELECT count(*) FROM %2 t WHERE "
                    "t.rid BETWEEN o.rid AND o.cols) - (SELECT count(DISTINCT p.rid) FROM _op p "
                    "WHERE p.tbl = o.tbl AND p.kind = 3 AND p.rid BETWEEN o.rid AND o.cols)), 0) "
                    "FROM _op o WHERE o.tbl = %1 AND o.kind = 4")
                    .arg(QString::number(type->number), QString::fromLatin1(type->table)));
        }
    }

    const schema::RecordTypes& m_types;
    QDate m_today;
    std::vector<Question> m_questions;
    std::vector<std::vector<Error>> m_answers; ///< parallel to the questions
    std::atomic<std::size_t> m_next{0};
    std::mutex m_faultMutex;
    std::optional<Error> m_fault;
};

/// What can be put right without guessing.
Result<int> fixCompany(const access::Context& context)
{
    return context.database.write(
        context.session.id(), [&](storage::Transaction& transaction) -> Result<int> {
            int fixed = 0;
            transaction.connection().execute(QStringLiteral("REINDEX"));
            for (const RecordType* type : context.database.types()) {
                if (storage::hasSearchIndex(*type)
                    && !storage::searchIndexProblems(transaction.connection(), {type}).isEmpty()) {
                    storage::rebuildSearch(transaction.connection(), *type);
                    ++fixed;
                }
            }
            for (const RecordType* type : context.database.types()) {
                for (const Column& column : type->columns) {
                    if (!column.owned || type->scope != schema::Scope::Root)
                        continue;
                    const QString owner =
                        QStringLiteral("(SELECT d.owner FROM %1 d WHERE d.id = %2.%3)")
                            .arg(QString::fromLatin1(column.references),
                                QString::fromLatin1(type->table),
                                QString::fromLatin1(column.name));
                    fixed += transaction.connection().execute(
                        QStringLiteral("UPDATE %1 SET owner = %2 WHERE deleted = 0 AND owner <> %2")
                            .arg(QString::fromLatin1(type->table), owner));
                }
            }
            return fixed;
        });
}

} // namespace

Result<DoctorReport> examineCompany(const access::Context& context, DoctorAction action)
{
    if (auto allowed = context.session.require(access::Right::Administer); !allowed)
        return chengdan::fail(allowed.error());
    int fixed = 0;
    if (action == DoctorAction::Fix) {
        const auto done = fixCompany(context);
        if (!done)
            return chengdan::fail(done.error());
        fixed = *done;
        if (auto filled = storage::fillSearch(context.database); !filled)
            return chengdan::fail(filled.error());
        const auto collected = storage::collectContent(context.database);
        if (!collected)
            return chengdan::fail(collected.error());
        fixed += *collected;
    }
    const auto missing =
        context.database.read([](storage::Connection& connection) -> Result<qint64> {
            return storage::searchRowsMissing(connection);
        });
    if (!missing)
        return chengdan::fail(missing.error());
    auto report =
        CompanyExamination(context.database.types(), context.clock.today()).run(context.database);
    if (!report)
        return report;
    const auto contents =
        attachments::examineContent(context.database, action == DoctorAction::Fix);
    if (!contents)
        return chengdan::fail(contents.error());
    report->findings.insert(report->findings.end(), contents->begin(), contents->end());
    ++report->checks;
    report->fixed = fixed;
    report->searchMissing = *missing;
    return report;
}

std::vector<std::pair<QString, qint64>> rowCounts(
    storage::Connection& connection, const schema::RecordTypes& types)
{
    std::vector<std::pair<QString, qint64>> counts;
    for (const RecordType* type : types) {
        const QString table = QString::fromLatin1(type->table);
        counts.emplace_back(table,
            schema::toInteger(
                connection.scalar(QStringLiteral("SELECT count(*) FROM %1").arg(table))));
    }
    return counts;
}

} // namespace chengdan::exchange
