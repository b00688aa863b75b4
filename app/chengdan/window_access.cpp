// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_access.h"

#include "app/chengdan/window_pages.h"
#include "core/access/settings.h"
#include "core/access/visibility.h"
#include "ui/settings/admin_page.h"
#include "ui/settings/password_dialog.h"
#include "ui/settings/session_watch.h"
#include "ui/settings/sign_in_dialog.h"
#include "ui/shared/job_list.h"
#include "ui/shared/staff_office.h"
#include "ui/shell/language_switch.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QEventLoop>
#include <QPointer>

#include <optional>

namespace chengdan::app {

namespace {

QString accessWords(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

QString companyNameOf(storage::Database& database)
{
    return database
        .read([](storage::Connection& connection) -> Result<QString> {
            return access::readSettings(connection).companyName;
        })
        .value_or(QString());
}

Result<SignedIn> askWhoSignsIn(
    storage::Database& database, IdSource& ids, const SignInRequest& request)
{
    ui::LanguageSwitch languages;
    languages.use(request.language);
    ui::SignInDialog dialog(
        database, ids, {.companyName = companyNameOf(database), .login = request.login});
    if (dialog.exec() != QDialog::Accepted || !dialog.session())
        return fail("SIGN_IN_LEFT");
    return SignedIn{*dialog.session()};
}

/// Hides every window of the program while it is locked, and shows just those again.
class HiddenWindows {
public:
    HiddenWindows()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (!widget->isVisible())
                continue;
            m_hidden.append(widget);
            widget->hide();
        }
    }
    ~HiddenWindows() { show(); }
    void show()
    {
        for (const QPointer<QWidget>& widget : m_hidden) {
            if (widget)
                widget->show();
        }
        m_hidden.clear();
    }
    /// They are not to be seen again.
    void forget() { m_hidden.clear(); }
    HiddenWindows(const HiddenWindows&) = delete;
    HiddenWindows& operator=(const HiddenWindows&) = delete;

private:
    QList<QPointer<QWidget>> m_hidden;
};

// Closing as any closing does, state and drafts kept, but the program goes on to the next session.
void openAnew(ui::MainWindow& window)
{
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    window.close();
    QApplication::setQuitOnLastWindowClosed(quits);
    QCoreApplication::exit(kOpenAnew);
}

enum class LockEnd { Unlocked, OtherPerson, ProgramEnds };

// Closing the screen is no way round the lock: it comes back. Not so when the program is told to
// end, which leaves this loop as every other and starts no new one.
LockEnd showLock(ui::SignInDialog& dialog)
{
    std::optional<LockEnd> end;
    bool closed = false;
    QEventLoop loop;
    QObject::connect(&dialog, &QDialog::finished, &loop, [&](int result) {
        closed = true;
        if (result == QDialog::Accepted)
            end = LockEnd::Unlocked;
        loop.quit();
    });
    QObject::connect(&dialog, &ui::SignInDialog::otherPersonWanted, &dialog, [&] {
        end = LockEnd::OtherPerson;
        dialog.reject();
    });
    dialog.setWindowModality(Qt::ApplicationModal);
    do {
        closed = false;
        dialog.show();
        loop.exec();
    } while (closed && !end);
    return end.value_or(LockEnd::ProgramEnds);
}

void lockWindow(ui::MainWindow& window, const access::Context& context)
{
    access::SignInService service(context.database, context.ids);
    if (!service.hasPassword(context.session.id()).value_or(false)) {
        window.navigator().toast(accessWords(QT_TRANSLATE_NOOP("Main",
                                     "Set a password first; then the window can be "
                                     "locked")),
            ui::Tone::Warn);
        return;
    }
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    LockEnd end{};
    {
        HiddenWindows hidden;
        ui::SignInDialog dialog(context.database,
            context.ids,
            {.companyName = companyNameOf(context.database),
                .login = context.session.person().login,
                .onlyThatLogin = true});
        end = showLock(dialog);
        if (end != LockEnd::Unlocked)
            hidden.forget();
    }
    QApplication::setQuitOnLastWindowClosed(quits);
    if (end == LockEnd::OtherPerson)
        openAnew(window);
}

void addSessionCommand(ui::MainWindow& window,
    const char* id,
    const char* title,
    const char* icon,
    const char* keys,
    std::function<void()> run)
{
    ui::CommandSpec command;
    command.id = QString::fromLatin1(id);
    command.title = [title] { return accessWords(title); };
    command.group = [] { return accessWords(QT_TRANSLATE_NOOP("Main", "Session")); };
    command.icon = QString::fromLatin1(icon);
    if (*keys != '\0')
        command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
    command.run = std::move(run);
    window.addCommand(std::move(command));
}

} // namespace

namespace {

void addAccessScenes(ui::MainWindow& window,
    const access::Context& context,
    const std::vector<ui::AdminSection>& sections)
{
    for (const ui::AdminSection& section : sections) {
        window.addScene({QStringLiteral("admin-") + section.id, [&window, id = section.id] {
                             window.commands().run(QStringLiteral("admin.") + id);
                             return static_cast<QWidget*>(&window);
                         }});
    }
    window.addScene({QStringLiteral("admin-person-form"), [&window]() -> QWidget* {
                         window.navigator().openRecord(QStringLiteral("person"), 1);
                         if (ui::Page* page = window.currentPage())
                             page->newRecord();
                         return &window;
                     }});
    window.addScene({QStringLiteral("sign-in"), [&window, &context]() -> QWidget* {
                         auto* dialog = new ui::SignInDialog(context.database,
                             context.ids,
                             {.companyName = companyNameOf(context.database)},
                             &window);
                         dialog->show();
                         return dialog;
                     }});
    window.addScene({QStringLiteral("password"), [&window, &context]() -> QWidget* {
                         auto* dialog = new ui::PasswordDialog(context, &window);
                         dialog->show();
                         return dialog;
                     }});
}

} // namespace

Result<SignedIn> signIn(storage::Database& database, IdSource& ids, const SignInRequest& request)
{
    access::SignInService service(database, ids);
    const auto needed = service.isNeeded();
    if (!needed)
        return fail(needed.error());
    if (*needed && request.mayAsk)
        return askWhoSignsIn(database, ids, request);
    auto session = service.signIn(request.login, qEnvironmentVariable("CHENGDAN_PASSWORD"));
    if (!session)
        return fail(session.error());
    return SignedIn{std::move(*session), !request.mayAsk};
}

void noteSession(
    ui::MainWindow& window, const Workplace& workplace, std::function<void(const Error&)> refused)
{
    const access::Context& context = workplace.context;
    window.navigator().jobs().startQuietly(
        [&context](JobControl&) -> Result<JobResult> {
            IdSource ids(context.clock); // the window's is not for this thread
            const auto noted =
                access::SignInService(context.database, ids).noteOpened(context.session);
            if (!noted)
                return fail(noted.error());
            return JobResult();
        },
        &window,
        [refused = std::move(refused)](const JobStatus& status) {
            if (status.state == JobState::Failed)
                refused(status.error);
        });
}

void addAdministration(ui::MainWindow& window, Workplace& workplace)
{
    const access::Context& context = workplace.context;
    if (!context.session.has(access::Right::Administer))
        return;
    const auto sections = ui::AdminPage::ownSections(context, window.navigator());
    ui::PageSpec page;
    page.id = QStringLiteral("admin");
    page.title = [] { return accessWords(QT_TRANSLATE_NOOP("Main", "Administration")); };
    page.icon = QStringLiteral("shield-alert");
    page.group = 2;
    for (const ui::AdminSection& section : sections)
        page.recordKinds += section.recordKinds;
    page.factory = [&window, &context](ui::Navigator& navigator) {
        // only the window of a copy has one
        auto* office = window.findChild<ui::StaffOffice*>(QString(), Qt::FindDirectChildrenOnly);
        return new ui::AdminPage(context, navigator, {}, office);
    };
    window.addPage(std::move(page));
    for (const ui::AdminSection& section : sections) {
        ui::CommandSpec command;
        command.id = QStringLiteral("admin.") + section.id;
        command.title = section.title;
        command.group = [] { return accessWords(QT_TRANSLATE_NOOP("Main", "Administration")); };
        command.icon = section.icon;
        command.run = [&window, id = section.id] {
            window.navigator().openPage(QStringLiteral("admin"));
            if (auto* admin = qobject_cast<ui::AdminPage*>(window.currentPage()))
                admin->openSection(id);
        };
        window.addCommand(std::move(command));
    }
    addAccessScenes(window, context, sections);
}

void addSessionCommands(ui::MainWindow& window, Workplace& workplace)
{
    const access::Context& context = workplace.context;
    addSessionCommand(window,
        "session.lock",
        QT_TRANSLATE_NOOP("Main", "Lock the window"),
        "shield-alert",
        "Ctrl+L",
        [&window, &context] { lockWindow(window, context); });
    addSessionCommand(window,
        "session.password",
        QT_TRANSLATE_NOOP("Main", "Password …"),
        "keyboard",
        "",
        [&window, &context] {
            ui::PasswordDialog dialog(context, &window);
            if (dialog.exec() == QDialog::Accepted)
                window.navigator().toast(dialog.doneText());
        });
    window.setRecordGuard([&context](const QString& kind, qint64 key) -> Result<void> {
        const schema::RecordType* type = context.database.type(kind);
        return type == nullptr ? Result<void>() : access::requireVisible(context, *type, key);
    });
    auto* watch = new ui::SessionWatch(context, &window);
    const auto again = [&window] { openAnew(window); };
    QObject::connect(watch, &ui::SessionWatch::changed, &window, again);
    QObject::connect(watch, &ui::SessionWatch::ended, &window, again);
}

void tellReopened(ui::MainWindow& window)
{
    window.navigator().toast(
        accessWords(QT_TRANSLATE_NOOP(
            "Main", "Your rights or your session have changed; the window was opened anew")),
        ui::Tone::Warn);
}

} // namespace chengdan::app
