// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/requests_view.h"

#include "core/storage/list_query.h"
#include "core/sync/tray_detail.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/sync_session.h"

#include <QEvent>
#include <QJsonArray>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

using sync::Request;

QString kindWord(Request::Kind kind)
{
    switch (kind) {
    case Request::Kind::RegisterCustomer:
        return RequestsView::tr("Register a customer");
    case Request::Kind::Claim:
        return RequestsView::tr("Claim from the pool");
    case Request::Kind::Transfer:
        return RequestsView::tr("Hand over");
    case Request::Kind::GrantAccess:
        return RequestsView::tr("Give access for a while");
    case Request::Kind::RevokeAccess:
        break;
    }
    return RequestsView::tr("End access");
}

QString statusWord(Request::Status status)
{
    switch (status) {
    case Request::Status::Queued:
        return RequestsView::tr("Waits for the server");
    case Request::Status::Done:
        return RequestsView::tr("Done");
    case Request::Status::Refused:
        break;
    }
    return RequestsView::tr("Refused");
}

Tone statusTone(Request::Status status)
{
    return status == Request::Status::Queued ? Tone::Warn
        : status == Request::Status::Done    ? Tone::Ok
                                             : Tone::Danger;
}

} // namespace

RequestsView::RequestsView(const access::Context& context, Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_list(new EntryList(QStringLiteral("syncRequests")))
    , m_again(m_list->addButton(QStringLiteral("syncAskAgain"), "primary"))
    , m_drop(m_list->addButton(QStringLiteral("syncGiveUp"), ""))
{
    setObjectName(QStringLiteral("syncRequestsView"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(m_list, &EntryList::chosen, this, &RequestsView::show);
    connect(m_again, &QPushButton::clicked, this, &RequestsView::askAgain);
    connect(m_drop, &QPushButton::clicked, this, &RequestsView::giveUp);
    const auto key = [this](QKeyCombination keys, auto act) {
        auto* shortcut = new QShortcut(QKeySequence(keys), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_Return, &RequestsView::askAgain);
    key(Qt::CTRL | Qt::Key_Enter, &RequestsView::askAgain);
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Return, &RequestsView::giveUp);
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter, &RequestsView::giveUp);
    retranslate();
}

void RequestsView::retranslate()
{
    m_list->setListColumns({tr("Customer"), tr("Request"), tr("Answer")}, {136, 144});
    m_list->setFieldColumns({tr("Field"), tr("Value")});
    m_list->setNames(tr("Requests to the server"), tr("What was asked for"));
    m_list->setEmpty(QStringLiteral("send"),
        tr("No requests. Claims, registrations and handovers wait here until the server has "
           "answered."));
    m_again->setText(tr("Ask again"));
    m_again->setToolTip(QStringLiteral("Ctrl+Enter"));
    m_drop->setText(tr("Give up"));
    m_drop->setToolTip(QStringLiteral("Ctrl+Shift+Enter"));
}

int RequestsView::open() const
{
    return static_cast<int>(std::count_if(m_requests.begin(),
        m_requests.end(),
        [](const Request& request) { return request.status != Request::Status::Done; }));
}

QString RequestsView::subject(const Request& request) const
{
    const QJsonArray several = request.args.value(QLatin1String("customers")).toArray();
    if (several.size() > 1)
        return tr("%1 customers").arg(several.size());
    const QString id = several.isEmpty() ? request.args.value(QLatin1String("customer")).toString()
                                         : several.first().toString();
    const auto title =
        m_session->database().read([&](storage::Connection& connection) -> Result<QString> {
            return sync::customerTitle(connection, id);
        });
    if (title && !title->isEmpty())
        return *title;
    const QString then = request.args.value(QLatin1String("title")).toString();
    return then.isEmpty() ? tr("(not on this PC)") : then;
}

void RequestsView::reload(bool anew)
{
    if (m_session == nullptr)
        return;
    auto requests = sync::requests(m_session->database());
    if (!requests) {
        Q_EMIT failed(requests.error());
        return;
    }
    // The places are the keys, so another order is another list.
    const auto same = [](const Request& a, const Request& b) {
        return a.id == b.id && a.status == b.status;
    };
    const bool moved =
        !std::equal(requests->begin(), requests->end(), m_requests.begin(), m_requests.end(), same);
    m_requests = std::move(*requests);
    std::vector<EntryList::Entry> entries;
    for (const Request& request : m_requests) {
        entries.push_back({static_cast<qint64>(entries.size()) + 1,
            {subject(request), kindWord(request.kind), statusWord(request.status)},
            statusTone(request.status)});
    }
    m_list->setEntries(entries, anew || moved);
}

void RequestsView::focusList()
{
    m_list->focusList();
}

const Request* RequestsView::current() const
{
    const auto at = static_cast<std::size_t>(m_list->currentKey());
    return at == 0 || at > m_requests.size() ? nullptr : &m_requests[at - 1];
}

void RequestsView::addField(const QString& name, const QString& text)
{
    if (!text.isEmpty())
        m_list->fields().appendRow({new QStandardItem(name), new QStandardItem(text)});
}

void RequestsView::show(qint64)
{
    const Request* request = current();
    if (request == nullptr)
        return;
    const bool refused = request->status == Request::Status::Refused;
    m_list->setHeading({subject(*request),
        statusWord(request->status),
        statusTone(request->status),
        tr("%1 · asked %2")
            .arg(kindWord(request->kind), syncMoment(request->madeAt, m_session->calendar())),
        refused ? sentence(request->why, currentLanguage())
            : request->status == Request::Status::Queued
            ? tr("It counts only when the server has answered")
            : QString()});
    const QJsonObject& args = request->args;
    const qint64 receiver = args.value(QLatin1String("receiver")).toVariant().toLongLong();
    if (receiver > 0) {
        const auto name =
            m_session->database().read([&](storage::Connection& connection) -> Result<QString> {
                return storage::titleOfRow(
                    connection, m_session->database().types(), QStringLiteral("person"), receiver);
            });
        addField(tr("Receiver"), name.value_or(QString()));
    }
    const qint64 until = args.value(QLatin1String("until")).toInteger();
    if (until > 0)
        addField(tr("Until"), syncMoment(Instant::fromMilliseconds(until), m_session->calendar()));
    addField(tr("Reason"), args.value(QLatin1String("reason")).toString());
    m_list->showFields(m_list->fields().rowCount() > 0);
    m_again->setVisible(refused);
    m_drop->setVisible(refused);
}

void RequestsView::askAgain()
{
    const Request* request = current();
    if (request == nullptr || request->status != Request::Status::Refused)
        return;
    const auto asked =
        sync::askAgain(m_session->database(), m_context.session.id(), m_context.ids, request->id);
    if (!asked) {
        Q_EMIT failed(asked.error());
        return;
    }
    m_navigator.toast(tr("Asked again"), Tone::Ok);
    reload(true);
    Q_EMIT decided();
}

void RequestsView::giveUp()
{
    const Request* request = current();
    if (request == nullptr || request->status != Request::Status::Refused)
        return;
    if (request->kind == Request::Kind::RegisterCustomer) {
        // This takes rows away and cannot be undone.
        QMessageBox box(QMessageBox::Question,
            tr("Give up"),
            tr("“%1” was not registered. Giving up takes it out of this PC with everything that "
               "hangs on it; what was typed stays in the list of edits that need you.")
                .arg(subject(*request)),
            QMessageBox::NoButton,
            window());
        QPushButton* leave = box.addButton(tr("Keep it here"), QMessageBox::RejectRole);
        box.addButton(tr("Take it out"), QMessageBox::DestructiveRole);
        box.setDefaultButton(leave);
        box.setEscapeButton(leave);
        box.exec();
        if (box.clickedButton() == leave)
            return;
    }
    const auto dropped =
        sync::dropRequest(m_session->database(), m_context.session.id(), request->id);
    if (!dropped) {
        Q_EMIT failed(dropped.error());
        return;
    }
    reload(true);
    Q_EMIT decided();
}

void RequestsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    reload(true);
}

} // namespace chengdan::ui
