// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"
#include "ui/shared/navigator.h"

namespace chengdan::ui {

class CustomerPanel;
class NewCustomerForm;

/// The customer list: filter, sort, grade badges, the customer with its contacts in the panel where
/// both are edited, and a form of three fields that makes a new one without leaving the page.
class CustomersPage : public ListPage, public EditsRecords {
    Q_OBJECT
public:
    /// The context must outlive the page.
    CustomersPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);

    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    bool closeInner() override;
    void savePage() override;
    /// Opens the panel with the form of the current customer, or of the contact whose list has the
    /// keys.
    bool editRecord() override;
    bool deleteRecord() override;
    bool addContact();
    /// These act on the selected customers, the last on the current one.
    bool claim();
    bool handOver();
    bool putIntoPool();
    bool giveAccess();
    void addToMenu(QMenu& menu) override;
    CustomerPanel& panel() { return *m_panel; }

private:
    QList<qint64> chosen() const;
    static ListSetup setup(const access::Context& context);
    const access::Context& m_context;
    Navigator& m_navigator;
    NewCustomerForm* m_form;
    CustomerPanel* m_panel;
};

} // namespace chengdan::ui
