// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/bom_service.h"

#include "core/access/guard.h"
#include "core/access/validation.h"
#include "core/catalog/item.h"
#include "core/quoting/bom_proposal.h"
#include "core/quoting/costing.h"

namespace chengdan::quoting {

namespace {

using access::Right;
using catalog::Bom;
using catalog::BomLine;
using catalog::Operation;
using storage::Connection;
using storage::Transaction;

Result<BomSheet> loadSheet(Connection& connection, BomId id)
{
    auto bom = storage::load<Bom>(connection, id);
    if (!bom)
        return fail(bom.error());
    BomSheet sheet;
    sheet.bom = std::move(*bom);
    const schema::Row key{storage::bind(id)};
    sheet.lines =
        storage::select<BomLine>(connection, QStringLiteral("bom = ? ORDER BY line_no, rid"), key);
    sheet.operations =
        storage::select<Operation>(connection, QStringLiteral("bom = ? ORDER BY seq, rid"), key);
    return sheet;
}

Result<void> checkSheet(Connection& connection, const BomSheet& sheet)
{
    access::Findings findings;
    access::checkAgainstDescription(schema::describe<Bom>(), &sheet.bom, findings);
    if (sheet.bom.qty.raw() <= 0)
        findings.add(Error::make("QTY_POSITIVE", QStringLiteral("qty")));
    if (!storage::find<catalog::Item>(connection, sheet.bom.item))
        findings.add(Error::make("REQUIRED", QStringLiteral("item")));
    if (storage::selectOne<Bom>(connection,
            QStringLiteral("item = ? AND revision = ? AND id <> ?"),
            {storage::bind(sheet.bom.item),
                storage::bind(sheet.bom.revision),
                storage::bind(sheet.bom.id)})) {
        findings.add(Error::make("DUPLICATE",
            QStringLiteral("revision"),
            {{QStringLiteral("value"), sheet.bom.revision},
                {QStringLiteral("other"), sheet.bom.revision}}));
    }
    for (const BomLine& line : sheet.lines) {
        if (line.qty.raw() < 0 || line.fixedQty.raw() < 0
            || (line.qty.isZero() && line.fixedQty.isZero()))
            findings.add(Error::make("QTY_POSITIVE",
                QStringLiteral("qty"),
                {{QStringLiteral("line"), QString::number(line.lineNo)}}));
    }
    return findings.result();
}

Error releasedError(const Bom& bom)
{
    return Error::make("BOM_RELEASED", {}, {{QStringLiteral("row"), bom.revision}});
}

// Makes the stored rows of one table those of the sheet.
template <typename Row>
void replaceRows(Transaction& transaction, IdSource& ids, const Bom& bom, std::vector<Row>& rows)
{
    std::vector<Row> stored = storage::select<Row>(
        transaction.connection(), QStringLiteral("bom = ?"), {storage::bind(bom.id)});
    for (Row& row : rows) {
        const auto known = std::find_if(stored.begin(), stored.end(), [&](const Row& candidate) {
            return candidate.id == row.id;
        });
        row.bom = bom.id;
        if (known == stored.end()) {
            row.id = decltype(Row::id)::make(ids);
            row.meta = {};
            row.meta.owner = bom.meta.owner;
            storage::insert(transaction, row);
        } else {
            row.meta = known->meta;
            storage::update(transaction, row);
            stored.erase(known);
        }
    }
    for (Row& gone : stored)
        storage::remove(transaction, gone);
}

// Other released revisions on the same days; the open one before it is closed instead.
Result<void> endOpenRevision(Transaction& transaction, const Bom& bom)
{
    const ValidDates mine{bom.validFrom, bom.validTo};
    for (Bom& other : storage::select<Bom>(transaction.connection(),
             QStringLiteral("item = ? AND id <> ? AND status = 'released'"),
             {storage::bind(bom.item), storage::bind(bom.id)})) {
        const bool before = !other.validFrom.isValid() || other.validFrom < mine.from;
        if (before && !other.validTo.isValid()) {
            other.validTo = mine.from;
            storage::update(transaction, other);
            continue;
        }
        const bool ends = other.validTo.isValid() && other.validTo <= mine.from;
        const bool begins =
            mine.to.isValid() && other.validFrom.isValid() && other.validFrom >= mine.to;
        if (!ends && !begins) {
            return fail("BOM_DATES",
                QStringLiteral("valid_from"),
                {{QStringLiteral("revision"), other.revision}});
        }
    }
    return {};
}

CostRequest requestFor(const CostInput& input, const BomSheet& sheet, const QString& item, QDate on)
{
    CostRequest request;
    request.item = item;
    request.quantity = sheet.bom.qty;
    request.date = on;
    const int index = input.itemIndex(item);
    if (index >= 0 && input.item(index).lotPolicy == LotPolicy::Standard
        && input.item(index).costingLot.raw() > 0)
        request.quantity = input.item(index).costingLot;
    return request;
}

Result<QString> codeOfItem(Connection& connection, ItemId id)
{
    auto item = storage::load<catalog::Item>(connection, id);
    if (!item)
        return fail(item.error());
    return item->code;
}

} // namespace

QString nextRevisionCode(const QString& code)
{
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    if (isNumber)
        return QString::number(number + 1);
    QString next = code;
    for (qsizetype i = next.size() - 1; i >= 0; --i) {
        const QChar letter = next.at(i);
        if (letter == QLatin1Char('Z')) {
            next[i] = QLatin1Char('A');
            continue;
        }
        if (letter < QLatin1Char('A') || letter > QLatin1Char('Z'))
            return code + QStringLiteral("-1");
        next[i] = QChar(static_cast<char16_t>(letter.unicode() + 1));
        return next;
    }
    return QLatin1Char('A') + next;
}

Result<void> BomService::requireWriting() const
{
    auto allowed = m_context.session.require(Right::ItemEdit);
    return allowed ? m_context.session.require(Right::CostView) : allowed;
}

Result<BomSheet> BomService::get(BomId id) const
{
    if (auto allowed = m_context.session.require(Right::CostView); !allowed)
        return fail(allowed.error());
    return m_context.database.read(
        [&](Connection& connection) { return loadSheet(connection, id); });
}

Result<std::vector<Bom>> BomService::revisionsOf(ItemId item) const
{
    if (auto allowed = m_context.session.require(Right::CostView); !allowed)
        return fail(allowed.error());
    return m_context.database.read([&](Connection& connection) -> Result<std::vector<Bom>> {
        return storage::select<Bom>(connection,
            QStringLiteral("item = ? ORDER BY valid_from DESC, rid DESC"),
            {storage::bind(item)});
    });
}

Result<void> BomService::checkCycles(const BomSheet& sheet, QDate from) const
{
    auto input = m_costs.current();
    if (!input)
        return fail(input.error());
    return m_context.database.read([&](Connection& connection) -> Result<void> {
        auto code = codeOfItem(connection, sheet.bom.item);
        if (!code)
            return fail(code.error());
        const CostInput proposed = CostInput::build(tablesWith(**input, connection, sheet, from));
        for (const QDate& day : structureDates(proposed, *code, from)) {
            const CostResult result = cost(proposed, requestFor(proposed, sheet, *code, day));
            for (const CostNote& note : result.errors) {
                if (note.error.code == QStringLiteral("E_CYCLE"))
                    return fail(note.error);
            }
        }
        return {};
    });
}

Result<BomSheet> BomService::saveDraft(BomSheet sheet)
{
    if (auto allowed = requireWriting(); !allowed)
        return fail(allowed.error());
    const QDate from =
        sheet.bom.validFrom.isValid() ? sheet.bom.validFrom : m_context.clock.today();
    if (auto sound = checkCycles(sheet, from); !sound)
        return fail(sound.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<BomSheet> {
            Connection& connection = transaction.connection();
            if (auto sound = checkSheet(connection, sheet); !sound)
                return fail(sound.error());
            const auto stored = storage::find<Bom>(connection, sheet.bom.id);
            if (stored && stored->status != catalog::BomStatus::Draft)
                return fail(releasedError(*stored));
            sheet.bom.status = catalog::BomStatus::Draft;
            if (stored) {
                sheet.bom.meta = stored->meta;
                storage::update(transaction, sheet.bom);
            } else {
                sheet.bom.id = BomId::make(m_context.ids);
                sheet.bom.meta = {};
                sheet.bom.meta.owner = m_context.session.id();
                storage::insert(transaction, sheet.bom);
            }
            replaceRows(transaction, m_context.ids, sheet.bom, sheet.lines);
            replaceRows(transaction, m_context.ids, sheet.bom, sheet.operations);
            return loadSheet(connection, sheet.bom.id);
        });
}

Result<BomSheet> BomService::release(BomId id, QDate validFrom)
{
    if (auto allowed = requireWriting(); !allowed)
        return fail(allowed.error());
    auto sheet = get(id);
    if (!sheet)
        return sheet;
    if (sheet->bom.status != catalog::BomStatus::Draft)
        return fail(releasedError(sheet->bom));
    if (sheet->lines.empty() && sheet->operations.empty())
        return fail("BOM_EMPTY");
    if (auto sound = checkCycles(*sheet, validFrom); !sound)
        return fail(sound.error());
    auto input = m_costs.current();
    if (!input)
        return fail(input.error());
    // Complete: the item can be costed on its first day.
    auto complete = m_context.database.read([&](Connection& connection) -> Result<void> {
        auto code = codeOfItem(connection, sheet->bom.item);
        if (!code)
            return fail(code.error());
        const CostInput proposed =
            CostInput::build(tablesWith(**input, connection, *sheet, validFrom));
        access::Findings findings;
        for (const CostNote& note :
            cost(proposed, requestFor(proposed, *sheet, *code, validFrom)).errors)
            findings.add(note.error);
        return findings.result();
    });
    if (!complete)
        return fail(complete.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<BomSheet> {
            auto now = storage::load<Bom>(transaction.connection(), id);
            if (!now)
                return fail(now.error());
            if (now->meta.changedAt != sheet->bom.meta.changedAt)
                return fail("CHANGED_MEANWHILE");
            now->status = catalog::BomStatus::Released;
            now->validFrom = validFrom;
            if (auto ended = endOpenRevision(transaction, *now); !ended)
                return fail(ended.error());
            storage::update(transaction, *now);
            return loadSheet(transaction.connection(), id);
        });
}

Result<BomSheet> BomService::newRevision(BomId id)
{
    auto sheet = get(id);
    if (!sheet)
        return sheet;
    auto revisions = revisionsOf(sheet->bom.item);
    if (!revisions)
        return fail(revisions.error());
    QString code = nextRevisionCode(sheet->bom.revision);
    while (std::any_of(
        revisions->begin(), revisions->end(), [&](const Bom& bom) { return bom.revision == code; }))
        code = nextRevisionCode(code);
    BomSheet copy = *sheet;
    copy.bom.id = BomId();
    copy.bom.revision = code;
    copy.bom.code.clear();
    copy.bom.validFrom = {};
    copy.bom.validTo = {};
    for (BomLine& line : copy.lines)
        line.id = BomLineId();
    for (Operation& operation : copy.operations)
        operation.id = OperationId();
    return saveDraft(std::move(copy));
}

} // namespace chengdan::quoting
