// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/requests.h"

#include "core/sync/crash_point.h"
#include "core/sync/journal_edits.h"
#include "core/sync/operations.h"
#include "core/sync/replica.h"
#include "core/sync/row_writer.h"
#include "core/sync/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;

constexpr std::array<const char*, 5> kKinds{
    "register_customer", "claim", "transfer", "grant_access", "revoke_access"};
constexpr std::array<const char*, 3> kStatuses{"queued", "done", "refused"};
constexpr qint64 kAnsweredKeptMs = 30LL * 24 * 3600 * 1000;
constexpr qint64 kRegisteredAtOnce = 500;

QString codeOfKind(Request::Kind kind)
{
    return QString::fromLatin1(kKinds[static_cast<std::size_t>(kind)]);
}

QString compactText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

template <typename Enum, std::size_t N>
Enum fromText(const std::array<const char*, N>& names, const QString& text)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(names[i]))
            return static_cast<Enum>(i);
    }
    return Enum();
}

std::vector<Request> readRequests(
    Connection& connection, const QString& rest, const schema::Row& values = {})
{
    std::vector<Request> found;
    Statement rows = connection.query(
        QStringLiteral("SELECT id, kind, args, status, coalesce(reason, '{}'), made_at FROM "
                       "_request ")
            + rest,
        values);
    while (rows.next()) {
        Request request;
        request.id = RawId::fromBytes(std::get<QByteArray>(rows.value(0)));
        request.kind = fromText<Request::Kind>(kKinds, rows.text(1));
        request.args = QJsonDocument::fromJson(rows.text(2).toUtf8()).object();
        request.status = fromText<Request::Status>(kStatuses, rows.text(3));
        const QJsonObject why = QJsonDocument::fromJson(rows.text(4).toUtf8()).object();
        request.why =
            Error::make(why.value(QLatin1String("code")).toString().toLatin1().constData());
        const QJsonObject args = why.value(QLatin1String("args")).toObject();
        for (auto arg = args.begin(); arg != args.end(); ++arg)
            request.why.args.append({arg.key(), arg.value().toString()});
        request.madeAt = Instant::fromMilliseconds(rows.integer(5));
        found.push_back(std::move(request));
    }
    return found;
}

// Asked twice before an answer it is one request, whatever the customer was called each time.
void writeRequest(Connection& connection, RawId id, Request::Kind kind, const QJsonObject& args)
{
    const QString text = compactText(args);
    connection.execute(
        QStringLiteral("INSERT INTO _request(id, kind, args, status, made_at) SELECT ?, ?, ?, "
                       "'queued', at FROM _m WHERE NOT EXISTS (SELECT 1 FROM _request WHERE kind = "
                       "? AND json_remove(args, '$.title') = json_remove(?, '$.title') AND status "
                       "= 'queued')"),
        {id.bytes(), codeOfKind(kind), text, codeOfKind(kind), text});
}

const RecordType* customerType(const schema::RecordTypes& types)
{
    const auto at = std::find_if(types.begin(), types.end(), [](const RecordType* type) {
        return QLatin1String(type->table) == QLatin1String("customer");
    });
    return at == types.end() ? nullptr : *at;
}

Value customerOf(const Request& request)
{
    const auto id = RawId::parse(request.args.value(QLatin1String("customer")).toString());
    return id ? Value(id->bytes()) : Value();
}

qint64 customerRid(Connection& connection, const Value& id)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT rid FROM customer WHERE id = ?"), {id}));
}

// A request is about one customer or several.
std::vector<QByteArray> customersOf(const QJsonObject& args)
{
    QJsonArray named = args.value(QLatin1String("customers")).toArray();
    named.append(args.value(QLatin1String("customer")));
    std::vector<QByteArray> found;
    for (const QJsonValue& text : named) {
        if (const auto id = RawId::parse(text.toString()))
            found.push_back(id->bytes());
    }
    return found;
}

// A customer looks different while an answer about it is awaited, and when it has come.
void noteAbout(
    storage::Transaction& transaction, const schema::RecordTypes& types, const QJsonObject& args)
{
    const RecordType* type = customerType(types);
    if (type == nullptr)
        return;
    for (const QByteArray& id : customersOf(args)) {
        if (const qint64 rid = customerRid(transaction.connection(), id))
            transaction.noteChange({type->number, rid, storage::Change::Kind::Updated});
    }
}

} // namespace

Result<std::vector<Request>> requests(storage::Database& database)
{
    return database.read([](Connection& connection) -> Result<std::vector<Request>> {
        return readRequests(connection, QStringLiteral("ORDER BY made_at DESC, rowid DESC"));
    });
}

Result<std::vector<Request>> requestsWith(
    storage::Database& database, const std::vector<RawId>& ids)
{
    return database.read([&](Connection& connection) -> Result<std::vector<Request>> {
        std::vector<Request> found;
        for (const RawId& id : ids) {
            for (Request& request :
                readRequests(connection, QStringLiteral("WHERE id = ?"), {id.bytes()}))
                found.push_back(std::move(request));
        }
        return found;
    });
}

Result<std::vector<RawId>> queuedIds(storage::Database& database)
{
    return database.read([](Connection& connection) -> Result<std::vector<RawId>> {
        std::vector<RawId> ids;
        Statement rows =
            connection.query(QStringLiteral("SELECT id FROM _request WHERE status = 'queued'"));
        while (rows.next())
            ids.push_back(RawId::fromBytes(std::get<QByteArray>(rows.value(0))));
        return ids;
    });
}

qint64 queuedRequests(Connection& connection)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT count(*) FROM _request WHERE status = 'queued'")));
}

bool isQueued(Connection& connection, Request::Kind kind, CustomerId customer)
{
    const std::vector<Request> queued = readRequests(
        connection, QStringLiteral("WHERE status = 'queued' AND kind = ?"), {codeOfKind(kind)});
    const QString id = customer.raw().toString();
    return std::any_of(queued.begin(), queued.end(), [&](const Request& request) {
        return request.args.value(QLatin1String("customer")).toString() == id
            || request.args.value(QLatin1String("customers")).toArray().contains(id);
    });
}

std::vector<Request> openRequests(Connection& connection, CustomerId customer)
{
    std::vector<Request> found = readRequests(connection,
        QStringLiteral("WHERE status <> 'done' AND kind <> 'register_customer' AND instr(args, ?) "
                       "> 0 ORDER BY made_at DESC, rowid DESC"),
        {customer.raw().toString()});
    return found;
}

std::set<QByteArray> waitingCustomers(Connection& connection)
{
    std::set<QByteArray> waiting;
    for (const Request& request : readRequests(connection,
             QStringLiteral("WHERE status = 'queued' AND kind <> 'register_customer'"))) {
        for (QByteArray& id : customersOf(request.args))
            waiting.insert(std::move(id));
    }
    return waiting;
}

namespace {

// Who loses a claim loses sight of the customer, and must still be told which one it was.
QJsonObject withTitle(Connection& connection, QJsonObject args)
{
    const std::vector<QByteArray> customers = customersOf(args);
    if (customers.size() != 1)
        return args;
    const QString title = schema::toText(connection.scalar(
        QStringLiteral("SELECT name FROM customer WHERE id = ?"), {customers.front()}));
    if (!title.isEmpty())
        args.insert(QStringLiteral("title"), title);
    return args;
}

} // namespace

Result<void> ask(storage::Database& database,
    PersonId actor,
    IdSource& ids,
    Request::Kind kind,
    const QJsonObject& args)
{
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        writeRequest(
            transaction.connection(), ids.next(), kind, withTitle(transaction.connection(), args));
        noteAbout(transaction, database.types(), args);
        return {};
    });
}

Result<void> askAgain(storage::Database& database, PersonId actor, IdSource& ids, RawId refused)
{
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        const std::vector<Request> found = readRequests(
            connection, QStringLiteral("WHERE id = ? AND status = 'refused'"), {refused.bytes()});
        if (found.empty())
            return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("_request")}});
        connection.execute(QStringLiteral("DELETE FROM _request WHERE id = ?"), {refused.bytes()});
        QJsonObject args = found.front().args;
        args.remove(QStringLiteral("v"));
        args.remove(QStringLiteral("upto"));
        writeRequest(connection, ids.next(), found.front().kind, args);
        noteAbout(transaction, database.types(), args);
        return {};
    });
}

Result<void> dropRequest(storage::Database& database, PersonId actor, RawId refused)
{
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        const std::vector<Request> found = readRequests(
            connection, QStringLiteral("WHERE id = ? AND status = 'refused'"), {refused.bytes()});
        if (found.empty())
            return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("_request")}});
        if (found.front().kind == Request::Kind::RegisterCustomer) {
            const Quiet quiet(connection);
            RowWriter rows(transaction, database.types());
            rows.evictRoot(customerOf(found.front()), found.front().why);
            rows.announce();
        }
        connection.execute(QStringLiteral("DELETE FROM _request WHERE id = ?"), {refused.bytes()});
        noteAbout(transaction, database.types(), found.front().args);
        return {};
    });
}

Result<void> queueRegistrations(storage::Database& database, IdSource& ids)
{
    const RecordType* customer = customerType(database.types());
    if (customer == nullptr)
        return {};
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        for (const Edit& edit : readEdits(connection,
                 database.types(),
                 QStringLiteral(
                     "tbl = ? AND kind IN (1, 4) AND state = 0 ORDER BY grp, n LIMIT 500"),
                 {qint64{customer->number}})) {
            const qint64 end = std::min(edit.lastRid, edit.rid + kRegisteredAtOnce - 1);
            for (qint64 rid = edit.rid; rid <= end; ++rid) {
                const Value id = connection.scalar(
                    QStringLiteral("SELECT id FROM customer WHERE rid = ? AND rev = 0"), {rid});
                if (schema::isNull(id))
                    continue;
                writeRequest(connection,
                    ids.next(),
                    Request::Kind::RegisterCustomer,
                    {{QStringLiteral("customer"), idText(*customer, id)}});
            }
            connection.execute(QStringLiteral("UPDATE _op SET rid = ? WHERE n = ? AND kind = 4"),
                {end + 1, edit.n});
            connection.execute(
                QStringLiteral("DELETE FROM _op WHERE n = ? AND (kind = 1 OR rid > cols)"),
                {edit.n});
        }
        return {};
    });
}

Result<bool> registrationsWait(storage::Database& database)
{
    const RecordType* customer = customerType(database.types());
    if (customer == nullptr)
        return false;
    return database.read([&](Connection& connection) -> Result<bool> {
        return !schema::isNull(connection.scalar(
            QStringLiteral("SELECT 1 FROM _op WHERE tbl = ? AND kind IN (1, 4) AND state = 0"),
            {qint64{customer->number}}));
    });
}

namespace {

// A registration carries the customer as it stands when it is first sent, and the edits up to then
// with it; sent again it says the same. False: the customer is gone from this copy.
Result<bool> fixRegistration(storage::Database& database, Request& request)
{
    if (request.kind != Request::Kind::RegisterCustomer
        || request.args.contains(QLatin1String("v")))
        return true;
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<bool> {
        Connection& connection = transaction.connection();
        const RecordType& type = *customerType(database.types());
        const qint64 rid = customerRid(connection, customerOf(request));
        const auto values = registrationValues(connection, type, rid);
        if (!values)
            return false;
        const Value last = connection.scalar(
            QStringLiteral("SELECT coalesce(max(n), 0) FROM _op WHERE tbl = ? AND rid = ?"),
            {qint64{type.number}, rid});
        request.args.insert(QStringLiteral("v"), *values);
        request.args.insert(QStringLiteral("upto"), schema::toInteger(last));
        connection.execute(QStringLiteral("UPDATE _request SET args = ? WHERE id = ?"),
            {compactText(request.args), request.id.bytes()});
        return true;
    });
}

// One request at the server; the answer as its function gives it.
Result<QJsonObject> sendOne(ServerLink& server, const Request& request)
{
    const auto text = [&](const char* name) {
        return request.args.value(QLatin1String(name)).toVariant().toString();
    };
    QVariantList values{request.id.toString()};
    QString sql;
    switch (request.kind) {
    case Request::Kind::RegisterCustomer:
        sql = QStringLiteral("SELECT srv.register_customer(?::uuid, ?::uuid, ?::jsonb)");
        values +=
            {text("customer"), compactText(request.args.value(QLatin1String("v")).toObject())};
        break;
    case Request::Kind::Claim:
        sql = QStringLiteral("SELECT srv.claim(?::uuid, ?::uuid)");
        values += text("customer");
        break;
    case Request::Kind::Transfer: {
        QStringList customers;
        for (const QJsonValue& each : request.args.value(QLatin1String("customers")).toArray())
            customers += each.toString();
        sql = QStringLiteral("SELECT srv.transfer(?::uuid, ?::uuid[], ?::integer, ?)");
        values += {QStringLiteral("{%1}").arg(customers.join(QLatin1Char(','))),
            request.args.value(QLatin1String("receiver")).toInt(),
            text("reason")};
        break;
    }
    case Request::Kind::GrantAccess:
        sql = QStringLiteral("SELECT srv.grant_access(?::uuid, ?::uuid, ?::integer, "
                             "to_timestamp(?::bigint / 1000.0), ?)");
        values += {text("customer"),
            request.args.value(QLatin1String("receiver")).toInt(),
            request.args.value(QLatin1String("until")).toInteger(),
            text("reason")};
        break;
    case Request::Kind::RevokeAccess:
        sql = QStringLiteral("SELECT srv.revoke_access(?::uuid, ?::uuid, ?::integer)");
        values += {text("customer"), request.args.value(QLatin1String("receiver")).toInt()};
        break;
    }
    const auto answer = server.scalar(sql, values);
    if (!answer)
        return fail(answer.error());
    return QJsonDocument::fromJson(answer->toString().toUtf8()).object();
}

bool isConnectionTrouble(const Error& error)
{
    return error.code == QLatin1String("SERVER_UNREACHABLE")
        || error.code == QLatin1String("SERVER_BUSY") || error.code == QLatin1String("SERVER_SPENT")
        || error.code.startsWith(QLatin1String("STORAGE_"));
}

Result<void> keepAnswer(
    storage::Database& database, const Request& request, const QJsonObject& answer)
{
    return database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
        Connection& connection = transaction.connection();
        const bool done = answer.value(QLatin1String("status")) == QLatin1String("done");
        connection.execute(
            QStringLiteral("UPDATE _request SET status = ?, reason = ? WHERE id = ?"),
            {done ? QStringLiteral("done") : QStringLiteral("refused"),
                done ? QStringLiteral("{}")
                     : compactText({{QStringLiteral("code"), answer.value(QLatin1String("code"))},
                         {QStringLiteral("args"), answer.value(QLatin1String("args"))}}),
                request.id.bytes()});
        connection.execute(
            QStringLiteral("DELETE FROM _request WHERE status = 'done' AND made_at < ?"),
            {transaction.at().milliseconds() - kAnsweredKeptMs});
        noteAbout(transaction, database.types(), request.args);
        const Value customer = customerOf(request);
        if (!done || schema::isNull(customer))
            return {};
        const RecordType* type = customerType(database.types());
        if (request.kind == Request::Kind::RegisterCustomer) {
            // From now on what hangs on it may follow.
            const Quiet quiet(connection);
            connection.execute(
                QStringLiteral("UPDATE customer SET rev = 1 WHERE id = ? AND rev = 0"), {customer});
            connection.execute(QStringLiteral("DELETE FROM _op WHERE tbl = ? AND rid = ? AND kind "
                                              "= 2 AND state = 0 AND n <= ?"),
                {qint64{type->number},
                    customerRid(connection, customer),
                    request.args.value(QLatin1String("upto")).toInteger()});
            transaction.noteChange(
                {type->number, customerRid(connection, customer), storage::Change::Kind::Updated});
        }
        connection.execute(
            QStringLiteral("INSERT OR IGNORE INTO _stale(tbl, row_id) VALUES (?, ?)"),
            {qint64{type->number}, customer});
        return {};
    });
}

} // namespace

Result<void> sendRequests(storage::Database& database, ServerLink& server)
{
    auto queued = database.read([](Connection& connection) -> Result<std::vector<Request>> {
        return readRequests(
            connection, QStringLiteral("WHERE status = 'queued' ORDER BY made_at, rowid"));
    });
    if (!queued)
        return fail(queued.error());
    for (Request& request : *queued) {
        const auto stands = fixRegistration(database, request);
        if (!stands)
            return fail(stands.error());
        crashPoint("request.before_send");
        auto answer = *stands ? sendOne(server, request) : Result<QJsonObject>(fail("NOT_VISIBLE"));
        if (!answer) {
            if (isConnectionTrouble(answer.error()))
                return fail(answer.error());
            QJsonObject args;
            for (const auto& [name, value] : answer.error().args)
                args.insert(name, value);
            answer = QJsonObject{{QStringLiteral("status"), QStringLiteral("refused")},
                {QStringLiteral("code"), answer.error().code},
                {QStringLiteral("args"), args}};
        }
        crashPoint("request.answered");
        if (auto kept = keepAnswer(database, request, *answer); !kept)
            return kept;
        crashPoint("request.kept");
    }
    return {};
}

} // namespace chengdan::sync
