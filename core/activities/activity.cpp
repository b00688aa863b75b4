// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"

namespace chengdan {

namespace activities {

std::span<const schema::Choice> choices(ActivityKind)
{
    static constexpr schema::Choice kActivityKinds[] = {
        {"visit", QT_TRANSLATE_NOOP("schema", "Visit")},
        {"demo", QT_TRANSLATE_NOOP("schema", "Demonstration")},
        {"price_talk", QT_TRANSLATE_NOOP("schema", "Price talk")},
        {"after_sales", QT_TRANSLATE_NOOP("schema", "After-sales visit")},
        {"call", QT_TRANSLATE_NOOP("schema", "Call")},
        {"message", QT_TRANSLATE_NOOP("schema", "Message")},
        {"sample", QT_TRANSLATE_NOOP("schema", "Sample")},
        {"other", QT_TRANSLATE_NOOP("schema", "Other")},
    };
    return kActivityKinds;
}

} // namespace activities

template <>
const schema::RecordType& schema::describe<activities::Activity>()
{
    using activities::Activity;
    static const RecordType
        type =
            recordType<Activity>(
                {
                    .table = "activity",
                    .number = 23,
                    .label = QT_TRANSLATE_NOOP("schema", "Activity"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Activities"),
                    .scope = Scope::Root,
                    .title = "summary",
                    .columns =
                        {
                            column<&Activity::customer>({.name = "customer",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                                .required = true,
                                .references = "customer",
                                .inList = InList::Yes}),
                            column<&Activity::opportunity>({.name = "opportunity",
                                .label = QT_TRANSLATE_NOOP("schema", "Opportunity"),
                                .references = "opportunity",
                                .inList = InList::Yes}),
                            column<&Activity::contact>({.name = "contact",
                                .label = QT_TRANSLATE_NOOP("schema", "Contact"),
                                .references = "contact"}),
                            column<&Activity::kind>({.name = "kind",
                                .label = QT_TRANSLATE_NOOP("schema", "Occasion"),
                                .indexed = true,
                                .inList = InList::Yes}),
                            column<&Activity::at>({.name = "at",
                                .label = QT_TRANSLATE_NOOP("schema", "Time"),
                                .indexed = true,
                                .inList = InList::Yes}),
                            column<&Activity::by>({.name = "by_person",
                                .label = QT_TRANSLATE_NOOP("schema", "By"),
                                .references = "person",
                                .inList = InList::Yes}),
                            column<&Activity::minutes>({.name = "minutes",
                                .label = QT_TRANSLATE_NOOP("schema", "Minutes")}),
                            column<&Activity::summary>(
                                {.name = "summary",
                                    .label = QT_TRANSLATE_NOOP("schema", "Summary"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "What was said and agreed, with names and figures"),
                                    .required = true,
                                    .searchable = true,
                                    .inList = InList::Yes}),
                            column<
                                &Activity::
                                    needChange>({.name = "need_change", .label = QT_TRANSLATE_NOOP("schema", "Changed need"), .hint = QT_TRANSLATE_NOOP("schema", "What the customer wants differently now")}),
                            column<&Activity::objection>(
                                {.name = "objection",
                                    .label = QT_TRANSLATE_NOOP("schema", "Objection"),
                                    .hint = QT_TRANSLATE_NOOP("schema",
                                        "What holds the customer back: price, delivery, quality …"),
                                    .searchable = true}),
                            column<
                                &Activity::
                                    competitor>({.name = "competitor", .label = QT_TRANSLATE_NOOP("schema", "Competitor"), .hint = QT_TRANSLATE_NOOP("schema", "The brand the customer named"), .searchable = true}),
                            column<&Activity::competitorPrice>(
                                {.name = "competitor_price",
                                    .label = QT_TRANSLATE_NOOP("schema", "Competitor price"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "The unit price the customer named")}),
                            column<&Activity::nextStep>(
                                {.name = "next_step",
                                    .label = QT_TRANSLATE_NOOP("schema", "Next step"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "One act: who does what"),
                                    .inList = InList::Yes}),
                            column<&Activity::nextOn>({.name = "next_on",
                                .label = QT_TRANSLATE_NOOP("schema", "Next date"),
                                .indexed = true,
                                .inList = InList::Yes}),
                        },
                });
    return type;
}

} // namespace chengdan
