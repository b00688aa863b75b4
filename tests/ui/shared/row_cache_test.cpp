// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/shared/row_cache.h"

#include <numeric>

using chengdan::ui::RowCache;

namespace {

std::vector<int> pageOfNumbers(int page)
{
    std::vector<int> rows(RowCache<int>::kPageRows);
    std::iota(rows.begin(), rows.end(), page * int(RowCache<int>::kPageRows));
    return rows;
}

} // namespace

TEST_CASE("a row is found in the page that holds it and nowhere else", "[ui][shared][cache]")
{
    RowCache<int> cache;
    cache.insert(2, pageOfNumbers(2));
    REQUIRE(cache.find(130));
    CHECK(*cache.find(130) == 130);
    CHECK(*cache.find(191) == 191);
    CHECK(cache.find(127) == nullptr);
    CHECK(cache.find(192) == nullptr);
}

TEST_CASE("the page looked at longest ago leaves first", "[ui][shared][cache]")
{
    RowCache<int> cache(3);
    for (int page = 0; page < 3; ++page)
        cache.insert(std::size_t(page), pageOfNumbers(page));
    REQUIRE(cache.find(0)); // page 0 is now the youngest
    cache.insert(3, pageOfNumbers(3));
    CHECK(cache.pages() == 3);
    CHECK(cache.holds(0));
    CHECK_FALSE(cache.holds(1));
    CHECK(cache.holds(2));
}

TEST_CASE("a short last page holds no rows beyond its end", "[ui][shared][cache]")
{
    RowCache<int> cache;
    cache.insert(0, {7, 8});
    CHECK(*cache.find(1) == 8);
    CHECK(cache.find(2) == nullptr);
    CHECK(cache.replace(1, 9));
    CHECK(*cache.find(1) == 9);
    CHECK_FALSE(cache.replace(2, 9));
    CHECK_FALSE(cache.replace(200, 9));
}

TEST_CASE("inserting a page again replaces its rows without growing", "[ui][shared][cache]")
{
    RowCache<int> cache(2);
    cache.insert(0, {1});
    cache.insert(0, {2});
    CHECK(cache.pages() == 1);
    CHECK(*cache.find(0) == 2);
    cache.remove(0);
    CHECK(cache.find(0) == nullptr);
    cache.remove(5);
    cache.insert(1, {3});
    cache.clear();
    CHECK(cache.pages() == 0);
}
