// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_writer.h"
#include "tests/support/catch.h"
#include "tests/support/journal_replay.h"
#include "tests/unit/storage/storage_file.h"

#include <rapidcheck.h>

using namespace chengdan;
using namespace chengdan::tests;
using storage::Transaction;

namespace {

// Random edits of one file. It remembers what the file held after each committed write.
class History {
public:
    void act()
    {
        file.passSeconds(1);
        const int what = *rc::gen::inRange(0, 10);
        if (what == 0)
            return importBoxes();
        if (what == 1)
            return refusedWrite();
        write([this](Transaction& tx) {
            const int edits = *rc::gen::inRange(1, 5);
            for (int i = 0; i < edits; ++i)
                edit(tx);
        });
    }

    StorageFile file;
    std::map<qint64, QStringList> contents; ///< by group number

private:
    template <typename Work>
    void write(const Work& work)
    {
        value(file.database->write(PersonId::fromNumber(7), [&](Transaction& tx) -> Result<void> {
            work(tx);
            return {};
        }));
        contents[file.count("SELECT grp FROM _m")] =
            wholeContent(file.database->reader(), file.types);
    }

    static QString text()
    {
        static const std::vector<QString> kTexts{QString(),
            QStringLiteral("宁波海天 “A3”"),
            QStringLiteral("O'Brien; DROP TABLE box"),
            QStringLiteral("{\"k\": [1, null]}"),
            QStringLiteral("line\nbreak\ttab \\ \x01 end"),
            QStringLiteral("😀𠀋")};
        return *rc::gen::elementOf(kTexts);
    }

    static void scribble(Box& box)
    {
        switch (*rc::gen::inRange(0, 10)) {
        case 0:
            box.name = text();
            break;
        case 1:
            box.colour = box.colour == Colour::Red ? Colour::Green : Colour::Red;
            break;
        case 2:
            box.worth.minor = *rc::gen::element(std::numeric_limits<qint64>::max(),
                std::numeric_limits<qint64>::min(),
                qint64{9'007'199'254'740'993},
                qint64{0},
                qint64{-1});
            break;
        case 3:
            box.share =
                *rc::gen::arbitrary<bool>() ? std::optional(Rate::fromRaw(130'000)) : std::nullopt;
            break;
        case 4:
            box.due = *rc::gen::arbitrary<bool>() ? QDate(2026, 2, 28) : QDate();
            break;
        case 5:
            box.picture =
                *rc::gen::element(QByteArray(), QByteArray("\0\xFF'\n", 4), QByteArray("plain"));
            break;
        case 6: // a field an administrator added
            box.meta.custom.text = *rc::gen::element(QStringLiteral("{}"),
                QStringLiteral("{\"region\":\"华东\",\"n\":9007199254740993}"),
                QStringLiteral("{\"region\":null}"));
            break;
        case 7:
            box.meta.owner = PersonId::fromNumber(*rc::gen::inRange(0, 4));
            break;
        case 8:
            box.remark = text();
            box.code = text();
            break;
        default:
            box.currency =
                *rc::gen::arbitrary<bool>() ? value(Currency::parse(u"USD")) : Currency::cny();
            break;
        }
    }

    static std::optional<Box> anyBox(Transaction& tx)
    {
        const auto boxes = storage::select<Box>(tx.connection(), QStringLiteral("ORDER BY id"));
        if (boxes.empty())
            return std::nullopt;
        return *rc::gen::elementOf(boxes);
    }

    void edit(Transaction& tx)
    {
        const int what = *rc::gen::inRange(0, 8);
        auto box = anyBox(tx);
        if (what <= 1 || !box) {
            Box made = file.box(text());
            made.meta.root = CustomerId::make(file.ids);
            scribble(made);
            storage::insert(tx, made);
        } else if (what == 2) {
            Peg peg;
            peg.id = PegId::make(file.ids);
            peg.box = box->id;
            storage::insert(tx, peg);
        } else if (what == 3) {
            m_earlier.push_back(*box);
            storage::remove(tx, *box);
        } else if (what == 4) { // purged by an administrator
            tx.connection().execute(
                QStringLiteral("DELETE FROM peg WHERE rid = (SELECT max(rid) FROM peg)"));
        } else if (what == 5 && !m_earlier.empty()) {
            takeBack(tx, *rc::gen::elementOf(m_earlier));
        } else {
            m_earlier.push_back(*box);
            scribble(*box);
            scribble(*box);
            storage::update(tx, *box);
        }
    }

    // Undo is a new edit that sets back what an earlier one wrote, a deletion included.
    static void takeBack(Transaction& tx, const Box& earlier)
    {
        tx.connection().execute(
            QStringLiteral("UPDATE box SET deleted = 0, changed_at = ? WHERE rid = ?"),
            {tx.at().milliseconds(), earlier.meta.rid});
        if (auto present = storage::findByRid<Box>(tx.connection(), earlier.meta.rid)) {
            Box back = earlier;
            back.meta.changedAt = present->meta.changedAt;
            storage::update(tx, back);
        }
    }

    void importBoxes()
    {
        write([this](Transaction& tx) {
            storage::BulkWriter writer(tx);
            const int rows = *rc::gen::inRange(1, 30);
            for (int i = 0; i < rows; ++i) {
                Box box = file.box(text());
                box.worth.minor = i;
                writer.insert(box);
                if (i % 3 == 0) {
                    Peg peg;
                    peg.id = PegId::make(file.ids);
                    peg.box = box.id;
                    writer.insert(peg);
                }
            }
            writer.finish();
        });
    }

    void refusedWrite()
    {
        const auto refused =
            file.database->write(PersonId::fromNumber(7), [&](Transaction& tx) -> Result<void> {
                edit(tx);
                edit(tx);
                return chengdan::fail("NO_WEIGHT");
            });
        RC_ASSERT(!refused);
    }

    std::vector<Box> m_earlier;
};

// Brings the replica up to the present of the history and compares after every group.
void replay(History& history, StorageFile& replica, qint64& seen)
{
    auto& reader = history.file.database->reader();
    for (const ReplayedGroup& group : readJournal(reader, history.file.types, seen)) {
        applyGroup(*replica.database, group);
        RC_ASSERT(history.contents.count(group.group) == 1);
        RC_ASSERT(wholeContent(replica.database->reader(), replica.types)
            == history.contents.at(group.group));
    }
    seen = history.file.count("SELECT max(n) FROM _op");
    RC_ASSERT(wholeContent(replica.database->reader(), replica.types)
        == wholeContent(reader, history.file.types));
}

} // namespace

TEST_CASE("the journal of any history makes an empty file into the same one, action by action",
    "[storage][journal][property]")
{
    int passed = 0;
    CHECK(rc::check("replaying gives the same rows after every group", [&passed] {
        if (passed >= 40) // a history takes a quarter of a second
            return;
        History history;
        StorageFile replica(2);
        qint64 seen = 0;
        // Sent in several batches: later edits change rows that were sent already.
        const int batches = *rc::gen::inRange(1, 4);
        for (int batch = 0; batch < batches; ++batch) {
            const int acts = *rc::gen::inRange(1, 12);
            for (int i = 0; i < acts; ++i)
                history.act();
            replay(history, replica, seen);
        }
        ++passed;
    }));
}

TEST_CASE("a missing journal entry shows in the replay", "[storage][journal]")
{
    StorageFile file;
    StorageFile replica(2);
    Box box = file.box(QStringLiteral("first"));
    value(file.save(box));
    for (const auto& group : readJournal(file.database->reader(), file.types, 0))
        applyGroup(*replica.database, group);
    const qint64 seen = file.count("SELECT max(n) FROM _op");
    value(file.database->write(PersonId::fromNumber(7), [&](Transaction& tx) -> Result<void> {
        tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 1"));
        box.name = QStringLiteral("behind the journal's back");
        storage::update(tx, box);
        tx.connection().execute(QStringLiteral("UPDATE _busy SET busy = 0"));
        return {};
    }));
    for (const auto& group : readJournal(file.database->reader(), file.types, seen))
        applyGroup(*replica.database, group);
    CHECK(wholeContent(replica.database->reader(), replica.types)
        != wholeContent(file.database->reader(), file.types));
}
