// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_arrangement.h"

#include <QJsonArray>

namespace chengdan::ui {

QStringList ListArrangement::ordered(const std::vector<ColumnSpec>& columns) const
{
    QStringList known;
    for (const ColumnSpec& column : columns)
        known += column.key;
    QStringList keys;
    if (!known.isEmpty())
        keys += known.front();
    for (const QString& key : order) {
        if (known.contains(key) && !keys.contains(key))
            keys += key;
    }
    for (const QString& key : known) {
        if (!keys.contains(key))
            keys += key;
    }
    return keys;
}

QJsonObject ListArrangement::toJson() const
{
    QJsonObject stored;
    if (!order.isEmpty())
        stored.insert(QStringLiteral("order"), QJsonArray::fromStringList(order));
    QJsonObject visible;
    for (auto at = shown.cbegin(); at != shown.cend(); ++at)
        visible.insert(at.key(), at.value());
    if (!visible.isEmpty())
        stored.insert(QStringLiteral("shown"), visible);
    QJsonObject wide;
    for (auto at = widths.cbegin(); at != widths.cend(); ++at)
        wide.insert(at.key(), at.value());
    if (!wide.isEmpty())
        stored.insert(QStringLiteral("widths"), wide);
    if (frozen != 1)
        stored.insert(QStringLiteral("frozen"), frozen);
    return stored;
}

ListArrangement ListArrangement::fromJson(const QJsonObject& stored)
{
    ListArrangement made;
    for (const QJsonValue& key : stored[QLatin1String("order")].toArray())
        made.order += key.toString();
    const QJsonObject visible = stored[QLatin1String("shown")].toObject();
    for (auto at = visible.constBegin(); at != visible.constEnd(); ++at)
        made.shown.insert(at.key(), at.value().toBool());
    const QJsonObject wide = stored[QLatin1String("widths")].toObject();
    for (auto at = wide.constBegin(); at != wide.constEnd(); ++at)
        made.widths.insert(at.key(), at.value().toInt());
    made.frozen = stored[QLatin1String("frozen")].toInt(1);
    return made;
}

} // namespace chengdan::ui
