// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/opportunity.h"
#include "core/schema/ddl.h"
#include "core/storage/connection.h"
#include "tests/ui/window/window_desk.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>

#include <mutex>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

// What a screen reader says of a widget: its name, else the label that leads to it.
QString spokenName(QWidget* widget)
{
    const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken == nullptr ? QString() : spoken->text(QAccessible::Name);
}

bool isControl(const QWidget* widget)
{
    // Parts of a control speak for the whole; a scroll area only holds the controls.
    const bool reached = (widget->focusPolicy() & Qt::TabFocus) != 0;
    if (!reached || !widget->isVisible() || !widget->isEnabled())
        return false;
    if (qobject_cast<const QScrollArea*>(widget) || widget->inherits("QComboBoxPrivateContainer"))
        return false;
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    if (area != nullptr && area->viewport() == widget)
        return false;
    return qobject_cast<const QComboBox*>(widget->parentWidget()) == nullptr
        && qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) == nullptr
        && !widget->inherits("QHeaderView");
}

} // namespace

TEST_CASE("every control of every page has a name for the screen reader", "[ui][accessible]")
{
    tests::WindowDesk desk;
    QStringList silent;
    const auto look = [&](const QString& where) {
        for (QWidget* widget : desk.window->findChildren<QWidget*>()) {
            if (isControl(widget) && spokenName(widget).trimmed().isEmpty())
                silent += where + QStringLiteral(": ") + widget->objectName() + QLatin1Char(' ')
                    + QString::fromLatin1(widget->metaObject()->className());
        }
    };
    for (const PageSpec& page : desk.window->pages()) {
        desk.window->navigator().openPage(page.id);
        desk.settle();
        look(page.id);
        if (desk.window->currentPage()->newRecord()) {
            QCoreApplication::processEvents();
            look(page.id + QStringLiteral(" new"));
            while (desk.window->currentPage()->closeInner()) { }
        }
    }
    silent.removeDuplicates();
    INFO(silent.join(QLatin1Char('\n')).toStdString());
    CHECK(silent.isEmpty());
}

TEST_CASE("no page asks a question on the window's own thread that visits over 10,000 rows",
    "[ui][storage]")
{
    static std::mutex mutex;
    static QStringList heavy;
    static qint64 seen = 0;
    heavy.clear();
    seen = 0;
    const auto mine = std::this_thread::get_id();
    storage::setStatementObserver([mine](const storage::StatementCost& cost) {
        if (std::this_thread::get_id() != mine)
            return;
        const std::lock_guard lock(mutex);
        ++seen;
        // A row costs some thirty steps of the machine at most; scans are counted as they are.
        if (cost.scanSteps > 10'000 || cost.rows > 10'000 || cost.machineSteps > 300'000)
            heavy += QString::number(cost.scanSteps) + QStringLiteral(" scanned, ")
                + QString::number(cost.machineSteps) + QStringLiteral(" steps: ")
                + cost.sql.left(160);
    });
    {
        tests::WindowDesk desk;
        // 12,000 further opportunities make every scan of that table visible.
        const auto grown = desk.database->write(
            desk.session->person().id, [](storage::Transaction& transaction) -> Result<void> {
                const auto names = schema::metaColumns();
                QStringList columns = names;
                for (const schema::Column& column :
                    schema::describe<pipeline::Opportunity>().columns)
                    columns += QString::fromLatin1(column.name);
                QStringList values = columns;
                values[values.indexOf(QStringLiteral("id"))] = QStringLiteral("randomblob(16)");
                transaction.connection().execute(
                    QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                   "WHERE i < 12000) INSERT INTO opportunity(%1) SELECT %2 FROM n, "
                                   "(SELECT * FROM opportunity LIMIT 1)")
                        .arg(columns.join(QLatin1Char(',')), values.join(QLatin1Char(','))));
                return {};
            });
        REQUIRE(grown.has_value());
        for (const PageSpec& page : desk.window->pages()) {
            desk.window->navigator().openPage(page.id);
            desk.window->currentPage()->refreshPage();
            desk.settle();
        }
    }
    storage::setStatementObserver({});
    CHECK(seen > 10);
    INFO(heavy.join(QLatin1Char('\n')).toStdString());
    CHECK(heavy.isEmpty());
}

TEST_CASE("the observer tells how many rows a scan visited", "[storage]")
{
    tests::WindowDesk desk;
    qint64 scanned = 0;
    storage::setStatementObserver([&scanned](const storage::StatementCost& cost) {
        if (cost.sql.contains(QStringLiteral("length(name) > 1000")))
            scanned = cost.scanSteps;
    });
    (void)desk.database->reader().scalar(
        QStringLiteral("SELECT count(*) FROM customer WHERE length(name) > 1000"));
    storage::setStatementObserver({});
    const qint64 all = schema::toInteger(
        desk.database->reader().scalar(QStringLiteral("SELECT count(*) FROM customer")));
    CHECK(scanned >= all - 1);
}
