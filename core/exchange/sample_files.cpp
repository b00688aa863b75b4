// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sample_files.h"

#include <QDir>
#include <QFile>

#include <zlib.h>

namespace chengdan::exchange {

namespace {

Error sampleFileError(const char* code, const QString& file)
{
    return Error::make(code, {}, {{QStringLiteral("file"), file}});
}

/// Inflates gzip data; nothing when it is damaged, cut off or too large.
std::optional<QByteArray> inflateGzip(const QByteArray& packed, qint64 mostBytes)
{
    constexpr int kGzipWindow = 16 + MAX_WBITS; // 16: expect a gzip header
    constexpr int kChunk = 1 << 20;
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        return std::nullopt;
    QByteArray input = packed; // zlib takes a pointer to changeable bytes
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    QByteArray result;
    int state = Z_OK;
    while (state == Z_OK && result.size() <= mostBytes) {
        const qsizetype at = result.size();
        result.resize(at + kChunk);
        stream.next_out = reinterpret_cast<Bytef*>(result.data() + at);
        stream.avail_out = kChunk;
        state = inflate(&stream, Z_NO_FLUSH);
        result.resize(at + kChunk - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END)
        return std::nullopt;
    return result;
}

Result<CsvTable> readPacked(const QString& path)
{
    auto bytes = readGzipFile(path);
    if (!bytes)
        return chengdan::fail(bytes.error());
    auto text = decodeText(*bytes);
    if (!text)
        return chengdan::fail(text.error());
    return parseCsv(*text);
}

} // namespace

Result<QByteArray> readGzipFile(const QString& path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.exists())
        return chengdan::fail(sampleFileError("INPUT_MISSING", path));
    if (!file.open(QIODevice::ReadOnly))
        return chengdan::fail(sampleFileError("INPUT_READ", path));
    auto unpacked = inflateGzip(file.readAll(), mostBytes);
    if (!unpacked)
        return chengdan::fail(sampleFileError("INPUT_READ", path));
    return std::move(*unpacked);
}

Result<SampleTable> SampleTable::read(
    const QString& directory, const QString& name, const QStringList& columns)
{
    const QDir folder(directory);
    const QString plain = folder.filePath(name + QStringLiteral(".csv"));
    const QString packed = plain + QStringLiteral(".gz");
    const bool isPacked = !QFile::exists(plain) && QFile::exists(packed);
    auto table = isPacked ? readPacked(packed) : readCsvFile(plain);
    if (!table)
        return chengdan::fail(table.error());
    SampleTable result;
    result.m_file = name + QStringLiteral(".csv");
    result.m_columns = columns;
    result.m_table = std::move(*table);
    for (const QString& column : columns) {
        const auto position = static_cast<int>(result.m_table.header.indexOf(column));
        if (position < 0) {
            return chengdan::fail("COLUMN_MISSING",
                column,
                {{QStringLiteral("file"), result.m_file}, {QStringLiteral("column"), column}});
        }
        result.m_positions.push_back(position);
    }
    return result;
}

QString SampleTable::text(int row, int column) const
{
    const CsvRow& cells = m_table.rows[static_cast<std::size_t>(row)];
    return cells.cells.value(m_positions[static_cast<std::size_t>(column)]);
}

int SampleTable::number(int row, int column) const
{
    const QString cell = text(row, column);
    if (cell.isEmpty())
        return 0;
    bool fits = false;
    const int value = cell.toInt(&fits);
    if (!fits)
        note(row, column, QStringLiteral("NUMBER_FORMAT"));
    return value;
}

QDate SampleTable::date(int row, int column) const
{
    const QString cell = text(row, column);
    if (cell.isEmpty())
        return {};
    const QDate date = QDate::fromString(cell, Qt::ISODate);
    if (!date.isValid())
        note(row, column, QStringLiteral("DATE_FORMAT"));
    return date;
}

void SampleTable::note(int row, int column, const QString& code) const
{
    if (m_error)
        return;
    m_error = Error{code,
        m_columns[column],
        {{QStringLiteral("file"), m_file},
            {QStringLiteral("row"),
                QString::number(m_table.rows[static_cast<std::size_t>(row)].number)},
            {QStringLiteral("text"), text(row, column)}},
        {}};
}

Result<void> SampleTable::check() const
{
    if (m_error)
        return chengdan::fail(*m_error);
    return {};
}

} // namespace chengdan::exchange
