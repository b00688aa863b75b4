// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <map>
#include <random>

namespace chengdan::tests {

/// Fills a company file with rows of every type it knows, from the descriptions alone: any value a
/// column can hold, references to rows that are there, several people, some rows deleted. The same
/// seed gives the same rows.
class RandomCompany {
public:
    RandomCompany(storage::Database& database, unsigned seed);
    /// `most` rows of a type. `keys` are business keys that may be met elsewhere too.
    void fill(int most, const QStringList& keys);

private:
    struct Made {
        schema::Value id;
        schema::Value root;
    };
    unsigned below(unsigned end) { return static_cast<unsigned>(m_random() % end); }
    bool chance(unsigned percent) { return below(100) < percent; }
    QString text(int most);
    schema::Value cellOf(const schema::RecordType& type,
        const schema::Column& column,
        const schema::Value& root,
        bool& possible);
    const Made* someOf(const char* table, const schema::Value& root);
    void addPeople(storage::Connection& connection);
    void addRow(storage::Connection& connection, const schema::RecordType& type);

    storage::Database& m_database;
    std::mt19937 m_random;
    QStringList m_keys;
    qint64 m_people = 1;
    int m_made = 0;
    std::map<QString, std::vector<Made>> m_rows; ///< by table
};

} // namespace chengdan::tests
