// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customers/card_reader.h"

#include <optional>

namespace chengdan::customers {

/// A name and a title that may stand in one word, in either order (采购经理王建国, 王建国 经理).
struct NameAndTitle {
    QString name;
    QString title;
    bool empty() const { return name.isEmpty() && title.isEmpty(); }
};

/// Two to four characters behind a surname, or a name with a dot (买买提·艾力). Only the shape is
/// looked at: 高峰 is a name here.
bool isChineseName(QStringView word);
/// Two to four words with capitals that are no words of a letter or a title.
bool isWesternName(QStringView words);
bool isTitle(QStringView words);
/// What a Chinese word without blanks says of a person; 王总 and 李经理 are names.
NameAndTitle splitPerson(QStringView word);

/// The name of a company inside a Chinese text: where it begins and how long it is.
struct WordPlace {
    qsizetype at = 0;
    qsizetype length = 0;
};
std::optional<WordPlace> companyIn(QStringView text);
/// A company called by its place and trade alone (苏州博锐自动化).
bool isShortCompany(QStringView word);
bool isWesternCompany(QStringView words);
bool isAddress(QStringView text);

} // namespace chengdan::customers
