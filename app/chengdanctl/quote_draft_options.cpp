// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/quote_draft_options.h"

#include "core/catalog/item.h"
#include "core/customers/customer.h"
#include "core/exchange/record_filter.h"

namespace chengdan::ctl {

namespace {

Error atOption(Error error, const char* option)
{
    error.field = QStringLiteral("--") + QLatin1String(option);
    return error;
}

template <typename Record>
Result<decltype(Record::id)> recordNamed(
    const access::Context& context, const char* option, const QString& name)
{
    using RecordId = decltype(Record::id);
    auto id = context.database.read([&](storage::Connection& connection) -> Result<RecordId> {
        const auto value = exchange::referenceFromText(
            connection, context.database.types(), schema::describe<Record>(), name);
        if (!value)
            return fail(value.error());
        RecordId result;
        schema::ColumnTraits<RecordId>::fromValue(*value, result);
        return result;
    });
    if (!id)
        return fail(atOption(id.error(), option));
    return id;
}

/// Reads an option that may be missing into `target` by a parser of text.
template <typename Target, typename Parse>
Result<void> readOption(const Arguments& arguments, const char* option, Target& target, Parse parse)
{
    if (!arguments.has(option))
        return {};
    auto value = parse(arguments.value(option));
    if (!value)
        return fail(atOption(value.error(), option));
    target = *value;
    return {};
}

Result<QDate> isoDate(const QString& text)
{
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return fail("DATE_FORMAT", {}, {{QStringLiteral("text"), text.left(40)}});
    return date;
}

Result<quoting::TaxMode> taxMode(const QString& text)
{
    if (const auto mode = schema::fromCode<quoting::TaxMode>(text))
        return *mode;
    return fail("VALUE_UNKNOWN",
        {},
        {{QStringLiteral("text"), text.left(40)},
            {QStringLiteral("allowed"), QStringLiteral("net | gross")}});
}

Result<quoting::DraftLine> draftLine(
    const access::Context& context, const QString& item, const QString& quantities, QString price)
{
    quoting::DraftLine line;
    const auto id = recordNamed<catalog::Item>(context, "item", item);
    if (!id)
        return fail(id.error());
    line.item = *id;
    std::optional<UnitPrice> typed;
    if (!price.isEmpty()) {
        const auto parsed = UnitPrice::parse(price);
        if (!parsed)
            return fail(atOption(parsed.error(), "price"));
        typed = *parsed;
    }
    std::vector<Quantity> from;
    for (const QString& text : quantities.split(QLatin1Char(','))) {
        const auto quantity = Quantity::parse(text.trimmed());
        if (!quantity)
            return fail(atOption(quantity.error(), "qty"));
        from.push_back(*quantity);
    }
    line.qty = from.front();
    if (from.size() == 1) {
        line.price = typed;
        return line;
    }
    for (const Quantity quantity : from)
        line.tiers.push_back({quantity, {}, typed});
    return line;
}

Result<void> readLines(
    const access::Context& context, const Arguments& arguments, quoting::QuoteDraft& draft)
{
    const QStringList items = arguments.all("item");
    const QStringList quantities = arguments.all("qty");
    const QStringList prices = arguments.all("price");
    for (const char* option : {"item", "qty"}) {
        if (auto needed = arguments.needed(option); !needed)
            return fail(needed.error());
    }
    if (items.size() != quantities.size() || (!prices.isEmpty() && prices.size() != items.size()))
        return fail("USAGE_PAIRS", QStringLiteral("--qty"));
    for (qsizetype i = 0; i < items.size(); ++i) {
        auto line = draftLine(context, items[i], quantities[i], prices.value(i));
        if (!line)
            return fail(line.error());
        draft.lines.push_back(std::move(*line));
    }
    return {};
}

} // namespace

Result<quoting::QuoteDraft> quoteDraftFromOptions(
    const access::Context& context, const Arguments& arguments)
{
    quoting::QuoteDraft draft;
    const auto name = arguments.needed("customer");
    if (!name)
        return fail(name.error());
    const auto customer = recordNamed<customers::Customer>(context, "customer", *name);
    if (!customer)
        return fail(customer.error());
    draft.customer = *customer;
    if (auto lines = readLines(context, arguments, draft); !lines)
        return fail(lines.error());
    draft.quotedOn = context.clock.today();
    const std::initializer_list<Result<void>> results{
        readOption(arguments, "date", draft.quotedOn, isoDate),
        readOption(arguments, "valid-until", draft.validUntil, isoDate),
        readOption(arguments, "mode", draft.taxMode, taxMode),
        readOption(
            arguments, "tax", draft.taxRate, [](const QString& t) { return rateFromPercent(t); }),
        readOption(arguments,
            "currency",
            draft.currency,
            [](const QString& t) { return Currency::parse(t); }),
        readOption(arguments, "rate", draft.exchangeRate, [](const QString& t) {
            return ExchangeRate::parse(t);
        })};
    for (const Result<void>& result : results) {
        if (!result)
            return fail(result.error());
    }
    draft.title = arguments.value("title");
    if (arguments.has("payment"))
        draft.paymentTerms = arguments.value("payment");
    draft.deliveryTerms = arguments.value("delivery");
    draft.freight = arguments.value("freight");
    draft.remarks = arguments.value("remarks");
    return draft;
}

} // namespace chengdan::ctl
