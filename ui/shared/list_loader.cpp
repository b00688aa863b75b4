// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_loader.h"

#include "ui/shared/row_cache.h"

#include <QHash>

namespace chengdan::ui {

namespace {

constexpr std::size_t kCopyPart = 500; ///< rows read at once while copying many
constexpr std::size_t kFirstRows = RowCache<int>::kPageRows;

} // namespace

ListLoader::ListLoader(std::unique_ptr<ListSource> source)
    : m_source(std::move(source))
    , m_thread(listThreads::take(listThreads::Use::Rows))
    , m_figuresThread(listThreads::take(listThreads::Use::Figures))
{
    qRegisterMetaType<ListKeys>();
    qRegisterMetaType<std::vector<ListRow>>();
    qRegisterMetaType<std::vector<ListSum>>();
    qRegisterMetaType<std::vector<ListGroup>>();
    qRegisterMetaType<ListBlock>();
    qRegisterMetaType<chengdan::Error>();
}

ListLoader::~ListLoader()
{
    m_newest.store(~quint64(0));
    m_newestCount.store(~quint64(0));
    m_newestBlock.store(~quint64(0));
    m_newestCopy.store(~quint64(0));
    m_source->interrupt();
    m_source->interruptFigures();
    // What waits there ends by itself now; a copy may still have posted its next part meanwhile.
    m_figuresThread->run([] {});
    m_thread->run([] {});
    // The source belongs to its worker thread.
    m_thread->run([this] { m_source.reset(); });
    listThreads::giveBack(listThreads::Use::Rows, std::move(m_thread));
    listThreads::giveBack(listThreads::Use::Figures, std::move(m_figuresThread));
}

template <typename Task>
void ListLoader::post(Task task)
{
    m_thread->post(std::move(task));
}

template <typename Task>
void ListLoader::postFigures(Task task)
{
    m_figuresThread->post(std::move(task));
}

void ListLoader::query(quint64 generation, const ListRequest& request, bool quickFirst)
{
    m_newest.store(generation);
    m_source->interrupt();
    m_source->interruptFigures();
    post([this, generation, request, quickFirst] { runQuery(generation, request, quickFirst); });
}

void ListLoader::queryRest(quint64 generation, const ListRequest& request)
{
    post([this, generation, request] {
        if (!outdated(generation))
            runWhole(generation, request);
    });
}

void ListLoader::runQuery(quint64 generation, const ListRequest& request, bool quickFirst)
{
    m_ran = generation;
    if (outdated(generation))
        return;
    if (quickFirst && request.group.isEmpty() && runFirstPage(generation, request))
        return;
    runWhole(generation, request);
}

bool ListLoader::runFirstPage(quint64 generation, const ListRequest& request)
{
    auto keys = m_source->firstKeys(request, int(kFirstRows));
    if (!keys || keys->empty() || outdated(generation))
        return false;
    const auto rows = m_source->rows(*keys);
    if (!rows || outdated(generation))
        return false;
    Q_EMIT keysRead(
        generation, std::make_shared<const std::vector<qint64>>(std::move(*keys)), *rows, false);
    return true;
}

void ListLoader::runWhole(quint64 generation, const ListRequest& request)
{
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
    const std::size_t count = std::min(keys->size(), kFirstRows);
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

void ListLoader::abandon(quint64 generation)
{
    m_newest.store(generation);
    m_source->interrupt();
    m_source->interruptFigures();
}

void ListLoader::readSums(quint64 generation, const ListRequest& request)
{
    postFigures([this, generation, request] { runSums(generation, request); });
}

void ListLoader::countAll()
{
    postFigures([this] { Q_EMIT allCounted(m_source->count({}).value_or(-1)); });
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

void ListLoader::readCopy(quint64 ticket, std::vector<qint64> keys, CopyText text)
{
    m_newestCopy.store(ticket);
    auto copy = std::make_shared<Copy>();
    copy->ticket = ticket;
    copy->keys = std::move(keys);
    if (!text.titles.isEmpty())
        copy->lines += text.titles;
    copy->text = std::move(text);
    post([this, copy] { runCopy(copy); });
}

void ListLoader::runCopy(const std::shared_ptr<Copy>& copy)
{
    if (copy->ticket != m_newestCopy.load())
        return;
    const std::size_t count = std::min(kCopyPart, copy->keys.size() - copy->at);
    const std::span part(copy->keys.data() + copy->at, count);
    const auto rows = m_source->rows(part);
    if (!rows) {
        if (m_newest.load() != m_ran) // a query about to come ended this part; it goes first
            post([this, copy] { runCopy(copy); });
        else
            Q_EMIT copyFailed(copy->ticket, rows.error());
        return;
    }
    // a source answers in any order
    QHash<qint64, std::size_t> placeOf;
    for (std::size_t i = 0; i < rows->size(); ++i)
        placeOf.insert((*rows)[i].key, i);
    for (const qint64 key : part) {
        if (const auto found = placeOf.constFind(key); found != placeOf.cend()) {
            copy->lines += copy->text.line((*rows)[*found]);
            ++copy->found;
        }
    }
    copy->at += count;
    if (copy->at < copy->keys.size()) {
        post([this, copy] { runCopy(copy); });
        return;
    }
    copy->lines += QString(); // a line end after the last row, as spreadsheets write it
    Q_EMIT copyRead(copy->ticket, copy->lines.join(QLatin1Char('\n')), copy->found);
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
