// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/doctor.h"

#include "core/quoting/cost_loader.h"

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;

/// Asks one file everything and collects what is wrong.
class CompanyExamination {
public:
    CompanyExamination(storage::Connection& connection, const schema::RecordTypes& types)
        : m_connection(connection)
        , m_types(types)
    {
    }

    DoctorReport run(QDate today)
    {
        checkFile();
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
        }
        checkLoops(today);
        checkJournal();
        return std::move(m_report);
    }

private:
    void found(const char* code, const QString& table, const QString& column, const QString& text)
    {
        m_report.findings.push_back(Error::make(code,
            column,
            {{QStringLiteral("table"), table},
                {QStringLiteral("column"), column},
                {QStringLiteral("text"), text}}));
    }

    /// Asks for a count; a positive one is a finding.
    void count(const char* code, const QString& table, const QString& column, const QString& sql)
    {
        ++m_report.checks;
        const qint64 rows = schema::toInteger(m_connection.scalar(sql));
        if (rows > 0)
            found(code, table, column, QString::number(rows));
    }

    void checkFile()
    {
        ++m_report.checks;
        storage::Statement integrity =
            m_connection.query(QStringLiteral("PRAGMA integrity_check(20)"));
        while (integrity.next()) {
            if (integrity.text(0) != QStringLiteral("ok"))
                found("DOCTOR_FILE", {}, {}, integrity.text(0));
        }
        ++m_report.checks;
        storage::Statement keys = m_connection.query(QStringLiteral("PRAGMA foreign_key_check"));
        while (keys.next())
            found("DOCTOR_FILE", keys.text(0), {}, QStringLiteral("foreign key"));
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

    void checkLoops(QDate today)
    {
        ++m_report.checks;
        const auto input = quoting::CostInput::build(quoting::loadCostTables(m_connection));
        enum class Seen : quint8 { New, Open, Done };
        std::vector<Seen> seen(static_cast<std::size_t>(input.itemCount()), Seen::New);
        struct Step {
            int item;
            int line;
            int end;
        };
        const auto step = [&](int item) {
            const int bom = input.effectiveBom(item, today);
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
                const int child = input.lineKeys(line).component;
                if (child < 0 || input.line(line).type == quoting::LineType::Byproduct)
                    continue;
                Seen& state = seen[static_cast<std::size_t>(child)];
                if (state == Seen::Open)
                    found("DOCTOR_LOOP", QStringLiteral("bom"), {}, input.item(child).code);
                if (state != Seen::New)
                    continue;
                state = Seen::Open;
                path.push_back(step(child));
            }
        }
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

    storage::Connection& m_connection;
    const schema::RecordTypes& m_types;
    DoctorReport m_report;
};

/// What can be put right without guessing.
Result<int> fixCompany(const access::Context& context)
{
    return context.database.write(
        context.session.id(), [&](storage::Transaction& transaction) -> Result<int> {
            int fixed = 0;
            transaction.connection().execute(QStringLiteral("REINDEX"));
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
    }
    return context.database.read([&](storage::Connection& connection) -> Result<DoctorReport> {
        DoctorReport report =
            CompanyExamination(connection, context.database.types()).run(context.clock.today());
        report.fixed = fixed;
        return report;
    });
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
