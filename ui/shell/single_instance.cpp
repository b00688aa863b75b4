// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/single_instance.h"

#include "ui/shell/local_call.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>

namespace chengdan::ui {

namespace {

constexpr int kCallWaitMs = 2000;

} // namespace

SingleInstance::SingleInstance(const QString& name, const QString& lockFolder, QObject* parent)
    : QObject(parent)
{
    const QByteArray digest =
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    QDir().mkpath(lockFolder);
    m_server = QDir(lockFolder)
                   .absoluteFilePath(QStringLiteral("chengdan-") + QString::fromLatin1(digest));
    m_lock = std::make_unique<QLockFile>(m_server + QStringLiteral(".lock"));
    // A lock whose process is gone is taken over; age alone says nothing, windows stay open for
    // days.
    m_lock->setStaleLockTime(0);
    m_first = m_lock->tryLock(0);
    if (!m_first)
        return;
    // Whoever holds the lock owns the name.
    m_listen = std::make_unique<LocalCallListener>(m_server);
    connect(m_listen.get(), &LocalCallListener::called, this, &SingleInstance::called);
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::release()
{
    m_listen.reset(); // its name first, so that the next one can take it
    if (m_first)
        m_lock->unlock();
    m_first = false;
}

bool SingleInstance::callFirst(const QString& message) const
{
    return callLocally(m_server, message, kCallWaitMs);
}

} // namespace chengdan::ui
