// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_customers.h"

#include "core/sync/customer_acts.h"
#include "ui/customers/customers_page.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace chengdan::app {

namespace {

using sync::Request;
using CustomerAct = bool (ui::CustomersPage::*)();

QString customerWords(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

void addCustomerCommand(ui::MainWindow& window,
    const char* id,
    const char* title,
    const char* keys,
    const char* picture,
    CustomerAct act)
{
    ui::CommandSpec command;
    command.id = QString::fromLatin1(id);
    command.title = [title] { return customerWords(title); };
    command.group = [] { return customerWords(QT_TRANSLATE_NOOP("Main", "Customers")); };
    if (*keys != '\0')
        command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
    command.icon = QString::fromLatin1(picture);
    command.run = [&window, act] {
        if (qobject_cast<ui::CustomersPage*>(window.currentPage()) == nullptr)
            window.navigator().openPage(QStringLiteral("customers"));
        if (auto* page = qobject_cast<ui::CustomersPage*>(window.currentPage()))
            (page->*act)();
    };
    window.addCommand(std::move(command));
}

} // namespace

void addCustomerCommands(ui::MainWindow& window, const access::Context& context)
{
    const sync::CustomerActs acts(context);
    if (acts.mayEver(Request::Kind::Claim).value_or(false)) {
        addCustomerCommand(window,
            "customer.claim",
            QT_TRANSLATE_NOOP("Main", "Claim the customer from the pool"),
            "Ctrl+Shift+M",
            "check",
            &ui::CustomersPage::claim);
    }
    if (acts.mayEver(Request::Kind::Transfer).value_or(false)) {
        addCustomerCommand(window,
            "customer.handOver",
            QT_TRANSLATE_NOOP("Main", "Hand customers over …"),
            "Ctrl+Shift+H",
            "handshake",
            &ui::CustomersPage::handOver);
        addCustomerCommand(window,
            "customer.pool",
            QT_TRANSLATE_NOOP("Main", "Put customers into the pool …"),
            "",
            "inbox",
            &ui::CustomersPage::putIntoPool);
    }
    if (acts.mayEver(Request::Kind::GrantAccess).value_or(false)) {
        addCustomerCommand(window,
            "customer.access",
            QT_TRANSLATE_NOOP("Main", "Give access to the customer …"),
            "Ctrl+Shift+G",
            "users",
            &ui::CustomersPage::giveAccess);
    }
}

} // namespace chengdan::app
