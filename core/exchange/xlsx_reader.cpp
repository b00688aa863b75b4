// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_reader.h"

#include <QDir>
#include <QSet>

namespace chengdan::exchange {

namespace {

/// A part of a package that another part names.
struct XlsxRelation {
    QString id;
    QString kind; ///< the last word of its type: worksheet, styles, sharedStrings, officeDocument
    QString part;
};

class XlsxRelationsHandler : public XlsxXmlHandler {
public:
    XlsxRelationsHandler(QString folder, const XlsxLimits& limits)
        : m_folder(std::move(folder))
        , m_limits(limits)
    {
    }
    Result<void> start(QStringView name, const QXmlStreamAttributes& attributes) override
    {
        if (name != QLatin1String("Relationship"))
            return {};
        if (relations.size() >= static_cast<std::size_t>(m_limits.entries))
            return fail(xlsxLimitError("entries", m_limits.entries));
        const QString type = xlsxAttribute(attributes, "Type");
        const QString target = xlsxAttribute(attributes, "Target");
        QString part = target.startsWith(QLatin1Char('/')) ? target.mid(1)
                                                           : QDir::cleanPath(m_folder + target);
        relations.push_back({xlsxAttribute(attributes, "Id"),
            type.mid(type.lastIndexOf(QLatin1Char('/')) + 1),
            std::move(part)});
        return {};
    }
    Result<void> text(QStringView) override { return {}; }
    Result<void> end(QStringView) override { return {}; }

    QString partOf(const char* kind) const
    {
        for (const XlsxRelation& relation : relations) {
            if (relation.kind == QLatin1String(kind))
                return relation.part;
        }
        return {};
    }

    std::vector<XlsxRelation> relations;

private:
    QString m_folder;
    const XlsxLimits& m_limits;
};

class XlsxWorkbookHandler : public XlsxXmlHandler {
public:
    explicit XlsxWorkbookHandler(const XlsxLimits& limits)
        : m_limits(limits)
    {
    }
    Result<void> start(QStringView name, const QXmlStreamAttributes& attributes) override
    {
        if (name == QLatin1String("workbookPr")) {
            const QString flag = xlsxAttribute(attributes, "date1904");
            since1904 = flag == QLatin1String("1") || flag == QLatin1String("true");
        } else if (name == QLatin1String("sheet")) {
            if (sheets.size() >= static_cast<std::size_t>(m_limits.sheets))
                return fail(xlsxLimitError("sheets", m_limits.sheets));
            const QString state = xlsxAttribute(attributes, "state");
            sheets.push_back({xlsxAttribute(attributes, "name"),
                xlsxAttribute(attributes, "id"),
                !state.isEmpty() && state != QLatin1String("visible")});
        }
        return {};
    }
    Result<void> text(QStringView) override { return {}; }
    Result<void> end(QStringView) override { return {}; }

    bool since1904 = false;
    std::vector<XlsxSheet> sheets; ///< with the relation's id in the place of the part

private:
    const XlsxLimits& m_limits;
};

QString folderOf(const QString& part)
{
    return part.left(part.lastIndexOf(QLatin1Char('/')) + 1);
}

QString relationsOf(const QString& part)
{
    const QString folder = folderOf(part);
    return folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels");
}

} // namespace

Result<XlsxWorkbook> XlsxWorkbook::open(const QByteArray& bytes, const XlsxLimits& limits)
{
    auto parts = openXlsxPackage(bytes, limits);
    if (!parts)
        return fail(parts.error());
    return open(std::move(*parts), limits);
}

Result<XlsxWorkbook> XlsxWorkbook::open(std::unique_ptr<XlsxParts> parts, const XlsxLimits& limits)
{
    XlsxWorkbook workbook;
    workbook.m_parts = std::move(parts);
    workbook.m_limits = limits;
    if (auto read = workbook.readWorkbook(); !read)
        return fail(read.error());
    return workbook;
}

Result<void> XlsxWorkbook::readWorkbook()
{
    XlsxRelationsHandler package({}, m_limits);
    auto read = readXlsxXml(*m_parts, QStringLiteral("_rels/.rels"), package, m_limits);
    if (!read)
        return fail(read.error());
    QString main = package.partOf("officeDocument");
    if (main.isEmpty())
        main = QStringLiteral("xl/workbook.xml");
    // Text documents and binary workbooks (.xlsb) are packages as well.
    if (!m_parts->has(main) || !main.endsWith(QStringLiteral(".xml"), Qt::CaseInsensitive)
        || main.endsWith(QStringLiteral("document.xml"), Qt::CaseInsensitive))
        return fail("XLSX_NO_WORKBOOK");
    XlsxWorkbookHandler workbook(m_limits);
    if (read = readXlsxXml(*m_parts, main, workbook, m_limits); !read)
        return fail(read.error());
    XlsxRelationsHandler relations(folderOf(main), m_limits);
    if (read = readXlsxXml(*m_parts, relationsOf(main), relations, m_limits); !read)
        return fail(read.error());
    QHash<QString, const XlsxRelation*> byId;
    for (const XlsxRelation& relation : relations.relations)
        byId.insert(relation.id, &relation);
    for (XlsxSheet& sheet : workbook.sheets) {
        const XlsxRelation* relation = byId.value(sheet.part);
        if (relation == nullptr || relation->kind != QLatin1String("worksheet"))
            continue; // a sheet that is a chart, or macros
        sheet.part = relation->part;
        m_sheets.push_back(std::move(sheet));
    }
    if (m_sheets.empty())
        return fail("XLSX_NO_WORKBOOK");
    m_shared.epoch = workbook.since1904 ? DateEpoch::Year1904 : DateEpoch::Year1900;
    m_stringsPart = relations.partOf("sharedStrings");
    m_stylesPart = relations.partOf("styles");
    return {};
}

Result<void> XlsxWorkbook::readShared()
{
    if (m_sharedRead)
        return {};
    if (!m_stringsPart.isEmpty()) {
        if (auto read = readXlsxStrings(*m_parts, m_stringsPart, m_limits, m_shared); !read)
            return read;
    }
    if (!m_stylesPart.isEmpty()) {
        if (auto read = readXlsxFormats(*m_parts, m_stylesPart, m_limits, m_shared); !read)
            return read;
    }
    m_sharedRead = true;
    return {};
}

Result<std::size_t> XlsxWorkbook::choose(QStringView wanted) const
{
    QStringList names;
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        if (m_sheets[i].name == wanted)
            return i;
        if (wanted.isEmpty() && !m_sheets[i].hidden)
            return i;
        names += m_sheets[i].name;
    }
    if (wanted.isEmpty())
        return 0; // all are hidden
    bool isNumber = false;
    const uint number = wanted.toUInt(&isNumber);
    if (isNumber && number >= 1 && number <= m_sheets.size())
        return number - 1;
    return fail("XLSX_NO_SHEET",
        QStringLiteral("sheet"),
        {{QStringLiteral("text"), wanted.left(60).toString()},
            {QStringLiteral("known"), names.mid(0, 20).join(QStringLiteral(", "))}});
}

Result<std::vector<CsvRow>> XlsxWorkbook::rows(std::size_t sheet)
{
    if (auto read = readShared(); !read)
        return fail(read.error());
    return readXlsxSheet(*m_parts, m_sheets.at(sheet).part, m_limits, m_shared);
}

Result<CsvTable> XlsxWorkbook::table(std::size_t sheet)
{
    auto read = rows(sheet);
    if (!read)
        return fail(read.error());
    if (read->empty())
        return fail("CSV_EMPTY");
    CsvTable table;
    table.encoding = QStringLiteral("XLSX");
    QSet<QString> seen;
    const CsvRow first = std::move(read->front());
    read->erase(read->begin());
    for (const QString& cell : first.cells) {
        const QString name = cell.trimmed();
        if (!name.isEmpty() && seen.contains(name))
            return fail("CSV_HEADER_TWICE",
                name,
                {{QStringLiteral("row"), QString::number(first.number)},
                    {QStringLiteral("column"), name.left(60)}});
        seen.insert(name);
        table.header.append(name);
    }
    table.rows = std::move(*read);
    return table;
}

} // namespace chengdan::exchange
