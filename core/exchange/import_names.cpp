// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_names.h"

#include "core/exchange/import_cells.h"

#include <QCoreApplication>

namespace chengdan::exchange {

const MetaColumn kOwnerColumn{"owner", QT_TRANSLATE_NOOP("RecordList", "Owner")};
const MetaColumn kCreatedAtColumn{"created_at", QT_TRANSLATE_NOOP("RecordList", "Created at")};
const MetaColumn kCreatedByColumn{"created_by", QT_TRANSLATE_NOOP("RecordList", "Created by")};

QString MetaColumn::shown() const
{
    return QCoreApplication::translate("RecordList", label);
}

bool namesMeta(const QString& key, QStringView table, const MetaColumn& meta)
{
    return key == headerKey(meta.shown())
        || namesColumn(key, table, QString::fromLatin1(meta.name), meta.label);
}

QString headerKey(const QString& header)
{
    QString text = cleanCell(header).toLower();
    text.remove(QLatin1Char('*'));
    for (const QString& mark : {QStringLiteral("（必填）"), QStringLiteral("(必填)")})
        text.remove(mark);
    return text.trimmed();
}

bool namesColumn(const QString& key, QStringView table, QStringView column, const char* label)
{
    if (key == column.toString())
        return true;
    if (label != nullptr && *label != '\0'
        && (key == QString::fromUtf8(label).toLower()
            || key == QCoreApplication::translate("schema", label).toLower()))
        return true;
    return importAliases(table, column).contains(key, Qt::CaseInsensitive);
}

const schema::Column* namedColumn(const schema::RecordType& type, const QString& key)
{
    if (key.isEmpty())
        return nullptr;
    const QString table = QString::fromLatin1(type.table);
    for (const schema::Column& column : type.columns) {
        if (namesColumn(key, table, QString::fromLatin1(column.name), column.label))
            return &column;
    }
    return nullptr;
}

} // namespace chengdan::exchange
