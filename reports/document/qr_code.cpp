// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace chengdan::reports {

Result<QrCode> encodeQr(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> encoded(
        QRcode_encodeData(static_cast<int>(bytes.size()),
            reinterpret_cast<const unsigned char*>(bytes.constData()),
            0,
            QR_ECLEVEL_M),
        &QRcode_free);
    if (!encoded)
        return fail("QR_TOO_LONG", {}, {{QStringLiteral("length"), QString::number(bytes.size())}});
    QrCode code;
    code.side = encoded->width;
    code.modules.resize(qsizetype(code.side) * code.side);
    // The lowest bit of each byte is the colour; the others tell how the symbol was built.
    for (qsizetype i = 0; i < code.modules.size(); ++i)
        code.modules[i] = static_cast<char>(encoded->data[i] & 1);
    return code;
}

} // namespace chengdan::reports
