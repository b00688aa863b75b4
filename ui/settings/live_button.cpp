// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/live_button.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace chengdan::ui {

LiveButton::LiveButton(const QString& name, const char* kind, LiveText words, QWidget* parent)
    : QPushButton(parent)
    , m_words(std::move(words))
{
    setObjectName(name);
    setKind(this, kind);
    setText(m_words());
}

void LiveButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setText(m_words());
}

} // namespace chengdan::ui
