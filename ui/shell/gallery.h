// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDir>
#include <QSize>

namespace chengdan::ui {

class MainWindow;

/// Renders every page and registered scene in light and dark, Chinese and English, and once in the
/// largest text, into dir/PAGE-light-zh.png, dir/PAGE-large-zh.png and so on. Waits until lists
/// have their rows. Returns the file names written. Errors: FILE_WRITE.
Result<QStringList> renderGallery(MainWindow& window, const QDir& dir, QSize size, double scale);

} // namespace chengdan::ui
