// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/quoting/costing_world.h"

#include <random>

namespace chengdan::tests {

/// Random companies of at most `items` items that cost without errors and use every rule: item 0 is
/// the product, an item uses only later ones. The same seed gives the same tables everywhere.
class RandomCosting {
public:
    explicit RandomCosting(quint64 seed)
        : m_engine(seed)
    {
    }
    quoting::CostTables tables(int items);
    quoting::CostRequest request();

private:
    qint64 number(qint64 least, qint64 most)
    {
        // Not uniform_int_distribution: its numbers differ between standard libraries.
        return least + static_cast<qint64>(m_engine() % static_cast<quint64>(most - least + 1));
    }
    bool chance(int inHundred) { return number(1, 100) <= inHundred; }
    void addItem(quoting::CostTables& tables, int index, int items);
    void addPrices(quoting::CostTables& tables, const quoting::ItemRow& item);
    void addBom(quoting::CostTables& tables, int index, int items);
    void addLine(quoting::CostTables& tables, const QString& bom, int number, int component);
    void addByproduct(quoting::CostTables& tables, const QString& bom, int component);
    void addOperations(quoting::CostTables& tables, const QString& bom);
    void addOverheads(quoting::CostTables& tables);
    QString uom();
    QString currency();

    std::mt19937_64 m_engine;
};

} // namespace chengdan::tests
