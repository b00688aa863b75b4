// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/document_layout.h"

namespace chengdan::reports {

namespace {

QString pieceName(const Piece& piece)
{
    switch (piece.kind) {
    case PieceKind::Letterhead:
        return QStringLiteral("letterhead");
    case PieceKind::Parties:
        return QStringLiteral("parties");
    case PieceKind::Introduction:
        return QStringLiteral("introduction");
    case PieceKind::TableHeader:
        return QStringLiteral("columns");
    case PieceKind::Row:
        return QStringLiteral("row %1%2")
            .arg(piece.index + 1)
            .arg(piece.continued ? QStringLiteral(" (continued)") : QString());
    case PieceKind::Totals:
        return QStringLiteral("totals");
    case PieceKind::Terms:
        return QStringLiteral("term");
    case PieceKind::Signatures:
        return QStringLiteral("signatures");
    case PieceKind::RunningHead:
        return QStringLiteral("head");
    case PieceKind::Foot:
        break;
    }
    return QStringLiteral("foot");
}

} // namespace

QString layoutText(const DocumentLayout& layout)
{
    QString text;
    for (size_t i = 0; i < layout.pages.size(); ++i) {
        text += QStringLiteral("=== page %1 / %2").arg(i + 1).arg(layout.pages.size());
        if (!layout.watermark.isEmpty())
            text += QStringLiteral(", across: ") + layout.watermark;
        if (layout.qr)
            text += QStringLiteral(", qr %1").arg(layout.qr->side);
        text += QLatin1Char('\n');
        for (const Piece& piece : layout.pages[i].pieces) {
            QStringList lines;
            for (const TextLine& line : piece.texts)
                lines.append(line.text);
            text += QStringLiteral("[%1] %2\n")
                        .arg(pieceName(piece), lines.join(QStringLiteral(" | ")));
        }
    }
    return text;
}

} // namespace chengdan::reports
