// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::pipeline {

/// Whether an opportunity in a stage is still open, and how it ended if not.
enum class StageKind { Open, Won, Lost };
std::span<const schema::Choice> choices(StageKind value);

/// The colour a stage is shown in, by meaning; the window's colour table knows the shades.
enum class StageTone { Neutral, Info, Accent, Violet, Warn, Ok, Danger };
std::span<const schema::Choice> choices(StageTone value);

/// One step of the sales chain. An administrator edits these rows; no code knows a stage by name.
/// There is at least one open stage, and one each that is won and lost.
struct Stage {
    StageId id;
    schema::RowMeta meta;
    int seq = 0; ///< order in the funnel
    QString code; ///< unique, lower-case Latin
    QString name; ///< Chinese
    QString nameEn;
    Rate probability; ///< of winning, unless an opportunity states its own
    StageKind kind = StageKind::Open;
    StageTone tone = StageTone::Neutral;
    int limitDays = 0; ///< stays longer than this are marked; 0: no limit
    QString goal; ///< what must be reached before moving on
    bool active = true; ///< false: kept for history, offered no more
};

} // namespace chengdan::pipeline

namespace chengdan {
template <>
const schema::RecordType& schema::describe<pipeline::Stage>();
} // namespace chengdan
