// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

using namespace chengdan::tests;

namespace {

QJsonObject calcResult(const char* operation, const char* input)
{
    const CtlRun run = ctl({QStringLiteral("calc"), QString::fromLatin1(operation)}, input);
    CHECK(run.exit == 0);
    return run.json();
}

QString member(const char* operation, const char* input, const char* key)
{
    return calcResult(operation, input)[QLatin1String(key)].toVariant().toString();
}

QString calcRefusal(const char* operation, const char* input)
{
    const CtlRun run = ctl(
        {QStringLiteral("calc"), QString::fromLatin1(operation), QStringLiteral("--json")}, input);
    CHECK(run.exit == 1);
    CHECK_FALSE(run.json()[QStringLiteral("ok")].toBool());
    return run.firstError();
}

} // namespace

TEST_CASE("calc answers an object with an object and an array with an array", "[cli][calc]")
{
    const QJsonObject one = calcResult("split", R"({"total":1000,"weights":[1,2]})");
    CHECK(one[QStringLiteral("parts")] == QJsonArray{333, 667});
    CHECK_FALSE(one[QStringLiteral("trace")].toArray().isEmpty());

    const CtlRun many = ctl("calc split -",
        R"([{"total":-100000,"weights":[1,1,1]},{"total":1,"weights":[0]},{"total":5,"weights":[3333,3333,3334]}])");
    CHECK(many.exit == 0);
    const QJsonArray results = QJsonDocument::fromJson(many.output).array();
    REQUIRE(results.size() == 3);
    CHECK(results[0][QStringLiteral("parts")] == QJsonArray{-33334, -33333, -33333});
    CHECK(results[1][QStringLiteral("refused")].toBool());
    CHECK(results[1][QStringLiteral("error")] == QStringLiteral("NO_WEIGHT"));
    CHECK(results[2][QStringLiteral("parts")] == QJsonArray{2, 1, 2});
}

TEST_CASE("calc with --json wraps results and refusals in the common form", "[cli][calc]")
{
    const CtlRun run = ctl("calc split --json", R"({"total":1000,"weights":[1,2]})");
    CHECK(run.exit == 0);
    CHECK(run.json()[QStringLiteral("ok")].toBool());
    CHECK(run.json()[QStringLiteral("result")][QStringLiteral("parts")] == QJsonArray{333, 667});
    const CtlRun bare = ctl("calc split", R"({"total":1,"weights":[]})");
    CHECK(bare.exit == 1);
    CHECK(bare.json()[QStringLiteral("refused")].toBool());
    CHECK(bare.json()[QStringLiteral("error")] == QStringLiteral("NO_WEIGHT"));
    CHECK(calcRefusal("split", R"({"total":1,"weights":[]})") == QStringLiteral("NO_WEIGHT"));
}

TEST_CASE("calc money", "[cli][calc]")
{
    CHECK(calcResult("plan_split",
              R"({"total":10000001,"bp":[3000,6000,1000]})")[QStringLiteral("amounts")]
        == QJsonArray{3000000, 6000001, 1000000});
    CHECK(calcRefusal("plan_split", R"({"total":100,"bp":[3000,6000]})")
        == QStringLiteral("PLAN_NOT_100"));
    CHECK(member("line", R"({"base":1132950,"rate_bp":800,"factors_bp":[8500,9000]})", "amount")
        == QStringLiteral("69337"));
    CHECK(member("tax_from_gross", R"({"gross":1000000,"rate_bp":1300})", "net")
        == QStringLiteral("884956"));
    CHECK(member("tax_from_gross", R"({"gross":1000000,"rate_bp":1300})", "tax")
        == QStringLiteral("115044"));
    CHECK(calcRefusal("tax_from_gross", R"({"gross":1000000,"rate_bp":12.5})")
        == QStringLiteral("RATE_PRECISION"));
    CHECK(calcRefusal("line", R"({"base":10000000000000000,"rate_bp":1})")
        == QStringLiteral("OVERFLOW_GUARD"));
}

TEST_CASE("calc capitals and credit codes", "[cli][calc]")
{
    CHECK(member("capital", R"({"amount_fen":140950})", "text")
        == QStringLiteral("人民币壹仟肆佰零玖元伍角整"));
    CHECK(member("capital_parse", R"({"text":"人民币壹仟肆佰零玖元伍角整"})", "amount_fen")
        == QStringLiteral("140950"));
    CHECK(calcRefusal("capital_parse", R"({"text":"一千元"})") == QStringLiteral("CAPITAL_FORMAT"));
    const QJsonObject wrong = calcResult("credit_code", R"({"code":"91350100M000100Y44"})");
    CHECK_FALSE(wrong[QStringLiteral("valid")].toBool());
    CHECK(wrong[QStringLiteral("reason")] == QStringLiteral("CREDIT_CODE_CHECK"));
    const QJsonObject right = calcResult("credit_code", R"({"code":" 91350100m000100y43 "})");
    CHECK(right[QStringLiteral("valid")].toBool());
    CHECK(right[QStringLiteral("normalised")] == QStringLiteral("91350100M000100Y43"));
}

TEST_CASE("E8 through calc: guide, floor, depth, margin and the level needed", "[cli][calc]")
{
    const auto judged = [](const char* price) {
        const QString input = QStringLiteral(
            R"({"c4":"22.5868","policy":{"method":"markup","rate_bp":1500,"min_markup_bp":500},)"
            R"("grade":"B","price":"%1","authority":[{"grade":"B","level":1,"depth_bp":300},)"
            R"({"grade":"B","level":2,"depth_bp":600},{"grade":"B","level":3,"depth_bp":1000}]})")
                                  .arg(QString::fromLatin1(price));
        return calcResult("price", input.toUtf8().constData());
    };
    CHECK(judged("25.20")[QStringLiteral("needed_level")] == 1);
    CHECK(judged("25.19")[QStringLiteral("needed_level")] == 2);
    CHECK(judged("24.41")[QStringLiteral("needed_level")] == 3);
    const QJsonObject low = judged("23.71");
    CHECK(low[QStringLiteral("needed_level")] == 4);
    CHECK(low[QStringLiteral("floor")] == QStringLiteral("23.72"));
    CHECK(low[QStringLiteral("guide")] == QStringLiteral("25.97"));
    CHECK(judged("25.97")[QStringLiteral("margin")] == QStringLiteral("13.0273"));
}

TEST_CASE("E11 through calc: the price in another currency", "[cli][calc]")
{
    CHECK(
        member("price",
            R"({"c4":"22.5868","policy":{"rate_bp":1500},"fx":{"rate":"7.1234","buffer_bp":100,"decimals":4}})",
            "fx_price")
        == QStringLiteral("3.6822"));
}

TEST_CASE("E10 through calc: document totals", "[cli][calc]")
{
    const QJsonObject net = calcResult(
        "doc_total", R"({"mode":"net","lines":[{"price":"12.34","qty":"300","tax_bp":1300}]})");
    CHECK(net[QStringLiteral("amount")] == 370200);
    CHECK(net[QStringLiteral("tax")] == 48126);
    CHECK(net[QStringLiteral("total")] == 418326);
    const QJsonObject gross = calcResult(
        "doc_total", R"({"mode":"gross","lines":[{"price":"13.94","qty":"300","tax_bp":1300}]})");
    CHECK(gross[QStringLiteral("amount")] == 370088);
    CHECK(gross[QStringLiteral("tax")] == 48112);
    CHECK(gross[QStringLiteral("total")] == 418200);
    CHECK(gross[QStringLiteral("lines")][0][QStringLiteral("total")] == 418200);
    CHECK(calcRefusal("doc_total", R"({"mode":"net","lines":[{"price":"1","tax_bp":0}]})")
        == QStringLiteral("FIELD_MISSING"));
}

TEST_CASE("a wrong command line exits 2 and says what is wrong", "[cli]")
{
    for (const char* line : {"--json",
             "nonsense --json",
             "cost --json --item A",
             "cost --json --colour red",
             "calc --json",
             "calc nonsense --json",
             "cost --json --qty"}) {
        INFO(line);
        const CtlRun run = ctl(line);
        CHECK(run.exit == 2);
        CHECK(run.firstError().startsWith(QStringLiteral("USAGE_")));
        CHECK_FALSE(run.firstError("message").isEmpty());
    }
}

TEST_CASE("global options may stand before and after the command", "[cli]")
{
    const QByteArray input = R"({"total":1,"weights":[]})";
    const QString english = ctl("--lang en --json calc split", input).firstError("message");
    CHECK(english == ctl("calc --json split --lang=en", input).firstError("message"));
    const QString chinese = ctl("calc split --json --lang zh", input).firstError("message");
    CHECK(chinese != english);
    CHECK(chinese == ctl("calc split --json", input).firstError("message"));
}

TEST_CASE("broken input is refused, not guessed at", "[cli][calc]")
{
    CHECK(calcRefusal("split", "{") == QStringLiteral("JSON_FORMAT"));
    CHECK(calcRefusal("split", "") == QStringLiteral("JSON_FORMAT"));
    CHECK(calcRefusal("split", "{}") == QStringLiteral("FIELD_MISSING"));
    CHECK(calcRefusal("split", R"({"total":"1000","weights":[1]})")
        == QStringLiteral("NUMBER_FORMAT"));
    CHECK(
        calcRefusal("split", R"({"total":0.5,"weights":[1]})") == QStringLiteral("NUMBER_FORMAT"));
    CHECK(ctl("calc split no_such_file.json --json").exit == 1);
}
