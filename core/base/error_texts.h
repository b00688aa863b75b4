// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace chengdan {

/// What a person reads for one code; {names} are filled from Error::args. Only the catalogue
/// includes this.
struct ErrorText {
    const char* code;
    const char* chinese;
    const char* english;
};

/// What the shared server refuses, and what installing and checking it says.
std::span<const ErrorText> serverErrorTexts();

} // namespace chengdan
