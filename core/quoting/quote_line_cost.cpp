// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_line_cost.h"

namespace chengdan::schema {

template <>
const RecordType& describe<quoting::QuoteLineCost>()
{
    using R = quoting::QuoteLineCost;
    static const RecordType type = recordType<R>({.table = "quote_line_cost",
        .number = 84,
        .label = QT_TRANSLATE_NOOP("schema", "Cost of a quote line"),
        .plural = QT_TRANSLATE_NOOP("schema", "Costs of quote lines"),
        .scope = Scope::Cost,
        .columns = {
            column<&R::line>({.name = "line",
                .label = QT_TRANSLATE_NOOP("schema", "Quote line"),
                .required = true,
                .references = "quote_line",
                .owned = true}),
            column<&R::tier>({.name = "tier",
                .label = QT_TRANSLATE_NOOP("schema", "Quantity tier"),
                .references = "quote_tier"}),
            column<&R::lot>({.name = "lot", .label = QT_TRANSLATE_NOOP("schema", "Lot")}),
            column<&R::cost>({.name = "cost",
                .label = QT_TRANSLATE_NOOP("schema", "Unit cost"),
                .group = "cost"}),
            column<&R::elements>({.name = "elements",
                .label = QT_TRANSLATE_NOOP("schema", "Cost elements"),
                .group = "cost"}),
            column<&R::floorPrice>({.name = "floor_price",
                .label = QT_TRANSLATE_NOOP("schema", "Floor price"),
                .group = "cost"}),
            column<&R::margin>({.name = "margin",
                .label = QT_TRANSLATE_NOOP("schema", "Margin"),
                .group = "cost"}),
            column<&R::snapshotHash>({.name = "snapshot_hash",
                .label = QT_TRANSLATE_NOOP("schema", "Snapshot"),
                .indexed = true,
                .group = "cost"}),
            column<&R::trace>({.name = "trace",
                .label = QT_TRANSLATE_NOOP("schema", "Price trace"),
                .group = "cost"}),
            column<&R::problems>({.name = "problems",
                .label = QT_TRANSLATE_NOOP("schema", "Problems"),
                .group = "cost"}),
        }});
    return type;
}

template <>
const RecordType& describe<quoting::CostSnapshot>()
{
    using R = quoting::CostSnapshot;
    static const RecordType type = recordType<R>({.table = "cost_snapshot",
        .number = 85,
        .label = QT_TRANSLATE_NOOP("schema", "Cost snapshot"),
        .plural = QT_TRANSLATE_NOOP("schema", "Cost snapshots"),
        .scope = Scope::Cost,
        .title = "hash",
        .columns = {
            column<&R::hash>({.name = "hash",
                .label = QT_TRANSLATE_NOOP("schema", "Hash"),
                .required = true,
                .unique = true}),
            column<&R::content>(
                {.name = "content", .label = QT_TRANSLATE_NOOP("schema", "Content")}),
            column<&R::engine>(
                {.name = "engine", .label = QT_TRANSLATE_NOOP("schema", "Engine version")}),
        }});
    return type;
}

} // namespace chengdan::schema
