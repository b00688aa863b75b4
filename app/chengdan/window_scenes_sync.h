// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdan/window_pages.h"

namespace chengdan::app {

/// Scenes of the sync page for the gallery: everything sent, edits that clash, offline. They are
/// played on a copy of a made-up team, not on the open file.
void addSyncScenes(ui::MainWindow& window, const Workplace& workplace);

} // namespace chengdan::app
