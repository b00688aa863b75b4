// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/field_definition.h"

#include "core/access/validation.h"
#include "core/storage/custom_column.h"
#include "core/storage/store.h"

#include <QSet>

#include <algorithm>

namespace chengdan {

template <>
const schema::RecordType& schema::describe<access::FieldDefinition>()
{
    using access::FieldDefinition;
    static const RecordType
        type =
            recordType<FieldDefinition>(
                {
                    .table = "field_definition",
                    .number = 96,
                    .label = QT_TRANSLATE_NOOP("schema", "Added field"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Added fields"),
                    .scope = Scope::Settings,
                    .title = "label_zh",
                    .since = 2,
                    .columns =
                        {
                            column<&FieldDefinition::record>({.name = "record",
                                .label = QT_TRANSLATE_NOOP("schema", "Record type"),
                                .required = true,
                                .indexed = true,
                                .inList = InList::Yes,
                                .since = 2}),
                            column<&FieldDefinition::key>({.name = "key",
                                .label = QT_TRANSLATE_NOOP("schema", "Key"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "For files and imports: co_follower"),
                                .required = true,
                                .inList = InList::Yes,
                                .since = 2}),
                            column<&FieldDefinition::labelZh>({.name = "label_zh",
                                .label = QT_TRANSLATE_NOOP("schema", "Chinese label"),
                                .hint = QT_TRANSLATE_NOOP("schema", "As it stands on the form"),
                                .required = true,
                                .searchable = true,
                                .inList = InList::Yes,
                                .since = 2}),
                            column<&FieldDefinition::labelEn>({.name = "label_en",
                                .label = QT_TRANSLATE_NOOP("schema", "English label"),
                                .hint = QT_TRANSLATE_NOOP("schema", "Empty: the Chinese one"),
                                .searchable = true,
                                .inList = InList::Yes,
                                .since = 2}),
                            column<&FieldDefinition::kind>({.name = "kind",
                                .label = QT_TRANSLATE_NOOP("schema", "Kind of field"),
                                .required = true,
                                .inList = InList::Yes,
                                .since = 2}),
                            column<&FieldDefinition::choices>(
                                {.name = "choices",
                                    .label = QT_TRANSLATE_NOOP("schema", "Choices"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "One a line"),
                                    .since = 2}),
                            column<&FieldDefinition::required>(
                                {.name = "required",
                                    .label = QT_TRANSLATE_NOOP("schema", "Must be filled"),
                                    .inList = InList::Yes,
                                    .since = 2}),
                            column<&FieldDefinition::searchable>(
                                {.name = "searchable",
                                    .label = QT_TRANSLATE_NOOP("schema", "Indexed for filters"),
                                    .inList = InList::Yes,
                                    .since = 2}),
                            column<&FieldDefinition::position>(
                                {.name = "position",
                                    .label = QT_TRANSLATE_NOOP("schema", "Position"),
                                    .since = 2}),
                            column<&FieldDefinition::active>(
                                {.name = "active",
                                    .label = QT_TRANSLATE_NOOP("schema", "In use"),
                                    .inList = InList::Yes,
                                    .since = 2}),
                            column<&FieldDefinition::hint>(
                                {.name = "hint",
                                    .label = QT_TRANSLATE_NOOP("schema", "Hint"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "What to type, in a few words"),
                                    .since = 2}),
                        },
                });
    return type;
}

namespace access {

std::span<const schema::Choice> choices(FieldKind)
{
    static constexpr schema::Choice list[] = {{"text", QT_TRANSLATE_NOOP("schema", "Text")},
        {"number", QT_TRANSLATE_NOOP("schema", "Number")},
        {"money", QT_TRANSLATE_NOOP("schema", "Money")},
        {"date", QT_TRANSLATE_NOOP("schema", "Date")},
        {"choice", QT_TRANSLATE_NOOP("schema", "One of a list")},
        {"yes_no", QT_TRANSLATE_NOOP("schema", "Yes or no")}};
    return list;
}

QStringList FieldDefinition::choiceList() const
{
    QStringList list;
    for (const QString& line : choices.split(QLatin1Char('\n'))) {
        if (const QString choice = line.trimmed(); !choice.isEmpty())
            list += choice;
    }
    return list;
}

QString FieldDefinition::label(bool english) const
{
    return english && !labelEn.isEmpty() ? labelEn : labelZh;
}

QStringList fieldTables()
{
    return {QStringLiteral("customer"),
        QStringLiteral("contact"),
        QStringLiteral("opportunity"),
        QStringLiteral("item")};
}

std::vector<FieldDefinition> fieldsOf(const schema::RecordTypes& types,
    storage::Connection& connection,
    const QString& table,
    bool retired)
{
    const schema::RecordType* definitions = &schema::describe<FieldDefinition>();
    if (std::find(types.begin(), types.end(), definitions) == types.end())
        return {};
    const QString filter = retired ? QString() : QStringLiteral(" AND active = 1");
    return storage::select<FieldDefinition>(connection,
        QStringLiteral("record = ?") + filter + QStringLiteral(" ORDER BY position, rid"),
        {table});
}

std::vector<FieldDefinition> fieldsOf(const storage::Database& database,
    storage::Connection& connection,
    const QString& table,
    bool retired)
{
    return fieldsOf(database.types(), connection, table, retired);
}

namespace {

using storage::Connection;
using storage::Transaction;

Error fieldError(const char* code, const char* column, const FieldDefinition& field)
{
    return Error::make(code,
        QString::fromLatin1(column),
        {{QStringLiteral("key"), field.key}, {QStringLiteral("name"), field.labelZh}});
}

void tidyField(FieldDefinition& field)
{
    field.key = field.key.trimmed();
    field.labelZh = field.labelZh.simplified();
    field.labelEn = field.labelEn.simplified();
    field.choices =
        field.kind == FieldKind::Choice ? field.choiceList().join(QLatin1Char('\n')) : QString();
}

Result<void> checkField(
    const storage::Database& database, Connection& connection, const FieldDefinition& field)
{
    Findings findings;
    checkRecord(connection, field, findings);
    if (!field.record.isEmpty()
        && (!fieldTables().contains(field.record) || database.type(field.record) == nullptr))
        findings.add(fieldError("FIELD_RECORD", "record", field));
    if (!field.key.isEmpty() && !storage::isCustomKey(field.key))
        findings.add(fieldError("FIELD_KEY", "key", field));
    const QStringList list = field.choiceList();
    if (field.kind == FieldKind::Choice
        && (list.isEmpty() || QSet<QString>(list.begin(), list.end()).size() != list.size()))
        findings.add(fieldError("FIELD_CHOICES", "choices", field));
    for (const FieldDefinition& other : fieldsOf(database, connection, field.record, true)) {
        if (other.id != field.id && other.key == field.key)
            findings.add(Error::make("DUPLICATE",
                QStringLiteral("key"),
                {{QStringLiteral("value"), field.key}, {QStringLiteral("other"), other.labelZh}}));
    }
    return findings.result();
}

QString valueSql(const FieldDefinition& field)
{
    return storage::listColumnSql(storage::customColumn(field.key), QString());
}

qint64 usedRows(Connection& connection, const FieldDefinition& field)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT count(*) FROM %1 WHERE %2 IS NOT NULL")
                              .arg(field.record, valueSql(field))));
}

Error inUse(const char* column, qint64 rows, const FieldDefinition& field)
{
    return Error::make("FIELD_IN_USE",
        QString::fromLatin1(column),
        {{QStringLiteral("name"), field.labelZh},
            {QStringLiteral("count"), QString::number(rows)}});
}

Result<void> checkStillFits(
    Connection& connection, const FieldDefinition& field, const FieldDefinition& stored)
{
    if (field.kind != stored.kind) {
        if (const qint64 rows = usedRows(connection, stored); rows > 0)
            return fail(inUse("kind", rows, stored));
    }
    if (field.kind != FieldKind::Choice || stored.kind != FieldKind::Choice)
        return {};
    const QStringList kept = field.choiceList();
    for (const QString& choice : stored.choiceList()) {
        if (kept.contains(choice))
            continue;
        const qint64 rows = schema::toInteger(
            connection.scalar(QStringLiteral("SELECT count(*) FROM %1 WHERE %2 = ?")
                                  .arg(field.record, valueSql(field)),
                {choice}));
        if (rows > 0)
            return fail(inUse("choices", rows, stored));
    }
    return {};
}

QString fieldIndexName(const FieldDefinition& field)
{
    return QStringLiteral("custom_%1_%2").arg(field.record, field.key);
}

// The expression is the one lists filter by, word for word; else the index would not be used.
QString fieldIndexSql(const FieldDefinition& field)
{
    return QStringLiteral("CREATE INDEX IF NOT EXISTS %1 ON %2(%3)")
        .arg(fieldIndexName(field), field.record, valueSql(field));
}

void keepFieldIndex(Transaction& transaction, const FieldDefinition& field)
{
    transaction.connection().execute(field.searchable && field.active
            ? fieldIndexSql(field)
            : QStringLiteral("DROP INDEX IF EXISTS %1").arg(fieldIndexName(field)));
}

} // namespace

QStringList missingFieldIndexes(const schema::RecordTypes& types, Connection& connection)
{
    QStringList missing;
    for (const QString& table : fieldTables()) {
        for (const FieldDefinition& field : fieldsOf(types, connection, table)) {
            if (!field.searchable)
                continue;
            const auto there = connection.scalar(
                QStringLiteral(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = ?"),
                {fieldIndexName(field)});
            if (schema::toInteger(there) == 0)
                missing += fieldIndexSql(field);
        }
    }
    return missing;
}

Result<FieldDefinition> FieldService::add(FieldDefinition field)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<FieldDefinition> {
            Connection& connection = transaction.connection();
            tidyField(field);
            field.id = FieldDefinitionId::make(m_context.ids);
            field.meta = {};
            field.meta.owner = m_context.session.id();
            if (auto checked = checkField(m_context.database, connection, field); !checked)
                return fail(checked.error());
            const auto others = fieldsOf(m_context.database, connection, field.record, true);
            field.position = others.empty() ? 1 : others.back().position + 1;
            storage::insert(transaction, field);
            keepFieldIndex(transaction, field);
            return field;
        });
}

Result<FieldDefinition> FieldService::update(FieldDefinition field)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<FieldDefinition> {
            Connection& connection = transaction.connection();
            const auto stored = storage::load<FieldDefinition>(connection, field.id);
            if (!stored)
                return stored;
            if (stored->meta.changedAt != field.meta.changedAt
                || stored->meta.changedBy != field.meta.changedBy)
                return fail("CHANGED_MEANWHILE");
            field.meta = stored->meta;
            field.record = stored->record;
            field.key = stored->key;
            tidyField(field);
            if (auto checked = checkField(m_context.database, connection, field); !checked)
                return fail(checked.error());
            if (auto fits = checkStillFits(connection, field, *stored); !fits)
                return fail(fits.error());
            storage::update(transaction, field);
            keepFieldIndex(transaction, field);
            return field;
        });
}

Result<void> FieldService::move(const FieldDefinitionId& id, int by)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            const auto moved = storage::load<FieldDefinition>(connection, id);
            if (!moved)
                return fail(moved.error());
            auto fields = fieldsOf(m_context.database, connection, moved->record, true);
            const auto at = std::find_if(
                fields.begin(), fields.end(), [&](const auto& field) { return field.id == id; });
            const auto from = at - fields.begin();
            const auto to =
                std::clamp<std::ptrdiff_t>(from + by, 0, std::ptrdiff_t(fields.size()) - 1);
            if (to < from)
                std::rotate(fields.begin() + to, at, at + 1);
            else
                std::rotate(at, at + 1, fields.begin() + to + 1);
            int position = 0;
            for (FieldDefinition& field : fields) {
                field.position = ++position;
                storage::update(transaction, field);
            }
            return {};
        });
}

Result<void> FieldService::remove(const FieldDefinitionId& id)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            auto stored = storage::load<FieldDefinition>(transaction.connection(), id);
            if (!stored)
                return fail(stored.error());
            if (const qint64 rows = usedRows(transaction.connection(), *stored); rows > 0)
                return fail(inUse("active", rows, *stored));
            stored->searchable = false;
            keepFieldIndex(transaction, *stored);
            storage::remove(transaction, *stored);
            return {};
        });
}

Result<qint64> FieldService::used(const FieldDefinition& field) const
{
    return m_context.database.read(
        [&](Connection& connection) -> Result<qint64> { return usedRows(connection, field); });
}

} // namespace access

} // namespace chengdan
