// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_file.h"

#include "core/access/audit.h"
#include "core/access/field_columns.h"
#include "core/access/settings.h"
#include "core/access/visibility.h"
#include "core/exchange/csv.h"
#include "core/exchange/import_table.h"
#include "core/exchange/record_list.h"
#include "core/exchange/xlsx_writer.h"
#include "core/storage/custom_column.h"
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

/// The columns of the file: those of the record, then who and when.
std::vector<XlsxColumn> exportColumns(
    const std::vector<const Column*>& described, ExportHeader header, Currency currency)
{
    using Kind = XlsxColumn::Kind;
    std::vector<XlsxColumn> columns;
    for (const Column* one : described) {
        const Column& column = *one;
        XlsxColumn written;
        written.title = header == ExportHeader::Names
            ? QString::fromLatin1(column.name)
            : QCoreApplication::translate("schema", column.label);
        switch (column.type) {
        case ColumnType::Money:
            written.kind = Kind::Number;
            written.decimals = currency.decimals();
            break;
        case ColumnType::Integer:
            written.kind = Kind::Number;
            written.decimals = 0;
            break;
        case ColumnType::UnitPrice:
        case ColumnType::UnitCost:
        case ColumnType::Quantity:
        case ColumnType::ExchangeRate:
            written.kind = Kind::Number;
            break;
        case ColumnType::Rate:
            written.kind = Kind::Percent;
            break;
        case ColumnType::Date:
            written.kind = Kind::Date;
            break;
        case ColumnType::Instant:
            written.kind = Kind::DateTime;
            break;
        default:
            break;
        }
        columns.push_back(std::move(written));
    }
    columns.push_back({QStringLiteral("owner")});
    columns.push_back({QStringLiteral("created_at"), Kind::DateTime});
    columns.push_back({QStringLiteral("created_by")});
    return columns;
}

/// The language described labels are shown in now: their source texts are English.
Language shownLanguage()
{
    const char* label = schema::describe<access::FieldDefinition>().label;
    return QCoreApplication::translate("schema", label) == QLatin1String(label) ? Language::English
                                                                                : Language::Chinese;
}

/// Takes the rows of an export one by one.
class ExportSink {
public:
    virtual ~ExportSink() = default;
    virtual Result<void> add(const QStringList& cells) = 0;
    virtual Result<void> finish() = 0;
};

class CsvSink : public ExportSink {
public:
    explicit CsvSink(const QString& path)
        : m_file(path)
    {
    }
    Result<void> open(const QStringList& header)
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return chengdan::fail(writeError());
        return write(writeCsv(header, {}));
    }
    Result<void> add(const QStringList& cells) override
    {
        return write(writeCsv(cells, {}, CsvMark::None));
    }
    Result<void> finish() override
    {
        return m_file.commit() ? Result<void>() : chengdan::fail(writeError());
    }

private:
    Error writeError() const
    {
        return Error::make("FILE_WRITE",
            {},
            {{QStringLiteral("path"), m_file.fileName()},
                {QStringLiteral("reason"), m_file.errorString()}});
    }
    Result<void> write(const QByteArray& bytes)
    {
        return m_file.write(bytes) == bytes.size() ? Result<void>() : chengdan::fail(writeError());
    }
    QSaveFile m_file;
};

class WorkbookSink : public ExportSink {
public:
    explicit WorkbookSink(std::unique_ptr<XlsxWriter> writer)
        : m_writer(std::move(writer))
    {
    }
    Result<void> add(const QStringList& cells) override { return m_writer->add(cells); }
    Result<void> finish() override { return m_writer->finish(); }

private:
    std::unique_ptr<XlsxWriter> m_writer;
};

Result<std::unique_ptr<ExportSink>> openSink(
    const QString& path, ExportFormat format, const QString& sheet, std::vector<XlsxColumn> columns)
{
    if (format == ExportFormat::Xlsx || (format == ExportFormat::ByName && isWorkbookName(path))) {
        auto writer = XlsxWriter::create(path, sheet, std::move(columns));
        if (!writer)
            return chengdan::fail(writer.error());
        return std::make_unique<WorkbookSink>(std::move(*writer));
    }
    QStringList titles;
    for (const XlsxColumn& column : columns)
        titles += column.title;
    auto sink = std::make_unique<CsvSink>(path);
    if (auto opened = sink->open(titles); !opened)
        return chengdan::fail(opened.error());
    return sink;
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

/// The described columns of a record type, then the fields that were added to it.
std::vector<const Column*> writtenColumns(
    const RecordType& type, const access::FieldColumns& fields)
{
    std::vector<const Column*> columns;
    for (const Column& column : type.columns)
        columns.push_back(&column);
    for (const Column& column : fields.columns())
        columns.push_back(&column);
    return columns;
}

Result<int> exportRows(storage::Connection& connection,
    const storage::Database& database,
    const RecordType& type,
    const std::vector<const Column*>& described,
    std::span<const qint64> rids,
    ExportSink& sink)
{
    const access::Settings settings = access::readSettings(connection);
    ReferenceNames names(connection, database);
    QStringList columns;
    int currencyAt = -1;
    for (const Column* column : described) {
        if (column->type == ColumnType::Currency && currencyAt < 0)
            currencyAt = static_cast<int>(columns.size());
        columns += storage::listColumnSql(QString::fromLatin1(column->name), QString());
    }
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
                            .arg((columns
                                     + QStringList{QStringLiteral("owner"),
                                         QStringLiteral("created_at"),
                                         QStringLiteral("created_by")})
                                     .join(QStringLiteral(", ")),
                                QString::fromLatin1(type.table));
    int written = 0;
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
        for (const Column* column : described) {
            const Value value = row.value(at++);
            const bool added = storage::isCustomColumn(QString::fromLatin1(column->name));
            cells += column->references != nullptr
                ? names.of(QString::fromLatin1(column->references), value)
                : exportText(*column, value, added ? Currency() : currency, settings.timeZone);
        }
        cells += names.of(person, row.value(at));
        cells += instantText(row.integer(at + 1), settings.timeZone);
        cells += names.of(person, row.value(at + 2));
        if (auto added = sink.add(cells); !added)
            return chengdan::fail(added.error());
        ++written;
    }
    if (auto finished = sink.finish(); !finished)
        return chengdan::fail(finished.error());
    return written;
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
    ExportHeader header,
    ExportFormat format)
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
    return context.database.read([&](storage::Connection& connection) -> Result<int> {
        const std::vector<qint64> keys = storage::listKeys(connection, own);
        if (auto allowed = mayExport(context, **type, static_cast<qsizetype>(keys.size()));
            !allowed)
            return chengdan::fail(allowed.error());
        const Currency currency = access::readSettings(connection).baseCurrency;
        const auto fields =
            access::FieldColumns::of(context.database, connection, **type, shownLanguage());
        const std::vector<const Column*> written = writtenColumns(**type, fields);
        auto sink = openSink(path,
            format,
            QCoreApplication::translate("schema", (*type)->plural),
            exportColumns(written, header, currency));
        if (!sink)
            return chengdan::fail(sink.error());
        // Noted first: rows that cannot be put on record do not leave.
        if (auto noted = access::noteExport(
                context, **type, static_cast<qint64>(keys.size()), QFileInfo(path).fileName());
            !noted)
            return chengdan::fail(noted.error());
        return exportRows(connection, context.database, **type, written, keys, **sink);
    });
}

} // namespace chengdan::exchange
