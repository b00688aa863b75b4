// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "tests/ui/sync/sync_desk.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

using Phase = sync::SyncStatus::Phase;
using Standing = ui::SyncStanding;

const ui::SyncCalendar kCalendar{QByteArrayLiteral("Asia/Shanghai"), QDate(2026, 3, 12)};
const Instant kAfternoon = Instant::fromMilliseconds(1'773'295'380'000); // 2026-03-12 14:03 +08

sync::SyncStatus statusOf(Phase phase, qint64 unsent = 0, qint64 tray = 0)
{
    sync::SyncStatus status;
    status.phase = phase;
    status.unsent = unsent;
    status.tray = tray;
    status.lastContact = kAfternoon;
    return status;
}

QString said(const sync::SyncStatus& status, Standing standing = Standing::Running)
{
    return ui::syncHeadline(standing, status, kCalendar).text;
}

} // namespace

TEST_CASE("the top bar says in a few words how the copy stands", "[ui][sync][words]")
{
    CHECK(said({}, Standing::SingleUser).isEmpty());
    CHECK(said(statusOf(Phase::Current)) == QStringLiteral("all sent, 14:03"));
    CHECK(said(statusOf(Phase::Current, 12)) == QStringLiteral("12 unsent, last 14:03"));
    CHECK(said(statusOf(Phase::Offline, 12)) == QStringLiteral("offline · 12 unsent"));
    CHECK(said(statusOf(Phase::Offline)) == QStringLiteral("offline, last 14:03"));
    CHECK(said(statusOf(Phase::Current, 0, 2)) == QStringLiteral("needs you: 2"));
    CHECK(said(statusOf(Phase::Stopped, 3)) == QStringLiteral("stopped · 3 unsent"));
    CHECK(said(statusOf(Phase::Current, 4), Standing::SignedOut)
        == QStringLiteral("not signed in · 4 unsent"));
    sync::SyncStatus loading = statusOf(Phase::Loading);
    loading.load = {.rows = 400'000, .partsDone = 2, .parts = 5};
    CHECK(said(loading) == QStringLiteral("loading 40 %"));
}

TEST_CASE("requests that wait for the server count as unsent", "[ui][sync][words]")
{
    sync::SyncStatus status = statusOf(Phase::Offline, 2);
    status.waiting = 3;
    CHECK(said(status) == QStringLiteral("offline · 5 unsent"));
    const QString tip = ui::syncHeadline(Standing::Running, status, kCalendar).tip;
    CHECK(tip.contains(QStringLiteral("Unsent edits: 2")));
    CHECK(tip.contains(QStringLiteral("Requests that wait for the server: 3")));
}

TEST_CASE("the trouble stands in the tool tip, in the language of the window", "[ui][sync][words]")
{
    sync::SyncStatus status = statusOf(Phase::Stopped);
    status.trouble = Error::make("SERVER_PASSWORD");
    const auto tip = [&] { return ui::syncHeadline(Standing::Running, status, kCalendar).tip; };
    CHECK(tip().contains(sentence(*status.trouble, Language::English)));
    const ChineseWords chinese({{QStringLiteral("all sent, %1"), QStringLiteral("已全部发送，%1")},
        {QStringLiteral("offline · %1 unsent"), QStringLiteral("离线 · %1 项待同步")}});
    CHECK(tip().contains(sentence(*status.trouble, Language::Chinese)));
    CHECK(said(statusOf(Phase::Current)) == QStringLiteral("已全部发送，14:03"));
    CHECK(said(statusOf(Phase::Offline, 12)) == QStringLiteral("离线 · 12 项待同步"));
}

TEST_CASE("a moment of another day carries its date, of another year its year", "[ui][sync][words]")
{
    constexpr qint64 kDay = 86'400'000;
    const auto at = [](qint64 days) {
        return ui::syncMoment(
            Instant::fromMilliseconds(kAfternoon.milliseconds() - days * kDay), kCalendar);
    };
    CHECK(at(0) == QStringLiteral("14:03"));
    CHECK(at(1) == QStringLiteral("03-11 14:03"));
    CHECK(at(365) == QStringLiteral("2025-03-12 14:03"));
}

TEST_CASE("without a keyring a password lies in a file that only its owner can read",
    "[ui][sync][keychain]")
{
    SyncDesk desk;
    ui::Keychain& keychain = desk.keychain;
    const QString key = QStringLiteral("u7@127.0.0.1:1/team");
    std::optional<ui::Keychain::Place> place;
    keychain.write(
        key, QStringLiteral("geheim"), &desk.navigator, [&](auto kept) { place = kept; });
    REQUIRE(place);
    CHECK(*place == ui::Keychain::Place::File);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    CHECK((QFile::permissions(keychain.file()) & others) == 0);
    QString found;
    keychain.read(key, &desk.navigator, [&](const QString& password, auto) { found = password; });
    CHECK(found == QStringLiteral("geheim"));
    keychain.forget(key);
    keychain.read(key, &desk.navigator, [&](const QString& password, auto where) {
        found = password;
        place = where;
    });
    CHECK(found.isEmpty());
    CHECK(*place == ui::Keychain::Place::Nowhere);
}

TEST_CASE("a copy nobody signed in to counts its edits all the same", "[ui][sync][session]")
{
    SyncDesk desk;
    auto customer = desk.known(QStringLiteral("苏州恒力"), QStringLiteral("0512"));
    bool asked = false;
    QObject::connect(desk.session.get(), &ui::SyncSession::passwordNeeded, [&] { asked = true; });
    desk.session->start();
    CHECK(asked);
    CHECK(desk.session->standing() == Standing::SignedOut);
    customer.phone = QStringLiteral("0513");
    value(desk.database->write(
        desk.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::update(transaction, customer);
            return {};
        }));
    WAIT_UNTIL(desk.session->status().unsent == 1);
    CHECK(desk.session->headline().text == QStringLiteral("not signed in · 1 unsent"));
}
