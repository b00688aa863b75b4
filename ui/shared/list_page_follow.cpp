// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which row is the current one, and what becomes of the rows when others commit.
#include "ui/shared/list_page.h"
#include "ui/shared/list_table.h"

#include <utility>

namespace chengdan::ui {

namespace {

constexpr qsizetype kFollowedSingly = 500; ///< more changed rows are read with the whole list

} // namespace

void ListPage::selectKey(qint64 key)
{
    const int row = m_model->isLoading() ? -1 : m_model->rowOf(key);
    if (row < 0) {
        m_selectWhenLoaded = key;
        return;
    }
    m_table->goTo(m_model->index(row, 0));
}

void ListPage::whenCurrent(qint64 key, std::function<void()> act)
{
    if (!m_model->isLoading() && currentKey() == key) {
        act();
        return;
    }
    auto* waiting = new QObject(this);
    connect(
        this, &ListPage::currentChanged, waiting, [key, waiting, act = std::move(act)](qint64 now) {
            if (now != key)
                return;
            // Behind whoever else hears of the new row: the panel has to show it first.
            QMetaObject::invokeMethod(
                waiting,
                [waiting, act] {
                    waiting->deleteLater();
                    act();
                },
                Qt::QueuedConnection);
        });
}

void ListPage::refreshKeys(const QList<qint64>& keys)
{
    m_model->refreshKeys(std::span(keys.constData(), std::size_t(keys.size())));
    m_countsStale = true;
    m_countTimer.start();
}

void ListPage::reload()
{
    m_rowsMoved = false;
    m_changedKeys.clear();
    m_countsStale = true;
    rereadColumns(); // fields may have been added or retired
    m_model->reload();
}

void ListPage::follow(const QList<qint64>& changed, bool moved)
{
    m_rowsMoved = m_rowsMoved || moved;
    m_changedKeys.unite(QSet<qint64>(changed.begin(), changed.end()));
    if (m_changedKeys.size() > kFollowedSingly)
        m_rowsMoved = true;
    if (m_rowsMoved)
        m_changedKeys.clear();
    postFollow();
}

void ListPage::postFollow()
{
    if (std::exchange(m_followPosted, true))
        return;
    QMetaObject::invokeMethod(this, &ListPage::takeFollowed, Qt::QueuedConnection);
}

void ListPage::takeFollowed()
{
    m_followPosted = false;
    if (!isVisible() || m_model->isLoading() || !m_refused.isEmpty())
        return; // being shown or loaded asks again
    if (m_rowsMoved)
        reload();
    else if (!m_changedKeys.isEmpty())
        refreshKeys(std::exchange(m_changedKeys, {}).values());
}

} // namespace chengdan::ui
