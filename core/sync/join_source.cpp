// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_source.h"

#include "core/access/settings.h"
#include "core/sync/journal_edits.h"
#include "core/sync/replica.h"
#include "core/sync/scope_change.h"
#include "core/sync/server_schema.h"

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Row;
using storage::Connection;
using storage::Statement;

// Changes of rows that came from a server, of which this file was a copy once.
EditsByRow readOwnEdits(Connection& connection, const schema::RecordTypes& types)
{
    EditsByRow edits;
    for (const Edit& edit :
        readEdits(connection, types, QStringLiteral("kind = 2 AND base_rev > 0 ORDER BY n"))) {
        const schema::Value id = connection.scalar(QStringLiteral("SELECT id FROM %1 WHERE rid = ?")
                                                       .arg(QString::fromLatin1(edit.type->table)),
            {edit.rid});
        if (schema::isNull(id))
            continue;
        OwnEdits& own = edits[{edit.type, id}];
        own.base = own.base == 0 ? edit.base : std::min(own.base, edit.base);
        for (const auto& [column, before] : edit.before)
            own.columns.insert(column);
    }
    return edits;
}

qint32 workerOf(Connection& connection)
{
    const QString login = access::settingText(connection, access::SettingKey::OwnerLogin);
    const qint64 owner = schema::toInteger(
        connection.scalar(QStringLiteral("SELECT id FROM person WHERE login = ?"), {login}));
    if (owner != 0)
        return static_cast<qint32>(owner);
    return static_cast<qint32>(schema::toInteger(
        connection.scalar(QStringLiteral("SELECT min(id) FROM person WHERE active = 1"))));
}

} // namespace

TableRows readRows(Connection& connection, const schema::RecordTypes& types)
{
    TableRows tables;
    for (const RecordType* type : types) {
        const QStringList names = sentColumns(*type);
        Statement rows = connection.query(
            QStringLiteral("SELECT %1 FROM %2 ORDER BY rid")
                .arg(names.join(QStringLiteral(", ")), QString::fromLatin1(type->table)));
        std::vector<Row>& table = tables[type];
        while (rows.next()) {
            Row& row = table.emplace_back();
            row.reserve(static_cast<std::size_t>(names.size()));
            for (int i = 0; i < names.size(); ++i)
                row.push_back(rows.value(i));
        }
    }
    return tables;
}

Result<OwnFile> readOwnFile(storage::Database& file)
{
    return file.read([&](Connection& connection) -> Result<OwnFile> {
        if (readLink(connection))
            return fail("JOIN_IS_COPY");
        OwnFile own;
        own.rows = readRows(connection, file.types());
        own.edits = readOwnEdits(connection, file.types());
        own.person = workerOf(connection);
        own.deviceCode = access::settingText(connection, access::SettingKey::DeviceCode);
        return own;
    });
}

Joiner readJoiner(Connection& connection)
{
    Joiner joiner;
    if (const auto link = readLink(connection)) {
        joiner.person = link->person.number();
        joiner.deviceCode = link->deviceCode;
    }
    if (const auto reach = storedReach(connection)) {
        joiner.rights = reach->rights;
        joiner.owners = reach->owners;
    }
    return joiner;
}

} // namespace chengdan::sync
