// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/role_option.h"

namespace chengdan::ctl {

Result<std::vector<access::PersonRole>> readRoles(const QString& text)
{
    std::vector<access::PersonRole> roles;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto role =
            schema::fromCode<access::Role>(part.section(QLatin1Char(':'), 0, 0).trimmed());
        const QString reach = part.section(QLatin1Char(':'), 1).trimmed();
        const auto scope = reach.isEmpty() ? std::optional(access::RoleScope::Own)
                                           : schema::fromCode<access::RoleScope>(reach);
        if (!role || !scope)
            return fail(Error::make("VALUE_RANGE",
                QStringLiteral("--role"),
                {{QStringLiteral("text"), part.left(40)}}));
        roles.emplace_back();
        roles.back().role = *role;
        roles.back().scope = *scope;
    }
    return roles;
}

} // namespace chengdan::ctl
