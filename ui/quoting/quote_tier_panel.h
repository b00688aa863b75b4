// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_pricer.h"

#include <QWidget>

namespace chengdan::ui {

class Card;
class QuoteTierTable;

/// The quantity tiers of the current line: from which quantity, what it costs there, guide, price,
/// margin, needed level. Each tier is costed with its own lot. The last row takes a new one; an
/// emptied quantity or Ctrl+Delete removes its row. Enter goes on to the next row, from a new tier
/// to the row for the one after it; Esc goes back to the lines.
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
    /// Esc was pressed while nothing was being typed.
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Column { From, Cost, Guide, Price, Margin, Level, Count };
    void take(int row, int column);
    bool takeQuantity(int row, const QString& typed);
    bool takePrice(int row, const QString& typed);
    void showEntryRow();
    void goOn(int row, int column);
    void removeTier(int row);
    void retranslate();
    void setText(int row, int column, const QString& text, bool editable);
    Card* m_card;
    QuoteTierTable* m_table;
    std::vector<quoting::DraftTier> m_tiers;
    bool m_filling = false;
    bool m_refused = false; ///< what was typed last stayed out; its cell keeps the focus
    bool m_wasNew = false; ///< it was typed into the row for a new tier
    bool m_editable = true;
};

} // namespace chengdan::ui
