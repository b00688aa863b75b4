// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace chengdan {

/// 人民币 amount in capitals for quotes, contracts and receipts, after the People's Bank rules for
/// filling in bills (正确填写票据和结算凭证的基本规定). `fen` may be 0 up to, not including, 10^12
/// yuan; a negative amount reads 人民币负…. Error: AMOUNT_RANGE.
Result<QString> rmbCapitals(qint64 fen);

/// Reads capitals back to fen. Accepts the optional 零 either way, 正 for 整, 圆/圓/元, traditional
/// 貳 參 陸 萬 億, and a missing 人民币. Errors: CAPITAL_FORMAT, AMOUNT_RANGE.
Result<qint64> parseRmbCapitals(QStringView text);

} // namespace chengdan
