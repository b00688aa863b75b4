// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/quoting/cost_input.h"

namespace chengdan::ctl {

/// What a costing command reads: the CSV files of --data, or the company file.
struct CostSource {
    quoting::CostInput input;
    QString baseCurrency; ///< --base, else the company's, else CNY
    QDate date; ///< --date, else today
    std::vector<Error> warnings; ///< of the CSV reader
};

/// Errors: those of the options, of readCostingFiles(), of opening the file; PERMISSION without the
/// right to see costs.
Result<CostSource> readCostSource(const Call& call);

/// The code of an option that names a currency, or `otherwise`.
Result<QString> currencyOption(
    const Arguments& arguments, const char* option, const char* otherwise);

/// The error with an option as its field.
Error withOption(Error error, const char* option);

} // namespace chengdan::ctl
