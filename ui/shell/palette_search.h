// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "ui/shared/text.h"

#include <utility>
#include <vector>

namespace chengdan::ui {

/// A record the palette found.
struct PaletteHit {
    QString kind = {};
    qint64 key = 0;
    QString text = {};
    QString detail = {};
    QString icon = {};
    LiveText group = {}; ///< heading: "Customers"
};

/// A record that was open lately.
struct PaletteVisit {
    QString kind;
    qint64 key = 0;
    friend bool operator==(const PaletteVisit&, const PaletteVisit&) = default;
};

/// What the palette wants to know.
struct PaletteQuestion {
    QString text; ///< empty: only the recent records, as they are called now
    bool numbersOnly = false; ///< "#": the text is part of a number
    std::vector<PaletteVisit> recent; ///< newest first; known records stand first in their group
    CancelToken token; ///< cancelled when the person has typed on
};

/// What it is told.
struct PaletteAnswer {
    // NOLINTNEXTLINE(google-explicit-constructor): hits alone are an answer
    PaletteAnswer(std::vector<PaletteHit> found, bool whole = true)
        : hits(std::move(found))
        , wholeIndex(whole)
    {
    }
    std::vector<PaletteHit> hits;
    bool wholeIndex = true; ///< false: older records are not in the index yet and were not found
};

/// Looks records up; best hits first, those of one group together. Called on a thread of the
/// palette's own, never two calls at once; it must outlive the window.
using PaletteSearch = std::function<PaletteAnswer(const PaletteQuestion&)>;

} // namespace chengdan::ui
