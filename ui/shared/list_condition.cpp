// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_condition.h"

#include "core/storage/custom_column.h"
#include "core/storage/database.h"
#include "core/storage/list_query.h"
#include "ui/shared/custom_fields.h"
#include "ui/shared/format.h"
#include "ui/shared/record_source.h"
#include "ui/shared/windowed_model.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace chengdan::ui {

namespace {

using schema::ColumnType;

struct KindSuffix {
    ConditionKind kind;
    const char* suffix;
};

constexpr std::array<KindSuffix, 10> kSuffixes{{{ConditionKind::Is, ""},
    {ConditionKind::IsNot, "not"},
    {ConditionKind::Has, "has"},
    {ConditionKind::OneOf, "in"},
    {ConditionKind::Before, "before"},
    {ConditionKind::UpTo, "upto"},
    {ConditionKind::From, "from"},
    {ConditionKind::After, "after"},
    {ConditionKind::Empty, "empty"},
    {ConditionKind::Filled, "filled"}}};

QString conditionTr(const char* english)
{
    return QCoreApplication::translate("ListCondition", english);
}

access::FieldColumns addedFields(const ConditionContext& context, const QString& name)
{
    return storage::isCustomColumn(name) && context.database && context.type
        ? readFieldColumns(*context.database, *context.type)
        : access::FieldColumns();
}

std::optional<access::FieldDefinition> addedField(
    const ConditionContext& context, const QString& name)
{
    const access::FieldColumns fields = addedFields(context, name);
    const access::FieldDefinition* field = fields.definition(name);
    return field ? std::optional(*field) : std::nullopt;
}

ColumnType typeOf(const ConditionContext& context, const QString& name)
{
    const schema::Column* column = context.type ? context.type->column(name) : nullptr;
    if (column)
        return column->type;
    if (const auto field = addedField(context, name))
        return customFieldSpec(*field).type;
    return name == QLatin1String("owner") ? ColumnType::SmallId : ColumnType::Text;
}

QString columnTitle(const ConditionContext& context, const QString& name)
{
    if (context.columns) {
        for (const ColumnSpec& spec : *context.columns) {
            if (spec.key == name)
                return spec.title;
        }
    }
    const schema::Column* column = context.type ? context.type->column(name) : nullptr;
    return column ? schemaText(column->label) : name;
}

// One row by its id: the word a person knows it by.
QString referenceTitle(const ConditionContext& context, const QString& table, const QVariant& value)
{
    if (!context.database)
        return value.toString();
    const storage::Value id = value.typeId() == QMetaType::QByteArray
        ? storage::Value(value.toByteArray())
        : storage::Value(value.toLongLong());
    const auto title = context.database->read([&](storage::Connection& reader) -> Result<QString> {
        return storage::titleOfRow(reader, context.database->types(), table, id);
    });
    return title && !title->isEmpty() ? *title : noValue();
}

QString valueWords(const ConditionContext& context, const QString& name, const QVariant& value)
{
    if (value.typeId() == QMetaType::QVariantList) {
        QStringList words;
        for (const QVariant& one : value.toList())
            words += valueWords(context, name, one);
        return words.join(conditionTr(", "));
    }
    if (value.typeId() == QMetaType::QDate)
        return dateText(value.toDate(), context.today);
    if (!context.type)
        return value.toString();
    if (const QString table = storage::referencedTable(*context.type, name); !table.isEmpty())
        return referenceTitle(context, table, value);
    const access::FieldColumns added = addedFields(context, name);
    const schema::Column* column =
        storage::isCustomColumn(name) ? added.column(name) : context.type->column(name);
    if (!column)
        return value.toString();
    const ColumnSpec spec = columnSpec(*column);
    return spec.look ? spec.look(value).text : lookByKind(spec.kind, value, context.today).text;
}

QJsonValue storedCondition(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return QJsonObject{
            {QStringLiteral("hex"), QString::fromLatin1(value.toByteArray().toHex())}};
    case QMetaType::QDate:
        return QJsonObject{{QStringLiteral("day"), value.toDate().toString(Qt::ISODate)}};
    case QMetaType::QString:
        return value.toString();
    case QMetaType::QVariantList: {
        QJsonArray list;
        for (const QVariant& one : value.toList())
            list.append(storedCondition(one));
        return list;
    }
    default: // a JSON number holds 53 bits; money has 63
        return QJsonObject{{QStringLiteral("number"), QString::number(value.toLongLong())}};
    }
}

QVariant conditionOf(const QJsonValue& stored)
{
    if (stored.isString())
        return stored.toString();
    if (stored.isArray()) {
        QVariantList list;
        for (const QJsonValue& one : stored.toArray())
            list.append(conditionOf(one));
        return list;
    }
    const QJsonObject object = stored.toObject();
    if (object.contains(QLatin1String("hex")))
        return QByteArray::fromHex(object[QLatin1String("hex")].toString().toLatin1());
    if (object.contains(QLatin1String("day")))
        return QDate::fromString(object[QLatin1String("day")].toString(), Qt::ISODate);
    return QVariant(object[QLatin1String("number")].toString().toLongLong());
}

} // namespace

ConditionKey conditionKey(const QString& key)
{
    ConditionKey parsed{key.section(QLatin1Char(':'), 0, 0)};
    const QString suffix = key.section(QLatin1Char(':'), 1);
    for (const KindSuffix& known : kSuffixes) {
        if (suffix == QLatin1String(known.suffix))
            parsed.kind = known.kind;
    }
    return parsed;
}

QString conditionText(const ConditionKey& key)
{
    for (const KindSuffix& known : kSuffixes) {
        if (known.kind == key.kind && *known.suffix != '\0')
            return key.column + QLatin1Char(':') + QLatin1String(known.suffix);
    }
    return key.column;
}

QList<ConditionKind> conditionKinds(ColumnType type)
{
    using Kind = ConditionKind;
    switch (type) {
    case ColumnType::Flag:
        return {Kind::Is};
    case ColumnType::Choice:
    case ColumnType::Id:
    case ColumnType::SmallId:
    case ColumnType::Currency:
        return {Kind::Is, Kind::IsNot, Kind::Empty, Kind::Filled};
    case ColumnType::Date:
        return {
            Kind::From, Kind::UpTo, Kind::Before, Kind::After, Kind::Is, Kind::Empty, Kind::Filled};
    case ColumnType::Text:
        return {Kind::Has, Kind::Is, Kind::IsNot, Kind::Empty, Kind::Filled};
    default:
        return {Kind::From, Kind::UpTo, Kind::Before, Kind::After, Kind::Is, Kind::IsNot};
    }
}

bool takesValue(ConditionKind kind)
{
    return kind != ConditionKind::Empty && kind != ConditionKind::Filled;
}

QString conditionWord(ConditionKind kind, ColumnType type)
{
    const bool date = type == ColumnType::Date;
    switch (kind) {
    case ConditionKind::Is:
        return conditionTr(QT_TRANSLATE_NOOP("ListCondition", "is"));
    case ConditionKind::IsNot:
        return conditionTr(QT_TRANSLATE_NOOP("ListCondition", "is not"));
    case ConditionKind::Has:
        return conditionTr(QT_TRANSLATE_NOOP("ListCondition", "contains"));
    case ConditionKind::OneOf:
        return conditionTr(QT_TRANSLATE_NOOP("ListCondition", "is one of"));
    case ConditionKind::Before:
        return date ? conditionTr(QT_TRANSLATE_NOOP("ListCondition", "before"))
                    : conditionTr(QT_TRANSLATE_NOOP("ListCondition", "less than"));
    case ConditionKind::UpTo:
        return date ? conditionTr(QT_TRANSLATE_NOOP("ListCondition", "up to"))
                    : conditionTr(QT_TRANSLATE_NOOP("ListCondition", "at most"));
    case ConditionKind::From:
        return date ? conditionTr(QT_TRANSLATE_NOOP("ListCondition", "from"))
                    : conditionTr(QT_TRANSLATE_NOOP("ListCondition", "at least"));
    case ConditionKind::After:
        return date ? conditionTr(QT_TRANSLATE_NOOP("ListCondition", "after"))
                    : conditionTr(QT_TRANSLATE_NOOP("ListCondition", "more than"));
    case ConditionKind::Empty:
        return conditionTr(QT_TRANSLATE_NOOP("ListCondition", "is empty"));
    case ConditionKind::Filled:
        return conditionTr(QT_TRANSLATE_NOOP("ListCondition", "is filled"));
    }
    return {};
}

QString conditionWords(const ConditionContext& context, const QString& key, const QVariant& value)
{
    const ConditionKey parsed = conditionKey(key);
    const QString title = columnTitle(context, parsed.column);
    if (typeOf(context, parsed.column) == ColumnType::Flag && takesValue(parsed.kind))
        return QCoreApplication::translate(
            "ListCondition", "%1: %2", "a yes-or-no column and its answer: In use: Yes")
            .arg(title, valueWords(context, parsed.column, value));
    const QString word = conditionWord(parsed.kind, typeOf(context, parsed.column));
    if (!takesValue(parsed.kind))
        return QCoreApplication::translate(
            "ListCondition", "%1 %2", "column and comparison: Closed on is empty")
            .arg(title, word);
    return QCoreApplication::translate(
        "ListCondition", "%1 %2 %3", "column, comparison, value: Grade is A")
        .arg(title, word, valueWords(context, parsed.column, value));
}

QJsonObject conditionsToJson(const QVariantMap& conditions)
{
    QJsonObject stored;
    for (auto at = conditions.cbegin(); at != conditions.cend(); ++at)
        stored.insert(at.key(), storedCondition(at.value()));
    return stored;
}

QVariantMap conditionsFromJson(const QJsonObject& stored)
{
    QVariantMap conditions;
    for (auto at = stored.constBegin(); at != stored.constEnd(); ++at)
        conditions.insert(at.key(), conditionOf(at.value()));
    return conditions;
}

} // namespace chengdan::ui
