// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_draft_json.h"

#include <QJsonArray>

namespace chengdan::quoting {

namespace {

// The fields of each struct once, for both directions.
template <typename Tier, typename Visit>
void eachTierField(Tier& tier, const Visit& visit)
{
    visit("from", tier.from);
    visit("lot", tier.lot);
    visit("price", tier.price);
}

template <typename Line, typename Visit>
void eachLineField(Line& line, const Visit& visit)
{
    visit("uid", line.uid);
    visit("type", line.type);
    visit("item", line.item);
    visit("name", line.name);
    visit("description", line.description);
    visit("qty", line.qty);
    visit("uom", line.uom);
    visit("annual_qty", line.annualQty);
    visit("tier_type", line.tierType);
    visit("price", line.price);
    visit("tax", line.tax);
    visit("lead_time", line.leadTime);
    visit("customer_part_no", line.customerPartNo);
    visit("optional", line.optional);
    visit("alt_group", line.altGroup);
    visit("internal_note", line.internalNote);
}

template <typename Draft, typename Visit>
void eachQuoteField(Draft& draft, const Visit& visit)
{
    visit("customer", draft.customer);
    visit("contact", draft.contact);
    visit("opportunity", draft.opportunity);
    visit("title", draft.title);
    visit("quoted_on", draft.quotedOn);
    visit("currency", draft.currency);
    visit("exchange_rate", draft.exchangeRate);
    visit("fx_buffer", draft.fxBuffer);
    visit("tax_mode", draft.taxMode);
    visit("tax_rate", draft.taxRate);
    visit("price_decimals", draft.priceDecimals);
    visit("valid_until", draft.validUntil);
    visit("payment_terms", draft.paymentTerms);
    visit("delivery_terms", draft.deliveryTerms);
    visit("freight", draft.freight);
    visit("remarks", draft.remarks);
    visit("internal_note", draft.internalNote);
    visit("read_at", draft.readAt);
}

struct DraftWrite {
    QJsonObject& json;

    template <typename T>
    void operator()(const char* name, const T& field) const
    {
        const schema::Value value = schema::ColumnTraits<T>::toValue(field);
        if (const auto* number = std::get_if<qint64>(&value))
            json.insert(QLatin1String(name), *number);
        else if (const auto* text = std::get_if<QString>(&value))
            json.insert(QLatin1String(name), *text);
        else if (const auto* bytes = std::get_if<QByteArray>(&value))
            json.insert(QLatin1String(name), QString::fromLatin1(bytes->toHex()));
    }
};

struct DraftRead {
    const QJsonObject& json;

    template <typename T>
    void operator()(const char* name, T& field) const
    {
        const QJsonValue value = json.value(QLatin1String(name));
        if (value.isUndefined())
            return;
        if (value.isDouble())
            schema::ColumnTraits<T>::fromValue(value.toInteger(), field);
        else if (schema::ColumnTraits<T>::kType == schema::ColumnType::Id)
            schema::ColumnTraits<T>::fromValue(
                QByteArray::fromHex(value.toString().toLatin1()), field);
        else
            schema::ColumnTraits<T>::fromValue(value.toString(), field);
    }
};

} // namespace

QJsonObject toJson(const QuoteDraft& draft)
{
    QJsonObject json;
    eachQuoteField(draft, DraftWrite{json});
    QJsonArray lines;
    for (const DraftLine& line : draft.lines) {
        QJsonObject lineJson;
        eachLineField(line, DraftWrite{lineJson});
        QJsonArray tiers;
        for (const DraftTier& tier : line.tiers) {
            QJsonObject tierJson;
            eachTierField(tier, DraftWrite{tierJson});
            tiers.append(tierJson);
        }
        lineJson.insert(QStringLiteral("tiers"), tiers);
        lines.append(lineJson);
    }
    json.insert(QStringLiteral("lines"), lines);
    return json;
}

QuoteDraft quoteDraftFromJson(const QJsonObject& json)
{
    QuoteDraft draft;
    eachQuoteField(draft, DraftRead{json});
    for (const QJsonValue& lineValue : json.value(QStringLiteral("lines")).toArray()) {
        const QJsonObject lineJson = lineValue.toObject();
        DraftLine line;
        eachLineField(line, DraftRead{lineJson});
        for (const QJsonValue& tierValue : lineJson.value(QStringLiteral("tiers")).toArray()) {
            const QJsonObject tierJson = tierValue.toObject();
            eachTierField(line.tiers.emplace_back(), DraftRead{tierJson});
        }
        draft.lines.push_back(std::move(line));
    }
    return draft;
}

} // namespace chengdan::quoting
