// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/windowed_model.h"

#include <QTimer>

class QFrame;
class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;
class QVBoxLayout;

namespace chengdan::ui {

class EmptyState;
class FilterEdit;
class ListHeader;
class LoadingBar;
class MessageBar;
class SidePanel;

/// A named set of conditions shown as a tab above the list.
struct ListView {
    QString id;
    LiveText title;
    QVariantMap conditions;
};

/// What a ListPage is made of. The functions are asked again when the language changes.
struct ListSetup {
    QString name; ///< "customers": prefix of object names, key of the saved state
    LiveText title; ///< page title in the top bar
    std::unique_ptr<ListSource> source;
    std::function<std::vector<ColumnSpec>()> columns;
    LiveText filterHint; ///< what can be typed: "Name, pinyin initials, phone"
    QString emptyIcon; ///< Lucide name, 40 px in the empty state
    LiveText emptyText; ///< one sentence when there is nothing yet
    LiveText emptyAction; ///< word of the button there; empty: no button. See emptyActionTriggered
    std::vector<ListView> views; ///< tabs; the first one is shown at first
    ListRequest start; ///< sort at first
    QDate today;
};

/// A list with filter box, view tabs, sortable table, footer with counts and sums, empty states, a
/// loading bar after 150 ms and an optional panel at the right.
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
/// opens, Space toggles the panel, Ctrl+Alt+Up/Down sorts by the current column, F5 reloads, Esc
/// closes the panel, then clears the filter.
class ListPage : public Page {
    Q_OBJECT
public:
    explicit ListPage(ListSetup setup, QWidget* parent = nullptr);
    ~ListPage() override;

    WindowedModel& model() { return *m_model; }
    QTableView* table() const { return m_table; }
    FilterEdit* filterEdit() const { return m_filter; }

    void setFilterText(const QString& text);
    /// A chip or another control of the page: shows rows whose column has this value; an invalid
    /// value lifts the condition.
    void setCondition(const QString& column, const QVariant& value);
    void setView(const QString& id);
    /// Empties the filter box, lifts all conditions and goes to the first view.
    void clearFilters();
    void sortBy(int column, bool descending);
    /// A form above the list, such as the one for a new record; the page owns it.
    void addHeader(QWidget* widget);
    /// A control in the filter row, after the filter box (chips) or at its right end (buttons).
    void addFilterWidget(QWidget* widget);
    void addToolWidget(QWidget* widget);
    /// The panel at the right; the page owns it.
    void setPanel(QWidget* panel);
    bool isPanelOpen() const;
    void setPanelOpen(bool open);

    std::optional<qint64> currentKey() const;
    QList<qint64> selectedKeys() const;
    /// Selects the row and scrolls to it; waits for the rows when they are still loading.
    void selectKey(qint64 key);
    void refreshKeys(const QList<qint64>& keys);
    void reload();
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
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBars();
    void buildTable();
    void connectModel();
    void retranslate();
    void runQuery();
    void takeLoaded();
    void focusTable();
    void showState();
    void showFooter();
    void layoutColumns();
    void layoutPanel();
    bool tableKey(QKeyEvent* event);
    ListRequest wanted() const;

    ListSetup m_setup;
    WindowedModel* m_model;
    QTableView* m_table = nullptr;
    ListHeader* m_header = nullptr;
    FilterEdit* m_filter = nullptr;
    QTabBar* m_views = nullptr;
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
    QLabel* m_sums = nullptr;
    SidePanel* m_panel = nullptr;
    QVariantMap m_conditions;
    QString m_view;
    QString m_sortColumn;
    bool m_descending = false;
    std::optional<qint64> m_selectWhenLoaded;
    QHash<QString, int> m_dragged; // widths the person set, by column key
    bool m_layingOut = false;
    QTimer m_loadingTimer;
};

} // namespace chengdan::ui
