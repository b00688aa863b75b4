// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+E: the rows of the list in front as a workbook or CSV file, written by a job.
#include "app/chengdan/window_pages.h"
#include "core/exchange/export_file.h"
#include "core/storage/cancel.h"
#include "ui/shared/job_list.h"
#include "ui/shared/list_page.h"
#include "ui/shared/record_source.h"
#include "ui/shared/windowed_model.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace chengdan::app {

namespace {

// The list the page is, or holds in front.
ui::ListPage* listInFront(const ui::MainWindow& window)
{
    ui::Page* const page = window.currentPage();
    if (page == nullptr)
        return nullptr;
    if (auto* list = qobject_cast<ui::ListPage*>(page))
        return list;
    auto* inner = page->findChild<ui::ListPage*>();
    return inner != nullptr && inner->isVisible() ? inner : nullptr;
}

QString tableOf(const QString& page)
{
    static const QHash<QString, QString> tables{
        {QStringLiteral("customers"), QStringLiteral("customer")},
        {QStringLiteral("opportunities"), QStringLiteral("opportunity")},
        {QStringLiteral("quotes"), QStringLiteral("quote")},
        {QStringLiteral("items"), QStringLiteral("item")}};
    return tables.value(page);
}

} // namespace

bool exportList(ui::MainWindow& window, const Workplace& workplace, QString path)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Main", text); };
    ui::ListPage* const list = listInFront(window);
    const QString table = tableOf(window.currentPageId());
    if (list == nullptr || table.isEmpty())
        return false;
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(&window,
            tr(QT_TRANSLATE_NOOP("Main", "Export list")),
            list->title() + QStringLiteral(".xlsx"),
            QStringLiteral("Excel (*.xlsx);;CSV (*.csv)"));
    }
    if (path.isEmpty())
        return false;
    const storage::ListQuery query = ui::listQuery(list->model().request());
    const QString told = tr(QT_TRANSLATE_NOOP("Main", "%1 rows in %2"));
    window.navigator().jobs().start(tr(QT_TRANSLATE_NOOP("Main", "Export “%1”")).arg(list->title()),
        [&context = workplace.context, table, path, query, told](
            JobControl& job) -> Result<JobResult> {
            const storage::StopOnCancel stop(context.database.reader(), job.token());
            const auto rows =
                exchange::exportFile(context, table, path, query, exchange::ExportHeader::Labels);
            if (!rows)
                return fail(rows.error());
            return JobResult{.text = told.arg(*rows).arg(path), .file = path};
        });
    return true;
}

} // namespace chengdan::app
