// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_basis.h"

#include "core/access/guard.h"
#include "core/catalog/uom.h"
#include "core/pipeline/opportunity.h"
#include "core/quoting/price_policy.h"
#include "core/quoting/quote_snapshot.h"

#include <QRegularExpression>

namespace chengdan::quoting {

namespace {

using storage::Connection;

std::vector<PricePolicy> loadPolicies(Connection& connection)
{
    std::vector<PricePolicy> policies;
    for (const PricePolicyRow& row : storage::select<PricePolicyRow>(connection)) {
        policies.push_back({row.id.toString(),
            row.scope,
            row.scopeKey,
            row.grade,
            row.validFrom,
            row.validTo,
            row.method,
            row.rate,
            row.minMarkup,
            row.step,
            row.priceDecimals});
    }
    return policies;
}

std::vector<FloatAuthority> loadAuthority(Connection& connection, QDate on)
{
    std::vector<FloatAuthority> rows;
    for (const FloatAuthorityRow& row : storage::select<FloatAuthorityRow>(connection)) {
        if (ValidDates{row.validFrom, row.validTo}.contains(on))
            rows.push_back({row.grade, row.level, row.maxDepth});
    }
    return rows;
}

Result<void> checkBelongs(Connection& connection, const QuoteDraft& draft)
{
    if (draft.contact) {
        const auto contact = storage::load<customers::Contact>(connection, *draft.contact);
        if (!contact)
            return fail(contact.error());
        if (contact->customer != draft.customer)
            return fail("OTHER_CUSTOMER", QStringLiteral("contact"));
    }
    if (draft.opportunity) {
        const auto opportunity =
            storage::load<pipeline::Opportunity>(connection, *draft.opportunity);
        if (!opportunity)
            return fail(opportunity.error());
        if (opportunity->customer != draft.customer)
            return fail("OTHER_CUSTOMER", QStringLiteral("opportunity"));
    }
    return {};
}

void loadItems(Connection& connection, QuoteWork& work)
{
    for (DraftLine& line : work.draft.lines) {
        if (!line.item || work.items.contains(*line.item))
            continue;
        if (auto item = storage::find<catalog::Item>(connection, *line.item)) {
            if (const auto uom = storage::find<catalog::Uom>(connection, item->baseUom))
                work.baseUoms.insert(item->id, uom->code);
            work.basis.itemCodes.insert(item->id, item->code);
            work.items.insert(item->id, std::move(*item));
        }
    }
    for (DraftLine& line : work.draft.lines) {
        if (line.uom.isEmpty() && line.item)
            line.uom = work.baseUoms.value(*line.item);
    }
}

Result<void> fillTerms(QuoteWork& work, const access::Settings& settings)
{
    QuoteDraft& draft = work.draft;
    QuoteTerms& terms = work.basis.terms;
    terms.base = settings.baseCurrency;
    terms.currency = draft.currency.value_or(settings.baseCurrency);
    terms.buffer = draft.fxBuffer;
    terms.taxMode = draft.taxMode;
    terms.decimals = draft.priceDecimals.value_or(settings.priceDecimals);
    work.basis.taxRate = draft.taxRate.value_or(settings.taxRate);
    if (terms.currency == terms.base)
        return {};
    const auto found =
        newestRate(work.basis.input->tables().fx, terms.currency, terms.base, work.basis.on);
    if (draft.exchangeRate) {
        terms.rate = *draft.exchangeRate;
        work.rateDate = work.basis.on;
        return {};
    }
    if (!found) {
        return fail("QUOTE_NO_FX",
            QStringLiteral("currency"),
            {{QStringLiteral("currency"), terms.currency.code()},
                {QStringLiteral("base"), terms.base.code()}});
    }
    terms.rate = found->rate;
    work.rateDate = found->date;
    return {};
}

QuoteTerms termsOf(const QuoteRevision& revision)
{
    return {revision.baseCurrency,
        revision.currency,
        revision.exchangeRate,
        revision.fxBuffer,
        revision.taxMode,
        revision.priceDecimals};
}

StoredCosting storedCosting(const QuoteLine& line,
    const QuoteLineCost& cost,
    std::optional<UnitPrice> guide,
    bool sameTerms)
{
    StoredCosting stored;
    stored.uid = line.uid;
    stored.item = *line.item;
    stored.uom = line.uom;
    stored.annualQty = line.annualQty;
    stored.lot = cost.lot;
    if (!cost.snapshotHash.isEmpty())
        stored.c4 = cost.cost;
    stored.elements = elementsOfJson(cost.elements.text);
    if (sameTerms && guide)
        stored.guide = GuideFigures{*guide,
            cost.floorPrice,
            cost.trace.split(QLatin1Char('\n'))
                .filter(QRegularExpression(QStringLiteral("^(guide|floor) ")))};
    CostProblems problems = problemsOfJson(cost.problems.text);
    stored.errors = std::move(problems.errors);
    stored.warnings = std::move(problems.warnings);
    stored.snapshotHash = cost.snapshotHash;
    return stored;
}

// The costings of the stored revision, with guide and floor where nothing that makes them changed.
void keepStoredCostings(QuoteWork& work, const QuoteView& edited)
{
    const QuoteRevision& revision = edited.revision;
    if (revision.quotedOn != work.basis.on || revision.baseCurrency != work.basis.terms.base)
        return;
    const bool sameTerms =
        termsOf(revision) == work.basis.terms && revision.grade == work.basis.grade;
    QHash<QuoteLineId, Rate> taxes;
    for (const DraftLine& line : work.draft.lines) {
        if (line.uid)
            taxes.insert(*line.uid, line.tax.value_or(work.basis.taxRate));
    }
    for (const QuoteLineView& shown : edited.lines) {
        const QuoteLine& line = shown.line;
        if (!line.item)
            continue;
        const bool same = sameTerms
            && (revision.taxMode == TaxMode::Net || taxes.value(line.uid) == line.taxRate);
        for (const QuoteTierView& tier : shown.tiers) {
            if (tier.cost)
                work.basis.stored.push_back(
                    storedCosting(line, *tier.cost, tier.tier.guidePrice, same));
        }
        if (shown.cost)
            work.basis.stored.push_back(storedCosting(line, *shown.cost, line.guidePrice, same));
    }
}

} // namespace

std::optional<FoundRate> newestRate(
    const std::vector<FxRow>& rows, Currency currency, Currency base, QDate on)
{
    std::optional<FoundRate> found;
    for (const FxRow& row : rows) {
        const bool direct = row.from == currency.code() && row.to == base.code();
        const bool inverse = row.from == base.code() && row.to == currency.code();
        if ((!direct && !inverse) || row.date > on || row.rate.raw() <= 0
            || (found && found->date >= row.date))
            continue;
        if (direct) {
            found = FoundRate{row.rate, row.date};
        } else if (const auto raw = mulDiv(
                       ExchangeRate::kOne, ExchangeRate::kOne, row.rate.raw(), Rounding::HalfUp)) {
            found = FoundRate{ExchangeRate::fromRaw(*raw), row.date};
        }
    }
    return found;
}

Result<QuoteWork> quoteWork(const access::Context& context,
    Connection& connection,
    std::shared_ptr<const CostInput> input,
    const QuoteDraft& draft,
    const QuoteView* edited)
{
    if (draft.customer == CustomerId())
        return fail("REQUIRED", QStringLiteral("customer"));
    auto customer =
        access::loadWithinReach<customers::Customer>(context, connection, draft.customer);
    if (!customer)
        return fail(customer.error());
    if (auto belongs = checkBelongs(connection, draft); !belongs)
        return fail(belongs.error());
    const access::Settings settings = access::readSettings(connection);
    QuoteWork work;
    work.draft = draft;
    // Another currency makes the rate of the old one meaningless, unless a new one was typed.
    if (edited != nullptr && draft.currency && *draft.currency != edited->revision.currency
        && draft.exchangeRate == edited->revision.exchangeRate)
        work.draft.exchangeRate.reset();
    work.customer = std::move(*customer);
    work.basis.input = std::move(input);
    work.basis.on = draft.quotedOn.isValid() ? draft.quotedOn
        : edited != nullptr                  ? edited->revision.quotedOn
                                             : context.clock.today();
    work.draft.quotedOn = work.basis.on;
    if (!work.draft.validUntil.isValid())
        work.draft.validUntil = work.basis.on.addDays(settings.quoteValidityDays);
    if (!work.draft.paymentTerms)
        work.draft.paymentTerms = work.customer.paymentTerms;
    work.basis.grade = schema::codeOf(work.customer.grade);
    work.basis.policies = loadPolicies(connection);
    work.basis.authority = loadAuthority(connection, work.basis.on);
    loadItems(connection, work);
    if (auto filled = fillTerms(work, settings); !filled)
        return fail(filled.error());
    if (edited != nullptr)
        keepStoredCostings(work, *edited);
    return work;
}

} // namespace chengdan::quoting
