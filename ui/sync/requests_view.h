// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/requests.h"

#include <QWidget>

class QPushButton;

namespace chengdan::ui {

class EntryList;
class Navigator;
class SyncSession;

/// Acts that the server decides: waiting, done, refused with the reason. A refused one is asked
/// again (Ctrl+Enter) or given up (Ctrl+Shift+Enter).
class RequestsView : public QWidget {
    Q_OBJECT
public:
    RequestsView(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);
    void setSession(SyncSession* session) { m_session = session; }
    void reload(bool anew = false);
    void focusList();
    /// Queued and refused ones, for the tab.
    int open() const;

Q_SIGNALS:
    void decided();
    void failed(const chengdan::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void show(qint64 key);
    const sync::Request* current() const;
    QString subject(const sync::Request& request) const;
    void addField(const QString& name, const QString& text);
    void askAgain();
    void giveUp();
    const access::Context& m_context;
    Navigator& m_navigator;
    SyncSession* m_session = nullptr;
    EntryList* m_list;
    QPushButton* m_again;
    QPushButton* m_drop;
    std::vector<sync::Request> m_requests; ///< the key of an entry is its place, from 1
};

} // namespace chengdan::ui
