// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_audit.h"
#include "ui/sync/field_words.h"
#include "ui/sync/server_page.h"

class QComboBox;
class QPushButton;

namespace chengdan::ui {

/// The server's history: who changed what on which PC, when it was typed and when it arrived. The
/// newest first, a page at a time; and whether the seals over it still hold.
class ServerAuditPage : public ServerPage {
    Q_OBJECT
public:
    ServerAuditPage(const access::Context& context,
        Navigator& navigator,
        SyncSession& session,
        QWidget* parent = nullptr);
    /// Shows these, as if the server had answered them.
    void showEntries(std::vector<sync::ServerAuditEntry> entries);
    sync::ServerAuditFilter filter() const;
    QString title() const override;

protected:
    void load() override;
    void retranslate() override;

private:
    void fillFilters();
    void fillList(bool again);
    void loadOlder();
    void checkSeals();
    void show(qint64 number);
    QComboBox* m_person;
    QComboBox* m_table;
    QComboBox* m_operation;
    QComboBox* m_time;
    QPushButton* m_older;
    QPushButton* m_seals;
    std::vector<sync::ServerAuditEntry> m_entries;
    bool m_more = false; ///< the last page was full
};

} // namespace chengdan::ui
