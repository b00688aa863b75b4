// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not part of the test run: scripts/soak starts it. CHENGDAN_SOAK_MINUTES: how long.
#include "core/exchange/company.h"
#include "core/sync/sync_runner.h"
#include "tests/support/catch.h"
#include "tests/sync/sync_fixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <random>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kClients = 30;

qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

double at(std::vector<double>& values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::size_t(share * double(values.size() - 1))];
}

// Thirty people's PCs at one server, each kept in step by its own runner; the first one's sees all.
class Crowd {
public:
    Crowd()
    {
        for (int person = 5; person <= kClients; ++person) {
            m_office.server().scalar(
                QStringLiteral("SELECT srv.add_person('{\"login\": \"p%1\", \"name\": \"p%1\"}', "
                               "'[{\"role\": \"sales\"}]')")
                    .arg(person));
            m_office.server().scalar(
                QStringLiteral("SELECT srv.set_login(%1, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')")
                    .arg(person));
        }
        for (int person = 1; person <= kClients; ++person) {
            m_pcs.push_back(m_office.pc(person));
            Pc& pc = *m_pcs.back();
            const bool sells = person != 4; // finance edits no customers
            m_customers.push_back(
                sells ? pc.addCustomer(QStringLiteral("客户 %1").arg(person)) : QByteArray());
            pc.synced();
            pc.disconnect();
        }
        m_pcs.front()->synced();
        m_pcs.front()->disconnect();
        QObject::connect(
            &m_pcs.front()->database().notices(),
            &storage::ChangeNotices::committed,
            &m_pcs.front()->database().notices(),
            [this] {
                const std::lock_guard lock(m_mutex);
                m_arrived.notify_all();
            },
            Qt::DirectConnection);
        for (int i = 0; i < kClients; ++i) {
            m_runners.push_back(std::make_unique<sync::SyncRunner>(
                m_pcs[std::size_t(i)]->database(),
                m_clock,
                sync::ServerAccount{m_office.server().dsn(), QStringLiteral("u%1").arg(i + 1), {}},
                nullptr));
        }
    }

    ~Crowd() { m_runners.clear(); }

    /// One edit of a random person; answers the milliseconds until the boss's PC holds it.
    double edit()
    {
        std::size_t who = 3;
        while (who == 3 || who == 0)
            who = std::uniform_int_distribution<std::size_t>(0, kClients - 1)(m_random);
        Pc& pc = *m_pcs[who];
        const QString word = QStringLiteral("w%1").arg(++m_words);
        QElapsedTimer timer;
        timer.start();
        if (m_words % 3 == 0)
            pc.addContact(m_customers[who], word);
        else
            pc.set("customer", m_customers[who], {{QStringLiteral("remark"), word}});
        const QString sql = m_words % 3 == 0
            ? QStringLiteral("SELECT count(*) FROM contact WHERE name = ?")
            : QStringLiteral("SELECT count(*) FROM customer WHERE remark = ?");
        std::unique_lock lock(m_mutex);
        const bool came = m_arrived.wait_for(
            lock, std::chrono::seconds(90), [&] { return m_pcs.front()->number(sql, {word}) > 0; });
        REQUIRE(came);
        return double(timer.nsecsElapsed()) / 1e6;
    }

    void checkAll()
    {
        m_runners.clear();
        for (const auto& pc : m_pcs)
            pc->synced();
        for (const auto& pc : m_pcs) {
            pc->synced();
            REQUIRE(pc->number(QStringLiteral("SELECT count(*) FROM _op")) == 0);
            REQUIRE(pc->number(QStringLiteral("SELECT count(*) FROM _tray")) == 0);
            REQUIRE(value(sync::verifyReplica(pc->database(), pc->server())) == 0);
            pc->disconnect();
        }
    }

    qint64 fileBytes() const
    {
        qint64 sum = 0;
        for (const auto& pc : m_pcs)
            sum += QFile(pc->path()).size();
        return sum;
    }

private:
    Office m_office;
    SystemClock m_clock;
    std::mt19937 m_random{20260312};
    std::vector<std::unique_ptr<Pc>> m_pcs;
    std::vector<QByteArray> m_customers;
    std::vector<std::unique_ptr<sync::SyncRunner>> m_runners;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    int m_words = 0;
};

} // namespace

TEST_CASE("thirty copies at work for a long time stay right, small and quick", "[.soak]")
{
    const int wanted = qEnvironmentVariableIntValue("CHENGDAN_SOAK_MINUTES");
    const qint64 length = qint64(wanted > 0 ? wanted : 60) * 60'000;
    Crowd crowd;
    QElapsedTimer timer;
    timer.start();
    std::vector<double> lags;
    std::vector<double> all;
    qint64 nextLine = 0;
    const qint64 memory = residentKilobytes();
    while (timer.elapsed() < length) {
        lags.push_back(crowd.edit());
        all.push_back(lags.back());
        if (timer.elapsed() < nextLine)
            continue;
        nextLine = timer.elapsed() + 30'000;
        std::printf(
            "%4lld s  %6zu edits  lag p50 %.0f p95 %.0f ms  memory %lld MB  files %lld MB\n",
            timer.elapsed() / 1000,
            all.size(),
            at(lags, 0.5),
            at(lags, 0.95),
            residentKilobytes() / 1024,
            crowd.fileBytes() / 1'048'576);
        std::fflush(stdout);
        lags.clear();
    }
    crowd.checkAll();
    std::printf("%zu edits, lag p50 %.0f ms, p95 %.0f ms, memory grew by %lld MB\n",
        all.size(),
        at(all, 0.5),
        at(all, 0.95),
        (residentKilobytes() - memory) / 1024);
    CHECK(all.size() > 10);
}
