// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/opportunity_service.h"
#include "tests/support/pipeline_fixture.h"

using namespace chengdan;
using access::Role;
using access::RoleScope;
using pipeline::LossReason;
using pipeline::MoveNote;
using pipeline::Opportunity;
using pipeline::OpportunityService;
using pipeline::StageChange;
using tests::CompanyFixture;
using tests::PipelineFixture;
using tests::value;

TEST_CASE("a new opportunity begins in the first open stage with number, dates and its first "
          "stage change",
    "[pipeline][service]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    CHECK(made.number == QStringLiteral("SJ-A1-2026-0001"));
    CHECK(made.stage == company.stage("lead"));
    CHECK(made.openedOn == QDate(2026, 3, 12));
    CHECK(made.enteredStageOn == QDate(2026, 3, 12));
    CHECK(made.nextOn == QDate(2026, 3, 15));
    CHECK_FALSE(made.closedOn.isValid());
    CHECK(made.meta.root == company.customer.id);
    CHECK(made.meta.owner == company.customer.meta.owner);
    const auto changes = storage::select<StageChange>(company.reader());
    REQUIRE(changes.size() == 1);
    CHECK_FALSE(changes[0].from);
    CHECK(changes[0].to == made.stage);
    CHECK(changes[0].opportunity == made.id);
    CHECK(changes[0].by == company.owner->id());
}

TEST_CASE("a move writes the stage, its date and one stage change", "[pipeline][stage]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    company.passDays(9);
    MoveNote note;
    note.reason = QStringLiteral("图纸已到");
    const Opportunity moved = value(company.service.move(made.id, company.stage("needs"), note));
    CHECK(moved.enteredStageOn == QDate(2026, 3, 21));
    const auto stored = value(storage::load<Opportunity>(company.reader(), made.id));
    CHECK(stored.stage == company.stage("needs"));
    const auto changes =
        storage::select<StageChange>(company.reader(), QStringLiteral("from_stage IS NOT NULL"));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].from == company.stage("lead"));
    CHECK(changes[0].at == company.clock.now());
    CHECK(changes[0].reason == note.reason);

    SECTION("moving to the stage it is in changes nothing")
    {
        value(company.service.move(made.id, company.stage("needs")));
        CHECK(company.count("SELECT count(*) FROM stage_change") == 2);
    }
}

TEST_CASE("row and stage change are written together or not at all", "[pipeline][stage]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    company.passDays(1);
    // The second statement of the move is made to fail, whichever of the two it is.
    const auto refuse = GENERATE(as<std::string>{},
        "CREATE TRIGGER refuse BEFORE UPDATE OF stage ON opportunity "
        "BEGIN SELECT RAISE(ABORT, 'no'); END",
        "CREATE TRIGGER refuse BEFORE INSERT ON stage_change "
        "BEGIN SELECT RAISE(ABORT, 'no'); END");
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(QString::fromStdString(refuse));
            return {};
        }));
    const qint64 journal = company.count("SELECT count(*) FROM _op");
    CHECK_FALSE(company.service.move(made.id, company.stage("needs")));
    CHECK(company.count("SELECT count(*) FROM stage_change") == 1);
    CHECK(value(storage::load<Opportunity>(company.reader(), made.id)).stage == made.stage);
    CHECK(company.count("SELECT count(*) FROM _op") == journal);
}

TEST_CASE("closing as lost demands a reason", "[pipeline][loss]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    const auto refused = company.service.move(made.id, company.stage("lost"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("LOSS_REASON"));
    CHECK(refused.error().field == QStringLiteral("loss_reason"));
    CHECK(company.count("SELECT count(*) FROM stage_change") == 1);

    MoveNote note;
    note.lossReason = LossReason::Delivery;
    note.lossNote = QStringLiteral("交期要 15 天");
    const Opportunity lost = value(company.service.move(made.id, company.stage("lost"), note));
    CHECK(lost.lossReason == LossReason::Delivery);
    CHECK(lost.closedOn == QDate(2026, 3, 12));

    SECTION("the reason cannot be taken away afterwards")
    {
        Opportunity edited = lost;
        edited.lossReason.reset();
        CHECK(company.service.update(edited).error().code == QStringLiteral("LOSS_REASON"));
    }
    SECTION("reopening clears it")
    {
        const auto reopened = value(company.service.move(made.id, company.stage("negotiation")));
        CHECK_FALSE(reopened.lossReason);
        CHECK_FALSE(reopened.closedOn.isValid());
        CHECK(reopened.lossNote.isEmpty());
    }
}

TEST_CASE("an opportunity entered as lost needs its reason too", "[pipeline][loss]")
{
    PipelineFixture company;
    Opportunity typed = company.opportunity();
    typed.stage = company.stage("lost");
    CHECK(company.service.create(typed).error().code == QStringLiteral("LOSS_REASON"));
    CHECK(company.count("SELECT count(*) FROM opportunity") == 0);
    typed.lossReason = LossReason::Price;
    CHECK(company.service.create(typed));
}

TEST_CASE("a stage changed in the form is a move under the same rules", "[pipeline][stage]")
{
    PipelineFixture company;
    Opportunity edited = company.make();
    company.passDays(2);
    edited.stage = company.stage("proposal");
    edited.nextStep = QStringLiteral("寄报价单");
    const auto saved = value(company.service.update(edited));
    CHECK(saved.enteredStageOn == QDate(2026, 3, 14));
    CHECK(saved.nextStep == edited.nextStep);
    CHECK(company.count("SELECT count(*) FROM stage_change") == 2);
    edited = saved;
    edited.stage = company.stage("lost");
    CHECK(company.service.update(edited).error().code == QStringLiteral("LOSS_REASON"));
}

TEST_CASE("an open opportunity always has a dated next step", "[pipeline][next]")
{
    PipelineFixture company;
    Opportunity edited = company.make();
    edited.nextOn = QDate();
    CHECK(value(company.service.update(edited)).nextOn == QDate(2026, 3, 15));
}

TEST_CASE("what is wrong with an opportunity is named", "[pipeline][service]")
{
    PipelineFixture company;
    const auto other = company.makeCustomer(QStringLiteral("奉化铸造厂"));
    customers::Contact contact;
    contact.customer = other.id;
    contact.name = QStringLiteral("陈工");
    contact = value(customers::CustomerService(company.context).createContact(contact));

    Opportunity typed = company.opportunity(-1);
    typed.probability = Rate::fromRaw(1000001);
    typed.contact = contact.id;
    const auto refused = company.service.create(typed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("AMOUNT_NEGATIVE"));
    REQUIRE(refused.error().more.size() == 2);
    CHECK(refused.error().more[0].code == QStringLiteral("RATE_RANGE"));
    CHECK(refused.error().more[1].code == QStringLiteral("OTHER_CUSTOMER"));
}

TEST_CASE("opportunities are moved with the right and within reach only", "[pipeline][permission]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    const auto viewer =
        company.join("viewer", {CompanyFixture::role(Role::Finance, RoleScope::All)});
    const auto rep = company.join("rep", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto asViewer = company.as(viewer);
    const auto refused = OpportunityService(asViewer).move(made.id, company.stage("needs"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    CHECK(refused.error().arg(QStringLiteral("right")) == QStringLiteral("opportunity.edit"));
    const auto asRep = company.as(rep);
    OpportunityService repService(asRep);
    CHECK(repService.move(made.id, company.stage("needs")).error().code
        == QStringLiteral("NOT_YOURS"));
    CHECK(repService.create(company.opportunity()).error().code == QStringLiteral("NOT_YOURS"));
    CHECK(company.count("SELECT count(*) FROM stage_change") == 1);
}

TEST_CASE(
    "logging with a next step moves the opportunity's next step along", "[pipeline][activity]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    activities::Activity typed;
    typed.customer = company.customer.id;
    typed.opportunity = made.id;
    typed.summary = QStringLiteral("客户确认图纸，要求 45 天交货");
    typed.nextStep = QStringLiteral("李工周五前给出工艺");
    typed.nextOn = QDate(2026, 3, 20);
    value(company.service.log(typed));
    const auto stored = value(storage::load<Opportunity>(company.reader(), made.id));
    CHECK(stored.nextStep == typed.nextStep);
    CHECK(stored.nextOn == typed.nextOn);
    CHECK(company.count("SELECT count(*) FROM activity") == 1);
}

TEST_CASE("an opportunity something refers to is not deleted", "[pipeline][service]")
{
    PipelineFixture company;
    const Opportunity made = company.make();
    CHECK(customers::CustomerService(company.context).remove(company.customer.id).error().code
        == QStringLiteral("IN_USE"));
    activities::Activity typed;
    typed.customer = company.customer.id;
    typed.opportunity = made.id;
    typed.summary = QStringLiteral("首次拜访");
    const auto logged = value(company.service.log(typed));
    const auto refused = company.service.remove(made.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("IN_USE"));
    CHECK(refused.error().arg(QStringLiteral("table")) == QStringLiteral("activity"));
    const Opportunity free = company.make();
    value(company.service.remove(free.id));
    CHECK(company.count("SELECT count(*) FROM opportunity WHERE deleted = 0") == 1);
    CHECK(company.count("SELECT count(*) FROM stage_change WHERE deleted = 0") == 1);
    CHECK(logged.opportunity == made.id);
}
