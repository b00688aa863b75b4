// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The planning of a join by itself: rows in, decisions out, no file and no server.
#include "core/exchange/company.h"
#include "core/sync/join_numbers.h"
#include "core/sync/server_schema.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

using Fate = sync::PlannedRow::Fate;
using PersonFate = sync::PersonMatch::Fate;
using Cells = std::map<QString, schema::Value>;

const schema::RecordTypes& types()
{
    return exchange::companyRecordTypes();
}

const schema::RecordType& typeNamed(const char* table)
{
    for (const schema::RecordType* type : types()) {
        if (QLatin1String(type->table) == QLatin1String(table))
            return *type;
    }
    FAIL("no type " << table);
    return *types().front();
}

QByteArray key(int number)
{
    return QByteArray(15, '\1') + static_cast<char>(number);
}

/// A row with these cells, everything else as empty as it can be.
schema::Row rowOf(const char* table, const schema::Value& id, const Cells& cells)
{
    const schema::RecordType& type = typeNamed(table);
    const QStringList names = sync::sentColumns(type);
    schema::Row row;
    for (const QString& name : names) {
        const schema::Column* column = type.column(name);
        const auto given = cells.find(name);
        if (given != cells.end())
            row.push_back(given->second);
        else if (name == QLatin1String("id"))
            row.push_back(id);
        else if (name == QLatin1String("root_id") || (column != nullptr && column->nullable))
            row.push_back({});
        else if (name == QLatin1String("custom"))
            row.push_back(QStringLiteral("{}"));
        else if (column == nullptr || column->type != schema::ColumnType::Text)
            row.push_back(qint64{0});
        else
            row.push_back(QStringLiteral(""));
    }
    return row;
}

schema::Row personRow(qint64 number, const char* login, const char* name)
{
    return rowOf("person",
        number,
        {{QStringLiteral("login"), QString::fromUtf8(login)},
            {QStringLiteral("name"), QString::fromUtf8(name)},
            {QStringLiteral("active"), qint64{1}}});
}

struct Meeting {
    sync::OwnFile mine;
    sync::TableRows theirs;
    sync::Joiner joiner;
    Meeting()
    {
        mine.person = 1;
        mine.deviceCode = QStringLiteral("A1");
        mine.rows[&typeNamed("person")] = {personRow(1, "owner", "王雪"),
            personRow(2, "lee", "李"),
            personRow(3, "zhao", "赵"),
            personRow(4, "gone", "走了")};
        theirs[&typeNamed("person")] = {
            personRow(7, "wx", "王雪"), personRow(8, "lee", "李四"), personRow(9, "x", "赵")};
        joiner.person = 7;
        joiner.deviceCode = QStringLiteral("C4");
        joiner.owners = {7};
        joiner.rights = {QStringLiteral("customer.edit")};
    }
    sync::PeoplePlan people(std::optional<bool> creating = {})
    {
        return sync::planPeople(types(), mine, theirs, joiner, creating);
    }
    sync::JoinPlan plan() { return sync::planJoin(types(), mine, theirs, joiner, people()); }
    const sync::PlannedRow& only(const sync::JoinPlan& plan, const char* table)
    {
        const sync::PlannedRow* found = nullptr;
        for (const sync::PlannedRow& row : plan.rows) {
            if (row.type == &typeNamed(table))
                found = &row;
        }
        REQUIRE(found != nullptr);
        return *found;
    }
    schema::Value cell(const sync::PlannedRow& row, const char* column)
    {
        return row.row[static_cast<std::size_t>(
            sync::sentColumns(*row.type).indexOf(QLatin1String(column)))];
    }
};

} // namespace

TEST_CASE("every small number of every type is known to count people, teams or regions",
    "[sync][join][joinplan]")
{
    for (const schema::RecordType* type : types()) {
        for (const schema::Column& column : type->columns) {
            INFO(type->table << "." << column.name);
            const QString table = sync::smallTableOf(*type, QString::fromLatin1(column.name));
            if (column.type == schema::ColumnType::SmallId)
                CHECK((table == QLatin1String("person") || table == QLatin1String("team")
                    || table == QLatin1String("region")));
            else
                CHECK(table.isEmpty());
        }
        CHECK(sync::smallTableOf(*type, QStringLiteral("owner")) == QStringLiteral("person"));
    }
}

TEST_CASE("people are matched by who signs in, by login, then by a name only one bears",
    "[sync][join][joinplan]")
{
    Meeting meeting;
    const auto plan = meeting.people();
    REQUIRE(plan.people.size() == 4);
    CHECK(plan.people[0].fate == PersonFate::Myself); // by name: the logins differ
    CHECK(plan.people[0].server == 7);
    CHECK(plan.people[1].fate == PersonFate::Known);
    CHECK(plan.people[1].server == 8);
    CHECK(plan.people[2].server == 9);
    CHECK(plan.people[3].fate == PersonFate::BecomesMine);
    CHECK(plan.people[3].server == 7);
    CHECK_FALSE(plan.creates());
    // Two of a name are nobody; an administrator adds whom the server lacks.
    meeting.theirs[&typeNamed("person")].push_back(personRow(10, "y", "赵"));
    meeting.joiner.rights.insert(QStringLiteral("admin"));
    const auto adding = meeting.people();
    CHECK(adding.people[2].fate == PersonFate::Create);
    CHECK(adding.people[3].fate == PersonFate::Create);
    CHECK(meeting.people(false).people[2].fate == PersonFate::BecomesMine);
}

TEST_CASE("a customer keeps who made it by name where that person is not on the server",
    "[sync][join][joinplan]")
{
    Meeting meeting;
    meeting.mine.rows[&typeNamed("customer")] = {rowOf("customer",
        key(1),
        {{QStringLiteral("root_id"), key(1)},
            {QStringLiteral("owner"), qint64{4}},
            {QStringLiteral("created_by"), qint64{4}},
            {QStringLiteral("name"), QStringLiteral("鑫达")},
            {QStringLiteral("number"), QStringLiteral("KH-A1-2026-0001")}})};
    const auto plan = meeting.plan();
    const sync::PlannedRow& customer = meeting.only(plan, "customer");
    CHECK(customer.fate == Fate::Register);
    CHECK(meeting.cell(customer, "owner") == schema::Value(qint64{7}));
    CHECK(meeting.cell(customer, "number") == schema::Value(QStringLiteral("KH-C4-2026-0001")));
    const QString custom = schema::toText(meeting.cell(customer, "custom"));
    CHECK(custom.contains(QStringLiteral("\"joined_author\":\"走了\"")));
    CHECK(custom.contains(QStringLiteral("\"joined_number\":\"KH-A1-2026-0001\"")));
    // Without the right it stays, with the reason.
    meeting.joiner.rights.clear();
    const auto held = meeting.plan();
    CHECK(meeting.only(held, "customer").fate == Fate::Held);
    CHECK(meeting.only(held, "customer").why->code == QStringLiteral("JOIN_NOT_ALLOWED"));
}

TEST_CASE("a unit of the same code is the server's, and what refers to it follows",
    "[sync][join][joinplan]")
{
    Meeting meeting;
    meeting.joiner.rights = {QStringLiteral("item.edit")};
    const auto unit = [](int id, const char* name) {
        return rowOf("uom",
            key(id),
            {{QStringLiteral("code"), QStringLiteral("PCS")},
                {QStringLiteral("name"), QString::fromUtf8(name)}});
    };
    meeting.mine.rows[&typeNamed("uom")] = {unit(1, "件")};
    meeting.theirs[&typeNamed("uom")] = {unit(2, "个")};
    meeting.mine.rows[&typeNamed("item")] = {rowOf("item",
        key(3),
        {{QStringLiteral("code"), QStringLiteral("I-1")}, {QStringLiteral("base_uom"), key(1)}})};
    const auto plan = meeting.plan();
    CHECK(meeting.only(plan, "uom").fate == Fate::Differs);
    CHECK(meeting.only(plan, "uom").columns == QStringList{QStringLiteral("name")});
    CHECK(meeting.only(plan, "item").fate == Fate::Send);
    CHECK(meeting.cell(meeting.only(plan, "item"), "base_uom") == schema::Value(key(2)));
    // Who may not edit items has nothing to decide about a unit, and may not send the item.
    meeting.joiner.rights.clear();
    const auto rep = meeting.plan();
    CHECK(meeting.only(rep, "uom").fate == Fate::Matched);
    CHECK(meeting.only(rep, "item").fate == Fate::Held);
}

TEST_CASE("a row that names one which stays here stays with it", "[sync][join][joinplan]")
{
    Meeting meeting;
    meeting.joiner.rights = {QStringLiteral("customer.edit"), QStringLiteral("opportunity.edit")};
    meeting.mine.rows[&typeNamed("customer")] = {
        rowOf("customer", key(1), {{QStringLiteral("root_id"), key(1)}})};
    meeting.mine.rows[&typeNamed("stage")] = {
        rowOf("stage", key(2), {{QStringLiteral("code"), QStringLiteral("own")}})};
    meeting.mine.rows[&typeNamed("opportunity")] = {rowOf("opportunity",
        key(3),
        {{QStringLiteral("root_id"), key(1)},
            {QStringLiteral("customer"), key(1)},
            {QStringLiteral("stage"), key(2)}})};
    const auto plan = meeting.plan();
    CHECK(meeting.only(plan, "stage").why->code == QStringLiteral("JOIN_NOT_ALLOWED"));
    CHECK(meeting.only(plan, "opportunity").fate == Fate::Held);
    CHECK(meeting.only(plan, "opportunity").why->code == QStringLiteral("JOIN_REFERS_HELD"));
}

TEST_CASE("an audit entry speaks of the same people by their new numbers", "[sync][join][joinplan]")
{
    Meeting meeting;
    meeting.mine.rows[&typeNamed("audit_entry")] = {rowOf("audit_entry",
        key(1),
        {{QStringLiteral("person"), qint64{1}},
            {QStringLiteral("record_table"), QStringLiteral("person")},
            {QStringLiteral("record"), QStringLiteral("2")},
            {QStringLiteral("old_values"), QStringLiteral("{\"owner\":2,\"name\":\"2\"}")},
            {QStringLiteral("new_values"), QStringLiteral("{}")}})};
    const auto plan = meeting.plan();
    const sync::PlannedRow& entry = meeting.only(plan, "audit_entry");
    CHECK(entry.fate == Fate::Send);
    CHECK(meeting.cell(entry, "person") == schema::Value(qint64{7}));
    CHECK(meeting.cell(entry, "record") == schema::Value(QStringLiteral("8")));
    CHECK(meeting.cell(entry, "old_values")
        == schema::Value(QStringLiteral("{\"name\":\"2\",\"owner\":8}")));
    // Nobody writes down what another did.
    meeting.mine.rows[&typeNamed("audit_entry")][0] =
        rowOf("audit_entry", key(1), {{QStringLiteral("person"), qint64{2}}});
    const auto other = meeting.plan();
    CHECK(meeting.only(other, "audit_entry").why->code == QStringLiteral("JOIN_AUDIT_OF_OTHERS"));
}
