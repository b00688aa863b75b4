// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/roles_page.h"

#include "core/access/role_holders.h"
#include "ui/shared/cards.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kRightRows = static_cast<int>(access::Right::Count);

bool brings(int column, int row)
{
    return access::rightsOf(static_cast<access::Role>(column)).test(static_cast<std::size_t>(row));
}

} // namespace

RolesModel::RolesModel(const access::Context& context, QObject* parent)
    : QAbstractTableModel(parent)
    , m_context(context)
{
    count();
}

void RolesModel::count()
{
    m_holders = access::roleHolders(m_context.database)
                    .value_or(std::vector<qint64>(static_cast<std::size_t>(columnCount()), 0));
}

void RolesModel::reload()
{
    count();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

int RolesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kRightRows + 1;
}

int RolesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(access::choices(access::Role{}).size());
}

QVariant RolesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return Qt::AlignCenter;
    if (index.row() == kRightRows) {
        if (role == Qt::DisplayRole)
            return QString::number(m_holders[static_cast<std::size_t>(index.column())]);
        return {};
    }
    const bool allowed = brings(index.column(), index.row());
    switch (role) {
    case Qt::DisplayRole:
        return allowed ? QStringLiteral("✓") : QStringLiteral("–");
    case Qt::ForegroundRole:
        return themeColor(allowed ? Token::Ok : Token::Text3);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3")
            .arg(headerData(index.row(), Qt::Vertical).toString(),
                headerData(index.column(), Qt::Horizontal).toString(),
                allowed ? tr("allowed") : tr("not allowed"));
    default:
        return {};
    }
}

QVariant RolesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Vertical)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return schemaText(access::choices(access::Role{})[static_cast<std::size_t>(section)].label);
    if (section == kRightRows)
        return tr("People with this role");
    return schemaText(access::nameOf(static_cast<access::Right>(section)).label);
}

RolesPage::RolesPage(const access::Context& context, QWidget* parent)
    : Page(parent)
    , m_model(new RolesModel(context, this))
    , m_table(new QTableView)
    , m_remark(new QLabel)
{
    setObjectName(QStringLiteral("rolesPage"));
    m_table->setObjectName(QStringLiteral("rolesTable"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->setDefaultSectionSize(themePx(metric::kRow));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setCornerButtonEnabled(false);
    setRole(m_remark, "cap");
    m_remark->setObjectName(QStringLiteral("rolesRemark"));
    m_remark->setWordWrap(true);
    auto* card = new Card(QStringLiteral("rolesCard"));
    card->body()->addWidget(m_table, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metric::kPageSide, metric::kSpace4, metric::kPageSide, metric::kSpace4);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_remark);
    layout->addWidget(card, 1);
    retranslate();
}

QString RolesPage::title() const
{
    return tr("Roles and rights");
}

void RolesPage::activated()
{
    m_model->reload();
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void RolesPage::refreshPage()
{
    m_model->reload();
}

void RolesPage::retranslate()
{
    m_table->setAccessibleName(title());
    m_remark->setText(
        tr("A person may hold several roles; their rights add up. How far a role reaches (own "
           "records, team, region, company) is set with each person."));
    m_model->reload();
}

void RolesPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
