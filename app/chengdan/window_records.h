// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/session.h"

namespace chengdan::ui {
class MainWindow;
}

namespace chengdan::app {

/// Edit (F2), delete (Ctrl+Delete), new item, new contact: named once for menu, palette and keys.
/// The first two are at hand only while a page with records is in front, so that grids keep these
/// keys for their cells. Add them after the pages.
void addRecordCommands(ui::MainWindow& window, const access::Session& session);

} // namespace chengdan::app
