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

/// Writes what the list in front shows (its filter and order) into a workbook or, by its name, a
/// CSV file; an empty path asks. A job does it. False: no list is in front, or the person gave up.
bool exportList(ui::MainWindow& window, const Workplace& workplace, QString path = {});

} // namespace chengdan::app
