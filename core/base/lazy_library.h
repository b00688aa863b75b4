// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLibrary>

namespace chengdan {

/// A shared library of C functions that is loaded when something of it is first wanted, for those
/// that few sessions need: loading one with all it depends on keeps every start waiting.
///
///     struct ZipCalls {
///         LazyLibrary library{"libzip.so.5"};
///         decltype(&zip_open) open = library.find<decltype(&zip_open)>("zip_open");
///     };
///     static const ZipCalls calls;
///     if (auto ready = calls.library.ready(); !ready) …
class LazyLibrary {
public:
    /// `file`: the name the system's loader finds it by.
    explicit LazyLibrary(const char* file);
    /// The function, or null.
    template <typename Pointer>
    Pointer find(const char* name)
    {
        return reinterpret_cast<Pointer>(resolve(name));
    }
    /// Error: LIBRARY_MISSING when it is not installed or lacks a function that was looked for.
    Result<void> ready() const;

private:
    QFunctionPointer resolve(const char* name);
    QLibrary m_library;
    bool m_complete = true;
};

} // namespace chengdan
