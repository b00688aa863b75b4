// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace chengdan {

/// Unified social credit code of a Chinese organisation (GB 32100-2015): 18 characters, the last a
/// mod-31 check. Returns it trimmed, half-width and upper-case. Errors: CREDIT_CODE_LENGTH,
/// CREDIT_CODE_CHARACTER (I O S V Z and anything else outside the 31 letters), CREDIT_CODE_CHECK.
Result<QString> normaliseCreditCode(QStringView text);

/// The check character of the first 17 characters; used to make demo companies. Error as above.
Result<QChar> creditCodeCheck(QStringView first17);

} // namespace chengdan
