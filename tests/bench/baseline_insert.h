// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customers/customer.h"

#include <string>
#include <vector>

namespace chengdan::bench {

/// The least a load can cost: rows already in UTF-8, one statement of the C API, one transaction, a
/// table without indexes.
class FloorInsert {
public:
    FloorInsert(const QString& path, const std::vector<customers::Customer>& records);
    /// Milliseconds of processor time of the loop alone and with its commit.
    struct Times {
        double loop = 0;
        double whole = 0;
    };
    Times run() const;

private:
    struct Cell {
        enum class Kind { Null, Integer, Text, Bytes } kind = Kind::Null;
        qint64 integer = 0;
        std::string bytes;
    };
    QString m_path;
    QString m_sql;
    std::vector<std::vector<Cell>> m_rows;
};

} // namespace chengdan::bench
