// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/delegations_page.h"

#include "ui/shared/navigator.h"
#include "ui/sync/delegation_dialog.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/server_office.h"
#include "ui/sync/sync_session.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardItemModel>

namespace chengdan::ui {

namespace {

using DelegationState = sync::Delegation::State;

QString delegationWord(DelegationState state)
{
    switch (state) {
    case DelegationState::Coming:
        return DelegationsPage::tr("To come", "delegation");
    case DelegationState::Active:
        return DelegationsPage::tr("Under way", "delegation");
    case DelegationState::Withdrawn:
        return DelegationsPage::tr("Withdrawn", "delegation");
    case DelegationState::Over:
        break;
    }
    return DelegationsPage::tr("Over", "delegation");
}

Tone delegationTone(DelegationState state)
{
    return state == DelegationState::Active ? Tone::Ok
        : state == DelegationState::Coming  ? Tone::Info
                                            : Tone::Neutral;
}

bool canEnd(const sync::Delegation& one)
{
    return one.state == DelegationState::Active || one.state == DelegationState::Coming;
}

// Whole days are told as such: the last one, not the midnight behind it.
QString beginWords(Instant at, const SyncCalendar& calendar)
{
    const QDate day = dateIn(at, calendar.zone);
    return at == startOf(day, calendar.zone) ? day.toString(Qt::ISODate) : syncMoment(at, calendar);
}

QString endWords(Instant at, const SyncCalendar& calendar)
{
    const QDate day = dateIn(at, calendar.zone);
    return at == startOf(day, calendar.zone) ? day.addDays(-1).toString(Qt::ISODate)
                                             : syncMoment(at, calendar);
}

QString givenWords(const sync::Delegation& one)
{
    if (one.sight && one.approvals)
        return DelegationsPage::tr("Records and approvals");
    return one.sight ? DelegationsPage::tr("Records only") : DelegationsPage::tr("Approvals only");
}

} // namespace

DelegationsPage::DelegationsPage(
    const access::Context& context, Navigator& navigator, SyncSession& session, QWidget* parent)
    : ServerPage(QStringLiteral("delegations"), context, navigator, session, parent)
    , m_office(new ServerOffice(session, navigator.jobs(), this))
    , m_remark(new QLabel)
    , m_new(new QPushButton)
    , m_withdraw(list().addButton(QStringLiteral("delegationsWithdraw"), ""))
{
    m_remark->setObjectName(QStringLiteral("delegationsRemark"));
    m_remark->setWordWrap(true);
    setRole(m_remark, "cap");
    m_new->setObjectName(QStringLiteral("delegationsNew"));
    setKind(m_new, "primary");
    head().addWidget(m_remark, 1);
    head().addWidget(m_new);
    connect(m_new, &QPushButton::clicked, this, &DelegationsPage::newRecord);
    connect(m_withdraw, &QPushButton::clicked, this, &DelegationsPage::withdraw);
    connect(&list(), &EntryList::chosen, this, &DelegationsPage::show);
    connect(m_office, &StaffOffice::changed, this, &DelegationsPage::allow);
    retranslate();
}

QString DelegationsPage::title() const
{
    return tr("Delegation");
}

void DelegationsPage::load()
{
    auto found = std::make_shared<std::vector<sync::Delegation>>();
    ask(
        [found](sync::ServerLink& server) -> Result<void> {
            auto delegations = sync::serverDelegations(server);
            if (!delegations)
                return fail(delegations.error());
            *found = std::move(*delegations);
            return {};
        },
        [this, found] { showDelegations(std::move(*found)); });
}

void DelegationsPage::showDelegations(std::vector<sync::Delegation> delegations)
{
    m_delegations = std::move(delegations);
    m_known = true;
    retranslate();
}

const sync::Delegation* DelegationsPage::current()
{
    const auto at = static_cast<std::size_t>(list().currentKey());
    return at == 0 || at > m_delegations.size() ? nullptr : &m_delegations[at - 1];
}

void DelegationsPage::allow()
{
    const auto closed = m_office->closed();
    const sync::Delegation* one = current();
    const QString why = closed ? closed->why : QString();
    m_new->setEnabled(!closed);
    m_new->setToolTip(closed ? why : QStringLiteral("Ctrl+N"));
    m_withdraw->setVisible(one != nullptr && canEnd(*one));
    m_withdraw->setEnabled(!closed);
    m_withdraw->setToolTip(why);
}

void DelegationsPage::show(qint64)
{
    const sync::Delegation* one = current();
    allow();
    if (one == nullptr)
        return;
    const SyncCalendar calendar = m_session.calendar();
    list().setHeading({tr("%1 stands in for %2", "people").arg(one->takerName, one->giverName),
        delegationWord(one->state),
        delegationTone(one->state),
        QString(),
        QString()});
    const QString madeBy =
        one->madeByName.isEmpty() ? tr("whoever keeps the server") : one->madeByName;
    for (const auto& [name, text] : {std::pair(tr("From"), beginWords(one->since, calendar)),
             std::pair(tr("Until"), endWords(one->until, calendar)),
             std::pair(tr("What"), givenWords(*one)),
             std::pair(tr("Reason"), one->reason),
             std::pair(tr("Arranged by"), madeBy)})
        list().fields().appendRow({new QStandardItem(name), new QStandardItem(text)});
    list().showFields(true);
}

bool DelegationsPage::newRecord()
{
    if (m_office->closed())
        return true; // the page says why not
    auto* dialog = new DelegationDialog(m_context, *m_office, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DelegationDialog::made, this, [this](const QString& words) {
        m_navigator.toast(words);
        load();
    });
    dialog->open();
    return true;
}

void DelegationsPage::withdraw()
{
    const sync::Delegation* one = current();
    if (one == nullptr || !canEnd(*one))
        return;
    auto* box = new QMessageBox(QMessageBox::Question,
        title(),
        tr("End it now? “%1” no longer sees the records of “%2” and no longer decides in that "
           "place.")
            .arg(one->takerName, one->giverName),
        QMessageBox::NoButton,
        window());
    box->setObjectName(QStringLiteral("delegationsAsk"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* leave = box->addButton(tr("Leave it"), QMessageBox::RejectRole);
    QPushButton* end = box->addButton(tr("Withdraw"), QMessageBox::DestructiveRole);
    end->setObjectName(QStringLiteral("delegationsEnd"));
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    connect(end, &QPushButton::clicked, this, [this, id = one->id] {
        ask([id](sync::ServerLink& server) { return sync::withdrawDelegation(server, id); },
            [this] {
                m_session.syncNow(); // what was seen so far leaves the copy
                m_navigator.toast(tr("The delegation has ended"));
                load();
            });
    });
    box->open();
}

void DelegationsPage::retranslate()
{
    m_remark->setText(tr("While somebody is away another sees the same records and decides in that "
                         "place. Rights, such as that to costs, are not given along, and nothing "
                         "is passed on."));
    m_new->setText(tr("New delegation"));
    m_withdraw->setText(tr("Withdraw …"));
    list().setListColumns(
        {tr("Who stands in for whom"), tr("From"), tr("Until"), tr("State")}, {92, 92, 84});
    list().setFieldColumns({tr("Field"), tr("Value")});
    list().setNames(tr("Delegations"), tr("Delegation"));
    list().setEmpty(QStringLiteral("users"),
        m_known ? tr("Nobody stands in for anybody") : tr("Not fetched from the server yet"));
    std::vector<EntryList::Entry> entries;
    for (const sync::Delegation& one : m_delegations) {
        entries.push_back({static_cast<qint64>(entries.size()) + 1,
            {tr("%1 for %2", "people").arg(one.takerName, one.giverName),
                beginWords(one.since, m_session.calendar()),
                endWords(one.until, m_session.calendar()),
                delegationWord(one.state)},
            delegationTone(one.state)});
    }
    list().setEntries(entries, true);
    allow();
}

} // namespace chengdan::ui
