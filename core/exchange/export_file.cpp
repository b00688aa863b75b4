// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_file.h"

#include "core/access/audit.h"
#include "core/access/field_columns.h"
#include "core/access/settings.h"
#include "core/access/visibility.h"
#include "core/exchange/csv.h"
#include "core/exchange/import_cells.h"
#include "core/exchange/import_names.h"
#include "core/exchange/import_table.h"
#include "core/exchange/record_list.h"
#include "core/exchange/xlsx_writer.h"
#include "core/storage/custom_column.h"
#include "core/storage/store.h"

#include <QCache>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <map>

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::Value;

constexpr int kNamesKept = 20'000; // of one table; a file names the same few again and again

/// Names the record that an id stands for: looked up when it is first met, and kept.
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
        std::unique_ptr<Table>& known = m_tables[table];
        if (!known)
            known = std::make_unique<Table>(select(table));
        if (const QString* kept = known->names.object(keyOf(id)))
            return *kept;
        const QString name = known->sql.isEmpty()
            ? QString()
            : schema::toText(m_connection.scalar(known->sql, {id}));
        known->names.insert(keyOf(id), new QString(name));
        return name;
    }

private:
    struct Table {
        explicit Table(QString statement)
            : sql(std::move(statement))
        {
        }
        QString sql; ///< asks for the name of one id; empty: nothing names these
        QCache<QByteArray, QString> names{kNamesKept};
    };
    static QByteArray keyOf(const Value& id)
    {
        if (const auto* bytes = std::get_if<QByteArray>(&id))
            return *bytes;
        return QByteArray::number(schema::toInteger(id));
    }
    QString select(const QString& table) const
    {
        const RecordType* type = m_database.type(table);
        if (type == nullptr)
            return {};
        QStringList columns;
        for (const Column& column : type->columns) {
            if (column.unique)
                columns += QStringLiteral("NULLIF(%1, '')").arg(QString::fromLatin1(column.name));
        }
        if (type->title != nullptr)
            columns += QString::fromLatin1(type->title);
        columns += {QStringLiteral("''"), QStringLiteral("''")}; // coalesce takes two and more
        return QStringLiteral("SELECT coalesce(%1) FROM %2 WHERE id = ?")
            .arg(columns.join(QStringLiteral(", ")), table);
    }

    storage::Connection& m_connection;
    const storage::Database& m_database;
    std::map<QString, std::unique_ptr<Table>> m_tables;
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
    const auto title = [&](const MetaColumn& meta) {
        return header == ExportHeader::Names ? QString::fromLatin1(meta.name) : meta.shown();
    };
    columns.push_back({title(kOwnerColumn)});
    columns.push_back({title(kCreatedAtColumn), Kind::DateTime});
    columns.push_back({title(kCreatedByColumn)});
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

/// One cell of the file. Amounts show all places of their currency.
QString exportedCell(const Column& column,
    const Value& value,
    Currency currency,
    const QByteArray& timeZone,
    ExportHeader header)
{
    if (column.type == ColumnType::Money && !schema::isNull(value))
        return formatDecimal(schema::toInteger(value), currency.decimals(), currency.decimals());
    return header == ExportHeader::Labels ? shownCell(column, value, currency, timeZone)
                                          : plainCell(column, value, currency, timeZone);
}

Result<int> exportRows(storage::Connection& connection,
    const storage::Database& database,
    const RecordType& type,
    const std::vector<const Column*>& described,
    std::span<const qint64> rids,
    ExportHeader header,
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
    Column createdAt;
    createdAt.type = ColumnType::Instant;
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
                : exportedCell(
                    *column, value, added ? Currency() : currency, settings.timeZone, header);
        }
        cells += names.of(person, row.value(at));
        cells += plainCell(createdAt, row.value(at + 1), currency, settings.timeZone);
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
        return exportRows(connection, context.database, **type, written, keys, header, **sink);
    });
}

} // namespace chengdan::exchange
