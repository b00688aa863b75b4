// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::ui {

/// A page that can show a record in its side panel without opening it; a page class derives from it
/// beside Page (Ctrl+Enter in the palette).
class RecordPreview {
public:
    virtual ~RecordPreview() = default;
    /// False: not such a record.
    virtual bool previewRecord(const QString& kind, qint64 key) = 0;
};

} // namespace chengdan::ui
