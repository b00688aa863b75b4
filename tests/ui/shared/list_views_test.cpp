// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shared/list_desk.h"
#include "ui/shared/filter_bar.h"
#include "ui/shared/filter_chips.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

using namespace chengdan;
using namespace chengdan::ui;
using chengdan::tests::ListDesk;

namespace {

QStringList tabTexts(ListDesk& desk)
{
    auto* tabs = desk.page->findChild<QTabBar*>();
    QStringList texts;
    for (int i = 0; i < tabs->count(); ++i)
        texts += tabs->tabText(i);
    return texts;
}

QStringList chipWords(ListDesk& desk)
{
    QStringList words;
    for (const FilterChips::Chip& chip : desk.page->findChild<FilterChips*>()->chips())
        words += chip.words;
    return words;
}

} // namespace

TEST_CASE("tabs show how many rows each view has", "[ui][shared][view]")
{
    ListDesk desk(300);
    REQUIRE(QTest::qWaitFor([&] { return tabTexts(desk)[1].endsWith(QStringLiteral("75")); }));
    CHECK(tabTexts(desk) == QStringList{QStringLiteral("All  300"), QStringLiteral("Grade A  75")});
    QTest::keyClick(&desk.table(), Qt::Key_2, Qt::AltModifier);
    desk.settle();
    CHECK(desk.page->view() == QStringLiteral("gradeA"));
    CHECK(desk.page->model().rowCount() == 75);
    QTest::keyClick(&desk.table(), Qt::Key_1, Qt::AltModifier);
    desk.settle();
    CHECK(desk.page->model().rowCount() == 300);
}

TEST_CASE("every condition stands as a chip in words and goes by a key", "[ui][shared][filter]")
{
    ListDesk desk(300);
    desk.page->setCondition(QStringLiteral("grade"), QStringLiteral("A"));
    desk.page->setCondition(QStringLiteral("city"), QStringLiteral("宁波"));
    desk.settle();
    CHECK(desk.page->model().rowCount() == 25);
    CHECK(chipWords(desk)
        == QStringList{QStringLiteral("City is 宁波"), QStringLiteral("Grade is A")});
    QWidget* chip = desk.child("customersChips1");
    REQUIRE(chip);
    CHECK(chip->accessibleName() == QStringLiteral("Filter: City is 宁波"));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    REQUIRE(QTest::qWaitFor([&] { return desk.page->conditions().size() == 1; }));
    desk.settle();
    CHECK(desk.page->model().rowCount() == 75);
    chip = desk.child("customersChips1");
    REQUIRE(chip);
    CHECK(chip->hasFocus());
    QTest::keyClick(chip, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return desk.page->conditions().isEmpty(); }));
    desk.settle();
    CHECK(desk.page->model().rowCount() == 300);
}

TEST_CASE("what a shipped view is made of is said by its tab, what a person adds by a chip",
    "[ui][shared][filter]")
{
    ListDesk desk(300);
    desk.page->setView(QStringLiteral("gradeA"));
    desk.settle();
    CHECK(chipWords(desk).isEmpty());
    desk.page->setCondition(QStringLiteral("city"), QStringLiteral("宁波"));
    desk.settle();
    CHECK(desk.page->model().rowCount() == 25);
    CHECK(chipWords(desk) == QStringList{QStringLiteral("City is 宁波")});
    QWidget* chip = desk.child("customersChips1");
    REQUIRE(chip);
    QTest::keyClick(chip, Qt::Key_Delete);
    REQUIRE(QTest::qWaitFor([&] { return desk.page->conditions().size() == 1; }));
    desk.settle();
    CHECK(desk.page->view() == QStringLiteral("gradeA"));
    CHECK(desk.page->model().rowCount() == 75);
}

TEST_CASE("a condition on any described column is made by keyboard", "[ui][shared][filter]")
{
    ListDesk desk(100);
    desk.page->openFilterBar(QStringLiteral("city"));
    auto* value = qobject_cast<QLineEdit*>(desk.child("customersFilterBarValue"));
    REQUIRE(value);
    CHECK(value->hasFocus());
    auto* kind = qobject_cast<QComboBox*>(desk.child("customersFilterBarComparison"));
    REQUIRE(kind);
    CHECK(ConditionKind(kind->currentData().toInt()) == ConditionKind::Has);
    QTest::keyClicks(value, QStringLiteral("x"));
    value->setText(QStringLiteral("波"));
    QTest::keyClick(value, Qt::Key_Return);
    desk.settle();
    CHECK(
        desk.page->conditions() == QVariantMap{{QStringLiteral("city:has"), QStringLiteral("波")}});
    CHECK(desk.page->model().rowCount() == 34);
    CHECK(chipWords(desk) == QStringList{QStringLiteral("City contains 波")});
    QTest::keyClick(value, Qt::Key_Escape);
    CHECK_FALSE(value->isVisible());
}

TEST_CASE("conditions keep their kinds of value when they are saved", "[ui][shared][filter]")
{
    const QVariantMap conditions{{QStringLiteral("stage"), QByteArray::fromHex("00ff10")},
        {QStringLiteral("next_on:before"), QDate(2026, 3, 12)},
        {QStringLiteral("amount:from"), qint64(9'007'199'254'740'993)},
        {QStringLiteral("grade:in"), QVariantList{QStringLiteral("A"), QStringLiteral("B")}},
        {QStringLiteral("name:has"), QStringLiteral("波")}};
    CHECK(conditionsFromJson(conditionsToJson(conditions)) == conditions);
}

TEST_CASE("a changed view shows a dot, is saved under a name and comes back", "[ui][shared][view]")
{
    ListDesk desk(100);
    CHECK_FALSE(desk.page->isViewChanged());
    QWidget* saveAs = desk.child("customersSaveViewAs");
    REQUIRE(saveAs);
    CHECK_FALSE(saveAs->isVisible());
    desk.page->setCondition(QStringLiteral("city"), QStringLiteral("宁波"));
    desk.page->sortBy(desk.column("number"), true);
    desk.settle();
    CHECK(desk.page->isViewChanged());
    CHECK(tabTexts(desk)[0].contains(QChar(0x2022)));
    CHECK(saveAs->isVisible());
    QTest::mouseClick(saveAs, Qt::LeftButton);
    auto* name = qobject_cast<QLineEdit*>(desk.child("customersViewName"));
    REQUIRE(name);
    CHECK(name->hasFocus());
    name->setText(QStringLiteral("宁波客户"));
    QTest::keyClick(name, Qt::Key_Return);
    desk.settle();
    REQUIRE(tabTexts(desk).size() == 3);
    CHECK(tabTexts(desk)[2].startsWith(QStringLiteral("宁波客户")));
    CHECK_FALSE(desk.page->isViewChanged());
    CHECK_FALSE(saveAs->isVisible());
    desk.open();
    QTest::keyClick(&desk.table(), Qt::Key_3, Qt::AltModifier);
    desk.settle();
    CHECK(desk.page->model().rowCount() == 34);
    CHECK(desk.page->model().request().sortColumn == QStringLiteral("number"));
    CHECK(desk.page->model().request().descending);
    desk.page->setCondition(QStringLiteral("city"), {});
    desk.settle();
    QWidget* save = desk.child("customersSaveView");
    REQUIRE(save);
    CHECK(save->isVisible());
    QTest::mouseClick(save, Qt::LeftButton);
    desk.settle();
    CHECK_FALSE(desk.page->isViewChanged());
    CHECK(desk.page->model().rowCount() == 100);
    // a second view of the same name is refused in place
    desk.page->saveViewAs(QStringLiteral("宁波客户"), false);
    CHECK(desk.child("customersMessage")->isVisible());
}

TEST_CASE("an empty list names the conditions that hold its rows back", "[ui][shared][states]")
{
    ListDesk desk(10);
    desk.page->setCondition(QStringLiteral("city"), QStringLiteral("杭州"));
    desk.settle();
    QWidget* empty = desk.child("customersEmpty");
    REQUIRE(empty);
    CHECK(empty->isVisible());
    QStringList words;
    for (const QLabel* label : empty->findChildren<QLabel*>())
        words += label->text();
    CHECK(words.join(QString()).contains(QStringLiteral("City is 杭州")));
    auto* clear = desk.page->findChild<QAbstractButton*>(QStringLiteral("customersEmptyAction"));
    REQUIRE(clear);
    clear->click();
    desk.settle();
    CHECK(desk.page->model().rowCount() == 10);
}

TEST_CASE("who may not see a list is told why instead", "[ui][shared][states]")
{
    ListDesk desk(10);
    ListSetup setup = desk.setup();
    setup.refusal = [] { return QStringLiteral("Ask 王雪 for the right to see this"); };
    ListPage refused(std::move(setup));
    refused.resize(1200, 700);
    refused.show();
    QStringList words;
    for (const QLabel* label : refused.findChildren<QLabel*>())
        words += label->isVisible() ? label->text() : QString();
    CHECK(words.contains(QStringLiteral("Ask 王雪 for the right to see this")));
    CHECK_FALSE(refused.model().isLoading());
    CHECK(refused.model().rowCount() == 0);
}
