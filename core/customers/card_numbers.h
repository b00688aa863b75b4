// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customers/card_reader.h"

namespace chengdan::customers {

/// Finds what has a shape of its own, wherever it stands: addresses of mail, telephone numbers,
/// credit codes. What was found, and numbers that are something else (accounts, QQ, postal codes,
/// web addresses), is blanked in `text` so that the rest can be read as words. Of readCard only.
std::vector<CardPart> takeNumbers(QString& text);

} // namespace chengdan::customers
