// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/customers/customer_service.h"
#include "core/pipeline/opportunity_service.h"
#include "core/pipeline/stage_presets.h"
#include "tests/support/company_fixture.h"

namespace chengdan::tests {

/// A company file with the manufacturing chain and one customer of the owner.
class PipelineFixture : public CompanyFixture {
public:
    explicit PipelineFixture(const schema::RecordTypes& more = {})
        : CompanyFixture(typesWith(more))
    {
        stages = value(database->write(owner->id(),
            [&](storage::Transaction& transaction) -> Result<std::vector<pipeline::Stage>> {
                return pipeline::insertPreset(
                    transaction, ids, pipeline::StagePreset::Manufacturing);
            }));
        customer = makeCustomer(QStringLiteral("宁波海天塑机有限公司"));
    }

    static schema::RecordTypes typesWith(const schema::RecordTypes& more)
    {
        schema::RecordTypes types{&schema::describe<customers::Customer>(),
            &schema::describe<customers::Contact>(),
            &schema::describe<pipeline::Stage>(),
            &schema::describe<pipeline::Opportunity>(),
            &schema::describe<pipeline::StageChange>(),
            &schema::describe<activities::Activity>()};
        types.insert(types.end(), more.begin(), more.end());
        return types;
    }

    customers::Customer makeCustomer(const QString& name)
    {
        customers::Customer made;
        made.name = name;
        return value(customers::CustomerService(context).create(made));
    }

    pipeline::Opportunity opportunity(qint64 fen = 100000)
    {
        pipeline::Opportunity made;
        made.name = QStringLiteral("注塑机导轨");
        made.customer = customer.id;
        made.amount = {fen};
        return made;
    }
    pipeline::Opportunity make(qint64 fen = 100000)
    {
        return value(service.create(opportunity(fen)));
    }
    StageId stage(const char* code) const
    {
        for (const pipeline::Stage& candidate : stages) {
            if (candidate.code == QLatin1String(code))
                return candidate.id;
        }
        FAIL("no stage " << code);
        return {};
    }

    std::vector<pipeline::Stage> stages;
    customers::Customer customer;
    access::Context context = asOwner();
    pipeline::OpportunityService service{context};
};

} // namespace chengdan::tests
