// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cost_rules.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::FxRate>()
{
    using R = catalog::FxRate;
    static const RecordType type = recordType<R>({.table = "fx_rate",
        .number = 60,
        .label = QT_TRANSLATE_NOOP("schema", "Exchange rate"),
        .plural = QT_TRANSLATE_NOOP("schema", "Exchange rates"),
        .scope = Scope::Catalogue,
        .columns = {
            column<&R::fromCurrency>({.name = "from_currency",
                .label = QT_TRANSLATE_NOOP("schema", "From currency"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::toCurrency>({.name = "to_currency",
                .label = QT_TRANSLATE_NOOP("schema", "To currency"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::onDate>({.name = "on_date",
                .label = QT_TRANSLATE_NOOP("schema", "Date"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::rate>({.name = "rate",
                .label = QT_TRANSLATE_NOOP("schema", "Rate"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::source>({.name = "source",
                .label = QT_TRANSLATE_NOOP("schema", "Source"),
                .searchable = true,
                .inList = InList::LowPriority}),
        }});
    return type;
}

template <>
const RecordType& describe<catalog::OverheadRule>()
{
    using R = catalog::OverheadRule;
    static const RecordType type = recordType<R>({.table = "overhead_rule",
        .number = 61,
        .label = QT_TRANSLATE_NOOP("schema", "Overhead rule"),
        .plural = QT_TRANSLATE_NOOP("schema", "Overhead rules"),
        .scope = Scope::Cost,
        .title = "code",
        .columns = {
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Rule"),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::seq>({.name = "seq",
                .label = QT_TRANSLATE_NOOP("schema", "Sequence"),
                .inList = InList::Yes}),
            column<&R::level>({.name = "level",
                .label = QT_TRANSLATE_NOOP("schema", "Level"),
                .inList = InList::Yes}),
            column<&R::base>({.name = "base",
                .label = QT_TRANSLATE_NOOP("schema", "Base"),
                .hint = QT_TRANSLATE_NOOP("schema", "cost elements joined by +, or ALL"),
                .inList = InList::Yes}),
            column<&R::pct>({.name = "pct",
                .label = QT_TRANSLATE_NOOP("schema", "Percentage"),
                .group = "rate",
                .inList = InList::Yes}),
            column<&R::amount>({.name = "amount",
                .label = QT_TRANSLATE_NOOP("schema", "Amount per unit"),
                .group = "rate",
                .inList = InList::Yes}),
            column<&R::target>({.name = "target",
                .label = QT_TRANSLATE_NOOP("schema", "Adds to"),
                .inList = InList::Yes}),
            column<&R::scope>({.name = "scope",
                .label = QT_TRANSLATE_NOOP("schema", "Holds for"),
                .group = "scope",
                .inList = InList::Yes}),
            column<&R::scopeKey>({.name = "scope_key",
                .label = QT_TRANSLATE_NOOP("schema", "Group or work centre"),
                .group = "scope",
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
        }});
    return type;
}

template <>
const RecordType& describe<catalog::Tool>()
{
    using R = catalog::Tool;
    static const RecordType type = recordType<R>({.table = "tool",
        .number = 62,
        .label = QT_TRANSLATE_NOOP("schema", "Tool"),
        .plural = QT_TRANSLATE_NOOP("schema", "Tools"),
        .scope = Scope::Cost,
        .title = "code",
        .columns = {
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Tool no."),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::name>({.name = "name",
                .label = QT_TRANSLATE_NOOP("schema", "Tool name"),
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::item>({.name = "item",
                .label = QT_TRANSLATE_NOOP("schema", "Item"),
                .required = true,
                .references = "item",
                .inList = InList::Yes}),
            column<&R::cost>({.name = "cost",
                .label = QT_TRANSLATE_NOOP("schema", "Tool cost"),
                .required = true,
                .group = "cost",
                .inList = InList::Yes}),
            column<&R::currency>({.name = "currency",
                .label = QT_TRANSLATE_NOOP("schema", "Currency"),
                .group = "cost",
                .inList = InList::Yes}),
            column<&R::prepaid>({.name = "prepaid",
                .label = QT_TRANSLATE_NOOP("schema", "Paid by customer"),
                .inList = InList::Yes}),
            column<&R::amortQty>({.name = "amort_qty",
                .label = QT_TRANSLATE_NOOP("schema", "Spread over"),
                .hint = QT_TRANSLATE_NOOP("schema", "pieces agreed in the contract, not the lot"),
                .inList = InList::Yes}),
            column<&R::mode>({.name = "mode",
                .label = QT_TRANSLATE_NOOP("schema", "Charging"),
                .inList = InList::Yes}),
            column<&R::shipped>({.name = "shipped",
                .label = QT_TRANSLATE_NOOP("schema", "Shipped so far"),
                .inList = InList::LowPriority}),
        }});
    return type;
}

} // namespace chengdan::schema
