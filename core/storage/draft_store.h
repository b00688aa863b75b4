// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

#include <optional>

namespace chengdan::storage {

/// Whose typing it is and where it stands: a person, a form, and the record the form shows (empty
/// for a new one).
struct DraftKey {
    PersonId person;
    QString form; ///< the form's object name, such as "quoteEditor"; no '/'
    QString record; ///< the record's id as text; empty: a record that does not exist yet

    friend bool operator==(const DraftKey&, const DraftKey&) = default;
};

/// What was typed into a form and not saved yet. Lives in this file only: it is neither journalled
/// nor sent.
struct Draft {
    DraftKey key;
    QJsonObject typed; ///< as the form itself collected it
    Instant savedAt;
};

/// Keeps `typed` as the newest text of that form, in place of what was kept before.
Result<void> saveDraft(Database& database, const DraftKey& key, const QJsonObject& typed);
/// Forgets it; a draft that is not there is no error.
Result<void> dropDraft(Database& database, const DraftKey& key);
/// The same inside a write that saves the record itself: either both happen or neither.
void dropDraft(Transaction& transaction, const DraftKey& key);
std::optional<Draft> findDraft(Connection& connection, const DraftKey& key);
/// All of a person, the newest first. Text that cannot be read any more is left out.
std::vector<Draft> draftsOf(Connection& connection, PersonId person);

} // namespace chengdan::storage
