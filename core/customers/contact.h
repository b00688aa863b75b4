// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::customers {

/// What a contact has to say when the customer decides.
enum class DecisionRole { Unknown, Decider, Buyer, Technical, User, Finance, Influencer };
std::span<const schema::Choice> choices(DecisionRole value);

/// A person at a customer. At most one contact of a customer is the primary one; CustomerService
/// keeps it so.
struct Contact {
    ContactId id;
    schema::RowMeta meta;
    CustomerId customer;
    QString name;
    QString title;
    QString department;
    QString phone;
    QString mobile;
    QString email;
    QString wechat;
    DecisionRole role = DecisionRole::Unknown;
    bool primary = false;
    QString remark;
};

} // namespace chengdan::customers

namespace chengdan {
template <>
const schema::RecordType& schema::describe<customers::Contact>();
} // namespace chengdan
