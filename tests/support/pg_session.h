// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pg_fixture.h"

#include <QJsonObject>

namespace chengdan::tests {

/// A session of its own in one database, as any login: what somebody with psql could type. Ends the
/// test when the login is refused.
class PgSession {
public:
    PgSession(const PgDatabase& database, const QString& login);
    ~PgSession();
    PgSession(const PgSession&) = delete;
    PgSession& operator=(const PgSession&) = delete;

    void execute(const QString& sql);
    /// First column of the first row; ends the test when there is none.
    QVariant scalar(const QString& sql);
    QJsonObject json(const QString& sql);
    /// First columns of all rows, as text.
    QStringList column(const QString& sql);
    /// How a statement is refused: the program's own code (SQLSTATE CD001), else the SQLSTATE;
    /// empty when it is not refused at all.
    QString refusal(const QString& sql);
    /// Whether the server lets this login in.
    static bool opens(const PgDatabase& database, const QString& login);

private:
    QString m_connection;
};

} // namespace chengdan::tests
