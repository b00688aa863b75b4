// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

namespace chengdan::exchange {

/// How much of a workbook is read at most; beyond each limit the file is refused with XLSX_ROWS,
/// XLSX_COLUMNS or XLSX_SIZE, so that a small file cannot fill the memory.
struct XlsxLimits {
    qint64 packedBytes = qint64{256} * 1024 * 1024;
    qint64 unpackedBytes = qint64{2} * 1024 * 1024 * 1024; ///< of all parts that are read
    int ratio = 500; ///< unpacked to packed bytes, looked at beyond ratioFrom
    qint64 ratioFrom = qint64{16} * 1024 * 1024;
    qint64 tokenBytes = qint64{16} * 1024 * 1024; ///< of one tag or text of the XML
    int depth = 64; ///< tags inside tags
    int entries = 20'000; ///< files in the package
    int rows = 1'048'576;
    int columns = 1'000;
    qint64 cells = 50'000'000; ///< empty ones left of a filled one included
    int cellLength = 1'000'000;
    int sharedStrings = 5'000'000;
    qint64 sharedCharacters = qint64{256} * 1024 * 1024;
    int styles = 65'536;
    int sheets = 10'000;
};

/// The parts of a workbook by name. One object serves one thread.
class XlsxParts {
public:
    virtual ~XlsxParts() = default;
    /// The packed size of everything, for the ratio.
    virtual qint64 packedBytes() const = 0;
    virtual bool has(const QString& name) const = 0;
    /// Hands the part over in pieces, in order, until `take` answers false. False: no such part.
    /// Errors: XLSX_DAMAGED, XLSX_ENCRYPTED, XLSX_SIZE.
    virtual Result<bool> read(
        const QString& name, const std::function<bool(QByteArrayView piece)>& take) = 0;
};

/// A workbook file in memory. It is told from other files by its content: errors XLSX_NOT_ZIP,
/// XLSX_OLD_FORMAT (the binary .xls), XLSX_ENCRYPTED (a password), XLSX_DAMAGED, XLSX_SIZE. The
/// bytes must outlive the parts.
Result<std::unique_ptr<XlsxParts>> openXlsxPackage(
    const QByteArray& bytes, const XlsxLimits& limits = {});

/// Parts that are already unpacked; for tests and fuzzing.
std::unique_ptr<XlsxParts> xlsxPartsInMemory(QHash<QString, QByteArray> parts);

/// Whether the bytes begin like a workbook of either kind rather than like text.
bool looksLikeWorkbook(QByteArrayView bytes);

} // namespace chengdan::exchange
