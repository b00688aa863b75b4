// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"

namespace chengdan::ctl {

std::span<const Command> commands()
{
    constexpr auto kFlag = OptionRule::Value::None;
    static const std::vector<Command> table{
        {"init", "[--company NAME]", {{"company"}}, runInit},
        {"import-costing", "DIR", {}, runImportCosting},
        {"list",
            "KIND [--filter EXPR] [--sort F] [--limit N]",
            {{"filter"}, {"sort"}, {"limit"}},
            runList},
        {"show", "KIND NUMBER|ID", {}, runShow},
        {"export",
            "KIND --to FILE.csv [--filter EXPR] [--sort F] [--limit N]",
            {{"to"}, {"filter"}, {"sort"}, {"limit"}},
            runExport},
        {"doctor", "[--fix]", {{"fix", kFlag}}, runDoctor},
        {"cost",
            "(--data DIR | company file) --item CODE --qty Q[,Q…] [--uom U] [--date YYYY-MM-DD] "
            "[--base CUR] [--currency CUR] [--explain]",
            {{"data"},
                {"item"},
                {"qty"},
                {"uom"},
                {"date"},
                {"base"},
                {"currency"},
                {"explain", kFlag}},
            runCost},
        {"calc", "OP [FILE|-]", {}, runCalc},
    };
    return table;
}

} // namespace chengdan::ctl
