// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_sync.h"

#include "app/chengdan/window_scenes_sync.h"
#include "app/chengdan/window_server_pages.h"
#include "core/sync/replica.h"
#include "ui/shared/job_list.h"
#include "ui/shell/language_switch.h"
#include "ui/shell/main_window.h"
#include "ui/sync/join_dialog.h"
#include "ui/sync/request_watch.h"
#include "ui/sync/server_sign_in.h"
#include "ui/sync/stale_dialog.h"
#include "ui/sync/sync_page.h"
#include "ui/sync/sync_session.h"

#include <QApplication>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

namespace chengdan::app {

namespace {

constexpr char kSyncPage[] = "sync";
constexpr char kUsualFile[] = "companyFile";

QString syncText(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

QString programSettings()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/chengdan/window.ini");
}

// One of each is enough, however often it is asked for.
template <typename Dialog, typename Make>
void showOnce(ui::MainWindow& window, const Make& make)
{
    auto* open = window.findChild<Dialog*>();
    if (open == nullptr) {
        open = make();
        open->setAttribute(Qt::WA_DeleteOnClose);
        open->show();
    }
    open->raise();
    open->activateWindow();
}

void askForPassword(ui::MainWindow& window, ui::SyncSession& session)
{
    showOnce<ui::ServerSignIn>(window, [&] { return new ui::ServerSignIn(session, &window); });
}

// Another file is another window: this one works on what it has open.
void openInNewWindow(ui::MainWindow& window, const QString& path)
{
    QSettings(programSettings(), QSettings::IniFormat).setValue(QLatin1String(kUsualFile), path);
    const bool started = QProcess::startDetached(
        QCoreApplication::applicationFilePath(), {QStringLiteral("--db"), path});
    window.navigator().toast(started
            ? syncText(QT_TRANSLATE_NOOP(
                "Main", "The team's data opens in a window of its own, from now on at every start"))
            : syncText(QT_TRANSLATE_NOOP("Main",
                "The new file could not be opened: start the "
                "program again to work with it")),
        started ? ui::Tone::Ok : ui::Tone::Warn);
}

void askToJoin(ui::MainWindow& window, const access::Context& context, ui::SyncSession& session)
{
    showOnce<ui::JoinDialog>(window, [&] {
        auto* dialog = new ui::JoinDialog({context.database.types(),
                                              context.clock,
                                              window.navigator().jobs(),
                                              session.keychain(),
                                              QFileInfo(context.database.path()).absolutePath(),
                                              context.database.path()},
            &window);
        QObject::connect(
            dialog, &ui::JoinDialog::openWanted, &window, [&window](const QString& path) {
                openInNewWindow(window, path);
            });
        return dialog;
    });
}

void addSyncCommand(ui::MainWindow& window,
    const char* id,
    const char* title,
    const char* icon,
    std::function<void()> run)
{
    ui::CommandSpec command;
    command.id = QString::fromLatin1(id);
    command.title = [title] { return syncText(title); };
    command.group = [] { return syncText(QT_TRANSLATE_NOOP("Main", "Team's server")); };
    command.icon = QString::fromLatin1(icon);
    command.run = std::move(run);
    window.addCommand(std::move(command));
}

ui::SyncPage* shownSyncPage(ui::MainWindow& window)
{
    window.navigator().openPage(QLatin1String(kSyncPage));
    return qobject_cast<ui::SyncPage*>(window.currentPage());
}

void addSyncCommands(
    ui::MainWindow& window, const access::Context& context, ui::SyncSession& session)
{
    if (session.standing() == ui::SyncStanding::SingleUser) {
        addSyncCommand(window,
            "sync.join",
            QT_TRANSLATE_NOOP("Main", "Join a team's server …"),
            "users",
            [&window, &context, &session] { askToJoin(window, context, session); });
        return;
    }
    addSyncCommand(
        window, "sync.now", QT_TRANSLATE_NOOP("Main", "Sync now"), "refresh-cw", [&session] {
            session.syncNow();
        });
    addSyncCommand(window,
        "sync.signin",
        QT_TRANSLATE_NOOP("Main", "Sign in to the server …"),
        "user",
        [&window, &session] { askForPassword(window, session); });
    addSyncCommand(window,
        "sync.verify",
        QT_TRANSLATE_NOOP("Main", "Check the copy against the server"),
        "list-checks",
        [&window] {
            if (auto* page = shownSyncPage(window))
                page->verify();
        });
    addSyncCommand(window,
        "sync.leave",
        QT_TRANSLATE_NOOP("Main", "Leave the server with a copy …"),
        "copy",
        [&window] {
            if (auto* page = shownSyncPage(window))
                page->leaveWithCopy();
        });
}

void addSyncPage(ui::MainWindow& window, const access::Context& context, ui::SyncSession& session)
{
    ui::PageSpec spec;
    spec.id = QLatin1String(kSyncPage);
    spec.title = [] { return syncText(QT_TRANSLATE_NOOP("Main", "Sync")); };
    spec.icon = QStringLiteral("refresh-cw");
    spec.group = 2;
    spec.inRail = false;
    spec.inSettings = true;
    spec.factory = [&window, &context, &session](ui::Navigator& navigator) {
        auto* page = new ui::SyncPage(context, navigator, session);
        QObject::connect(page, &ui::SyncPage::joinWanted, &window, [&window, &context, &session] {
            askToJoin(window, context, session);
        });
        QObject::connect(page, &ui::SyncPage::signInWanted, &window, [&window, &session] {
            askForPassword(window, session);
        });
        QObject::connect(
            page, &ui::SyncPage::sessionShown, &window, [&window] { window.showSyncState(); });
        return page;
    };
    window.addPage(std::move(spec));
}

} // namespace

ui::SyncSession* addSync(ui::MainWindow& window, Workplace& workplace)
{
    const access::Context& context = workplace.context;
    // Children of the window: they go after its pages, and before the file.
    auto* keychain = new ui::Keychain(ui::Keychain::defaultFile(), true, &window);
    auto* session = new ui::SyncSession(context.database, context.clock, *keychain, &window);
    addSyncPage(window, context, *session);
    addSyncCommands(window, context, *session);
    window.setSync(
        [&window, session] {
            const auto* page = qobject_cast<ui::SyncPage*>(window.currentPage());
            const ui::SyncHeadline head =
                page != nullptr ? page->shownSession().headline() : session->headline();
            return ui::MainWindow::SyncState{head.icon, head.tone, head.text, head.tip};
        },
        [&window] { window.navigator().openPage(QLatin1String(kSyncPage)); },
        [session] { session->syncNow(); });
    QObject::connect(
        session, &ui::SyncSession::changed, &window, [&window] { window.showSyncState(); });
    QObject::connect(session, &ui::SyncSession::passwordNeeded, &window, [&window, session] {
        askForPassword(window, *session);
    });
    QObject::connect(session,
        &ui::SyncSession::passwordKept,
        &window,
        [&window, keychain](ui::Keychain::Place place) {
            window.navigator().toast(ui::placeWords(place, keychain->file()),
                place == ui::Keychain::Place::Keyring ? ui::Tone::Ok : ui::Tone::Warn);
        });
    auto* watch = new ui::RequestWatch(*session, session);
    QObject::connect(watch,
        &ui::RequestWatch::answered,
        &window,
        [&window](
            const QString& sentence, ui::Tone tone) { window.navigator().toast(sentence, tone); });
    addServerPages(window, context, *session);
    addSyncScenes(window, workplace);
    return session;
}

void startSync(ui::MainWindow& window)
{
    if (auto* session = window.findChild<ui::SyncSession*>(QString(), Qt::FindDirectChildrenOnly))
        session->start();
}

Result<void> requireContact(
    storage::Database& database, const Clock& clock, std::optional<Language> language, bool mayAsk)
{
    const auto fresh = sync::requireFresh(database, clock.now());
    if (fresh || fresh.error().code != QLatin1String("REPLICA_STALE") || !mayAsk)
        return fresh;
    ui::LanguageSwitch languages;
    languages.use(language.value_or(languageOf(QSettings(programSettings(), QSettings::IniFormat)
                                                   .value(QStringLiteral("language"))
                                                   .toString())));
    ui::Keychain keychain(ui::Keychain::defaultFile());
    ui::StaleDialog dialog(database, clock, keychain, fresh.error());
    return dialog.exec() == QDialog::Accepted ? Result<void>() : fresh;
}

QString usualCompanyFile(const QString& defaultFile)
{
    const QString joined = QSettings(programSettings(), QSettings::IniFormat)
                               .value(QLatin1String(kUsualFile))
                               .toString();
    return !joined.isEmpty() && QFileInfo::exists(joined) ? joined : defaultFile;
}

} // namespace chengdan::app
