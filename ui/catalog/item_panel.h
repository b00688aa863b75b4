// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/catalog/item_service.h"
#include "ui/shared/edit_panel.h"

class QFormLayout;

namespace chengdan::ui {

class RecordPanel;

/// The selected item: its fields, for people with the cost right its fixed cost, and the form to
/// edit both or to enter a new item.
class ItemPanel : public EditPanel {
    Q_OBJECT
public:
    /// The context must outlive the panel.
    explicit ItemPanel(const access::Context& context, QWidget* parent = nullptr);
    bool editRecord() override;
    bool deleteRecord() override;
    bool newItem();

Q_SIGNALS:
    /// A new item stands in the file; local row number.
    void created(qint64 key);

protected:
    void showKey(qint64 key) override;
    QString kindText() const override;
    void changeEvent(QEvent* event) override;

private:
    bool mayEdit() const;
    void showCost();
    const access::Context& m_context;
    std::optional<catalog::ItemCard> m_shown;
    RecordPanel* m_record;
    QFormLayout* m_cost;
};

} // namespace chengdan::ui
