// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/tray.h"

namespace chengdan::sync {

/// What takeMine() would do, to be shown before it is done.
struct TrayPreview {
    bool rowGone = false; ///< the row is not in this copy; only one that was to be made can be
    /// Cells that would come to hold mine instead of what stands in this copy now (`theirs`;
    /// undefined where the row would be made). `by` and `at` as the entry tells them. Empty:
    /// everything stands already as wanted.
    std::vector<TrayColumn> overwritten;
    /// Columns that make sense only together with an overwritten one, and would stay as they are:
    /// a city of mine under their province.
    QStringList kept;
};

/// Of the named columns, all when none is named. If somebody changes the row before it is sent, the
/// server merges once more. Errors: NOT_FOUND, APPEND_ONLY, STORAGE_*.
Result<TrayPreview> previewMine(
    storage::Database& database, qint64 n, const QStringList& columns = {});

} // namespace chengdan::sync
