// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_choices.h"
#include "core/quoting/cost_table_loader.h"

// How items are made and what an hour of making costs.
namespace chengdan::quoting {

static_assert(
    static_cast<int>(catalog::BomStatus::Obsolete) == static_cast<int>(BomStatus::Obsolete));
static_assert(static_cast<int>(catalog::RunBasis::Lot) == static_cast<int>(RunBasis::Lot));
static_assert(static_cast<int>(catalog::OverheadScope::WorkCenter)
    == static_cast<int>(OverheadScope::WorkCenter));

void CostTableLoader::loadWorkCenters()
{
    each("SELECT id, code FROM work_center WHERE deleted = 0", [&](RowCells& cells) {
        const RawId id = cells.id().value_or(RawId());
        m_workCenters.add(id, cells.text());
    });
}

void CostTableLoader::loadRates()
{
    each("SELECT work_center, machine_rate, labor_rate, currency, valid_from, valid_to FROM "
         "work_center_rate WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            WorkCenterRateRow row;
            row.workCenter = m_workCenters.of(cells.id());
            row.machineRate = cells.fixed<UnitPrice>();
            row.laborRate = cells.fixed<UnitPrice>();
            row.currency = m_texts.of(cells.view());
            row.valid = cells.validDates();
            m_tables.workCenterRates.push_back(row);
        });
}

void CostTableLoader::loadBoms()
{
    makeRoom(m_tables.boms, "bom");
    each("SELECT id, item, revision, status, valid_from, valid_to, qty, uom, yield FROM bom "
         "WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            const RawId id = cells.id().value_or(RawId());
            BomRow row;
            row.bomId = costKeyOf(id);
            row.itemCode = m_items.of(cells.id());
            row.revision = m_texts.of(cells.view());
            row.status = cells.choice<catalog::BomStatus, BomStatus>();
            row.valid = cells.validDates();
            row.qty = cells.fixed<Quantity>();
            row.uom = m_uoms.of(cells.id());
            row.yield = cells.fixed<Rate>();
            m_boms.add(id, row.bomId);
            m_tables.boms.push_back(std::move(row));
        });
}

void CostTableLoader::loadOperations()
{
    makeRoom(m_tables.operations, "operation");
    each("SELECT bom, seq, name, work_center, setup_ms, run_ms, basis, units_per_cycle, "
         "cycle_rounding, efficiency, crew, yield, piece_price, outside_item, outside_qty, "
         "outside_uom, min_charge, setup_every FROM operation WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            const QString* bom = m_boms.find(cells.id());
            if (bom == nullptr)
                return;
            OperationRow& row = m_tables.operations.emplace_back();
            row.bomId = *bom;
            row.opSeq = cells.smallInteger();
            row.name = m_texts.of(cells.view());
            row.workCenter = m_workCenters.of(cells.id());
            row.setupMs = cells.integer();
            row.runMs = cells.integer();
            row.basis = cells.choice<catalog::RunBasis, RunBasis>();
            row.unitsPerCycle = cells.fixed<Quantity>();
            row.cycleRounding = cells.choice<catalog::CycleRounding, CycleRounding>();
            row.efficiency = cells.fixed<Rate>();
            row.crew = cells.fixed<Quantity>();
            row.yield = cells.fixed<Rate>();
            row.piecePrice = cells.fixed<UnitPrice>();
            row.outsideItem = m_items.of(cells.id());
            row.outsideQty = cells.fixed<Quantity>();
            row.outsideUom = m_uoms.of(cells.id());
            row.minCharge = cells.fixed<UnitPrice>();
            row.setupEvery = cells.fixed<Quantity>();
        });
}

void CostTableLoader::loadFx()
{
    each("SELECT from_currency, to_currency, on_date, rate FROM fx_rate WHERE deleted = 0 "
         "ORDER BY rid",
        [&](RowCells& cells) {
            FxRow row;
            row.from = m_texts.of(cells.view());
            row.to = m_texts.of(cells.view());
            row.date = cells.date();
            row.rate = cells.fixed<ExchangeRate>();
            m_tables.fx.push_back(row);
        });
}

void CostTableLoader::loadOverheads()
{
    each("SELECT code, seq, level, base, pct, target, amount, scope, scope_key, valid_from, "
         "valid_to FROM overhead_rule WHERE deleted = 0 ORDER BY rid",
        [&](RowCells& cells) {
            OverheadRow row;
            row.ruleId = cells.text();
            row.seq = cells.smallInteger();
            row.level = cells.choice<catalog::OverheadLevel, OverheadLevel>();
            row.base = elementSetOf(cells.text()).value_or(0);
            row.pct = cells.fixed<Rate>();
            row.target = cells.choice<catalog::CostElement, Element>();
            row.amount = cells.fixed<UnitPrice>();
            row.scope = cells.choice<catalog::OverheadScope, OverheadScope>();
            row.scopeKey = cells.text();
            row.valid = cells.validDates();
            m_tables.overheads.push_back(row);
        });
}

} // namespace chengdan::quoting
