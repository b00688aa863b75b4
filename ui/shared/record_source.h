// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_columns.h"
#include "core/storage/list_keys.h"
#include "ui/shared/list_source.h"

#include <list>

namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

/// Rows of any described record type for a ListPage; the columns' keys are the record's column
/// names. Besides the columns named by the page, every other described one is offered
/// (moreColumns): hidden unless its description puts it in lists; so is every field an
/// administrator added, as "custom.<key>", from the next moreColumns() on.
///
/// A reference gives the title of the row it names (QString), a date a QDate, everything else the
/// stored integer or text. Conditions of a request: "column" equals the value; with a suffix
/// "column:empty", "column:filled", "column:before", "column:upto", "column:from", "column:after",
/// "column:not", "column:has" (a text occurs) and "column:in" (any of a QVariantList) they say so.
class RecordListSource : public ListSource {
public:
    /// `owners` limits the rows to what the person may see; empty means all.
    RecordListSource(storage::Database& database,
        const schema::RecordType& type,
        QStringList columns,
        std::vector<PersonId> owners,
        QStringList sums = {});

    Result<std::vector<qint64>> keys(const ListRequest& request) override;
    Result<std::vector<qint64>> firstKeys(const ListRequest& request, int count) override;
    Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override;
    Result<std::vector<ListGroup>> groups(const ListRequest& request) override;
    void show(const QStringList& columns) override;
    std::vector<ColumnSpec> moreColumns() const override;
    Result<std::vector<ListSum>> sums(const ListRequest& request) override;
    Result<qint64> count(const ListRequest& request) override;
    Result<ListBlock> block(const QString& column, std::span<const qint64> keys) override;
    qint64 found() const override { return m_found; }
    void interrupt() override;
    void interruptFigures() override;

protected:
    /// Turns one stored row into cells; derived sources add what a single column cannot say.
    virtual ListRow present(const storage::ListRow& stored) const;
    QVariant cell(const storage::ListRow& stored, const QString& column) const;

private:
    storage::ListQuery queryOf(const ListRequest& request) const;
    Result<void> valid(const storage::ListQuery& query) const;
    access::FieldColumns fields() const;
    QStringList allColumns() const;
    const storage::RowSet& matching(
        storage::Connection& connection, const storage::ListQuery& query);
    storage::Database& m_database;
    const schema::RecordType& m_type;
    const QStringList m_columns; // those the page names, then the others described
    mutable std::mutex m_fieldsMutex;
    mutable access::FieldColumns m_fields; // after m_columns; as of the last moreColumns()
    const qsizetype m_named; // how many the page names
    QStringList m_read; // those read now
    std::vector<PersonId> m_owners;
    QStringList m_sums;
    std::vector<qint64> m_groupStarts;
    std::vector<qint64> m_groupedKeys;
    // What matched lately, so that another order need not ask again; worker thread only.
    struct Matched {
        QString text;
        schema::Row values;
        storage::RowSet rows;
    };
    std::list<Matched> m_matched;
    qint64 m_matchedVersion = -1;
    std::atomic<qint64> m_found = -1; // rows of the query under way; read by the UI thread
    storage::ReadingInterrupt m_reading;
    storage::ReadingInterrupt m_figures;
};

/// A condition of a request as the filter it means.
storage::ListFilter listFilter(const QString& key, const QVariant& value);

/// What a request asks for, in its order; type, types and owners are for the caller to fill in.
storage::ListQuery listQuery(const ListRequest& request);

/// A column as a list shows it by default: translated label, look by its type.
ColumnSpec columnSpec(const schema::RecordType& type, const QString& column);
ColumnSpec columnSpec(const schema::Column& column);

/// The translated label of a described text (table, column, choice).
QString schemaText(const char* english);

} // namespace chengdan::ui
