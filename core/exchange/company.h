// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/people.h"

#include <functional>

namespace chengdan::exchange {

/// Every record type a company file holds, in an order in which references point backwards.
const schema::RecordTypes& companyRecordTypes();

/// What a new company file begins with.
struct NewCompany : access::CompanyStart {
    /// Ids made from a fixed seed, so that the same clock gives the same file; demo data and tests.
    std::optional<quint64> seed;
    /// `fill` writes millions of rows: the file is made without a write-ahead log.
    bool largeLoad = false;
};

/// The person a new file belongs to: number 1, with every role.
constexpr PersonId companyOwner()
{
    return PersonId::fromNumber(1);
}

/// Puts further rows into the new file, inside the transaction that makes its first rows;
/// services called from it join that transaction.
using CompanyFill =
    std::function<Result<void>(storage::Database&, storage::Transaction&, IdSource&)>;

/// Opens a company file, bringing an older one up to date. Errors as Database::open.
Result<std::unique_ptr<storage::Database>> openCompany(const QString& path, const Clock& clock);

/// A new company file: its owner, the settings, the sales chain of a manufacturer, one price policy
/// and the authority of the four levels, then whatever `fill` adds. The file appears under its name
/// only when all of it is written; a failure leaves nothing behind. The clock must outlive the
/// database. Errors: FILE_EXISTS, FOLDER_MISSING, FILE_WRITE, STORAGE_*, those
/// of access::startCompany and those of `fill`.
Result<std::unique_ptr<storage::Database>> createCompany(const QString& path,
    const NewCompany& company,
    const Clock& clock,
    const CompanyFill& fill = {});

} // namespace chengdan::exchange
