// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/checkup_page.h"

#include "core/access/person.h"
#include "core/base/error_catalogue.h"
#include "core/storage/store.h"
#include "core/sync/server_audit.h"
#include "core/sync/server_install.h"
#include "core/sync/server_people.h"
#include "reports/document/document_painter.h"
#include "reports/document/print_fonts.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/shared/record_source.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/sync_session.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>

namespace chengdan::ui {

namespace {

QString findingText(const sync::CheckupFinding& finding)
{
    Error problem = finding.problem;
    for (auto& [key, value] : problem.args) {
        const auto role =
            key == QLatin1String("role") ? schema::fromCode<access::Role>(value) : std::nullopt;
        if (role)
            value = schemaText(access::choices(*role)[static_cast<std::size_t>(*role)].label);
    }
    return sentence(problem, currentLanguage());
}

// What is to be thought about where no button settles it.
QString adviceFor(const QString& code)
{
    if (code == QLatin1String("CHECKUP_SOLE_ADMINISTRATOR"))
        return CheckupPage::tr("Name a second administrator: give somebody the role.");
    if (code == QLatin1String("CHECKUP_EXPORTER"))
        return CheckupPage::tr("Take the role away if long lists are no part of the work.");
    if (code == QLatin1String("CHECKUP_WIDE_ROLE"))
        return CheckupPage::tr("Narrow how far the role reaches, or take it away.");
    if (code == QLatin1String("CHECKUP_LEAVER_OWNS"))
        return CheckupPage::tr(
            "Hand the customers over to somebody: choose them in the list of customers.");
    if (code == QLatin1String("CHECKUP_NO_SCRAM"))
        return CheckupPage::tr("Give a new password; it is then kept as it should be.");
    if (code == QLatin1String("CHECKUP_NO_ADMINISTRATOR"))
        return CheckupPage::tr(
            "Only whoever keeps the server can name one: chengdanctl server user roles.");
    return {};
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
    m_print->setEnabled(m_at != Instant());
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
        {QStringLiteral("CHECKUP_LEAVER_OWNS"), Repair::OpenPerson},
        {QStringLiteral("CHECKUP_NO_SCRAM"), Repair::OpenPerson},
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
    list().setHint(adviceFor(finding->problem.code));
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
    const auto again = [this] {
        m_session.syncNow();
        load();
    };
    switch (repairOf(finding->problem.code)) {
    case Repair::RevokeDevice:
        ask([id = detail.value(QLatin1String("device")).toString()](
                sync::ServerLink& server) { return sync::revokeServerDevice(server, id); },
            again);
        break;
    case Repair::DisablePerson: {
        auto* box = new QMessageBox(QMessageBox::Question,
            title(),
            tr("“%1” cannot sign in any more, open sessions see nothing at once, and copies on PCs "
               "are revoked.")
                .arg(finding->personName),
            QMessageBox::NoButton,
            window());
        box->setObjectName(QStringLiteral("checkupAsk"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        QPushButton* leave = box->addButton(tr("Leave it"), QMessageBox::RejectRole);
        QPushButton* disable = box->addButton(tr("Disable"), QMessageBox::DestructiveRole);
        disable->setObjectName(QStringLiteral("checkupDisable"));
        box->setDefaultButton(leave);
        box->setEscapeButton(leave);
        connect(disable, &QPushButton::clicked, this, [this, again, person = finding->person] {
            ask([person](
                    sync::ServerLink& server) { return sync::disableServerUser(server, person); },
                again);
        });
        box->open();
        break;
    }
    case Repair::EndAccess:
        ask(
            [customer = detail.value(QLatin1String("customer")).toString(),
                person = finding->person](sync::ServerLink& server) {
                return sync::endServerAccess(server, customer, person);
            },
            again);
        break;
    case Repair::OpenPerson:
        openPerson(finding->person);
        break;
    case Repair::None:
        break;
    }
}

// Records open by their row in this copy, the server knows people by number.
void CheckupPage::openPerson(int number)
{
    const auto person =
        m_session.database().read([&](storage::Connection& connection) -> Result<access::Person> {
            return storage::load<access::Person>(connection, PersonId::fromNumber(number));
        });
    if (!person)
        return showError(person.error());
    m_navigator.openRecord(QStringLiteral("person"), person->meta.rid);
}

// For the file of whoever is responsible: what was found, and room to sign that it was looked at.
reports::Document CheckupPage::document() const
{
    const SyncCalendar calendar = m_session.calendar();
    const QString organisation = m_session.link() ? m_session.link()->company : QString();
    reports::Document paper;
    paper.name = title();
    paper.date = dateIn(m_at, calendar.zone);
    paper.letterhead.organisation = organisation;
    paper.letterhead.title = title();
    paper.letterhead.reference = {{tr("Score"), m_score->text()},
        {tr("Checked"), paper.date.toString(Qt::ISODate)},
        {tr("By"), m_context.session.person().name},
        {tr("Findings"), QString::number(m_checkup.findings.size())}};
    paper.table.columns = {{tr("Finding"), reports::Align::Left, reports::ColumnWidth::Share},
        {tr("Person")},
        {tr("Points"), reports::Align::Right}};
    paper.table.emptyText = tr("Nobody may more than needed");
    for (const sync::CheckupFinding& finding : m_checkup.findings) {
        paper.table.rows.push_back({{{{findingText(finding)}},
            {{finding.personName}},
            {{QString::number(finding.points)}}}});
    }
    paper.totalsNote =
        tr("100 less the points of all findings; those of one kind count 30 at most.");
    paper.totals = {{tr("Score"), m_score->text(), reports::TextRole::Strong}};
    paper.signatures = {{tr("Checked by"), {{tr("Signature"), QString()}, {tr("Date"), QString()}}},
        {tr("Noted by"), {{tr("Signature"), QString()}, {tr("Date"), QString()}}}};
    paper.frame.organisation = organisation;
    paper.frame.title = title();
    paper.frame.identity = paper.date.toString(Qt::ISODate);
    paper.frame.pageNumber = tr("Page %1 of %2");
    return paper;
}

void CheckupPage::drawOn(QPrinter& printer)
{
    const reports::DocumentPainter painter(document(), reports::resolvePrintFonts());
    if (const auto painted = painter.paintTo(&printer); !painted)
        showError(painted.error());
}

void CheckupPage::printPage()
{
    if (m_at == Instant())
        return; // nothing was found out yet
    QPrinter printer(QPrinter::HighResolution);
    QPrintPreviewDialog preview(&printer, this);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* paper) {
        drawOn(*paper);
    });
    preview.exec();
}

} // namespace chengdan::ui
