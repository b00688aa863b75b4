// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/rights.h"
#include "core/storage/database.h"

#include <set>

namespace chengdan::access {

/// Who acts: a person with the sum of that person's roles, read once when the session opens. A
/// plain value that never changes afterwards, so any thread may look at it; open a new one when
/// roles have changed.
class Session {
public:
    Session(Person person, Rights rights, bool reachesAll, std::set<PersonId> owners);

    const Person& person() const { return m_person; }
    PersonId id() const { return m_person.id; }
    bool has(Right right) const { return m_rights.test(static_cast<std::size_t>(right)); }
    /// PERMISSION, naming the right, when the person lacks it. Services call this first.
    Result<void> require(Right right) const;
    /// Whether rows of this owner lie within the person's reach; pool rows (no owner) do for all.
    bool reaches(PersonId owner) const;
    /// NOT_YOURS when they do not.
    Result<void> requireReach(PersonId owner) const;
    /// Owners whose rows are reached; empty when the whole company is. Lists do not ask this but
    /// access::visible (visibility.h), which knows about costs and the audit too.
    std::vector<PersonId> visibleOwners() const;
    /// Whether both may do and see the same; if not, who holds the older one opens anew.
    bool allowsSameAs(const Session& other) const;

private:
    Person m_person;
    Rights m_rights;
    bool m_reachesAll;
    std::set<PersonId> m_owners;
};

/// The session of the person with this login; of the file's owner when it is empty. Errors:
/// PERSON_UNKNOWN, PERSON_INACTIVE, STORAGE_*.
Result<Session> openSession(storage::Database& database, const QString& login = {});

} // namespace chengdan::access
