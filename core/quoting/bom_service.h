// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/catalog/bom.h"
#include "core/quoting/cost_loader.h"

namespace chengdan::quoting {

/// One BOM revision with its lines and routing.
struct BomSheet {
    catalog::Bom bom;
    std::vector<catalog::BomLine> lines;
    std::vector<catalog::Operation> operations;
};

/// Keeps BOM revisions. Needs Right::CostView, for writing Right::ItemEdit as well. Stands here and
/// not with the catalogue because only the costing kernel can say whether a BOM is sound.
class BomService {
public:
    BomService(const access::Context& context, CostInputCache& costs)
        : m_context(context)
        , m_costs(costs)
    {
    }

    Result<BomSheet> get(BomId id) const;
    /// Revisions of an item, newest first.
    Result<std::vector<catalog::Bom>> revisionsOf(ItemId item) const;

    /// Saves a draft revision, new when its id is: lines and operations that are gone are deleted.
    /// Errors: BOM_RELEASED, E_CYCLE (as if it were released, on its first day and on every later
    /// day on which something below changes revision), REQUIRED, DUPLICATE (revision),
    /// QTY_POSITIVE.
    Result<BomSheet> saveDraft(BomSheet sheet);
    /// Makes a draft valid from that day on; the revision that is open then ends there. Errors:
    /// BOM_EMPTY, BOM_DATES, E_CYCLE, and everything that would keep the item from being costed on
    /// that day (E_NO_PRICE, E_NO_UOM, E_NO_RATE, …), all of them.
    Result<BomSheet> release(BomId id, QDate validFrom);
    /// A draft copy of a revision under the next revision letter.
    Result<BomSheet> newRevision(BomId id);

private:
    Result<void> requireWriting() const;
    Result<void> checkCycles(const BomSheet& sheet, QDate from) const;
    const access::Context& m_context;
    CostInputCache& m_costs;
};

/// A → B, Z → AA, 3 → 4: the revision code after this one.
QString nextRevisionCode(const QString& code);

} // namespace chengdan::quoting
