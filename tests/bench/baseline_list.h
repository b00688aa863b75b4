// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/painted_page.h"

#include <QSqlDatabase>
#include <QStringList>
#include <QTableView>

#include <memory>

class QSortFilterProxyModel;
class QSqlTableModel;

namespace chengdan::bench {

/// The list one writes without a plan: QSqlTableModel in a QTableView with the stock delegate, on a
/// connection with our own pragmas. It reads the columns that are shown and the row number, no
/// others, and takes its order from the same index.
class BaselineList {
public:
    BaselineList(const QString& path, const QString& table, const QStringList& columns);
    ~BaselineList();
    BaselineList(const BaselineList&) = delete;
    BaselineList& operator=(const BaselineList&) = delete;

    /// A model and its view; reads the rows the model reads at first.
    void open(const QString& sortColumn);
    void sortBy(const QString& column);
    /// Reads all rows, scrolls to the last and paints.
    void showLast();
    /// Lets events run until the rows in sight are painted.
    void paint();
    /// Out of sight: what it paints must not be charged to the other side. The rows stay.
    void hide();
    void show();
    /// Puts a proxy before the model of all rows, which filters by one column.
    void openProxy(const QString& column);
    void filter(const QString& text);
    void close();

    QTableView& view() { return *m_view; }
    qint64 rowCount() const;
    QString text(int row, const QString& column) const;

private:
    QAbstractItemModel& shown() const;
    void readAll();
    QString m_connection;
    QStringList m_columns;
    QSqlDatabase m_database;
    std::unique_ptr<QSqlTableModel> m_model;
    std::unique_ptr<QSortFilterProxyModel> m_proxy;
    std::unique_ptr<QTableView> m_view;
    std::unique_ptr<PaintedPage> m_page;
};

/// The look of a program without style sheet while it lives: ours must not burden the baselines.
class PlainLook {
public:
    PlainLook();
    ~PlainLook();
    PlainLook(const PlainLook&) = delete;
    PlainLook& operator=(const PlainLook&) = delete;

private:
    QString m_sheet;
};

inline constexpr QSize kListSize{1600, 900};

} // namespace chengdan::bench
