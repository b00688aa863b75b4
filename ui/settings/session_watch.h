// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

#include <QObject>

namespace chengdan::ui {

/// Notices when the person at the window may do something else than when the session was opened:
/// by an act in this program at once, by another process when storage::Database::lookOutside hears
/// of it.
class SessionWatch : public QObject {
    Q_OBJECT
public:
    explicit SessionWatch(const access::Context& context, QObject* parent = nullptr);
    /// Looks now.
    void check();

Q_SIGNALS:
    /// Told once: open the window anew with a new session.
    void changed();
    /// Told once: the person can act no more.
    void ended(const chengdan::Error& error);

private:
    const access::Context& m_context;
    bool m_told = false;
};

} // namespace chengdan::ui
