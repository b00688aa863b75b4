// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_pricer.h"

#include <QAbstractTableModel>

namespace chengdan::ui {

/// What a line says about its item, for the eyes; looked up once when the item is picked.
struct LineItem {
    qint64 key = 0; ///< rowid, for the lookup field
    ItemId id;
    QString code;
    QString name;
    QString spec;
    QString uom;
};

/// The lines of a quote being written. The model holds what was typed (DraftLine) and, beside it,
/// what pricing said of it; it computes nothing. Its last row is always empty and takes the next
/// item.
class QuoteLinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column {
        Item,
        Name,
        Quantity,
        Unit,
        Cost,
        Guide,
        Depth,
        Price,
        Amount,
        Margin,
        Count
    };
    enum Role {
        RawRole = Qt::UserRole + 1, ///< qint64 or QString as an editor takes it; invalid when empty
        ProblemRole, ///< bool: below the floor, or without a cost
    };

    using QAbstractTableModel::QAbstractTableModel;

    struct Line {
        quoting::DraftLine draft;
        std::optional<LineItem> item;
        int paste = 0; ///< which paste put it here; 0: none
    };
    struct PlacedLine {
        int row = 0;
        Line line;
    };

    void setLines(std::vector<Line> lines);
    const std::vector<Line>& lines() const { return m_lines; }
    /// How often all lines were set.
    int loads() const { return m_loads; }
    /// Result of pricing the lines as they stand; shown until the next one.
    void setPriced(const quoting::PricedQuote& priced);
    const quoting::QuotedLine* priced(int row) const;
    /// People without the cost right see no cost and margin columns.
    void setCostVisible(bool visible) { m_costVisible = visible; }
    /// A frozen quote has no entry row.
    void setEditable(bool editable);
    void setPriceDecimals(int decimals) { m_decimals = decimals; }

    /// Puts an item into a row; the last row becomes a line of quantity 1 and a new empty one
    /// follows.
    void setItem(int row, const LineItem& item);
    /// Puts lines behind those there are.
    void addLines(std::vector<Line> lines);
    /// Takes out what is left of a paste, as it stands now, and puts such lines back where they
    /// were, or behind the last line.
    std::vector<PlacedLine> takePasted(int paste);
    void putBack(const std::vector<PlacedLine>& lines);
    void setTiers(int row, std::vector<quoting::DraftTier> tiers);
    void removeLine(int row);
    bool isEntryRow(int row) const { return row == static_cast<int>(m_lines.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Something typed differs; price the lines again.
    void edited();

private:
    QString text(const Line& line, const quoting::QuotedLine* priced, Column column) const;
    QVariant raw(const Line& line, const quoting::QuotedLine* priced, Column column) const;
    std::vector<Line> m_lines;
    std::vector<quoting::QuotedLine> m_priced;
    bool m_costVisible = true;
    bool m_editable = true;
    int m_decimals = 2;
    int m_loads = 0;
};

} // namespace chengdan::ui
