// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit_entry.h"

namespace chengdan {

namespace access {

std::span<const schema::Choice> choices(AuditAct)
{
    static constexpr schema::Choice kActs[] = {
        {"sign_in", QT_TRANSLATE_NOOP("schema", "Signed in")},
        {"sign_in_refused", QT_TRANSLATE_NOOP("schema", "Sign-in refused")},
        {"password", QT_TRANSLATE_NOOP("schema", "Password")},
        {"rights", QT_TRANSLATE_NOOP("schema", "Rights")},
        {"settings", QT_TRANSLATE_NOOP("schema", "Settings")},
        {"price", QT_TRANSLATE_NOOP("schema", "Price or cost")},
        {"deletion", QT_TRANSLATE_NOOP("schema", "Deletion")},
        {"transfer", QT_TRANSLATE_NOOP("schema", "New owner")},
        {"export", QT_TRANSLATE_NOOP("schema", "Export")},
    };
    return kActs;
}

} // namespace access

template <>
const schema::RecordType& schema::describe<access::AuditEntry>()
{
    using R = access::AuditEntry;
    static const RecordType type = recordType<R>({
        .table = "audit_entry",
        .number = 90,
        .label = QT_TRANSLATE_NOOP("schema", "Audit entry"),
        .plural = QT_TRANSLATE_NOOP("schema", "Audit entries"),
        .scope = Scope::Settings,
        .title = "title",
        .since = 2,
        .columns =
            {
                column<&R::at>({.name = "at",
                    .label = QT_TRANSLATE_NOOP("schema", "Time"),
                    .required = true,
                    .indexed = true,
                    .inList = InList::Yes,
                    .since = 2}),
                column<&R::person>({.name = "person",
                    .label = QT_TRANSLATE_NOOP("schema", "Who"),
                    .references = "person",
                    .inList = InList::Yes,
                    .since = 2}),
                column<&R::act>({.name = "act",
                    .label = QT_TRANSLATE_NOOP("schema", "Act"),
                    .inList = InList::Yes,
                    .since = 2}),
                column<&R::recordTable>({.name = "record_table",
                    .label = QT_TRANSLATE_NOOP("schema", "Kind of record"),
                    .searchable = true,
                    .inList = InList::Yes,
                    .since = 2}),
                column<&R::record>({.name = "record",
                    .label = QT_TRANSLATE_NOOP("schema", "Record"),
                    .indexed = true,
                    .since = 2}),
                column<&R::title>({.name = "title",
                    .label = QT_TRANSLATE_NOOP("schema", "Called"),
                    .searchable = true,
                    .inList = InList::Yes,
                    .since = 2}),
                column<&R::before>({.name = "old_values",
                    .label = QT_TRANSLATE_NOOP("schema", "Old values"),
                    .searchable = true,
                    .since = 2}),
                column<&R::after>({.name = "new_values",
                    .label = QT_TRANSLATE_NOOP("schema", "New values"),
                    .searchable = true,
                    .since = 2}),
                column<&R::device>({.name = "device",
                    .label = QT_TRANSLATE_NOOP("schema", "Device"),
                    .inList = InList::LowPriority,
                    .since = 2}),
                column<&R::deviceAt>({.name = "device_at",
                    .label = QT_TRANSLATE_NOOP("schema", "Time on the device"),
                    .since = 2}),
            },
    });
    return type;
}

} // namespace chengdan
