// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file_identity.h"

namespace chengdan::storage {

Result<void> checkIdentity(qint64 application, qint64 version, int ours, const QString& path)
{
    if (application != kCompanyFileId)
        return chengdan::fail("FILE_NOT_OURS", {}, {{QStringLiteral("path"), path}});
    if (version > ours) {
        return chengdan::fail("FILE_NEWER",
            {},
            {{QStringLiteral("path"), path},
                {QStringLiteral("file"), QString::number(version)},
                {QStringLiteral("program"), QString::number(ours)}});
    }
    return {};
}

} // namespace chengdan::storage
