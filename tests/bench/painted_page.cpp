// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/painted_page.h"

#include "tests/bench/bench_case.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace chengdan::bench {

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

PaintedPage::PaintedPage(QTableView& view, std::function<bool()> holds)
    : m_view(view)
    , m_holds(std::move(holds))
{
    view.viewport()->installEventFilter(this);
}

void PaintedPage::expect()
{
    m_painted = false;
    m_view.viewport()->update();
}

// Told before the painting; it is over when the event loop comes back.
bool PaintedPage::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Paint && m_holds())
        m_painted = true;
    return false;
}

} // namespace chengdan::bench
