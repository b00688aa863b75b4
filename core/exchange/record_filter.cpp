// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/record_filter.h"

#include "core/access/field_columns.h"
#include "core/base/id.h"
#include "core/storage/custom_column.h"

#include <QRegularExpression>

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::Value;
using storage::Compare;

struct FilterOperator {
    const char* sign;
    Compare compare;
};

// The longer signs first, since "<" also begins "<=".
constexpr FilterOperator kOperators[] = {
    {"!=", Compare::NotEqual},
    {"<=", Compare::LessOrEqual},
    {">=", Compare::GreaterOrEqual},
    {"=", Compare::Equal},
    {"<", Compare::Less},
    {">", Compare::Greater},
    {"~", Compare::Contains},
};

const schema::RecordType* typeOfTable(const schema::RecordTypes& types, const char* table)
{
    for (const schema::RecordType* type : types) {
        if (QLatin1String(table) == QLatin1String(type->table))
            return type;
    }
    return nullptr;
}

int decimalsOf(ColumnType type)
{
    switch (type) {
    case ColumnType::UnitPrice:
        return UnitPrice::kDecimals;
    case ColumnType::UnitCost:
        return UnitCost::kDecimals;
    case ColumnType::Quantity:
        return Quantity::kDecimals;
    case ColumnType::ExchangeRate:
        return ExchangeRate::kDecimals;
    case ColumnType::Rate:
        return Rate::kDecimals - 2; // typed in percent
    case ColumnType::Money:
        return 2; // without a row at hand the places of the company's currency
    default:
        return 0;
    }
}

Result<Value> flagFromText(const QString& text)
{
    const QString word = text.toLower();
    if (word == QStringLiteral("true") || word == QStringLiteral("1"))
        return Value(qint64{1});
    if (word == QStringLiteral("false") || word == QStringLiteral("0"))
        return Value(qint64{0});
    return chengdan::fail("VALUE_UNKNOWN",
        {},
        {{QStringLiteral("text"), text.left(40)},
            {QStringLiteral("allowed"), QStringLiteral("true | false")}});
}

Result<Value> choiceFromText(const Column& column, const QString& text)
{
    QStringList codes;
    for (const schema::Choice& choice : column.choices) {
        const QString code = QString::fromLatin1(choice.code);
        if (code.compare(text, Qt::CaseInsensitive) == 0)
            return Value(code);
        codes.append(code);
    }
    return chengdan::fail("VALUE_UNKNOWN",
        {},
        {{QStringLiteral("text"), text.left(40)},
            {QStringLiteral("allowed"), codes.join(QStringLiteral(" | "))}});
}

Result<Value> dateFromText(const QString& text)
{
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return chengdan::fail("DATE_FORMAT", {}, {{QStringLiteral("text"), text.left(40)}});
    return Value(date.toString(Qt::ISODate));
}

Result<void> addTerm(
    storage::Connection& connection, const QString& term, storage::ListQuery& query)
{
    static const QRegularExpression shape(
        QStringLiteral("^([A-Za-z_]+|custom\\.[a-z0-9_]+)\\s*(!=|<=|>=|=|<|>|~)(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(term);
    if (!match.hasMatch()) {
        query.text += query.text.isEmpty() ? term : QLatin1Char(' ') + term;
        return {};
    }
    storage::ListFilter filter;
    filter.column = match.captured(1).toLower();
    for (const FilterOperator& known : kOperators) {
        if (match.captured(2) == QLatin1String(known.sign))
            filter.compare = known.compare;
    }
    const QString text = match.captured(3).trimmed();
    const access::FieldColumns added = storage::isCustomColumn(filter.column)
        ? access::FieldColumns::of(*query.types, connection, *query.type)
        : access::FieldColumns();
    const Column* column = storage::isCustomColumn(filter.column)
        ? added.column(filter.column)
        : query.type->column(filter.column);
    if (column == nullptr) {
        return chengdan::fail("UNKNOWN_COLUMN",
            filter.column,
            {{QStringLiteral("table"), QString::fromLatin1(query.type->table)},
                {QStringLiteral("column"), filter.column}});
    }
    if (text.isEmpty()) {
        if (filter.compare != Compare::Equal && filter.compare != Compare::NotEqual)
            return chengdan::fail(
                "FILTER_FORMAT", filter.column, {{QStringLiteral("text"), term.left(60)}});
        filter.compare = filter.compare == Compare::Equal ? Compare::IsEmpty : Compare::IsFilled;
    } else if (filter.compare == Compare::Contains) {
        filter.value = text;
    } else {
        auto value = valueFromText(connection, *query.types, *column, text);
        if (!value) {
            value.error().field = filter.column;
            return chengdan::fail(value.error());
        }
        filter.value = *value;
    }
    query.filters.push_back(std::move(filter));
    return {};
}

} // namespace

Result<Value> referenceFromText(storage::Connection& connection,
    const schema::RecordTypes& types,
    const schema::RecordType& type,
    const QString& text)
{
    if (type.smallId) {
        if (const auto number = parseDecimal(text, 0))
            return Value(*number);
    } else if (const auto id = RawId::parse(text)) {
        return Value(id->bytes());
    }
    storage::ListQuery query;
    query.type = &type;
    query.types = &types;
    for (const Column& column : type.columns) {
        const bool title =
            type.title != nullptr && QLatin1String(column.name) == QLatin1String(type.title);
        if (column.type != ColumnType::Text
            || (!column.unique && !title && QLatin1String(column.name) != QLatin1String("code")))
            continue;
        query.filters = {{QString::fromLatin1(column.name), Compare::Equal, Value(text)}};
        const auto keys = storage::listKeys(connection, query, 1);
        const auto rows = storage::listRows(connection, types, type, {QStringLiteral("id")}, keys);
        if (!rows.empty())
            return rows.front().values.front();
    }
    return chengdan::fail("NOT_FOUND",
        {},
        {{QStringLiteral("what"), QStringLiteral("%1 %2").arg(QLatin1String(type.table), text)}});
}

Result<Value> valueFromText(storage::Connection& connection,
    const schema::RecordTypes& types,
    const Column& column,
    const QString& text)
{
    switch (column.type) {
    case ColumnType::Id:
    case ColumnType::SmallId: {
        const schema::RecordType* target =
            column.references != nullptr ? typeOfTable(types, column.references) : nullptr;
        if (target != nullptr)
            return referenceFromText(connection, types, *target, text);
        return RawId::parse(text).map([](const RawId& id) { return Value(id.bytes()); });
    }
    case ColumnType::Choice:
        return choiceFromText(column, text);
    case ColumnType::Flag:
        return flagFromText(text);
    case ColumnType::Date:
        return dateFromText(text);
    case ColumnType::Integer:
    case ColumnType::Money:
    case ColumnType::UnitPrice:
    case ColumnType::UnitCost:
    case ColumnType::Quantity:
    case ColumnType::Rate:
    case ColumnType::ExchangeRate:
    case ColumnType::Instant:
        return parseDecimal(text, decimalsOf(column.type)).map([](qint64 raw) {
            return Value(raw);
        });
    case ColumnType::Text:
    case ColumnType::Currency:
    case ColumnType::Json:
    case ColumnType::Blob:
        break;
    }
    return Value(text);
}

Result<void> readRecordFilter(
    storage::Connection& connection, const QString& filter, storage::ListQuery& query)
{
    static const QRegularExpression between(
        QStringLiteral("\\s*;\\s*|\\s+and\\s+"), QRegularExpression::CaseInsensitiveOption);
    for (const QString& term : filter.split(between, Qt::SkipEmptyParts)) {
        if (auto added = addTerm(connection, term.trimmed(), query); !added)
            return added;
    }
    return {};
}

void readRecordSort(const QString& sort, storage::ListQuery& query)
{
    for (const QString& part : sort.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        const bool descending = name.startsWith(QLatin1Char('-'));
        query.sort.push_back({descending ? name.mid(1) : name, descending});
    }
}

} // namespace chengdan::exchange
