// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdan/window_pages.h"

namespace chengdan::app {

/// Goes on filling the search index of a file of an older program: a task of the window's, which
/// the person may stop; the next start goes on. Missing keys of names are another such task. Says
/// what searches do until then. Nothing when the index is whole.
void fillSearchIndex(ui::MainWindow& window, const Workplace& workplace);

} // namespace chengdan::app
