// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/settings.h"
#include "core/exchange/company.h"
#include "core/exchange/demo_company.h"
#include "core/exchange/doctor.h"
#include "core/exchange/import_costing.h"
#include "core/exchange/sample_company.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>
#include <limits>

namespace chengdan::ctl {

namespace {

/// Lines on stderr while a large company is made: what, how much of it, and the seconds since the
/// start. A small one is made before anybody could read them.
exchange::DemoProgress demoProgress(Language language, const QElapsedTimer& clock)
{
    return [language, &clock, last = -1, told = qint64{0}](
               exchange::DemoPhase phase, qint64 done, qint64 total) mutable {
        static constexpr const char* kNames[][2] = {{"客户", "customers"},
            {"商机", "opportunities"},
            {"索引", "indexes"},
            {"报价单", "quotes"}};
        constexpr qint64 kTellEvery = 5'000;
        const int at = static_cast<int>(phase);
        const qint64 now = clock.elapsed();
        if (at == last && done != total && now - told < kTellEvery)
            return;
        last = at;
        told = now;
        const auto* name = kNames[at][language == Language::Chinese ? 0 : 1];
        const QString line = QStringLiteral("%1 %2/%3, %4 s\n")
                                 .arg(QString::fromUtf8(name))
                                 .arg(done)
                                 .arg(total)
                                 .arg(now / 1000);
        std::fputs(line.toUtf8().constData(), stderr);
    };
}

/// The new file of `init`: empty, the made-up parts maker, or the sample tables of a folder.
Result<std::unique_ptr<storage::Database>> makeCompany(const Call& call, const QElapsedTimer& clock)
{
    const Arguments& arguments = call.arguments;
    const QString name = arguments.value("company");
    if (arguments.has("demo") && arguments.has("sample")) {
        return fail("USAGE_EXCLUDES",
            QStringLiteral("--sample"),
            {{QStringLiteral("option"), QStringLiteral("--demo")},
                {QStringLiteral("other"), QStringLiteral("--sample")}});
    }
    if (arguments.has("demo")) {
        const auto scale = parseDecimal(arguments.value("scale", QStringLiteral("1")), 0);
        if (!scale || *scale < 1 || *scale > std::numeric_limits<int>::max()) {
            return fail("VALUE_RANGE",
                QStringLiteral("--scale"),
                {{QStringLiteral("text"), arguments.value("scale").left(40)}});
        }
        return exchange::createDemoCompany(call.database,
            *call.clock,
            name,
            static_cast<int>(*scale),
            *scale > 1 ? demoProgress(call.language, clock) : exchange::DemoProgress());
    }
    if (arguments.has("sample")) {
        auto sample = exchange::createSampleCompany(
            call.database, *call.clock, arguments.value("sample"), name);
        if (!sample)
            return fail(sample.error());
        return std::move(sample->database);
    }
    exchange::NewCompany company;
    company.companyName = name.isEmpty() ? QStringLiteral("我的公司") : name;
    return exchange::createCompany(call.database, company, *call.clock);
}

/// How large a made-up company came out, for who measures with it.
void addDemoSizes(
    storage::Database& database, qint64 milliseconds, QJsonObject& result, QString& text)
{
    result.insert(QStringLiteral("seconds"), milliseconds / 1000);
    result.insert(QStringLiteral("bytes"), QFileInfo(database.path()).size());
    QStringList parts;
    QJsonObject rows;
    (void)database.read([&](storage::Connection& connection) -> Result<void> {
        for (const auto& [table, count] : exchange::rowCounts(connection, database.types())) {
            rows.insert(table, count);
            if (count >= 1000)
                parts += QStringLiteral("%1 %2").arg(table).arg(count);
        }
        return {};
    });
    result.insert(QStringLiteral("rows"), rows);
    text += QStringLiteral("\n%1 MB, %2 s\n%3\n")
                .arg(QFileInfo(database.path()).size() / 1'000'000)
                .arg(milliseconds / 1000)
                .arg(parts.join(QStringLiteral(", ")));
}

} // namespace

Outcome runInit(const Call& call)
{
    if (!call.words().isEmpty()) {
        return Outcome::refused(
            Error::make("USAGE_WORD", {}, {{QStringLiteral("text"), call.words().first()}}),
            call.language);
    }
    // The default folder is ours to make; a folder somebody typed may be a slip.
    if (!call.arguments.has("db"))
        QDir().mkpath(QFileInfo(call.database).absolutePath());
    QElapsedTimer clock;
    clock.start();
    const auto database = makeCompany(call, clock);
    if (!database)
        return Outcome::refused(database.error(), call.language);
    const auto name = (*database)->read([](storage::Connection& connection) -> Result<QString> {
        return access::readSettings(connection).companyName;
    });
    QJsonObject result{{QStringLiteral("db"), call.database},
        {QStringLiteral("company"), name.value_or(QString())}};
    QString text = call.database;
    if (call.arguments.has("scale"))
        addDemoSizes(**database, clock.elapsed(), result, text);
    return Outcome::done(result, text);
}

Outcome runImportCosting(const Call& call)
{
    if (call.words().size() != 1) {
        return Outcome::misused("import-costing DIR", call.language);
    }
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const auto import = exchange::importCosting((*file)->context(), call.words().first());
    if (!import)
        return Outcome::refused(import.error(), call.language);
    QJsonObject tables;
    std::vector<QStringList> rows;
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    for (const exchange::TableCount& count : import->tables) {
        created += count.created;
        updated += count.updated;
        unchanged += count.unchanged;
        tables.insert(count.table,
            QJsonObject{{QStringLiteral("created"), count.created},
                {QStringLiteral("updated"), count.updated},
                {QStringLiteral("unchanged"), count.unchanged}});
        rows.push_back({count.table,
            QString::number(count.created),
            QString::number(count.updated),
            QString::number(count.unchanged)});
    }
    QJsonArray warnings;
    for (const Error& warning : import->warnings)
        warnings.append(errorJson(warning, call.language));
    return Outcome::done(QJsonObject{{QStringLiteral("rows"), created + updated + unchanged},
                             {QStringLiteral("created"), created},
                             {QStringLiteral("updated"), updated},
                             {QStringLiteral("unchanged"), unchanged},
                             {QStringLiteral("tables"), tables},
                             {QStringLiteral("warnings"), warnings}},
        alignedTable({QStringLiteral("table"),
                         QStringLiteral("created"),
                         QStringLiteral("updated"),
                         QStringLiteral("unchanged")},
            rows));
}

Outcome runDoctor(const Call& call)
{
    if (!call.words().isEmpty()) {
        return Outcome::refused(
            Error::make("USAGE_WORD", {}, {{QStringLiteral("text"), call.words().first()}}),
            call.language);
    }
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const auto action =
        call.arguments.has("fix") ? exchange::DoctorAction::Fix : exchange::DoctorAction::Examine;
    const auto report = exchange::examineCompany((*file)->context(), action);
    if (!report)
        return Outcome::refused(report.error(), call.language);
    QString text = QStringLiteral("%1 checks, %2 fixed, %3 findings\n")
                       .arg(report->checks)
                       .arg(report->fixed)
                       .arg(report->findings.size());
    if (report->searchMissing > 0)
        text += QStringLiteral("search index: up to %1 rows to come\n").arg(report->searchMissing);
    Outcome outcome = Outcome::done(QJsonObject{{QStringLiteral("checks"), report->checks},
                                        {QStringLiteral("fixed"), report->fixed},
                                        {QStringLiteral("searchMissing"), report->searchMissing}},
        text);
    for (const Error& finding : report->findings)
        outcome.errors.append(errorJson(finding, call.language));
    if (!report->findings.empty())
        outcome.exit = Exit::Refused;
    return outcome;
}

} // namespace chengdan::ctl
