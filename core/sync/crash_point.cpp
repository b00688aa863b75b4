// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/crash_point.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace chengdan::sync {

namespace {

std::function<void(const char*, const char*)> visitor;

void endWhenWanted(const char* wanted, const char* name)
{
    const std::size_t length = std::strlen(name);
    if (std::strncmp(wanted, name, length) != 0
        || (wanted[length] != '\0' && wanted[length] != ':'))
        return;
    static int visits = 0;
    const int when = wanted[length] == ':' ? std::atoi(wanted + length + 1) : 1;
    if (++visits >= when)
        _exit(77);
}

} // namespace

void crashPoint(const char* name, const char* detail)
{
    static const char* const wanted = std::getenv("CHENGDAN_CRASH");
    if (wanted != nullptr)
        endWhenWanted(wanted, name);
    if (visitor)
        visitor(name, detail);
}

void watchCrashPoints(std::function<void(const char*, const char*)> visited)
{
    visitor = std::move(visited);
}

} // namespace chengdan::sync
