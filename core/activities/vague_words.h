// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <vector>

namespace chengdan::activities {

/// A word nobody can act on later ("a competitor", "all right so far"), and what to write instead.
struct VagueWord {
    QString word;
    QString ask; ///< the question it leaves open
    QString notBefore; ///< characters that make another word of it: 还行 is not the one in 还行驶
};

/// One place of a text that says nothing.
struct VaguePlace {
    qsizetype at = 0; ///< in UTF-16 units
    qsizetype length = 0;
    QString ask;
    friend bool operator==(const VaguePlace&, const VaguePlace&) = default;
};

/// What a new company starts with; an administrator keeps the list from there.
const std::vector<VagueWord>& usualVagueWords();

/// All places from left to right, none inside another; where two words begin together the longer
/// one counts. Letters match in either case.
std::vector<VaguePlace> vaguePlaces(QStringView text, std::span<const VagueWord> words);

} // namespace chengdan::activities
