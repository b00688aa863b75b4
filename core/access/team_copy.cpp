// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/team_copy.h"

#include "core/access/local_keys.h"

namespace chengdan::access {

bool isTeamCopy(storage::Connection& connection)
{
    return !schema::isNull(connection.scalar(QStringLiteral("SELECT 1 FROM _ui WHERE key = ?"),
        {QString::fromLatin1(kActingPersonKey)}));
}

Result<void> requireOwnStaff(storage::Connection& connection)
{
    if (isTeamCopy(connection))
        return fail("STAFF_ON_SERVER");
    return {};
}

} // namespace chengdan::access
