// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/saved_view.h"
#include "core/storage/list_memory.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using access::Role;
using access::RoleScope;
using access::SavedView;
using access::SavedViewService;
using tests::CompanyFixture;
using tests::value;

namespace {

SavedView namedView(const char* name, bool shared = false)
{
    SavedView view;
    view.page = QStringLiteral("customers");
    view.name = QString::fromLatin1(name);
    view.content.text = QStringLiteral("{\"filter\":\"x\"}");
    view.shared = shared;
    return view;
}

} // namespace

TEST_CASE("a private view is seen by its owner, a shared one by everybody", "[access][view]")
{
    CompanyFixture company({&schema::describe<SavedView>()});
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto boss = company.asOwner();
    const auto low = company.as(rep);
    value(SavedViewService(boss).save(namedView("mine")));
    value(SavedViewService(boss).save(namedView("for all", true)));
    value(SavedViewService(low).save(namedView("of li")));
    const auto seen = value(SavedViewService(low).viewsOf(QStringLiteral("customers")));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].name == QStringLiteral("for all"));
    CHECK(seen[1].name == QStringLiteral("of li"));
    CHECK(seen[1].content.text == QStringLiteral("{\"filter\":\"x\"}"));
    CHECK(value(SavedViewService(low).viewsOf(QStringLiteral("items"))).empty());
}

TEST_CASE("only who manages shares a view or changes a shared one", "[access][view]")
{
    CompanyFixture company({&schema::describe<SavedView>()});
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto boss = company.asOwner();
    const auto low = company.as(rep);
    CHECK_FALSE(SavedViewService(low).mayShare());
    const auto refused = SavedViewService(low).save(namedView("for all", true));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    SavedView shared = value(SavedViewService(boss).save(namedView("for all", true)));
    CHECK(SavedViewService(low).remove(shared.id).error().code == QStringLiteral("PERMISSION"));
    SavedView own = value(SavedViewService(low).save(namedView("of li")));
    CHECK(SavedViewService(boss).remove(own.id).error().code == QStringLiteral("NOT_YOURS"));
    value(SavedViewService(low).remove(own.id));
    CHECK(value(SavedViewService(low).viewsOf(QStringLiteral("customers"))).size() == 1);
}

TEST_CASE("two views of a list a person sees cannot bear one name", "[access][view]")
{
    CompanyFixture company({&schema::describe<SavedView>()});
    const auto boss = company.asOwner();
    SavedView view = value(SavedViewService(boss).save(namedView("mine")));
    const auto again = SavedViewService(boss).save(namedView(" mine "));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("DUPLICATE"));
    view.content.text = QStringLiteral("{}");
    CHECK(value(SavedViewService(boss).save(view)).content.text == QStringLiteral("{}"));
    const auto nameless = SavedViewService(boss).save(namedView("  "));
    REQUIRE_FALSE(nameless);
    CHECK(nameless.error().code == QStringLiteral("REQUIRED"));
}

TEST_CASE("how a person arranged a window is remembered for that person and never journalled",
    "[access][view]")
{
    CompanyFixture company;
    const QString key = QStringLiteral("list/customers/all");
    const PersonId me = company.owner->id();
    const qint64 before = company.count("SELECT count(*) FROM _op");
    value(
        storage::keepWindowMemory(*company.database, me, key, {{QStringLiteral("frozen"), true}}));
    CHECK(storage::windowMemory(company.reader(), me, key)[QStringLiteral("frozen")].toBool());
    CHECK(storage::windowMemory(company.reader(), PersonId::fromNumber(99), key).isEmpty());
    CHECK(company.count("SELECT count(*) FROM _op") == before);
    value(storage::keepWindowMemory(*company.database, me, key, {}));
    CHECK(storage::windowMemory(company.reader(), me, key).isEmpty());
}
