// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::customers {

/// Whether a customer is an organisation or one person who buys.
enum class CustomerKind { Company, Consumer };
std::span<const schema::Choice> choices(CustomerKind value);

/// How much a customer is worth; prices and authority depend on it.
enum class CustomerGrade { A, B, C, D };
std::span<const schema::Choice> choices(CustomerGrade value);

/// Where a customer stands: entered here but not taken by the register yet, followed by somebody,
/// free for everybody, or given up.
enum class CustomerStatus { Pending, Active, Pool, Inactive };
std::span<const schema::Choice> choices(CustomerStatus value);

/// A customer. Its row is the root on which contacts, opportunities, quotes and orders hang: they
/// carry its id in meta.root and its owner in meta.owner. The sales person in charge is meta.owner.
struct Customer {
    CustomerId id;
    schema::RowMeta meta;
    QString number; ///< ours, given by CustomerService unless an import brings one; unique
    QString name; ///< as on the licence
    QString shortName;
    QString mnemonic; ///< pinyin initials, made on saving when left empty (name_keys.h)
    QString nameKey; ///< the name without what varies in spelling; made on saving (name_keys.h)
    QString creditCode; ///< normalised; unique among customers; empty when unknown
    CustomerKind kind = CustomerKind::Company;
    CustomerGrade grade = CustomerGrade::C;
    CustomerStatus status = CustomerStatus::Active;
    QString industry;
    std::optional<RegionId> region;
    QString province;
    QString city;
    QString address;
    QString postalCode;
    QString phone;
    QString website;
    QString source; ///< where it came from: fair, referral, website …
    QString paymentTerms;
    QString invoiceTitle;
    QString bankName;
    QString bankAccount;
    QString invoiceAddress;
    QString invoicePhone;
    QString remark;
};

} // namespace chengdan::customers

namespace chengdan {
template <>
const schema::RecordType& schema::describe<customers::Customer>();
} // namespace chengdan
