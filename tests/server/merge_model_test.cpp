// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer.h"
#include "core/sync/merge_model.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using sync::Cells;

namespace {

constexpr const char* kColumns[] = {"a", "b", "c", "d", "custom.x", "custom.y", "deleted"};
constexpr std::size_t kColumnCount = std::size(kColumns);

// a and b belong together.
sync::MergeRules pairRules()
{
    return {.groups = {{QStringLiteral("a"), QStringLiteral("ab")},
                {QStringLiteral("b"), QStringLiteral("ab")}},
        .grows = false};
}

QString columnName(std::size_t index)
{
    return QString::fromLatin1(kColumns[index]);
}

QJsonValue anyValue(std::size_t column)
{
    if (columnName(column) == QLatin1String("deleted"))
        return *rc::gen::arbitrary<bool>();
    if (columnName(column).startsWith(QStringLiteral("custom.")) && *rc::gen::inRange(0, 4) == 0)
        return QJsonValue(QJsonValue::Null);
    return *rc::gen::inRange(0, 3);
}

// Some cells among these columns.
Cells anyCells(std::size_t from, std::size_t to, int chance)
{
    Cells cells;
    for (std::size_t i = from; i < to; ++i) {
        if (*rc::gen::inRange(0, 100) < chance)
            cells.insert(columnName(i), anyValue(i));
    }
    return cells;
}

// A row that several people changed, of whose history the beginning may be lost.
sync::ServerRow anyRow()
{
    sync::ServerRow row;
    for (std::size_t i = 0; i < kColumnCount; ++i)
        row.cells.insert(columnName(i), i + 1 == kColumnCount ? QJsonValue(false) : QJsonValue(0));
    const int changes = *rc::gen::inRange(0, 5);
    for (int i = 0; i < changes; ++i) {
        Cells differing;
        const auto overwritten = sync::overwrittenBy(anyCells(0, kColumnCount, 30), row.cells);
        for (const auto& [column, clash] : overwritten)
            differing.insert(column, clash.mine);
        if (differing.isEmpty())
            continue;
        const int by = *rc::gen::inRange(1, 4);
        row.cells = sync::cellsWith(row.cells, differing);
        ++row.rev;
        row.history.push_back({row.rev, differing, QString::number(by), by, row.rev * 10});
    }
    if (!row.history.empty() && *rc::gen::inRange(0, 5) == 0)
        row.history.erase(row.history.begin());
    return row;
}

sync::RowEdit anyEdit(const sync::ServerRow& row)
{
    return {anyCells(0, kColumnCount, 40),
        *rc::gen::inRange<qint64>(1, row.rev + 1),
        QString::number(*rc::gen::inRange(1, 4))};
}

QJsonValue nullWhenGone(const Cells& cells, const QString& column)
{
    return cells.contains(column) ? cells.value(column) : QJsonValue(QJsonValue::Null);
}

bool together(const QString& one, const QString& other)
{
    const auto paired = [](const QString& name) {
        return name == QLatin1String("a") || name == QLatin1String("b");
    };
    return one == other || (paired(one) && paired(other));
}

// Says of one column whether it clashes, by asking everything about it anew.
bool mustClash(const sync::ServerRow& row, const sync::RowEdit& mine, const QString& column)
{
    std::vector<const sync::TakenChange*> others;
    qint64 missing = row.rev - mine.base;
    for (const sync::TakenChange& change : row.history) {
        if (change.rev > mine.base) {
            --missing;
            if (change.device != mine.device)
                others.push_back(&change);
        }
    }
    if (others.empty() && missing == 0)
        return false;
    const bool isGone = row.cells.value(QLatin1String("deleted")).toBool();
    const bool speaksOfIt = mine.cells.contains(QStringLiteral("deleted"));
    const bool wantsGone = mine.cells.value(QLatin1String("deleted")).toBool();
    if ((isGone && !speaksOfIt) || (!isGone && wantsGone))
        return true;
    bool touched = missing > 0;
    for (const auto* change : others) {
        for (const QString& name : change->cells.keys())
            touched = touched || together(name, column);
    }
    bool differs = false;
    for (const QString& name : mine.cells.keys())
        differs = differs
            || (together(name, column)
                && nullWhenGone(mine.cells, name) != nullWhenGone(row.cells, name));
    return touched && differs;
}

} // namespace

TEST_CASE("the model merges as an oracle that asks about each column by itself",
    "[server][merge][property]")
{
    CHECK(rc::check([] {
        const sync::ServerRow row = anyRow();
        const sync::RowEdit mine = anyEdit(row);
        const auto merged = tests::value(sync::merge(row, mine, pairRules()));
        for (const QString& column : mine.cells.keys()) {
            RC_ASSERT(merged.clashes.contains(column) == mustClash(row, mine, column));
            RC_ASSERT(merged.apply.contains(column) != merged.clashes.contains(column));
        }
    }));
}

TEST_CASE("merging never loses a value: each of mine stands or lies beside what stands (I13)",
    "[server][merge][property]")
{
    CHECK(rc::check([] {
        const sync::ServerRow row = anyRow();
        const sync::RowEdit mine = anyEdit(row);
        const auto merged = tests::value(sync::merge(row, mine, pairRules()));
        const Cells stored = sync::cellsWith(row.cells, merged.apply);
        for (const QString& column : mine.cells.keys()) {
            const auto clash = merged.clashes.find(column);
            if (clash == merged.clashes.end()) {
                RC_ASSERT(nullWhenGone(stored, column) == mine.cells.value(column));
                continue;
            }
            RC_ASSERT(clash->second.mine == mine.cells.value(column));
            RC_ASSERT(clash->second.theirs == nullWhenGone(stored, column));
            RC_ASSERT(nullWhenGone(stored, column) == nullWhenGone(row.cells, column));
        }
        for (const QString& column : row.cells.keys()) { // and nothing else is touched
            if (!mine.cells.contains(column))
                RC_ASSERT(nullWhenGone(stored, column) == nullWhenGone(row.cells, column));
        }
    }));
}

TEST_CASE("edits of columns that do not belong together come to the same in any order",
    "[server][merge][property]")
{
    CHECK(rc::check([] {
        sync::ServerRow row = anyRow();
        row.cells.insert(QStringLiteral("deleted"), false);
        const std::size_t border = *rc::gen::elementOf(std::vector<std::size_t>{0, 2, 3, 4, 5, 6});
        const std::vector<sync::RowEdit> edits{
            {anyCells(0, border, 60), row.rev, QStringLiteral("one")},
            {anyCells(border, kColumnCount - 1, 60), row.rev, QStringLiteral("two")}};
        const auto after = [&](std::size_t first) {
            sync::ServerRow now = row;
            for (const std::size_t i : {first, 1 - first}) {
                const auto merged = tests::value(sync::merge(now, edits[i], pairRules()));
                RC_ASSERT(merged.clashes.empty());
                now.cells = sync::cellsWith(now.cells, merged.apply);
                ++now.rev;
                now.history.push_back({now.rev, merged.apply, edits[i].device, 1, now.rev});
            }
            return now.cells;
        };
        RC_ASSERT(after(0) == after(1));
    }));
}

TEST_CASE("whoever has seen everything is in conflict with nobody", "[server][merge][property]")
{
    CHECK(rc::check([] {
        const sync::ServerRow row = anyRow();
        sync::RowEdit mine = anyEdit(row);
        mine.base = row.rev;
        const auto merged = tests::value(sync::merge(row, mine, pairRules()));
        RC_ASSERT(merged.clashes.empty());
        // so this is what sending it again would write over
        const auto overwritten = sync::overwrittenBy(mine.cells, row.cells);
        const Cells stored = sync::cellsWith(row.cells, merged.apply);
        for (const QString& column : stored.keys() + row.cells.keys())
            RC_ASSERT((nullWhenGone(stored, column) != nullWhenGone(row.cells, column))
                == overwritten.contains(column));
    }));
}

TEST_CASE("the rules of merging come from the description of the record", "[server][merge]")
{
    const auto rules = sync::mergeRules(schema::describe<customers::Customer>());
    CHECK_FALSE(rules.grows);
    CHECK(rules.groupOf(QStringLiteral("city")) == QStringLiteral("address"));
    CHECK(rules.groupOf(QStringLiteral("remark")) == QStringLiteral("remark"));
    const Cells cells = sync::cellsOf({{QStringLiteral("a"), 1},
        {QStringLiteral("custom"), QJsonObject{{QStringLiteral("x"), 2}}}});
    CHECK(cells == Cells{{QStringLiteral("a"), 1}, {QStringLiteral("custom.x"), 2}});
}
