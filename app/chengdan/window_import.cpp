// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+I and Ctrl+V: rows of a file or of the clipboard into the list in front.
#include "app/chengdan/window_import.h"

#include "app/chengdan/window_pages.h"
#include "core/exchange/company_undo.h"
#include "ui/exchange/import_page.h"
#include "ui/quoting/quote_editor.h"
#include "ui/shared/cards.h"
#include "ui/shared/job_list.h"
#include "ui/shared/list_page.h"
#include "ui/shared/undo_stack.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QTemporaryDir>

namespace chengdan::app {

namespace {

QString importWords(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

QString importPageId()
{
    return QStringLiteral("import");
}

// Pages of importable lists are called like the kinds they show.
QString kindInFront(const ui::MainWindow& window)
{
    const QString id = window.currentPageId();
    const bool listed = id == QLatin1String("customers") || id == QLatin1String("items")
        || id == QLatin1String("opportunities");
    return listed ? id : QString();
}

ui::ImportPage* importPage(ui::MainWindow& window)
{
    return qobject_cast<ui::ImportPage*>(window.page(importPageId()));
}

std::vector<exchange::ScreenColumn> columnsOnScreen(ui::ListPage& list)
{
    std::vector<exchange::ScreenColumn> screen;
    const auto& columns = list.model().columns();
    for (const QString& key : list.arrangement().ordered(columns)) {
        const auto column = std::find_if(columns.begin(),
            columns.end(),
            [&key](const ui::ColumnSpec& one) { return one.key == key; });
        if (column != columns.end() && list.arrangement().isShown(*column))
            screen.push_back({column->key, column->title});
    }
    return screen;
}

// Import, paste and export as the commands are called, with their keys.
class ListMenuButton : public ui::IconButton {
public:
    ListMenuButton(ui::MainWindow& window, const QString& name)
        : IconButton(QStringLiteral("ellipsis"), QString(), name)
        , m_menu(new QMenu(this))
    {
        for (const char* id : {"list.import", "list.paste", "list.export"}) {
            if (QAction* action = window.commands().action(QString::fromLatin1(id)))
                m_menu->addAction(action);
        }
        setMenu(m_menu);
        setPopupMode(QToolButton::InstantPopup);
        setTexts(importWords(QT_TRANSLATE_NOOP("Main", "More about this list")));
    }

protected:
    void changeEvent(QEvent* event) override
    {
        IconButton::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            setTexts(importWords(QT_TRANSLATE_NOOP("Main", "More about this list")));
    }

private:
    QMenu* m_menu;
};

// A file as people have it: a column nobody knows, amounts in words, rows that cannot be read.
QString sceneFile(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("老系统客户.csv"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            "客户名称,客户等级,行业,省份,城市,公司电话,统一社会信用代码,客户状态,老系统代码\r\n"
            "杭州启明减速机有限公司,A类,减速机,浙江,杭州,0571-88210077,,正常,K0017\r\n"
            "无锡博远泵业有限公司,B级,泵阀,江苏,无锡,0510-8520 3391,,跟进中,K0018\r\n"
            "苏州联恒自动化有限公司,甲,自动化,江苏,苏州,0512-62880031,,正常,K0019\r\n"
            "台州海川阀门厂,C类,泵阀,浙江,台州,0576-82551210,,公海,K0020\r\n"
            ",B类,汽车零部件,安徽,芜湖,0553-5910022,,正常,K0021\r\n"
            "常州精锐传动科技有限公司,A类,减速机,江苏,常州,0519-85103366,91320400MA1X00000X,正常,"
            "K0022\r\n"
            "宁波甬江模具有限公司,C类,模具,浙江,宁波,0574-87650012,,正常,K0023\r\n"
            "杭州启明减速机有限公司,A类,减速机,浙江,杭州,0571-88210077,,正常,K0017\r\n");
    }
    return path;
}

// An import of thousands of rows is taken back as it came: by a job.
void takeBackBehind(ui::MainWindow& window, const Workplace& workplace)
{
    struct Outcome {
        Result<access::Undone> taken;
        storage::JournalSpan written;
    };
    window.navigator().undoStack().setTakeBackLater(
        [&window, undo = access::UndoService(workplace.context, exchange::undoRules())](
            std::vector<storage::JournalSpan> writes, ui::UndoStack::TakenBack done) {
            const auto outcome = std::make_shared<Outcome>();
            const QString told = importWords(QT_TRANSLATE_NOOP("Main", "%1 rows taken back"));
            window.navigator().jobs().start(
                importWords(QT_TRANSLATE_NOOP("Main", "Undo import")),
                [undo, writes, outcome, told](JobControl&) -> Result<JobResult> {
                    outcome->taken = undo.takeBack(writes);
                    outcome->written = storage::Database::lastWrite();
                    if (!outcome->taken)
                        return fail(outcome->taken.error());
                    return JobResult{.text = told.arg(outcome->taken->rows)};
                },
                &window,
                [&window, outcome, done](const JobStatus& status) {
                    if (status.state == JobState::Cancelled)
                        outcome->taken = fail("CANCELLED");
                    // Behind the task list's own note.
                    QMetaObject::invokeMethod(
                        &window,
                        [outcome, done] { done(outcome->taken, outcome->written); },
                        Qt::QueuedConnection);
                });
        });
}

} // namespace

void addImport(ui::MainWindow& window, const Workplace& workplace)
{
    const access::Context& context = workplace.context;
    if (ui::ImportPage::kinds(context.session).isEmpty())
        return;
    ui::PageSpec page;
    page.id = importPageId();
    page.title = [] { return importWords(QT_TRANSLATE_NOOP("Main", "Import")); };
    page.icon = QStringLiteral("import");
    page.inRail = false;
    page.factory = [&context](
                       ui::Navigator& navigator) { return new ui::ImportPage(context, navigator); };
    window.addPage(std::move(page));
    ui::CommandSpec file;
    file.id = QStringLiteral("list.import");
    file.title = [] { return importWords(QT_TRANSLATE_NOOP("Main", "Import …")); };
    file.group = [] { return importWords(QT_TRANSLATE_NOOP("Main", "On this page")); };
    file.shortcuts = {QKeySequence(QStringLiteral("Ctrl+I"))};
    file.icon = QStringLiteral("import");
    file.run = [&window] { importIntoList(window); };
    window.addCommand(std::move(file));
    ui::CommandSpec paste;
    paste.id = QStringLiteral("list.paste");
    paste.title = [] { return importWords(QT_TRANSLATE_NOOP("Main", "Paste rows …")); };
    paste.group = [] { return importWords(QT_TRANSLATE_NOOP("Main", "On this page")); };
    paste.shortcuts = {QKeySequence(QStringLiteral("Ctrl+V"))};
    paste.icon = QStringLiteral("clipboard-paste");
    paste.run = [&window] { pasteRows(window); };
    window.addCommand(std::move(paste));
    takeBackBehind(window, workplace);
    const auto folder = std::make_shared<QTemporaryDir>();
    const auto preview = [&window, folder](bool errors) -> QWidget* {
        window.navigator().openPage(importPageId());
        if (ui::ImportPage* shown = importPage(window)) {
            shown->openFile(QStringLiteral("customers"), sceneFile(*folder));
            shown->showErrors(errors);
        }
        return &window;
    };
    window.addScene({QStringLiteral("import-preview"), [preview] { return preview(false); }});
    window.addScene({QStringLiteral("import-errors"), [preview] { return preview(true); }});
}

ui::ListPage* withListMenu(ui::MainWindow& window, ui::ListPage* list)
{
    list->addToolWidget(new ListMenuButton(
        window, list->objectName().replace(QStringLiteral("Page"), QStringLiteral("Menu"))));
    return list;
}

bool importIntoList(ui::MainWindow& window, QString path)
{
    const QString kind = kindInFront(window);
    ui::ImportPage* const page = importPage(window);
    if (page == nullptr)
        return false;
    if (path.isEmpty()) {
        path = QFileDialog::getOpenFileName(&window,
            importWords(QT_TRANSLATE_NOOP("Main", "Import …")),
            QString(),
            importWords(QT_TRANSLATE_NOOP(
                "Main", "Spreadsheets (*.xlsx *.xlsm *.csv *.txt);;All files (*)")));
    }
    if (path.isEmpty())
        return false;
    window.navigator().openPage(importPageId());
    page->openFile(kind.isEmpty() ? page->kind() : kind, path);
    return true;
}

void pasteRows(ui::MainWindow& window)
{
    auto* const quote = window.currentPageId() == QLatin1String("quotes")
        ? window.currentPage()->findChild<ui::QuoteEditor*>()
        : nullptr;
    if (quote != nullptr && quote->isVisible()) {
        const QString lines = QGuiApplication::clipboard()->text();
        if (!lines.trimmed().isEmpty())
            quote->pasteLines(lines);
        return;
    }
    const QString kind = kindInFront(window);
    ui::ImportPage* const page = importPage(window);
    const bool onPage = window.currentPageId() == importPageId();
    if (page == nullptr || (kind.isEmpty() && !onPage))
        return;
    auto* list = qobject_cast<ui::ListPage*>(window.currentPage());
    QString text = QGuiApplication::clipboard()->text();
    while (text.endsWith(QLatin1Char('\n')) || text.endsWith(QLatin1Char('\r')))
        text.chop(1);
    const bool several = text.contains(QLatin1Char('\t')) || text.contains(QLatin1Char('\n'));
    if (list != nullptr && !several) {
        if (!text.trimmed().isEmpty())
            list->setFilterText(text.trimmed());
        return;
    }
    auto screen = list != nullptr ? columnsOnScreen(*list) : std::vector<exchange::ScreenColumn>();
    window.navigator().openPage(importPageId());
    page->paste(onPage ? page->kind() : kind, text, std::move(screen));
}

} // namespace chengdan::app
