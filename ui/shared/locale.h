// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"

namespace chengdan::ui {

/// The language the program is shown in now, for sentences that core makes.
Language currentLanguage();

} // namespace chengdan::ui
