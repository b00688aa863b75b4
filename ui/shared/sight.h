// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/storage/list_query.h"

namespace chengdan::ui {

/// What the person at the window may see, for shared widgets that know the file but not the
/// session: lookups and record panels ask here. It holds while the object lives; a file without one
/// is shown whole. Used on the UI thread only.
///
///     const ui::Sight sight(workplace.context); // before the window, gone after it
class Sight {
public:
    /// The context must outlive the object. A second one for the same file is a bug (asserted).
    explicit Sight(const access::Context& context);
    ~Sight();
    Sight(const Sight&) = delete;
    Sight& operator=(const Sight&) = delete;

    /// Puts the limit into a query (access::limitToVisible). Error: PERMISSION.
    static Result<void> limit(const storage::Database& database, storage::ListQuery& query);
    /// Whether one row may be shown. Errors as access::requireVisible.
    static Result<void> require(
        const storage::Database& database, const schema::RecordType& type, qint64 rid);

private:
    const access::Context& m_context;
};

} // namespace chengdan::ui
