// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/quote_json.h"

#include "app/chengdanctl/text_table.h"

#include <QJsonArray>

namespace chengdan::ctl {

namespace {

QJsonValue priceJson(const std::optional<UnitPrice>& price, int decimals)
{
    return price ? QJsonValue(quoting::priceText(*price, decimals)) : QJsonValue();
}

/// Cost figures of a line or tier, where the reader may see them.
void insertCost(QJsonObject& object, const std::optional<quoting::QuoteLineCost>& cost)
{
    if (!cost || cost->snapshotHash.isEmpty())
        return;
    object.insert(QStringLiteral("c4"), cost->cost.toString(4));
    object.insert(QStringLiteral("lot"), cost->lot.toString());
    object.insert(QStringLiteral("floor"), cost->floorPrice.toString(2));
    object.insert(QStringLiteral("margin"),
        cost->margin ? QJsonValue(percentText(*cost->margin, 4)) : QJsonValue());
}

QJsonObject lineJson(const quoting::QuoteLineView& view, const quoting::QuoteRevision& revision)
{
    const quoting::QuoteLine& line = view.line;
    const auto money = [&](schema::MinorUnits amount) {
        return Money::fromMinor(amount.minor, revision.currency).toString();
    };
    QJsonObject object{{QStringLiteral("seq"), line.seq},
        {QStringLiteral("type"), schema::codeOf(line.type)},
        {QStringLiteral("item"), line.itemCode},
        {QStringLiteral("name"), line.itemName},
        {QStringLiteral("qty"), line.qty.toString()},
        {QStringLiteral("uom"), line.uom},
        {QStringLiteral("price"), priceJson(line.unitPrice, revision.priceDecimals)},
        {QStringLiteral("guide"), priceJson(line.guidePrice, revision.priceDecimals)},
        {QStringLiteral("needed_level"), line.neededLevel},
        {QStringLiteral("tax"), percentText(line.taxRate)},
        {QStringLiteral("amount"), money(line.netAmount)},
        {QStringLiteral("tax_amount"), money(line.taxAmount)},
        {QStringLiteral("total"), money(line.grossAmount)},
        {QStringLiteral("lead_time"), line.leadTime},
        {QStringLiteral("counts"), view.counts}};
    insertCost(object, view.cost);
    QJsonArray tiers;
    for (const quoting::QuoteTierView& tier : view.tiers) {
        QJsonObject row{{QStringLiteral("from"), tier.tier.fromQty.toString()},
            {QStringLiteral("price"), priceJson(tier.tier.unitPrice, revision.priceDecimals)},
            {QStringLiteral("guide"), priceJson(tier.tier.guidePrice, revision.priceDecimals)},
            {QStringLiteral("needed_level"), tier.tier.neededLevel}};
        insertCost(row, tier.cost);
        tiers.append(row);
    }
    if (!tiers.isEmpty())
        object.insert(QStringLiteral("tiers"), tiers);
    return object;
}

} // namespace

QJsonObject quoteJson(const quoting::QuoteView& view)
{
    QJsonArray lines;
    for (const quoting::QuoteLineView& line : view.lines)
        lines.append(lineJson(line, view.revision));
    const quoting::QuoteRevision& revision = view.revision;
    return QJsonObject{{QStringLiteral("number"), view.quote.number},
        {QStringLiteral("revision"), revision.revisionNo},
        {QStringLiteral("state"), schema::codeOf(revision.state)},
        {QStringLiteral("customer"), view.customer.name},
        {QStringLiteral("title"), view.quote.title},
        {QStringLiteral("date"), revision.quotedOn.toString(Qt::ISODate)},
        {QStringLiteral("valid_until"), revision.validUntil.toString(Qt::ISODate)},
        {QStringLiteral("currency"), revision.currency.code()},
        {QStringLiteral("exchange_rate"), revision.exchangeRate.toString()},
        {QStringLiteral("tax_mode"), schema::codeOf(revision.taxMode)},
        {QStringLiteral("lines"), lines},
        {QStringLiteral("amount"), view.net().toString()},
        {QStringLiteral("tax"), view.tax().toString()},
        {QStringLiteral("total"), view.gross().toString()},
        {QStringLiteral("needed_level"), view.level},
        {QStringLiteral("complete"), view.complete},
        {QStringLiteral("approved"), view.approved}};
}

QString quoteText(const quoting::QuoteView& view)
{
    std::vector<QStringList> rows;
    const int decimals = view.revision.priceDecimals;
    const auto price = [&](const std::optional<UnitPrice>& value) {
        return value ? quoting::priceText(*value, decimals) : QString();
    };
    for (const quoting::QuoteLineView& line : view.lines) {
        rows.push_back({QString::number(line.line.seq),
            line.line.itemCode,
            line.line.itemName,
            line.line.qty.toString(),
            line.line.uom,
            price(line.line.unitPrice),
            Money::fromMinor(line.line.netAmount.minor, view.revision.currency).toString()});
        for (const quoting::QuoteTierView& tier : line.tiers) {
            rows.push_back({QString(),
                QString(),
                QString(),
                QStringLiteral("≥ ") + tier.tier.fromQty.toString(),
                QString(),
                price(tier.tier.unitPrice),
                QString()});
        }
    }
    return QStringLiteral("%1 R%2  %3  %4\n")
               .arg(view.quote.number)
               .arg(view.revision.revisionNo)
               .arg(schema::codeOf(view.revision.state), view.customer.name)
        + alignedTable({QStringLiteral("#"),
                           QStringLiteral("item"),
                           QStringLiteral("name"),
                           QStringLiteral("qty"),
                           QStringLiteral("uom"),
                           QStringLiteral("price"),
                           QStringLiteral("amount")},
            rows)
        + QStringLiteral("%1 + %2 = %3 %4\n")
              .arg(view.net().toString(),
                  view.tax().toString(),
                  view.gross().toString(),
                  view.revision.currency.code());
}

} // namespace chengdan::ctl
