// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

namespace chengdan::ui {
class MainWindow;
class SyncSession;
} // namespace chengdan::ui

namespace chengdan::app {

/// For a copy of a team's data: who stands in for whom, and for administrators the permission
/// check-up and the server's history, reached by the settings menu and by commands; the office that
/// the administration works through is the window's child.
void addServerPages(
    ui::MainWindow& window, const access::Context& context, ui::SyncSession& session);

} // namespace chengdan::app
