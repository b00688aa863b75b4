// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The views of a ListPage: tabs with counts, chips for conditions, saving.
#include "core/base/error_catalogue.h"
#include "core/storage/database.h"
#include "ui/shared/cards.h"
#include "ui/shared/filter_bar.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/format.h"
#include "ui/shared/list_page.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>

namespace chengdan::ui {

namespace {

QJsonObject viewContent(const ListRequest& request, const ListArrangement& arrangement)
{
    QJsonArray sorts;
    const auto add = [&sorts](const QString& column, bool descending) {
        if (!column.isEmpty())
            sorts.append(QJsonArray{column, descending});
    };
    add(request.sortColumn, request.descending);
    for (const ListSort& sort : request.further)
        add(sort.column, sort.descending);
    return {{QStringLiteral("filter"), request.filter},
        {QStringLiteral("conditions"), conditionsToJson(request.conditions)},
        {QStringLiteral("sorts"), sorts},
        {QStringLiteral("group"), request.group},
        {QStringLiteral("columns"), arrangement.toJson()}};
}

ListRequest viewRequest(const QJsonObject& content)
{
    ListRequest request;
    request.filter = content[QLatin1String("filter")].toString();
    request.conditions = conditionsFromJson(content[QLatin1String("conditions")].toObject());
    request.group = content[QLatin1String("group")].toString();
    for (const QJsonValue& stored : content[QLatin1String("sorts")].toArray()) {
        const QString column = stored.toArray().at(0).toString();
        const bool descending = stored.toArray().at(1).toBool();
        if (request.sortColumn.isEmpty()) {
            request.sortColumn = column;
            request.descending = descending;
        } else {
            request.further += ListSort{column, descending};
        }
    }
    return request;
}

} // namespace

void ListPage::buildViews()
{
    m_viewRow = new QWidget(this);
    m_views = new QTabBar(m_viewRow);
    m_views->setObjectName(m_setup.name + QStringLiteral("Views"));
    m_views->setExpanding(false);
    m_views->setDrawBase(false);
    m_views->setContextMenuPolicy(Qt::CustomContextMenu);
    m_saveView = new QPushButton(m_viewRow);
    m_saveView->setObjectName(m_setup.name + QStringLiteral("SaveView"));
    setKind(m_saveView, "ghost");
    m_saveViewAs = new QPushButton(m_viewRow);
    m_saveViewAs->setObjectName(m_setup.name + QStringLiteral("SaveViewAs"));
    setKind(m_saveViewAs, "ghost");
    auto* row = new QHBoxLayout(m_viewRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::kSpace2);
    row->addWidget(m_views);
    row->addStretch(1);
    row->addWidget(m_saveView);
    row->addWidget(m_saveViewAs);
    m_column->addWidget(m_viewRow);

    m_nameRow = new QWidget(this);
    m_nameRow->setObjectName(m_setup.name + QStringLiteral("ViewNameRow"));
    m_viewName = new QLineEdit(m_nameRow);
    m_viewName->setObjectName(m_setup.name + QStringLiteral("ViewName"));
    m_viewName->setMaximumWidth(themePx(260));
    m_keepPrivate = new QPushButton(m_nameRow);
    m_keepPrivate->setObjectName(m_setup.name + QStringLiteral("KeepPrivate"));
    m_keepShared = new QPushButton(m_nameRow);
    m_keepShared->setObjectName(m_setup.name + QStringLiteral("KeepShared"));
    auto* nameRow = new QHBoxLayout(m_nameRow);
    nameRow->setContentsMargins(0, 0, 0, 0);
    nameRow->setSpacing(metric::kSpace2);
    nameRow->addWidget(m_viewName, 1);
    nameRow->addWidget(m_keepPrivate);
    nameRow->addWidget(m_keepShared);
    nameRow->addStretch(1);
    m_nameRow->hide();
    m_column->addWidget(m_nameRow);

    connect(m_views, &QTabBar::currentChanged, this, [this](int at) {
        if (!m_fillingTabs && at >= 0)
            setView(m_tabs[std::size_t(at)].id);
    });
    connect(m_views, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const int chosen = m_views->tabAt(at);
        if (chosen < 0 || !m_tabs[std::size_t(chosen)].saved)
            return;
        setView(m_tabs[std::size_t(chosen)].id);
        QMenu menu;
        menu.addAction(tr("Delete this view"), this, &ListPage::removeView);
        menu.exec(m_views->mapToGlobal(at));
    });
    connect(m_saveView, &QPushButton::clicked, this, &ListPage::saveView);
    connect(m_saveViewAs, &QPushButton::clicked, this, &ListPage::askViewName);
    connect(m_keepPrivate, &QPushButton::clicked, this, [this] {
        saveViewAs(m_viewName->text(), false);
    });
    connect(m_keepShared, &QPushButton::clicked, this, [this] {
        saveViewAs(m_viewName->text(), true);
    });
    connect(m_viewName, &QLineEdit::returnPressed, m_keepPrivate, &QPushButton::click);
}

void ListPage::loadSavedViews()
{
    m_tabs.clear();
    for (const ListView& view : m_setup.views) {
        Tab made{view.id, view.title, m_setup.start, {}, {}, -1};
        made.request.conditions = view.conditions;
        m_tabs.push_back(std::move(made));
    }
    if (m_setup.context) {
        const auto saved = access::SavedViewService(*m_setup.context).viewsOf(m_setup.name);
        if (saved && m_tabs.empty() && !saved->empty())
            m_tabs.push_back(
                {QStringLiteral("all"), [] { return tr("All"); }, m_setup.start, {}, {}, -1});
        for (const access::SavedView& view : saved.value_or(std::vector<access::SavedView>())) {
            const QJsonObject content =
                QJsonDocument::fromJson(view.content.text.toUtf8()).object();
            Tab made{QStringLiteral("saved") + QString::number(view.meta.rid),
                [name = view.name] { return name; },
                viewRequest(content),
                ListArrangement::fromJson(content[QLatin1String("columns")].toObject()),
                view,
                -1};
            m_tabs.push_back(std::move(made));
        }
    }
    fillTabs();
}

void ListPage::fillTabs()
{
    m_fillingTabs = true;
    while (m_views->count() > 0)
        m_views->removeTab(0);
    for (std::size_t i = 0; i < m_tabs.size(); ++i)
        m_views->addTab(QString());
    m_fillingTabs = false;
    m_countsStale = true;
    showTabs();
}

// A tab shows its number of rows; a dot stands for changes that are not saved.
void ListPage::showTabs()
{
    m_fillingTabs = true;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const Tab& shown = m_tabs[i];
        const bool present = shown.id == m_view;
        const bool changed = present && isViewChanged();
        const QString name = changed
            ? tr("%1 \u2022", "view with unsaved changes").arg(shown.title())
            : shown.title();
        const QString text = shown.count < 0
            ? name
            : tr("%1  %2", "view and its number of rows")
                  .arg(name, grouped(QString::number(shown.count)));
        if (m_views->tabText(int(i)) != text)
            m_views->setTabText(int(i), text);
        if (i < 9)
            m_views->setTabToolTip(int(i), tr("%1  Alt+%2").arg(shown.title()).arg(i + 1));
        if (present && m_views->currentIndex() != int(i))
            m_views->setCurrentIndex(int(i));
    }
    m_views->setVisible(m_tabs.size() > 1);
    m_fillingTabs = false;
}

const ListPage::Tab* ListPage::tab(const QString& id) const
{
    for (const Tab& known : m_tabs) {
        if (known.id == id)
            return &known;
    }
    return nullptr;
}

void ListPage::setView(const QString& id)
{
    const Tab* chosen = tab(id);
    if (!chosen)
        return;
    if (m_memoryTimer.isActive()) {
        m_memoryTimer.stop();
        keepArrangement();
    }
    m_view = id;
    m_conditions = chosen->request.conditions;
    m_group = chosen->request.group;
    m_sorts.clear();
    if (!chosen->request.sortColumn.isEmpty())
        m_sorts += ListSort{chosen->request.sortColumn, chosen->request.descending};
    m_sorts += chosen->request.further;
    if (chosen->saved)
        m_filter->setText(chosen->request.filter);
    loadArrangement();
    applyArrangement();
    runQuery();
}

bool ListPage::isViewChanged() const
{
    const Tab* present = tab(m_view);
    if (!present)
        return !m_conditions.isEmpty() || !m_filter->filter().isEmpty();
    ListRequest request = wanted();
    if (!present->saved)
        request.filter.clear(); // what is typed beside a shipped view is no change to it
    return request != present->request
        || (present->saved && present->columns && *present->columns != m_arrangement);
}

void ListPage::showViewActions()
{
    const bool changed = m_setup.context && isViewChanged();
    const Tab* present = tab(m_view);
    const bool own = present && present->saved
        && (present->saved->shared ? access::SavedViewService(*m_setup.context).mayShare()
                                   : present->saved->meta.owner == m_setup.context->session.id());
    m_saveView->setVisible(changed && own);
    m_saveViewAs->setVisible(changed);
    m_viewRow->setVisible(m_tabs.size() > 1 || changed);
    if (!changed)
        m_nameRow->hide();
    showTabs();
}

void ListPage::askViewName()
{
    m_viewName->clear();
    m_keepShared->setVisible(access::SavedViewService(*m_setup.context).mayShare());
    m_nameRow->show();
    m_viewName->setFocus(Qt::OtherFocusReason);
}

void ListPage::saveViewAs(const QString& name, bool shared)
{
    if (!m_setup.context)
        return;
    access::SavedView view;
    view.page = m_setup.name;
    view.name = name;
    view.shared = shared;
    storeView(std::move(view), tr("View \u201c%1\u201d saved").arg(name.simplified()));
}

void ListPage::saveView()
{
    const Tab* present = tab(m_view);
    if (present && present->saved)
        storeView(*present->saved, tr("View \u201c%1\u201d saved").arg(present->saved->name));
}

void ListPage::storeView(access::SavedView view, const QString& done)
{
    view.content.text = QString::fromUtf8(
        QJsonDocument(viewContent(wanted(), m_arrangement)).toJson(QJsonDocument::Compact));
    const auto stored = access::SavedViewService(*m_setup.context).save(std::move(view));
    if (!stored) {
        showMessage(Tone::Danger, sentence(stored.error(), currentLanguage()));
        return;
    }
    m_nameRow->hide();
    loadSavedViews();
    setView(QStringLiteral("saved") + QString::number(stored->meta.rid));
    showMessage(Tone::Ok, done);
    m_countTimer.start();
    focusTable();
}

void ListPage::removeView()
{
    const Tab* present = tab(m_view);
    if (!present || !present->saved)
        return;
    const auto removed = access::SavedViewService(*m_setup.context).remove(present->saved->id);
    if (!removed) {
        showMessage(Tone::Danger, sentence(removed.error(), currentLanguage()));
        return;
    }
    loadSavedViews();
    if (!m_tabs.empty())
        setView(m_tabs.front().id);
}

// On the figures thread, and only after rows have changed or a view was saved.
void ListPage::countViews()
{
    m_countsStale = false;
    if (m_tabs.size() < 2)
        return;
    QList<ListRequest> requests;
    for (const Tab& known : m_tabs) {
        ListRequest request = known.request;
        request.group.clear();
        requests.append(request);
    }
    m_model->loader().countRows(requests);
}

ConditionContext ListPage::conditionContext() const
{
    return {m_setup.context ? &m_setup.context->database : nullptr,
        m_setup.type,
        &m_model->columns(),
        m_setup.today};
}

QStringList ListPage::conditionSentences() const
{
    QStringList words;
    for (auto at = m_conditions.cbegin(); at != m_conditions.cend(); ++at)
        words += conditionWords(conditionContext(), at.key(), at.value());
    return words;
}

/// What the present view itself asks of a column, unless a person made the view.
QVariant ListPage::shippedCondition(const QString& key) const
{
    const Tab* present = tab(m_view);
    return present && !present->saved ? present->request.conditions.value(key) : QVariant();
}

// A chip is what a person added; what a shipped view is made of is said by its tab.
void ListPage::showChips()
{
    QList<FilterChips::Chip> chips;
    for (auto at = m_conditions.cbegin(); at != m_conditions.cend(); ++at) {
        if (shippedCondition(at.key()) != at.value())
            chips.append({at.key(), conditionWords(conditionContext(), at.key(), at.value())});
    }
    m_chips->setChips(chips);
}

void ListPage::openFilterBar(const QString& column)
{
    if (!m_setup.context || !m_setup.type)
        return;
    if (!m_filterBar) {
        m_filterBar = new FilterBar(m_setup.name + QStringLiteral("FilterBar"),
            m_setup.context->database,
            *m_setup.type,
            m_setup.today,
            this);
        connect(m_filterBar, &FilterBar::conditionMade, this, &ListPage::setCondition);
        connect(m_filterBar, &FilterBar::closed, this, &ListPage::focusTable);
        m_column->insertWidget(m_column->indexOf(m_message), m_filterBar);
    }
    m_filterBar->open(column);
}

} // namespace chengdan::ui
