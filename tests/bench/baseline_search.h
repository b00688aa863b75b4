// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>

#include <vector>

namespace chengdan::bench {

/// Searching with LIKE over a column, one prepared statement, the newest fifty rows.
class BaselineSearch {
public:
    BaselineSearch(const QString& path, const QString& table, const QString& column);
    ~BaselineSearch();
    BaselineSearch(const BaselineSearch&) = delete;
    BaselineSearch& operator=(const BaselineSearch&) = delete;

    /// Row numbers of the rows whose column is like the pattern.
    std::vector<qint64> find(const QString& pattern);
    /// The column of one row.
    QString textOf(qint64 rid);

private:
    QString m_connection;
    QString m_table;
    QString m_column;
    QSqlDatabase m_database;
    QSqlQuery m_find;
};

inline constexpr int kFound = 50;

} // namespace chengdan::bench
