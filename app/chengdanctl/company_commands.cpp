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
#include <QFileInfo>
#include <QJsonArray>

#include <limits>

namespace chengdan::ctl {

namespace {

/// The new file of `init`: empty, the made-up parts maker, or the sample tables of a folder.
Result<std::unique_ptr<storage::Database>> makeCompany(const Call& call)
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
        return exchange::createDemoCompany(
            call.database, *call.clock, name, static_cast<int>(*scale));
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
    const auto database = makeCompany(call);
    if (!database)
        return Outcome::refused(database.error(), call.language);
    const auto name = (*database)->read([](storage::Connection& connection) -> Result<QString> {
        return access::readSettings(connection).companyName;
    });
    return Outcome::done(QJsonObject{{QStringLiteral("db"), call.database},
                             {QStringLiteral("company"), name.value_or(QString())}},
        call.database);
}

Outcome runImportCosting(const Call& call)
{
    if (call.words().size() != 1) {
        return Outcome::refused(
            Error::make(
                "USAGE_FORM", {}, {{QStringLiteral("text"), QStringLiteral("import-costing DIR")}}),
            call.language);
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
    const QString text = QStringLiteral("%1 checks, %2 fixed, %3 findings\n")
                             .arg(report->checks)
                             .arg(report->fixed)
                             .arg(report->findings.size());
    Outcome outcome = Outcome::done(QJsonObject{{QStringLiteral("checks"), report->checks},
                                        {QStringLiteral("fixed"), report->fixed}},
        text);
    for (const Error& finding : report->findings)
        outcome.errors.append(errorJson(finding, call.language));
    if (!report->findings.empty())
        outcome.exit = Exit::Refused;
    return outcome;
}

} // namespace chengdan::ctl
