// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace chengdan::ui {

/// How high the rows of all lists are: compact 28, normal 36, roomy 44 px at 100 % text size. One
/// per process, UI thread only.
class ListDensity : public QObject {
    Q_OBJECT
public:
    enum class Level { Compact, Normal, Roomy };
    static ListDensity& instance();
    Level level() const { return m_level; }
    void setLevel(Level level);
    /// Height of a row in px at the present text size.
    int rowHeight() const;

Q_SIGNALS:
    void changed();

private:
    Level m_level = Level::Normal;
};

} // namespace chengdan::ui
