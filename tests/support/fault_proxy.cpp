// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_proxy.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

namespace chengdan::tests {

// Named, not anonymous: fields of a class that a header declares.
using ProxyClock = std::chrono::steady_clock;

enum class ProxyFault { Forward, Delay, Hold, BlackHole, Throttle, Refuse };

struct ProxyChunk {
    QByteArray bytes;
    qsizetype sent = 0;
    ProxyClock::time_point since; // it arrived then
};

// One way of one connection.
struct ProxyLane {
    int from = -1;
    int to = -1;
    std::deque<ProxyChunk> chunks;
    qint64 waiting = 0;
    bool ended = false; // `from` has no more to say
    bool toldEnd = false; // and `to` knows
    ProxyClock::time_point mayGoOn; // throttled until then
};

struct ProxyPassage {
    std::array<ProxyLane, 2> lanes; // by Way
    bool broken = false;
};

namespace {

constexpr qint64 kMostWaiting = 256 * 1024; // then the sender is left to wait

int checkedCall(int result, const char* what)
{
    if (result < 0)
        throw std::runtime_error(what);
    return result;
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// Bound to a port, which several sockets of ours may be at a time; 0: any.
int boundSocket(quint16& port)
{
    const int made =
        checkedCall(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "socket");
    const int on = 1;
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(made, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    sockaddr_in address = loopback(port);
    socklen_t size = sizeof address;
    checkedCall(::bind(made, reinterpret_cast<sockaddr*>(&address), size), "bind");
    checkedCall(::getsockname(made, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    port = ntohs(address.sin_port);
    return made;
}

int listeningSocket(quint16 port)
{
    const int made = boundSocket(port);
    checkedCall(::listen(made, 64), "listen");
    return made;
}

} // namespace

struct FaultProxy::Inside {
    quint16 serverPort = 0;
    quint16 port = 0;
    int keeper = -1; // of the port while nobody listens
    int listener = -1;
    int alarm = -1;
    std::thread thread;

    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    Traffic traffic;
    std::vector<std::unique_ptr<ProxyPassage>> passages;
    ProxyFault fault = ProxyFault::Forward;
    std::chrono::milliseconds late{0};
    qint64 rate = 1;
    std::optional<Way> cutWay;
    qint64 cutLeft = 0;
    bool cutAll = false;
    bool ending = false;
    quint64 asked = 0; // orders given, and those the thread knows of
    quint64 known = 0;

    void run();
    void obey();
    void order(const std::function<void()>& change);
    std::vector<pollfd> watched() const;
    int patience() const;
    void accept();
    void take(ProxyLane& lane);
    void pass(ProxyPassage& passage, Way way);
    qsizetype mayPass(const ProxyLane& lane, Way way) const;
    void passed(ProxyLane& lane, Way way, qsizetype bytes);
    void finish();
    bool held(const ProxyLane& lane) const;
};

// ---- the thread ----

bool FaultProxy::Inside::held(const ProxyLane& lane) const
{
    if (fault == ProxyFault::Hold || lane.chunks.empty())
        return true;
    const auto now = ProxyClock::now();
    if (fault == ProxyFault::Delay)
        return now < lane.chunks.front().since + late;
    return fault == ProxyFault::Throttle && now < lane.mayGoOn;
}

std::vector<pollfd> FaultProxy::Inside::watched() const
{
    std::vector<pollfd> all{{alarm, POLLIN, 0}, {listener, POLLIN, 0}};
    for (const auto& passage : passages) {
        for (const ProxyLane& lane : passage->lanes) {
            const bool reads =
                fault != ProxyFault::Hold && !lane.ended && lane.waiting < kMostWaiting;
            all.push_back({reads ? lane.from : -1, POLLIN, 0});
            all.push_back({held(lane) ? -1 : lane.to, POLLOUT, 0});
        }
    }
    return all;
}

// Until the first chunk that waits for its time may go; for ever when none does.
int FaultProxy::Inside::patience() const
{
    std::optional<ProxyClock::time_point> first;
    for (const auto& passage : passages) {
        for (const ProxyLane& lane : passage->lanes) {
            if (lane.chunks.empty() || !held(lane) || fault == ProxyFault::Hold)
                continue;
            const auto free =
                fault == ProxyFault::Delay ? lane.chunks.front().since + late : lane.mayGoOn;
            first = first ? std::min(*first, free) : free;
        }
    }
    if (!first)
        return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(*first - ProxyClock::now()).count();
    return static_cast<int>(std::max<qint64>(0, left));
}

void FaultProxy::Inside::accept()
{
    const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    ++traffic.accepted;
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(serverPort);
    // On this machine a connection is there at once or refused.
    if (server < 0
        || ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(client);
        if (server >= 0)
            ::close(server);
        return;
    }
    for (const int socket : {client, server}) {
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    auto passage = std::make_unique<ProxyPassage>();
    passage->lanes[0].from = passage->lanes[1].to = client;
    passage->lanes[0].to = passage->lanes[1].from = server;
    passages.push_back(std::move(passage));
    ++traffic.open;
}

void FaultProxy::Inside::take(ProxyLane& lane)
{
    if (lane.ended || fault == ProxyFault::Hold || lane.waiting >= kMostWaiting)
        return;
    QByteArray bytes(64 * 1024, Qt::Uninitialized);
    const ssize_t got =
        ::recv(lane.from, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        lane.ended = true;
        return;
    }
    if (fault == ProxyFault::BlackHole) {
        traffic.swallowed += got;
        return;
    }
    bytes.truncate(static_cast<qsizetype>(got));
    lane.waiting += got;
    lane.chunks.push_back({bytes, 0, ProxyClock::now()});
}

qsizetype FaultProxy::Inside::mayPass(const ProxyLane& lane, Way way) const
{
    const ProxyChunk& chunk = lane.chunks.front();
    qint64 most = chunk.bytes.size() - chunk.sent;
    if (fault == ProxyFault::Throttle)
        most = std::min(most, std::max<qint64>(1, rate / 50));
    if (cutWay == way)
        most = std::min(most, cutLeft);
    return static_cast<qsizetype>(most);
}

void FaultProxy::Inside::passed(ProxyLane& lane, Way way, qsizetype bytes)
{
    ProxyChunk& chunk = lane.chunks.front();
    chunk.sent += bytes;
    lane.waiting -= bytes;
    qint64& sum = way == Way::Up ? traffic.up : traffic.down;
    sum += bytes;
    if (chunk.sent == chunk.bytes.size()) {
        (way == Way::Up ? traffic.upEnds : traffic.downEnds).push_back(sum);
        lane.chunks.pop_front();
    }
    if (fault == ProxyFault::Throttle)
        lane.mayGoOn = ProxyClock::now() + std::chrono::microseconds(bytes * 1000000 / rate);
    if (cutWay == way)
        cutLeft -= bytes;
}

void FaultProxy::Inside::pass(ProxyPassage& passage, Way way)
{
    ProxyLane& lane = passage.lanes[static_cast<std::size_t>(way)];
    while (!passage.broken && !held(lane)) {
        const qsizetype most = mayPass(lane, way);
        if (most > 0) {
            const ProxyChunk& chunk = lane.chunks.front();
            const ssize_t sent = ::send(lane.to,
                chunk.bytes.constData() + chunk.sent,
                static_cast<std::size_t>(most),
                MSG_DONTWAIT | MSG_NOSIGNAL);
            if (sent < 0 && (errno == EAGAIN || errno == EINTR))
                return;
            if (sent < 0) {
                passage.broken = true;
                return;
            }
            passed(lane, way, static_cast<qsizetype>(sent));
        }
        if (cutWay == way && cutLeft == 0) {
            cutWay.reset();
            ++traffic.cuts;
            passage.broken = true;
        }
    }
    if (lane.ended && !lane.toldEnd && lane.chunks.empty() && fault != ProxyFault::Hold
        && fault != ProxyFault::BlackHole) {
        lane.toldEnd = true;
        ::shutdown(lane.to, SHUT_WR);
    }
}

// Closes what is over.
void FaultProxy::Inside::finish()
{
    for (const auto& passage : passages) {
        const bool over = passage->lanes[0].toldEnd && passage->lanes[1].toldEnd;
        if (!passage->broken && !over && !cutAll && !ending)
            continue;
        ::close(passage->lanes[0].from);
        ::close(passage->lanes[0].to);
        passage->lanes[0].from = -1;
        --traffic.open;
    }
    std::erase_if(passages, [](const auto& passage) { return passage->lanes[0].from < 0; });
    cutAll = false;
}

void FaultProxy::Inside::obey()
{
    quint64 count = 0;
    (void)!::read(alarm, &count, sizeof count);
    if (fault == ProxyFault::Refuse && listener >= 0) {
        ::close(listener);
        listener = -1;
    } else if (fault != ProxyFault::Refuse && listener < 0) {
        listener = listeningSocket(port);
    }
    known = asked;
}

void FaultProxy::Inside::run()
{
    std::unique_lock lock(mutex);
    while (!ending) {
        std::vector<pollfd> ready = watched();
        const int wait = patience();
        lock.unlock();
        ::poll(ready.data(), ready.size(), wait);
        lock.lock();
        if (ready[0].revents != 0)
            obey();
        for (const auto& passage : passages) {
            take(passage->lanes[0]);
            take(passage->lanes[1]);
            pass(*passage, Way::Up);
            pass(*passage, Way::Down);
        }
        finish();
        if (ready[1].revents != 0 && listener >= 0)
            accept();
        changed.notify_all();
    }
}

void FaultProxy::Inside::order(const std::function<void()>& change)
{
    std::unique_lock lock(mutex);
    change();
    const quint64 mine = ++asked;
    const quint64 one = 1;
    (void)!::write(alarm, &one, sizeof one);
    changed.wait(lock, [&] { return known >= mine || ending; });
}

// ---- from outside ----

FaultProxy::FaultProxy(quint16 serverPort)
    : m_inside(std::make_unique<Inside>())
{
    Inside& in = *m_inside;
    in.serverPort = serverPort;
    in.alarm = checkedCall(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd");
    in.keeper = boundSocket(in.port);
    in.listener = listeningSocket(in.port);
    in.thread = std::thread([&in] { in.run(); });
}

FaultProxy::~FaultProxy()
{
    m_inside->order([&] { m_inside->ending = true; });
    m_inside->thread.join();
    m_inside->finish();
    for (const int descriptor : {m_inside->listener, m_inside->keeper, m_inside->alarm}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

quint16 FaultProxy::port() const
{
    return m_inside->port;
}

void FaultProxy::forward()
{
    m_inside->order([&] {
        m_inside->fault = ProxyFault::Forward;
        m_inside->cutWay.reset();
    });
}

void FaultProxy::delay(std::chrono::milliseconds time)
{
    m_inside->order([&] {
        m_inside->fault = ProxyFault::Delay;
        m_inside->late = time;
    });
}

void FaultProxy::cutAfter(Way way, qint64 bytes)
{
    m_inside->order([&] {
        m_inside->fault = ProxyFault::Forward;
        m_inside->cutWay = way;
        m_inside->cutLeft = bytes;
    });
}

void FaultProxy::hold()
{
    m_inside->order([&] { m_inside->fault = ProxyFault::Hold; });
}

void FaultProxy::blackHole()
{
    m_inside->order([&] {
        m_inside->fault = ProxyFault::BlackHole;
        for (const auto& passage : m_inside->passages) {
            for (ProxyLane& lane : passage->lanes) {
                lane.chunks.clear();
                lane.waiting = 0;
            }
        }
    });
}

void FaultProxy::throttle(qint64 bytesPerSecond)
{
    m_inside->order([&] {
        m_inside->fault = ProxyFault::Throttle;
        m_inside->rate = std::max<qint64>(1, bytesPerSecond);
    });
}

void FaultProxy::refuse()
{
    m_inside->order([&] { m_inside->fault = ProxyFault::Refuse; });
}

void FaultProxy::cutNow()
{
    m_inside->order([&] { m_inside->cutAll = true; });
}

FaultProxy::Traffic FaultProxy::traffic() const
{
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->traffic;
}

void FaultProxy::recount()
{
    const std::lock_guard lock(m_inside->mutex);
    const int open = m_inside->traffic.open;
    m_inside->traffic = {};
    m_inside->traffic.open = open;
}

bool FaultProxy::waitFor(
    const std::function<bool(const Traffic&)>& come, std::chrono::milliseconds longest) const
{
    std::unique_lock lock(m_inside->mutex);
    return m_inside->changed.wait_for(lock, longest, [&] { return come(m_inside->traffic); });
}

} // namespace chengdan::tests
