// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace chengdan::ui {

/// A text that is asked for again when the language changes:
///     [] { return QCoreApplication::translate("CustomersPage", "Customers"); }
using LiveText = std::function<QString()>;

} // namespace chengdan::ui
