// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/side_panel.h"

#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace chengdan::ui {

SidePanel::SidePanel(const QString& name, QWidget* page)
    : QFrame(page)
{
    setObjectName(name);
    setKind(this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    hide();
}

void SidePanel::setContent(QWidget* content)
{
    delete m_content;
    m_content = content;
    if (content)
        layout()->addWidget(content);
}

} // namespace chengdan::ui
