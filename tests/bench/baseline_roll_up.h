// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace chengdan::bench {

/// The standard cost of every item by SQL, one statement a level, from the components up. Tuned as
/// far as that goes: the company file's ids are turned into row numbers once, lines stand together
/// by parent, levels are known beforehand, everything runs in one transaction on temporary tables
/// in memory. Knows whole quantities and one price per bought item; nothing else.
class RollUpBaseline {
public:
    /// Opens the company file. `levels` names the made items, lowest level first. Failures of
    /// SQLite are thrown as std::runtime_error.
    RollUpBaseline(const QString& path, std::vector<std::vector<QString>> levels);
    ~RollUpBaseline();
    RollUpBaseline(const RollUpBaseline&) = delete;
    RollUpBaseline& operator=(const RollUpBaseline&) = delete;

    /// Reads the catalogue out of the file's tables.
    void load();
    /// Costs every item; load() must have been called.
    void costAll();
    /// 1e-8 of the base currency by item code.
    QHash<QString, qint64> costs();

private:
    struct File;
    std::unique_ptr<File> m_file;
};

} // namespace chengdan::bench
