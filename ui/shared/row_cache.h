// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chengdan::ui {

/// Pages of rows by row number; the page looked at longest ago goes first. Knows nothing of Qt,
/// threads or databases.
template <typename Row>
class RowCache {
public:
    static constexpr std::size_t kPageRows = 64;

    explicit RowCache(std::size_t maximumPages = 64)
        : m_maximum(maximumPages)
    {
    }

    static constexpr std::size_t pageOf(std::size_t row) { return row / kPageRows; }

    /// The row, or null when its page is not here. Looking makes the page the youngest.
    Row* find(std::size_t row)
    {
        const auto found = m_pages.find(pageOf(row));
        if (found == m_pages.end())
            return nullptr;
        m_order.splice(m_order.begin(), m_order, found->second.place);
        const std::size_t offset = row % kPageRows;
        return offset < found->second.rows.size() ? &found->second.rows[offset] : nullptr;
    }
    bool holds(std::size_t page) const { return m_pages.contains(page); }
    std::size_t pages() const { return m_pages.size(); }

    /// Puts or replaces a page; the oldest page leaves when there are too many.
    void insert(std::size_t page, std::vector<Row> rows)
    {
        if (const auto found = m_pages.find(page); found != m_pages.end()) {
            found->second.rows = std::move(rows);
            m_order.splice(m_order.begin(), m_order, found->second.place);
            return;
        }
        m_order.push_front(page);
        m_pages.emplace(page, Entry{std::move(rows), m_order.begin()});
        if (m_pages.size() > m_maximum) {
            m_pages.erase(m_order.back());
            m_order.pop_back();
        }
    }
    /// Replaces one row where its page is held; false otherwise.
    bool replace(std::size_t row, Row value)
    {
        const auto found = m_pages.find(pageOf(row));
        const std::size_t offset = row % kPageRows;
        if (found == m_pages.end() || offset >= found->second.rows.size())
            return false;
        found->second.rows[offset] = std::move(value);
        return true;
    }
    void remove(std::size_t page)
    {
        const auto found = m_pages.find(page);
        if (found == m_pages.end())
            return;
        m_order.erase(found->second.place);
        m_pages.erase(found);
    }
    void clear()
    {
        m_pages.clear();
        m_order.clear();
    }
    /// Calls change(Row&) on every held row.
    template <typename Change>
    void forEach(Change change)
    {
        for (auto& [page, entry] : m_pages) {
            for (Row& row : entry.rows)
                change(row);
        }
    }

private:
    struct Entry {
        std::vector<Row> rows;
        std::list<std::size_t>::iterator place;
    };
    std::size_t m_maximum;
    std::unordered_map<std::size_t, Entry> m_pages;
    std::list<std::size_t> m_order; // youngest first
};

} // namespace chengdan::ui
