// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/work_center.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::WorkCenter>()
{
    using R = catalog::WorkCenter;
    static const RecordType type = recordType<R>({.table = "work_center",
        .number = 56,
        .label = QT_TRANSLATE_NOOP("schema", "Work centre"),
        .plural = QT_TRANSLATE_NOOP("schema", "Work centres"),
        .scope = Scope::Catalogue,
        .title = "code",
        .columns = {
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Work centre"),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::name>({.name = "name",
                .label = QT_TRANSLATE_NOOP("schema", "Work centre name"),
                .searchable = true,
                .inList = InList::Yes}),
        }});
    return type;
}

template <>
const RecordType& describe<catalog::WorkCenterRate>()
{
    using R = catalog::WorkCenterRate;
    static const RecordType type = recordType<R>({.table = "work_center_rate",
        .number = 57,
        .label = QT_TRANSLATE_NOOP("schema", "Hourly rate"),
        .plural = QT_TRANSLATE_NOOP("schema", "Hourly rates"),
        .scope = Scope::Cost,
        .columns = {
            column<&R::workCenter>({.name = "work_center",
                .label = QT_TRANSLATE_NOOP("schema", "Work centre"),
                .required = true,
                .references = "work_center",
                .inList = InList::Yes}),
            column<&R::machineRate>({.name = "machine_rate",
                .label = QT_TRANSLATE_NOOP("schema", "Machine rate per hour"),
                .group = "rate",
                .inList = InList::Yes}),
            column<&R::laborRate>({.name = "labor_rate",
                .label = QT_TRANSLATE_NOOP("schema", "Labour rate per hour"),
                .group = "rate",
                .inList = InList::Yes}),
            column<&R::currency>({.name = "currency",
                .label = QT_TRANSLATE_NOOP("schema", "Currency"),
                .group = "rate",
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

} // namespace chengdan::schema
