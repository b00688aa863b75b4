// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::access {

/// CREATE TABLE of the local passwords: no record, never journalled, never sent. One row for each
/// person who has a password; times in UTC milliseconds.
QString passwordTable();

} // namespace chengdan::access
