// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_deals.h"

#include "core/access/numbering.h"
#include "core/pipeline/stage_presets.h"
#include "core/storage/store.h"

#include <algorithm>

namespace chengdan::exchange {

namespace {

using pipeline::LossReason;
using pipeline::Opportunity;

constexpr quint64 kDealSeed = 11'000'031;
constexpr int kHistoryDays = 1090;

struct DemoStay {
    int least;
    int most;
    int lostPercent; ///< that it ends here
};
// How long an opportunity stays in each open stage of the manufacturing chain.
constexpr DemoStay kDemoStays[] = {
    {2, 18, 22}, {4, 26, 14}, {4, 24, 22}, {14, 58, 10}, {5, 36, 13}};

constexpr LossReason kDemoReasons[] = {LossReason::Price,
    LossReason::Price,
    LossReason::Price,
    LossReason::Delivery,
    LossReason::Technology,
    LossReason::Payment,
    LossReason::Relationship,
    LossReason::Cancelled,
    LossReason::NoReply,
    LossReason::NoReply,
    LossReason::Other};

constexpr const char* kDemoSources[] = {
    "老客户新项目", "官网询盘", "展会", "转介绍", "主动开发", "招标"};

class DemoDealMaker {
public:
    DemoDealMaker(storage::Transaction& transaction,
        IdSource& ids,
        const std::vector<DemoCustomer>& customers,
        QDate today)
        : m_transaction(transaction)
        , m_ids(ids)
        , m_customers(customers)
        , m_today(today)
        , m_random(kDealSeed)
    {
        for (const pipeline::Stage& stage : pipeline::loadStages(transaction.connection())) {
            if (stage.kind == pipeline::StageKind::Open)
                m_open.push_back(stage.id);
            else
                (stage.kind == pipeline::StageKind::Won ? m_won : m_lost) = stage.id;
        }
        for (std::size_t i = 0; i < customers.size(); ++i)
            m_lottery.insert(m_lottery.end(), static_cast<std::size_t>(customers[i].weight), i);
    }

    std::vector<Opportunity> make(int opportunities, int activities)
    {
        std::vector<QDate> starts;
        for (int i = 0; i < opportunities; ++i) // a little more every year
            starts.push_back(m_today.addDays(-m_random.skewed(0, kHistoryDays)));
        std::sort(starts.begin(), starts.end());
        std::vector<Opportunity> all;
        for (int i = 0; i < opportunities; ++i) {
            all.push_back(makeOne(starts[static_cast<std::size_t>(i)]));
            // What is left is spread evenly over those still to come.
            const int left = activities - m_written;
            const int share = left / (opportunities - i);
            journal(all.back(), qBound(0, m_random.between(0, 2 * share), left));
        }
        return all;
    }

private:
    struct Step {
        StageId to;
        QDate on;
        int stage; ///< 0 … open stages, then 5 won, 6 lost
    };

    /// Where it went and when, up to today.
    std::vector<Step> walk(QDate opened)
    {
        std::vector<Step> steps{{m_open[0], opened, 0}};
        QDate on = opened;
        for (std::size_t stage = 0; stage < m_open.size(); ++stage) {
            const DemoStay& stay = kDemoStays[std::min(stage, std::size(kDemoStays) - 1)];
            int days = m_random.between(stay.least, stay.most);
            if (m_random.chance(9)) // some simply lie
                days *= 3;
            on = on.addDays(days);
            if (on > m_today)
                return steps;
            if (m_random.chance(stay.lostPercent)) {
                steps.push_back({m_lost, on, 6});
                return steps;
            }
            if (stage + 1 < m_open.size())
                steps.push_back({m_open[stage + 1], on, static_cast<int>(stage) + 1});
        }
        steps.push_back({m_won, on, 5});
        return steps;
    }

    Opportunity makeOne(QDate opened)
    {
        const DemoCustomer& customer = m_customers[m_lottery[static_cast<std::size_t>(
            m_random.below(static_cast<int>(m_lottery.size())))]];
        Opportunity deal;
        deal.id = OpportunityId::make(m_ids);
        deal.meta.owner = customer.owner;
        deal.meta.root = customer.id;
        deal.meta.createdAt = demoInstant(opened, m_random.between(520, 1040));
        deal.meta.createdBy = customer.owner;
        deal.customer = customer.id;
        deal.contact = m_random.pick(customer.contacts);
        m_product = demoProduct(m_random);
        static constexpr int kVolumes[] = {50, 200, 500, 1000, 2000, 3000, 5000, 8000, 12000};
        deal.name = QStringLiteral("%1 %2 %3 件/年")
                        .arg(customer.shortName, m_product)
                        .arg(m_random.pick(kVolumes));
        // Many small ones, a few of more than a million; in whole hundreds of yuan.
        const qint64 amount =
            qint64{m_random.skewed(12, 420)} * m_random.between(1, 3) * customer.weight;
        deal.amount.minor = std::clamp<qint64>(amount, 18, 4'800) * 1'000 * 100;
        deal.openedOn = opened;
        deal.source = QString::fromUtf8(m_random.pick(kDemoSources));
        deal.number = access::nextNumber(m_transaction, access::kOpportunityNumbers, opened);
        m_steps = walk(opened);
        settle(deal);
        storage::insert(m_transaction, deal);
        insertSteps(deal);
        return deal;
    }

    void settle(Opportunity& deal)
    {
        const Step& last = m_steps.back();
        deal.stage = last.to;
        deal.enteredStageOn = last.on;
        if (m_random.chance(45))
            deal.competitor = demoCompetitor(m_random);
        if (last.stage >= 5) {
            deal.closedOn = last.on;
            deal.expectedClose = last.on.addDays(m_random.between(-12, 6));
            if (last.stage == 6) {
                deal.lossReason = m_random.pick(kDemoReasons);
                deal.lossNote = demoLossNote(*deal.lossReason, m_random);
            }
            return;
        }
        const int toGo = 25 * (5 - last.stage);
        deal.expectedClose = std::max(m_today.addDays(m_random.between(-6, 12)),
            last.on.addDays(m_random.between(toGo / 2, toGo)));
        deal.nextStep = demoNextStep(last.stage, m_random);
        deal.nextOn = m_today.addDays(m_random.between(-5, 14));
    }

    void insertSteps(const Opportunity& deal)
    {
        std::optional<StageId> from;
        for (const Step& step : m_steps) {
            pipeline::StageChange change;
            change.id = StageChangeId::make(m_ids);
            change.meta.owner = deal.meta.owner;
            change.meta.root = deal.meta.root;
            change.opportunity = deal.id;
            change.from = from;
            change.to = step.to;
            change.at = step.stage == 0 ? deal.meta.createdAt
                                        : demoInstant(step.on, m_random.between(530, 1060));
            change.by = deal.meta.owner;
            change.meta.createdAt = change.at;
            change.meta.createdBy = change.by;
            if (step.stage == 6)
                change.reason = deal.lossNote;
            storage::insert(m_transaction, change);
            from = step.to;
        }
    }

    int stageOn(QDate date) const
    {
        int stage = 0;
        for (const Step& step : m_steps) {
            if (step.on <= date)
                stage = step.stage;
        }
        return stage;
    }

    void journal(const Opportunity& deal, int count)
    {
        const QDate end = deal.closedOn.isValid()
            ? std::min(m_today.addDays(-1), deal.closedOn.addDays(20))
            : m_today.addDays(-1);
        const auto days = static_cast<int>(deal.openedOn.daysTo(end));
        for (int i = 0; i < count && days > 0; ++i) {
            activities::Activity entry;
            const QDate on = deal.openedOn.addDays(m_random.between(1, days));
            entry.id = ActivityId::make(m_ids);
            entry.meta.owner = deal.meta.owner;
            entry.meta.root = deal.meta.root;
            entry.customer = deal.customer;
            entry.opportunity = deal.id;
            entry.contact = deal.contact;
            entry.at = demoInstant(on, m_random.between(510, 1070));
            entry.by = deal.meta.owner;
            entry.meta.createdAt = entry.at;
            entry.meta.createdBy = entry.by;
            const int stage = stageOn(on);
            writeDemoSentence(entry, stage, m_product, m_random);
            if (stage < 5) {
                entry.nextStep = demoNextStep(stage, m_random);
                entry.nextOn = on.addDays(m_random.between(2, 14));
            }
            storage::insert(m_transaction, entry);
            ++m_written;
        }
    }

    storage::Transaction& m_transaction;
    IdSource& m_ids;
    const std::vector<DemoCustomer>& m_customers;
    QDate m_today;
    DemoRandom m_random;
    std::vector<StageId> m_open;
    StageId m_won;
    StageId m_lost;
    std::vector<std::size_t> m_lottery; ///< each customer as often as it weighs
    QString m_product; ///< of the opportunity being made
    std::vector<Step> m_steps;
    int m_written = 0;
};

} // namespace

std::vector<Opportunity> insertDemoDeals(storage::Transaction& transaction,
    IdSource& ids,
    const std::vector<DemoCustomer>& customers,
    QDate today,
    int opportunities,
    int activities)
{
    return DemoDealMaker(transaction, ids, customers, today).make(opportunities, activities);
}

} // namespace chengdan::exchange
