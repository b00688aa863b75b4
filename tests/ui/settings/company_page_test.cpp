// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/settings.h"
#include "tests/ui/settings/settings_desk.h"
#include "ui/settings/company_page.h"
#include "ui/shared/form.h"
#include "ui/shared/record_form.h"

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("how long a copy opens without its server is set by keyboard, between one day and ninety",
    "[ui][settings]")
{
    SettingsDesk desk;
    ui::CompanyPage page(*desk.context, desk.navigator);
    desk.show(page);
    page.activated();
    auto& form = child<ui::RecordForm>(page, "companyForm");
    ui::FormField* days = form.field(access::keyOf(access::SettingKey::CopyDays));
    REQUIRE(days != nullptr);
    const auto stored = [&] {
        return access::settingText(desk.database->reader(), access::SettingKey::CopyDays);
    };
    CHECK(stored() == QStringLiteral("14"));
    days->editor()->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("91"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(days->error().isEmpty());
    CHECK(stored() == QStringLiteral("14"));
    REQUIRE(days->editor()->hasFocus());
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("7"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(days->error().isEmpty());
    CHECK(stored() == QStringLiteral("7"));
}
