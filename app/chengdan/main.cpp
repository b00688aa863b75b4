// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/program_options.h"
#include "app/chengdan/window_access.h"
#include "app/chengdan/window_drafts.h"
#include "app/chengdan/window_pages.h"
#include "app/chengdan/window_search_index.h"
#include "app/chengdan/window_shown.h"
#include "app/chengdan/window_start.h"
#include "app/chengdan/window_sync.h"
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
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

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

using Opened = Result<std::unique_ptr<storage::Database>>;

// Opens the file on a thread of its own while this one makes the window. A first start without a
// named file begins an empty company of one's own.
std::future<Opened> beginOpening(const app::ProgramOptions& options, const Clock& clock)
{
    const QString path = options.companyFile;
    const bool begins =
        options.galleryFolder.isEmpty() && !options.fileWasNamed && !QFileInfo::exists(path);
    return std::async(std::launch::async, [path, begins, &clock]() -> Opened {
        Opened opened = chengdan::fail("FILE_MISSING");
        if (begins) {
            QDir().mkpath(QFileInfo(path).absolutePath());
            exchange::NewCompany company;
            company.companyName = QStringLiteral("我的公司");
            company.ownerName = QStringLiteral("我");
            opened = exchange::createCompany(path, company, clock);
        } else {
            opened = app::openExamined(path, clock);
        }
        if (opened)
            (*opened)->layReaderAside();
        return opened;
    });
}

int runGallery(ui::MainWindow& window, const app::ProgramOptions& options)
{
    const auto files = ui::renderGallery(window,
        QDir(options.galleryFolder),
        options.gallerySize,
        options.galleryScale,
        {options.theme, options.language});
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

enum class Opening { First, AfterCrash, Anew };

std::unique_ptr<ui::MainWindow> makeWindow(const app::ProgramOptions& options)
{
    const bool gallery = !options.galleryFolder.isEmpty();
    const QString company = QFileInfo(options.companyFile).absoluteFilePath();
    return std::make_unique<ui::MainWindow>(ui::ShellOptions{
        .settingsFile = gallery ? QString() : windowSettingsFile(), .helpText = [company] {
            return QCoreApplication::translate("Main", "The company file is %1")
                .arg(QDir::toNativeSeparators(company));
        }});
}

// What one session has besides its file.
struct Visit {
    const app::ProgramOptions& options;
    app::Workplace& workplace;
    ui::SingleInstance& instance;
    QString stateFolder;
    Opening opening;
    bool isNoted; ///< SignedIn
};

// Writes down that the session began. Somebody works already: a file that another program holds, or
// a full disk, is told and tried again, and takes nothing away that was typed.
void noteUntilNoted(ui::MainWindow& window, const app::Workplace& workplace, Language language)
{
    constexpr int kAgainMs = 30'000;
    app::noteSession(window, workplace, [&window, &workplace, language](const Error& why) {
        window.navigator().toast(sentence(why, language), ui::Tone::Danger);
        QTimer::singleShot(kAgainMs, &window, [&window, &workplace, language] {
            noteUntilNoted(window, workplace, language);
        });
    });
}

// Behind the first picture: nothing of it is to keep a person waiting for the window.
void goOnBehind(ui::MainWindow& window, const Visit& visit)
{
    app::Workplace& workplace = visit.workplace;
    if (!visit.isNoted)
        noteUntilNoted(window, workplace, startLanguage(visit.options));
    app::fillSearchIndex(window, workplace);
    if (visit.opening == Opening::Anew)
        app::tellReopened(window);
    else
        offerCrashReports(window, visit.stateFolder);
    app::offerDrafts(window, workplace);
    app::startSync(window);
}

// One window for one session; answers the event loop's code, kOpenAnew when another session is to
// follow.
int runWindow(Application& application, ui::MainWindow& window, const Visit& visit)
{
    const app::ProgramOptions& options = visit.options;
    app::Workplace& workplace = visit.workplace;
    const access::Context& context = workplace.context;
    window.setPerson(context.session.person().name, context.session.person().title);
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
    if (!options.galleryFolder.isEmpty())
        return runGallery(window, options);
    QObject::connect(&visit.instance, &ui::SingleInstance::called, &window, [&window] {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    });
    if (options.endWhenPainted) { // for scripts/bench
        app::onceShown(window, [](app::Shown shown) {
            const bool painted = shown == app::Shown::Painted;
            std::puts(painted ? "painted" : "not painted");
            std::fflush(stdout);
            QCoreApplication::exit(painted ? 0 : 3);
        });
    }
    app::onceShown(window, [&](app::Shown) { goOnBehind(window, visit); });
    window.show();
    using Care = app::BackgroundCare;
    const Care care(context.database,
        context.clock,
        visit.opening == Opening::AfterCrash ? Care::Begin::AtOnce : Care::Begin::AfterAMinute);
    app::tellOfCare(care, window);
    const int code = application.exec();
    // An examination of the file may still take seconds, and `care` waits for it: a person who
    // starts the program again meanwhile must not be sent to a window that is gone.
    if (code != app::kOpenAnew)
        visit.instance.release();
    return code;
}

// Signs in and opens the window, the given one first, again and again while the session changes.
int runSessions(Application& application,
    const app::ProgramOptions& options,
    storage::Database& database,
    std::unique_ptr<ui::MainWindow> window,
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
        const auto signedIn = app::signIn(database, ids, request);
        if (!signedIn && signedIn.error().code == QLatin1String("SIGN_IN_LEFT"))
            return 0;
        if (!signedIn)
            return refuse(options, signedIn.error());
        app::Workplace workplace{
            {database, signedIn->session, clock, ids}, quoting::CostInputCache(database)};
        const ui::Sight sight(workplace.context);
        if (!window)
            window = makeWindow(options);
        const int code = runWindow(application,
            *window,
            {options, workplace, instance, stateFolder, opening, signedIn->isNoted});
        window.reset(); // before the workplace its pages work with
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
    const QString company = QFileInfo(options.companyFile).absoluteFilePath();
    ui::SingleInstance instance(company, QDir::tempPath());
    if (!gallery && !instance.isFirst())
        return instance.callFirst(QStringLiteral("raise")) ? 0 : 1;

    if (!gallery) {
        (void)startLog({.folder = stateFolder}); // without a log file the program still runs;
                                                 // stderr then has the lines
        (void)installCrashReports(stateFolder);
    }
    const SystemClock clock("Asia/Shanghai", options.today);
    const Opening first = storage::wasLeftOpen(company) ? Opening::AfterCrash : Opening::First;
    std::future<Opened> opening = beginOpening(options, clock);
    ui::Theme::instance().install(application);
    if (options.theme) // the sign-in screen already
        ui::Theme::instance().setMode(*options.theme);
    std::unique_ptr<ui::MainWindow> window = makeWindow(options);
    Opened database = opening.get();
    if (!database && !gallery) { // else nobody is there to be asked
        ui::LanguageSwitch languages;
        languages.use(startLanguage(options));
        app::RescueDialog questions;
        database = app::rescueIfDamaged(std::move(database), options.companyFile, clock, questions);
    }
    if (!database)
        return refuse(options, database.error());
    if (auto met = app::requireContact(**database, clock, options.language, !gallery); !met)
        return gallery ? refuse(options, met.error()) : 0;
    return runSessions(
        application, options, **database, std::move(window), clock, instance, stateFolder, first);
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
