// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace chengdan::ui {

/// The open stages of the chain as a row of bars; those reached are filled, the present one is
/// named in the accent.
class StageStrip : public QWidget {
    Q_OBJECT
public:
    explicit StageStrip(QWidget* parent = nullptr);
    /// `present` −1: none reached; names.size(): all reached (closed).
    void setStages(const QStringList& names, int present);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_names;
    int m_present = -1;
};

} // namespace chengdan::ui
