// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/column_traits.h"

/// The fixed lists of catalogue records. Codes are those of the costing tables (CSV and company
/// file alike); the costing kernel has its own enums of the same order, since it may not be
/// included from here and must not depend on storage.
namespace chengdan::catalog {

enum class ItemKind { Make, Buy, Phantom, Service, Tool };
enum class LotPolicy { Order, Standard };
enum class CostSource {
    Normal, ///< exploded or priced as its kind says
    Fixed, ///< always the fixed cost
};
/// What an item's purchase price counts as.
enum class CostElement { Mat, Loss, Lab, Mac, Set, Out, Tool, Pack, Frt, Moh, Adm, Rec, Oth };
enum class BomStatus { Draft, Released, Obsolete };
enum class LineType { Component, Byproduct };
enum class ScrapMode {
    Markup, ///< gross = net × (1 + s)
    Loss, ///< gross = net / (1 − s)
};
enum class Supply { Own, Customer };
enum class ByproductValue { Credit, Share };
enum class RunBasis { Unit, Cycle, Batch, Lot };
enum class CycleRounding { Ceil, None };
enum class ToolMode { Amortise, SeparateLine, Free };
enum class OverheadLevel { Each, Top };
enum class OverheadScope { All, ItemGroup, WorkCenter };

std::span<const schema::Choice> choices(ItemKind);
std::span<const schema::Choice> choices(LotPolicy);
std::span<const schema::Choice> choices(CostSource);
std::span<const schema::Choice> choices(CostElement);
std::span<const schema::Choice> choices(BomStatus);
std::span<const schema::Choice> choices(LineType);
std::span<const schema::Choice> choices(ScrapMode);
std::span<const schema::Choice> choices(Supply);
std::span<const schema::Choice> choices(ByproductValue);
std::span<const schema::Choice> choices(RunBasis);
std::span<const schema::Choice> choices(CycleRounding);
std::span<const schema::Choice> choices(ToolMode);
std::span<const schema::Choice> choices(OverheadLevel);
std::span<const schema::Choice> choices(OverheadScope);

} // namespace chengdan::catalog
