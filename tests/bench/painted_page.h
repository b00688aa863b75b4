// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTableView>

#include <functional>

namespace chengdan::bench {

/// Lets events run until `done`; ends the run after two minutes.
void waitUntil(const std::function<bool()>& done, const char* what);

/// Sees when a table paints its rows by itself, as it does for a person. Both sides of a comparison
/// wait for this; a picture taken on top would charge a second painting to whoever paints alone.
class PaintedPage : public QObject {
public:
    /// `holds` tells whether every row in sight can be painted now.
    PaintedPage(QTableView& view, std::function<bool()> holds);
    /// From now on only a new painting counts; asks the table for one.
    void expect();
    bool isPainted() const { return m_painted; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTableView& m_view;
    std::function<bool()> m_holds;
    bool m_painted = false;
};

} // namespace chengdan::bench
