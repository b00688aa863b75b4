// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/record_list.h"

#include "core/access/visibility.h"
#include "core/base/log.h"
#include "core/exchange/record_filter.h"
#include "core/storage/custom_column.h"
#include "core/storage/search_fill.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimeZone>

#include <array>

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::Value;

// SQLite takes a statement of a million characters; rows are fetched well below that.
constexpr std::size_t kRowsAtOnce = 5000;

QString pluralKind(const QString& table)
{
    if (table.endsWith(QLatin1Char('y')))
        return table.chopped(1) + QStringLiteral("ies");
    return table + QLatin1Char('s');
}

/// The name people use where it differs from the table's plural.
QString aliasOf(const QString& kind)
{
    static const QHash<QString, QString> aliases{
        {QStringLiteral("prices"), QStringLiteral("price_row")},
        {QStringLiteral("people"), QStringLiteral("person")},
        {QStringLiteral("orders"), QStringLiteral("sales_order")},
        {QStringLiteral("fx"), QStringLiteral("fx_rate")},
        {QStringLiteral("float_authorities"), QStringLiteral("float_authority")},
        {QStringLiteral("settings"), QStringLiteral("company_setting")},
    };
    return aliases.value(kind, kind);
}

storage::ListQuery queryFor(const access::Context& context, const RecordType& type)
{
    storage::ListQuery query;
    query.type = &type;
    query.types = &context.database.types();
    return query;
}

QStringList namesOf(const std::vector<const Column*>& columns)
{
    QStringList names;
    for (const Column* column : columns)
        names.append(QString::fromLatin1(column->name));
    return names;
}

std::vector<const Column*> readableColumns(const RecordType& type)
{
    std::vector<const Column*> columns;
    for (const Column& column : type.columns) {
        if (column.type != ColumnType::Blob)
            columns.push_back(&column);
    }
    return columns;
}

RecordTable tableOf(
    const access::Context& context, storage::Connection& connection, const RecordType& type)
{
    RecordTable table{&type, readableColumns(type), 0, {}};
    table.fields = access::FieldColumns::of(context.database, connection, type);
    for (const Column& column : table.fields.columns())
        table.columns.push_back(&column);
    return table;
}

/// UNKNOWN_COLUMN when rows are to be sorted by a field nobody added.
Result<void> checkSort(const access::Context& context, const storage::ListQuery& query)
{
    return context.database.read([&](storage::Connection& connection) -> Result<void> {
        for (const storage::SortKey& key : query.sort) {
            if (storage::isCustomColumn(key.column)
                && access::FieldColumns::of(context.database, connection, *query.type)
                        .column(key.column)
                    == nullptr)
                return chengdan::fail("UNKNOWN_COLUMN",
                    key.column,
                    {{QStringLiteral("column"), key.column},
                        {QStringLiteral("table"), QString::fromLatin1(query.type->table)}});
        }
        return {};
    });
}

std::vector<storage::ListRow> fetchRows(const access::Context& context,
    storage::Connection& connection,
    const RecordTable& table,
    std::span<const qint64> keys)
{
    std::vector<storage::ListRow> rows;
    rows.reserve(keys.size());
    const QStringList names = namesOf(table.columns);
    for (std::size_t from = 0; from < keys.size(); from += kRowsAtOnce) {
        auto part = storage::listRows(connection,
            context.database.types(),
            *table.type,
            names,
            keys.subspan(from, std::min(kRowsAtOnce, keys.size() - from)));
        std::move(part.begin(), part.end(), std::back_inserter(rows));
    }
    return rows;
}

QString idText(const Value& value)
{
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return bytes->size() == 16 ? RawId::fromBytes(*bytes).toString() : QString();
    return schema::isNull(value) ? QString() : QString::number(schema::toInteger(value));
}

QString utcText(const Value& value)
{
    return QDateTime::fromMSecsSinceEpoch(schema::toInteger(value), QTimeZone::utc())
        .toString(Qt::ISODate);
}

/// Places of the money in this row: those of its own currency column.
int moneyPlaces(const RecordTable& table, const storage::ListRow& row)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i]->type == ColumnType::Currency)
            return Currency::parse(schema::toText(row.values[i])).value_or(Currency()).decimals();
    }
    return Currency().decimals();
}

bool isReference(const Column& column)
{
    return column.references != nullptr
        && (column.type == ColumnType::Id || column.type == ColumnType::SmallId);
}

/// Lines and tiers in the order a person numbered them.
void sortParts(storage::ListQuery& query)
{
    static constexpr std::array kOrders{"seq", "line_no", "revision_no", "from_qty", "at"};
    for (const char* name : kOrders) {
        if (query.type->column(QString::fromLatin1(name)) != nullptr) {
            query.sort.push_back({QString::fromLatin1(name), false});
            return;
        }
    }
}

/// The parts of a record, part by part down to the last: every type with an owned reference to it.
QJsonObject partsOf(const access::Context& context,
    storage::Connection& connection,
    const RecordType& whole,
    const Value& id)
{
    QJsonObject parts;
    for (const RecordType* type : context.database.types()) {
        for (const Column& column : type->columns) {
            if (!column.owned || column.references == nullptr
                || QLatin1String(column.references) != QLatin1String(whole.table))
                continue;
            storage::ListQuery query = queryFor(context, *type);
            if (!access::limitToVisible(context.session, query))
                continue;
            query.owners.clear(); // whoever sees the document sees its parts
            query.filters.push_back(
                {QString::fromLatin1(column.name), storage::Compare::Equal, id});
            sortParts(query);
            RecordTable table = tableOf(context, connection, *type);
            table.rows =
                fetchRows(context, connection, table, storage::listKeys(connection, query));
            QJsonArray rows;
            for (const storage::ListRow& row : table.rows) {
                QJsonObject object = table.json(row);
                const QJsonObject inner = partsOf(context, connection, *type, Value(row.id));
                if (!inner.isEmpty())
                    object.insert(QStringLiteral("parts"), inner);
                rows.append(object);
            }
            if (!rows.isEmpty())
                parts.insert(QString::fromLatin1(type->table), rows);
        }
    }
    return parts;
}

} // namespace

Result<const RecordType*> recordKind(const schema::RecordTypes& types, const QString& name)
{
    QString kind = name.toLower();
    kind.replace(QLatin1Char('-'), QLatin1Char('_'));
    kind = aliasOf(kind);
    QStringList known;
    for (const RecordType* type : types) {
        const QString table = QString::fromLatin1(type->table);
        if (kind == table || kind == pluralKind(table))
            return type;
        known.append(pluralKind(table));
    }
    return chengdan::fail("KIND_UNKNOWN",
        QStringLiteral("kind"),
        {{QStringLiteral("kind"), name.left(40)},
            {QStringLiteral("names"), known.join(QStringLiteral(", "))}});
}

QStringList RecordTable::header() const
{
    return namesOf(columns);
}

QString RecordTable::text(const storage::ListRow& row, std::size_t column) const
{
    const Value& value = row.values[column];
    const Column& described = *columns[column];
    if (schema::isNull(value))
        return {};
    if (isReference(described))
        return row.titles[column].isEmpty() ? idText(value) : row.titles[column];
    const qint64 raw = schema::toInteger(value);
    switch (described.type) {
    case ColumnType::Id:
    case ColumnType::SmallId:
        return idText(value);
    case ColumnType::Integer:
        return QString::number(raw);
    case ColumnType::Flag:
        return raw != 0 ? QStringLiteral("1") : QStringLiteral("0");
    case ColumnType::Money: {
        const int places = storage::isCustomColumn(QString::fromLatin1(described.name))
            ? Currency().decimals()
            : moneyPlaces(*this, row);
        return formatDecimal(raw, places, places);
    }
    case ColumnType::UnitPrice:
        return UnitPrice::fromRaw(raw).toString(2);
    case ColumnType::UnitCost:
        return UnitCost::fromRaw(raw).toString(4);
    case ColumnType::Quantity:
        return Quantity::fromRaw(raw).toString();
    case ColumnType::Rate:
        return percentText(Rate::fromRaw(raw));
    case ColumnType::ExchangeRate:
        return ExchangeRate::fromRaw(raw).toString(4);
    case ColumnType::Instant:
        return utcText(value);
    case ColumnType::Text:
    case ColumnType::Date:
    case ColumnType::Choice:
    case ColumnType::Currency:
    case ColumnType::Json:
    case ColumnType::Blob:
        break;
    }
    return schema::toText(value);
}

QJsonObject RecordTable::json(const storage::ListRow& row) const
{
    QJsonObject object;
    if (!row.id.isEmpty())
        object.insert(QStringLiteral("id"), RawId::fromBytes(row.id).toString());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = *columns[i];
        const QString name = QString::fromLatin1(column.name);
        const Value& value = row.values[i];
        if (isReference(column)) {
            object.insert(name + QStringLiteral("_id"),
                schema::isNull(value) ? QJsonValue() : QJsonValue(idText(value)));
        }
        if (schema::isNull(value))
            object.insert(name, QJsonValue());
        else if (column.type == ColumnType::Integer)
            object.insert(name, schema::toInteger(value));
        else if (column.type == ColumnType::Flag)
            object.insert(name, schema::toInteger(value) != 0);
        else
            object.insert(name, text(row, i));
    }
    return object;
}

namespace {

// No window stands beside a command to fill the index of an old file. A file that cannot be written
// is searched all the same, only slower.
void finishSearch(const access::Context& context, const storage::ListQuery& query)
{
    if (!query.text.isEmpty())
        (void)storage::fillSearch(context.database, {}, {.most = std::chrono::milliseconds(400)});
}

} // namespace

Result<RecordTable> listRecords(const access::Context& context, const RecordRequest& request)
{
    const auto type = recordKind(context.database.types(), request.kind);
    if (!type)
        return chengdan::fail(type.error());
    return context.database.read([&](storage::Connection& connection) -> Result<RecordTable> {
        storage::ListQuery query = queryFor(context, **type);
        if (auto allowed = access::limitToVisible(context.session, query); !allowed)
            return chengdan::fail(allowed.error());
        if (auto read = readRecordFilter(connection, request.filter, query); !read)
            return chengdan::fail(read.error());
        finishSearch(context, query);
        readRecordSort(request.sort, query);
        if (auto sorted = checkSort(context, query); !sorted)
            return chengdan::fail(sorted.error());
        if (auto right = storage::check(query); !right)
            return chengdan::fail(right.error());
        RecordTable table = tableOf(context, connection, **type);
        table.total = storage::listCount(connection, query);
        table.rows = fetchRows(
            context, connection, table, storage::listKeys(connection, query, request.limit));
        return table;
    });
}

Result<QJsonObject> showRecord(
    const access::Context& context, const QString& kind, const QString& key)
{
    const auto type = recordKind(context.database.types(), kind);
    if (!type)
        return chengdan::fail(type.error());
    return context.database.read([&](storage::Connection& connection) -> Result<QJsonObject> {
        storage::ListQuery query = queryFor(context, **type);
        if (auto allowed = access::limitToVisible(context.session, query); !allowed)
            return chengdan::fail(allowed.error());
        const auto id = referenceFromText(connection, context.database.types(), **type, key);
        if (!id)
            return chengdan::fail(id.error());
        query.filters.push_back({QStringLiteral("id"), storage::Compare::Equal, *id});
        RecordTable table = tableOf(context, connection, **type);
        table.rows = fetchRows(context, connection, table, storage::listKeys(connection, query, 1));
        if (table.rows.empty()) {
            return chengdan::fail(
                "NOT_FOUND", {}, {{QStringLiteral("what"), kind + QLatin1Char(' ') + key}});
        }
        QJsonObject object = table.json(table.rows.front());
        const QJsonObject parts = partsOf(context, connection, **type, *id);
        if (!parts.isEmpty())
            object.insert(QStringLiteral("parts"), parts);
        return object;
    });
}

Result<qint64> exportRecords(const access::Context& context,
    const RecordRequest& request,
    const QString& path,
    ExportFormat format)
{
    if (format == ExportFormat::ByName
        && !path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)
        && !path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive)) {
        return chengdan::fail("EXPORT_FORMAT",
            QStringLiteral("--to"),
            {{QStringLiteral("file"), QFileInfo(path).fileName()}});
    }
    const auto type = recordKind(context.database.types(), request.kind);
    if (!type)
        return chengdan::fail(type.error());
    storage::ListQuery query = queryFor(context, **type);
    const auto filtered =
        context.database.read([&](storage::Connection& connection) -> Result<void> {
            return readRecordFilter(connection, request.filter, query);
        });
    if (!filtered)
        return chengdan::fail(filtered.error());
    finishSearch(context, query);
    readRecordSort(request.sort, query);
    if (auto sorted = checkSort(context, query); !sorted)
        return chengdan::fail(sorted.error());
    const auto rows = exportFile(
        context, QString::fromLatin1((*type)->table), path, query, ExportHeader::Names, format);
    if (!rows)
        return chengdan::fail(rows.error());
    logInfo("records exported", {{"type", (*type)->number}, {"rows", *rows}});
    return *rows;
}

} // namespace chengdan::exchange
