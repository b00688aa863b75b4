// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

namespace chengdan::ui {

/// A short list of amounts with bars whose lengths are strictly proportional: what a cost is made
/// of. Two colours tell material from work; figures stand at the right. Reads as text to a screen
/// reader.
class ElementBars : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        QString label;
        QString figure;
        qint64 amount = 0; ///< any scale, the same for all bars; negative ones have no bar
        Token colour = Token::Series1;
    };
    explicit ElementBars(const QString& name, QWidget* parent = nullptr);
    void setBars(std::vector<Bar> bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Bar> m_bars;
};

} // namespace chengdan::ui
