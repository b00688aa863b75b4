// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/format.h"

#include "core/base/arithmetic.h"

#include <algorithm>

namespace chengdan::ui {

namespace {

struct ExactNumber {
    Int128 digits = 0;
    int places = 0;
};

/// Typed signs in the one spelling the reader knows.
QString plainSigns(QStringView typed)
{
    QString text;
    text.reserve(typed.size());
    for (const QChar c : typed) {
        const char16_t code = c.unicode();
        if (code >= 0xFF01 && code <= 0xFF5E) // full-width ASCII
            text += QChar(char16_t(code - 0xFEE0));
        else if (code == 0x00D7 || code == 0x2217) // × ∗
            text += QLatin1Char('*');
        else if (code == 0x2212 || code == 0x2013) // minus sign, en dash
            text += QLatin1Char('-');
        else if (code == 0xFFE5 || code == 0x00A5 || c.isSpace()) // ￥ ¥
            continue;
        else if (code == 0x3002) // 。 typed for a decimal point
            text += QLatin1Char('.');
        else
            text += c;
    }
    return text;
}

/// Commas only where they group by three: 12,000 but not 1,2.
bool dropGrouping(QString& number)
{
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    const QString whole = point < 0 ? number : number.left(point);
    if (!whole.contains(QLatin1Char(',')))
        return !number.contains(QLatin1Char(','));
    const QStringList groups = whole.split(QLatin1Char(','));
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const bool first = i == 0;
        if (first ? groups[i].isEmpty() || groups[i].size() > 3 : groups[i].size() != 3)
            return false;
    }
    number = groups.join(QString()) + (point < 0 ? QString() : number.mid(point));
    return !number.contains(QLatin1Char(','));
}

Result<ExactNumber> readFactor(QString text)
{
    qint64 unit = 1;
    while (text.endsWith(QChar(0x4E07)) || text.endsWith(QChar(0x4EBF))) { // 万 亿
        unit *= text.endsWith(QChar(0x4E07)) ? 10'000 : 100'000'000;
        text.chop(1);
        if (unit > 1'000'000'000'000)
            return fail("NUMBER_FORMAT");
    }
    if (text.isEmpty() || !dropGrouping(text))
        return fail("NUMBER_FORMAT");
    ExactNumber number;
    bool point = false;
    bool any = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('.') && !point) {
            point = true;
            continue;
        }
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return fail("NUMBER_FORMAT");
        any = true;
        const auto shifted = multiply(number.digits, Int128(10));
        const auto next = shifted ? add(*shifted, Int128(c.digitValue())) : std::nullopt;
        if (!next)
            return fail("OVERFLOW_GUARD");
        number.digits = *next;
        number.places += point ? 1 : 0;
    }
    if (!any)
        return fail("NUMBER_FORMAT");
    const auto scaled = multiply(number.digits, Int128(unit));
    if (!scaled)
        return fail("OVERFLOW_GUARD");
    number.digits = *scaled;
    return number;
}

QString decimalText(ExactNumber number, bool negative)
{
    QString digits;
    for (Int128 rest = number.digits; rest != 0; rest /= 10)
        digits.prepend(QLatin1Char(char('0' + int(rest % 10))));
    while (digits.size() <= number.places)
        digits.prepend(QLatin1Char('0'));
    if (number.places > 0) {
        digits.insert(digits.size() - number.places, QLatin1Char('.'));
        while (digits.endsWith(QLatin1Char('0')))
            digits.chop(1);
        if (digits.endsWith(QLatin1Char('.')))
            digits.chop(1);
    }
    return negative && number.digits != 0 ? QLatin1Char('-') + digits : digits;
}

} // namespace

QString grouped(const QString& plainDecimal)
{
    QString text = plainDecimal;
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const qsizetype start = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > start; at -= 3)
        text.insert(at, QLatin1Char(','));
    return text;
}

QString moneyText(Money money)
{
    return grouped(money.toString());
}

QString fenText(qint64 fen)
{
    return grouped(formatDecimal(fen, 2, 2));
}

QString wholeFenText(qint64 fen)
{
    return fen % 100 == 0 ? grouped(QString::number(fen / 100)) : fenText(fen);
}

QString tenThousandText(qint64 fen)
{
    const auto hundredths = narrow(divide(fen, 10'000, Rounding::HalfUp));
    return grouped(formatDecimal(hundredths.value_or(0), 2, 2));
}

QString unitPriceText(UnitPrice price, int atLeast)
{
    return grouped(price.toString(atLeast));
}

QString unitCostText(UnitCost cost, int places)
{
    const auto steps =
        narrow(divide(cost.raw(), powerOfTen(UnitCost::kDecimals - places), Rounding::HalfUp));
    return grouped(formatDecimal(steps.value_or(0), places, places));
}

QString quantityText(Quantity quantity)
{
    return grouped(quantity.toString());
}

QString rateText(Rate rate, int places)
{
    const auto steps = narrow(divide(rate.raw(), powerOfTen(4 - places), Rounding::HalfUp));
    return grouped(formatDecimal(steps.value_or(0), places, places)) + QLatin1Char('%');
}

QString dateText(QDate date, QDate today)
{
    if (!date.isValid())
        return noValue();
    return date.toString(
        date.year() == today.year() ? QStringLiteral("MM-dd") : QStringLiteral("yyyy-MM-dd"));
}

QString noValue()
{
    return QString(QChar(0x2014));
}

Result<QString> plainNumber(QStringView typed)
{
    QString text = plainSigns(typed);
    const bool negative = text.startsWith(QLatin1Char('-'));
    if (negative || text.startsWith(QLatin1Char('+')))
        text.remove(0, 1);
    ExactNumber product{1, 0};
    for (const QString& part : text.split(QLatin1Char('*'))) {
        const auto factor = readFactor(part);
        if (!factor)
            return fail(factor.error().code == QLatin1String("NUMBER_FORMAT")
                    ? Error::make(
                        "NUMBER_FORMAT", {}, {{QStringLiteral("text"), typed.toString().trimmed()}})
                    : factor.error());
        const auto next = multiply(product.digits, factor->digits);
        if (!next || product.places + factor->places > 30)
            return fail("OVERFLOW_GUARD");
        product = {*next, product.places + factor->places};
    }
    return decimalText(product, negative);
}

} // namespace chengdan::ui
