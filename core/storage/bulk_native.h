// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

#include <memory>

struct sqlite3_stmt;

namespace chengdan::storage {

/// What the bulk reader and writer share of the C API; nobody else includes this.
struct FinalizeBulkStatement {
    void operator()(sqlite3_stmt* statement) const;
};
using BulkStatement = std::unique_ptr<sqlite3_stmt, FinalizeBulkStatement>;

/// Throws StorageFault when the text is not a statement.
BulkStatement prepareNative(sqlite3* handle, const QString& sql);
/// Binds parameter `index` (from 1). The bytes of a text or blob must live until the next step.
void bindNative(sqlite3_stmt* statement, int index, const Value& value);
/// The fault that the connection's last call met.
StorageFault nativeFault(sqlite3* handle, const QString& sql);

} // namespace chengdan::storage
