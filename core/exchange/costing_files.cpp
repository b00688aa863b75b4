// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/costing_files.h"

#include "core/exchange/typed_rows.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <numeric>

namespace chengdan::exchange {

namespace costing_csv {

using namespace quoting;

namespace {

/// One file: what it is called and how a row of it becomes a row of the tables.
struct CostingFile {
    const char* name;
    std::vector<const char*> required;
    std::vector<const char*> known;
    void (*read)(TypedRows& rows, CostTables& tables);
};

void refuseTwice(TypedRows& rows, QSet<QString>& seen, const char* column, const QString& key)
{
    if (key.isEmpty())
        return;
    if (seen.contains(key))
        rows.refuse(column, Error::make("KEY_TWICE", {}, {{QStringLiteral("text"), key.left(60)}}));
    seen.insert(key);
}

/// num/den as whole numbers without a common factor; both may be written with decimals.
void readFactor(TypedRows& rows, qint64& num, qint64& den)
{
    constexpr int kDecimals = 6;
    qint64 top = rows.number("num", kDecimals, Sign::Positive).value_or(powerOfTen(kDecimals));
    qint64 bottom = rows.number("den", kDecimals, Sign::Positive).value_or(powerOfTen(kDecimals));
    const qint64 common = std::gcd(top, bottom);
    num = top / common;
    den = bottom / common;
}

void readValid(TypedRows& rows, ValidDates& valid)
{
    rows.read("valid_from", valid.from);
    rows.read("valid_to", valid.to);
}

void readElement(TypedRows& rows, const char* column, Element& target)
{
    const QString cell = rows.text(column);
    if (cell.isEmpty())
        return;
    if (const auto element = elementOf(cell)) {
        target = *element;
        return;
    }
    QStringList codes;
    for (const Element element : kElements)
        codes.append(elementCode(element));
    rows.refuseWord(column, cell, codes);
}

void readUoms(TypedRows& rows, CostTables& tables)
{
    QSet<QString> seen;
    while (rows.next()) {
        UomRow row;
        row.uom = rows.key("uom");
        refuseTwice(rows, seen, "uom", row.uom);
        rows.read("category", row.category);
        readFactor(rows, row.num, row.den);
        tables.uoms.push_back(std::move(row));
    }
}

void readItemUoms(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        ItemUomRow row;
        row.itemCode = rows.key("item_code");
        row.uom = rows.key("uom");
        readFactor(rows, row.num, row.den);
        tables.itemUoms.push_back(std::move(row));
    }
}

void readItems(TypedRows& rows, CostTables& tables)
{
    QSet<QString> seen;
    while (rows.next()) {
        ItemRow row;
        row.code = rows.key("item_code");
        refuseTwice(rows, seen, "item_code", row.code);
        rows.read("name", row.name);
        row.baseUom = rows.key("base_uom");
        if (rows.has("kind")) {
            ItemKind kind = ItemKind::Buy;
            rows.readWord("kind",
                kind,
                {{"make", ItemKind::Make},
                    {"buy", ItemKind::Buy},
                    {"phantom", ItemKind::Phantom},
                    {"service", ItemKind::Service},
                    {"tool", ItemKind::Tool}});
            row.kind = kind;
        }
        rows.readWord("lot_policy",
            row.lotPolicy,
            {{"order", LotPolicy::Order}, {"standard", LotPolicy::Standard}});
        rows.read("costing_lot", row.costingLot);
        if (rows.has("fixed_cost")) {
            UnitPrice cost;
            rows.read("fixed_cost", cost);
            row.fixedCost = cost;
        }
        rows.read("fixed_currency", row.fixedCurrency);
        rows.read("fixed_date", row.fixedDate);
        rows.read("preferred_supplier", row.preferredSupplier);
        readElement(rows, "element", row.element);
        rows.readWord("cost_source",
            row.costSource,
            {{"normal", CostSource::Normal}, {"fixed", CostSource::Fixed}});
        rows.read("group", row.group);
        rows.read("moq", row.moq);
        rows.read("order_multiple", row.orderMultiple);
        tables.items.push_back(std::move(row));
    }
}

void readBoms(TypedRows& rows, CostTables& tables)
{
    QSet<QString> seen;
    while (rows.next()) {
        BomRow row;
        row.bomId = rows.key("bom_id");
        refuseTwice(rows, seen, "bom_id", row.bomId);
        row.itemCode = rows.key("item_code");
        rows.read("revision", row.revision);
        rows.readWord("status",
            row.status,
            {{"active", BomStatus::Released},
                {"released", BomStatus::Released},
                {"draft", BomStatus::Draft},
                {"obsolete", BomStatus::Obsolete}});
        readValid(rows, row.valid);
        rows.read("qty", row.qty);
        rows.read("uom", row.uom);
        rows.readPercent("yield_pct", row.yield, Sign::Any);
        tables.boms.push_back(std::move(row));
    }
}

void readBomLines(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        BomLineRow row;
        row.bomId = rows.key("bom_id");
        row.lineNo = rows.rowNumber() - 1;
        rows.read("line_no", row.lineNo);
        rows.readWord("type",
            row.type,
            {{"component", LineType::Component}, {"byproduct", LineType::Byproduct}});
        row.component = rows.key("component");
        // A line without any quantity is a slip, not a free part.
        if (row.type == LineType::Component && !rows.has("fixed_qty"))
            rows.key("qty");
        rows.read("qty", row.qty);
        rows.read("uom", row.uom);
        rows.read("fixed_qty", row.fixedQty);
        rows.readPercent("scrap_pct", row.scrap);
        rows.readWord("scrap_mode",
            row.scrapMode,
            {{"markup", ScrapMode::Markup}, {"loss", ScrapMode::Loss}});
        rows.read("explode", row.explode);
        rows.readWord("supply", row.supply, {{"own", Supply::Own}, {"customer", Supply::Customer}});
        if (rows.has("op_seq")) {
            int seq = 0;
            rows.read("op_seq", seq);
            row.opSeq = seq;
        }
        if (rows.has("share_pct"))
            row.valueMethod = ByproductValue::Share;
        rows.readWord("value_method",
            row.valueMethod,
            {{"share", ByproductValue::Share}, {"credit", ByproductValue::Credit}});
        rows.readPercent("share_pct", row.share);
        rows.read("credit_price", row.creditPrice, Sign::Any);
        rows.read("alt_group", row.altGroup);
        rows.read("alt_priority", row.altPriority);
        tables.bomLines.push_back(std::move(row));
    }
}

void readOperations(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        OperationRow row;
        row.bomId = rows.key("bom_id");
        rows.key("op_seq");
        rows.read("op_seq", row.opSeq);
        rows.read("name", row.name);
        rows.read("work_center", row.workCenter);
        rows.readMinutes("setup_min", row.setupMs);
        rows.readMinutes("run_min", row.runMs);
        rows.readWord("basis",
            row.basis,
            {{"unit", RunBasis::Unit},
                {"cycle", RunBasis::Cycle},
                {"batch", RunBasis::Batch},
                {"lot", RunBasis::Lot}});
        rows.read("units_per_cycle", row.unitsPerCycle, Sign::Positive);
        rows.readWord("cycle_rounding",
            row.cycleRounding,
            {{"ceil", CycleRounding::Ceil}, {"none", CycleRounding::None}});
        rows.readPercent("efficiency_pct", row.efficiency, Sign::Positive);
        rows.read("crew", row.crew);
        rows.readPercent("yield_pct", row.yield, Sign::Any);
        rows.read("piece_price", row.piecePrice);
        rows.read("outside_item", row.outsideItem);
        rows.read("outside_qty", row.outsideQty);
        rows.read("outside_uom", row.outsideUom);
        rows.read("min_charge", row.minCharge);
        rows.read("setup_every", row.setupEvery);
        tables.operations.push_back(std::move(row));
    }
}

void readWorkCenters(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        WorkCenterRateRow row;
        row.workCenter = rows.key("work_center");
        rows.read("machine_rate", row.machineRate);
        rows.read("labor_rate", row.laborRate);
        rows.read("currency", row.currency);
        readValid(rows, row.valid);
        tables.workCenterRates.push_back(std::move(row));
    }
}

void readPrices(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        PriceRow row;
        rows.read("price_id", row.priceId);
        // The id breaks ties between equal rows, so a row always has one.
        if (row.priceId.isEmpty())
            row.priceId = QString::number(rows.rowNumber()).rightJustified(9, QLatin1Char('0'));
        row.itemCode = rows.key("item_code");
        rows.read("supplier", row.supplier);
        rows.read("currency", row.currency);
        rows.key("price"); // an empty price is missing, never zero
        rows.read("price", row.price);
        rows.read("price_per", row.pricePer, Sign::Positive);
        rows.read("uom", row.uom);
        rows.read("min_qty", row.minQty);
        readValid(rows, row.valid);
        rows.read("tax_included", row.taxIncluded);
        rows.readPercent("tax_pct", row.tax);
        tables.prices.push_back(std::move(row));
    }
}

void readFx(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        FxRow row;
        row.from = rows.key("from");
        row.to = rows.key("to");
        rows.key("date");
        rows.read("date", row.date);
        rows.key("rate");
        rows.read("rate", row.rate, Sign::Positive);
        tables.fx.push_back(std::move(row));
    }
}

void readTools(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        ToolRow row;
        rows.read("tool_id", row.toolId);
        row.itemCode = rows.key("item_code");
        rows.key("cost");
        rows.read("cost", row.cost);
        rows.read("currency", row.currency);
        rows.readPercent("prepaid_pct", row.prepaid);
        rows.readWord("mode",
            row.mode,
            {{"amortise", ToolMode::Amortise},
                {"amortize", ToolMode::Amortise},
                {"separate_line", ToolMode::SeparateLine},
                {"free", ToolMode::Free}});
        if (row.mode == ToolMode::Amortise)
            rows.key("amort_qty");
        rows.read("amort_qty", row.amortQty);
        rows.read("shipped", row.shipped);
        tables.tools.push_back(std::move(row));
    }
}

void readOverheads(TypedRows& rows, CostTables& tables)
{
    while (rows.next()) {
        OverheadRow row;
        rows.read("rule_id", row.ruleId);
        rows.read("seq", row.seq);
        rows.readWord(
            "level", row.level, {{"each", OverheadLevel::Each}, {"top", OverheadLevel::Top}});
        const QString base = rows.text("base");
        if (const auto set = elementSetOf(base))
            row.base = *set;
        else if (!base.isEmpty())
            rows.refuseWord("base", base, {QStringLiteral("MAT+LAB…"), QStringLiteral("ALL")});
        rows.readPercent("pct", row.pct, Sign::Any);
        readElement(rows, "target", row.target);
        rows.read("amount", row.amount, Sign::Any);
        rows.readWord("scope",
            row.scope,
            {{"all", OverheadScope::All},
                {"item_group", OverheadScope::ItemGroup},
                {"work_center", OverheadScope::WorkCenter}});
        rows.read("scope_key", row.scopeKey);
        readValid(rows, row.valid);
        tables.overheads.push_back(std::move(row));
    }
}

// clang-format off
const std::vector<CostingFile>& costingFileList()
{
    static const std::vector<CostingFile> files{
        {"uoms.csv", {"uom"}, {"uom", "category", "num", "den"}, readUoms},
        {"item_uoms.csv", {"item_code", "uom"}, {"item_code", "uom", "num", "den"}, readItemUoms},
        {"items.csv", {"item_code", "base_uom"},
            {"item_code", "name", "base_uom", "kind", "lot_policy", "costing_lot", "fixed_cost",
             "fixed_currency", "fixed_date", "preferred_supplier", "element", "cost_source", "group",
             "moq", "order_multiple"}, readItems},
        {"boms.csv", {"bom_id", "item_code"},
            {"bom_id", "item_code", "revision", "status", "valid_from", "valid_to", "qty", "uom",
             "yield_pct"}, readBoms},
        {"bom_lines.csv", {"bom_id", "component"},
            {"bom_id", "line_no", "type", "component", "qty", "uom", "fixed_qty", "scrap_pct",
             "scrap_mode", "explode", "supply", "op_seq", "value_method", "share_pct",
             "credit_price", "alt_group", "alt_priority"}, readBomLines},
        {"operations.csv", {"bom_id", "op_seq"},
            {"bom_id", "op_seq", "name", "work_center", "setup_min", "run_min", "basis",
             "units_per_cycle", "cycle_rounding", "efficiency_pct", "crew", "yield_pct",
             "piece_price", "outside_item", "outside_qty", "outside_uom", "min_charge",
             "setup_every"}, readOperations},
        {"work_centers.csv", {"work_center"},
            {"work_center", "machine_rate", "labor_rate", "currency", "valid_from", "valid_to"},
            readWorkCenters},
        {"prices.csv", {"item_code", "price"},
            {"price_id", "item_code", "supplier", "currency", "price", "price_per", "uom", "min_qty",
             "valid_from", "valid_to", "tax_included", "tax_pct"}, readPrices},
        {"fx.csv", {"from", "to", "date", "rate"}, {"from", "to", "date", "rate"}, readFx},
        {"tools.csv", {"item_code", "cost"},
            {"tool_id", "item_code", "cost", "currency", "prepaid_pct", "amort_qty", "mode",
             "shipped"}, readTools},
        {"overheads.csv", {"base", "pct"},
            {"rule_id", "seq", "level", "base", "pct", "target", "amount", "scope", "scope_key",
             "valid_from", "valid_to"}, readOverheads},
    };
    return files;
}
// clang-format on

} // namespace

} // namespace costing_csv

Result<CostingFiles> readCostingFiles(const QString& directory)
{
    const QFileInfo info(directory);
    if (!info.isDir()) {
        return fail("DIRECTORY_MISSING",
            QStringLiteral("data"),
            {{QStringLiteral("file"), info.fileName()}});
    }
    const QDir folder(directory);
    CostingFiles result;
    ErrorList errors;
    for (const costing_csv::CostingFile& file : costing_csv::costingFileList()) {
        const QString name = QString::fromLatin1(file.name);
        if (!folder.exists(name) && name != QStringLiteral("items.csv"))
            continue;
        auto table = readCsvFile(folder.filePath(name));
        if (!table) {
            errors.add(table.error());
            continue;
        }
        TypedRows rows(name, std::move(*table), file.required, file.known, errors);
        file.read(rows, result.tables);
        for (const QString& column : rows.unknownColumns()) {
            result.warnings.push_back(Error::make("COLUMN_UNKNOWN",
                column,
                {{QStringLiteral("file"), name}, {QStringLiteral("column"), column}}));
        }
    }
    if (!errors.isEmpty())
        return fail(errors.combined());
    return result;
}

} // namespace chengdan::exchange
