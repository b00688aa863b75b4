// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/funnel.h"

#include "core/base/arithmetic.h"

#include <QHash>

#include <algorithm>

namespace chengdan::analytics {

namespace {

using pipeline::Stage;
using pipeline::StageKind;

// Open stages first, then won, then lost; inside each by the chain's order.
int groupOf(const Stage& stage)
{
    return static_cast<int>(stage.kind);
}

// Counts and sums while walking over opportunities and moves; one per bar.
struct BarWork {
    std::vector<qint64> stays; // whole days
    qint64 amount = 0;
    qint64 weighted = 0;
};

class FunnelWork {
public:
    FunnelWork(std::span<const Stage> stages, Currency currency, QDate today)
        : m_currency(currency)
        , m_today(today)
    {
        for (const Stage& stage : stages)
            addBar(stage);
        std::stable_sort(m_bars.begin(), m_bars.end(), [](const auto& a, const auto& b) {
            return std::pair(groupOf(a.stage), a.stage.seq)
                < std::pair(groupOf(b.stage), b.stage.seq);
        });
        for (std::size_t i = 0; i < m_bars.size(); ++i)
            m_places.insert(m_bars[i].stage.id, i);
    }

    Result<void> addOpportunity(const FunnelOpportunity& opportunity)
    {
        const std::size_t place = placeOf(opportunity.stage);
        FunnelStage& bar = m_bars[place];
        ++bar.count;
        if (bar.stage.kind == StageKind::Open && bar.stage.limitDays > 0
            && opportunity.enteredStageOn.isValid()
            && opportunity.enteredStageOn.daysTo(m_today) > bar.stage.limitDays)
            ++bar.overLimit;
        m_known.insert(opportunity.id, {});
        visit(opportunity.id, place);
        if (opportunity.amount.currency() != m_currency) {
            ++bar.otherCurrency;
            return {};
        }
        const Rate probability = opportunity.probability.value_or(bar.stage.probability);
        const qint64 minor = opportunity.amount.minor();
        const auto share = mulDiv(minor, probability.raw(), Rate::kOne, Rounding::HalfUp);
        const auto amount = add(m_work[place].amount, minor);
        const auto weighted = share ? add(m_work[place].weighted, *share) : std::nullopt;
        if (!amount || !weighted)
            return fail("OVERFLOW_GUARD", QStringLiteral("amount"));
        m_work[place].amount = *amount;
        m_work[place].weighted = *weighted;
        return {};
    }

    void addMove(const FunnelMove& move)
    {
        const auto found = m_known.find(move.opportunity);
        if (found == m_known.end())
            return;
        if (found->since.isValid())
            m_work[found->place].stays.push_back(std::max<qint64>(0, found->since.daysTo(move.on)));
        found->since = move.on;
        found->place = placeOf(move.to);
        visit(move.opportunity, found->place);
    }

    Result<Funnel> finish()
    {
        countReached();
        Funnel result;
        qint64 openAmount = 0;
        qint64 openWeighted = 0;
        for (std::size_t i = 0; i < m_bars.size(); ++i) {
            FunnelStage& bar = m_bars[i];
            bar.amount = Money::fromMinor(m_work[i].amount, m_currency);
            bar.weighted = Money::fromMinor(m_work[i].weighted, m_currency);
            summariseStays(bar, m_work[i].stays);
            if (bar.stage.kind == StageKind::Open) {
                const auto amount = add(openAmount, m_work[i].amount);
                const auto weighted = add(openWeighted, m_work[i].weighted);
                if (!amount || !weighted)
                    return fail("OVERFLOW_GUARD", QStringLiteral("amount"));
                openAmount = *amount;
                openWeighted = *weighted;
                result.openCount += bar.count;
            }
            if (bar.stage.active || bar.count > 0 || bar.endedStays > 0)
                result.stages.push_back(bar);
        }
        addConversions(result.stages);
        result.openAmount = Money::fromMinor(openAmount, m_currency);
        result.openWeighted = Money::fromMinor(openWeighted, m_currency);
        return result;
    }

private:
    struct Walk {
        std::size_t place = 0; // bar it stands in after the last move read
        QDate since;
        std::optional<std::size_t> furthest; // among open and won bars
        QList<std::size_t> lost; // lost bars it has been in
    };

    void addBar(const Stage& stage)
    {
        m_bars.emplace_back().stage = stage;
        m_work.emplace_back();
    }

    // A stage nobody described (its row is gone) still gets a bar: no row may vanish from the sum.
    std::size_t placeOf(StageId id)
    {
        const auto found = m_places.constFind(id);
        if (found != m_places.constEnd())
            return *found;
        Stage unknown;
        unknown.id = id;
        unknown.kind = StageKind::Lost;
        unknown.active = false;
        addBar(unknown);
        m_places.insert(id, m_bars.size() - 1);
        return m_bars.size() - 1;
    }

    void visit(OpportunityId id, std::size_t place)
    {
        Walk& walk = m_known[id];
        if (m_bars[place].stage.kind == StageKind::Lost) {
            if (!walk.lost.contains(place))
                walk.lost.append(place);
        } else if (!walk.furthest || place > *walk.furthest) {
            walk.furthest = place;
        }
    }

    void countReached()
    {
        for (const Walk& walk : std::as_const(m_known)) {
            for (std::size_t i = 0; walk.furthest && i <= *walk.furthest; ++i)
                ++m_bars[i].reached;
            for (const std::size_t place : walk.lost)
                ++m_bars[place].reached;
        }
    }

    static void summariseStays(FunnelStage& bar, std::vector<qint64>& stays)
    {
        bar.endedStays = static_cast<qint64>(stays.size());
        if (stays.empty())
            return;
        std::sort(stays.begin(), stays.end());
        Int128 sum = 0;
        for (const qint64 days : stays)
            sum += days;
        bar.meanTenths = narrow(divide(sum * 10, bar.endedStays, Rounding::HalfUp));
        const std::size_t middle = stays.size() / 2;
        bar.medianTenths =
            stays.size() % 2 == 1 ? stays[middle] * 10 : (stays[middle - 1] + stays[middle]) * 5;
    }

    static void addConversions(std::vector<FunnelStage>& bars)
    {
        for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
            if (bars[i].stage.kind != StageKind::Open || bars[i + 1].stage.kind == StageKind::Lost
                || bars[i].reached == 0)
                continue;
            const auto raw =
                mulDiv(bars[i + 1].reached, Rate::kOne, bars[i].reached, Rounding::HalfUp);
            bars[i].conversion = Rate::fromRaw(raw.value_or(0));
        }
    }

    Currency m_currency;
    QDate m_today;
    std::vector<FunnelStage> m_bars;
    std::vector<BarWork> m_work;
    QHash<StageId, std::size_t> m_places;
    QHash<OpportunityId, Walk> m_known;
};

} // namespace

Result<Funnel> computeFunnel(std::span<const Stage> stages,
    std::span<const FunnelOpportunity> opportunities,
    std::span<const FunnelMove> moves,
    Currency currency,
    QDate today)
{
    FunnelWork work(stages, currency, today);
    for (const FunnelOpportunity& opportunity : opportunities) {
        if (auto added = work.addOpportunity(opportunity); !added)
            return fail(added.error());
    }
    for (const FunnelMove& move : moves)
        work.addMove(move);
    return work.finish();
}

} // namespace chengdan::analytics
