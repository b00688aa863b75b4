// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/fault_proxy.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

using Way = FaultProxy::Way;
using Traffic = FaultProxy::Traffic;

sockaddr_in here(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// Answers every byte with itself, each connection in a thread of its own.
class EchoServer {
public:
    EchoServer()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = here(0);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0
            || ::listen(m_listener, 16) != 0
            || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            FAIL("no port for the echo");
        m_port = ntohs(address.sin_port);
        m_acceptor = std::thread([this] { acceptAll(); });
    }
    ~EchoServer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_acceptor.join();
        for (std::thread& talk : m_talks)
            talk.join();
        ::close(m_listener);
    }
    EchoServer(const EchoServer&) = delete;
    EchoServer& operator=(const EchoServer&) = delete;

    quint16 port() const { return m_port; }
    /// Waits until it has heard at least so many bytes, and answers how many.
    qint64 heard(qint64 least)
    {
        std::unique_lock lock(m_mutex);
        m_more.wait_for(lock, std::chrono::seconds(10), [&] { return m_heard >= least; });
        return m_heard;
    }

private:
    void acceptAll()
    {
        for (int client = 0; (client = ::accept(m_listener, nullptr, nullptr)) >= 0;)
            m_talks.emplace_back([this, client] { echo(client); });
    }
    void echo(int client)
    {
        QByteArray bytes(4096, '\0');
        for (ssize_t got = 0;
             (got = ::recv(client, bytes.data(), static_cast<std::size_t>(bytes.size()), 0)) > 0;) {
            {
                const std::lock_guard lock(m_mutex);
                m_heard += got;
            }
            m_more.notify_all();
            for (ssize_t sent = 0; sent < got;) {
                const ssize_t some = ::send(client,
                    bytes.constData() + sent,
                    static_cast<std::size_t>(got - sent),
                    MSG_NOSIGNAL);
                if (some <= 0)
                    break;
                sent += some;
            }
        }
        ::close(client);
    }

    int m_listener = -1;
    quint16 m_port = 0;
    std::mutex m_mutex;
    std::condition_variable m_more;
    qint64 m_heard = 0;
    std::thread m_acceptor;
    std::vector<std::thread> m_talks; // the acceptor adds them
};

class EchoClient {
public:
    explicit EchoClient(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const sockaddr_in address = here(port);
        m_connected =
            ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        m_error = m_connected ? 0 : errno;
    }
    ~EchoClient() { ::close(m_socket); }
    EchoClient(const EchoClient&) = delete;
    EchoClient& operator=(const EchoClient&) = delete;

    bool connected() const { return m_connected; }
    int error() const { return m_error; }
    void say(const QByteArray& bytes)
    {
        CHECK(::send(
                  m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL)
            == bytes.size());
    }
    bool hears(int milliseconds)
    {
        pollfd wanted{m_socket, POLLIN, 0};
        return ::poll(&wanted, 1, milliseconds) > 0;
    }
    /// What comes until so many bytes are there or the connection ends.
    QByteArray heard(qsizetype bytes)
    {
        QByteArray all;
        while (all.size() < bytes && hears(10000)) {
            QByteArray some(bytes - all.size(), '\0');
            const ssize_t got =
                ::recv(m_socket, some.data(), static_cast<std::size_t>(some.size()), 0);
            if (got <= 0)
                break;
            all += some.left(static_cast<qsizetype>(got));
        }
        return all;
    }
    /// Whether the other side is gone and has left nothing.
    bool ended() { return hears(10000) && heard(1).isEmpty(); }

private:
    int m_socket;
    bool m_connected = false;
    int m_error = 0;
};

const QByteArray kWords = QByteArrayLiteral("0123456789");

} // namespace

TEST_CASE("the proxy hands everything on, and counts where chunks end", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    {
        EchoClient client(proxy.port());
        client.say(kWords);
        CHECK(client.heard(kWords.size()) == kWords);
        QByteArray much;
        for (int i = 0; much.size() < 200000; ++i)
            much += QByteArray::number(i);
        std::thread writer([&] { client.say(much); });
        CHECK(client.heard(much.size()) == much);
        writer.join();
        const Traffic traffic = proxy.traffic();
        CHECK(traffic.up == kWords.size() + much.size());
        CHECK(traffic.down == traffic.up);
        CHECK(traffic.upEnds.front() == kWords.size());
        CHECK(traffic.upEnds.back() == traffic.up);
        CHECK(std::is_sorted(traffic.downEnds.begin(), traffic.downEnds.end()));
        CHECK(traffic.accepted == 1);
        CHECK(traffic.open == 1);
    }
    // and the end of a conversation
    CHECK(proxy.waitFor([](const Traffic& traffic) { return traffic.open == 0; }));
    proxy.recount();
    CHECK(proxy.traffic().up == 0);
}

TEST_CASE("a cut lets exactly so many bytes through to the server", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    EchoClient client(proxy.port());
    client.say(kWords);
    CHECK(client.heard(kWords.size()) == kWords);
    proxy.cutAfter(Way::Up, 4);
    client.say(kWords);
    CHECK(proxy.waitFor([](const Traffic& t) { return t.cuts == 1 && t.open == 0; }));
    CHECK(proxy.traffic().up == kWords.size() + 4);
    client.heard(4); // as much of the answer as made it
    CHECK(client.ended());
    EchoClient next(proxy.port()); // the next conversation is not disturbed
    next.say(kWords);
    CHECK(next.heard(kWords.size()) == kWords);
    CHECK(server.heard(2 * kWords.size() + 4) == 2 * kWords.size() + 4);
}

TEST_CASE("a cut lets exactly so many bytes through to the client", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    const qint64 bytes = GENERATE(0, 1, 9, 10);
    proxy.cutAfter(Way::Down, bytes);
    EchoClient client(proxy.port());
    client.say(kWords);
    CHECK(client.heard(100) == kWords.left(static_cast<qsizetype>(bytes)));
    CHECK(proxy.waitFor([](const Traffic& t) { return t.cuts == 1 && t.open == 0; }));
    CHECK(proxy.traffic().down == bytes);
}

TEST_CASE("a half-open connection stays, and nothing of it is lost", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    EchoClient client(proxy.port());
    client.say(kWords);
    CHECK(client.heard(kWords.size()) == kWords);
    proxy.hold();
    client.say(kWords);
    CHECK_FALSE(client.hears(50));
    CHECK(proxy.traffic().up == kWords.size());
    CHECK(proxy.traffic().open == 1);
    proxy.forward();
    CHECK(client.heard(kWords.size()) == kWords);
}

TEST_CASE("a black hole swallows for good without a word", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    EchoClient client(proxy.port());
    proxy.blackHole();
    client.say(QByteArrayLiteral("lost"));
    CHECK(proxy.waitFor([](const Traffic& traffic) { return traffic.swallowed == 4; }));
    proxy.forward();
    client.say(kWords);
    CHECK(client.heard(kWords.size()) == kWords);
    CHECK(server.heard(kWords.size()) == kWords.size());
}

TEST_CASE("delayed and throttled bytes come late and complete", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    EchoClient client(proxy.port());
    const bool throttled = GENERATE(false, true);
    if (throttled)
        proxy.throttle(10000); // 2 × 1,000 bytes one after the other
    else
        proxy.delay(std::chrono::milliseconds(60)); // there and back
    const QByteArray words(throttled ? 1000 : 10, 'x');
    const auto before = std::chrono::steady_clock::now();
    client.say(words);
    CHECK(client.heard(words.size()) == words);
    const auto took = std::chrono::steady_clock::now() - before;
    CHECK(took >= std::chrono::milliseconds(throttled ? 80 : 120));
}

TEST_CASE("a server that is away refuses on the port where it comes back", "[server][proxy]")
{
    EchoServer server;
    FaultProxy proxy(server.port());
    EchoClient early(proxy.port());
    early.say(kWords);
    CHECK(early.heard(kWords.size()) == kWords);
    proxy.refuse();
    CHECK(EchoClient(proxy.port()).error() == ECONNREFUSED);
    early.say(kWords); // who is in stays in
    CHECK(early.heard(kWords.size()) == kWords);
    proxy.cutNow();
    CHECK(early.ended());
    CHECK(proxy.waitFor([](const Traffic& traffic) { return traffic.open == 0; }));
    CHECK(EchoClient(proxy.port()).error() == ECONNREFUSED);
    proxy.forward();
    EchoClient late(proxy.port());
    late.say(kWords);
    CHECK(late.heard(kWords.size()) == kWords);
}
