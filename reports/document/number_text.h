// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/money.h"

namespace chengdan::reports {

/// Display texts of printed documents, formed from the exact integers: digits grouped by three, a
/// decimal point, the sign in front. Chinese and English papers write them alike. Never parsed
/// back.
QString groupedDigits(const QString& plainNumber);
/// All places of the currency: 1,234,567.00.
QString moneyText(Money money);
/// Only the places that are needed: 1,200 or 0.5.
QString quantityText(Quantity quantity);
/// At least `places` places, more where the price has more.
QString priceText(UnitPrice price, int places);
/// Places the price needs, not counting trailing zeros.
int placesOf(UnitPrice price);
/// 13%, 0.5%.
QString rateText(Rate rate);

} // namespace chengdan::reports
