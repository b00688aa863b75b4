// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_status.h"

namespace chengdan::sync {

namespace {

// One row; moments in milliseconds since 1970.
constexpr const char* kServerStatusQuestion =
    "SELECT m.company, current_setting('server_version'), m.schema_version, m.epoch::text, "
    "(extract(epoch FROM m.installed_at) * 1000)::bigint, "
    "(SELECT coalesce(extract(epoch FROM max(d.last_seen)) * 1000, 0)::bigint FROM sync.device d), "
    "(SELECT count(*) FROM app.usr), "
    "(SELECT count(*) FROM app.usr u WHERE u.active), "
    "(SELECT count(*) FROM sync.device d WHERE NOT d.revoked), "
    "(SELECT count(*) FROM sync.device d WHERE d.revoked), "
    "(SELECT count(*) FROM pg_stat_activity a WHERE a.datname = current_database() AND a.usename ~ "
    "'^u[0-9]+$'), "
    "(SELECT count(*) FROM app.customer c WHERE NOT c.deleted), "
    "(SELECT count(*) FROM app.customer c WHERE NOT c.deleted AND c.owner = 0), "
    "(SELECT count(*) FROM sync.history), "
    "(SELECT count(*) FROM sync.conflict c WHERE c.state = 'open'), "
    "pg_database_size(current_database()), "
    "(SELECT coalesce(max(s.no), 0) FROM sync.seal s), "
    "(SELECT coalesce(extract(epoch FROM max(s.ts)) * 1000, 0)::bigint FROM sync.seal s) "
    "FROM sync.meta m";

} // namespace

Result<ServerStatus> serverStatus(ServerLink& link)
{
    const auto installed =
        link.scalar(QStringLiteral("SELECT to_regclass('sync.meta') IS NOT NULL"));
    if (!installed)
        return fail(installed.error());
    if (!installed->toBool())
        return fail("SERVER_NOT_INSTALLED");
    const auto rows = link.rows(QString::fromLatin1(kServerStatusQuestion));
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail("SERVER_NOT_INSTALLED");
    const QVariantList& row = rows->front();
    qsizetype at = 0;
    const auto text = [&] { return row[at++].toString(); };
    const auto number = [&] { return row[at++].toLongLong(); };
    const auto count = [&] { return row[at++].toInt(); };
    ServerStatus status;
    status.company = text();
    status.version = text();
    status.schema = count();
    status.epoch = text();
    status.installedAt = Instant::fromMilliseconds(number());
    status.lastSeen = Instant::fromMilliseconds(number());
    status.people = count();
    status.activePeople = count();
    status.devices = count();
    status.revokedDevices = count();
    status.sessions = count();
    status.customers = number();
    status.pool = number();
    status.history = number();
    status.openConflicts = number();
    status.bytes = number();
    status.seal = number();
    status.sealedAt = Instant::fromMilliseconds(number());
    return status;
}

} // namespace chengdan::sync
