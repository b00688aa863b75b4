// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_service.h"

#include "core/access/guard.h"
#include "core/access/validation.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"

namespace chengdan::activities {

namespace {

using access::Right;
using storage::Connection;
using storage::Transaction;
using storage::Value;

Error requiredField(const char* column)
{
    return Error::make("REQUIRED", QString::fromLatin1(column));
}

// Contact and opportunity must belong to the entry's customer. The opportunity's table is named
// here because its room stands above this one.
Result<void> checkBelonging(Connection& connection, const Activity& activity)
{
    const auto belongs = [&](const char* table, const Value& id) {
        const Value customer =
            connection.scalar(QStringLiteral("SELECT customer FROM %1 WHERE id = ? AND deleted = 0")
                                  .arg(QString::fromLatin1(table)),
                {id});
        return customer == storage::bind(activity.customer);
    };
    if (activity.contact && !belongs("contact", storage::bind(*activity.contact)))
        return fail("OTHER_CUSTOMER", QStringLiteral("contact"));
    if (activity.opportunity && !belongs("opportunity", storage::bind(*activity.opportunity)))
        return fail("OTHER_CUSTOMER", QStringLiteral("opportunity"));
    return {};
}

} // namespace

Result<void> checkActivity(const Activity& activity, Instant now)
{
    access::Findings findings;
    access::checkAgainstDescription(schema::describe<Activity>(), &activity, findings);
    if (activity.kind == ActivityKind::PriceTalk) {
        if (activity.competitor.trimmed().isEmpty())
            findings.add(requiredField("competitor"));
        if (!activity.competitorPrice)
            findings.add(requiredField("competitor_price"));
    }
    if (activity.competitorPrice && *activity.competitorPrice < UnitPrice())
        findings.add(Error::make("AMOUNT_NEGATIVE", QStringLiteral("competitor_price")));
    if (activity.minutes < 0)
        findings.add(Error::make("MINUTES_NEGATIVE", QStringLiteral("minutes")));
    if (activity.at > now)
        findings.add(Error::make("TIME_IN_FUTURE", QStringLiteral("at")));
    return findings.result();
}

Result<Activity> ActivityService::log(Activity activity)
{
    if (auto allowed = m_context.session.require(Right::ActivityEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Activity> {
            Connection& connection = transaction.connection();
            const Instant now = m_context.clock.now();
            if (activity.at == Instant())
                activity.at = now;
            if (activity.by == PersonId())
                activity.by = m_context.session.id();
            if (auto checked = checkActivity(activity, now); !checked)
                return fail(checked.error());
            auto customer = access::loadWithinReach<customers::Customer>(
                m_context, connection, activity.customer);
            if (!customer)
                return fail(customer.error());
            if (auto belongs = checkBelonging(connection, activity); !belongs)
                return fail(belongs.error());
            activity.id = ActivityId::make(m_context.ids);
            activity.meta.root = customer->id;
            activity.meta.owner = customer->meta.owner;
            storage::insert(transaction, activity);
            return activity;
        });
}

Result<Activity> ActivityService::update(Activity activity)
{
    if (auto allowed = m_context.session.require(Right::ActivityEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Activity> {
            Connection& connection = transaction.connection();
            auto stored = access::loadForChange(m_context, connection, activity);
            if (!stored)
                return stored;
            activity.meta = stored->meta;
            activity.customer = stored->customer;
            if (auto checked = checkActivity(activity, m_context.clock.now()); !checked)
                return fail(checked.error());
            if (auto belongs = checkBelonging(connection, activity); !belongs)
                return fail(belongs.error());
            storage::update(transaction, activity);
            return activity;
        });
}

Result<void> ActivityService::remove(ActivityId id)
{
    if (auto allowed = m_context.session.require(Right::ActivityEdit); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            auto stored =
                access::loadWithinReach<Activity>(m_context, transaction.connection(), id);
            if (!stored)
                return fail(stored.error());
            storage::remove(transaction, *stored);
            return {};
        });
}

} // namespace chengdan::activities
