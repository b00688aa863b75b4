// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline_search.h"

#include "tests/bench/bench_case.h"

#include <QSqlError>
#include <QVariant>

namespace chengdan::bench {

BaselineSearch::BaselineSearch(const QString& path, const QString& table, const QString& column)
    : m_connection(QStringLiteral("baseline search %1").arg(quintptr(this)))
    , m_table(table)
    , m_column(column)
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
    , m_find(m_database)
{
    m_database.setDatabaseName(path);
    if (!m_database.open())
        endBench(m_database.lastError().text());
    QSqlQuery pragma(m_database);
    pragma.exec(QStringLiteral("PRAGMA cache_size = -16384"));
    pragma.exec(QStringLiteral("PRAGMA mmap_size = 1073741824"));
    m_find = QSqlQuery(m_database);
    m_find.setForwardOnly(true);
    if (!m_find.prepare(QStringLiteral("SELECT rid FROM %1 WHERE deleted = 0 AND %2 LIKE ? "
                                       "ORDER BY rid DESC LIMIT %3")
                            .arg(table, column)
                            .arg(kFound)))
        endBench(m_find.lastError().text());
}

BaselineSearch::~BaselineSearch()
{
    m_find = QSqlQuery();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

std::vector<qint64> BaselineSearch::find(const QString& pattern)
{
    std::vector<qint64> rids;
    m_find.bindValue(0, pattern);
    if (!m_find.exec())
        endBench(m_find.lastError().text());
    while (m_find.next())
        rids.push_back(m_find.value(0).toLongLong());
    return rids;
}

QString BaselineSearch::textOf(qint64 rid)
{
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("SELECT %1 FROM %2 WHERE rid = %3").arg(m_column, m_table).arg(rid));
    return query.next() ? query.value(0).toString() : QString();
}

} // namespace chengdan::bench
