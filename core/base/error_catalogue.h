// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace chengdan {

enum class Language { Chinese, English };

/// "zh", "zh_CN" → Chinese, "en", "en_US" → English; anything else is Chinese, the language of the
/// product.
Language languageOf(QStringView name);

/// The sentence a person reads for this error: what is wrong and what to do. An unknown code gives
/// the code itself, which a test forbids for every code our own sources name.
QString sentence(const Error& error, Language language);

/// Every code the catalogue knows, for the tests that keep it complete.
QStringList knownErrorCodes();

} // namespace chengdan
