// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/audit.h"
#include "core/access/password.h"
#include "core/access/people.h"
#include "core/exchange/company.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "ui/shared/navigator.h"
#include "ui/shared/windowed_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace chengdan::tests {

/// Keeps what a page asked of the window.
class SettingsNavigator : public ui::Navigator {
public:
    void openPage(const QString&) override { }
    void openRecord(const QString&, qint64) override { }
    void newRecord(const QString&, const QVariantMap&) override { }
    void back() override { }
    void forward() override { }
    void toast(const QString& text, ui::Tone, std::function<void()>) override { toasts += text; }
    void setBadge(const QString&, int, bool) override { }
    QStringList toasts;
};

/// A new company with its owner at the keyboard.
class SettingsDesk {
public:
    SettingsDesk()
    {
        ui::Theme::instance().install(*qApp);
        ui::Theme::instance().setMode(ui::Theme::Mode::Light);
        exchange::NewCompany company;
        company.companyName = QStringLiteral("宁波精密机械有限公司");
        company.ownerName = QStringLiteral("王雪");
        company.seed = 5;
        database = value(exchange::createCompany(
            folder.filePath(QStringLiteral("desk.chengdan")), company, clock));
        owner.emplace(value(access::openSession(*database)));
        context.reset(new access::Context{*database, *owner, clock, ids});
    }
    access::Session join(const char* login, access::Role role, access::RoleScope scope)
    {
        access::Person person;
        person.login = QString::fromLatin1(login);
        person.name = person.login;
        access::PersonRole row;
        row.role = role;
        row.scope = scope;
        value(access::PeopleService(*context).create(person, {row}));
        return value(access::openSession(*database, person.login));
    }
    void show(QWidget& page)
    {
        page.resize(1400, 820);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        settle(page);
    }
    void settle(QWidget& page)
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto models = page.findChildren<ui::WindowedModel*>();
                return std::none_of(models.begin(), models.end(), [](const auto* model) {
                    return model->isLoading();
                });
            }(),
            10'000);
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        REQUIRE(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    void type(const QString& text)
    {
        REQUIRE(QApplication::focusWidget() != nullptr);
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
    static QString focused()
    {
        return QApplication::focusWidget() != nullptr ? QApplication::focusWidget()->objectName()
                                                      : QString();
    }
    std::optional<access::Person> person(const char* login)
    {
        return storage::selectOne<access::Person>(
            database->reader(), QStringLiteral("login = ?"), {QString::fromLatin1(login)});
    }

    QTemporaryDir folder;
    ManualClock clock{Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28)};
    IdSource ids{clock, 9};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> owner;
    std::unique_ptr<access::Context> context;
    SettingsNavigator navigator;
};

template <typename T>
T& child(QWidget& page, const char* name)
{
    T* const found = page.findChild<T*>(QString::fromLatin1(name));
    INFO(name);
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace chengdan::tests
