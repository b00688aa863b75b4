// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/xlsx_package.h"

#include <QXmlStreamReader>

namespace chengdan::exchange {

/// What one part of a workbook says, tag by tag. Names come without their prefix. Any member may
/// refuse; `isDone` ends the reading early.
class XlsxXmlHandler {
public:
    virtual ~XlsxXmlHandler() = default;
    virtual Result<void> start(QStringView name, const QXmlStreamAttributes& attributes) = 0;
    virtual Result<void> end(QStringView name) = 0;
    virtual Result<void> text(QStringView text) = 0;
    virtual bool isDone() const { return false; }
};

/// Streams a part through the handler without ever holding it whole. False: there is no such part.
/// A document type declaration is refused: workbooks have none, and entities can be made to
/// explode. Errors: XLSX_DAMAGED, XLSX_SIZE, those of the parts and of the handler.
Result<bool> readXlsxXml(
    XlsxParts& parts, const QString& name, XlsxXmlHandler& handler, const XlsxLimits& limits);

/// XLSX_ROWS, XLSX_COLUMNS, or XLSX_SIZE for everything else (`what`) there may be too much of.
Error xlsxLimitError(const char* what, qint64 limit);
/// XLSX_DAMAGED.
Error xlsxDamaged(const QString& part);

/// The value of an attribute by its name without prefix (r:id is found as "id").
QString xlsxAttribute(const QXmlStreamAttributes& attributes, const char* name);

/// Text as a workbook writes it, where _x000D_ stands for a character XML cannot hold.
QString xlsxText(const QString& written);

} // namespace chengdan::exchange
