// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join.h"

#include "core/access/audit_triggers.h"
#include "core/access/local_keys.h"
#include "core/access/settings.h"
#include "core/storage/backup_file.h"
#include "core/storage/content_index.h"
#include "core/storage/content_store.h"
#include "core/storage/store.h"

#include <QFileInfo>

namespace chengdan::sync {

namespace {

using storage::Connection;
using storage::Database;

Result<void> makeLink(Database& database, const ServerAccount& account, IdSource& ids)
{
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        prepareReplica(connection);
        Link link;
        link.dsn = account.dsn;
        link.login = account.login;
        link.device = ids.next();
        writeLink(connection, link);
        return {};
    });
}

Result<std::unique_ptr<Database>> openOrMake(
    const QString& path, const schema::RecordTypes& types, const Clock& clock)
{
    return Database::open(path,
        types,
        clock,
        QFileInfo::exists(path) ? Database::Open::Existing : Database::Open::Create);
}

// A file of one's own is used, and administered, by whoever left with it.
Result<void> makeOwner(storage::Transaction& transaction, IdSource& ids, PersonId person)
{
    const QString login = schema::toText(transaction.connection().scalar(
        QStringLiteral("SELECT login FROM person WHERE id = ?"), {qint64{person.number()}}));
    access::PersonRole role;
    role.id = PersonRoleId::make(ids);
    role.person = person;
    role.role = access::Role::Administrator;
    role.scope = access::RoleScope::All;
    storage::insert(transaction, role);
    return access::writeSetting(transaction, ids, access::SettingKey::OwnerLogin, login);
}

} // namespace

Result<std::unique_ptr<Database>> joinServer(const QString& path,
    const schema::RecordTypes& types,
    const Clock& clock,
    const ServerAccount& account,
    const OnLoad& goOn)
{
    auto server = ServerLink::open(account.dsn, account.login, account.password);
    if (!server)
        return fail(server.error());
    auto database = openOrMake(path, types, clock);
    if (!database)
        return database;
    IdSource ids(clock);
    const auto link = linkOf(**database);
    if (!link)
        return fail(link.error());
    if (*link && ((*link)->dsn != account.dsn || (*link)->login != account.login))
        return fail("SYNC_OTHER_SERVER");
    if (!*link) {
        const auto rows = (*database)->read([&](Connection& connection) -> Result<qint64> {
            return schema::toInteger(
                connection.scalar(QStringLiteral("SELECT count(*) FROM person")));
        });
        if (!rows)
            return fail(rows.error());
        if (*rows > 0) // a company of its own
            return fail("FILE_EXISTS", {}, {{QStringLiteral("path"), path}});
        if (auto made = makeLink(**database, account, ids); !made)
            return fail(made.error());
    }
    if (auto greeted = greet(**database, **server, ids); !greeted)
        return fail(greeted.error());
    if (auto pulled = pullAll(**database, **server, goOn); !pulled)
        return fail(pulled.error());
    if (auto ready = access::prepareAccess(**database); !ready)
        return fail(ready.error());
    return database;
}

namespace {

// Attachments whose content never came to this PC.
Result<int> contentsElsewhere(Database& database)
{
    const storage::ContentStore store(database.path());
    return database.read([&](Connection& connection) -> Result<int> {
        int missing = 0;
        storage::Statement rows =
            connection.query(QStringLiteral("SELECT %1 FROM %2 WHERE deleted = 0")
                                 .arg(QLatin1String(storage::kContentColumn),
                                     QLatin1String(storage::kAttachmentTable)));
        while (rows.next())
            missing += store.has(rows.text(0)) ? 0 : 1;
        return missing;
    });
}

} // namespace

Result<int> leaveWithCopy(Database& database, const QString& path)
{
    const auto link = linkOf(database);
    if (!link)
        return fail(link.error());
    if (!*link)
        return fail("SYNC_NOT_JOINED");
    if (auto copied = storage::backUpFile(database.path(), path); !copied)
        return fail(copied.error());
    auto copy = Database::open(path, database.types(), database.clock());
    if (!copy)
        return fail(copy.error());
    const PersonId person = (*link)->person;
    IdSource ids(database.clock());
    auto left = (*copy)->write(person, [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        for (const char* statement :
            {"DROP TABLE _link",
                "DELETE FROM _scope",
                "DELETE FROM _load",
                "DELETE FROM _batch",
                "DELETE FROM _acked",
                "DELETE FROM _tray",
                "DELETE FROM _request",
                "DELETE FROM _stale",
                "UPDATE _op SET state = 0, batch = NULL",
                "UPDATE _m SET cursor = NULL, epoch = NULL, device = NULL, batch = 0, last_contact "
                "= NULL"})
            connection.execute(QString::fromLatin1(statement));
        for (const char* key : {access::kDeviceCodeKey, access::kActingPersonKey})
            connection.execute(
                QStringLiteral("DELETE FROM _ui WHERE key = ?"), {QString::fromLatin1(key)});
        return makeOwner(transaction, ids, person);
    });
    if (!left)
        return fail(left.error());
    return contentsElsewhere(database);
}

} // namespace chengdan::sync
