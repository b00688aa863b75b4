// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/exchange/import_file.h"
#include "tests/unit/exchange/import_support.h"

#include <atomic>

using namespace chengdan;
using chengdan::tests::ImportCompany;
using chengdan::tests::value;

namespace {

exchange::ImportReport stagedImport(const ImportCompany& company,
    const char* kind,
    const QByteArray& text,
    const exchange::ImportOptions& options = {})
{
    const auto report = value(exchange::importFile(*company.context,
        QString::fromLatin1(kind),
        company.write(QStringLiteral("staged.csv"), text),
        options));
    for (const Error& error : report.errors)
        UNSCOPED_INFO(Catch::StringMaker<Error>::convert(error));
    CHECK(report.rows
        == report.created + report.updated + report.unchanged + report.duplicates
            + report.rejected);
    return report;
}

} // namespace

TEST_CASE("a row that repeats another's number or code under a different key is refused",
    "[exchange][import]")
{
    const ImportCompany company;
    const auto report = stagedImport(company,
        "customers",
        "编号,名称,信用代码\nK1,甲公司,91350100M000100Y43\nK2,乙公司,91350100M000100Y43\n");
    CHECK(report.rejected == 1);
    REQUIRE_FALSE(report.errors.empty());
    CHECK(report.errors[0].code == QStringLiteral("DUPLICATE"));
    CHECK(report.errors[0].field == QStringLiteral("credit_code"));
    CHECK(report.errors[0].arg(QStringLiteral("other")) == QStringLiteral("甲公司"));
    CHECK(company.count("customer") == 0);
}

TEST_CASE(
    "a number the program gives is none that a later row of the file bears", "[exchange][import]")
{
    const ImportCompany company;
    stagedImport(company, "customers", "名称\n零公司\n");
    const QString first =
        storage::select<customers::Customer>(company.database->reader())[0].number;
    const QString next = first.chopped(1) + QStringLiteral("2");
    stagedImport(company, "customers", "编号,名称\n,甲公司\n" + next.toUtf8() + ",乙公司\n");
    const auto rows = storage::select<customers::Customer>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].number == next);
    CHECK(rows[1].number != next);
    CHECK_FALSE(rows[1].number.isEmpty());
}

TEST_CASE("of several primary contacts the last one of the file stays one", "[exchange][import]")
{
    const ImportCompany company;
    stagedImport(company, "customers", "名称\n甲公司\n");
    stagedImport(
        company, "contacts", "客户,姓名,主要联系人\n甲公司,一,是\n甲公司,二,是\n甲公司,三,\n");
    stagedImport(company, "contacts", "客户,姓名,主要联系人\n甲公司,四,是\n");
    const auto contacts = storage::select<customers::Contact>(
        company.database->reader(), QStringLiteral("ORDER BY rid"));
    REQUIRE(contacts.size() == 4);
    CHECK_FALSE(contacts[0].primary);
    CHECK_FALSE(contacts[1].primary);
    CHECK_FALSE(contacts[2].primary);
    CHECK(contacts[3].primary);
}

TEST_CASE("an import that is stopped writes nothing", "[exchange][import]")
{
    const ImportCompany company;
    QByteArray text = "名称\n";
    for (int i = 0; i < 2000; ++i)
        text += "公司" + QByteArray::number(i) + "\n";
    exchange::ImportOptions options;
    qint64 most = 0;
    options.progress = [&](qint64 done, qint64 total) {
        CHECK(total == 2000);
        most = std::max(most, done);
        return done < 1000;
    };
    const auto stopped = exchange::importFile(*company.context,
        QStringLiteral("customers"),
        company.write(QStringLiteral("staged.csv"), text),
        options);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == QStringLiteral("CANCELLED"));
    CHECK(most >= 1000);
    CHECK(company.count("customer") == 0);
}

TEST_CASE("a save while the rows are checked makes them checked again", "[exchange][import]")
{
    const ImportCompany company;
    exchange::ImportOptions options;
    int passes = 0;
    options.progress = [&](qint64 done, qint64) {
        if (done == 0 && passes++ == 0) {
            // Somebody saves a customer with the same credit code behind the import's back.
            company.database->write(
                exchange::companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
                    customers::Customer other;
                    other.id = CustomerId::make(company.context->ids);
                    other.meta.root = other.id;
                    other.number = QStringLiteral("X1");
                    other.name = QStringLiteral("先到公司");
                    storage::insert(transaction, other);
                    return {};
                });
        }
        return true;
    };
    const auto report = stagedImport(company, "customers", "编号,名称\nX2,甲公司\n", options);
    CHECK(passes == 2);
    CHECK(report.applied);
    CHECK(company.count("customer") == 2);
}

TEST_CASE("many rows go in by one range entry of the journal and come back unchanged",
    "[exchange][import]")
{
    const ImportCompany company;
    QByteArray text = "编号,名称,等级,城市\n";
    for (int i = 0; i < 1200; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "N" + n + ",第" + n + "公司,B,宁波\n";
    }
    const qint64 before = company.count("_op");
    CHECK(stagedImport(company, "customers", text).created == 1200);
    CHECK(company.count("customer") == 1200);
    CHECK(company.count("_op") - before < 100);
    CHECK(stagedImport(company, "customers", text).unchanged == 1200);
    const auto changed = stagedImport(
        company, "customers", QByteArray(text).replace("N7,第7公司,B", "N7,第7公司,C"));
    CHECK(changed.updated == 1);
    CHECK(changed.unchanged == 1199);
}

TEST_CASE("of the rows of a file only those that are stored already are read whole",
    "[exchange][import][plan]")
{
    const ImportCompany company;
    const QByteArray known = "编号,名称\nK1,甲公司\nK2,乙公司\n";
    stagedImport(company, "customers", known);
    QByteArray more = known;
    for (int i = 3; i < 40; ++i)
        more += QStringLiteral("K%1,第%1公司\n").arg(i).toUtf8();
    std::atomic<int> whole{0};
    storage::setStatementObserver([&](const storage::StatementCost& cost) {
        if (cost.sql.contains(QStringLiteral("credit_code, kind"))
            && cost.sql.contains(QStringLiteral("FROM customer")))
            ++whole;
    });
    const auto report = stagedImport(company, "customers", more);
    storage::setStatementObserver({});
    CHECK(report.unchanged == 2);
    CHECK(report.created == 37);
    CHECK(whole == 2);
}
