// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/access/context.h"
#include "core/sync/replica.h"

#include <optional>

namespace chengdan::ctl {

/// Which copies of a team's data a command works on.
enum class CopyAge {
    Fresh, ///< only one that heard from its server lately (sync/replica.h)
    Any,
};

/// The company file of a call, opened as the person of the call. Lives as long as the command.
class CompanyFile {
public:
    /// Errors: as exchange::openCompany and access::SignInService::signIn; of a copy of a team's
    /// data also REPLICA_STALE, SYNC_OTHER_PERSON (--user names somebody else than whose copy it
    /// is), SYNC_UNFINISHED (not everything was read yet).
    static Result<std::unique_ptr<CompanyFile>> open(
        const Call& call, CopyAge age = CopyAge::Fresh);
    ~CompanyFile();

    const access::Context& context() const { return *m_context; }
    storage::Database& database() const { return *m_database; }

private:
    CompanyFile() = default;
    std::unique_ptr<storage::Database> m_database;
    std::optional<access::Session> m_session;
    std::optional<IdSource> m_ids;
    std::optional<access::Context> m_context;
};

/// SYNC_OTHER_PERSON when a login is named that is not of the person whose copy this is.
Result<void> requireLinkPerson(
    storage::Database& database, const sync::Link& link, const QString& login);

/// Where the company file lies when --db names none; the desktop program looks in the same place.
QString defaultCompanyPath();

} // namespace chengdan::ctl
