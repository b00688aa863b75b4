// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace chengdan::access {

/// Keys of `_ui` that only a copy of a team's data has: whose copy it is (a person's number), and
/// the code in the numbers of documents made here. Written when the copy hears from its server.
inline constexpr char kActingPersonKey[] = "acting_person";
inline constexpr char kDeviceCodeKey[] = "device_code";

} // namespace chengdan::access
