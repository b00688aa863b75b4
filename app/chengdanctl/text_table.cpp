// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/text_table.h"

#include <algorithm>

namespace chengdan::ctl {

namespace {

int placesOf(QChar c)
{
    const char16_t code = c.unicode();
    const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF)
        || (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF)
        || (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60)
        || (code >= 0xFFE0 && code <= 0xFFE6);
    return wide ? 2 : 1;
}

int placesOf(const QString& text)
{
    int places = 0;
    for (const QChar c : text)
        places += placesOf(c);
    return places;
}

QString oneLine(QString text, int most)
{
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (placesOf(text) <= most)
        return text;
    while (!text.isEmpty() && placesOf(text) >= most)
        text.chop(1);
    return text + QChar(0x2026);
}

} // namespace

QString alignedTable(const QStringList& header, const std::vector<QStringList>& rows, int most)
{
    std::vector<int> widths;
    for (const QString& name : header)
        widths.push_back(placesOf(name));
    for (const QStringList& row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] =
                std::max(widths[i], placesOf(oneLine(row.value(static_cast<qsizetype>(i)), most)));
        }
    }
    QString text;
    const auto append = [&](const QStringList& cells) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString cell = oneLine(cells.value(static_cast<qsizetype>(i)), most);
            line += cell + QString(widths[i] - placesOf(cell) + 2, QLatin1Char(' '));
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    };
    append(header);
    for (const QStringList& row : rows)
        append(row);
    return text;
}

} // namespace chengdan::ctl
