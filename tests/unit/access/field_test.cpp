// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit_triggers.h"
#include "core/access/custom_values.h"
#include "core/access/field_columns.h"
#include "core/storage/custom_column.h"
#include "core/storage/list_keys.h"
#include "tests/support/company_fixture.h"

#include <rapidcheck.h>

using namespace chengdan;
using access::FieldDefinition;
using access::FieldKind;
using access::FieldService;
using access::Role;
using access::RoleScope;
using tests::CompanyFixture;
using tests::value;

namespace {

/// A record that may have added fields, small enough for this room.
struct PlainContact {
    ContactId id;
    schema::RowMeta meta;
    QString name;
};

FieldDefinition textField(const char* key, FieldKind kind = FieldKind::Text)
{
    FieldDefinition field;
    field.record = QStringLiteral("contact");
    field.key = QString::fromLatin1(key);
    field.labelZh = QStringLiteral("字段 ") + field.key;
    field.kind = kind;
    return field;
}

} // namespace

namespace chengdan {
template <>
const schema::RecordType& schema::describe<PlainContact>()
{
    static const RecordType type = recordType<PlainContact>({.table = "contact",
        .number = 901,
        .label = "Contact",
        .plural = "Contacts",
        .title = "name",
        .columns = {column<&PlainContact::name>({.name = "name", .label = "Name"})}});
    return type;
}
} // namespace chengdan

namespace {

struct FieldDesk : CompanyFixture {
    FieldDesk()
        : CompanyFixture({&schema::describe<FieldDefinition>(), &schema::describe<PlainContact>()})
    {
    }
    FieldDefinition add(FieldDefinition field) { return value(service.add(std::move(field))); }
    PlainContact row(const char* name, const std::map<QString, schema::Value>& fields)
    {
        PlainContact contact;
        contact.name = QString::fromLatin1(name);
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            contact.id = ContactId::make(ids);
            contact.meta.custom = access::withCustom({}, fields);
            auto taken = access::takeNewCustom(context, transaction.connection(), contact);
            if (taken)
                storage::insert(transaction, contact);
            return taken;
        }));
        return contact;
    }
    Result<schema::JsonText> merge(const schema::JsonText& stored, const schema::JsonText& changes)
    {
        return access::mergeCustom(*database, reader(), QStringLiteral("contact"), stored, changes);
    }
    storage::ListQuery query()
    {
        storage::ListQuery made;
        made.type = &schema::describe<PlainContact>();
        made.types = &database->types();
        return made;
    }
    std::vector<qint64> keys(const storage::ListQuery& asked)
    {
        return storage::orderedKeys(reader(), asked, storage::matchingRows(reader(), asked));
    }
    access::Context context = asOwner();
    FieldService service{context};
};

} // namespace

TEST_CASE("an added field stands after the others and can be moved", "[access][fields]")
{
    FieldDesk desk;
    desk.add(textField("one"));
    desk.add(textField("two"));
    const FieldDefinition three = desk.add(textField("three"));
    value(desk.service.move(three.id, -5));
    const auto fields = access::fieldsOf(*desk.database, desk.reader(), QStringLiteral("contact"));
    REQUIRE(fields.size() == 3);
    CHECK(fields[0].key == QStringLiteral("three"));
    CHECK(fields[1].key == QStringLiteral("one"));
    CHECK(fields[2].key == QStringLiteral("two"));
    value(desk.service.move(three.id, 1));
    CHECK(access::fieldsOf(*desk.database, desk.reader(), QStringLiteral("contact"))[1].key
        == QStringLiteral("three"));
}

TEST_CASE("a definition needs a record type, a plain key of its own, a label and choices",
    "[access][fields]")
{
    FieldDesk desk;
    desk.add(textField("taken"));
    const auto refused = [&](const FieldDefinition& field) {
        const auto answer = desk.service.add(field);
        return answer ? QString() : answer.error().code;
    };
    CHECK(refused(textField("Big")) == QStringLiteral("FIELD_KEY"));
    CHECK(refused(textField("a') OR ('1")) == QStringLiteral("FIELD_KEY"));
    CHECK(refused(textField("taken")) == QStringLiteral("DUPLICATE"));
    CHECK(refused(textField("kind", FieldKind::Choice)) == QStringLiteral("FIELD_CHOICES"));
    FieldDefinition twice = textField("kind", FieldKind::Choice);
    twice.choices = QStringLiteral("甲\n甲");
    CHECK(refused(twice) == QStringLiteral("FIELD_CHOICES"));
    FieldDefinition elsewhere = textField("other");
    elsewhere.record = QStringLiteral("person");
    CHECK(refused(elsewhere) == QStringLiteral("FIELD_RECORD"));
    FieldDefinition unnamed = textField("other");
    unnamed.labelZh.clear();
    CHECK(refused(unnamed) == QStringLiteral("REQUIRED"));
    const auto rep = desk.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto low = desk.as(rep);
    CHECK(FieldService(low).add(textField("mine")).error().code == QStringLiteral("PERMISSION"));
}

TEST_CASE("a field with values is retired, not deleted, and keeps kind and used choices",
    "[access][fields]")
{
    FieldDesk desk;
    FieldDefinition grade = textField("grade", FieldKind::Choice);
    grade.choices = QStringLiteral("高\n低");
    grade = desk.add(grade);
    const FieldDefinition unused = desk.add(textField("unused"));
    desk.row("Li", {{QStringLiteral("grade"), QStringLiteral("高")}});
    CHECK(value(desk.service.used(grade)) == 1);
    CHECK(desk.service.remove(grade.id).error().code == QStringLiteral("FIELD_IN_USE"));
    value(desk.service.remove(unused.id));
    FieldDefinition changed = grade;
    changed.kind = FieldKind::Text;
    CHECK(desk.service.update(changed).error().code == QStringLiteral("FIELD_IN_USE"));
    changed = grade;
    changed.choices = QStringLiteral("低\n中");
    CHECK(desk.service.update(changed).error().field == QStringLiteral("choices"));
    changed.choices = QStringLiteral("高\n中");
    grade = value(desk.service.update(changed));
    grade.active = false;
    value(desk.service.update(grade));
    CHECK(access::fieldsOf(*desk.database, desk.reader(), QStringLiteral("contact")).empty());
    CHECK(access::fieldsOf(*desk.database, desk.reader(), QStringLiteral("contact"), true).size()
        == 1);
}

TEST_CASE("a value must be defined and of its kind", "[access][fields]")
{
    FieldDesk desk;
    desk.add(textField("price", FieldKind::Money));
    desk.add(textField("until", FieldKind::Date));
    FieldDefinition asked = textField("asked");
    asked.required = true;
    desk.add(asked);
    const auto code = [&](const char* changes, const char* stored = "{}") {
        const auto answer = desk.merge({QString::fromUtf8(stored)}, {QString::fromUtf8(changes)});
        return answer ? QString() : answer.error().code;
    };
    CHECK(code("{\"price\":9007199254740993}").isEmpty());
    CHECK(code("{\"price\":1.5}") == QStringLiteral("FIELD_VALUE"));
    CHECK(code("{\"price\":\"12\"}") == QStringLiteral("FIELD_VALUE"));
    CHECK(code("{\"until\":\"2026-02-30\"}") == QStringLiteral("FIELD_VALUE"));
    CHECK(code("{\"nothing\":1}") == QStringLiteral("FIELD_UNKNOWN"));
    CHECK(code("{\"asked\":null}", "{\"asked\":\"x\"}") == QStringLiteral("REQUIRED"));
    // What is there and does not change is nobody's fault.
    CHECK(code("{\"gone\":1,\"price\":2}", "{\"gone\":1}").isEmpty());
    const auto exact = value(
        desk.merge({}, access::withCustom({}, {{QStringLiteral("price"), 9007199254740993}})));
    CHECK(access::customValue(exact, QStringLiteral("price"))
        == schema::Value(qint64{9007199254740993}));
}

TEST_CASE("edits of different keys both survive, whoever saves first", "[access][fields]")
{
    CHECK(rc::check("custom edits merge by key", [] {
        // For each of six keys its value, or -1 where the key is not named.
        const auto keys =
            rc::gen::map(rc::gen::container<std::vector<int>>(6, rc::gen::inRange(-1, 4)),
                [](const std::vector<int>& values) {
                    std::map<int, int> named;
                    for (int key = 0; key < 6; ++key) {
                        if (values[std::size_t(key)] >= 0)
                            named[key] = values[std::size_t(key)];
                    }
                    return named;
                });
        const auto object = [](const std::map<int, int>& values, int none) {
            std::map<QString, schema::Value> fields;
            for (const auto& [key, number] : values)
                fields[QStringLiteral("k%1").arg(key)] =
                    number == none ? schema::Value() : schema::Value(qint64{number});
            return access::withCustom({}, fields);
        };
        const auto base = *keys;
        const auto first = *keys;
        auto second = *keys;
        for (const auto& [key, number] : first)
            second.erase(key);
        const schema::JsonText stored = access::mergedCustom({}, object(base, -1));
        const schema::JsonText a = object(first, 0); // a nought takes the key away
        const schema::JsonText b = object(second, 0);
        const auto ab = access::mergedCustom(access::mergedCustom(stored, a), b);
        const auto ba = access::mergedCustom(access::mergedCustom(stored, b), a);
        for (int key = 0; key < 6; ++key) {
            const auto edit = first.count(key) != 0 ? first
                : second.count(key) != 0            ? second
                                                    : base;
            const bool edited = first.count(key) != 0 || second.count(key) != 0;
            schema::Value expected;
            if (edit.count(key) != 0 && !(edited && edit.at(key) == 0))
                expected = qint64{edit.at(key)};
            const QString name = QStringLiteral("k%1").arg(key);
            RC_ASSERT(access::customValue(ab, name) == expected);
            RC_ASSERT(access::customValue(ba, name) == expected);
        }
    }));
}

TEST_CASE("lists filter and sort by an added field", "[access][fields]")
{
    FieldDesk desk;
    FieldDefinition price = textField("price", FieldKind::Money);
    price.searchable = true;
    desk.add(price);
    desk.add(textField("town"));
    const QString town = QStringLiteral("town");
    const QString key = QStringLiteral("price");
    const auto a = desk.row("a", {{key, qint64{300}}, {town, QStringLiteral("宁波")}});
    const auto b = desk.row("b", {{key, qint64{-20}}});
    const auto c = desk.row("c", {{key, qint64{9}}, {town, QStringLiteral("杭州")}});
    const auto d = desk.row("d", {});
    storage::ListQuery query = desk.query();
    query.sort = {{QStringLiteral("custom.price"), false}};
    value(storage::check(query));
    CHECK(desk.keys(query) == std::vector<qint64>{b.meta.rid, c.meta.rid, a.meta.rid, d.meta.rid});
    CHECK(storage::listSum(desk.reader(), query, QStringLiteral("custom.price")) == 289);
    query.filters = {{QStringLiteral("custom.price"), storage::Compare::GreaterOrEqual, qint64{9}}};
    CHECK(desk.keys(query) == std::vector<qint64>{c.meta.rid, a.meta.rid});
    query.filters = {
        {QStringLiteral("custom.town"), storage::Compare::Contains, QStringLiteral("宁")}};
    CHECK(desk.keys(query) == std::vector<qint64>{a.meta.rid});
    query.filters = {{QStringLiteral("custom.town"), storage::Compare::IsEmpty}};
    CHECK(desk.keys(query) == std::vector<qint64>{b.meta.rid, d.meta.rid});
    const std::vector<qint64> one{a.meta.rid};
    const auto rows = storage::listRows(desk.reader(),
        desk.database->types(),
        schema::describe<PlainContact>(),
        {QStringLiteral("custom.price"), QStringLiteral("custom.town")},
        one);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].values == storage::Row{qint64{300}, QStringLiteral("宁波")});
    query.filters = {{QStringLiteral("custom.a') --"), storage::Compare::IsEmpty}};
    CHECK_FALSE(storage::check(query));
}

TEST_CASE("a searchable field is looked up in its index", "[access][fields]")
{
    FieldDesk desk;
    FieldDefinition price = textField("price", FieldKind::Money);
    price.searchable = true;
    price = desk.add(price);
    storage::ListQuery query = desk.query();
    query.filters = {{QStringLiteral("custom.price"), storage::Compare::Equal, qint64{9}}};
    const auto plan = [&] {
        // Explaining alone does not look whether the schema has changed; reading does.
        storage::listKeys(desk.reader(), query);
        const storage::BoundSql where = storage::listWhere(query);
        auto rows = desk.reader().query(
            QStringLiteral("EXPLAIN QUERY PLAN SELECT t.rid FROM contact t") + where.text,
            where.values);
        QString text;
        while (rows.next())
            text += rows.text(3);
        return text;
    };
    INFO(plan().toStdString());
    CHECK(plan().contains(QStringLiteral("custom_contact_price")));
    // A file whose definition came another way lacks the index until it is opened.
    value(desk.database->write(PersonId(), [](storage::Transaction& tx) -> Result<void> {
        tx.connection().execute(QStringLiteral("DROP INDEX custom_contact_price"));
        return {};
    }));
    CHECK_FALSE(plan().contains(QStringLiteral("custom_contact_price")));
    value(access::prepareAccess(*desk.database));
    CHECK(plan().contains(QStringLiteral("custom_contact_price")));
    price.searchable = false;
    value(desk.service.update(price));
    CHECK_FALSE(plan().contains(QStringLiteral("custom_contact_price")));
}

TEST_CASE("added fields stand as columns in the asked language", "[access][fields]")
{
    FieldDesk desk;
    FieldDefinition price = textField("price", FieldKind::Money);
    price.labelZh = QStringLiteral("协议价");
    price.labelEn = QStringLiteral("Agreed price");
    desk.add(price);
    const auto columns = [&](Language language) {
        return access::FieldColumns::of(
            *desk.database, desk.reader(), schema::describe<PlainContact>(), language);
    };
    const auto zh = columns(Language::Chinese);
    REQUIRE(zh.columns().size() == 1);
    CHECK(QString::fromUtf8(zh.columns()[0].label) == QStringLiteral("协议价"));
    CHECK(zh.columns()[0].type == schema::ColumnType::Money);
    CHECK(zh.column(u"custom.price") == &zh.columns()[0]);
    CHECK(zh.definition(u"custom.price")->labelEn == QStringLiteral("Agreed price"));
    CHECK(QString::fromUtf8(columns(Language::English).columns()[0].label)
        == QStringLiteral("Agreed price"));
}
