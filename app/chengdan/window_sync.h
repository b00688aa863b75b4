// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdan/window_pages.h"
#include "core/base/error_catalogue.h"

#include <optional>

namespace chengdan::ui {
class SyncSession;
}

namespace chengdan::app {

/// The sync page, the state in the top bar, F5 and the commands around a team's server. Answers the
/// session of the window, which the window owns; nothing is contacted before startSync().
ui::SyncSession* addSync(ui::MainWindow& window, Workplace& workplace);

/// Behind the first picture: signs in with the kept password and keeps the copy in step, or asks
/// for the password beside the window. Nothing in a single-user file.
void startSync(ui::MainWindow& window);

/// Before any data of a copy is shown: one that heard nothing from its server for too long asks for
/// contact first, in the given language or that of the last session. `mayAsk` false: only the
/// error. Errors: REPLICA_STALE when there was none, STORAGE_*.
Result<void> requireContact(
    storage::Database& database, const Clock& clock, std::optional<Language> language, bool mayAsk);

/// The company file that opens when none is named: the one joined last, else the default one.
QString usualCompanyFile(const QString& defaultFile);

} // namespace chengdan::app
