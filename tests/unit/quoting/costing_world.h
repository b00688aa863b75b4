// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/costing.h"
#include "tests/support/catch.h"

/// A small company for costing tests: rows by short calls, decimals as text so that every figure
/// stands in the test as the example writes it.
namespace chengdan::tests {

inline Quantity qty(const char* text)
{
    return value(Quantity::parse(QString::fromLatin1(text)));
}
inline UnitPrice yuan(const char* text)
{
    return value(UnitPrice::parse(QString::fromLatin1(text)));
}
inline Rate percent(const char* text)
{
    return value(rateFromPercent(QString::fromLatin1(text)));
}
inline qint64 minutes(const char* text)
{
    return value(parseDecimal(QString::fromLatin1(text), 6)) * 60 / 1000;
}

class CostingWorld {
public:
    quoting::CostTables tables;

    CostingWorld()
    {
        uom("pcs", "count");
        uom("kg", "mass");
        uom("t", "mass", 1000);
        uom("g", "mass", 1, 1000);
        uom("m", "length");
        uom("cm", "length", 1, 100);
    }
    void uom(const char* code, const char* category, qint64 num = 1, qint64 den = 1)
    {
        tables.uoms.push_back({QString::fromLatin1(code), QString::fromLatin1(category), num, den});
    }
    quoting::ItemRow& item(const QString& code,
        quoting::ItemKind kind = quoting::ItemKind::Buy,
        const char* baseUom = "pcs")
    {
        quoting::ItemRow row;
        row.code = code;
        row.kind = kind;
        row.baseUom = QString::fromLatin1(baseUom);
        tables.items.push_back(row);
        return tables.items.back();
    }
    /// A bought item with one open price per base UoM.
    quoting::ItemRow& bought(const QString& code,
        const char* unitPrice,
        const char* baseUom = "pcs",
        quoting::Element element = quoting::Element::Mat)
    {
        price(code, unitPrice);
        quoting::ItemRow& row = item(code, quoting::ItemKind::Buy, baseUom);
        row.element = element;
        return row;
    }
    quoting::PriceRow& price(const QString& code, const char* unitPrice)
    {
        quoting::PriceRow row;
        row.priceId = QStringLiteral("P%1").arg(tables.prices.size() + 1);
        row.itemCode = code;
        row.price = yuan(unitPrice);
        tables.prices.push_back(row);
        return tables.prices.back();
    }
    /// A released, always valid BOM named after its item.
    quoting::BomRow& bom(const QString& code, const char* revision = "A")
    {
        quoting::BomRow row;
        row.bomId = code + QLatin1Char('/') + QString::fromLatin1(revision);
        row.itemCode = code;
        row.revision = QString::fromLatin1(revision);
        tables.boms.push_back(row);
        return tables.boms.back();
    }
    void made(const QString& code)
    {
        item(code, quoting::ItemKind::Make);
        bom(code);
    }
    quoting::BomLineRow& line(
        const QString& code, const QString& component, const char* quantity, const char* rev = "A")
    {
        quoting::BomLineRow row;
        row.bomId = code + QLatin1Char('/') + QString::fromLatin1(rev);
        row.lineNo = static_cast<int>(tables.bomLines.size()) + 1;
        row.component = component;
        row.qty = qty(quantity);
        tables.bomLines.push_back(row);
        return tables.bomLines.back();
    }
    quoting::OperationRow& operation(const QString& code,
        int seq,
        const QString& center,
        const char* setupMin,
        const char* runMin)
    {
        quoting::OperationRow row;
        row.bomId = code + QLatin1String("/A");
        row.opSeq = seq;
        row.workCenter = center;
        row.setupMs = minutes(setupMin);
        row.runMs = minutes(runMin);
        tables.operations.push_back(row);
        return tables.operations.back();
    }
    quoting::WorkCenterRateRow& center(const QString& code, const char* machine, const char* labor)
    {
        quoting::WorkCenterRateRow row;
        row.workCenter = code;
        row.machineRate = yuan(machine);
        row.laborRate = yuan(labor);
        tables.workCenterRates.push_back(row);
        return tables.workCenterRates.back();
    }
    quoting::OverheadRow& overhead(int seq,
        quoting::OverheadLevel level,
        const QString& base,
        const char* pct,
        quoting::Element target)
    {
        quoting::OverheadRow row;
        row.ruleId = QStringLiteral("O%1").arg(seq);
        row.seq = seq;
        row.level = level;
        row.base = *quoting::elementSetOf(base);
        row.pct = percent(pct);
        row.target = target;
        tables.overheads.push_back(row);
        return tables.overheads.back();
    }
    quoting::ToolRow& tool(
        const QString& code, const char* cost, const char* prepaidPct, const char* amortQty)
    {
        quoting::ToolRow row;
        row.toolId = QStringLiteral("T%1").arg(tables.tools.size() + 1);
        row.itemCode = code;
        row.cost = yuan(cost);
        row.prepaid = percent(prepaidPct);
        row.amortQty = qty(amortQty);
        tables.tools.push_back(row);
        return tables.tools.back();
    }

    quoting::CostRequest request(const QString& code, const char* quantity) const
    {
        quoting::CostRequest request;
        request.item = code;
        request.quantity = qty(quantity);
        request.date = date;
        return request;
    }
    quoting::CostResult cost(
        const QString& code, const char* quantity, const quoting::Overrides& overrides = {}) const
    {
        return quoting::cost(quoting::CostInput::build(tables), request(code, quantity), overrides);
    }
    QDate date = QDate(2026, 6, 1);
};

/// "MAT" → the element of the asked item per unit, as text without trailing zeros.
inline QString part(const quoting::CostResult& result, const char* code)
{
    return result.elements[quoting::slot(*quoting::elementOf(QString::fromLatin1(code)))]
        .toString();
}
inline QString c4(const quoting::CostResult& result)
{
    if (!result.c4)
        return result.errors.empty() ? QStringLiteral("no cost")
                                     : result.errors.front().error.code + QLatin1Char(' ')
                + result.errors.front().path.join(QLatin1Char('>'));
    return result.c4->toString();
}
inline QString unitOf(const quoting::CostResult& result, const QString& item)
{
    const int node = result.nodeOf(item);
    return node < 0 ? QStringLiteral("absent")
                    : result.nodes[static_cast<std::size_t>(node)].unitTotal().toString();
}
inline QString requiredOf(const quoting::CostResult& result, const QString& item)
{
    for (const auto& figure : result.requiredQuantities()) {
        if (figure.item == item)
            return Quantity::fromRaw(figure.raw).toString();
    }
    return QStringLiteral("absent");
}
inline QStringList errorCodes(const quoting::CostResult& result)
{
    QStringList codes;
    for (const auto& note : result.errors)
        codes.append(note.error.code);
    return codes;
}
inline QStringList warningCodes(const quoting::CostResult& result)
{
    QStringList codes;
    for (const auto& note : result.warnings)
        codes.append(note.error.code);
    return codes;
}
inline QString operator""_s(const char* text, std::size_t size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

} // namespace chengdan::tests
