// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_numbers.h"

#include "core/sync/wire.h"

#include <QJsonDocument>

#include <algorithm>

namespace chengdan::sync {

namespace {

constexpr qint32 kProvisional = 1'000'000;

} // namespace

SmallNumbers::SmallNumbers(const schema::RecordTypes& types, const PeoplePlan& people, qint32 me)
    : m_types(types)
    , m_me(me)
{
    const auto given = [](qint32 server, qint32 local) {
        return server != 0 ? server : kProvisional + local;
    };
    for (const PersonMatch& match : people.people)
        m_numbers[QStringLiteral("person")][match.local] = given(match.server, match.local);
    const auto place = [&](const QString& table, const PlaceMatch& match) {
        if (match.server == 0 && !match.add)
            m_missing[{table, match.local}] = match.name;
        else
            m_numbers[table][match.local] = given(match.server, match.local);
    };
    for (const PlaceMatch& match : people.teams)
        place(QStringLiteral("team"), match);
    for (const PlaceMatch& match : people.regions)
        place(QStringLiteral("region"), match);
}

qint32 SmallNumbers::now(const char* table, qint32 local) const
{
    if (local == 0)
        return 0; // nobody, such as the owner of what lies in the pool
    const auto numbers = m_numbers.find(QString::fromLatin1(table));
    if (numbers != m_numbers.end()) {
        if (const auto at = numbers->second.find(local); at != numbers->second.end())
            return at->second;
    }
    return QLatin1String(table) == QLatin1String("person") ? m_me : 0;
}

bool SmallNumbers::isProvisional(qint32 number) const
{
    return number > kProvisional;
}

QString smallTableOf(const schema::RecordType& type, const QString& column)
{
    if (column == QLatin1String("owner") || column == QLatin1String("created_by")
        || column == QLatin1String("changed_by"))
        return QStringLiteral("person");
    if (column == QLatin1String("id"))
        return type.smallId ? QString::fromLatin1(type.table) : QString();
    const schema::Column* described = type.column(column);
    if (described == nullptr || described->type != schema::ColumnType::SmallId)
        return {};
    return described->references != nullptr ? QString::fromLatin1(described->references)
                                            : QStringLiteral("person");
}

QStringList SmallNumbers::renumber(
    const schema::RecordType& type, const QStringList& names, schema::Row& row) const
{
    QStringList missing;
    for (int i = 0; i < names.size(); ++i) {
        schema::Value& cell = row[static_cast<std::size_t>(i)];
        const QString table = smallTableOf(type, names[i]);
        if (table.isEmpty() || schema::isNull(cell))
            continue;
        const auto local = static_cast<qint32>(schema::toInteger(cell));
        const schema::Column* column = type.column(names[i]);
        if (const auto gone = m_missing.find({table, local});
            gone != m_missing.end() && column != nullptr && column->nullable) {
            missing += gone->second;
            cell = {};
            continue;
        }
        cell = qint64{now(table.toLatin1().constData(), local)};
    }
    if (QLatin1String(type.table) != QLatin1String("audit_entry"))
        return missing;
    const auto cell = [&](const char* name) -> schema::Value& {
        return row[static_cast<std::size_t>(names.indexOf(QLatin1String(name)))];
    };
    const QString about = schema::toText(cell("record_table"));
    for (const char* name : {"old_values", "new_values"})
        cell(name) = journalText(about, schema::toText(cell(name)));
    bool isNumber = false;
    const int local = schema::toText(cell("record")).toInt(&isNumber);
    if (isNumber && m_numbers.contains(about))
        cell("record") = QString::number(now(about.toLatin1().constData(), local));
    return missing;
}

QString SmallNumbers::journalText(const QString& table, const QString& json) const
{
    const auto type = std::find_if(m_types.begin(), m_types.end(), [&](const auto* each) {
        return table == QLatin1String(each->table);
    });
    QJsonObject values = QJsonDocument::fromJson(json.toUtf8()).object();
    if (type == m_types.end() || values.isEmpty())
        return json;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString counted = smallTableOf(**type, value.key());
        if (!counted.isEmpty() && value->isDouble())
            *value = now(counted.toLatin1().constData(), value->toInt());
    }
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

QString withNotes(const QString& custom, const QJsonObject& notes)
{
    return withCustomChanges(custom, notes);
}

QStringList noteTexts(const QJsonObject& notes)
{
    QStringList texts;
    for (auto note = notes.begin(); note != notes.end(); ++note)
        texts += note.value().toString();
    return texts;
}

} // namespace chengdan::sync
