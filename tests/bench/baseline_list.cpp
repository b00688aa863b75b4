// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline_list.h"

#include "tests/bench/bench_case.h"
#include "ui/shared/list_density.h"

#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlTableModel>

namespace chengdan::bench {

namespace {

constexpr const char* kView = "bench_list";

} // namespace

BaselineList::BaselineList(const QString& path, const QString& table, const QStringList& columns)
    : m_connection(QStringLiteral("baseline list %1").arg(quintptr(this)))
    , m_columns(QStringList{QStringLiteral("rid")} + columns)
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        endBench(m_database.lastError().text());
    QSqlQuery query(m_database);
    for (const QString& sql : {QStringLiteral("PRAGMA cache_size = -16384"),
             QStringLiteral("PRAGMA mmap_size = 1073741824"),
             QStringLiteral("PRAGMA temp_store = MEMORY"),
             QStringLiteral("CREATE TEMP VIEW %1 AS SELECT %2 FROM %3 WHERE deleted = 0")
                 .arg(QLatin1String(kView), m_columns.join(QStringLiteral(", ")), table)}) {
        if (!query.exec(sql))
            endBench(query.lastError().text());
    }
}

BaselineList::~BaselineList()
{
    close();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void BaselineList::open(const QString& sortColumn)
{
    close();
    m_model = std::make_unique<QSqlTableModel>(nullptr, m_database);
    m_model->setTable(QLatin1String(kView));
    m_model->setSort(m_model->fieldIndex(sortColumn), Qt::AscendingOrder);
    if (!m_model->select())
        endBench(m_model->lastError().text());
    m_view = std::make_unique<QTableView>();
    m_view->setModel(m_model.get());
    m_view->setColumnHidden(0, true);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->setDefaultSectionSize(ui::ListDensity::instance().rowHeight());
    m_view->verticalHeader()->hide();
    m_view->resize(kListSize);
    m_page = std::make_unique<PaintedPage>(*m_view, [] { return true; });
    m_view->show();
}

void BaselineList::sortBy(const QString& column)
{
    m_model->setSort(m_model->fieldIndex(column), Qt::AscendingOrder);
    if (!m_model->select())
        endBench(m_model->lastError().text());
}

void BaselineList::readAll()
{
    while (m_model->canFetchMore())
        m_model->fetchMore();
}

void BaselineList::showLast()
{
    readAll();
    m_view->scrollToBottom();
    paint();
}

void BaselineList::paint()
{
    m_page->expect();
    waitUntil([this] { return m_page->isPainted(); }, "the baseline's painted page");
}

void BaselineList::hide()
{
    m_view->hide();
    QCoreApplication::processEvents();
}

void BaselineList::show()
{
    m_view->show();
    paint();
}

void BaselineList::openProxy(const QString& column)
{
    readAll();
    m_proxy = std::make_unique<QSortFilterProxyModel>();
    m_proxy->setSourceModel(m_model.get());
    m_proxy->setFilterKeyColumn(m_model->fieldIndex(column));
    m_view->setModel(m_proxy.get());
    paint();
}

void BaselineList::filter(const QString& text)
{
    m_proxy->setFilterFixedString(text);
    paint();
}

void BaselineList::close()
{
    m_page.reset();
    m_view.reset();
    m_proxy.reset();
    m_model.reset();
}

QAbstractItemModel& BaselineList::shown() const
{
    return *m_view->model();
}

qint64 BaselineList::rowCount() const
{
    return shown().rowCount();
}

QString BaselineList::text(int row, const QString& column) const
{
    return shown().index(row, static_cast<int>(m_columns.indexOf(column))).data().toString();
}

PlainLook::PlainLook()
    : m_sheet(qApp->styleSheet())
{
    qApp->setStyleSheet(QString());
}

PlainLook::~PlainLook()
{
    qApp->setStyleSheet(m_sheet);
}

} // namespace chengdan::bench
