// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/admin_page.h"

#include "core/access/role_holders.h"
#include "ui/settings/audit_page.h"
#include "ui/settings/company_page.h"
#include "ui/settings/fields_page.h"
#include "ui/settings/people_page.h"
#include "ui/settings/places_page.h"
#include "ui/settings/roles_page.h"
#include "ui/shared/cards.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QStandardItemModel>

namespace chengdan::ui {

QString administratorNames(storage::Database& database)
{
    return access::administrators(database)
        .value_or(QStringList())
        .join(AdminPage::tr(", ", "between names"));
}

std::vector<AdminSection> AdminPage::ownSections(
    const access::Context& context, Navigator& navigator, StaffOffice* office)
{
    const access::Context* shared = &context;
    Navigator* goes = &navigator;
    return {{QStringLiteral("people"),
                [] { return tr("People"); },
                QStringLiteral("user"),
                {QStringLiteral("person")},
                [=] { return new PeoplePage(*shared, *goes, office); }},
        {QStringLiteral("teams"),
            [] { return tr("Teams"); },
            QStringLiteral("users"),
            {QStringLiteral("team")},
            [=] { return new PlacesPage(*shared, *goes, PlacesPage::Kind::Teams, office); }},
        {QStringLiteral("regions"),
            [] { return tr("Regions"); },
            QStringLiteral("map-pin"),
            {QStringLiteral("region")},
            [=] { return new PlacesPage(*shared, *goes, PlacesPage::Kind::Regions, office); }},
        {QStringLiteral("roles"),
            [] { return tr("Roles and rights"); },
            QStringLiteral("list-checks"),
            {},
            [=] { return new RolesPage(*shared); }},
        {QStringLiteral("fields"),
            [] { return tr("Fields"); },
            QStringLiteral("columns-3"),
            {QStringLiteral("field_definition")},
            [=] { return new FieldsPage(*shared, *goes); }},
        {QStringLiteral("company"),
            [] { return tr("Company"); },
            QStringLiteral("factory"),
            {},
            [=] { return new CompanyPage(*shared, *goes); }},
        {QStringLiteral("audit"),
            [] { return tr("Audit"); },
            QStringLiteral("history"),
            {QStringLiteral("audit_entry")},
            [=] { return new AuditPage(*shared); }}};
}

AdminPage::AdminPage(const access::Context& context,
    Navigator& navigator,
    std::vector<AdminSection> more,
    StaffOffice* office,
    QWidget* parent)
    : Page(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("adminPage"));
    if (!context.session.has(access::Right::Administer)) {
        showNoRight();
        return;
    }
    m_sections = ownSections(context, navigator, office);
    for (AdminSection& section : more)
        m_sections.push_back(std::move(section));
    build();
}

void AdminPage::showNoRight()
{
    m_noRight = new EmptyState(QStringLiteral("adminNoRight"));
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_noRight);
    retranslate();
}

void AdminPage::build()
{
    m_items = new QStandardItemModel(this);
    for (const AdminSection& section : m_sections) {
        auto* item = new QStandardItem(section.title());
        item->setEditable(false);
        item->setIcon(icon(section.icon, Token::Text2));
        m_items->appendRow(item);
    }
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("adminSections"));
    m_list->setModel(m_items);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(themePx(176));
    m_list->setIconSize({16, 16});
    m_list->setSpacing(2);
    m_list->installEventFilter(this);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("adminStack"));
    auto* rule = new QFrame;
    setKind(rule, "rule");
    rule->setFixedWidth(1);
    auto* side = new QVBoxLayout;
    side->setContentsMargins(metric::kSpace3, metric::kSpace4, metric::kSpace2, metric::kSpace4);
    side->addWidget(m_list);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side);
    layout->addWidget(rule);
    layout->addWidget(m_stack, 1);
    connect(m_list->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        [this](const QModelIndex& now) {
            if (now.isValid())
                openSection(m_sections[static_cast<std::size_t>(now.row())].id);
        });
    retranslate();
    m_list->setCurrentIndex(m_items->index(0, 0));
}

int AdminPage::indexOf(const QString& id) const
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

void AdminPage::openSection(const QString& id)
{
    const int at = indexOf(id);
    if (at < 0)
        return;
    Page*& page = m_pages[at];
    if (page == nullptr) {
        page = m_sections[static_cast<std::size_t>(at)].make();
        m_stack->addWidget(page);
        connect(page, &Page::titleChanged, this, &Page::titleChanged);
        if (const auto state = m_innerStates.find(id); state != m_innerStates.end())
            page->restoreState(state->toMap());
    }
    m_stack->setCurrentWidget(page);
    if (m_list->currentIndex().row() != at)
        m_list->setCurrentIndex(m_items->index(at, 0));
    Q_EMIT titleChanged();
}

QString AdminPage::currentSection() const
{
    if (m_list == nullptr || !m_list->currentIndex().isValid())
        return {};
    return m_sections[static_cast<std::size_t>(m_list->currentIndex().row())].id;
}

Page* AdminPage::currentInner() const
{
    return m_stack == nullptr ? nullptr : qobject_cast<Page*>(m_stack->currentWidget());
}

QString AdminPage::title() const
{
    const Page* inner = currentInner();
    return inner == nullptr ? tr("Administration") : tr("Administration · %1").arg(inner->title());
}

void AdminPage::activated()
{
    if (m_list == nullptr)
        return;
    if (Page* inner = currentInner())
        inner->activated();
}

bool AdminPage::showRecord(const QString& kind, qint64 key)
{
    for (const AdminSection& section : m_sections) {
        if (!section.recordKinds.contains(kind))
            continue;
        openSection(section.id);
        return currentInner()->showRecord(kind, key);
    }
    return false;
}

bool AdminPage::newRecord()
{
    Page* inner = currentInner();
    return inner != nullptr && inner->newRecord();
}

bool AdminPage::startRecord(const QString& kind, const QVariantMap& hints)
{
    for (const AdminSection& section : m_sections) {
        if (!section.recordKinds.contains(kind))
            continue;
        openSection(section.id);
        return currentInner()->startRecord(kind, hints);
    }
    return newRecord();
}

void AdminPage::findInPage()
{
    if (Page* inner = currentInner())
        inner->findInPage();
}

void AdminPage::savePage()
{
    if (Page* inner = currentInner())
        inner->savePage();
}

void AdminPage::printPage()
{
    if (Page* inner = currentInner())
        inner->printPage();
}

void AdminPage::refreshPage()
{
    if (Page* inner = currentInner())
        inner->refreshPage();
}

bool AdminPage::closeInner()
{
    Page* inner = currentInner();
    if (inner == nullptr)
        return false;
    if (inner->closeInner())
        return true;
    if (m_list->hasFocus())
        return false;
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

QVariantMap AdminPage::saveState() const
{
    QVariantMap inner = m_innerStates;
    for (const auto& [at, page] : m_pages)
        inner.insert(m_sections[static_cast<std::size_t>(at)].id, page->saveState());
    return {{QStringLiteral("section"), currentSection()}, {QStringLiteral("inner"), inner}};
}

void AdminPage::restoreState(const QVariantMap& state)
{
    if (m_list == nullptr)
        return;
    m_innerStates = state.value(QStringLiteral("inner")).toMap();
    for (const auto& [at, page] : m_pages) {
        const auto known = m_innerStates.find(m_sections[static_cast<std::size_t>(at)].id);
        if (known != m_innerStates.end())
            page->restoreState(known->toMap());
    }
    openSection(state.value(QStringLiteral("section")).toString());
}

void AdminPage::retranslate()
{
    if (m_noRight != nullptr) {
        const QString names = administratorNames(m_context.database);
        m_noRight->setContent(QStringLiteral("shield-alert"),
            names.isEmpty() ? tr("This page is for administrators")
                            : tr("This page is for administrators; ask %1").arg(names),
            QString());
        return;
    }
    m_list->setAccessibleName(tr("Sections of the administration"));
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        m_items->item(static_cast<int>(i))->setText(m_sections[i].title());
}

void AdminPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool AdminPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Right) {
            if (Page* inner = currentInner())
                inner->activated();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace chengdan::ui
