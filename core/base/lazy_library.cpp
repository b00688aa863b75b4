// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lazy_library.h"

namespace chengdan {

LazyLibrary::LazyLibrary(const char* file)
    : m_library(QString::fromLatin1(file))
{
}

QFunctionPointer LazyLibrary::resolve(const char* name)
{
    const QFunctionPointer found = m_library.resolve(name);
    m_complete = m_complete && found != nullptr;
    return found;
}

Result<void> LazyLibrary::ready() const
{
    if (m_complete)
        return {};
    return fail("LIBRARY_MISSING", {}, {{QStringLiteral("library"), m_library.fileName()}});
}

} // namespace chengdan
