// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace chengdan::ui {

/// The 360 px panel at the right of a page. Above 1360 px window width it takes its place in the
/// page; below it lies over the page's right edge.
class SidePanel : public QFrame {
    Q_OBJECT
public:
    SidePanel(const QString& name, QWidget* page);
    void setContent(QWidget* content);
    QWidget* content() const { return m_content; }

private:
    QWidget* m_content = nullptr;
};

} // namespace chengdan::ui
