// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/company.h"

namespace chengdan::exchange {

/// What is being made; the order is that of the work.
enum class DemoPhase { Customers, Opportunities, Indexes, Quotes };
/// Told now and then how many rows of a phase are made; on the writer's thread.
using DemoProgress = std::function<void(DemoPhase phase, qint64 done, qint64 total)>;

/// A made-up Chinese maker of precision parts: people in teams and regions, about 300·scale
/// customers with contacts, three years of 1,100·scale opportunities with their stage history,
/// 3,000·scale journal entries, a catalogue with BOMs, routings and prices, and
/// 42·scale quotes (4,200 at the most) made by real costing. The same clock and scale give the same
/// company. A scale above 1 goes through the bulk load, in one transaction and in memory that grows
/// only with the number of customers. Errors: DEMO_SCALE (scale not in 1..1000) and those of
/// createCompany().
Result<std::unique_ptr<storage::Database>> createDemoCompany(const QString& path,
    const Clock& clock,
    const QString& name = {},
    int scale = 1,
    const DemoProgress& progress = {});

} // namespace chengdan::exchange
