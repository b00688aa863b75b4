// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_file.h"

#include "core/access/settings.h"
#include "core/exchange/import_rejected.h"
#include "core/exchange/import_staging.h"
#include "core/exchange/import_table.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace chengdan::exchange {

namespace {

using storage::Transaction;

// From here on the way for many rows pays; below it listeners hear of every single row.
constexpr int kManyRows = 500;

/// Ends the transaction without keeping anything although nothing went wrong in it.
Error nothingKept()
{
    return Error::make("IMPORT_NOT_KEPT");
}

/// Where the file stood when the rows were checked.
struct FileState {
    qint64 version = 0; ///< what other programs have committed
    qint64 commits = 0; ///< what this one has
};

/// One table on its way in.
class TableImport {
public:
    TableImport(const access::Context& context,
        const ImportKind& kind,
        const ImportOptions& options,
        const CsvTable& table,
        const std::vector<ImportTarget>& targets)
        : m_context(context)
        , m_kind(kind)
        , m_options(options)
        , m_table(table)
        , m_targets(targets)
    {
    }

    Result<ImportReport> run()
    {
        if (auto begun = begin(); !begun)
            return chengdan::fail(begun.error());
        auto checked = m_context.database.read(
            [&](storage::Connection& connection) { return check(connection); });
        if (!checked)
            return chengdan::fail(checked.error());
        ImportReport report;
        if (!m_options.dryRun && mayWrite()) {
            auto written = m_context.database.write(m_context.session.id(),
                [&](Transaction& transaction) { return writeAll(transaction, report); });
            if (!written && written.error().code != nothingKept().code)
                return chengdan::fail(written.error());
            report.applied = written.has_value();
            if (!report.applied)
                report.rejectedPath.clear();
        }
        count(report);
        if (m_options.previewRows > 0)
            preview(report);
        return report;
    }

private:
    bool mayWrite() const { return m_staging->rejected().empty() || m_options.skipBad; }

    /// Draws ids where they may be drawn, and notes what the file looks like now.
    Result<void> begin()
    {
        std::vector<schema::Value> ids;
        auto drawn = m_context.database.write(
            m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
                ids.reserve(m_table.rows.size());
                for (std::size_t i = 0; i < m_table.rows.size(); ++i)
                    ids.push_back(m_kind.makeId(m_context.ids));
                m_state.version = transaction.connection().dataVersion();
                return {};
            });
        m_state.commits = m_context.database.commits();
        m_staging.emplace(m_context, m_kind, m_targets, m_table, std::move(ids));
        return drawn;
    }

    Result<void> check(storage::Connection& connection)
    {
        const auto total = static_cast<qint64>(m_table.rows.size());
        return m_staging->check(connection,
            [&](qint64 done) { return !m_options.progress || m_options.progress(done, total); });
    }

    Result<void> writeAll(Transaction& transaction, ImportReport& report)
    {
        storage::Connection& connection = transaction.connection();
        if (connection.dataVersion() != m_state.version
            || m_context.database.commits() != m_state.commits) {
            if (auto again = check(connection); !again)
                return again;
            if (!mayWrite())
                return chengdan::fail(nothingKept());
        }
        completeRows(transaction);
        m_written = 0;
        if (auto made = writeNew(transaction); !made)
            return made;
        for (StagedRow& row : m_staging->rows()) {
            if (row.stored) {
                storage::updateRecord(transaction, *m_kind.type, row.record.get());
                if (!goesOn())
                    return chengdan::fail("CANCELLED");
            }
            m_kind.written(m_context, transaction, row.record.get(), row.stored.get());
        }
        if (m_staging->rejected().empty())
            return {};
        // Before the commit: rows that are neither written nor kept would be lost.
        report.rejectedPath = m_options.rejectedPath;
        return writeRejectedRows(
            report.rejectedPath, m_table.header, m_staging->rejected(), m_options.language);
    }

    void completeRows(Transaction& transaction)
    {
        const auto completer = m_kind.completer(
            m_context, transaction.connection(), [&](QStringView column, const QString& value) {
                return m_staging->isTaken(column, value);
            });
        for (StagedRow& row : m_staging->rows())
            completer->complete(transaction, row.record.get(), row.stored.get());
    }

    Result<void> writeNew(Transaction& transaction)
    {
        std::optional<storage::BulkWriter> bulk;
        if (m_staging->counts().created >= kManyRows)
            bulk.emplace(transaction);
        for (StagedRow& row : m_staging->rows()) {
            if (row.stored)
                continue;
            if (bulk)
                bulk->insertRecord(*m_kind.type, row.record.get());
            else
                storage::insertRecord(transaction, *m_kind.type, row.record.get());
            if (!goesOn())
                return chengdan::fail("CANCELLED");
        }
        if (bulk)
            bulk->finish();
        return {};
    }

    /// One more row is written.
    bool goesOn()
    {
        constexpr qint64 kBetweenLooks = 256;
        return ++m_written % kBetweenLooks != 0 || !m_options.writing
            || m_options.writing(m_written, static_cast<qint64>(m_staging->rows().size()));
    }

    void count(ImportReport& report) const
    {
        const ImportStaging::Counts& counts = m_staging->counts();
        report.rows = static_cast<int>(m_table.rows.size());
        report.created = counts.created;
        report.updated = counts.updated;
        report.unchanged = counts.unchanged;
        report.duplicates = counts.duplicates;
        report.rejected = static_cast<int>(m_staging->rejected().size());
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            if (m_targets[i].kind == ImportTarget::Kind::Ignored)
                report.ignored += m_table.header[static_cast<qsizetype>(i)];
        }
        const auto note = [&](Error one) {
            one.more.clear();
            if (static_cast<int>(report.errors.size()) < kMostImportErrors)
                report.errors.push_back(std::move(one));
        };
        for (const auto& [row, error] : m_staging->rejected()) {
            note(error);
            for (const Error& further : error.more)
                note(further);
        }
    }

    void preview(ImportReport& report) const
    {
        const access::Settings settings =
            m_context.database
                .read([](storage::Connection& connection) -> Result<access::Settings> {
                    return access::readSettings(connection);
                })
                .value_or(access::Settings());
        const auto rowAt = [&](const CsvRow& row) {
            PreviewRow shown;
            shown.index = static_cast<std::size_t>(&row - m_table.rows.data());
            shown.number = row.number;
            shown.fate = m_staging->fates()[shown.index];
            shown.shown = understoodCells(row, m_targets, settings.baseCurrency, settings.timeZone);
            return shown;
        };
        const auto first =
            std::min(m_table.rows.size(), static_cast<std::size_t>(m_options.previewRows));
        for (std::size_t i = 0; i < first; ++i)
            report.preview.push_back(rowAt(m_table.rows[i]));
        for (const auto& [row, error] : m_staging->rejected()) {
            if (report.rejectedRows.size() >= static_cast<std::size_t>(kMostImportErrors))
                break;
            PreviewRow shown = rowAt(*row);
            shown.errors.push_back(error);
            shown.errors.front().more.clear();
            for (const Error& further : error.more)
                shown.errors.push_back(further);
            if (shown.index < first)
                report.preview[shown.index].errors = shown.errors;
            report.rejectedRows.push_back(std::move(shown));
        }
    }

    const access::Context& m_context;
    const ImportKind& m_kind;
    const ImportOptions& m_options;
    const CsvTable& m_table;
    const std::vector<ImportTarget>& m_targets;
    FileState m_state;
    qint64 m_written = 0;
    std::optional<ImportStaging> m_staging;
};

/// Errors: IMPORT_KIND, PERMISSION.
Result<const ImportKind*> allowedKind(const access::Context& context, const QString& name)
{
    auto kind = importKind(name);
    if (!kind)
        return kind;
    for (const access::Right right : {access::Right::Import, (*kind)->right}) {
        if (auto allowed = context.session.require(right); !allowed)
            return chengdan::fail(allowed.error());
    }
    return kind;
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
    if (auto allowed = allowedKind(context, kindName); !allowed)
        return chengdan::fail(allowed.error());
    TableFileOptions reading;
    reading.sheet = options.sheet;
    const auto table = readTableFile(path, reading);
    if (!table)
        return chengdan::fail(table.error());
    ImportOptions filled = options;
    if (filled.rejectedPath.isEmpty())
        filled.rejectedPath = rejectedPathFor(path);
    return importTable(context, kindName, *table, QFileInfo(path).fileName(), filled);
}

Result<ImportReport> importTable(const access::Context& context,
    const QString& kindName,
    const CsvTable& table,
    const QString& name,
    const ImportOptions& options)
{
    const auto kind = allowedKind(context, kindName);
    if (!kind)
        return chengdan::fail(kind.error());
    const auto fields =
        context.database.read([&](storage::Connection& connection) -> Result<access::FieldColumns> {
            return access::FieldColumns::of(context.database, connection, *(*kind)->type);
        });
    if (!fields)
        return chengdan::fail(fields.error());
    const auto targets = importTargets(**kind, table.header, options.mapping, name, *fields);
    if (!targets)
        return chengdan::fail(targets.error());
    return TableImport(context, **kind, options, table, *targets).run();
}

} // namespace chengdan::exchange
