// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/ddl.h"
#include "tests/support/catch.h"

using namespace chengdan;

namespace {

enum class Colour { Red, Green };
std::span<const schema::Choice> choices(Colour)
{
    static constexpr schema::Choice kColours[] = {{"red", "Red"}, {"green", "Green"}};
    return kColours;
}

/// A record with one member of every kind that a description can hold.
struct Sample {
    CustomerId id;
    schema::RowMeta meta;
    QString name;
    Colour colour = Colour::Red;
    std::optional<Rate> rate;
    QDate on;
    schema::MinorUnits amount;
    Currency currency;
    bool flag = false;
    std::optional<CustomerId> parent;
};

schema::RecordType sampleType()
{
    using schema::column;
    return schema::recordType<Sample>({.table = "sample",
        .number = 7,
        .label = "Sample",
        .plural = "Samples",
        .scope = schema::Scope::Root,
        .title = "name",
        .columns = {column<&Sample::name>({.name = "name", .required = true, .unique = true}),
            column<&Sample::colour>({.name = "colour"}),
            column<&Sample::rate>({.name = "rate"}),
            column<&Sample::on>({.name = "on_date"}),
            column<&Sample::amount>({.name = "amount"}),
            column<&Sample::currency>({.name = "currency"}),
            column<&Sample::flag>({.name = "flag"}),
            column<&Sample::parent>({.name = "parent", .references = "sample"})}});
}

QString joined(const QStringList& statements)
{
    return statements.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("every kind of member is stored and read back as it was", "[schema]")
{
    const auto type = sampleType();
    Sample before;
    before.name = QStringLiteral("甲");
    before.colour = Colour::Green;
    before.rate = Rate::fromRaw(130'000);
    before.on = QDate(2026, 5, 28);
    before.amount.minor = -5;
    before.currency = *Currency::parse(QStringLiteral("USD"));
    before.flag = true;
    before.parent = CustomerId::fromRaw(RawId::fromBytes(QByteArray(16, 'x')));
    Sample after;
    for (const auto& column : type.columns)
        column.set(&after, column.get(&before));
    CHECK(after.name == before.name);
    CHECK(after.colour == Colour::Green);
    CHECK(after.rate == before.rate);
    CHECK(after.on == before.on);
    CHECK(after.amount.minor == -5);
    CHECK(after.currency == before.currency);
    CHECK(after.flag);
    CHECK((after.parent == before.parent));
    for (const auto& column : type.columns) {
        column.set(&after, schema::Value());
        INFO(column.name);
        CHECK(schema::isNull(column.get(&after)) == column.nullable);
    }
}

TEST_CASE("an unknown code of a choice reads as the first one and a null as none", "[schema]")
{
    Colour colour = Colour::Green;
    schema::ColumnTraits<Colour>::fromValue(QStringLiteral("blue"), colour);
    CHECK(colour == Colour::Red);
    CHECK(schema::fromCode<Colour>(u"green") == Colour::Green);
    CHECK_FALSE(schema::fromCode<Colour>(u"blue").has_value());
}

TEST_CASE("what is wrong with a set of descriptions is told", "[schema]")
{
    const auto good = sampleType();
    CHECK(schema::problems({&good}) == QStringList());
    CHECK_FALSE(schema::problems({&good, &good}).isEmpty());

    auto doubled = sampleType();
    doubled.columns.push_back(doubled.columns.front());
    CHECK(schema::problems({&doubled}).size() == 1);
    auto reserved = sampleType();
    reserved.columns.front().name = "owner";
    CHECK_FALSE(schema::problems({&reserved}).isEmpty());
    auto homeless = sampleType();
    homeless.columns.back().references = "nowhere";
    CHECK(schema::problems({&homeless}).size() == 1);
    auto untitled = sampleType();
    untitled.title = "nothing";
    CHECK(schema::problems({&untitled}).size() == 1);
}

TEST_CASE("a column that came later is a step of the migration and nothing else is", "[schema]")
{
    auto type = sampleType();
    CHECK(schema::schemaVersion({&type}) == 1);
    // The triggers of the journal may be worded anew without a change of the columns.
    CHECK(schema::sqliteMigration({&type}, 1)
        == schema::sqliteDropJournalTriggers(type) + schema::sqliteJournalTriggers(type));
    type.columns[6].since = 3;
    CHECK(schema::schemaVersion({&type}) == 3);
    const QString steps = joined(schema::sqliteMigration({&type}, 2));
    CHECK(steps.contains(QStringLiteral("ALTER TABLE sample ADD COLUMN flag")));
    CHECK_FALSE(steps.contains(QStringLiteral("ADD COLUMN name")));
    CHECK_FALSE(steps.contains(QStringLiteral("CREATE TABLE")));
    CHECK(steps.contains(QStringLiteral("CREATE TRIGGER")));
}

TEST_CASE("both dialects declare what the description says", "[schema]")
{
    const auto type = sampleType();
    const QString sqlite = joined(schema::sqliteTable(type));
    CHECK(sqlite.contains(QStringLiteral("colour TEXT NOT NULL DEFAULT 'red' CHECK")));
    CHECK(sqlite.contains(QStringLiteral("rate INTEGER,")));
    CHECK(sqlite.contains(QStringLiteral("CREATE INDEX sample_name ON sample(name)")));
    // A replica may lack the row a reference names, so only the server declares the key.
    CHECK_FALSE(sqlite.contains(QStringLiteral("REFERENCES")));
    const QString postgres = joined(schema::postgresSchema({&type}));
    CHECK(postgres.contains(QStringLiteral("REFERENCES")));
    CHECK(postgres.contains(QStringLiteral("UNIQUE"), Qt::CaseInsensitive));
}

TEST_CASE("the journal's mask has one bit a column", "[schema]")
{
    const auto type = sampleType();
    CHECK(schema::journalBit(type, u"owner") == 1);
    CHECK(schema::journalBit(type, u"deleted") == 2);
    CHECK(schema::journalBit(type, u"name") == 4);
    CHECK(schema::journalBit(type, u"parent") == 512);
    CHECK(schema::journalBit(type, u"nothing") == 0);
}
