// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_xml.h"

namespace chengdan::exchange {

namespace {

/// Feeds one part to a reader of XML and its tokens to the handler.
class XlsxXmlPump {
public:
    XlsxXmlPump(const QString& name, XlsxXmlHandler& handler, const XlsxLimits& limits)
        : m_name(name)
        , m_handler(handler)
        , m_limits(limits)
    {
    }

    /// False: enough, or an error.
    bool take(QByteArrayView piece)
    {
        m_sinceToken += piece.size();
        m_xml.addData(piece.toByteArray());
        while (!m_handler.isDone()) {
            const auto token = m_xml.readNext();
            if (m_xml.hasError())
                return needsMore();
            if (auto handled = handle(token); !handled) {
                m_error = handled.error();
                return false;
            }
            if (m_xml.atEnd())
                return true; // anything behind the document shows as an error of the next piece
            m_sinceToken = 0;
        }
        return false;
    }

    Result<void> result()
    {
        if (m_error)
            return fail(*m_error);
        if (!m_handler.isDone() && !(m_xml.atEnd() && !m_xml.hasError()))
            return fail(xlsxDamaged(m_name));
        return {};
    }

private:
    bool needsMore()
    {
        if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            m_error = xlsxDamaged(m_name);
        else if (m_sinceToken > m_limits.tokenBytes)
            m_error = xlsxLimitError("token", m_limits.tokenBytes);
        return !m_error;
    }

    Result<void> handle(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return fail(xlsxDamaged(m_name));
        case QXmlStreamReader::StartElement:
            if (++m_depth > m_limits.depth)
                return fail(xlsxDamaged(m_name));
            return m_handler.start(m_xml.name(), m_xml.attributes());
        case QXmlStreamReader::EndElement:
            --m_depth;
            return m_handler.end(m_xml.name());
        case QXmlStreamReader::Characters:
            return m_handler.text(m_xml.text());
        default:
            return {};
        }
    }

    QString m_name;
    XlsxXmlHandler& m_handler;
    const XlsxLimits& m_limits;
    QXmlStreamReader m_xml;
    qint64 m_sinceToken = 0;
    int m_depth = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<bool> readXlsxXml(
    XlsxParts& parts, const QString& name, XlsxXmlHandler& handler, const XlsxLimits& limits)
{
    XlsxXmlPump pump(name, handler, limits);
    auto read = parts.read(name, [&](QByteArrayView piece) { return pump.take(piece); });
    if (!read || !*read)
        return read;
    if (auto parsed = pump.result(); !parsed)
        return fail(parsed.error());
    return true;
}

Error xlsxLimitError(const char* what, qint64 limit)
{
    const QLatin1String kind(what);
    const char* code = kind == QLatin1String("rows") ? "XLSX_ROWS"
        : kind == QLatin1String("columns")           ? "XLSX_COLUMNS"
                                                     : "XLSX_SIZE";
    return Error::make(code,
        {},
        {{QStringLiteral("what"), QString::fromLatin1(what)},
            {QStringLiteral("limit"), QString::number(limit)}});
}

Error xlsxDamaged(const QString& part)
{
    return Error::make("XLSX_DAMAGED", {}, {{QStringLiteral("part"), part.left(120)}});
}

QString xlsxAttribute(const QXmlStreamAttributes& attributes, const char* name)
{
    for (const QXmlStreamAttribute& attribute : attributes) {
        if (attribute.name() == QLatin1String(name))
            return attribute.value().toString();
    }
    return {};
}

QString xlsxText(const QString& written)
{
    constexpr qsizetype kLength = 7; // _xHHHH_
    qsizetype at = written.indexOf(QStringLiteral("_x"));
    if (at < 0)
        return written;
    QString text;
    qsizetype done = 0;
    while (at >= 0 && at + kLength <= written.size()) {
        bool isCode = false;
        const uint code = written.mid(at + 2, 4).toUInt(&isCode, 16);
        const bool plain = written[at + 2].isLetterOrNumber(); // toUInt takes signs and blanks
        if (isCode && plain && written[at + kLength - 1] == QLatin1Char('_')) {
            text += QStringView(written).mid(done, at - done);
            text += QChar(static_cast<char16_t>(code));
            done = at + kLength;
            at = written.indexOf(QStringLiteral("_x"), done);
        } else {
            at = written.indexOf(QStringLiteral("_x"), at + 1);
        }
    }
    return text + written.mid(done);
}

} // namespace chengdan::exchange
