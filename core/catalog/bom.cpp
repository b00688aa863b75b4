// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/bom.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::Bom>()
{
    using R = catalog::Bom;
    static const RecordType type = recordType<R>({.table = "bom",
        .number = 53,
        .label = QT_TRANSLATE_NOOP("schema", "Bill of materials"),
        .plural = QT_TRANSLATE_NOOP("schema", "Bills of materials"),
        .scope = Scope::Cost,
        .title = "code",
        .columns = {
            column<&R::item>({.name = "item",
                .label = QT_TRANSLATE_NOOP("schema", "Item"),
                .required = true,
                .references = "item",
                .inList = InList::Yes}),
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "BOM no."),
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::revision>({.name = "revision",
                .label = QT_TRANSLATE_NOOP("schema", "Revision"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::status>({.name = "status",
                .label = QT_TRANSLATE_NOOP("schema", "Status"),
                .inList = InList::Yes}),
            column<&R::validFrom>({.name = "valid_from",
                .label = QT_TRANSLATE_NOOP("schema", "Valid from"),
                .group = "valid",
                .inList = InList::Yes}),
            column<&R::validTo>({.name = "valid_to",
                .label = QT_TRANSLATE_NOOP("schema", "Valid to"),
                .hint = QT_TRANSLATE_NOOP("schema", "the first day it no longer holds"),
                .group = "valid",
                .inList = InList::Yes}),
            column<&R::qty>({.name = "qty",
                .label = QT_TRANSLATE_NOOP("schema", "Output quantity"),
                .required = true,
                .group = "output",
                .inList = InList::LowPriority}),
            column<&R::uom>({.name = "uom",
                .label = QT_TRANSLATE_NOOP("schema", "Output unit"),
                .references = "uom",
                .group = "output"}),
            column<&R::yield>({.name = "yield", .label = QT_TRANSLATE_NOOP("schema", "Yield")}),
            column<&R::ecnNo>({.name = "ecn_no",
                .label = QT_TRANSLATE_NOOP("schema", "Change notice no."),
                .searchable = true,
                .inList = InList::LowPriority}),
            column<&R::note>({.name = "note", .label = QT_TRANSLATE_NOOP("schema", "Note")}),
        }});
    return type;
}

template <>
const RecordType& describe<catalog::BomLine>()
{
    using R = catalog::BomLine;
    static const RecordType type = recordType<R>({.table = "bom_line",
        .number = 54,
        .label = QT_TRANSLATE_NOOP("schema", "BOM line"),
        .plural = QT_TRANSLATE_NOOP("schema", "BOM lines"),
        .scope = Scope::Cost,
        .columns = {
            column<&R::bom>({.name = "bom",
                .label = QT_TRANSLATE_NOOP("schema", "Bill of materials"),
                .required = true,
                .references = "bom",
                .owned = true}),
            column<&R::lineNo>({.name = "line_no",
                .label = QT_TRANSLATE_NOOP("schema", "Line no."),
                .required = true}),
            column<&R::type>({.name = "type", .label = QT_TRANSLATE_NOOP("schema", "Line type")}),
            column<&R::component>({.name = "component",
                .label = QT_TRANSLATE_NOOP("schema", "Component"),
                .required = true,
                .references = "item"}),
            column<&R::qty>(
                {.name = "qty", .label = QT_TRANSLATE_NOOP("schema", "Quantity"), .group = "qty"}),
            column<&R::uom>({.name = "uom",
                .label = QT_TRANSLATE_NOOP("schema", "Unit"),
                .references = "uom",
                .group = "qty"}),
            column<&R::fixedQty>({.name = "fixed_qty",
                .label = QT_TRANSLATE_NOOP("schema", "Quantity per lot"),
                .hint = QT_TRANSLATE_NOOP(
                    "schema", "start-up material of a lot, on top of the quantity per unit")}),
            column<&R::scrap>(
                {.name = "scrap", .label = QT_TRANSLATE_NOOP("schema", "Scrap"), .group = "scrap"}),
            column<&R::scrapMode>({.name = "scrap_mode",
                .label = QT_TRANSLATE_NOOP("schema", "Scrap mode"),
                .group = "scrap"}),
            column<&R::explode>(
                {.name = "explode", .label = QT_TRANSLATE_NOOP("schema", "Explode")}),
            column<&R::supply>({.name = "supply", .label = QT_TRANSLATE_NOOP("schema", "Supply")}),
            column<&R::opSeq>(
                {.name = "op_seq", .label = QT_TRANSLATE_NOOP("schema", "Issued at operation")}),
            column<&R::valueMethod>({.name = "value_method",
                .label = QT_TRANSLATE_NOOP("schema", "By-product value"),
                .group = "byproduct"}),
            column<&R::share>({.name = "share",
                .label = QT_TRANSLATE_NOOP("schema", "Share of cost"),
                .group = "byproduct"}),
            column<&R::creditPrice>({.name = "credit_price",
                .label = QT_TRANSLATE_NOOP("schema", "Recovery price"),
                .group = "byproduct"}),
            column<&R::altGroup>({.name = "alt_group",
                .label = QT_TRANSLATE_NOOP("schema", "Alternative group"),
                .group = "alternative"}),
            column<&R::altPriority>({.name = "alt_priority",
                .label = QT_TRANSLATE_NOOP("schema", "Priority"),
                .group = "alternative"}),
            column<&R::position>({.name = "position",
                .label = QT_TRANSLATE_NOOP("schema", "Position"),
                .hint = QT_TRANSLATE_NOOP("schema", "position number on the drawing")}),
            column<&R::note>({.name = "note", .label = QT_TRANSLATE_NOOP("schema", "Note")}),
        }});
    return type;
}

template <>
const RecordType& describe<catalog::Operation>()
{
    using R = catalog::Operation;
    static const RecordType type = recordType<R>({.table = "operation",
        .number = 55,
        .label = QT_TRANSLATE_NOOP("schema", "Operation"),
        .plural = QT_TRANSLATE_NOOP("schema", "Operations"),
        .scope = Scope::Cost,
        .title = "name",
        .columns = {
            column<&R::bom>({.name = "bom",
                .label = QT_TRANSLATE_NOOP("schema", "Bill of materials"),
                .required = true,
                .references = "bom",
                .owned = true}),
            column<&R::seq>({.name = "seq",
                .label = QT_TRANSLATE_NOOP("schema", "Sequence"),
                .required = true}),
            column<&R::name>({.name = "name",
                .label = QT_TRANSLATE_NOOP("schema", "Operation"),
                .searchable = true}),
            column<&R::workCenter>({.name = "work_center",
                .label = QT_TRANSLATE_NOOP("schema", "Work centre"),
                .references = "work_center"}),
            column<&R::setupMs>({.name = "setup_ms",
                .label = QT_TRANSLATE_NOOP("schema", "Setup time"),
                .hint = QT_TRANSLATE_NOOP("schema", "minutes, or 1 h 30 min")}),
            column<&R::runMs>({.name = "run_ms",
                .label = QT_TRANSLATE_NOOP("schema", "Run time"),
                .group = "run"}),
            column<&R::basis>({.name = "basis",
                .label = QT_TRANSLATE_NOOP("schema", "Time basis"),
                .group = "run"}),
            column<&R::unitsPerCycle>({.name = "units_per_cycle",
                .label = QT_TRANSLATE_NOOP("schema", "Units per cycle"),
                .group = "run"}),
            column<&R::cycleRounding>({.name = "cycle_rounding",
                .label = QT_TRANSLATE_NOOP("schema", "Cycle rounding"),
                .group = "run"}),
            column<&R::efficiency>(
                {.name = "efficiency", .label = QT_TRANSLATE_NOOP("schema", "Efficiency")}),
            column<&R::crew>({.name = "crew", .label = QT_TRANSLATE_NOOP("schema", "Crew")}),
            column<&R::yield>({.name = "yield", .label = QT_TRANSLATE_NOOP("schema", "Yield")}),
            column<&R::piecePrice>(
                {.name = "piece_price", .label = QT_TRANSLATE_NOOP("schema", "Piece rate")}),
            column<&R::outsideItem>({.name = "outside_item",
                .label = QT_TRANSLATE_NOOP("schema", "Outside service"),
                .references = "item",
                .group = "outside"}),
            column<&R::outsideQty>({.name = "outside_qty",
                .label = QT_TRANSLATE_NOOP("schema", "Outside quantity"),
                .group = "outside"}),
            column<&R::outsideUom>({.name = "outside_uom",
                .label = QT_TRANSLATE_NOOP("schema", "Outside unit"),
                .references = "uom",
                .group = "outside"}),
            column<&R::minCharge>(
                {.name = "min_charge", .label = QT_TRANSLATE_NOOP("schema", "Minimum charge")}),
            column<&R::setupEvery>(
                {.name = "setup_every", .label = QT_TRANSLATE_NOOP("schema", "Setup again after")}),
            column<&R::note>({.name = "note", .label = QT_TRANSLATE_NOOP("schema", "Note")}),
        }});
    return type;
}

} // namespace chengdan::schema
