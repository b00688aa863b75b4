// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/people_page.h"

#include "core/access/password.h"
#include "core/access/people.h"
#include "core/storage/store.h"
#include "ui/settings/live_button.h"
#include "ui/settings/person_subject.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/navigator.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"
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

PersonPanel::PersonPanel(const access::Context& context, QWidget* parent)
    : EditPanel(QStringLiteral("personPanel"), context.database, context.clock.today(), parent)
    , m_context(context)
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
    view()->addStretch(1);
    connect(m_clearPassword, &QPushButton::clicked, this, &PersonPanel::clearPassword);
    setAllowed(false, false);
}

QString PersonPanel::kindText() const
{
    return tr("Person");
}

void PersonPanel::ask(const QString& question, const QString& verb, std::function<void()> act)
{
    m_ask->clearActions();
    m_ask->setMessage(Tone::Warn, question);
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
    setAllowed(m_shown.has_value(), m_shown && m_shown->active);
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
    if (isEditing() || !m_shown)
        return isEditing();
    edit([this] { return std::make_unique<PersonSubject>(m_context, *m_shown); });
    return true;
}

void PersonPanel::startNew()
{
    edit([this] { return std::make_unique<PersonSubject>(m_context, access::Person()); });
}

bool PersonPanel::deleteRecord()
{
    if (isEditing() || !m_shown || !m_shown->active)
        return false;
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

PeoplePage::PeoplePage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : ListPage(setup(context), parent)
    , m_panel(new PersonPanel(context))
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
    connect(m_panel->form(), &RecordForm::saved, this, [this] {
        const auto* person = dynamic_cast<PersonSubject*>(m_panel->form()->subject());
        reload();
        if (person != nullptr)
            selectKey(person->rid());
    });
    followChanges(*this, context.database, schema::describe<access::Person>());
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
