// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_loader.h"

#include "ui/shared/row_cache.h"

#include <QMetaObject>

namespace chengdan::ui {

ListLoader::ListLoader(std::unique_ptr<ListSource> source)
    : m_source(std::move(source))
    , m_worker(new QObject)
{
    qRegisterMetaType<std::vector<qint64>>();
    qRegisterMetaType<std::vector<ListRow>>();
    qRegisterMetaType<std::vector<ListSum>>();
    qRegisterMetaType<chengdan::Error>();
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("listLoader"));
    m_thread.start();
}

ListLoader::~ListLoader()
{
    m_newest.store(~quint64(0));
    m_source->interrupt();
    // The connection inside the source belongs to the worker thread and must close there.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_source.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

template <typename Task>
void ListLoader::post(Task task)
{
    QMetaObject::invokeMethod(m_worker, std::move(task), Qt::QueuedConnection);
}

void ListLoader::query(quint64 generation, const ListRequest& request, bool quickFirst)
{
    m_newest.store(generation);
    m_source->interrupt();
    post([this, generation, request, quickFirst] { runQuery(generation, request, quickFirst); });
}

void ListLoader::runQuery(quint64 generation, const ListRequest& request, bool quickFirst)
{
    if (outdated(generation))
        return;
    constexpr int kFirst = int(RowCache<int>::kPageRows);
    if (quickFirst) {
        const auto early = m_source->firstKeys(request, kFirst);
        if (early && !early->empty() && !outdated(generation)) {
            const auto rows = m_source->rows(*early);
            if (rows && !outdated(generation))
                Q_EMIT keysRead(generation, *early, *rows, false);
        }
    }
    const auto keys = m_source->keys(request);
    if (outdated(generation))
        return;
    if (!keys) {
        Q_EMIT failed(generation, keys.error());
        return;
    }
    const std::size_t count = std::min<std::size_t>(keys->size(), kFirst);
    const auto rows = m_source->rows(std::span(keys->data(), count));
    if (outdated(generation))
        return;
    if (!rows) {
        Q_EMIT failed(generation, rows.error());
        return;
    }
    Q_EMIT keysRead(generation, *keys, *rows, true);
    const auto sums = m_source->sums(request);
    if (outdated(generation))
        return;
    if (sums)
        Q_EMIT sumsRead(generation, *sums);
    else
        Q_EMIT failed(generation, sums.error());
}

void ListLoader::readPage(quint64 generation, std::size_t page, std::vector<qint64> keys)
{
    post([this, generation, page, wanted = std::move(keys)] {
        if (outdated(generation))
            return;
        const auto rows = m_source->rows(wanted);
        if (rows)
            Q_EMIT pageRead(generation, page, *rows);
        else if (!outdated(generation))
            Q_EMIT failed(generation, rows.error());
    });
}

void ListLoader::readKeys(quint64 generation, std::vector<qint64> keys)
{
    post([this, generation, wanted = std::move(keys)] {
        if (outdated(generation))
            return;
        const auto rows = m_source->rows(wanted);
        if (rows)
            Q_EMIT rowsRead(generation, *rows);
        else if (!outdated(generation))
            Q_EMIT failed(generation, rows.error());
    });
}

} // namespace chengdan::ui
