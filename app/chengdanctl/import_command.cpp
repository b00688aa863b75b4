// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/text_table.h"
#include "core/exchange/import_file.h"

#include <QFileInfo>
#include <QJsonArray>

#include <unistd.h>

#include <cstdio>

namespace chengdan::ctl {

namespace {

QJsonObject reportJson(
    const exchange::ImportReport& report, const QString& path, const QList<QJsonObject>& errors)
{
    QJsonArray listed;
    for (const QJsonObject& error : errors)
        listed.append(error);
    QJsonObject object{{QStringLiteral("file"), path},
        {QStringLiteral("rows"), report.rows},
        {QStringLiteral("created"), report.created},
        {QStringLiteral("updated"), report.updated},
        {QStringLiteral("unchanged"), report.unchanged},
        {QStringLiteral("duplicates"), report.duplicates},
        {QStringLiteral("rejected"), report.rejected},
        {QStringLiteral("applied"), report.applied},
        {QStringLiteral("ignored_columns"), QJsonArray::fromStringList(report.ignored)},
        {QStringLiteral("errors"), listed}};
    if (!report.rejectedPath.isEmpty())
        object.insert(QStringLiteral("rejected_file"), report.rejectedPath);
    return object;
}

/// One error of a row, its row as a number.
QJsonObject rowErrorJson(const Error& error, Language language)
{
    QJsonObject object = errorJson(error, language);
    bool isNumber = false;
    const int row = error.arg(QStringLiteral("row")).toInt(&isNumber);
    if (isNumber)
        object.insert(QStringLiteral("row"), row);
    return object;
}

QStringList countsRow(const exchange::ImportReport& report, const QString& path)
{
    QStringList cells{QFileInfo(path).fileName()};
    for (const int count : {report.rows,
             report.created,
             report.updated,
             report.unchanged,
             report.duplicates,
             report.rejected})
        cells.append(QString::number(count));
    return cells;
}

/// Rows checked so far, for people who watch; scripts see nothing.
std::function<bool(qint64, qint64)> progressOnTerminal()
{
    constexpr qint64 kFewRows = 5000;
    if (::isatty(STDERR_FILENO) == 0)
        return {};
    return [](qint64 done, qint64 total) {
        if (total >= kFewRows)
            std::fprintf(stderr,
                "\r%lld / %lld ",
                static_cast<long long>(done),
                static_cast<long long>(total));
        return true;
    };
}

} // namespace

Outcome runImport(const Call& call)
{
    const QStringList words = call.words();
    if (words.size() < 2) {
        return Outcome::misused("import KIND FILE… [--sheet N] [--dry-run] [--map FILE] "
                                "[--skip-bad]",
            call.language);
    }
    exchange::ImportOptions options;
    options.dryRun = call.arguments.has("dry-run");
    options.skipBad = call.arguments.has("skip-bad");
    options.sheet = call.arguments.value("sheet");
    options.language = call.language;
    options.progress = progressOnTerminal();
    if (call.arguments.has("map")) {
        const auto mapping = exchange::readImportMapping(call.arguments.value("map"));
        if (!mapping)
            return Outcome::refused(mapping.error(), call.language);
        options.mapping = *mapping;
    }
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    Outcome outcome;
    QJsonArray reports;
    std::vector<QStringList> rows;
    for (const QString& path : words.mid(1)) {
        const auto report = exchange::importFile((*file)->context(), words.first(), path, options);
        if (!report)
            return Outcome::refused(report.error(), call.language);
        QList<QJsonObject> errors;
        for (const Error& error : report->errors)
            errors.append(rowErrorJson(error, call.language));
        reports.append(reportJson(*report, path, errors));
        rows.push_back(countsRow(*report, path));
        if (report->rejected > 0 && !options.skipBad) {
            outcome.errors += errors;
            outcome.exit = Exit::Refused;
            break; // a later file may lean on this one
        }
    }
    outcome.result = reports.size() == 1
        ? reports.first()
        : QJsonValue(QJsonObject{{QStringLiteral("files"), reports}});
    outcome.text = alignedTable({QStringLiteral("file"),
                                    QStringLiteral("rows"),
                                    QStringLiteral("created"),
                                    QStringLiteral("updated"),
                                    QStringLiteral("unchanged"),
                                    QStringLiteral("duplicates"),
                                    QStringLiteral("rejected")},
        rows);
    return outcome;
}

} // namespace chengdan::ctl
