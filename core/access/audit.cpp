// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit.h"

#include "core/access/settings.h"
#include "core/storage/store.h"

#include <QJsonDocument>

namespace chengdan::access {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::Value;

QString compactJson(const QJsonObject& object)
{
    return object.isEmpty()
        ? QStringLiteral("{}")
        : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool keepsAudit(storage::Connection& connection)
{
    return !schema::isNull(connection.scalar(
        QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'audit_entry'")));
}

// A value of the journal's JSON as the column stores it.
Value storedAs(const Column* column, const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return {};
    if (json.isString()) {
        const QString text = json.toString();
        if (column != nullptr
            && (column->type == ColumnType::Id || column->type == ColumnType::Blob))
            return QByteArray::fromHex(text.toLatin1());
        return text;
    }
    if (json.isBool())
        return qint64{json.toBool() ? 1 : 0};
    return json.toInteger();
}

// What the row that a value names is called now; empty for plain values.
QString referenceTitle(storage::Connection& connection,
    const schema::RecordTypes& types,
    const char* table,
    const Value& id)
{
    if (table == nullptr || schema::isNull(id))
        return {};
    for (const RecordType* type : types) {
        if (QLatin1String(type->table) != QLatin1String(table) || type->title == nullptr)
            continue;
        return schema::toText(connection.scalar(
            QStringLiteral("SELECT %1 FROM %2 WHERE id = ?")
                .arg(QString::fromLatin1(type->title), QString::fromLatin1(type->table)),
            {id}));
    }
    return {};
}

const char* referencedTable(const Column* column, const QString& name)
{
    if (column != nullptr)
        return column->references;
    return name == QLatin1String("owner") ? "person" : nullptr;
}

} // namespace

void recordAct(storage::Transaction& transaction, IdSource& ids, const AuditNote& note)
{
    if (!keepsAudit(transaction.connection()))
        return;
    AuditEntry entry;
    entry.id = AuditEntryId::make(ids);
    entry.meta.owner = transaction.actor();
    entry.at = transaction.at();
    entry.deviceAt = transaction.at();
    entry.person = transaction.actor();
    entry.act = note.act;
    entry.recordTable = note.recordTable;
    entry.record = note.record;
    entry.title = note.title;
    entry.before.text = compactJson(note.before);
    entry.after.text = compactJson(note.after);
    entry.device = settingText(transaction.connection(), SettingKey::DeviceCode);
    storage::insert(transaction, entry);
}

Result<void> noteExport(
    const Context& context, const RecordType& type, qint64 rows, const QString& to)
{
    return context.database.write(
        context.session.id(), [&](storage::Transaction& transaction) -> Result<void> {
            AuditNote note;
            note.act = AuditAct::Export;
            note.recordTable = QString::fromLatin1(type.table);
            note.title = to;
            note.after.insert(QStringLiteral("rows"), rows);
            note.after.insert(QStringLiteral("file"), to);
            recordAct(transaction, context.ids, note);
            return {};
        });
}

Result<std::vector<AuditEntry>> AuditService::entries(const AuditFilter& filter)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.read(
        [&](storage::Connection& connection) -> Result<std::vector<AuditEntry>> {
            QStringList where{QStringLiteral("1")};
            storage::Row values;
            const auto add = [&](const char* condition, Value value) {
                where += QString::fromLatin1(condition);
                values.push_back(std::move(value));
            };
            const QByteArray zone = readSettings(connection).timeZone;
            if (filter.act)
                add("act = ?", schema::codeOf(*filter.act));
            if (filter.person)
                add("person = ?", storage::bind(*filter.person));
            if (!filter.recordTable.isEmpty())
                add("record_table = ?", filter.recordTable);
            if (!filter.record.isEmpty())
                add("record = ?", filter.record);
            if (filter.from.isValid())
                add("at >= ?", storage::bind(startOf(filter.from, zone)));
            if (filter.until.isValid())
                add("at < ?", storage::bind(startOf(filter.until.addDays(1), zone)));
            values.push_back(filter.limit);
            return storage::select<AuditEntry>(connection,
                where.join(QStringLiteral(" AND "))
                    + QStringLiteral(" ORDER BY at DESC, rid DESC LIMIT ?"),
                values);
        });
}

Result<std::vector<AuditChange>> AuditService::changes(qint64 rid)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    const auto& types = m_context.database.types();
    return m_context.database.read([&](storage::Connection& connection)
                                       -> Result<std::vector<AuditChange>> {
        const auto entry = storage::findByRid<AuditEntry>(connection, rid);
        if (!entry)
            return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("audit_entry")}});
        const RecordType* type = m_context.database.type(entry->recordTable);
        const auto read = [](const schema::JsonText& json) {
            return QJsonDocument::fromJson(json.text.toUtf8()).object();
        };
        const QJsonObject before = read(entry->before);
        const QJsonObject after = read(entry->after);
        QStringList names = before.keys() + after.keys();
        names.removeDuplicates();
        std::vector<AuditChange> changes;
        for (const QString& name : names) {
            AuditChange& change = changes.emplace_back();
            change.name = name;
            change.column = type == nullptr ? nullptr : type->column(name);
            change.before = storedAs(change.column, before.value(name));
            change.after = storedAs(change.column, after.value(name));
            const char* table = referencedTable(change.column, name);
            change.beforeTitle = referenceTitle(connection, types, table, change.before);
            change.afterTitle = referenceTitle(connection, types, table, change.after);
        }
        return changes;
    });
}

} // namespace chengdan::access
