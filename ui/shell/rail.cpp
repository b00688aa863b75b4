// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/shared/cards.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

enum RailRole {
    RailIdRole = Qt::UserRole + 1,
    RailIconRole,
    RailCountRole,
    RailWaitsRole,
    RailRuleRole
};

constexpr int kRailTextLeft = 13 + 11; // before the icon, and between icon and word
constexpr int kRailBadgeRight = 8;

QFont railBadgeFont()
{
    QFont font = themeFont(TextRole::Strong);
    font.setPixelSize(themePx(11));
    return font;
}

QString railBadgeText(const QModelIndex& index)
{
    const int count = index.data(RailCountRole).toInt();
    return count <= 0 ? QString() : count > 99 ? QStringLiteral("99+") : QString::number(count);
}

int railBadgeWidth(const QString& text)
{
    return text.isEmpty()
        ? 0
        : qMax(themePx(18), QFontMetrics(railBadgeFont()).horizontalAdvance(text) + 10);
}

// Where the word of a row stands: up to the badge, or to the edge where there is none.
QRect railTextRect(const QRect& row, const QModelIndex& index)
{
    const int badge = railBadgeWidth(railBadgeText(index));
    return row.adjusted(
        kRailTextLeft + themePx(18), 0, badge > 0 ? -kRailBadgeRight - badge - 6 : -4, 0);
}

QRect railRowRect(const QRect& item)
{
    return item.adjusted(8, 2, -8, -2);
}

class RailDelegate : public QStyledItemDelegate {
public:
    explicit RailDelegate(const Rail* rail)
        : QStyledItemDelegate(const_cast<Rail*>(rail))
        , m_rail(rail)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {40, index.data(RailRuleRole).toBool() ? 17 : themePx(metric::kRailRow)};
    }
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(RailRuleRole).toBool()) {
            painter->fillRect(
                QRect(
                    option.rect.left() + 16, option.rect.center().y(), option.rect.width() - 32, 1),
                themeColor(Token::Border));
            painter->restore();
            return;
        }
        paintRow(painter, option, index);
        painter->restore();
    }

private:
    void paintRow(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        const bool current = option.state & QStyle::State_Selected;
        const QRect row = railRowRect(option.rect);
        painter->setPen(Qt::NoPen);
        if (current || option.state & QStyle::State_MouseOver) {
            painter->setBrush(themeColor(current ? Token::AccentSoft : Token::Subtle));
            painter->drawRoundedRect(row, metric::kRadiusControl, metric::kRadiusControl);
        }
        if (current) {
            painter->setBrush(themeColor(Token::Accent));
            painter->drawRoundedRect(
                QRectF(row.left(), row.top() + 8, 3, row.height() - 16), 1.5, 1.5);
        }
        if (option.state & QStyle::State_HasFocus && m_rail->list()->hasFocus()) {
            painter->setPen(QPen(themeColor(Token::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5);
        }
        const Token colour = current ? Token::AccentText : Token::Text2;
        const int size = themePx(18);
        const int left = m_rail->isNarrow() ? row.center().x() - size / 2 + 1 : row.left() + 13;
        paintIcon(painter,
            QRectF(left, row.top() + (row.height() - size) / 2.0, size, size),
            index.data(RailIconRole).toString(),
            colour);
        paintBadge(painter, row, index);
        if (m_rail->isNarrow())
            return;
        QFont font = themeFont(current ? TextRole::Strong : TextRole::Body);
        painter->setFont(font);
        painter->setPen(themeColor(current ? Token::AccentText : Token::Text));
        const QRect text = railTextRect(row, index);
        painter->drawText(text,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), Qt::ElideRight, text.width()));
    }
    void paintBadge(QPainter* painter, const QRect& row, const QModelIndex& index) const
    {
        const QString text = railBadgeText(index);
        if (text.isEmpty())
            return;
        const bool waits = index.data(RailWaitsRole).toBool();
        if (m_rail->isNarrow()) {
            // No room for a figure; the dot says that there is one.
            painter->setPen(QPen(themeColor(Token::Surface), 2));
            painter->setBrush(themeColor(waits ? Token::Danger : Token::Neutral));
            painter->drawEllipse(QPointF(row.center().x() + 9, row.center().y() - 8), 5, 5);
            return;
        }
        painter->setFont(railBadgeFont());
        const int height = themePx(18);
        const int width = railBadgeWidth(text);
        const QRect pill(
            row.right() - kRailBadgeRight - width, row.center().y() - height / 2, width, height);
        painter->setPen(Qt::NoPen);
        painter->setBrush(themeColor(waits ? Token::DangerSoft : Token::NeutralSoft));
        painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter->setPen(themeColor(waits ? Token::Danger : Token::Neutral));
        painter->drawText(pill, Qt::AlignCenter, text);
    }
    const Rail* m_rail;
};

} // namespace

/// Badge, name and role of the person who works here.
class PersonCard : public QWidget {
public:
    explicit PersonCard(QWidget* parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("railPerson"));
    }
    void setPerson(const QString& name, const QString& role)
    {
        m_name = name;
        m_role = role;
        setAccessibleName(role.isEmpty() ? name : name + QStringLiteral(", ") + role);
        setToolTip(role.isEmpty() ? name : name + QLatin1Char('\n') + role);
        update();
    }
    QSize sizeHint() const override { return {40, themePx(46)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int size = themePx(28);
        const bool narrow = width() <= metric::kRailNarrow + 8;
        const int left = narrow ? (width() - size) / 2 : 16;
        paintInitials(&painter, QRectF(left, (height() - size) / 2.0, size, size), m_name);
        if (narrow)
            return;
        const QRect text = rect().adjusted(16 + size + 8, 4, -8, -4);
        painter.setFont(themeFont(TextRole::Body));
        painter.setPen(themeColor(Token::Text));
        // Alone, a name stands in the middle of its badge.
        painter.drawText(text,
            Qt::AlignLeft | (m_role.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop),
            painter.fontMetrics().elidedText(m_name, Qt::ElideRight, text.width()));
        painter.setFont(themeFont(TextRole::Caption));
        painter.setPen(themeColor(Token::Text3));
        painter.drawText(text,
            Qt::AlignLeft | Qt::AlignBottom,
            painter.fontMetrics().elidedText(m_role, Qt::ElideRight, text.width()));
    }

private:
    QString m_name;
    QString m_role;
};

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_logo(new QLabel(this))
    , m_name(new QLabel(this))
    , m_settings(new QPushButton(this))
    , m_person(new PersonCard(this))
{
    setObjectName(QStringLiteral("rail"));
    setKind(this, "rail");
    m_logo->setObjectName(QStringLiteral("railLogo"));
    m_name->setObjectName(QStringLiteral("railProductName"));
    setRole(m_name, "subtitle");
    m_list->setObjectName(QStringLiteral("railList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RailDelegate(this));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_settings->setObjectName(QStringLiteral("railSettings"));
    m_settings->setIcon(icon(QStringLiteral("settings")));
    m_settings->setIconSize(QSize(18, 18));
    m_settings->setFocusPolicy(Qt::TabFocus);
    setKind(m_settings, "railItem");
    auto* rule = new QFrame(this);
    rule->setObjectName(QStringLiteral("railRule"));
    setKind(rule, "rule");

    auto* head = new QHBoxLayout;
    head->setContentsMargins(15, 0, 8, 0);
    head->setSpacing(10);
    head->addWidget(m_logo);
    head->addWidget(m_name, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addSpacing(8);
    layout->addWidget(m_list, 1);
    auto* ruleRow = new QHBoxLayout;
    ruleRow->setContentsMargins(16, 4, 16, 4);
    ruleRow->addWidget(rule);
    layout->addLayout(ruleRow);
    auto* settingsRow = new QHBoxLayout;
    settingsRow->setContentsMargins(19, 0, 8, 0);
    settingsRow->addWidget(m_settings);
    layout->addLayout(settingsRow);
    layout->addWidget(m_person);

    const auto choose = [this](const QModelIndex& at) {
        if (at.isValid() && !at.data(RailRuleRole).toBool())
            Q_EMIT pageChosen(at.data(RailIdRole).toString());
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(&Theme::instance(), &Theme::themeChanged, this, &Rail::resizeParts);
    resizeParts();
}

void Rail::resizeParts()
{
    setFixedWidth(m_narrow ? metric::kRailNarrow : themePx(metric::kRail));
    const qreal ratio = devicePixelRatioF();
    QPixmap logo(QSize(28, 28) * ratio);
    logo.setDevicePixelRatio(ratio);
    logo.fill(Qt::transparent);
    QPainter painter(&logo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(Token::Accent));
    painter.drawRoundedRect(QRectF(1, 1, 26, 26), 6, 6);
    paintIcon(&painter, QRectF(5, 5, 18, 18), QStringLiteral("handshake"), Token::OnAccent);
    painter.end();
    m_logo->setPixmap(logo);
    m_logo->setFixedSize(28, 28);
    m_name->setVisible(!m_narrow);
    m_settings->setText(m_narrow ? QString() : m_settingsText);
    m_person->setFixedHeight(themePx(46));
    m_list->doItemsLayout();
}

QStandardItem* Rail::item(const QString& id) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(RailIdRole).toString() == id)
            return m_model->item(row);
    }
    return nullptr;
}

void Rail::addPage(const QString& id, const QString& iconName, int group)
{
    if (m_lastGroup >= 0 && group != m_lastGroup) {
        auto* rule = new QStandardItem;
        rule->setFlags(Qt::NoItemFlags);
        rule->setData(true, RailRuleRole);
        m_model->appendRow(rule);
    }
    m_lastGroup = group;
    auto* entry = new QStandardItem;
    entry->setData(id, RailIdRole);
    entry->setData(iconName, RailIconRole);
    m_model->appendRow(entry);
}

void Rail::setPageText(const QString& id, const QString& title, const QString& shortcut)
{
    if (QStandardItem* entry = item(id)) {
        entry->setText(title);
        entry->setToolTip(shortcut.isEmpty() ? title : title + QStringLiteral("  ") + shortcut);
    }
}

void Rail::setBadge(const QString& id, int count, bool waitsForMe)
{
    if (QStandardItem* entry = item(id)) {
        entry->setData(count, RailCountRole);
        entry->setData(waitsForMe, RailWaitsRole);
        entry->setData(count > 0 ? entry->text() + QStringLiteral(", ") + QString::number(count)
                                 : entry->text(),
            Qt::AccessibleTextRole);
    }
}

bool Rail::showsWhole(const QString& id) const
{
    const QStandardItem* entry = item(id);
    if (!entry || m_narrow)
        return false;
    const QRect row = railRowRect(QRect(0, 0, width(), themePx(metric::kRailRow)));
    // The current page stands in the bolder face, so that one has to fit.
    return QFontMetrics(themeFont(TextRole::Strong)).horizontalAdvance(entry->text())
        <= railTextRect(row, entry->index()).width();
}

void Rail::setCurrent(const QString& id)
{
    if (QStandardItem* entry = item(id))
        m_list->setCurrentIndex(entry->index());
    else
        m_list->clearSelection();
}

void Rail::setPerson(const QString& name, const QString& role)
{
    m_person->setPerson(name, role);
}

void Rail::setProductName(const QString& name)
{
    m_name->setText(name);
}

void Rail::setSettingsText(const QString& text)
{
    m_settingsText = text;
    m_settings->setAccessibleName(text);
    m_settings->setToolTip(text);
    resizeParts();
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    resizeParts();
}

} // namespace chengdan::ui
