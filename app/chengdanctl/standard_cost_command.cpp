// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/cost_source.h"
#include "app/chengdanctl/text_table.h"
#include "core/quoting/standard_cost.h"

#include <QJsonArray>

#include <algorithm>

namespace chengdan::ctl {

namespace {

struct NewPrice {
    int item = -1;
    UnitCost price;
};

/// `--price ITEM=PRICE`, each per base unit in base currency.
Result<std::vector<NewPrice>> readPrices(
    const Arguments& arguments, const quoting::CostInput& input)
{
    std::vector<NewPrice> prices;
    for (const QString& text : arguments.all("price")) {
        const auto equals = text.lastIndexOf(QLatin1Char('='));
        const QString code = text.left(equals < 0 ? text.size() : equals);
        const int item = input.itemIndex(code);
        if (item < 0) {
            return fail("E_NO_ITEM",
                QStringLiteral("price"),
                {{QStringLiteral("item"), code}, {QStringLiteral("path"), code}});
        }
        const auto price = UnitPrice::parse(equals < 0 ? QStringView() : text.mid(equals + 1));
        if (!price)
            return fail(withOption(price.error(), "price"));
        const auto cost = multiply(price->raw(), UnitCost::kOne / UnitPrice::kOne);
        const auto narrowed = cost ? narrow(*cost) : std::nullopt;
        if (!narrowed)
            return fail("OVERFLOW_GUARD", QStringLiteral("price"));
        prices.push_back({item, UnitCost::fromRaw(*narrowed)});
    }
    return prices;
}

QString costText(const std::optional<UnitCost>& cost)
{
    return cost ? cost->toFullString() : QString();
}

QJsonValue costJson(const std::optional<UnitCost>& cost)
{
    return cost ? QJsonValue(cost->toFullString()) : QJsonValue(QJsonValue::Null);
}

/// Every item: lot, cost and elements, or why it has none.
Outcome everyItem(
    const quoting::CostInput& input, const quoting::StandardCosts& costs, Language language)
{
    QJsonArray items;
    std::vector<QStringList> rows;
    for (int item = 0; item < costs.itemCount(); ++item) {
        const auto unit = costs.unit(item);
        const auto total = costs.unitTotal(item);
        QJsonObject object{{QStringLiteral("item"), input.item(item).code},
            {QStringLiteral("lot"), costs.lot(item).toString()},
            {QStringLiteral("unit_cost"), costJson(total)}};
        QString reason;
        if (unit) {
            QJsonObject elements;
            for (quoting::Element element : quoting::kElements)
                elements.insert(
                    quoting::elementCode(element), (*unit)[quoting::slot(element)].toFullString());
            object.insert(QStringLiteral("elements"), elements);
        } else if (const Error* error = costs.error(item)) {
            object.insert(QStringLiteral("error"), errorJson(*error, language));
            reason = error->code;
        } else {
            reason = QStringLiteral("↓"); // something below it
        }
        items.append(object);
        rows.push_back(
            {input.item(item).code, costs.lot(item).toString(), costText(total), reason});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("items"), items}},
        alignedTable({QStringLiteral("item"),
                         QStringLiteral("lot"),
                         QStringLiteral("unit_cost"),
                         QStringLiteral("error")},
            rows));
}

/// Only the items another price changes, with their cost before and after.
Outcome changedItems(const quoting::CostInput& input,
    quoting::StandardCosts& costs,
    const std::vector<NewPrice>& prices)
{
    std::vector<std::optional<UnitCost>> before;
    for (int item = 0; item < costs.itemCount(); ++item)
        before.push_back(costs.unitTotal(item));
    std::vector<int> touched;
    for (const NewPrice& price : prices) {
        costs.setPrice(price.item, price.price);
        touched.push_back(price.item);
    }
    std::vector<int> changed = costs.recostFrom(touched);
    std::sort(changed.begin(), changed.end());
    QJsonArray items;
    std::vector<QStringList> rows;
    for (const int item : changed) {
        const auto& old = before[static_cast<std::size_t>(item)];
        const auto now = costs.unitTotal(item);
        items.append(QJsonObject{{QStringLiteral("item"), input.item(item).code},
            {QStringLiteral("before"), costJson(old)},
            {QStringLiteral("after"), costJson(now)}});
        rows.push_back({input.item(item).code, costText(old), costText(now)});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("changed"), items}},
        alignedTable(
            {QStringLiteral("item"), QStringLiteral("before"), QStringLiteral("after")}, rows));
}

} // namespace

Outcome runStandardCost(const Call& call)
{
    if (!call.words().isEmpty()) {
        return Outcome::refused(
            Error::make("USAGE_WORD", {}, {{QStringLiteral("text"), call.words().first()}}),
            call.language);
    }
    const auto source = readCostSource(call);
    if (!source)
        return Outcome::refused(source.error(), call.language);
    const auto prices = readPrices(call.arguments, source->input);
    if (!prices)
        return Outcome::refused(prices.error(), call.language);
    auto costs = quoting::StandardCosts::prepare(source->input, source->date, source->baseCurrency);
    costs.recostAll();
    return prices->empty() ? everyItem(source->input, costs, call.language)
                           : changedItems(source->input, costs, *prices);
}

} // namespace chengdan::ctl
