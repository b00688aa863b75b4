// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/paginator.h"

#include <algorithm>

namespace chengdan::reports {

namespace {

// Sums of heights differ in the last bits depending on their order; a hair is no reason to break.
constexpr qreal kSlack = 1e-6;

struct KeptEnd {
    size_t rows = 0;
    size_t closing = 0;
};

class FlowPlacer {
public:
    explicit FlowPlacer(const Flow& flow)
        : m_flow(flow)
        , m_pages(1)
    {
    }

    std::vector<PageFlow> run()
    {
        for (size_t i = 0; i < m_flow.lead.size(); ++i)
            place(FlowKind::Lead, i, 0);
        const KeptEnd kept = keptEnd();
        const size_t free = m_flow.rows.size() - kept.rows;
        // Without a kept row the last one is too tall for a page: its last lines wait for the
        // totals instead.
        for (size_t i = 0; i < free; ++i) {
            const bool holdsTotals = i + 1 == m_flow.rows.size() && !m_flow.closing.empty();
            place(FlowKind::Row, i, holdsTotals ? m_flow.closing.front().height : 0);
        }
        if (endHeight(kept) > room() + kSlack && kept.rows + kept.closing > 0)
            breakPage();
        for (size_t i = free; i < m_flow.rows.size(); ++i)
            place(FlowKind::Row, i, 0);
        for (size_t i = 0; i < kept.closing; ++i)
            place(FlowKind::Closing, i, 0);
        placeRemainingClosing(kept.closing);
        return std::move(m_pages);
    }

private:
    const FlowPart& part(FlowKind kind, size_t index) const
    {
        switch (kind) {
        case FlowKind::Lead:
            return m_flow.lead[index];
        case FlowKind::Row:
            return m_flow.rows[index];
        default:
            return m_flow.closing[index];
        }
    }
    qreal pageHeight() const { return m_pages.size() == 1 ? m_flow.firstPage : m_flow.laterPage; }
    qreal room() const { return pageHeight() - m_used; }
    bool pageEmpty() const { return m_pages.back().empty(); }
    qreal headerFor(FlowKind kind) const
    {
        return kind == FlowKind::Row && !m_headerHere ? m_flow.tableHeader : 0;
    }

    void breakPage()
    {
        if (pageEmpty())
            return;
        m_pages.emplace_back();
        m_used = 0;
        m_headerHere = false;
    }

    void put(FlowKind kind, size_t index, qreal from, qreal to)
    {
        if (headerFor(kind) > 0) {
            m_pages.back().push_back(
                Placement{FlowKind::TableHeader, 0, m_used, 0, m_flow.tableHeader});
            m_used += m_flow.tableHeader;
            m_headerHere = true;
        }
        m_pages.back().push_back(Placement{kind, static_cast<int>(index), m_used, from, to});
        m_used += to - from;
    }

    // Puts the part here, on the next page, or cut over several; `reserve` is room that must follow
    // its end on the same page.
    void place(FlowKind kind, size_t index, qreal reserve)
    {
        const qreal height = part(kind, index).height;
        if (headerFor(kind) + height + reserve <= room() + kSlack) {
            put(kind, index, 0, height);
            return;
        }
        const qreal header = kind == FlowKind::Row ? m_flow.tableHeader : 0;
        if (header + height + reserve <= m_flow.laterPage + kSlack
            || part(kind, index).cuts.empty()) {
            breakPage();
            put(kind, index, 0, height);
            return;
        }
        placeCut(kind, index, reserve);
    }

    void placeCut(FlowKind kind, size_t index, qreal reserve)
    {
        const FlowPart& whole = part(kind, index);
        qreal from = 0;
        for (;;) {
            const qreal available = room() - headerFor(kind);
            if (whole.height - from + reserve <= available + kSlack)
                break;
            const auto beyond =
                std::upper_bound(whole.cuts.begin(), whole.cuts.end(), from + available + kSlack);
            const qreal cut = beyond == whole.cuts.begin() ? 0 : *(beyond - 1);
            if (cut > from) {
                put(kind, index, from, cut);
                from = cut;
                breakPage();
            } else if (!pageEmpty()) {
                breakPage();
            } else {
                // One line alone is taller than the page; it is let out rather than lost.
                const auto next = std::upper_bound(whole.cuts.begin(), whole.cuts.end(), from);
                if (next == whole.cuts.end())
                    break;
                put(kind, index, from, *next);
                from = *next;
                breakPage();
            }
        }
        put(kind, index, from, whole.height);
    }

    qreal endHeight(KeptEnd kept) const
    {
        qreal height = kept.rows > 0 && !m_headerHere ? m_flow.tableHeader : 0;
        for (size_t i = m_flow.rows.size() - kept.rows; i < m_flow.rows.size(); ++i)
            height += m_flow.rows[i].height;
        for (size_t i = 0; i < kept.closing; ++i)
            height += m_flow.closing[i].height;
        return height;
    }

    // How many last rows and closing parts move as one; decided for a fresh page.
    KeptEnd keptEnd() const
    {
        if (m_flow.closing.empty())
            return {};
        const size_t all = m_flow.closing.size();
        const size_t two = std::min<size_t>(2, m_flow.rows.size());
        const size_t one = std::min<size_t>(1, m_flow.rows.size());
        for (const KeptEnd kept : {KeptEnd{two, all}, KeptEnd{two, 1}, KeptEnd{one, 1}}) {
            const qreal header = kept.rows > 0 && m_headerHere ? m_flow.tableHeader : 0;
            if (header + endHeight(kept) <= m_flow.laterPage + kSlack)
                return kept;
        }
        return {};
    }

    void placeRemainingClosing(size_t first)
    {
        const size_t count = m_flow.closing.size();
        for (size_t i = first; i < count; ++i) {
            const bool beforeLast = i + 2 == count;
            place(FlowKind::Closing, i, beforeLast ? m_flow.closing.back().height : 0);
        }
    }

    const Flow& m_flow;
    std::vector<PageFlow> m_pages;
    qreal m_used = 0;
    bool m_headerHere = false;
};

} // namespace

std::vector<PageFlow> paginate(const Flow& flow)
{
    return FlowPlacer(flow).run();
}

} // namespace chengdan::reports
