// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace chengdan::reports {

/// The dark modules of a QR code, without its quiet zone.
struct QrCode {
    int side = 0; ///< modules per side
    QByteArray modules; ///< side × side bytes row by row, 1 = dark

    bool dark(int x, int y) const { return modules.at(y * side + x) != 0; }
};

/// Encodes UTF-8 text with medium error correction. Error: QR_TOO_LONG.
Result<QrCode> encodeQr(const QString& text);

} // namespace chengdan::reports
