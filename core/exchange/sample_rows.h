// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sample_company.h"
#include "core/exchange/sample_files.h"

namespace chengdan::exchange {

/// What the parts of the sample import tell each other: their ids by the ids of the files.
struct SampleContext {
    QString directory;
    storage::Transaction& transaction;
    IdSource& ids;
    SampleCompany& report;
    QHash<int, PersonId> salesPeople; ///< by BusinessEntityID
    struct CustomerRef {
        CustomerId id;
        PersonId owner;
    };
    QHash<int, CustomerRef> customers; ///< by CustomerID; both rows of a doubled store
};

/// Territories and sales people.
Result<void> insertSamplePeople(SampleContext& context);
/// Stores and consumers with their contacts.
Result<void> insertSampleCustomers(SampleContext& context);
/// Orders and their lines; the catalogue must be stored before.
Result<void> insertSampleOrders(SampleContext& context, const SampleCatalog& catalog);

} // namespace chengdan::exchange
