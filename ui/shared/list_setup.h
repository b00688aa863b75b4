// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/list_source.h"
#include "ui/shared/text.h"

#include <functional>
#include <memory>
#include <vector>

namespace chengdan::ui {

/// A named set of conditions shown as a tab above the list.
struct ListView {
    QString id;
    LiveText title;
    QVariantMap conditions;
};

/// What a ListPage is made of. The functions are asked again when the language changes.
struct ListSetup {
    QString name; ///< "customers": prefix of object names, key of the saved state
    LiveText title; ///< page title in the top bar
    std::unique_ptr<ListSource> source;
    std::function<std::vector<ColumnSpec>()> columns;
    LiveText filterHint; ///< what can be typed: "Name, pinyin initials, phone"
    QString emptyIcon; ///< Lucide name, 40 px in the empty state
    LiveText emptyText; ///< one sentence when there is nothing yet
    LiveText emptyAction; ///< word of the button there; empty: no button. See emptyActionTriggered
    std::vector<ListView> views; ///< tabs; the first one is shown at first
    ListRequest start; ///< sort at first
    QDate today;
    /// With a context the list remembers columns and saved views for the person; with a record type
    /// it filters by any described column. Both must outlive the page.
    const access::Context* context = nullptr;
    const schema::RecordType* type = nullptr;
    /// Why this person may not see the list and whom to ask; empty: the list is shown.
    LiveText refusal = {};
};

} // namespace chengdan::ui
