// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/requests.h"
#include "ui/theme/tokens.h"

#include <QObject>

#include <set>

namespace chengdan::ui {

class SyncSession;

/// Tells what the server has decided about acts that waited for it: one sentence each, or one for
/// all when many come at once. The list of requests keeps the refused ones with their reasons.
class RequestWatch : public QObject {
    Q_OBJECT
public:
    /// The session must outlive it.
    explicit RequestWatch(SyncSession& session, QObject* parent = nullptr);

Q_SIGNALS:
    void answered(const QString& sentence, chengdan::ui::Tone tone);

private:
    void look();
    QString words(const sync::Request& request) const;
    SyncSession& m_session;
    std::set<QByteArray> m_waiting;
};

} // namespace chengdan::ui
