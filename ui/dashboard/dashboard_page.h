// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/analytics/funnel.h"
#include "core/analytics/open_quotes.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"

class QLabel;
class QTableWidget;
class QTimer;

namespace chengdan::ui {

class Card;
class FunnelChart;
class KpiCard;
class MessageBar;

/// The home page: four figures, the funnel, the open quotes. Every figure opens the rows behind it.
class DashboardPage : public Page {
    Q_OBJECT
public:
    /// The context must outlive the page.
    DashboardPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    void activated() override;
    void refreshPage() override { load(); }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void load();
    void show();
    void showNothingYet();
    FunnelChart& chart();
    void showFunnel();
    void showQuotes();
    void retranslate();
    const access::Context& m_context;
    Navigator& m_navigator;
    struct Figures {
        analytics::Funnel funnel;
        analytics::OpenQuotes quotes;
    };
    Figures m_figures;
    bool m_known = false; ///< figures were read at least once
    qint64 m_loadedAt = -1;
    bool m_loading = false;
    bool m_again = false; ///< something changed while loading
    MessageBar* m_message;
    QLabel* m_asOf;
    KpiCard* m_open;
    KpiCard* m_weighted;
    KpiCard* m_offers;
    KpiCard* m_stuck;
    Card* m_funnelCard;
    FunnelChart* m_chart = nullptr; ///< made with the first figures: an empty one shows nothing
    Card* m_quotesCard;
    QTableWidget* m_list;
    QTimer* m_later; ///< loads when it runs out
    bool m_loadWhenPainted = false;
};

} // namespace chengdan::ui
