// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/replica.h"

#include "core/access/local_keys.h"
#include "core/access/settings.h"

namespace chengdan::sync {

namespace {

using storage::Connection;
using storage::Statement;

constexpr qint64 kUsualDays = 14;

bool hasLinkTable(Connection& connection)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = '_link'")));
}

// A text that was never set is an empty one, not none.
schema::Value given(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

void setLocal(Connection& connection, const char* key, const QString& value)
{
    connection.execute(QStringLiteral("INSERT INTO _ui(key, value) VALUES (?, ?) ON CONFLICT(key) "
                                      "DO UPDATE SET value = excluded.value"),
        {QString::fromLatin1(key), given(value)});
}

} // namespace

std::optional<Link> readLink(Connection& connection)
{
    if (!hasLinkTable(connection))
        return std::nullopt;
    Statement row = connection.query(QStringLiteral(
        "SELECT dsn, login, person, code, company, loaded, coalesce(device, ''), coalesce(epoch, "
        "''), coalesce(cursor, ''), batch, coalesce(last_contact, 0) FROM _link, _m"));
    if (!row.next())
        return std::nullopt;
    Link link;
    link.dsn = row.text(0);
    link.login = row.text(1);
    link.person = PersonId::fromNumber(static_cast<qint32>(row.integer(2)));
    link.deviceCode = row.text(3);
    link.company = row.text(4);
    link.loaded = row.integer(5) != 0;
    link.device = RawId::parse(row.text(6)).value_or(RawId());
    link.epoch = row.text(7);
    link.cursor = row.text(8);
    link.batch = row.integer(9);
    link.lastContact = Instant::fromMilliseconds(row.integer(10));
    return link;
}

Result<std::optional<Link>> linkOf(storage::Database& database)
{
    return database.read(
        [](Connection& connection) -> Result<std::optional<Link>> { return readLink(connection); });
}

void writeLink(Connection& connection, const Link& link)
{
    connection.execute(
        QStringLiteral("INSERT INTO _link(one, dsn, login, person, code, company, loaded) VALUES "
                       "(1, ?, ?, ?, ?, ?, ?) ON CONFLICT(one) DO UPDATE SET dsn = excluded.dsn, "
                       "login = excluded.login, person = excluded.person, code = excluded.code, "
                       "company = excluded.company, loaded = excluded.loaded"),
        {given(link.dsn),
            given(link.login),
            qint64{link.person.number()},
            given(link.deviceCode),
            given(link.company),
            qint64{link.loaded ? 1 : 0}});
    connection.execute(QStringLiteral("UPDATE _m SET device = ?, epoch = ?, cursor = ?, batch = ?, "
                                      "last_contact = ?"),
        {link.device.toString(),
            given(link.epoch),
            given(link.cursor),
            link.batch,
            link.lastContact.milliseconds()});
    setLocal(connection, access::kDeviceCodeKey, link.deviceCode);
    setLocal(connection, access::kActingPersonKey, QString::number(link.person.number()));
}

void prepareReplica(Connection& connection)
{
    for (const char* statement :
        {"CREATE TABLE IF NOT EXISTS _link (one INTEGER PRIMARY KEY CHECK (one = 1), dsn TEXT NOT "
         "NULL, login TEXT NOT NULL, person INTEGER NOT NULL, code TEXT NOT NULL, company TEXT NOT "
         "NULL, loaded INTEGER NOT NULL)",
            "CREATE TABLE IF NOT EXISTS _stale (tbl INTEGER NOT NULL, row_id BLOB NOT NULL, "
            "PRIMARY KEY (tbl, row_id)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS _later (name TEXT PRIMARY KEY, sql TEXT NOT NULL)",
            "CREATE INDEX IF NOT EXISTS _op_row ON _op(tbl, rid)"})
        connection.execute(QString::fromLatin1(statement));
}

Quiet::Quiet(Connection& connection)
    : m_connection(connection)
{
    connection.execute(QStringLiteral("UPDATE _busy SET busy = 1"));
}

Quiet::~Quiet()
{
    try {
        m_connection.execute(QStringLiteral("UPDATE _busy SET busy = 0"));
    } catch (const storage::StorageFault&) { // the transaction is lost, and the mark with it
    }
}

Result<void> requireFresh(storage::Database& database, Instant now)
{
    const auto link = linkOf(database);
    if (!link)
        return fail(link.error());
    if (!*link || !(*link)->loaded)
        return {};
    constexpr qint64 kDay = 24LL * 3600 * 1000;
    const qint64 silent = (now.milliseconds() - (*link)->lastContact.milliseconds()) / kDay;
    const auto most = database.read([](Connection& connection) -> Result<qint64> {
        const QString days = access::settingText(connection, access::SettingKey::CopyDays);
        // What another program put there neither locks everybody out nor lets them in for ever.
        return access::checkSetting(access::SettingKey::CopyDays, days) ? days.toLongLong()
                                                                        : kUsualDays;
    });
    if (!most)
        return fail(most.error());
    if (silent <= *most)
        return {};
    return fail("REPLICA_STALE",
        {},
        {{QStringLiteral("days"), QString::number(silent)},
            {QStringLiteral("most"), QString::number(*most)}});
}

} // namespace chengdan::sync
