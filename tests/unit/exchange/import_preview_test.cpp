// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/undo.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/customers/customer_service.h"
#include "core/exchange/company_undo.h"
#include "core/exchange/import_file.h"
#include "core/exchange/import_source.h"
#include "core/pipeline/opportunity.h"
#include "core/storage/search_index.h"
#include "core/storage/store.h"
#include "tests/unit/exchange/import_support.h"

using namespace chengdan;
using chengdan::tests::ImportCompany;
using chengdan::tests::value;

namespace {

exchange::CsvTable tableOf(const QStringList& header, std::vector<QStringList> rows)
{
    exchange::CsvTable table;
    table.header = header;
    for (std::size_t i = 0; i < rows.size(); ++i)
        table.rows.push_back({static_cast<int>(i) + 2, std::move(rows[i])});
    return table;
}

exchange::CsvTable manyRows(int count)
{
    std::vector<QStringList> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({QStringLiteral("批量%1").arg(i, 5, 10, QLatin1Char('0')), {}});
    return tableOf({QStringLiteral("客户名称"), QStringLiteral("等级")}, std::move(rows));
}

qint64 living(ImportCompany& company, const char* table)
{
    return schema::toInteger(company.database->reader().scalar(
        QStringLiteral("SELECT count(*) FROM %1 WHERE deleted = 0")
            .arg(QString::fromLatin1(table))));
}

exchange::ImportReport importRows(ImportCompany& company,
    const char* kind,
    const exchange::CsvTable& table,
    const exchange::ImportOptions& options = {})
{
    return value(exchange::importTable(
        *company.context, QString::fromLatin1(kind), table, QStringLiteral("rows"), options));
}

exchange::PastedTable pasted(std::vector<QStringList> rows)
{
    exchange::PastedTable table;
    for (const QStringList& row : rows)
        table.columns = std::max(table.columns, row.size());
    table.rows = std::move(rows);
    return table;
}

} // namespace

TEST_CASE("a preview says of each row what becomes of it and how its cells are understood",
    "[exchange][import][preview]")
{
    ImportCompany company;
    const QStringList header{
        QStringLiteral("客户名称"), QStringLiteral("等级"), QStringLiteral("城市")};
    (void)importRows(company,
        "customers",
        tableOf(header, {{QStringLiteral("甲公司"), QStringLiteral("A"), QStringLiteral("宁波")}}));
    exchange::ImportOptions options;
    options.dryRun = true;
    options.previewRows = 4;
    const auto report = importRows(company,
        "customers",
        tableOf(header,
            {{QStringLiteral("甲公司"), QStringLiteral("A类"), QStringLiteral("宁波")},
                {QStringLiteral("甲公司"), QStringLiteral("B"), QStringLiteral("宁波")},
                {QStringLiteral("乙公司"), QStringLiteral("Ｂ级"), QStringLiteral("苏州")},
                {QStringLiteral("丙公司"), QStringLiteral("甲"), QStringLiteral("苏州")},
                {QStringLiteral("丁公司"), QStringLiteral("乙"), QStringLiteral("无锡")}}),
        options);
    CHECK_FALSE(report.applied);
    REQUIRE(report.preview.size() == 4);
    CHECK(report.preview[0].fate == exchange::RowFate::Unchanged);
    CHECK(report.preview[1].fate == exchange::RowFate::Duplicate);
    CHECK(report.preview[2].fate == exchange::RowFate::Created);
    CHECK(report.preview[2].number == 4);
    CHECK(report.preview[2].shown[1] == QStringLiteral("B"));
    CHECK(report.preview[3].fate == exchange::RowFate::Rejected);
    CHECK(report.preview[3].shown[1] == QStringLiteral("甲"));
    REQUIRE(report.preview[3].errors.size() == 1);
    CHECK(report.preview[3].errors[0].field == QStringLiteral("grade"));
    // Bad rows are shown wherever they stand.
    REQUIRE(report.rejectedRows.size() == 2);
    CHECK(report.rejectedRows[1].number == 6);
    CHECK(report.rejectedRows[1].index == 4);
}

TEST_CASE("an import stopped while it writes takes everything back", "[exchange][import]")
{
    ImportCompany company;
    for (const int rows : {400, 1200}) { // one by one, and the way for many
        exchange::ImportOptions options;
        qint64 told = 0;
        options.writing = [&](qint64 done, qint64 total) {
            CHECK(total == rows);
            told = done;
            return false;
        };
        const auto stopped = exchange::importTable(*company.context,
            QStringLiteral("customers"),
            manyRows(rows),
            QStringLiteral("rows"),
            options);
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().code == QStringLiteral("CANCELLED"));
        CHECK(told == 256);
        CHECK(living(company, "customer") == 0);
    }
    CHECK(importRows(company, "customers", manyRows(1200)).created == 1200);
}

TEST_CASE("a large import is taken back as one act, except for rows in use by then",
    "[exchange][import][undo]")
{
    ImportCompany company;
    (void)importRows(company, "customers", manyRows(1000));
    const storage::JournalSpan act = storage::Database::lastWrite();
    customers::CustomerService service(*company.context);
    const auto rows = storage::select<customers::Customer>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    const customers::Customer& used = rows[10];
    customers::Contact contact;
    contact.customer = used.id;
    contact.name = QStringLiteral("王工");
    (void)value(service.createContact(contact));
    customers::Customer edited = rows[20];
    edited.city = QStringLiteral("宁波");
    (void)value(service.update(edited));

    const access::UndoService undo(*company.context, exchange::undoRules());
    const auto undone = value(undo.takeBack(std::vector{act}));
    CHECK(undone.rows == 998);
    CHECK(living(company, "customer") == 2);
    REQUIRE(undone.conflicts.size() == 2);
    CHECK(undone.conflicts[0].title == used.name);
    CHECK(undone.conflicts[1].title == edited.name);
    CHECK(storage::searchIndexProblems(company.database->reader(), company.database->types())
              .isEmpty());
    // Doing it again brings the same rows back.
    const auto redone = value(undo.takeBack(std::vector{storage::Database::lastWrite()}));
    CHECK(redone.conflicts.empty());
    CHECK(living(company, "customer") == 1000);
    CHECK(storage::searchIndexProblems(company.database->reader(), company.database->types())
              .isEmpty());
}

TEST_CASE("a large import of opportunities goes with its stage moves", "[exchange][import][undo]")
{
    ImportCompany company;
    (void)importRows(company, "customers", manyRows(3));
    std::vector<QStringList> rows;
    for (int i = 0; i < 600; ++i)
        rows.push_back({QStringLiteral("商机%1").arg(i), QStringLiteral("批量00001")});
    const auto report = importRows(company,
        "opportunities",
        tableOf({QStringLiteral("商机名称"), QStringLiteral("客户")}, std::move(rows)));
    for (const Error& error : report.errors)
        UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
    REQUIRE(report.created == 600);
    const access::UndoService undo(*company.context, exchange::undoRules());
    const auto undone = value(undo.takeBack(std::vector{storage::Database::lastWrite()}));
    CHECK(undone.conflicts.empty());
    CHECK(living(company, "opportunity") == 0);
    CHECK(living(company, "stage_change") == 0);
    CHECK(living(company, "customer") == 3);
}

TEST_CASE(
    "pasted rows are a table with or without names in the first row", "[exchange][import][paste]")
{
    const auto& type = schema::describe<customers::Customer>();
    const std::vector<exchange::ScreenColumn> screen{
        {QStringLiteral("name"), QStringLiteral("客户名称")},
        {QStringLiteral("city"), QStringLiteral("城市")}};
    const auto named = value(exchange::pastedImportSource(type,
        pasted({{QStringLiteral("城市"), QStringLiteral("客户名称")},
            {QStringLiteral("宁波"), QStringLiteral("甲")},
            {QStringLiteral(" "), QString()},
            {QStringLiteral("苏州"), QStringLiteral("乙")}}),
        screen));
    CHECK(named.hasHeader);
    CHECK(named.table.header == QStringList{QStringLiteral("城市"), QStringLiteral("客户名称")});
    REQUIRE(named.table.rows.size() == 2);
    CHECK(named.table.rows[1].number == 4);
    const auto bare = value(exchange::pastedImportSource(type,
        pasted({{QStringLiteral("甲"), QStringLiteral("宁波"), QStringLiteral("x")}}),
        screen));
    CHECK_FALSE(bare.hasHeader);
    CHECK(bare.table.header
        == QStringList{QStringLiteral("客户名称"), QStringLiteral("城市"), QStringLiteral("C")});
    CHECK(bare.table.rows[0].number == 1);
    // The person's word counts before everything else; titles stay apart.
    const auto forced = value(exchange::pastedImportSource(type,
        pasted({{QStringLiteral("甲"), QStringLiteral("甲"), QString()}, {QStringLiteral("乙")}}),
        screen,
        true));
    CHECK(forced.table.header
        == QStringList{QStringLiteral("甲"), QStringLiteral("甲 (2)"), QStringLiteral("C")});
    const auto none = exchange::pastedImportSource(type, pasted({}), screen);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == QStringLiteral("PASTE_EMPTY"));
}
