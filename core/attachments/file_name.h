// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace chengdan::attachments {

/// Letters of a name at most, the ending included.
inline constexpr qsizetype kMostNameLength = 120;

/// A name under which the file can be saved on any system, whoever sent it: the last part of a
/// path, without control signs and those that turn the direction of writing (they let an ending
/// pass for another), without signs a file system refuses, no reserved device name, composed (NFC),
/// at most 120 letters long with its ending kept; "file" when nothing is left. A safe name stays as
/// it is.
QString safeFileName(const QString& name);

/// Whether opening the file would run it: by the ending of its name, or by how its content begins.
bool isExecutable(const QString& name, const QByteArray& beginning);

} // namespace chengdan::attachments
