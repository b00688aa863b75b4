// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/costing_oracle.h"

#include <algorithm>
#include <limits>

namespace chengdan::tests {

using namespace quoting;
using Number = CostingOracle::Number;
using Vector = CostingOracle::Vector;

Number CostingOracle::rounded(const Number& value, int places)
{
    boost::multiprecision::cpp_int scale = 1;
    for (int i = 0; i < places; ++i)
        scale *= 10;
    const Number scaled = abs(value) * scale + Number(1, 2);
    const boost::multiprecision::cpp_int whole = numerator(scaled) / denominator(scaled);
    m_beyond = m_beyond || whole > std::numeric_limits<qint64>::max();
    const Number size = Number(whole, scale);
    return value < 0 ? Number(-size) : size;
}

Number CostingOracle::raw(qint64 value, int places)
{
    return Number(value, powerOfTen(places));
}

namespace {

template <typename Tag, int Decimals>
Number exactly(Fixed<Tag, Decimals> value)
{
    return CostingOracle::raw(value.raw(), Decimals);
}

Number wholeUp(const Number& value)
{
    const boost::multiprecision::cpp_int floor = numerator(value) / denominator(value);
    return Number(floor) < value ? Number(floor + 1) : Number(floor);
}

} // namespace

CostingOracle::CostingOracle(const CostTables& tables, const CostRequest& request)
    : m_tables(tables)
    , m_request(request)
    , m_top{request.item, explodes(request.item) ? NodeUse::Made : NodeUse::Bought}
{
    reach(m_top);
}

const ItemRow& CostingOracle::item(const QString& code) const
{
    return *std::find_if(m_tables.items.begin(), m_tables.items.end(), [&](const ItemRow& row) {
        return row.code == code;
    });
}

const BomRow* CostingOracle::bom(const QString& code) const
{
    for (const BomRow& row : m_tables.boms) {
        if (row.itemCode == code && row.status == BomStatus::Released
            && row.valid.contains(m_request.date))
            return &row;
    }
    return nullptr;
}

std::vector<const BomLineRow*> CostingOracle::lines(const BomRow& owner) const
{
    std::vector<const BomLineRow*> found;
    for (const BomLineRow& row : m_tables.bomLines) {
        if (row.bomId != owner.bomId)
            continue;
        const bool beaten = !row.altGroup.isEmpty()
            && std::any_of(
                m_tables.bomLines.begin(), m_tables.bomLines.end(), [&](const BomLineRow& other) {
                    return other.bomId == row.bomId && other.altGroup == row.altGroup
                        && other.altPriority < row.altPriority;
                });
        if (!beaten)
            found.push_back(&row);
    }
    return found;
}

std::vector<const OperationRow*> CostingOracle::operations(const BomRow& owner) const
{
    std::vector<const OperationRow*> found;
    for (const OperationRow& row : m_tables.operations) {
        if (row.bomId == owner.bomId)
            found.push_back(&row);
    }
    std::sort(found.begin(), found.end(), [](const OperationRow* a, const OperationRow* b) {
        return a->opSeq < b->opSeq;
    });
    return found;
}

Number CostingOracle::factor(const QString& code, const QString& uom) const
{
    const QString base = item(code).baseUom;
    if (uom.isEmpty() || uom == base)
        return 1;
    for (const ItemUomRow& row : m_tables.itemUoms) {
        if (row.itemCode == code && row.uom == uom)
            return Number(row.num, row.den);
    }
    Number from;
    Number to;
    for (const UomRow& row : m_tables.uoms) {
        if (row.uom == uom)
            from = Number(row.num, row.den);
        if (row.uom == base)
            to = Number(row.num, row.den);
    }
    return from / to;
}

Number CostingOracle::fx(const QString& currency) const
{
    if (currency.isEmpty() || currency == m_request.baseCurrency)
        return 1;
    QDate best;
    Number rate;
    for (const FxRow& row : m_tables.fx) {
        if (row.date > m_request.date || (best.isValid() && row.date <= best))
            continue;
        if (row.from == currency && row.to == m_request.baseCurrency)
            rate = exactly(row.rate);
        else if (row.to == currency && row.from == m_request.baseCurrency)
            rate = 1 / exactly(row.rate);
        else
            continue;
        best = row.date;
    }
    return rate;
}

Number CostingOracle::scrapFactor(const BomLineRow& line) const
{
    return line.scrapMode == ScrapMode::Markup ? Number(1 + exactly(line.scrap))
                                               : Number(1 / (1 - exactly(line.scrap)));
}

bool CostingOracle::explodes(const QString& code) const
{
    const ItemRow& row = item(code);
    const bool kind = row.kind == ItemKind::Make || row.kind == ItemKind::Phantom;
    return kind && row.costSource == CostSource::Normal && bom(code) != nullptr;
}

void CostingOracle::gather(const QString& owner,
    const Number& perUnit,
    const Number& fixed,
    const Number& count,
    std::optional<int> operation,
    bool inside,
    std::map<std::pair<const BomLineRow*, int>, Part>& found)
{
    const BomRow& header = *bom(owner);
    const Number output = exactly(header.qty) * factor(owner, header.uom);
    const auto steps = operations(header);
    for (const BomLineRow* line : lines(header)) {
        int issue = steps.empty() ? -1 : 0;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (line->opSeq && steps[i]->opSeq == *line->opSeq)
                issue = static_cast<int>(i);
        }
        if (inside)
            issue = operation.value_or(-1);
        const Number unit = factor(line->component, line->uom);
        const Number each = exactly(line->qty) * unit / output;
        const Number total = perUnit * each;
        const Number start = fixed * each + count * exactly(line->fixedQty) * unit;
        if (inside && line->type == LineType::Byproduct
            && line->valueMethod == ByproductValue::Share)
            continue;
        NodeUse how = NodeUse::Bought;
        if (line->supply == Supply::Customer && line->type == LineType::Component)
            how = NodeUse::Customer;
        else if (line->explode && line->type == LineType::Component && explodes(line->component))
            how = NodeUse::Made;
        if (how == NodeUse::Made && item(line->component).kind == ItemKind::Phantom) {
            gather(line->component, total * scrapFactor(*line), start, count, issue, true, found);
            continue;
        }
        auto& part = found[{line, issue}];
        part.line = line;
        part.use = {line->component, how};
        part.perUnit += total;
        part.fixed += start;
        part.scrapFactor = scrapFactor(*line);
        part.operation = issue;
    }
}

std::vector<CostingOracle::Part> CostingOracle::parts(const QString& code)
{
    auto known = m_parts.find(code);
    if (known == m_parts.end()) {
        std::map<std::pair<const BomLineRow*, int>, Part> found;
        gather(code, 1, 0, 1, std::nullopt, false, found);
        std::vector<Part> list;
        for (const auto& [key, part] : found)
            list.push_back(part);
        known = m_parts.emplace(code, list).first;
    }
    return known->second;
}

void CostingOracle::reach(const Use& use)
{
    if (!m_reached.insert(use).second || use.how != NodeUse::Made)
        return;
    for (const Part& part : parts(use.item)) {
        if (part.line->type == LineType::Component)
            reach(part.use);
    }
    for (const OperationRow* step : operations(*bom(use.item))) {
        if (!step->outsideItem.isEmpty())
            reach({step->outsideItem, NodeUse::Bought});
    }
}

Number CostingOracle::lot(const QString& code)
{
    const ItemRow& row = item(code);
    if (code != m_top.item && row.lotPolicy == LotPolicy::Standard)
        return exactly(row.costingLot);
    return required({code, NodeUse::Made});
}

Number CostingOracle::entering(const QString& code, int operation)
{
    const BomRow& header = *bom(code);
    Number units = lot(code) / exactly(header.yield);
    const auto steps = operations(header);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (static_cast<int>(i) >= operation)
            units /= exactly(steps[i]->yield);
    }
    return rounded(units, 6);
}

Number CostingOracle::gross(const QString& code, const Part& part)
{
    return rounded(
        entering(code, std::max(part.operation, 0)) * part.perUnit * part.scrapFactor + part.fixed,
        6);
}

Number CostingOracle::net(const QString& code, const Part& part)
{
    return rounded(lot(code) * part.perUnit + part.fixed, 6);
}

Number CostingOracle::required(const Use& use)
{
    if (!(use < m_top) && !(m_top < use))
        return exactly(m_request.quantity);
    const auto known = m_required.find(use);
    if (known != m_required.end())
        return known->second;
    Number sum;
    for (const Use& user : m_reached) {
        if (user.how != NodeUse::Made)
            continue;
        const auto take = [&](const Number& quantity) {
            sum += rounded(quantity * required(user) / lot(user.item), 6);
        };
        for (const Part& part : parts(user.item)) {
            const bool same = !(part.use < use) && !(use < part.use);
            if (same && part.line->type == LineType::Component)
                take(gross(user.item, part));
        }
        const auto steps = operations(*bom(user.item));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i]->outsideItem == use.item && use.how == NodeUse::Bought)
                take(rounded(entering(user.item, static_cast<int>(i))
                        * exactly(steps[i]->outsideQty) * factor(use.item, steps[i]->outsideUom),
                    6));
        }
    }
    m_required[use] = rounded(sum, 6);
    return sum;
}

Number CostingOracle::price(const Use& use)
{
    const ItemRow& row = item(use.item);
    const PriceRow* best = nullptr;
    const Number quantity =
        row.lotPolicy == LotPolicy::Standard ? exactly(row.costingLot) : required(use);
    const auto least = [&](const PriceRow& price) {
        return Number(exactly(price.minQty) * factor(use.item, price.uom));
    };
    const auto net = [&](const PriceRow& price) {
        const Number tax = price.taxIncluded ? Number(1 + exactly(price.tax)) : Number(1);
        return rounded(exactly(price.price) / exactly(price.pricePer) / factor(use.item, price.uom)
                / tax * fx(price.currency),
            8);
    };
    for (const PriceRow& price : m_tables.prices) {
        if (price.itemCode != use.item || !price.valid.contains(m_request.date)
            || row.costSource == CostSource::Fixed || least(price) > quantity
            || (!row.preferredSupplier.isEmpty() && price.supplier != row.preferredSupplier))
            continue;
        const auto rank = [&](const PriceRow& candidate) {
            return std::make_tuple(least(candidate),
                candidate.valid.from.isNull() ? qint64(0) : candidate.valid.from.toJulianDay(),
                Number(-net(candidate)));
        };
        if (best == nullptr || rank(price) > rank(*best)
            || (rank(price) == rank(*best) && price.priceId < best->priceId))
            best = &price;
    }
    if (best != nullptr)
        return net(*best);
    return rounded(exactly(*row.fixedCost) * fx(row.fixedCurrency), 8);
}

void CostingOracle::addOperations(
    const QString& code, Vector& level, std::map<QString, Vector>& byCenter)
{
    const auto steps = operations(*bom(code));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const OperationRow& step = *steps[i];
        const Number units = entering(code, static_cast<int>(i));
        Number runs = units;
        if (step.basis == RunBasis::Lot)
            runs = 1;
        if (step.basis == RunBasis::Cycle || step.basis == RunBasis::Batch) {
            runs = units / exactly(step.unitsPerCycle);
            if (step.cycleRounding == CycleRounding::Ceil)
                runs = wholeUp(runs);
        }
        const Number setups =
            step.setupEvery.isZero() ? Number(1) : wholeUp(units / exactly(step.setupEvery));
        const WorkCenterRateRow* rate = nullptr;
        for (const WorkCenterRateRow& row : m_tables.workCenterRates) {
            if (row.workCenter == step.workCenter && row.valid.contains(m_request.date))
                rate = &row;
        }
        Vector cost{};
        if (rate != nullptr) {
            const Number exchange = fx(rate->currency);
            const Number machine = exactly(rate->machineRate) * exchange;
            const Number labor = exactly(rate->laborRate) * exactly(step.crew) * exchange;
            const Number setupHours = Number(step.setupMs, 3600000) * setups;
            const Number runHours = Number(step.runMs, 3600000) * runs / exactly(step.efficiency);
            cost[slot(Element::Set)] = rounded(setupHours * (machine + labor), 8);
            cost[slot(Element::Mac)] = rounded(runHours * machine, 8);
            cost[slot(Element::Lab)] = rounded(runHours * labor, 8);
        }
        cost[slot(Element::Lab)] += rounded(exactly(step.piecePrice) * units, 8);
        if (!step.outsideItem.isEmpty()) {
            const Number charge = units * exactly(step.outsideQty)
                * factor(step.outsideItem, step.outsideUom)
                * price({step.outsideItem, NodeUse::Bought});
            cost[slot(Element::Out)] = std::max(rounded(charge, 8), exactly(step.minCharge));
        }
        for (std::size_t e = 0; e < kElementCount; ++e) {
            level[e] += cost[e];
            byCenter[step.workCenter][e] += cost[e];
        }
    }
}

Vector CostingOracle::made(const QString& code)
{
    Vector level{};
    Vector below{};
    std::map<QString, Vector> byCenter;
    const Number lotSize = lot(code);
    for (const Part& part : parts(code)) {
        if (part.line->type != LineType::Component || part.use.how == NodeUse::Customer)
            continue;
        const Number needed = gross(code, part);
        if (part.use.how == NodeUse::Bought) {
            const Number each = price(part.use);
            const Number used = net(code, part);
            level[slot(item(part.use.item).element)] += rounded(used * each, 8);
            level[slot(Element::Loss)] += rounded((needed - used) * each, 8);
            continue;
        }
        const Vector inner = unit(part.use);
        Number whole;
        for (std::size_t e = 0; e < kElementCount; ++e) {
            below[e] += rounded(needed * inner[e], 8);
            whole += needed * inner[e];
        }
        rounded(whole, 8); // the line's amount is stored as well
    }
    addOperations(code, level, byCenter);
    for (const ToolRow& tool : m_tables.tools) {
        if (tool.itemCode == code && tool.mode == ToolMode::Amortise)
            level[slot(Element::Tool)] += rounded(exactly(tool.cost) * (1 - exactly(tool.prepaid))
                    / exactly(tool.amortQty) * lotSize * fx(tool.currency),
                8);
    }
    std::vector<const OverheadRow*> rules;
    for (const OverheadRow& rule : m_tables.overheads) {
        if (rule.level == OverheadLevel::Each && rule.valid.contains(m_request.date)
            && (rule.scope != OverheadScope::ItemGroup || item(code).group == rule.scopeKey))
            rules.push_back(&rule);
    }
    std::sort(rules.begin(), rules.end(), [](const OverheadRow* a, const OverheadRow* b) {
        return a->seq < b->seq;
    });
    for (const OverheadRow* rule : rules) {
        const Vector& from =
            rule->scope == OverheadScope::WorkCenter ? byCenter[rule->scopeKey] : level;
        Number base;
        for (Element element : kElements) {
            if ((rule->base & bit(element)) != 0)
                base += from[slot(element)];
        }
        level[slot(rule->target)] +=
            rounded(base * exactly(rule->pct) + exactly(rule->amount) * lotSize, 8);
    }
    Number kept = 1;
    for (const Part& part : parts(code)) {
        if (part.line->type != LineType::Byproduct)
            continue;
        if (part.line->valueMethod == ByproductValue::Share) {
            kept -= exactly(part.line->share);
            continue;
        }
        level[slot(Element::Rec)] += rounded(-net(code, part) * exactly(part.line->creditPrice)
                / factor(part.line->component, part.line->uom),
            8);
    }
    Vector result{};
    Number total;
    for (std::size_t e = 0; e < kElementCount; ++e) {
        rounded(level[e] + below[e], 8); // the lot's total is stored as well
        result[e] = rounded((level[e] + below[e]) * kept / lotSize, 8);
        total += result[e];
    }
    rounded(total, 8);
    return result;
}

Vector CostingOracle::unit(const Use& use)
{
    const auto known = m_units.find(use);
    if (known != m_units.end())
        return known->second;
    Vector result{};
    if (use.how == NodeUse::Made)
        result = made(use.item);
    if (use.how == NodeUse::Bought)
        result[slot(item(use.item).element)] = price(use);
    m_units[use] = result;
    return result;
}

Vector CostingOracle::topElements()
{
    Vector result = unit(m_top);
    std::vector<const OverheadRow*> rules;
    for (const OverheadRow& rule : m_tables.overheads) {
        if (rule.level == OverheadLevel::Top && rule.valid.contains(m_request.date)
            && (rule.scope == OverheadScope::All
                || (rule.scope == OverheadScope::ItemGroup
                    && item(m_top.item).group == rule.scopeKey)))
            rules.push_back(&rule);
    }
    std::sort(rules.begin(), rules.end(), [](const OverheadRow* a, const OverheadRow* b) {
        return a->seq < b->seq;
    });
    for (const OverheadRow* rule : rules) {
        Number base;
        for (Element element : kElements) {
            if ((rule->base & bit(element)) != 0)
                base += result[slot(element)];
        }
        result[slot(rule->target)] += rounded(base * exactly(rule->pct) + exactly(rule->amount), 8);
    }
    return result;
}

} // namespace chengdan::tests
