// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"
#include "ui/shared/navigator.h"

namespace chengdan::ui {

class ItemPanel;

/// Items and products: filter by code, name, drawing; Enter opens the item's cost tree, F2 edits
/// the item in the panel, Ctrl+N enters a new one there.
class ItemsPage : public ListPage, public EditsRecords {
    Q_OBJECT
public:
    /// The context must outlive the page.
    ItemsPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);

    bool newRecord() override;
    bool editRecord() override;
    bool deleteRecord() override;
    void savePage() override;
    bool closeInner() override;
    ItemPanel& panel() { return *m_panel; }

private:
    static ListSetup setup(const access::Context& context);
    ItemPanel* m_panel;
};

} // namespace chengdan::ui
