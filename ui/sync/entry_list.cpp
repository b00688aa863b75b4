// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/entry_list.h"

#include "ui/shared/cards.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>

namespace chengdan::ui {

namespace {

constexpr int kEntryKeyRole = Qt::UserRole + 1;

} // namespace

EntryList::EntryList(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_rows(new QStandardItemModel(this))
    , m_fields(new QStandardItemModel(this))
    , m_list(new QTreeView)
    , m_table(new QTableView)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(name + QStringLiteral("Empty")))
    , m_split(new QSplitter(Qt::Horizontal))
    , m_detail(new QWidget)
    , m_title(new QLabel)
    , m_tag(new TagLabel(name + QStringLiteral("Tag")))
    , m_meta(new QLabel)
    , m_why(new MessageBar(name + QStringLiteral("Why")))
    , m_buttons(new QHBoxLayout)
    , m_hint(new QLabel)
{
    setObjectName(name);
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setModel(m_rows);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    setKind(m_list, "entries");
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_table->setObjectName(name + QStringLiteral("Fields"));
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_meta->setObjectName(name + QStringLiteral("Meta"));
    m_hint->setObjectName(name + QStringLiteral("Hint"));
    buildDetail();
    auto* left = new Card(name + QStringLiteral("Left"));
    left->body()->setContentsMargins(1, 1, 1, 1);
    left->body()->addWidget(m_list);
    auto* right = new Card(name + QStringLiteral("Right"));
    right->body()->addWidget(m_detail);
    m_split->addWidget(left);
    m_split->addWidget(right);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(metric::kSpace3);
    setKind(m_split, "gap");
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({500, 500});
    auto* nothing = new Card(name + QStringLiteral("Nothing"));
    nothing->body()->addWidget(m_empty);
    m_stack->addWidget(m_split);
    m_stack->addWidget(nothing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        choose(false);
    });
}

void EntryList::buildDetail()
{
    setRole(m_title, "subtitle");
    m_title->setWordWrap(true);
    setRole(m_meta, "cap");
    m_meta->setWordWrap(true);
    setRole(m_hint, "cap");
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_table->setModel(m_fields);
    m_table->setShowGrid(false);
    setKind(m_table, "fields");
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(themePx(metric::kHeader + metric::kRow));
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // a few rows
    m_table->verticalHeader()->setMinimumSectionSize(themePx(metric::kRow));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::kSpace3);
    head->addWidget(m_title, 1);
    head->addWidget(m_tag, 0, Qt::AlignTop);
    m_buttons->setSpacing(metric::kSpace2);
    m_buttons->addStretch(1);
    auto* layout = new QVBoxLayout(m_detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace2);
    layout->addLayout(head);
    layout->addWidget(m_meta);
    layout->addWidget(m_why);
    layout->addSpacing(metric::kSpace1);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    layout->addWidget(m_hint);
    layout->addLayout(m_buttons);
    m_why->hide();
}

void EntryList::setListColumns(const QStringList& headings, const QList<int>& widths)
{
    m_rows->setHorizontalHeaderLabels(headings);
    QHeaderView* header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int i = 1; i < headings.size(); ++i) {
        header->setSectionResizeMode(i, QHeaderView::Fixed);
        header->resizeSection(i, themePx(widths.value(i - 1, 100)));
    }
    fitColumns();
}

void EntryList::setFieldColumns(const QStringList& headings)
{
    m_fields->setHorizontalHeaderLabels(headings);
}

void EntryList::setNames(const QString& list, const QString& fields)
{
    m_list->setAccessibleName(list);
    m_table->setAccessibleName(fields);
}

QPushButton* EntryList::addButton(const QString& name, const char* kind)
{
    auto* button = new QPushButton;
    button->setObjectName(name);
    button->setAutoDefault(false);
    if (*kind != '\0')
        setKind(button, kind);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EntryList::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

int EntryList::count() const
{
    return m_rows->rowCount();
}

void EntryList::setEntries(const std::vector<Entry>& entries, bool again)
{
    const int before = std::max(0, m_list->currentIndex().row());
    int at = -1;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_rows->removeRows(0, m_rows->rowCount());
        for (const Entry& entry : entries) {
            QList<QStandardItem*> row;
            for (const QString& cell : entry.cells) {
                auto* item = new QStandardItem(cell);
                item->setToolTip(cell);
                row.append(item);
            }
            row.first()->setData(entry.key, kEntryKeyRole);
            if (entry.tone != Tone::Neutral)
                row.last()->setForeground(themeColor(wordToken(entry.tone)));
            if (entry.key == m_shown)
                at = m_rows->rowCount();
            m_rows->appendRow(row);
        }
        if (at < 0)
            at = std::min(before, m_rows->rowCount() - 1);
        if (at >= 0)
            m_list->setCurrentIndex(m_rows->index(at, 0));
    }
    m_list->viewport()->update();
    m_stack->setCurrentIndex(entries.empty() ? 1 : 0);
    choose(again);
}

void EntryList::choose(bool again)
{
    const QModelIndex current = m_list->currentIndex();
    const qint64 key =
        current.isValid() ? current.siblingAtColumn(0).data(kEntryKeyRole).toLongLong() : 0;
    if (key == m_shown && !again)
        return;
    m_shown = key;
    m_fields->removeRows(0, m_fields->rowCount());
    Q_EMIT chosen(key);
}

void EntryList::setHeading(const Heading& heading)
{
    m_title->setText(heading.title);
    m_tag->setTag(heading.tag, heading.tone);
    m_tag->setVisible(!heading.tag.isEmpty());
    m_meta->setText(heading.meta);
    m_meta->setVisible(!heading.meta.isEmpty());
    const bool warns = heading.tone == Tone::Danger || heading.tone == Tone::Warn;
    m_why->setMessage(warns ? heading.tone : Tone::Info, QString(), heading.why);
    m_why->setVisible(!heading.why.isEmpty());
}

void EntryList::showFields(bool shown)
{
    m_table->setVisible(shown);
}

void EntryList::setEmpty(const QString& icon, const QString& sentence)
{
    m_empty->setContent(icon, sentence, QString());
}

void EntryList::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

// The name comes first and the last column says what matters; those between give way.
void EntryList::fitColumns()
{
    constexpr int kLeastName = 150;
    QHeaderView* header = m_list->header();
    const int last = header->count() - 1;
    int room = m_list->viewport()->width() - (last > 0 ? header->sectionSize(last) : 0);
    for (int column = last - 1; column > 0; --column) {
        header->setSectionHidden(column, false);
        room -= header->sectionSize(column);
    }
    for (int column = 1; column < last && room < themePx(kLeastName); ++column) {
        room += header->sectionSize(column);
        header->setSectionHidden(column, true);
    }
}

bool EntryList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if (pressed->modifiers() != Qt::NoModifier && pressed->modifiers() != Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    const int key = pressed->key();
    if (watched == m_list
        && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Right)) {
        if (m_table->isVisible() && m_fields->rowCount() > 0) {
            if (!m_table->currentIndex().isValid())
                m_table->setCurrentIndex(m_fields->index(0, 0));
            m_table->setFocus(Qt::OtherFocusReason);
        }
        return true;
    }
    if (watched == m_table && (key == Qt::Key_Escape || key == Qt::Key_Left)) {
        focusList();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chengdan::ui
