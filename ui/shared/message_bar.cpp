// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/cards.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

const char* messageKind(Tone tone)
{
    switch (tone) {
    case Tone::Warn:
        return "message-warn";
    case Tone::Danger:
        return "message-danger";
    case Tone::Ok:
        return "message-ok";
    default:
        return "message-info";
    }
}

QString messageIcon(Tone tone)
{
    switch (tone) {
    case Tone::Warn:
        return QStringLiteral("triangle-alert");
    case Tone::Danger:
        return QStringLiteral("circle-alert");
    case Tone::Ok:
        return QStringLiteral("circle-check");
    default:
        return QStringLiteral("info");
    }
}

} // namespace

MessageBar::MessageBar(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
    , m_actions(new QHBoxLayout)
{
    setObjectName(name);
    m_icon->setObjectName(name + QStringLiteral("Icon"));
    m_heading->setObjectName(name + QStringLiteral("Heading"));
    m_text->setObjectName(name + QStringLiteral("Text"));
    for (QLabel* label : {m_heading, m_text}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_heading);
    words->addWidget(m_text);
    m_actions->setSpacing(metric::kSpace3);
    m_actions->addStretch(1);
    words->addLayout(m_actions);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kSpace3, metric::kSpace2, metric::kSpace3, metric::kSpace2);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    m_icon->setContentsMargins(0, 2, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&Theme::instance(), &Theme::themeChanged, this, &MessageBar::tint);
    hide();
}

void MessageBar::setMessage(Tone tone, const QString& heading, const QString& text)
{
    m_tone = tone;
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setKind(this, messageKind(tone));
    setRole(m_heading, messageKind(tone));
    setAccessibleName(heading.isEmpty() ? text : heading);
    setAccessibleDescription(text);
    tint();
}

void MessageBar::addAction(const QString& word, std::function<void()> run)
{
    auto* button = new QPushButton(word, this);
    button->setObjectName(objectName() + QStringLiteral("Action%1").arg(m_actions->count()));
    setKind(button, "link");
    connect(button, &QPushButton::clicked, this, std::move(run));
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void MessageBar::clearActions()
{
    while (m_actions->count() > 1) {
        QLayoutItem* item = m_actions->takeAt(0);
        item->widget()->deleteLater();
        delete item;
    }
}

void MessageBar::tint()
{
    m_icon->setPixmap(icon(messageIcon(m_tone), wordToken(m_tone))
                          .pixmap(QSize(themePx(16), themePx(16)), devicePixelRatioF()));
}

} // namespace chengdan::ui
