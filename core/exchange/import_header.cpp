// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_header.h"

#include "core/exchange/import_names.h"

#include <QSet>

namespace chengdan::exchange {

namespace {

const schema::Column* namedField(const access::FieldColumns& fields, const QString& key)
{
    for (const schema::Column& column : fields.columns()) {
        const QString name = QString::fromLatin1(column.name);
        const access::FieldDefinition& field = *fields.definition(name);
        if (key == name || key == field.key || key == headerKey(field.labelZh)
            || (!field.labelEn.isEmpty() && key == headerKey(field.labelEn)))
            return &column;
    }
    return nullptr;
}

ImportTarget findTarget(
    const schema::RecordType& type, const QString& key, const access::FieldColumns& fields)
{
    const QString table = QString::fromLatin1(type.table);
    if (const schema::Column* column = namedColumn(type, key))
        return {ImportTarget::Kind::Column, column};
    if (namesMeta(key, table, kOwnerColumn))
        return {ImportTarget::Kind::Owner, nullptr};
    if (namesMeta(key, table, kCreatedAtColumn))
        return {ImportTarget::Kind::CreatedAt, nullptr};
    if (namesMeta(key, table, kCreatedByColumn))
        return {ImportTarget::Kind::CreatedBy, nullptr};
    if (const schema::Column* field = namedField(fields, key))
        return {ImportTarget::Kind::Added, field};
    return {};
}

Result<void> checkRequired(
    const ImportKind& kind, const std::vector<ImportTarget>& targets, const QString& file)
{
    QSet<QString> present;
    bool findable = false;
    for (const ImportTarget& target : targets) {
        present.insert(target.name());
        findable = findable || (target.column != nullptr && target.column->unique);
    }
    for (const schema::Column& column : kind.type->columns) {
        const QString name = QString::fromLatin1(column.name);
        const bool hasDefault =
            column.type == schema::ColumnType::Choice || column.type == schema::ColumnType::Flag;
        if (column.required && !findable && !hasDefault && !kind.filled.contains(name)
            && !present.contains(name)) {
            return chengdan::fail("COLUMN_MISSING",
                name,
                {{QStringLiteral("file"), file}, {QStringLiteral("column"), name}});
        }
    }
    return {};
}

} // namespace

QString ImportTarget::name() const
{
    switch (kind) {
    case Kind::Column:
    case Kind::Added:
        return QString::fromLatin1(column->name);
    case Kind::Owner:
        return QString::fromLatin1(kOwnerColumn.name);
    case Kind::CreatedAt:
        return QString::fromLatin1(kCreatedAtColumn.name);
    case Kind::CreatedBy:
        return QString::fromLatin1(kCreatedByColumn.name);
    case Kind::Ignored:
        break;
    }
    return {};
}

ImportTarget importTarget(
    const ImportKind& kind, const QString& title, const access::FieldColumns& fields)
{
    return findTarget(*kind.type, headerKey(title), fields);
}

Result<std::vector<ImportTarget>> importTargets(const ImportKind& kind,
    const QStringList& header,
    const QHash<QString, QString>& mapping,
    const QString& file,
    const access::FieldColumns& fields)
{
    std::vector<ImportTarget> targets;
    QSet<QString> taken;
    for (const QString& title : header) {
        ImportTarget target;
        const auto mapped = mapping.constFind(title);
        if (mapped == mapping.constEnd()) {
            target = findTarget(*kind.type, headerKey(title), fields);
        } else if (!mapped->isEmpty()) {
            target = findTarget(*kind.type, mapped->toLower(), fields);
            if (target.kind == ImportTarget::Kind::Ignored) {
                return chengdan::fail("UNKNOWN_COLUMN",
                    *mapped,
                    {{QStringLiteral("table"), QString::fromLatin1(kind.type->table)},
                        {QStringLiteral("column"), *mapped}});
            }
        }
        if (target.kind != ImportTarget::Kind::Ignored) {
            if (taken.contains(target.name())) {
                return chengdan::fail("IMPORT_COLUMN_TWICE",
                    target.name(),
                    {{QStringLiteral("file"), file}, {QStringLiteral("column"), title}});
            }
            taken.insert(target.name());
        }
        targets.push_back(target);
    }
    if (taken.isEmpty())
        return chengdan::fail("IMPORT_NO_COLUMN", {}, {{QStringLiteral("file"), file}});
    if (auto checked = checkRequired(kind, targets, file); !checked)
        return chengdan::fail(checked.error());
    return targets;
}

} // namespace chengdan::exchange
