// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/local_call.h"

#ifdef Q_OS_UNIX

#include <QByteArray>
#include <QFile>
#include <QSocketNotifier>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace chengdan::ui {

/// A descriptor that is closed with its owner.
class LocalSocket {
public:
    explicit LocalSocket(int descriptor = -1)
        : m_descriptor(descriptor)
    {
        if (m_descriptor >= 0) {
            fcntl(m_descriptor, F_SETFD, FD_CLOEXEC);
            fcntl(m_descriptor, F_SETFL, fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
        }
    }
    ~LocalSocket()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    LocalSocket(const LocalSocket&) = delete;
    LocalSocket& operator=(const LocalSocket&) = delete;
    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

namespace {

constexpr qsizetype kLongestCall = 64 * 1024;

// False: the path is longer than the system takes.
bool addressOf(const QString& name, sockaddr_un& address)
{
    const QByteArray path = QFile::encodeName(name);
    std::memset(&address, 0, sizeof(address));
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof(address.sun_path)))
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    return true;
}

/// One caller who is being heard: what it says until it hangs up.
class LocalCaller : public QObject {
public:
    LocalCaller(int descriptor, LocalCallListener& listener)
        : QObject(&listener)
        , m_listener(listener)
        , m_socket(descriptor)
        , m_ready(descriptor, QSocketNotifier::Read)
    {
        connect(&m_ready, &QSocketNotifier::activated, this, [this] { hear(); });
    }

private:
    void hear()
    {
        char piece[4096];
        const ssize_t size = read(m_socket.descriptor(), piece, sizeof(piece));
        if (size > 0 && m_said.size() + size <= kLongestCall) {
            m_said.append(piece, size);
            return;
        }
        if (size < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        m_ready.setEnabled(false);
        deleteLater();
        if (size == 0)
            Q_EMIT m_listener.called(QString::fromUtf8(m_said));
    }
    LocalCallListener& m_listener;
    LocalSocket m_socket;
    QSocketNotifier m_ready;
    QByteArray m_said;
};

} // namespace

class LocalCallListener::Ends {
public:
    explicit Ends(const QString& name)
        : m_socket(socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address;
        if (!m_socket.isOpen() || !addressOf(name, address))
            return;
        QFile::remove(name); // left by a crash
        constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
        fchmod(m_socket.descriptor(), kOwnerOnly); // where the system makes the file with it
        const auto* any = reinterpret_cast<const sockaddr*>(&address);
        if (bind(m_socket.descriptor(), any, sizeof(address)) != 0)
            return;
        m_name = name;
        if (chmod(address.sun_path, kOwnerOnly) != 0 || listen(m_socket.descriptor(), 8) != 0)
            return;
        m_ready = std::make_unique<QSocketNotifier>(m_socket.descriptor(), QSocketNotifier::Read);
    }
    ~Ends()
    {
        m_ready.reset();
        if (!m_name.isEmpty())
            QFile::remove(m_name);
    }
    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;
    QSocketNotifier* ready() const { return m_ready.get(); }
    /// The next caller; negative when there is none.
    int next() const { return accept(m_socket.descriptor(), nullptr, nullptr); }

private:
    LocalSocket m_socket;
    QString m_name; ///< of the file that was made
    std::unique_ptr<QSocketNotifier> m_ready;
};

LocalCallListener::LocalCallListener(const QString& name, QObject* parent)
    : QObject(parent)
    , m_ends(std::make_unique<Ends>(name))
{
    if (m_ends->ready() != nullptr)
        connect(m_ends->ready(), &QSocketNotifier::activated, this, [this] { take(); });
}

LocalCallListener::~LocalCallListener() = default;

void LocalCallListener::take()
{
    while (true) {
        const int caller = m_ends->next();
        if (caller < 0)
            return;
        new LocalCaller(caller, *this);
    }
}

bool callLocally(const QString& name, const QString& message, int timeoutMs)
{
    sockaddr_un address;
    const LocalSocket caller(socket(AF_UNIX, SOCK_STREAM, 0));
    if (!caller.isOpen() || !addressOf(name, address))
        return false;
    if (connect(caller.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof(address))
        != 0)
        return false;
    const QByteArray words = message.toUtf8();
    qsizetype said = 0;
    while (said < words.size()) {
        pollfd ready{caller.descriptor(), POLLOUT, 0};
        if (poll(&ready, 1, timeoutMs) != 1)
            return false;
        const ssize_t taken = send(caller.descriptor(),
            words.constData() + said,
            static_cast<std::size_t>(words.size() - said),
            MSG_NOSIGNAL);
        if (taken <= 0)
            return false;
        said += taken;
    }
    return shutdown(caller.descriptor(), SHUT_WR) == 0;
}

} // namespace chengdan::ui

#else

#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

namespace chengdan::ui {

class LocalCallListener::Ends {
public:
    QLocalServer server;
};

LocalCallListener::LocalCallListener(const QString& name, QObject* parent)
    : QObject(parent)
    , m_ends(std::make_unique<Ends>())
{
    m_ends->server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_ends->server, &QLocalServer::newConnection, this, [this] { take(); });
    m_ends->server.listen(QFileInfo(name).fileName());
}

LocalCallListener::~LocalCallListener() = default;

void LocalCallListener::take()
{
    QLocalSocket* caller = m_ends->server.nextPendingConnection();
    connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
        Q_EMIT called(QString::fromUtf8(caller->readAll()));
        caller->deleteLater();
    });
}

bool callLocally(const QString& name, const QString& message, int timeoutMs)
{
    QLocalSocket caller;
    caller.connectToServer(QFileInfo(name).fileName());
    if (!caller.waitForConnected(timeoutMs))
        return false;
    caller.write(message.toUtf8());
    if (!caller.waitForBytesWritten(timeoutMs))
        return false;
    caller.disconnectFromServer();
    return caller.state() == QLocalSocket::UnconnectedState
        || caller.waitForDisconnected(timeoutMs);
}

} // namespace chengdan::ui

#endif
