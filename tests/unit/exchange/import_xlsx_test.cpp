// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/exchange/export_file.h"
#include "core/exchange/import_file.h"
#include "core/exchange/import_table.h"
#include "core/exchange/xlsx_writer.h"
#include "core/pipeline/opportunity.h"
#include "tests/unit/exchange/import_support.h"

using namespace chengdan;
using chengdan::tests::ImportCompany;
using chengdan::tests::value;
using exchange::XlsxColumn;

namespace {

QStringList barCells(const char* separated)
{
    return QString::fromUtf8(separated).split(QLatin1Char('|'));
}

/// A workbook of text cells unless the columns say otherwise.
QString writeWorkbook(const ImportCompany& company,
    const std::vector<XlsxColumn>& columns,
    const std::vector<const char*>& rows)
{
    const QString path = company.path(QStringLiteral("in.xlsx"));
    auto writer = value(exchange::XlsxWriter::create(path, QStringLiteral("s"), columns));
    for (const char* row : rows)
        value(writer->add(barCells(row)));
    value(writer->finish());
    return path;
}

exchange::ImportReport importBook(const ImportCompany& company,
    const char* kind,
    const QString& path,
    const exchange::ImportOptions& options = {})
{
    const auto report =
        value(exchange::importFile(*company.context, QString::fromLatin1(kind), path, options));
    for (const Error& error : report.errors)
        UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
    CHECK(report.rows
        == report.created + report.updated + report.unchanged + report.duplicates
            + report.rejected);
    return report;
}

/// A second person, who owns nothing yet.
PersonId addSeller(const ImportCompany& company)
{
    const PersonId id = PersonId::fromNumber(2);
    value(company.database->write(
        exchange::companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
            access::Person person;
            person.id = id;
            person.login = QStringLiteral("seller");
            person.name = QStringLiteral("小李");
            storage::insert(transaction, person);
            return {};
        }));
    return id;
}

} // namespace

TEST_CASE("a workbook is imported with its real numbers, dates and percentages",
    "[exchange][import][xlsx]")
{
    const ImportCompany company;
    importBook(
        company, "customers", writeWorkbook(company, {{QStringLiteral("名称")}}, {"甲公司"}));
    const QString path = writeWorkbook(company,
        {{QStringLiteral("商机名称")},
            {QStringLiteral("客户")},
            {QStringLiteral("金额"), XlsxColumn::Kind::Number, 2},
            {QStringLiteral("赢率"), XlsxColumn::Kind::Percent},
            {QStringLiteral("开始日期"), XlsxColumn::Kind::Date}},
        {"框架|甲公司|8.41|0.35|2025-03-01", "夹具|甲公司|1234567.1|1|2025-03-02"});
    CHECK(importBook(company, "opportunities", path).created == 2);
    const auto deals = storage::select<pipeline::Opportunity>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(deals.size() == 2);
    CHECK(deals[0].amount.minor == 841);
    CHECK(deals[0].probability == value(Rate::parse(u"0.35")));
    CHECK(deals[0].openedOn == QDate(2025, 3, 1));
    CHECK(deals[1].amount.minor == 123'456'710);
    CHECK(deals[1].probability == Rate::fromWhole(1));
    CHECK(importBook(company, "opportunities", path).unchanged == 2);
}

TEST_CASE("what was exported to a workbook comes in again without a change",
    "[exchange][import][export][xlsx]")
{
    const ImportCompany company;
    importBook(company,
        "customers",
        writeWorkbook(company,
            {{QStringLiteral("名称")}, {QStringLiteral("电话")}, {QStringLiteral("备注")}},
            {"宁波精密|+86 574|=1+1", "苏州自动化|-5|@x"}));
    const QString path = company.path(QStringLiteral("out.xlsx"));
    CHECK(value(exchange::exportFile(*company.context, QStringLiteral("customers"), path)) == 2);
    const auto table = value(exchange::readTableFile(path));
    CHECK(table.encoding == QStringLiteral("XLSX"));
    CHECK(importBook(company, "customers", path).unchanged == 2);
    const QString named = company.path(QStringLiteral("out.dat"));
    value(exchange::exportFile(*company.context,
        QStringLiteral("customers"),
        named,
        {},
        exchange::ExportHeader::Labels,
        exchange::ExportFormat::Xlsx));
    CHECK(value(exchange::readTableFile(named)).encoding == QStringLiteral("XLSX"));
}

TEST_CASE("rejected rows of a workbook come back as a workbook, with reasons in the asked language",
    "[exchange][import][xlsx]")
{
    const ImportCompany company;
    const QString path = writeWorkbook(company,
        {{QStringLiteral("名称")}, {QStringLiteral("等级")}},
        {"好公司|A", "坏公司|#N/A", "更坏|Z"});
    exchange::ImportOptions options{.skipBad = true};
    options.language = Language::English;
    const auto report = importBook(company, "customers", path, options);
    CHECK(report.created == 1);
    CHECK(report.rejected == 2);
    CHECK(report.errors[0].code == QStringLiteral("CELL_ERROR"));
    REQUIRE(report.rejectedPath.endsWith(QStringLiteral(".rejected.xlsx")));
    const auto rejected = value(exchange::readTableFile(report.rejectedPath));
    CHECK(rejected.header == barCells("名称|等级|reason"));
    REQUIRE(rejected.rows.size() == 2);
    CHECK(rejected.rows[0].cells.mid(0, 2) == barCells("坏公司|#N/A"));
    CHECK(rejected.rows[0].cells.last().contains(QStringLiteral("formula error")));

    options.language = Language::Chinese;
    const auto again = importBook(company, "customers", report.rejectedPath, options);
    CHECK(again.rejected == 2);
    const auto twice = value(exchange::readTableFile(again.rejectedPath));
    CHECK(twice.header == barCells("名称|等级|原因"));
    CHECK(twice.rows[0].cells.last().contains(QStringLiteral("公式错误")));
}

TEST_CASE("a sheet that is not there is refused with the names of those that are",
    "[exchange][import][xlsx]")
{
    const ImportCompany company;
    const QString path = writeWorkbook(company, {{QStringLiteral("名称")}}, {"甲公司"});
    exchange::ImportOptions options;
    options.sheet = QStringLiteral("2");
    const auto refused =
        exchange::importFile(*company.context, QStringLiteral("customers"), path, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("XLSX_NO_SHEET"));
    options.sheet = QStringLiteral("s");
    CHECK(importBook(company, "customers", path, options).created == 1);
}

TEST_CASE("contacts and opportunities are of whom the file says, else of their customer's owner",
    "[exchange][import]")
{
    const ImportCompany company;
    const PersonId seller = addSeller(company);
    const PersonId owner = exchange::companyOwner();
    const auto csv = [&](const char* kind, const QByteArray& text) {
        return importBook(company, kind, company.write(QStringLiteral("in.csv"), text));
    };
    csv("customers", "名称,负责人,状态\n甲公司,seller,\n公海公司,,公海\n");
    csv("contacts", "客户,姓名,负责人\n甲公司,张三,\n甲公司,李四,owner\n公海公司,王五,\n");
    csv("opportunities", "商机名称,客户,负责人\n一,甲公司,\n二,甲公司,owner\n");
    const auto contacts = storage::select<customers::Contact>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(contacts.size() == 3);
    CHECK(contacts[0].meta.owner == seller);
    CHECK(contacts[1].meta.owner == owner);
    CHECK(contacts[2].meta.owner == owner);
    CHECK(contacts[0].meta.root == contacts[1].meta.root);
    const auto deals = storage::select<pipeline::Opportunity>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(deals.size() == 2);
    CHECK(deals[0].meta.owner == seller);
    CHECK(deals[1].meta.owner == owner);
    CHECK(csv("contacts", "客户,姓名,手机\n甲公司,李四,13800000001\n").updated == 1);
    CHECK(storage::select<customers::Contact>(
              company.database->reader(), QStringLiteral("ORDER BY rid"))[1]
              .meta.owner
        == owner);
}
