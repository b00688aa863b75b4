// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_page.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/cards.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_header.h"
#include "ui/shared/side_panel.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kLoadingAfterMs = 150;

} // namespace

ListPage::ListPage(ListSetup setup, QWidget* parent)
    : Page(parent)
    , m_setup(std::move(setup))
    , m_model(new WindowedModel(std::move(m_setup.source), m_setup.columns(), m_setup.today, this))
    , m_sortColumn(m_setup.start.sortColumn)
    , m_descending(m_setup.start.descending)
{
    setObjectName(m_setup.name + QStringLiteral("Page"));
    m_conditions = m_setup.start.conditions;
    buildBars();
    buildTable();
    connectModel();
    retranslate();
    if (!m_setup.views.empty())
        m_view = m_setup.views.front().id;
    m_header->setSort(m_model->columnOf(m_sortColumn), m_descending);
    m_model->setRequest(wanted());
}

ListPage::~ListPage() = default;

void ListPage::buildBars()
{
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_outer = outer;
    auto* column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageSide,
        m_setup.views.size() > 1 ? metric::kSpace2 : metric::kSpace4,
        metric::kPageSide,
        metric::kSpace4);
    column->setSpacing(metric::kSpace2);
    outer->addLayout(column, 1);
    m_column = column;

    m_views = new QTabBar(this);
    m_views->setObjectName(m_setup.name + QStringLiteral("Views"));
    m_views->setExpanding(false);
    m_views->setDrawBase(false);
    m_views->setVisible(m_setup.views.size() > 1);
    for (const ListView& view : m_setup.views)
        m_views->addTab(view.title());
    connect(m_views, &QTabBar::currentChanged, this, [this](int at) {
        if (at >= 0)
            setView(m_setup.views[std::size_t(at)].id);
    });
    column->addWidget(m_views);

    m_filter = new FilterEdit(m_setup.name + QStringLiteral("Filter"), this);
    m_filter->setMinimumWidth(themePx(190));
    m_filter->setMaximumWidth(themePx(300));
    m_filterRow = new QHBoxLayout;
    m_filterRow->setSpacing(metric::kSpace2);
    m_chipRow = new QHBoxLayout;
    m_chipRow->setSpacing(metric::kSpace2);
    m_filterRow->addWidget(m_filter, 1);
    m_filterRow->addLayout(m_chipRow);
    m_filterRow->addStretch(1);
    column->addLayout(m_filterRow);

    m_message = new MessageBar(m_setup.name + QStringLiteral("Message"), this);
    column->addWidget(m_message);

    m_card = new QFrame(this);
    m_card->setObjectName(m_setup.name + QStringLiteral("Card"));
    setKind(m_card, "card");
    column->addWidget(m_card, 1);
}

void ListPage::buildTable()
{
    m_table = new QTableView(m_card);
    m_table->setObjectName(m_setup.name + QStringLiteral("Table"));
    m_header = new ListHeader(m_table);
    m_header->setObjectName(m_setup.name + QStringLiteral("Header"));
    m_table->setHorizontalHeader(m_header);
    m_table->setItemDelegate(new ListDelegate(m_table));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(themePx(metric::kRow));
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);

    m_empty = new EmptyState(m_setup.name + QStringLiteral("Empty"), m_card);
    m_stack = new QStackedWidget(m_card);
    m_stack->setObjectName(m_setup.name + QStringLiteral("Stack"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_loadingBar = new LoadingBar(m_setup.name + QStringLiteral("Loading"), m_card);

    auto* footer = new QFrame(m_card);
    footer->setObjectName(m_setup.name + QStringLiteral("Footer"));
    setKind(footer, "footer");
    footer->setFixedHeight(themePx(metric::kFooter));
    m_footer = footer;
    m_count = new QLabel(footer);
    m_count->setObjectName(m_setup.name + QStringLiteral("Count"));
    setRole(m_count, "cap2");
    m_sums = new QLabel(footer);
    m_sums->setObjectName(m_setup.name + QStringLiteral("Sums"));
    setRole(m_sums, "strong");
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(metric::kSpace4, 0, metric::kSpace4, 0);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_sums);

    auto* layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(1, 4, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(footer);
    m_panel = new SidePanel(m_setup.name + QStringLiteral("Panel"), this);
}

void ListPage::connectModel()
{
    m_loadingTimer.setSingleShot(true);
    m_loadingTimer.setInterval(kLoadingAfterMs);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] { m_loadingBar->setRunning(true); });
    connect(m_model, &WindowedModel::loadingChanged, this, [this](bool loading) {
        if (loading) {
            m_loadingTimer.start();
        } else {
            m_loadingTimer.stop();
            m_loadingBar->setRunning(false);
        }
    });
    connect(m_model, &WindowedModel::modelAboutToBeReset, this, [this] {
        if (!m_selectWhenLoaded)
            m_selectWhenLoaded = currentKey();
    });
    connect(m_model, &WindowedModel::loaded, this, &ListPage::takeLoaded);
    connect(m_model, &WindowedModel::sumsChanged, this, &ListPage::showFooter);
    connect(m_model, &WindowedModel::rowsInserted, this, &ListPage::showFooter);
    connect(m_model, &WindowedModel::failed, this, [this](const Error& error) {
        const Language language =
            locale().language() == QLocale::English ? Language::English : Language::Chinese;
        m_message->clearActions();
        m_message->setMessage(
            Tone::Danger, tr("The list could not be read"), sentence(error, language));
        m_message->addAction(tr("Try again"), [this] { reload(); });
        m_message->show();
    });
    connect(m_filter, &FilterEdit::filterChanged, this, &ListPage::runQuery);
    connect(m_filter, &FilterEdit::leaveDown, this, &ListPage::focusTable);
    connect(m_filter, &FilterEdit::leaveUp, this, &ListPage::focusTable);
    connect(m_header, &QHeaderView::sectionClicked, this, [this](int column) {
        const bool again = m_model->columnOf(m_sortColumn) == column;
        sortBy(column, again && !m_descending);
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_layingOut && width > 0)
            m_dragged.insert(m_model->columns()[std::size_t(column)].key, width);
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
        if (const auto key = m_model->keyAt(at.row()))
            Q_EMIT rowActivated(*key);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const auto key = currentKey())
            Q_EMIT contextMenuRequested(*key, m_table->viewport()->mapToGlobal(at));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        Q_EMIT currentChanged(currentKey().value_or(0));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showFooter();
        Q_EMIT selectionChanged();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_model->request().filter.isEmpty() && m_model->request().conditions.isEmpty())
            Q_EMIT emptyActionTriggered();
        else
            clearFilters();
    });
    connect(&Theme::instance(), &Theme::themeChanged, this, [this] {
        m_table->verticalHeader()->setDefaultSectionSize(themePx(metric::kRow));
        m_footer->setFixedHeight(themePx(metric::kFooter));
        layoutColumns();
    });
}

void ListPage::takeLoaded()
{
    m_message->hide();
    showState();
    showFooter();
    if (m_selectWhenLoaded) {
        const int row = m_model->rowOf(*m_selectWhenLoaded);
        m_selectWhenLoaded.reset();
        if (row >= 0) {
            const QModelIndex at = m_model->index(row, 0);
            m_table->setCurrentIndex(at);
            m_table->scrollTo(at);
            return;
        }
    }
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    else if (m_model->rowCount() == 0)
        Q_EMIT currentChanged(0);
}

ListRequest ListPage::wanted() const
{
    ListRequest request;
    request.filter = m_filter->filter();
    request.sortColumn = m_sortColumn;
    request.descending = m_descending;
    for (const ListView& view : m_setup.views) {
        if (view.id == m_view)
            request.conditions = view.conditions;
    }
    for (auto at = m_conditions.cbegin(); at != m_conditions.cend(); ++at)
        request.conditions.insert(at.key(), at.value());
    return request;
}

void ListPage::runQuery()
{
    m_model->setRequest(wanted());
}

void ListPage::setFilterText(const QString& text)
{
    m_filter->setText(text);
    runQuery();
}

void ListPage::setCondition(const QString& column, const QVariant& value)
{
    if (value.isValid())
        m_conditions.insert(column, value);
    else
        m_conditions.remove(column);
    runQuery();
}

void ListPage::setView(const QString& id)
{
    m_view = id;
    for (std::size_t i = 0; i < m_setup.views.size(); ++i) {
        if (m_setup.views[i].id == id)
            m_views->setCurrentIndex(int(i));
    }
    runQuery();
}

void ListPage::clearFilters()
{
    m_conditions.clear();
    m_filter->clear();
    if (!m_setup.views.empty())
        setView(m_setup.views.front().id);
    runQuery();
    Q_EMIT filtersCleared();
}

void ListPage::sortBy(int column, bool descending)
{
    if (column < 0 || !m_model->columns()[std::size_t(column)].sortable)
        return;
    m_sortColumn = m_model->columns()[std::size_t(column)].key;
    m_descending = descending;
    m_header->setSort(column, descending);
    runQuery();
}

void ListPage::addHeader(QWidget* widget)
{
    m_column->insertWidget(0, widget);
}

void ListPage::addFilterWidget(QWidget* widget)
{
    m_chipRow->addWidget(widget);
}

void ListPage::addToolWidget(QWidget* widget)
{
    m_filterRow->addWidget(widget);
}

std::optional<qint64> ListPage::currentKey() const
{
    return m_model->keyAt(m_table->currentIndex().row());
}

QList<qint64> ListPage::selectedKeys() const
{
    QList<qint64> keys;
    for (const QModelIndex& at : m_table->selectionModel()->selectedRows()) {
        if (const auto key = m_model->keyAt(at.row()))
            keys.append(*key);
    }
    return keys;
}

void ListPage::selectKey(qint64 key)
{
    const int row = m_model->isLoading() ? -1 : m_model->rowOf(key);
    if (row < 0) {
        m_selectWhenLoaded = key;
        return;
    }
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_model->index(row, 0));
}

void ListPage::refreshKeys(const QList<qint64>& keys)
{
    m_model->refreshKeys(std::span(keys.constData(), std::size_t(keys.size())));
}

void ListPage::reload()
{
    m_model->reload();
}

void ListPage::showMessage(Tone tone, const QString& text)
{
    m_message->clearActions();
    m_message->setMessage(tone, {}, text);
    m_message->setVisible(!text.isEmpty());
}

QString ListPage::title() const
{
    return m_setup.title ? m_setup.title() : QString();
}

void ListPage::activated()
{
    focusTable();
}

void ListPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ListPage::findInPage()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ListPage::closeInner()
{
    if (isPanelOpen()) {
        setPanelOpen(false);
        return true;
    }
    return false;
}

QVariantMap ListPage::saveState() const
{
    QVariantMap widths;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        if (m_dragged.contains(m_model->columns()[std::size_t(i)].key))
            widths.insert(m_model->columns()[std::size_t(i)].key, m_table->columnWidth(i));
    }
    return {{QStringLiteral("filter"), m_filter->text()},
        {QStringLiteral("sort"), m_sortColumn},
        {QStringLiteral("descending"), m_descending},
        {QStringLiteral("view"), m_view},
        {QStringLiteral("panel"), isPanelOpen()},
        {QStringLiteral("widths"), widths},
        {QStringLiteral("current"), currentKey().value_or(0)}};
}

void ListPage::restoreState(const QVariantMap& state)
{
    if (state.isEmpty())
        return;
    m_filter->setText(state.value(QStringLiteral("filter")).toString());
    const QString view = state.value(QStringLiteral("view")).toString();
    const QString sort = state.value(QStringLiteral("sort")).toString();
    if (m_model->columnOf(sort) >= 0) {
        m_sortColumn = sort;
        m_descending = state.value(QStringLiteral("descending")).toBool();
        m_header->setSort(m_model->columnOf(sort), m_descending);
    }
    const QVariantMap widths = state.value(QStringLiteral("widths")).toMap();
    for (auto at = widths.cbegin(); at != widths.cend(); ++at)
        m_dragged.insert(at.key(), at.value().toInt());
    if (const qint64 key = state.value(QStringLiteral("current")).toLongLong())
        m_selectWhenLoaded = key;
    if (m_panel->content())
        setPanelOpen(state.value(QStringLiteral("panel")).toBool());
    if (view.isEmpty())
        runQuery();
    else
        setView(view);
    layoutColumns();
}

} // namespace chengdan::ui
