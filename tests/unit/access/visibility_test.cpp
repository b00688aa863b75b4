// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit_entry.h"
#include "core/access/teams.h"
#include "core/access/visibility.h"
#include "core/analytics/funnel.h"
#include "core/analytics/home_figures.h"
#include "core/analytics/open_quotes.h"
#include "core/customers/customer.h"
#include "core/exchange/company.h"
#include "core/exchange/record_list.h"
#include "core/pipeline/opportunity.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <set>

using namespace chengdan;
using access::Role;
using access::RoleScope;
using tests::value;

namespace {

// A company in which everybody owns one row of everything, and so does the pool (0). Where people
// sit is written down here once, for the file and for the oracle.
//
//   person  1 owner   2 An    3 Bo    4 Chen   5 Deng   6 Er      7 viewed from
//   team    -         East 1  East 1  East 2   West     none      East 1
//   region  -         -       -       -        -        East      East
//   (the teams East 1 and East 2 sell in region East, West in region West)
constexpr int kViewer = 7;
const std::set<int> kEverybody{0, 1, 2, 3, 4, 5, 6, kViewer};

// The oracle: whose rows somebody at the viewer's place sees in a scope.
std::set<int> expectedOwners(RoleScope scope)
{
    switch (scope) {
    case RoleScope::Own:
        return {0, kViewer};
    case RoleScope::Team:
        return {0, 2, 3, kViewer};
    case RoleScope::Region:
        return {0, 2, 3, 4, 6, kViewer};
    case RoleScope::All:
        break;
    }
    return kEverybody;
}

// The oracle's own list of what is not for everybody; a new table must be entered here.
const std::set<std::string> kGoesByOwner{"customer",
    "contact",
    "attachment",
    "opportunity",
    "stage_change",
    "activity",
    "sales_order",
    "sales_order_line",
    "quote",
    "quote_revision",
    "quote_line",
    "quote_tier"};
const std::set<std::string> kCostsOfDocuments{"quote_line_cost", "cost_snapshot"};
const std::set<std::string> kCosts{"work_center_rate",
    "overhead_rule",
    "tool",
    "item_cost",
    "supplier",
    "price_row",
    "bom",
    "bom_line",
    "operation",
    "price_policy"};

bool oracleSeesCosts(Role role)
{
    return role == Role::SalesManager || role == Role::Costing || role == Role::Finance;
}

// Nothing: the whole table is refused.
std::optional<std::set<int>> oracle(const std::string& table, Role role, RoleScope scope)
{
    if (table == "audit_entry")
        return role == Role::Administrator ? std::optional(kEverybody) : std::nullopt;
    if (kCosts.contains(table))
        return oracleSeesCosts(role) ? std::optional(kEverybody) : std::nullopt;
    if (kCostsOfDocuments.contains(table))
        return oracleSeesCosts(role) ? std::optional(expectedOwners(scope)) : std::nullopt;
    return kGoesByOwner.contains(table) ? expectedOwners(scope) : kEverybody;
}

exchange::RecordRequest allOf(const QString& kind)
{
    exchange::RecordRequest request;
    request.kind = kind;
    return request;
}

class WalkedCompany {
public:
    WalkedCompany()
    {
        exchange::NewCompany company;
        company.companyName = QStringLiteral("走查公司");
        company.seed = 3;
        database = value(exchange::createCompany(
            folder.filePath(QStringLiteral("walk.chengdan")), company, clock));
        owner.emplace(value(access::openSession(*database)));
        seatPeople();
        fillTables();
    }

    access::Context as(const access::Session& session) { return {*database, session, clock, ids}; }

    access::Session viewerWith(Role role, RoleScope scope)
    {
        access::PersonRole row;
        row.role = role;
        row.scope = scope;
        const auto context = as(*owner);
        value(access::RoleService(context).set(PersonId::fromNumber(kViewer), {row}));
        return value(access::openSession(*database, QStringLiteral("p7")));
    }

    // Owners of the rows of a list that stand for one person each; other rows do not count.
    std::set<int> ownersOf(const exchange::RecordTable& table) const
    {
        std::set<int> found;
        for (const storage::ListRow& row : table.rows) {
            const auto at = m_ownerOfRow.find({table.type->number, row.rid});
            if (at != m_ownerOfRow.end())
                found.insert(at->second);
        }
        return found;
    }

    qint64 rowOf(const schema::RecordType& type, int person) const
    {
        for (const auto& [key, who] : m_ownerOfRow) {
            if (key.first == type.number && who == person)
                return key.second;
        }
        return 0;
    }

    QTemporaryDir folder;
    ManualClock clock{Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28)};
    IdSource ids{clock, 11};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> owner;

private:
    void seatPeople()
    {
        const auto context = as(*owner);
        const auto region = [&](const char* code) {
            access::Region row;
            row.code = row.name = QString::fromLatin1(code);
            return value(access::RegionService(context).create(row)).id;
        };
        const RegionId east = region("east");
        const RegionId west = region("west");
        const auto team = [&](const char* name, RegionId place) {
            access::Team row;
            row.name = QString::fromLatin1(name);
            row.region = place;
            return value(access::TeamService(context).create(row)).id;
        };
        const TeamId east1 = team("East 1", east);
        const TeamId east2 = team("East 2", east);
        const TeamId west1 = team("West", west);
        const auto seat = [&](std::optional<TeamId> inTeam, std::optional<RegionId> inRegion) {
            access::Person row;
            const int number = ++m_seated;
            row.login = row.name = QStringLiteral("p%1").arg(number);
            row.team = inTeam;
            row.region = inRegion;
            const auto made = value(access::PeopleService(context).create(row, {}));
            REQUIRE(made.id.number() == number);
        };
        seat(east1, std::nullopt);
        seat(east1, std::nullopt);
        seat(east2, std::nullopt);
        seat(west1, std::nullopt);
        seat(std::nullopt, east);
        seat(east1, east);
    }

    // One row of every described type for everybody, straight from the descriptions: only what the
    // table insists on is filled, parts hang on the same person's document.
    void fillTables()
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::Connection& connection = transaction.connection();
            connection.execute(QStringLiteral("UPDATE _busy SET busy = 1"));
            for (const schema::RecordType* type : database->types()) {
                for (const int person : kEverybody)
                    insertRow(connection, *type, person);
            }
            connection.execute(QStringLiteral("UPDATE _busy SET busy = 0"));
            return {};
        }));
    }

    void insertRow(storage::Connection& connection, const schema::RecordType& type, int person)
    {
        const std::string table = type.table;
        schema::Value id = RawId::fromBytes(freshBytes()).bytes();
        if (type.smallId)
            id = qint64{100 + person};
        QStringList names{QStringLiteral("id"), QStringLiteral("owner")};
        schema::Row values{id, qint64{person}};
        for (const schema::Column& column : type.columns) {
            const bool needed = column.type == schema::ColumnType::Id && !column.nullable;
            if (!needed && column.type != schema::ColumnType::Text)
                continue;
            names += QString::fromLatin1(column.name);
            if (column.owned)
                values.push_back(m_ids[{column.references, person}]);
            else if (needed)
                values.push_back(freshBytes());
            else
                values.push_back(
                    QStringLiteral("%1-%2").arg(QLatin1String(column.name)).arg(person));
        }
        const QStringList marks(names.size(), QStringLiteral("?"));
        connection.execute(QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
                               .arg(QString::fromLatin1(type.table),
                                   names.join(QLatin1Char(',')),
                                   marks.join(QLatin1Char(','))),
            values);
        m_ids[{table, person}] = id;
        m_ownerOfRow[{type.number, connection.lastRowid()}] = person;
    }

    QByteArray freshBytes()
    {
        QByteArray bytes(16, '\0');
        const QByteArray number = QByteArray::number(++m_fresh);
        bytes.replace(16 - number.size(), number.size(), number);
        return bytes;
    }

    int m_seated = 1;
    int m_fresh = 1000;
    std::map<std::pair<std::string, int>, schema::Value> m_ids;
    std::map<std::pair<int, qint64>, int> m_ownerOfRow;
};

constexpr Role kWalkedRoles[] = {Role::Sales,
    Role::SalesManager,
    Role::Costing,
    Role::Finance,
    Role::Administrator,
    Role::Viewer};
constexpr RoleScope kWalkedScopes[] = {
    RoleScope::Own, RoleScope::Team, RoleScope::Region, RoleScope::All};

} // namespace

TEST_CASE("every list of every record type shows each role just the rows it may see",
    "[access][visibility]")
{
    WalkedCompany company;
    int lists = 0;
    for (const Role role : kWalkedRoles) {
        for (const RoleScope scope : kWalkedScopes) {
            const access::Session session = company.viewerWith(role, scope);
            const auto context = company.as(session);
            for (const schema::RecordType* type : company.database->types()) {
                CAPTURE(type->table, schema::codeOf(role), schema::codeOf(scope));
                const auto expected = oracle(type->table, role, scope);
                const auto listed =
                    exchange::listRecords(context, allOf(QString::fromLatin1(type->table)));
                REQUIRE(listed.has_value() == expected.has_value());
                if (!expected) {
                    CHECK(listed.error().code == QStringLiteral("PERMISSION"));
                    continue;
                }
                CHECK(company.ownersOf(*listed) == *expected);
                ++lists;
            }
        }
    }
    CHECK(lists > 24 * 20);
}

TEST_CASE("every table that is not for everybody is known to the walk", "[access][visibility]")
{
    std::set<std::string> described;
    for (const schema::RecordType* type : exchange::companyRecordTypes()) {
        const std::string table = type->table;
        if (type->scope == schema::Scope::Root)
            described.insert(table);
        if (type->scope == schema::Scope::Cost)
            CHECK((kCosts.contains(table) || kCostsOfDocuments.contains(table)));
    }
    CHECK(described == kGoesByOwner);
}

TEST_CASE("an export holds what the list shows and is put on record", "[access][visibility]")
{
    WalkedCompany company;
    const auto session = company.viewerWith(Role::Sales, RoleScope::Team);
    const auto context = company.as(session);
    const QString path = company.folder.filePath(QStringLiteral("out.csv"));
    CHECK(value(exchange::exportRecords(context, allOf(QStringLiteral("customers")), path))
        == static_cast<qint64>(expectedOwners(RoleScope::Team).size()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text.contains(QStringLiteral("name-2")));
    CHECK_FALSE(text.contains(QStringLiteral("name-5")));
    CHECK_FALSE(exchange::exportRecords(context, allOf(QStringLiteral("prices")), path));
    const auto noted = storage::selectOne<access::AuditEntry>(company.database->reader(),
        QStringLiteral("act = ? AND created_at > 0"),
        {QStringLiteral("export")});
    REQUIRE(noted);
    CHECK(noted->person == session.id());
    CHECK(noted->title == QStringLiteral("out.csv"));
    CHECK(noted->after.text.contains(QStringLiteral("\"rows\":4")));
}

TEST_CASE("a record somebody names is shown to who may see it only, and says whom to ask",
    "[access][visibility]")
{
    WalkedCompany company;
    const auto& customer = schema::describe<customers::Customer>();
    const auto session = company.viewerWith(Role::Sales, RoleScope::Own);
    const auto context = company.as(session);
    CHECK(access::requireVisible(context, customer, company.rowOf(customer, kViewer)));
    CHECK(access::requireVisible(context, customer, company.rowOf(customer, 0)));
    const auto refused = access::requireVisible(context, customer, company.rowOf(customer, 5));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("NOT_YOURS_BUT"));
    CHECK(refused.error().arg(QStringLiteral("owner")) == QStringLiteral("p5"));
    const auto gone = access::requireVisible(context, customer, 999'999);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == QStringLiteral("NOT_FOUND"));
    CHECK_FALSE(
        exchange::showRecord(context, QStringLiteral("customer"), QStringLiteral("name-5")));
}

TEST_CASE(
    "funnel, home figures and open quotes count the rows the lists show", "[access][visibility]")
{
    WalkedCompany company;
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto& connection = transaction.connection();
            connection.execute(QStringLiteral(
                "UPDATE opportunity SET stage = (SELECT id FROM stage WHERE kind = 'open' AND "
                "active = 1 ORDER BY seq LIMIT 1), next_on = '2026-05-01', opened_on = "
                "'2026-05-02', entered_stage_on = '2026-05-02'"));
            connection.execute(QStringLiteral("UPDATE quote SET state = 'draft'"));
            connection.execute(QStringLiteral("UPDATE stage_change SET deleted = 1"));
            return {};
        }));
    for (const RoleScope scope : kWalkedScopes) {
        CAPTURE(schema::codeOf(scope));
        const auto session = company.viewerWith(Role::Sales, scope);
        const auto& types = company.database->types();
        const auto owners =
            value(access::visible(session, types, schema::describe<pipeline::Opportunity>()))
                .owners;
        const auto expected = static_cast<qint64>(expectedOwners(scope).size());
        auto& reader = company.database->reader();
        const QDate today = company.clock.today();
        CHECK(value(analytics::funnel(reader, {.owners = owners}, today)).openCount == expected);
        CHECK(analytics::homeFigures(reader, owners, today).overdueSteps == expected);
        CHECK(static_cast<qint64>(analytics::dueSteps(reader, owners, today, 100).size())
            == expected);
        CHECK(value(analytics::openQuotes(reader, owners, today)).drafts == expected);
    }
}

TEST_CASE("roles add up: the widest reach counts", "[access][visibility]")
{
    WalkedCompany company;
    const auto context = company.as(*company.owner);
    access::PersonRole own;
    own.role = Role::Sales;
    own.scope = RoleScope::Own;
    access::PersonRole region;
    region.role = Role::Viewer;
    region.scope = RoleScope::Region;
    value(access::RoleService(context).set(PersonId::fromNumber(kViewer), {own, region}));
    const auto session = value(access::openSession(*company.database, QStringLiteral("p7")));
    const auto listed =
        value(exchange::listRecords(company.as(session), allOf(QStringLiteral("opportunities"))));
    CHECK(company.ownersOf(listed) == expectedOwners(RoleScope::Region));
}
