// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdan/window_pages.h"
#include "tests/support/demo_copy.h"
#include "ui/shared/job_list.h"
#include "ui/shared/windowed_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>

#include <algorithm>
#include <memory>

namespace chengdan::tests {

/// The window a person gets, with every page, on the demo company.
struct WindowDesk {
    explicit WindowDesk(QSize size = QSize(1440, 900))
    {
        ui::Theme::instance().install(*qApp);
        ui::Theme::instance().setMode(ui::Theme::Mode::Light);
        database = value(exchange::openCompany(demoCompanyCopy(dir.path(), clock), clock));
        session.emplace(value(access::openSession(*database)));
        workplace.reset(new app::Workplace{
            {*database, *session, clock, ids}, quoting::CostInputCache(*database)});
        window = std::make_unique<ui::MainWindow>(
            ui::ShellOptions{.personName = session->person().name});
        app::furnish(*window, *workplace);
        window->resize(size);
        window->start();
        window->show();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        settle();
    }
    // Lists and figures load on their own threads; a case goes on when all of them are quiet.
    void settle()
    {
        int quiet = 0;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                bool busy = window->navigator().jobs().isBusy();
                for (const ui::WindowedModel* model : window->findChildren<ui::WindowedModel*>())
                    busy = busy || model->isLoading();
                quiet = busy ? 0 : quiet + 1;
                return quiet > 2;
            }(),
            20'000);
    }
    void open(const char* page)
    {
        window->navigator().openPage(QString::fromLatin1(page));
        settle();
    }
    // Keys go to whatever has the focus, as a person's do.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* const target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : window.get(), key, modifiers);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    void type(const QString& text)
    {
        const bool latin =
            std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
        if (latin) {
            QTest::keyClicks(QApplication::focusWidget(), text);
        } else { // Chinese comes from an input method, never from single keys
            QInputMethodEvent event;
            event.setCommitString(text);
            QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
        }
        QCoreApplication::processEvents();
    }
    template <typename T>
    T& find(const char* name)
    {
        T* const found = window->findChild<T*>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'794'000'000'000), QDate(2026, 11, 6)};
    IdSource ids{clock, 5};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::unique_ptr<app::Workplace> workplace;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace chengdan::tests
