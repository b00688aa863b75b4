// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/company.h"
#include "core/exchange/sample_catalog.h"

namespace chengdan::exchange {

struct SampleCompany {
    std::unique_ptr<storage::Database> database;
    CostingImport catalog;
    int customers = 0;
    int contacts = 0;
    int orders = 0;
    int orderLines = 0;
    SampleOddities oddities;
};

/// The AdventureWorks tables of a folder as a company in USD: catalogue (sample_catalog.h),
/// territories as regions, sales people with their manager's reach, one customer for each store and
/// consumer, and every order as history. A store that stands in the files twice becomes the
/// customer that ordered; orders keep the sales person they were made by, whoever follows the
/// customer now. All or nothing. Errors: DIRECTORY_MISSING, those of SampleTable and of
/// createCompany().
Result<SampleCompany> createSampleCompany(
    const QString& path, const Clock& clock, const QString& directory, const QString& name = {});

} // namespace chengdan::exchange
