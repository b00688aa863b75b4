// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/crash_point.h"
#include "core/sync/join_carry.h"
#include "core/sync/journal_edits.h"
#include "core/sync/operations.h"
#include "core/sync/replica.h"
#include "core/sync/wire.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr int kBroughtAtOnce = 300;

struct Brought {
    Value id;
    qint64 rid = 0;
    qint64 upto = 0; ///< its last entry in the journal: what the registration carries
    RawId request;
    QJsonObject asked;
};

// The same customer of the same copy asks with the same number, however often.
RawId requestNumber(const RawId& device, const Value& customer)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(device.bytes());
    hash.addData(std::get<QByteArray>(customer));
    return RawId::fromBytes(hash.result());
}

QByteArray compactJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::vector<Brought> nextCustomers(Connection& connection, const RecordType& type)
{
    std::vector<Brought> found;
    if (!readJoinState(connection))
        return found;
    {
        Statement rows = connection.query(
            QStringLiteral("SELECT c.id, c.rid, c.created_at, c.created_by, c.owner, (SELECT "
                           "max(l.n) FROM _op l WHERE l.tbl = o.tbl AND l.rid = o.rid) FROM _op o "
                           "JOIN customer c ON c.rid = o.rid JOIN _carried k ON k.tbl = o.tbl AND "
                           "k.to_id = c.id AND k.fate = ? WHERE o.tbl = ? AND o.kind = 1 AND "
                           "o.state = 0 AND c.rev = 0 ORDER BY o.n LIMIT ?"),
            {qint64{static_cast<int>(PlannedRow::Fate::Register)},
                qint64{type.number},
                qint64{kBroughtAtOnce}});
        const RawId device = readLink(connection)->device;
        while (rows.next()) {
            Brought each;
            each.id = rows.value(0);
            each.rid = rows.integer(1);
            each.upto = rows.integer(5);
            each.request = requestNumber(device, each.id);
            each.asked = {{QStringLiteral("request"), each.request.toString()},
                {QStringLiteral("customer"), idText(type, each.id)},
                {QStringLiteral("made"),
                    QJsonObject{{QStringLiteral("at"), rows.integer(2)},
                        {QStringLiteral("by"), rows.integer(3)},
                        {QStringLiteral("owner"), rows.integer(4)}}}};
            found.push_back(std::move(each));
        }
    }
    for (Brought& each : found) {
        if (const auto values = registrationValues(connection, type, each.rid))
            each.asked.insert(QStringLiteral("v"), *values);
    }
    return found;
}

void keepRegistered(
    Connection& connection, const RecordType& type, const Brought& each, qint64 owner)
{
    connection.execute(
        QStringLiteral("UPDATE customer SET rev = 1, owner = ? WHERE rid = ? AND rev = 0"),
        {owner, each.rid});
    connection.execute(
        QStringLiteral("DELETE FROM _op WHERE tbl = ? AND rid = ? AND kind IN (1, 2) AND state = 0 "
                       "AND n <= ?"),
        {qint64{type.number}, each.rid, each.upto});
    connection.execute(QStringLiteral("INSERT OR IGNORE INTO _stale(tbl, row_id) VALUES (?, ?)"),
        {qint64{type.number}, each.id});
}

// As a request that was refused: a person decides, everything typed stays.
void keepRefused(
    Connection& connection, const RecordType& type, const Brought& each, const QJsonObject& answer)
{
    const QJsonObject why{{QStringLiteral("code"), answer.value(QLatin1String("code"))},
        {QStringLiteral("args"), answer.value(QLatin1String("detail")).toObject()}};
    connection.execute(
        QStringLiteral("INSERT OR REPLACE INTO _request(id, kind, args, status, reason, made_at) "
                       "SELECT ?, 'register_customer', ?, 'refused', ?, at FROM _m"),
        {each.request.bytes(),
            QString::fromUtf8(compactJson({{QStringLiteral("customer"), idText(type, each.id)}})),
            QString::fromUtf8(compactJson(why))});
    connection.execute(
        QStringLiteral("DELETE FROM _op WHERE tbl = ? AND rid = ? AND kind = 1 AND state = 0"),
        {qint64{type.number}, each.rid});
}

Result<void> keepAnswers(storage::Database& database,
    const RecordType& type,
    const std::vector<Brought>& asked,
    const QJsonArray& answers)
{
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        const Quiet quiet(connection);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const QJsonObject answer = answers[static_cast<int>(i)].toObject();
            if (answer.value(QLatin1String("status")) == QLatin1String("done"))
                keepRegistered(connection,
                    type,
                    asked[i],
                    answer.value(QLatin1String("result"))
                        .toObject()
                        .value(QLatin1String("owner"))
                        .toInteger());
            else
                keepRefused(connection, type, asked[i], answer);
        }
        transaction.noteChange({type.number, 0, storage::Change::Kind::Updated});
        return {};
    });
}

} // namespace

Result<qint64> bringCustomers(storage::Database& database, ServerLink& server)
{
    const schema::RecordType* type = database.type(QStringLiteral("customer"));
    qint64 brought = 0;
    while (type != nullptr) {
        const auto asked =
            database.read([&](Connection& connection) -> Result<std::vector<Brought>> {
                return nextCustomers(connection, *type);
            });
        if (!asked)
            return fail(asked.error());
        if (asked->empty())
            break;
        QJsonArray requests;
        for (const Brought& each : *asked)
            requests.append(each.asked);
        crashPoint("join.registering");
        const auto answer = server.scalar(QStringLiteral("SELECT srv.register_customers(?::jsonb)"),
            {QString::fromUtf8(QJsonDocument(requests).toJson(QJsonDocument::Compact))});
        if (!answer && answer.error().code == QLatin1String("PERMISSION"))
            break; // each is asked for by itself, and refused by itself
        if (!answer)
            return fail(answer.error());
        crashPoint("join.registered");
        const QJsonArray answers = QJsonDocument::fromJson(answer->toString().toUtf8()).array();
        if (answers.size() != requests.size())
            return fail("SERVER_FAULT",
                {},
                {{QStringLiteral("detail"), QStringLiteral("register_customers")}});
        if (auto kept = keepAnswers(database, *type, *asked, answers); !kept)
            return fail(kept.error());
        brought += static_cast<qint64>(asked->size());
    }
    return brought;
}

} // namespace chengdan::sync
