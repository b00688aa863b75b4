// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_line.h"

namespace chengdan::schema {

template <>
const RecordType& describe<quoting::QuoteLine>()
{
    using R = quoting::QuoteLine;
    static const RecordType type = recordType<R>({.table = "quote_line",
        .number = 82,
        .label = QT_TRANSLATE_NOOP("schema", "Quote line"),
        .plural = QT_TRANSLATE_NOOP("schema", "Quote lines"),
        .scope = Scope::Root,
        .columns = {
            column<&R::revision>({.name = "revision",
                .label = QT_TRANSLATE_NOOP("schema", "Quote revision"),
                .required = true,
                .references = "quote_revision",
                .owned = true}),
            column<&R::seq>({.name = "seq", .label = QT_TRANSLATE_NOOP("schema", "Sequence")}),
            column<&R::uid>(
                {.name = "uid", .label = QT_TRANSLATE_NOOP("schema", "Line through revisions")}),
            column<&R::type>({.name = "type", .label = QT_TRANSLATE_NOOP("schema", "Line type")}),
            column<&R::item>({.name = "item",
                .label = QT_TRANSLATE_NOOP("schema", "Item"),
                .references = "item"}),
            column<&R::itemCode>(
                {.name = "item_code", .label = QT_TRANSLATE_NOOP("schema", "Item code")}),
            column<&R::itemName>(
                {.name = "item_name", .label = QT_TRANSLATE_NOOP("schema", "Item name")}),
            column<&R::spec>(
                {.name = "spec", .label = QT_TRANSLATE_NOOP("schema", "Specification")}),
            column<&R::description>(
                {.name = "description", .label = QT_TRANSLATE_NOOP("schema", "Description")}),
            column<&R::drawingNo>({.name = "drawing_no",
                .label = QT_TRANSLATE_NOOP("schema", "Drawing no."),
                .group = "drawing"}),
            column<&R::drawingRev>({.name = "drawing_rev",
                .label = QT_TRANSLATE_NOOP("schema", "Drawing revision"),
                .group = "drawing"}),
            column<&R::customerPartNo>({.name = "customer_part_no",
                .label = QT_TRANSLATE_NOOP("schema", "Customer part no.")}),
            column<&R::qty>(
                {.name = "qty", .label = QT_TRANSLATE_NOOP("schema", "Quantity"), .group = "line"}),
            column<&R::uom>(
                {.name = "uom", .label = QT_TRANSLATE_NOOP("schema", "Unit"), .group = "line"}),
            column<&R::annualQty>(
                {.name = "annual_qty", .label = QT_TRANSLATE_NOOP("schema", "Annual volume")}),
            column<&R::tierType>({.name = "tier_type",
                .label = QT_TRANSLATE_NOOP("schema", "Tier type"),
                .group = "line"}),
            column<&R::unitPrice>({.name = "unit_price",
                .label = QT_TRANSLATE_NOOP("schema", "Unit price"),
                .group = "line"}),
            column<&R::typedPrice>({.name = "typed_price",
                .label = QT_TRANSLATE_NOOP("schema", "Price typed"),
                .group = "line"}),
            column<&R::guidePrice>({.name = "guide_price",
                .label = QT_TRANSLATE_NOOP("schema", "Guide price"),
                .group = "line"}),
            column<&R::neededLevel>({.name = "needed_level",
                .label = QT_TRANSLATE_NOOP("schema", "Level needed"),
                .group = "line"}),
            column<&R::taxRate>({.name = "tax_rate",
                .label = QT_TRANSLATE_NOOP("schema", "Tax rate"),
                .group = "line"}),
            column<&R::leadTime>(
                {.name = "lead_time", .label = QT_TRANSLATE_NOOP("schema", "Lead time")}),
            column<&R::optional>({.name = "optional",
                .label = QT_TRANSLATE_NOOP("schema", "Optional"),
                .group = "line"}),
            column<&R::altGroup>({.name = "alt_group",
                .label = QT_TRANSLATE_NOOP("schema", "Alternative group"),
                .group = "line"}),
            column<&R::netAmount>({.name = "net_amount",
                .label = QT_TRANSLATE_NOOP("schema", "Net amount"),
                .group = "line"}),
            column<&R::taxAmount>({.name = "tax_amount",
                .label = QT_TRANSLATE_NOOP("schema", "Tax"),
                .group = "line"}),
            column<&R::grossAmount>({.name = "gross_amount",
                .label = QT_TRANSLATE_NOOP("schema", "Amount with tax"),
                .group = "line"}),
            column<&R::internalNote>(
                {.name = "internal_note", .label = QT_TRANSLATE_NOOP("schema", "Internal note")}),
        }});
    return type;
}

template <>
const RecordType& describe<quoting::QuoteTier>()
{
    using R = quoting::QuoteTier;
    static const RecordType type = recordType<R>({.table = "quote_tier",
        .number = 83,
        .label = QT_TRANSLATE_NOOP("schema", "Quantity tier"),
        .plural = QT_TRANSLATE_NOOP("schema", "Quantity tiers"),
        .scope = Scope::Root,
        .columns = {
            column<&R::line>({.name = "line",
                .label = QT_TRANSLATE_NOOP("schema", "Quote line"),
                .required = true,
                .references = "quote_line",
                .owned = true}),
            column<&R::fromQty>({.name = "from_qty",
                .label = QT_TRANSLATE_NOOP("schema", "From quantity"),
                .required = true}),
            column<&R::lot>({.name = "lot", .label = QT_TRANSLATE_NOOP("schema", "Lot")}),
            column<&R::unitPrice>({.name = "unit_price",
                .label = QT_TRANSLATE_NOOP("schema", "Unit price"),
                .group = "price"}),
            column<&R::typedPrice>({.name = "typed_price",
                .label = QT_TRANSLATE_NOOP("schema", "Price typed"),
                .group = "price"}),
            column<&R::guidePrice>({.name = "guide_price",
                .label = QT_TRANSLATE_NOOP("schema", "Guide price"),
                .group = "price"}),
            column<&R::neededLevel>({.name = "needed_level",
                .label = QT_TRANSLATE_NOOP("schema", "Level needed"),
                .group = "price"}),
        }});
    return type;
}

} // namespace chengdan::schema
