// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/customer_acts.h"

#include "core/access/audit.h"
#include "core/access/settings.h"
#include "core/storage/list_query.h"
#include "core/storage/store.h"
#include "core/sync/replica.h"
#include "core/sync/scope_change.h"
#include "core/sync/server_schema.h"

#include <QJsonArray>

#include <algorithm>

namespace chengdan::sync {

namespace {

using access::Right;
using storage::Connection;
using storage::Statement;

constexpr int kLongestAccessDays = 366;

/// The customer an act is about, as it stands in the file.
struct HeldCustomer {
    qint64 rid = 0;
    QString id;
    PersonId owner;
};

Result<HeldCustomer> heldCustomer(Connection& connection, qint64 rid)
{
    Statement row = connection.query(
        QStringLiteral("SELECT id, owner FROM customer WHERE rid = ? AND deleted = 0"), {rid});
    if (!row.next())
        return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("customer")}});
    return HeldCustomer{rid,
        RawId::fromBytes(std::get<QByteArray>(row.value(0))).toString(),
        PersonId::fromNumber(static_cast<qint32>(row.integer(1)))};
}

/// What the rules need to know of the person: in a copy as the server last told it.
class Actor {
public:
    Actor(const access::Session& session, Connection& connection)
        : m_session(session)
    {
        if (!readLink(connection))
            return;
        m_isCopy = true;
        if (auto reach = storedReach(connection))
            m_owners = std::move(reach->owners);
    }
    bool isCopy() const { return m_isCopy; }
    bool isAdministrator() const { return m_session.has(Right::Administer); }
    bool isLeader() const
    {
        if (!m_session.has(Right::QuoteApprove))
            return false;
        if (m_isCopy)
            return m_owners.size() >= 2;
        return m_session.visibleOwners().size() != 2; // nobody and oneself
    }
    bool reaches(PersonId owner) const
    {
        return m_isCopy ? m_owners.contains(owner.number()) : m_session.reaches(owner);
    }
    bool mayHandOver() const { return isAdministrator() || isLeader(); }
    bool mayHandOver(PersonId owner) const
    {
        return isAdministrator() || (isLeader() && reaches(owner));
    }
    bool mayShow(PersonId owner) const
    {
        return isAdministrator() || owner == m_session.id()
            || (m_session.has(Right::QuoteApprove) && reaches(owner));
    }
    bool mayReceive(PersonId person) const
    {
        return isAdministrator() || (person != m_session.id() && reaches(person));
    }

private:
    const access::Session& m_session;
    bool m_isCopy = false;
    std::set<int> m_owners; ///< 0 is the pool
};

Error missingRight(Right right)
{
    return Error::make(
        "PERMISSION", {}, {{QStringLiteral("right"), QString::fromLatin1(nameOf(right).code)}});
}

QString personName(Connection& connection, const schema::RecordTypes& types, PersonId person)
{
    return storage::titleOfRow(
        connection, types, QStringLiteral("person"), qint64{person.number()});
}

bool isActive(Connection& connection, PersonId person)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT 1 FROM person WHERE id = ? AND active = 1"),
            {qint64{person.number()}}));
}

CustomerId idOf(const HeldCustomer& held)
{
    return CustomerId::fromRaw(*RawId::parse(held.id));
}

std::optional<Error> whyNoClaim(const access::Context& context,
    const Actor& actor,
    Connection& connection,
    const HeldCustomer& held)
{
    if (!context.session.has(Right::CustomerEdit))
        return missingRight(Right::CustomerEdit);
    if (held.owner != PersonId())
        return Error::make("CUSTOMER_HELD",
            {},
            {{QStringLiteral("owner"),
                personName(connection, context.database.types(), held.owner)}});
    if (actor.isCopy() && isQueued(connection, Request::Kind::Claim, idOf(held)))
        return Error::make("REQUEST_WAITS");
    return {};
}

std::optional<Error> whyNoHandOver(const Actor& actor, PersonId owner)
{
    if (!actor.mayHandOver())
        return missingRight(Right::Administer);
    if (!actor.mayHandOver(owner))
        return Error::make("NOT_YOURS");
    return {};
}

std::optional<Error> whyNoAccess(const Actor& actor, PersonId owner)
{
    if (!actor.isCopy())
        return Error::make("ACCESS_NEEDS_SERVER");
    if (!actor.mayShow(owner))
        return Error::make("NOT_YOURS");
    return {};
}

// The customer and what hangs on it change hands, in this file alone.
void giveLocally(storage::Transaction& transaction,
    const schema::RecordTypes& types,
    const HeldCustomer& held,
    PersonId receiver)
{
    Connection& connection = transaction.connection();
    const QByteArray id = RawId::parse(held.id)->bytes();
    for (const schema::RecordType* type : types) {
        if (!hangsOnRoot(types, *type))
            continue;
        const QString table = QString::fromLatin1(type->table);
        std::vector<qint64> rids;
        {
            Statement rows = connection.query(
                QStringLiteral("SELECT rid FROM %1 WHERE (root_id = ? OR id = ?) AND owner <> ?")
                    .arg(table),
                {id, id, qint64{receiver.number()}});
            while (rows.next())
                rids.push_back(rows.integer(0));
        }
        for (const qint64 rid : rids) {
            connection.execute(
                QStringLiteral("UPDATE %1 SET owner = ?, changed_at = ?, changed_by = ? WHERE rid "
                               "= ?")
                    .arg(table),
                {qint64{receiver.number()},
                    transaction.at().milliseconds(),
                    qint64{transaction.actor().number()},
                    rid});
            transaction.noteChange({type->number, rid, storage::Change::Kind::Updated});
        }
    }
    const bool toPool = receiver == PersonId();
    connection.execute(
        QStringLiteral("UPDATE customer SET status = ? WHERE rid = ? AND status = ?"),
        {toPool ? QStringLiteral("pool") : QStringLiteral("active"),
            held.rid,
            toPool ? QStringLiteral("active") : QStringLiteral("pool")});
}

// The entries of the rows themselves say from whom to whom.
void noteReason(const access::Context& context,
    storage::Transaction& transaction,
    const HeldCustomer& held,
    const QString& reason)
{
    access::AuditNote note;
    note.act = access::AuditAct::Transfer;
    note.recordTable = QStringLiteral("customer");
    note.record = QString::fromLatin1(RawId::parse(held.id)->bytes().toHex());
    note.title = storage::titleOfRow(transaction.connection(),
        context.database.types(),
        note.recordTable,
        RawId::parse(held.id)->bytes());
    note.after.insert(QStringLiteral("reason"), reason.trimmed());
    access::recordAct(transaction, context.ids, note);
}

Result<void> needReason(const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return fail("REASON_MISSING", QStringLiteral("reason"));
    return {};
}

} // namespace

Result<bool> CustomerActs::mayEver(Request::Kind kind) const
{
    return m_context.database.read([&](Connection& connection) -> Result<bool> {
        const Actor actor(m_context.session, connection);
        switch (kind) {
        case Request::Kind::Transfer:
            return actor.mayHandOver();
        case Request::Kind::GrantAccess:
        case Request::Kind::RevokeAccess:
            return actor.isAdministrator() || m_context.session.has(Right::CustomerEdit);
        default:
            return m_context.session.has(Right::CustomerEdit);
        }
    });
}

Result<CustomerHands> CustomerActs::hands(qint64 customer) const
{
    return m_context.database.read([&](Connection& connection) -> Result<CustomerHands> {
        const auto held = heldCustomer(connection, customer);
        if (!held)
            return fail(held.error());
        const schema::RecordTypes& types = m_context.database.types();
        const Actor actor(m_context.session, connection);
        CustomerHands hands;
        if (held->owner != PersonId())
            hands.ownerName = personName(connection, types, held->owner);
        hands.noClaim = whyNoClaim(m_context, actor, connection, *held);
        hands.noHandOver = whyNoHandOver(actor, held->owner);
        hands.noAccess = whyNoAccess(actor, held->owner);
        if (!actor.isCopy())
            return hands;
        hands.open = openRequests(connection, idOf(*held));
        for (const GivenAccess& given : storedGiven(connection, held->id)) {
            if (given.until <= m_context.clock.now())
                continue;
            const bool ending =
                std::any_of(hands.open.begin(), hands.open.end(), [&](const Request& request) {
                    return request.kind == Request::Kind::RevokeAccess
                        && request.status == Request::Status::Queued
                        && request.args.value(QLatin1String("receiver")).toInt()
                        == given.person.number();
                });
            hands.shown.push_back({given.person,
                personName(connection, types, given.person),
                personName(connection, types, given.by),
                given.until,
                given.reason,
                ending});
        }
        return hands;
    });
}

Result<std::vector<PersonId>> CustomerActs::receivers(Request::Kind kind) const
{
    return m_context.database.read([&](Connection& connection) -> Result<std::vector<PersonId>> {
        const Actor actor(m_context.session, connection);
        std::vector<PersonId> people;
        Statement rows = connection.query(
            QStringLiteral("SELECT id FROM person WHERE active = 1 AND deleted = 0 ORDER BY id"));
        while (rows.next()) {
            const auto person = PersonId::fromNumber(static_cast<qint32>(rows.integer(0)));
            if (kind == Request::Kind::Transfer ? actor.mayReceive(person)
                                                : person != m_context.session.id())
                people.push_back(person);
        }
        return people;
    });
}

// Of the team's server, within the write that checked it.
Result<CustomerActs::Outcome> CustomerActs::askFor(Request::Kind kind, const QJsonObject& args)
{
    auto asked = ask(m_context.database, m_context.session.id(), m_context.ids, kind, args);
    return asked ? Result<Outcome>(Outcome::Asked) : fail(asked.error());
}

Result<CustomerActs::Outcome> CustomerActs::claim(qint64 customer)
{
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<Outcome> {
            Connection& connection = transaction.connection();
            const auto held = heldCustomer(connection, customer);
            if (!held)
                return fail(held.error());
            const Actor actor(m_context.session, connection);
            if (const auto why = whyNoClaim(m_context, actor, connection, *held))
                return fail(*why);
            if (!actor.isCopy()) {
                giveLocally(transaction, m_context.database.types(), *held, m_context.session.id());
                return Outcome::Done;
            }
            return askFor(Request::Kind::Claim, {{QStringLiteral("customer"), held->id}});
        });
}

Result<CustomerActs::Outcome> CustomerActs::handOver(
    const std::vector<qint64>& customers, PersonId receiver, const QString& reason)
{
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<Outcome> {
            Connection& connection = transaction.connection();
            const Actor actor(m_context.session, connection);
            std::vector<HeldCustomer> all;
            QJsonArray ids;
            for (const qint64 rid : customers) {
                const auto held = heldCustomer(connection, rid);
                if (!held)
                    return fail(held.error());
                if (const auto why = whyNoHandOver(actor, held->owner))
                    return fail(*why);
                all.push_back(*held);
                ids.append(held->id);
            }
            if (receiver != PersonId() && !isActive(connection, receiver))
                return fail("RECEIVER_UNKNOWN", QStringLiteral("receiver"));
            if (receiver == m_context.session.id() && !actor.isAdministrator())
                return fail("RECEIVER_SELF", QStringLiteral("receiver"));
            if (receiver != PersonId() && !actor.mayReceive(receiver))
                return fail("RECEIVER_UNKNOWN", QStringLiteral("receiver"));
            if (auto given = needReason(reason); !given)
                return fail(given.error());
            if (!actor.isCopy()) {
                for (const HeldCustomer& held : all) {
                    giveLocally(transaction, m_context.database.types(), held, receiver);
                    noteReason(m_context, transaction, held, reason);
                }
                return Outcome::Done;
            }
            return askFor(Request::Kind::Transfer,
                {{QStringLiteral("customers"), ids},
                    {QStringLiteral("receiver"), receiver.number()},
                    {QStringLiteral("reason"), reason.trimmed()}});
        });
}

Result<CustomerActs::Outcome> CustomerActs::giveAccess(
    qint64 customer, PersonId receiver, QDate lastDay, const QString& reason)
{
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<Outcome> {
            Connection& connection = transaction.connection();
            const auto held = heldCustomer(connection, customer);
            if (!held)
                return fail(held.error());
            const Actor actor(m_context.session, connection);
            if (const auto why = whyNoAccess(actor, held->owner))
                return fail(*why);
            if (receiver == PersonId() || !isActive(connection, receiver))
                return fail("RECEIVER_UNKNOWN", QStringLiteral("receiver"));
            if (receiver == m_context.session.id())
                return fail("RECEIVER_SELF", QStringLiteral("receiver"));
            const QDate today = m_context.clock.today();
            if (!lastDay.isValid() || lastDay < today
                || lastDay >= today.addDays(kLongestAccessDays))
                return fail("UNTIL_INVALID", QStringLiteral("until"));
            if (auto given = needReason(reason); !given)
                return fail(given.error());
            const Instant end =
                startOf(lastDay.addDays(1), access::readSettings(connection).timeZone);
            return askFor(Request::Kind::GrantAccess,
                {{QStringLiteral("customer"), held->id},
                    {QStringLiteral("receiver"), receiver.number()},
                    {QStringLiteral("until"), end.milliseconds()},
                    {QStringLiteral("reason"), reason.trimmed()}});
        });
}

Result<CustomerActs::Outcome> CustomerActs::withdraw(qint64 customer, PersonId receiver)
{
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<Outcome> {
            Connection& connection = transaction.connection();
            const auto held = heldCustomer(connection, customer);
            if (!held)
                return fail(held.error());
            const Actor actor(m_context.session, connection);
            if (const auto why = whyNoAccess(actor, held->owner))
                return fail(*why);
            return askFor(Request::Kind::RevokeAccess,
                {{QStringLiteral("customer"), held->id},
                    {QStringLiteral("receiver"), receiver.number()}});
        });
}

} // namespace chengdan::sync
