// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/draft_store.h"

#include <functional>
#include <memory>

namespace chengdan::storage {

/// Writes one form's drafts without making the typing thread wait: a full disk, a long import or
/// another program's lock delays the draft, never a key press. Of several texts handed over while
/// one is being written only the newest is kept.
///
///     DraftWriter writer(database);
///     writer.keep(key, collected); // every few seconds while something changes
///     writer.forget(key);          // once the record itself is saved
class DraftWriter {
public:
    /// Told after each attempt, on the writing thread.
    using Attempted = std::function<void(const DraftKey&, const Result<void>&)>;
    /// The database must outlive it.
    explicit DraftWriter(Database& database, Attempted attempted = {});
    /// Waits until everything handed over has been written or has failed.
    ~DraftWriter();

    void keep(const DraftKey& key, const QJsonObject& typed);
    void forget(const DraftKey& key);
    /// As the destructor, without ending.
    void finish();

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue;
};

} // namespace chengdan::storage
