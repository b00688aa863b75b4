// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/exchange/demo_random.h"
#include "core/exchange/demo_rows.h"

#include <QDate>

#include <vector>

namespace chengdan::exchange {

/// The sales people of the demo company and where they sell.
struct DemoPeople {
    struct Seller {
        PersonId id;
        RegionId region;
    };
    std::vector<Seller> sellers;
    PersonId costing;

    /// One of the people who sell in that region.
    PersonId sellerIn(RegionId region, DemoRandom& random) const;
};

/// Regions, teams, people and their roles.
DemoPeople insertDemoPeople(storage::Transaction& transaction, IdSource& ids);

/// What an opportunity needs to know of its customer.
struct DemoCustomer {
    CustomerId id;
    PersonId owner;
    QString shortName;
    std::vector<ContactId> contacts;
    int weight = 1; ///< how much this customer buys: 1, 3 or 8
    QDate since;
};

/// Customers with valid credit codes, mnemonics, addresses and one to four contacts each. Names and
/// credit codes do not repeat; a large company has longer names, so that there are enough.
Result<std::vector<DemoCustomer>> insertDemoCustomers(
    DemoRows& rows, IdSource& ids, const DemoPeople& people, QDate today, int count);

/// A moment of a business day, `minute` after midnight in China.
Instant demoInstant(QDate date, int minute);

} // namespace chengdan::exchange
