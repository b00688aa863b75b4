// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_search_index.h"

#include "core/customers/name_key_fill.h"
#include "core/storage/search_fill.h"
#include "ui/shared/job_list.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace chengdan::app {

namespace {

void startNameKeys(ui::MainWindow& window, storage::Database& database)
{
    const auto missing = database.read([](storage::Connection& connection) -> Result<bool> {
        return customers::lacksNameKeys(connection);
    });
    if (!missing || !*missing)
        return;
    const QString title = QCoreApplication::translate(
        "Main", QT_TRANSLATE_NOOP("Main", "Prepare the names of customers for comparison"));
    window.navigator().jobs().start(title, [&database](JobControl& job) -> Result<JobResult> {
        const auto filled =
            customers::fillNameKeys(database, [&job] { return !job.isCancelled(); });
        if (!filled)
            return fail(filled.error());
        return JobResult();
    });
}

} // namespace

void fillSearchIndex(ui::MainWindow& window, const Workplace& workplace)
{
    startNameKeys(window, workplace.context.database);
    const auto words = [](const char* text) { return QCoreApplication::translate("Main", text); };
    storage::Database& database = workplace.context.database;
    const auto missing = database.read([](storage::Connection& connection) -> Result<qint64> {
        return storage::searchRowsMissing(connection);
    });
    if (!missing || *missing == 0)
        return;
    window.navigator().toast(words(QT_TRANSLATE_NOOP("Main",
                                 "The search index of this file is being made. Until it is ready, "
                                 "searching in lists takes longer and Ctrl+K finds the newer "
                                 "records only.")),
        ui::Tone::Info);
    const QString text =
        words(QT_TRANSLATE_NOOP("Main", "Until then older records are found in lists only"));
    window.navigator().jobs().start(words(QT_TRANSLATE_NOOP("Main", "Make the search index")),
        [&database, text](JobControl& job) -> Result<JobResult> {
            const auto filled = storage::fillSearch(database, [&](qint64 done, qint64 total) {
                job.report(done, total, text);
                return !job.isCancelled();
            });
            if (!filled)
                return fail(filled.error());
            return JobResult();
        });
}

} // namespace chengdan::app
