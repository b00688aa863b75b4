// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/store.h"

#include <QHash>

namespace chengdan::exchange {

/// What an import did to one table.
struct TableCount {
    QString table;
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    int total() const { return created + updated + unchanged; }
};

/// The rows of one table by a business key, for an import that adds what is missing and changes
/// what differs. All rows are read once, so a put costs no query; a row equal to the stored one
/// writes nothing. Lives inside one transaction.
template <typename T>
class KeyedRows {
public:
    template <typename KeyOf>
    KeyedRows(storage::Transaction& transaction, IdSource& ids, KeyOf keyOf)
        : m_transaction(transaction)
        , m_ids(ids)
    {
        m_count.table = QString::fromLatin1(schema::describe<T>().table);
        for (T& row : storage::select<T>(transaction.connection(), QStringLiteral("ORDER BY rid")))
            m_rows.insert(keyOf(row), std::move(row));
    }

    const T* find(const QString& key) const
    {
        const auto found = m_rows.constFind(key);
        return found == m_rows.constEnd() ? nullptr : &*found;
    }

    /// Adds the row of that key, or changes it: `apply` (T&) sets the imported fields and leaves
    /// the others as they are.
    template <typename Apply>
    const T& put(const QString& key, Apply apply)
    {
        const auto found = m_rows.find(key);
        if (found == m_rows.end()) {
            T row;
            row.id = decltype(T::id)::make(m_ids);
            row.meta.owner = m_transaction.actor();
            apply(row);
            storage::insert(m_transaction, row);
            ++m_count.created;
            return *m_rows.insert(key, std::move(row));
        }
        T row = *found;
        apply(row);
        if (differs(*found, row)) {
            storage::update(m_transaction, row);
            *found = std::move(row);
            ++m_count.updated;
        } else {
            ++m_count.unchanged;
        }
        return *found;
    }

    static bool differs(const T& before, const T& after)
    {
        for (const schema::Column& column : schema::describe<T>().columns) {
            if (column.get(&before) != column.get(&after))
                return true;
        }
        return false;
    }

    const TableCount& count() const { return m_count; }

private:
    storage::Transaction& m_transaction;
    IdSource& m_ids;
    QHash<QString, T> m_rows;
    TableCount m_count;
};

} // namespace chengdan::exchange
