// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_search_index.h"
#include "core/customers/customer.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_index.h"
#include "tests/ui/window/window_desk.h"

using namespace chengdan;
using namespace chengdan::ui;

TEST_CASE("the search index of an old file is a task of the window's", "[ui][job][search]")
{
    tests::WindowDesk desk;
    const schema::RecordTypes types{&schema::describe<customers::Customer>()};
    const auto missing = [&] { return storage::searchRowsMissing(desk.database->reader()); };
    JobList& jobs = desk.window->navigator().jobs();
    app::fillSearchIndex(*desk.window, *desk.workplace);
    CHECK(jobs.listed().empty()); // whole: nothing to do, nothing to tell

    (void)desk.database->write(desk.session->id(), [&](storage::Transaction& tx) -> Result<void> {
        storage::Connection& connection = tx.connection();
        connection.execute(
            QStringLiteral("INSERT INTO _s_customer(_s_customer) VALUES ('delete-all')"));
        connection.execute(QStringLiteral("DELETE FROM _n_customer"));
        connection.execute(QStringLiteral(
            "INSERT INTO _search_rest(tbl, fed_from) SELECT 10, max(rid) + 1 FROM customer"));
        return {};
    });
    REQUIRE(missing() > 0);
    app::fillSearchIndex(*desk.window, *desk.workplace);
    REQUIRE(jobs.listed().size() == 1);
    QTRY_COMPARE(jobs.listed().front().state, JobState::Done);
    CHECK(missing() == 0);
    CHECK(storage::searchIndexProblems(desk.database->reader(), types).isEmpty());
}
