// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_deals.h"

#include "core/pipeline/stage_presets.h"

#include <algorithm>
#include <deque>

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
    DemoDealMaker(
        DemoRows& rows, IdSource& ids, const std::vector<DemoCustomer>& customers, QDate today)
        : m_rows(rows)
        , m_ids(ids)
        , m_customers(customers)
        , m_today(today)
        , m_random(kDealSeed)
    {
        for (const pipeline::Stage& stage : pipeline::loadStages(rows.transaction().connection())) {
            if (stage.kind == pipeline::StageKind::Open)
                m_open.push_back(stage.id);
            else
                (stage.kind == pipeline::StageKind::Won ? m_won : m_lost) = stage.id;
        }
        for (std::size_t i = 0; i < customers.size(); ++i)
            m_lottery.insert(m_lottery.end(), static_cast<std::size_t>(customers[i].weight), i);
    }

    std::vector<DemoDeal> make(const DemoDealCounts& counts)
    {
        m_quotes[0] = counts.quotes - counts.quotes / 5 * 2;
        m_quotes[1] = m_quotes[2] = counts.quotes / 5;
        // How many begin on each day, counted back from today; a little more every year.
        std::vector<int> starts(kHistoryDays + 1, 0);
        for (int i = 0; i < counts.opportunities; ++i)
            ++starts[static_cast<std::size_t>(m_random.skewed(0, kHistoryDays))];
        int made = 0;
        for (int back = kHistoryDays; back >= 0; --back) {
            for (int i = 0; i < starts[static_cast<std::size_t>(back)]; ++i) {
                const Opportunity deal = makeOne(m_today.addDays(-back));
                // What is left is spread evenly over those still to come.
                const int left = counts.activities - m_written;
                const int share = left / (counts.opportunities - made);
                journal(deal, qBound(0, m_random.between(0, 2 * share), left));
                keep(deal, made++);
                m_rows.progress(DemoPhase::Opportunities, made, counts.opportunities);
            }
        }
        return kept();
    }

private:
    struct Step {
        StageId to;
        QDate on;
        int stage; ///< 0 … open stages, then 5 won, 6 lost
    };

    struct Kept {
        int place; ///< among all
        DemoDeal deal;
    };

    /// True when the deal just made has come far enough for a quote.
    bool isDue(const Opportunity& deal) const
    {
        constexpr int kFirstQuotedStage = 2;
        constexpr int kLeastDaysToLose = 25;
        const int stage = m_steps.back().stage;
        if (stage == 6)
            return deal.openedOn.daysTo(deal.closedOn) >= kLeastDaysToLose;
        return stage >= kFirstQuotedStage;
    }

    /// Of each outcome the newest are kept, as many as quotes are wanted.
    void keep(const Opportunity& deal, int place)
    {
        using pipeline::StageKind;
        if (!isDue(deal))
            return;
        const int stage = m_steps.back().stage;
        const std::size_t outcome = stage == 6 ? 2 : stage == 5 ? 1 : 0;
        static constexpr StageKind kKinds[] = {StageKind::Open, StageKind::Won, StageKind::Lost};
        std::deque<Kept>& list = m_kept[outcome];
        list.push_back({place, {deal, kKinds[outcome]}});
        if (static_cast<int>(list.size()) > m_quotes[outcome])
            list.pop_front();
    }

    std::vector<DemoDeal> kept()
    {
        std::vector<Kept> all;
        for (std::deque<Kept>& list : m_kept)
            std::move(list.begin(), list.end(), std::back_inserter(all));
        std::sort(
            all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.place < b.place; });
        std::vector<DemoDeal> deals;
        deals.reserve(all.size());
        for (Kept& one : all)
            deals.push_back(std::move(one.deal));
        return deals;
    }

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
        deal.number = m_rows.nextNumber(access::kOpportunityNumbers, opened);
        m_steps = walk(opened);
        settle(deal);
        m_rows.insert(deal);
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
            m_rows.insert(change);
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
            m_rows.insert(entry);
            ++m_written;
        }
    }

    DemoRows& m_rows;
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
    int m_quotes[3] = {0, 0, 0}; ///< wanted for open, won and lost ones
    std::deque<Kept> m_kept[3]; ///< likewise, oldest first
};

} // namespace

std::vector<DemoDeal> insertDemoDeals(DemoRows& rows,
    IdSource& ids,
    const std::vector<DemoCustomer>& customers,
    QDate today,
    const DemoDealCounts& counts)
{
    return DemoDealMaker(rows, ids, customers, today).make(counts);
}

} // namespace chengdan::exchange
