// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/cost_tree_model.h"

#include "ui/shared/format.h"
#include "ui/theme/theme.h"

#include <QBrush>
#include <QFont>

namespace chengdan::ui {

using quoting::CostNode;
using quoting::NodeUse;

struct CostTreeModel::Entry {
    Kind kind = Kind::Node;
    int index = 0; ///< in the vector of its kind in CostResult
    int node = 0; ///< the node whose lot the amounts belong to
    int row = 0;
    Entry* parent = nullptr;
    bool opened = false;
    std::vector<std::unique_ptr<Entry>> children;
};

CostTreeModel::CostTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}
CostTreeModel::~CostTreeModel() = default;

void CostTreeModel::setResult(std::shared_ptr<const quoting::CostInput> input,
    std::shared_ptr<const quoting::CostResult> result)
{
    beginResetModel();
    m_input = std::move(input);
    m_result = std::move(result);
    m_top.reset();
    if (m_result && !m_result->nodes.empty())
        m_top = std::make_unique<Entry>();
    endResetModel();
}

void CostTreeModel::setLanguage(Language language)
{
    m_language = language;
    if (m_top)
        Q_EMIT dataChanged(index(0, 0), index(0, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

CostTreeModel::Entry* CostTreeModel::entryOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Entry*>(index.internalPointer()) : nullptr;
}

// The node whose branch an entry opens: its own, or the component's when that is made.
int CostTreeModel::costedNode(const Entry& entry) const
{
    if (entry.kind == Kind::Node)
        return entry.index;
    if (entry.kind == Kind::Line)
        return m_result->lines[static_cast<std::size_t>(entry.index)].node;
    return -1;
}

void CostTreeModel::openEntry(Entry& entry) const
{
    if (entry.opened)
        return;
    entry.opened = true;
    const int number = costedNode(entry);
    if (number < 0)
        return;
    const CostNode& node = m_result->nodes[static_cast<std::size_t>(number)];
    if (node.use != NodeUse::Made)
        return;
    const auto append = [&](Kind kind, CostNode::Range range) {
        for (int i = range.first; i < range.last; ++i) {
            auto child = std::make_unique<Entry>();
            child->kind = kind;
            child->index = i;
            child->node = number;
            child->parent = &entry;
            child->row = static_cast<int>(entry.children.size());
            entry.children.push_back(std::move(child));
        }
    };
    append(Kind::Line, node.lines);
    append(Kind::Operation, node.operations);
    append(Kind::Tool, node.tools);
    append(Kind::Overhead, node.overheads);
    append(Kind::Byproduct, node.byproducts);
    if (number == 0)
        append(Kind::TopOverhead, {0, static_cast<int>(m_result->topOverheads.size())});
}

QModelIndex CostTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!m_top || row < 0 || column < 0 || column >= columnCount())
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(0, column, m_top.get()) : QModelIndex();
    Entry* entry = entryOf(parent);
    openEntry(*entry);
    if (static_cast<std::size_t>(row) >= entry->children.size())
        return {};
    return createIndex(row, column, entry->children[static_cast<std::size_t>(row)].get());
}

QModelIndex CostTreeModel::parent(const QModelIndex& child) const
{
    const Entry* entry = entryOf(child);
    if (entry == nullptr || entry->parent == nullptr)
        return {};
    return createIndex(entry->parent->row, 0, entry->parent);
}

int CostTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_top ? 1 : 0;
    if (parent.column() != 0)
        return 0;
    Entry* entry = entryOf(parent);
    openEntry(*entry);
    return static_cast<int>(entry->children.size());
}

int CostTreeModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(Column::Count);
}

bool CostTreeModel::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_top != nullptr;
    if (parent.column() != 0)
        return false;
    const int node = costedNode(*entryOf(parent));
    return node >= 0 && m_result->nodes[static_cast<std::size_t>(node)].use == NodeUse::Made;
}

UnitCost CostTreeModel::amountOf(const Entry& entry) const
{
    const auto at = static_cast<std::size_t>(entry.index);
    switch (entry.kind) {
    case Kind::Node: {
        const CostNode& node = m_result->nodes[at];
        qint64 sum = 0;
        for (const UnitCost element : node.total)
            sum += element.raw();
        return UnitCost::fromRaw(sum);
    }
    case Kind::Line: {
        const auto& line = m_result->lines[at];
        return UnitCost::fromRaw(line.amount.raw() + line.loss.raw());
    }
    case Kind::Operation: {
        const auto& done = m_result->operations[at];
        return UnitCost::fromRaw(done.setup.raw() + done.machine.raw() + done.labor.raw()
            + done.piece.raw() + done.outside.raw());
    }
    case Kind::Tool:
        return m_result->tools[at].amount;
    case Kind::Overhead:
        return m_result->overheads[at].amount;
    case Kind::TopOverhead:
        return m_result->topOverheads[at].amount;
    case Kind::Byproduct:
        return m_result->byproducts[at].amount;
    }
    return {};
}

QString CostTreeModel::priceSource(const CostNode& node) const
{
    switch (node.price.source) {
    case quoting::PriceSource::Row: {
        const auto& row = m_input->price(node.price.priceRow);
        QStringList parts{row.supplier};
        if (row.valid.from.isValid())
            parts += row.valid.from.toString(Qt::ISODate);
        parts += row.currency;
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    case quoting::PriceSource::Fixed:
        return tr("Standard cost");
    case quoting::PriceSource::Override:
        return tr("What-if price");
    case quoting::PriceSource::None:
        break;
    }
    return node.use == NodeUse::Customer ? tr("Supplied by the customer") : QString();
}

QString CostTreeModel::nodeText(const Entry& entry, Column column) const
{
    const CostNode& node = m_result->nodes[static_cast<std::size_t>(costedNode(entry))];
    const auto& item = m_input->item(node.item);
    switch (column) {
    case Column::Name:
        return node.code + QStringLiteral("  ") + item.name;
    case Column::Revision:
        return node.bom >= 0 ? m_input->bom(node.bom).revision : QString();
    case Column::Quantity:
        return quantityText(node.lot);
    case Column::Unit:
        return item.baseUom;
    case Column::UnitCost:
        return node.complete
            ? unitCostText(node.use == NodeUse::Bought ? node.price.unitPrice : node.unitTotal(), 4)
            : noValue();
    case Column::Amount:
        return node.complete ? unitCostText(amountOf(entry), 2) : noValue();
    case Column::Source:
        return priceSource(node);
    default:
        return {};
    }
}

QString CostTreeModel::lineText(const Entry& entry, Column column) const
{
    const auto& line = m_result->lines[static_cast<std::size_t>(entry.index)];
    if (column == Column::Quantity)
        return quantityText(line.gross);
    if (column == Column::Amount) {
        const bool complete = m_result->nodes[static_cast<std::size_t>(line.node)].complete;
        return complete ? unitCostText(amountOf(entry), 2) : noValue();
    }
    return nodeText(entry, column);
}

QString CostTreeModel::operationText(const Entry& entry, Column column) const
{
    const auto& done = m_result->operations[static_cast<std::size_t>(entry.index)];
    const auto& operation = m_input->operation(done.operation);
    switch (column) {
    case Column::Name:
        return QStringLiteral("%1  %2").arg(QString::number(operation.opSeq), operation.name);
    case Column::Quantity:
        return quantityText(done.minutes);
    case Column::Unit:
        return tr("min");
    case Column::Source:
        return operation.workCenter;
    default:
        return {};
    }
}

QString CostTreeModel::text(const Entry& entry, Column column) const
{
    const auto at = static_cast<std::size_t>(entry.index);
    if (entry.kind == Kind::Node)
        return nodeText(entry, column);
    if (entry.kind == Kind::Line)
        return lineText(entry, column);
    if (column == Column::Amount)
        return unitCostText(amountOf(entry), 2);
    if (entry.kind == Kind::Operation)
        return operationText(entry, column);
    if (column != Column::Name)
        return {};
    switch (entry.kind) {
    case Kind::Tool:
        return tr("Tool %1").arg(m_input->tool(m_result->tools[at].tool).toolId);
    case Kind::Overhead:
        return tr("Overhead %1").arg(m_input->overhead(m_result->overheads[at].rule).ruleId);
    case Kind::TopOverhead:
        return tr("Overhead %1, for one unit")
            .arg(m_input->overhead(m_result->topOverheads[at].rule).ruleId);
    case Kind::Byproduct:
        return tr("By-product %1").arg(m_input->item(m_result->byproducts[at].item).code);
    default:
        return {};
    }
}

UnitCost CostTreeModel::topTotal() const
{
    return amountOf(*m_top);
}

QVariant CostTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = *entryOf(index);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (column == Column::Share) {
            const qint64 whole = entry.parent != nullptr && entry.node == 0 ? topTotal().raw() : 0;
            if (whole <= 0 || entry.kind == Kind::TopOverhead)
                return {};
            const auto share = mulDiv(amountOf(entry).raw(), Rate::kOne, whole, Rounding::HalfUp);
            return share ? rateText(Rate::fromRaw(*share)) : QString();
        }
        return text(entry, column);
    case Qt::TextAlignmentRole: {
        const bool figure = column == Column::Quantity || column == Column::UnitCost
            || column == Column::Amount || column == Column::Share;
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
        if (entry.kind != Kind::Node && entry.kind != Kind::Line && column == Column::Name)
            return QBrush(themeColor(Token::Text2));
        return {};
    case Qt::ToolTipRole:
        return text(entry, column);
    default:
        return {};
    }
}

QVariant CostTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool figure = column == Column::Quantity || column == Column::UnitCost
            || column == Column::Amount || column == Column::Share;
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name:
        return tr("Item or operation");
    case Column::Revision:
        return tr("Rev.");
    case Column::Quantity:
        return tr("Lot quantity");
    case Column::Unit:
        return tr("Unit");
    case Column::UnitCost:
        return tr("Unit cost");
    case Column::Amount:
        return tr("Lot amount");
    case Column::Share:
        return tr("Share");
    case Column::Source:
        return tr("Price row or work centre");
    case Column::Count:
        break;
    }
    return {};
}

std::vector<quoting::TraceLine> CostTreeModel::explain(const QModelIndex& index) const
{
    const Entry* entry = entryOf(index);
    if (entry == nullptr)
        return {};
    const int own = costedNode(*entry);
    if (own >= 0) {
        auto lines = quoting::traceOf(*m_input, *m_result, own, std::nullopt, m_language);
        return lines;
    }
    // An operation, tool or rule is explained by the lines of its node that name it.
    auto lines = quoting::traceOf(*m_input, *m_result, entry->node, std::nullopt, m_language);
    const QString subject = text(*entry, Column::Name).section(QStringLiteral("  "), -1);
    std::vector<quoting::TraceLine> mine;
    for (const auto& line : lines) {
        if (line.subject.contains(subject))
            mine.push_back(line);
    }
    return mine.empty() ? lines : mine;
}

QString CostTreeModel::nameOf(const QModelIndex& index) const
{
    const Entry* entry = entryOf(index);
    return entry == nullptr ? QString() : text(*entry, Column::Name);
}

} // namespace chengdan::ui
