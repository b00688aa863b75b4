// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_trace.h"

#include <QStringList>

namespace chengdan::quoting {

namespace {

/// Writes the lines of one node. Figures are those of the result, so the formula a person reads is
/// the one that was computed.
class TraceWriter {
public:
    TraceWriter(const CostInput& input,
        const CostResult& result,
        int node,
        std::optional<Element> wanted,
        Language language)
        : m_in(input)
        , m_result(result)
        , m_node(result.nodes[static_cast<std::size_t>(node)])
        , m_top(node == 0)
        , m_wanted(wanted)
        , m_language(language)
    {
    }

    std::vector<TraceLine> write()
    {
        if (m_node.use == NodeUse::Bought)
            writePrice();
        if (m_node.use == NodeUse::Made) {
            writeComponents();
            writeOperations();
            writeTools();
            writeOverheads();
            writeByproducts();
            writeQuotients();
        }
        if (m_top)
            writeTopOverheads();
        return std::move(m_lines);
    }

private:
    bool asked(Element element) const { return !m_wanted || *m_wanted == element; }
    QString word(const char* chinese, const char* english) const
    {
        return QString::fromUtf8(m_language == Language::Chinese ? chinese : english);
    }
    template <typename Rows>
    auto part(const Rows& rows, CostNode::Range range) const
    {
        return std::span(rows).subspan(static_cast<std::size_t>(range.first),
            static_cast<std::size_t>(range.last - range.first));
    }
    TraceLine& add(const QString& subject, const QString& formula, UnitCost amount)
    {
        TraceLine line;
        line.subject = subject;
        line.formula = formula + QStringLiteral(" = ") + amount.toString();
        line.amount = amount;
        m_lines.push_back(line);
        return m_lines.back();
    }

    void setPriceSource(TraceLine& line, const PricePick& pick, int item) const
    {
        if (pick.source == PriceSource::Row) {
            const PriceRow& row = m_in.price(pick.priceRow);
            QStringList words{row.priceId};
            if (!row.supplier.isEmpty())
                words.append(row.supplier);
            if (row.valid.from.isValid())
                words.append(row.valid.from.toString(Qt::ISODate));
            line.source = words.join(QStringLiteral(" · "));
            line.sourceDate = row.valid.from;
            line.supplier = row.supplier;
        } else if (pick.source == PriceSource::Fixed) {
            line.source = word("标准成本", "standard cost");
            line.sourceDate = m_in.item(item).fixedDate;
        } else if (pick.source == PriceSource::Override) {
            line.source = word("试算价", "what-if price");
        }
    }

    QString priceFormula(const PricePick& pick, int item) const
    {
        QString text;
        if (pick.source == PriceSource::Row) {
            const PriceRow& row = m_in.price(pick.priceRow);
            text = row.price.toString();
            if (row.pricePer.raw() != Quantity::kOne)
                text += QStringLiteral(" / ") + row.pricePer.toString();
            if (pick.factorNum != pick.factorDen)
                text += QStringLiteral(" / (%1/%2)").arg(pick.factorNum).arg(pick.factorDen);
            if (row.taxIncluded)
                text += QStringLiteral(" / (1 + %1 %)").arg(percentText(row.tax));
        } else if (pick.source == PriceSource::Fixed) {
            text = m_in.item(item).fixedCost.value_or(UnitPrice()).toString();
        } else {
            return pick.unitPrice.toString();
        }
        if (pick.fxRow >= 0) {
            text += pick.fxInverse ? QStringLiteral(" / ") : QStringLiteral(" × ");
            text += m_in.fx(pick.fxRow).rate.toString();
        }
        if (pick.whatIf.raw() != Rate::kOne)
            text += QStringLiteral(" × ") + pick.whatIf.toString();
        return text;
    }

    void writePrice()
    {
        if (!asked(m_in.item(m_node.item).element))
            return;
        TraceLine& line =
            add(m_node.code, priceFormula(m_node.price, m_node.item), m_node.price.unitPrice);
        line.perUnit = true;
        setPriceSource(line, m_node.price, m_node.item);
    }

    void writeComponents()
    {
        for (const LineCost& line : part(m_result.lines, m_node.lines)) {
            const CostNode& child = m_result.nodes[static_cast<std::size_t>(line.node)];
            if (child.use == NodeUse::Customer)
                continue;
            if (child.use == NodeUse::Bought) {
                const QString price = child.price.unitPrice.toString();
                if (asked(m_in.item(child.item).element)) {
                    setPriceSource(add(child.code,
                                       line.net.toString() + QStringLiteral(" × ") + price,
                                       line.amount),
                        child.price,
                        child.item);
                }
                if (asked(Element::Loss) && !line.loss.isZero()) {
                    setPriceSource(add(child.code,
                                       QStringLiteral("(%1 − %2) × %3")
                                           .arg(line.gross.toString(), line.net.toString(), price),
                                       line.loss),
                        child.price,
                        child.item);
                }
                continue;
            }
            writeMade(line, child);
        }
    }

    void writeMade(const LineCost& line, const CostNode& child)
    {
        for (Element element : kElements) {
            const UnitCost unit = child.unit[slot(element)];
            if (!asked(element) || unit.isZero())
                continue;
            const auto amount =
                mulDiv(line.gross.raw(), unit.raw(), Quantity::kOne, Rounding::HalfUp);
            TraceLine& trace = add(child.code + QLatin1Char(' ') + elementCode(element),
                line.gross.toString() + QStringLiteral(" × ") + unit.toString(),
                UnitCost::fromRaw(amount.value_or(0)));
            trace.source = word("版本 ", "revision ") + m_in.bom(child.bom).revision;
            trace.sourceDate = m_in.bom(child.bom).valid.from;
        }
    }

    void writeOperations()
    {
        for (const OperationCost& cost : part(m_result.operations, m_node.operations)) {
            if (cost.operation < 0)
                continue;
            const OperationRow& row = m_in.operation(cost.operation);
            const QString subject = QStringLiteral("%1 %2").arg(row.opSeq).arg(
                row.name.isEmpty() ? row.workCenter : row.name);
            const QString machine = cost.rateRow < 0
                ? QStringLiteral("?")
                : m_in.rate(cost.rateRow).machineRate.toString();
            const QString labor = cost.rateRow < 0 ? QStringLiteral("?")
                                                   : m_in.rate(cost.rateRow).laborRate.toString();
            const QString running =
                QStringLiteral("%1 × %2 min / 60%3 × ")
                    .arg(cost.runs.toString(), minutesText(row.runMs), byEfficiency(row));
            const auto timed = [&](Element element, const QString& formula, UnitCost amount) {
                if (asked(element) && !amount.isZero())
                    setRateSource(add(subject, formula, amount), cost.rateRow);
            };
            timed(Element::Set,
                QStringLiteral("%1 × %2 min / 60 × (%3 + %4 × %5)")
                    .arg(QString::number(cost.setups),
                        minutesText(row.setupMs),
                        machine,
                        labor,
                        row.crew.toString()),
                cost.setup);
            timed(Element::Mac, running + machine, cost.machine);
            timed(Element::Lab,
                running + labor + QStringLiteral(" × ") + row.crew.toString(),
                cost.labor);
            if (asked(Element::Lab) && !cost.piece.isZero())
                add(subject,
                    cost.entering.toString() + QStringLiteral(" × ") + row.piecePrice.toString(),
                    cost.piece);
            if (asked(Element::Out) && cost.outsideNode >= 0)
                writeOutside(subject, row, cost);
        }
    }

    void writeOutside(const QString& subject, const OperationRow& row, const OperationCost& cost)
    {
        const CostNode& service = m_result.nodes[static_cast<std::size_t>(cost.outsideNode)];
        QString formula = QStringLiteral("%1 × %2 × %3")
                              .arg(cost.entering.toString(),
                                  row.outsideQty.toString(),
                                  service.price.unitPrice.toString());
        if (cost.minCharge)
            formula = QStringLiteral("max(%1, %2)").arg(formula, row.minCharge.toString());
        setPriceSource(add(subject, formula, cost.outside), service.price, service.item);
    }

    void setRateSource(TraceLine& line, int rateRow) const
    {
        if (rateRow < 0) {
            line.source = word("试算费率", "what-if rate");
            return;
        }
        const WorkCenterRateRow& row = m_in.rate(rateRow);
        line.source = row.workCenter;
        if (row.valid.from.isValid())
            line.source += QStringLiteral(" · ") + row.valid.from.toString(Qt::ISODate);
        if (!row.currency.isEmpty() && row.currency != m_result.baseCurrency)
            line.source += QStringLiteral(" · ") + row.currency;
        line.sourceDate = row.valid.from;
    }
    static QString minutesText(qint64 milliseconds)
    {
        const auto micro =
            mulDiv(milliseconds, Quantity::kOne, 60'000, Rounding::HalfUp).value_or(0);
        return Quantity::fromRaw(micro).toString();
    }
    static QString byEfficiency(const OperationRow& row)
    {
        if (row.efficiency.raw() == Rate::kOne)
            return {};
        return QStringLiteral(" / %1 %").arg(percentText(row.efficiency));
    }

    void writeTools()
    {
        for (const ToolCost& cost : part(m_result.tools, m_node.tools)) {
            const ToolRow& row = m_in.tool(cost.tool);
            if (!asked(Element::Tool))
                continue;
            add(row.toolId,
                QStringLiteral("%1 × (1 − %2 %) / %3 × %4")
                    .arg(row.cost.toString(),
                        percentText(row.prepaid),
                        row.amortQty.toString(),
                        m_node.lot.toString()),
                cost.amount)
                .source = row.currency;
        }
    }

    QString overheadFormula(
        const OverheadCost& cost, const OverheadRow& row, const QString& units) const
    {
        QString text =
            QStringLiteral("%1 (%2) × %3 %")
                .arg(cost.base.toString(), elementSetText(row.base), percentText(row.pct));
        if (!row.amount.isZero())
            text += QStringLiteral(" + %1 × %2").arg(row.amount.toString(), units);
        return text;
    }
    void writeOverheads()
    {
        for (const OverheadCost& cost : part(m_result.overheads, m_node.overheads)) {
            const OverheadRow& row = m_in.overhead(cost.rule);
            if (asked(row.target))
                add(row.ruleId, overheadFormula(cost, row, m_node.lot.toString()), cost.amount);
        }
    }
    void writeTopOverheads()
    {
        for (const OverheadCost& cost : m_result.topOverheads) {
            const OverheadRow& row = m_in.overhead(cost.rule);
            if (asked(row.target))
                add(row.ruleId, overheadFormula(cost, row, QStringLiteral("1")), cost.amount)
                    .perUnit = true;
        }
    }

    void writeByproducts()
    {
        for (const ByproductCost& cost : part(m_result.byproducts, m_node.byproducts)) {
            if (cost.line < 0)
                continue;
            const CostLine& row = m_in.line(cost.line);
            if (row.valueMethod == ByproductValue::Credit && asked(Element::Rec))
                add(cost.code,
                    QStringLiteral("−%1 × %2").arg(cost.quantity.toString(), cost.unit.toString()),
                    cost.amount);
        }
    }

    /// The last step of each element: lot total over lot, after what by-products took.
    void writeQuotients()
    {
        QString shares;
        for (const ByproductCost& cost : part(m_result.byproducts, m_node.byproducts)) {
            if (cost.line >= 0 && m_in.line(cost.line).valueMethod == ByproductValue::Share)
                shares += QStringLiteral(" − %1 %").arg(percentText(m_in.line(cost.line).share));
        }
        for (Element element : kElements) {
            const UnitCost total = m_node.total[slot(element)];
            if (!asked(element) || total.isZero())
                continue;
            UnitCost unit = m_node.unit[slot(element)];
            if (m_top) { // before the overhead of level top
                for (const OverheadCost& cost : m_result.topOverheads) {
                    if (m_in.overhead(cost.rule).target == element)
                        unit = UnitCost::fromRaw(unit.raw() - cost.amount.raw());
                }
            }
            QString formula = total.toString();
            if (!shares.isEmpty())
                formula += QStringLiteral(" × (1%1)").arg(shares);
            add(elementCode(element), formula + QStringLiteral(" / ") + m_node.lot.toString(), unit)
                .perUnit = true;
        }
    }

    const CostInput& m_in;
    const CostResult& m_result;
    const CostNode& m_node;
    const bool m_top;
    const std::optional<Element> m_wanted;
    const Language m_language;
    std::vector<TraceLine> m_lines;
};

} // namespace

std::vector<TraceLine> traceOf(const CostInput& input,
    const CostResult& result,
    int node,
    std::optional<Element> element,
    Language language)
{
    if (node < 0 || static_cast<std::size_t>(node) >= result.nodes.size())
        return {};
    return TraceWriter(input, result, node, element, language).write();
}

} // namespace chengdan::quoting
