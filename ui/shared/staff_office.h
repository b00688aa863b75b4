// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/server_link.h"

#include <QObject>

#include <functional>
#include <optional>

namespace chengdan::ui {

/// Who carries out what an administrator changes about people, teams and regions of a copy: the
/// team's server, and only while it can be reached. A single-user file has none; the local services
/// do it there. UI thread.
class StaffOffice : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Why nothing can be changed now.
    struct Closed {
        QString why; ///< one sentence in the window's language
        bool signInHelps = false;
    };
    /// Nothing when the server can be asked.
    virtual std::optional<Closed> closed() const = 0;
    virtual void signIn() = 0;
    /// "14:03" of the company's day.
    virtual QString moment(Instant at) const = 0;
    /// An instant of the company's calendar: the first one of this date.
    virtual Instant startOf(QDate date) const = 0;
    virtual QDate today() const = 0;

    using Work = std::function<Result<void>(sync::ServerLink& server)>;
    using Answered = std::function<void(const Result<void>& answer)>;
    enum class Act { Reads, Changes };
    /// Runs `work` on a thread and a connection of its own and answers on this thread, unless the
    /// receiver is gone by then. After a change that went well the copy fetches what is new.
    virtual void ask(QObject* receiver, Act act, Work work, Answered answered) = 0;

Q_SIGNALS:
    /// closed() may say something else now.
    void changed();
};

} // namespace chengdan::ui
