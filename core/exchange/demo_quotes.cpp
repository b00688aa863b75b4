// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_quotes.h"

#include "core/catalog/item.h"
#include "core/quoting/quote_service.h"
#include "core/storage/store.h"

namespace chengdan::exchange {

namespace {

using pipeline::Opportunity;
using quoting::QuoteDraft;
using quoting::QuoteState;

constexpr quint64 kQuoteSeed = 8'844'430;

class DemoQuoteMaker {
public:
    DemoQuoteMaker(storage::Database& database,
        storage::Transaction& transaction,
        IdSource& ids,
        const Clock& clock,
        const access::Session& session,
        const QStringList& products)
        : m_transaction(transaction)
        , m_now(clock.now())
        , m_today(clock.today())
        , m_day(m_now, m_today)
        , m_context{database, session, m_day, ids}
        , m_costs(database)
        , m_service(m_context, m_costs)
        , m_random(kQuoteSeed)
    {
        for (const QString& code : products) {
            const auto item = storage::selectOne<catalog::Item>(
                transaction.connection(), QStringLiteral("code = ?"), {code});
            if (item)
                m_products.push_back({item->id, item->name});
        }
    }

    Result<void> make(const DemoDeal& made)
    {
        const Opportunity& deal = made.opportunity;
        const QDate on = std::min(m_today, quoteDate(deal));
        m_day.set(m_now, on); // numbers, costs and validity as of that day
        QuoteDraft draft = draftFor(deal, on);
        auto quoted = m_service.createDraft(draft);
        if (!quoted)
            return chengdan::fail(quoted.error());
        return settle(quoted->quote.id, made.kind, on);
    }

private:
    QDate quoteDate(const Opportunity& deal)
    {
        const QDate last = deal.closedOn.isValid() ? deal.closedOn : m_today;
        const auto days = static_cast<int>(deal.openedOn.daysTo(last));
        return last.addDays(-std::min(days / 3, m_random.between(0, 24)));
    }

    QuoteDraft draftFor(const Opportunity& deal, QDate on)
    {
        QuoteDraft draft;
        draft.customer = deal.customer;
        draft.contact = deal.contact;
        draft.opportunity = deal.id;
        draft.title = deal.name;
        draft.quotedOn = on;
        draft.taxMode = m_random.chance(30) ? quoting::TaxMode::Gross : quoting::TaxMode::Net;
        draft.deliveryTerms = QStringLiteral("首批 %1 天，批量 %2 天；宁波工厂交货")
                                  .arg(m_random.between(15, 25))
                                  .arg(m_random.between(20, 35));
        draft.freight =
            m_random.chance(60) ? QStringLiteral("含运费（江浙沪）") : QStringLiteral("运费另计");
        draft.remarks = QStringLiteral("价格按所列数量核算；材料价格波动超过 5% 时双方另议。");
        const int lines = m_random.between(1, 4);
        for (int i = 0; i < lines; ++i)
            draft.lines.push_back(lineFor(i == 0 ? askedFor(deal) : m_random.pick(m_products).id));
        return draft;
    }

    /// The product the opportunity is named after.
    ItemId askedFor(const Opportunity& deal)
    {
        for (const Product& product : m_products) {
            if (deal.name.contains(QLatin1Char(' ') + product.name + QLatin1Char(' ')))
                return product.id;
        }
        return m_random.pick(m_products).id;
    }

    quoting::DraftLine lineFor(const ItemId& item)
    {
        static constexpr int kLots[] = {20, 50, 100, 200, 300, 500, 1000, 2000};
        quoting::DraftLine line;
        line.item = item;
        const int lot = m_random.pick(kLots);
        line.qty = Quantity::fromWhole(lot);
        line.leadTime = QStringLiteral("%1 天").arg(m_random.between(12, 30));
        if (m_random.chance(45)) {
            for (const int times : {1, 3, 10}) {
                quoting::DraftTier tier;
                tier.from = Quantity::fromWhole(lot * times);
                line.tiers.push_back(tier);
            }
        }
        return line;
    }

    Result<void> settle(const QuoteId& id, pipeline::StageKind kind, QDate on)
    {
        const bool open = kind == pipeline::StageKind::Open;
        const int draw = m_random.below(100);
        if (open && draw < 25)
            return {}; // still being worked on
        auto submitted = m_service.submit(id);
        if (!submitted) // a line without a price stays a draft, as it would for a person
            return submitted.error().code == QStringLiteral("QUOTE_NOT_PRICED")
                ? Result<void>()
                : chengdan::fail(submitted.error());
        if (open && draw < 45)
            return {};
        QuoteState state = QuoteState::Sent;
        if (open && draw < 60)
            state = QuoteState::Approved;
        else if (kind == pipeline::StageKind::Won)
            state = QuoteState::Accepted;
        else if (!open)
            state = QuoteState::Lost;
        else if (submitted->quote.validUntil < m_today)
            state = QuoteState::Expired;
        setState(id, state, on);
        return {};
    }

    /// History, not a decision of today: approvals and sending happened when the quote was made.
    void setState(const QuoteId& id, QuoteState state, QDate on)
    {
        storage::Connection& connection = m_transaction.connection();
        auto quote = storage::find<quoting::Quote>(connection, id);
        auto revision = storage::selectOne<quoting::QuoteRevision>(
            connection, QStringLiteral("quote = ?"), {storage::bind(id)});
        if (!quote || !revision)
            return;
        quote->state = state;
        revision->state = state;
        if (state != QuoteState::Approved)
            revision->sentAt = demoInstant(on, m_random.between(560, 1040));
        storage::update(m_transaction, *quote);
        storage::update(m_transaction, *revision);
    }

    storage::Transaction& m_transaction;
    Instant m_now;
    QDate m_today;
    ManualClock m_day;
    access::Context m_context;
    quoting::CostInputCache m_costs;
    quoting::QuoteService m_service;
    DemoRandom m_random;
    struct Product {
        ItemId id;
        QString name;
    };
    std::vector<Product> m_products;
};

} // namespace

Result<void> insertDemoQuotes(storage::Database& database,
    storage::Transaction& transaction,
    IdSource& ids,
    const Clock& clock,
    const QStringList& products,
    const std::vector<DemoDeal>& deals,
    const DemoRows& rows)
{
    auto session = access::openSession(database);
    if (!session)
        return chengdan::fail(session.error());
    DemoQuoteMaker maker(database, transaction, ids, clock, *session, products);
    qint64 done = 0;
    for (auto deal = deals.rbegin(); deal != deals.rend(); ++deal) {
        if (auto made = maker.make(*deal); !made)
            return made;
        rows.progress(DemoPhase::Quotes, ++done, static_cast<qint64>(deals.size()));
    }
    return {};
}

} // namespace chengdan::exchange
