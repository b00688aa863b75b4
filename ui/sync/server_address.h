// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::ui {

/// Where a team's server is, as a person types it and as libpq reads it.
struct ServerAddress {
    QString host;
    QString port = QStringLiteral("5432");
    QString database;
    QString
        certificate; ///< file of the authority that vouches for the server; empty: libpq's default
    QString mode = QStringLiteral("verify-full");

    /// The words of a dsn, without login and password.
    QString dsn() const;
    static ServerAddress fromDsn(const QString& dsn);
    /// "host / database" for headings.
    QString shown() const;
};

/// Under which name a password is kept: one for each login of a server's database.
QString passwordKey(const QString& dsn, const QString& login);

} // namespace chengdan::ui
