// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_loader.h"

#include "core/catalog/bom.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/cost_rules.h"

#include <QHash>

namespace chengdan::quoting {

namespace {

using storage::Connection;
using storage::Statement;

// The kernel has its own enums, in the same order as the stored ones; a code becomes the kernel's
// value through the catalogue's list.
template <typename Stored, typename Kernel>
Kernel kernelChoice(const QString& code)
{
    return static_cast<Kernel>(schema::fromCode<Stored>(code).value_or(Stored{}));
}
static_assert(static_cast<int>(catalog::CostElement::Oth) == static_cast<int>(Element::Oth));
static_assert(static_cast<int>(catalog::ItemKind::Tool) == static_cast<int>(ItemKind::Tool));
static_assert(
    static_cast<int>(catalog::BomStatus::Obsolete) == static_cast<int>(BomStatus::Obsolete));
static_assert(static_cast<int>(catalog::RunBasis::Lot) == static_cast<int>(RunBasis::Lot));
static_assert(static_cast<int>(catalog::ToolMode::Free) == static_cast<int>(ToolMode::Free));
static_assert(static_cast<int>(catalog::OverheadScope::WorkCenter)
    == static_cast<int>(OverheadScope::WorkCenter));

/// Reads the cells of one row from left to right.
class CellReader {
public:
    explicit CellReader(const Statement& statement)
        : m_statement(statement)
    {
    }
    QString text() { return m_statement.text(m_at++); }
    qint64 integer() { return m_statement.integer(m_at++); }
    int smallInteger() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    QDate date() { return QDate::fromString(text(), Qt::ISODate); }
    ValidDates validDates()
    {
        const QDate from = date();
        return {from, date()};
    }
    template <typename Number>
    Number fixed()
    {
        return Number::fromRaw(integer());
    }
    template <typename Number>
    std::optional<Number> optionalFixed()
    {
        const schema::Value cell = m_statement.value(m_at++);
        return schema::isNull(cell) ? std::nullopt
                                    : std::optional(Number::fromRaw(schema::toInteger(cell)));
    }
    std::optional<int> optionalInteger()
    {
        const schema::Value cell = m_statement.value(m_at++);
        return schema::isNull(cell) ? std::nullopt
                                    : std::optional(static_cast<int>(schema::toInteger(cell)));
    }
    QByteArray id()
    {
        const schema::Value cell = m_statement.value(m_at++);
        const auto* bytes = std::get_if<QByteArray>(&cell);
        return bytes != nullptr ? *bytes : QByteArray();
    }
    template <typename Stored, typename Kernel>
    Kernel choice()
    {
        return kernelChoice<Stored, Kernel>(text());
    }

private:
    const Statement& m_statement;
    int m_at = 0;
};

/// From the id of a row to the code the tables name it by.
class CodeIndex {
public:
    void add(const QByteArray& id, const QString& code) { m_codes.insert(id, code); }
    /// Empty for no id; an id that names no living row shows as itself, so that costing can say
    /// that it is missing.
    QString of(const QByteArray& id) const
    {
        if (id.isEmpty())
            return {};
        const auto found = m_codes.constFind(id);
        return found != m_codes.constEnd() ? *found : RawId::fromBytes(id).toString();
    }
    bool contains(const QByteArray& id) const { return m_codes.contains(id); }

private:
    QHash<QByteArray, QString> m_codes;
};

class CostTableLoader {
public:
    explicit CostTableLoader(Connection& connection)
        : m_connection(connection)
    {
    }
    CostTables load()
    {
        loadUoms();
        loadSuppliers();
        loadWorkCenters();
        loadItems();
        loadItemUoms();
        loadBoms();
        loadBomLines();
        loadOperations();
        loadRates();
        loadPrices();
        loadFx();
        loadTools();
        loadOverheads();
        return std::move(m_tables);
    }

private:
    template <typename Row>
    void each(const char* sql, Row row)
    {
        Statement statement = m_connection.query(QString::fromLatin1(sql));
        while (statement.next()) {
            CellReader cells(statement);
            row(cells);
        }
    }
    void loadUoms()
    {
        each("SELECT id, code, category, num, den FROM uom WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
                const QByteArray id = cells.id();
                UomRow row;
                row.uom = cells.text();
                row.category = cells.text();
                row.num = cells.integer();
                row.den = cells.integer();
                m_uoms.add(id, row.uom);
                m_tables.uoms.push_back(row);
            });
    }
    void loadSuppliers()
    {
        // Traces name suppliers, so the name serves as key unless two suppliers share it.
        each("SELECT id, CASE WHEN count(*) OVER (PARTITION BY name) = 1 THEN name ELSE code END "
             "FROM supplier WHERE deleted = 0",
            [&](CellReader& cells) {
                const QByteArray id = cells.id();
                m_suppliers.add(id, cells.text());
            });
    }
    void loadWorkCenters()
    {
        each("SELECT id, code FROM work_center WHERE deleted = 0", [&](CellReader& cells) {
            const QByteArray id = cells.id();
            m_workCenters.add(id, cells.text());
        });
    }
    void loadItems();
    void loadItemUoms()
    {
        each("SELECT item, uom, num, den FROM item_uom WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
                ItemUomRow row;
                row.itemCode = m_items.of(cells.id());
                row.uom = m_uoms.of(cells.id());
                row.num = cells.integer();
                row.den = cells.integer();
                m_tables.itemUoms.push_back(row);
            });
    }
    void loadBoms()
    {
        each("SELECT id, item, revision, status, valid_from, valid_to, qty, uom, yield FROM bom "
             "WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
                const QByteArray id = cells.id();
                BomRow row;
                row.bomId = RawId::fromBytes(id).toString();
                row.itemCode = m_items.of(cells.id());
                row.revision = cells.text();
                row.status = cells.choice<catalog::BomStatus, BomStatus>();
                row.valid = cells.validDates();
                row.qty = cells.fixed<Quantity>();
                row.uom = m_uoms.of(cells.id());
                row.yield = cells.fixed<Rate>();
                m_boms.add(id, row.bomId);
                m_tables.boms.push_back(row);
            });
    }
    void loadBomLines();
    void loadOperations();
    void loadRates()
    {
        each("SELECT work_center, machine_rate, labor_rate, currency, valid_from, valid_to FROM "
             "work_center_rate WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
                WorkCenterRateRow row;
                row.workCenter = m_workCenters.of(cells.id());
                row.machineRate = cells.fixed<UnitPrice>();
                row.laborRate = cells.fixed<UnitPrice>();
                row.currency = cells.text();
                row.valid = cells.validDates();
                m_tables.workCenterRates.push_back(row);
            });
    }
    void loadPrices();
    void loadFx()
    {
        each("SELECT from_currency, to_currency, on_date, rate FROM fx_rate WHERE deleted = 0 "
             "ORDER BY rid",
            [&](CellReader& cells) {
                FxRow row;
                row.from = cells.text();
                row.to = cells.text();
                row.date = cells.date();
                row.rate = cells.fixed<ExchangeRate>();
                m_tables.fx.push_back(row);
            });
    }
    void loadTools()
    {
        each("SELECT code, item, cost, currency, prepaid, amort_qty, mode, shipped FROM tool "
             "WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
                ToolRow row;
                row.toolId = cells.text();
                row.itemCode = m_items.of(cells.id());
                row.cost = cells.fixed<UnitPrice>();
                row.currency = cells.text();
                row.prepaid = cells.fixed<Rate>();
                row.amortQty = cells.fixed<Quantity>();
                row.mode = cells.choice<catalog::ToolMode, ToolMode>();
                row.shipped = cells.fixed<Quantity>();
                m_tables.tools.push_back(row);
            });
    }
    void loadOverheads()
    {
        each("SELECT code, seq, level, base, pct, target, amount, scope, scope_key, valid_from, "
             "valid_to FROM overhead_rule WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
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

    Connection& m_connection;
    CostTables m_tables;
    CodeIndex m_uoms;
    CodeIndex m_suppliers;
    CodeIndex m_workCenters;
    CodeIndex m_items;
    CodeIndex m_boms;
};

void CostTableLoader::loadItems()
{
    each("SELECT i.id, i.code, i.name, i.base_uom, i.kind, i.lot_policy, i.costing_lot, i.element, "
         "i.item_group, i.moq, i.order_multiple, c.fixed_cost, coalesce(c.fixed_currency, ''), "
         "c.fixed_date, coalesce(c.cost_source, 'normal'), c.preferred_supplier "
         "FROM item i LEFT JOIN item_cost c ON c.item = i.id AND c.deleted = 0 "
         "WHERE i.deleted = 0 ORDER BY i.rid",
        [&](CellReader& cells) {
            const QByteArray id = cells.id();
            ItemRow row;
            row.code = cells.text();
            row.name = cells.text();
            row.baseUom = m_uoms.of(cells.id());
            row.kind = cells.choice<catalog::ItemKind, ItemKind>();
            row.lotPolicy = cells.choice<catalog::LotPolicy, LotPolicy>();
            row.costingLot = cells.fixed<Quantity>();
            row.element = cells.choice<catalog::CostElement, Element>();
            row.group = cells.text();
            row.moq = cells.fixed<Quantity>();
            row.orderMultiple = cells.fixed<Quantity>();
            row.fixedCost = cells.optionalFixed<UnitPrice>();
            row.fixedCurrency = cells.text();
            row.fixedDate = cells.date();
            row.costSource = cells.choice<catalog::CostSource, CostSource>();
            row.preferredSupplier = m_suppliers.of(cells.id());
            m_items.add(id, row.code);
            m_tables.items.push_back(row);
        });
}

void CostTableLoader::loadBomLines()
{
    each("SELECT bom, line_no, type, component, qty, uom, fixed_qty, scrap, scrap_mode, explode, "
         "supply, op_seq, value_method, share, credit_price, alt_group, alt_priority "
         "FROM bom_line WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
            const QByteArray bom = cells.id();
            if (!m_boms.contains(bom))
                return; // its BOM was deleted
            BomLineRow row;
            row.bomId = m_boms.of(bom);
            row.lineNo = cells.smallInteger();
            row.type = cells.choice<catalog::LineType, LineType>();
            row.component = m_items.of(cells.id());
            row.qty = cells.fixed<Quantity>();
            row.uom = m_uoms.of(cells.id());
            row.fixedQty = cells.fixed<Quantity>();
            row.scrap = cells.fixed<Rate>();
            row.scrapMode = cells.choice<catalog::ScrapMode, ScrapMode>();
            row.explode = cells.flag();
            row.supply = cells.choice<catalog::Supply, Supply>();
            row.opSeq = cells.optionalInteger();
            row.valueMethod = cells.choice<catalog::ByproductValue, ByproductValue>();
            row.share = cells.fixed<Rate>();
            row.creditPrice = cells.fixed<UnitPrice>();
            row.altGroup = cells.text();
            row.altPriority = cells.smallInteger();
            m_tables.bomLines.push_back(std::move(row));
        });
}

void CostTableLoader::loadOperations()
{
    each("SELECT bom, seq, name, work_center, setup_ms, run_ms, basis, units_per_cycle, "
         "cycle_rounding, efficiency, crew, yield, piece_price, outside_item, outside_qty, "
         "outside_uom, min_charge, setup_every FROM operation WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
            const QByteArray bom = cells.id();
            if (!m_boms.contains(bom))
                return;
            OperationRow row;
            row.bomId = m_boms.of(bom);
            row.opSeq = cells.smallInteger();
            row.name = cells.text();
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
            m_tables.operations.push_back(std::move(row));
        });
}

void CostTableLoader::loadPrices()
{
    each("SELECT id, code, item, supplier, currency, price, price_per, uom, min_qty, valid_from, "
         "valid_to, tax_included, tax FROM price_row WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
            const QByteArray id = cells.id();
            PriceRow row;
            row.priceId = cells.text();
            if (row.priceId.isEmpty())
                row.priceId = RawId::fromBytes(id).toString();
            row.itemCode = m_items.of(cells.id());
            row.supplier = m_suppliers.of(cells.id());
            row.currency = cells.text();
            row.price = cells.fixed<UnitPrice>();
            row.pricePer = cells.fixed<Quantity>();
            row.uom = m_uoms.of(cells.id());
            row.minQty = cells.fixed<Quantity>();
            row.valid = cells.validDates();
            row.taxIncluded = cells.flag();
            row.tax = cells.fixed<Rate>();
            m_tables.prices.push_back(std::move(row));
        });
}

// The catalogue's table numbers; every one of them may change a cost.
bool isCostTable(int number)
{
    static const schema::RecordTypes types = catalog::recordTypes();
    return std::any_of(types.begin(), types.end(), [number](const schema::RecordType* type) {
        return type->number == number;
    });
}

} // namespace

CostTables loadCostTables(Connection& connection)
{
    return CostTableLoader(connection).load();
}

CostInputCache::CostInputCache(storage::Database& database)
    : m_database(database)
{
    QObject::connect(
        &database.notices(),
        &storage::ChangeNotices::committed,
        &m_listener,
        [this](const QList<storage::Change>& changes) {
            if (std::any_of(changes.begin(), changes.end(), [](const storage::Change& change) {
                    return isCostTable(change.table);
                }))
                m_dirty = true;
        },
        Qt::DirectConnection); // on the writer's thread: the next question already knows
}

CostInputCache::~CostInputCache() = default;

Result<std::shared_ptr<const CostInput>> CostInputCache::current()
{
    const std::lock_guard lock(m_mutex);
    return m_database.read(
        [this](Connection& connection) -> Result<std::shared_ptr<const CostInput>> {
            // Another process tells of its changes by nothing but its journal.
            const qint64 newest = schema::toInteger(
                connection.scalar(QStringLiteral("SELECT coalesce(max(n), 0) FROM _op")));
            if (newest != m_lastJournal) {
                Statement journalled = connection.query(
                    QStringLiteral("SELECT DISTINCT tbl FROM _op WHERE n > ?"), {m_lastJournal});
                while (journalled.next()) {
                    if (isCostTable(static_cast<int>(journalled.integer(0))))
                        m_dirty = true;
                }
                m_lastJournal = newest;
            }
            if (m_dirty.exchange(false))
                m_input.reset(); // before reading: a fault must not leave the old one behind
            if (m_input == nullptr) {
                m_input =
                    std::make_shared<const CostInput>(CostInput::build(loadCostTables(connection)));
            }
            return m_input;
        });
}

} // namespace chengdan::quoting
