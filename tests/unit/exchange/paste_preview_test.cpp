// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer.h"
#include "core/exchange/pasted_preview.h"
#include "core/pipeline/opportunity.h"
#include "tests/support/catch.h"

using namespace chengdan;
using chengdan::tests::value;
using exchange::PastedCell;

namespace {

const schema::RecordType& dealType()
{
    return schema::describe<pipeline::Opportunity>();
}

std::vector<const schema::Column*> dealColumns(std::initializer_list<const char*> names)
{
    std::vector<const schema::Column*> columns;
    for (const char* name : names) {
        columns.push_back(dealType().column(QString::fromLatin1(name)));
        REQUIRE(columns.back() != nullptr);
    }
    return columns;
}

exchange::PastePreview previewed(const char* text, const exchange::PasteOptions& options = {})
{
    return exchange::previewPaste(
        dealType(), value(exchange::parsePastedTable(QString::fromUtf8(text))), options);
}

} // namespace

TEST_CASE("each pasted cell says whether it is taken, understood differently or refused",
    "[exchange][paste]")
{
    const auto preview =
        previewed("商机名称\t金额\t赢率\t开始日期\t没有的列\n框架\t1.2万\t35%\t2026年3月12日\tx\n"
                  "夹具\t12000.5\t0.4\t2026-03-12\t\n\t#N/A\t很高\t2026-13-01\t\n");
    CHECK(preview.hasHeader);
    REQUIRE(preview.rows.size() == 3);
    REQUIRE(preview.columns.size() == 5);
    CHECK(preview.columns[4] == nullptr);
    const auto& first = preview.rows[0];
    CHECK(first[0].verdict == PastedCell::Verdict::Ok);
    CHECK(first[1].verdict == PastedCell::Verdict::Changed);
    CHECK(first[1].typed == QStringLiteral("1.2万"));
    CHECK(first[1].shown == QStringLiteral("12000"));
    CHECK(schema::toInteger(first[1].value) == 1'200'000);
    CHECK(first[2].verdict == PastedCell::Verdict::Ok);
    CHECK(first[3].verdict == PastedCell::Verdict::Changed);
    CHECK(first[3].shown == QStringLiteral("2026-03-12"));
    CHECK(first[4].verdict == PastedCell::Verdict::Ignored);
    const auto& second = preview.rows[1];
    CHECK(second[1].verdict == PastedCell::Verdict::Ok);
    CHECK(second[2].verdict == PastedCell::Verdict::Changed);
    CHECK(second[2].shown == QStringLiteral("40%"));
    CHECK(second[3].verdict == PastedCell::Verdict::Ok);
    const auto& third = preview.rows[2];
    CHECK(third[0].error->code == QStringLiteral("REQUIRED"));
    CHECK(third[1].error->code == QStringLiteral("CELL_ERROR"));
    CHECK(third[1].error->field == QStringLiteral("amount"));
    CHECK(third[2].error->code == QStringLiteral("NUMBER_FORMAT"));
    CHECK(third[3].error->code == QStringLiteral("DATE_FORMAT"));
    CHECK(preview.failedRows == 1);
    CHECK(preview.failed == 4);
    CHECK(preview.changed == 3);
}

TEST_CASE("without names the cells fall on the columns of the table, or where the person puts them",
    "[exchange][paste]")
{
    exchange::PasteOptions options;
    options.from = dealColumns({"amount", "name"});
    const auto preview = previewed("１２，０００\t框架\t多余\n¥8.50\t\n", options);
    CHECK_FALSE(preview.hasHeader);
    REQUIRE(preview.rows.size() == 2);
    REQUIRE(preview.rows[0].size() == 3);
    CHECK(preview.rows[0][0].shown == QStringLiteral("12000"));
    CHECK(preview.rows[0][2].verdict == PastedCell::Verdict::Ignored);
    CHECK(preview.rows[1][0].shown == QStringLiteral("8.5"));
    CHECK(preview.rows[1][1].error->code == QStringLiteral("REQUIRED"));

    options.mapping = dealColumns({"name"});
    options.mapping->push_back(nullptr);
    const auto chosen = previewed("一\t二\n", options);
    CHECK(chosen.rows[0][0].shown == QStringLiteral("一"));
    CHECK(chosen.rows[0][1].verdict == PastedCell::Verdict::Ignored);
}

TEST_CASE("a pasted name stands for a record when one is found", "[exchange][paste]")
{
    exchange::PasteOptions options;
    options.resolve = [](const QString& table, const QString& name) -> Result<schema::Value> {
        CHECK(table == QStringLiteral("customer"));
        if (name == QStringLiteral("甲公司"))
            return schema::Value(QByteArray(16, '\1'));
        return fail("REFERENCE_UNKNOWN", {}, {{QStringLiteral("text"), name}});
    };
    const auto preview = previewed("商机名称\t客户\n一\t甲公司\n二\t乙公司\n", options);
    REQUIRE(preview.rows.size() == 2);
    CHECK(preview.rows[0][1].verdict == PastedCell::Verdict::Ok);
    CHECK(preview.rows[1][1].error->field == QStringLiteral("customer"));
    CHECK(preview.failedRows == 1);
}
