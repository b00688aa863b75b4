// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_table.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace chengdan::bench {

namespace {

using TableLine = std::array<QString, 7>;

QString timeText(double milliseconds)
{
    return QString::number(milliseconds, 'f', milliseconds < 10 ? 3 : 1) + QStringLiteral(" ms");
}

/// 0.005 as 1/200, 1.3 as 1.30: the way the budget writes them.
QString ratioText(double ratio)
{
    if (ratio > 0 && ratio <= 0.5)
        return QStringLiteral("1/") + QString::number(1 / ratio, 'f', ratio < 0.1 ? 0 : 1);
    return QString::number(ratio, 'f', 2);
}

TableLine lineOf(const RatioRow& row)
{
    return {row.id,
        timeText(row.oursMs),
        timeText(row.baselineMs),
        ratioText(row.ratio()),
        ratioText(row.limit),
        row.exceeds() ? QStringLiteral("EXCEEDED") : QStringLiteral("ok"),
        row.note};
}

TableLine lineOf(const TimeRow& row)
{
    const QString none = QStringLiteral("-");
    return {row.id,
        timeText(row.oursMs),
        none,
        none,
        QStringLiteral("(%1 ms)").arg(row.targetMs),
        row.oursMs <= row.targetMs ? QStringLiteral("(met)") : QStringLiteral("(missed)"),
        row.note};
}

} // namespace

QString tableText(const BenchTable& table)
{
    std::vector<TableLine> lines{{QStringLiteral("id"),
        QStringLiteral("ours"),
        QStringLiteral("baseline"),
        QStringLiteral("ratio"),
        QStringLiteral("limit"),
        QStringLiteral("verdict"),
        {}}};
    for (const RatioRow& row : table.ratios)
        lines.push_back(lineOf(row));
    for (const TimeRow& row : table.times)
        lines.push_back(lineOf(row));
    constexpr std::size_t kColumns = 6;
    std::array<qsizetype, kColumns> widths{};
    for (const TableLine& line : lines) {
        for (std::size_t column = 0; column < kColumns; ++column)
            widths[column] = std::max(widths[column], line[column].size());
    }
    QString text;
    for (const TableLine& line : lines) {
        QStringList cells;
        for (std::size_t column = 0; column < kColumns; ++column) {
            const bool number = column > 0 && column + 1 < kColumns;
            cells << (number ? line[column].rightJustified(widths[column])
                             : line[column].leftJustified(widths[column]));
        }
        text += cells.join(QStringLiteral(" | ")).trimmed() + QLatin1Char('\n');
    }
    text += QLatin1Char('\n');
    for (const TableLine& line : lines) {
        if (!line.back().isEmpty())
            text += line.front() + QStringLiteral(": ") + line.back() + QLatin1Char('\n');
    }
    text += QStringLiteral("Medians of processor time. Figures in brackets are this machine's: "
                           "they compare with no other, and fail no run.\n");
    return text;
}

bool writeTable(const QString& text, const QString& path)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

bool writeRatios(const BenchTable& table, const QString& path)
{
    QJsonObject ratios;
    for (const RatioRow& row : table.ratios)
        ratios.insert(row.id, row.ratio());
    QFile file(path);
    const QByteArray bytes = QJsonDocument(ratios).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace chengdan::bench
