// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline_customers.h"

#include "tests/bench/bench_case.h"

#include <QFile>
#include <QSqlError>
#include <QTextStream>
#include <QUuid>
#include <QVariant>

namespace chengdan::bench {

namespace {

QStringList definitions(const QString& company, BaselineCustomers::Indexes indexes)
{
    const QString name = QStringLiteral("definitions");
    QStringList found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(company);
        if (!database.open())
            endBench(database.lastError().text());
        QSqlQuery query(database);
        query.exec(QStringLiteral("SELECT sql FROM sqlite_master WHERE tbl_name = 'customer' AND "
                                  "sql IS NOT NULL AND type IN ('table'%1) ORDER BY type DESC")
                       .arg(indexes == BaselineCustomers::Indexes::All ? QStringLiteral(", 'index'")
                                                                       : QString()));
        while (query.next())
            found += query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return found;
}

} // namespace

BaselineCustomers::BaselineCustomers(const QString& path, const QString& company, Indexes indexes)
    : m_path(path)
    , m_connection(QStringLiteral("baseline customers %1").arg(quintptr(this)))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
    for (const char* ending : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
    m_database.setDatabaseName(path);
    if (!m_database.open())
        endBench(m_database.lastError().text());
    execute(QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(QStringLiteral("PRAGMA synchronous = FULL"));
    execute(QStringLiteral("PRAGMA cache_size = -16384"));
    for (const QString& sql : definitions(company, indexes))
        execute(sql);
}

BaselineCustomers::~BaselineCustomers()
{
    m_save = QSqlQuery();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void BaselineCustomers::execute(const QString& sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        endBench(query.lastError().text());
}

void BaselineCustomers::importLines(const QString& csv, const QStringList& columns)
{
    QFile file(csv);
    if (!file.open(QFile::ReadOnly))
        endBench(QStringLiteral("the CSV file cannot be read"));
    QTextStream text(&file);
    text.readLine();
    m_database.transaction();
    QSqlQuery insert(m_database);
    insert.prepare(QStringLiteral("INSERT INTO customer(id, owner, %1) VALUES (?, 1%2)")
                       .arg(columns.join(QLatin1String(", ")),
                           QStringLiteral(", ?").repeated(columns.size())));
    QString line;
    while (text.readLineInto(&line)) {
        const QStringList cells = line.split(QLatin1Char(','));
        insert.bindValue(0, QUuid::createUuid().toRfc4122());
        for (qsizetype i = 0; i < columns.size(); ++i)
            insert.bindValue(static_cast<int>(i) + 1, cells[i]);
        if (!insert.exec())
            endBench(insert.lastError().text());
    }
    insert.finish();
    if (!m_database.commit())
        endBench(m_database.lastError().text());
}

void BaselineCustomers::savePhone(qint64 rid, const QString& phone)
{
    if (m_save.lastQuery().isEmpty()) {
        m_save = QSqlQuery(m_database);
        m_save.prepare(QStringLiteral("UPDATE customer SET phone = ? WHERE rid = ?"));
    }
    m_database.transaction();
    m_save.bindValue(0, phone);
    m_save.bindValue(1, rid);
    if (!m_save.exec())
        endBench(m_save.lastError().text());
    m_save.finish();
    m_database.commit();
}

QStringList BaselineCustomers::row(qint64 rid, const QStringList& columns)
{
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("SELECT %1 FROM customer WHERE rid = %2")
                   .arg(columns.join(QLatin1String(", ")))
                   .arg(rid));
    QStringList cells;
    if (query.next()) {
        for (int i = 0; i < columns.size(); ++i)
            cells += query.value(i).toString();
    }
    return cells;
}

qint64 BaselineCustomers::count()
{
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("SELECT count(*) FROM customer"));
    return query.next() ? query.value(0).toLongLong() : -1;
}

} // namespace chengdan::bench
