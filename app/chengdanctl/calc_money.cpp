// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/calc_operations.h"
#include "core/base/capital.h"
#include "core/base/credit_code.h"
#include "core/base/money.h"

#include <numeric>

namespace chengdan::ctl {

namespace {

constexpr qint64 kWholeBp = 10'000;

QJsonArray integersJson(const std::vector<qint64>& values)
{
    QJsonArray array;
    for (const qint64 value : values)
        array.append(value);
    return array;
}

QString fenText(qint64 fen)
{
    return Money::fromFen(fen).toString();
}

QString bpText(qint64 bp)
{
    return formatDecimal(bp, 2, 0) + QLatin1Char('%');
}

QString sharesTrace(qint64 total, const std::vector<qint64>& parts)
{
    QStringList shown;
    for (const qint64 part : parts)
        shown.append(fenText(part));
    return fenText(total) + QStringLiteral(" = ") + shown.join(QStringLiteral(" + "));
}

} // namespace

Result<QJsonObject> calcSplit(CalcInput& input, Language)
{
    const qint64 total = input.integer("total");
    const std::vector<qint64> weights = input.integers("weights");
    if (input.failed())
        return fail(*input.failed());
    const auto parts = split(total, weights);
    if (!parts)
        return fail(parts.error());
    return QJsonObject{{QStringLiteral("parts"), integersJson(*parts)},
        {QStringLiteral("trace"), QJsonArray{sharesTrace(total, *parts)}}};
}

Result<QJsonObject> calcPlanSplit(CalcInput& input, Language)
{
    const qint64 total = input.integer("total");
    const std::vector<qint64> shares = input.integers("bp", true, true);
    if (input.failed())
        return fail(*input.failed());
    Int128 sum = 0;
    for (const qint64 share : shares) {
        if (share < 0 || share > kWholeBp)
            return fail("RATE_RANGE", QStringLiteral("bp"));
        sum += share;
    }
    if (sum != kWholeBp) {
        return fail("PLAN_NOT_100",
            QStringLiteral("bp"),
            {{QStringLiteral("x"), formatDecimal(narrow(sum).value_or(0), 2, 0)}});
    }
    const auto parts = split(total, shares);
    if (!parts)
        return fail(parts.error());
    return QJsonObject{{QStringLiteral("amounts"), integersJson(*parts)},
        {QStringLiteral("trace"), QJsonArray{sharesTrace(total, *parts)}}};
}

Result<QJsonObject> calcLine(CalcInput& input, Language)
{
    // One rounding per line: everything is multiplied exactly and divided once (money-flow rules).
    constexpr qint64 kLargestBase = 1'000'000'000'000'000;
    constexpr qint64 kLargestFactor = 30'000;
    constexpr std::size_t kMostFactors = 4;
    const qint64 base = input.integer("base");
    const Rate rate = input.basisPoints("rate_bp");
    const std::vector<qint64> factors = input.integers("factors_bp", false, true);
    if (input.failed())
        return fail(*input.failed());
    const qint64 rateBp = rate.raw() / (Rate::kOne / kWholeBp);
    if (rateBp < 0 || rateBp > kWholeBp)
        return fail("RATE_RANGE", QStringLiteral("rate_bp"));
    if (base <= -kLargestBase || base >= kLargestBase || factors.size() > kMostFactors)
        return fail("OVERFLOW_GUARD");
    Int128 numerator = static_cast<Int128>(base) * rateBp;
    Int128 denominator = kWholeBp;
    QString formula = fenText(base) + QStringLiteral(" × ") + bpText(rateBp);
    for (const qint64 factor : factors) {
        if (factor < 0 || factor > kLargestFactor)
            return fail("OVERFLOW_GUARD", QStringLiteral("factors_bp"));
        numerator *= factor;
        denominator *= kWholeBp;
        formula += QStringLiteral(" × ") + formatDecimal(factor, 4, 2);
    }
    const auto amount = narrow(divide(numerator, denominator, Rounding::HalfUp));
    if (!amount)
        return fail("OVERFLOW_GUARD");
    return QJsonObject{{QStringLiteral("amount"), *amount},
        {QStringLiteral("trace"), QJsonArray{formula + QStringLiteral(" = ") + fenText(*amount)}}};
}

Result<QJsonObject> calcTaxFromGross(CalcInput& input, Language)
{
    const qint64 gross = input.integer("gross");
    const Rate rate = input.basisPoints("rate_bp");
    if (input.failed())
        return fail(*input.failed());
    if (rate.raw() < 0 || rate.raw() > Rate::kOne)
        return fail("RATE_RANGE", QStringLiteral("rate_bp"));
    const auto net = mulDiv(gross, Rate::kOne, Rate::kOne + rate.raw(), Rounding::HalfUp);
    if (!net)
        return fail("OVERFLOW_GUARD");
    const qint64 tax = gross - *net;
    return QJsonObject{{QStringLiteral("net"), *net},
        {QStringLiteral("tax"), tax},
        {QStringLiteral("trace"),
            QJsonArray{QStringLiteral("net = %1 ÷ (1 + %2%) = %3")
                           .arg(fenText(gross), percentText(rate), fenText(*net)),
                QStringLiteral("tax = %1 − %2 = %3")
                    .arg(fenText(gross), fenText(*net), fenText(tax))}}};
}

Result<QJsonObject> calcCapital(CalcInput& input, Language)
{
    const qint64 fen = input.integer("amount_fen");
    if (input.failed())
        return fail(*input.failed());
    const auto text = rmbCapitals(fen);
    if (!text)
        return fail(text.error());
    return QJsonObject{{QStringLiteral("text"), *text},
        {QStringLiteral("trace"), QJsonArray{fenText(fen) + QStringLiteral(" = ") + *text}}};
}

Result<QJsonObject> calcCapitalParse(CalcInput& input, Language)
{
    const QString text = input.text("text");
    if (input.failed())
        return fail(*input.failed());
    const auto fen = parseRmbCapitals(text);
    if (!fen)
        return fail(fen.error());
    return QJsonObject{{QStringLiteral("amount_fen"), *fen},
        {QStringLiteral("trace"), QJsonArray{text + QStringLiteral(" = ") + fenText(*fen)}}};
}

Result<QJsonObject> calcCreditCode(CalcInput& input, Language language)
{
    const QString code = input.text("code");
    if (input.failed())
        return fail(*input.failed());
    // A wrong code is an answer here, not a refusal: the question was whether it is right.
    const auto normalised = normaliseCreditCode(code);
    QJsonObject result{{QStringLiteral("valid"), normalised.has_value()},
        {QStringLiteral("normalised"), normalised ? QJsonValue(*normalised) : QJsonValue()},
        {QStringLiteral("reason"),
            normalised ? QJsonValue() : QJsonValue(normalised.error().code)}};
    if (!normalised)
        result.insert(QStringLiteral("message"), sentence(normalised.error(), language));
    result.insert(QStringLiteral("trace"),
        QJsonArray{code
            + (normalised ? QStringLiteral(" → ") + *normalised
                          : QStringLiteral(": ") + normalised.error().code)});
    return result;
}

} // namespace chengdan::ctl
