// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/wire.h"

namespace chengdan::ui {

/// The columns in which two records of a type differ, as the server's functions take them.
QJsonObject serverColumns(const schema::RecordType& type, const void* before, const void* now);

} // namespace chengdan::ui
