// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage.h"
#include "core/storage/database.h"

namespace chengdan::pipeline {

/// The sales chains that ship with the program.
enum class StagePreset {
    Manufacturing, ///< with samples before the negotiation; the default
    General, ///< first contact, needs, proposal, negotiation, closing
};

/// The stages of a chain, in order and without ids.
std::vector<Stage> presetStages(StagePreset preset);

/// Puts a chain into a file that has no stages yet; answers the stages with their ids. With stages
/// there, it changes nothing and answers those.
std::vector<Stage> insertPreset(
    storage::Transaction& transaction, IdSource& ids, StagePreset preset);

/// All stages in the order of the funnel, inactive ones included.
std::vector<Stage> loadStages(storage::Connection& connection);

} // namespace chengdan::pipeline
