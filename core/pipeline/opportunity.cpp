// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/opportunity.h"

namespace chengdan {

namespace pipeline {

std::span<const schema::Choice> choices(LossReason)
{
    static constexpr schema::Choice kLossReasons[] = {
        {"price", QT_TRANSLATE_NOOP("schema", "Price")},
        {"delivery", QT_TRANSLATE_NOOP("schema", "Delivery time")},
        {"technology", QT_TRANSLATE_NOOP("schema", "Technology")},
        {"payment", QT_TRANSLATE_NOOP("schema", "Payment terms")},
        {"relationship", QT_TRANSLATE_NOOP("schema", "Relationship")},
        {"cancelled", QT_TRANSLATE_NOOP("schema", "Project cancelled")},
        {"no_reply", QT_TRANSLATE_NOOP("schema", "No reply")},
        {"other", QT_TRANSLATE_NOOP("schema", "Other")},
    };
    return kLossReasons;
}

} // namespace pipeline

template <>
const schema::RecordType& schema::describe<pipeline::Opportunity>()
{
    using pipeline::Opportunity;
    static const RecordType
        type =
            recordType<Opportunity>(
                {
                    .table = "opportunity",
                    .number = 21,
                    .label = QT_TRANSLATE_NOOP("schema", "Opportunity"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Opportunities"),
                    .scope = Scope::Root,
                    .title = "name",
                    .columns =
                        {
                            column<&Opportunity::name>({.name = "name",
                                .label = QT_TRANSLATE_NOOP("schema", "Opportunity name"),
                                .hint =
                                    QT_TRANSLATE_NOOP("schema", "What the customer wants to buy"),
                                .required = true,
                                .searchable = true,
                                .inList = InList::Yes}),
                            column<&Opportunity::number>({.name = "number",
                                .label = QT_TRANSLATE_NOOP("schema", "Opportunity number"),
                                .unique = true,
                                .searchable = true,
                                .inList = InList::LowPriority}),
                            column<&Opportunity::customer>({.name = "customer",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                                .required = true,
                                .references = "customer",
                                .inList = InList::Yes}),
                            column<&Opportunity::contact>({.name = "contact",
                                .label = QT_TRANSLATE_NOOP("schema", "Contact"),
                                .references = "contact"}),
                            column<&Opportunity::stage>({.name = "stage",
                                .label = QT_TRANSLATE_NOOP("schema", "Stage"),
                                .required = true,
                                .references = "stage",
                                .group = "stage",
                                .inList = InList::Yes}),
                            column<&Opportunity::amount>(
                                {.name = "amount",
                                    .label = QT_TRANSLATE_NOOP("schema", "Expected amount"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "With tax; 1.2万 is understood"),
                                    .indexed = true,
                                    .group = "amount",
                                    .inList = InList::Yes}),
                            column<&Opportunity::currency>(
                                {.name = "currency",
                                    .label = QT_TRANSLATE_NOOP("schema", "Currency"),
                                    .group = "amount"}),
                            column<&Opportunity::probability>(
                                {.name = "probability",
                                    .label = QT_TRANSLATE_NOOP("schema", "Probability"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "Only when it differs from that of the stage"),
                                    .inList = InList::LowPriority}),
                            column<&Opportunity::expectedClose>(
                                {.name = "expected_close",
                                    .label = QT_TRANSLATE_NOOP("schema", "Expected close"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "When the customer will decide"),
                                    .indexed = true,
                                    .inList = InList::Yes}),
                            column<&Opportunity::nextStep>(
                                {.name = "next_step",
                                    .label = QT_TRANSLATE_NOOP("schema", "Next step"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "One act: who does what"),
                                    .group = "next",
                                    .inList = InList::Yes}),
                            column<&Opportunity::nextOn>(
                                {.name = "next_on",
                                    .label = QT_TRANSLATE_NOOP("schema", "Next date"),
                                    .indexed = true,
                                    .group = "next",
                                    .inList = InList::Yes}),
                            column<&Opportunity::openedOn>(
                                {.name = "opened_on",
                                    .label = QT_TRANSLATE_NOOP("schema", "Opened on"),
                                    .inList = InList::LowPriority}),
                            column<&Opportunity::enteredStageOn>(
                                {.name = "entered_stage_on",
                                    .label = QT_TRANSLATE_NOOP("schema", "In stage since"),
                                    .group = "stage",
                                    .inList = InList::LowPriority}),
                            column<&Opportunity::closedOn>(
                                {.name = "closed_on",
                                    .label = QT_TRANSLATE_NOOP("schema", "Closed on"),
                                    .indexed = true,
                                    .group = "stage"}),
                            column<&Opportunity::source>({.name = "source",
                                .label = QT_TRANSLATE_NOOP("schema", "Source"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "Fair, referral, website, cold call …")}),
                            column<&Opportunity::competitor>({.name = "competitor",
                                .label = QT_TRANSLATE_NOOP("schema", "Competitor"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "Brand and price that the customer named"),
                                .searchable = true}),
                            column<&Opportunity::lossReason>({.name = "loss_reason",
                                .label = QT_TRANSLATE_NOOP("schema", "Reason of loss"),
                                .group = "stage"}),
                            column<&Opportunity::lossNote>({.name = "loss_note",
                                .label = QT_TRANSLATE_NOOP("schema", "Note on the loss"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "What the customer said, in one sentence"),
                                .group = "stage"}),
                            column<&Opportunity::remark>(
                                {.name = "remark", .label = QT_TRANSLATE_NOOP("schema", "Remark")}),
                        },
                });
    return type;
}

template <>
const schema::RecordType& schema::describe<pipeline::StageChange>()
{
    using pipeline::StageChange;
    static const RecordType type = recordType<StageChange>({
        .table = "stage_change",
        .number = 22,
        .label = QT_TRANSLATE_NOOP("schema", "Stage change"),
        .plural = QT_TRANSLATE_NOOP("schema", "Stage changes"),
        .scope = Scope::Root,
        .columns =
            {
                column<&StageChange::opportunity>({.name = "opportunity",
                    .label = QT_TRANSLATE_NOOP("schema", "Opportunity"),
                    .required = true,
                    .references = "opportunity",
                    .owned = true,
                    .inList = InList::Yes}),
                column<&StageChange::from>({.name = "from_stage",
                    .label = QT_TRANSLATE_NOOP("schema", "From stage"),
                    .references = "stage",
                    .inList = InList::Yes}),
                column<&StageChange::to>({.name = "to_stage",
                    .label = QT_TRANSLATE_NOOP("schema", "To stage"),
                    .required = true,
                    .references = "stage",
                    .inList = InList::Yes}),
                column<&StageChange::at>({.name = "at",
                    .label = QT_TRANSLATE_NOOP("schema", "Time"),
                    .indexed = true,
                    .inList = InList::Yes}),
                column<&StageChange::by>({.name = "by_person",
                    .label = QT_TRANSLATE_NOOP("schema", "By"),
                    .references = "person",
                    .inList = InList::Yes}),
                column<&StageChange::reason>({.name = "reason",
                    .label = QT_TRANSLATE_NOOP("schema", "Reason"),
                    .inList = InList::Yes}),
            },
    });
    return type;
}

} // namespace chengdan
