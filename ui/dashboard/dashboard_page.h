// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/analytics/funnel.h"
#include "core/analytics/open_quotes.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"

#include <QElapsedTimer>

#include <memory>

class QLabel;
class QPushButton;
class QTableWidget;
class QTimer;

namespace chengdan {
struct JobStatus;
}

namespace chengdan::ui {

class Card;
class FunnelChart;
class KpiCard;
class MessageBar;

/// The home page: four figures, the funnel, the open quotes. Every figure opens the rows behind it.
/// While figures of a long file are worked out it says how far that is, and the person can stop it.
class DashboardPage : public Page {
    Q_OBJECT
public:
    /// The context must outlive the page.
    DashboardPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    void activated() override;
    void refreshPage() override { begin(); }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Figures;
    void begin();
    void load();
    void takeEnd(const JobStatus& status, const std::shared_ptr<Figures>& figures);
    void stopOrBegin();
    void show();
    void showWork();
    void showNothingYet();
    void showFigures();
    FunnelChart& chart();
    void showFunnel();
    void showQuotes();
    void retranslate();
    const access::Context& m_context;
    Navigator& m_navigator;
    std::shared_ptr<Figures> m_figures; ///< null until they were read once
    std::shared_ptr<Figures> m_coming; ///< being worked out
    qint64 m_job = 0;
    bool m_stopped = false; ///< by the person; only the person begins again
    qint64 m_tookMs = 0; ///< the last time
    QElapsedTimer m_since;
    qint64 m_loadedAt = -1;
    bool m_again = false; ///< something changed while loading
    MessageBar* m_message;
    QLabel* m_asOf;
    QLabel* m_work; ///< how far the figures are
    QPushButton* m_stop; ///< stops that, or begins again
    KpiCard* m_open;
    KpiCard* m_weighted;
    KpiCard* m_offers;
    KpiCard* m_stuck;
    Card* m_funnelCard;
    QLabel* m_noFunnel; ///< stands where the funnel will be
    FunnelChart* m_chart = nullptr; ///< made with the first figures: an empty one shows nothing
    Card* m_quotesCard;
    QTableWidget* m_list;
    QTimer* m_later; ///< loads when it runs out
    QTimer* m_told; ///< says anew how far the figures are
    bool m_loadWhenPainted = false;
};

} // namespace chengdan::ui
