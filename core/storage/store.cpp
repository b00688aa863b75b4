// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/schema/ddl.h"
#include "core/storage/search_index.h"

#include <algorithm>

namespace chengdan::storage {

namespace {

using schema::Column;
using schema::RecordType;
using schema::RowMeta;

Value optionalRoot(const RowMeta& meta)
{
    return schema::ColumnTraits<std::optional<CustomerId>>::toValue(meta.root);
}

// The values of the meta columns, in metaColumns() order.
Row metaValues(const RecordType& type, void* record)
{
    const RowMeta& meta = type.meta(record);
    return {type.id(record),
        optionalRoot(meta),
        qint64{meta.owner.number()},
        meta.rev,
        qint64{meta.deleted ? 1 : 0},
        meta.createdAt.milliseconds(),
        qint64{meta.createdBy.number()},
        meta.changedAt.milliseconds(),
        qint64{meta.changedBy.number()},
        schema::ColumnTraits<schema::JsonText>::toValue(meta.custom)};
}

QStringList ownColumns(const RecordType& type)
{
    QStringList names;
    for (const Column& column : type.columns)
        names += QString::fromLatin1(column.name);
    return names;
}

void stamp(Transaction& transaction, RowMeta& meta)
{
    meta.changedAt = transaction.at();
    meta.changedBy = transaction.actor();
}

} // namespace

QString selectList(const RecordType& type)
{
    QStringList names{QStringLiteral("rid")};
    names += schema::metaColumns();
    names += ownColumns(type);
    return names.join(QStringLiteral(", "));
}

void readRecord(const Statement& statement, const RecordType& type, void* record)
{
    RowMeta& meta = type.meta(record);
    meta.rid = statement.integer(0);
    type.setId(record, statement.value(1));
    schema::ColumnTraits<std::optional<CustomerId>>::fromValue(statement.value(2), meta.root);
    meta.owner = PersonId::fromNumber(static_cast<qint32>(statement.integer(3)));
    meta.rev = statement.integer(4);
    meta.deleted = statement.integer(5) != 0;
    meta.createdAt = Instant::fromMilliseconds(statement.integer(6));
    meta.createdBy = PersonId::fromNumber(static_cast<qint32>(statement.integer(7)));
    meta.changedAt = Instant::fromMilliseconds(statement.integer(8));
    meta.changedBy = PersonId::fromNumber(static_cast<qint32>(statement.integer(9)));
    meta.custom.text = statement.text(10);
    int at = 11;
    for (const Column& column : type.columns)
        column.set(record, statement.value(at++));
}

void insertRecord(Transaction& transaction, const RecordType& type, void* record)
{
    RowMeta& meta = type.meta(record);
    stamp(transaction, meta);
    if (meta.createdAt == Instant()) { // an import keeps the original author and date
        meta.createdAt = meta.changedAt;
        meta.createdBy = meta.changedBy;
    }
    QStringList names = schema::metaColumns() + ownColumns(type);
    Row values = metaValues(type, record);
    for (const Column& column : type.columns)
        values.push_back(column.get(record));
    const QString marks = QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", "));
    transaction.connection().execute(
        QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
            .arg(QString::fromLatin1(type.table), names.join(QStringLiteral(", ")), marks),
        values);
    // The journal trigger inserts too; last_insert_rowid() is restored when a trigger program ends.
    meta.rid = transaction.connection().lastRowid();
    if (hasSearchIndex(type))
        addToSearch(transaction.connection(), type, meta.rid, searchTexts(type, record));
    transaction.noteChange({type.number, meta.rid, Change::Kind::Inserted});
}

void updateRecord(Transaction& transaction, const RecordType& type, void* record)
{
    RowMeta& meta = type.meta(record);
    Statement stored = transaction.connection().query(
        QStringLiteral("SELECT owner, root_id, custom, %1 FROM %2 WHERE rid = ?")
            .arg(ownColumns(type).join(QStringLiteral(", ")), QString::fromLatin1(type.table)),
        {meta.rid});
    if (!stored.next())
        throw StorageFault(Error::make(
            "NOT_FOUND", {}, {{QStringLiteral("what"), QString::fromLatin1(type.table)}}));
    QStringList sets;
    Row values;
    const auto compare = [&](const QString& name, const Value& before, const Value& now) {
        if (before == now)
            return;
        sets += name + QStringLiteral(" = ?");
        values.push_back(now);
    };
    compare(QStringLiteral("owner"), stored.value(0), qint64{meta.owner.number()});
    compare(QStringLiteral("root_id"), stored.value(1), optionalRoot(meta));
    compare(QStringLiteral("custom"),
        stored.value(2),
        schema::ColumnTraits<schema::JsonText>::toValue(meta.custom));
    int at = 3;
    QStringList textsBefore; // in searchedNames order
    const std::vector<const Column*> searched = searchColumns(type);
    for (const Column& column : type.columns) {
        const Value before = stored.value(at++);
        if (std::find(searched.begin(), searched.end(), &column) != searched.end())
            textsBefore += schema::toText(before);
        compare(QString::fromLatin1(column.name), before, column.get(record));
    }
    textsBefore += schema::toText(stored.value(2));
    if (sets.isEmpty())
        return;
    stamp(transaction, meta);
    sets += {QStringLiteral("changed_at = ?"), QStringLiteral("changed_by = ?")};
    values.push_back(meta.changedAt.milliseconds());
    values.push_back(qint64{meta.changedBy.number()});
    values.push_back(meta.rid);
    transaction.connection().execute(
        QStringLiteral("UPDATE %1 SET %2 WHERE rid = ?")
            .arg(QString::fromLatin1(type.table), sets.join(QStringLiteral(", "))),
        values);
    if (hasSearchIndex(type))
        replaceInSearch(
            transaction.connection(), type, meta.rid, textsBefore, searchTexts(type, record));
    transaction.noteChange({type.number, meta.rid, Change::Kind::Updated});
}

void removeRecord(Transaction& transaction, const RecordType& type, void* record)
{
    RowMeta& meta = type.meta(record);
    stamp(transaction, meta);
    meta.deleted = true;
    transaction.connection().execute(QStringLiteral("UPDATE %1 SET deleted = 1, changed_at = ?, "
                                                    "changed_by = ? WHERE rid = ? AND deleted = 0")
                                         .arg(QString::fromLatin1(type.table)),
        {meta.changedAt.milliseconds(), qint64{meta.changedBy.number()}, meta.rid});
    transaction.noteChange({type.number, meta.rid, Change::Kind::Removed});
}

} // namespace chengdan::storage
