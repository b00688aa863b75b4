// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
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
    m_server = QStringLiteral("chengdan-") + QString::fromLatin1(digest);
    QDir().mkpath(lockFolder);
    m_lock =
        std::make_unique<QLockFile>(QDir(lockFolder).filePath(m_server + QStringLiteral(".lock")));
    // A lock whose process is gone is taken over; age alone says nothing, windows stay open for
    // days.
    m_lock->setStaleLockTime(0);
    m_first = m_lock->tryLock(0);
    if (!m_first)
        return;
    // Whoever holds the lock owns the name; a socket left by a crash goes.
    QLocalServer::removeServer(m_server);
    m_listen = std::make_unique<QLocalServer>();
    m_listen->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_listen.get(), &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = m_listen->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            Q_EMIT called(QString::fromUtf8(socket->readAll()));
            socket->deleteLater();
        });
    });
    m_listen->listen(m_server);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::callFirst(const QString& message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_server);
    if (!socket.waitForConnected(kCallWaitMs))
        return false;
    socket.write(message.toUtf8());
    if (!socket.waitForBytesWritten(kCallWaitMs))
        return false;
    socket.disconnectFromServer();
    return socket.state() == QLocalSocket::UnconnectedState
        || socket.waitForDisconnected(kCallWaitMs);
}

} // namespace chengdan::ui
