// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/quoting/cost_loader.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"

class QDateEdit;
class QLabel;
class QPushButton;

namespace chengdan::ui {

class CostView;
class EmptyState;
class FormField;
class LookupEdit;
class NumberEdit;
class MessageBar;

/// What an item costs: pick the item, a lot and a date; the tree, the make-up and every formula
/// follow at once.
class ItemCostPage : public Page {
    Q_OBJECT
public:
    /// Context and cache must outlive the page.
    ItemCostPage(const access::Context& context,
        quoting::CostInputCache& cache,
        Navigator& navigator,
        QWidget* parent = nullptr);

    QString title() const override;
    void activated() override;
    bool showRecord(const QString& kind, qint64 key) override;
    void findInPage() override;
    void refreshPage() override { recost(); }
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void recost();
    void retranslate();
    void showOrAsk();
    void startQuote();
    const access::Context& m_context;
    quoting::CostInputCache& m_cache;
    Navigator& m_navigator;
    LookupEdit* m_item;
    NumberEdit* m_lot;
    QDateEdit* m_date;
    FormField* m_itemField;
    FormField* m_lotField;
    FormField* m_dateField;
    QPushButton* m_quote;
    CostView* m_view;
    EmptyState* m_empty;
    MessageBar* m_message;
};

} // namespace chengdan::ui
