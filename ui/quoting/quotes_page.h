// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/quoting/cost_loader.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"

class QStackedWidget;

namespace chengdan::ui {

class ListPage;
class QuoteEditor;

/// Quotes: the list, and over it the editor of one quote. Enter opens, Ctrl+N begins a new one, Esc
/// goes back to the list; what was typed in the editor stays until it is saved or given up.
class QuotesPage : public Page {
    Q_OBJECT
public:
    /// Context and cache must outlive the page.
    QuotesPage(const access::Context& context,
        quoting::CostInputCache& costs,
        Navigator& navigator,
        QWidget* parent = nullptr);

    QuoteEditor& editor() { return *m_editor; }
    ListPage& list() { return *m_list; }

    QString title() const override;
    void activated() override;
    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    /// hints: "customer", "opportunity", "item" → local row numbers.
    bool startRecord(const QString& kind, const QVariantMap& hints) override;
    void findInPage() override;
    void savePage() override;
    void printPage() override;
    void refreshPage() override;
    bool closeInner() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;

private:
    void showEditor();
    QStackedWidget* m_stack;
    ListPage* m_list;
    QuoteEditor* m_editor;
};

} // namespace chengdan::ui
