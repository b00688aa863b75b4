// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette needs of the window.
#include "ui/shared/record_preview.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"

#include <algorithm>

namespace chengdan::ui {

void MainWindow::setRecordSearch(PaletteSearch search)
{
    m_recordSearch = std::move(search);
    if (m_palette != nullptr)
        m_palette->setRecordSearch(m_recordSearch);
}

CommandPalette& MainWindow::searchPalette()
{
    if (m_palette == nullptr) {
        m_palette = new CommandPalette(*this);
        if (m_recordSearch)
            m_palette->setRecordSearch(m_recordSearch);
    }
    return *m_palette;
}

void MainWindow::openPalette(const QString& text)
{
    searchPalette().openWith(text);
}

std::vector<PaletteVisit> MainWindow::recentRecords() const
{
    constexpr std::size_t kMost = 8;
    std::vector<PaletteVisit> recent;
    for (auto visit = m_history.rbegin(); visit != m_history.rend() && recent.size() < kMost;
         ++visit) {
        const PaletteVisit record{visit->kind, visit->key};
        if (!record.kind.isEmpty()
            && std::find(recent.begin(), recent.end(), record) == recent.end())
            recent.push_back(record);
    }
    return recent;
}

void MainWindow::previewRecord(const QString& kind, qint64 key)
{
    for (const PageSpec& spec : m_pages) {
        if (!spec.recordKinds.contains(kind))
            continue;
        auto* preview = dynamic_cast<RecordPreview*>(page(spec.id));
        if (preview != nullptr) {
            visit({spec.id, {}, 0});
            if (preview->previewRecord(kind, key))
                return;
        }
        break;
    }
    m_navigator->openRecord(kind, key);
}

} // namespace chengdan::ui
