// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/record_source.h"

#include "core/storage/database.h"

#include <QCoreApplication>

namespace chengdan::ui {

namespace {

storage::Value storedValue(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString();
    case QMetaType::QByteArray:
        return value.toByteArray();
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    default:
        return value.toLongLong();
    }
}

CellKind cellKind(const schema::Column& column)
{
    using schema::ColumnType;
    switch (column.type) {
    case ColumnType::Money:
        return CellKind::Money;
    case ColumnType::UnitPrice:
        return CellKind::Price;
    case ColumnType::Quantity:
        return CellKind::Quantity;
    case ColumnType::Rate:
        return CellKind::Percent;
    case ColumnType::Date:
        return CellKind::Date;
    case ColumnType::Integer:
        return CellKind::Number;
    default:
        return CellKind::Text;
    }
}

} // namespace

storage::ListFilter listFilter(const QString& key, const QVariant& value)
{
    using storage::Compare;
    static const QHash<QString, Compare> suffixes{{QStringLiteral("empty"), Compare::IsEmpty},
        {QStringLiteral("filled"), Compare::IsFilled},
        {QStringLiteral("before"), Compare::Less},
        {QStringLiteral("from"), Compare::GreaterOrEqual},
        {QStringLiteral("not"), Compare::NotEqual}};
    const QString suffix = key.section(QLatin1Char(':'), 1);
    return {key.section(QLatin1Char(':'), 0, 0),
        suffixes.value(suffix, Compare::Equal),
        storedValue(value)};
}

QString schemaText(const char* english)
{
    return QCoreApplication::translate("schema", english);
}

RecordListSource::RecordListSource(storage::Database& database,
    const schema::RecordType& type,
    QStringList columns,
    std::vector<PersonId> owners,
    QStringList sums)
    : m_database(database)
    , m_type(type)
    , m_columns(std::move(columns))
    , m_owners(std::move(owners))
    , m_sums(std::move(sums))
{
}

storage::ListQuery RecordListSource::queryOf(const ListRequest& request) const
{
    storage::ListQuery query;
    query.type = &m_type;
    query.types = &m_database.types();
    query.text = request.filter;
    query.owners = m_owners;
    for (auto it = request.conditions.begin(); it != request.conditions.end(); ++it)
        query.filters.push_back(listFilter(it.key(), it.value()));
    if (!request.sortColumn.isEmpty())
        query.sort.push_back({request.sortColumn, request.descending});
    return query;
}

Result<std::vector<qint64>> RecordListSource::keys(const ListRequest& request)
{
    const storage::ListQuery query = queryOf(request);
    if (const auto valid = storage::check(query); !valid)
        return fail(valid.error());
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<qint64>> {
        return storage::listKeys(connection, query);
    });
}

Result<std::vector<qint64>> RecordListSource::firstKeys(const ListRequest& request, int count)
{
    const storage::ListQuery query = queryOf(request);
    if (const auto valid = storage::check(query); !valid)
        return fail(valid.error());
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<qint64>> {
        return storage::listKeys(connection, query, count);
    });
}

Result<std::vector<ListRow>> RecordListSource::rows(std::span<const qint64> keys)
{
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<ListRow>> {
        std::vector<ListRow> result;
        for (const auto& stored :
            storage::listRows(connection, m_database.types(), m_type, m_columns, keys))
            result.push_back(present(stored));
        return result;
    });
}

Result<std::vector<ListSum>> RecordListSource::sums(const ListRequest& request)
{
    if (m_sums.isEmpty())
        return std::vector<ListSum>();
    const storage::ListQuery query = queryOf(request);
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<ListSum>> {
        std::vector<ListSum> result;
        for (const QString& column : m_sums)
            result.push_back({column, {}, storage::listSum(connection, query, column)});
        return result;
    });
}

QVariant RecordListSource::cell(const storage::ListRow& stored, const QString& name) const
{
    const qsizetype at = m_columns.indexOf(name);
    if (at < 0)
        return {};
    const auto index = static_cast<std::size_t>(at);
    const schema::Column* column = m_type.column(name);
    if ((column != nullptr && column->references != nullptr) || name == QLatin1String("owner"))
        return stored.titles[index];
    const storage::Value& value = stored.values[index];
    if (schema::isNull(value))
        return {};
    if (column != nullptr && column->type == schema::ColumnType::Date)
        return QDate::fromString(schema::toText(value), Qt::ISODate);
    if (const auto* number = std::get_if<qint64>(&value))
        return QVariant::fromValue(*number);
    return schema::toText(value);
}

ListRow RecordListSource::present(const storage::ListRow& stored) const
{
    ListRow row;
    row.key = stored.rid;
    for (const QString& column : m_columns)
        row.values.push_back(cell(stored, column));
    return row;
}

ColumnSpec columnSpec(const schema::RecordType& type, const QString& name)
{
    ColumnSpec spec;
    spec.key = name;
    const schema::Column* column = type.column(name);
    if (column == nullptr) {
        if (name == QLatin1String("owner")) {
            spec.title = QCoreApplication::translate("RecordList", "Owner");
            spec.kind = CellKind::Person;
            spec.width = 110;
        }
        return spec;
    }
    spec.title = schemaText(column->label);
    spec.kind = cellKind(*column);
    if (column->type == schema::ColumnType::Choice) {
        const auto choices = column->choices;
        spec.look = [choices](const QVariant& value) {
            CellLook look;
            for (const schema::Choice& choice : choices) {
                if (value.toString() == QLatin1String(choice.code))
                    look.text = schemaText(choice.label);
            }
            return look;
        };
    }
    return spec;
}

} // namespace chengdan::ui
