// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace chengdan::sync {

/// Ends the process at a named place, without flushing anything, when CHENGDAN_CRASH names it:
/// tests prove that what was on its way arrives all the same, once. "name" ends it at the first
/// visit, "name:3" at the third. Costs a null test otherwise.
inline void crashPoint(const char* name)
{
    static const char* const wanted = std::getenv("CHENGDAN_CRASH");
    if (wanted == nullptr)
        return;
    const std::size_t length = std::strlen(name);
    if (std::strncmp(wanted, name, length) != 0
        || (wanted[length] != '\0' && wanted[length] != ':'))
        return;
    static int visits = 0;
    const int when = wanted[length] == ':' ? std::atoi(wanted + length + 1) : 1;
    if (++visits >= when)
        _exit(77);
}

} // namespace chengdan::sync
