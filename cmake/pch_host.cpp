// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one source of each library that only carries a precompiled header.
namespace chengdan {
extern const int kPrecompiledHeaderHost;
const int kPrecompiledHeaderHost = 0;
} // namespace chengdan
