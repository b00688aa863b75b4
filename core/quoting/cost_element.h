// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>

namespace chengdan::quoting {

/// What a yuan of cost was spent on. The split survives every level of the tree, and this order is
/// the order of every list, sum and tie.
enum class Element : quint8 {
    Mat, ///< material, net use
    Loss, ///< material scrap and yield loss
    Lab, ///< labour
    Mac, ///< machine
    Set, ///< setup
    Out, ///< outside processing, surface treatment included
    Tool, ///< amortised tooling
    Pack, ///< packing
    Frt, ///< freight
    Moh, ///< manufacturing overhead
    Adm, ///< administration, finance
    Rec, ///< recovered scrap, negative
    Oth, ///< anything else
};

inline constexpr std::size_t kElementCount = 13;

/// Every element once, in order.
inline constexpr std::array<Element, kElementCount> kElements{Element::Mat,
    Element::Loss,
    Element::Lab,
    Element::Mac,
    Element::Set,
    Element::Out,
    Element::Tool,
    Element::Pack,
    Element::Frt,
    Element::Moh,
    Element::Adm,
    Element::Rec,
    Element::Oth};

constexpr std::size_t slot(Element element)
{
    return static_cast<std::size_t>(element);
}

/// "MAT", "LOSS", … as the costing tables write them.
QString elementCode(Element element);
/// The element of a code, any letter case; nothing for an unknown one.
std::optional<Element> elementOf(QStringView code);

/// A set of elements, as the base of an overhead rule: one bit for each.
using ElementSet = quint16;
constexpr ElementSet bit(Element element)
{
    return static_cast<ElementSet>(1U << slot(element));
}
/// Every element of `kElements`.
inline constexpr ElementSet kAllElements = (1U << kElementCount) - 1U;
/// "MAT+LAB" → set; "ALL" means every element. Nothing when a word is not a code.
std::optional<ElementSet> elementSetOf(QStringView text);
QString elementSetText(ElementSet set);

} // namespace chengdan::quoting
