// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"

namespace chengdan::ctl {

// company_commands.cpp: the file itself.
Outcome runInit(const Call& call);
Outcome runImportCosting(const Call& call);
Outcome runDoctor(const Call& call);

// backup_command.cpp: the company file as a whole.
Outcome runBackup(const Call& call);
Outcome runRestore(const Call& call);
Outcome runSalvage(const Call& call);

/// Rows of CSV files into the company file (import_command.cpp).
Outcome runImport(const Call& call);

// record_commands.cpp: any record type, through its description.
Outcome runList(const Call& call);
Outcome runShow(const Call& call);
Outcome runExport(const Call& call);

/// The life of a quote: create, show, print, submit, … (quote_command.cpp).
Outcome runQuote(const Call& call);

/// Costs an item at one or several quantities, from CSV files or the company file
/// (cost_command.cpp).
Outcome runCost(const Call& call);

/// The standard cost of every item, or what other prices do to it (standard_cost_command.cpp).
Outcome runStandardCost(const Call& call);

/// The shared PostgreSQL database of a team (server_command.cpp).
Outcome runServer(const Call& call);

/// This file as a copy of a team's data (sync_command.cpp).
Outcome runSync(const Call& call);

// edit_command.cpp: single fields of a record, and the stages of the sales chain.
Outcome runSet(const Call& call);
Outcome runStages(const Call& call);

// attachment_command.cpp: files and pictures on records.
Outcome runAttach(const Call& call);
Outcome runAttachments(const Call& call);

// people_command.cpp: who works here, and in which teams and regions.
Outcome runPerson(const Call& call);
Outcome runTeam(const Call& call);
Outcome runRegion(const Call& call);

/// What the company has set for everybody (setting_command.cpp).
Outcome runSetting(const Call& call);

/// What sensitive acts are on record (audit_command.cpp).
Outcome runAudit(const Call& call);

/// What asks for something today (today_command.cpp).
Outcome runToday(const Call& call);

/// A kernel by itself: JSON in, JSON out (calc_command.cpp).
Outcome runCalc(const Call& call);

} // namespace chengdan::ctl
