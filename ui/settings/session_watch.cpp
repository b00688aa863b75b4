// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/session_watch.h"

#include <algorithm>

namespace chengdan::ui {

namespace {

bool touchesRights(const QList<storage::Change>& changes)
{
    const int tables[] = {schema::describe<access::Person>().number,
        schema::describe<access::PersonRole>().number,
        schema::describe<access::Team>().number,
        schema::describe<access::Region>().number};
    return std::any_of(changes.begin(), changes.end(), [&](const storage::Change& change) {
        return std::find(std::begin(tables), std::end(tables), change.table) != std::end(tables);
    });
}

} // namespace

SessionWatch::SessionWatch(const access::Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(
        &context.database.notices(),
        &storage::ChangeNotices::committed,
        this,
        [this](const QList<storage::Change>& changes) {
            if (touchesRights(changes))
                check();
        },
        Qt::QueuedConnection); // commits are told on the writer's thread
}

void SessionWatch::check()
{
    if (m_told)
        return;
    const auto now = access::openSession(m_context.database, m_context.session.person().login);
    if (now && m_context.session.allowsSameAs(*now))
        return;
    if (now || now.error().code == QLatin1String("PERSON_UNKNOWN")) {
        // A new login is the same person; opening anew finds out.
        m_told = true;
        Q_EMIT changed();
    } else if (now.error().code == QLatin1String("PERSON_INACTIVE")) {
        m_told = true;
        Q_EMIT ended(now.error());
    }
}

} // namespace chengdan::ui
