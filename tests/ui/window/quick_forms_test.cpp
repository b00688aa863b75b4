// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/shared/form.h"

#include <QLineEdit>

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("Ctrl+S saves the quick form, or says beside the field why not", "[ui][window]")
{
    WindowDesk desk;
    desk.open("customers");
    const auto named = [&](const QString& name) {
        return storage::select<customers::Customer>(
            desk.database->reader(), QStringLiteral("name = ?"), {storage::bind(name)})
            .size();
    };
    desk.press(Qt::Key_N, Qt::ControlModifier);
    auto* name = desk.window->findChild<QLineEdit*>(QStringLiteral("newCustomerName"));
    REQUIRE(name != nullptr);
    REQUIRE(name->hasFocus());

    desk.press(Qt::Key_S, Qt::ControlModifier);
    auto* field = qobject_cast<ui::FormField*>(name->parentWidget());
    REQUIRE(field != nullptr);
    CHECK_FALSE(field->error().isEmpty());
    CHECK(name->hasFocus());

    const QString company = QStringLiteral("绍兴越城轴承有限公司");
    desk.type(company);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    desk.settle();
    CHECK(named(company) == 1);
    CHECK_FALSE(name->isVisible());
}
