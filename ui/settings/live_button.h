// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/text.h"

#include <QPushButton>

namespace chengdan::ui {

/// A button that asks for its words again when the language changes.
class LiveButton : public QPushButton {
    Q_OBJECT
public:
    LiveButton(const QString& name, const char* kind, LiveText words, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    LiveText m_words;
};

} // namespace chengdan::ui
