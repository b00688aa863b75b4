// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"

namespace chengdan {

/// The word people use for a table or a right that an error carries by its code: "activity" gives
/// 跟进记录, "cost.view" gives 查看成本. Only the first word of the text is looked at, so "customer
/// KH-0001" works; unknown text comes back as it is.
QString errorWord(const QString& text, Language language);

} // namespace chengdan
