// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"
#include "tests/support/demo_copy.h"
#include "ui/customers/customer_subjects.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

struct FormDesk {
    FormDesk()
    {
        Theme::instance().install(*qApp);
        database =
            tests::value(exchange::openCompany(tests::demoCompanyCopy(dir.path(), clock), clock));
        session.emplace(tests::value(access::openSession(*database)));
        context.emplace(access::Context{*database, *session, clock, ids});
        customers = storage::select<customers::Customer>(
            database->reader(), QStringLiteral("ORDER BY rid LIMIT 2"));
    }
    std::unique_ptr<RecordForm> edit(std::size_t which)
    {
        auto form = std::make_unique<RecordForm>(QStringLiteral("edit"), *database, clock.today());
        form->begin(std::make_unique<CustomerSubject>(*context, customers.at(which)));
        return form;
    }
    static QLineEdit& phone(RecordForm& form)
    {
        auto* edit = qobject_cast<QLineEdit*>(form.field(QStringLiteral("phone"))->editor());
        REQUIRE(edit != nullptr);
        return *edit;
    }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1773295380000), QDate(2026, 3, 12)};
    IdSource ids{clock, 9};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::optional<access::Context> context;
    std::vector<customers::Customer> customers;
};

} // namespace

TEST_CASE("what was typed into a record's form is there again after a crash", "[ui][draft]")
{
    FormDesk desk;
    {
        const auto form = desk.edit(0);
        FormDesk::phone(*form).clear();
        QTest::keyClicks(&FormDesk::phone(*form), QStringLiteral("0574-99"));
        form->findChild<DraftKeeper*>()->keepNow();
        form->findChild<DraftKeeper*>()->finish();
        REQUIRE(storage::draftsOf(desk.database->reader(), desk.session->id()).size() == 1);
    } // the program ends here: nobody saved and nobody gave it up
    const auto other = desk.edit(1);
    CHECK_FALSE(other->isChanged());
    const auto form = desk.edit(0);
    CHECK(form->isChanged());
    CHECK(FormDesk::phone(*form).text() == QStringLiteral("0574-99"));
    SECTION("saving forgets it")
    {
        REQUIRE(form->saveAndClose());
        CHECK_FALSE(desk.edit(0)->isChanged());
        CHECK(
            storage::find<customers::Customer>(desk.database->reader(), desk.customers[0].id)->phone
            == QStringLiteral("0574-99"));
    }
    SECTION("what is set back by hand is forgotten too")
    {
        FormDesk::phone(*form).setText(desk.customers[0].phone);
        QTest::keyClick(&FormDesk::phone(*form), Qt::Key_End);
        form->findChild<DraftKeeper*>()->keepNow();
        form->findChild<DraftKeeper*>()->finish();
        CHECK(storage::draftsOf(desk.database->reader(), desk.session->id()).empty());
    }
}
