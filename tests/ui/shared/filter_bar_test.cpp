// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shared/list_desk.h"
#include "ui/shared/field_editor.h"
#include "ui/shared/filter_bar.h"

#include <QComboBox>

#include <algorithm>

using namespace chengdan;
using namespace chengdan::ui;
using chengdan::tests::ListDesk;

namespace {

qsizetype widgetsOfNobody()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    return std::count_if(
        all.begin(), all.end(), [](const QWidget* widget) { return !widget->parentWidget(); });
}

} // namespace

TEST_CASE(
    "a filter row is made when it is asked for and leaves no widget behind", "[ui][shared][filter]")
{
    ListDesk desk(3);
    CHECK(desk.page->findChild<FilterBar*>() == nullptr);
    const qsizetype before = widgetsOfNobody();
    desk.page->openFilterBar();
    REQUIRE(desk.page->findChildren<FilterBar*>().size() == 1);
    CHECK(widgetsOfNobody() == before);
    desk.page->openFilterBar(QStringLiteral("city"));
    CHECK(desk.page->findChildren<FilterBar*>().size() == 1);
    CHECK(widgetsOfNobody() == before);
}

TEST_CASE("Tab goes through the filter row from left to right", "[ui][shared][filter]")
{
    ListDesk desk(3);
    desk.page->openFilterBar(QStringLiteral("city"));
    for (int i = 0; i < 2; ++i) { // also after another column has brought another field
        auto* column = desk.child("customersFilterBarColumn");
        REQUIRE(column);
        column->setFocus();
        QStringList stops;
        for (int stop = 0; stop < 5 && QApplication::focusWidget(); ++stop) {
            stops += QApplication::focusWidget()->objectName().mid(18);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        CHECK(stops
            == QStringList{QStringLiteral("Column"),
                QStringLiteral("Comparison"),
                QStringLiteral("Value"),
                QStringLiteral("Add"),
                QStringLiteral("Close")});
        static_cast<QComboBox*>(column)->setCurrentIndex(
            static_cast<QComboBox*>(column)->findData(QStringLiteral("phone")));
    }
}

TEST_CASE("only columns a person can type are offered for filtering", "[ui][shared][filter]")
{
    ListDesk desk(3);
    desk.page->openFilterBar();
    const auto* columns = qobject_cast<QComboBox*>(desk.child("customersFilterBarColumn"));
    REQUIRE(columns);
    int typed = 0;
    for (const schema::Column& column : schema::describe<customers::Customer>().columns) {
        if (!column.label || *column.label == '\0')
            continue;
        const auto editor = makeFieldEditor(
            fieldSpec(column, *desk.company.database), *desk.company.database, QDate(2026, 3, 12));
        const bool offered = columns->findData(QString::fromLatin1(column.name)) >= 0;
        INFO(column.name);
        CHECK(offered == (editor != nullptr));
        typed += offered ? 1 : 0;
        if (editor)
            delete editor->widget();
    }
    CHECK(typed > 5);
}
