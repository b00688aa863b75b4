// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item_service.h"
#include "tests/ui/edit/edit_desk.h"
#include "ui/catalog/item_panel.h"
#include "ui/catalog/items_page.h"

#include <QComboBox>
#include <QLineEdit>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

class ItemDesk : public EditDesk<ui::ItemsPage> {
public:
    ItemDesk()
        : EditDesk(catalog::recordTypes())
    {
        uom = value(database->write(
            owner->id(), [&](storage::Transaction& transaction) -> Result<catalog::Uom> {
                catalog::Uom piece;
                piece.id = UomId::make(ids);
                piece.code = QStringLiteral("pcs");
                piece.name = QStringLiteral("件");
                piece.category = QStringLiteral("count");
                storage::insert(transaction, piece);
                return piece;
            }));
        catalog::Item shaft;
        shaft.code = QStringLiteral("SH-100");
        shaft.name = QStringLiteral("主轴");
        shaft.baseUom = uom.id;
        item = value(catalog::ItemService(context).create(shaft));
        open();
    }
    catalog::ItemCard card(const QString& code)
    {
        return value(catalog::ItemService(context).get(code));
    }
    catalog::Uom uom;
    catalog::Item item;
};

} // namespace

TEST_CASE("an item and its fixed cost are edited in one form", "[ui][edit][catalog]")
{
    ItemDesk desk;
    desk.press(Qt::Key_F2);
    REQUIRE(desk.page->panel().isEditing());
    desk.go("spec");
    desk.type(QStringLiteral("40Cr D50"));
    desk.go("kind");
    auto* kind = static_cast<QComboBox*>(desk.form().field(QStringLiteral("kind"))->editor());
    kind->setCurrentIndex(kind->findData(QStringLiteral("make")));
    desk.go("fixed_cost");
    desk.type(QStringLiteral("86.125"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(desk.page->panel().isEditing());
    const auto card = desk.card(QStringLiteral("SH-100"));
    CHECK(card.item.spec == QStringLiteral("40Cr D50"));
    CHECK(card.item.kind == catalog::ItemKind::Make);
    REQUIRE(card.cost.has_value());
    CHECK(card.cost->fixedCost == std::optional(UnitPrice::fromRaw(86'125'000)));
}

TEST_CASE("an item whose cost is refused is not saved by half", "[ui][edit][catalog]")
{
    ItemDesk desk;
    desk.press(Qt::Key_F2);
    desk.go("name");
    desk.retype(QStringLiteral("spindle"));
    desk.go("fixed_cost");
    desk.type(QStringLiteral("-1"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(desk.error("fixed_cost").isEmpty());
    const auto card = desk.card(QStringLiteral("SH-100"));
    CHECK(card.item.name == QStringLiteral("主轴"));
    CHECK_FALSE(card.cost.has_value());
}

TEST_CASE("a new item is entered in the panel and chosen in the list", "[ui][edit][catalog]")
{
    ItemDesk desk;
    REQUIRE(desk.page->newRecord());
    CHECK(desk.focused() == QStringLiteral("itemPanelForm_code"));
    desk.type(QStringLiteral("SH-200"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("副轴"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(desk.page->panel().isEditing());
    const auto card = desk.card(QStringLiteral("SH-200"));
    CHECK(card.baseUom.code == QStringLiteral("pcs")); // counted like the one looked at
    desk.settle();
    CHECK(desk.page->currentKey() == std::optional(card.item.meta.rid));
    desk.page->newRecord();
    desk.type(QStringLiteral("SH-200"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("again"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(desk.error("code").isEmpty()); // taken
}

TEST_CASE("who may not see costs edits an item without them", "[ui][edit][catalog]")
{
    ItemDesk desk;
    access::Rights rights;
    rights.set(static_cast<std::size_t>(access::Right::ItemEdit));
    const access::Session engineer(desk.owner->person(), rights, true, {});
    const access::Context theirs = desk.as(engineer);
    ui::ItemsPage page(theirs, desk.navigator);
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(!page.model().isLoading() && page.currentKey(), 10'000);
    REQUIRE(page.editRecord());
    CHECK(page.panel().form()->field(QStringLiteral("name")) != nullptr);
    CHECK(page.panel().form()->field(QStringLiteral("fixed_cost")) == nullptr);
}
