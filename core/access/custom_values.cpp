// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/custom_values.h"

#include "core/access/validation.h"
#include "core/storage/custom_column.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace chengdan::access {

namespace {

QJsonObject customObject(const schema::JsonText& custom)
{
    return custom.text.isEmpty() ? QJsonObject()
                                 : QJsonDocument::fromJson(custom.text.toUtf8()).object();
}

schema::JsonText customText(const QJsonObject& object)
{
    return {QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))};
}

bool isWhole(const QJsonValue& value)
{
    // toInteger answers the default for anything that is no whole number.
    return value.isDouble() && value.toInteger(0) == value.toInteger(1);
}

bool fitsKind(const FieldDefinition& field, const QJsonValue& value)
{
    switch (field.kind) {
    case FieldKind::Text:
        return value.isString() && value.toString().size() <= kLongestText;
    case FieldKind::Number:
    case FieldKind::Money:
        return isWhole(value);
    case FieldKind::Date:
        return value.isString() && QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case FieldKind::Choice:
        return value.isString() && field.choiceList().contains(value.toString());
    case FieldKind::YesNo:
        return isWhole(value) && (value.toInteger() == 0 || value.toInteger() == 1);
    }
    return false;
}

QString shownJson(const QJsonValue& value)
{
    return value.isString() ? value.toString().left(40) : QString::number(value.toInteger());
}

Result<void> checkChange(const FieldDefinition* field, const QString& key, const QJsonValue& value)
{
    const QString column = storage::customColumn(key);
    if (field == nullptr)
        return fail("FIELD_UNKNOWN", column, {{QStringLiteral("key"), key}});
    if (value.isNull())
        return field->required
            ? fail("REQUIRED", column, {{QStringLiteral("label"), field->labelZh}})
            : Result<void>();
    if (fitsKind(*field, value))
        return {};
    return fail("FIELD_VALUE",
        column,
        {{QStringLiteral("name"), field->labelZh}, {QStringLiteral("text"), shownJson(value)}});
}

} // namespace

schema::Value customValue(const schema::JsonText& custom, const QString& key)
{
    const QJsonValue value = customObject(custom).value(key);
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return qint64{value.toInteger()};
    return {};
}

schema::JsonText withCustom(
    const schema::JsonText& custom, const std::map<QString, schema::Value>& values)
{
    QJsonObject object = customObject(custom);
    for (const auto& [key, value] : values) {
        if (const auto* number = std::get_if<qint64>(&value))
            object.insert(key, *number);
        else if (const QString text = schema::toText(value); !text.isEmpty())
            object.insert(key, text);
        else
            object.insert(key, QJsonValue());
    }
    return customText(object);
}

schema::JsonText mergedCustom(const schema::JsonText& stored, const schema::JsonText& changes)
{
    const QJsonObject changed = customObject(changes);
    if (changed.isEmpty())
        return stored;
    const QJsonObject before = customObject(stored);
    QJsonObject merged = before;
    for (auto at = changed.begin(); at != changed.end(); ++at) {
        if (at.value().isNull())
            merged.remove(at.key());
        else
            merged.insert(at.key(), at.value());
    }
    return merged == before ? stored : customText(merged);
}

Result<schema::JsonText> mergeCustom(const storage::Database& database,
    storage::Connection& connection,
    const QString& table,
    const schema::JsonText& stored,
    const schema::JsonText& changes)
{
    if (stored == changes)
        return stored;
    const QJsonObject before = customObject(stored);
    const QJsonObject changed = customObject(changes);
    std::optional<std::vector<FieldDefinition>> fields;
    Findings findings;
    for (auto at = changed.begin(); at != changed.end(); ++at) {
        const QJsonValue old = before.value(at.key());
        if (old == at.value() || (old.isUndefined() && at.value().isNull()))
            continue;
        if (!fields)
            fields = fieldsOf(database, connection, table);
        const auto field = std::find_if(fields->begin(), fields->end(), [&](const auto& defined) {
            return defined.key == at.key();
        });
        findings.add(checkChange(field == fields->end() ? nullptr : &*field, at.key(), at.value()));
    }
    if (auto sound = findings.result(); !sound)
        return fail(sound.error());
    return mergedCustom(stored, changes);
}

} // namespace chengdan::access
