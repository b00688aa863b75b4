// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/access/context.h"

#include <optional>

namespace chengdan::ctl {

/// The company file of a call, opened as the person of the call. Lives as long as the command.
class CompanyFile {
public:
    /// Errors: as exchange::openCompany and access::SignInService::signIn.
    static Result<std::unique_ptr<CompanyFile>> open(const Call& call);
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

/// Where the company file lies when --db names none; the desktop program looks in the same place.
QString defaultCompanyPath();

} // namespace chengdan::ctl
