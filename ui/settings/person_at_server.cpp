// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/person_at_server.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/locale.h"
#include "ui/shared/staff_office.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace chengdan::ui {

PersonAtServer::PersonAtServer(StaffOffice& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_heading(new QLabel)
    , m_words(new QLabel)
    , m_devicesHeading(new QLabel)
    , m_devices(new QListView)
    , m_rows(new QStandardItemModel(this))
    , m_revoke(new QPushButton)
    , m_password(new QPushButton)
    , m_end(new QPushButton)
{
    build();
    connect(&office, &StaffOffice::changed, this, [this] {
        if (!m_office.closed() && !m_state)
            load();
        allow();
    });
    connect(m_revoke, &QPushButton::clicked, this, &PersonAtServer::wantRevoke);
    connect(m_password, &QPushButton::clicked, this, &PersonAtServer::passwordWanted);
    connect(m_end, &QPushButton::clicked, this, [this] {
        if (m_state && m_state->active)
            Q_EMIT endWanted();
        else
            Q_EMIT openWanted();
    });
    connect(m_devices->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        allow();
    });
    retranslate();
}

void PersonAtServer::build()
{
    setObjectName(QStringLiteral("personAtServer"));
    setRole(m_heading, "strong");
    m_words->setObjectName(QStringLiteral("personServerWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_words, "body2");
    setRole(m_devicesHeading, "cap");
    m_devices->setObjectName(QStringLiteral("personDevices"));
    m_devices->setModel(m_rows);
    m_devices->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_devices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_devices->setTextElideMode(Qt::ElideRight);
    m_devices->installEventFilter(this);
    setKind(m_devices, "entries");
    m_revoke->setObjectName(QStringLiteral("personRevoke"));
    m_password->setObjectName(QStringLiteral("personPassword"));
    m_end->setObjectName(QStringLiteral("personEnd"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kSpace2);
    for (QPushButton* button : {m_password, m_end})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_heading);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    layout->addSpacing(metric::kSpace2);
    layout->addWidget(m_devicesHeading);
    layout->addWidget(m_devices);
    layout->addWidget(m_revoke, 0, Qt::AlignLeft);
}

void PersonAtServer::showPerson(int number)
{
    const bool another = number != m_person;
    m_person = number;
    setVisible(number != 0);
    if (another) {
        m_state.reset();
        m_trouble.reset();
        showState();
    }
    if (number != 0 && !m_office.closed())
        load();
    allow();
}

void PersonAtServer::load()
{
    if (m_person == 0)
        return;
    const int question = ++m_question;
    auto found = std::make_shared<sync::PersonState>();
    m_office.ask(
        this,
        StaffOffice::Act::Reads,
        [person = m_person, found](sync::ServerLink& server) -> Result<void> {
            auto state = sync::serverPersonState(server, person);
            if (!state)
                return fail(state.error());
            *found = std::move(*state);
            return {};
        },
        [this, question, found](const Result<void>& answer) {
            if (question != m_question)
                return;
            m_trouble.reset();
            if (answer)
                m_state = *found;
            else
                m_trouble = answer.error();
            showState();
            allow();
        });
}

void PersonAtServer::showState()
{
    QStringList lines;
    if (m_state) {
        lines += m_state->maySignIn ? tr("Signs in as %1").arg(m_state->login)
                                    : tr("Cannot sign in (%1)", "login").arg(m_state->login);
        lines += m_state->lastSeen ? tr("Last seen %1").arg(m_office.moment(*m_state->lastSeen))
                                   : tr("Never seen yet");
        lines += tr("Customers in this name: %1").arg(m_state->customers);
        if (m_state->undecided > 0)
            lines += tr("Edits that wait for a decision: %1").arg(m_state->undecided);
        if (m_state->delegations > 0)
            lines += tr("Delegations under way or to come: %1").arg(m_state->delegations);
    } else if (m_trouble) {
        lines += sentence(*m_trouble, currentLanguage());
    } else {
        lines += tr("Not asked yet");
    }
    m_words->setText(lines.join(QLatin1Char('\n')));
    m_rows->clear();
    if (m_state) {
        for (const sync::ServerDevice& device : m_state->devices) {
            const QString host = device.host.isEmpty() ? device.code : device.host;
            const QString words = device.revoked
                ? tr("%1 · %2 · revoked", "host, code").arg(host, device.code)
                : tr("%1 · %2 · seen %3", "host, code, time")
                      .arg(host, device.code, m_office.moment(device.lastSeen));
            auto* item = new QStandardItem(words);
            item->setEnabled(!device.revoked);
            item->setToolTip(words);
            m_rows->appendRow(item);
        }
        if (m_rows->rowCount() > 0)
            m_devices->setCurrentIndex(m_rows->index(0, 0));
    }
    const bool any = m_rows->rowCount() > 0;
    m_devicesHeading->setVisible(any);
    m_devices->setVisible(any);
    m_revoke->setVisible(any);
    constexpr int kMostRows = 5;
    const int rows = std::min(m_rows->rowCount(), kMostRows);
    m_devices->setFixedHeight(rows * std::max(m_devices->sizeHintForRow(0), 1)
        + 2 * m_devices->frameWidth() + metric::kSpace2);
}

const sync::ServerDevice* PersonAtServer::chosen() const
{
    const QModelIndex at = m_devices->currentIndex();
    if (!m_state || !at.isValid())
        return nullptr;
    const sync::ServerDevice& device = m_state->devices[static_cast<std::size_t>(at.row())];
    return device.revoked ? nullptr : &device;
}

// What cannot be done now says why where the mouse rests.
void PersonAtServer::allow()
{
    const auto closed = m_office.closed();
    const QString why = closed ? closed->why : QString();
    const bool known = m_state.has_value() && !closed;
    m_password->setEnabled(known && m_state->active);
    m_end->setEnabled(known);
    m_revoke->setEnabled(known && chosen() != nullptr);
    for (QPushButton* button : {m_password, m_end, m_revoke})
        button->setToolTip(why);
    m_end->setText(m_state && !m_state->active ? tr("Let sign in again …") : tr("End access …"));
}

void PersonAtServer::wantRevoke()
{
    if (const sync::ServerDevice* device = chosen())
        Q_EMIT revokeWanted(device->id, device->host.isEmpty() ? device->code : device->host);
}

void PersonAtServer::retranslate()
{
    m_heading->setText(tr("At the server"));
    m_devicesHeading->setText(tr("PCs with a copy of the data"));
    m_devices->setAccessibleName(tr("PCs with a copy of the data"));
    m_revoke->setText(tr("Revoke this copy …"));
    m_password->setText(tr("New password …"));
    showState();
    allow();
}

void PersonAtServer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool PersonAtServer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_devices && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete && m_revoke->isEnabled()) {
        wantRevoke();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chengdan::ui
