// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QSize>

#include <optional>

namespace chengdan::ui {

class MainWindow;

/// Which of the pictures are wanted; without a value: all.
struct GalleryChoice {
    std::optional<Theme::Mode> theme = {}; ///< System: both
    std::optional<Language> language = {};
};

/// Renders every page and registered scene in light and dark, Chinese and English, and once in the
/// largest text (light, Chinese), into dir/PAGE-light-zh.png, dir/PAGE-large-zh.png and so on.
/// Waits until lists have their rows. Returns the file names written. Errors: FILE_WRITE.
Result<QStringList> renderGallery(MainWindow& window,
    const QDir& dir,
    QSize size,
    double scale,
    const GalleryChoice& choice = {});

} // namespace chengdan::ui
