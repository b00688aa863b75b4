// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::ctl {

/// Whether somebody at a terminal can be asked.
bool canAskPassword();
/// A line from the terminal that does not show what is typed; empty without a terminal. `prompt` is
/// written to stderr.
QString askPassword(const QString& prompt);

} // namespace chengdan::ctl
