// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace chengdan::sync {

/// The commands of a text: cut at semicolons outside of quotes, $$ bodies and comments. The driver
/// reports only the first of several commands sent at once, so each goes alone.
QStringList commandsOf(const QString& text);

/// The commands of one of the texts in resources/server, by its name without ending.
QStringList serverText(const char* name);

} // namespace chengdan::sync
