// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_pages.h"

#include "core/catalog/item.h"
#include "core/customers/customer.h"
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
#include "ui/quoting/quotes_page.h"
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
    home.factory = [&context](ui::Navigator& navigator) {
        return new ui::DashboardPage(context, navigator);
    };
    window.addPage(std::move(home));

    auto opportunities =
        page("opportunities", QT_TRANSLATE_NOOP("Main", "Opportunities"), "target", "Ctrl+3", 0);
    opportunities.recordKinds = {QStringLiteral("opportunity"), QStringLiteral("stage")};
    opportunities.factory = [&context](ui::Navigator& navigator) {
        return new ui::OpportunitiesPage(context, navigator);
    };
    window.addPage(std::move(opportunities));

    auto customers =
        page("customers", QT_TRANSLATE_NOOP("Main", "Customers"), "building-2", "Ctrl+4", 0);
    customers.recordKinds = {QStringLiteral("customer")};
    customers.factory = [&context](ui::Navigator& navigator) {
        return new ui::CustomersPage(context, navigator);
    };
    window.addPage(std::move(customers));

    auto quotes = page("quotes", QT_TRANSLATE_NOOP("Main", "Quotes"), "file-text", "Ctrl+5", 0);
    quotes.recordKinds = {QStringLiteral("quote")};
    quotes.factory = [&workplace](ui::Navigator& navigator) {
        return new ui::QuotesPage(workplace.context, workplace.costs, navigator);
    };
    window.addPage(std::move(quotes));

    auto items = page("items", QT_TRANSLATE_NOOP("Main", "Products and BOM"), "boxes", "", 1);
    items.factory = [&context](
                        ui::Navigator& navigator) { return new ui::ItemsPage(context, navigator); };
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

// What the palette looks through, in the order of its groups.
struct Searched {
    const schema::RecordType& type;
    const char* kind;
    const char* title;
    const char* detail;
    const char* icon;
    const char* group;
};

std::vector<ui::PaletteHit> searchRecords(const access::Context& context, const QString& text)
{
    const Searched kinds[] = {
        {schema::describe<customers::Customer>(),
            "customer",
            "name",
            "city",
            "building-2",
            QT_TRANSLATE_NOOP("Main", "Customers")},
        {schema::describe<pipeline::Opportunity>(),
            "opportunity",
            "name",
            "customer",
            "target",
            QT_TRANSLATE_NOOP("Main", "Opportunities")},
        {schema::describe<quoting::Quote>(),
            "quote",
            "number",
            "customer",
            "file-text",
            QT_TRANSLATE_NOOP("Main", "Quotes")},
        {schema::describe<catalog::Item>(),
            "item",
            "code",
            "name",
            "boxes",
            QT_TRANSLATE_NOOP("Main", "Items")},
    };
    constexpr int kPerGroup = 6;
    std::vector<ui::PaletteHit> hits;
    const auto found = context.database.read([&](storage::Connection& connection) -> Result<void> {
        for (const Searched& searched : kinds) {
            storage::ListQuery query;
            query.type = &searched.type;
            query.types = &context.database.types();
            query.text = text;
            if (searched.type.scope == schema::Scope::Root)
                query.owners = context.session.visibleOwners();
            const auto keys = storage::listKeys(connection, query, kPerGroup);
            for (const auto& row : storage::listRows(connection,
                     context.database.types(),
                     searched.type,
                     {QString::fromLatin1(searched.title), QString::fromLatin1(searched.detail)},
                     keys)) {
                ui::PaletteHit hit;
                hit.kind = QString::fromLatin1(searched.kind);
                hit.key = row.rid;
                hit.text = schema::toText(row.values[0]);
                hit.detail =
                    row.titles[1].isEmpty() ? schema::toText(row.values[1]) : row.titles[1];
                hit.icon = QString::fromLatin1(searched.icon);
                hit.group = [group = searched.group] { return words(group); };
                hits.push_back(std::move(hit));
            }
        }
        return {};
    });
    return found ? hits : std::vector<ui::PaletteHit>();
}

void addScenes(ui::MainWindow& window, Workplace& workplace)
{
    const access::Context& context = workplace.context;
    const auto first = [&context](const schema::RecordType& type,
                           const char* column,
                           const char* value) -> qint64 {
        storage::ListQuery query;
        query.type = &type;
        query.types = &context.database.types();
        if (column != nullptr)
            query.filters.push_back(
                {QString::fromLatin1(column), storage::Compare::Equal, QString::fromLatin1(value)});
        const auto keys = context.database.read(
            [&](storage::Connection& connection) -> Result<std::vector<qint64>> {
                return storage::listKeys(connection, query, 1);
            });
        return keys && !keys->empty() ? keys->front() : 0;
    };
    const auto record = [&window](const char* kind, qint64 key) -> QWidget* {
        if (key > 0)
            window.navigator().openRecord(QString::fromLatin1(kind), key);
        return &window;
    };
    window.addScene({QStringLiteral("quote-editor"), [record, first] {
                         return record(
                             "quote", first(schema::describe<quoting::Quote>(), nullptr, nullptr));
                     }});
    window.addScene({QStringLiteral("item-cost"), [record, first] {
                         return record(
                             "item", first(schema::describe<catalog::Item>(), "kind", "make"));
                     }});
    window.addScene({QStringLiteral("opportunity-panel"), [record, first] {
                         return record("opportunity",
                             first(schema::describe<pipeline::Opportunity>(), nullptr, nullptr));
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
    window.setSearch(
        [&workplace](const QString& text) { return searchRecords(workplace.context, text); });
    window.setSyncState(QStringLiteral("hard-drive"), ui::Tone::Ok, [] {
        return words(QT_TRANSLATE_NOOP("Main", "On this PC"));
    });
    addScenes(window, workplace);
}

} // namespace chengdan::app
