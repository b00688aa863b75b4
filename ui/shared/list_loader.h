// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_source.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace chengdan::ui {

/// The keys of a whole list, handed between threads without a copy.
using ListKeys = std::shared_ptr<const std::vector<qint64>>;

/// Runs a ListSource on a thread of its own and hands the answers back to the UI thread, each with
/// the generation it was asked for. A task whose generation is no longer the newest is skipped
/// before it starts; a running one is interrupted. Figures (sums, counts) have a second thread.
class ListLoader : public QObject {
    Q_OBJECT
public:
    explicit ListLoader(std::unique_ptr<ListSource> source);
    ~ListLoader() override;

    const ListSource& source() const { return *m_source; }

    /// Keys and the rows of the first page; firstKeys, when offered, answers before.
    void query(quint64 generation, const ListRequest& request, bool quickFirst);
    void readPage(quint64 generation, std::size_t page, std::vector<qint64> keys);
    void readKeys(quint64 generation, std::vector<qint64> keys);
    void show(const QStringList& columns);
    /// All these rows at once, for copying; any number, whatever the generation.
    void readCopy(quint64 ticket, std::vector<qint64> keys);
    /// How many rows each request has, one answer at a time. A later call replaces an earlier one.
    void countRows(QList<ListRequest> requests);
    /// Figures over chosen rows; a later call replaces an earlier one.
    void readBlock(quint64 ticket, const QString& column, std::vector<qint64> keys);

Q_SIGNALS:
    // Emitted on a worker thread, received on the UI thread.
    void keysRead(quint64 generation,
        const chengdan::ui::ListKeys& keys,
        const std::vector<chengdan::ui::ListRow>& first,
        bool whole);
    void groupsRead(quint64 generation, const std::vector<chengdan::ui::ListGroup>& groups);
    void pageRead(quint64 generation, quint64 page, const std::vector<chengdan::ui::ListRow>& rows);
    void rowsRead(quint64 generation, const std::vector<chengdan::ui::ListRow>& rows);
    void sumsRead(quint64 generation, const std::vector<chengdan::ui::ListSum>& sums);
    void copyRead(quint64 ticket, const std::vector<chengdan::ui::ListRow>& rows);
    void rowsCounted(int at, qint64 count);
    void blockRead(quint64 ticket, const chengdan::ui::ListBlock& block);
    void failed(quint64 generation, const chengdan::Error& error);

private:
    template <typename Task>
    void post(Task task);
    template <typename Task>
    void postFigures(Task task);
    void runQuery(quint64 generation, const ListRequest& request, bool quickFirst);
    void runSums(quint64 generation, const ListRequest& request);
    bool outdated(quint64 generation) const { return generation != m_newest.load(); }

    std::unique_ptr<ListSource> m_source;
    std::atomic<quint64> m_newest = 0;
    std::atomic<quint64> m_newestCount = 0;
    std::atomic<quint64> m_newestBlock = 0;
    QThread m_thread;
    QThread m_figuresThread;
    QObject* m_worker;
    QObject* m_figures;
};

} // namespace chengdan::ui
