// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_snapshot.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chengdan::quoting {

namespace {

/// Writes the canonical text. Values are escaped so that no text can imitate another field.
class SnapshotWriter {
public:
    void add(const char* key, const QString& value)
    {
        QString escaped = value.normalized(QString::NormalizationForm_C);
        escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
        escaped.replace(QLatin1Char('\t'), QStringLiteral("\\t"));
        escaped.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
        m_text += QByteArray(key) + '\t' + escaped.toUtf8() + '\n';
    }
    void add(const char* key, qint64 value)
    {
        m_text += QByteArray(key) + '\t' + QByteArray::number(value) + '\n';
    }
    void add(const char* key, QDate value) { add(key, value.toString(Qt::ISODate)); }
    template <typename Tag, int Decimals>
    void add(const char* key, Fixed<Tag, Decimals> value)
    {
        add(key, value.raw());
    }
    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

class SnapshotBuilder {
public:
    SnapshotBuilder(const CostInput& input, const CostResult& result)
        : m_input(input)
        , m_result(result)
    {
    }
    QByteArray build(const CostRequest& request)
    {
        m_out.add("engine", kCostEngine);
        m_out.add("item", request.item);
        m_out.add("quantity", request.quantity);
        m_out.add("uom", request.uom);
        m_out.add("date", request.date);
        m_out.add("base_currency", request.baseCurrency);
        m_out.add("price_qty_basis", static_cast<qint64>(request.priceQtyBasis));
        m_out.add("annual_quantity", request.annualQuantity);
        for (const CostNode& node : m_result.nodes)
            addNode(node);
        for (const OverheadCost& overhead : m_result.topOverheads)
            addOverhead("top", overhead);
        m_out.add("c8", m_result.c8 ? m_result.c8->raw() : 0);
        m_out.add("c4", m_result.c4 ? m_result.c4->raw() : 0);
        return m_out.text();
    }

private:
    void addNode(const CostNode& node)
    {
        m_out.add("node", node.code);
        m_out.add("use", static_cast<qint64>(node.use));
        m_out.add("lot", node.lot);
        m_out.add("required", node.required);
        if (node.item >= 0) {
            const ItemRow& item = m_input.item(node.item);
            m_out.add("base_uom", item.baseUom);
            m_out.add("element", elementCode(item.element));
            m_out.add("lot_policy", static_cast<qint64>(item.lotPolicy));
            m_out.add("costing_lot", item.costingLot);
        }
        if (node.bom >= 0)
            addBom(m_input.bom(node.bom));
        addPrice(node.price);
        for (int i = node.lines.first; i < node.lines.last; ++i)
            addLine(m_result.lines[static_cast<std::size_t>(i)]);
        for (int i = node.byproducts.first; i < node.byproducts.last; ++i)
            addByproduct(m_result.byproducts[static_cast<std::size_t>(i)]);
        for (int i = node.operations.first; i < node.operations.last; ++i)
            addOperation(m_result.operations[static_cast<std::size_t>(i)]);
        for (int i = node.tools.first; i < node.tools.last; ++i)
            addTool(m_result.tools[static_cast<std::size_t>(i)]);
        for (int i = node.overheads.first; i < node.overheads.last; ++i)
            addOverhead("overhead", m_result.overheads[static_cast<std::size_t>(i)]);
        for (const Element element : kElements) {
            const qint64 raw = node.unit[slot(element)].raw();
            if (raw != 0)
                m_out.add(elementCode(element).toLatin1().constData(), raw);
        }
    }
    void addBom(const BomRow& bom)
    {
        m_out.add("bom_revision", bom.revision);
        m_out.add("bom_from", bom.valid.from);
        m_out.add("bom_qty", bom.qty);
        m_out.add("bom_uom", bom.uom);
        m_out.add("bom_yield", bom.yield);
    }
    void addPrice(const PricePick& pick)
    {
        m_out.add("price_source", static_cast<qint64>(pick.source));
        if (pick.source == PriceSource::None)
            return;
        m_out.add("unit_price", pick.unitPrice);
        m_out.add("break_quantity", pick.breakQuantity);
        m_out.add("factor_num", pick.factorNum);
        m_out.add("factor_den", pick.factorDen);
        if (pick.priceRow >= 0) {
            const PriceRow& row = m_input.price(pick.priceRow);
            m_out.add("price_id", row.priceId);
            m_out.add("supplier", row.supplier);
            m_out.add("price", row.price);
            m_out.add("price_currency", row.currency);
            m_out.add("price_per", row.pricePer);
            m_out.add("price_uom", row.uom);
            m_out.add("price_from", row.valid.from);
            m_out.add("price_taxed", row.taxIncluded ? 1 : 0);
            m_out.add("price_tax", row.tax);
        }
        if (pick.fxRow >= 0) {
            const FxRow& fx = m_input.fx(pick.fxRow);
            m_out.add("fx", fx.from + QLatin1Char('/') + fx.to);
            m_out.add("fx_date", fx.date);
            m_out.add("fx_rate", fx.rate);
        }
    }
    void addLine(const LineCost& cost)
    {
        const CostLine& line = m_input.line(cost.line);
        m_out.add("line", line.lineNo);
        m_out.add("component", m_input.componentCode(cost.line));
        m_out.add("qty", line.qty);
        m_out.add("uom", m_input.lineUom(cost.line));
        m_out.add("fixed_qty", line.fixedQty);
        m_out.add("scrap", line.scrap);
        m_out.add("scrap_mode", static_cast<qint64>(line.scrapMode));
        m_out.add("explode", line.explode ? 1 : 0);
        m_out.add("supply", static_cast<qint64>(line.supply));
        if (cost.phantom >= 0)
            m_out.add("phantom", m_input.item(cost.phantom).code);
        m_out.add("net", cost.net);
        m_out.add("gross", cost.gross);
        m_out.add("amount", cost.amount);
        m_out.add("loss", cost.loss);
    }
    void addByproduct(const ByproductCost& cost)
    {
        const CostLine& line = m_input.line(cost.line);
        m_out.add("byproduct", m_input.componentCode(cost.line));
        m_out.add("value_method", static_cast<qint64>(line.valueMethod));
        m_out.add("qty", line.qty);
        m_out.add("share", line.share);
        m_out.add("credit_price", line.creditPrice);
        m_out.add("amount", cost.amount);
    }
    void addOperation(const OperationCost& cost)
    {
        const OperationRow& row = m_input.operation(cost.operation);
        m_out.add("operation", row.opSeq);
        m_out.add("work_center", row.workCenter);
        m_out.add("setup_ms", row.setupMs);
        m_out.add("run_ms", row.runMs);
        m_out.add("basis", static_cast<qint64>(row.basis));
        m_out.add("units_per_cycle", row.unitsPerCycle);
        m_out.add("cycle_rounding", static_cast<qint64>(row.cycleRounding));
        m_out.add("efficiency", row.efficiency);
        m_out.add("crew", row.crew);
        m_out.add("op_yield", row.yield);
        m_out.add("piece_price", row.piecePrice);
        m_out.add("outside_item", row.outsideItem);
        m_out.add("outside_qty", row.outsideQty);
        m_out.add("min_charge", row.minCharge);
        m_out.add("setup_every", row.setupEvery);
        if (cost.rateRow >= 0) {
            const WorkCenterRateRow& rate = m_input.rate(cost.rateRow);
            m_out.add("machine_rate", rate.machineRate);
            m_out.add("labor_rate", rate.laborRate);
            m_out.add("rate_currency", rate.currency);
            m_out.add("rate_from", rate.valid.from);
        }
        m_out.add("setup", cost.setup);
        m_out.add("machine", cost.machine);
        m_out.add("labor", cost.labor);
        m_out.add("piece", cost.piece);
        m_out.add("outside", cost.outside);
    }
    void addTool(const ToolCost& cost)
    {
        const ToolRow& tool = m_input.tool(cost.tool);
        m_out.add("tool", tool.toolId);
        m_out.add("tool_cost", tool.cost);
        m_out.add("tool_currency", tool.currency);
        m_out.add("prepaid", tool.prepaid);
        m_out.add("amort_qty", tool.amortQty);
        m_out.add("amount", cost.amount);
    }
    void addOverhead(const char* key, const OverheadCost& cost)
    {
        const OverheadRow& rule = m_input.overhead(cost.rule);
        m_out.add(key, rule.ruleId);
        m_out.add("base", elementSetText(rule.base));
        m_out.add("pct", rule.pct);
        m_out.add("per_unit", rule.amount);
        m_out.add("target", elementCode(rule.target));
        m_out.add("amount", cost.amount);
    }

    const CostInput& m_input;
    const CostResult& m_result;
    SnapshotWriter m_out;
};

QJsonArray notesArray(const std::vector<CostNote>& notes)
{
    QJsonArray array;
    for (const CostNote& note : notes) {
        QJsonArray args;
        for (const auto& [name, value] : note.error.args)
            args.append(QJsonArray{name, value});
        array.append(QJsonObject{{QStringLiteral("code"), note.error.code},
            {QStringLiteral("args"), args},
            {QStringLiteral("item"), note.item},
            {QStringLiteral("path"), QJsonArray::fromStringList(note.path)}});
    }
    return array;
}

std::vector<CostNote> notesOfArray(const QJsonArray& array)
{
    std::vector<CostNote> notes;
    for (const QJsonValue& entry : array) {
        const QJsonObject object = entry.toObject();
        CostNote note;
        note.error.code = object.value(QStringLiteral("code")).toString();
        for (const QJsonValue& pair : object.value(QStringLiteral("args")).toArray())
            note.error.args.append(
                {pair.toArray().at(0).toString(), pair.toArray().at(1).toString()});
        note.item = object.value(QStringLiteral("item")).toString();
        for (const QJsonValue& hop : object.value(QStringLiteral("path")).toArray())
            note.path.append(hop.toString());
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

SnapshotText snapshotOf(
    const CostInput& input, const CostRequest& request, const CostResult& result)
{
    SnapshotText snapshot;
    snapshot.content = SnapshotBuilder(input, result).build(request);
    snapshot.hash = QString::fromLatin1(
        QCryptographicHash::hash(snapshot.content, QCryptographicHash::Sha256).toHex());
    return snapshot;
}

QString elementsJson(const ElementVector& elements)
{
    QJsonObject object;
    for (const Element element : kElements) {
        if (!elements[slot(element)].isZero())
            object.insert(elementCode(element), elements[slot(element)].toFullString());
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ElementVector elementsOfJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    ElementVector elements{};
    for (const Element element : kElements) {
        const QString text = object.value(elementCode(element)).toString();
        if (const auto cost = UnitCost::parse(text))
            elements[slot(element)] = *cost;
    }
    return elements;
}

QString problemsJson(const std::vector<CostNote>& errors, const std::vector<CostNote>& warnings)
{
    if (errors.empty() && warnings.empty())
        return QStringLiteral("{}");
    const QJsonObject object{{QStringLiteral("errors"), notesArray(errors)},
        {QStringLiteral("warnings"), notesArray(warnings)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

CostProblems problemsOfJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    return {notesOfArray(object.value(QStringLiteral("errors")).toArray()),
        notesOfArray(object.value(QStringLiteral("warnings")).toArray())};
}

} // namespace chengdan::quoting
