// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/draft_keeper.h"

#include "ui/shared/format.h"

#include <QApplication>
#include <QDateTime>

namespace chengdan::ui {

DraftKeeper::DraftKeeper(
    const access::Context& context, QWidget& form, const QString& name, Collect collect)
    : DraftKeeper(context.database, {context.session.id(), name, {}}, form, std::move(collect))
{
}

DraftKeeper::DraftKeeper(
    storage::Database& database, storage::DraftKey key, QWidget& form, Collect collect)
    : QObject(&form)
    , m_form(form)
    , m_database(database)
    , m_key(std::move(key))
    , m_collect(std::move(collect))
    , m_writer(database, [this](const storage::DraftKey&, const Result<void>& done) {
        // On the writer's thread; signals reach the form through its own queue.
        if (done)
            Q_EMIT keptOnDisk();
        else
            Q_EMIT failed(done.error());
    })
{
    // Not begun anew by each key press: steady typing must not put the next draft off for ever.
    m_timer.setInterval(kIntervalMs);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::keepNow);
    connect(qApp, &QApplication::focusChanged, this, &DraftKeeper::focusMoved);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &DraftKeeper::keepNow);
}

// The form's own widgets are still there: children are deleted in the order they were made, and
// collecting from them here would be too late. Closing the window has kept the text before.
DraftKeeper::~DraftKeeper()
{
    m_writer.finish();
}

void DraftKeeper::setRecord(const QString& id)
{
    if (id == m_key.record)
        return;
    keepNow();
    m_key.record = id;
    m_mayStandThere = true;
}

std::optional<storage::Draft> DraftKeeper::kept() const
{
    const auto found = m_database.read(
        [this](storage::Connection& connection) -> Result<std::optional<storage::Draft>> {
            return storage::findDraft(connection, m_key);
        });
    return found.value_or(std::nullopt);
}

void DraftKeeper::touch()
{
    m_changed = true;
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::keepNow()
{
    m_timer.stop();
    if (!std::exchange(m_changed, false))
        return;
    const QJsonObject typed = m_collect();
    if (!typed.isEmpty())
        m_writer.keep(m_key, typed);
    else if (m_mayStandThere)
        m_writer.forget(m_key);
    m_mayStandThere = !typed.isEmpty();
}

void DraftKeeper::forget()
{
    m_timer.stop();
    m_changed = false;
    if (std::exchange(m_mayStandThere, false))
        m_writer.forget(m_key);
}

void DraftKeeper::focusMoved(QWidget* from)
{
    if (m_changed && from != nullptr && (from == &m_form || m_form.isAncestorOf(from)))
        keepNow();
}

QString restoredText(Instant savedAt, QDate today)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(savedAt.milliseconds());
    const QString time = at.toString(QStringLiteral("HH:mm"));
    if (at.date() == today)
        return QCoreApplication::translate("DraftKeeper", "Restored from %1").arg(time);
    return QCoreApplication::translate("DraftKeeper", "Restored from %1, %2")
        .arg(dateText(at.date(), today), time);
}

} // namespace chengdan::ui
