// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <span>
#include <string_view>

namespace chengdan {

/// A word that fixes how its polyphones are read: {u"重庆", "chong qing"}.
struct PinyinWord {
    std::u16string_view word;
    std::string_view readings; ///< one for each character, a blank between
};

/// All of them; a test proves that each reading is among those of its character.
std::span<const PinyinWord> pinyinWords();

/// The longest such word at the beginning of `text`; null when there is none.
const PinyinWord* pinyinWordAt(QStringView text);

} // namespace chengdan
