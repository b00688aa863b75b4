// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/server_link.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"

class QLabel;

namespace chengdan::ui {

class Navigator;
class PersonAtServer;
class RecordPanel;
class StaffOffice;

/// The chosen person with roles and reach. What other records offer as "delete" takes the person
/// out of use here, after a question. In a copy the team's server does all of it: there the panel
/// shows what the server knows of the person, and taking out of use ends the access everywhere.
class PersonPanel : public EditPanel {
    Q_OBJECT
public:
    explicit PersonPanel(
        const access::Context& context, StaffOffice* office = nullptr, QWidget* parent = nullptr);
    bool editRecord() override;
    bool deleteRecord() override;
    /// The form for somebody who is not in the file yet.
    void startNew();

protected:
    void showKey(qint64 key) override;
    QString kindText() const override;

private:
    void showRoles();
    void clearPassword();
    void buildServerPart();
    void allow();
    /// Asks the server and tells of it; `words` once it went well.
    void atServer(std::function<Result<void>(sync::ServerLink&)> act, const QString& words);
    void askToEndAccess();
    void givePassword();
    /// A question in place above the record, with the verb of the act; the safe answer has the
    /// focus.
    void ask(const QString& question,
        const QString& verb,
        std::function<void()> act,
        const QString& detail = {});
    const access::Context& m_context;
    std::optional<access::Person> m_shown;
    StaffOffice* m_office;
    PersonAtServer* m_atServer = nullptr;
    MessageBar* m_ask;
    RecordPanel* m_record;
    QLabel* m_roles;
    QPushButton* m_clearPassword;
};

/// Who works with the program: list, and the panel that edits a person with all roles.
class PeoplePage : public ListPage {
    Q_OBJECT
public:
    /// The context must outlive the page, the office as well; there is one in a copy alone.
    PeoplePage(const access::Context& context,
        Navigator& navigator,
        StaffOffice* office = nullptr,
        QWidget* parent = nullptr);
    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    bool closeInner() override;
    void savePage() override;
    PersonPanel& panel() const { return *m_panel; }

private:
    static ListSetup setup(const access::Context& context);
    void takeAdded();
    StaffOffice* m_office;
    PersonPanel* m_panel;
};

} // namespace chengdan::ui
