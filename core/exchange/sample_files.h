// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/exchange/csv.h"

#include <QDate>

#include <optional>

namespace chengdan::exchange {

/// A whole file that was packed with gzip. Errors: INPUT_MISSING, INPUT_READ (damaged, or larger
/// than `mostBytes` unpacked), with the argument file.
Result<QByteArray> readGzipFile(
    const QString& path, qint64 mostBytes = qint64{1} * 1024 * 1024 * 1024);

/// One AdventureWorks table with the columns somebody asked for, in the order asked. Cells that do
/// not fit are noted and read as nothing, so that loops stay plain; ask check() at the end.
class SampleTable {
public:
    /// NAME.csv, or NAME.csv.gz, of the folder. Errors: INPUT_MISSING, COLUMN_MISSING (file,
    /// column), those of the CSV reader.
    static Result<SampleTable> read(
        const QString& directory, const QString& name, const QStringList& columns);

    int rows() const { return static_cast<int>(m_table.rows.size()); }
    QString text(int row, int column) const;
    bool isEmpty(int row, int column) const { return text(row, column).isEmpty(); }
    /// 0 for an empty cell.
    int number(int row, int column) const;
    QDate date(int row, int column) const;
    bool flag(int row, int column) const { return text(row, column) == QLatin1String("1"); }
    template <typename Number>
    Number fixed(int row, int column) const
    {
        const QString cell = text(row, column);
        if (cell.isEmpty())
            return {};
        const auto parsed = Number::parse(cell);
        if (!parsed)
            note(row, column, parsed.error().code);
        return parsed.value_or(Number());
    }
    /// The first cell that did not fit: NUMBER_FORMAT, NUMBER_PRECISION or DATE_FORMAT with file,
    /// row, and the column as field.
    Result<void> check() const;

private:
    void note(int row, int column, const QString& code) const;

    QString m_file;
    QStringList m_columns;
    std::vector<int> m_positions;
    CsvTable m_table;
    mutable std::optional<Error> m_error;
};

} // namespace chengdan::exchange
