// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_choices.h"

#include <QtGlobal>

namespace chengdan::catalog {

std::span<const schema::Choice> choices(ItemKind)
{
    static constexpr schema::Choice kList[]{
        {"make", QT_TRANSLATE_NOOP("schema", "Made")},
        {"buy", QT_TRANSLATE_NOOP("schema", "Bought")},
        {"phantom", QT_TRANSLATE_NOOP("schema", "Phantom")},
        {"service", QT_TRANSLATE_NOOP("schema", "Service")},
        {"tool", QT_TRANSLATE_NOOP("schema", "Tool")},
    };
    return kList;
}

std::span<const schema::Choice> choices(LotPolicy)
{
    static constexpr schema::Choice kList[]{
        {"order", QT_TRANSLATE_NOOP("schema", "Lot of the order")},
        {"standard", QT_TRANSLATE_NOOP("schema", "Standard lot")},
    };
    return kList;
}

std::span<const schema::Choice> choices(CostSource)
{
    static constexpr schema::Choice kList[]{
        {"normal", QT_TRANSLATE_NOOP("schema", "By BOM or price")},
        {"fixed", QT_TRANSLATE_NOOP("schema", "Fixed cost")},
    };
    return kList;
}

std::span<const schema::Choice> choices(CostElement)
{
    static constexpr schema::Choice kList[]{
        {"MAT", QT_TRANSLATE_NOOP("schema", "Material")},
        {"LOSS", QT_TRANSLATE_NOOP("schema", "Scrap")},
        {"LAB", QT_TRANSLATE_NOOP("schema", "Labour")},
        {"MAC", QT_TRANSLATE_NOOP("schema", "Machine")},
        {"SET", QT_TRANSLATE_NOOP("schema", "Setup")},
        {"OUT", QT_TRANSLATE_NOOP("schema", "Outside processing")},
        {"TOOL", QT_TRANSLATE_NOOP("schema", "Tooling")},
        {"PACK", QT_TRANSLATE_NOOP("schema", "Packing")},
        {"FRT", QT_TRANSLATE_NOOP("schema", "Freight")},
        {"MOH", QT_TRANSLATE_NOOP("schema", "Manufacturing overhead")},
        {"ADM", QT_TRANSLATE_NOOP("schema", "Administration")},
        {"REC", QT_TRANSLATE_NOOP("schema", "Recovered scrap")},
        {"OTH", QT_TRANSLATE_NOOP("schema", "Other")},
    };
    return kList;
}

std::span<const schema::Choice> choices(BomStatus)
{
    static constexpr schema::Choice kList[]{
        {"draft", QT_TRANSLATE_NOOP("schema", "Draft")},
        {"released", QT_TRANSLATE_NOOP("schema", "Released")},
        {"obsolete", QT_TRANSLATE_NOOP("schema", "Obsolete")},
    };
    return kList;
}

std::span<const schema::Choice> choices(LineType)
{
    static constexpr schema::Choice kList[]{
        {"component", QT_TRANSLATE_NOOP("schema", "Component")},
        {"byproduct", QT_TRANSLATE_NOOP("schema", "By-product")},
    };
    return kList;
}

std::span<const schema::Choice> choices(ScrapMode)
{
    static constexpr schema::Choice kList[]{
        {"markup", QT_TRANSLATE_NOOP("schema", "Net × (1 + s)")},
        {"loss", QT_TRANSLATE_NOOP("schema", "Net ÷ (1 − s)")},
    };
    return kList;
}

std::span<const schema::Choice> choices(Supply)
{
    static constexpr schema::Choice kList[]{
        {"own", QT_TRANSLATE_NOOP("schema", "Own")},
        {"customer", QT_TRANSLATE_NOOP("schema", "Supplied by customer")},
    };
    return kList;
}

std::span<const schema::Choice> choices(ByproductValue)
{
    static constexpr schema::Choice kList[]{
        {"credit", QT_TRANSLATE_NOOP("schema", "Credit")},
        {"share", QT_TRANSLATE_NOOP("schema", "Share of cost")},
    };
    return kList;
}

std::span<const schema::Choice> choices(RunBasis)
{
    static constexpr schema::Choice kList[]{
        {"unit", QT_TRANSLATE_NOOP("schema", "Per unit")},
        {"cycle", QT_TRANSLATE_NOOP("schema", "Per cycle")},
        {"batch", QT_TRANSLATE_NOOP("schema", "Per batch")},
        {"lot", QT_TRANSLATE_NOOP("schema", "Per lot")},
    };
    return kList;
}

std::span<const schema::Choice> choices(CycleRounding)
{
    static constexpr schema::Choice kList[]{
        {"ceil", QT_TRANSLATE_NOOP("schema", "Whole cycles")},
        {"none", QT_TRANSLATE_NOOP("schema", "Part cycles")},
    };
    return kList;
}

std::span<const schema::Choice> choices(ToolMode)
{
    static constexpr schema::Choice kList[]{
        {"amortise", QT_TRANSLATE_NOOP("schema", "Amortised")},
        {"separate_line", QT_TRANSLATE_NOOP("schema", "Line of its own")},
        {"free", QT_TRANSLATE_NOOP("schema", "Free")},
    };
    return kList;
}

std::span<const schema::Choice> choices(OverheadLevel)
{
    static constexpr schema::Choice kList[]{
        {"each", QT_TRANSLATE_NOOP("schema", "Every level")},
        {"top", QT_TRANSLATE_NOOP("schema", "Top only")},
    };
    return kList;
}

std::span<const schema::Choice> choices(OverheadScope)
{
    static constexpr schema::Choice kList[]{
        {"all", QT_TRANSLATE_NOOP("schema", "All")},
        {"group", QT_TRANSLATE_NOOP("schema", "Item group")},
        {"work_center", QT_TRANSLATE_NOOP("schema", "Work centre")},
    };
    return kList;
}

} // namespace chengdan::catalog
