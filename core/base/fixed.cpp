// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fixed.h"

namespace chengdan {

namespace {

// The size of the smallest int64, which is one more than that of the largest.
constexpr Int128 kLargestSize = static_cast<Int128>(1) << 63;

} // namespace

Result<qint64> parseDecimal(QStringView text, int decimals)
{
    const auto bad = [&] {
        return fail("NUMBER_FORMAT", {}, {{QStringLiteral("text"), text.left(40).toString()}});
    };
    qsizetype at = 0;
    const bool negative = text.startsWith(QLatin1Char('-'));
    if (negative || text.startsWith(QLatin1Char('+')))
        ++at;
    Int128 value = 0;
    int places = -1; // -1: no point seen yet
    bool digits = false;
    for (; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        if (c == u'.' && places < 0) {
            places = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return bad();
        digits = true;
        if (places >= 0 && places == decimals) {
            if (c != u'0') {
                return fail("NUMBER_PRECISION",
                    {},
                    {{QStringLiteral("text"), text.left(40).toString()},
                        {QStringLiteral("digits"), QString::number(decimals)}});
            }
            continue;
        }
        value = value * 10 + (c - u'0');
        if (value > kLargestSize)
            return fail("OVERFLOW_GUARD");
        if (places >= 0)
            ++places;
    }
    if (!digits)
        return bad();
    const auto scaled = multiply(value, powerOfTen(decimals - std::max(places, 0)));
    const auto result = scaled ? narrow(negative ? -*scaled : *scaled) : std::nullopt;
    if (!result)
        return fail("OVERFLOW_GUARD");
    return *result;
}

QString formatDecimal(qint64 raw, int decimals, int atLeast)
{
    const bool negative = raw < 0;
    const quint64 size =
        negative ? quint64(0) - static_cast<quint64>(raw) : static_cast<quint64>(raw);
    const quint64 one = static_cast<quint64>(powerOfTen(decimals));
    QString fraction = QString::number(size % one).rightJustified(decimals, QLatin1Char('0'));
    qsizetype keep = decimals;
    while (keep > atLeast && fraction.at(keep - 1) == QLatin1Char('0'))
        --keep;
    fraction.truncate(keep);
    QString text = QString::number(size / one);
    if (keep > 0)
        text += QLatin1Char('.') + fraction;
    return negative ? QLatin1Char('-') + text : text;
}

Result<Rate> rateFromPercent(QStringView percent)
{
    return parseDecimal(percent, Rate::kDecimals - 2).map([](qint64 raw) {
        return Rate::fromRaw(raw);
    });
}

QString percentText(Rate rate, int atLeast)
{
    return formatDecimal(rate.raw(), Rate::kDecimals - 2, atLeast);
}

} // namespace chengdan
