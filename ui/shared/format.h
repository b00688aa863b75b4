// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QDate>
#include <QString>

namespace chengdan::ui {

// Display text of exact numbers. Grouped with commas, ASCII minus, never rounded unless a function
// says so; the text is for eyes only and is never read back.

/// "1234567.5" → "1,234,567.5"; sign and decimals are kept.
QString grouped(const QString& plainDecimal);

QString moneyText(Money money);
QString fenText(qint64 fen);
/// Without ".00" when the fen are zero.
QString wholeFenText(qint64 fen);
/// In units of 10,000 yuan at two places, half up: 9864000.00 yuan → "986.40".
QString tenThousandText(qint64 fen);
QString unitPriceText(UnitPrice price, int atLeast = 2);
QString unitCostText(UnitCost cost, int places);
QString quantityText(Quantity quantity);
/// One place, half up: "19.4%".
QString rateText(Rate rate, int places = 1);
/// MM-dd in the year of `today`, else yyyy-MM-dd; an invalid date is "—".
QString dateText(QDate date, QDate today);
/// "—", what stands where there is no value.
QString noValue();

/// What a person types into a number field, as the plain decimal text the exact parsers take:
/// full-width digits and signs, blanks, thousands separators, ¥, a trailing 万 or 亿 (also after a
/// product "3*4500") are understood, exactly. "1.2万" → "12000". Errors: NUMBER_FORMAT,
/// OVERFLOW_GUARD.
Result<QString> plainNumber(QStringView typed);

} // namespace chengdan::ui
