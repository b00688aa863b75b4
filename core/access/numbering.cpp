// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/numbering.h"

#include "core/access/local_keys.h"
#include "core/access/settings.h"

namespace chengdan::access {

namespace {

// A copy of a team's data has a code of its own from the server; the company's setting is that of
// a single-user file.
QString deviceCode(storage::Connection& connection)
{
    const QString own =
        schema::toText(connection.scalar(QStringLiteral("SELECT value FROM _ui WHERE key = ?"),
            {QString::fromLatin1(kDeviceCodeKey)}));
    return own.isEmpty() ? settingText(connection, SettingKey::DeviceCode) : own;
}

} // namespace

QString nextNumber(storage::Transaction& transaction, const NumberSeries& series, QDate date)
{
    storage::Connection& connection = transaction.connection();
    const QString name = QStringLiteral("%1-%2-%3")
                             .arg(QString::fromLatin1(series.prefix), deviceCode(connection))
                             .arg(date.year(), 4, 10, QLatin1Char('0'));
    const QString taken =
        QStringLiteral("SELECT 1 FROM %1 WHERE number = ?").arg(QString::fromLatin1(series.table));
    qint64 last = schema::toInteger(
        connection.scalar(QStringLiteral("SELECT last FROM _number WHERE series = ?"), {name}));
    QString number;
    do {
        ++last;
        number = QStringLiteral("%1-%2").arg(name).arg(last, 4, 10, QLatin1Char('0'));
    } while (!schema::isNull(connection.scalar(taken, {number})));
    connection.execute(QStringLiteral("INSERT INTO _number(series, last) VALUES (?, ?) "
                                      "ON CONFLICT(series) DO UPDATE SET last = excluded.last"),
        {name, last});
    return number;
}

} // namespace chengdan::access
