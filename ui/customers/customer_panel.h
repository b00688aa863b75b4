// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/customers/customer.h"
#include "ui/shared/edit_panel.h"

namespace chengdan::ui {

class ContactList;
class RecordPanel;

/// The selected customer: its fields, its contacts, and the forms to edit both.
class CustomerPanel : public EditPanel {
    Q_OBJECT
public:
    /// The context must outlive the panel.
    explicit CustomerPanel(const access::Context& context, QWidget* parent = nullptr);

    /// The contact when the keys are in the list of contacts, else the customer.
    bool editRecord() override;
    bool deleteRecord() override;
    bool addContact();
    bool editContact();
    bool deleteContact();

protected:
    void showKey(qint64 key) override;
    QString kindText() const override;

private:
    bool mayEdit() const;
    const access::Context& m_context;
    std::optional<customers::Customer> m_shown;
    RecordPanel* m_record;
    ContactList* m_contacts;
};

} // namespace chengdan::ui
