// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/quoting/cost_loader.h"

namespace chengdan::ui {
class MainWindow;
}

namespace chengdan::app {

/// What the pages work with; made once in main and alive until the window is gone.
struct Workplace {
    access::Context context;
    quoting::CostInputCache costs;
};

/// Registers every page and command of the window, and the record search of the palette.
void furnish(ui::MainWindow& window, Workplace& workplace);

} // namespace chengdan::app
