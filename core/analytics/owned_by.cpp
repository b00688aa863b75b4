// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/owned_by.h"

#include "core/storage/store.h"

namespace chengdan::analytics {

QString ownedBy(const char* column, std::span<const PersonId> owners, storage::Row& values)
{
    if (owners.empty())
        return {};
    for (const PersonId owner : owners)
        values.push_back(storage::bind(owner));
    const QStringList marks(static_cast<qsizetype>(owners.size()), QStringLiteral("?"));
    return QStringLiteral(" AND %1 IN (%2)")
        .arg(QString::fromLatin1(column), marks.join(QLatin1Char(',')));
}

} // namespace chengdan::analytics
