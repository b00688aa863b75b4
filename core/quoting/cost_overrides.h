// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"

#include <QHash>
#include <QPair>
#include <QString>

namespace chengdan::quoting {

/// The what-if layer: figures that stand in for those of CostInput during one costing. Nothing here
/// is ever written. Keys are the codes of the tables; a key that names nothing has no effect.
struct Overrides {
    /// Factor on the picked price of an item (1.1 = ten percent dearer), and on every item of a
    /// group; both apply when both are given.
    QHash<QString, Rate> itemPriceFactor;
    QHash<QString, Rate> groupPriceFactor;
    /// Net price per base UoM in base currency, instead of any price row or fixed cost.
    QHash<QString, UnitPrice> itemPrice;
    struct HourRates {
        UnitPrice machine; ///< per hour, base currency
        UnitPrice labor;
    };
    QHash<QString, HourRates> workCenterRates;
    /// Base units for one unit of that currency.
    QHash<QString, ExchangeRate> fx;
    /// By item: header yield of its BOM. By (item, op_seq): yield of the operation.
    QHash<QString, Rate> bomYield;
    QHash<QPair<QString, int>, Rate> operationYield;
    /// By (item, line number) of the item's BOM.
    QHash<QPair<QString, int>, Rate> scrap;
    /// Lot of a made item other than the asked one, base UoM.
    QHash<QString, Quantity> lot;
    /// By (item, alternative group): the line number to take.
    QHash<QPair<QString, QString>, int> alternate;
    /// By item: the revision to follow, whatever its state and dates.
    QHash<QString, QString> revision;

    bool isEmpty() const
    {
        return itemPriceFactor.isEmpty() && groupPriceFactor.isEmpty() && itemPrice.isEmpty()
            && workCenterRates.isEmpty() && fx.isEmpty() && bomYield.isEmpty()
            && operationYield.isEmpty() && scrap.isEmpty() && lot.isEmpty() && alternate.isEmpty()
            && revision.isEmpty();
    }
};

} // namespace chengdan::quoting
