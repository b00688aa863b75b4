// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/our_list.h"

#include "tests/bench/baseline_list.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_density.h"
#include "ui/shared/record_source.h"

#include <QHeaderView>
#include <QScrollBar>

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

OurList::OurList(
    storage::Database& database, const schema::RecordType& type, const QStringList& columns)
    : m_model(
        std::make_unique<ui::RecordListSource>(database, type, columns, std::vector<PersonId>()),
        specsOf(type, columns),
        benchClock().today())
    , m_page(m_table, [this] { return holdsPage(); })
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
}

void OurList::ask(const ui::ListRequest& request)
{
    m_model.setRequest(request);
    waitForAll();
    waitForPage();
}

void OurList::waitForAll()
{
    waitFor([this] { return m_model.isLoaded() && !m_model.isLoading(); }, "all keys");
}

// All rows that can be seen.
bool OurList::holdsPage() const
{
    if (!m_model.isLoaded())
        return false;
    const int first = m_table.rowAt(1);
    const int last = m_table.rowAt(m_table.viewport()->height() - 1);
    const int end = last < 0 ? m_model.rowCount() - 1 : last;
    return m_model.rowCount() == 0
        || (m_model.lookAt(qMax(0, first), 0) != nullptr && m_model.lookAt(end, 0) != nullptr);
}

void OurList::waitForPage()
{
    m_page.expect();
    waitFor([this] { return m_page.isPainted(); }, "a painted page");
}

void OurList::showLast()
{
    m_table.scrollToBottom();
    waitForPage();
}

QString OurList::text(int row, const QString& column)
{
    const int at = m_model.columnOf(column);
    waitFor([&] { return m_model.lookAt(row, at) != nullptr; }, "a row");
    return m_model.lookAt(row, at)->text;
}

} // namespace chengdan::bench
