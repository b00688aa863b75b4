// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_source.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace chengdan::ui {

/// Runs a ListSource on a thread of its own and hands the answers back to the UI thread, each with
/// the generation it was asked for. A task whose generation is no longer the newest is skipped
/// before it starts; a running one is interrupted.
class ListLoader : public QObject {
    Q_OBJECT
public:
    explicit ListLoader(std::unique_ptr<ListSource> source);
    ~ListLoader() override;

    /// Keys and the rows of the first page; firstKeys, when offered, answers before.
    void query(quint64 generation, const ListRequest& request, bool quickFirst);
    void readPage(quint64 generation, std::size_t page, std::vector<qint64> keys);
    void readKeys(quint64 generation, std::vector<qint64> keys);

Q_SIGNALS:
    // Emitted on the worker thread, received on the UI thread.
    void keysRead(quint64 generation,
        const std::vector<qint64>& keys,
        const std::vector<chengdan::ui::ListRow>& first,
        bool whole);
    void pageRead(quint64 generation, quint64 page, const std::vector<chengdan::ui::ListRow>& rows);
    void rowsRead(quint64 generation, const std::vector<chengdan::ui::ListRow>& rows);
    void sumsRead(quint64 generation, const std::vector<chengdan::ui::ListSum>& sums);
    void failed(quint64 generation, const chengdan::Error& error);

private:
    template <typename Task>
    void post(Task task);
    void runQuery(quint64 generation, const ListRequest& request, bool quickFirst);
    bool outdated(quint64 generation) const { return generation != m_newest.load(); }

    std::unique_ptr<ListSource> m_source;
    std::atomic<quint64> m_newest = 0;
    QThread m_thread;
    QObject* m_worker;
};

} // namespace chengdan::ui
