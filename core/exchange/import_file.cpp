// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_file.h"

#include "core/access/settings.h"
#include "core/base/error_catalogue.h"
#include "core/exchange/import_cells.h"
#include "core/exchange/import_header.h"
#include "core/storage/store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>

namespace chengdan::exchange {

namespace {

using schema::Column;
using schema::RecordType;
using schema::Value;
using storage::Transaction;

/// Ends the transaction without keeping anything although nothing went wrong in it.
Error nothingKept()
{
    return Error::make("IMPORT_NOT_KEPT");
}

/// One cell on its way into a record.
struct TypedCell {
    ImportTarget target;
    Value value;
    Instant at; ///< of CreatedAt
};

class FileImporter {
public:
    FileImporter(const access::Context& context,
        const ImportKind& kind,
        std::vector<ImportTarget> targets,
        const CsvTable& table)
        : m_context(context)
        , m_kind(kind)
        , m_type(*kind.type)
        , m_targets(std::move(targets))
        , m_table(table)
    {
    }

    ImportReport& report() { return m_report; }
    const std::vector<std::pair<const CsvRow*, Error>>& rejected() const { return m_rejected; }

    void run(Transaction& transaction)
    {
        const access::Settings settings = access::readSettings(transaction.connection());
        m_currency = settings.baseCurrency;
        m_timeZone = settings.timeZone;
        for (const CsvRow& row : m_table.rows) {
            ++m_report.rows;
            if (auto done = importRow(transaction, row); !done)
                reject(row, done.error());
        }
    }

private:
    void reject(const CsvRow& row, Error error)
    {
        ++m_report.rejected;
        const QPair<QString, QString> place{QStringLiteral("row"), QString::number(row.number)};
        error.args.push_back(place);
        for (Error& further : error.more)
            further.args.push_back(place);
        const auto note = [&](Error one) {
            one.more.clear();
            if (static_cast<int>(m_report.errors.size()) < kMostImportErrors)
                m_report.errors.push_back(std::move(one));
        };
        note(error);
        for (const Error& further : error.more)
            note(further);
        m_rejected.emplace_back(&row, std::move(error));
    }

    Result<void> importRow(Transaction& transaction, const CsvRow& row)
    {
        auto cells = typedCells(transaction, row);
        if (!cells)
            return chengdan::fail(cells.error());
        const QString key = rowKey(*cells);
        if (m_seen.contains(key)) {
            ++m_report.duplicates;
            return {};
        }
        std::shared_ptr<void> stored = findStored(transaction, *cells);
        std::shared_ptr<void> record = m_kind.make();
        if (stored)
            copyRecord(stored.get(), record.get());
        apply(*cells, record.get(), stored == nullptr);
        if (stored) {
            if (auto reach = m_context.session.requireReach(m_type.meta(stored.get()).owner);
                !reach)
                return reach;
        }
        if (auto ready = m_kind.prepare(m_context, transaction, record.get(), stored.get()); !ready)
            return ready;
        m_seen.insert(key);
        write(transaction, record.get(), stored.get());
        return {};
    }

    void write(Transaction& transaction, void* record, const void* stored)
    {
        if (stored == nullptr) {
            storage::insertRecord(transaction, m_type, record);
            ++m_report.created;
        } else if (differs(record, stored)) {
            storage::updateRecord(transaction, m_type, record);
            ++m_report.updated;
        } else {
            ++m_report.unchanged;
            return;
        }
        m_kind.written(m_context, transaction, record, stored);
    }

    bool differs(void* record, const void* stored) const
    {
        for (const Column& column : m_type.columns) {
            if (column.get(record) != column.get(stored))
                return true;
        }
        return m_type.meta(record).owner != m_type.meta(const_cast<void*>(stored)).owner;
    }

    void copyRecord(void* from, void* to) const
    {
        m_type.meta(to) = m_type.meta(from);
        m_type.setId(to, m_type.id(from));
        for (const Column& column : m_type.columns)
            column.set(to, column.get(from));
    }

    Result<std::vector<TypedCell>> typedCells(Transaction& transaction, const CsvRow& row)
    {
        if (row.cells.size() > static_cast<qsizetype>(m_targets.size())) {
            return chengdan::fail("ROW_LENGTH",
                {},
                {{QStringLiteral("found"), QString::number(row.cells.size())},
                    {QStringLiteral("expected"), QString::number(m_targets.size())}});
        }
        const Currency currency = currencyOf(row);
        std::vector<TypedCell> cells;
        std::optional<Error> first;
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const ImportTarget& target = m_targets[static_cast<std::size_t>(i)];
            const QString cell = cleanCell(row.cells[i]);
            if (cell.isEmpty() || target.kind == ImportTarget::Kind::Ignored)
                continue;
            auto typed = typedCell(transaction, target, cell, currency);
            if (typed) {
                cells.push_back(std::move(*typed));
                continue;
            }
            Error error = typed.error();
            error.field = target.name();
            if (first)
                first->more.push_back(error);
            else
                first = error;
        }
        if (first)
            return chengdan::fail(*first);
        return cells;
    }

    /// Amounts of a row are read in its own currency.
    Currency currencyOf(const CsvRow& row) const
    {
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            const bool isCurrency = m_targets[i].column != nullptr
                && m_targets[i].column->type == schema::ColumnType::Currency;
            if (isCurrency && static_cast<qsizetype>(i) < row.cells.size())
                return Currency::parse(cleanCell(row.cells[static_cast<qsizetype>(i)]).toUpper())
                    .value_or(m_currency);
        }
        return m_currency;
    }

    Result<TypedCell> typedCell(Transaction& transaction,
        const ImportTarget& target,
        const QString& cell,
        Currency currency)
    {
        TypedCell typed{target, {}, {}};
        if (target.kind == ImportTarget::Kind::CreatedAt) {
            auto at = cellInstant(cell, m_timeZone);
            if (!at)
                return chengdan::fail(at.error());
            typed.at = *at;
            return typed;
        }
        const bool person = target.kind == ImportTarget::Kind::Owner
            || target.kind == ImportTarget::Kind::CreatedBy;
        auto value = person ? referenced(transaction, QStringLiteral("person"), cell)
            : target.column->references != nullptr
            ? referenced(transaction, QString::fromLatin1(target.column->references), cell)
            : cellValue(*target.column, cell, currency, m_timeZone);
        if (!value)
            return chengdan::fail(value.error());
        typed.value = std::move(*value);
        return typed;
    }

    /// The id of the record a cell names: by a unique column, else by its title.
    Result<Value> referenced(Transaction& transaction, const QString& table, const QString& cell)
    {
        const QString key = table + QChar(0x1F) + cell;
        const auto kept = m_references.constFind(key);
        if (kept != m_references.constEnd())
            return *kept;
        const RecordType* type = m_context.database.type(table);
        QStringList columns;
        for (const Column& column : type->columns) {
            if (column.unique)
                columns += QString::fromLatin1(column.name);
        }
        if (type->title != nullptr)
            columns += QString::fromLatin1(type->title);
        for (const QString& column : columns) {
            auto rows = transaction.connection().query(
                QStringLiteral("SELECT id FROM %1 WHERE %2 = ? AND deleted = 0 LIMIT 2")
                    .arg(table, column),
                {cell});
            if (!rows.next())
                continue;
            const Value id = rows.value(0);
            if (rows.next())
                return chengdan::fail("IMPORT_AMBIGUOUS", {}, {{QStringLiteral("text"), cell}});
            m_references.insert(key, id);
            return id;
        }
        return chengdan::fail("REFERENCE_UNKNOWN",
            {},
            {{QStringLiteral("table"), table}, {QStringLiteral("text"), cell}});
    }

    static const TypedCell* cellOf(const std::vector<TypedCell>& cells, const Column& column)
    {
        for (const TypedCell& cell : cells) {
            if (cell.target.column == &column)
                return &cell;
        }
        return nullptr;
    }

    /// Columns that tell a record apart when it has no unique column filled: its title, and the
    /// customer (or other root record) it hangs on.
    std::vector<const Column*> fallbackKey() const
    {
        std::vector<const Column*> key;
        for (const Column& column : m_type.columns) {
            const bool title = m_type.title != nullptr
                && QLatin1String(column.name) == QLatin1String(m_type.title);
            const RecordType* target = column.references == nullptr
                ? nullptr
                : m_context.database.type(QString::fromLatin1(column.references));
            const bool hangs =
                column.required && target != nullptr && target->scope == schema::Scope::Root;
            if (title || hangs)
                key.push_back(&column);
        }
        return key;
    }

    QString rowKey(const std::vector<TypedCell>& cells) const
    {
        for (const Column& column : m_type.columns) {
            if (!column.unique)
                continue;
            if (const TypedCell* cell = cellOf(cells, column))
                return QString::fromLatin1(column.name) + QChar(0x1F) + keyText(cell->value);
        }
        QString key;
        for (const Column* column : fallbackKey()) {
            const TypedCell* cell = cellOf(cells, *column);
            key += QChar(0x1F) + (cell == nullptr ? QString() : keyText(cell->value));
        }
        return key;
    }

    static QString keyText(const Value& value)
    {
        if (const auto* bytes = std::get_if<QByteArray>(&value))
            return QString::fromLatin1(bytes->toHex());
        if (const auto* number = std::get_if<qint64>(&value))
            return QString::number(*number);
        return schema::toText(value);
    }

    std::shared_ptr<void> findStored(
        Transaction& transaction, const std::vector<TypedCell>& cells) const
    {
        bool unique = false;
        for (const Column& column : m_type.columns) {
            const TypedCell* cell = column.unique ? cellOf(cells, column) : nullptr;
            if (cell == nullptr)
                continue;
            unique = true;
            if (auto found = selectBy(transaction, {&column}, {cell->value}))
                return found;
        }
        if (unique)
            return nullptr;
        const auto key = fallbackKey();
        storage::Row values;
        for (const Column* column : key) {
            const TypedCell* cell = cellOf(cells, *column);
            if (cell == nullptr)
                return nullptr;
            values.push_back(cell->value);
        }
        return selectBy(transaction, key, values);
    }

    std::shared_ptr<void> selectBy(Transaction& transaction,
        const std::vector<const Column*>& columns,
        const storage::Row& values) const
    {
        QStringList where;
        for (const Column* column : columns)
            where += QString::fromLatin1(column->name) + QStringLiteral(" = ?");
        auto rows = transaction.connection().query(
            QStringLiteral("SELECT %1 FROM %2 WHERE deleted = 0 AND %3 ORDER BY rid LIMIT 1")
                .arg(storage::selectList(m_type),
                    QString::fromLatin1(m_type.table),
                    where.join(QStringLiteral(" AND "))),
            values);
        if (!rows.next())
            return nullptr;
        std::shared_ptr<void> record = m_kind.make();
        storage::readRecord(rows, m_type, record.get());
        return record;
    }

    void apply(const std::vector<TypedCell>& cells, void* record, bool isNew) const
    {
        schema::RowMeta& meta = m_type.meta(record);
        for (const TypedCell& cell : cells) {
            const auto person =
                PersonId::fromNumber(static_cast<qint32>(schema::toInteger(cell.value)));
            switch (cell.target.kind) {
            case ImportTarget::Kind::Column:
                cell.target.column->set(record, cell.value);
                break;
            case ImportTarget::Kind::Owner:
                meta.owner = person;
                break;
            case ImportTarget::Kind::CreatedAt:
                if (isNew)
                    meta.createdAt = cell.at;
                break;
            case ImportTarget::Kind::CreatedBy:
                if (isNew)
                    meta.createdBy = person;
                break;
            case ImportTarget::Kind::Ignored:
                break;
            }
        }
        if (isNew && meta.createdAt != Instant() && meta.createdBy == PersonId())
            meta.createdBy = m_context.session.id();
        if (isNew && meta.createdAt == Instant() && meta.createdBy != PersonId())
            meta.createdAt = m_context.clock.now();
    }

    const access::Context& m_context;
    const ImportKind& m_kind;
    const RecordType& m_type;
    std::vector<ImportTarget> m_targets;
    const CsvTable& m_table;
    Currency m_currency;
    QByteArray m_timeZone;
    QSet<QString> m_seen;
    QHash<QString, Value> m_references;
    ImportReport m_report;
    std::vector<std::pair<const CsvRow*, Error>> m_rejected;
};

QString reasonOf(const Error& error)
{
    const QString text = sentence(error, Language::Chinese);
    return error.field.isEmpty() ? text : error.field + QStringLiteral(": ") + text;
}

/// The bad rows as they stood, with a last column that says what is wrong.
Result<void> writeRejected(const QString& path,
    const QStringList& header,
    const std::vector<std::pair<const CsvRow*, Error>>& rejected)
{
    std::vector<QStringList> rows;
    for (const auto& [row, error] : rejected) {
        QStringList cells = row->cells;
        while (cells.size() < header.size())
            cells += QString();
        QStringList reasons{reasonOf(error)};
        for (const Error& further : error.more)
            reasons += reasonOf(further);
        cells += reasons.join(QStringLiteral("; "));
        rows.push_back(cells);
    }
    QSaveFile file(path);
    const QByteArray bytes = writeCsv(header + QStringList{QStringLiteral("reason")}, rows);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return chengdan::fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
    }
    return {};
}

} // namespace

Result<QHash<QString, QString>> readImportMapping(const QString& path)
{
    QFile file(path);
    const QList<QPair<QString, QString>> named{{QStringLiteral("file"), path}};
    if (!file.exists())
        return chengdan::fail("INPUT_MISSING", {}, named);
    if (!file.open(QIODevice::ReadOnly))
        return chengdan::fail("INPUT_READ", {}, named);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return chengdan::fail("IMPORT_MAPPING", {}, named);
    QHash<QString, QString> mapping;
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isString() && !entry.value().isNull())
            return chengdan::fail("IMPORT_MAPPING", entry.key(), named);
        mapping.insert(entry.key(), entry.value().toString());
    }
    return mapping;
}

Result<ImportReport> importFile(const access::Context& context,
    const QString& kindName,
    const QString& path,
    const ImportOptions& options)
{
    auto kind = importKind(kindName);
    if (!kind)
        return chengdan::fail(kind.error());
    for (const access::Right right : {access::Right::Import, (*kind)->right}) {
        if (auto allowed = context.session.require(right); !allowed)
            return chengdan::fail(allowed.error());
    }
    auto table = readCsvFile(path);
    if (!table)
        return chengdan::fail(table.error());
    auto targets =
        importTargets(**kind, table->header, options.mapping, QFileInfo(path).fileName());
    if (!targets)
        return chengdan::fail(targets.error());
    QStringList ignored;
    for (std::size_t i = 0; i < targets->size(); ++i) {
        if ((*targets)[i].kind == ImportTarget::Kind::Ignored)
            ignored += table->header[static_cast<qsizetype>(i)];
    }
    FileImporter importer(context, **kind, std::move(*targets), *table);
    QString rejectedPath;
    auto outcome =
        context.database.write(context.session.id(), [&](Transaction& transaction) -> Result<void> {
            importer.run(transaction);
            const bool bad = importer.report().rejected > 0;
            if (options.dryRun || (bad && !options.skipBad))
                return chengdan::fail(nothingKept());
            if (!bad)
                return {};
            // Before the commit: rows that are neither written nor kept would be lost.
            rejectedPath = options.rejectedPath.isEmpty() ? path + QStringLiteral(".rejected.csv")
                                                          : options.rejectedPath;
            return writeRejected(rejectedPath, table->header, importer.rejected());
        });
    if (!outcome && outcome.error().code != nothingKept().code)
        return chengdan::fail(outcome.error());
    ImportReport report = std::move(importer.report());
    report.ignored = std::move(ignored);
    report.applied = outcome.has_value();
    report.rejectedPath = rejectedPath;
    return report;
}

} // namespace chengdan::exchange
