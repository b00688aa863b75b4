// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item.h"
#include "core/catalog/uom.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/exchange/export_file.h"
#include "core/exchange/import_costing.h"
#include "core/exchange/import_file.h"
#include "core/pipeline/opportunity.h"
#include "core/pipeline/stage.h"
#include "tests/unit/exchange/import_support.h"

using namespace chengdan;
using chengdan::tests::ImportCompany;
using chengdan::tests::value;

namespace {

void checkSum(const exchange::ImportReport& report)
{
    CHECK(report.rows
        == report.created + report.updated + report.unchanged + report.duplicates
            + report.rejected);
}

constexpr char kCustomers[] = "客户名称,统一社会信用代码,等级,城市,负责人,创建日期,没用的列\n"
                              "宁波精密机械有限公司,,A,宁波,owner,2023-04-05 10:20,x\n"
                              "苏州自动化设备有限公司,91350100M000100Y43,B级,苏州,,2024/1/2,\n";

exchange::ImportReport importText(ImportCompany& company,
    const char* kind,
    const QByteArray& text,
    const exchange::ImportOptions& options = {})
{
    const auto report = value(exchange::importFile(*company.context,
        QString::fromLatin1(kind),
        company.write(QStringLiteral("in.csv"), text),
        options));
    checkSum(report);
    return report;
}

} // namespace

TEST_CASE(
    "customers come in with Chinese headers and keep who made them and when", "[exchange][import]")
{
    ImportCompany company;
    const auto report = importText(company, "customers", kCustomers);
    for (const Error& error : report.errors)
        UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
    REQUIRE(report.created == 2);
    CHECK(report.applied);
    CHECK(report.ignored == QStringList{QStringLiteral("没用的列")});
    const auto customers = storage::select<customers::Customer>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(customers.size() == 2);
    CHECK(customers[0].name == QStringLiteral("宁波精密机械有限公司"));
    CHECK(customers[0].grade == customers::CustomerGrade::A);
    CHECK(customers[1].grade == customers::CustomerGrade::B);
    CHECK(customers[0].mnemonic.startsWith(QStringLiteral("NBJM")));
    CHECK_FALSE(customers[0].number.isEmpty());
    CHECK(customers[0].meta.root == customers[0].id);
    CHECK(customers[0].meta.owner == exchange::companyOwner());
    CHECK(dateIn(customers[0].meta.createdAt, "Asia/Shanghai") == QDate(2023, 4, 5));
    CHECK(dateIn(customers[1].meta.createdAt, "Asia/Shanghai") == QDate(2024, 1, 2));
}

TEST_CASE("the same file twice creates nothing new and a changed cell updates its row alone",
    "[exchange][import]")
{
    ImportCompany company;
    importText(company, "customers", kCustomers);
    const auto again = importText(company, "customers", kCustomers);
    CHECK(again.created == 0);
    CHECK(again.updated == 0);
    CHECK(again.unchanged == 2);
    const auto changed =
        importText(company, "customers", QByteArray(kCustomers).replace(",A,", ",C,"));
    CHECK(changed.updated == 1);
    CHECK(changed.unchanged == 1);
    const auto twice = importText(company, "customers", "客户名称\n甲公司\n甲公司\n");
    CHECK(twice.created == 1);
    CHECK(twice.duplicates == 1);
    CHECK(company.count("customer") == 3);
}

TEST_CASE("a dry run says what would happen and writes nothing", "[exchange][import]")
{
    ImportCompany company;
    const auto report = importText(company, "customers", kCustomers, {.dryRun = true});
    CHECK(report.created == 2);
    CHECK_FALSE(report.applied);
    CHECK(company.count("customer") == 0);
    CHECK(company.count("_op") == company.count("_op WHERE tbl <> 10"));
}

TEST_CASE(
    "one bad row keeps the whole file out and is named by row and field", "[exchange][import]")
{
    ImportCompany company;
    const QByteArray bad =
        QByteArray(kCustomers) + "无锡泵业有限公司,91350100M000100Y44,Z,无锡,nobody,2024-13-45,\n";
    const auto report = importText(company, "customers", bad);
    CHECK(report.rejected == 1);
    CHECK_FALSE(report.applied);
    CHECK(company.count("customer") == 0);
    QStringList fields;
    for (const Error& error : report.errors) {
        CHECK(error.arg(QStringLiteral("row")) == QStringLiteral("4"));
        fields += error.field;
    }
    fields.sort();
    CHECK(fields
        == QStringList{
            QStringLiteral("created_at"), QStringLiteral("grade"), QStringLiteral("owner")});

    const auto code =
        importText(company, "customers", "客户名称,信用代码\n甲公司,91350100M000100Y44\n");
    REQUIRE(code.errors.size() == 1);
    CHECK(code.errors[0].code == QStringLiteral("CREDIT_CODE_CHECK"));
    CHECK(code.errors[0].field == QStringLiteral("credit_code"));
}

TEST_CASE("skipping bad rows writes the good ones and keeps the bad ones with their reasons",
    "[exchange][import]")
{
    ImportCompany company;
    const QByteArray text = QByteArray(kCustomers) + "坏公司,123,A,无锡,,,\n";
    const auto report = importText(company, "customers", text, {.skipBad = true});
    CHECK(report.created == 2);
    CHECK(report.rejected == 1);
    CHECK(report.applied);
    CHECK(company.count("customer") == 2);
    const auto rejected = value(exchange::readCsvFile(report.rejectedPath));
    REQUIRE(rejected.rows.size() == 1);
    CHECK(rejected.header.last() == QStringLiteral("原因"));
    CHECK(rejected.rows[0].cells[0] == QStringLiteral("坏公司"));
    CHECK(rejected.rows[0].cells.last().contains(QStringLiteral("18")));
}

TEST_CASE("contacts find their customer by name or number and the first one is the primary one",
    "[exchange][import]")
{
    ImportCompany company;
    importText(company, "customers", "编号,名称\nC-1,甲公司\nC-2,乙公司\n");
    const auto report = importText(company,
        "contacts",
        "客户,姓名,手机,决策角色\n甲公司,张三,１３８０００００００１,采购\nC-1,李四,,\n丙公司,王五,"
        ",\n");
    CHECK(report.rejected == 1);
    CHECK(report.errors[0].code == QStringLiteral("REFERENCE_UNKNOWN"));
    CHECK(report.errors[0].field == QStringLiteral("customer"));
    const auto good = importText(company,
        "contacts",
        "客户,姓名,手机,决策角色\n甲公司,张三,１３８０００００００１,采购\nC-1,李四,,\n");
    CHECK(good.created == 2);
    const auto contacts = storage::select<customers::Contact>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].mobile == QStringLiteral("13800000001"));
    CHECK(contacts[0].role == customers::DecisionRole::Buyer);
    CHECK(contacts[0].primary);
    CHECK_FALSE(contacts[1].primary);
    CHECK(contacts[0].meta.root == contacts[0].customer);
}

TEST_CASE("opportunities keep their dates and get the stage change that explains where they stand",
    "[exchange][import]")
{
    ImportCompany company;
    importText(company, "customers", "名称\n甲公司\n");
    const QByteArray text =
        "商机编号,商机名称,客户,阶段,金额,开始日期,进入阶段日期,关闭日期,输单原因\n"
        "S1,壳体年度框架,甲公司,,\"1,234,500.50\",2025-03-01,,,\n"
        "S2,阀块,甲公司,lost,12万,2024年5月6日,2024.6.1,20240601,价格\n";
    const auto report = importText(company, "opportunities", text);
    for (const Error& error : report.errors)
        UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
    REQUIRE(report.created == 2);
    const auto deals = storage::select<pipeline::Opportunity>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(deals.size() == 2);
    CHECK(deals[0].amount.minor == 123'450'050);
    CHECK(deals[0].openedOn == QDate(2025, 3, 1));
    CHECK(deals[0].enteredStageOn == QDate(2025, 3, 1));
    CHECK(deals[1].amount.minor == 12'000'000);
    CHECK(deals[1].closedOn == QDate(2024, 6, 1));
    CHECK(deals[1].lossReason == pipeline::LossReason::Price);
    const auto moves = storage::select<pipeline::StageChange>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(moves.size() == 2);
    CHECK(moves[1].to == deals[1].stage);
    CHECK(dateIn(moves[1].at, "Asia/Shanghai") == QDate(2024, 6, 1));

    CHECK(importText(company, "opportunities", text).unchanged == 2);
    CHECK(company.count("stage_change") == 2);
    const auto unexplained =
        importText(company, "opportunities", "商机名称,客户,阶段\n丢了的,甲公司,lost\n");
    CHECK(unexplained.errors[0].code == QStringLiteral("LOSS_REASON"));
}

TEST_CASE("items come in by their code and their unit must exist", "[exchange][import]")
{
    ImportCompany company;
    value(company.database->write(
        exchange::companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
            catalog::Uom uom;
            uom.id = UomId::make(company.ids);
            uom.code = uom.name = uom.category = QStringLiteral("件");
            storage::insert(transaction, uom);
            return {};
        }));
    const auto report = importText(company,
        "items",
        "物料编码,名称,单位,物料类型,批量策略,核算批量\nA-1,壳体,件,自制,standard,200\nA-2,螺钉,件,"
        "外购,,\n");
    for (const Error& error : report.errors)
        UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
    REQUIRE(report.created == 2);
    const auto items =
        storage::select<catalog::Item>(company.database->reader(), QStringLiteral("ORDER BY rid"));
    CHECK(items[0].kind == catalog::ItemKind::Make);
    CHECK(items[0].costingLot == Quantity::fromWhole(200));
    const auto bad = importText(company, "items", "物料编码,名称,单位\nA-3,垫片,箱\n");
    CHECK(bad.errors[0].field == QStringLiteral("base_uom"));
    const auto update = importText(company, "items", "物料编码,规格\nA-2,M5×16\n");
    CHECK(update.updated == 1);
}

TEST_CASE("a mapping names columns that no rule would find", "[exchange][import]")
{
    ImportCompany company;
    exchange::ImportOptions options;
    options.mapping = value(exchange::readImportMapping(
        company.write(QStringLiteral("map.json"), "{\"字段一\": \"name\", \"城市\": \"\"}")));
    const auto report = importText(company, "customers", "字段一,城市\n甲公司,宁波\n", options);
    CHECK(report.created == 1);
    CHECK(report.ignored == QStringList{QStringLiteral("城市")});
    options.mapping = {{QStringLiteral("字段一"), QStringLiteral("nonsense")}};
    const auto refused = exchange::importFile(*company.context,
        QStringLiteral("customers"),
        company.path(QStringLiteral("in.csv")),
        options);
    CHECK(refused.error().code == QStringLiteral("UNKNOWN_COLUMN"));
    CHECK(exchange::readImportMapping(company.write(QStringLiteral("bad.json"), "[1]")).error().code
        == QStringLiteral("IMPORT_MAPPING"));
}

TEST_CASE("a file that cannot be an import is refused as a whole", "[exchange][import]")
{
    ImportCompany company;
    const auto codeOf = [&](const char* kind, const QByteArray& text) {
        const auto refused = exchange::importFile(*company.context,
            QString::fromLatin1(kind),
            company.write(QStringLiteral("in.csv"), text));
        return refused ? QString() : refused.error().code;
    };
    CHECK(codeOf("customers", "") == QStringLiteral("CSV_EMPTY"));
    CHECK(codeOf("customers", "x,y\n1,2\n") == QStringLiteral("IMPORT_NO_COLUMN"));
    CHECK(codeOf("contacts", "姓名\n张三\n") == QStringLiteral("COLUMN_MISSING"));
    CHECK(codeOf("customers", "名称,公司名称\n甲,乙\n") == QStringLiteral("IMPORT_COLUMN_TWICE"));
    CHECK(codeOf("nonsense", "a\n1\n") == QStringLiteral("IMPORT_KIND"));
    CHECK(
        exchange::importFile(
            *company.context, QStringLiteral("customers"), company.path(QStringLiteral("none.csv")))
            .error()
            .code
        == QStringLiteral("INPUT_MISSING"));
    CHECK(company.count("customer") == 0);
}

TEST_CASE("what was exported comes in again without a change", "[exchange][import]")
{
    ImportCompany company;
    importText(company, "customers", kCustomers);
    importText(
        company, "opportunities", "商机名称,客户,金额,赢率\n框架,宁波精密机械有限公司,88.5,35%\n");
    for (const char* kind : {"customers", "opportunities"}) {
        INFO(kind);
        const QString path = company.path(QStringLiteral("out.csv"));
        const int rows =
            value(exchange::exportFile(*company.context, QString::fromLatin1(kind), path));
        const auto report =
            value(exchange::importFile(*company.context, QString::fromLatin1(kind), path));
        for (const Error& error : report.errors)
            UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
        CHECK(report.unchanged == rows);
        CHECK(report.rows == rows);
    }
    CHECK(exchange::exportFile(
              *company.context, QStringLiteral("nothing"), company.path(QStringLiteral("o.csv")))
              .error()
              .code
        == QStringLiteral("KIND_UNKNOWN"));
}

TEST_CASE("damaged files never crash an import and never write a row", "[exchange][import]")
{
    ImportCompany company;
    quint64 state = 20'260'528;
    const auto random = [&](int below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state >> 33) % static_cast<quint64>(below));
    };
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes;
        if (round % 3 == 0) {
            for (int i = random(400); i > 0; --i)
                bytes += static_cast<char>(random(256));
        } else {
            bytes = kCustomers;
            for (int i = random(12); i >= 0; --i)
                bytes[random(static_cast<int>(bytes.size()))] = static_cast<char>(random(256));
            if (round % 3 == 2)
                bytes.truncate(random(static_cast<int>(bytes.size())));
        }
        const char* kinds[] = {"customers", "contacts", "items", "opportunities"};
        const auto report = exchange::importFile(*company.context,
            QString::fromLatin1(kinds[random(4)]),
            company.write(QStringLiteral("in.csv"), bytes),
            {.dryRun = true});
        if (report)
            checkSum(*report);
    }
    CHECK(company.count("customer") == 0);
    CHECK(company.count("contact") == 0);
}

TEST_CASE(
    "a person without the right to import is refused before the file is read", "[exchange][import]")
{
    ImportCompany company;
    value(company.database->write(
        exchange::companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
            access::Person person;
            person.id = PersonId::fromNumber(2);
            person.login = QStringLiteral("viewer");
            person.name = QStringLiteral("看客");
            storage::insert(transaction, person);
            return {};
        }));
    const auto viewer = value(access::openSession(*company.database, QStringLiteral("viewer")));
    const access::Context context{*company.database, viewer, company.clock, company.ids};
    const auto refused = exchange::importFile(
        context, QStringLiteral("customers"), company.path(QStringLiteral("none.csv")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    company.write(QStringLiteral("uoms.csv"), "uom\n");
    CHECK(exchange::importCosting(context, company.folder.path()).error().code
        == QStringLiteral("PERMISSION"));
}
