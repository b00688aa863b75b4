// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/our_list.h"

#include "tests/bench/baseline_list.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_density.h"
#include "ui/shared/record_source.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPixmap>
#include <QScrollBar>
#include <QTimer>

namespace chengdan::bench {

namespace {

std::vector<ui::ColumnSpec> specsOf(const schema::RecordType& type, const QStringList& columns)
{
    std::vector<ui::ColumnSpec> specs;
    for (const QString& name : columns)
        specs.push_back(ui::columnSpec(type, name));
    return specs;
}

} // namespace

void waitUntil(const std::function<bool()>& done, const char* what)
{
    bool late = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, [&late] { late = true; });
    limit.start(120'000);
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (late)
            endBench(QStringLiteral("nothing came: ") + QLatin1String(what));
    }
}

OurList::OurList(
    storage::Database& database, const schema::RecordType& type, const QStringList& columns)
    : m_model(
        std::make_unique<ui::RecordListSource>(database, type, columns, std::vector<PersonId>()),
        specsOf(type, columns),
        benchClock().today())
{
    m_table.setItemDelegate(new ui::ListDelegate(&m_table));
    m_table.setModel(&m_model);
    m_table.verticalHeader()->setDefaultSectionSize(ui::ListDensity::instance().rowHeight());
    m_table.resize(kListSize);
    QObject::connect(&m_model, &ui::WindowedModel::failed, &m_table, [this](const Error& error) {
        m_failure = error.code;
    });
}

void OurList::waitFor(const std::function<bool()>& done, const char* what)
{
    waitUntil([&] { return !m_failure.isEmpty() || done(); }, what);
    if (!m_failure.isEmpty())
        endBench(QStringLiteral("the list: ") + m_failure);
}

void OurList::open(const ui::ListRequest& request)
{
    m_model.setRequest(request);
    m_table.show();
    waitForPage();
    paint();
}

void OurList::ask(const ui::ListRequest& request)
{
    m_model.setRequest(request);
    waitForAll();
    waitForPage();
    paint();
}

void OurList::waitForAll()
{
    waitFor([this] { return m_model.isLoaded() && !m_model.isLoading(); }, "all keys");
}

// All rows that can be seen.
void OurList::waitForPage()
{
    waitFor([this] { return m_model.isLoaded(); }, "the first rows");
    const auto seen = [this] {
        const int first = m_table.rowAt(1);
        const int last = m_table.rowAt(m_table.viewport()->height() - 1);
        const int end = last < 0 ? m_model.rowCount() - 1 : last;
        return m_model.rowCount() == 0
            || (m_model.lookAt(qMax(0, first), 0) != nullptr && m_model.lookAt(end, 0) != nullptr);
    };
    waitFor(seen, "the rows of a page");
}

void OurList::showLast()
{
    m_table.scrollToBottom();
    waitForPage();
    paint();
}

void OurList::paint()
{
    if (m_table.grab().isNull())
        endBench(QStringLiteral("our list was not painted"));
}

QString OurList::text(int row, const QString& column)
{
    const int at = m_model.columnOf(column);
    waitFor([&] { return m_model.lookAt(row, at) != nullptr; }, "a row");
    return m_model.lookAt(row, at)->text;
}

} // namespace chengdan::bench
