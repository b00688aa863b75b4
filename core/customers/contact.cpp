// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/contact.h"

namespace chengdan {

namespace customers {

std::span<const schema::Choice> choices(DecisionRole)
{
    static constexpr schema::Choice kDecisionRoles[] = {
        {"unknown", QT_TRANSLATE_NOOP("schema", "Not known yet")},
        {"decider", QT_TRANSLATE_NOOP("schema", "Decides")},
        {"buyer", QT_TRANSLATE_NOOP("schema", "Buys")},
        {"technical", QT_TRANSLATE_NOOP("schema", "Sets the technical standard")},
        {"user", QT_TRANSLATE_NOOP("schema", "Uses the product")},
        {"finance", QT_TRANSLATE_NOOP("schema", "Pays")},
        {"influencer", QT_TRANSLATE_NOOP("schema", "Has influence")},
    };
    return kDecisionRoles;
}

} // namespace customers

template <>
const schema::RecordType& schema::describe<customers::Contact>()
{
    using customers::Contact;
    static const RecordType
        type =
            recordType<Contact>(
                {
                    .table = "contact",
                    .number = 11,
                    .label = QT_TRANSLATE_NOOP("schema", "Contact"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Contacts"),
                    .scope = Scope::Root,
                    .title = "name",
                    .columns =
                        {
                            column<&Contact::customer>({.name = "customer",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                                .required = true,
                                .references = "customer",
                                .inList = InList::Yes}),
                            column<&Contact::name>({.name = "name",
                                .label = QT_TRANSLATE_NOOP("schema", "Contact name"),
                                .required = true,
                                .searchable = true,
                                .inList = InList::Yes}),
                            column<&Contact::title>({.name = "title",
                                .label = QT_TRANSLATE_NOOP("schema", "Job title"),
                                .inList = InList::Yes}),
                            column<&Contact::department>({.name = "department",
                                .label = QT_TRANSLATE_NOOP("schema", "Department"),
                                .inList = InList::LowPriority}),
                            column<&Contact::phone>({.name = "phone",
                                .label = QT_TRANSLATE_NOOP("schema", "Phone"),
                                .searchable = true,
                                .indexed = true,
                                .inList = InList::LowPriority}),
                            column<&Contact::mobile>({.name = "mobile",
                                .label = QT_TRANSLATE_NOOP("schema", "Mobile"),
                                .hint = QT_TRANSLATE_NOOP("schema", "11 digits"),
                                .searchable = true,
                                .indexed = true,
                                .inList = InList::Yes}),
                            column<&Contact::email>(
                                {.name = "email",
                                    .label = QT_TRANSLATE_NOOP("schema", "E-mail"),
                                    .searchable = true,
                                    .inList = InList::LowPriority}),
                            column<&Contact::wechat>(
                                {.name = "wechat", .label = QT_TRANSLATE_NOOP("schema", "WeChat")}),
                            column<
                                &Contact::
                                    role>({.name = "role", .label = QT_TRANSLATE_NOOP("schema", "Role in decisions"), .hint = QT_TRANSLATE_NOOP("schema", "Who decides, who buys, who sets the standard"), .inList = InList::Yes}),
                            column<
                                &Contact::
                                    primary>({.name = "is_primary", .label = QT_TRANSLATE_NOOP("schema", "Primary contact"), .inList = InList::LowPriority}),
                            column<
                                &Contact::
                                    remark>({.name = "remark", .label = QT_TRANSLATE_NOOP("schema", "Remark")}),
                        },
                });
    return type;
}

} // namespace chengdan
