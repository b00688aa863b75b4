// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_page.h"

#include "core/storage/cancel.h"
#include "ui/dashboard/funnel_chart.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <atomic>
#include <utility>

namespace chengdan::ui {

namespace {

constexpr int kShownQuotes = 12;
constexpr int kUnseenMs = 20; ///< a page nobody sees is loaded all the same
constexpr int kToldEveryMs = 300; ///< and not before that: most files are done by then
constexpr qint64 kLongMs = 1000; ///< figures that take longer are not begun with every commit …
constexpr qint64 kRestFactor = 4; ///< … but after a rest of that many times as long
constexpr int kExpiredRole = Qt::UserRole + 1;

/// The word of an expired date in the danger colour of the theme at the time of painting.
class OpenQuoteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(kExpiredRole).toBool())
            option->palette.setColor(QPalette::Text, themeColor(Token::Danger));
    }
};

QString countText(qint64 count)
{
    return grouped(QString::number(count));
}

// Words made with %n, which knows no separators.
QString withGroupedCount(QString words, qint64 count)
{
    return words.replace(QString::number(count), countText(count));
}

QString barName(const pipeline::Stage& stage)
{
    return currentLanguage() == Language::English && !stage.nameEn.isEmpty() ? stage.nameEn
                                                                             : stage.name;
}

} // namespace

struct DashboardPage::Figures {
    analytics::Funnel funnel;
    analytics::OpenQuotes quotes;
    std::atomic<qint64> read = 0; ///< rows, told while they are worked out
    std::atomic<qint64> rows = 0; ///< about how many there are; 0: not known
};

DashboardPage::DashboardPage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_message(new MessageBar(QStringLiteral("dashboardMessage"), this))
    , m_asOf(new QLabel(this))
    , m_work(new QLabel(this))
    , m_stop(new QPushButton(this))
    , m_open(new KpiCard(QStringLiteral("target"), QStringLiteral("kpiOpen"), this))
    , m_weighted(new KpiCard(QStringLiteral("funnel"), QStringLiteral("kpiWeighted"), this))
    , m_offers(new KpiCard(QStringLiteral("file-text"), QStringLiteral("kpiQuotes"), this))
    , m_stuck(new KpiCard(QStringLiteral("clock-alert"), QStringLiteral("kpiStuck"), this))
    , m_funnelCard(new Card(QStringLiteral("funnelCard"), this))
    , m_noFunnel(new QLabel(m_funnelCard))
    , m_quotesCard(new Card(QStringLiteral("openQuotesCard"), this))
    , m_list(new QTableWidget(m_quotesCard))
    , m_later(new QTimer(this))
    , m_told(new QTimer(this))
{
    m_later->setSingleShot(true);
    m_told->setInterval(kToldEveryMs);
    connect(m_told, &QTimer::timeout, this, &DashboardPage::showWork);
    connect(m_later, &QTimer::timeout, this, [this] {
        if (m_loadedAt != m_context.database.commits())
            load();
    });
    setObjectName(QStringLiteral("dashboardPage"));
    setRole(m_asOf, "cap");
    m_work->setObjectName(QStringLiteral("dashboardWork"));
    setRole(m_work, "cap2");
    m_stop->setObjectName(QStringLiteral("dashboardStop"));
    setKind(m_stop, "link");
    connect(m_stop, &QPushButton::clicked, this, &DashboardPage::stopOrBegin);
    m_noFunnel->setObjectName(QStringLiteral("noFunnel"));
    m_noFunnel->setAlignment(Qt::AlignCenter);
    m_noFunnel->setWordWrap(true);
    setRole(m_noFunnel, "body2");
    m_funnelCard->body()->addWidget(m_noFunnel, 1);
    m_message->hide();
    m_list->setObjectName(QStringLiteral("openQuotesList"));
    m_list->setColumnCount(4);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setHighlightSections(false);
    const auto fit = [this] { m_list->verticalHeader()->setDefaultSectionSize(themePx(32)); };
    connect(&Theme::instance(), &Theme::themeChanged, this, fit);
    fit();
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->setItemDelegate(new OpenQuoteDelegate(m_list));
    m_quotesCard->body()->addWidget(m_list, 1);
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::kSpace3);
    head->addWidget(m_work);
    head->addWidget(m_stop);
    head->addStretch();
    head->addWidget(m_asOf);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(16);
    for (KpiCard* card : {m_open, m_weighted, m_offers, m_stuck})
        figures->addWidget(card, 1);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(16);
    lower->addWidget(m_funnelCard, 3);
    lower->addWidget(m_quotesCard, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addLayout(figures);
    layout->addLayout(lower, 1);
    const auto opportunities = [this] { m_navigator.openPage(QStringLiteral("opportunities")); };
    for (KpiCard* card : {m_open, m_weighted, m_stuck})
        connect(card, &KpiCard::opened, this, opportunities);
    connect(m_offers, &KpiCard::opened, this, [this] {
        m_navigator.openPage(QStringLiteral("quotes"));
    });
    connect(m_list, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* item) {
        const qint64 key = m_list->item(item->row(), 0)->data(Qt::UserRole).toLongLong();
        m_navigator.openRecord(QStringLiteral("quote"), key);
    });
    connect(
        &m_context.database.notices(),
        &storage::ChangeNotices::committed,
        this,
        [this] {
            m_loadedAt = -1;
            if (!isVisible() || m_stopped || m_later->isActive())
                return;
            if (m_tookMs < kLongMs)
                load();
            else
                m_later->start(static_cast<int>(qMin<qint64>(m_tookMs * kRestFactor, 600'000)));
        },
        Qt::QueuedConnection);
    retranslate();
}

QString DashboardPage::title() const
{
    return tr("Home");
}

void DashboardPage::activated()
{
    m_later->start(isVisible() ? 0 : kUnseenMs);
}

// At the start this page is entered before its window stands, whose painting goes first.
void DashboardPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_later->isActive())
        return;
    m_later->stop();
    m_loadWhenPainted = true;
}

void DashboardPage::paintEvent(QPaintEvent* event)
{
    Page::paintEvent(event);
    if (std::exchange(m_loadWhenPainted, false))
        m_later->start(0);
}

// The figures visit every opportunity, so a job reads them; what was shown stays until then.
void DashboardPage::begin()
{
    m_stopped = false;
    load();
}

void DashboardPage::load()
{
    m_loadedAt = m_context.database.commits();
    if (m_coming) {
        m_again = true;
        return;
    }
    m_coming = std::make_shared<Figures>();
    const QDate today = m_context.clock.today();
    const auto owners = m_context.session.visibleOwners();
    const auto work = [&database = m_context.database, figures = m_coming, today, owners](
                          JobControl& job) -> Result<JobResult> {
        return database.read([&](storage::Connection& connection) -> Result<JobResult> {
            const storage::StopOnCancel stop(connection, job.token());
            analytics::FunnelFilter filter;
            filter.owners = owners;
            auto funnel =
                analytics::funnel(connection, filter, today, [&figures](qint64 read, qint64 rows) {
                    figures->read = read;
                    figures->rows = rows;
                });
            if (!funnel)
                return chengdan::fail(funnel.error());
            auto quotes = analytics::openQuotes(connection, owners, today);
            if (!quotes)
                return chengdan::fail(quotes.error());
            figures->funnel = std::move(*funnel);
            figures->quotes = std::move(*quotes);
            return JobResult();
        });
    };
    m_since.start();
    m_told->start();
    m_job = m_navigator.jobs().startQuietly(work,
        this,
        [this, figures = m_coming](const JobStatus& status) { takeEnd(status, figures); });
}

void DashboardPage::takeEnd(const JobStatus& status, const std::shared_ptr<Figures>& figures)
{
    m_coming.reset();
    m_told->stop();
    m_message->setVisible(status.state == JobState::Failed);
    if (status.state == JobState::Failed)
        m_message->setMessage(Tone::Danger, sentence(status.error, currentLanguage()));
    if (status.state == JobState::Done) {
        m_figures = figures;
        m_tookMs = m_since.elapsed();
    }
    show();
    if (std::exchange(m_again, false) && !m_stopped)
        load();
}

void DashboardPage::stopOrBegin()
{
    if (!m_coming)
        return begin();
    m_stopped = true;
    m_again = false;
    m_navigator.jobs().cancel(m_job);
    showWork();
}

void DashboardPage::show()
{
    m_asOf->setText(
        tr("As of %1 · amounts with tax").arg(m_context.clock.today().toString(Qt::ISODate)));
    showWork();
    if (m_figures)
        showFigures();
    else
        showNothingYet();
}

// Nothing for the first moment; then how far it is, with the way to stop it.
void DashboardPage::showWork()
{
    const bool working = m_coming && m_since.elapsed() >= kToldEveryMs;
    const bool stopped = !m_coming && m_stopped;
    m_work->setVisible(working || stopped);
    m_stop->setVisible((working && !m_stopped) || stopped);
    m_noFunnel->setText(stopped ? tr("The figures were not worked out")
            : m_coming          ? tr("The figures are being worked out …")
                                : QString());
    if (stopped) {
        m_work->setText(m_figures ? tr("Stopped; these are the figures from before")
                                  : tr("Stopped; there are no figures yet"));
        m_stop->setText(tr("Work them out now"));
    } else if (working && m_stopped) {
        m_work->setText(tr("Stopping …"));
    } else if (working) {
        const qint64 rows = m_coming->rows;
        const qint64 read = qMin<qint64>(m_coming->read, rows);
        m_work->setText(rows > 0 ? tr("Working out the figures: %1 of about %2 rows")
                                       .arg(countText(read), countText(rows))
                                 : tr("Working out the figures …"));
        m_stop->setText(tr("Cancel"));
    }
}

void DashboardPage::showFigures()
{
    const analytics::Funnel& funnel = m_figures->funnel;
    const analytics::OpenQuotes& quotes = m_figures->quotes;
    const QString unit = tr("10,000 yuan");
    m_open->setFigure(tenThousandText(funnel.openAmount.minor()), unit);
    m_open->setRemark(
        withGroupedCount(tr("%n open opportunities", nullptr, static_cast<int>(funnel.openCount)),
            funnel.openCount));
    m_weighted->setFigure(tenThousandText(funnel.openWeighted.minor()), unit);
    m_weighted->setRemark(tr("amount × chance of each opportunity"));
    m_offers->setFigure(countText(std::ssize(quotes.rows)), tr("quotes"));
    m_offers->setRemark(tr("%1 with customers, %2 end within 7 days")
                            .arg(countText(quotes.sent), countText(quotes.endingSoon)),
        quotes.endingSoon > 0 ? Tone::Warn : Tone::Neutral);
    qint64 stuck = 0;
    for (const auto& stage : funnel.stages)
        stuck += stage.overLimit;
    m_stuck->setFigure(countText(stuck), tr("opportunities"));
    m_stuck->setRemark(
        tr("longer in their stage than its limit"), stuck > 0 ? Tone::Danger : Tone::Ok);
    showFunnel();
    showQuotes();
}

// Until the figures are read there is none: 0 would be a wrong one.
void DashboardPage::showNothingYet()
{
    for (KpiCard* card : {m_open, m_weighted, m_offers, m_stuck}) {
        card->setFigure(noValue(), QString());
        card->setRemark(QStringLiteral(" ")); // keeps its line
    }
    m_quotesCard->setHeading(tr("Open quotes"));
}

FunnelChart& DashboardPage::chart()
{
    if (m_chart == nullptr) {
        m_noFunnel->hide();
        m_chart = new FunnelChart;
        m_funnelCard->body()->addWidget(m_chart, 1);
        setTabOrder(m_stuck, m_chart);
        setTabOrder(m_chart, m_list);
        connect(m_chart, &FunnelChart::stageChosen, this, [this](int row) {
            const auto at = static_cast<std::size_t>(row);
            if (at < m_figures->funnel.stages.size())
                m_navigator.openRecord(
                    QStringLiteral("stage"), m_figures->funnel.stages[at].stage.meta.rid);
        });
    }
    m_chart->setHeadings(tr("Now there (10,000 yuan)"), tr("Mean stay"));
    return *m_chart;
}

void DashboardPage::showFunnel()
{
    qint64 longest = 0;
    for (const auto& stage : m_figures->funnel.stages) {
        if (stage.stage.kind == pipeline::StageKind::Open)
            longest = std::max(longest, stage.meanTenths.value_or(0));
    }
    std::vector<FunnelBar> bars;
    for (const auto& stage : m_figures->funnel.stages) {
        if (stage.stage.kind == pipeline::StageKind::Lost)
            continue;
        FunnelBar bar;
        bar.stage = barName(stage.stage);
        bar.count = stage.count;
        bar.amount = tenThousandText(stage.amount.minor());
        const bool open = stage.stage.kind == pipeline::StageKind::Open;
        bar.stay = open && stage.meanTenths
            ? tr("%1 days").arg(formatDecimal(*stage.meanTenths, 1, 0))
            : noValue();
        bar.conversion = stage.conversion ? rateText(*stage.conversion, 0) : QString();
        bar.slowest = open && longest > 0 && stage.meanTenths == longest;
        bar.won = stage.stage.kind == pipeline::StageKind::Won;
        bars.push_back(std::move(bar));
    }
    chart().setBars(std::move(bars));
}

void DashboardPage::showQuotes()
{
    const QDate today = m_context.clock.today();
    const int rows = std::min(kShownQuotes, static_cast<int>(m_figures->quotes.rows.size()));
    m_list->clearContents();
    m_list->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const auto& quote = m_figures->quotes.rows[static_cast<std::size_t>(row)];
        const QString texts[] = {quote.number,
            quote.customer,
            moneyText(quote.gross),
            dateText(quote.validUntil, today)};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            if (column >= 2)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(texts[column]);
            m_list->setItem(row, column, item);
        }
        m_list->item(row, 0)->setData(Qt::UserRole, quote.rid);
        if (quote.validUntil.isValid() && quote.validUntil < today) {
            m_list->item(row, 3)->setText(tr("Expired"));
            m_list->item(row, 3)->setData(kExpiredRole, true);
        }
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(2);
    m_list->resizeColumnToContents(3);
    const int quotes = static_cast<int>(m_figures->quotes.rows.size());
    m_quotesCard->setHeading(tr("Open quotes"),
        withGroupedCount(tr("%n in all, soonest end first", nullptr, quotes), quotes));
}

void DashboardPage::retranslate()
{
    m_open->setCaption(tr("Open opportunities"));
    m_weighted->setCaption(tr("Weighted forecast"));
    m_offers->setCaption(tr("Open quotes"));
    m_stuck->setCaption(tr("Stuck"));
    m_funnelCard->setHeading(tr("Sales funnel"),
        tr("standing there now; % of all that ever got there went on; Enter shows the rows"));
    m_list->setAccessibleName(tr("Open quotes"));
    m_list->setHorizontalHeaderLabels(
        {tr("Number"), tr("Customer"), tr("Total"), tr("Valid until")});
    for (const int figures : {2, 3})
        m_list->horizontalHeaderItem(figures)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    show();
    Q_EMIT titleChanged();
}

void DashboardPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
