// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/name_key_fill.h"

#include "core/customers/name_keys.h"

#include <vector>

namespace chengdan::customers {

namespace {

constexpr int kNamesAtATime = 500;

struct KeylessName {
    qint64 rid;
    QString name;
};

// In the order of the index, behind a row number: a name of which no key can be made is passed
// once.
std::vector<KeylessName> namesWithoutKey(storage::Connection& connection, qint64 behind)
{
    std::vector<KeylessName> names;
    storage::Statement rows =
        connection.query(QStringLiteral("SELECT rid, name FROM customer WHERE name_key = '' AND "
                                        "rid > ? ORDER BY rid LIMIT %1")
                             .arg(kNamesAtATime),
            {behind});
    while (rows.next())
        names.push_back({rows.integer(0), rows.text(1)});
    return names;
}

} // namespace

bool lacksNameKeys(storage::Connection& connection)
{
    for (qint64 behind = 0;;) {
        const auto names = namesWithoutKey(connection, behind);
        if (names.empty())
            return false;
        for (const KeylessName& row : names) {
            if (!nameKeyOf(row.name).isEmpty())
                return true;
        }
        behind = names.back().rid;
    }
}

Result<void> fillNameKeys(storage::Database& database, const std::function<bool()>& goOn)
{
    for (qint64 behind = 0; behind >= 0;) {
        if (goOn && !goOn())
            return fail("CANCELLED");
        const auto last =
            database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<qint64> {
                storage::Connection& connection = transaction.connection();
                const auto names = namesWithoutKey(connection, behind);
                connection.execute(QStringLiteral("UPDATE _busy SET busy = 1"));
                for (const KeylessName& row : names) {
                    const QString key = nameKeyOf(row.name);
                    if (key.isEmpty())
                        continue;
                    connection.execute(
                        QStringLiteral("UPDATE customer SET name_key = ? WHERE rid = ?"),
                        {key, row.rid});
                }
                connection.execute(QStringLiteral("UPDATE _busy SET busy = 0"));
                return names.size() < kNamesAtATime ? qint64{-1} : names.back().rid;
            });
        if (!last)
            return fail(last.error());
        behind = *last;
    }
    return {};
}

} // namespace chengdan::customers
