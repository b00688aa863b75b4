// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sync/server_cells.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>

namespace chengdan::sync {

/// One connection to the shared PostgreSQL database, for the thread that made it. A refusal of the
/// server's own functions (SQLSTATE CD001) becomes an Error with that code and its arguments; what
/// else PostgreSQL says becomes SERVER_FAULT with its words, a lock that was waited for too long
/// SERVER_BUSY, a full disk or spent memory there SERVER_SPENT, a lost or refused connection
/// SERVER_UNREACHABLE.
class ServerLink {
public:
    /// `dsn` as libpq writes it: "host=… dbname=… user=…" or "postgresql://…", without a password:
    /// it comes from PGPASSWORD or a password file. Errors: SERVER_DSN, SERVER_UNREACHABLE,
    /// SERVER_PASSWORD (this login is not let in).
    static Result<std::unique_ptr<ServerLink>> open(const QString& dsn);
    /// The same for one login; an empty password is looked up as above.
    static Result<std::unique_ptr<ServerLink>> open(
        const QString& dsn, const QString& login, const QString& password);
    ~ServerLink();
    ServerLink(const ServerLink&) = delete;
    ServerLink& operator=(const ServerLink&) = delete;

    Result<void> execute(const QString& sql, const QVariantList& values = {});
    /// All of these or none.
    Result<void> executeTogether(const QStringList& statements);
    /// Every row, as QSqlQuery reads it.
    Result<std::vector<QVariantList>> rows(const QString& sql, const QVariantList& values = {});
    /// Hands on each row as it arrives, without keeping the others; `take` answers whether to go
    /// on.
    Result<void> each(const QString& sql,
        const QVariantList& values,
        const std::function<bool(const QSqlQuery&)>& take);
    /// For many rows: in binary form, all of them at once. `sql` marks its values $1, $2 … with
    /// their types ("$1::uuid").
    Result<ServerCells> cells(const QString& sql, const QVariantList& values = {});
    /// Asks as cells() does, from any thread, one question at a time. While somebody else asks
    /// nobody uses this link, which must outlive it, and its thread does not return to its event
    /// loop.
    using Asker =
        std::function<Result<ServerCells>(const QString& sql, const QVariantList& values)>;
    Asker asker();
    /// Calls `heard` for each message on a channel, from the event loop of this thread.
    Result<void> listen(const QString& channel, const std::function<void()>& heard);
    /// Whether the connection still stands, as far as is known without asking.
    bool isOpen() const;
    /// First column of the first row; null when there is none.
    Result<QVariant> scalar(const QString& sql, const QVariantList& values = {});

    /// All that is done while this lives is one transaction: end() commits what went well, whatever
    /// else happens takes everything back.
    class Together {
    public:
        explicit Together(ServerLink& link);
        /// `begin`: BEGIN with the kind of transaction.
        Together(ServerLink& link, const QString& begin);
        ~Together();
        Together(const Together&) = delete;
        Together& operator=(const Together&) = delete;
        template <typename T>
        Result<T> end(Result<T> outcome)
        {
            if (!outcome)
                return outcome;
            if (auto kept = commit(); !kept)
                return fail(kept.error());
            return outcome;
        }

    private:
        Result<void> commit();
        ServerLink& m_link;
        bool m_open = true;
    };

private:
    explicit ServerLink(QString name);
    QString m_name;
};

} // namespace chengdan::sync
