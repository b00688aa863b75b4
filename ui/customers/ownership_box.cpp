// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/ownership_box.h"

#include "core/access/settings.h"
#include "core/base/error_catalogue.h"
#include "core/storage/list_query.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

using sync::CustomerHands;
using sync::Request;

QPushButton* actButton(const char* name, const char* picture)
{
    auto* button = new QPushButton;
    button->setObjectName(QString::fromLatin1(name));
    if (*picture != '\0')
        button->setIcon(icon(QString::fromLatin1(picture)));
    button->setAutoDefault(false);
    return button;
}

void emptyLayout(QVBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

// What waits says why it cannot be asked for again; what this person may never do is not there.
void offer(QPushButton* button, const std::optional<Error>& why, const QString& keys)
{
    const bool waits = why && why->code == QLatin1String("REQUEST_WAITS");
    button->setVisible(!why || waits);
    button->setEnabled(!why);
    button->setToolTip(why ? sentence(*why, currentLanguage())
                           : (button->text() + QStringLiteral("  ") + keys).trimmed());
}

} // namespace

OwnershipBox::OwnershipBox(const access::Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_zone(context.database
                 .read([](storage::Connection& connection) -> Result<QByteArray> {
                     return access::readSettings(connection).timeZone;
                 })
                 .value_or(QByteArrayLiteral("Asia/Shanghai")))
    , m_label(new QLabel)
    , m_owner(new QLabel)
    , m_claim(actButton("customerClaim", ""))
    , m_handOver(actButton("customerHandOver", "handshake"))
    , m_pool(actButton("customerPool", "inbox"))
    , m_access(actButton("customerAccess", "users"))
    , m_requests(new QVBoxLayout)
    , m_shownHeading(new QLabel)
    , m_shown(new QVBoxLayout)
{
    setObjectName(QStringLiteral("customerOwnership"));
    setRole(m_label, "label");
    m_owner->setObjectName(QStringLiteral("customerOwner"));
    setRole(m_owner, "strong");
    setRole(m_shownHeading, "strong");
    m_shownHeading->setObjectName(QStringLiteral("customerShownHeading"));
    setKind(m_claim, "primary");
    auto* who = new QHBoxLayout;
    who->setSpacing(metric::kSpace4);
    who->addWidget(m_label);
    who->addWidget(m_owner, 1);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(metric::kSpace2);
    acts->addWidget(m_claim);
    acts->addWidget(m_handOver);
    acts->addWidget(m_pool);
    acts->addStretch(1);
    auto* shows = new QHBoxLayout;
    shows->addWidget(m_access);
    shows->addStretch(1);
    m_requests->setSpacing(metric::kSpace2);
    m_shown->setSpacing(metric::kSpace1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kPageSide, 0, metric::kPageSide, metric::kSpace4);
    layout->setSpacing(metric::kSpace2);
    layout->addLayout(who);
    layout->addLayout(m_requests);
    layout->addLayout(acts);
    layout->addLayout(shows);
    layout->addWidget(m_shownHeading);
    layout->addLayout(m_shown);
    connect(m_claim, &QPushButton::clicked, this, &OwnershipBox::claimWanted);
    connect(m_handOver, &QPushButton::clicked, this, &OwnershipBox::handOverWanted);
    connect(m_pool, &QPushButton::clicked, this, &OwnershipBox::poolWanted);
    connect(m_access, &QPushButton::clicked, this, &OwnershipBox::accessWanted);
    hide();
}

void OwnershipBox::showCustomer(qint64 customer)
{
    m_customer = customer;
    m_hands = {};
    if (customer != 0) {
        auto hands = sync::CustomerActs(m_context).hands(customer);
        if (!hands)
            m_customer = 0;
        else
            m_hands = std::move(*hands);
    }
    setVisible(m_customer != 0);
    fill();
}

void OwnershipBox::fill()
{
    m_label->setText(tr("Owner"));
    m_owner->setText(m_hands.ownerName.isEmpty() ? tr("Nobody, in the pool") : m_hands.ownerName);
    m_owner->setAccessibleName(m_label->text() + QLatin1Char(' ') + m_owner->text());
    fillButtons();
    emptyLayout(m_requests);
    for (const Request& request : m_hands.open)
        addRequest(request);
    emptyLayout(m_shown);
    m_shownHeading->setVisible(!m_hands.shown.empty());
    m_shownHeading->setText(tr("Shown to others for a while (%1)").arg(m_hands.shown.size()));
    for (const CustomerHands::Shown& shown : m_hands.shown)
        addShown(shown);
}

void OwnershipBox::fillButtons()
{
    m_claim->setText(tr("Claim"));
    m_handOver->setText(tr("Hand over …"));
    m_pool->setText(tr("Into the pool …"));
    m_access->setText(tr("Give access …"));
    offer(m_claim, m_hands.noClaim, QStringLiteral("Ctrl+Shift+M"));
    offer(m_handOver, m_hands.noHandOver, QStringLiteral("Ctrl+Shift+H"));
    offer(m_pool, m_hands.noHandOver, QString());
    if (m_hands.ownerName.isEmpty())
        m_pool->hide();
    offer(m_access, m_hands.noAccess, QStringLiteral("Ctrl+Shift+G"));
}

QString OwnershipBox::receiverName(const Request& request) const
{
    const qint64 person = request.args.value(QLatin1String("receiver")).toInteger();
    if (person == 0)
        return tr("the pool");
    return m_context.database
        .read([&](storage::Connection& connection) -> Result<QString> {
            return storage::titleOfRow(
                connection, m_context.database.types(), QStringLiteral("person"), person);
        })
        .value_or(QString());
}

void OwnershipBox::addRequest(const Request& request)
{
    const bool refused = request.status == Request::Status::Refused;
    QString act;
    switch (request.kind) {
    case Request::Kind::Transfer:
        act = tr("Handover to %1").arg(receiverName(request));
        break;
    case Request::Kind::GrantAccess:
        act = tr("Access for %1").arg(receiverName(request));
        break;
    case Request::Kind::RevokeAccess:
        act = tr("End of access for %1").arg(receiverName(request));
        break;
    default:
        act = tr("Claim");
    }
    const QDateTime asked =
        QDateTime::fromMSecsSinceEpoch(request.madeAt.milliseconds(), QTimeZone(m_zone));
    auto* bar = new MessageBar(QStringLiteral("customerRequest%1").arg(m_requests->count()));
    if (refused) {
        bar->setMessage(Tone::Danger,
            tr("%1: refused").arg(act),
            tr("%1. Ask again or give it up on the sync page, under Requests.")
                .arg(sentence(request.why, currentLanguage())));
    } else {
        bar->setMessage(Tone::Warn,
            tr("%1: waits for the server").arg(act),
            tr("Asked %1. It counts only when the server has answered.")
                .arg(asked.toString(QStringLiteral("MM-dd HH:mm"))));
    }
    m_requests->addWidget(bar);
    bar->show(); // it waits for its words hidden
}

void OwnershipBox::addShown(const CustomerHands::Shown& shown)
{
    const QDate last = dateIn(Instant::fromMilliseconds(shown.until.milliseconds() - 1), m_zone);
    auto* line = new QWidget;
    auto* name = new QLabel(tr("%1, until %2", "person, date")
                                .arg(shown.name, dateText(last, m_context.clock.today())));
    name->setObjectName(QStringLiteral("customerShown%1").arg(m_shown->count()));
    auto* why = new QLabel(tr("%1 (by %2)", "reason, person").arg(shown.reason, shown.byName));
    setRole(why, "cap");
    why->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(why);
    auto* end = new QPushButton(shown.isEnding ? tr("Ends, waits for the server") : tr("Withdraw"));
    end->setObjectName(QStringLiteral("customerWithdraw%1").arg(m_shown->count()));
    end->setAccessibleName(tr("Withdraw the access of %1").arg(shown.name));
    end->setEnabled(!shown.isEnding);
    end->setAutoDefault(false);
    setKind(end, "text");
    connect(end, &QPushButton::clicked, this, [this, person = shown.person.number()] {
        Q_EMIT withdrawWanted(person);
    });
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::kSpace2);
    row->addLayout(words, 1);
    row->addWidget(end, 0, Qt::AlignTop);
    m_shown->addWidget(line);
}

void OwnershipBox::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace chengdan::ui
