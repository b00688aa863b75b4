// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"
#include "ui/shared/text.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/palette_search.h"

#include <QKeySequence>
#include <QMainWindow>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QSettings;
class QStackedWidget;

namespace chengdan::ui {

class CommandPalette;
class EmptyState;
class HelpSheet;
class LanguageSwitch;
class Rail;
class ShortcutSheet;
class TaskPanel;
class Toast;
class TopBar;

/// One screen the window offers.
struct PageSpec {
    QString id = {}; ///< "customers"
    LiveText title = {};
    QString icon = {}; ///< Lucide name
    QKeySequence shortcut = {}; ///< Ctrl+1 …; may be empty
    int group = 0; ///< a rule stands between groups in the rail
    QStringList recordKinds = {}; ///< kinds openRecord brings to this page: {"customer"}
    std::function<Page*(Navigator&)> factory = {}; ///< called when the page is first opened
    bool inRail = true;
    bool inSettings = false; ///< reached by the settings menu at the foot of the rail
};

/// A dialog or a special state the gallery shows besides the pages.
struct GalleryScene {
    QString name;
    /// Brings the window into that state and returns what to grab: the window itself or a dialog
    /// that belongs to it (deleted afterwards).
    std::function<QWidget*()> show;
    bool settles = true; ///< false: it stays at work, as the picture is to show
};

struct ShellOptions {
    QString settingsFile = {}; ///< an ini file; empty keeps nothing
    QString personName = {};
    QString personRole = {};
    LiveText helpText = {}; ///< extra sentence of the help overlay, e.g. where the data lies
};

/// The window of the program: rail, top bar, pages, palette, history.
///
///     Theme::instance().install(application);
///     MainWindow window({.settingsFile = …, .personName = …});
///     window.addPage({.id = QStringLiteral("customers"),
///         .title = [] { return CustomersPage::tr("Customers"); },
///         .icon = QStringLiteral("building-2"), .shortcut =
///         QKeySequence(QStringLiteral("Ctrl+4")), .recordKinds = {QStringLiteral("customer")},
///         .factory = [&](Navigator& navigator) { return new CustomersPage(services, navigator);
///         }});
///     window.addCommand({.id = QStringLiteral("quote.new"), .title = …, .inNewMenu = true,
///         .run = [&] { window.navigator().newRecord(QStringLiteral("quote")); }});
///     window.setRecordSearch([&](const PaletteQuestion& asked) { return find(asked); });
///     window.start();     // restores the saved state, opens the last or first page
///     window.show();
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(ShellOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Whose session it is, at the foot of the rail; for a window made before anybody signed in.
    void setPerson(const QString& name, const QString& role);
    void addPage(PageSpec page);
    QAction* addCommand(CommandSpec command);
    void addScene(GalleryScene scene);
    /// Records for the palette, looked up on a thread of its own.
    void setRecordSearch(PaletteSearch search);
    /// Asked before a record is opened by name or link; its error, which says whom to ask, stands
    /// in place of the page.
    void setRecordGuard(std::function<Result<void>(const QString& kind, qint64 key)> guard);
    /// Opens the page of the last session, else the first one.
    void start();

    Navigator& navigator();
    CommandRegistry& commands() { return *m_commands; }
    const std::vector<PageSpec>& pages() const { return m_pages; }
    const std::vector<GalleryScene>& scenes() const { return m_scenes; }
    /// What the pages stand in, for those that are made with their parent.
    QWidget* pageArea() const;
    QString currentPageId() const { return m_currentPage; }
    Page* currentPage() const;
    /// The page, made if it was not open yet; null for an unknown id.
    Page* page(const QString& id);

    Language language() const;
    void setLanguage(Language language);
    /// What the top bar says of the server: an icon, some words, and what is behind them.
    struct SyncState {
        QString icon = {};
        Tone tone = Tone::Neutral;
        QString text = {}; ///< empty: nothing is shown
        QString tip = {};
    };
    /// Asked at once, when the language changes, and at every showSyncState(); a click on it does
    /// `open`. F5 does `now` beside reading the page again.
    void setSync(
        std::function<SyncState()> state, std::function<void()> open, std::function<void()> now);
    void showSyncState();
    void openPalette(const QString& text = {});
    /// Records opened last in this window, the newest first, each once.
    std::vector<PaletteVisit> recentRecords() const;
    /// Brings a record's page to the front and shows the record beside what stands there, if the
    /// page is a RecordPreview; else opens it.
    void previewRecord(const QString& kind, qint64 key);
    /// Shows help (F1) or the list of shortcuts (Ctrl+/).
    QWidget* showHelp();
    QWidget* showShortcuts();
    /// Opens or closes the task list (Ctrl+Shift+K).
    void toggleTasks();
    bool isRailNarrow() const;
    void setRailNarrow(bool narrow);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    friend class WindowNavigator;
    struct Visit {
        QString page;
        QString kind;
        qint64 key = 0;
        friend bool operator==(const Visit&, const Visit&) = default;
    };
    void buildFrame();
    void buildPageCommands();
    void buildViewCommands();
    void buildHelpCommands();
    void command(const char* id,
        const char* group,
        LiveText title,
        QList<QKeySequence> keys,
        const char* icon,
        std::function<void()> run);
    /// Made when they are first wanted: most starts are not for them.
    CommandPalette& searchPalette();
    TaskPanel& taskPanel();
    QMenu* menuFilledWhenOpened(const char* name, void (MainWindow::*fill)());
    void fillNewMenu();
    void fillSettingsMenu();
    void fillNoticeMenu();
    void connectJobs();
    void connectUndo();
    void showTasks();
    void undoLast();
    void addNotice(const QString& text, Tone tone);
    void onPage(const std::function<void(Page&)>& act);
    void retranslate();
    bool present(const Visit& visit);
    void showRefusal(const Error& error);
    void visit(const Visit& visit);
    void walk(int step);
    void saveState();
    void restoreState();
    void setTextSize(int percent);

    ShellOptions m_options;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LanguageSwitch> m_languages;
    CommandRegistry* m_commands;
    Navigator* m_navigator;
    std::vector<PageSpec> m_pages;
    std::vector<GalleryScene> m_scenes;
    std::map<QString, Page*> m_open;
    std::function<Result<void>(const QString& kind, qint64 key)> m_recordGuard;
    PaletteSearch m_recordSearch;
    EmptyState* m_refusal = nullptr;
    std::vector<Visit> m_history;
    std::size_t m_at = 0;
    struct Notice {
        QString text;
        Tone tone;
    };
    std::vector<Notice> m_notices;
    bool m_restoring = false;
    QString m_currentPage;
    std::function<SyncState()> m_syncState;
    std::function<void()> m_openSync;
    std::function<void()> m_syncNow;
    Rail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    TopBar* m_bar = nullptr;
    CommandPalette* m_palette = nullptr;
    ShortcutSheet* m_shortcuts = nullptr;
    HelpSheet* m_helpSheet = nullptr;
    Toast* m_toast = nullptr;
    TaskPanel* m_tasks = nullptr;
    QMenu* m_newMenu = nullptr;
    QMenu* m_settingsMenu = nullptr;
    QMenu* m_noticeMenu = nullptr;
};

} // namespace chengdan::ui
