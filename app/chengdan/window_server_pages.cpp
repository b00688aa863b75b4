// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_server_pages.h"

#include "ui/shared/job_list.h"
#include "ui/shell/main_window.h"
#include "ui/sync/checkup_page.h"
#include "ui/sync/delegations_page.h"
#include "ui/sync/server_audit_page.h"
#include "ui/sync/server_office.h"
#include "ui/sync/sync_session.h"

#include <QCoreApplication>

namespace chengdan::app {

namespace {

template <typename ServerPage>
void addServerPage(ui::MainWindow& window,
    const access::Context& context,
    ui::SyncSession& session,
    const char* id,
    const char* title,
    const char* icon)
{
    ui::PageSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.title = [title] { return QCoreApplication::translate("Main", title); };
    spec.icon = QString::fromLatin1(icon);
    spec.group = 2;
    spec.inRail = false;
    spec.inSettings = true;
    spec.factory = [&window, &context, &session](ui::Navigator& navigator) {
        auto* page = new ServerPage(context, navigator, session);
        QObject::connect(page, &ui::ServerPage::signInWanted, &window, [&window] {
            window.commands().run(QStringLiteral("sync.signin"));
        });
        return page;
    };
    window.addPage(std::move(spec));
}

} // namespace

void addServerPages(
    ui::MainWindow& window, const access::Context& context, ui::SyncSession& session)
{
    if (session.standing() == ui::SyncStanding::SingleUser)
        return;
    auto* office = new ui::ServerOffice(session, window.navigator().jobs(), &window);
    QObject::connect(office, &ui::ServerOffice::signInWanted, &window, [&window] {
        window.commands().run(QStringLiteral("sync.signin"));
    });
    addServerPage<ui::DelegationsPage>(
        window, context, session, "delegations", QT_TRANSLATE_NOOP("Main", "Delegation"), "users");
    if (!context.session.has(access::Right::Administer))
        return;
    addServerPage<ui::CheckupPage>(window,
        context,
        session,
        "checkup",
        QT_TRANSLATE_NOOP("Main", "Permission check-up"),
        "shield-alert");
    addServerPage<ui::ServerAuditPage>(window,
        context,
        session,
        "server-audit",
        QT_TRANSLATE_NOOP("Main", "Server's history"),
        "history");
}

} // namespace chengdan::app
