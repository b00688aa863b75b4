// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/quoting/cost_trace.h"
#include "core/quoting/costing.h"

#include <QJsonArray>
#include <QJsonObject>

namespace chengdan::exchange {

/// One costing as the command line gives it out. Numbers are strings with all their places: money
/// at 8, quantities and minutes at 6. `unit_cost` and `elements` are per asked UoM and currency;
/// everything by item is per base UoM in the base currency. `c4` is the cost prices are made from.
QJsonObject costingJson(
    const quoting::CostResult& result, const quoting::AskedCost& asked, Language language);

/// Errors or warnings with code, item, path, field, message and the figures they name.
QList<QJsonObject> costNotesJson(std::span<const quoting::CostNote> notes, Language language);

/// The lines behind the asked item's figures: subject, formula, amount, source.
QJsonArray costingTraceJson(
    const quoting::CostInput& input, const quoting::CostResult& result, Language language);

/// The same for people: one row per element, then what it needs.
QString costingText(const quoting::CostResult& result, const quoting::AskedCost& asked);

} // namespace chengdan::exchange
