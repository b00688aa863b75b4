// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/text_table.h"
#include "core/exchange/record_list.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chengdan::ctl {

namespace {

Result<exchange::RecordRequest> readRequest(const Call& call)
{
    exchange::RecordRequest request;
    request.kind = call.words().value(0);
    request.filter = call.arguments.value("filter");
    request.sort = call.arguments.value("sort");
    const auto limit = call.arguments.count("limit", request.limit);
    if (!limit)
        return fail(limit.error());
    request.limit = *limit;
    return request;
}

Result<exchange::ExportFormat> readFormat(const Call& call)
{
    const QString name = call.arguments.value("format");
    if (name.isEmpty())
        return exchange::ExportFormat::ByName;
    if (name == QStringLiteral("csv"))
        return exchange::ExportFormat::Csv;
    if (name == QStringLiteral("xlsx"))
        return exchange::ExportFormat::Xlsx;
    return fail("VALUE_UNKNOWN",
        QStringLiteral("--format"),
        {{QStringLiteral("text"), name.left(40)},
            {QStringLiteral("allowed"), QStringLiteral("csv | xlsx")}});
}

/// The columns a list page shows, as a table for people.
QString listText(const exchange::RecordTable& table)
{
    std::vector<std::size_t> shown;
    QStringList header;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i]->inList != schema::InList::Yes)
            continue;
        shown.push_back(i);
        header.append(QString::fromLatin1(table.columns[i]->name));
    }
    std::vector<QStringList> rows;
    for (const storage::ListRow& row : table.rows) {
        QStringList cells;
        for (const std::size_t i : shown)
            cells.append(table.text(row, i));
        rows.push_back(std::move(cells));
    }
    return alignedTable(header, rows)
        + QStringLiteral("%1 / %2\n").arg(rows.size()).arg(table.total);
}

} // namespace

Outcome runList(const Call& call)
{
    if (call.words().size() != 1)
        return Outcome::misused("list KIND [--filter EXPR] [--sort F] [--limit N]", call.language);
    const auto request = readRequest(call);
    if (!request)
        return Outcome::refused(request.error(), call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const auto table = exchange::listRecords((*file)->context(), *request);
    if (!table)
        return Outcome::refused(table.error(), call.language);
    QJsonArray rows;
    for (const storage::ListRow& row : table->rows)
        rows.append(table->json(row));
    return Outcome::done(
        QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(table->type->table)},
            {QStringLiteral("total"), table->total},
            {QStringLiteral("rows"), rows}},
        listText(*table));
}

Outcome runShow(const Call& call)
{
    if (call.words().size() != 2)
        return Outcome::misused("show KIND NUMBER|ID", call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const auto record =
        exchange::showRecord((*file)->context(), call.words().value(0), call.words().value(1));
    if (!record)
        return Outcome::refused(record.error(), call.language);
    return Outcome::done(
        *record, QString::fromUtf8(QJsonDocument(*record).toJson(QJsonDocument::Indented)));
}

Outcome runExport(const Call& call)
{
    if (call.words().size() != 1)
        return Outcome::misused(
            "export KIND --to FILE.csv|.xlsx [--format csv|xlsx] [--filter EXPR] [--sort F]",
            call.language);
    const auto path = call.arguments.needed("to");
    if (!path)
        return Outcome::refused(path.error(), call.language);
    const auto request = readRequest(call);
    if (!request)
        return Outcome::refused(request.error(), call.language);
    const auto format = readFormat(call);
    if (!format)
        return Outcome::refused(format.error(), call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const auto rows = exchange::exportRecords((*file)->context(), *request, *path, *format);
    if (!rows)
        return Outcome::refused(rows.error(), call.language);
    return Outcome::done(
        QJsonObject{{QStringLiteral("rows"), *rows}, {QStringLiteral("file"), *path}},
        QStringLiteral("%1: %2").arg(*path).arg(*rows));
}

} // namespace chengdan::ctl
