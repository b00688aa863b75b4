// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_import.h"
#include "core/exchange/xlsx_writer.h"
#include "tests/ui/window/window_desk.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/import_rows.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_lines_view.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/list_page.h"
#include "ui/shared/toast.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

struct ImportDesk : tests::WindowDesk {
    ImportDesk() { window->setLanguage(Language::English); }
    qint64 count(const char* table)
    {
        return schema::toInteger(
            database->reader().scalar(QStringLiteral("SELECT count(*) FROM %1 WHERE deleted = 0")
                                          .arg(QString::fromLatin1(table))));
    }
    QString cell(const QString& sql, const schema::Row& values = {})
    {
        return schema::toText(database->reader().scalar(sql, values));
    }
    QString write(const char* name, const QString& text)
    {
        const QString path = dir.filePath(QString::fromUtf8(name));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return path;
    }
    ImportPage& page()
    {
        auto* const found = window->findChild<ImportPage*>();
        REQUIRE(found != nullptr);
        return *found;
    }
    ImportPage& openFile(const char* list, const QString& path)
    {
        open(list);
        REQUIRE(app::importIntoList(*window, path));
        settle();
        REQUIRE(window->currentPageId() == QStringLiteral("import"));
        return page();
    }
    void copy(const QString& text) { QGuiApplication::clipboard()->setText(text); }
    QString shown(const char* name) { return find<QLabel>(name).text(); }
    // The check runs a moment after a choice.
    void settleCheck()
    {
        QTRY_VERIFY(page().isBusy());
        settle();
    }
};

QString manyCustomers(int rows)
{
    QString text = QStringLiteral("客户名称,城市\r\n");
    for (int i = 0; i < rows; ++i)
        text += QStringLiteral("批量导入客户%1,宁波\r\n").arg(i, 5, 10, QLatin1Char('0'));
    return text;
}

QString mixedCustomers()
{
    return QStringLiteral("客户名称,客户等级,城市,老代码\r\n"
                          "杭州新启减速机有限公司,A类,杭州,K1\r\n"
                          "苏州新恒自动化有限公司,甲,苏州,K2\r\n"
                          "无锡新远泵业有限公司,B类,无锡,K3\r\n");
}

} // namespace

TEST_CASE("a file is previewed, imported without its bad rows and taken back, all by keys",
    "[ui][import]")
{
    ImportDesk desk;
    const qint64 before = desk.count("customer");
    const QString path = desk.write("customers.csv", mixedCustomers());
    ImportPage& page = desk.openFile("customers", path);
    CHECK(page.kind() == QStringLiteral("customers"));
    CHECK(page.title() == QStringLiteral("Import customers"));
    // What is recognised, what nobody knows.
    const auto& entries = page.mapping().entries();
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].field == QStringLiteral("name"));
    CHECK(entries[1].field == QStringLiteral("grade"));
    CHECK(entries[3].field.isEmpty());
    CHECK(entries[3].mark == ImportMapping::Mark::Unknown);
    // The rows as they will be understood, and what is wrong with the second.
    REQUIRE(page.rows().rowCount() == 3);
    CHECK(page.rows().row(0)->fate == exchange::RowFate::Created);
    CHECK(page.rows().row(0)->shown[1] == QStringLiteral("A"));
    CHECK(page.rows().row(1)->fate == exchange::RowFate::Rejected);
    REQUIRE(page.rows().problems(1).size() == 1);
    CHECK(page.rows().problems(1).first().startsWith(QStringLiteral("Grade")));
    CHECK(desk.shown("importCounts")
        == QStringLiteral("2 new, 0 changed, 0 unchanged, 0 repeated, 1 with errors"));
    CHECK(desk.count("customer") == before);

    CHECK(page.isAncestorOf(QApplication::focusWidget()));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before + 2);
    CHECK(desk.shown("importResultHeading") == QStringLiteral("2 imported, 1 rejected"));
    const QString rejected = desk.dir.filePath(QStringLiteral("customers.csv.rejected.csv"));
    QFile bad(rejected);
    REQUIRE(bad.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(bad.readAll()).contains(QStringLiteral("苏州新恒自动化有限公司")));
    CHECK(desk.shown("toastText") == QStringLiteral("2 imported, 1 rejected"));
    CHECK(desk.find<Toast>("toast").offersUndo());
    const JobStatus& job = desk.window->navigator().jobs().listed().front();
    CHECK(job.result.failedFile == rejected);

    // The rejected rows go elsewhere as a workbook.
    const QString copied = desk.dir.filePath(QStringLiteral("again.xlsx"));
    page.saveRejected(copied);
    desk.settle();
    CHECK(QFile::exists(copied));

    desk.press(Qt::Key_Z, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before);
}

TEST_CASE("with errors all rows or none imports nothing until they are corrected in place",
    "[ui][import]")
{
    ImportDesk desk;
    const qint64 before = desk.count("customer");
    ImportPage& page = desk.openFile("customers", desk.write("customers.csv", mixedCustomers()));
    desk.find<QRadioButton>("importAllOrNone").setFocus();
    desk.press(Qt::Key_Space);
    CHECK_FALSE(desk.find<QPushButton>("importRun").isEnabled());
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before);
    // The row is corrected where it stands.
    auto& table = desk.find<QTableView>("importRows");
    table.setFocus();
    const int grade = ImportRowsModel::FirstCell + 1;
    table.setCurrentIndex(page.rows().index(1, grade));
    CHECK(desk.find<QLabel>("importProblems").isVisible());
    desk.press(Qt::Key_F2);
    desk.type(QStringLiteral("C"));
    desk.press(Qt::Key_Return);
    desk.settleCheck();
    CHECK(desk.shown("importCounts").startsWith(QStringLiteral("3 new")));
    CHECK(desk.find<QPushButton>("importRun").isEnabled());
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before + 3);
    CHECK(desk.shown("importResultHeading") == QStringLiteral("3 imported"));
}

TEST_CASE("a field chosen for a header is taken from another column and remembered", "[ui][import]")
{
    ImportDesk desk;
    const QString path = desk.write("customers.csv", mixedCustomers());
    {
        ImportPage& page = desk.openFile("customers", path);
        auto& box = desk.find<QComboBox>("importField3");
        box.setFocus();
        box.setCurrentIndex(box.findData(QStringLiteral("mnemonic")) - 1);
        desk.press(Qt::Key_Down); // a person's choice, not the program's
        desk.settleCheck();
        CHECK(page.mapping().entries()[3].field == QStringLiteral("mnemonic"));
        auto& city = desk.find<QComboBox>("importField2");
        city.setFocus();
        city.setCurrentIndex(city.findData(QStringLiteral("mnemonic")) - 1);
        desk.press(Qt::Key_Down);
        desk.settleCheck();
        CHECK(page.mapping().entries()[2].field == QStringLiteral("mnemonic"));
        CHECK(page.mapping().entries()[3].field.isEmpty());
        CHECK(page.mapping().entries()[3].mark == ImportMapping::Mark::Taken);
        page.importRows();
        desk.settle();
        CHECK(desk.cell(QStringLiteral("SELECT mnemonic FROM customer WHERE name = ?"),
                  {QStringLiteral("杭州新启减速机有限公司")})
            == QStringLiteral("杭州"));
    }
    ImportPage& page = desk.openFile("customers", path);
    CHECK(page.mapping().entries()[2].field == QStringLiteral("mnemonic"));
    CHECK(page.mapping().entries()[2].mark == ImportMapping::Mark::Remembered);
}

TEST_CASE(
    "cells pasted into a list open the preview; a single word filters the list", "[ui][import]")
{
    ImportDesk desk;
    const qint64 before = desk.count("customer");
    desk.open("customers");
    auto* list = qobject_cast<ListPage*>(desk.window->currentPage());
    REQUIRE(list != nullptr);
    list->table()->setFocus();
    desk.copy(QStringLiteral("宁波"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.window->currentPageId() == QStringLiteral("customers"));
    CHECK(list->filterEdit()->filter() == QStringLiteral("宁波"));
    list->setFilterText({});
    desk.settle();

    // Values without names fall on the columns on screen: name, number, industry, city.
    desk.copy(
        QStringLiteral("绍兴新城机械有限公司\t\t机床\t绍兴\n嘉兴新港泵业有限公司\t\t泵阀\t嘉兴\n"));
    list->table()->setFocus();
    desk.press(Qt::Key_V, Qt::ControlModifier);
    desk.settle();
    REQUIRE(desk.window->currentPageId() == QStringLiteral("import"));
    ImportPage& page = desk.page();
    page.setPasteFolder(desk.dir.path());
    REQUIRE(page.rows().rowCount() == 2);
    REQUIRE(page.mapping().entries().size() == 4);
    CHECK(page.mapping().entries()[0].field == QStringLiteral("name"));
    CHECK(page.mapping().entries()[2].field == QStringLiteral("industry"));
    CHECK(page.mapping().entries()[3].field == QStringLiteral("city"));
    CHECK(desk.count("customer") == before);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before + 2);
    CHECK(desk.cell(QStringLiteral("SELECT city FROM customer WHERE name = ?"),
              {QStringLiteral("嘉兴新港泵业有限公司")})
        == QStringLiteral("嘉兴"));

    // With names the order of the columns does not matter.
    desk.open("customers");
    desk.copy(QStringLiteral("城市\t客户名称\n湖州\t湖州新东轴承有限公司"));
    list->table()->setFocus();
    desk.press(Qt::Key_V, Qt::ControlModifier);
    desk.settle();
    REQUIRE(page.rows().rowCount() == 1);
    CHECK(page.mapping().entries()[0].field == QStringLiteral("city"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before + 3);
}

TEST_CASE("a file that is none says so and leaves what was shown", "[ui][import]")
{
    ImportDesk desk;
    ImportPage& page = desk.openFile("customers", desk.write("customers.csv", mixedCustomers()));
    REQUIRE(page.rows().rowCount() == 3);
    page.openFile(QStringLiteral("customers"), desk.write("empty.csv", {}));
    desk.settle();
    CHECK(desk.find<QWidget>("importMessage").isVisible());
    CHECK(desk.shown("importMessageText").contains(QStringLiteral("empty.csv")));
    CHECK(page.rows().rowCount() == 3);
    page.openFile(QStringLiteral("customers"),
        desk.write("broken.xlsx", QStringLiteral("PK no workbook at all")));
    desk.settle();
    CHECK(desk.find<QWidget>("importMessage").isVisible());
    CHECK(page.rows().rowCount() == 3);
    // Without a column a customer must have nothing can be imported, and the sentence names it.
    page.openFile(QStringLiteral("customers"),
        desk.write("cities.csv", QStringLiteral("城市,老代码\r\n宁波,K1\r\n")));
    desk.settle();
    CHECK(desk.shown("importMessageText").contains(QStringLiteral("name")));
    CHECK(page.rows().rowCount() == 1);
    CHECK_FALSE(desk.find<QPushButton>("importRun").isEnabled());
}

TEST_CASE("thousands of rows are imported behind the window and taken back as one act",
    "[ui][import][undo]")
{
    ImportDesk desk;
    const qint64 before = desk.count("customer");
    ImportPage& page = desk.openFile("customers", desk.write("many.csv", manyCustomers(1200)));
    CHECK(page.rows().rowCount() == 200);
    page.importRows();
    desk.settle();
    CHECK(desk.count("customer") == before + 1200);
    CHECK(desk.shown("importResultHeading") == QStringLiteral("1,200 imported"));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before);
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.count("customer") == before + 1200);
}

TEST_CASE("an import that is stopped leaves nothing", "[ui][import]")
{
    ImportDesk desk;
    const qint64 before = desk.count("customer");
    ImportPage& page = desk.openFile("customers", desk.write("many.csv", manyCustomers(3000)));
    page.importRows();
    REQUIRE(page.isBusy());
    auto& cancel = desk.find<QPushButton>("importCancel");
    cancel.setFocus();
    desk.press(Qt::Key_Space);
    desk.settle();
    CHECK(desk.window->navigator().jobs().listed().front().state == JobState::Cancelled);
    CHECK(desk.count("customer") == before);
    CHECK(desk.find<QWidget>("importMessage").isVisible());
    // The rows are still there to be imported.
    CHECK(desk.find<QPushButton>("importRun").isEnabled());
}

TEST_CASE("the import is called from menu, palette and keys, and only with the right to it",
    "[ui][import][access]")
{
    ImportDesk desk;
    QAction* const file = desk.window->commands().action(QStringLiteral("list.import"));
    REQUIRE(file != nullptr);
    CHECK(file->shortcut() == QKeySequence(QStringLiteral("Ctrl+I")));
    for (const char* list : {"customers", "items", "opportunities"}) {
        desk.open(list);
        auto& menu =
            desk.find<QToolButton>(qPrintable(QString::fromLatin1(list) + QStringLiteral("Menu")));
        REQUIRE(menu.menu() != nullptr);
        CHECK(menu.menu()->actions().contains(file));
        CHECK(menu.isVisible());
    }
    desk.open("items");
    const QString path =
        desk.write("items.csv", QStringLiteral("物料编码,物料名称,单位\r\nZZ-1,试验件,件\r\n"));
    REQUIRE(app::importIntoList(*desk.window, path));
    desk.settle();
    CHECK(desk.page().kind() == QStringLiteral("items"));
}

TEST_CASE("cells pasted into a quote become its lines, unknown codes stay as words",
    "[ui][import][paste]")
{
    ImportDesk desk;
    desk.open("quotes");
    REQUIRE(desk.window->currentPage()->newRecord());
    desk.settle();
    auto* const editor = desk.window->findChild<QuoteEditor*>();
    REQUIRE(editor != nullptr);
    auto* const lines = editor->findChild<QuoteLinesModel*>();
    auto* const grid = editor->findChild<QuoteLinesView*>();
    REQUIRE(lines != nullptr);
    const QString code = desk.cell(QStringLiteral(
        "SELECT code FROM item WHERE deleted = 0 AND sales_item = 1 ORDER BY rid LIMIT 1"));
    REQUIRE_FALSE(code.isEmpty());
    desk.copy(QStringLiteral("物料编码\t数量\t单价\n%1\t1,200\t88.50\nNO-SUCH-1\t5\t\n").arg(code));
    grid->startEntry(); // the field is open where a person would type the first code
    desk.press(Qt::Key_V, Qt::ControlModifier);
    desk.settle();
    REQUIRE(lines->lines().size() == 2);
    CHECK(lines->lines()[0].item->code == code);
    CHECK(lines->lines()[0].draft.qty == Quantity::fromWhole(1200));
    CHECK(lines->lines()[0].draft.price == tests::value(UnitPrice::parse(QStringLiteral("88.50"))));
    CHECK_FALSE(lines->lines()[1].item.has_value());
    CHECK(lines->lines()[1].draft.name == QStringLiteral("NO-SUCH-1"));
    CHECK(desk.shown("quoteMessageText").contains(QStringLiteral("NO-SUCH-1")));
}
