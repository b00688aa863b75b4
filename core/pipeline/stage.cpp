// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage.h"

namespace chengdan {

namespace pipeline {

std::span<const schema::Choice> choices(StageKind)
{
    static constexpr schema::Choice kStageKinds[] = {
        {"open", QT_TRANSLATE_NOOP("schema", "Open")},
        {"won", QT_TRANSLATE_NOOP("schema", "Won")},
        {"lost", QT_TRANSLATE_NOOP("schema", "Lost")},
    };
    return kStageKinds;
}

std::span<const schema::Choice> choices(StageTone)
{
    static constexpr schema::Choice kStageTones[] = {
        {"neutral", QT_TRANSLATE_NOOP("schema", "Grey")},
        {"info", QT_TRANSLATE_NOOP("schema", "Light blue")},
        {"accent", QT_TRANSLATE_NOOP("schema", "Blue")},
        {"violet", QT_TRANSLATE_NOOP("schema", "Violet")},
        {"warn", QT_TRANSLATE_NOOP("schema", "Amber")},
        {"ok", QT_TRANSLATE_NOOP("schema", "Green")},
        {"danger", QT_TRANSLATE_NOOP("schema", "Red")},
    };
    return kStageTones;
}

} // namespace pipeline

template <>
const schema::RecordType& schema::describe<pipeline::Stage>()
{
    using pipeline::Stage;
    static const RecordType
        type =
            recordType<Stage>(
                {
                    .table = "stage",
                    .number = 20,
                    .label = QT_TRANSLATE_NOOP("schema", "Stage"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Stages"),
                    .scope = Scope::Catalogue,
                    .title = "name",
                    .columns =
                        {
                            column<&Stage::seq>({.name = "seq",
                                .label = QT_TRANSLATE_NOOP("schema", "Order"),
                                .inList = InList::Yes}),
                            column<&Stage::code>({.name = "code",
                                .label = QT_TRANSLATE_NOOP("schema", "Code"),
                                .required = true,
                                .unique = true}),
                            column<&Stage::name>({.name = "name",
                                .label = QT_TRANSLATE_NOOP("schema", "Chinese name"),
                                .required = true,
                                .inList = InList::Yes}),
                            column<&Stage::nameEn>({.name = "name_en",
                                .label = QT_TRANSLATE_NOOP("schema", "English name"),
                                .inList = InList::Yes}),
                            column<&Stage::probability>({.name = "probability",
                                .label = QT_TRANSLATE_NOOP("schema", "Probability"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "How likely an opportunity in this stage is won"),
                                .inList = InList::Yes}),
                            column<&Stage::kind>({.name = "kind",
                                .label = QT_TRANSLATE_NOOP("schema", "Outcome"),
                                .inList = InList::Yes}),
                            column<&Stage::tone>(
                                {.name = "tone", .label = QT_TRANSLATE_NOOP("schema", "Colour")}),
                            column<&Stage::limitDays>(
                                {.name = "limit_days",
                                    .label = QT_TRANSLATE_NOOP("schema", "Longest stay in days"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "Longer stays are marked; 0 marks none"),
                                    .inList = InList::Yes}),
                            column<&Stage::goal>(
                                {.name = "goal",
                                    .label = QT_TRANSLATE_NOOP("schema", "Goal"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "What must be reached before the next stage")}),
                            column<&Stage::
                                       active>({.name = "active", .label = QT_TRANSLATE_NOOP("schema", "Active")}),
                        },
                });
    return type;
}

} // namespace chengdan
