// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a start does before its first picture, and what it leaves for later.
#include "app/chengdan/window_access.h"
#include "app/chengdan/window_shown.h"
#include "app/chengdan/window_start.h"
#include "tests/ui/window/window_desk.h"
#include "ui/dashboard/funnel_chart.h"
#include "ui/shared/cards.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_sheets.h"
#include "ui/shell/task_panel.h"

#include <QLineEdit>
#include <QMenu>

#include <future>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

qint64 signInsNoted(storage::Database& database)
{
    return schema::toInteger(database.reader().scalar(
        QStringLiteral("SELECT count(*) FROM audit_entry WHERE act = 'sign_in'")));
}

} // namespace

TEST_CASE("a start makes the first page only; the rest is made when it is asked for", "[ui][start]")
{
    tests::WindowDesk desk;
    CHECK(desk.window->findChildren<Page*>().size() == 1);
    CHECK(desk.window->findChild<CommandPalette*>() == nullptr);
    CHECK(desk.window->findChild<HelpSheet*>() == nullptr);
    CHECK(desk.window->findChild<ShortcutSheet*>() == nullptr);
    CHECK(desk.window->findChild<TaskPanel*>() == nullptr);
    CHECK(desk.find<QMenu>("settingsMenu").isEmpty());

    // Keys typed on without a pause go to what the first of them opened.
    desk.press(Qt::Key_K, Qt::ControlModifier);
    desk.type(QStringLiteral("abc"));
    CHECK(desk.find<QLineEdit>("paletteEdit").text() == QStringLiteral("abc"));
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_F1);
    CHECK(desk.window->findChild<HelpSheet*>()->isOpen());
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Slash, Qt::ControlModifier);
    CHECK(desk.window->findChild<ShortcutSheet*>()->isOpen());
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.window->findChild<TaskPanel*>()->isVisible());
    desk.press(Qt::Key_Escape);

    // A second time the same things serve.
    desk.press(Qt::Key_K, Qt::ControlModifier);
    CHECK(desk.window->findChildren<CommandPalette*>().size() == 1);
}

TEST_CASE("menus that are filled when they open hold their entries in the present language",
    "[ui][start]")
{
    tests::WindowDesk desk;
    auto& settings = desk.find<QMenu>("settingsMenu");
    const auto entries = [&settings] {
        Q_EMIT settings.aboutToShow();
        QStringList texts;
        for (const QAction* entry : settings.actions()) {
            if (!entry->isSeparator())
                texts += entry->text();
        }
        return texts;
    };
    const QStringList chinese = entries();
    CHECK(chinese.size() >= 9);
    CHECK(entries() == chinese); // not twice
    desk.window->setLanguage(Language::English);
    CHECK(entries().contains(QStringLiteral("Light")));
    auto& notices = desk.find<QMenu>("noticeMenu");
    desk.window->navigator().toast(QStringLiteral("Something happened"));
    Q_EMIT notices.aboutToShow();
    REQUIRE(notices.actions().size() == 1);
    CHECK(notices.actions().front()->text() == QStringLiteral("Something happened"));
}

TEST_CASE("the home page shows no figure before it has read one", "[ui][start]")
{
    tests::WindowDesk desk;
    // Made again, and not given the time to read.
    QStringList shown;
    for (const char* name : {"kpiOpenFigure", "kpiWeightedFigure", "kpiQuotesFigure"})
        shown += desk.find<QLabel>(name).text();
    CHECK_FALSE(shown.contains(QStringLiteral("—")));
    CHECK(desk.window->findChild<FunnelChart*>() != nullptr);

    MainWindow early(ShellOptions{});
    app::furnish(early, *desk.workplace);
    early.start();
    CHECK(early.findChild<QLabel*>(QStringLiteral("kpiOpenFigure"))->text() == QStringLiteral("—"));
    CHECK(early.findChild<FunnelChart*>() == nullptr);
    early.show();
    QTRY_VERIFY(early.findChild<FunnelChart*>() != nullptr);
    CHECK(early.findChild<QLabel*>(QStringLiteral("kpiOpenFigure"))->text() == shown.front());
}

TEST_CASE("what waits for the first picture comes behind it, once, in the order it was given",
    "[ui][start]")
{
    class Painted : public QWidget {
    public:
        QStringList told;

    protected:
        void paintEvent(QPaintEvent*) override { told += QStringLiteral("painted"); }
    };
    Painted window;
    app::onceShown(window, [&window](app::Shown) { window.told += QStringLiteral("first"); });
    app::onceShown(window, [&window](app::Shown shown) {
        CHECK(shown == app::Shown::Painted);
        window.told += QStringLiteral("second");
    });
    CHECK(window.told.isEmpty());
    window.show();
    QTRY_VERIFY(window.told.contains(QStringLiteral("second")));
    CHECK(window.told.first() == QStringLiteral("painted"));
    window.told.removeAll(QStringLiteral("painted"));
    window.repaint();
    QCoreApplication::processEvents();
    window.told.removeAll(QStringLiteral("painted"));
    CHECK(window.told == QStringList{QStringLiteral("first"), QStringLiteral("second")});
}

TEST_CASE("what waits for a picture that is not painted comes all the same", "[ui][start]")
{
    QWidget hidden;
    std::optional<app::Shown> told;
    app::onceShown(hidden, [&told](app::Shown shown) { told = shown; });
    QTRY_VERIFY(told.has_value());
    CHECK(*told == app::Shown::NotYet);
}

TEST_CASE("a session that needed no password is noted behind the window", "[ui][start]")
{
    tests::WindowDesk desk;
    const auto signedIn = app::signIn(*desk.database, desk.ids, {});
    REQUIRE(signedIn);
    CHECK_FALSE(signedIn->isNoted);
    const qint64 before = signInsNoted(*desk.database);
    bool refused = false;
    app::noteSession(*desk.window, *desk.workplace, [&refused](const Error&) { refused = true; });
    desk.settle();
    CHECK_FALSE(refused);
    CHECK(signInsNoted(*desk.database) == before + 1);
}

TEST_CASE("a session that cannot be noted is told with the reason", "[ui][start]")
{
    tests::WindowDesk desk;
    tests::value(desk.database->write(
        PersonId::fromNumber(1), [](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT "
                               "raise(FAIL, 'full'); END"));
            return {};
        }));
    QString code;
    app::noteSession(
        *desk.window, *desk.workplace, [&code](const Error& error) { code = error.code; });
    QTRY_VERIFY(!code.isEmpty());
    CHECK(code == QLatin1String("STORAGE_FAULT"));
}

TEST_CASE("a file opened on a thread of its own is worked on by the window's", "[ui][start]")
{
    tests::WindowDesk desk;
    desk.window.reset();
    desk.workplace.reset();
    const QString path = desk.database->path();
    desk.database.reset();
    auto opened = std::async(std::launch::async, [&path, &desk] {
        auto made = app::openExamined(path, desk.clock);
        if (made)
            (*made)->layReaderAside();
        return made;
    }).get();
    REQUIRE(opened);
    CHECK(access::openSession(**opened));
}

TEST_CASE(
    "a damaged file is told by the thread that opens it and rescued by the window's", "[ui][start]")
{
    class Quits : public app::RescueQuestions {
    public:
        int asked = 0;
        app::RescueChoice choose(const app::RescueOffer&) override
        {
            ++asked;
            return app::RescueChoice::Quit;
        }
        void tellSalvaged(const storage::SalvageReport&, const QString&, const QString&) override {
        }
    };
    tests::WindowDesk desk;
    const QString path = desk.dir.filePath(QStringLiteral("hurt.chengdan"));
    QFile hurt(path);
    REQUIRE(hurt.open(QFile::WriteOnly));
    hurt.write("SQLite format 3" + QByteArray(8192, 'x'));
    hurt.close();
    auto opened = std::async(std::launch::async, [&path, &desk] {
        return app::openExamined(path, desk.clock);
    }).get();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == QLatin1String("FILE_DAMAGED"));
    Quits questions;
    opened = app::rescueIfDamaged(std::move(opened), path, desk.clock, questions);
    CHECK(questions.asked == 1);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == QLatin1String("FILE_DAMAGED"));

    opened = app::rescueIfDamaged(chengdan::fail("FILE_NEWER"), path, desk.clock, questions);
    CHECK(questions.asked == 1); // that is nothing to be asked about
    CHECK(opened.error().code == QLatin1String("FILE_NEWER"));
}
