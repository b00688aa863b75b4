// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/team_fixture.h"

#include <array>

namespace chengdan::tests {

/// A team with something worth attacking: a customer of Amy (2) and one of Bob (3), each with a
/// contact, a customer of the pool, a draft quote of Amy's with one line. Everybody is signed in
/// with a registered copy.
class AttackedTeam {
public:
    AttackedTeam();
    Team& team() { return m_team; }
    PgDatabase& database() { return m_team.database(); }
    PgSession& session(int person) { return *m_sessions.at(static_cast<std::size_t>(person - 1)); }
    /// Refusal of a statement (see PgSession::refusal), or of the last of several with ;; between
    /// them; afterwards the session is as it was before.
    QString refusal(int person, const QString& statement);
    /// A text with {amy}, {bob}, {pool} (customers), {amy's pc}, {quote} … in place of their ids,
    /// and {new} for one that nobody has.
    QString filled(const char* text);
    /// Everything an attack could leave behind, in one number: history, grants, copies, logins.
    qint64 traces();

private:
    Team m_team;
    std::array<std::unique_ptr<PgSession>, 4> m_sessions;
};

} // namespace chengdan::tests
