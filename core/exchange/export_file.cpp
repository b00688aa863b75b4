// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_file.h"

#include "core/access/audit.h"
#include "core/access/settings.h"
#include "core/access/visibility.h"
#include "core/exchange/csv.h"
#include "core/exchange/record_list.h"
#include "core/storage/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::Value;

QString instantText(qint64 milliseconds, const QByteArray& timeZone)
{
    if (milliseconds == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone(timeZone))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// Names the record that an id stands for, each one looked up once.
class ReferenceNames {
public:
    ReferenceNames(storage::Connection& connection, const storage::Database& database)
        : m_connection(connection)
        , m_database(database)
    {
    }
    QString of(const QString& table, const Value& id)
    {
        if (schema::isNull(id))
            return {};
        QHash<QByteArray, QString>& names = m_names[table];
        if (names.isEmpty())
            load(table, names);
        return names.value(keyOf(id));
    }

private:
    static QByteArray keyOf(const Value& id)
    {
        if (const auto* bytes = std::get_if<QByteArray>(&id))
            return *bytes;
        return QByteArray::number(schema::toInteger(id));
    }
    void load(const QString& table, QHash<QByteArray, QString>& names)
    {
        const RecordType* type = m_database.type(table);
        if (type == nullptr)
            return;
        QStringList columns;
        for (const Column& column : type->columns) {
            if (column.unique)
                columns += QStringLiteral("NULLIF(%1, '')").arg(QString::fromLatin1(column.name));
        }
        if (type->title != nullptr)
            columns += QString::fromLatin1(type->title);
        columns += QStringLiteral("''");
        auto rows = m_connection.query(QStringLiteral("SELECT id, coalesce(%1) FROM %2")
                                           .arg(columns.join(QStringLiteral(", ")), table));
        while (rows.next())
            names.insert(keyOf(rows.value(0)), rows.text(1));
    }

    storage::Connection& m_connection;
    const storage::Database& m_database;
    QHash<QString, QHash<QByteArray, QString>> m_names;
};

QStringList exportHeader(const RecordType& type, ExportHeader header)
{
    QStringList titles;
    for (const Column& column : type.columns) {
        titles += header == ExportHeader::Names
            ? QString::fromLatin1(column.name)
            : QCoreApplication::translate("schema", column.label);
    }
    return titles
        + QStringList{
            QStringLiteral("owner"), QStringLiteral("created_at"), QStringLiteral("created_by")};
}

Result<void> mayExport(const access::Context& context, const RecordType& type, qsizetype rows)
{
    if (type.scope == schema::Scope::Cost) {
        if (auto allowed = context.session.require(access::Right::CostView); !allowed)
            return allowed;
    }
    if (rows > kLargeExport)
        return context.session.require(access::Right::ExportLarge);
    return {};
}

std::vector<QStringList> exportRows(storage::Connection& connection,
    const storage::Database& database,
    const RecordType& type,
    std::span<const qint64> rids)
{
    const access::Settings settings = access::readSettings(connection);
    ReferenceNames names(connection, database);
    QStringList columns;
    int currencyAt = -1;
    for (const Column& column : type.columns) {
        if (column.type == ColumnType::Currency && currencyAt < 0)
            currencyAt = static_cast<int>(columns.size());
        columns += QString::fromLatin1(column.name);
    }
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
                            .arg((columns
                                     + QStringList{QStringLiteral("owner"),
                                         QStringLiteral("created_at"),
                                         QStringLiteral("created_by")})
                                     .join(QStringLiteral(", ")),
                                QString::fromLatin1(type.table));
    std::vector<QStringList> result;
    const QString person = QStringLiteral("person");
    for (const qint64 rid : rids) {
        auto row = connection.query(sql, {rid});
        if (!row.next())
            continue;
        const Currency currency = currencyAt < 0
            ? settings.baseCurrency
            : Currency::parse(row.text(currencyAt)).value_or(settings.baseCurrency);
        QStringList cells;
        int at = 0;
        for (const Column& column : type.columns) {
            const Value value = row.value(at++);
            cells += column.references != nullptr
                ? names.of(QString::fromLatin1(column.references), value)
                : exportText(column, value, currency, settings.timeZone);
        }
        cells += names.of(person, row.value(at));
        cells += instantText(row.integer(at + 1), settings.timeZone);
        cells += names.of(person, row.value(at + 2));
        result.push_back(cells);
    }
    return result;
}

} // namespace

QString exportText(
    const Column& column, const Value& value, Currency currency, const QByteArray& timeZone)
{
    if (schema::isNull(value))
        return {};
    const qint64 number = schema::toInteger(value);
    switch (column.type) {
    case ColumnType::Money:
        return formatDecimal(number, currency.decimals(), currency.decimals());
    case ColumnType::UnitPrice:
    case ColumnType::Quantity:
    case ColumnType::Rate:
        return formatDecimal(number, 6, 0);
    case ColumnType::UnitCost:
    case ColumnType::ExchangeRate:
        return formatDecimal(number, 8, 0);
    case ColumnType::Integer:
    case ColumnType::SmallId:
    case ColumnType::Flag:
        return QString::number(number);
    case ColumnType::Instant:
        return instantText(number, timeZone);
    case ColumnType::Id:
    case ColumnType::Blob: {
        const auto* bytes = std::get_if<QByteArray>(&value);
        return bytes == nullptr ? QString() : QString::fromLatin1(bytes->toHex());
    }
    default:
        return schema::toText(value);
    }
}

Result<int> exportFile(const access::Context& context,
    const QString& kind,
    const QString& path,
    const storage::ListQuery& query,
    ExportHeader header)
{
    auto type = recordKind(context.database.types(), kind);
    if (!type)
        return chengdan::fail(type.error());
    storage::ListQuery own = query;
    own.type = *type;
    own.types = &context.database.types();
    if (auto allowed = access::limitToVisible(context.session, own); !allowed)
        return chengdan::fail(allowed.error());
    if (own.sort.empty())
        own.sort = {{QStringLiteral("created_at"), false}};
    if (auto checked = storage::check(own); !checked)
        return chengdan::fail(checked.error());
    auto rows = context.database.read(
        [&](storage::Connection& connection) -> Result<std::vector<QStringList>> {
            const std::vector<qint64> keys = storage::listKeys(connection, own);
            if (auto allowed = mayExport(context, **type, static_cast<qsizetype>(keys.size()));
                !allowed)
                return chengdan::fail(allowed.error());
            return exportRows(connection, context.database, **type, keys);
        });
    if (!rows)
        return chengdan::fail(rows.error());
    QSaveFile file(path);
    const QByteArray bytes = writeCsv(exportHeader(**type, header), *rows);
    const auto unwritten = [&] {
        return chengdan::fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
    };
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return unwritten();
    // Noted first: rows that cannot be put on record do not leave.
    if (auto noted = access::noteExport(
            context, **type, static_cast<qint64>(rows->size()), QFileInfo(path).fileName());
        !noted)
        return chengdan::fail(noted.error());
    if (!file.commit())
        return unwritten();
    return static_cast<int>(rows->size());
}

} // namespace chengdan::exchange
