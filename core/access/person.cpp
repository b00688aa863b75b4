// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/person.h"

namespace chengdan {

namespace access {

std::span<const schema::Choice> choices(Role)
{
    static constexpr schema::Choice kRoles[] = {
        {"sales", QT_TRANSLATE_NOOP("schema", "Sales")},
        {"sales_manager", QT_TRANSLATE_NOOP("schema", "Sales manager")},
        {"costing", QT_TRANSLATE_NOOP("schema", "Costing")},
        {"finance", QT_TRANSLATE_NOOP("schema", "Finance")},
        {"administrator", QT_TRANSLATE_NOOP("schema", "Administrator")},
        {"viewer", QT_TRANSLATE_NOOP("schema", "Viewer")},
    };
    return kRoles;
}

std::span<const schema::Choice> choices(RoleScope)
{
    static constexpr schema::Choice kScopes[] = {
        {"own", QT_TRANSLATE_NOOP("schema", "Own records")},
        {"team", QT_TRANSLATE_NOOP("schema", "Own team")},
        {"region", QT_TRANSLATE_NOOP("schema", "Own region")},
        {"all", QT_TRANSLATE_NOOP("schema", "Whole company")},
    };
    return kScopes;
}

} // namespace access

template <>
const schema::RecordType& schema::describe<access::Region>()
{
    using access::Region;
    static const RecordType type = recordType<Region>({
        .table = "region",
        .number = 3,
        .label = QT_TRANSLATE_NOOP("schema", "Region"),
        .plural = QT_TRANSLATE_NOOP("schema", "Regions"),
        .scope = Scope::Settings,
        .title = "name",
        .columns =
            {
                column<&Region::code>({.name = "code",
                    .label = QT_TRANSLATE_NOOP("schema", "Code"),
                    .hint = QT_TRANSLATE_NOOP("schema", "A short code, such as HD"),
                    .required = true,
                    .unique = true,
                    .inList = InList::Yes}),
                column<&Region::name>({.name = "name",
                    .label = QT_TRANSLATE_NOOP("schema", "Region name"),
                    .required = true,
                    .searchable = true,
                    .inList = InList::Yes}),
                column<&Region::closed>({.name = "closed",
                    .label = QT_TRANSLATE_NOOP("schema", "Closed"),
                    .hint = QT_TRANSLATE_NOOP("schema", "Kept for history, offered no more"),
                    .inList = InList::LowPriority,
                    .since = 2}),
            },
    });
    return type;
}

template <>
const schema::RecordType& schema::describe<access::Team>()
{
    using access::Team;
    static const RecordType type = recordType<Team>({
        .table = "team",
        .number = 2,
        .label = QT_TRANSLATE_NOOP("schema", "Team"),
        .plural = QT_TRANSLATE_NOOP("schema", "Teams"),
        .scope = Scope::Settings,
        .title = "name",
        .columns =
            {
                column<&Team::name>({.name = "name",
                    .label = QT_TRANSLATE_NOOP("schema", "Team name"),
                    .required = true,
                    .searchable = true,
                    .inList = InList::Yes}),
                // People name their team with a reference; naming each other both ways would leave
                // no order in which the tables can be made, so the boss is a plain number.
                column<&Team::boss>({.name = "boss",
                    .label = QT_TRANSLATE_NOOP("schema", "Team leader"),
                    .hint = QT_TRANSLATE_NOOP("schema", "Who decides for this team"),
                    .indexed = true,
                    .inList = InList::Yes}),
                column<&Team::region>({.name = "region",
                    .label = QT_TRANSLATE_NOOP("schema", "Region"),
                    .references = "region",
                    .inList = InList::Yes}),
                column<&Team::closed>({.name = "closed",
                    .label = QT_TRANSLATE_NOOP("schema", "Closed"),
                    .hint = QT_TRANSLATE_NOOP("schema", "Kept for history, offered no more"),
                    .inList = InList::LowPriority,
                    .since = 2}),
            },
    });
    return type;
}

template <>
const schema::RecordType& schema::describe<access::Person>()
{
    using access::Person;
    static const RecordType
        type =
            recordType<Person>(
                {
                    .table = "person",
                    .number = 1,
                    .label = QT_TRANSLATE_NOOP("schema", "Person"),
                    .plural = QT_TRANSLATE_NOOP("schema", "People"),
                    .scope = Scope::Settings,
                    .title = "name",
                    .columns =
                        {
                            column<&Person::login>({.name = "login",
                                .label = QT_TRANSLATE_NOOP("schema", "Login"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "Lower-case letters and digits, such as wangx"),
                                .required = true,
                                .unique = true,
                                .searchable = true,
                                .inList = InList::Yes}),
                            column<&Person::name>({.name = "name",
                                .label = QT_TRANSLATE_NOOP("schema", "Name"),
                                .hint = QT_TRANSLATE_NOOP("schema", "Family name and given name"),
                                .required = true,
                                .searchable = true,
                                .inList = InList::Yes}),
                            column<&Person::title>({.name = "title",
                                .label = QT_TRANSLATE_NOOP("schema", "Job title"),
                                .inList = InList::Yes}),
                            column<&Person::email>(
                                {.name = "email", .label = QT_TRANSLATE_NOOP("schema", "E-mail")}),
                            column<&Person::phone>(
                                {.name = "phone", .label = QT_TRANSLATE_NOOP("schema", "Phone")}),
                            column<&Person::team>({.name = "team",
                                .label = QT_TRANSLATE_NOOP("schema", "Team"),
                                .references = "team",
                                .inList = InList::Yes}),
                            column<&Person::region>(
                                {.name = "region",
                                    .label = QT_TRANSLATE_NOOP("schema", "Region"),
                                    .references = "region",
                                    .inList = InList::LowPriority}),
                            column<&Person::active>(
                                {.name = "active",
                                    .label = QT_TRANSLATE_NOOP("schema", "Active"),
                                    .inList = InList::LowPriority}),
                            column<&Person::quoteLevel>(
                                {.name = "quote_level",
                                    .label = QT_TRANSLATE_NOOP("schema", "Quoting level"),
                                    .hint = QT_TRANSLATE_NOOP("schema",
                                        "1 sales, 2 sales manager, 3 director, 4 unlimited"),
                                    .inList = InList::LowPriority}),
                            column<&Person::approvalLimit>(
                                {.name = "approval_limit",
                                    .label = QT_TRANSLATE_NOOP("schema", "Approval limit"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "The largest amount this person may approve")}),
                        },
                });
    return type;
}

template <>
const schema::RecordType& schema::describe<access::PersonRole>()
{
    using access::PersonRole;
    static const RecordType type = recordType<PersonRole>({
        .table = "person_role",
        .number = 4,
        .label = QT_TRANSLATE_NOOP("schema", "Role"),
        .plural = QT_TRANSLATE_NOOP("schema", "Roles"),
        .scope = Scope::Settings,
        .columns =
            {
                column<&PersonRole::person>({.name = "person",
                    .label = QT_TRANSLATE_NOOP("schema", "Person"),
                    .required = true,
                    .references = "person",
                    .inList = InList::Yes}),
                column<&PersonRole::role>({.name = "role",
                    .label = QT_TRANSLATE_NOOP("schema", "Role"),
                    .required = true,
                    .inList = InList::Yes}),
                column<&PersonRole::scope>({.name = "scope",
                    .label = QT_TRANSLATE_NOOP("schema", "Reach"),
                    .hint = QT_TRANSLATE_NOOP("schema", "Whose records the role reaches"),
                    .inList = InList::Yes}),
            },
    });
    return type;
}

} // namespace chengdan
