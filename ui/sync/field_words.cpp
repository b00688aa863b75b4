// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/field_words.h"

#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"

#include <QCoreApplication>

namespace chengdan::ui {

namespace {

QString fieldText(const char* text)
{
    return QCoreApplication::translate("Sync", text);
}

bool isBlankValue(const schema::Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    const auto* bytes = std::get_if<QByteArray>(&value);
    return schema::isNull(value) || (text != nullptr && text->trimmed().isEmpty())
        || (bytes != nullptr && bytes->isEmpty());
}

QString plainText(const schema::Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    return schema::toText(value).simplified();
}

} // namespace

FieldWords::FieldWords(storage::Database& database, const schema::RecordType& type)
    : m_type(&type)
{
    auto added =
        database.read([&](storage::Connection& connection) -> Result<access::FieldColumns> {
            return access::FieldColumns::of(database, connection, type, currentLanguage());
        });
    if (added)
        m_added = *added;
}

const schema::Column* FieldWords::column(const QString& name) const
{
    const schema::Column* described = m_type == nullptr ? nullptr : m_type->column(name);
    return described != nullptr ? described : m_added.column(name);
}

QString FieldWords::label(const QString& name) const
{
    if (const schema::Column* found = column(name))
        return name.startsWith(QLatin1String("custom.")) ? QString::fromUtf8(found->label)
                                                         : schemaText(found->label);
    if (name == QLatin1String("owner"))
        return fieldText(QT_TRANSLATE_NOOP("Sync", "Owner"));
    if (name == QLatin1String("deleted"))
        return fieldText(QT_TRANSLATE_NOOP("Sync", "Deleted"));
    return name.startsWith(QLatin1String("custom.")) ? name.mid(7) : name;
}

QString FieldWords::value(
    const QString& name, const schema::Value& value, const QString& title) const
{
    if (isBlankValue(value))
        return noValue();
    if (!title.isEmpty())
        return title;
    const schema::Column* found = column(name);
    const bool flag = name == QLatin1String("deleted")
        || (found != nullptr && found->type == schema::ColumnType::Flag);
    if (flag)
        return schema::toInteger(value) != 0 ? fieldText(QT_TRANSLATE_NOOP("Sync", "yes"))
                                             : fieldText(QT_TRANSLATE_NOOP("Sync", "no"));
    if (found == nullptr)
        return plainText(value);
    if (found->references != nullptr)
        return fieldText(QT_TRANSLATE_NOOP("Sync", "not on this PC"));
    const QString shown = displayText(*found, value, title);
    return shown.isEmpty() ? plainText(value) : shown;
}

} // namespace chengdan::ui
