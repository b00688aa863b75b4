// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/cards.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

QLabel* roleLabel(const char* role, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    setRole(label, role);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return label;
}

const char* remarkRole(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return "ok";
    case Tone::Warn:
        return "warn";
    case Tone::Danger:
        return "danger";
    default:
        return "cap2";
    }
}

} // namespace

Card::Card(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout)
{
    setObjectName(name);
    setKind(this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kSpace4, metric::kSpace4, metric::kSpace4, metric::kSpace4);
    layout->setSpacing(metric::kSpace3);
    m_body->setSpacing(metric::kSpace2);
    layout->addLayout(m_body, 1);
}

void Card::needHeading()
{
    if (m_headRow)
        return;
    m_headRow = new QWidget(this);
    m_headRow->setObjectName(objectName() + QStringLiteral("Head"));
    m_headRow->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_headLayout = new QHBoxLayout(m_headRow);
    m_headLayout->setContentsMargins(0, 0, 0, 0);
    m_headLayout->setSpacing(metric::kSpace3);
    m_heading = roleLabel("subtitle", objectName() + QStringLiteral("Heading"), m_headRow);
    m_remark = roleLabel("cap", objectName() + QStringLiteral("Remark"), m_headRow);
    m_headLayout->addWidget(m_heading);
    m_headLayout->addWidget(m_remark);
    m_headLayout->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_headRow);
}

void Card::setHeading(const QString& heading, const QString& remark)
{
    needHeading();
    m_heading->setText(heading);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    setAccessibleName(heading);
}

void Card::addHeadingWidget(QWidget* widget)
{
    needHeading();
    m_headLayout->addWidget(widget);
}

KpiCard::KpiCard(const QString& iconName, const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_caption(roleLabel("body2", name + QStringLiteral("Caption"), this))
    , m_figure(roleLabel("kpi", name + QStringLiteral("Figure"), this))
    , m_unit(roleLabel("cap2", name + QStringLiteral("Unit"), this))
    , m_remark(roleLabel("cap2", name + QStringLiteral("Remark"), this))
    , m_bar(new QProgressBar(this))
{
    setObjectName(name);
    setKind(this, "card");
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setCursor(Qt::PointingHandCursor);
    auto* picture = new IconButton(iconName, {}, name + QStringLiteral("Icon"), this);
    picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    picture->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->addWidget(m_caption, 1);
    head->addWidget(picture);
    auto* figure = new QHBoxLayout;
    figure->setSpacing(metric::kSpace2);
    figure->addWidget(m_figure, 0, Qt::AlignBottom);
    figure->addWidget(m_unit, 0, Qt::AlignBottom);
    figure->addStretch(1);
    m_unit->setContentsMargins(0, 0, 0, 5);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kSpace4, metric::kSpace3, metric::kSpace3, metric::kSpace4);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addLayout(figure);
    layout->addWidget(m_remark);
    layout->addSpacing(metric::kSpace1);
    layout->addWidget(m_bar);
    layout->addStretch(1);
    m_bar->setObjectName(name + QStringLiteral("Bar"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    // Cards in one row keep one height, with and without a bar.
    QSizePolicy kept = m_bar->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(kept);
    m_bar->hide();
}

void KpiCard::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    describe();
}

void KpiCard::setFigure(const QString& figure, const QString& unit)
{
    m_figure->setText(figure);
    m_unit->setText(unit);
    describe();
}

void KpiCard::setRemark(const QString& remark, Tone tone)
{
    m_remark->setText(remark);
    setRole(m_remark, remarkRole(tone));
    describe();
}

void KpiCard::setProgress(int percent)
{
    m_bar->setVisible(percent >= 0);
    m_bar->setValue(qBound(0, percent, 100));
}

void KpiCard::describe()
{
    setAccessibleName(m_caption->text() + QStringLiteral(": ") + m_figure->text() + QLatin1Char(' ')
        + m_unit->text());
    setAccessibleDescription(m_remark->text());
}

void KpiCard::mouseReleaseEvent(QMouseEvent* event)
{
    QFrame::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT opened();
}

void KpiCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        Q_EMIT opened();
    else
        QFrame::keyPressEvent(event);
}

EmptyState::EmptyState(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(roleLabel("body2", name + QStringLiteral("Sentence"), this))
    , m_button(new QPushButton(this))
{
    setObjectName(name);
    m_icon->setObjectName(name + QStringLiteral("Icon"));
    m_button->setObjectName(name + QStringLiteral("Action"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metric::kSpace3);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&Theme::instance(), &Theme::themeChanged, this, &EmptyState::tint);
}

void EmptyState::setContent(const QString& iconName, const QString& sentence, const QString& action)
{
    m_iconName = iconName;
    m_sentence->setText(sentence);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    tint();
}

void EmptyState::tint()
{
    m_icon->setPixmap(icon(m_iconName, Token::Text3)
                          .pixmap(QSize(themePx(40), themePx(40)), devicePixelRatioF()));
}

LoadingBar::LoadingBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_timer(new QTimer(this))
{
    setObjectName(name);
    setFixedHeight(2);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer->setInterval(30);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 2) % 130;
        update();
    });
}

void LoadingBar::setRunning(bool running)
{
    m_step = 0;
    running ? m_timer->start() : m_timer->stop();
    update();
}

void LoadingBar::paintEvent(QPaintEvent*)
{
    if (!m_timer->isActive())
        return;
    QPainter painter(this);
    const int length = width() * 3 / 10;
    painter.fillRect(
        QRect(width() * (m_step - 30) / 100, 0, length, height()), themeColor(Token::Accent));
}

IconButton::IconButton(
    const QString& iconName, const QString& text, const QString& name, QWidget* parent)
    : QToolButton(parent)
{
    setObjectName(name);
    setIcon(ui::icon(iconName, Token::Text2, Token::AccentText));
    setIconSize(QSize(18, 18));
    setMinimumSize(themePx(30), themePx(30));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setTexts(text);
}

void IconButton::setTexts(const QString& text, const QString& shortcut)
{
    setAccessibleName(text);
    setToolTip(shortcut.isEmpty() ? text : text + QStringLiteral("  ") + shortcut);
}

} // namespace chengdan::ui
