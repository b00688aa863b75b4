// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_run.h"

// What the routing costs: setup, run time, piece wage, outside processing.
namespace chengdan::quoting {

namespace {

constexpr qint64 kMsPerHour = 3'600'000;
constexpr qint64 kMsPerMinute = 60'000;

/// How often the run time is counted, exact.
Fraction runsOf(const OperationRow& row, Quantity entering)
{
    switch (row.basis) {
    case RunBasis::Unit:
        return {entering.raw(), Quantity::kOne};
    case RunBasis::Lot:
        return {1, 1};
    case RunBasis::Cycle:
    case RunBasis::Batch:
        if (row.cycleRounding == CycleRounding::None)
            return {entering.raw(), row.unitsPerCycle.raw()};
        return {divide(entering.raw(), row.unitsPerCycle.raw(), Rounding::Up), 1};
    }
    return {};
}

} // namespace

bool CostRun::addOperations(std::size_t node)
{
    const CostNode& owner = m_out.nodes[node];
    bool complete = true;
    for (int index = owner.operations.first; index < owner.operations.last; ++index) {
        OperationCost& cost = m_out.operations[at(index)];
        if (cost.operation < 0) {
            complete = false;
            continue;
        }
        const bool own = addOwnWork(node, cost);
        const bool outside = outsideCost(node, cost);
        complete = own && outside && add(node, Element::Out, cost.outside.raw()) && complete;
    }
    return complete;
}

/// What is done in house: setup, run time and piece wage.
bool CostRun::addOwnWork(std::size_t node, OperationCost& cost)
{
    if (!timeCost(node, cost))
        return false;
    const OperationRow& row = m_in.operation(cost.operation);
    const auto piece = ExactQuotient()
                           .times(row.piecePrice.raw())
                           .times(UnitCost::kOne / UnitPrice::kOne)
                           .times(cost.entering.raw())
                           .over(Quantity::kOne)
                           .rounded();
    if (!piece)
        return overflow(node);
    cost.piece = UnitCost::fromRaw(*piece);
    return add(node, Element::Set, cost.setup.raw()) && add(node, Element::Mac, cost.machine.raw())
        && add(node, Element::Lab, cost.labor.raw()) && add(node, Element::Lab, cost.piece.raw());
}

bool CostRun::timeCost(std::size_t node, OperationCost& cost)
{
    const OperationRow& row = m_in.operation(cost.operation);
    const int vertex = m_nodeVertex[node];
    const QPair<QString, QString> named{QStringLiteral("op"), QString::number(row.opSeq)};
    const bool cycles = row.basis == RunBasis::Cycle || row.basis == RunBasis::Batch;
    if (cycles && row.unitsPerCycle.raw() <= 0) {
        report("E_ZERO_LOT", vertex, {named});
        return false;
    }
    const Fraction runs = runsOf(row, cost.entering);
    cost.setups = 1;
    if (row.setupEvery.raw() > 0) {
        cost.setups =
            static_cast<qint64>(divide(cost.entering.raw(), row.setupEvery.raw(), Rounding::Up));
    }
    const auto shownRuns =
        ExactQuotient().times(runs.num).over(runs.den).times(Quantity::kOne).rounded();
    const auto runMinutes = ExactQuotient()
                                .times(runs.num)
                                .over(runs.den)
                                .times(row.runMs)
                                .times(Quantity::kOne)
                                .over(kMsPerMinute)
                                .times(Rate::kOne)
                                .over(row.efficiency.raw())
                                .rounded();
    const auto setupMinutes = ExactQuotient()
                                  .times(row.setupMs)
                                  .times(cost.setups)
                                  .times(Quantity::kOne)
                                  .over(kMsPerMinute)
                                  .rounded();
    const auto minutes =
        runMinutes && setupMinutes ? chengdan::add(*runMinutes, *setupMinutes) : std::nullopt;
    if (!shownRuns || !minutes)
        return overflow(node);
    cost.runs = Quantity::fromRaw(*shownRuns);
    cost.minutes = Quantity::fromRaw(*minutes);
    if (row.setupMs == 0 && row.runMs == 0)
        return true;

    qint64 machineRate = 0;
    qint64 laborRate = 0;
    const FxPick* rate = fx({}, vertex);
    const auto tried = m_what.workCenterRates.constFind(row.workCenter);
    if (!m_plain && tried != m_what.workCenterRates.constEnd()) {
        machineRate = tried->machine.raw();
        laborRate = tried->labor.raw();
    } else {
        const auto rows = m_in.ratesOf(m_in.operationKeys(cost.operation).workCenter);
        for (int index = rows.first; index < rows.last; ++index) {
            const ValidDates& valid = m_in.rate(index).valid;
            if (valid.contains(m_request.date)
                && (cost.rateRow < 0 || valid.from > m_in.rate(cost.rateRow).valid.from))
                cost.rateRow = index;
        }
        if (cost.rateRow < 0) {
            report("E_NO_RATE",
                vertex,
                {named,
                    {QStringLiteral("center"), row.workCenter},
                    {QStringLiteral("date"), m_request.date.toString(Qt::ISODate)}});
            return false;
        }
        const WorkCenterRateRow& found = m_in.rate(cost.rateRow);
        machineRate = found.machineRate.raw();
        laborRate = found.laborRate.raw();
        rate = fx(found.currency, vertex);
    }
    if (rate == nullptr)
        return false;

    const auto priced = [&](ExactQuotient hours, Int128 perHour) {
        return hours.times(perHour)
            .times(UnitCost::kOne / UnitPrice::kOne)
            .times(rate->num)
            .over(rate->den)
            .rounded();
    };
    ExactQuotient setupHours;
    setupHours.times(row.setupMs).times(cost.setups).over(kMsPerHour).over(Quantity::kOne);
    // Efficiency stretches running, never setting up.
    ExactQuotient runHours;
    runHours.times(runs.num).over(runs.den).times(row.runMs).over(kMsPerHour);
    if (row.efficiency.raw() != Rate::kOne)
        runHours.times(Rate::kOne).over(row.efficiency.raw());
    const Int128 crewRate = static_cast<Int128>(laborRate) * row.crew.raw();
    const auto setup =
        priced(setupHours, static_cast<Int128>(machineRate) * Quantity::kOne + crewRate);
    const auto machine = priced(runHours, machineRate);
    const auto labor = priced(runHours.over(Quantity::kOne), crewRate);
    if (!setup || !machine || !labor)
        return overflow(node);
    cost.setup = UnitCost::fromRaw(*setup);
    cost.machine = UnitCost::fromRaw(*machine);
    cost.labor = UnitCost::fromRaw(*labor);
    return true;
}

bool CostRun::outsideCost(std::size_t node, OperationCost& cost)
{
    const OperationRow& row = m_in.operation(cost.operation);
    if (row.outsideItem.isEmpty())
        return true;
    if (cost.outsideNode < 0 || !nodeAt(cost.outsideNode).complete)
        return false; // its own error stands already
    const CostNode& service = nodeAt(cost.outsideNode);
    const auto factor =
        uomFactor(m_in, service.item, m_in.operationKeys(cost.operation).outsideUom);
    if (!factor)
        return false;
    const auto wanted = ExactQuotient()
                            .times(cost.entering.raw())
                            .over(Quantity::kOne)
                            .times(row.outsideQty.raw())
                            .over(Quantity::kOne)
                            .times(factor->num)
                            .over(factor->den)
                            .times(service.price.unitPrice.raw())
                            .rounded();
    const auto least = chengdan::multiply(row.minCharge.raw(), UnitCost::kOne / UnitPrice::kOne);
    const auto charge = least ? narrow(*least) : std::nullopt;
    if (!wanted || !charge)
        return overflow(node);
    cost.minCharge = *charge > *wanted;
    cost.outside = UnitCost::fromRaw(std::max(*wanted, *charge));
    return true;
}

} // namespace chengdan::quoting
