// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/document_total.h"

#include <optional>

namespace chengdan::quoting {

Result<LineTotal> lineTotal(const TotalLine& line, TaxMode mode, Currency currency)
{
    constexpr qint64 kWhole = Rate::kOne;
    constexpr int kExactDecimals = UnitPrice::kDecimals + Quantity::kDecimals;
    if (line.tax.raw() < 0 || line.tax.raw() > kWhole)
        return fail("RATE_RANGE", QStringLiteral("tax"));
    const auto product = narrow(divide(static_cast<Int128>(line.price.raw()) * line.quantity.raw(),
        powerOfTen(kExactDecimals - currency.decimals()),
        Rounding::HalfUp));
    if (!product)
        return fail("OVERFLOW_GUARD");
    const auto text = [&](qint64 minor) { return Money::fromMinor(minor, currency).toString(); };
    const QString factors = line.price.toString(2) + QStringLiteral(" × ")
        + line.quantity.toString() + QStringLiteral(" = ") + text(*product);
    const QString taxText = percentText(line.tax) + QLatin1Char('%');
    LineTotal result;
    if (mode == TaxMode::Net) {
        const auto tax = mulDiv(*product, line.tax.raw(), kWhole, Rounding::HalfUp);
        const auto total = tax ? add(*product, *tax) : std::nullopt;
        if (!total)
            return fail("OVERFLOW_GUARD");
        result = {*product, *tax, *total, {}};
        result.trace = QStringLiteral("amount = %1; tax = %2 × %3 = %4; total = %5")
                           .arg(factors, text(result.amount), taxText, text(*tax), text(*total));
        return result;
    }
    const auto amount = mulDiv(*product, kWhole, kWhole + line.tax.raw(), Rounding::HalfUp);
    if (!amount)
        return fail("OVERFLOW_GUARD");
    result = {*amount, *product - *amount, *product, {}};
    result.trace =
        QStringLiteral("total = %1; amount = %2 ÷ (1 + %3) = %4; tax = %5")
            .arg(factors, text(result.total), taxText, text(result.amount), text(result.tax));
    return result;
}

Result<DocumentTotal> documentTotal(
    std::span<const TotalLine> lines, TaxMode mode, Currency currency)
{
    DocumentTotal result;
    result.lines.reserve(lines.size());
    std::optional<qint64> amount = 0;
    std::optional<qint64> total = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = lineTotal(lines[i], mode, currency);
        if (!line) {
            line.error().args.append({QStringLiteral("line"), QString::number(i + 1)});
            return fail(line.error());
        }
        amount = add(*amount, line->amount);
        total = add(*total, line->total);
        if (!amount || !total)
            return fail("OVERFLOW_GUARD");
        result.lines.push_back(std::move(*line));
    }
    const auto tax = subtract(*total, *amount);
    if (!tax)
        return fail("OVERFLOW_GUARD");
    result.amount = Money::fromMinor(*amount, currency);
    result.tax = Money::fromMinor(*tax, currency);
    result.total = Money::fromMinor(*total, currency);
    return result;
}

} // namespace chengdan::quoting
