// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/demo_catalog.h"
#include "core/exchange/demo_random.h"

namespace chengdan::exchange {

/// How a price behaves over the years.
struct DemoPrice {
    const char* supplier;
    int milli; ///< thousandths of a currency unit, tax included, for `per` units
    int per = 1;
    const char* currency = "CNY";
    int breakQty = 0; ///< from this quantity on 7 % less; 0: one price
};

/// One operation of a routing, in the shop's own units.
struct DemoStep {
    const char* center;
    const char* name;
    int setupMinutes;
    int runSeconds;
    int crewPercent = 100;
    int yieldPermille = 1000;
};

/// A component: quantity in thousandths of its base unit.
struct DemoPart {
    QString code;
    int milli = 1000;
    int scrapPermille = 0;
};

/// Puts rows into a DemoCatalog so that the families of demo_products.cpp read like a parts list.
class DemoCatalogBuilder {
public:
    explicit DemoCatalogBuilder(QDate today);

    void uom(const char* code, const char* category, qint64 num = 1, qint64 den = 1);
    void center(const char* code, const char* name, int machineRate, int laborRate);
    void supplier(const char* code, const char* name, const char* contact, const char* phone);
    /// A bought item with prices of the last three years; `group` as in overhead scopes.
    void bought(const QString& code,
        const QString& name,
        const QString& spec,
        const char* uom,
        const char* group,
        const DemoPrice& price,
        quoting::Element element = quoting::Element::Mat);
    void service(const char* code, const char* name, const char* uom, const DemoPrice& price);

    struct Made {
        QString code;
        QString name;
        QString spec;
        const char* group = "";
        bool sold = false;
        int standardLot = 0; ///< 0: costed with the lot of the order
        bool phantom = false;
    };
    /// A made item with its released revision; an operation whose centre is empty is done outside
    /// by the service named in `outside`.
    void made(const Made& item,
        const QList<DemoPart>& parts,
        const QList<DemoStep>& steps,
        const char* outside = nullptr,
        int outsideMilli = 1000,
        int minCharge = 0);
    /// Chips that are sold, credited to the item's revision, in thousandths of a kilogram.
    void chips(const QString& item, const char* chipsCode, int milli, int milliPrice);
    void tool(
        const QString& code, const QString& name, const QString& item, int cost, int quantity);
    void exchangeRate(const char* from, int perTenThousand);
    void overhead(const char* code,
        int seq,
        quoting::OverheadLevel level,
        const char* base,
        int permille,
        quoting::Element target);

    DemoCatalog take();

private:
    QDate yearStart(int yearsAgo) const;

    QDate m_today;
    DemoRandom m_random;
    DemoCatalog m_catalog;
    int m_priceNumber = 0;
};

} // namespace chengdan::exchange
