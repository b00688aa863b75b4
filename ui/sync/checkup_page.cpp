// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/checkup_page.h"

#include "core/base/error_catalogue.h"
#include "core/sync/requests.h"
#include "core/sync/server_audit.h"
#include "core/sync/server_install.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/sync_session.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>

namespace chengdan::ui {

namespace {

QString findingText(const sync::CheckupFinding& finding)
{
    return sentence(finding.problem, currentLanguage());
}

Tone pointsTone(int points)
{
    return points >= 10 ? Tone::Danger : points >= 5 ? Tone::Warn : Tone::Neutral;
}

} // namespace

CheckupPage::CheckupPage(
    const access::Context& context, Navigator& navigator, SyncSession& session, QWidget* parent)
    : ServerPage(QStringLiteral("checkup"), context, navigator, session, parent)
    , m_score(new QLabel)
    , m_words(new QLabel)
    , m_again(new QPushButton)
    , m_print(new QPushButton)
    , m_repair(list().addButton(QStringLiteral("checkupRepair"), "primary"))
{
    m_score->setObjectName(QStringLiteral("checkupScore"));
    setRole(m_score, "kpi");
    m_words->setObjectName(QStringLiteral("checkupWords"));
    setRole(m_words, "cap2");
    m_again->setObjectName(QStringLiteral("checkupAgain"));
    m_print->setObjectName(QStringLiteral("checkupPrint"));
    head().addWidget(m_score);
    head().addWidget(m_words, 1);
    head().addWidget(m_print);
    head().addWidget(m_again);
    list().showFields(false);
    connect(m_again, &QPushButton::clicked, this, &CheckupPage::refreshPage);
    connect(m_print, &QPushButton::clicked, this, &CheckupPage::printPage);
    connect(m_repair, &QPushButton::clicked, this, &CheckupPage::repair);
    connect(&list(), &EntryList::chosen, this, &CheckupPage::show);
    retranslate();
}

QString CheckupPage::title() const
{
    return tr("Permission check-up");
}

void CheckupPage::load()
{
    auto found = std::make_shared<sync::ServerCheckup>();
    ask(
        [found](sync::ServerLink& server) -> Result<void> {
            auto checkup = sync::checkPermissions(server);
            if (!checkup)
                return fail(checkup.error());
            *found = std::move(*checkup);
            return {};
        },
        [this, found] { showCheckup(*found); });
}

void CheckupPage::showCheckup(const sync::ServerCheckup& checkup)
{
    m_checkup = checkup;
    m_at = m_session.clock().now();
    retranslate();
}

void CheckupPage::retranslate()
{
    m_again->setText(tr("Check again"));
    m_again->setToolTip(QStringLiteral("F5"));
    m_print->setText(tr("Print"));
    m_print->setToolTip(QStringLiteral("Ctrl+P"));
    list().setListColumns({tr("Finding"), tr("Person"), tr("Points")}, {96, 64});
    list().setFieldColumns({tr("Field"), tr("Value")});
    list().setNames(tr("Findings, the gravest first"), tr("Finding"));
    const bool looked = m_at != Instant();
    m_score->setText(looked ? tr("%1 of 100", "score").arg(m_checkup.score) : QString());
    m_words->setText(looked ? tr("Checked %1 · findings: %2")
                                  .arg(syncMoment(m_at, m_session.calendar()))
                                  .arg(m_checkup.findings.size())
                            : QString());
    list().setEmpty(QStringLiteral("circle-check"),
        looked ? tr("Nobody may more than needed") : tr("Not checked yet"));
    std::vector<EntryList::Entry> entries;
    for (const sync::CheckupFinding& finding : m_checkup.findings)
        entries.push_back({static_cast<qint64>(entries.size()) + 1,
            {findingText(finding), finding.personName, QString::number(finding.points)},
            pointsTone(finding.points)});
    list().setEntries(entries, true);
}

const sync::CheckupFinding* CheckupPage::current() const
{
    const auto at = static_cast<std::size_t>(const_cast<CheckupPage*>(this)->list().currentKey());
    return at == 0 || at > m_checkup.findings.size() ? nullptr : &m_checkup.findings[at - 1];
}

CheckupPage::Repair CheckupPage::repairOf(const QString& code)
{
    static const QHash<QString, Repair> kRepairs{
        {QStringLiteral("CHECKUP_LEAVER_DEVICE"), Repair::RevokeDevice},
        {QStringLiteral("CHECKUP_LEAVER_LOGIN"), Repair::DisablePerson},
        {QStringLiteral("CHECKUP_DORMANT"), Repair::DisablePerson},
        {QStringLiteral("CHECKUP_NEVER_USED"), Repair::DisablePerson},
        {QStringLiteral("CHECKUP_LONG_GRANT"), Repair::EndAccess},
        {QStringLiteral("CHECKUP_WIDE_ROLE"), Repair::OpenPerson},
        {QStringLiteral("CHECKUP_EXPORTER"), Repair::OpenPerson},
        {QStringLiteral("CHECKUP_SOLE_ADMINISTRATOR"), Repair::OpenPerson}};
    return kRepairs.value(code, Repair::None);
}

void CheckupPage::show(qint64)
{
    const sync::CheckupFinding* finding = current();
    if (finding == nullptr)
        return;
    list().setHeading({finding->personName.isEmpty() ? title() : finding->personName,
        tr("Points: %1").arg(finding->points),
        pointsTone(finding->points),
        QString(),
        findingText(*finding)});
    const Repair repair = repairOf(finding->problem.code);
    m_repair->setVisible(repair != Repair::None);
    m_repair->setText(repair == Repair::RevokeDevice ? tr("Revoke the copy")
            : repair == Repair::DisablePerson        ? tr("Disable the login …")
            : repair == Repair::EndAccess            ? tr("End access")
                                                     : tr("Open the person"));
}

void CheckupPage::repair()
{
    const sync::CheckupFinding* finding = current();
    if (finding == nullptr)
        return;
    const QJsonObject& detail = finding->detail;
    const auto again = [this] { load(); };
    switch (repairOf(finding->problem.code)) {
    case Repair::RevokeDevice:
        ask([id = detail.value(QLatin1String("device")).toString()](
                sync::ServerLink& server) { return sync::revokeServerDevice(server, id); },
            again);
        break;
    case Repair::DisablePerson: {
        QMessageBox box(QMessageBox::Question,
            title(),
            tr("“%1” cannot sign in any more, open sessions see nothing at once, and copies on PCs "
               "are revoked.")
                .arg(finding->personName),
            QMessageBox::NoButton,
            window());
        QPushButton* leave = box.addButton(tr("Leave it"), QMessageBox::RejectRole);
        box.addButton(tr("Disable"), QMessageBox::DestructiveRole);
        box.setDefaultButton(leave);
        box.setEscapeButton(leave);
        box.exec();
        if (box.clickedButton() != leave)
            ask([person = finding->person](
                    sync::ServerLink& server) { return sync::disableServerUser(server, person); },
                again);
        break;
    }
    case Repair::EndAccess: {
        const auto asked = sync::ask(m_session.database(),
            m_context.session.id(),
            m_context.ids,
            sync::Request::Kind::RevokeAccess,
            {{QStringLiteral("customer"), detail.value(QLatin1String("customer"))},
                {QStringLiteral("receiver"), finding->person}});
        if (!asked) {
            showError(asked.error());
            break;
        }
        m_session.syncNow();
        m_navigator.toast(tr("Asked the server to end the access"));
        break;
    }
    case Repair::OpenPerson:
        m_navigator.openRecord(QStringLiteral("person"), finding->person);
        break;
    case Repair::None:
        break;
    }
}

void CheckupPage::drawOn(QPrinter& printer) const
{
    QString rows;
    for (const sync::CheckupFinding& finding : m_checkup.findings)
        rows += QStringLiteral("<tr><td>%1</td><td align=right>%2</td></tr>")
                    .arg(findingText(finding).toHtmlEscaped())
                    .arg(finding.points);
    QTextDocument document;
    document.setHtml(
        QStringLiteral("<h2>%1</h2><p>%2 · %3</p><table width=100% cellpadding=4>"
                       "<tr><th align=left>%4</th><th align=right>%5</th></tr>%6</table>")
            .arg(title().toHtmlEscaped(),
                m_score->text().toHtmlEscaped(),
                m_words->text().toHtmlEscaped(),
                tr("Finding").toHtmlEscaped(),
                tr("Points").toHtmlEscaped(),
                rows));
    document.print(&printer);
}

void CheckupPage::printPage()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintPreviewDialog preview(&printer, this);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* paper) {
        drawOn(*paper);
    });
    preview.exec();
}

} // namespace chengdan::ui
