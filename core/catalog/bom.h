// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// One revision of how an item is made. Released revisions never change; a change makes a new one.
/// Valid on d when valid_from ≤ d < valid_to; an empty end is open.
struct Bom {
    BomId id;
    schema::RowMeta meta;
    ItemId item;
    QString code;
    QString revision = QStringLiteral("A");
    BomStatus status = BomStatus::Draft;
    QDate validFrom;
    QDate validTo;
    Quantity qty = Quantity::fromWhole(1);
    std::optional<UomId> uom; ///< empty: the item's base unit
    Rate yield = Rate::fromWhole(1);
    QString ecnNo;
    QString note;
};

/// A component or by-product of one BOM revision.
struct BomLine {
    BomLineId id;
    schema::RowMeta meta;
    BomId bom;
    int lineNo = 0;
    LineType type = LineType::Component;
    ItemId component;
    Quantity qty;
    std::optional<UomId> uom; ///< empty: the component's base unit
    Quantity fixedQty; ///< start-up material; carries no scrap
    Rate scrap;
    ScrapMode scrapMode = ScrapMode::Markup;
    bool explode = true; ///< false: its own price although it has a BOM
    Supply supply = Supply::Own;
    std::optional<int> opSeq; ///< empty: the first
    ByproductValue valueMethod = ByproductValue::Credit;
    Rate share;
    UnitPrice creditPrice; ///< per unit of the line, base currency
    QString altGroup; ///< lines of one group exclude each other
    int altPriority = 0; ///< the lowest is costed
    QString position;
    QString note;
};

/// One step of the routing that belongs to a BOM revision, or a step done outside.
struct Operation {
    OperationId id;
    schema::RowMeta meta;
    BomId bom;
    int seq = 10;
    QString name;
    std::optional<WorkCenterId> workCenter;
    qint64 setupMs = 0; ///< milliseconds
    qint64 runMs = 0; ///< milliseconds per basis
    RunBasis basis = RunBasis::Unit;
    Quantity unitsPerCycle = Quantity::fromWhole(1);
    CycleRounding cycleRounding = CycleRounding::Ceil;
    Rate efficiency = Rate::fromWhole(1);
    Quantity crew = Quantity::fromWhole(1); ///< 0.5 = one person at two machines
    Rate yield = Rate::fromWhole(1);
    UnitPrice piecePrice; ///< per entering unit, base currency
    std::optional<ItemId> outsideItem; ///< empty: done in house
    Quantity outsideQty = Quantity::fromWhole(1); ///< per entering unit
    std::optional<UomId> outsideUom;
    UnitPrice minCharge; ///< per lot, base currency
    Quantity setupEvery; ///< units; 0 = once per lot
    QString note;
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::Bom>();
template <>
const schema::RecordType& schema::describe<catalog::BomLine>();
template <>
const schema::RecordType& schema::describe<catalog::Operation>();
} // namespace chengdan
