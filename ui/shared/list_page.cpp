// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_page.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/cards.h"
#include "ui/shared/filter_bar.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/list_delegate.h"
#include "ui/shared/list_density.h"
#include "ui/shared/list_header.h"
#include "ui/shared/list_table.h"
#include "ui/shared/locale.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/side_panel.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace chengdan::ui {

namespace {

constexpr int kLoadingAfterMs = 150;
constexpr int kSlowAfterMs = 1000; ///< from then on it says how far it is and can be cancelled
constexpr int kSlowEveryMs = 300;
constexpr int kFiguresAfterMs = 80; ///< a block being drawn with the mouse asks once
constexpr int kMemoryAfterMs = 600;
constexpr int kCountAfterMs = 250;
constexpr int kViewKeys = 9;

} // namespace

ListPage::ListPage(ListSetup setup, QWidget* parent)
    : Page(parent)
    , m_setup(std::move(setup))
    , m_source(m_setup.source.get())
    , m_model(new WindowedModel(std::move(m_setup.source), allColumns(), m_setup.today, this))
{
    setObjectName(m_setup.name + QStringLiteral("Page"));
    buildBars();
    buildTable();
    connectModel();
    connectTable();
    loadSavedViews();
    m_view = m_tabs.empty() ? QString() : m_tabs.front().id;
    loadArrangement();
    const ListRequest start = m_tabs.empty() ? m_setup.start : m_tabs.front().request;
    m_conditions = start.conditions;
    m_group = start.group;
    if (!start.sortColumn.isEmpty())
        m_sorts = {{start.sortColumn, start.descending}};
    m_sorts += start.further;
    retranslate();
    applyArrangement();
    if (m_setup.context && m_setup.type)
        followFieldDefinitions(*this, m_setup.context->database);
    if (m_setup.refusal)
        m_refused = m_setup.refusal();
    if (!m_refused.isEmpty())
        showState();
    else
        runQuery();
}

ListPage::~ListPage() = default;

QTableView* ListPage::table() const
{
    return m_table;
}

std::vector<ColumnSpec> ListPage::allColumns() const
{
    std::vector<ColumnSpec> columns = m_setup.columns();
    for (ColumnSpec& more : m_source->moreColumns())
        columns.push_back(std::move(more));
    return columns;
}

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
    buildViews();
    buildFilterRow();

    m_message = new MessageBar(m_setup.name + QStringLiteral("Message"), this);
    m_message->hide();
    column->addWidget(m_message);

    m_card = new QFrame(this);
    m_card->setObjectName(m_setup.name + QStringLiteral("Card"));
    setKind(m_card, "card");
    column->addWidget(m_card, 1);
}

void ListPage::buildFilterRow()
{
    m_filter = new FilterEdit(m_setup.name + QStringLiteral("Filter"), this);
    m_filter->setMinimumWidth(themePx(190));
    m_filter->setMaximumWidth(themePx(300));
    m_chips = new FilterChips(m_setup.name + QStringLiteral("Chips"), this);
    m_addFilter = new IconButton(
        QStringLiteral("funnel"), QString(), m_setup.name + QStringLiteral("AddFilter"), this);
    m_addFilter->setVisible(m_setup.context && m_setup.type);
    m_columnsButton = new IconButton(
        QStringLiteral("columns-3"), QString(), m_setup.name + QStringLiteral("Columns"), this);
    m_filterRow = new QHBoxLayout;
    m_filterRow->setSpacing(metric::kSpace2);
    m_chipRow = new QHBoxLayout;
    m_chipRow->setSpacing(metric::kSpace2);
    m_filterRow->addWidget(m_filter, 1);
    m_filterRow->addWidget(m_addFilter);
    m_filterRow->addWidget(m_chips);
    m_filterRow->addLayout(m_chipRow);
    m_filterRow->addStretch(1);
    m_filterRow->addWidget(m_columnsButton);
    m_column->addLayout(m_filterRow);
    connect(m_filter, &FilterEdit::filterChanged, this, &ListPage::runQuery);
    connect(m_filter, &FilterEdit::leaveDown, this, &ListPage::focusTable);
    connect(m_filter, &FilterEdit::leaveUp, this, &ListPage::focusTable);
    connect(m_chips, &FilterChips::removed, this, [this](const QString& key) {
        setCondition(key, shippedCondition(key));
        if (m_chips->chips().isEmpty())
            focusTable();
    });
    connect(m_addFilter, &QToolButton::clicked, this, [this] { openFilterBar(); });
    connect(m_columnsButton, &QToolButton::clicked, this, &ListPage::openColumnSettings);
    for (int i = 0; i < kViewKeys; ++i) {
        auto* choose = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), this);
        choose->setContext(Qt::WidgetWithChildrenShortcut);
        connect(choose, &QShortcut::activated, this, [this, i] {
            if (std::size_t(i) < m_tabs.size())
                setView(m_tabs[std::size_t(i)].id);
        });
    }
}

void ListPage::buildTable()
{
    m_table = new ListTable(m_card);
    m_table->setObjectName(m_setup.name + QStringLiteral("Table"));
    m_header = m_table->header();
    m_header->setObjectName(m_setup.name + QStringLiteral("Header"));
    m_table->setItemDelegate(new ListDelegate(m_table));
    m_table->setModel(m_model);
    m_table->verticalHeader()->setDefaultSectionSize(ListDensity::instance().rowHeight());
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);

    m_empty = new EmptyState(m_setup.name + QStringLiteral("Empty"), m_card);
    m_stack = new QStackedWidget(m_card);
    m_stack->setObjectName(m_setup.name + QStringLiteral("Stack"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_loadingBar = new LoadingBar(m_setup.name + QStringLiteral("Loading"), m_card);
    buildFooter();

    auto* layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(1, 4, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_footer);
    m_panel = new SidePanel(m_setup.name + QStringLiteral("Panel"), this);
}

void ListPage::buildFooter()
{
    m_footer = new QFrame(m_card);
    m_footer->setObjectName(m_setup.name + QStringLiteral("Footer"));
    setKind(m_footer, "footer");
    m_footer->setFixedHeight(themePx(metric::kFooter));
    const auto label = [this](const char* name, const char* role) {
        auto* made = new QLabel(m_footer);
        made->setObjectName(m_setup.name + QLatin1String(name));
        setRole(made, role);
        return made;
    };
    m_count = label("Count", "cap2");
    m_cancel = new QPushButton(m_footer);
    m_cancel->setObjectName(m_setup.name + QStringLiteral("Cancel"));
    setKind(m_cancel, "link");
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &ListPage::giveUpQuery);
    m_block = label("Block", "cap2");
    m_sums = label("Sums", "strong");
    auto* row = new QHBoxLayout(m_footer);
    row->setContentsMargins(metric::kSpace4, 0, metric::kSpace4, 0);
    row->setSpacing(metric::kSpace6);
    row->addWidget(m_count);
    row->addWidget(m_cancel);
    row->addWidget(m_block);
    row->addStretch(1);
    row->addWidget(m_sums);
}

void ListPage::connectModel()
{
    const auto once = [](QTimer& timer, int after) {
        timer.setSingleShot(true);
        timer.setInterval(after);
    };
    once(m_loadingTimer, kLoadingAfterMs);
    once(m_figuresTimer, kFiguresAfterMs);
    once(m_memoryTimer, kMemoryAfterMs);
    once(m_countTimer, kCountAfterMs);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] { m_loadingBar->setRunning(true); });
    m_slowTimer.setSingleShot(true);
    connect(&m_slowTimer, &QTimer::timeout, this, &ListPage::showSlow);
    connect(&m_figuresTimer, &QTimer::timeout, this, &ListPage::askFigures);
    connect(&m_memoryTimer, &QTimer::timeout, this, &ListPage::keepArrangement);
    connect(&m_countTimer, &QTimer::timeout, this, &ListPage::countViews);
    connect(m_model, &WindowedModel::loadingChanged, this, [this](bool loading) {
        if (loading) {
            m_loadingTimer.start();
            m_slowTimer.start(kSlowAfterMs);
        } else {
            m_loadingTimer.stop();
            m_slowTimer.stop();
            m_loadingBar->setRunning(false);
            m_cancel->hide();
            showFooter();
        }
    });
    connect(m_model, &WindowedModel::modelAboutToBeReset, this, [this] {
        if (!m_selectWhenLoaded)
            m_selectWhenLoaded = currentKey();
    });
    connect(m_model, &WindowedModel::loaded, this, &ListPage::takeLoaded);
    connect(m_model, &WindowedModel::sumsChanged, this, &ListPage::showFooter);
    connect(m_model, &WindowedModel::rowsInserted, this, &ListPage::showFooter);
    connect(m_model, &WindowedModel::rowsRemoved, this, &ListPage::showFooter);
    connect(m_model, &WindowedModel::failed, this, &ListPage::takeError);
    connect(&m_model->loader(), &ListLoader::rowsCounted, this, [this](int at, qint64 count) {
        if (std::size_t(at) < m_tabs.size())
            m_tabs[std::size_t(at)].count = count;
        showTabs();
    });
    connect(&m_model->loader(), &ListLoader::allCounted, this, [this](qint64 count) {
        m_countingAll = false;
        m_all = count;
        showState();
    });
    connect(&m_model->loader(), &ListLoader::blockRead, this, &ListPage::takeBlock);
    connect(&m_model->loader(), &ListLoader::copyRead, this, &ListPage::takeCopy);
    connect(&m_model->loader(), &ListLoader::copyFailed, this, &ListPage::giveUpCopy);
}

void ListPage::connectTable()
{
    connect(m_header, &QHeaderView::sectionClicked, this, [this](int column) {
        const QString& key = m_model->columns()[std::size_t(column)].key;
        bool descending = false;
        for (const ListSort& sort : m_sorts) {
            if (sort.column == key)
                descending = !sort.descending;
        }
        sortBy(column, descending, m_header->clickModifiers() & Qt::ShiftModifier);
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_layingOut || width <= 0)
            return;
        m_arrangement.widths.insert(m_model->columns()[std::size_t(column)].key, width);
        m_memoryTimer.start();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        if (m_layingOut)
            return;
        m_arrangement.order.clear();
        for (int visual = 0; visual < m_header->count(); ++visual) {
            const int logical = m_header->logicalIndex(visual);
            m_arrangement.order += m_model->columns()[std::size_t(logical)].key;
        }
        m_memoryTimer.start();
        showViewActions();
    });
    connect(m_header, &ListHeader::menuRequested, this, &ListPage::showHeaderMenu);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
        if (const auto key = m_model->keyAt(at.row()))
            Q_EMIT rowActivated(*key);
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& at) {
        if (m_model->isHeading(at.row()))
            m_model->setFolded(at.row(), !m_model->isFolded(at.row()));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const auto key = currentKey())
            Q_EMIT contextMenuRequested(*key, m_table->viewport()->mapToGlobal(at));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        Q_EMIT currentChanged(currentKey().value_or(0));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_figures = {};
        showFooter();
        m_figuresTimer.start();
        Q_EMIT selectionChanged();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_emptyIsNew)
            Q_EMIT emptyActionTriggered();
        else
            clearFilters();
    });
    const auto relayout = [this] {
        m_table->verticalHeader()->setDefaultSectionSize(ListDensity::instance().rowHeight());
        m_footer->setFixedHeight(themePx(metric::kFooter));
        layoutColumns();
    };
    connect(&Theme::instance(), &Theme::themeChanged, this, relayout);
    connect(&ListDensity::instance(), &ListDensity::changed, this, relayout);
}

void ListPage::takeLoaded()
{
    m_message->hide();
    m_answeredView = m_view;
    m_all.reset();
    showState();
    showFooter();
    showTabs();
    if (m_countsStale)
        m_countTimer.start();
    if (m_rowsMoved || !m_changedKeys.isEmpty())
        postFollow(); // told while these rows were being asked for
    if (m_selectWhenLoaded) {
        const int row = m_model->rowOf(*m_selectWhenLoaded);
        if (row >= 0 || !m_rowsMoved) // it may be among the rows still to come
            m_selectWhenLoaded.reset();
        if (row >= 0) {
            m_table->goTo(m_model->index(row, qMax(0, m_table->currentIndex().column())));
            return;
        }
    }
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    else if (m_model->rowCount() == 0)
        Q_EMIT currentChanged(0);
}

void ListPage::takeError(const Error& error)
{
    const QString why = sentence(error, currentLanguage());
    if (error.code == QLatin1String("PERMISSION")) {
        m_refused = why;
        showState();
        return;
    }
    m_message->clearActions();
    m_message->setMessage(Tone::Danger, tr("The list could not be read"), why);
    m_message->addAction(tr("Try again"), [this] { reload(); });
    QStringList details{error.code, why};
    for (const auto& [name, value] : error.args)
        details += QStringLiteral("%1: %2").arg(name, value);
    m_message->addAction(tr("Copy details"),
        [text = details.join(QLatin1Char('\n'))] { QGuiApplication::clipboard()->setText(text); });
    m_message->show();
}

void ListPage::showSlow()
{
    m_cancel->show();
    showFooter();
    m_slowTimer.start(kSlowEveryMs);
}

// A filter that was cancelled stays cancelled: the page is again what its rows were asked with.
void ListPage::giveUpQuery()
{
    m_model->cancel();
    if (!m_model->isWhole()) { // there is nothing from before to go back to
        m_message->clearActions();
        m_message->setMessage(Tone::Info, tr("The list was not read to its end"));
        m_message->addAction(tr("Read it now"), [this] { reload(); });
        m_message->show();
        return;
    }
    const ListRequest& shown = m_model->request();
    m_filter->showFilter(shown.filter);
    m_conditions = shown.conditions;
    m_group = shown.group;
    m_sorts.clear();
    if (!shown.sortColumn.isEmpty())
        m_sorts += ListSort{shown.sortColumn, shown.descending};
    m_sorts += shown.further;
    if (m_view != m_answeredView) {
        m_view = m_answeredView;
        loadArrangement();
        applyArrangement();
    }
    showChips();
    showSorts();
    showViewActions();
    focusTable();
}

ListRequest ListPage::wanted() const
{
    ListRequest request;
    request.filter = m_filter->filter();
    request.conditions = m_conditions;
    request.group = m_group;
    if (!m_sorts.isEmpty()) {
        request.sortColumn = m_sorts.front().column;
        request.descending = m_sorts.front().descending;
        request.further = m_sorts.sliced(1);
    }
    return request;
}

void ListPage::runQuery()
{
    showChips();
    showSorts();
    showViewActions();
    if (m_refused.isEmpty())
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

void ListPage::clearFilters()
{
    m_filter->clear();
    if (m_tabs.empty()) {
        m_conditions.clear();
        runQuery();
    } else {
        setView(m_tabs.front().id);
    }
    Q_EMIT filtersCleared();
}

void ListPage::sortBy(int column, bool descending, bool besides)
{
    if (column < 0 || !m_model->columns()[std::size_t(column)].sortable)
        return;
    const ListSort wantedSort{m_model->columns()[std::size_t(column)].key, descending};
    bool known = false;
    for (ListSort& sort : m_sorts) {
        if (besides && sort.column == wantedSort.column) {
            sort = wantedSort;
            known = true;
        }
    }
    if (!besides)
        m_sorts = {wantedSort};
    else if (!known)
        m_sorts += wantedSort;
    runQuery();
}

void ListPage::groupBy(const QString& column)
{
    m_group = column;
    applyArrangement(); // the grouping column must be read, shown or not
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
    if (m_filterBar && !m_filterBar->isHidden()) {
        m_filterBar->hide();
        focusTable();
        return true;
    }
    if (isPanelOpen()) {
        setPanelOpen(false);
        return true;
    }
    return false;
}

QVariantMap ListPage::saveState() const
{
    QVariantList sorts;
    for (const ListSort& sort : m_sorts)
        sorts.append(QVariant(QVariantList{sort.column, sort.descending}));
    return {{QStringLiteral("filter"), m_filter->text()},
        {QStringLiteral("sorts"), sorts},
        {QStringLiteral("group"), m_group},
        {QStringLiteral("view"), m_view},
        {QStringLiteral("conditions"), conditionsToJson(m_conditions).toVariantMap()},
        {QStringLiteral("panel"), isPanelOpen()},
        {QStringLiteral("columns"), m_arrangement.toJson().toVariantMap()},
        {QStringLiteral("current"), currentKey().value_or(0)}};
}

void ListPage::restoreState(const QVariantMap& state)
{
    if (state.isEmpty())
        return;
    if (const Tab* known = tab(state.value(QStringLiteral("view")).toString())) {
        m_view = known->id;
        loadArrangement();
    }
    m_filter->setText(state.value(QStringLiteral("filter")).toString());
    if (state.contains(QStringLiteral("conditions")))
        m_conditions = conditionsFromJson(
            QJsonObject::fromVariantMap(state.value(QStringLiteral("conditions")).toMap()));
    m_sorts.clear();
    for (const QVariant& stored : state.value(QStringLiteral("sorts")).toList()) {
        const QVariantList sort = stored.toList();
        if (sort.size() == 2 && m_model->columnOf(sort[0].toString()) >= 0)
            m_sorts += ListSort{sort[0].toString(), sort[1].toBool()};
    }
    m_group = state.value(QStringLiteral("group")).toString();
    if (!m_group.isEmpty() && m_model->columnOf(m_group) < 0)
        m_group.clear();
    if (!m_setup.context) // else the company file remembers them for the person
        m_arrangement = ListArrangement::fromJson(
            QJsonObject::fromVariantMap(state.value(QStringLiteral("columns")).toMap()));
    if (const qint64 key = state.value(QStringLiteral("current")).toLongLong())
        m_selectWhenLoaded = key;
    if (m_panel->content())
        setPanelOpen(state.value(QStringLiteral("panel")).toBool());
    showTabs();
    applyArrangement();
    runQuery();
}

} // namespace chengdan::ui
