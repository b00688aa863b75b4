// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

namespace chengdan::ui {
class MainWindow;
}

namespace chengdan::app {

/// Claim (Ctrl+Shift+M), hand over (Ctrl+Shift+H) and give access (Ctrl+Shift+G): named once for
/// menu, palette and keys, for those who may. What cannot be done about a customer says why on its
/// page. Add them after the pages.
void addCustomerCommands(ui::MainWindow& window, const access::Context& context);

} // namespace chengdan::app
