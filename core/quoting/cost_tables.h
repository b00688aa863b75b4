// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/quoting/cost_element.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

/// The eleven costing tables as rows with readable keys: what the CSV reader and the database
/// loader fill, and CostInput::build() turns into arrays. Each field carries the default an empty
/// cell means. Rows may name things that do not exist; that shows as an error when costed.
namespace chengdan::quoting {

enum class ItemKind { Make, Buy, Phantom, Service, Tool };
enum class LotPolicy { Order, Standard };
enum class CostSource {
    Normal, ///< exploded or priced as its kind says
    Fixed, ///< always the fixed cost, never exploded or priced
};
enum class BomStatus { Draft, Released, Obsolete };
enum class LineType : quint8 { Component, Byproduct };
enum class ScrapMode : quint8 {
    Markup, ///< gross = net × (1 + s)
    Loss, ///< gross = net / (1 − s)
};
enum class Supply : quint8 { Own, Customer };
enum class ByproductValue : quint8 { Credit, Share };
enum class RunBasis { Unit, Cycle, Batch, Lot };
enum class CycleRounding { Ceil, None };
enum class ToolMode { Amortise, SeparateLine, Free };
enum class OverheadLevel { Each, Top };
enum class OverheadScope { All, ItemGroup, WorkCenter };

/// Valid on d when from ≤ d < to; an empty end is open.
struct ValidDates {
    QDate from;
    QDate to;
    bool contains(QDate date) const
    {
        return (from.isNull() || from <= date) && (to.isNull() || date < to);
    }
};

/// 1 uom = num/den of its category's base.
struct UomRow {
    QString uom;
    QString category;
    qint64 num = 1;
    qint64 den = 1;
};

/// For this item only: 1 uom = num/den of the item's base UoM.
struct ItemUomRow {
    QString itemCode;
    QString uom;
    qint64 num = 1;
    qint64 den = 1;
};

struct ItemRow {
    QString code;
    QString name;
    QString baseUom;
    std::optional<ItemKind> kind; ///< empty: make when it has a BOM, else buy
    LotPolicy lotPolicy = LotPolicy::Order;
    Quantity costingLot; ///< base UoM; needed by lotPolicy Standard
    std::optional<UnitPrice> fixedCost; ///< per base UoM, net of tax
    QString fixedCurrency; ///< empty: the base currency
    QDate fixedDate; ///< only told in the warning
    QString preferredSupplier; ///< empty: any
    Element element = Element::Mat; ///< of its price when bought
    CostSource costSource = CostSource::Normal;
    QString group; ///< for overhead scopes and what-if factors
    Quantity moq; ///< base UoM; a warning, never a cost
    Quantity orderMultiple; ///< base UoM; a warning, never a cost
};

struct BomRow {
    QString bomId;
    QString itemCode;
    QString revision;
    BomStatus status = BomStatus::Released;
    ValidDates valid;
    Quantity qty = Quantity::fromWhole(1); ///< output
    QString uom; ///< of the output; empty: the item's base UoM
    Rate yield = Rate::fromWhole(1);
};

struct BomLineRow {
    QString bomId;
    int lineNo = 0;
    LineType type = LineType::Component;
    QString component;
    Quantity qty;
    QString uom; ///< empty: the component's base UoM
    Quantity fixedQty; ///< per lot, in uom; carries no scrap
    Rate scrap;
    ScrapMode scrapMode = ScrapMode::Markup;
    bool explode = true;
    Supply supply = Supply::Own;
    std::optional<int> opSeq; ///< empty: issued at the first operation
    ByproductValue valueMethod = ByproductValue::Credit;
    Rate share;
    UnitPrice creditPrice; ///< recovery price per uom of the line, base currency
    QString altGroup; ///< lines of one group exclude each other
    int altPriority = 0; ///< the lowest is costed
};

struct OperationRow {
    QString bomId;
    int opSeq = 0;
    QString name;
    QString workCenter; ///< may be empty for an outside operation
    qint64 setupMs = 0;
    qint64 runMs = 0;
    RunBasis basis = RunBasis::Unit;
    Quantity unitsPerCycle = Quantity::fromWhole(1);
    CycleRounding cycleRounding = CycleRounding::Ceil;
    Rate efficiency = Rate::fromWhole(1);
    Quantity crew = Quantity::fromWhole(1); ///< persons; 0.5 = one person at two machines
    Rate yield = Rate::fromWhole(1);
    UnitPrice piecePrice; ///< per entering unit, base currency
    QString outsideItem; ///< service item; empty: done in house
    Quantity outsideQty = Quantity::fromWhole(1); ///< per entering unit
    QString outsideUom; ///< empty: the service item's base UoM
    UnitPrice minCharge; ///< per lot, base currency
    Quantity setupEvery; ///< setup again after so many units; 0 = once per lot
};

struct WorkCenterRateRow {
    QString workCenter;
    UnitPrice machineRate; ///< per hour
    UnitPrice laborRate; ///< per hour and person
    QString currency; ///< empty: the base currency
    ValidDates valid;
};

struct PriceRow {
    QString priceId;
    QString itemCode;
    QString supplier;
    QString currency; ///< empty: the base currency
    UnitPrice price;
    Quantity pricePer = Quantity::fromWhole(1); ///< the price is for so many uom
    QString uom; ///< empty: the item's base UoM
    Quantity minQty; ///< in uom
    ValidDates valid;
    bool taxIncluded = false;
    Rate tax;
};

/// 1 from = rate to.
struct FxRow {
    QString from;
    QString to;
    QDate date;
    ExchangeRate rate;
};

struct ToolRow {
    QString toolId;
    QString itemCode;
    UnitPrice cost;
    QString currency; ///< empty: the base currency
    Rate prepaid; ///< part the customer paid beforehand
    Quantity amortQty; ///< of the contract, in the item's base UoM
    ToolMode mode = ToolMode::Amortise;
    Quantity shipped; ///< so far; a warning once amortQty is reached
};

struct OverheadRow {
    QString ruleId;
    int seq = 0;
    OverheadLevel level = OverheadLevel::Each;
    ElementSet base = 0;
    Rate pct;
    Element target = Element::Moh;
    UnitPrice amount; ///< per unit, base currency, added to the percentage
    OverheadScope scope = OverheadScope::All;
    QString scopeKey; ///< item group or work center
    ValidDates valid;
};

struct CostTables {
    std::vector<UomRow> uoms;
    std::vector<ItemUomRow> itemUoms;
    std::vector<ItemRow> items;
    std::vector<BomRow> boms;
    std::vector<BomLineRow> bomLines;
    std::vector<OperationRow> operations;
    std::vector<WorkCenterRateRow> workCenterRates;
    std::vector<PriceRow> prices;
    std::vector<FxRow> fx;
    std::vector<ToolRow> tools;
    std::vector<OverheadRow> overheads;
};

} // namespace chengdan::quoting
