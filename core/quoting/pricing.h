// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/money.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace chengdan::quoting {

// From a cost to a price: guide price, floor, authority, margin, tiers, quotes in another currency.
// Pure functions over exact integers; each rounds once, at the place its comment names. Results
// carry `trace`, lines such as "guide = 22.5868 × (1 + 15%) = 25.97" for people who ask why.

/// Two different sums that must never share one field: 20 % markup is 16.67 % margin.
enum class PriceMethod {
    Markup, ///< price = cost × (1 + rate)
    Margin, ///< price = cost ÷ (1 − rate)
};

enum class PolicyScope { All, Group, Item };

/// One row of the price policy. `scopeKey` is an item or group code (empty for All), an empty grade
/// means every customer, dates are half-open [validFrom, validTo), an invalid date is open.
struct PricePolicy {
    QString id;
    PolicyScope scope = PolicyScope::All;
    QString scopeKey;
    QString grade;
    QDate validFrom;
    QDate validTo;
    PriceMethod method = PriceMethod::Markup;
    Rate rate;
    Rate minMarkup;
    UnitPrice step; ///< zero: the smallest step of priceDecimals
    int priceDecimals = 2; ///< 2 to 6
};

struct PolicyQuery {
    QString item;
    QString group;
    QString grade;
    QDate on;
};

/// The most specific scope wins, then a row made for this grade, then the newest start, then the
/// id. Error: NO_PRICE_POLICY.
Result<PricePolicy> choosePolicy(std::span<const PricePolicy> policies, const PolicyQuery& query);

/// How far below the guide price a level may go on its own. An empty grade is every grade without
/// a row of its own at that level. Levels: 1 sales, 2 manager, 3 director, 4 general manager.
struct FloatAuthority {
    QString grade;
    int level = 1;
    Rate maxDepth;
};

/// Tool and mould fees on a line of their own may not be discounted below level 4.
enum class PricedLine { Product, Tool };

constexpr int kTopLevel = 4;

/// The sum of the cost elements at four places (R5): the cost every function below takes.
Result<UnitCost> costAtFourPlaces(UnitCost cost);

/// Guide price, rounded half up to the step (R6). Errors: RATE_RANGE (markup below 0, margin
/// outside 0 to below 100 %), PRICE_STEP (a step finer than the decimals), PRICE_DECIMALS,
/// COST_NEGATIVE, OVERFLOW_GUARD.
Result<UnitPrice> guidePrice(UnitCost c4, const PricePolicy& policy);

/// c4 × (1 + minMarkup) rounded up to the step, so that the floor itself never undercuts.
Result<UnitPrice> floorPrice(UnitCost c4, const PricePolicy& policy);

/// (price − c4) ÷ price, for display; nothing for a price of zero. Comparisons use exact products.
std::optional<Rate> marginOf(UnitPrice price, UnitCost c4);

/// (guide − price) ÷ guide, for display; nothing for a guide of zero, negative above the guide.
std::optional<Rate> depthOf(UnitPrice guide, UnitPrice price);

/// Whether the price lies within `maxDepth` of the guide, tested on exact products.
bool withinDepth(UnitPrice guide, UnitPrice price, Rate maxDepth);

/// The lowest level that may give this price alone. A level without a row has what the levels below
/// it have. Below the floor it is always the top level.
int levelNeeded(UnitPrice guide,
    UnitPrice price,
    UnitPrice floor,
    std::span<const FloatAuthority> authority,
    const QString& grade,
    PricedLine line);

struct PriceRequest {
    UnitCost c4;
    PricePolicy policy;
    QString grade;
    std::optional<UnitPrice> price; ///< typed by a person; the guide price when missing
    std::vector<FloatAuthority> authority;
    PricedLine line = PricedLine::Product;
};

struct PriceVerdict {
    UnitPrice guide;
    UnitPrice floor;
    UnitPrice price;
    std::optional<Rate> depth;
    std::optional<Rate> margin;
    int level = 1;
    bool belowFloor = false;
    QStringList trace;
};

/// All of the above for one line. Errors as guidePrice; PRICE_NEGATIVE for a typed price below
/// zero.
Result<PriceVerdict> judgePrice(const PriceRequest& request);

/// Quote in another currency: half_up(price × (1 + buffer) ÷ rate) at `decimals`; `rate` is base
/// units per one foreign unit. Errors: E_NO_FX (rate not above zero), PRICE_DECIMALS, RATE_RANGE.
Result<UnitPrice> foreignPrice(UnitPrice price, ExchangeRate rate, Rate buffer, int decimals);

/// A price as people write it: at least `decimals` places, more only where they are not zero.
QString priceText(UnitPrice price, int decimals);

/// A row of a tier table: from this quantity on.
struct PriceTier {
    Quantity from;
    UnitPrice price;
};

enum class TierType {
    Range, ///< all units at the reached tier's price
    Slab, ///< each bracket at its own price
};

struct TierWarning {
    enum class Kind { DearerTier, CheaperToBuyMore };
    Kind kind = Kind::DearerTier;
    Quantity from; ///< the tier that is dearer, or the quantity that would be cheaper
    Money total; ///< what that quantity costs (CheaperToBuyMore only)
};

struct TierTotal {
    UnitPrice reached; ///< price of the tier the quantity has reached
    Money total; ///< rounded once (R7)
    std::vector<TierWarning> warnings;
    QStringList trace;
};

/// What `quantity` costs by the tiers, which must ascend. Brackets of a slab begin at their `from`
/// and end one `unit` before the next: 1/100/500 hold 99, 400 and the rest. Errors: TIER_NONE (no
/// tiers, or less than the first asks for), TIER_ORDER, OVERFLOW_GUARD.
Result<TierTotal> tierTotal(std::span<const PriceTier> tiers,
    TierType type,
    Quantity quantity,
    Currency currency = Currency::cny(),
    Quantity unit = Quantity::fromWhole(1));

} // namespace chengdan::quoting
