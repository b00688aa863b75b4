// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

struct sqlite3;

namespace chengdan::bench {

/// A file of its own with the customer table of a company file and nothing around it.
class BaselineCustomers {
public:
    enum class Indexes { None, All };
    /// Takes the table, and its indexes, as `company` describes them; `path` is made anew.
    BaselineCustomers(const QString& path, const QString& company, Indexes indexes);
    ~BaselineCustomers();
    BaselineCustomers(const BaselineCustomers&) = delete;
    BaselineCustomers& operator=(const BaselineCustomers&) = delete;

    void execute(const QString& sql);
    /// The lines of a CSV file without quotes, by one prepared statement in one transaction.
    void importLines(const QString& csv, const QStringList& columns);
    /// One changed row, committed.
    void savePhone(qint64 rid, const QString& phone);
    /// The cells of a row as text.
    QStringList row(qint64 rid, const QStringList& columns);
    qint64 count();
    const QString& path() const { return m_path; }

private:
    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    QSqlQuery m_save;
};

} // namespace chengdan::bench
