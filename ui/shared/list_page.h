// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/saved_view.h"
#include "ui/shared/filter_chips.h"
#include "ui/shared/list_arrangement.h"
#include "ui/shared/list_condition.h"
#include "ui/shared/list_setup.h"
#include "ui/shared/page.h"
#include "ui/shared/windowed_model.h"

#include <QSet>
#include <QTimer>

class QFrame;
class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;
class QVBoxLayout;

namespace chengdan::ui {

class EmptyState;
class FilterBar;
class FilterEdit;
class IconButton;
class ListColumnsPanel;
class ListHeader;
class ListTable;
class LoadingBar;
class MessageBar;
class SidePanel;

/// A list with filter box, view tabs with counts, chips for every condition, a table whose columns,
/// order, grouping and selection work as in a spreadsheet, a footer with counts and sums, empty
/// states, a loading bar after 150 ms and an optional panel at the right.
///
///     ListSetup setup;
///     setup.name = QStringLiteral("customers");
///     setup.title = [] { return CustomersPage::tr("Customers"); };
///     setup.source = std::make_unique<CustomerSource>(file);
///     setup.columns = [] { return std::vector<ColumnSpec>{
///         {.key = QStringLiteral("name"), .title = CustomersPage::tr("Name"), .stretch = true},
///         {.key = QStringLiteral("owner"), .title = CustomersPage::tr("Owner"),
///          .kind = CellKind::Person, .width = 110}}; };
///     setup.today = clock.today();
///     auto* page = new ListPage(std::move(setup), parent);   // or derive: class CustomersPage :
///     public ListPage connect(page, &ListPage::rowActivated, …);              // Enter or double
///     click connect(page, &ListPage::currentChanged, …);            // fill the panel
///     page->setPanel(new CustomerPanel);                      // Space shows and hides it
///     connect(&notices, …, [page](auto keys) { page->refreshKeys(keys); });
///
/// Keys: Ctrl+F filter box, Enter in it runs at once, Down goes to the table; in the table Enter
/// opens, Space toggles the panel, arrows with Shift select a block, Ctrl+A all, Ctrl+C copies it
/// (Ctrl+Shift+C with titles), Ctrl+Alt+Up/Down sorts by the current column (with Shift: besides
/// the others), Alt+Down opens the column's menu, Left and Right fold and open a group, F5 reloads,
/// Esc closes the panel, then clears the filter. Alt+1 … Alt+9 choose a view.
class ListPage : public Page {
    Q_OBJECT
public:
    explicit ListPage(ListSetup setup, QWidget* parent = nullptr);
    ~ListPage() override;

    WindowedModel& model() { return *m_model; }
    QTableView* table() const;
    FilterEdit* filterEdit() const { return m_filter; }

    void setFilterText(const QString& text);
    /// A chip or another control of the page: shows rows whose column has this value; an invalid
    /// value lifts the condition.
    void setCondition(const QString& column, const QVariant& value);
    void setView(const QString& id);
    /// Empties the filter box, lifts all conditions and goes to the first view.
    void clearFilters();
    /// Sorts by this column; `besides` keeps the others and orders rows that are equal in them.
    void sortBy(int column, bool descending, bool besides = false);
    /// Puts rows with the same value of this column under one heading; empty: no groups.
    void groupBy(const QString& column);
    /// Opens the row in which a condition is made.
    void openFilterBar(const QString& column = {});
    void openColumnSettings();
    const ListArrangement& arrangement() const { return m_arrangement; }
    void arrange(const ListArrangement& arrangement);
    QVariantMap conditions() const { return m_conditions; }
    QString view() const { return m_view; }
    /// Whether filter, order, groups or columns differ from the view as saved.
    bool isViewChanged() const;
    /// Stores what is shown under a name of its own, or in the present view.
    void saveViewAs(const QString& name, bool shared);
    void saveView();
    /// Copies the selected block as tab-separated text.
    void copySelection(bool withTitles);
    /// A form above the list, such as the one for a new record; the page owns it.
    void addHeader(QWidget* widget);
    /// A control in the filter row, after the filter box (chips) or at its right end (buttons).
    void addFilterWidget(QWidget* widget);
    void addToolWidget(QWidget* widget);
    /// Whether something of what is shown is still being found out.
    bool isWaiting() const { return m_model->isLoading() || m_countingAll; }
    /// The panel at the right; the page owns it.
    void setPanel(QWidget* panel);
    bool isPanelOpen() const;
    void setPanelOpen(bool open);

    std::optional<qint64> currentKey() const;
    QList<qint64> selectedKeys() const;
    /// Selects the row and scrolls to it; waits for the rows when they are still loading.
    void selectKey(qint64 key);
    /// Calls `act` once this row, which was selected with selectKey, is the current one.
    void whenCurrent(qint64 key, std::function<void()> act);
    void refreshKeys(const QList<qint64>& keys);
    void reload();
    /// What others committed: rows to read again, or a list to ask for anew. Done once for all
    /// commits told in one turn of the event loop, when the page is seen and no query is under way.
    void follow(const QList<qint64>& changed, bool moved);
    /// A sentence above the table, in the layout; an empty text removes it.
    void showMessage(Tone tone, const QString& text);

    QString title() const override;
    void activated() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;
    void findInPage() override;
    void refreshPage() override { reload(); }
    bool closeInner() override;

Q_SIGNALS:
    /// Enter or double click on a row: open the record.
    void rowActivated(qint64 key);
    /// Another row is current; 0 when there is none.
    void currentChanged(qint64 key);
    void selectionChanged();
    void emptyActionTriggered();
    /// The page's own chips should show that no condition holds any more.
    void filtersCleared();
    /// Context menu wanted at a global position for the current row.
    void contextMenuRequested(qint64 key, const QPoint& globalPosition);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A tab: shipped with the page, or saved by a person.
    struct Tab {
        QString id;
        LiveText title;
        ListRequest request; // filter, conditions, order and groups as saved
        std::optional<ListArrangement> columns;
        std::optional<access::SavedView> saved;
        qint64 count = -1;
    };

    // list_page.cpp
    void buildBars();
    void buildFilterRow();
    void buildTable();
    void buildFooter();
    void connectModel();
    void connectTable();
    void runQuery();
    void takeLoaded();
    void takeError(const Error& error);
    void showSlow();
    void giveUpQuery();
    void postFollow();
    void takeFollowed();
    ListRequest wanted() const;
    std::vector<ColumnSpec> allColumns() const;

    // list_page_layout.cpp
    void retranslate();
    void showState();
    bool knowsWhyEmpty();
    void layoutColumns();
    void layoutPanel();
    void focusTable();
    bool tableKey(QKeyEvent* event);
    bool headingKey(QKeyEvent* event);
    bool sortKey(QKeyEvent* event);

    // list_page_views.cpp
    void buildViews();
    void fillTabs();
    void showTabs();
    void showChips();
    void showViewActions();
    void loadSavedViews();
    void countViews();
    void storeView(access::SavedView view, const QString& done);
    void askViewName();
    void removeView();
    const Tab* tab(const QString& id) const;
    QVariant shippedCondition(const QString& key) const;
    ConditionContext conditionContext() const;
    QStringList conditionSentences() const;

    // list_page_columns.cpp
    void showHeaderMenu(int column, const QPoint& globalPosition);
    void addSortActions(QMenu& menu, int column);
    void addColumnActions(QMenu& menu, int column);
    void autoWidth(int column);
    void applyArrangement();
    void rereadColumns();
    void loadArrangement();
    void keepArrangement();
    void keepDensity();
    QString memoryKey(const QString& view) const;
    void showSorts();

    // list_page_selection.cpp
    void showFooter();
    void askFigures();
    void takeBlock(quint64 ticket, const ListBlock& block);
    CopyText copyText(bool withTitles) const;
    void takeCopy(quint64 ticket, const QString& text, qint64 rows);
    void giveUpCopy(quint64 ticket, const Error& error);
    QList<int> copiedColumns() const;

    ListSetup m_setup;
    const ListSource* m_source; // belongs to the model's loader
    WindowedModel* m_model;
    ListTable* m_table = nullptr;
    ListHeader* m_header = nullptr;
    FilterEdit* m_filter = nullptr;
    FilterChips* m_chips = nullptr;
    FilterBar* m_filterBar = nullptr;
    ListColumnsPanel* m_columnsPanel = nullptr;
    QTabBar* m_views = nullptr;
    QWidget* m_viewRow = nullptr;
    QPushButton* m_saveView = nullptr;
    QPushButton* m_saveViewAs = nullptr;
    QWidget* m_nameRow = nullptr;
    QLineEdit* m_viewName = nullptr;
    QPushButton* m_keepPrivate = nullptr;
    QPushButton* m_keepShared = nullptr;
    IconButton* m_addFilter = nullptr;
    IconButton* m_columnsButton = nullptr;
    QHBoxLayout* m_outer = nullptr;
    QVBoxLayout* m_column = nullptr;
    QHBoxLayout* m_filterRow = nullptr;
    QHBoxLayout* m_chipRow = nullptr;
    QFrame* m_card = nullptr;
    QFrame* m_footer = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    LoadingBar* m_loadingBar = nullptr;
    MessageBar* m_message = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_cancel = nullptr; ///< in the footer, while a query takes long
    QLabel* m_block = nullptr;
    QLabel* m_sums = nullptr;
    SidePanel* m_panel = nullptr;
    std::vector<Tab> m_tabs;
    QString m_view;
    QString m_answeredView; // the one whose rows are shown
    QVariantMap m_conditions;
    QList<ListSort> m_sorts;
    QString m_group;
    ListArrangement m_arrangement;
    QString m_refused; // set once the source itself refused
    std::optional<qint64> m_selectWhenLoaded;
    bool m_layingOut = false;
    bool m_fillingTabs = false;
    bool m_countsStale = true;
    std::optional<qint64> m_all; // rows without any condition, asked for when none fits
    bool m_countingAll = false;
    bool m_emptyIsNew = false; // the empty state offers to make the first record
    QTimer m_loadingTimer;
    QTimer m_slowTimer;
    QTimer m_figuresTimer;
    QTimer m_memoryTimer;
    QTimer m_countTimer;
    quint64 m_blockTicket = 0;
    quint64 m_copyTicket = 0;
    ListBlock m_figures;
    QSet<qint64> m_changedKeys; // committed, but not yet read again
    bool m_rowsMoved = false; // rows came, went or moved since the list was asked for
    bool m_followPosted = false;
};

} // namespace chengdan::ui
