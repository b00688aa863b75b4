// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_pages.h"

#include "app/chengdan/record_search.h"
#include "app/chengdan/window_customers.h"
#include "app/chengdan/window_import.h"
#include "app/chengdan/window_records.h"
#include "app/chengdan/window_scenes_states.h"
#include "app/chengdan/window_sync.h"
#include "core/catalog/item.h"
#include "core/customers/customer.h"
#include "core/exchange/company_undo.h"
#include "core/exchange/telling_records.h"
#include "core/pipeline/opportunity.h"
#include "core/quoting/quote.h"
#include "core/storage/database.h"
#include "core/storage/list_query.h"
#include "ui/catalog/item_cost_page.h"
#include "ui/catalog/items_page.h"
#include "ui/customers/customers_page.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/pipeline/opportunities_page.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_preview.h"
#include "ui/quoting/quotes_page.h"
#include "ui/shared/job_list.h"
#include "ui/shared/list_page.h"
#include "ui/shared/undo_stack.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace chengdan::app {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

ui::PageSpec page(
    const char* id, const char* title, const char* icon, const char* shortcut, int group)
{
    ui::PageSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.title = [title] { return words(title); };
    spec.icon = QString::fromLatin1(icon);
    spec.shortcut = QKeySequence(QString::fromLatin1(shortcut));
    spec.group = group;
    return spec;
}

void addPages(ui::MainWindow& window, Workplace& workplace)
{
    const access::Context& context = workplace.context;
    auto home =
        page("dashboard", QT_TRANSLATE_NOOP("Main", "Home"), "layout-dashboard", "Ctrl+1", 0);
    // Made where it will stand: the look of every part would be worked out again if it moved there.
    home.factory = [&context, &window](ui::Navigator& navigator) {
        return new ui::DashboardPage(context, navigator, window.pageArea());
    };
    window.addPage(std::move(home));

    auto opportunities =
        page("opportunities", QT_TRANSLATE_NOOP("Main", "Opportunities"), "target", "Ctrl+3", 0);
    opportunities.recordKinds = {QStringLiteral("opportunity"), QStringLiteral("stage")};
    opportunities.factory = [&context, &window](ui::Navigator& navigator) {
        return withListMenu(window, new ui::OpportunitiesPage(context, navigator));
    };
    window.addPage(std::move(opportunities));

    auto customers =
        page("customers", QT_TRANSLATE_NOOP("Main", "Customers"), "building-2", "Ctrl+4", 0);
    customers.recordKinds = {QStringLiteral("customer")};
    customers.factory = [&context, &window](ui::Navigator& navigator) {
        return withListMenu(window, new ui::CustomersPage(context, navigator));
    };
    window.addPage(std::move(customers));

    auto quotes = page("quotes", QT_TRANSLATE_NOOP("Main", "Quotes"), "file-text", "Ctrl+5", 0);
    quotes.recordKinds = {QStringLiteral("quote")};
    quotes.factory = [&workplace](ui::Navigator& navigator) {
        return new ui::QuotesPage(workplace.context, workplace.costs, navigator);
    };
    window.addPage(std::move(quotes));

    auto items = page("items", QT_TRANSLATE_NOOP("Main", "Products and BOM"), "boxes", "", 1);
    items.factory = [&context, &window](ui::Navigator& navigator) {
        return withListMenu(window, new ui::ItemsPage(context, navigator));
    };
    window.addPage(std::move(items));

    auto cost = page("cost", QT_TRANSLATE_NOOP("Main", "Item cost"), "calculator", "", 1);
    cost.recordKinds = {QStringLiteral("item")};
    cost.factory = [&workplace](ui::Navigator& navigator) {
        return new ui::ItemCostPage(workplace.context, workplace.costs, navigator);
    };
    window.addPage(std::move(cost));
}

void addNewCommand(
    ui::MainWindow& window, const char* id, const char* title, const char* icon, const char* pageId)
{
    ui::CommandSpec command;
    command.id = QString::fromLatin1(id);
    command.title = [title] { return words(title); };
    command.group = [] { return words(QT_TRANSLATE_NOOP("Main", "New")); };
    command.icon = QString::fromLatin1(icon);
    command.inNewMenu = true;
    command.run = [&window, pageId] {
        window.navigator().openPage(QString::fromLatin1(pageId));
        if (ui::Page* open = window.currentPage())
            open->newRecord();
    };
    window.addCommand(std::move(command));
}

void addScenes(ui::MainWindow& window, Workplace& workplace)
{
    // Asked for when the gallery is drawn, not at every start.
    const auto telling = [&database = workplace.context.database] {
        return exchange::tellingRecords(database.reader());
    };
    const auto record = [&window](const char* kind, qint64 key) -> QWidget* {
        if (key > 0)
            window.navigator().openRecord(QString::fromLatin1(kind), key);
        return &window;
    };
    const auto editor = [&window] { return window.findChild<ui::QuoteEditor*>(); };
    window.addScene({QStringLiteral("quote-editor"),
        [record, telling] { return record("quote", telling().quote); }});
    window.addScene({QStringLiteral("quote-preview"), [record, telling, editor]() -> QWidget* {
                         record("quote", telling().quote);
                         ui::QuoteEditor* const open = editor();
                         return open != nullptr ? open->preview() : nullptr;
                     }});
    window.addScene({QStringLiteral("item-cost"),
        [record, telling] { return record("item", telling().item); }});
    window.addScene({QStringLiteral("customer-panel"),
        [record, telling] { return record("customer", telling().customer); }});
    window.addScene({QStringLiteral("opportunity-panel"),
        [record, telling] { return record("opportunity", telling().opportunity); }});
    const auto made = [&window](const char* pageId, bool saved) -> QWidget* {
        window.navigator().openPage(QString::fromLatin1(pageId));
        if (ui::Page* open = window.currentPage()) {
            open->newRecord();
            if (saved)
                open->savePage();
        }
        return &window;
    };
    window.addScene({QStringLiteral("customer-form"), [made] { return made("customers", false); }});
    window.addScene(
        {QStringLiteral("customer-refused"), [made] { return made("customers", true); }});
    window.addScene(
        {QStringLiteral("opportunity-form"), [made] { return made("opportunities", true); }});
    window.addScene({QStringLiteral("item-form"), [made] { return made("items", true); }});
    window.addScene({QStringLiteral("quote-form"), [made] { return made("quotes", false); }});
    const auto filtered = [&window](const QString& words) {
        window.navigator().openPage(QStringLiteral("customers"));
        if (auto* list = qobject_cast<ui::ListPage*>(window.currentPage()))
            list->setFilterText(words);
        return static_cast<QWidget*>(&window);
    };
    window.addScene({QStringLiteral("customers-none"),
        [filtered] { return filtered(QStringLiteral("zzzz")); }});
    addListStateScenes(window);
    window.addScene({QStringLiteral("tasks"), [&window, filtered] {
                         filtered(QString());
                         if (window.navigator().jobs().listed().empty())
                             window.navigator().jobs().start(
                                 words(QT_TRANSLATE_NOOP("Main", "Export list")),
                                 [](JobControl&) -> Result<JobResult> { return JobResult(); });
                         window.commands().run(QStringLiteral("view.tasks"));
                         return static_cast<QWidget*>(&window);
                     }});
    window.addScene({QStringLiteral("palette"), [&window]() -> QWidget* {
                         window.openPalette(QStringLiteral("精密"));
                         return &window;
                     }});
}

} // namespace

void furnish(ui::MainWindow& window, Workplace& workplace)
{
    addPages(window, workplace);
    addNewCommand(window,
        "new.opportunity",
        QT_TRANSLATE_NOOP("Main", "New opportunity"),
        "target",
        "opportunities");
    addNewCommand(window,
        "new.customer",
        QT_TRANSLATE_NOOP("Main", "New customer"),
        "building-2",
        "customers");
    addNewCommand(
        window, "new.quote", QT_TRANSLATE_NOOP("Main", "New quote"), "file-text", "quotes");
    addRecordCommands(window, workplace.context.session);
    addCustomerCommands(window, workplace.context);
    ui::CommandSpec exportCommand;
    exportCommand.id = QStringLiteral("list.export");
    exportCommand.title = [] { return words(QT_TRANSLATE_NOOP("Main", "Export list")); };
    exportCommand.group = [] { return words(QT_TRANSLATE_NOOP("Main", "On this page")); };
    exportCommand.shortcuts = {QKeySequence(QStringLiteral("Ctrl+E"))};
    exportCommand.icon = QStringLiteral("download");
    exportCommand.run = [&window, &workplace] { exportList(window, workplace); };
    window.addCommand(std::move(exportCommand));
    addImport(window, workplace);
    window.setRecordSearch([&workplace](const ui::PaletteQuestion& question) {
        return answerPalette(workplace.context, question);
    });
    addSync(window, workplace);
    window.navigator().undoStack().setTakeBack(
        [undo = access::UndoService(workplace.context, exchange::undoRules())](
            std::span<const storage::JournalSpan> writes) { return undo.takeBack(writes); });
    addScenes(window, workplace);
}

} // namespace chengdan::app
