// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/shell/gallery.h"
#include "ui/shell/main_window.h"
#include "ui/shell/single_instance.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

/// A page that remembers what the window asked of it.
class ProbePage : public Page {
public:
    ProbePage(const QString& id, Navigator&)
        : m_edit(new QLineEdit(this))
    {
        setObjectName(id + QStringLiteral("Probe"));
        m_id = id;
    }
    QString title() const override { return QStringLiteral("Title of ") + m_id; }
    void activated() override { m_edit->setFocus(); }
    bool showRecord(const QString& kind, qint64 key) override
    {
        shown.append(kind + QString::number(key));
        return true;
    }
    void findInPage() override { ++finds; }
    QVariantMap saveState() const override { return {{QStringLiteral("text"), m_edit->text()}}; }
    void restoreState(const QVariantMap& state) override
    {
        m_edit->setText(state.value(QStringLiteral("text")).toString());
    }
    QLineEdit* edit() const { return m_edit; }
    QStringList shown;
    int finds = 0;

private:
    QString m_id;
    QLineEdit* m_edit;
};

PageSpec probe(const char* id, const char* keys, int group = 0, const char* kind = nullptr)
{
    const QString name = QString::fromLatin1(id);
    PageSpec spec;
    spec.id = name;
    spec.title = [name] { return name; };
    spec.icon = QStringLiteral("target");
    spec.shortcut = QKeySequence(QString::fromLatin1(keys));
    spec.group = group;
    if (kind)
        spec.recordKinds = {QString::fromLatin1(kind)};
    spec.factory = [name](Navigator& navigator) { return new ProbePage(name, navigator); };
    return spec;
}

struct ProbeWindow {
    std::unique_ptr<MainWindow> window;

    explicit ProbeWindow(const QString& settings = {})
    {
        Theme::instance().install(*qApp);
        ShellOptions options;
        options.settingsFile = settings;
        options.personName = QStringLiteral("Zhou Min");
        window = std::make_unique<MainWindow>(options);
        window->addPage(probe("home", "Ctrl+1"));
        window->addPage(probe("deals", "Ctrl+3", 0, "opportunity"));
        window->addPage(probe("quotes", "Ctrl+5", 1, "quote"));
        window->start();
        window->show();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), key, modifiers);
    }
    ProbePage& page(const char* id)
    {
        return *static_cast<ProbePage*>(window->page(QString::fromLatin1(id)));
    }
};

} // namespace

TEST_CASE(
    "pages are reached by their fixed numbers and the history walks back and forth", "[ui][shell]")
{
    ProbeWindow probe;
    CHECK(probe.window->currentPageId() == QStringLiteral("home"));
    probe.press(Qt::Key_3, Qt::ControlModifier);
    CHECK(probe.window->currentPageId() == QStringLiteral("deals"));
    probe.press(Qt::Key_5, Qt::ControlModifier);
    CHECK(probe.window->currentPageId() == QStringLiteral("quotes"));
    probe.press(Qt::Key_Left, Qt::AltModifier);
    probe.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(probe.window->currentPageId() == QStringLiteral("home"));
    probe.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(probe.window->currentPageId() == QStringLiteral("home"));
    probe.press(Qt::Key_Right, Qt::AltModifier);
    CHECK(probe.window->currentPageId() == QStringLiteral("deals"));
}

TEST_CASE("a record opens on the page of its kind and comes back with the history", "[ui][shell]")
{
    ProbeWindow probe;
    probe.window->navigator().openRecord(QStringLiteral("quote"), 7);
    CHECK(probe.window->currentPageId() == QStringLiteral("quotes"));
    probe.window->navigator().openPage(QStringLiteral("home"));
    probe.window->navigator().back();
    CHECK(probe.page("quotes").shown
        == QStringList{QStringLiteral("quote7"), QStringLiteral("quote7")});
    probe.window->navigator().openRecord(QStringLiteral("unknown"), 1);
    CHECK(probe.window->currentPageId() == QStringLiteral("quotes"));
}

TEST_CASE("the palette runs a command and opens a record by keyboard alone", "[ui][shell]")
{
    ProbeWindow probe;
    probe.window->setRecordSearch([](const PaletteQuestion& question) {
        std::vector<PaletteHit> hits;
        if (question.text == QStringLiteral("QT"))
            hits.push_back({QStringLiteral("quote"), 42, QStringLiteral("QT-2026-0312")});
        return hits;
    });
    probe.press(Qt::Key_K, Qt::ControlModifier);
    auto* edit = probe.window->findChild<QLineEdit*>(QStringLiteral("paletteEdit"));
    REQUIRE(edit);
    REQUIRE(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("#QT"));
    QTest::keyClick(edit, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return !probe.page("quotes").shown.isEmpty(); }));
    CHECK(probe.page("quotes").shown == QStringList{QStringLiteral("quote42")});
    CHECK_FALSE(edit->isVisible());

    probe.press(Qt::Key_K, Qt::ControlModifier);
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral(">deals"));
    QTest::keyClick(edit, Qt::Key_Return);
    CHECK(probe.window->currentPageId() == QStringLiteral("deals"));

    probe.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Escape);
    CHECK_FALSE(edit->isVisible());
    CHECK(probe.page("deals").edit()->hasFocus());
}

TEST_CASE("shortcuts change rail, text size and theme, and Ctrl+F goes to the page", "[ui][shell]")
{
    ProbeWindow probe;
    Theme::instance().setTextSize(100);
    probe.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(probe.window->isRailNarrow());
    probe.press(Qt::Key_Equal, Qt::ControlModifier);
    CHECK(Theme::instance().textSize() == 110);
    probe.press(Qt::Key_0, Qt::ControlModifier);
    CHECK(Theme::instance().textSize() == 100);
    const Scheme before = Theme::instance().scheme();
    probe.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(Theme::instance().scheme() != before);
    probe.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    probe.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(probe.page("home").finds == 1);
}

TEST_CASE("every command has a title, a known icon and a shortcut of its own", "[ui][shell]")
{
    ProbeWindow probe;
    QStringList taken;
    for (const CommandSpec& command : probe.window->commands().commands()) {
        INFO(command.id.toStdString());
        CHECK_FALSE(command.title().isEmpty());
        CHECK_FALSE(command.group().isEmpty());
        CHECK((command.icon.isEmpty() || hasIcon(command.icon)));
        for (const QKeySequence& keys : command.shortcuts) {
            CHECK_FALSE(taken.contains(keys.toString()));
            taken.append(keys.toString());
        }
    }
}

TEST_CASE("every icon button says its name and every control of the frame has an object name",
    "[ui][shell][accessibility]")
{
    ProbeWindow probe;
    probe.window->showHelp();
    probe.window->showShortcuts();
    for (const auto* button : probe.window->findChildren<QToolButton*>()) {
        INFO(button->objectName().toStdString());
        if (button->text().isEmpty() && !button->objectName().startsWith(QStringLiteral("qt_")))
            CHECK_FALSE(button->accessibleName().isEmpty());
    }
    for (const auto* view : probe.window->findChildren<QAbstractItemView*>()) {
        INFO(view->objectName().toStdString());
        CHECK_FALSE(view->objectName().isEmpty());
        CHECK_FALSE(view->accessibleName().isEmpty());
    }
}

TEST_CASE("page, its state, rail and text size survive a restart", "[ui][shell]")
{
    QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("window.ini"));
    {
        ProbeWindow probe(settings);
        probe.press(Qt::Key_3, Qt::ControlModifier);
        QTest::keyClicks(probe.page("deals").edit(), QStringLiteral("typed"));
        probe.window->setRailNarrow(true);
        Theme::instance().setTextSize(120);
        probe.window->setLanguage(Language::English);
        probe.window->close();
    }
    Theme::instance().setTextSize(100);
    {
        ProbeWindow probe(settings);
        CHECK(probe.window->currentPageId() == QStringLiteral("deals"));
        CHECK(probe.page("deals").edit()->text() == QStringLiteral("typed"));
        CHECK(probe.window->isRailNarrow());
        CHECK(Theme::instance().textSize() == 120);
        CHECK(probe.window->language() == Language::English);
    }
    Theme::instance().setTextSize(100);
}

TEST_CASE("a toast offers undo and Ctrl+Z takes it once", "[ui][shell]")
{
    ProbeWindow probe;
    int undone = 0;
    probe.window->navigator().toast(
        QStringLiteral("3 rows deleted"), Tone::Ok, [&undone] { ++undone; });
    probe.window->commands().run(QStringLiteral("edit.undo"));
    probe.window->commands().run(QStringLiteral("edit.undo"));
    CHECK(undone == 1);
}

TEST_CASE("the gallery writes every page in both themes and both languages", "[ui][shell][gallery]")
{
    ProbeWindow probe;
    QTemporaryDir folder;
    probe.window->addScene({QStringLiteral("palette"), [&probe]() -> QWidget* {
                                probe.window->openPalette();
                                return probe.window->findChild<QWidget*>(QStringLiteral("palette"));
                            }});
    const QStringList files =
        tests::value(renderGallery(*probe.window, QDir(folder.path()), QSize(1200, 720), 2.0));
    CHECK(files.size() == 5 * 4); // and once in the largest text
    for (const QString& file : files) {
        const QImage image(folder.filePath(file));
        INFO(file.toStdString());
        CHECK(image.size() == QSize(2400, 1440));
    }
    const QString missing = folder.filePath(QStringLiteral("file/inside"));
    QFile blocker(folder.filePath(QStringLiteral("file")));
    REQUIRE(blocker.open(QIODevice::WriteOnly));
    const auto failed = renderGallery(*probe.window, QDir(missing), QSize(1200, 720), 1.0);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().code == QStringLiteral("FILE_WRITE"));
}

TEST_CASE("a second program for the same company hands over to the first", "[ui][shell]")
{
    QTemporaryDir folder;
    const QString company = folder.filePath(QStringLiteral("company.db"));
    SingleInstance first(company, folder.path());
    REQUIRE(first.isFirst());
    SingleInstance second(company, folder.path());
    CHECK_FALSE(second.isFirst());
    QSignalSpy called(&first, &SingleInstance::called);
    REQUIRE(second.callFirst(QStringLiteral("raise")));
    REQUIRE((called.count() > 0 || called.wait()));
    CHECK(called[0][0].toString() == QStringLiteral("raise"));
    SingleInstance other(company + QStringLiteral("2"), folder.path());
    CHECK(other.isFirst());
    first.release(); // its window is gone, though it may still be at work
    SingleInstance next(company, folder.path());
    REQUIRE(next.isFirst());
    QSignalSpy calledNext(&next, &SingleInstance::called);
    REQUIRE(second.callFirst(QStringLiteral("raise")));
    REQUIRE((calledNext.count() > 0 || calledNext.wait()));
}
