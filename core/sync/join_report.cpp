// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_data.h"
#include "core/sync/outbox.h"
#include "core/sync/requests.h"
#include "core/sync/tray.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::RecordType;
using schema::Value;
using storage::Connection;
using storage::Statement;
using Fate = PlannedRow::Fate;
using RowKey = std::pair<qint64, Value>; ///< number of the table, id

// What keeps records here: the tray, refused requests, and entries of the journal that wait.
struct Obstacles {
    std::map<RowKey, Error> laidAside;
    std::map<Value, Error> refused; ///< customers
    std::map<qint64, std::vector<std::pair<qint64, qint64>>> unsent; ///< stretches of row numbers
};

Result<Obstacles> readObstacles(storage::Database& copy)
{
    Obstacles obstacles;
    const auto tray = trayEntries(copy);
    if (!tray)
        return fail(tray.error());
    for (const TrayEntry& entry : *tray)
        obstacles.laidAside.emplace(RowKey{entry.type->number, entry.id}, entry.why);
    const auto asked = requests(copy);
    if (!asked)
        return fail(asked.error());
    for (const Request& request : *asked) {
        const auto customer =
            RawId::parse(request.args.value(QLatin1String("customer")).toString());
        if (customer && request.kind == Request::Kind::RegisterCustomer
            && request.status == Request::Status::Refused)
            obstacles.refused.emplace(customer->bytes(), request.why);
    }
    const auto unsent = copy.read([&](Connection& connection) -> Result<void> {
        Statement rows = connection.query(
            QStringLiteral("SELECT tbl, rid, CASE kind WHEN 4 THEN cols ELSE rid END FROM _op"));
        while (rows.next())
            obstacles.unsent[rows.integer(0)].emplace_back(rows.integer(1), rows.integer(2));
        return {};
    });
    if (!unsent)
        return fail(unsent.error());
    return obstacles;
}

Error storedWhy(const QString& json)
{
    const QJsonObject why = QJsonDocument::fromJson(json.toUtf8()).object();
    Error error = Error::make(why.value(QLatin1String("code")).toString().toLatin1().constData());
    const QJsonObject args = why.value(QLatin1String("args")).toObject();
    for (auto arg = args.begin(); arg != args.end(); ++arg)
        error.args.append({arg.key(), arg.value().toString()});
    return error;
}

class Reporting {
public:
    Reporting(Connection& connection, const Obstacles& obstacles)
        : m_connection(connection)
        , m_obstacles(obstacles)
    {
    }

    JoinReport run(const schema::RecordTypes& types)
    {
        for (const RecordType* type : types) {
            JoinKind kind;
            kind.type = type;
            Statement rows = m_connection.query(
                QStringLiteral(
                    "SELECT k.fate, k.to_id, k.title, k.why, coalesce(t.rid, 0), t.root_id, "
                    "coalesce(t.rev, 0) FROM _carried k LEFT JOIN %1 t ON t.id = k.to_id WHERE "
                    "k.tbl = ? ORDER BY k.from_id")
                    .arg(QString::fromLatin1(type->table)),
                {qint64{type->number}});
            while (rows.next())
                count(kind, rows);
            if (kind.records > 0)
                m_report.kinds.push_back(kind);
        }
        return std::move(m_report);
    }

private:
    void count(JoinKind& kind, const Statement& row)
    {
        ++kind.records;
        const auto fate = static_cast<Fate>(static_cast<int>(row.integer(0)));
        const auto aside = m_obstacles.laidAside.find({qint64{kind.type->number}, row.value(1)});
        const auto hold = [&](const Error& why) {
            ++kind.held;
            m_report.held.push_back({kind.type, row.text(2), why});
        };
        switch (fate) {
        case Fate::Matched:
            ++kind.matched;
            break;
        case Fate::Local:
            ++kind.local;
            break;
        case Fate::Differs:
            ++(aside == m_obstacles.laidAside.end() ? kind.matched : kind.differs);
            break;
        case Fate::Held:
            if (aside != m_obstacles.laidAside.end())
                hold(aside->second);
            else if (row.integer(6) > 0)
                ++kind.sent; // taken up again by a person since
            else
                hold(storedWhy(row.text(3)));
            break;
        case Fate::Register:
            countCustomer(kind, row, hold);
            break;
        case Fate::Edit:
        case Fate::Send:
            if (aside != m_obstacles.laidAside.end())
                hold(aside->second);
            else if (waits(kind.type->number, row.integer(4)))
                hold(whyItWaits(row.value(5)));
            else
                ++(fate == Fate::Edit ? kind.edits : kind.sent);
            break;
        }
    }

    template <typename Hold>
    void countCustomer(JoinKind& kind, const Statement& row, const Hold& hold)
    {
        const auto refused = m_obstacles.refused.find(row.value(1));
        if (row.integer(6) > 0)
            ++kind.registered;
        else if (refused != m_obstacles.refused.end())
            hold(refused->second);
        else if (row.integer(4) == 0)
            ++kind.registered; // handed over since
        else
            hold(Error::make("JOIN_UNSENT"));
    }

    bool waits(int table, qint64 rid) const
    {
        const auto stretches = m_obstacles.unsent.find(table);
        if (rid == 0 || stretches == m_obstacles.unsent.end())
            return false;
        return std::any_of(stretches->second.begin(),
            stretches->second.end(),
            [&](const auto& stretch) { return stretch.first <= rid && rid <= stretch.second; });
    }

    Error whyItWaits(const Value& root) const
    {
        return Error::make(
            m_obstacles.refused.contains(root) ? "JOIN_WITH_CUSTOMER" : "JOIN_UNSENT");
    }

    Connection& m_connection;
    const Obstacles& m_obstacles;
    JoinReport m_report;
};

} // namespace

Result<JoinReport> joinReport(storage::Database& copy)
{
    const auto obstacles = readObstacles(copy);
    if (!obstacles)
        return fail(obstacles.error());
    return copy.read([&](Connection& connection) -> Result<JoinReport> {
        const auto state = readJoinState(connection);
        if (!state)
            return fail("JOIN_WITHOUT_DATA");
        JoinReport report = Reporting(connection, *obstacles).run(copy.types());
        report.unsent = unsentEdits(connection);
        report.state = *state;
        return report;
    });
}

} // namespace chengdan::sync
