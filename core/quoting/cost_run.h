// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/costing.h"
#include "core/quoting/exact_quotient.h"

#include <QSet>

#include <map>
#include <utility>

namespace chengdan::quoting {

/// An item in one use while the structure is followed; phantoms are vertices, never nodes.
struct CostVertex {
    int item = -1;
    NodeUse use = NodeUse::Bought;
    bool phantom = false;
    bool noBom = false; ///< a make item without an effective revision, priced instead
    int bom = -1;
    int parent = -1; ///< vertex it was first met under
    int position = -1; ///< in topological order
    int node = -1;
    int childStart = -1; ///< in the list of children: one per line, then one per operation
    bool broken = false; ///< a component is missing or closes a loop
    bool starved = false; ///< its requirement is not known because of an error above
};

/// A component line in the parent that issues it, multiplied through phantoms.
struct CostEdge {
    int line = -1;
    int childNode = -1;
    int phantomItem = -1;
    int operation = -1; ///< position among the parent's operations; -1: none
    Fraction perUnit; ///< component base UoM per base UoM of the parent
    Fraction fixed; ///< component base UoM per lot
    Rate scrap;
    ScrapMode mode = ScrapMode::Markup;
};

struct ByproductEdge {
    int line = -1;
    int item = -1;
    Fraction perUnit;
    Fraction fixed;
    Fraction factor; ///< base UoM per line UoM
};

/// The exchange rate of one currency: value × num / den gives base currency.
struct FxPick {
    bool found = false;
    int row = -1;
    bool inverse = false;
    qint64 num = 1;
    qint64 den = 1;
};

/// The growing arrays of a costing that do not leave it.
struct CostScratch {
    std::vector<CostVertex> vertices;
    std::vector<int> vertexOfItem;
    std::vector<int> children;
    std::vector<int> order;
    std::vector<int> nodeVertex;
    std::vector<CostEdge> edges;
    std::vector<ByproductEdge> byproducts;

    void clear();
};

/// The state of one costing, passed through its steps in this order: structure, requirements,
/// prices, roll-up, top overhead.
class CostRun {
public:
    CostRun(const CostInput& input,
        const CostRequest& request,
        const Overrides& overrides,
        CostScratch& scratch);

    void run();
    /// Only what the asked item adds itself, in the use given: components and services are named
    /// with their quantities, not followed. Needs no cost of theirs: node 0 holds the level's own
    /// elements, its price where it is bought, and `credit` and `shares` hold its by-products.
    void runLevel(NodeUse use);
    CostResult take() { return std::move(m_out); }
    const CostResult& result() const { return m_out; }
    qint64 credit() const { return m_credit; } ///< 1e-8 of the lot, zero or less
    qint64 shares() const { return m_shares; } ///< 1e-6 of the cost moved to by-products

    /// One `uom` of the item in its base UoM; nothing when there is no conversion.
    static std::optional<Fraction> uomFactor(const CostInput& input, int item, int uom);
    static FxPick findFx(const CostInput& input,
        const Overrides& overrides,
        const QString& currency,
        const QString& base,
        QDate date);

private:
    // cost_structure.cpp
    struct Frame {
        int vertex = -1;
        int next = 0;
    };
    /// One unit of a vertex (the node itself, or a phantom in it) per unit and lot of the node.
    struct EdgeSource {
        Fraction perUnit;
        Fraction fixed;
        Int128 count = 0; ///< times the phantom is used, for fixed quantities of its own lines
        int operation = -1;
    };
    using PhantomSources = std::map<std::pair<int, int>, EdgeSource>;
    bool buildStructure(std::optional<NodeUse> use = std::nullopt);
    void follow(int top);
    int enter(int item, NodeUse use, int parent);
    int childOfLine(int vertex, int line);
    int childOfOperation(int vertex, int operation);
    int findBom(int item, int parent);
    bool lineCounts(int vertex, int line) const;
    void reportCycle(const std::vector<Frame>& stack, int vertex);
    void makeNodes();

    // cost_edges.cpp
    void collectEdges(std::size_t node);
    void addSource(
        std::size_t node, int vertex, const EdgeSource& source, PhantomSources& phantoms);
    bool addLine(std::size_t node,
        int vertex,
        int line,
        const EdgeSource& source,
        const Fraction& perOutput,
        PhantomSources& phantoms);
    std::optional<Fraction> outputOf(int vertex);
    int operationAt(int vertex, std::optional<int> opSeq) const;
    void warnIgnored(int phantom);

    // cost_requirements.cpp
    void requirements();
    void requireOf(std::size_t node);
    bool setLot(std::size_t node);
    bool checkYields(std::size_t node);
    bool enterUnits(std::size_t node);
    bool requireComponents(std::size_t node);
    bool requireOutside(std::size_t node);
    bool require(int child, qint64 gross, const CostNode& user);
    Rate bomYield(const CostVertex& vertex) const;
    Rate operationYield(const CostVertex& vertex, int operation) const;
    static std::optional<qint64> quantityOf(
        qint64 units, const Fraction& perUnit, Rate scrap, ScrapMode mode, const Fraction& fixed);

    // cost_prices.cpp
    void prices();
    bool pickPrice(std::size_t node);
    std::optional<int> bestRow(std::size_t node, bool& failed);
    std::optional<bool> betterRow(std::size_t node, int row, int kept);
    bool applyRow(std::size_t node, int row, PricePick& pick);
    bool applyFixed(std::size_t node, PricePick& pick);
    std::optional<Quantity> breakQuantity(std::size_t node) const;
    Rate whatIfFactor(int item) const;
    void warnOrderSizes(std::size_t node);

    // cost_rollup.cpp
    void rollUp();
    bool rollUpMade(std::size_t node);
    bool addComponents(std::size_t node);
    bool addTools(std::size_t node);
    bool addByproducts(std::size_t node, qint64& shares);
    bool divideByLot(std::size_t node, qint64 shares);
    bool add(std::size_t node, Element element, qint64 amount);
    bool addBelow(std::size_t node, Element element, qint64 amount);

    // cost_operations.cpp
    bool addOperations(std::size_t node);
    bool addOwnWork(std::size_t node, OperationCost& cost);
    bool timeCost(std::size_t node, OperationCost& cost);
    bool outsideCost(std::size_t node, OperationCost& cost);

    // cost_overhead.cpp
    bool addOverheads(std::size_t node);
    bool addTopOverheads();
    bool ruleApplies(const OverheadRow& rule, int item) const;
    Int128 overheadBase(std::size_t node, const OverheadRow& rule) const;

    // costing.cpp
    void layOutLines();
    /// The rate of a currency to the base; reports E_NO_FX against the vertex when there is none.
    const FxPick* fx(const QString& currency, int vertex);
    QStringList pathOf(int vertex) const;
    using Figures = QList<QPair<QString, QString>>;
    void report(const char* code, int vertex, Figures args = {}, const QString& below = {});
    void warn(const char* code, int vertex, Figures args = {});
    /// Reports E_OVERFLOW against the node; always false.
    bool overflow(std::size_t node);
    const CostVertex& vertexOf(std::size_t node) const
    {
        return m_vertices[at(m_nodeVertex[node])];
    }
    CostNode& nodeAt(int node) { return m_out.nodes[at(node)]; }
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    const CostInput& m_in;
    const CostRequest& m_request;
    const Overrides& m_what;
    const bool m_plain; ///< no what-if at all: skips the look-ups
    bool m_oneLevel = false;
    qint64 m_credit = 0;
    qint64 m_shares = 0;
    CostResult m_out;
    /// Working memory, lent by the thread: costing a line with its tiers again and again must not
    /// fetch and return the same pages each time.
    CostScratch& m_scratch;
    std::vector<CostVertex>& m_vertices = m_scratch.vertices;
    std::vector<int>& m_vertexOfItem = m_scratch.vertexOfItem; ///< three uses per item
    /// Vertex of each line and operation, -1: not followed.
    std::vector<int>& m_children = m_scratch.children;
    std::vector<int>& m_order = m_scratch.order; ///< vertices, users before used
    std::vector<int>& m_nodeVertex = m_scratch.nodeVertex;
    std::vector<CostEdge>& m_edges = m_scratch.edges; ///< parallel to CostResult::lines
    std::vector<ByproductEdge>& m_byproducts = m_scratch.byproducts; ///< as CostResult's
    QHash<QString, FxPick> m_fx;
    QSet<QString> m_reported;
    bool m_torn = false; ///< the structure has a hole: requirements below are not complete
};

} // namespace chengdan::quoting
