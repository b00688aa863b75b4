// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace chengdan::exchange {

/// Text of a file somebody's spreadsheet wrote: a byte order mark decides; without one valid UTF-8
/// is UTF-8, text with a zero in every other byte is UTF-16, the rest GB18030 (which holds GBK).
/// The mark itself is no part of the text. Error: CSV_ENCODING with the arguments encoding (the
/// likeliest one), position (byte from 0 where it stops making sense) and line (from 1).
Result<QString> decodeText(const QByteArray& bytes, QString* encoding = nullptr);

/// The text without its mark, if decodeText would try it as UTF-8: not marked or shaped as UTF-16.
std::optional<std::string_view> maybeUtf8(const QByteArray& bytes);

/// The first byte that is not UTF-8 (overlong forms, surrogates and values over U+10FFFF included).
std::optional<qsizetype> firstNotUtf8(const QByteArray& bytes);
/// The first byte of text that GB18030 has no character for.
std::optional<qsizetype> firstNotGb18030(const QByteArray& bytes);

} // namespace chengdan::exchange
