// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"

namespace chengdan::ctl {

std::span<const Command> commands()
{
    constexpr auto kFlag = OptionRule::Value::None;
    static const std::vector<Command> table{
        {"init",
            "[--company NAME] [--demo [--scale N] | --sample DIR]",
            {{"company"}, {"demo", kFlag}, {"scale"}, {"sample"}},
            runInit},
        {"import",
            "KIND FILE… [--sheet N] [--dry-run] [--map FILE] [--skip-bad]",
            {{"sheet"}, {"dry-run", kFlag}, {"map"}, {"skip-bad", kFlag}},
            runImport},
        {"import-costing", "DIR", {}, runImportCosting},
        {"list",
            "KIND [--filter EXPR] [--sort F] [--limit N]",
            {{"filter"}, {"sort"}, {"limit"}},
            runList},
        {"show", "KIND NUMBER|ID", {}, runShow},
        {"export",
            "KIND --to FILE.csv|.xlsx [--format csv|xlsx] [--filter EXPR] [--sort F]",
            {{"to"}, {"format"}, {"filter"}, {"sort"}},
            runExport},
        {"set", "customers|contacts|opportunities NUMBER|ID COLUMN=VALUE…", {}, runSet},
        {"attach", "KIND NUMBER|ID FILE… [--note TEXT]", {{"note"}}, runAttach},
        {"attachments",
            "list KIND NUMBER|ID | save ID --to FILE|FOLDER | remove ID",
            {{"to"}},
            runAttachments},
        {"stages", "list | preset manufacturing|general", {}, runStages},
        {"quote",
            "create --customer NUMBER|NAME --item CODE --qty Q[,Q…] [--price P] … [--mode "
            "net|gross] "
            "[--tax PCT] [--currency CUR] [--rate R] [--date D] [--valid-until D] [--title T] "
            "[--payment T] [--delivery T] [--freight T] [--remarks T] | show NUMBER [--revision N] "
            "| "
            "print NUMBER --to FILE.pdf [--revision N] | submit NUMBER | withdraw NUMBER | "
            "revise NUMBER | recost NUMBER",
            {{"customer"},
                {"item"},
                {"qty"},
                {"price"},
                {"mode"},
                {"tax"},
                {"currency"},
                {"rate"},
                {"date"},
                {"valid-until"},
                {"title"},
                {"payment"},
                {"delivery"},
                {"freight"},
                {"remarks"},
                {"revision"},
                {"to"}},
            runQuote},
        {"person",
            "list | show|add|set|deactivate|activate|clear-password LOGIN [--name N] [--title T] "
            "[--email E] [--phone P] [--team NAME] [--region CODE] [--level 1-4] [--limit AMOUNT] "
            "[--role ROLE:REACH[,…]] [--login NEW]",
            {{"name"},
                {"title"},
                {"email"},
                {"phone"},
                {"team"},
                {"region"},
                {"level"},
                {"limit"},
                {"role"},
                {"login"}},
            runPerson},
        {"team",
            "list | add|set|close|reopen NAME [--name NEW] [--boss LOGIN] [--region CODE]",
            {{"name"}, {"boss"}, {"region"}},
            runTeam},
        {"region", "list | add|set|close|reopen CODE [--name N]", {{"name"}}, runRegion},
        {"setting", "list | set KEY VALUE", {}, runSetting},
        {"audit",
            "tail [--limit N] [--act ACT] [--person LOGIN]; verify --dsn DSN | tail --dsn DSN "
            "[--limit N] [--person NUMBER] [--table T] [--row ID] [--act I|U|A] [--before N]",
            {{"limit"}, {"act"}, {"person"}, {"dsn"}, {"table"}, {"row"}, {"before"}},
            runAudit},
        {"today", "[--limit N] [--rungs 3/7/15]", {{"limit"}, {"rungs"}}, runToday},
        {"backup", "FILE [--force]", {{"force", kFlag}}, runBackup},
        {"restore", "FILE", {}, runRestore},
        {"salvage", "FILE", {}, runSalvage},
        {"doctor", "[--fix]", {{"fix", kFlag}}, runDoctor},
        {"server",
            "install|upgrade|check|checkup|status|user|team|region|device|delegate … --dsn DSN "
            "[--company NAME] [--bare]; "
            "user list | add LOGIN --name N --role ROLE:REACH[,…] | roles NUMBER ROLE:REACH[,…] | "
            "set NUMBER [--name N] [--title T] [--email E] [--phone P] [--team NUMBER] [--region "
            "CODE] [--level 1-4] [--limit AMOUNT] | enable|reset|disable NUMBER; team list | add "
            "NAME [--boss NUMBER] [--region CODE] | set|close|reopen NUMBER; region list | add "
            "CODE --name N | set|close|reopen CODE; device list | revoke ID; delegate list | add "
            "GIVER TAKER [--from DATE] --until DATE [--what sight,approvals] --reason T | withdraw "
            "ID",
            {{"dsn"},
                {"company"},
                {"bare", kFlag},
                {"name"},
                {"role"},
                {"title"},
                {"email"},
                {"phone"},
                {"team"},
                {"region"},
                {"boss"},
                {"level"},
                {"limit"},
                {"from"},
                {"until"},
                {"what"},
                {"reason"}},
            runServer},
        {"sync",
            "join --dsn DSN --login uN [--with-data FILE [--dry-run] [--people add|mine]] | --once "
            "| --watch | status | tray [take N [COLUMN…] | keep "
            "N] | requests [again ID | drop ID] | claim CUSTOMER | transfer CUSTOMER… --to "
            "LOGIN|pool --reason T | grant CUSTOMER --to LOGIN --until DATE --reason T | revoke "
            "CUSTOMER --to LOGIN | verify | leave --to FILE",
            {{"dsn"},
                {"login"},
                {"with-data"},
                {"people"},
                {"dry-run", kFlag},
                {"once", kFlag},
                {"watch", kFlag},
                {"to"},
                {"reason"},
                {"until"}},
            runSync},
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
        {"standard-cost",
            "[--data DIR] [--date YYYY-MM-DD] [--base CUR] [--price ITEM=PRICE]…",
            {{"data"}, {"date"}, {"base"}, {"price"}},
            runStandardCost},
        {"calc", "OP [FILE|-]", {}, runCalc},
    };
    return table;
}

} // namespace chengdan::ctl
