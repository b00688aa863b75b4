// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pg_session.h"

#include <QJsonArray>

namespace chengdan::tests {

/// A server as `chengdanctl server install` leaves it, with a small team: 1 the boss, who sees
/// everything and administers; 2 Amy and 3 Bob, sales, who see what is theirs; 4 Dan, finance.
class Team {
public:
    Team();
    PgDatabase& database() { return *m_database; }
    /// A new session of that person.
    std::unique_ptr<PgSession> session(int person);
    /// The same, with a copy of the data registered; see device().
    std::unique_ptr<PgSession> client(int person);

    static QString device(int person);
    /// A customer registered by its owner, answered by its id.
    QString customer(PgSession& owner, const QString& name, const QString& more = {});
    /// Pushes one group of edits; the batch number is the device's next.
    QJsonArray push(PgSession& session, int person, const QString& operations);
    /// The outcome of the only edit of such a push: ok, conflict, or the code of a refusal.
    QString pushed(PgSession& session, int person, const QString& operation);
    QString newId();

private:
    std::unique_ptr<PgDatabase> m_database;
    int m_ids = 0;
};

/// One edit as the protocol writes it.
QString insertOf(const QString& table, const QString& id, const QString& values);
QString updateOf(const QString& table, const QString& id, qint64 base, const QString& values);

} // namespace chengdan::tests
