// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_preview.h"
#include "core/storage/bulk_lookup.h"

#include <QSet>

#include <map>
#include <memory>

namespace chengdan::exchange {

/// One row of the file that passed every rule, not written yet.
struct StagedRow {
    std::shared_ptr<void> record;
    std::shared_ptr<void> stored; ///< the row it changes; null for a new one
};

/// The staging table of one import: every row of a file as a checked record, and what is wrong with
/// those that are none. Checking only reads, so it runs beside other people's work; when the file
/// changed meanwhile it is simply done again.
class ImportStaging {
public:
    /// `newIds` holds an id for each row of the table, drawn on the writer's thread.
    ImportStaging(const access::Context& context,
        const ImportKind& kind,
        const std::vector<ImportTarget>& targets,
        const CsvTable& table,
        std::vector<schema::Value> newIds);

    /// Checks every row against the rules, the rows before it and what the connection sees. `goOn`
    /// hears how many rows are done and answers whether to continue; error: CANCELLED.
    Result<void> check(
        storage::Connection& connection, const std::function<bool(qint64 done)>& goOn);

    struct Counts {
        int created = 0;
        int updated = 0;
        int unchanged = 0;
        int duplicates = 0; ///< a row before it in the file is the same record
    };
    const Counts& counts() const { return m_counts; }
    /// Rows to be written, in file order.
    std::vector<StagedRow>& rows() { return m_rows; }
    /// Rows that are not taken, each with its first error and the others as `more`.
    const std::vector<std::pair<const CsvRow*, Error>>& rejected() const { return m_rejected; }
    /// What becomes of each row of the table.
    const std::vector<RowFate>& fates() const { return m_fates; }
    /// Whether a staged row bears this value in a unique column.
    bool isTaken(QStringView column, const QString& value) const;

private:
    struct TypedCell;
    /// A column whose records hang on the same root as the row itself: the contact of an
    /// opportunity is one of its customer's.
    struct Within {
        const schema::Column* named;
        const schema::Column* own; ///< of the row, which names the root
        const schema::Column* theirs; ///< of the named record, likewise
    };
    struct RowReading;
    Result<void> stageRows(
        storage::Connection& connection, const std::function<bool(qint64 done)>& goOn);
    Result<void> stageRow(storage::Connection& connection, const CsvRow& row, std::size_t index);
    Result<RowReading> readRow(storage::Connection& connection, const CsvRow& row);
    Result<TypedCell> typedCell(storage::Connection& connection,
        const ImportTarget& target,
        const QString& cell,
        Currency currency);
    Result<schema::Value> referenced(
        storage::Connection& connection, const QString& table, const QString& cell);
    Result<schema::Value> referencedWithin(storage::Connection& connection,
        const Within& within,
        const QString& cell,
        const schema::Value& root);
    std::vector<Within> withinRoots() const;
    const Within* withinOf(const ImportTarget& target) const;
    schema::Value rootOf(const RowReading& read, const Within& within) const;
    Currency currencyOf(const CsvRow& row) const;
    QString rowKey(const std::vector<TypedCell>& cells) const;
    std::shared_ptr<void> findStored(
        storage::Connection& connection, const std::vector<TypedCell>& cells) const;
    std::shared_ptr<void> selectBy(storage::Connection& connection,
        const std::vector<const schema::Column*>& columns,
        const storage::Row& values) const;
    void apply(const std::vector<TypedCell>& cells, void* record, bool isNew) const;
    Result<void> addedValues(
        storage::Connection& connection, const std::vector<TypedCell>& cells, void* record) const;
    void copyRecord(void* from, void* to) const;
    bool differs(void* record, void* stored) const;
    Result<void> claimUnique(void* record);
    void keep(void* record, bool isNew);
    void reject(const CsvRow& row, Error error);
    std::vector<const schema::Column*> fallbackKey() const;
    static const TypedCell* cellOf(
        const std::vector<TypedCell>& cells, const schema::Column& column);

    const access::Context& m_context;
    const ImportKind& m_kind;
    const schema::RecordType& m_type;
    const std::vector<ImportTarget>& m_targets;
    const CsvTable& m_table;
    std::vector<schema::Value> m_newIds;
    std::vector<const schema::Column*> m_fallback;
    std::vector<Within> m_within;

    Currency m_currency;
    QByteArray m_timeZone;
    QSet<QString> m_seen; ///< keys of the rows so far
    QHash<QString, QString> m_unique; ///< unique values of the rows so far, with their titles
    QHash<QString, schema::Value> m_newNames; ///< by which later rows may name a new record
    QHash<QString, schema::Value> m_references;
    /// Of the check that is running, by what they look for.
    mutable std::map<QString, std::unique_ptr<storage::BulkLookup>> m_lookups;
    Counts m_counts;
    std::vector<RowFate> m_fates;
    std::vector<StagedRow> m_rows;
    std::vector<std::pair<const CsvRow*, Error>> m_rejected;
};

} // namespace chengdan::exchange
