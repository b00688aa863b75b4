// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::access {

/// A sales region: where customers lie and how orders are reported. Small integer ids, given by the
/// server or, in a single-user file, counted from 1.
struct Region {
    RegionId id;
    schema::RowMeta meta;
    QString code; ///< short and unique, e.g. HD for 华东
    QString name;
    bool closed = false; ///< kept for history, offered no more
};

/// People who share one boss; `region` is where the team sells, if it is bound to one.
struct Team {
    TeamId id;
    schema::RowMeta meta;
    QString name;
    std::optional<PersonId> boss;
    std::optional<RegionId> region;
    bool closed = false; ///< kept for history, offered no more
};

/// Somebody who works with the program. What the person may do comes from person_role rows, how far
/// the person may go with prices from level and limit.
struct Person {
    PersonId id;
    schema::RowMeta meta;
    QString login; ///< unique; lower-case letters, digits, dot and dash
    QString name;
    QString title;
    QString email;
    QString phone;
    std::optional<TeamId> team;
    std::optional<RegionId> region;
    bool active = true; ///< false: kept for history, cannot act any more
    int quoteLevel = 1; ///< 1 sales, 2 sales manager, 3 director, 4 unlimited
    schema::MinorUnits approvalLimit; ///< company currency; 0: approves nothing by amount
};

/// What somebody is in the company. The rights behind each role stand in rights.cpp.
enum class Role { Sales, SalesManager, Costing, Finance, Administrator, Viewer };
std::span<const schema::Choice> choices(Role value);

/// How far a role reaches.
enum class RoleScope { Own, Team, Region, All };
std::span<const schema::Choice> choices(RoleScope value);

/// One role of one person; any number of them add up.
struct PersonRole {
    PersonRoleId id;
    schema::RowMeta meta;
    PersonId person;
    Role role = Role::Sales;
    RoleScope scope = RoleScope::Own;
};

} // namespace chengdan::access

namespace chengdan {
template <>
const schema::RecordType& schema::describe<access::Region>();
template <>
const schema::RecordType& schema::describe<access::Team>();
template <>
const schema::RecordType& schema::describe<access::Person>();
template <>
const schema::RecordType& schema::describe<access::PersonRole>();
} // namespace chengdan
