// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attachments/file_name.h"

#include <QSet>

#include <algorithm>

namespace chengdan::attachments {

namespace {

constexpr qsizetype kMostEnding = 16; ///< longer ones are part of the name

bool isBarred(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // among them the marks of direction
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return QStringView(u"<>:\"/\\|?*\uFFFD").contains(c);
    }
}

// Half of a pair is no letter and cannot be written to a file system.
QString wholeLetters(const QString& text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate()) {
            kept += text[i];
        } else if (text[i].isHighSurrogate() && i + 1 < text.size()
            && text[i + 1].isLowSurrogate()) {
            kept += text[i];
            kept += text[++i];
        }
    }
    return kept;
}

// Neither blanks nor points at the end, which Windows drops, nor at the beginning, which hides.
QString trimmedEnds(const QString& text)
{
    const auto loose = [](QChar c) { return c == u'.' || c.isSpace(); };
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && loose(text[from]))
        ++from;
    while (to > from && loose(text[to - 1]))
        --to;
    return text.mid(from, to - from);
}

bool isDeviceName(const QString& name)
{
    static const QSet<QString> kDevices = [] {
        QSet<QString> names{QStringLiteral("CON"),
            QStringLiteral("PRN"),
            QStringLiteral("AUX"),
            QStringLiteral("NUL"),
            QStringLiteral("CONIN$"),
            QStringLiteral("CONOUT$")};
        for (const char* port : {"COM", "LPT"}) {
            for (const QChar digit : QStringLiteral("0123456789¹²³"))
                names.insert(QString::fromLatin1(port) + digit);
        }
        return names;
    }();
    return kDevices.contains(name.section(u'.', 0, 0).trimmed().toUpper());
}

QString shortened(const QString& name)
{
    if (name.size() <= kMostNameLength)
        return name;
    const qsizetype point = name.lastIndexOf(u'.');
    const QString ending =
        point > 0 && name.size() - point <= kMostEnding ? name.mid(point) : QString();
    return trimmedEnds(wholeLetters(name.left(kMostNameLength - ending.size()))) + ending;
}

} // namespace

QString safeFileName(const QString& name)
{
    QString last = name;
    last.replace(u'\\', u'/');
    while (last.endsWith(u'/'))
        last.chop(1);
    last = last.section(u'/', -1);
    QString kept;
    for (const QChar c : wholeLetters(last)) {
        if (!isBarred(c))
            kept += c;
    }
    kept = shortened(trimmedEnds(kept.normalized(QString::NormalizationForm_C)));
    if (kept.isEmpty())
        return QStringLiteral("file");
    return isDeviceName(kept) ? shortened(QLatin1Char('_') + kept) : kept;
}

bool isExecutable(const QString& name, const QByteArray& beginning)
{
    static const QSet<QString> kEndings{QStringLiteral("exe"),
        QStringLiteral("com"),
        QStringLiteral("bat"),
        QStringLiteral("cmd"),
        QStringLiteral("scr"),
        QStringLiteral("pif"),
        QStringLiteral("msi"),
        QStringLiteral("msp"),
        QStringLiteral("cpl"),
        QStringLiteral("hta"),
        QStringLiteral("js"),
        QStringLiteral("jse"),
        QStringLiteral("vbs"),
        QStringLiteral("vbe"),
        QStringLiteral("wsf"),
        QStringLiteral("wsh"),
        QStringLiteral("ps1"),
        QStringLiteral("psm1"),
        QStringLiteral("reg"),
        QStringLiteral("lnk"),
        QStringLiteral("url"),
        QStringLiteral("desktop"),
        QStringLiteral("jar"),
        QStringLiteral("sh"),
        QStringLiteral("run"),
        QStringLiteral("appimage"),
        QStringLiteral("apk"),
        QStringLiteral("app"),
        QStringLiteral("dll"),
        QStringLiteral("sys"),
        QStringLiteral("chm"),
        QStringLiteral("iso"),
        QStringLiteral("img"),
        QStringLiteral("vhd"),
        QStringLiteral("xll")};
    const qsizetype point = name.lastIndexOf(u'.');
    if (point >= 0 && kEndings.contains(name.mid(point + 1).trimmed().toLower()))
        return true;
    if (beginning.startsWith("\x7f"
                             "ELF")
        || beginning.startsWith("#!") || beginning.startsWith("\xcf\xfa\xed\xfe"))
        return true;
    // "MZ" alone may begin a text; a program says where its real header is.
    if (!beginning.startsWith("MZ") || beginning.size() < 0x40)
        return false;
    const auto byte = [&](qsizetype at) { return static_cast<quint8>(beginning[at]); };
    const qsizetype header = byte(0x3c) | byte(0x3d) << 8 | byte(0x3e) << 16;
    return header + 2 > beginning.size() || beginning.mid(header, 2) == "PE"
        || beginning.mid(header, 2) == "NE" || beginning.mid(header, 2) == "LE";
}

} // namespace chengdan::attachments
