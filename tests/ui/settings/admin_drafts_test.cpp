// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/settings.h"
#include "tests/ui/settings/settings_desk.h"
#include "ui/settings/company_page.h"
#include "ui/settings/fields_page.h"
#include "ui/settings/people_page.h"
#include "ui/settings/places_page.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"

#include <QLineEdit>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// What closing the window does to everything that is typed on a page.
void keepWhatIsTyped(QWidget& page)
{
    for (ui::DraftKeeper* keeper : page.findChildren<ui::DraftKeeper*>()) {
        keeper->keepNow();
        keeper->finish();
    }
}

QString typedInto(ui::RecordForm& form, const char* key)
{
    auto* edit = qobject_cast<QLineEdit*>(form.field(QString::fromLatin1(key))->editor());
    REQUIRE(edit != nullptr);
    return edit->text();
}

// Types into a new record of one page, closes it, and answers what the next page shows there.
template <typename Make>
QString typedAfterClosing(SettingsDesk& desk, const Make& make, const char* key)
{
    {
        const auto page = make();
        desk.show(*page);
        page->newRecord();
        auto* field = page->panel().form()->field(QString::fromLatin1(key));
        field->editor()->setFocus(Qt::TabFocusReason);
        desk.type(QStringLiteral("half"));
        keepWhatIsTyped(*page);
    }
    const auto page = make();
    desk.show(*page);
    page->newRecord();
    return typedInto(*page->panel().form(), key);
}

} // namespace

TEST_CASE(
    "half-typed people, teams, regions and fields outlive the window", "[ui][settings][draft]")
{
    SettingsDesk desk;
    const auto people = [&] {
        return std::make_unique<ui::PeoplePage>(*desk.context, desk.navigator);
    };
    const auto places = [&](ui::PlacesPage::Kind kind) {
        return [&desk, kind] {
            return std::make_unique<ui::PlacesPage>(*desk.context, desk.navigator, kind);
        };
    };
    const auto fields = [&] {
        return std::make_unique<ui::FieldsPage>(*desk.context, desk.navigator);
    };
    CHECK(typedAfterClosing(desk, people, "login") == QStringLiteral("half"));
    CHECK(typedAfterClosing(desk, places(ui::PlacesPage::Kind::Teams), "name")
        == QStringLiteral("half"));
    CHECK(typedAfterClosing(desk, places(ui::PlacesPage::Kind::Regions), "name")
        == QStringLiteral("half"));
    CHECK(typedAfterClosing(desk, fields, "label_zh") == QStringLiteral("half"));
}

TEST_CASE(
    "half-typed company settings outlive the window until they are saved", "[ui][settings][draft]")
{
    SettingsDesk desk;
    const auto formOf = [](QWidget& page) -> ui::RecordForm& {
        return child<ui::RecordForm>(page, "companyForm");
    };
    {
        ui::CompanyPage page(*desk.context, desk.navigator);
        desk.show(page);
        formOf(page).field(QStringLiteral("company.phone"))->editor()->setFocus();
        desk.type(QStringLiteral("0574-1"));
        keepWhatIsTyped(page);
    }
    {
        ui::CompanyPage page(*desk.context, desk.navigator);
        desk.show(page);
        CHECK(typedInto(formOf(page), "company.phone") == QStringLiteral("0574-1"));
        CHECK(formOf(page).isChanged());
        REQUIRE(formOf(page).save());
        keepWhatIsTyped(page);
    }
    CHECK(storage::draftsOf(desk.database->reader(), desk.owner->id()).empty());
    CHECK(access::settingText(desk.database->reader(), access::SettingKey::CompanyPhone)
        == QStringLiteral("0574-1"));
}
