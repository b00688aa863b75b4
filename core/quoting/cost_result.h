// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quoting/cost_element.h"
#include "core/quoting/cost_tables.h"

#include <QStringList>

#include <span>

namespace chengdan::quoting {

/// One figure per element, 1e-8 of the base currency.
using ElementVector = std::array<UnitCost, kElementCount>;

/// How a node of the costed tree came to its cost.
enum class NodeUse : quint8 {
    Made, ///< exploded: lines, operations, tools, overhead
    Bought, ///< one price: price row, fixed cost or what-if price
    Customer, ///< supplied by the customer: quantities, no cost
};

enum class PriceSource : quint8 { None, Row, Fixed, Override };

/// Where a bought node's unit price came from, with every figure that entered it.
struct PricePick {
    PriceSource source = PriceSource::None;
    int priceRow = -1; ///< CostInput::price(): supplier, dates, price id
    int fxRow = -1; ///< CostInput::fx(); -1: base currency or what-if rate
    bool fxInverse = false; ///< divided by the rate instead of multiplied
    QString currency; ///< of the price as written
    Quantity breakQuantity; ///< the quantity the price break was looked up with, base UoM
    qint64 factorNum = 1; ///< one price UoM = num/den base UoM
    qint64 factorDen = 1;
    Rate whatIf = Rate::fromWhole(1); ///< product of the price factors applied
    UnitCost unitPrice; ///< per base UoM, base currency, net of tax (R1)
};

/// Quantities and costs of one BOM line in its parent's lot. A line of a merged phantom shows with
/// the parent that made the phantom, its quantities already multiplied through.
struct LineCost {
    int line = -1; ///< CostInput::line()
    int node = -1; ///< the component's node in CostResult::nodes
    int phantom = -1; ///< item of the phantom the line came from
    Quantity entering; ///< units entering the operation of issue
    Quantity net; ///< base UoM of the component
    Quantity gross;
    UnitCost amount; ///< net × price, or gross × unit cost of a made component
    UnitCost loss; ///< (gross − net) × price
};

struct ByproductCost {
    int line = -1;
    int item = -1;
    QString code;
    Quantity quantity; ///< of the lot, base UoM of the by-product
    UnitCost amount; ///< credit: negative; share: cost moved away, positive
    UnitCost unit; ///< cost of one base UoM of the by-product
};

struct OperationCost {
    int operation = -1;
    int rateRow = -1; ///< CostInput::rate(); -1: none needed or what-if
    int outsideNode = -1; ///< the service item's node
    Quantity entering; ///< N_k
    qint64 setups = 0;
    Quantity runs; ///< times the run time is counted: units, cycles, batches or 1
    Quantity minutes; ///< setup and run, 1e-6 min
    UnitCost setup;
    UnitCost machine;
    UnitCost labor;
    UnitCost piece;
    UnitCost outside;
    bool minCharge = false; ///< the minimum charge was more
};

struct OverheadCost {
    int rule = -1;
    UnitCost base; ///< of the lot; for the top level of one unit
    UnitCost amount;
};

struct ToolCost {
    int tool = -1;
    UnitCost amount;
};

/// One item in one use, for its lot. Amounts of lines, operations, … are of the lot and stand in
/// CostResult from first to last.
struct CostNode {
    int item = -1;
    QString code;
    NodeUse use = NodeUse::Bought;
    bool complete = true; ///< false: an error in it or below, its figures are no cost
    int bom = -1;
    int parent = -1; ///< the first node that uses it; -1 for the top
    Quantity lot;
    Quantity required;
    Quantity entering; ///< units to start so that the lot comes out: before the first operation
    ElementVector unit{}; ///< all levels (R4); at the top overhead of level `top` included
    ElementVector level{}; ///< this level only, of the whole lot
    ElementVector total{}; ///< all levels, of the whole lot, before shares and top overhead
    PricePick price;
    struct Range {
        int first = 0;
        int last = 0;
    };
    Range lines, byproducts, operations, overheads, tools;

    UnitCost unitTotal() const
    {
        qint64 sum = 0;
        for (UnitCost cost : unit)
            sum += cost.raw();
        return UnitCost::fromRaw(sum);
    }
};

/// An error or a warning of one costing. `error` carries the named figures; `path` leads from the
/// asked item to the culprit (of E_CYCLE: the loop only, first item repeated at the end).
struct CostNote {
    Error error;
    QString item;
    QStringList path;
};

/// What one costing found out. Codes of errors: E_CYCLE, E_NO_PRICE, E_NO_UOM, E_NO_FX, E_NO_RATE,
/// E_NO_BOM, E_NO_ITEM, E_ZERO_LOT, E_YIELD_RANGE, E_OVERFLOW. Warnings: W_STANDARD_COST,
/// W_NO_BOM_FALLBACK, W_BOM_OVERLAP, W_PHANTOM_IGNORED, W_TOOL_ON_BOUGHT, W_TOOL_USED_UP, W_MOQ,
/// W_ORDER_MULTIPLE. E_OVERFLOW is also said of nested phantoms whose exact quantity needs more
/// than 128 bits: refused, never approximated. Each has its sentence in the error catalogue.
struct CostResult {
    QString baseCurrency;
    QDate date;
    Quantity lot; ///< asked quantity in the base UoM of the item
    std::vector<CostNode> nodes; ///< nodes[0] is the asked item; parents before components
    std::vector<LineCost> lines;
    std::vector<ByproductCost> byproducts;
    std::vector<OperationCost> operations;
    std::vector<OverheadCost> overheads;
    std::vector<ToolCost> tools;
    std::vector<OverheadCost> topOverheads;
    std::vector<CostNote> errors;
    std::vector<CostNote> warnings;

    /// Only a result that is ok has a cost; the figures below are then set.
    bool ok() const { return errors.empty() && !nodes.empty(); }
    ElementVector elements{}; ///< of one base UoM of the asked item
    std::optional<UnitCost> c8; ///< Σ elements
    std::optional<UnitCost> c4; ///< R5: rounded to four decimals, held at scale 8
    Quantity opMinutes; ///< setup and run of the asked item's own operations for the lot

    struct ItemFigure {
        QString item;
        qint64 raw = 0;
    };
    /// By item code; 1e-6 of the base UoM.
    std::vector<ItemFigure> requiredQuantities() const;
    /// By item code; 1e-8 of the base currency per base UoM.
    std::vector<ItemFigure> itemUnitCosts() const;
    std::vector<ItemFigure> byproductUnitCosts() const;
    /// Codes of the items costed by a price or supplied by the customer.
    QStringList leaves() const;
    /// Index of the node of that item, the made use before the bought one; -1 when not in the tree.
    int nodeOf(const QString& itemCode) const;
};

} // namespace chengdan::quoting
