// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_pricer.h"

#include <QWidget>

class QTableWidget;
class QPushButton;
class QLabel;

namespace chengdan::ui {

class Card;

/// The quantity tiers of the current line: from which quantity, what it costs there, guide, price,
/// margin, needed level. Each tier is costed with its own lot. The last row takes a new one; an
/// emptied quantity removes its row.
class QuoteTierPanel : public QWidget {
    Q_OBJECT
public:
    explicit QuoteTierPanel(QWidget* parent = nullptr);
    void showLine(const quoting::DraftLine* draft,
        const quoting::QuotedLine* priced,
        bool costVisible,
        bool editable);
    /// Puts the focus into the row that takes a new tier (Ctrl+T in the editor).
    void focusEntry();

Q_SIGNALS:
    void tiersEdited(const std::vector<chengdan::quoting::DraftTier>& tiers);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Column { From, Cost, Guide, Price, Margin, Level, Count };
    void take(int row, int column);
    void retranslate();
    void setText(int row, int column, const QString& text, bool editable);
    Card* m_card;
    QTableWidget* m_table;
    std::vector<quoting::DraftTier> m_tiers;
    bool m_filling = false;
    bool m_editable = true;
};

} // namespace chengdan::ui
