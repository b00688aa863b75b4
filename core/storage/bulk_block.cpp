// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_block.h"

#include <sqlite3.h>

#include <cstring>

namespace chengdan::storage {

namespace {

constexpr std::size_t kMostUtf8Bytes = 3; // of one UTF-16 unit
constexpr std::size_t kFirstBytes = 4096;

/// UTF-8 of a text, and where it ends; null for a lone half of a pair, whose encoding is left to
/// SQLite so that it comes out as in every other path.
char* writeUtf8(QStringView text, char* to)
{
    const auto put = [&to](unsigned byte) { *to++ = static_cast<char>(byte); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const unsigned unit = text[i].unicode();
        if (unit < 0x80U) {
            put(unit);
        } else if (unit < 0x800U) {
            put(0xC0U | (unit >> 6U));
            put(0x80U | (unit & 0x3FU));
        } else if (!QChar::isSurrogate(unit)) {
            put(0xE0U | (unit >> 12U));
            put(0x80U | ((unit >> 6U) & 0x3FU));
            put(0x80U | (unit & 0x3FU));
        } else {
            if (!QChar::isHighSurrogate(unit) || i + 1 == text.size()
                || !text[i + 1].isLowSurrogate())
                return nullptr;
            const unsigned point = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
            put(0xF0U | (point >> 18U));
            put(0x80U | ((point >> 12U) & 0x3FU));
            put(0x80U | ((point >> 6U) & 0x3FU));
            put(0x80U | (point & 0x3FU));
        }
    }
    return to;
}

QString rowsOfMarks(int rows, int columns)
{
    const QString row = QLatin1Char('(')
        + QStringList(columns, QStringLiteral("?")).join(QLatin1Char(',')) + QLatin1Char(')');
    return QStringList(rows, row).join(QLatin1Char(','));
}

} // namespace

BulkBlock::BulkBlock(sqlite3* handle, QString insert, int columns)
    : m_handle(handle)
    , m_insert(std::move(insert) + QStringLiteral(" VALUES "))
    , m_columns(columns)
    , m_one{prepareNative(handle, m_insert + rowsOfMarks(1, columns)), {}}
    , m_bytes(kFirstBytes) // never none: an empty text has an address, or it would be NULL
{
    m_cells.reserve(static_cast<std::size_t>(columns) * kRows);
}

char* BulkBlock::room(std::size_t most)
{
    if (m_used + most > m_bytes.size())
        m_bytes.resize(2 * (m_used + most));
    return m_bytes.data() + m_used;
}

void BulkBlock::add(const Value& value)
{
    if (const auto* integer = std::get_if<qint64>(&value)) {
        m_cells.push_back({Cell::Kind::Integer, 0, *integer});
        return;
    }
    if (const auto* text = std::get_if<QString>(&value); text != nullptr && !text->isNull()) {
        addText(*text);
        return;
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value); bytes != nullptr && !bytes->isNull()) {
        const auto size = static_cast<std::size_t>(bytes->size());
        std::memcpy(room(size), bytes->constData(), size);
        m_cells.push_back({Cell::Kind::Bytes, static_cast<int>(size), static_cast<qint64>(m_used)});
        m_used += size;
        return;
    }
    m_cells.emplace_back();
}

void BulkBlock::addText(const QString& text)
{
    const auto units = static_cast<std::size_t>(text.size());
    char* const begin = room(units * kMostUtf8Bytes);
    Cell cell{Cell::Kind::Text, 0, static_cast<qint64>(m_used)};
    if (const char* end = writeUtf8(text, begin)) {
        cell.length = static_cast<int>(end - begin);
    } else {
        cell.kind = Cell::Kind::Text16;
        cell.length = static_cast<int>(units * sizeof(char16_t));
        std::memcpy(begin, text.utf16(), units * sizeof(char16_t));
    }
    m_used += static_cast<std::size_t>(cell.length);
    m_cells.push_back(cell);
}

void BulkBlock::endRow()
{
    Q_ASSERT(m_cells.size() % static_cast<std::size_t>(m_columns) == 0);
    if (m_cells.size() < static_cast<std::size_t>(m_columns) * kRows)
        return;
    if (!m_many.statement)
        m_many.statement = prepareNative(m_handle, m_insert + rowsOfMarks(kRows, m_columns));
    write(m_many, kRows, 0);
    m_cells.clear();
    m_used = 0;
}

void BulkBlock::flush()
{
    const auto columns = static_cast<std::size_t>(m_columns);
    for (std::size_t first = 0; first < m_cells.size(); first += columns)
        write(m_one, 1, first);
    m_cells.clear();
    m_used = 0;
}

void BulkBlock::write(Insert& insert, int rows, std::size_t firstCell)
{
    sqlite3_stmt* const statement = insert.statement.get();
    const auto marks = static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_columns);
    insert.bound.resize(marks); // NULL, as in a new statement
    for (std::size_t mark = 0; mark < marks; ++mark) {
        const Cell& cell = m_cells[firstCell + mark];
        if (cell.isSamePlain(insert.bound[mark]))
            continue;
        bind(statement, static_cast<int>(mark) + 1, cell);
        insert.bound[mark] = cell;
    }
    const int outcome = sqlite3_step(statement);
    if (outcome != SQLITE_DONE) {
        const StorageFault fault = nativeFault(m_handle, m_insert);
        sqlite3_reset(statement);
        throw fault;
    }
    sqlite3_reset(statement);
}

void BulkBlock::bind(sqlite3_stmt* statement, int mark, const Cell& cell) const
{
    const auto bytes = [&] {
        return cell.outer != nullptr ? cell.outer : m_bytes.data() + cell.integer;
    };
    switch (cell.kind) {
    case Cell::Kind::Null:
        sqlite3_bind_null(statement, mark);
        break;
    case Cell::Kind::Integer:
        sqlite3_bind_int64(statement, mark, cell.integer);
        break;
    case Cell::Kind::Text:
        sqlite3_bind_text(statement, mark, bytes(), cell.length, SQLITE_STATIC);
        break;
    case Cell::Kind::Text16:
        sqlite3_bind_text16(statement, mark, bytes(), cell.length, SQLITE_STATIC);
        break;
    case Cell::Kind::Bytes:
        sqlite3_bind_blob(statement, mark, bytes(), cell.length, SQLITE_STATIC);
        break;
    }
}

} // namespace chengdan::storage
