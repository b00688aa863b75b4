// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan {
using AuditEntryId = Id<struct AuditEntryTag>;
}

namespace chengdan::access {

/// What kind of sensitive act an entry tells of.
enum class AuditAct {
    SignIn,
    SignInRefused,
    Password, ///< set, changed or taken away; never its text
    RightsChange, ///< people, roles, teams, regions
    SettingsChange, ///< company settings and rules
    PriceChange, ///< prices, rates and rules that costs are made of
    Deletion,
    Transfer, ///< another owner
    Export,
};
std::span<const schema::Choice> choices(AuditAct value);

/// One sensitive act, written once and never changed: the file itself refuses to change or remove
/// it (audit_triggers.h). Only administrators read entries.
struct AuditEntry {
    AuditEntryId id;
    schema::RowMeta meta;
    Instant at; ///< when it counts; for acts on this PC the same as deviceAt
    PersonId person;
    AuditAct act = AuditAct::SignIn;
    QString recordTable; ///< table of the record it was done to; may be empty
    QString record; ///< that record's id: hexadecimal, or decimal for people, teams and regions
    QString title; ///< what the record was called then
    schema::JsonText before; ///< changed columns with their old values, as in the journal
    schema::JsonText after; ///< and their new ones
    QString device; ///< code of the PC
    Instant deviceAt; ///< what the PC's clock said
};

} // namespace chengdan::access

namespace chengdan {
template <>
const schema::RecordType& schema::describe<access::AuditEntry>();
} // namespace chengdan
