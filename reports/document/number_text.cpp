// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/number_text.h"

namespace chengdan::reports {

QString groupedDigits(const QString& plainNumber)
{
    QString text = plainNumber;
    const qsizetype first = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > first; at -= 3)
        text.insert(at, QLatin1Char(','));
    return text;
}

QString moneyText(Money money)
{
    return groupedDigits(money.toString());
}

QString quantityText(Quantity quantity)
{
    return groupedDigits(quantity.toString());
}

QString priceText(UnitPrice price, int places)
{
    return groupedDigits(price.toString(places));
}

int placesOf(UnitPrice price)
{
    const QString text = price.toString();
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    return point < 0 ? 0 : static_cast<int>(text.size() - point - 1);
}

QString rateText(Rate rate)
{
    return percentText(rate) + QLatin1Char('%');
}

} // namespace chengdan::reports
