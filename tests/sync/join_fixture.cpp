// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/join_fixture.h"

#include "core/exchange/company.h"
#include "core/sync/join_source.h"
#include "core/sync/requests.h"
#include "core/sync/server_schema.h"
#include "core/sync/tray.h"
#include "core/sync/wire.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

namespace chengdan::tests {

namespace {

const Instant kJoinTime = Instant::fromMilliseconds(1'772'330'400'000); // 2026-03-01 10:00 +08

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

std::unique_ptr<PgDatabase> freshServer(const QString& login)
{
    static const QStringList kInstallation = sync::serverSchema(exchange::companyRecordTypes());
    auto database = PgFixture::instance().database(kInstallation);
    database->scalar(
        QStringLiteral("SELECT srv.add_person('{\"login\": \"%1\", \"name\": \"%1\"}', "
                       "'[{\"role\": \"sales_manager\", \"scope\": \"all\"}, {\"role\": "
                       "\"costing\", \"scope\": \"all\"}, {\"role\": "
                       "\"administrator\", \"scope\": \"all\"}]')")
            .arg(login));
    database->scalar(
        QStringLiteral("SELECT srv.set_login(1, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')"));
    return database;
}

Joining::Joining(const PgDatabase& at, int who, const QString& copy, const QString& file)
    : server(at)
    , person(who)
    , original(file)
    , clock(kJoinTime, QDate(2026, 3, 1))
    , ids(clock, qHash(copy.section(QLatin1Char('/'), -1)) + 1)
{
    const sync::ServerAccount account{server.dsn(), QStringLiteral("u%1").arg(person), {}};
    database = value(sync::joinServer(copy, exchange::companyRecordTypes(), clock, account));
    link = value(sync::ServerLink::open(account.dsn, account.login, {}));
}

Result<sync::JoinReport> Joining::run(std::optional<bool> creating)
{
    return sync::DataJoin(*database).run(*link, ids, original, creating);
}

namespace {

/// One record after the other, with what joining wrote down about it.
class LostAndFound {
public:
    LostAndFound(PgDatabase& server, const QString& original, storage::Database& copy)
        : m_server(server)
        , m_copy(copy)
        , m_clock(kJoinTime, QDate(2026, 3, 1))
        , m_source(
              value(storage::Database::open(original, exchange::companyRecordTypes(), m_clock)))
    {
        for (const sync::TrayEntry& entry : value(sync::trayEntries(copy)))
            m_tray[{entry.type->number, entry.id}] = entry.why.code;
        for (const sync::Request& request : value(sync::requests(copy))) {
            const auto id = RawId::parse(request.args.value(QLatin1String("customer")).toString());
            if (id && request.status == sync::Request::Status::Refused)
                m_refused[id->bytes()] = request.why.code;
        }
        for (const schema::RecordType* type : m_source->types()) {
            storage::Statement rows = copy.reader().query(
                QStringLiteral("SELECT from_id, fate, to_id, why, payload, note, columns FROM "
                               "_carried WHERE tbl = ?"),
                {qint64{type->number}});
            while (rows.next())
                m_carried[{type->number, rows.value(0)}] = {
                    static_cast<sync::PlannedRow::Fate>(static_cast<int>(rows.integer(1))),
                    rows.value(2),
                    rows.text(3),
                    std::get<QByteArray>(rows.value(4)),
                    rows.text(5)};
        }
    }

    Fates run()
    {
        m_server.execute(QStringLiteral("SET bytea_output = hex")); // as the protocol writes bytes
        const sync::TableRows rows = sync::readRows(m_source->reader(), m_source->types());
        for (const schema::RecordType* type : m_source->types()) {
            readServer(*type);
            m_names = sync::sentColumns(*type);
            for (const schema::Row& row : rows.at(type))
                check(*type, row);
        }
        return m_fates;
    }

private:
    struct Carried {
        sync::PlannedRow::Fate fate = sync::PlannedRow::Fate::Send;
        schema::Value to;
        QString why;
        QByteArray payload;
        QString note;
    };

    void readServer(const schema::RecordType& type)
    {
        m_there = {};
        const QString all =
            m_server
                .scalar(QStringLiteral("SELECT coalesce(jsonb_object_agg(x.id, "
                                       "to_jsonb(x)), '{}')::text FROM app.\"%1\" x")
                            .arg(latin(type.table)))
                .toString();
        m_there = QJsonDocument::fromJson(all.toUtf8()).object();
    }

    void keep(const QString& code)
    {
        REQUIRE_FALSE(code.isEmpty());
        ++m_fates.kept;
        ++m_fates.reasons[code];
    }

    void check(const schema::RecordType& type, const schema::Row& row)
    {
        using Fate = sync::PlannedRow::Fate;
        const auto found = m_carried.find({type.number, row.front()});
        INFO(type.table << " " << sync::idText(type, row.front()).toStdString());
        REQUIRE(found != m_carried.end()); // silently gone
        const Carried& carried = found->second;
        const QString id = sync::idText(type, carried.to);
        const auto aside = m_tray.find({type.number, carried.to});
        switch (carried.fate) {
        case Fate::Local:
            REQUIRE_FALSE(carried.payload.isEmpty());
            ++m_fates.local;
            return;
        case Fate::Matched:
        case Fate::Differs:
            REQUIRE(m_there.contains(id)); // named, and there
            ++m_fates.matched;
            return;
        case Fate::Held:
            if (aside == m_tray.end())
                REQUIRE_FALSE(carried.payload.isEmpty());
            keep(carried.why);
            return;
        default:
            break;
        }
        if (m_there.contains(id)) {
            compare(type, row, m_there.value(id).toObject());
            ++m_fates.there;
            return;
        }
        if (aside != m_tray.end())
            return keep(aside->second);
        if (carried.fate == Fate::Register)
            return keep(m_refused[std::get<QByteArray>(carried.to)]);
        const schema::Value root = m_copy.reader().scalar(
            QStringLiteral("SELECT root_id FROM %1 WHERE id = ?").arg(latin(type.table)),
            {carried.to});
        REQUIRE_FALSE(schema::isNull(root)); // in the copy, under a customer that was refused
        keep(QStringLiteral("under ") + m_refused[std::get<QByteArray>(root)]);
    }

    // Values as the server's own tables hold them.
    void compare(const schema::RecordType& type, const schema::Row& row, const QJsonObject& there)
    {
        const sync::WireRow wire(type);
        for (const schema::Column& column : type.columns) {
            const QString name = latin(column.name);
            const int at = wire.indexOf(name);
            const schema::Value& mine = row[static_cast<std::size_t>(at)];
            const QJsonValue theirs = there.value(name);
            INFO(column.name << ": " << schema::toText(mine).toStdString() << " / "
                             << QJsonDocument(QJsonObject{{name, theirs}})
                                    .toJson(QJsonDocument::Compact)
                                    .toStdString());
            if (column.type == schema::ColumnType::SmallId)
                sameNumber(column, mine, theirs, there);
            else if (column.references != nullptr && !schema::isNull(mine))
                CHECK(theirs.toString() == referenceNow(column, mine));
            else if (name == QLatin1String("number") && theirs.toString() != schema::toText(mine))
                CHECK(noteIn(there, sync::kJoinedNumberKey) == schema::toText(mine));
            else if (type.table != std::string("customer") || name != QLatin1String("status"))
                CHECK(wire.sent(at, mine) == theirs);
        }
        CHECK(there.value(QLatin1String("created_at")).toInteger()
            == schema::toInteger(
                row[static_cast<std::size_t>(wire.indexOf(QStringLiteral("created_at")))]));
        CHECK(there.value(QLatin1String("deleted")).toBool()
            == (schema::toInteger(
                    row[static_cast<std::size_t>(wire.indexOf(QStringLiteral("deleted")))])
                != 0));
        sameAuthor(wire, row, there);
    }

    static QString noteIn(const QJsonObject& there, const char* key)
    {
        return there.value(QLatin1String("custom")).toObject().value(QLatin1String(key)).toString();
    }

    QString referenceNow(const schema::Column& column, const schema::Value& mine)
    {
        const schema::RecordType* type = m_source->type(latin(column.references));
        const auto carried = m_carried.find({type->number, mine});
        return sync::idText(*type, carried != m_carried.end() ? carried->second.to : mine);
    }

    QString nameOfPerson(qint64 local)
    {
        return schema::toText(m_source->reader().scalar(
            QStringLiteral("SELECT name FROM person WHERE id = ?"), {local}));
    }

    // The same person by name on both sides, or the one it became, with the name kept.
    void sameNumber(const schema::Column& column,
        const schema::Value& mine,
        const QJsonValue& theirs,
        const QJsonObject& there)
    {
        if (schema::toInteger(mine) == 0) {
            CHECK(theirs.toInteger() == 0);
            return;
        }
        const char* table = column.references != nullptr ? column.references : "person";
        const auto carried = m_carried.find({m_source->type(latin(table))->number, mine});
        REQUIRE(carried != m_carried.end());
        if (schema::toInteger(carried->second.to) == 0)
            CHECK(noteIn(there, sync::kJoinedPlaceKey).size() > 0);
        else
            CHECK(theirs.toInteger() == schema::toInteger(carried->second.to));
    }

    void sameAuthor(const sync::WireRow& wire, const schema::Row& row, const QJsonObject& there)
    {
        const qint64 author = schema::toInteger(
            row[static_cast<std::size_t>(wire.indexOf(QStringLiteral("created_by")))]);
        if (author == 0 || wire.type().table == std::string("audit_entry"))
            return;
        const QString name = m_server
                                 .scalar(QStringLiteral("SELECT name FROM app.person WHERE id = %1")
                                             .arg(there.value(QLatin1String("created_by")).toInt()))
                                 .toString();
        const auto carried = m_carried.find({1, author});
        REQUIRE(carried != m_carried.end());
        const bool same = schema::toInteger(carried->second.to)
                == there.value(QLatin1String("created_by")).toInteger()
            && carried->second.note.isEmpty();
        if (!same)
            CHECK(noteIn(there, sync::kJoinedAuthorKey) == nameOfPerson(author));
    }

    PgDatabase& m_server;
    storage::Database& m_copy;
    ManualClock m_clock;
    std::unique_ptr<storage::Database> m_source;
    QStringList m_names;
    QJsonObject m_there; ///< the table at hand, by id
    std::map<std::pair<int, schema::Value>, Carried> m_carried;
    std::map<std::pair<int, schema::Value>, QString> m_tray;
    std::map<QByteArray, QString> m_refused;
    Fates m_fates;
};

} // namespace

Fates checkNothingLost(PgDatabase& server, const QString& original, storage::Database& copy)
{
    return LostAndFound(server, original, copy).run();
}

} // namespace chengdan::tests
