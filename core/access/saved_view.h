// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/schema/record_type.h"

namespace chengdan {
using SavedViewId = Id<struct SavedViewTag>;
}

namespace chengdan::access {

/// A list as somebody likes to see it: filter, order, columns and grouping under a name. The owner
/// of the row alone sees it, unless it is shared with everybody.
struct SavedView {
    SavedViewId id;
    schema::RowMeta meta;
    QString page; ///< name of the list, such as "customers"
    QString name;
    schema::JsonText content; ///< what the list wrote; only lists read it
    bool shared = false;
    int position = 0; ///< order of the tabs
};

/// Keeps saved views. Everybody keeps private ones; shared ones are kept by who approves quotes (a
/// sales manager) or administers the company.
class SavedViewService {
public:
    explicit SavedViewService(const Context& context)
        : m_context(context)
    {
    }
    /// The views of a list this person sees, in the order of their tabs.
    Result<std::vector<SavedView>> viewsOf(const QString& page) const;
    bool mayShare() const;
    /// A view without id is new and becomes the person's own. Errors: REQUIRED, TOO_LONG, DUPLICATE
    /// (name, among the views this person sees), PERMISSION, NOT_YOURS, NOT_FOUND.
    Result<SavedView> save(SavedView view);
    Result<void> remove(const SavedViewId& id);

private:
    Result<void> checkMayChange(const SavedView& stored) const;
    const Context& m_context;
};

} // namespace chengdan::access

namespace chengdan {
template <>
const schema::RecordType& schema::describe<access::SavedView>();
} // namespace chengdan
