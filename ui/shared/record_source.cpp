// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/record_source.h"

#include "core/storage/custom_column.h"
#include "core/storage/database.h"
#include "core/storage/list_sort.h"
#include "ui/shared/custom_fields.h"
#include "ui/shared/format.h"

#include <QCoreApplication>
#include <QDateTime>

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
    case ColumnType::UnitCost:
    case ColumnType::ExchangeRate:
        return CellKind::Price; // the look gives the words; the kind only the side
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
        {QStringLiteral("upto"), Compare::LessOrEqual},
        {QStringLiteral("after"), Compare::Greater},
        {QStringLiteral("has"), Compare::Contains},
        {QStringLiteral("in"), Compare::OneOf},
        {QStringLiteral("from"), Compare::GreaterOrEqual},
        {QStringLiteral("not"), Compare::NotEqual}};
    const QString suffix = key.section(QLatin1Char(':'), 1);
    storage::ListFilter filter{
        key.section(QLatin1Char(':'), 0, 0), suffixes.value(suffix, Compare::Equal)};
    if (filter.compare == Compare::OneOf) {
        for (const QVariant& one : value.toList())
            filter.values.push_back(storedValue(one));
    } else {
        filter.value = storedValue(value);
    }
    return filter;
}

QString schemaText(const char* english)
{
    return QCoreApplication::translate("schema", english);
}

namespace {

constexpr std::size_t kMatchedKept = 4; ///< 125 KB each for a million rows
constexpr std::size_t kHeadingsAtOnce = 500;

// What a person could read in a cell.
bool isListable(const schema::Column& column)
{
    using schema::ColumnType;
    if (column.label == nullptr || *column.label == '\0')
        return false;
    if (column.type == ColumnType::Id || column.type == ColumnType::SmallId)
        return column.references != nullptr;
    return column.type != ColumnType::Json && column.type != ColumnType::Blob;
}

QStringList withOtherColumns(QStringList columns, const schema::RecordType& type)
{
    for (const schema::Column& column : type.columns) {
        const QString name = QString::fromLatin1(column.name);
        if (isListable(column) && !columns.contains(name))
            columns += name;
    }
    return columns;
}

} // namespace

RecordListSource::RecordListSource(storage::Database& database,
    const schema::RecordType& type,
    QStringList columns,
    std::vector<PersonId> owners,
    QStringList sums)
    : m_database(database)
    , m_type(type)
    , m_columns(withOtherColumns(columns, type))
    , m_named(columns.size())
    , m_read(m_columns.first(m_named))
    , m_owners(std::move(owners))
    , m_sums(std::move(sums))
{
}

access::FieldColumns RecordListSource::fields() const
{
    const std::lock_guard lock(m_fieldsMutex);
    return m_fields;
}

QStringList RecordListSource::allColumns() const
{
    QStringList names = m_columns;
    for (const schema::Column& column : fields().columns())
        names += QString::fromLatin1(column.name);
    return names;
}

std::vector<ColumnSpec> RecordListSource::moreColumns() const
{
    std::vector<ColumnSpec> specs;
    for (const QString& name : m_columns.sliced(m_named)) {
        ColumnSpec spec = columnSpec(m_type, name);
        const auto inList = m_type.column(name)->inList;
        spec.hidden = inList != schema::InList::Yes;
        spec.priority = 2; // what the page did not choose gives way first
        spec.subdued = true;
        specs.push_back(std::move(spec));
    }
    access::FieldColumns added = readFieldColumns(m_database, m_type);
    for (const schema::Column& column : added.columns()) {
        ColumnSpec spec = columnSpec(column);
        spec.priority = 2;
        spec.subdued = true;
        specs.push_back(std::move(spec));
    }
    const std::lock_guard lock(m_fieldsMutex);
    m_fields = std::move(added);
    return specs;
}

void RecordListSource::show(const QStringList& columns)
{
    m_read = m_columns.first(m_named);
    for (const QString& name : allColumns().sliced(m_named)) {
        if (columns.contains(name))
            m_read += name;
    }
}

storage::ListQuery listQuery(const ListRequest& request)
{
    storage::ListQuery query;
    query.text = request.filter;
    for (auto it = request.conditions.begin(); it != request.conditions.end(); ++it)
        query.filters.push_back(listFilter(it.key(), it.value()));
    const auto sortBy = [&query](const QString& column, bool descending) {
        for (const storage::SortKey& key : query.sort) {
            if (key.column == column)
                return;
        }
        if (!column.isEmpty())
            query.sort.push_back({column, descending});
    };
    sortBy(request.group, request.group == request.sortColumn && request.descending);
    sortBy(request.sortColumn, request.descending);
    for (const ListSort& further : request.further)
        sortBy(further.column, further.descending);
    return query;
}

storage::ListQuery RecordListSource::queryOf(const ListRequest& request) const
{
    storage::ListQuery query = listQuery(request);
    query.type = &m_type;
    query.types = &m_database.types();
    query.owners = m_owners;
    return query;
}

// A field that is gone is no column any more, even if its values are still there.
Result<void> RecordListSource::valid(const storage::ListQuery& query) const
{
    const access::FieldColumns added = fields();
    const auto isGone = [&added](const QString& column) {
        return storage::isCustomColumn(column) && added.column(column) == nullptr;
    };
    const auto gone = [this](const QString& column) {
        return fail("UNKNOWN_COLUMN",
            column,
            {{QStringLiteral("column"), column},
                {QStringLiteral("table"), QString::fromLatin1(m_type.table)}});
    };
    for (const storage::ListFilter& filter : query.filters) {
        if (isGone(filter.column))
            return gone(filter.column);
    }
    for (const storage::SortKey& key : query.sort) {
        if (isGone(key.column))
            return gone(key.column);
    }
    return storage::check(query);
}

const storage::RowSet& RecordListSource::matching(
    storage::Connection& connection, const storage::ListQuery& query)
{
    if (const qint64 version = connection.dataVersion(); version != m_matchedVersion) {
        m_matched.clear();
        m_matchedVersion = version;
    }
    storage::BoundSql where = storage::listWhere(query);
    for (auto at = m_matched.begin(); at != m_matched.end(); ++at) {
        if (at->text == where.text && at->values == where.values) {
            m_matched.splice(m_matched.begin(), m_matched, at);
            return m_matched.front().rows;
        }
    }
    m_found = 0;
    m_matched.push_front({std::move(where.text),
        std::move(where.values),
        storage::matchingRows(connection, query, nullptr, &m_found)});
    if (m_matched.size() > kMatchedKept)
        m_matched.pop_back();
    return m_matched.front().rows;
}

Result<std::vector<qint64>> RecordListSource::keys(const ListRequest& request)
{
    const storage::ListQuery query = queryOf(request);
    if (const auto sound = valid(query); !sound)
        return fail(sound.error());
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<qint64>> {
        const storage::ReadingInterrupt::Reading reading(m_reading, connection);
        m_groupStarts.clear();
        m_groupedKeys.clear();
        m_found = -1;
        const storage::RowSet& rows = matching(connection, query);
        if (request.group.isEmpty())
            return storage::orderedKeys(connection, query, rows);
        m_groupedKeys = storage::orderedKeys(connection, query, rows, &m_groupStarts);
        return m_groupedKeys;
    });
}

Result<std::vector<qint64>> RecordListSource::firstKeys(const ListRequest& request, int count)
{
    const storage::ListQuery query = queryOf(request);
    if (const auto sound = valid(query); !sound)
        return fail(sound.error());
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<qint64>> {
        const storage::ReadingInterrupt::Reading reading(m_reading, connection);
        return storage::firstKeys(connection, query, count);
    });
}

Result<std::vector<ListRow>> RecordListSource::rows(std::span<const qint64> keys)
{
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<ListRow>> {
        const storage::ReadingInterrupt::Reading reading(m_reading, connection);
        std::vector<ListRow> result;
        for (const auto& stored :
            storage::listRows(connection, m_database.types(), m_type, m_read, keys))
            result.push_back(present(stored));
        return result;
    });
}

// Called right after keys(): the keys and the places where their groups begin are still here.
Result<std::vector<ListGroup>> RecordListSource::groups(const ListRequest& request)
{
    const storage::ListQuery query = queryOf(request);
    const qsizetype column = allColumns().indexOf(request.group);
    std::vector<ListGroup> groups(m_groupStarts.size());
    std::vector<qint64> leaders;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const qint64 next =
            i + 1 < groups.size() ? m_groupStarts[i + 1] : qint64(m_groupedKeys.size());
        groups[i].first = m_groupStarts[i];
        groups[i].count = next - groups[i].first;
        leaders.push_back(m_groupedKeys[std::size_t(groups[i].first)]);
    }
    for (std::size_t from = 0; column >= 0 && from < leaders.size(); from += kHeadingsAtOnce) {
        const std::size_t count = std::min(kHeadingsAtOnce, leaders.size() - from);
        const auto read = rows(std::span(leaders).subspan(from, count));
        if (!read)
            return fail(read.error());
        QHash<qint64, QVariant> valueOf;
        for (const ListRow& row : *read)
            valueOf.insert(row.key, row.values[std::size_t(column)]);
        for (std::size_t i = from; i < from + count; ++i)
            groups[i].value = valueOf.value(leaders[i]);
    }
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<ListGroup>> {
        const storage::ReadingInterrupt::Reading reading(m_reading, connection);
        for (const QString& name : m_sums) {
            const auto values =
                storage::integerValues(connection, query, name, m_groupedKeys, true);
            for (ListGroup& group : groups) {
                qint64 sum = 0;
                bool fits = true;
                for (qint64 i = group.first; i < group.first + group.count; ++i)
                    fits = !__builtin_add_overflow(sum, values[std::size_t(i)], &sum) && fits;
                if (fits)
                    group.sums.push_back({name, {}, sum});
            }
        }
        m_groupedKeys = {};
        return std::move(groups);
    });
}

Result<std::vector<ListSum>> RecordListSource::sums(const ListRequest& request)
{
    if (m_sums.isEmpty())
        return std::vector<ListSum>();
    const storage::ListQuery query = queryOf(request);
    return m_database.read([&](storage::Connection& connection) -> Result<std::vector<ListSum>> {
        const storage::ReadingInterrupt::Reading reading(m_figures, connection);
        std::vector<ListSum> result;
        for (const QString& column : m_sums)
            result.push_back({column, {}, storage::listSum(connection, query, column)});
        return result;
    });
}

Result<qint64> RecordListSource::count(const ListRequest& request)
{
    const storage::ListQuery query = queryOf(request);
    if (const auto sound = valid(query); !sound)
        return fail(sound.error());
    return m_database.read([&](storage::Connection& connection) -> Result<qint64> {
        const storage::ReadingInterrupt::Reading reading(m_figures, connection);
        return storage::listCount(connection, query);
    });
}

Result<ListBlock> RecordListSource::block(const QString& column, std::span<const qint64> keys)
{
    ListBlock block{column, qint64(keys.size()), 0, 0, false};
    const access::FieldColumns added = fields();
    const schema::Column* described =
        storage::isCustomColumn(column) ? added.column(column) : m_type.column(column);
    using schema::ColumnType;
    if (described == nullptr
        || !(described->type == ColumnType::Money || described->type == ColumnType::Quantity
            || described->type == ColumnType::Integer || described->type == ColumnType::UnitPrice
            || described->type == ColumnType::Rate))
        return block;
    storage::ListQuery query = queryOf({});
    return m_database.read([&](storage::Connection& connection) -> Result<ListBlock> {
        const storage::ReadingInterrupt::Reading reading(m_figures, connection);
        const storage::BlockSum sum = storage::sumOfRows(connection, query, column, keys);
        block.count = sum.count;
        block.raw = sum.sum;
        block.known = !sum.tooLarge;
        return block;
    });
}

void RecordListSource::interrupt()
{
    m_reading.interrupt();
}

void RecordListSource::interruptFigures()
{
    m_figures.interrupt();
}

QVariant RecordListSource::cell(const storage::ListRow& stored, const QString& name) const
{
    const qsizetype at = m_read.indexOf(name);
    if (at < 0)
        return {};
    const auto index = static_cast<std::size_t>(at);
    const access::FieldColumns added =
        storage::isCustomColumn(name) ? fields() : access::FieldColumns();
    const schema::Column* column =
        storage::isCustomColumn(name) ? added.column(name) : m_type.column(name);
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
    const QStringList columns = allColumns();
    row.values.reserve(std::size_t(columns.size()));
    for (const QString& column : columns)
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
    return columnSpec(*column);
}

ColumnSpec columnSpec(const schema::Column& described)
{
    const schema::Column* column = &described;
    ColumnSpec spec;
    spec.key = QString::fromLatin1(column->name);
    spec.title = schemaText(column->label);
    spec.kind = cellKind(*column);
    if (column->references != nullptr
        && QLatin1String(column->references) == QLatin1String("person"))
        spec.kind = CellKind::Person;
    if (column->type == schema::ColumnType::UnitCost
        || column->type == schema::ColumnType::ExchangeRate) {
        spec.look = [](const QVariant& value) {
            CellLook look;
            look.text = value.isValid() ? unitCostText(UnitCost::fromRaw(value.toLongLong()), 4)
                                        : noValue();
            return look;
        };
    } else if (column->type == schema::ColumnType::Flag) {
        spec.look = [](const QVariant& value) {
            CellLook look;
            if (!value.isValid())
                return look;
            look.text = value.toLongLong() != 0 ? QCoreApplication::translate("RecordList", "Yes")
                                                : QCoreApplication::translate("RecordList", "No");
            return look;
        };
    } else if (column->type == schema::ColumnType::Instant) {
        spec.width = 140;
        spec.look = [](const QVariant& value) {
            CellLook look;
            look.text = value.toLongLong() != 0 ? QDateTime::fromMSecsSinceEpoch(value.toLongLong())
                                                      .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                                : noValue();
            return look;
        };
    }
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
