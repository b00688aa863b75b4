// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/company.h"

namespace chengdan::exchange {

/// A made-up Chinese maker of precision parts: people in teams and regions, about 300·scale
/// customers with contacts, three years of 1,100·scale opportunities with their stage history,
/// 3,000·scale journal entries, a catalogue with BOMs, routings and prices, and quotes made by real
/// costing. The same clock gives the same company. Errors: DEMO_SCALE (scale not in 1..50) and
/// those of createCompany().
Result<std::unique_ptr<storage::Database>> createDemoCompany(
    const QString& path, const Clock& clock, const QString& name = {}, int scale = 1);

} // namespace chengdan::exchange
