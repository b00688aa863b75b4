// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shell/palette_search.h"

namespace chengdan::app {

/// Records for the palette: customers (also by their contacts' names and phones), opportunities and
/// documents, items; the best of each group first, and among equals those opened lately. Only what
/// the person may see. An empty text gives the recent records. Runs on any thread; stops when the
/// question is cancelled.
std::vector<ui::PaletteHit> searchRecords(
    const access::Context& context, const ui::PaletteQuestion& question);

/// The same as the palette's answer, which says whether all records could be looked through.
ui::PaletteAnswer answerPalette(
    const access::Context& context, const ui::PaletteQuestion& question);

} // namespace chengdan::app
