// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/calc_input.h"
#include "core/base/error_catalogue.h"

namespace chengdan::ctl {

/// One kernel behind `calc`: a JSON object in, a JSON object (with `trace`) or a refusal out.
struct CalcOperation {
    const char* name;
    Result<QJsonObject> (*run)(CalcInput& input, Language language);
};

/// The operation of that name; nullptr when there is none.
const CalcOperation* calcOperation(const QString& name);
QStringList calcOperationNames();

// calc_money.cpp: amounts in fen, rates in basis points.
Result<QJsonObject> calcSplit(CalcInput& input, Language language);
Result<QJsonObject> calcPlanSplit(CalcInput& input, Language language);
Result<QJsonObject> calcLine(CalcInput& input, Language language);
Result<QJsonObject> calcTaxFromGross(CalcInput& input, Language language);
Result<QJsonObject> calcCapital(CalcInput& input, Language language);
Result<QJsonObject> calcCapitalParse(CalcInput& input, Language language);
Result<QJsonObject> calcCreditCode(CalcInput& input, Language language);

// calc_price.cpp: prices and document totals.
Result<QJsonObject> calcPrice(CalcInput& input, Language language);
Result<QJsonObject> calcDocTotal(CalcInput& input, Language language);

// calc_text.cpp: Chinese text.
Result<QJsonObject> calcPinyin(CalcInput& input, Language language);

} // namespace chengdan::ctl
