// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/company_file.h"
#include "tests/bench/painted_page.h"
#include "ui/shared/list_table.h"
#include "ui/shared/windowed_model.h"

#include <functional>

namespace chengdan::bench {

/// The table of our list pages over one record type.
class OurList {
public:
    OurList(
        storage::Database& database, const schema::RecordType& type, const QStringList& columns);

    /// Asks for the rows and waits until the first page stands in the window.
    void open(const ui::ListRequest& request);
    /// Asks anew and waits for all keys.
    void ask(const ui::ListRequest& request);
    void waitForAll();
    /// Scrolls to the last row until it is painted.
    void showLast();

    ui::WindowedModel& model() { return m_model; }
    ui::ListTable& view() { return m_table; }
    QString text(int row, const QString& column);

private:
    bool holdsPage() const;
    void waitForPage();
    void waitFor(const std::function<bool()>& done, const char* what);
    QString m_failure; // code of an error; thrown outside the event that told it
    ui::WindowedModel m_model;
    ui::ListTable m_table; // goes before the model
    PaintedPage m_page;
};

} // namespace chengdan::bench
