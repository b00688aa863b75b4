// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_columns_panel.h"

#include "ui/shared/list_density.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>

namespace chengdan::ui {

ListColumnsPanel::ListColumnsPanel(const QString& name, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_freeze(new QCheckBox)
    , m_densityLabel(new QLabel)
    , m_density(new QComboBox)
    , m_up(new QPushButton)
    , m_down(new QPushButton)
    , m_reset(new QPushButton)
{
    setObjectName(name);
    setKind(this, "card");
    setRole(m_title, "subtitle");
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_freeze->setObjectName(name + QStringLiteral("Freeze"));
    m_density->setObjectName(name + QStringLiteral("Density"));
    m_up->setObjectName(name + QStringLiteral("Up"));
    m_down->setObjectName(name + QStringLiteral("Down"));
    m_reset->setObjectName(name + QStringLiteral("Reset"));
    setKind(m_reset, "ghost");
    for (int i = 0; i < 3; ++i)
        m_density->addItem(QString());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kSpace4, metric::kSpace3, metric::kSpace4, metric::kSpace3);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    auto* moves = new QHBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch(1);
    layout->addLayout(moves);
    layout->addWidget(m_freeze);
    auto* density = new QHBoxLayout;
    density->addWidget(m_densityLabel);
    density->addWidget(m_density, 1);
    layout->addLayout(density);
    layout->addWidget(m_reset);
    retranslate();
    connect(m_list, &QListWidget::itemChanged, this, &ListColumnsPanel::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ListColumnsPanel::tell);
    connect(m_freeze, &QCheckBox::toggled, this, &ListColumnsPanel::tell);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_reset, &QPushButton::clicked, this, &ListColumnsPanel::resetWanted);
    connect(m_density, &QComboBox::activated, this, [this](int at) {
        ListDensity::instance().setLevel(ListDensity::Level(at));
        Q_EMIT densityChosen();
    });
}

void ListColumnsPanel::retranslate()
{
    m_title->setText(tr("Columns"));
    m_list->setAccessibleName(tr("Columns of this view"));
    m_freeze->setText(tr("First column stays in place"));
    m_densityLabel->setText(tr("Row height"));
    m_densityLabel->setBuddy(m_density);
    m_density->setAccessibleName(tr("Row height"));
    m_density->setItemText(0, tr("Compact"));
    m_density->setItemText(1, tr("Normal"));
    m_density->setItemText(2, tr("Roomy"));
    m_up->setText(tr("Up"));
    m_up->setToolTip(tr("Move this column to the left  Alt+Up"));
    m_down->setText(tr("Down"));
    m_down->setToolTip(tr("Move this column to the right  Alt+Down"));
    m_reset->setText(tr("Back to the shipped columns"));
}

void ListColumnsPanel::setColumns(
    const std::vector<ColumnSpec>& columns, const ListArrangement& arrangement)
{
    m_filling = true;
    m_arrangement = arrangement;
    const QString current =
        m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
    m_list->clear();
    for (const QString& key : arrangement.ordered(columns)) {
        for (const ColumnSpec& column : columns) {
            if (column.key != key)
                continue;
            auto* item = new QListWidgetItem(column.title, m_list);
            item->setData(Qt::UserRole, key);
            item->setSizeHint(QSize(0, themePx(metric::kChip)));
            // The first column names the row: it is always there.
            const bool fixed = m_list->count() == 1;
            item->setFlags(fixed ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                 : Qt::ItemIsEnabled | Qt::ItemIsSelectable
                        | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
            item->setCheckState(fixed || arrangement.isShown(column) ? Qt::Checked : Qt::Unchecked);
            if (key == current)
                m_list->setCurrentItem(item);
        }
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    m_freeze->setChecked(arrangement.frozen > 0);
    m_density->setCurrentIndex(int(ListDensity::instance().level()));
    m_filling = false;
}

void ListColumnsPanel::tell()
{
    if (m_filling)
        return;
    m_arrangement.order.clear();
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem* item = m_list->item(i);
        const QString key = item->data(Qt::UserRole).toString();
        m_arrangement.order += key;
        if (item->flags() & Qt::ItemIsUserCheckable)
            m_arrangement.shown.insert(key, item->checkState() == Qt::Checked);
    }
    m_arrangement.frozen = m_freeze->isChecked() ? qMax(1, m_arrangement.frozen) : 0;
    Q_EMIT arrangementChanged(m_arrangement);
}

void ListColumnsPanel::move(int step)
{
    const int from = m_list->currentRow();
    const int to = from + step;
    if (from < 1 || to < 1 || to >= m_list->count())
        return;
    m_filling = true;
    QListWidgetItem* item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentItem(item);
    m_filling = false;
    tell();
}

void ListColumnsPanel::openAt(QWidget* anchor)
{
    resize(themePx(300), themePx(480));
    QPoint at = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    const QRect room = anchor->screen()->availableGeometry();
    at.setX(qBound(room.left(), at.x(), qMax(room.left(), room.right() - width())));
    at.setY(qBound(room.top(), at.y(), qMax(room.top(), room.bottom() - height())));
    QFrame::move(at);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

bool ListColumnsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::AltModifier
            && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ListColumnsPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
