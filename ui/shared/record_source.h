// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"
#include "ui/shared/list_source.h"

namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

/// Rows of any described record type for a ListPage; the columns' keys are the record's column
/// names.
///
/// A reference gives the title of the row it names (QString), a date a QDate, everything else the
/// stored integer or text. Conditions of a request: "column" equals the value; with a suffix
/// "column:empty", "column:filled", "column:before", "column:from", "column:not" they say so.
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
    Result<std::vector<ListSum>> sums(const ListRequest& request) override;

protected:
    /// Turns one stored row into cells; derived sources add what a single column cannot say.
    virtual ListRow present(const storage::ListRow& stored) const;
    QVariant cell(const storage::ListRow& stored, const QString& column) const;

private:
    storage::ListQuery queryOf(const ListRequest& request) const;
    storage::Database& m_database;
    const schema::RecordType& m_type;
    QStringList m_columns;
    std::vector<PersonId> m_owners;
    QStringList m_sums;
};

/// A condition of a request as the filter it means.
storage::ListFilter listFilter(const QString& key, const QVariant& value);

/// A column as a list shows it by default: translated label, look by its type.
ColumnSpec columnSpec(const schema::RecordType& type, const QString& column);

/// The translated label of a described text (table, column, choice).
QString schemaText(const char* english);

} // namespace chengdan::ui
