// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/items_page.h"

#include "core/catalog/item.h"
#include "ui/catalog/item_panel.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_source.h"

namespace chengdan::ui {

namespace {

const QStringList& itemColumns()
{
    static const QStringList columns{QStringLiteral("code"),
        QStringLiteral("name"),
        QStringLiteral("spec"),
        QStringLiteral("kind"),
        QStringLiteral("base_uom"),
        QStringLiteral("item_group"),
        QStringLiteral("drawing_no"),
        QStringLiteral("drawing_rev")};
    return columns;
}

std::vector<ColumnSpec> itemSpecs()
{
    const auto& type = schema::describe<catalog::Item>();
    std::vector<ColumnSpec> specs;
    for (const QString& name : itemColumns())
        specs.push_back(columnSpec(type, name));
    specs[0].width = 150;
    specs[1].stretch = true;
    specs[1].width = 220;
    specs[2].width = 200;
    specs[2].subdued = true;
    specs[3].kind = CellKind::Tag;
    specs[3].width = 110;
    const auto kindText = specs[3].look;
    specs[3].look = [kindText](const QVariant& value) {
        CellLook look = kindText(value);
        const QString code = value.toString();
        look.tone = code == QLatin1String("make") ? Tone::Accent
            : code == QLatin1String("buy")        ? Tone::Neutral
            : code == QLatin1String("service")    ? Tone::Violet
                                                  : Tone::Info;
        return look;
    };
    specs[4].width = 70;
    specs[5].width = 120;
    specs[5].priority = 1;
    specs[6].width = 130;
    specs[6].priority = 1;
    specs[7].width = 80;
    specs[7].priority = 2;
    return specs;
}

} // namespace

ListSetup ItemsPage::setup(const access::Context& context)
{
    ListSetup setup;
    setup.name = QStringLiteral("items");
    setup.title = [] { return tr("Products and BOM"); };
    setup.source = std::make_unique<RecordListSource>(context.database,
        schema::describe<catalog::Item>(),
        itemColumns(),
        std::vector<PersonId>());
    setup.columns = [] { return itemSpecs(); };
    setup.filterHint = [] { return tr("Item code, name, specification, drawing"); };
    setup.emptyIcon = QStringLiteral("boxes");
    setup.emptyText = [] { return tr("There are no items yet; Ctrl+I imports them from a file"); };
    setup.views = {{QStringLiteral("all"), [] { return tr("All items"); }, {}},
        {QStringLiteral("made"),
            [] { return tr("Made"); },
            {{QStringLiteral("kind"), QStringLiteral("make")}}},
        {QStringLiteral("bought"),
            [] { return tr("Bought"); },
            {{QStringLiteral("kind"), QStringLiteral("buy")}}},
        {QStringLiteral("sold"),
            [] { return tr("For sale"); },
            {{QStringLiteral("sales_item"), qint64{1}}}}};
    setup.start.sortColumn = QStringLiteral("code");
    setup.context = &context;
    setup.type = &schema::describe<catalog::Item>();
    setup.today = context.clock.today();
    return setup;
}

ItemsPage::ItemsPage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : ListPage(setup(context), parent)
    , m_panel(new ItemPanel(context))
{
    setPanel(m_panel);
    connectEditing(*this, *m_panel, navigator);
    connect(this, &ListPage::rowActivated, this, [&navigator](qint64 key) {
        navigator.openRecord(QStringLiteral("item"), key);
    });
    connect(m_panel, &ItemPanel::created, this, [this](qint64 key) {
        clearFilters();
        reload();
        selectKey(key);
    });
    followChanges(*this, context.database, schema::describe<catalog::Item>());
}

bool ItemsPage::newRecord()
{
    setPanelOpen(true);
    return m_panel->newItem();
}

bool ItemsPage::editRecord()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->editRecord();
}

bool ItemsPage::deleteRecord()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->deleteRecord();
}

void ItemsPage::savePage()
{
    if (m_panel->isEditing())
        m_panel->form()->save();
}

bool ItemsPage::closeInner()
{
    return m_panel->closeInner() || ListPage::closeInner();
}

} // namespace chengdan::ui
