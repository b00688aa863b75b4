// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/company_setting.h"

namespace chengdan {

template <>
const schema::RecordType& schema::describe<access::CompanySetting>()
{
    using access::CompanySetting;
    static const RecordType type = recordType<CompanySetting>({
        .table = "company_setting",
        .number = 5,
        .label = QT_TRANSLATE_NOOP("schema", "Company setting"),
        .plural = QT_TRANSLATE_NOOP("schema", "Company settings"),
        .scope = Scope::Settings,
        .title = "key",
        .columns =
            {
                column<&CompanySetting::key>({.name = "key",
                    .label = QT_TRANSLATE_NOOP("schema", "Setting"),
                    .required = true,
                    .unique = true,
                    .inList = InList::Yes}),
                column<&CompanySetting::value>({.name = "value",
                    .label = QT_TRANSLATE_NOOP("schema", "Value"),
                    .inList = InList::Yes}),
            },
    });
    return type;
}

} // namespace chengdan
