// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/costing_json.h"

namespace chengdan::exchange {

namespace {

QString fullText(qint64 raw, int decimals)
{
    return formatDecimal(raw, decimals, decimals);
}

QJsonObject figuresJson(const std::vector<quoting::CostResult::ItemFigure>& figures, int decimals)
{
    QJsonObject object;
    for (const auto& figure : figures)
        object.insert(figure.item, fullText(figure.raw, decimals));
    return object;
}

} // namespace

QJsonObject costingJson(
    const quoting::CostResult& result, const quoting::AskedCost& asked, Language language)
{
    QJsonObject elements;
    for (const quoting::Element element : quoting::kElements) {
        elements.insert(
            quoting::elementCode(element), asked.elements[quoting::slot(element)].toFullString());
    }
    QJsonObject object{{QStringLiteral("unit_cost"), asked.unit.toFullString()},
        {QStringLiteral("elements"), elements},
        {QStringLiteral("required_qty"),
            figuresJson(result.requiredQuantities(), Quantity::kDecimals)},
        {QStringLiteral("item_unit_cost"),
            figuresJson(result.itemUnitCosts(), UnitCost::kDecimals)},
        {QStringLiteral("byproduct_unit_cost"),
            figuresJson(result.byproductUnitCosts(), UnitCost::kDecimals)},
        {QStringLiteral("leaves"), QJsonArray::fromStringList(result.leaves())},
        {QStringLiteral("op_minutes"), result.opMinutes.toFullString()},
        {QStringLiteral("lot"), result.lot.toFullString()},
        {QStringLiteral("base_currency"), result.baseCurrency},
        {QStringLiteral("date"), result.date.toString(Qt::ISODate)}};
    if (result.c4)
        object.insert(QStringLiteral("c4"), result.c4->toString(4));
    QJsonArray warnings;
    for (const QJsonObject& warning : costNotesJson(result.warnings, language))
        warnings.append(warning);
    object.insert(QStringLiteral("warnings"), warnings);
    return object;
}

QList<QJsonObject> costNotesJson(std::span<const quoting::CostNote> notes, Language language)
{
    QList<QJsonObject> objects;
    for (const quoting::CostNote& note : notes) {
        QJsonObject object;
        for (const auto& [name, value] : note.error.args)
            object.insert(name, value);
        object.insert(QStringLiteral("code"), note.error.code);
        object.insert(QStringLiteral("field"), note.error.field);
        object.insert(QStringLiteral("item"), note.item);
        object.insert(QStringLiteral("path"), QJsonArray::fromStringList(note.path));
        object.insert(QStringLiteral("message"), sentence(note.error, language));
        objects.append(object);
    }
    return objects;
}

QJsonArray costingTraceJson(
    const quoting::CostInput& input, const quoting::CostResult& result, Language language)
{
    QJsonArray array;
    for (const quoting::TraceLine& line :
        quoting::traceOf(input, result, 0, std::nullopt, language)) {
        array.append(QJsonObject{{QStringLiteral("subject"), line.subject},
            {QStringLiteral("formula"), line.formula},
            {QStringLiteral("amount"), line.amount.toFullString()},
            {QStringLiteral("source"), line.source}});
    }
    return array;
}

QString costingText(const quoting::CostResult& result, const quoting::AskedCost& asked)
{
    constexpr qsizetype kNameWidth = 6;
    constexpr qsizetype kNumberWidth = 20;
    const auto line = [](const QString& name, const QString& number) {
        return name.leftJustified(kNameWidth) + number.rightJustified(kNumberWidth)
            + QLatin1Char('\n');
    };
    QString text;
    for (const quoting::Element element : quoting::kElements) {
        const UnitCost cost = asked.elements[quoting::slot(element)];
        if (!cost.isZero())
            text += line(quoting::elementCode(element), cost.toFullString());
    }
    text += QString(kNameWidth + kNumberWidth, QLatin1Char('-')) + QLatin1Char('\n');
    text += line(QStringLiteral("C8"), asked.unit.toFullString());
    if (result.c4)
        text += line(QStringLiteral("C4"), result.c4->toString(4));
    return text;
}

} // namespace chengdan::exchange
