// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>

namespace chengdan::sync {

/// One engine per company file: two of them would number batches for one device. Held as long as
/// this lives, across programs; what a program that died held is free again. The file beside the
/// company file says who holds it.
class EngineLock {
public:
    /// Never waits. SYNC_ELSEWHERE, naming the program, when another one holds it.
    static Result<std::unique_ptr<EngineLock>> take(const QString& companyFile);

private:
    explicit EngineLock(const QString& path);
    QLockFile m_file;
};

} // namespace chengdan::sync
