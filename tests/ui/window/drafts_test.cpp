// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_access.h"
#include "app/chengdan/window_drafts.h"
#include "core/customers/customer_service.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/customers/customers_page.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/form.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

struct DraftsDesk : tests::WindowDesk {
    DraftsDesk() { app::addAdministration(*window, *workplace); }
    // The program ends while something is typed, and is started again.
    void restart()
    {
        for (DraftKeeper* keeper : window->findChildren<DraftKeeper*>()) {
            keeper->keepNow();
            keeper->finish();
        }
        window = std::make_unique<MainWindow>(ShellOptions());
        app::furnish(*window, *workplace);
        app::addAdministration(*window, *workplace);
        window->resize(1440, 900);
        window->start();
        window->show();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        settle();
    }
    std::vector<storage::Draft> drafts()
    {
        return storage::draftsOf(database->reader(), session->id());
    }
    bool goOn()
    {
        const auto kept = drafts();
        REQUIRE(kept.size() == 1);
        const bool opened = app::openDraft(*window, *workplace, kept.front());
        settle();
        return opened;
    }
    RecordForm* openForm()
    {
        for (EditPanel* panel : window->currentPage()->findChildren<EditPanel*>()) {
            if (panel->isVisible() && panel->isEditing())
                return panel->form();
        }
        return nullptr;
    }
    QString typed(const char* key)
    {
        RecordForm* form = openForm();
        if (form == nullptr || form->field(QString::fromLatin1(key)) == nullptr)
            return QStringLiteral("no form is open");
        auto* edit = qobject_cast<QLineEdit*>(form->field(QString::fromLatin1(key))->editor());
        return edit == nullptr ? QString() : edit->text();
    }
    void into(const char* key, const QString& text)
    {
        REQUIRE(openForm() != nullptr);
        openForm()->field(QString::fromLatin1(key))->editor()->setFocus(Qt::TabFocusReason);
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    customers::Customer customerWithContacts()
    {
        const auto contact = storage::selectOne<customers::Contact>(
            database->reader(), QStringLiteral("1 = 1 ORDER BY rid"));
        REQUIRE(contact.has_value());
        return tests::value(database->read([&](storage::Connection& connection) {
            return storage::load<customers::Customer>(connection, contact->customer);
        }));
    }
    void openCustomer(qint64 key)
    {
        window->navigator().openRecord(QStringLiteral("customer"), key);
        settle();
    }
    CustomersPage& customersPage()
    {
        auto* page = dynamic_cast<CustomersPage*>(window->currentPage());
        REQUIRE(page != nullptr);
        return *page;
    }
};

} // namespace

TEST_CASE("going on opens the form of an item that was being entered", "[ui][window][draft]")
{
    DraftsDesk desk;
    desk.open("items");
    REQUIRE(desk.window->currentPage()->newRecord());
    desk.into("code", QStringLiteral("X-77"));
    desk.restart();
    CHECK(desk.goOn());
    CHECK(desk.window->currentPageId() == QStringLiteral("items"));
    CHECK(desk.typed("code") == QStringLiteral("X-77"));
}

TEST_CASE("going on opens the form of an item that was being edited", "[ui][window][draft]")
{
    DraftsDesk desk;
    desk.open("items");
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F2);
    desk.into("spec", QStringLiteral("M8x20"));
    desk.restart();
    CHECK(desk.goOn());
    CHECK(desk.window->currentPageId() == QStringLiteral("items"));
    CHECK(desk.typed("spec") == QStringLiteral("M8x20"));
}

TEST_CASE("going on opens the form of a customer that was being edited", "[ui][window][draft]")
{
    DraftsDesk desk;
    const auto customer = desk.customerWithContacts();
    desk.openCustomer(customer.meta.rid);
    REQUIRE(desk.customersPage().editRecord());
    desk.into("phone", QStringLiteral("0574-77"));
    desk.restart();
    CHECK(desk.goOn());
    CHECK(desk.typed("phone") == QStringLiteral("0574-77"));
}

TEST_CASE("going on with a contact opens its customer", "[ui][window][draft]")
{
    DraftsDesk desk;
    const auto customer = desk.customerWithContacts();
    desk.openCustomer(customer.meta.rid);
    SECTION("a new one in its form")
    {
        REQUIRE(desk.customersPage().addContact());
        desk.into("name", QStringLiteral("Zhou"));
        desk.restart();
        CHECK(desk.goOn());
        CHECK(desk.customersPage().currentKey() == customer.meta.rid);
        CHECK(desk.typed("name") == QStringLiteral("Zhou"));
    }
    SECTION("one that was being edited in the panel")
    {
        const auto contacts = customers::contactsOf(desk.database->reader(), customer.id);
        REQUIRE_FALSE(contacts.empty());
        const storage::DraftKey key{desk.session->id(),
            QStringLiteral("recordForm"),
            QStringLiteral("contact ") + QString::fromLatin1(contacts[0].id.raw().bytes().toHex())};
        REQUIRE(storage::saveDraft(
            *desk.database, key, {{QStringLiteral("0.name"), QStringLiteral("=Zhou")}}));
        desk.restart();
        CHECK(desk.goOn());
        CHECK(desk.customersPage().currentKey() == customer.meta.rid);
        CHECK(desk.customersPage().isPanelOpen());
    }
}

TEST_CASE("going on opens the section of the administration and its form", "[ui][window][draft]")
{
    DraftsDesk desk;
    desk.window->commands().run(QStringLiteral("admin.regions"));
    desk.settle();
    REQUIRE(desk.window->currentPage()->newRecord());
    desk.into("name", QStringLiteral("Huadong"));
    desk.restart();
    CHECK(desk.goOn());
    CHECK(desk.window->currentPageId() == QStringLiteral("admin"));
    CHECK(desk.typed("name") == QStringLiteral("Huadong"));
}

TEST_CASE("going on opens the company settings that were being typed", "[ui][window][draft]")
{
    DraftsDesk desk;
    const auto companyForm = [&desk]() -> RecordForm& {
        return desk.find<RecordForm>("companyForm");
    };
    desk.window->commands().run(QStringLiteral("admin.company"));
    const auto phone = QStringLiteral("company.phone");
    REQUIRE(companyForm().field(phone) != nullptr);
    companyForm().field(phone)->editor()->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("0574-55"));
    desk.restart();
    CHECK(desk.goOn());
    CHECK(desk.window->currentPageId() == QStringLiteral("admin"));
    CHECK(companyForm().isVisible());
    CHECK(static_cast<QLineEdit*>(companyForm().field(phone)->editor())->text()
        == QStringLiteral("0574-55"));
    CHECK_FALSE(app::draftTitle(*desk.database, desk.drafts().front(), desk.clock.today())
                    .contains(QStringLiteral("recordForm")));
}

TEST_CASE("a draft whose record is gone is told, not passed over", "[ui][window][draft]")
{
    DraftsDesk desk;
    const storage::DraftKey key{desk.session->id(),
        QStringLiteral("recordForm"),
        QStringLiteral("contact 0190000000007000800000000000ffff")};
    REQUIRE(storage::saveDraft(
        *desk.database, key, {{QStringLiteral("0.name"), QStringLiteral("=Zhou")}}));
    CHECK_FALSE(app::openDraft(*desk.window, *desk.workplace, desk.drafts().front()));
    bool asked = false;
    QMetaObject::invokeMethod(
        desk.window.get(),
        [&asked] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            asked = box != nullptr;
            if (asked)
                box->defaultButton()->click();
        },
        Qt::QueuedConnection);
    app::offerDrafts(*desk.window, *desk.workplace);
    CHECK(asked);
    CHECK(desk.find<QWidget>("toast").isVisible());
    CHECK_FALSE(desk.find<QLabel>("toastText").text().isEmpty());
}
