// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_input.h"
#include "core/quoting/cost_result.h"

#include <QWidget>

#include <memory>

class QTreeView;
class QTreeWidget;
class QLabel;

namespace chengdan::ui {

class CostTreeModel;
class ElementBars;
class MessageBar;
class Card;

/// A costing on screen: the tree, beside it the make-up by element, below it the formulas behind
/// the current row with the figures put in and the price row, date and supplier they came from.
/// Errors stand above, each with its path.
class CostView : public QWidget {
    Q_OBJECT
public:
    explicit CostView(QWidget* parent = nullptr);
    void setResult(std::shared_ptr<const quoting::CostInput> input,
        std::shared_ptr<const quoting::CostResult> result);
    QTreeView* tree() const { return m_tree; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fitColumns();
    void showMakeUp();
    void showNotes();
    void explainCurrent();
    std::shared_ptr<const quoting::CostInput> m_input;
    std::shared_ptr<const quoting::CostResult> m_result;
    CostTreeModel* m_model;
    QTreeView* m_tree;
    Card* m_explainCard;
    QTreeWidget* m_formulas;
    Card* m_makeUpCard;
    ElementBars* m_bars;
    QLabel* m_total;
    MessageBar* m_notes;
};

} // namespace chengdan::ui
