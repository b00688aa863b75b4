// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/page.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace chengdan::ui {

class EmptyState;
class MessageBar;
class Navigator;
class RequestsView;
class SyncSession;
class TrayView;
class UnsentView;

/// How this file and its server stand: the state in words, what needs a person, requests, unsent
/// edits, and what can be done about the copy as a whole. In a single-user file it explains what a
/// server is for and offers to join one.
class SyncPage : public Page {
    Q_OBJECT
public:
    enum class Tab { NeedsYou, Requests, Unsent };
    /// All must outlive the page.
    SyncPage(const access::Context& context,
        Navigator& navigator,
        SyncSession& session,
        QWidget* parent = nullptr);

    /// Shows another session's file, for the gallery; null comes back to the page's own.
    void showSession(SyncSession* session);
    const SyncSession& shownSession() const { return *m_session; }
    void openTab(Tab tab);
    /// Compares this copy with the server, as a task.
    void verify();
    /// Writes a single-user copy; an empty path asks where.
    void leaveWithCopy(QString path = {});

    QString title() const override;
    void activated() override;
    void refreshPage() override;
    bool closeInner() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;

Q_SIGNALS:
    void sessionShown();
    void joinWanted();
    void signInWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead();
    void buildViews();
    void retranslate();
    void follow();
    void reloadViews();
    void showTab(int tab);
    void fillHead();
    void fillTrouble();
    void fillTabs();
    void showError(const Error& error);
    const access::Context& m_context;
    Navigator& m_navigator;
    SyncSession& m_own;
    SyncSession* m_session;
    QStackedWidget* m_stack;
    EmptyState* m_single;
    QWidget* m_copy;
    QLabel* m_icon;
    QLabel* m_state;
    QLabel* m_where;
    QPushButton* m_now;
    QPushButton* m_verify;
    QPushButton* m_leave;
    MessageBar* m_trouble;
    MessageBar* m_error;
    QTabBar* m_tabs;
    QString m_told; ///< what m_trouble says, so that its links keep the focus
    QStackedWidget* m_views;
    TrayView* m_tray;
    RequestsView* m_requests;
    UnsentView* m_unsent;
};

} // namespace chengdan::ui
