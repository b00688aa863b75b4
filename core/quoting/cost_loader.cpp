// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_loader.h"

#include "core/catalog/bom.h"
#include "core/catalog/catalog_records.h"
#include "core/catalog/cost_rules.h"
#include "core/storage/bulk_reader.h"

#include <QHash>

#include <algorithm>
#include <cstring>

namespace chengdan::quoting {

namespace {

using storage::BulkReader;
using storage::Connection;
using storage::Statement;

static_assert(static_cast<int>(catalog::CostElement::Oth) == static_cast<int>(Element::Oth));
static_assert(static_cast<int>(catalog::ItemKind::Tool) == static_cast<int>(ItemKind::Tool));
static_assert(
    static_cast<int>(catalog::BomStatus::Obsolete) == static_cast<int>(BomStatus::Obsolete));
static_assert(static_cast<int>(catalog::RunBasis::Lot) == static_cast<int>(RunBasis::Lot));
static_assert(static_cast<int>(catalog::ToolMode::Free) == static_cast<int>(ToolMode::Free));
static_assert(static_cast<int>(catalog::OverheadScope::WorkCenter)
    == static_cast<int>(OverheadScope::WorkCenter));

/// Reads the cells of one row from left to right, without making a QString where a number, a date
/// or a choice is wanted.
class CellReader {
public:
    explicit CellReader(const BulkReader& reader)
        : m_reader(reader)
    {
    }
    QString text() { return m_reader.text(m_at++); }
    std::string_view view() { return m_reader.view(m_at++); }
    qint64 integer() { return m_reader.integer(m_at++); }
    int smallInteger() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    QDate date();
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
        const int at = m_at++;
        return m_reader.isNull(at) ? std::nullopt
                                   : std::optional(Number::fromRaw(m_reader.integer(at)));
    }
    std::optional<int> optionalInteger()
    {
        const int at = m_at++;
        return m_reader.isNull(at) ? std::nullopt
                                   : std::optional(static_cast<int>(m_reader.integer(at)));
    }
    /// Nothing where the cell is empty.
    std::optional<RawId> id()
    {
        const std::string_view bytes = view();
        RawId id;
        if (bytes.size() != id.octets.size())
            return std::nullopt;
        std::copy(bytes.begin(), bytes.end(), id.octets.begin());
        return id;
    }
    // The kernel has its own enums, in the same order as the stored ones; an unknown code is the
    // first.
    template <typename Stored, typename Kernel>
    Kernel choice()
    {
        static const std::vector<std::string_view> codes = [] {
            std::vector<std::string_view> views;
            for (const schema::Choice& choice : choices(Stored{}))
                views.emplace_back(choice.code);
            return views;
        }();
        const std::string_view code = view();
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (code == codes[i])
                return static_cast<Kernel>(i);
        }
        return Kernel{};
    }

private:
    const BulkReader& m_reader;
    int m_at = 0;
};

QDate CellReader::date()
{
    constexpr std::size_t kIsoSize = 10; // 2026-11-22
    const std::string_view iso = view();
    if (iso.empty())
        return {};
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (const char c : iso) {
        if (c >= '0' && c <= '9')
            parts[part] = parts[part] * 10 + (c - '0');
        else if (c != '-' || ++part > 2)
            return {};
    }
    return iso.size() == kIsoSize ? QDate(parts[0], parts[1], parts[2]) : QDate();
}

/// 8-4-4-4-12 hexadecimal digits, as RawId::toString writes them.
QString costKeyOf(const RawId& id)
{
    constexpr qsizetype kSize = 36;
    constexpr char kDigits[] = "0123456789abcdef";
    QString text(kSize, QLatin1Char('-'));
    QChar* to = text.data();
    for (std::size_t i = 0; i < id.octets.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++to;
        *to++ = QLatin1Char(kDigits[id.octets[i] >> 4U]);
        *to++ = QLatin1Char(kDigits[id.octets[i] & 0xFU]);
    }
    return text;
}

/// From the id of a row to the code the tables name it by. Rows share the code's text. A table with
/// open addressing: a large company asks it half a million times.
class CodeIndex {
public:
    void add(const RawId& id, const QString& code)
    {
        if (2 * (m_codes.size() + 1) > m_places.size())
            grow();
        m_places[placeOf(id)] = static_cast<qint32>(m_codes.size());
        m_ids.push_back(id);
        m_codes.push_back(code);
    }
    /// Empty for no id; an id that names no living row shows as itself, so that costing can say
    /// that it is missing.
    QString of(const std::optional<RawId>& id) const
    {
        if (!id)
            return {};
        const QString* code = find(id);
        return code != nullptr ? *code : id->toString();
    }
    /// Nothing when no living row has this id.
    const QString* find(const std::optional<RawId>& id) const
    {
        if (!id || m_codes.empty())
            return nullptr;
        const qint32 at = m_places[placeOf(*id)];
        return at >= 0 ? &m_codes[static_cast<std::size_t>(at)] : nullptr;
    }

private:
    static quint64 halfOf(const RawId& id, std::size_t from)
    {
        quint64 half = 0;
        std::memcpy(&half, id.octets.data() + from, sizeof half);
        return half;
    }
    // Where the id is, or the free place where it belongs. Half of an id is random bits.
    std::size_t placeOf(const RawId& id) const
    {
        const quint64 first = halfOf(id, 0);
        const quint64 second = halfOf(id, 8);
        const std::size_t mask = m_places.size() - 1;
        std::size_t at = ((first ^ second) * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
        while (m_places[at] >= 0) {
            const RawId& there = m_ids[static_cast<std::size_t>(m_places[at])];
            if (halfOf(there, 0) == first && halfOf(there, 8) == second)
                break;
            at = (at + 1) & mask;
        }
        return at;
    }
    void grow()
    {
        constexpr std::size_t kFirstPlaces = 64; // a power of two, as all that follow
        m_places.assign(std::max(kFirstPlaces, 2 * m_places.size()), -1);
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            m_places[placeOf(m_ids[i])] = static_cast<qint32>(i);
    }

    std::vector<qint32> m_places; ///< numbers of the codes, -1: free
    std::vector<RawId> m_ids;
    std::vector<QString> m_codes;
};

/// Gives equal texts one copy: currencies, groups and names of operations repeat without end.
class SharedTexts {
public:
    QString of(std::string_view utf8)
    {
        if (utf8.empty())
            return {};
        const auto size = static_cast<qsizetype>(utf8.size());
        const auto found = m_texts.constFind(QByteArray::fromRawData(utf8.data(), size));
        if (found != m_texts.constEnd())
            return *found;
        return *m_texts.insert(QByteArray(utf8.data(), size), QString::fromUtf8(utf8.data(), size));
    }

private:
    QHash<QByteArray, QString> m_texts;
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
        loadItemCosts();
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
    // Room for all rows at once: growing copies what was read so far again and again.
    template <typename Row>
    void makeRoom(std::vector<Row>& rows, const char* table)
    {
        rows.reserve(static_cast<std::size_t>(schema::toInteger(m_connection.scalar(
            QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table))))));
    }
    template <typename Row>
    void each(const char* sql, Row row)
    {
        BulkReader reader(m_connection, QString::fromLatin1(sql));
        while (reader.next()) {
            CellReader cells(reader);
            row(cells);
        }
    }
    void loadUoms()
    {
        each("SELECT id, code, category, num, den FROM uom WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
                const RawId id = cells.id().value_or(RawId());
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
                const RawId id = cells.id().value_or(RawId());
                m_suppliers.add(id, cells.text());
            });
    }
    void loadWorkCenters()
    {
        each("SELECT id, code FROM work_center WHERE deleted = 0", [&](CellReader& cells) {
            const RawId id = cells.id().value_or(RawId());
            m_workCenters.add(id, cells.text());
        });
    }
    void loadItemCosts();
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
        makeRoom(m_tables.boms, "bom");
        each("SELECT id, item, revision, status, valid_from, valid_to, qty, uom, yield FROM bom "
             "WHERE deleted = 0 ORDER BY rid",
            [&](CellReader& cells) {
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
                row.currency = m_texts.of(cells.view());
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
                row.from = m_texts.of(cells.view());
                row.to = m_texts.of(cells.view());
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
                row.currency = m_texts.of(cells.view());
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
    SharedTexts m_texts;
    QHash<RawId, ItemRow> m_itemCosts; ///< rows that hold nothing but the cost side
};

void CostTableLoader::loadItemCosts()
{
    each("SELECT item, fixed_cost, fixed_currency, fixed_date, cost_source, preferred_supplier "
         "FROM item_cost WHERE deleted = 0",
        [&](CellReader& cells) {
            const RawId item = cells.id().value_or(RawId());
            ItemRow& row = m_itemCosts[item];
            row.fixedCost = cells.optionalFixed<UnitPrice>();
            row.fixedCurrency = m_texts.of(cells.view());
            row.fixedDate = cells.date();
            row.costSource = cells.choice<catalog::CostSource, CostSource>();
            row.preferredSupplier = m_suppliers.of(cells.id());
        });
}

void CostTableLoader::loadItems()
{
    makeRoom(m_tables.items, "item");
    each("SELECT id, code, name, base_uom, kind, lot_policy, costing_lot, element, item_group, "
         "moq, order_multiple FROM item WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
            const RawId id = cells.id().value_or(RawId());
            ItemRow& row = m_tables.items.emplace_back();
            const auto costs = m_itemCosts.constFind(id); // the cost side, if the item has one
            if (costs != m_itemCosts.constEnd())
                row = *costs;
            row.code = cells.text();
            row.name = cells.text();
            row.baseUom = m_uoms.of(cells.id());
            row.kind = cells.choice<catalog::ItemKind, ItemKind>();
            row.lotPolicy = cells.choice<catalog::LotPolicy, LotPolicy>();
            row.costingLot = cells.fixed<Quantity>();
            row.element = cells.choice<catalog::CostElement, Element>();
            row.group = m_texts.of(cells.view());
            row.moq = cells.fixed<Quantity>();
            row.orderMultiple = cells.fixed<Quantity>();
            m_items.add(id, row.code);
        });
}

void CostTableLoader::loadBomLines()
{
    makeRoom(m_tables.bomLines, "bom_line");
    each("SELECT bom, line_no, type, component, qty, uom, fixed_qty, scrap, scrap_mode, explode, "
         "supply, op_seq, value_method, share, credit_price, alt_group, alt_priority "
         "FROM bom_line WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
            const QString* bom = m_boms.find(cells.id());
            if (bom == nullptr)
                return; // its BOM was deleted
            BomLineRow& row = m_tables.bomLines.emplace_back();
            row.bomId = *bom;
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
            row.altGroup = m_texts.of(cells.view());
            row.altPriority = cells.smallInteger();
        });
}

void CostTableLoader::loadOperations()
{
    makeRoom(m_tables.operations, "operation");
    each("SELECT bom, seq, name, work_center, setup_ms, run_ms, basis, units_per_cycle, "
         "cycle_rounding, efficiency, crew, yield, piece_price, outside_item, outside_qty, "
         "outside_uom, min_charge, setup_every FROM operation WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
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

void CostTableLoader::loadPrices()
{
    makeRoom(m_tables.prices, "price_row");
    each("SELECT id, code, item, supplier, currency, price, price_per, uom, min_qty, valid_from, "
         "valid_to, tax_included, tax FROM price_row WHERE deleted = 0 ORDER BY rid",
        [&](CellReader& cells) {
            const RawId id = cells.id().value_or(RawId());
            PriceRow& row = m_tables.prices.emplace_back();
            row.priceId = cells.text();
            if (row.priceId.isEmpty())
                row.priceId = costKeyOf(id);
            row.itemCode = m_items.of(cells.id());
            row.supplier = m_suppliers.of(cells.id());
            row.currency = m_texts.of(cells.view());
            row.price = cells.fixed<UnitPrice>();
            row.pricePer = cells.fixed<Quantity>();
            row.uom = m_uoms.of(cells.id());
            row.minQty = cells.fixed<Quantity>();
            row.valid = cells.validDates();
            row.taxIncluded = cells.flag();
            row.tax = cells.fixed<Rate>();
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
