// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/server_columns.h"

namespace chengdan::ui {

QJsonObject serverColumns(const schema::RecordType& type, const void* before, const void* now)
{
    const sync::WireRow wire(type);
    QJsonObject columns;
    for (const schema::Column& column : type.columns) {
        const schema::Value value = column.get(now);
        if (value == column.get(before))
            continue;
        const QString name = QString::fromLatin1(column.name);
        columns.insert(name, wire.sent(wire.indexOf(name), value));
    }
    return columns;
}

} // namespace chengdan::ui
