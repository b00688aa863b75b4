// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/draft_writer.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/storage_file.h"

using namespace chengdan;
using namespace chengdan::tests;
using storage::DraftKey;

namespace {

const PersonId kTypist = PersonId::fromNumber(7);

DraftKey formKey(const char* form, const char* record = "")
{
    return {kTypist, QString::fromLatin1(form), QString::fromLatin1(record)};
}

QJsonObject typedName(const QString& name)
{
    return {{QStringLiteral("name"), name}};
}

} // namespace

TEST_CASE("a draft comes back as it was typed, the newest text only", "[storage][draft]")
{
    StorageFile file;
    auto& database = *file.database;
    const DraftKey key = formKey("newCustomer");
    CHECK_FALSE(storage::findDraft(database.reader(), key).has_value());
    value(storage::saveDraft(database, key, typedName(QStringLiteral("宁波"))));
    file.passSeconds(5);
    value(storage::saveDraft(database, key, typedName(QStringLiteral("宁波海天"))));
    const auto draft = storage::findDraft(database.reader(), key);
    REQUIRE(draft.has_value());
    CHECK(draft->typed == typedName(QStringLiteral("宁波海天")));
    CHECK(draft->savedAt == file.clock.now());
    CHECK(draft->key == key);
    SECTION("it outlives the program")
    {
        file.reopen();
        CHECK(storage::findDraft(file.database->reader(), key).has_value());
    }
    SECTION("it is gone once it was saved or given up")
    {
        value(storage::dropDraft(database, key));
        value(storage::dropDraft(database, key));
        CHECK_FALSE(storage::findDraft(database.reader(), key).has_value());
    }
    SECTION("it is forgotten together with the save that made it a record, or not at all")
    {
        const auto refused = database.write(kTypist, [&](storage::Transaction& tx) -> Result<void> {
            storage::dropDraft(tx, key);
            return chengdan::fail("NO_WEIGHT");
        });
        CHECK_FALSE(refused);
        CHECK(storage::findDraft(database.reader(), key).has_value());
    }
}

TEST_CASE("drafts are listed by person, the newest first", "[storage][draft]")
{
    StorageFile file;
    auto& database = *file.database;
    value(storage::saveDraft(database, formKey("quoteEditor", "a"), typedName({})));
    file.passSeconds(60);
    value(storage::saveDraft(database, formKey("newCustomer"), typedName({})));
    // Number 70 begins with the digit of number 7.
    value(storage::saveDraft(
        database, {PersonId::fromNumber(70), QStringLiteral("newCustomer"), {}}, typedName({})));
    const auto drafts = storage::draftsOf(database.reader(), kTypist);
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].key == formKey("newCustomer"));
    CHECK(drafts[1].key == formKey("quoteEditor", "a"));
}

TEST_CASE("a draft is neither journalled nor announced", "[storage][draft]")
{
    StorageFile file;
    int announced = 0;
    QObject::connect(
        &file.database->notices(),
        &storage::ChangeNotices::committed,
        &file.database->notices(),
        [&] { ++announced; },
        Qt::DirectConnection);
    value(storage::saveDraft(*file.database, formKey("newCustomer"), typedName({})));
    CHECK(file.count("SELECT count(*) FROM _op") == 0);
    CHECK(announced == 0);
}

TEST_CASE("the draft writer keeps the newest text of each form", "[storage][draft]")
{
    StorageFile file;
    std::atomic<int> attempts{0};
    {
        storage::DraftWriter writer(*file.database, [&](const DraftKey&, const Result<void>& done) {
            if (done)
                ++attempts;
        });
        for (int i = 0; i < 200; ++i) {
            writer.keep(formKey("newCustomer"), typedName(QString::number(i)));
            writer.keep(formKey("quoteEditor"), typedName(QString::number(-i)));
        }
        writer.finish();
        auto& reader = file.database->reader();
        CHECK(storage::findDraft(reader, formKey("newCustomer"))->typed
            == typedName(QStringLiteral("199")));
        CHECK(storage::findDraft(reader, formKey("quoteEditor"))->typed
            == typedName(QStringLiteral("-199")));
        writer.keep(formKey("newCustomer"), typedName(QStringLiteral("late")));
        writer.forget(formKey("newCustomer"));
    }
    CHECK(attempts > 2);
    CHECK_FALSE(storage::findDraft(file.database->reader(), formKey("newCustomer")).has_value());
    CHECK(storage::findDraft(file.database->reader(), formKey("quoteEditor")).has_value());
}
