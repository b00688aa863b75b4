// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/cancel.h"
#include "tests/ui/window/window_desk.h"
#include "ui/shell/task_panel.h"

#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <future>

using namespace chengdan;
using namespace chengdan::ui;

TEST_CASE(
    "a task shows in the top bar, is cancelled by key, and the window stays usable", "[ui][job]")
{
    tests::WindowDesk desk;
    JobList& jobs = desk.window->navigator().jobs();
    // A query that would run for minutes: only the cancel can end it.
    jobs.start(QStringLiteral("Endless"), [&desk](JobControl& job) {
        return desk.database->read([&](storage::Connection& connection) -> Result<JobResult> {
            const storage::StopOnCancel stop(connection, job.token());
            (void)connection.scalar(QStringLiteral(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                "100000000000) SELECT count(*) FROM n"));
            return JobResult();
        });
    });
    QTRY_COMPARE(jobs.listed().front().state, JobState::Running);
    CHECK(desk.find<QToolButton>("topTasks").text() == QStringLiteral("1"));
    // Another page opens and loads while the task runs.
    desk.window->navigator().openPage(QStringLiteral("customers"));
    QTRY_VERIFY(desk.window->currentPageId() == QStringLiteral("customers"));
    auto* list = desk.window->currentPage()->findChild<WindowedModel*>();
    REQUIRE(list != nullptr);
    QTRY_VERIFY(list->rowCount() > 100);

    desk.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    auto& panel = desk.find<TaskPanel>("taskPanel");
    REQUIRE(panel.isVisible());
    CHECK(QApplication::focusWidget() == panel.list());
    desk.press(Qt::Key_Delete);
    QTRY_COMPARE(jobs.listed().front().state, JobState::Cancelled);
    CHECK(desk.find<QToolButton>("topTasks").text().isEmpty());
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(panel.isVisible());
    CHECK(desk.window->currentPage()->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE(
    "progress is shown as a share, the result and the failed rows are opened by key", "[ui][job]")
{
    tests::WindowDesk desk;
    JobList& jobs = desk.window->navigator().jobs();
    std::promise<void> open;
    jobs.start(QStringLiteral("Import"), [&open](JobControl& job) -> Result<JobResult> {
        job.report(30, 120);
        open.get_future().wait();
        job.report(120, 120);
        return JobResult{.text = QStringLiteral("120 rows"),
            .file = QStringLiteral("/made.csv"),
            .failedRows = 2,
            .failedFile = QStringLiteral("/failed.csv")};
    });
    QTRY_COMPARE(desk.find<QToolButton>("topTasks").text(), QStringLiteral("25%"));
    open.set_value();
    QTRY_COMPARE(jobs.listed().front().state, JobState::Done);
    desk.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    auto& panel = desk.find<TaskPanel>("taskPanel");
    panel.disconnect(desk.window.get()); // no program shall open here
    QSignalSpy wanted(&panel, &TaskPanel::fileWanted);
    desk.press(Qt::Key_Return);
    REQUIRE(wanted.count() == 1);
    CHECK(wanted[0][0].toString() == QStringLiteral("/made.csv"));
    auto& failed = desk.find<QPushButton>("taskFailedRows");
    REQUIRE(failed.isVisible());
    failed.setFocus();
    desk.press(Qt::Key_Space);
    REQUIRE(wanted.count() == 2);
    CHECK(wanted[1][0].toString() == QStringLiteral("/failed.csv"));
    desk.find<QPushButton>("tasksClear").click();
    CHECK(jobs.rowCount() == 0);
}

TEST_CASE("Ctrl+E writes the rows of the list in front as a task", "[ui][job]")
{
    tests::WindowDesk desk;
    desk.open("customers");
    const QString path = desk.dir.filePath(QStringLiteral("customers.csv"));
    REQUIRE(app::exportList(*desk.window, *desk.workplace, path));
    JobList& jobs = desk.window->navigator().jobs();
    QTRY_VERIFY(!jobs.isBusy());
    REQUIRE(jobs.listed().front().state == JobState::Done);
    CHECK(jobs.listed().front().result.file == path);
    QFile file(path);
    REQUIRE(file.open(QFile::ReadOnly));
    const auto* list = desk.window->currentPage()->findChild<WindowedModel*>();
    CHECK(file.readAll().count('\n') == list->rowCount() + 1);
}
