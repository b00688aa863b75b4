// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"
#include "core/quoting/cost_trace.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace chengdan::ui {

/// A costing as a tree: the asked item, its BOM lines, operations, tools, overheads and
/// by-products, level by level. Children are made when a branch is opened, so a BOM of thousands of
/// lines costs nothing until it is looked at.
class CostTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Column { Name, Revision, Quantity, Unit, UnitCost, Amount, Share, Source, Count };

    explicit CostTreeModel(QObject* parent = nullptr);
    ~CostTreeModel() override;

    /// Shows this costing; both are kept alive as long as they are shown. Null clears.
    void setResult(std::shared_ptr<const quoting::CostInput> input,
        std::shared_ptr<const quoting::CostResult> result);
    /// Language of formulas and notes.
    void setLanguage(Language language);
    /// Where the figure of this cell comes from, figures put in; one line each.
    std::vector<quoting::TraceLine> explain(const QModelIndex& index) const;
    /// What stands in the first column, for headings.
    QString nameOf(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class Kind { Node, Line, Operation, Tool, Overhead, TopOverhead, Byproduct };
    struct Entry;
    Entry* entryOf(const QModelIndex& index) const;
    void openEntry(Entry& entry) const;
    int costedNode(const Entry& entry) const;
    QString text(const Entry& entry, Column column) const;
    QString lineText(const Entry& entry, Column column) const;
    QString nodeText(const Entry& entry, Column column) const;
    QString operationText(const Entry& entry, Column column) const;
    QString priceSource(const quoting::CostNode& node) const;
    UnitCost amountOf(const Entry& entry) const;
    UnitCost topTotal() const;

    std::shared_ptr<const quoting::CostInput> m_input;
    std::shared_ptr<const quoting::CostResult> m_result;
    std::unique_ptr<Entry> m_top;
    Language m_language = Language::Chinese;
};

} // namespace chengdan::ui
