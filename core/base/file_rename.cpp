// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_rename.h"

#include <filesystem>

namespace chengdan {

Result<void> renameFile(const QString& from, const QString& to)
{
    std::error_code refused;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), refused);
    if (!refused)
        return {};
    return fail("FILE_WRITE",
        {},
        {{QStringLiteral("path"), to},
            {QStringLiteral("reason"), QString::fromStdString(refused.message())}});
}

} // namespace chengdan
