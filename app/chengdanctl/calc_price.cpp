// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/calc_operations.h"
#include "core/quoting/document_total.h"
#include "core/quoting/pricing.h"

namespace chengdan::ctl {

namespace {

using quoting::FloatAuthority;
using quoting::PricePolicy;

QJsonValue percentJson(const std::optional<Rate>& rate)
{
    constexpr int kAllPlaces = 4;
    return rate ? QJsonValue(percentText(*rate, kAllPlaces)) : QJsonValue();
}

/// {"method":"markup"|"margin","rate_bp":1500,"min_markup_bp":500,"step":"0.05","decimals":2}
PricePolicy readPolicy(CalcInput& input)
{
    CalcInput part = input.object("policy");
    PricePolicy policy;
    const QString method = part.text("method", QStringLiteral("markup"));
    if (method == QStringLiteral("margin")) {
        policy.method = quoting::PriceMethod::Margin;
    } else if (method != QStringLiteral("markup")) {
        part.refuse(Error::make("VALUE_UNKNOWN",
            part.pathTo("method"),
            {{QStringLiteral("text"), method.left(40)},
                {QStringLiteral("allowed"), QStringLiteral("markup | margin")}}));
    }
    policy.rate = part.basisPoints("rate_bp");
    policy.minMarkup = part.basisPoints("min_markup_bp", Rate());
    policy.step = part.decimal<UnitPrice>("step", UnitPrice());
    policy.priceDecimals = static_cast<int>(
        std::clamp<qint64>(part.integer("decimals", policy.priceDecimals), -1, 99));
    input.join(part);
    return policy;
}

/// Either rows [{"grade":"B","level":1,"depth_bp":300}, …] (no grade: every grade) or the depths of
/// the levels from 1 on, [300, 600, 1000].
std::vector<FloatAuthority> readAuthority(CalcInput& input)
{
    std::vector<FloatAuthority> rows;
    if (!input.has("authority"))
        return rows;
    const QJsonArray array = input.raw("authority").toArray();
    if (!array.isEmpty() && array.first().isDouble()) {
        int level = 0;
        for (const qint64 bp : input.integers("authority", true, true))
            rows.push_back({{}, ++level, Rate::fromRaw(std::clamp<qint64>(bp, -1, 10'001) * 100)});
    } else {
        for (CalcInput& part : input.objects("authority")) {
            FloatAuthority row;
            row.grade = part.text("grade", QString());
            row.level = static_cast<int>(std::clamp<qint64>(part.integer("level"), 0, 99));
            row.maxDepth = part.basisPoints("depth_bp");
            input.join(part);
            rows.push_back(row);
        }
    }
    for (const FloatAuthority& row : rows) {
        if (row.maxDepth.raw() < 0 || row.maxDepth.raw() > Rate::kOne)
            input.refuse(Error::make("RATE_RANGE", input.pathTo("authority")));
    }
    return rows;
}

quoting::PricedLine readPricedLine(CalcInput& input)
{
    const QString line = input.text("line", QStringLiteral("product"));
    if (line == QStringLiteral("tool"))
        return quoting::PricedLine::Tool;
    if (line != QStringLiteral("product")) {
        input.refuse(Error::make("VALUE_UNKNOWN",
            input.pathTo("line"),
            {{QStringLiteral("text"), line.left(40)},
                {QStringLiteral("allowed"), QStringLiteral("product | tool")}}));
    }
    return quoting::PricedLine::Product;
}

/// Adds the price in another currency: {"rate":"7.1234","buffer_bp":100,"decimals":4}.
Result<void> addForeign(CalcInput& input, UnitPrice price, QJsonObject& result)
{
    if (!input.has("fx"))
        return {};
    CalcInput part = input.object("fx");
    const auto rate = part.decimal<ExchangeRate>("rate");
    const Rate buffer = part.basisPoints("buffer_bp", Rate());
    const int decimals = static_cast<int>(std::clamp<qint64>(part.integer("decimals", 2), -1, 99));
    if (part.failed())
        return fail(*part.failed());
    const auto foreign = quoting::foreignPrice(price, rate, buffer, decimals);
    if (!foreign)
        return fail(foreign.error());
    result.insert(QStringLiteral("fx_price"), quoting::priceText(*foreign, decimals));
    return {};
}

} // namespace

Result<QJsonObject> calcPrice(CalcInput& input, Language)
{
    quoting::PriceRequest request;
    request.c4 = input.decimal<UnitCost>("c4");
    request.policy = readPolicy(input);
    request.grade = input.text("grade", QString());
    if (input.has("price"))
        request.price = input.decimal<UnitPrice>("price");
    request.authority = readAuthority(input);
    request.line = readPricedLine(input);
    if (input.failed())
        return fail(*input.failed());
    const auto verdict = quoting::judgePrice(request);
    if (!verdict)
        return fail(verdict.error());
    const int places = request.policy.priceDecimals;
    QJsonObject result{{QStringLiteral("guide"), quoting::priceText(verdict->guide, places)},
        {QStringLiteral("floor"), quoting::priceText(verdict->floor, places)},
        {QStringLiteral("price"), quoting::priceText(verdict->price, places)},
        {QStringLiteral("depth"), percentJson(verdict->depth)},
        {QStringLiteral("margin"), percentJson(verdict->margin)},
        {QStringLiteral("needed_level"), verdict->level},
        {QStringLiteral("below_floor"), verdict->belowFloor},
        {QStringLiteral("trace"), QJsonArray::fromStringList(verdict->trace)}};
    const auto foreign = addForeign(input, verdict->price, result);
    if (!foreign)
        return fail(foreign.error());
    return result;
}

Result<QJsonObject> calcDocTotal(CalcInput& input, Language)
{
    const QString modeText = input.text("mode", QStringLiteral("net"));
    const auto mode =
        modeText == QStringLiteral("gross") ? quoting::TaxMode::Gross : quoting::TaxMode::Net;
    if (mode == quoting::TaxMode::Net && modeText != QStringLiteral("net")) {
        input.refuse(Error::make("VALUE_UNKNOWN",
            QStringLiteral("mode"),
            {{QStringLiteral("text"), modeText.left(40)},
                {QStringLiteral("allowed"), QStringLiteral("net | gross")}}));
    }
    const auto currency = Currency::parse(input.text("currency", QStringLiteral("CNY")));
    if (!currency)
        input.refuse(currency.error());
    std::vector<quoting::TotalLine> lines;
    for (CalcInput& part : input.objects("lines")) {
        lines.push_back({part.decimal<UnitPrice>("price"),
            part.decimal<Quantity>("qty"),
            part.basisPoints("tax_bp")});
        input.join(part);
    }
    if (input.failed())
        return fail(*input.failed());
    const auto total = quoting::documentTotal(lines, mode, *currency);
    if (!total)
        return fail(total.error());
    QJsonArray lineArray;
    QJsonArray trace;
    for (const quoting::LineTotal& line : total->lines) {
        lineArray.append(QJsonObject{{QStringLiteral("amount"), line.amount},
            {QStringLiteral("tax"), line.tax},
            {QStringLiteral("total"), line.total}});
        trace.append(line.trace);
    }
    return QJsonObject{{QStringLiteral("lines"), lineArray},
        {QStringLiteral("amount"), total->amount.minor()},
        {QStringLiteral("tax"), total->tax.minor()},
        {QStringLiteral("total"), total->total.minor()},
        {QStringLiteral("trace"), trace}};
}

} // namespace chengdan::ctl
