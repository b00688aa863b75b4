// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/custom_values.h"
#include "core/customers/customer.h"
#include "core/exchange/company.h"
#include "core/exchange/import_file.h"
#include "core/exchange/record_list.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan;
using access::FieldKind;
using tests::value;

namespace {

/// A new company with one added field of each kind on customers.
struct FieldFiles {
    FieldFiles()
    {
        exchange::NewCompany company;
        company.companyName = QStringLiteral("宁波精密机械有限公司");
        company.ownerName = QStringLiteral("王雪");
        company.seed = 5;
        database = value(exchange::createCompany(path("company.chengdan"), company, clock));
        owner.emplace(value(access::openSession(*database)));
        context.reset(new access::Context{*database, *owner, clock, ids});
        define("agreed", "协议价", FieldKind::Money);
        define("until", "协议到期", FieldKind::Date);
        define("weight", "吨位", FieldKind::Number);
        define("level", "协议类别", FieldKind::Choice, "重点\n一般");
        define("vip", "贵宾", FieldKind::YesNo);
        define("note", "协议备注", FieldKind::Text);
    }
    void define(const char* key, const char* label, FieldKind kind, const char* choices = "")
    {
        access::FieldDefinition field;
        field.record = QStringLiteral("customer");
        field.key = QString::fromLatin1(key);
        field.labelZh = QString::fromUtf8(label);
        field.kind = kind;
        field.choices = QString::fromUtf8(choices);
        value(access::FieldService(*context).add(field));
    }
    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    exchange::ImportReport import(const QString& file, bool skipBad = false)
    {
        exchange::ImportOptions options;
        options.skipBad = skipBad;
        return value(exchange::importFile(*context, QStringLiteral("customers"), file, options));
    }
    QString write(const char* name, const char* text) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    schema::Value stored(const char* customer, const char* key)
    {
        const auto row = storage::selectOne<customers::Customer>(
            database->reader(), QStringLiteral("name = ?"), {QString::fromUtf8(customer)});
        REQUIRE(row);
        return access::customValue(row->meta.custom, QString::fromLatin1(key));
    }

    QTemporaryDir folder;
    ManualClock clock{Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28)};
    IdSource ids{clock, 9};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> owner;
    std::unique_ptr<access::Context> context;
};

} // namespace

TEST_CASE("added fields are imported by key or label, exactly", "[exchange][fields]")
{
    FieldFiles files;
    const auto report = files.import(files.write("in.csv",
        "名称,agreed,协议到期,custom.weight,协议类别,贵宾,协议备注\n"
        "甲公司,90071992547409.93,2026/3/12,1.234567,重点,是,老客户\n"
        "乙公司,\"1,200\",,,,否,\n"));
    for (const Error& error : report.errors)
        UNSCOPED_INFO(error.code.toStdString() << " in " << error.field.toStdString());
    CHECK(report.errors.empty());
    CHECK(report.ignored.isEmpty());
    REQUIRE(report.created == 2);
    CHECK(files.stored("甲公司", "agreed") == schema::Value(qint64{9007199254740993}));
    CHECK(files.stored("甲公司", "until") == schema::Value(QStringLiteral("2026-03-12")));
    CHECK(files.stored("甲公司", "weight") == schema::Value(qint64{1234567}));
    CHECK(files.stored("甲公司", "level") == schema::Value(QStringLiteral("重点")));
    CHECK(files.stored("甲公司", "vip") == schema::Value(qint64{1}));
    CHECK(files.stored("乙公司", "agreed") == schema::Value(qint64{120000}));
    CHECK(files.stored("乙公司", "vip") == schema::Value(qint64{0}));
    CHECK(schema::isNull(files.stored("乙公司", "until")));
}

TEST_CASE("a row whose added field is not of its kind is turned down", "[exchange][fields]")
{
    FieldFiles files;
    const auto report = files.import(files.write("in.csv",
                                         "name,level,until,agreed\n甲公司,极高,,\n乙公司,,明天,"
                                         "\n丙公司,,,1.234\n丁公司,一般,,2\n"),
        true);
    CHECK(report.created == 1);
    REQUIRE(report.errors.size() == 3);
    CHECK(report.errors[0].code == QStringLiteral("FIELD_VALUE"));
    CHECK(report.errors[0].field == QStringLiteral("custom.level"));
    CHECK(report.errors[1].code == QStringLiteral("DATE_FORMAT"));
    CHECK(report.errors[2].code == QStringLiteral("NUMBER_PRECISION"));
}

TEST_CASE(
    "what is exported with added fields reads in again without a change", "[exchange][fields]")
{
    FieldFiles files;
    files.import(files.write("in.csv",
        "name,agreed,until,weight,level,vip,note\n"
        "甲公司,12345678.91,2026-03-12,0.000001,重点,1,\"a, \"\"b\"\"\"\n"
        "乙公司,-0.05,2031-12-31,,一般,0,\n"));
    for (const char* name : {"out.csv", "out.xlsx"}) {
        INFO(name);
        exchange::RecordRequest request;
        request.kind = QStringLiteral("customers");
        CHECK(value(exchange::exportRecords(*files.context, request, files.path(name))) == 2);
        const auto again = files.import(files.path(name));
        CHECK(again.unchanged == 2);
        CHECK(again.ignored.isEmpty());

        // A second company with the same fields gets the same values.
        FieldFiles other;
        const auto taken = other.import(files.path(name));
        CHECK(taken.errors.empty());
        REQUIRE(taken.created == 2);
        for (const char* customer : {"甲公司", "乙公司"}) {
            for (const char* key : {"agreed", "until", "weight", "level", "vip", "note"}) {
                INFO(customer << ' ' << key);
                CHECK(other.stored(customer, key) == files.stored(customer, key));
            }
        }
    }
}

TEST_CASE("lists on the command line show, filter and sort by added fields", "[exchange][fields]")
{
    FieldFiles files;
    files.import(files.write(
        "in.csv", "name,agreed,until\n甲公司,300,2026-03-12\n乙公司,20,2026-04-01\n丙公司,,\n"));
    exchange::RecordRequest request;
    request.kind = QStringLiteral("customers");
    request.filter = QStringLiteral("custom.agreed>=20");
    request.sort = QStringLiteral("custom.agreed");
    const auto table = value(exchange::listRecords(*files.context, request));
    REQUIRE(table.rows.size() == 2);
    const auto at = table.header().indexOf(QStringLiteral("custom.agreed"));
    REQUIRE(at >= 0);
    CHECK(table.text(table.rows[0], static_cast<std::size_t>(at)) == QStringLiteral("20.00"));
    CHECK(table.text(table.rows[1], static_cast<std::size_t>(at)) == QStringLiteral("300.00"));
    CHECK(table.json(table.rows[1])[QStringLiteral("custom.until")].toString()
        == QStringLiteral("2026-03-12"));
    request.filter = QStringLiteral("custom.until<2026-03-31");
    CHECK(value(exchange::listRecords(*files.context, request)).rows.size() == 1);
    request.filter = QStringLiteral("custom.nothing=1");
    CHECK(exchange::listRecords(*files.context, request).error().code
        == QStringLiteral("UNKNOWN_COLUMN"));
    request.filter.clear();
    request.sort = QStringLiteral("custom.nothing");
    CHECK(exchange::listRecords(*files.context, request).error().code
        == QStringLiteral("UNKNOWN_COLUMN"));
    const auto shown = value(
        exchange::showRecord(*files.context, QStringLiteral("customer"), QStringLiteral("甲公司")));
    CHECK(shown[QStringLiteral("custom.agreed")].toString() == QStringLiteral("300.00"));
}
