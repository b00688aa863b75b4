// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_rows.h"

#include "core/access/validation.h"
#include "core/quoting/quote_snapshot.h"
#include "core/storage/store.h"

namespace chengdan::quoting {

namespace {

using storage::Transaction;

template <typename T>
void saveRow(Transaction& transaction, T& record)
{
    if (record.meta.rid == 0)
        storage::insert(transaction, record);
    else
        storage::update(transaction, record);
}

/// Writes one line with everything below it.
class LineWriter {
public:
    LineWriter(Transaction& transaction,
        IdSource& ids,
        const QuoteRevision& revision,
        const QuoteWork& work)
        : m_transaction(transaction)
        , m_ids(ids)
        , m_revision(revision)
        , m_work(work)
    {
    }
    Result<void> write(
        const DraftLine& draft, const QuotedLine& priced, int seq, QuoteLineView* stored);

private:
    template <typename T>
    void place(T& record)
    {
        record.meta.owner = m_revision.meta.owner;
        record.meta.root = m_revision.meta.root;
    }
    void describeItem(QuoteLine& line, const DraftLine& draft);
    void writeTiers(const QuoteLine& line,
        const DraftLine& draft,
        const QuotedLine& priced,
        QuoteLineView* stored);
    void writeCost(const QuoteLine& line,
        std::optional<QuoteTierId> tier,
        const PricedQuantity& priced,
        std::optional<QuoteLineCost> cost);
    void writeSnapshot(const PricedQuantity& priced);

    Transaction& m_transaction;
    IdSource& m_ids;
    const QuoteRevision& m_revision;
    const QuoteWork& m_work;
};

void LineWriter::describeItem(QuoteLine& line, const DraftLine& draft)
{
    if (!draft.item) {
        line.item.reset();
        line.itemCode.clear();
        line.itemName = draft.name.trimmed();
        return;
    }
    if (line.item == draft.item && !line.itemCode.isEmpty())
        return; // what was quoted keeps the words it was quoted with
    line.item = draft.item;
    const catalog::Item item = m_work.items.value(*draft.item);
    line.itemCode = item.code;
    line.itemName = item.name;
    line.spec = item.spec;
    line.drawingNo = item.drawingNo;
    line.drawingRev = item.drawingRev;
}

Result<void> LineWriter::write(
    const DraftLine& draft, const QuotedLine& priced, int seq, QuoteLineView* stored)
{
    QuoteLine line = stored != nullptr ? stored->line : QuoteLine();
    if (stored == nullptr) {
        line.id = QuoteLineId::make(m_ids);
        line.uid = line.id; // a duplicated line is a new one
    }
    place(line);
    line.revision = m_revision.id;
    line.seq = seq;
    line.type = draft.type;
    describeItem(line, draft);
    line.description = draft.description;
    line.customerPartNo = draft.customerPartNo.trimmed();
    line.qty = draft.qty;
    line.uom = draft.uom;
    line.annualQty = draft.annualQty;
    line.tierType = draft.tierType;
    line.unitPrice = priced.own.price;
    line.typedPrice = priced.own.typed;
    line.guidePrice = priced.own.guide;
    line.neededLevel = priced.own.level;
    line.taxRate = priced.tax;
    line.leadTime = draft.leadTime.trimmed();
    line.optional = draft.optional;
    line.altGroup = draft.altGroup.trimmed();
    line.netAmount = {priced.total.amount};
    line.taxAmount = {priced.total.tax};
    line.grossAmount = {priced.total.total};
    line.internalNote = draft.internalNote;
    access::Findings findings;
    access::checkAgainstDescription(schema::describe<QuoteLine>(), &line, findings);
    if (auto sound = findings.result(); !sound) {
        Error error = sound.error();
        error.args.append({QStringLiteral("line"), QString::number(seq)});
        return fail(std::move(error));
    }
    saveRow(m_transaction, line);
    writeTiers(line, draft, priced, stored);
    std::optional<QuoteLineCost> cost = stored != nullptr ? stored->cost : std::nullopt;
    if (draft.item)
        writeCost(line, {}, priced.own, std::move(cost));
    else if (cost)
        storage::remove(m_transaction, *cost);
    return {};
}

void LineWriter::writeTiers(
    const QuoteLine& line, const DraftLine& draft, const QuotedLine& priced, QuoteLineView* stored)
{
    std::vector<QuoteTierView> before;
    if (stored != nullptr)
        before = std::move(stored->tiers);
    for (std::size_t i = 0; i < priced.tiers.size(); ++i) {
        const PricedQuantity& quantity = priced.tiers[i];
        QuoteTierView old;
        if (i < before.size())
            old = std::move(before[i]);
        else
            old.tier.id = QuoteTierId::make(m_ids);
        QuoteTier& tier = old.tier;
        place(tier);
        tier.line = line.id;
        tier.fromQty = quantity.from;
        tier.lot = quantity.lot;
        tier.unitPrice = quantity.price;
        tier.typedPrice = quantity.typed;
        tier.guidePrice = quantity.guide;
        tier.neededLevel = quantity.level;
        saveRow(m_transaction, tier);
        if (draft.item)
            writeCost(line, tier.id, quantity, std::move(old.cost));
        else if (old.cost)
            storage::remove(m_transaction, *old.cost);
    }
    for (std::size_t i = priced.tiers.size(); i < before.size(); ++i) {
        if (before[i].cost)
            storage::remove(m_transaction, *before[i].cost);
        storage::remove(m_transaction, before[i].tier);
    }
}

void LineWriter::writeCost(const QuoteLine& line,
    std::optional<QuoteTierId> tier,
    const PricedQuantity& priced,
    std::optional<QuoteLineCost> cost)
{
    QuoteLineCost row = cost.value_or(QuoteLineCost());
    if (!cost)
        row.id = QuoteLineCostId::make(m_ids);
    place(row);
    row.line = line.id;
    row.tier = tier;
    row.lot = priced.lot;
    row.cost = priced.c4.value_or(UnitCost());
    row.elements.text = elementsJson(priced.elements);
    row.floorPrice = priced.floor.value_or(UnitPrice());
    row.margin = priced.margin;
    row.snapshotHash = priced.snapshotHash;
    row.trace = priced.trace.join(QLatin1Char('\n'));
    row.problems.text = problemsJson(priced.errors, priced.warnings);
    saveRow(m_transaction, row);
    writeSnapshot(priced);
}

void LineWriter::writeSnapshot(const PricedQuantity& priced)
{
    if (priced.snapshot.isEmpty())
        return;
    const auto known = storage::selectOne<CostSnapshot>(m_transaction.connection(),
        QStringLiteral("hash = ?"),
        {storage::bind(priced.snapshotHash)});
    if (known)
        return; // equal trees are stored once
    CostSnapshot snapshot;
    snapshot.id = CostSnapshotId::make(m_ids);
    snapshot.meta.owner = m_revision.meta.owner;
    snapshot.meta.root = m_revision.meta.root; // the server takes none without its customer
    snapshot.hash = priced.snapshotHash;
    snapshot.content = qCompress(priced.snapshot);
    snapshot.engine = kCostEngine;
    storage::insert(m_transaction, snapshot);
}

void removeLine(Transaction& transaction, QuoteLineView& view)
{
    for (QuoteTierView& tier : view.tiers) {
        if (tier.cost)
            storage::remove(transaction, *tier.cost);
        storage::remove(transaction, tier.tier);
    }
    if (view.cost)
        storage::remove(transaction, *view.cost);
    storage::remove(transaction, view.line);
}

template <typename T, typename IdType>
T freshCopy(const T& row, IdType id)
{
    T copy = row;
    copy.id = id;
    copy.meta = {};
    copy.meta.owner = row.meta.owner;
    copy.meta.root = row.meta.root;
    return copy;
}

} // namespace

void fillRevision(
    Quote& quote, QuoteRevision& revision, const QuoteWork& work, const PricedQuote& priced)
{
    const QuoteDraft& draft = work.draft;
    const QuoteTerms& terms = work.basis.terms;
    quote.customer = draft.customer;
    quote.opportunity = draft.opportunity;
    quote.title = draft.title.trimmed();
    revision.state = QuoteState::Draft;
    revision.quotedOn = work.basis.on;
    revision.contact = draft.contact;
    revision.grade = work.basis.grade;
    revision.baseCurrency = terms.base;
    revision.currency = terms.currency;
    revision.exchangeRate = terms.rate;
    revision.rateDate = work.rateDate;
    revision.fxBuffer = terms.buffer;
    revision.taxMode = terms.taxMode;
    revision.taxRate = work.basis.taxRate;
    revision.priceDecimals = terms.decimals;
    revision.validUntil = draft.validUntil;
    revision.paymentTerms = draft.paymentTerms.value_or(QString());
    revision.deliveryTerms = draft.deliveryTerms;
    revision.freight = draft.freight;
    revision.remarks = draft.remarks;
    revision.internalNote = draft.internalNote;
    revision.netTotal = {priced.net.minor()};
    revision.taxTotal = {priced.tax.minor()};
    revision.grossTotal = {priced.gross.minor()};
    quote.revisionNo = revision.revisionNo;
    quote.state = revision.state;
    quote.currency = revision.currency;
    quote.netTotal = revision.netTotal;
    quote.grossTotal = revision.grossTotal;
    quote.baseTotal = {priced.baseNet.minor()};
    quote.quotedOn = revision.quotedOn;
    quote.validUntil = revision.validUntil;
}

Result<void> writeLines(Transaction& transaction,
    IdSource& ids,
    const QuoteRevision& revision,
    const QuoteWork& work,
    const PricedQuote& priced,
    std::vector<QuoteLineView> stored)
{
    LineWriter writer(transaction, ids, revision, work);
    QHash<QuoteLineId, QuoteLineView*> byUid;
    for (QuoteLineView& view : stored)
        byUid.insert(view.line.uid, &view);
    for (std::size_t i = 0; i < work.draft.lines.size(); ++i) {
        const DraftLine& line = work.draft.lines[i];
        QuoteLineView* before = line.uid ? byUid.take(*line.uid) : nullptr;
        const auto written = writer.write(line, priced.lines[i], static_cast<int>(i) + 1, before);
        if (!written)
            return written;
    }
    for (QuoteLineView* vanished : std::as_const(byUid))
        removeLine(transaction, *vanished);
    return {};
}

void copyLines(Transaction& transaction,
    IdSource& ids,
    const std::vector<QuoteLineView>& lines,
    const QuoteRevision& target)
{
    for (const QuoteLineView& view : lines) {
        QuoteLine line = freshCopy(view.line, QuoteLineId::make(ids));
        line.revision = target.id;
        storage::insert(transaction, line);
        const auto copyCost = [&](const QuoteLineCost& stored, std::optional<QuoteTierId> tier) {
            QuoteLineCost cost = freshCopy(stored, QuoteLineCostId::make(ids));
            cost.line = line.id;
            cost.tier = tier;
            storage::insert(transaction, cost);
        };
        for (const QuoteTierView& tierView : view.tiers) {
            QuoteTier tier = freshCopy(tierView.tier, QuoteTierId::make(ids));
            tier.line = line.id;
            storage::insert(transaction, tier);
            if (tierView.cost)
                copyCost(*tierView.cost, tier.id);
        }
        if (view.cost)
            copyCost(*view.cost, {});
    }
}

} // namespace chengdan::quoting
