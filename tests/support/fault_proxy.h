// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace chengdan::tests {

/// A bad network between a client and a server on this machine: hands bytes through on a port of
/// 127.0.0.1, in a thread of its own, and does to them what it is told. What it is told holds for
/// every connection, open and to come, until it is told something else; each call comes back when
/// it is in force.
class FaultProxy {
public:
    enum class Way { Up, Down }; ///< from the client to the server, and back

    /// What went through since the start or recount(). The bytes of a chunk arrived together, so
    /// where chunks end one side usually stopped talking: the places worth a cut. Under TLS nothing
    /// else can be told apart.
    struct Traffic {
        qint64 up = 0;
        qint64 down = 0;
        qint64 swallowed = 0; ///< by the black hole, both ways
        std::vector<qint64> upEnds; ///< rising; the last is `up`
        std::vector<qint64> downEnds;
        int accepted = 0; ///< connections
        int open = 0;
        int cuts = 0; ///< that came to pass
    };

    explicit FaultProxy(quint16 serverPort);
    ~FaultProxy(); ///< cuts what is open
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    quint16 port() const;

    /// Everything passes, also what was held back.
    void forward();
    /// Each chunk passes so much later; forward() lets pass at once what waits.
    void delay(std::chrono::milliseconds time);
    /// So many more bytes pass that way, counted from now over all connections, then the connection
    /// that carried the last of them is closed to both sides; later ones are forwarded. 0: before
    /// the next byte.
    void cutAfter(Way way, qint64 bytes);
    /// Half open: nothing passes and nothing is lost; both sides still believe in the connection.
    void hold();
    /// What is sent is taken and lost for good, both ways.
    void blackHole();
    /// At most so many bytes a second each way of each connection.
    void throttle(qint64 bytesPerSecond);
    /// New connections are refused; open ones go on.
    void refuse();
    /// Closes every open connection now; new ones are taken as before.
    void cutNow();

    Traffic traffic() const;
    /// Counts from zero again; connections that are open stay in `open`.
    void recount();
    /// Waits for traffic of that kind; false when it did not come about in time.
    bool waitFor(const std::function<bool(const Traffic&)>& come,
        std::chrono::milliseconds longest = std::chrono::seconds(10)) const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chengdan::tests
