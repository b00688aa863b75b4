// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_source.h"
#include "ui/shared/list_threads.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace chengdan::ui {

/// The keys of a whole list, handed between threads without a copy.
using ListKeys = std::shared_ptr<const std::vector<qint64>>;

/// The text a copied list becomes; `line` is called on the worker thread.
struct CopyText {
    QString titles; ///< the first line; empty: none
    std::function<QString(const ListRow& row)> line;
};

/// Runs a ListSource on a thread that is its own meanwhile and hands the answers back to the UI
/// thread, each with the generation it was asked for. A task whose generation is no longer the
/// newest is skipped before it starts; a running one is interrupted. Figures (sums, counts) have a
/// second thread.
class ListLoader : public QObject {
    Q_OBJECT
public:
    explicit ListLoader(std::unique_ptr<ListSource> source);
    ~ListLoader() override;

    const ListSource& source() const { return *m_source; }

    /// Keys and the rows of the first page. With `quickFirst` the answer is the first page alone,
    /// if the source offers firstKeys; the rest is then left to queryRest().
    void query(quint64 generation, const ListRequest& request, bool quickFirst);
    /// All keys, behind a first page that was answered alone.
    void queryRest(quint64 generation, const ListRequest& request);
    /// Ends what is under way without asking anew; answers to older generations come no more.
    void abandon(quint64 generation);
    void readSums(quint64 generation, const ListRequest& request);
    /// How many rows there are without any condition; -1 when that is not known.
    void countAll();
    void readPage(quint64 generation, std::size_t page, std::vector<qint64> keys);
    void readKeys(quint64 generation, std::vector<qint64> keys);
    void show(const QStringList& columns);
    /// The text of all these rows for copying, made line by line on the worker thread. Whatever
    /// else is asked goes between its parts; a newer query holds it up but does not end it. A later
    /// copy replaces an earlier one.
    void readCopy(quint64 ticket, std::vector<qint64> keys, CopyText text);
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
    void copyRead(quint64 ticket, const QString& text, qint64 rows);
    void copyFailed(quint64 ticket, const chengdan::Error& error);
    void rowsCounted(int at, qint64 count);
    void allCounted(qint64 count);
    void blockRead(quint64 ticket, const chengdan::ui::ListBlock& block);
    void failed(quint64 generation, const chengdan::Error& error);

private:
    /// A copy being read, part by part.
    struct Copy {
        quint64 ticket = 0;
        std::vector<qint64> keys;
        CopyText text;
        std::size_t at = 0; // how many keys have been read
        qint64 found = 0; // how many of their rows were still there
        QStringList lines;
    };
    template <typename Task>
    void post(Task task);
    template <typename Task>
    void postFigures(Task task);
    void runQuery(quint64 generation, const ListRequest& request, bool quickFirst);
    bool runFirstPage(quint64 generation, const ListRequest& request);
    void runWhole(quint64 generation, const ListRequest& request);
    void runSums(quint64 generation, const ListRequest& request);
    void runCopy(const std::shared_ptr<Copy>& copy);
    bool outdated(quint64 generation) const { return generation != m_newest.load(); }

    std::unique_ptr<ListSource> m_source;
    std::atomic<quint64> m_newest = 0;
    std::atomic<quint64> m_newestCount = 0;
    std::atomic<quint64> m_newestBlock = 0;
    std::atomic<quint64> m_newestCopy = 0;
    quint64 m_ran = 0; // generation of the latest query begun; worker thread only
    std::unique_ptr<ListThread> m_thread;
    std::unique_ptr<ListThread> m_figuresThread;
};

} // namespace chengdan::ui
