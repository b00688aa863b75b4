// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/storage/storage_file.h"

using namespace chengdan;
using namespace chengdan::tests;
using storage::Change;

namespace {

// Two openings of one file have a writing connection each, as two programs would.
class TwoPrograms {
public:
    TwoPrograms()
        : other(value(storage::Database::open(file.path, file.types, file.clock)))
    {
        QObject::connect(
            &file.database->notices(),
            &storage::ChangeNotices::committed,
            &file.database->notices(),
            [this](const QList<Change>& changes) { heard += changes; },
            Qt::DirectConnection);
    }
    // The changes announced by one look of the first program.
    QList<Change> look()
    {
        heard.clear();
        file.database->lookOutside();
        // Jobs of the writer run in order: behind this empty one the look has ended.
        value(file.database->write(
            PersonId::fromNumber(1), [](storage::Transaction&) -> Result<void> { return {}; }));
        return heard;
    }
    void saveOutside(Box& box)
    {
        value(other->write(PersonId::fromNumber(9), [&](storage::Transaction& tx) -> Result<void> {
            if (box.meta.rid == 0)
                storage::insert(tx, box);
            else if (box.meta.deleted)
                storage::remove(tx, box);
            else
                storage::update(tx, box);
            return {};
        }));
    }

    StorageFile file;
    std::unique_ptr<storage::Database> other;
    QList<Change> heard;
};

} // namespace

TEST_CASE("rows another program commits are announced at the next look", "[storage][outside]")
{
    TwoPrograms two;
    CHECK(two.look().isEmpty());
    Box box = two.file.box(QStringLiteral("from outside"));
    two.saveOutside(box);
    auto changes = two.look();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].table == 901);
    CHECK(changes[0].rid == box.meta.rid);
    CHECK(changes[0].kind == Change::Kind::Inserted);
    CHECK(two.look().isEmpty());

    box.name = QStringLiteral("renamed outside");
    two.saveOutside(box);
    changes = two.look();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == Change::Kind::Updated);

    box.meta.deleted = true;
    two.saveOutside(box);
    changes = two.look();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == Change::Kind::Removed);
}

TEST_CASE("one's own commits are not announced a second time", "[storage][outside]")
{
    TwoPrograms two;
    Box own = two.file.box(QStringLiteral("own"));
    value(two.file.save(own));
    CHECK(two.look().isEmpty());
}

TEST_CASE("many or unjournalled foreign rows are announced as whole tables", "[storage][outside]")
{
    TwoPrograms two;
    SECTION("more rows than one would fetch singly")
    {
        value(two.other->write(
            PersonId::fromNumber(9), [&](storage::Transaction& tx) -> Result<void> {
                for (int i = 0; i < 2100; ++i) {
                    Box box = two.file.box(QString::number(i));
                    storage::insert(tx, box);
                }
                return {};
            }));
    }
    SECTION("rows the journal does not know of")
    {
        value(two.other->write(
            PersonId::fromNumber(9), [&](storage::Transaction& tx) -> Result<void> {
                tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 1"));
                Box box = two.file.box(QStringLiteral("quiet"));
                storage::insert(tx, box);
                tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 0"));
                return {};
            }));
    }
    const auto changes = two.look();
    REQUIRE(changes.size() == 2);
    for (const Change& change : changes)
        CHECK(change.rid == 0);
}
