// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/program_options.h"
#include "app/chengdan/window_access.h"
#include "app/chengdan/window_drafts.h"
#include "app/chengdan/window_pages.h"
#include "app/chengdan/window_search_index.h"
#include "app/chengdan/window_start.h"
#include "core/access/settings.h"
#include "core/base/crash_report.h"
#include "core/base/log.h"
#include "core/exchange/company.h"
#include "core/storage/file_health.h"
#include "ui/shared/sight.h"
#include "ui/shell/gallery.h"
#include "ui/shell/language_switch.h"
#include "ui/shell/main_window.h"
#include "ui/shell/single_instance.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>
#include <exception>
#include <future>

namespace {

using namespace chengdan;

// An exception that reaches the event loop is a bug: it is logged and told, and the window stays
// with all typed input.
class Application : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::exception& fault) {
            logError("unhandled exception at the event loop");
            logDebug(QString::fromUtf8(fault.what()));
            QMessageBox::warning(activeWindow(),
                QStringLiteral("成单 Chengdan"),
                QCoreApplication::translate("Main",
                    "Something went wrong inside the program. What you typed is still there; the "
                    "last action may not have "
                    "been carried out."));
            return false;
        }
    }
};

Language startLanguage(const app::ProgramOptions& options)
{
    return options.language.value_or(Language::Chinese);
}

int refuse(const app::ProgramOptions& options, const Error& error)
{
    const QString text = sentence(error, startLanguage(options));
    std::fputs(qPrintable(text + QLatin1Char('\n')), stderr);
    if (options.galleryFolder.isEmpty()
        && QGuiApplication::platformName() != QLatin1String("offscreen"))
        QMessageBox::critical(nullptr, QStringLiteral("成单 Chengdan"), text);
    return error.code == QLatin1String("PERSON_UNKNOWN")
            || error.code == QLatin1String("PERSON_INACTIVE")
            || error.code.startsWith(QLatin1String("PASSWORD_"))
        ? 1
        : 3;
}

// A first start without a named file begins an empty company of one's own.
Result<std::unique_ptr<storage::Database>> openOrBegin(
    const app::ProgramOptions& options, const Clock& clock)
{
    if (!options.galleryFolder.isEmpty()) // nobody is there to be asked
        return exchange::openCompany(options.companyFile, clock);
    if (options.fileWasNamed || QFileInfo::exists(options.companyFile)) {
        ui::LanguageSwitch languages; // no window has installed the translation yet
        languages.use(startLanguage(options));
        app::RescueDialog questions;
        return app::openWithCare(options.companyFile, clock, questions);
    }
    QDir().mkpath(QFileInfo(options.companyFile).absolutePath());
    exchange::NewCompany company;
    company.companyName = QStringLiteral("我的公司");
    company.ownerName = QStringLiteral("我");
    return exchange::createCompany(options.companyFile, company, clock);
}

int runGallery(ui::MainWindow& window, const app::ProgramOptions& options)
{
    const auto files = ui::renderGallery(
        window, QDir(options.galleryFolder), options.gallerySize, options.galleryScale);
    if (!files)
        return refuse(options, files.error());
    for (const QString& file : *files)
        std::puts(qPrintable(QDir(options.galleryFolder).filePath(file)));
    return 0;
}

void offerCrashReports(ui::MainWindow& window, const QString& folder)
{
    for (const CrashReport& report : pendingCrashReports(folder)) {
        QMessageBox::information(&window,
            QStringLiteral("成单 Chengdan"),
            QCoreApplication::translate("Main",
                "The program ended unexpectedly last time. What was saved is safe. A report for "
                "support lies in\n%1")
                .arg(report.path));
        (void)acknowledgeCrashReport(report);
    }
}

QString windowSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/chengdan/window.ini");
}

/// Writes a line once the window has been painted, and ends the program; for scripts/bench.
class EndWhenPainted : public QObject {
public:
    explicit EndWhenPainted(ui::MainWindow& window)
        : QObject(&window)
    {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Behind the events of this painting: the children's are among them.
            QMetaObject::invokeMethod(
                this,
                [] {
                    std::puts("painted");
                    std::fflush(stdout);
                    QCoreApplication::quit();
                },
                Qt::QueuedConnection);
        }
        return false;
    }
};

enum class Opening { First, AfterCrash, Anew };

// One window for one session; answers the event loop's code, kOpenAnew when another session is to
// follow.
int runWindow(Application& application,
    const app::ProgramOptions& options,
    app::Workplace& workplace,
    ui::SingleInstance& instance,
    const QString& stateFolder,
    Opening opening)
{
    const bool gallery = !options.galleryFolder.isEmpty();
    const QString company = QFileInfo(options.companyFile).absoluteFilePath();
    const access::Context& context = workplace.context;
    const auto settings = access::readSettings(context.database.reader());
    const ui::Sight sight(context);
    ui::MainWindow window({.settingsFile = gallery ? QString() : windowSettingsFile(),
        .companyName = settings.companyName,
        .personName = context.session.person().name,
        .personRole = context.session.person().title,
        .helpText = [company] {
            return QCoreApplication::translate("Main", "The company file is %1")
                .arg(QDir::toNativeSeparators(company));
        }});
    app::furnish(window, workplace);
    app::addAdministration(window, workplace);
    app::addSessionCommands(window, workplace);
    window.start();
    if (options.theme)
        ui::Theme::instance().setMode(*options.theme);
    if (options.language)
        window.setLanguage(*options.language);
    if (!options.page.isEmpty())
        window.navigator().openPage(options.page);
    if (gallery)
        return runGallery(window, options);
    QObject::connect(&instance, &ui::SingleInstance::called, &window, [&window] {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    });
    if (options.endWhenPainted)
        new EndWhenPainted(window);
    window.show();
    using Care = app::BackgroundCare;
    const Care care(context.database,
        context.clock,
        opening == Opening::AfterCrash ? Care::Begin::AtOnce : Care::Begin::AfterAMinute);
    app::tellOfCare(care, window);
    app::fillSearchIndex(window, workplace);
    // Questions run loops of their own: inside the program's, or ending it would not end them.
    QMetaObject::invokeMethod(
        &window,
        [&] {
            if (opening == Opening::Anew)
                app::tellReopened(window);
            else
                offerCrashReports(window, stateFolder);
            app::offerDrafts(window, workplace);
        },
        Qt::QueuedConnection);
    return application.exec();
}

// Signs in and opens the window, again and again while the session changes.
int runSessions(Application& application,
    const app::ProgramOptions& options,
    storage::Database& database,
    const Clock& clock,
    ui::SingleInstance& instance,
    const QString& stateFolder,
    Opening first)
{
    IdSource ids(clock);
    const QSettings stored(windowSettingsFile(), QSettings::IniFormat);
    app::SignInRequest request;
    request.login = options.login;
    request.language =
        options.language.value_or(languageOf(stored.value(QStringLiteral("language")).toString()));
    request.mayAsk = options.galleryFolder.isEmpty();
    for (Opening opening = first;; opening = Opening::Anew) {
        const auto session = app::signIn(database, ids, request);
        if (!session && session.error().code == QLatin1String("SIGN_IN_LEFT"))
            return 0;
        if (!session)
            return refuse(options, session.error());
        app::Workplace workplace{
            {database, *session, clock, ids}, quoting::CostInputCache(database)};
        const int code = runWindow(application, options, workplace, instance, stateFolder, opening);
        if (code != app::kOpenAnew)
            return code;
    }
}

int run(Application& application, const app::ProgramOptions& options)
{
    const bool gallery = !options.galleryFolder.isEmpty();
    const QString stateFolder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/chengdan/log");
    if (!gallery) {
        (void)startLog({.folder = stateFolder}); // without a log file the program still runs;
                                                 // stderr then has the lines
        (void)installCrashReports(stateFolder);
    }
    const QString company = QFileInfo(options.companyFile).absoluteFilePath();
    ui::SingleInstance instance(company, QDir::tempPath());
    if (!gallery && !instance.isFirst())
        return instance.callFirst(QStringLiteral("raise")) ? 0 : 1;

    const SystemClock clock("Asia/Shanghai", options.today);
    // Looking through the fonts of this PC takes as long as opening the file and needs nothing of
    // it.
    const auto fonts = std::async(std::launch::async, [] { return QFontDatabase::families(); });
    const Opening first = storage::wasLeftOpen(company) ? Opening::AfterCrash : Opening::First;
    auto database = openOrBegin(options, clock);
    if (!database)
        return refuse(options, database.error());
    ui::Theme::instance().install(application);
    if (options.theme) // the sign-in screen already
        ui::Theme::instance().setMode(*options.theme);
    return runSessions(application, options, **database, clock, instance, stateFolder, first);
}

} // namespace

int main(int argc, char** argv)
{
    Application application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chengdan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHENGDAN_VERSION));
    const int code = run(application, app::readOptions(QCoreApplication::arguments()));
    stopLog();
    return code;
}
