// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/guard.h"
#include "core/access/validation.h"
#include "core/pipeline/opportunity_service.h"

namespace chengdan::pipeline {

namespace {

Result<void> checkStage(storage::Connection& connection, const Stage& stage)
{
    access::Findings findings;
    access::checkRecord(connection, stage, findings);
    if (stage.probability < Rate() || stage.probability > Rate::fromWhole(1))
        findings.add(Error::make("RATE_RANGE", QStringLiteral("probability")));
    if (stage.limitDays < 0)
        findings.add(Error::make("DAYS_NEGATIVE", QStringLiteral("limit_days")));
    return findings.result();
}

Result<void> checkChainWhole(storage::Connection& connection)
{
    for (const StageKind kind : {StageKind::Open, StageKind::Won, StageKind::Lost}) {
        if (!storage::selectOne<Stage>(
                connection, QStringLiteral("active = 1 AND kind = ?"), {schema::codeOf(kind)}))
            return fail("STAGE_LAST");
    }
    return {};
}

} // namespace

Result<Stage> StageService::create(Stage stage)
{
    if (auto allowed = m_context.session.require(access::Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<Stage> {
            stage.id = StageId::make(m_context.ids);
            stage.meta = {};
            if (auto checked = checkStage(transaction.connection(), stage); !checked)
                return fail(checked.error());
            storage::insert(transaction, stage);
            return stage;
        });
}

Result<Stage> StageService::update(Stage stage)
{
    if (auto allowed = m_context.session.require(access::Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<Stage> {
            auto stored = access::loadForChange(m_context, transaction.connection(), stage);
            if (!stored)
                return stored;
            stage.meta = stored->meta;
            // Opportunities that stand there would open or close without anybody moving them.
            if (stage.kind != stored->kind
                && !access::checkUnused(transaction.connection(),
                    m_context.database.types(),
                    schema::describe<Stage>(),
                    storage::bind(stage.id)))
                return fail("STAGE_KIND", QStringLiteral("kind"));
            if (auto checked = checkStage(transaction.connection(), stage); !checked)
                return fail(checked.error());
            storage::update(transaction, stage);
            if (auto whole = checkChainWhole(transaction.connection()); !whole)
                return fail(whole.error());
            return stage;
        });
}

Result<void> StageService::remove(StageId id)
{
    if (auto allowed = m_context.session.require(access::Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto stored = storage::load<Stage>(transaction.connection(), id);
            if (!stored)
                return fail(stored.error());
            if (auto unused = access::checkUnused(transaction.connection(),
                    m_context.database.types(),
                    schema::describe<Stage>(),
                    storage::bind(id));
                !unused)
                return unused;
            storage::remove(transaction, *stored);
            return checkChainWhole(transaction.connection());
        });
}

} // namespace chengdan::pipeline
