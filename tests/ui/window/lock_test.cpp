// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_access.h"
#include "core/access/password.h"
#include "tests/ui/window/window_desk.h"
#include "ui/settings/sign_in_dialog.h"

using namespace chengdan;
using namespace chengdan::ui;

namespace {

// Sees every lock screen that comes up. More than a person could meet are left by the way out that
// always works, so that a lock that never ends fails its case instead of holding it.
class LockScreens : public QObject {
public:
    using Act = std::function<void(SignInDialog&)>;
    explicit LockScreens(Act first)
        : m_first(std::move(first))
    {
        qApp->installEventFilter(this);
    }
    int shown = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* screen = qobject_cast<SignInDialog*>(watched);
        if (screen == nullptr || event->type() != QEvent::Show)
            return false;
        if (++shown == 1)
            QMetaObject::invokeMethod(
                screen, [this, screen] { m_first(*screen); }, Qt::QueuedConnection);
        else if (shown == 2)
            QMetaObject::invokeMethod(
                screen, [screen] { Q_EMIT screen->otherPersonWanted(); }, Qt::QueuedConnection);
        else
            Q_EMIT screen->otherPersonWanted();
        return false;
    }

private:
    Act m_first;
};

// What the event loop answers once the window was locked inside it.
int lockInsideTheLoop(tests::WindowDesk& desk)
{
    tests::value(
        access::PasswordService(desk.workplace->context).change({}, QStringLiteral("lao-wang-8")));
    app::addSessionCommands(*desk.window, *desk.workplace);
    QMetaObject::invokeMethod(
        desk.window.get(),
        [&desk] { desk.window->commands().run(QStringLiteral("session.lock")); },
        Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace

TEST_CASE("a locked window lets the program go when it is told to end", "[ui][lock]")
{
    tests::WindowDesk desk;
    LockScreens screens([](SignInDialog&) { QCoreApplication::exit(app::kOpenAnew); });
    CHECK(lockInsideTheLoop(desk) == app::kOpenAnew);
    CHECK(screens.shown == 1);
    CHECK_FALSE(desk.window->isVisible()); // nothing of it is seen on the way out
}

TEST_CASE("closing the lock screen brings it back, and somebody else sees nothing of the window",
    "[ui][lock]")
{
    tests::WindowDesk desk;
    LockScreens screens([](SignInDialog& screen) { screen.close(); });
    CHECK(lockInsideTheLoop(desk) == app::kOpenAnew);
    CHECK(screens.shown == 2);
    CHECK_FALSE(desk.window->isVisible());
}

TEST_CASE("the right password brings the locked window back", "[ui][lock]")
{
    tests::WindowDesk desk;
    bool hidden = false;
    LockScreens screens([&](SignInDialog& screen) {
        hidden = !desk.window->isVisible();
        auto* password = screen.findChild<QWidget*>(QStringLiteral("signInPassword"));
        QTest::keyClicks(password, QStringLiteral("lao-wang-8"));
        QTest::keyClick(password, Qt::Key_Return);
        QMetaObject::invokeMethod(
            desk.window.get(),
            [&desk] { QCoreApplication::exit(desk.window->isVisible() ? 7 : 8); },
            Qt::QueuedConnection);
    });
    CHECK(lockInsideTheLoop(desk) == 7);
    CHECK(hidden);
    CHECK(screens.shown == 1);
}
