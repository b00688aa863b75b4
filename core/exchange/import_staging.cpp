// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_staging.h"

#include "core/access/custom_values.h"
#include "core/access/settings.h"
#include "core/exchange/import_cells.h"
#include "core/storage/custom_column.h"
#include "core/storage/store.h"

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::RecordType;
using schema::Value;
using storage::Connection;

constexpr QChar kKeySeparator(0x1F);

QString stagedKeyText(const Value& value)
{
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QString::fromLatin1(bytes->toHex());
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    return schema::toText(value);
}

QString columnName(const Column& column)
{
    return QString::fromLatin1(column.name);
}

QString keyIn(QStringView column, const QString& text)
{
    return column.toString() + kKeySeparator + text;
}

/// The columns a record is named by: the unique ones, then its title.
QStringList namingColumns(const RecordType& type)
{
    QStringList columns;
    for (const Column& column : type.columns) {
        if (column.unique)
            columns += columnName(column);
    }
    if (type.title != nullptr)
        columns += QString::fromLatin1(type.title);
    return columns;
}

/// The id of the record that a cell names, null when none does; further records must fulfil
/// `where` (with its values). Error: IMPORT_AMBIGUOUS.
Result<Value> namedRecord(Connection& connection,
    const RecordType& type,
    const QString& cell,
    const QString& where = {},
    const storage::Row& further = {})
{
    const QString table = QString::fromLatin1(type.table);
    for (const QString& column : namingColumns(type)) {
        storage::Row values{storedKey(table, column, cell)};
        values.insert(values.end(), further.begin(), further.end());
        auto rows = connection.query(
            QStringLiteral("SELECT id FROM %1 WHERE %2 = ? AND deleted = 0%3 LIMIT 2")
                .arg(table, column, where),
            values);
        if (!rows.next())
            continue;
        const Value id = rows.value(0);
        if (rows.next())
            return chengdan::fail("IMPORT_AMBIGUOUS", {}, {{QStringLiteral("text"), cell}});
        return id;
    }
    return Value();
}

/// A required column that names a record of root scope: what the row hangs on.
const Column* rootColumn(const storage::Database& database, const RecordType& type)
{
    for (const Column& column : type.columns) {
        const RecordType* target = column.references == nullptr || !column.required
            ? nullptr
            : database.type(QString::fromLatin1(column.references));
        if (target != nullptr && target->scope == schema::Scope::Root)
            return &column;
    }
    return nullptr;
}

/// Which count went up.
RowFate fateOf(const ImportStaging::Counts& before, const ImportStaging::Counts& after)
{
    return after.created != before.created    ? RowFate::Created
        : after.updated != before.updated     ? RowFate::Updated
        : after.unchanged != before.unchanged ? RowFate::Unchanged
                                              : RowFate::Duplicate;
}

} // namespace

/// One cell on its way into a record.
struct ImportStaging::TypedCell {
    ImportTarget target;
    Value value;
    Instant at; ///< of CreatedAt
};

/// One row of the file as it was understood.
struct ImportStaging::RowReading {
    std::vector<TypedCell> cells;
    std::shared_ptr<void> stored; ///< the row it means, if there is one
};

ImportStaging::ImportStaging(const access::Context& context,
    const ImportKind& kind,
    const std::vector<ImportTarget>& targets,
    const CsvTable& table,
    std::vector<Value> newIds)
    : m_context(context)
    , m_kind(kind)
    , m_type(*kind.type)
    , m_targets(targets)
    , m_table(table)
    , m_newIds(std::move(newIds))
    , m_fallback(fallbackKey())
    , m_within(withinRoots())
{
}

Result<void> ImportStaging::check(
    Connection& connection, const std::function<bool(qint64 done)>& goOn)
{
    m_seen.clear();
    m_unique.clear();
    m_newNames.clear();
    m_references.clear();
    m_counts = {};
    m_fates.clear();
    m_fates.reserve(m_table.rows.size());
    m_rows.clear();
    m_rejected.clear();
    m_lookups.clear();
    const access::Settings settings = access::readSettings(connection);
    m_currency = settings.baseCurrency;
    m_timeZone = settings.timeZone;
    auto staged = stageRows(connection, goOn);
    m_lookups.clear(); // they belong to this connection
    return staged;
}

Result<void> ImportStaging::stageRows(
    Connection& connection, const std::function<bool(qint64 done)>& goOn)
{
    constexpr std::size_t kBetweenWords = 256;
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
        if (i % kBetweenWords == 0 && goOn && !goOn(static_cast<qint64>(i)))
            return chengdan::fail("CANCELLED");
        const CsvRow& row = m_table.rows[i];
        const Counts before = m_counts;
        auto staged = stageRow(connection, row, i);
        if (!staged)
            reject(row, staged.error());
        m_fates.push_back(staged ? fateOf(before, m_counts) : RowFate::Rejected);
    }
    return {};
}

void ImportStaging::reject(const CsvRow& row, Error error)
{
    const QPair<QString, QString> place{QStringLiteral("row"), QString::number(row.number)};
    error.args.push_back(place);
    for (Error& further : error.more)
        further.args.push_back(place);
    m_rejected.emplace_back(&row, std::move(error));
}

Result<void> ImportStaging::stageRow(Connection& connection, const CsvRow& row, std::size_t index)
{
    auto read = readRow(connection, row);
    if (!read)
        return chengdan::fail(read.error());
    const std::vector<TypedCell>& cells = read->cells;
    const QString key = rowKey(cells);
    if (m_seen.contains(key)) {
        ++m_counts.duplicates;
        return {};
    }
    std::shared_ptr<void> stored = std::move(read->stored);
    std::shared_ptr<void> record = m_kind.make();
    if (stored)
        copyRecord(stored.get(), record.get());
    else
        m_type.setId(record.get(), m_newIds.at(index));
    apply(cells, record.get(), stored == nullptr);
    if (auto added = addedValues(connection, cells, record.get()); !added)
        return added;
    if (stored && m_type.scope == schema::Scope::Root) { // a catalogue is everybody's
        if (auto reach = m_context.session.requireReach(m_type.meta(stored.get()).owner); !reach)
            return reach;
    }
    if (auto right = m_kind.check(m_context, connection, record.get(), stored.get()); !right)
        return right;
    if (auto claimed = claimUnique(record.get()); !claimed)
        return claimed;
    m_seen.insert(key);
    keep(record.get(), stored == nullptr);
    if (stored && !differs(record.get(), stored.get())) {
        ++m_counts.unchanged;
        return {};
    }
    ++(stored ? m_counts.updated : m_counts.created);
    m_rows.push_back({std::move(record), std::move(stored)});
    return {};
}

/// DUPLICATE when a row before it in the file bears the same unique value.
Result<void> ImportStaging::claimUnique(void* record)
{
    std::vector<QString> keys;
    for (const Column& column : m_type.columns) {
        const QString text = column.unique ? stagedKeyText(column.get(record)) : QString();
        if (text.isEmpty())
            continue;
        const QString key = keyIn(columnName(column), text);
        const auto other = m_unique.constFind(key);
        if (other != m_unique.constEnd()) {
            return chengdan::fail("DUPLICATE",
                columnName(column),
                {{QStringLiteral("value"), text}, {QStringLiteral("other"), *other}});
        }
        keys.push_back(key);
    }
    const Column* title =
        m_type.title == nullptr ? nullptr : m_type.column(QString::fromLatin1(m_type.title));
    for (const QString& key : keys)
        m_unique.insert(key, title == nullptr ? key : schema::toText(title->get(record)));
    return {};
}

/// Remembers by which keys a later row of the file means the same record.
void ImportStaging::keep(void* record, bool isNew)
{
    QString fallback;
    for (const Column* column : m_fallback)
        fallback += kKeySeparator + stagedKeyText(column->get(record));
    m_seen.insert(fallback);
    if (!isNew)
        return;
    for (const Column& column : m_type.columns) {
        const bool title =
            m_type.title != nullptr && QLatin1String(column.name) == QLatin1String(m_type.title);
        if (!column.unique && !title)
            continue;
        const QString text = schema::toText(column.get(record));
        if (!text.isEmpty() && !m_newNames.contains(text))
            m_newNames.insert(text, m_type.id(record));
    }
}

bool ImportStaging::isTaken(QStringView column, const QString& value) const
{
    return m_unique.contains(keyIn(column, value));
}

bool ImportStaging::differs(void* record, void* stored) const
{
    for (const Column& column : m_type.columns) {
        if (column.get(record) != column.get(stored))
            return true;
    }
    return m_type.meta(record).owner != m_type.meta(stored).owner
        || m_type.meta(record).custom != m_type.meta(stored).custom;
}

/// Cells of added fields, checked against their definitions and laid over what is stored.
Result<void> ImportStaging::addedValues(
    Connection& connection, const std::vector<TypedCell>& cells, void* record) const
{
    std::map<QString, Value> values;
    for (const TypedCell& cell : cells) {
        if (cell.target.kind == ImportTarget::Kind::Added)
            values[storage::customKey(cell.target.name())] = cell.value;
    }
    if (values.empty())
        return {};
    schema::JsonText& custom = m_type.meta(record).custom;
    auto merged = access::mergeCustom(m_context.database,
        connection,
        QString::fromLatin1(m_type.table),
        custom,
        access::withCustom({}, values));
    if (!merged)
        return chengdan::fail(merged.error());
    custom = std::move(*merged);
    return {};
}

void ImportStaging::copyRecord(void* from, void* to) const
{
    m_type.meta(to) = m_type.meta(from);
    m_type.setId(to, m_type.id(from));
    for (const Column& column : m_type.columns)
        column.set(to, column.get(from));
}

Result<ImportStaging::RowReading> ImportStaging::readRow(Connection& connection, const CsvRow& row)
{
    if (row.cells.size() > static_cast<qsizetype>(m_targets.size())) {
        return chengdan::fail("ROW_LENGTH",
            {},
            {{QStringLiteral("found"), QString::number(row.cells.size())},
                {QStringLiteral("expected"), QString::number(m_targets.size())}});
    }
    const Currency currency = currencyOf(row);
    RowReading read;
    std::vector<std::pair<const ImportTarget*, QString>> later; // once the root is known
    std::optional<Error> first;
    const auto take = [&](const ImportTarget& target, Result<TypedCell> typed) {
        if (typed) {
            read.cells.push_back(std::move(*typed));
            return;
        }
        Error error = typed.error();
        error.field = target.name();
        if (first)
            first->more.push_back(std::move(error));
        else
            first = std::move(error);
    };
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const ImportTarget& target = m_targets[static_cast<std::size_t>(i)];
        if (target.kind == ImportTarget::Kind::Ignored)
            continue;
        const QString cell = cleanCell(row.cells[i]);
        if (cell.isEmpty())
            continue;
        if (withinOf(target) != nullptr)
            later.emplace_back(&target, cell);
        else
            take(target, typedCell(connection, target, cell, currency));
    }
    if (!first)
        read.stored = findStored(connection, read.cells);
    for (const auto& [target, cell] : later) {
        const Within& within = *withinOf(*target);
        const Value root = rootOf(read, within);
        if (schema::isNull(root))
            continue; // the rules of the kind say that it is missing
        take(*target, referencedWithin(connection, within, cell, root).map([&](const Value& id) {
            return TypedCell{*target, id, {}};
        }));
    }
    if (first)
        return chengdan::fail(std::move(*first));
    return read;
}

const ImportStaging::Within* ImportStaging::withinOf(const ImportTarget& target) const
{
    for (const Within& within : m_within) {
        if (target.kind == ImportTarget::Kind::Column && target.column == within.named)
            return &within;
    }
    return nullptr;
}

std::vector<ImportStaging::Within> ImportStaging::withinRoots() const
{
    std::vector<Within> found;
    const Column* own = rootColumn(m_context.database, m_type);
    for (const Column& column : m_type.columns) {
        const RecordType* named = own == nullptr || &column == own || column.references == nullptr
            ? nullptr
            : m_context.database.type(QString::fromLatin1(column.references));
        const Column* theirs = named == nullptr ? nullptr : rootColumn(m_context.database, *named);
        if (theirs != nullptr
            && QLatin1String(theirs->references) == QLatin1String(own->references))
            found.push_back({&column, own, theirs});
    }
    return found;
}

Value ImportStaging::rootOf(const RowReading& read, const Within& within) const
{
    if (const TypedCell* cell = cellOf(read.cells, *within.own))
        return cell->value;
    return read.stored ? within.own->get(read.stored.get()) : Value();
}

/// Amounts of a row are read in its own currency.
Currency ImportStaging::currencyOf(const CsvRow& row) const
{
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const bool isCurrency = m_targets[i].column != nullptr
            && m_targets[i].column->type == schema::ColumnType::Currency;
        if (isCurrency && static_cast<qsizetype>(i) < row.cells.size())
            return Currency::parse(cleanCell(row.cells[static_cast<qsizetype>(i)]).toUpper())
                .value_or(m_currency);
    }
    return m_currency;
}

Result<ImportStaging::TypedCell> ImportStaging::typedCell(
    Connection& connection, const ImportTarget& target, const QString& cell, Currency currency)
{
    TypedCell typed{target, {}, {}};
    if (target.kind == ImportTarget::Kind::CreatedAt) {
        auto at = cellInstant(cell, m_timeZone);
        if (!at)
            return chengdan::fail(at.error());
        typed.at = *at;
        return typed;
    }
    const bool person =
        target.kind == ImportTarget::Kind::Owner || target.kind == ImportTarget::Kind::CreatedBy;
    auto value = person ? referenced(connection, QStringLiteral("person"), cell)
        : target.column->references != nullptr
        ? referenced(connection, QString::fromLatin1(target.column->references), cell)
        : cellValue(*target.column,
            cell,
            target.kind == ImportTarget::Kind::Added ? Currency() : currency,
            m_timeZone);
    if (!value)
        return chengdan::fail(value.error());
    typed.value = std::move(*value);
    if (target.kind == ImportTarget::Kind::Column && target.column->unique) {
        if (const auto* text = std::get_if<QString>(&typed.value))
            typed.value =
                storedKey(QString::fromLatin1(m_type.table), columnName(*target.column), *text);
    }
    return typed;
}

/// The id of the record a cell names: by a unique column, else by its title; a new row of the file
/// itself when nothing stored bears the name.
Result<Value> ImportStaging::referenced(
    Connection& connection, const QString& table, const QString& cell)
{
    const QString key = table + kKeySeparator + cell;
    const auto kept = m_references.constFind(key);
    if (kept != m_references.constEnd())
        return *kept;
    const RecordType* type = m_context.database.type(table);
    auto id = namedRecord(connection, *type, cell);
    if (!id)
        return id;
    if (!schema::isNull(*id)) {
        m_references.insert(key, *id);
        return id;
    }
    const auto fresh = m_newNames.constFind(cell);
    if (type == &m_type && fresh != m_newNames.constEnd())
        return *fresh;
    return chengdan::fail("REFERENCE_UNKNOWN",
        {},
        {{QStringLiteral("table"), table}, {QStringLiteral("text"), cell}});
}

/// As referenced(), but only among the records of one root: two customers may each have a contact
/// of the same name.
Result<Value> ImportStaging::referencedWithin(
    Connection& connection, const Within& within, const QString& cell, const Value& root)
{
    const QString table = QString::fromLatin1(within.named->references);
    const QString key = table + kKeySeparator + stagedKeyText(root) + kKeySeparator + cell;
    const auto kept = m_references.constFind(key);
    if (kept != m_references.constEnd())
        return *kept;
    const RecordType* type = m_context.database.type(table);
    auto id = namedRecord(connection,
        *type,
        cell,
        QStringLiteral(" AND %1 = ?").arg(columnName(*within.theirs)),
        {root});
    if (!id)
        return id;
    if (!schema::isNull(*id)) {
        m_references.insert(key, *id);
        return id;
    }
    const auto elsewhere = namedRecord(connection, *type, cell);
    if (!elsewhere || !schema::isNull(*elsewhere))
        return chengdan::fail("OTHER_CUSTOMER", {}, {{QStringLiteral("text"), cell}});
    return chengdan::fail("REFERENCE_UNKNOWN",
        {},
        {{QStringLiteral("table"), table}, {QStringLiteral("text"), cell}});
}

const ImportStaging::TypedCell* ImportStaging::cellOf(
    const std::vector<TypedCell>& cells, const Column& column)
{
    for (const TypedCell& cell : cells) {
        if (cell.target.column == &column)
            return &cell;
    }
    return nullptr;
}

/// Columns that tell a record apart when it has no unique column filled: its title, and the
/// customer (or other root record) it hangs on.
std::vector<const Column*> ImportStaging::fallbackKey() const
{
    std::vector<const Column*> key;
    for (const Column& column : m_type.columns) {
        const bool title =
            m_type.title != nullptr && QLatin1String(column.name) == QLatin1String(m_type.title);
        const RecordType* target = column.references == nullptr
            ? nullptr
            : m_context.database.type(QString::fromLatin1(column.references));
        const bool hangs =
            column.required && target != nullptr && target->scope == schema::Scope::Root;
        if (title || hangs)
            key.push_back(&column);
    }
    return key;
}

QString ImportStaging::rowKey(const std::vector<TypedCell>& cells) const
{
    for (const Column& column : m_type.columns) {
        const TypedCell* cell = column.unique ? cellOf(cells, column) : nullptr;
        if (cell != nullptr)
            return keyIn(columnName(column), stagedKeyText(cell->value));
    }
    QString key;
    for (const Column* column : m_fallback) {
        const TypedCell* cell = cellOf(cells, *column);
        key += kKeySeparator + (cell == nullptr ? QString() : stagedKeyText(cell->value));
    }
    return key;
}

std::shared_ptr<void> ImportStaging::findStored(
    Connection& connection, const std::vector<TypedCell>& cells) const
{
    bool unique = false;
    for (const Column& column : m_type.columns) {
        const TypedCell* cell = column.unique ? cellOf(cells, column) : nullptr;
        if (cell == nullptr)
            continue;
        unique = true;
        if (auto found = selectBy(connection, {&column}, {cell->value}))
            return found;
    }
    if (unique)
        return nullptr;
    storage::Row values;
    for (const Column* column : m_fallback) {
        const TypedCell* cell = cellOf(cells, *column);
        if (cell == nullptr)
            return nullptr;
        values.push_back(cell->value);
    }
    return selectBy(connection, m_fallback, values);
}

std::shared_ptr<void> ImportStaging::selectBy(Connection& connection,
    const std::vector<const Column*>& columns,
    const storage::Row& values) const
{
    QStringList where;
    for (const Column* column : columns)
        where += columnName(*column) + QStringLiteral(" = ?");
    // Most rows of most files are new: only their keys are asked for.
    const QString condition = where.join(QStringLiteral(" AND "));
    auto& lookup = m_lookups[condition];
    if (!lookup) {
        lookup = std::make_unique<storage::BulkLookup>(connection,
            QStringLiteral("SELECT rid FROM %1 WHERE deleted = 0 AND %2 ORDER BY rid LIMIT 1")
                .arg(QString::fromLatin1(m_type.table), condition));
    }
    const qint64 rid = lookup->find(values);
    if (rid == 0)
        return nullptr;
    auto rows =
        connection.query(QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
                             .arg(storage::selectList(m_type), QString::fromLatin1(m_type.table)),
            {rid});
    if (!rows.next())
        return nullptr;
    std::shared_ptr<void> record = m_kind.make();
    storage::readRecord(rows, m_type, record.get());
    return record;
}

void ImportStaging::apply(const std::vector<TypedCell>& cells, void* record, bool isNew) const
{
    schema::RowMeta& meta = m_type.meta(record);
    for (const TypedCell& cell : cells) {
        const auto person =
            PersonId::fromNumber(static_cast<qint32>(schema::toInteger(cell.value)));
        switch (cell.target.kind) {
        case ImportTarget::Kind::Column:
            cell.target.column->set(record, cell.value);
            break;
        case ImportTarget::Kind::Added: // by addedValues()
            break;
        case ImportTarget::Kind::Owner:
            meta.owner = person;
            break;
        case ImportTarget::Kind::CreatedAt:
            if (isNew)
                meta.createdAt = cell.at;
            break;
        case ImportTarget::Kind::CreatedBy:
            if (isNew)
                meta.createdBy = person;
            break;
        case ImportTarget::Kind::Ignored:
            break;
        }
    }
    if (isNew && meta.createdAt != Instant() && meta.createdBy == PersonId())
        meta.createdBy = m_context.session.id();
    if (isNew && meta.createdAt == Instant() && meta.createdBy != PersonId())
        meta.createdAt = m_context.clock.now();
}

} // namespace chengdan::exchange
