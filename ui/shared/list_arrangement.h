// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_source.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace chengdan::ui {

/// How a person has arranged the columns of a view. Says only what differs from the columns' own
/// description, so that new columns and better widths still arrive.
struct ListArrangement {
    QStringList order; ///< keys from left to right; those not named follow in their own order
    QHash<QString, bool> shown; ///< by key, where the person decided
    QHash<QString, int> widths; ///< by key, px as dragged
    int frozen = 1; ///< leading columns that do not scroll

    bool isShown(const ColumnSpec& column) const { return shown.value(column.key, !column.hidden); }
    /// All keys in the order they stand; the first column of the list stays first.
    QStringList ordered(const std::vector<ColumnSpec>& columns) const;

    QJsonObject toJson() const;
    static ListArrangement fromJson(const QJsonObject& stored);
    friend bool operator==(const ListArrangement&, const ListArrangement&) = default;
};

} // namespace chengdan::ui
