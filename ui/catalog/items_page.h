// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/list_page.h"
#include "ui/shared/navigator.h"

namespace chengdan::ui {

/// Items and products: filter by code, name, drawing; Enter opens the item's cost tree.
class ItemsPage : public ListPage {
    Q_OBJECT
public:
    /// The context must outlive the page.
    ItemsPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);

private:
    static ListSetup setup(const access::Context& context);
};

} // namespace chengdan::ui
