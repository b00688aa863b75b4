// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/role_holders.h"

namespace chengdan::access {

Result<std::vector<qint64>> roleHolders(storage::Database& database)
{
    return database.read([](storage::Connection& connection) -> Result<std::vector<qint64>> {
        std::vector<qint64> holders(choices(Role{}).size(), 0);
        storage::Statement statement = connection.query(QStringLiteral(
            "SELECT r.role, count(DISTINCT p.id) FROM person_role r JOIN person p ON p.id = "
            "r.person WHERE r.deleted = 0 AND p.deleted = 0 AND p.active = 1 GROUP BY r.role"));
        while (statement.next()) {
            if (const auto role = schema::fromCode<Role>(statement.text(0)))
                holders[static_cast<std::size_t>(*role)] = statement.integer(1);
        }
        return holders;
    });
}

Result<QStringList> administrators(storage::Database& database)
{
    return database.read([](storage::Connection& connection) -> Result<QStringList> {
        QStringList names;
        storage::Statement statement = connection.query(
            QStringLiteral("SELECT DISTINCT p.name FROM person_role r JOIN person p ON p.id = "
                           "r.person WHERE r.role = ? AND r.deleted = 0 AND p.deleted = 0 AND "
                           "p.active = 1 ORDER BY p.id"),
            {schema::codeOf(Role::Administrator)});
        while (statement.next())
            names += statement.text(0);
        return names;
    });
}

} // namespace chengdan::access
