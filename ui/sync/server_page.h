// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/server_link.h"
#include "ui/shared/page.h"

#include <functional>

class QHBoxLayout;

namespace chengdan::ui {

class EntryList;
class LoadingBar;
class MessageBar;
class Navigator;
class SyncSession;

/// A page whose content is the server's own and not in the copy: it is asked for over a connection
/// of its own, behind the window, and says so when nobody is signed in or nobody answers.
class ServerPage : public Page {
    Q_OBJECT
public:
    ServerPage(const QString& name,
        const access::Context& context,
        Navigator& navigator,
        SyncSession& session,
        QWidget* parent = nullptr);
    void activated() override;
    void refreshPage() override;

Q_SIGNALS:
    void signInWanted();

protected:
    /// What is at work runs on a thread of its own; `done` on this one, only when it went well.
    /// Results are handed over by whatever both hold.
    using Work = std::function<Result<void>(sync::ServerLink& server)>;
    void ask(Work work, std::function<void()> done);
    virtual void load() = 0;
    virtual void retranslate() = 0;
    void showError(const Error& error);
    void changeEvent(QEvent* event) override;
    EntryList& list() { return *m_list; }
    /// Room above the list.
    QHBoxLayout& head() { return *m_head; }

    const access::Context& m_context;
    Navigator& m_navigator;
    SyncSession& m_session;

private:
    QHBoxLayout* m_head;
    LoadingBar* m_loading;
    MessageBar* m_message;
    EntryList* m_list;
    bool m_loaded = false;
};

} // namespace chengdan::ui
