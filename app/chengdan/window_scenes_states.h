// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace chengdan::ui {
class MainWindow;
}

namespace chengdan::app {

/// Gallery scenes of what a list shows when it has no rows to show: while they are read, when they
/// cannot be read, and when the person may not see them.
void addListStateScenes(ui::MainWindow& window);

} // namespace chengdan::app
