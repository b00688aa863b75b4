// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/costing.h"

#include "core/base/money.h"
#include "core/quoting/cost_run.h"

#include <algorithm>

namespace chengdan::quoting {

void CostScratch::clear()
{
    // Only what was entered: a small product in a large catalogue must not pay for the catalogue.
    for (const CostVertex& vertex : vertices) {
        vertexOfItem[3 * static_cast<std::size_t>(vertex.item)
            + static_cast<std::size_t>(vertex.use)] = -1;
    }
    vertices.clear();
    children.clear();
    order.clear();
    nodeVertex.clear();
    edges.clear();
    byproducts.clear();
}

CostRun::CostRun(const CostInput& input,
    const CostRequest& request,
    const Overrides& overrides,
    CostScratch& scratch)
    : m_in(input)
    , m_request(request)
    , m_what(overrides)
    , m_plain(overrides.isEmpty())
    , m_scratch(scratch)
{
    m_scratch.clear();
}

void CostRun::run()
{
    m_out.baseCurrency = m_request.baseCurrency;
    m_out.date = m_request.date;
    if (!buildStructure())
        return;
    const int item = m_out.nodes.front().item;
    const int top = m_nodeVertex.front();
    const auto factor = m_request.uom.isEmpty()
        ? std::optional<Fraction>(Fraction{1, 1})
        : uomFactor(m_in, item, m_in.uomIndex(m_request.uom));
    if (!factor) {
        report("E_NO_UOM",
            top,
            {{QStringLiteral("uom"), m_request.uom},
                {QStringLiteral("base"), m_in.item(item).baseUom}});
        m_torn = true;
    }
    const Fraction asked = factor.value_or(Fraction{1, 1});
    const auto lot =
        ExactQuotient().times(m_request.quantity.raw()).times(asked.num).over(asked.den).rounded();
    if (!lot)
        overflow(0);
    else if (*lot <= 0)
        report("E_ZERO_LOT", top);
    m_out.lot = Quantity::fromRaw(lot.value_or(0));
    if (m_out.lot.raw() <= 0)
        m_torn = true;
    layOutLines();
    requirements();
    prices();
    rollUp();

    CostNode& asked0 = m_out.nodes.front();
    if (!asked0.complete || !m_out.errors.empty() || !addTopOverheads())
        return;
    Int128 sum = 0;
    for (UnitCost unit : asked0.unit)
        sum += unit.raw();
    const auto c8 = narrow(sum);
    if (!c8) {
        overflow(0);
        return;
    }
    m_out.elements = asked0.unit;
    m_out.c8 = UnitCost::fromRaw(*c8);
    constexpr qint64 kFourPlaces = 10'000;
    const Int128 c4 = divide(*c8, kFourPlaces, Rounding::HalfUp) * kFourPlaces;
    if (const auto narrowed = narrow(c4))
        m_out.c4 = UnitCost::fromRaw(*narrowed);
    else
        overflow(0);
    for (int index = asked0.operations.first; index < asked0.operations.last; ++index) {
        m_out.opMinutes =
            Quantity::fromRaw(m_out.opMinutes.raw() + m_out.operations[at(index)].minutes.raw());
    }
}

void CostRun::runLevel(NodeUse use)
{
    m_oneLevel = true;
    m_out.baseCurrency = m_request.baseCurrency;
    m_out.date = m_request.date;
    if (!buildStructure(use))
        return;
    m_out.lot = m_request.quantity;
    layOutLines();
    requirements();
    CostNode& asked = m_out.nodes.front();
    if (asked.use != NodeUse::Made) {
        asked.complete = pickPrice(0);
        return;
    }
    for (int index = asked.operations.first; index < asked.operations.last; ++index) {
        OperationCost& cost = m_out.operations[at(index)];
        asked.complete = cost.operation >= 0 && addOwnWork(0, cost) && asked.complete;
    }
    asked.complete = asked.lot.raw() > 0 && addTools(0) && asked.complete;
    const ElementVector own = asked.level;
    asked.complete = asked.complete && addByproducts(0, m_shares);
    m_credit = asked.level[slot(Element::Rec)].raw() - own[slot(Element::Rec)].raw();
    asked.level = own;
}

void CostRun::layOutLines()
{
    m_out.lines.resize(m_edges.size());
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        m_out.lines[i].line = m_edges[i].line;
        m_out.lines[i].node = m_edges[i].childNode;
        m_out.lines[i].phantom = m_edges[i].phantomItem;
    }
    m_out.byproducts.resize(m_byproducts.size());
}

QStringList CostRun::pathOf(int vertex) const
{
    QStringList path;
    for (int hop = vertex; hop >= 0; hop = m_vertices[at(hop)].parent)
        path.prepend(m_in.item(m_vertices[at(hop)].item).code);
    return path;
}

/// `below` is a component named by the vertex's BOM when it, not the vertex, is the culprit.
void CostRun::report(const char* code, int vertex, Figures args, const QString& below)
{
    CostNote note;
    note.path = pathOf(vertex);
    if (!below.isEmpty())
        note.path.append(below);
    note.item = note.path.last();
    args.prepend({QStringLiteral("path"), note.path.join(QStringLiteral(" → "))});
    args.prepend({QStringLiteral("item"), note.item});
    note.error = Error::make(code, {}, std::move(args));
    QString key = note.error.code;
    for (const auto& [name, value] : note.error.args)
        key += QLatin1Char('\n') + value;
    if (m_reported.contains(key))
        return;
    m_reported.insert(key);
    m_out.errors.push_back(std::move(note));
}

void CostRun::warn(const char* code, int vertex, Figures args)
{
    CostNote note;
    note.path = pathOf(vertex);
    note.item = note.path.isEmpty() ? m_request.item : note.path.last();
    if (args.isEmpty() || args.first().first != QStringLiteral("item"))
        args.prepend({QStringLiteral("item"), note.item});
    note.error = Error::make(code, {}, std::move(args));
    QString key = note.error.code;
    for (const auto& [name, value] : note.error.args)
        key += QLatin1Char('\n') + value;
    if (m_reported.contains(key))
        return;
    m_reported.insert(key);
    m_out.warnings.push_back(std::move(note));
}

bool CostRun::overflow(std::size_t node)
{
    report("E_OVERFLOW", m_nodeVertex[node]);
    m_out.nodes[node].complete = false;
    return false;
}

CostResult cost(const CostInput& input, const CostRequest& request, const Overrides& overrides)
{
    thread_local CostScratch scratch;
    CostRun run(input, request, overrides, scratch);
    run.run();
    return run.take();
}

Result<AskedCost> costAsAsked(const CostInput& input,
    const CostResult& result,
    const QString& uom,
    const QString& currency,
    const Overrides& overrides)
{
    if (!result.c8)
        return fail(result.errors.empty() ? Error::make("E_NO_ITEM") : result.errors.front().error);
    const int item = result.nodes.front().item;
    const auto factor = uom.isEmpty() ? std::optional<Fraction>(Fraction{1, 1})
                                      : CostRun::uomFactor(input, item, input.uomIndex(uom));
    const QList<QPair<QString, QString>> named{{QStringLiteral("item"), input.item(item).code},
        {QStringLiteral("path"), input.item(item).code}};
    if (!factor)
        return fail("E_NO_UOM",
            QStringLiteral("uom"),
            named
                + QList<QPair<QString, QString>>{{QStringLiteral("uom"), uom},
                    {QStringLiteral("base"), input.item(item).baseUom}});
    const FxPick rate =
        CostRun::findFx(input, overrides, currency, result.baseCurrency, result.date);
    if (!rate.found)
        return fail("E_NO_FX",
            QStringLiteral("currency"),
            named
                + QList<QPair<QString, QString>>{{QStringLiteral("currency"), currency},
                    {QStringLiteral("base"), result.baseCurrency},
                    {QStringLiteral("date"), result.date.toString(Qt::ISODate)}});
    // Base cost to asked: times the UoM factor, divided by the rate, rounded once.
    const auto converted = [&](UnitCost cost) {
        return ExactQuotient()
            .times(cost.raw())
            .times(factor->num)
            .over(factor->den)
            .times(rate.den)
            .over(rate.num)
            .rounded();
    };
    AskedCost asked;
    const auto unit = converted(*result.c8);
    if (!unit)
        return fail("E_OVERFLOW", {}, named);
    asked.unit = UnitCost::fromRaw(*unit);
    qint64 rest = *unit;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        const auto part = converted(result.elements[i]);
        if (!part)
            return fail("E_OVERFLOW", {}, named);
        asked.elements[i] = UnitCost::fromRaw(*part);
        rest -= *part;
        if (asked.elements[i] > asked.elements[largest])
            largest = i;
    }
    asked.elements[largest] = UnitCost::fromRaw(asked.elements[largest].raw() + rest);
    return asked;
}

std::array<qint64, kElementCount> costElementSplit(const ElementVector& unit, int decimals)
{
    Q_ASSERT(decimals >= 0 && decimals <= UnitCost::kDecimals);
    const qint64 step = powerOfTen(UnitCost::kDecimals - decimals);
    std::array<qint64, kElementCount> parts{};
    std::array<Int128, kElementCount> remainders{};
    Int128 total = 0;
    Int128 floors = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        const Int128 floor = divide(unit[i].raw(), step, Rounding::Down);
        parts[i] = static_cast<qint64>(floor);
        remainders[i] = unit[i].raw() - floor * step;
        total += unit[i].raw();
        floors += floor;
    }
    // The floors are at most 13 steps short; the largest remainders get one step each.
    Int128 missing = divide(total, step, Rounding::HalfUp) - floors;
    std::array<std::size_t, kElementCount> order{};
    for (std::size_t i = 0; i < kElementCount; ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return remainders[a] > remainders[b];
    });
    for (std::size_t i = 0; missing > 0 && i < kElementCount; ++i, --missing)
        ++parts[order[i]];
    return parts;
}

} // namespace chengdan::quoting
