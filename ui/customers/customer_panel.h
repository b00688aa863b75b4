// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/customers/customer.h"
#include "ui/customers/hands_subjects.h"
#include "ui/shared/edit_panel.h"

namespace chengdan::ui {

class ContactList;
class OwnershipBox;
class RecordPanel;

/// The selected customer: its fields, who has it, its contacts, and the forms to edit, hand over
/// and show it.
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
    /// Takes these customers out of the pool: at once in a file for one PC, else by asking.
    bool claim(const QList<qint64>& customers);
    /// The form for it; false when this person may not.
    bool handOver(const QList<qint64>& customers);
    bool putIntoPool(const QList<qint64>& customers);
    bool giveAccess();

protected:
    void showKey(qint64 key) override;
    QString kindText() const override;

Q_SIGNALS:
    /// The buttons act on what is selected in the list.
    void claimWanted();
    void handOverWanted();
    void poolWanted();

private:
    bool mayEdit() const;
    bool give(HandOverSubject::To to, const QList<qint64>& customers);
    void withdraw(PersonId person);
    const access::Context& m_context;
    std::optional<customers::Customer> m_shown;
    RecordPanel* m_record;
    OwnershipBox* m_ownership;
    ContactList* m_contacts;
};

} // namespace chengdan::ui
