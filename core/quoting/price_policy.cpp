// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/price_policy.h"

namespace chengdan::schema {

template <>
const RecordType& describe<quoting::PricePolicyRow>()
{
    using R = quoting::PricePolicyRow;
    static const RecordType type = recordType<R>({.table = "price_policy",
        .number = 70,
        .label = QT_TRANSLATE_NOOP("schema", "Price policy"),
        .plural = QT_TRANSLATE_NOOP("schema", "Price policies"),
        .scope = Scope::Cost,
        .columns = {
            column<&R::scope>({.name = "scope",
                .label = QT_TRANSLATE_NOOP("schema", "Holds for"),
                .group = "scope",
                .inList = InList::Yes}),
            column<&R::scopeKey>({.name = "scope_key",
                .label = QT_TRANSLATE_NOOP("schema", "Item or group code"),
                .group = "scope",
                .inList = InList::Yes}),
            column<&R::grade>({.name = "grade",
                .label = QT_TRANSLATE_NOOP("schema", "Customer grade"),
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
            column<&R::method>({.name = "method",
                .label = QT_TRANSLATE_NOOP("schema", "Method"),
                .group = "rate",
                .inList = InList::Yes}),
            column<&R::rate>({.name = "rate",
                .label = QT_TRANSLATE_NOOP("schema", "Markup or margin"),
                .group = "rate",
                .inList = InList::Yes}),
            column<&R::minMarkup>({.name = "min_markup",
                .label = QT_TRANSLATE_NOOP("schema", "Lowest markup"),
                .inList = InList::Yes}),
            column<&R::step>({.name = "step",
                .label = QT_TRANSLATE_NOOP("schema", "Price step"),
                .group = "step",
                .inList = InList::LowPriority}),
            column<&R::priceDecimals>({.name = "price_decimals",
                .label = QT_TRANSLATE_NOOP("schema", "Price decimals"),
                .group = "step",
                .inList = InList::LowPriority}),
        }});
    return type;
}

template <>
const RecordType& describe<quoting::FloatAuthorityRow>()
{
    using R = quoting::FloatAuthorityRow;
    static const RecordType type = recordType<R>({.table = "float_authority",
        .number = 71,
        .label = QT_TRANSLATE_NOOP("schema", "Price authority"),
        .plural = QT_TRANSLATE_NOOP("schema", "Price authorities"),
        .scope = Scope::Settings,
        .columns = {
            column<&R::grade>({.name = "grade",
                .label = QT_TRANSLATE_NOOP("schema", "Customer grade"),
                .inList = InList::Yes}),
            column<&R::level>({.name = "level",
                .label = QT_TRANSLATE_NOOP("schema", "Level"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::maxDepth>({.name = "max_depth",
                .label = QT_TRANSLATE_NOOP("schema", "Largest discount"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::validFrom>({.name = "valid_from",
                .label = QT_TRANSLATE_NOOP("schema", "Valid from"),
                .group = "valid",
                .inList = InList::Yes}),
            column<&R::validTo>({.name = "valid_to",
                .label = QT_TRANSLATE_NOOP("schema", "Valid to"),
                .group = "valid",
                .inList = InList::Yes}),
        }});
    return type;
}

} // namespace chengdan::schema
