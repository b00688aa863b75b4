// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace chengdan::app {

enum class Shown {
    Painted,
    NotYet, ///< nothing was painted in the first second, e.g. of a window that starts minimised
};

/// Calls `act` once, from the event loop, when `window` and all in it have been painted for the
/// first time, or when the event loop has run for a second without. Acts of one window are called
/// in the order they were given; none when the window is gone before.
void onceShown(QWidget& window, std::function<void(Shown)> act);

} // namespace chengdan::app
