// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `sync tray`, `sync requests` and what they are filled by: edits that need a person, and acts that
// only the server can decide.
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/sync_command.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/password.h"
#include "core/access/settings.h"
#include "core/exchange/import_cells.h"
#include "core/exchange/record_list.h"
#include "core/sync/requests.h"
#include "core/sync/tray_detail.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace chengdan::ctl {

namespace {

using sync::Request;
using sync::TrayReason;

const char* trayReasonName(TrayReason reason)
{
    static constexpr std::array<const char*, 4> kNames{
        "conflict", "refused", "evicted", "restored"};
    return kNames[static_cast<std::size_t>(reason)];
}

const char* requestKindName(Request::Kind kind)
{
    static constexpr std::array<const char*, 5> kNames{
        "register_customer", "claim", "transfer", "grant_access", "revoke_access"};
    return kNames[static_cast<std::size_t>(kind)];
}

const char* requestStatusName(Request::Status status)
{
    static constexpr std::array<const char*, 3> kNames{"queued", "done", "refused"};
    return kNames[static_cast<std::size_t>(status)];
}

/// A value as `import` reads it; of a row that is named, its title.
QString fieldText(const sync::TrayDetail& detail,
    const QString& name,
    const schema::Value& value,
    const QString& title,
    const QByteArray& timeZone)
{
    if (!title.isEmpty())
        return title;
    const schema::Column* column = detail.entry.type->column(name);
    if (column == nullptr || column->references != nullptr) {
        return std::holds_alternative<qint64>(value) ? QString::number(schema::toInteger(value))
                                                     : schema::toText(value);
    }
    return exchange::plainCell(*column, value, Currency(), timeZone);
}

Outcome listTray(const Call& call, CompanyFile& file)
{
    const auto details = sync::trayDetails(file.database());
    if (!details)
        return Outcome::refused(details.error(), call.language);
    const auto timeZone =
        file.database().read([](storage::Connection& connection) -> Result<QByteArray> {
            return access::readSettings(connection).timeZone;
        });
    if (!timeZone)
        return Outcome::refused(timeZone.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const sync::TrayDetail& detail : *details) {
        const sync::TrayEntry& entry = detail.entry;
        const QString why = sentence(entry.why, call.language);
        QJsonArray columns;
        QStringList told;
        for (const sync::TrayField& field : detail.fields) {
            const QString mine =
                fieldText(detail, field.name, field.mine, field.mineTitle, *timeZone);
            const QString theirs =
                fieldText(detail, field.name, field.theirs, field.theirsTitle, *timeZone);
            columns.append(QJsonObject{{QStringLiteral("name"), field.name},
                {QStringLiteral("mine"), mine},
                {QStringLiteral("theirs"), theirs},
                {QStringLiteral("by"), field.by},
                {QStringLiteral("at"), syncMoment(field.at)}});
            told += QStringLiteral("%1: %2 | %3").arg(field.name, mine, theirs);
        }
        json.append(QJsonObject{{QStringLiteral("n"), entry.n},
            {QStringLiteral("kind"), QString::fromLatin1(entry.type->table)},
            {QStringLiteral("title"), detail.title},
            {QStringLiteral("reason"), QString::fromLatin1(trayReasonName(entry.reason))},
            {QStringLiteral("code"), entry.why.code},
            {QStringLiteral("message"), why},
            {QStringLiteral("new"), entry.isInsert},
            {QStringLiteral("here"), detail.rid != 0},
            {QStringLiteral("made_at"), syncMoment(entry.madeAt)},
            {QStringLiteral("columns"), columns}});
        rows.push_back({QString::number(entry.n),
            QString::fromLatin1(entry.type->table),
            detail.title,
            why,
            told.join(QStringLiteral("; "))});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("entries"), json}},
        alignedTable({QStringLiteral("n"),
                         QStringLiteral("kind"),
                         QStringLiteral("title"),
                         QStringLiteral("why"),
                         QStringLiteral("mine | theirs")},
            rows,
            80));
}

/// Number of an entry that lies in the tray.
Result<qint64> trayNumber(CompanyFile& file, const QString& text)
{
    bool isNumber = false;
    const qint64 n = text.toLongLong(&isNumber);
    const auto entries = sync::trayEntries(file.database());
    if (!entries)
        return fail(entries.error());
    const bool known = isNumber
        && std::any_of(entries->begin(), entries->end(), [&](const sync::TrayEntry& entry) {
               return entry.n == n;
           });
    if (!known)
        return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("tray ") + text}});
    return n;
}

/// The columns a person wants to take are columns of that entry: a slip would take nothing.
Result<void> checkTrayColumns(CompanyFile& file, qint64 n, const QStringList& columns)
{
    const auto entries = sync::trayEntries(file.database());
    if (!entries)
        return fail(entries.error());
    for (const QString& column : columns) {
        const bool known =
            std::any_of(entries->begin(), entries->end(), [&](const sync::TrayEntry& entry) {
                return entry.n == n
                    && std::any_of(entry.columns.begin(),
                        entry.columns.end(),
                        [&](const auto& one) { return one.name == column; });
            });
        if (!known)
            return fail("NOT_FOUND", {}, {{QStringLiteral("what"), column}});
    }
    return {};
}

Outcome decideTray(const Call& call, CompanyFile& file, const QStringList& words)
{
    const bool take = words[0] == QLatin1String("take");
    if (words.size() < 2 || (!take && (words[0] != QLatin1String("keep") || words.size() > 2)))
        return syncUsage(call);
    const auto n = trayNumber(file, words[1]);
    if (!n)
        return Outcome::refused(n.error(), call.language);
    if (auto known = checkTrayColumns(file, *n, words.mid(2)); !known)
        return Outcome::refused(known.error(), call.language);
    const PersonId actor = file.context().session.id();
    const auto done = take ? sync::takeMine(file.database(), actor, *n, words.mid(2))
                           : sync::keepTheirs(file.database(), actor, *n);
    if (!done)
        return Outcome::refused(done.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("n"), *n}}, QString());
}

QString requestAbout(const Request& request, storage::Connection& connection)
{
    QStringList titles;
    const auto add = [&](const QJsonValue& id) {
        QString title = sync::customerTitle(connection, id.toString());
        if (title.isEmpty()) // whoever lost it has it no more
            title = request.args.value(QLatin1String("title")).toString();
        titles += title.isEmpty() ? id.toString() : title;
    };
    if (request.args.contains(QLatin1String("customer")))
        add(request.args.value(QLatin1String("customer")));
    for (const QJsonValue& id : request.args.value(QLatin1String("customers")).toArray())
        add(id);
    return titles.join(QStringLiteral(", "));
}

Outcome listRequests(const Call& call, CompanyFile& file)
{
    const auto list = sync::requests(file.database());
    if (!list)
        return Outcome::refused(list.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    const auto told = file.database().read([&](storage::Connection& connection) -> Result<void> {
        for (const Request& request : *list) {
            const bool refused = request.status == Request::Status::Refused;
            const QString why = refused ? sentence(request.why, call.language) : QString();
            const QString about = requestAbout(request, connection);
            json.append(QJsonObject{{QStringLiteral("id"), request.id.toString()},
                {QStringLiteral("kind"), QString::fromLatin1(requestKindName(request.kind))},
                {QStringLiteral("status"), QString::fromLatin1(requestStatusName(request.status))},
                {QStringLiteral("title"), about},
                {QStringLiteral("args"), request.args},
                {QStringLiteral("code"), refused ? request.why.code : QString()},
                {QStringLiteral("message"), why},
                {QStringLiteral("made_at"), syncMoment(request.madeAt)}});
            rows.push_back({request.id.toString(),
                QString::fromLatin1(requestKindName(request.kind)),
                QString::fromLatin1(requestStatusName(request.status)),
                about,
                why});
        }
        return {};
    });
    if (!told)
        return Outcome::refused(told.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("requests"), json}},
        alignedTable({QStringLiteral("id"),
                         QStringLiteral("kind"),
                         QStringLiteral("status"),
                         QStringLiteral("about"),
                         QStringLiteral("why")},
            rows,
            60));
}

Outcome decideRequest(const Call& call, CompanyFile& file, const QStringList& words)
{
    const bool again = words.value(0) == QLatin1String("again");
    if (words.size() != 2 || (!again && words[0] != QLatin1String("drop")))
        return syncUsage(call);
    const auto id = RawId::parse(words[1]);
    if (!id)
        return Outcome::refused(
            Error::make("NOT_FOUND", {}, {{QStringLiteral("what"), words[1]}}), call.language);
    const access::Context& context = file.context();
    const auto done = again
        ? sync::askAgain(file.database(), context.session.id(), context.ids, *id)
        : sync::dropRequest(file.database(), context.session.id(), *id);
    if (!done)
        return Outcome::refused(done.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("id"), words[1]}}, QString());
}

/// The id of a customer this person may see, by number, name or id.
Result<QString> customerAsked(const access::Context& context, const QString& key)
{
    const auto record = exchange::showRecord(context, QStringLiteral("customers"), key);
    if (!record)
        return fail(record.error());
    return record->value(QLatin1String("id")).toString();
}

/// Somebody's number; 0 is the pool.
Result<int> receiverAsked(const Call& call, CompanyFile& file)
{
    const auto login = call.arguments.needed("to");
    if (!login)
        return fail(login.error());
    if (*login == QLatin1String("pool"))
        return 0;
    const auto people = access::SignInService(file.database(), file.context().ids).choices();
    if (!people)
        return fail(people.error());
    for (const access::SignInChoice& person : *people) {
        if (person.login == *login)
            return person.person.number();
    }
    return fail("PERSON_UNKNOWN", QStringLiteral("--to"), {{QStringLiteral("login"), *login}});
}

Result<Instant> untilAsked(const Call& call, CompanyFile& file)
{
    const auto text = call.arguments.needed("until");
    if (!text)
        return fail(text.error());
    const QDate date = QDate::fromString(*text, Qt::ISODate);
    if (!date.isValid())
        return fail(
            "DATE_FORMAT", QStringLiteral("--until"), {{QStringLiteral("text"), text->left(40)}});
    return file.database().read([&](storage::Connection& connection) -> Result<Instant> {
        return startOf(date.addDays(1), access::readSettings(connection).timeZone);
    });
}

Outcome askServer(const Call& call, CompanyFile& file, Request::Kind kind, const QJsonObject& args)
{
    const access::Context& context = file.context();
    const auto asked = sync::ask(file.database(), context.session.id(), context.ids, kind, args);
    if (!asked)
        return Outcome::refused(asked.error(), call.language);
    return Outcome::done(
        QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(requestKindName(kind))},
            {QStringLiteral("status"), QStringLiteral("queued")}},
        call.language == Language::Chinese
            ? QStringLiteral("已提出，等服务器答复（sync --once，结果见 sync requests）")
            : QStringLiteral("Asked; it waits for the server (sync --once, then sync requests)"));
}

Outcome claim(const Call& call, CompanyFile& file, const QString& key)
{
    const access::Context& context = file.context();
    if (auto allowed = context.session.require(access::Right::CustomerEdit); !allowed)
        return Outcome::refused(allowed.error(), call.language);
    const auto customer = customerAsked(context, key);
    if (!customer)
        return Outcome::refused(customer.error(), call.language);
    return askServer(call, file, Request::Kind::Claim, {{QStringLiteral("customer"), *customer}});
}

Outcome transfer(const Call& call, CompanyFile& file, const QStringList& keys)
{
    const auto receiver = receiverAsked(call, file);
    const auto reason = call.arguments.needed("reason");
    if (!receiver || !reason)
        return Outcome::refused(receiver ? reason.error() : receiver.error(), call.language);
    QJsonArray customers;
    for (const QString& key : keys) {
        const auto customer = customerAsked(file.context(), key);
        if (!customer)
            return Outcome::refused(customer.error(), call.language);
        customers.append(*customer);
    }
    return askServer(call,
        file,
        Request::Kind::Transfer,
        {{QStringLiteral("customers"), customers},
            {QStringLiteral("receiver"), *receiver},
            {QStringLiteral("reason"), *reason}});
}

Outcome grant(const Call& call, CompanyFile& file, const QString& key, bool revoke)
{
    const auto receiver = receiverAsked(call, file);
    if (!receiver)
        return Outcome::refused(receiver.error(), call.language);
    const auto customer = customerAsked(file.context(), key);
    if (!customer)
        return Outcome::refused(customer.error(), call.language);
    QJsonObject args{
        {QStringLiteral("customer"), *customer}, {QStringLiteral("receiver"), *receiver}};
    if (revoke)
        return askServer(call, file, Request::Kind::RevokeAccess, args);
    const auto reason = call.arguments.needed("reason");
    const auto until = untilAsked(call, file);
    if (!reason || !until)
        return Outcome::refused(reason ? until.error() : reason.error(), call.language);
    args.insert(QStringLiteral("until"), until->milliseconds());
    args.insert(QStringLiteral("reason"), *reason);
    return askServer(call, file, Request::Kind::GrantAccess, args);
}

} // namespace

std::optional<Outcome> runSyncRequest(const Call& call)
{
    const QStringList words = call.words();
    const QString act = words.value(0);
    static const QStringList kActs{QStringLiteral("tray"),
        QStringLiteral("requests"),
        QStringLiteral("claim"),
        QStringLiteral("transfer"),
        QStringLiteral("grant"),
        QStringLiteral("revoke")};
    if (!kActs.contains(act))
        return {};
    const bool lists = act == QLatin1String("tray") || act == QLatin1String("requests");
    const bool many = act == QLatin1String("transfer");
    if (!lists && (many ? words.size() < 2 : words.size() != 2))
        return syncUsage(call);
    const auto replica = openReplica(call);
    if (!replica)
        return Outcome::refused(replica.error(), call.language);
    const auto file = CompanyFile::open(call, CopyAge::Any);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    if (act == QLatin1String("tray"))
        return words.size() == 1 ? listTray(call, **file) : decideTray(call, **file, words.mid(1));
    if (act == QLatin1String("requests"))
        return words.size() == 1 ? listRequests(call, **file)
                                 : decideRequest(call, **file, words.mid(1));
    if (many)
        return transfer(call, **file, words.mid(1));
    if (act == QLatin1String("claim"))
        return claim(call, **file, words[1]);
    return grant(call, **file, words[1], act == QLatin1String("revoke"));
}

} // namespace chengdan::ctl
