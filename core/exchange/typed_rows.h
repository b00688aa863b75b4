// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/exchange/csv.h"

#include <QDate>

#include <initializer_list>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace chengdan::exchange {

/// Collects what is wrong with a set of files, up to a number a person can still read.
class ErrorList {
public:
    void add(Error error);
    bool isEmpty() const { return m_errors.empty(); }
    bool isFull() const { return m_errors.size() >= kMost; }
    /// The first error with the others as `more`.
    Error combined() const;

private:
    static constexpr std::size_t kMost = 100;
    std::vector<Error> m_errors;
};

/// What a number may be; anything else is VALUE_RANGE.
enum class Sign { Any, NotNegative, Positive };

/// The rows of one CSV file as typed values: `while (rows.next()) rows.read("qty", row.qty);`. An
/// empty cell, or a column the file does not have, leaves the default that is in the variable. What
/// cannot be read goes to the error list with file, row and column, and reading goes on.
class TypedRows {
public:
    /// `known` are all columns of the file, `required` those without which it makes no sense
    /// (COLUMN_MISSING). Other columns are named by unknownColumns().
    TypedRows(QString file,
        CsvTable table,
        const std::vector<const char*>& required,
        const std::vector<const char*>& known,
        ErrorList& errors);

    QStringList unknownColumns() const { return m_unknown; }
    /// Steps to the next row; rows of the wrong length are errors and left out (ROW_LENGTH). False
    /// at the end and once the error list is full.
    bool next();
    int rowNumber() const { return current().number; }
    const QString& file() const { return m_file; }
    std::size_t count() const { return m_table.rows.size(); }

    /// The cell without surrounding blanks; empty when the file has no such column.
    QString text(const char* column) const;
    bool has(const char* column) const { return !text(column).isEmpty(); }
    /// As text(), but an empty cell is CELL_MISSING.
    QString key(const char* column);

    void read(const char* column, QString& target) { target = text(column); }
    void read(const char* column, int& target);
    void read(const char* column, bool& target);
    void read(const char* column, QDate& target);
    template <typename Tag, int Decimals>
    void read(const char* column, Fixed<Tag, Decimals>& target, Sign sign = Sign::NotNegative)
    {
        if (const auto raw = number(column, Decimals, sign))
            target = Fixed<Tag, Decimals>::fromRaw(*raw);
    }
    /// "13" → 13 %.
    void readPercent(const char* column, Rate& target, Sign sign = Sign::NotNegative);
    /// Minutes with decimals → whole milliseconds, rounded half up.
    void readMinutes(const char* column, qint64& milliseconds);
    /// A word of the list, any letter case; else VALUE_UNKNOWN naming the words.
    template <typename E>
    void readWord(const char* column,
        E& target,
        std::initializer_list<std::pair<const char*, std::type_identity_t<E>>> words)
    {
        const QString cell = text(column);
        if (cell.isEmpty())
            return;
        QStringList allowed;
        for (const auto& [word, value] : words) {
            if (cell.compare(QLatin1String(word), Qt::CaseInsensitive) == 0) {
                target = value;
                return;
            }
            allowed.append(QLatin1String(word));
        }
        refuseWord(column, cell, allowed);
    }

    /// An error at this row and column.
    void refuse(const char* column, Error error);
    void refuseWord(const char* column, const QString& cell, const QStringList& allowed);
    std::optional<qint64> number(const char* column, int decimals, Sign sign);

private:
    const CsvRow& current() const { return m_table.rows[m_next - 1]; }

    QString m_file;
    CsvTable m_table;
    std::vector<std::pair<std::string_view, qsizetype>> m_columns; ///< known columns of this file
    QStringList m_unknown;
    ErrorList& m_errors;
    std::size_t m_next = 0;
    bool m_usable = true;
};

} // namespace chengdan::exchange
