// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_loader.h"

#include "ui/shared/row_cache.h"

#include <QHash>
#include <QMetaObject>

namespace chengdan::ui {

namespace {

constexpr std::size_t kCopyPart = 500; ///< rows read at once while copying many

} // namespace

ListLoader::ListLoader(std::unique_ptr<ListSource> source)
    : m_source(std::move(source))
    , m_worker(new QObject)
    , m_figures(new QObject)
{
    qRegisterMetaType<ListKeys>();
    qRegisterMetaType<std::vector<ListRow>>();
    qRegisterMetaType<std::vector<ListSum>>();
    qRegisterMetaType<std::vector<ListGroup>>();
    qRegisterMetaType<ListBlock>();
    qRegisterMetaType<chengdan::Error>();
    m_worker->moveToThread(&m_thread);
    m_figures->moveToThread(&m_figuresThread);
    m_thread.setObjectName(QStringLiteral("listLoader"));
    m_figuresThread.setObjectName(QStringLiteral("listFigures"));
    m_thread.start();
    m_figuresThread.start(QThread::LowPriority);
}

ListLoader::~ListLoader()
{
    m_newest.store(~quint64(0));
    m_newestCount.store(~quint64(0));
    m_newestBlock.store(~quint64(0));
    m_source->interrupt();
    m_source->interruptFigures();
    m_figuresThread.quit();
    m_figuresThread.wait();
    // The connection inside the source belongs to the worker thread and must close there.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_source.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
    delete m_figures;
}

template <typename Task>
void ListLoader::post(Task task)
{
    QMetaObject::invokeMethod(m_worker, std::move(task), Qt::QueuedConnection);
}

template <typename Task>
void ListLoader::postFigures(Task task)
{
    QMetaObject::invokeMethod(m_figures, std::move(task), Qt::QueuedConnection);
}

void ListLoader::query(quint64 generation, const ListRequest& request, bool quickFirst)
{
    m_newest.store(generation);
    m_source->interrupt();
    m_source->interruptFigures();
    post([this, generation, request, quickFirst] { runQuery(generation, request, quickFirst); });
}

void ListLoader::runQuery(quint64 generation, const ListRequest& request, bool quickFirst)
{
    if (outdated(generation))
        return;
    constexpr int kFirst = int(RowCache<int>::kPageRows);
    if (quickFirst && request.group.isEmpty()) {
        auto early = m_source->firstKeys(request, kFirst);
        if (early && !early->empty() && !outdated(generation)) {
            const auto rows = m_source->rows(*early);
            if (rows && !outdated(generation))
                Q_EMIT keysRead(generation,
                    std::make_shared<const std::vector<qint64>>(std::move(*early)),
                    *rows,
                    false);
        }
    }
    auto keys = m_source->keys(request);
    if (outdated(generation))
        return;
    if (!keys) {
        Q_EMIT failed(generation, keys.error());
        return;
    }
    std::vector<ListGroup> groups;
    if (!request.group.isEmpty()) {
        auto read = m_source->groups(request);
        if (outdated(generation))
            return;
        if (!read) {
            Q_EMIT failed(generation, read.error());
            return;
        }
        groups = std::move(*read);
    }
    const std::size_t count = std::min<std::size_t>(keys->size(), kFirst);
    const auto rows = m_source->rows(std::span(keys->data(), count));
    if (outdated(generation))
        return;
    if (!rows) {
        Q_EMIT failed(generation, rows.error());
        return;
    }
    // The headings come first: the model announces keys and headings together.
    Q_EMIT groupsRead(generation, groups);
    Q_EMIT keysRead(
        generation, std::make_shared<const std::vector<qint64>>(std::move(*keys)), *rows, true);
    postFigures([this, generation, request] { runSums(generation, request); });
}

void ListLoader::runSums(quint64 generation, const ListRequest& request)
{
    if (outdated(generation))
        return;
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

void ListLoader::show(const QStringList& columns)
{
    post([this, columns] { m_source->show(columns); });
}

void ListLoader::readCopy(quint64 ticket, std::vector<qint64> keys)
{
    post([this, ticket, generation = m_newest.load(), wanted = std::move(keys)] {
        std::vector<ListRow> all;
        all.reserve(wanted.size());
        for (std::size_t from = 0; from < wanted.size(); from += kCopyPart) {
            const std::size_t count = std::min(kCopyPart, wanted.size() - from);
            auto rows = m_source->rows(std::span(wanted.data() + from, count));
            if (!rows) {
                Q_EMIT failed(generation, rows.error()); // dropped when a newer query ended it
                return;
            }
            // a source answers in any order
            QHash<qint64, std::size_t> placeOf;
            for (std::size_t i = 0; i < rows->size(); ++i)
                placeOf.insert((*rows)[i].key, i);
            for (std::size_t i = from; i < from + count; ++i) {
                if (const auto found = placeOf.constFind(wanted[i]); found != placeOf.cend())
                    all.push_back(std::move((*rows)[*found]));
            }
        }
        Q_EMIT copyRead(ticket, all);
    });
}

void ListLoader::countRows(QList<ListRequest> requests)
{
    const quint64 ticket = ++m_newestCount;
    for (int at = 0; at < requests.size(); ++at) {
        postFigures([this, ticket, at, request = requests[at]] {
            if (ticket != m_newestCount.load())
                return;
            const auto count = m_source->count(request);
            if (count && ticket == m_newestCount.load())
                Q_EMIT rowsCounted(at, *count);
        });
    }
}

void ListLoader::readBlock(quint64 ticket, const QString& column, std::vector<qint64> keys)
{
    m_newestBlock.store(ticket);
    postFigures([this, ticket, column, wanted = std::move(keys)] {
        if (ticket != m_newestBlock.load())
            return;
        const auto block = m_source->block(column, wanted);
        if (block && ticket == m_newestBlock.load())
            Q_EMIT blockRead(ticket, *block);
    });
}

} // namespace chengdan::ui
