// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_delegation.h"
#include "ui/sync/server_page.h"

class QLabel;
class QPushButton;

namespace chengdan::ui {

class ServerOffice;

/// Who stands in for whom: what this person gave and got, for administrators what everybody did.
/// Ctrl+N asks for a new one, the button below an entry ends it.
class DelegationsPage : public ServerPage {
    Q_OBJECT
public:
    DelegationsPage(const access::Context& context,
        Navigator& navigator,
        SyncSession& session,
        QWidget* parent = nullptr);
    /// Shows these, as if the server had answered them.
    void showDelegations(std::vector<sync::Delegation> delegations);
    QString title() const override;
    bool newRecord() override;

protected:
    void load() override;
    void retranslate() override;

private:
    void show(qint64 key);
    void withdraw();
    void allow();
    const sync::Delegation* current();
    ServerOffice* m_office;
    QLabel* m_remark;
    QPushButton* m_new;
    QPushButton* m_withdraw;
    std::vector<sync::Delegation> m_delegations;
    bool m_known = false;
};

} // namespace chengdan::ui
