// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/sight.h"

#include "core/access/visibility.h"

#include <QHash>

namespace chengdan::ui {

namespace {

QHash<const storage::Database*, const access::Context*>& sights()
{
    static QHash<const storage::Database*, const access::Context*> known;
    return known;
}

} // namespace

Sight::Sight(const access::Context& context)
    : m_context(context)
{
    Q_ASSERT(!sights().contains(&context.database));
    sights().insert(&context.database, &context);
}

Sight::~Sight()
{
    sights().remove(&m_context.database);
}

Result<void> Sight::limit(const storage::Database& database, storage::ListQuery& query)
{
    const access::Context* context = sights().value(&database);
    return context == nullptr ? Result<void>() : access::limitToVisible(context->session, query);
}

Result<void> Sight::require(
    const storage::Database& database, const schema::RecordType& type, qint64 rid)
{
    const access::Context* context = sights().value(&database);
    return context == nullptr ? Result<void>() : access::requireVisible(*context, type, rid);
}

} // namespace chengdan::ui
