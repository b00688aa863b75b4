// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/shared/cards.h"
#include "ui/shell/overlay.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace chengdan::ui {

namespace {
constexpr int kLongestTitle = 340; ///< px at 100 % that a title may take from the search box
}

SearchButton::SearchButton(QWidget* parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("topSearch"));
    setKind(this, "search");
    setCursor(Qt::IBeamCursor);
}

void SearchButton::setHint(const QString& hint)
{
    m_hint = hint;
    setAccessibleName(hint);
    setToolTip(hint + QStringLiteral("  Ctrl+K"));
    update();
}

QSize SearchButton::sizeHint() const
{
    return {themePx(420), themePx(metric::kControl)};
}

void SearchButton::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    const int size = themePx(16);
    paintIcon(&painter,
        QRectF(10, (height() - size) / 2.0, size, size),
        QStringLiteral("search"),
        Token::Text2);
    const int caps = paintKeyCaps(&painter, rect().adjusted(0, 0, -7, 0), QStringLiteral("Ctrl+K"));
    const QRect text = rect().adjusted(10 + size + 8, 0, -7 - caps - 4, 0);
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(themeColor(Token::Text3));
    painter.drawText(text,
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_hint, Qt::ElideRight, text.width()));
}

TopBar::TopBar(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_search(new SearchButton(this))
    , m_state(new QToolButton(this))
    , m_tasks(new QToolButton(this))
    , m_notices(new IconButton(QStringLiteral("bell"), {}, QStringLiteral("topNotices"), this))
    , m_help(new IconButton(QStringLiteral("circle-help"), {}, QStringLiteral("topHelp"), this))
    , m_new(new QPushButton(this))
{
    setObjectName(QStringLiteral("topBar"));
    setKind(this, "bar");
    m_title->setObjectName(QStringLiteral("topTitle"));
    setRole(m_title, "pageTitle");
    m_state->setObjectName(QStringLiteral("topState"));
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_state->setIconSize(QSize(16, 16));
    m_state->hide();
    setKind(m_state, "quiet");
    m_tasks->setObjectName(QStringLiteral("topTasks"));
    m_tasks->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tasks->setIcon(icon(QStringLiteral("list-checks")));
    m_tasks->setIconSize(QSize(20, 20));
    setKind(m_tasks, "quiet");
    m_new->setObjectName(QStringLiteral("topNew"));
    m_new->setIcon(icon(QStringLiteral("plus"), Token::OnAccent));
    m_new->setIconSize(QSize(16, 16));
    setKind(m_new, "primary");

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kPageSide, 0, metric::kSpace4, 0);
    layout->setSpacing(metric::kSpace1);
    // Equal shares at both sides keep the search box in the middle of the window.
    auto* left = new QHBoxLayout;
    left->addWidget(m_title, 1);
    auto* right = new QHBoxLayout;
    right->setSpacing(metric::kSpace1);
    right->addStretch(1);
    right->addWidget(m_state);
    right->addSpacing(metric::kSpace3);
    right->addWidget(m_tasks);
    right->addWidget(m_notices);
    right->addWidget(m_help);
    right->addSpacing(metric::kSpace2);
    right->addWidget(m_new);
    layout->addLayout(left, 1);
    layout->addWidget(m_search);
    layout->addLayout(right, 1);
    const auto resizeBar = [this] {
        setFixedHeight(themePx(metric::kTopBar));
        m_search->setFixedHeight(m_search->sizeHint().height());
        m_search->setMinimumWidth(themePx(160)); // gives way to a long title
        m_search->setMaximumWidth(m_search->sizeHint().width());
        setTitle(m_title->text());
    };
    connect(&Theme::instance(), &Theme::themeChanged, this, resizeBar);
    resizeBar();
}

void TopBar::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setMinimumWidth(
        qBound(themePx(120), m_title->sizeHint().width(), themePx(kLongestTitle)));
}

void TopBar::setState(const QString& iconName, Tone tone, const QString& text, const QString& tip)
{
    m_state->setVisible(!text.isEmpty());
    m_state->setAccessibleName(text.isEmpty() ? tr("Sync") : text);
    if (text.isEmpty())
        return;
    m_state->setIcon(icon(iconName, wordToken(tone)));
    m_state->setText(QLatin1Char(' ') + text); // room after the icon
    m_state->setMinimumWidth(m_state->sizeHint().width()); // the search box gives way
    m_state->setAccessibleDescription(tip);
    m_state->setToolTip(tip);
}

void TopBar::setTasks(int running, int percent)
{
    const QString words = tr("%n tasks running", nullptr, running);
    const QString far = percent < 0 ? QString() : QStringLiteral("%1%").arg(percent);
    m_tasks->setIcon(
        icon(QStringLiteral("list-checks"), running > 0 ? Token::AccentText : Token::Text2));
    m_tasks->setText(running == 0 ? QString() : far.isEmpty() ? QString::number(running) : far);
    m_tasks->setToolButtonStyle(
        running > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    const QString name = running > 0 ? words : tr("Tasks");
    m_tasks->setAccessibleName(far.isEmpty() ? name : name + QStringLiteral(", ") + far);
    m_tasks->setToolTip(name + QStringLiteral("  Ctrl+Shift+K"));
}

} // namespace chengdan::ui
