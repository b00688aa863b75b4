// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/people_page.h"

#include "core/access/password.h"
#include "core/access/people.h"
#include "core/storage/store.h"
#include "core/sync/server_install.h"
#include "ui/settings/first_password_dialog.h"
#include "ui/settings/live_button.h"
#include "ui/settings/office_bar.h"
#include "ui/settings/person_at_server.h"
#include "ui/settings/person_subject.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/navigator.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"
#include "ui/shared/staff_office.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

const QStringList& personColumns()
{
    static const QStringList columns{QStringLiteral("name"),
        QStringLiteral("login"),
        QStringLiteral("title"),
        QStringLiteral("team"),
        QStringLiteral("region"),
        QStringLiteral("quote_level"),
        QStringLiteral("approval_limit"),
        QStringLiteral("active")};
    return columns;
}

std::vector<ColumnSpec> personSpecs()
{
    const auto& type = schema::describe<access::Person>();
    std::vector<ColumnSpec> specs;
    for (const QString& name : personColumns())
        specs.push_back(columnSpec(type, name));
    specs[0].kind = CellKind::Person;
    specs[0].stretch = true;
    specs[0].width = 160;
    specs[1].width = 110;
    specs[1].subdued = true;
    specs[2].width = 140;
    specs[3].width = 140;
    specs[4].width = 100;
    specs[4].priority = 1;
    specs[5].width = 80;
    specs[5].priority = 1;
    specs[6].width = 120;
    specs[6].priority = 1;
    specs[6].look = [](const QVariant& value) {
        CellLook look = lookByKind(CellKind::Money, value, {});
        if (value.toLongLong() == 0) // approves nothing
            look.text = noValue();
        return look;
    };
    specs[7].kind = CellKind::Tag;
    specs[7].width = 110;
    specs[7].look = [](const QVariant& value) {
        const bool active = value.toLongLong() != 0;
        CellLook look;
        look.text = active ? PeoplePage::tr("Active") : PeoplePage::tr("Left");
        look.tone = active ? Tone::Ok : Tone::Neutral;
        return look;
    };
    return specs;
}

} // namespace

PersonPanel::PersonPanel(const access::Context& context, StaffOffice* office, QWidget* parent)
    : EditPanel(QStringLiteral("personPanel"), context.database, context.clock.today(), parent)
    , m_context(context)
    , m_office(office)
    , m_ask(new MessageBar(QStringLiteral("personAsk")))
    , m_record(new RecordPanel(
          context.database, schema::describe<access::Person>(), {QStringLiteral("active")}))
    , m_roles(new QLabel)
    , m_clearPassword(new QPushButton)
{
    m_roles->setObjectName(QStringLiteral("personRoles"));
    m_roles->setWordWrap(true);
    m_roles->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_roles, "body2");
    m_clearPassword->setObjectName(QStringLiteral("personClearPassword"));
    setKind(m_clearPassword, "link");
    auto* below = new QVBoxLayout;
    below->setContentsMargins(metric::kPageSide, 0, metric::kPageSide, metric::kSpace4);
    below->setSpacing(metric::kSpace3);
    below->addWidget(m_roles);
    below->addWidget(m_clearPassword, 0, Qt::AlignLeft);
    m_record->layout()->setContentsMargins(metric::kPageSide, 4, metric::kPageSide, 12);
    auto* above = new QVBoxLayout;
    above->setContentsMargins(metric::kPageSide, metric::kSpace2, metric::kPageSide, 0);
    above->addWidget(m_ask);
    m_ask->hide();
    view()->addLayout(above);
    view()->addWidget(m_record);
    view()->addLayout(below);
    if (m_office != nullptr)
        buildServerPart();
    view()->addStretch(1);
    connect(m_clearPassword, &QPushButton::clicked, this, &PersonPanel::clearPassword);
    setAllowed(false, false);
}

void PersonPanel::buildServerPart()
{
    m_atServer = new PersonAtServer(*m_office);
    auto* part = new QVBoxLayout;
    part->setContentsMargins(metric::kPageSide, 0, metric::kPageSide, metric::kSpace4);
    part->addWidget(m_atServer);
    view()->addLayout(part);
    m_atServer->hide();
    connect(m_office, &StaffOffice::changed, this, &PersonPanel::allow);
    connect(m_atServer, &PersonAtServer::endWanted, this, &PersonPanel::deleteRecord);
    connect(m_atServer, &PersonAtServer::passwordWanted, this, &PersonPanel::givePassword);
    connect(m_atServer, &PersonAtServer::openWanted, this, &PersonPanel::givePassword);
    connect(m_atServer,
        &PersonAtServer::revokeWanted,
        this,
        [this](const QString& device, const QString& host) {
            ask(tr("Revoke the copy on “%1”? It neither sends nor fetches any more, and edits that "
                   "were not sent stay there.")
                    .arg(host),
                tr("Revoke"),
                [this, device, host] {
                    atServer(
                        [device](sync::ServerLink& server) {
                            return sync::revokeServerDevice(server, device);
                        },
                        tr("The copy on “%1” is revoked").arg(host));
                });
        });
    follow({&schema::describe<access::Person>(), &schema::describe<access::PersonRole>()});
}

void PersonPanel::allow()
{
    const bool open = m_office == nullptr || !m_office->closed();
    setAllowed(m_shown.has_value() && open, m_shown && m_shown->active && open);
}

void PersonPanel::atServer(std::function<Result<void>(sync::ServerLink&)> act, const QString& words)
{
    const int person = m_shown ? m_shown->id.number() : 0;
    m_office->ask(this,
        StaffOffice::Act::Changes,
        std::move(act),
        [this, words, person](const Result<void>& answer) {
            if (!answer)
                return showError(tr("Nothing was changed"), answer.error());
            if (m_shown && m_shown->id.number() == person)
                m_atServer->showPerson(person); // as it is now
            Q_EMIT formClosed();
            Q_EMIT done(words, Act::NothingWritten);
        });
}

void PersonPanel::askToEndAccess()
{
    const auto& state = m_atServer->state();
    if (!state || !m_shown)
        return;
    const auto copies = std::count_if(state->devices.begin(),
        state->devices.end(),
        [](const sync::ServerDevice& device) { return !device.revoked; });
    const QStringList lines{
        tr("At once nobody can sign in with that name, open sessions see nothing and end, and "
           "copies on PCs are revoked: %1.")
            .arg(copies),
        tr("Customers that stay in this name until they are handed over: %1. Edits that wait for a "
           "decision: %2. What was not sent from those PCs stays there.")
            .arg(state->customers)
            .arg(state->undecided)};
    ask(
        tr("End the access of “%1”?").arg(m_shown->name),
        tr("End access"),
        [this, person = *m_shown] {
            atServer(
                [number = person.id.number()](
                    sync::ServerLink& server) { return sync::disableServerUser(server, number); },
                tr("“%1” has no access any more").arg(person.name));
        },
        lines.join(QLatin1Char('\n')));
}

// Somebody who comes back gets a new password as well: the old one may be known to others.
void PersonPanel::givePassword()
{
    if (!m_shown)
        return;
    auto* dialog =
        new FirstPasswordDialog(*m_office, m_shown->id.number(), m_shown->name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FirstPasswordDialog::given, this, [this, person = m_shown->id.number()] {
        if (m_shown && m_shown->id.number() == person)
            m_atServer->showPerson(person);
    });
    dialog->open();
}

QString PersonPanel::kindText() const
{
    return tr("Person");
}

void PersonPanel::ask(
    const QString& question, const QString& verb, std::function<void()> act, const QString& detail)
{
    m_ask->clearActions();
    m_ask->setMessage(Tone::Warn, question, detail);
    m_ask->addAction(tr("Keep"), [this] {
        m_ask->hide();
        Q_EMIT formClosed(); // the list has the keys again
    });
    m_ask->addAction(verb, [this, act = std::move(act)] {
        m_ask->hide();
        act();
    });
    m_ask->show();
    // Of the buttons with this name the last is the new one; earlier ones wait for their deletion.
    const auto keep = m_ask->findChildren<QPushButton*>(QStringLiteral("personAskAction1"));
    if (!keep.isEmpty())
        keep.last()->setFocus(Qt::OtherFocusReason);
}

void PersonPanel::showKey(qint64 key)
{
    m_ask->hide();
    m_shown.reset();
    if (key != 0) {
        const auto read =
            m_context.database.read([&](storage::Connection& connection) -> Result<void> {
                m_shown = storage::findByRid<access::Person>(connection, key);
                return {};
            });
        if (!read)
            showError(tr("The person could not be read"), read.error());
    }
    m_record->showRecord(m_shown ? key : 0);
    if (m_shown)
        m_record->setTag(m_shown->active ? PeoplePage::tr("Active") : PeoplePage::tr("Left"),
            m_shown->active ? Tone::Ok : Tone::Neutral);
    showRoles();
    if (m_atServer != nullptr)
        m_atServer->showPerson(m_shown ? m_shown->id.number() : 0);
    allow();
}

void PersonPanel::showRoles()
{
    m_roles->setVisible(m_shown.has_value());
    m_clearPassword->hide();
    if (!m_shown)
        return;
    QStringList lines;
    bool locked = false;
    (void)m_context.database.read([&](storage::Connection& connection) -> Result<void> {
        for (const access::PersonRole& role : access::rolesOf(connection, m_shown->id)) {
            const auto& roles = access::choices(role.role);
            const auto& scopes = access::choices(role.scope);
            lines += tr("%1 · %2").arg(schemaText(roles[static_cast<std::size_t>(role.role)].label),
                schemaText(scopes[static_cast<std::size_t>(role.scope)].label));
        }
        return {};
    });
    access::SignInService signIn(m_context.database, m_context.ids);
    locked = signIn.hasPassword(m_shown->id).value_or(false);
    m_roles->setText(lines.isEmpty() ? tr("No role yet: this person can only look")
                                     : lines.join(QLatin1Char('\n')));
    m_clearPassword->setText(tr("Take the password away"));
    m_clearPassword->setVisible(locked);
}

bool PersonPanel::editRecord()
{
    if (isEditing() || !m_shown || (m_office != nullptr && m_office->closed()))
        return isEditing();
    edit([this] { return std::make_unique<PersonSubject>(m_context, *m_shown, m_office); });
    return true;
}

void PersonPanel::startNew()
{
    edit([this] { return std::make_unique<PersonSubject>(m_context, access::Person(), m_office); });
}

bool PersonPanel::deleteRecord()
{
    if (isEditing() || !m_shown || !m_shown->active)
        return false;
    if (m_office != nullptr) {
        if (!m_office->closed())
            askToEndAccess();
        return true;
    }
    const QString question =
        tr("Take “%1” out of use? Nobody can sign in as this person any more; all records stay.")
            .arg(m_shown->name);
    ask(question, tr("Take out of use"), [this, person = *m_shown] {
        const auto gone = access::PeopleService(m_context).setActive(person.id, false);
        if (!gone)
            return showError(tr("Nothing was changed"), gone.error());
        refresh();
        Q_EMIT formClosed();
        Q_EMIT done(tr("“%1” is out of use").arg(person.name), Act::Saved);
    });
    return true;
}

void PersonPanel::clearPassword()
{
    if (!m_shown)
        return;
    const QString question =
        tr("Take the password of “%1” away? The next sign-in needs none.").arg(m_shown->name);
    ask(question, tr("Take the password away"), [this, person = *m_shown] {
        if (const auto gone = access::PasswordService(m_context).clear(person.id); !gone)
            return showError(tr("Nothing was changed"), gone.error());
        refresh();
        Q_EMIT done(tr("“%1” has no password now").arg(person.name), Act::Saved);
    });
}

ListSetup PeoplePage::setup(const access::Context& context)
{
    ListSetup setup;
    setup.name = QStringLiteral("people");
    setup.title = [] { return tr("People"); };
    setup.source = std::make_unique<RecordListSource>(context.database,
        schema::describe<access::Person>(),
        personColumns(),
        std::vector<PersonId>());
    setup.columns = [] { return personSpecs(); };
    setup.filterHint = [] { return tr("Name, login"); };
    setup.emptyIcon = QStringLiteral("users");
    setup.emptyText = [] { return tr("There is nobody yet"); };
    setup.emptyAction = [] { return tr("New person"); };
    setup.views = {{QStringLiteral("active"),
                       [] { return tr("In use"); },
                       {{QStringLiteral("active"), qint64{1}}}},
        {QStringLiteral("left"),
            [] { return tr("Out of use"); },
            {{QStringLiteral("active"), qint64{0}}}},
        {QStringLiteral("all"), [] { return tr("All"); }, {}}};
    setup.start.sortColumn = QStringLiteral("name");
    setup.type = &schema::describe<access::Person>();
    setup.today = context.clock.today();
    return setup;
}

PeoplePage::PeoplePage(
    const access::Context& context, Navigator& navigator, StaffOffice* office, QWidget* parent)
    : ListPage(setup(context), parent)
    , m_office(office)
    , m_panel(new PersonPanel(context, office))
{
    setPanel(m_panel);
    // Set back by another act, never by taking back.
    connectEditing(*this, *m_panel, [&navigator](const QString& description, EditPanel::Act) {
        navigator.toast(description);
    });
    auto* add =
        new LiveButton(QStringLiteral("peopleNew"), "primary", [] { return tr("New person"); });
    addToolWidget(add);
    connect(add, &QPushButton::clicked, this, [this] { newRecord(); });
    connect(this, &ListPage::rowActivated, this, [this](qint64 key) {
        selectKey(key);
        setPanelOpen(true);
    });
    connect(this, &ListPage::emptyActionTriggered, this, [this] { newRecord(); });
    if (office != nullptr)
        addOfficeBar(*this, *office, QStringLiteral("people"), add);
    connect(m_panel->form(), &RecordForm::saved, this, [this] {
        if (m_office != nullptr)
            return takeAdded(); // the row comes with the next pull
        const auto* person = dynamic_cast<PersonSubject*>(m_panel->form()->subject());
        reload();
        if (person != nullptr)
            selectKey(person->rid());
    });
    followChanges(*this, context.database, schema::describe<access::Person>());
}

// How somebody new signs in is told once.
void PeoplePage::takeAdded()
{
    const auto* person = dynamic_cast<PersonSubject*>(m_panel->form()->subject());
    if (person == nullptr || !person->added())
        return;
    auto* dialog = new FirstPasswordDialog(*m_office, *person->added(), person->name(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool PeoplePage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String("person"))
        return false;
    setView(QStringLiteral("all"));
    setFilterText({});
    selectKey(key);
    setPanelOpen(true);
    return true;
}

bool PeoplePage::newRecord()
{
    if (m_office != nullptr && m_office->closed())
        return true; // the bar above the list says why not
    setPanelOpen(true);
    m_panel->startNew();
    return true;
}

bool PeoplePage::closeInner()
{
    return m_panel->closeInner() || ListPage::closeInner();
}

void PeoplePage::savePage()
{
    if (m_panel->isEditing())
        m_panel->form()->save();
}

} // namespace chengdan::ui
