// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// P20: the program on a large company until its window is painted, against an empty window.
/// The first argument of a process that only starts another one; the rest is its command.
inline constexpr const char* kStartOption = "--start";
/// Starts a program that writes a line when its first window is painted and ends then. Tells the
/// microseconds until that line, the most kilobytes the program held and the most this process
/// held. `command` ends with a null pointer. Answers the exit code.
int startProgram(char** command);

std::vector<BenchCase> startCases();

} // namespace chengdan::bench
