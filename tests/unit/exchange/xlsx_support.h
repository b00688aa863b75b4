// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/xlsx_reader.h"
#include "tests/support/catch.h"

namespace chengdan::tests {

/// The parts of a workbook with one sheet, for tests that say what stands in them.
inline QHash<QString, QByteArray> workbookParts(const QByteArray& sheetData,
    const QByteArray& strings = {},
    const QByteArray& styles = {},
    const QByteArray& workbookProperties = {})
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/relationships";
    QHash<QString, QByteArray> parts;
    parts[QStringLiteral("_rels/.rels")] = "<Relationships xmlns=\"" + package
        + "\"><Relationship Id=\"rId1\" Type=\"" + office
        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    parts[QStringLiteral("xl/workbook.xml")] = "<?xml version=\"1.0\"?><workbook xmlns=\"" + main
        + "\" xmlns:r=\"" + office + "\">" + workbookProperties
        + "<sheets><sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    parts[QStringLiteral("xl/_rels/workbook.xml.rels")] = "<Relationships xmlns=\"" + package
        + "\"><Relationship Id=\"rId1\" Type=\"" + office
        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
        + office + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" "
        + "Type=\"" + office + "/styles\" Target=\"styles.xml\"/></Relationships>";
    parts[QStringLiteral("xl/sharedStrings.xml")] =
        "<sst xmlns=\"" + main + "\">" + strings + "</sst>";
    parts[QStringLiteral("xl/styles.xml")] =
        "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>";
    parts[QStringLiteral("xl/worksheets/sheet1.xml")] =
        "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheetData + "</sheetData></worksheet>";
    return parts;
}

inline Result<std::vector<exchange::CsvRow>> sheetRows(
    QHash<QString, QByteArray> parts, const exchange::XlsxLimits& limits = {})
{
    auto workbook =
        exchange::XlsxWorkbook::open(exchange::xlsxPartsInMemory(std::move(parts)), limits);
    if (!workbook)
        return fail(workbook.error());
    return workbook->rows(0);
}

} // namespace chengdan::tests
