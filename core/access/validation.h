// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace chengdan::access {

/// Longest text of a column that names the row, and of any other.
inline constexpr int kLongestTitle = 200;
inline constexpr int kLongestText = 4000;

/// Gathers what is wrong with an input, so that a form can show every message at once.
class Findings {
public:
    void add(Error error) { m_errors.push_back(std::move(error)); }
    template <typename T>
    void add(const Result<T>& result)
    {
        if (!result)
            add(result.error());
    }
    bool empty() const { return m_errors.empty(); }
    /// Nothing found: success. Else the first error with the others in `more`.
    Result<void> result() const;

private:
    std::vector<Error> m_errors;
};

/// What the description alone can tell about a record: REQUIRED for an empty required column,
/// TOO_LONG for a text beyond its length.
void checkAgainstDescription(
    const schema::RecordType& type, const void* record, Findings& findings);

/// DUPLICATE, with the value and the title of the other row, for every filled unique column whose
/// value another row of this file that is not deleted bears.
void checkUnique(storage::Connection& connection,
    const schema::RecordType& type,
    const void* record,
    Findings& findings);

template <typename T>
void checkRecord(storage::Connection& connection, const T& record, Findings& findings)
{
    checkAgainstDescription(schema::describe<T>(), &record, findings);
    checkUnique(connection, schema::describe<T>(), &record, findings);
}

/// IN_USE, with how many rows of which table, when a row that is not deleted refers to the one with
/// this id; rows that are part of it (owned) and tables in `except` do not count.
Result<void> checkUnused(storage::Connection& connection,
    const schema::RecordTypes& types,
    const schema::RecordType& type,
    const schema::Value& id,
    const QStringList& except = {});

} // namespace chengdan::access
