// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/contact_list.h"

#include "ui/shared/cards.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kContactRow = 48;
constexpr int kContactJobRole = Qt::UserRole + 1;
constexpr int kContactReachRole = Qt::UserRole + 2;
constexpr int kContactTagRole = Qt::UserRole + 3;

/// "(李) 李明  采购经理        [主要]" over "138 0000 0000".
class ContactDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, themePx(kContactRow)};
    }
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = option.state & QStyle::State_Selected;
        const bool focus = option.state & QStyle::State_HasFocus;
        const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
        if (chosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(themeColor(chosen && focus ? Token::Selected : Token::Hover));
            painter->drawRoundedRect(frame, metric::kRadiusControl, metric::kRadiusControl);
        }
        if (focus) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(themeColor(Token::Accent), 2));
            painter->drawRoundedRect(frame, metric::kRadiusControl, metric::kRadiusControl);
        }
        const QString name = index.data().toString();
        const int circle = themePx(28);
        const QRect inside = option.rect.adjusted(themePx(8), themePx(5), -themePx(8), -themePx(5));
        paintInitials(painter,
            QRectF(inside.left(), inside.center().y() - circle / 2.0, circle, circle),
            name);
        QRect upper = inside.adjusted(circle + themePx(10), 0, 0, -inside.height() / 2);
        QRect lower = upper.translated(0, inside.height() / 2);
        const QString tag = index.data(kContactTagRole).toString();
        if (!tag.isEmpty()) {
            const int wide = tagWidth(tag);
            paintTag(painter,
                QRect(inside.right() - wide, inside.top(), wide, inside.height()),
                tag,
                Tone::Accent);
            upper.setRight(inside.right() - wide - themePx(8));
            lower.setRight(upper.right());
        }
        painter->setFont(themeFont(TextRole::Strong));
        painter->setPen(themeColor(Token::Text));
        const QString shown =
            painter->fontMetrics().elidedText(name, Qt::ElideRight, upper.width());
        painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, shown);
        upper.setLeft(upper.left() + painter->fontMetrics().horizontalAdvance(shown) + themePx(8));
        painter->setFont(themeFont(TextRole::Caption));
        painter->setPen(themeColor(Token::Text3));
        painter->drawText(upper,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data(kContactJobRole).toString(), Qt::ElideRight, upper.width()));
        painter->setPen(themeColor(Token::Text2));
        painter->drawText(lower,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data(kContactReachRole).toString(), Qt::ElideRight, lower.width()));
        painter->restore();
    }
};

QString reachOf(const customers::Contact& contact)
{
    for (const QString& way : {contact.mobile, contact.phone, contact.wechat, contact.email}) {
        if (!way.isEmpty())
            return way;
    }
    return QStringLiteral("\u2014");
}

} // namespace

ContactList::ContactList(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_add(new QPushButton)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_none(new QLabel)
{
    setObjectName(QStringLiteral("customerContacts"));
    m_heading->setObjectName(QStringLiteral("contactsHeading"));
    setRole(m_heading, "strong");
    m_add->setObjectName(QStringLiteral("contactAdd"));
    m_add->setIcon(icon(QStringLiteral("plus")));
    setKind(m_add, "text");
    m_none->setObjectName(QStringLiteral("contactsNone"));
    setRole(m_none, "cap");
    m_none->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("contactsList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ContactDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kPageSide, 0, metric::kSpace3, metric::kSpace4);
    layout->setSpacing(metric::kSpace1);
    layout->addLayout(head);
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    connect(m_add, &QPushButton::clicked, this, &ContactList::addWanted);
    connect(m_list, &QListView::doubleClicked, this, &ContactList::editWanted);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (current())
            showMenu(m_list->viewport()->mapToGlobal(at));
    });
    retranslate();
}

void ContactList::showContacts(std::vector<customers::Contact> contacts)
{
    const int before = m_list->currentIndex().row();
    m_contacts = std::move(contacts);
    m_model->clear();
    for (const customers::Contact& contact : m_contacts) {
        auto* item = new QStandardItem(contact.name);
        item->setData(contact.title, kContactJobRole);
        item->setData(reachOf(contact), kContactReachRole);
        item->setData(contact.primary ? tr("Primary") : QString(), kContactTagRole);
        item->setData(
            QStringList{contact.name, contact.title, reachOf(contact)}.join(QStringLiteral(", ")),
            Qt::AccessibleTextRole);
        item->setData(contact.email, Qt::ToolTipRole);
        m_model->appendRow(item);
    }
    const int rows = m_model->rowCount();
    m_list->setFixedHeight(rows * themePx(kContactRow) + 2);
    m_list->setVisible(rows > 0);
    m_none->setVisible(rows == 0);
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(qBound(0, before, rows - 1), 0));
    retranslate();
}

void ContactList::setEditable(bool editable)
{
    m_editable = editable;
    m_add->setVisible(editable);
}

std::optional<customers::Contact> ContactList::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_contacts.size())
        ? std::optional(m_contacts[static_cast<std::size_t>(row)])
        : std::nullopt;
}

bool ContactList::hasKeys() const
{
    return m_list->hasFocus();
}

void ContactList::focusList()
{
    (m_list->isVisible() ? static_cast<QWidget*>(m_list) : m_add)->setFocus();
}

void ContactList::showMenu(const QPoint& at)
{
    if (!m_editable)
        return;
    QMenu menu(this);
    const auto add = [&menu](const QString& word, const char* keys, const char* picture) {
        return menu.addAction(icon(QString::fromLatin1(picture)),
            word + QLatin1Char('\t') + QString::fromLatin1(keys));
    };
    const QAction* edit = add(tr("Edit contact"), "F2", "pencil");
    const QAction* more = add(tr("Add contact"), "Ins", "plus");
    const QAction* remove = add(tr("Delete contact"), "Ctrl+Delete", "trash-2");
    const QAction* chosen = menu.exec(at);
    if (chosen == nullptr)
        return;
    if (chosen == edit)
        Q_EMIT editWanted();
    else if (chosen == more)
        Q_EMIT addWanted();
    else if (chosen == remove)
        Q_EMIT deleteWanted();
}

bool ContactList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || !m_editable)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (!plain || !current())
            return false;
        Q_EMIT editWanted();
        return true;
    case Qt::Key_Insert:
        if (!plain)
            return false;
        Q_EMIT addWanted();
        return true;
    case Qt::Key_Delete:
        if (modifiers != Qt::ControlModifier || !current())
            return false;
        Q_EMIT deleteWanted();
        return true;
    default:
        return false;
    }
}

void ContactList::retranslate()
{
    m_heading->setText(
        m_contacts.empty() ? tr("Contacts") : tr("Contacts (%1)").arg(m_contacts.size()));
    m_add->setText(tr("Add contact"));
    m_add->setToolTip(tr("Add a contact of this customer (Ins in the list)"));
    m_none->setText(tr("Nobody is known here yet"));
    m_list->setAccessibleName(tr("Contacts"));
}

void ContactList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showContacts(m_contacts);
}

} // namespace chengdan::ui
