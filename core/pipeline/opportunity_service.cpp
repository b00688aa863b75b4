// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/opportunity_service.h"

#include "core/access/custom_values.h"
#include "core/access/guard.h"
#include "core/access/numbering.h"
#include "core/access/validation.h"
#include "core/activities/activity_service.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"

namespace chengdan::pipeline {

namespace {

using access::Right;
using storage::Connection;
using storage::Transaction;

Result<void> soundOpportunity(Connection& connection, const Opportunity& opportunity)
{
    access::Findings findings;
    checkOpportunity(connection, opportunity, findings);
    return findings.result();
}

Result<StageId> firstStage(Connection& connection)
{
    const auto stage = storage::selectOne<Stage>(connection,
        QStringLiteral("active = 1 AND kind = ? ORDER BY seq, rid"),
        {schema::codeOf(StageKind::Open)});
    if (!stage)
        return fail("STAGE_NONE", QStringLiteral("stage"));
    return stage->id;
}

void setDefaultNextDate(Opportunity& opportunity, QDate today)
{
    if (!opportunity.nextOn.isValid())
        opportunity.nextOn = today.addDays(kDefaultNextDays);
}

} // namespace

void checkOpportunity(
    Connection& connection, const Opportunity& opportunity, access::Findings& findings)
{
    access::checkRecord(connection, opportunity, findings);
    if (opportunity.amount.minor < 0)
        findings.add(Error::make("AMOUNT_NEGATIVE", QStringLiteral("amount")));
    if (opportunity.probability
        && (*opportunity.probability < Rate() || *opportunity.probability > Rate::fromWhole(1)))
        findings.add(Error::make("RATE_RANGE", QStringLiteral("probability")));
    if (opportunity.contact) {
        const auto contact = storage::find<customers::Contact>(connection, *opportunity.contact);
        if (!contact || contact->customer != opportunity.customer)
            findings.add(Error::make("OTHER_CUSTOMER", QStringLiteral("contact")));
    }
}

void checkStageEntry(
    const Stage& stage, const std::optional<LossReason>& lossReason, access::Findings& findings)
{
    if (!stage.active) {
        findings.add(Error::make(
            "STAGE_INACTIVE", QStringLiteral("stage"), {{QStringLiteral("stage"), stage.name}}));
    }
    if (stage.kind == StageKind::Lost && !lossReason)
        findings.add(Error::make("LOSS_REASON", QStringLiteral("loss_reason")));
}

void carryOwner(Transaction& transaction, const Opportunity& opportunity)
{
    for (StageChange& change : storage::select<StageChange>(transaction.connection(),
             QStringLiteral("opportunity = ?"),
             {storage::bind(opportunity.id)})) {
        change.meta.owner = opportunity.meta.owner;
        storage::update(transaction, change);
    }
}

// Writes the move itself: the caller has checked rights and reach and saves the returned row.
Result<Opportunity> OpportunityService::enterStage(Transaction& transaction,
    Opportunity opportunity,
    const std::optional<StageId>& from,
    const MoveNote& note)
{
    auto stage = storage::load<Stage>(transaction.connection(), opportunity.stage);
    if (!stage)
        return fail(stage.error());
    access::Findings findings;
    checkStageEntry(*stage, note.lossReason, findings);
    if (auto open = findings.result(); !open)
        return fail(open.error());
    const QDate today = m_context.clock.today();
    opportunity.enteredStageOn = today;
    opportunity.closedOn = stage->kind == StageKind::Open ? QDate() : today;
    if (stage->kind == StageKind::Lost) {
        opportunity.lossReason = note.lossReason;
        opportunity.lossNote = note.lossNote;
        if (!note.competitor.isEmpty())
            opportunity.competitor = note.competitor;
    } else {
        opportunity.lossReason.reset();
        opportunity.lossNote.clear();
    }
    if (stage->kind == StageKind::Open)
        setDefaultNextDate(opportunity, today);
    StageChange change;
    change.id = StageChangeId::make(m_context.ids);
    change.meta.root = opportunity.meta.root;
    change.meta.owner = opportunity.meta.owner;
    change.opportunity = opportunity.id;
    change.from = from;
    change.to = opportunity.stage;
    change.at = m_context.clock.now();
    change.by = m_context.session.id();
    change.reason = note.reason;
    storage::insert(transaction, change);
    return opportunity;
}

Result<Opportunity> OpportunityService::create(Opportunity opportunity)
{
    if (auto allowed = m_context.session.require(Right::OpportunityEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Opportunity> {
            Connection& connection = transaction.connection();
            if (opportunity.stage == StageId()) {
                auto first = firstStage(connection);
                if (!first)
                    return fail(first.error());
                opportunity.stage = *first;
            }
            opportunity.id = OpportunityId::make(m_context.ids);
            if (auto taken = access::takeNewCustom(m_context, connection, opportunity); !taken)
                return fail(taken.error());
            if (auto checked = soundOpportunity(connection, opportunity); !checked)
                return fail(checked.error());
            auto customer = access::loadWithinReach<customers::Customer>(
                m_context, connection, opportunity.customer);
            if (!customer)
                return fail(customer.error());
            opportunity.meta.root = customer->id;
            opportunity.meta.owner = customer->meta.owner;
            if (opportunity.number.isEmpty())
                opportunity.number = access::nextNumber(
                    transaction, access::kOpportunityNumbers, m_context.clock.today());
            if (!opportunity.openedOn.isValid())
                opportunity.openedOn = m_context.clock.today();
            MoveNote note;
            note.lossReason = opportunity.lossReason;
            note.lossNote = opportunity.lossNote;
            auto placed = enterStage(transaction, opportunity, std::nullopt, note);
            if (!placed)
                return placed;
            storage::insert(transaction, *placed);
            return placed;
        });
}

Result<Opportunity> OpportunityService::update(Opportunity opportunity)
{
    if (auto allowed = m_context.session.require(Right::OpportunityEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Opportunity> {
            Connection& connection = transaction.connection();
            auto stored = access::loadForChange(m_context, connection, opportunity);
            if (!stored)
                return stored;
            if (auto taken = access::takeMeta(m_context, connection, opportunity, stored->meta);
                !taken)
                return fail(taken.error());
            opportunity.customer = stored->customer;
            opportunity.number = stored->number;
            opportunity.enteredStageOn = stored->enteredStageOn;
            opportunity.closedOn = stored->closedOn;
            if (auto checked = soundOpportunity(connection, opportunity); !checked)
                return fail(checked.error());
            if (opportunity.stage != stored->stage) {
                MoveNote note;
                note.lossReason = opportunity.lossReason;
                note.lossNote = opportunity.lossNote;
                auto moved = enterStage(transaction, opportunity, stored->stage, note);
                if (!moved)
                    return moved;
                opportunity = *moved;
            } else if (stored->lossReason && !opportunity.lossReason) {
                return fail("LOSS_REASON", QStringLiteral("loss_reason"));
            } else if (!opportunity.closedOn.isValid()) {
                opportunity.lossReason.reset();
                opportunity.lossNote.clear();
                setDefaultNextDate(opportunity, m_context.clock.today());
            }
            storage::update(transaction, opportunity);
            return opportunity;
        });
}

Result<Opportunity> OpportunityService::move(OpportunityId id, StageId to, const MoveNote& note)
{
    if (auto allowed = m_context.session.require(Right::OpportunityEdit); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Opportunity> {
            auto stored =
                access::loadWithinReach<Opportunity>(m_context, transaction.connection(), id);
            if (!stored || stored->stage == to)
                return stored;
            const StageId from = stored->stage;
            stored->stage = to;
            auto moved = enterStage(transaction, *stored, from, note);
            if (!moved)
                return moved;
            storage::update(transaction, *moved);
            return moved;
        });
}

Result<void> OpportunityService::remove(OpportunityId id)
{
    if (auto allowed = m_context.session.require(Right::OpportunityEdit); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            auto stored = access::loadWithinReach<Opportunity>(m_context, connection, id);
            if (!stored)
                return fail(stored.error());
            if (auto unused = access::checkUnused(connection,
                    m_context.database.types(),
                    schema::describe<Opportunity>(),
                    storage::bind(id));
                !unused)
                return unused;
            for (StageChange& change : storage::select<StageChange>(
                     connection, QStringLiteral("opportunity = ?"), {storage::bind(id)}))
                storage::remove(transaction, change);
            storage::remove(transaction, *stored);
            return {};
        });
}

Result<activities::Activity> OpportunityService::log(activities::Activity activity)
{
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<activities::Activity> {
            auto logged = activities::ActivityService(m_context).log(activity);
            if (!logged || !logged->opportunity)
                return logged;
            if (logged->nextStep.isEmpty() && !logged->nextOn.isValid())
                return logged;
            if (auto allowed = m_context.session.require(Right::OpportunityEdit); !allowed)
                return fail(allowed.error());
            auto opportunity = access::loadWithinReach<Opportunity>(
                m_context, transaction.connection(), *logged->opportunity);
            if (!opportunity)
                return fail(opportunity.error());
            if (!logged->nextStep.isEmpty())
                opportunity->nextStep = logged->nextStep;
            if (logged->nextOn.isValid())
                opportunity->nextOn = logged->nextOn;
            storage::update(transaction, *opportunity);
            return logged;
        });
}

} // namespace chengdan::pipeline
