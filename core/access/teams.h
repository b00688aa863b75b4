// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

namespace chengdan::access {

/// Keeps teams. None is ever deleted; one that is no more is closed, once nobody active is in it.
/// Every act needs Right::Administer.
class TeamService {
public:
    explicit TeamService(const Context& context)
        : m_context(context)
    {
    }
    /// Errors: REQUIRED, NOT_FOUND (boss, region).
    Result<Team> create(Team team);
    /// Errors: as create, CHANGED_MEANWHILE, PLACE_IN_USE when it is closed with people in it.
    Result<Team> update(Team team);

private:
    const Context& m_context;
};

/// Keeps regions, by the same rules; a region may close once no open team and nobody active sells
/// there.
class RegionService {
public:
    explicit RegionService(const Context& context)
        : m_context(context)
    {
    }
    /// Errors: REQUIRED, DUPLICATE (code).
    Result<Region> create(Region region);
    /// Errors: as create, CHANGED_MEANWHILE, PLACE_IN_USE.
    Result<Region> update(Region region);

private:
    const Context& m_context;
};

} // namespace chengdan::access
