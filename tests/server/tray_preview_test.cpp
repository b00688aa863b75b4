// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer_service.h"
#include "core/sync/tray_preview.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using chengdan::tests::value;

namespace {

// A company with one customer, and what a person has in the tray about it.
struct TrayDesk {
    tests::CompanyFixture company{
        {&schema::describe<customers::Customer>(), &schema::describe<customers::Contact>()}};
    customers::Customer customer = made();

    customers::Customer made()
    {
        customers::Customer wanted;
        wanted.name = QStringLiteral("宁波鑫达机械有限公司");
        wanted.province = QStringLiteral("江苏省");
        wanted.city = QStringLiteral("宁波");
        wanted.remark = QStringLiteral("theirs");
        const access::Context context = company.asOwner();
        return value(customers::CustomerService(context).create(wanted));
    }
    schema::Value id() const { return customer.id.raw().bytes(); }
    qint64 lay(const char* kind, const QJsonObject& values, const QJsonObject& columns = {})
    {
        const QJsonObject operation{
            {QStringLiteral("k"), QString::fromLatin1(kind)}, {QStringLiteral("v"), values}};
        value(company.database->write(
            company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
                sync::layInTray(transaction.connection(),
                    schema::describe<customers::Customer>(),
                    id(),
                    operation,
                    sync::TrayReason::Conflict,
                    Error::make("CHANGED_BY_OTHER"),
                    columns,
                    company.clock.now());
                return {};
            }));
        return value(sync::trayEntries(*company.database)).back().n;
    }
    sync::TrayPreview preview(qint64 n, const QStringList& columns = {})
    {
        return value(sync::previewMine(*company.database, n, columns));
    }
};

QStringList namesIn(const sync::TrayPreview& preview)
{
    QStringList names;
    for (const sync::TrayColumn& column : preview.overwritten)
        names += column.name;
    return names;
}

} // namespace

TEST_CASE("before mine is written again it is told what stands now in each cell it would replace",
    "[server][tray]")
{
    TrayDesk desk;
    const QJsonObject clash{{QStringLiteral("mine"), QStringLiteral("mine")},
        {QStringLiteral("theirs"), QStringLiteral("older")},
        {QStringLiteral("by"), 3},
        {QStringLiteral("at"), 1000}};
    const qint64 n = desk.lay("U",
        {{QStringLiteral("remark"), QStringLiteral("mine")}},
        {{QStringLiteral("remark"), clash}});
    const auto preview = desk.preview(n);
    CHECK_FALSE(preview.rowGone);
    REQUIRE(namesIn(preview) == QStringList{QStringLiteral("remark")});
    CHECK(preview.overwritten[0].mine.toString() == QStringLiteral("mine"));
    CHECK(preview.overwritten[0].theirs.toString() == QStringLiteral("theirs"));
    CHECK(preview.overwritten[0].by == 3);
    CHECK(preview.kept.isEmpty());
    // and that is what happens
    value(sync::takeMine(*desk.company.database, desk.company.owner->id(), n));
    CHECK(
        schema::toText(desk.company.reader().scalar(QStringLiteral("SELECT remark FROM customer")))
        == QStringLiteral("mine"));
}

TEST_CASE(
    "what stands as wanted is not written over, and what belongs to it is named", "[server][tray]")
{
    TrayDesk desk;
    const qint64 n = desk.lay("U",
        {{QStringLiteral("remark"), QStringLiteral("theirs")},
            {QStringLiteral("city"), QStringLiteral("绍兴")},
            {QStringLiteral("custom"),
                QJsonObject{{QStringLiteral("colour"), QStringLiteral("red")},
                    {QStringLiteral("size"), QJsonValue()}}}});
    const auto preview = desk.preview(n);
    CHECK(namesIn(preview) == QStringList{QStringLiteral("city"), QStringLiteral("custom.colour")});
    CHECK(preview.kept
        == QStringList{
            QStringLiteral("address"), QStringLiteral("postal_code"), QStringLiteral("province")});
    CHECK(namesIn(desk.preview(n, {QStringLiteral("custom.colour")}))
        == QStringList{QStringLiteral("custom.colour")});
    CHECK(namesIn(desk.preview(n, {QStringLiteral("remark")})).isEmpty());
}

TEST_CASE("of a row that is gone only one that was to be made can be made again", "[server][tray]")
{
    TrayDesk desk;
    const QJsonObject values{{QStringLiteral("name"), QStringLiteral("mine")}};
    const qint64 edited = desk.lay("U", values);
    const qint64 added = desk.lay("I", values);
    value(desk.company.database->write(
        desk.company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(QStringLiteral("DELETE FROM customer"));
            return {};
        }));
    CHECK(desk.preview(edited).rowGone);
    CHECK(namesIn(desk.preview(edited)).isEmpty());
    CHECK(desk.preview(added).rowGone);
    CHECK(namesIn(desk.preview(added)) == QStringList{QStringLiteral("name")});
    CHECK(
        sync::previewMine(*desk.company.database, 99).error().code == QStringLiteral("NOT_FOUND"));
}
