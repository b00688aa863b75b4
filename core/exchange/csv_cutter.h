// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <vector>

namespace chengdan::exchange {

/// Makes texts of cells and remembers whether all of them were good.
template <typename Char>
class CsvTexts;

template <>
class CsvTexts<char> {
public:
    QString of(std::string_view cell)
    {
        const QByteArrayView bytes(cell.data(), static_cast<qsizetype>(cell.size()));
        // A text decoded where it is to stay keeps room for a character a byte: thrice of what it
        // needs in Chinese, for as long as the table lives.
        const auto most = static_cast<std::size_t>(m_decoder.requiredSpace(bytes.size()));
        if (m_room.size() < most)
            m_room.resize(most);
        const QChar* const end = m_decoder.appendToBuffer(m_room.data(), bytes);
        return QString(m_room.data(), end - m_room.data());
    }
    bool good() const { return !m_decoder.hasError(); }

private:
    // A cell ends no character half way, and a byte order mark inside a file is text.
    QStringDecoder m_decoder{QStringDecoder::Utf8,
        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom};
    std::vector<QChar> m_room = std::vector<QChar>(64); // never none: an empty text is not null
};

template <>
class CsvTexts<char16_t> {
public:
    QString of(std::u16string_view cell) const
    {
        return QString(
            reinterpret_cast<const QChar*>(cell.data()), static_cast<qsizetype>(cell.size()));
    }
    bool good() const { return true; }
};

inline QList<QPair<QString, QString>> atCsvRow(int row)
{
    return {{QStringLiteral("row"), QString::number(row)}};
}

/// Cuts a file into records, in UTF-16 or in UTF-8; one object per file. Bytes that are no UTF-8
/// end it with CSV_ENCODING at the record they stand in. Nobody but the CSV reader includes this.
/// Files repeat themselves from row to row (a city, a grade, "no"): a cell with the text of the one
/// above shares its memory and is not even searched for its end.
template <typename Char>
class CsvCutter {
public:
    using View = std::basic_string_view<Char>;

    CsvCutter(View text, Char delimiter, const CsvOptions& options)
        : m_text(text)
        , m_delimiter(delimiter)
        , m_options(options)
        , m_lastStop(std::max({delimiter, Char('\n'), Char('\r')}))
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    /// The next record; one without cells for a blank line.
    Result<CsvRow> next()
    {
        CsvRow row;
        row.number = ++m_number;
        if (endOfLine())
            return row;
        row.cells.reserve(m_above.size());
        m_here.clear();
        while (true) {
            if (!atEnd() && m_text[m_at] == kQuote) {
                auto quoted = readQuoted(row.number);
                if (!quoted)
                    return fail(quoted.error());
                m_here.push_back({});
                row.cells.append(std::move(*quoted));
            } else {
                row.cells.append(readPlain(static_cast<std::size_t>(row.cells.size())));
            }
            if (row.cells.constLast().size() > m_options.maxCellLength
                || row.cells.size() > m_options.maxColumns)
                return fail("CSV_LIMIT", {}, atCsvRow(row.number));
            if (endOfLine()) {
                if (!m_texts.good())
                    return fail("CSV_ENCODING", {}, atCsvRow(row.number));
                m_above = row.cells;
                m_aboveViews.swap(m_here);
                return row;
            }
            ++m_at; // the delimiter: readQuoted and readPlain stop nowhere else
        }
    }

private:
    static constexpr Char kQuote = Char('"');

    static bool isBreak(Char c) { return c == Char('\n') || c == Char('\r'); }
    bool isStop(Char c) const { return c == m_delimiter || isBreak(c); }

    /// Steps over a line break; the end of the text is one too.
    bool endOfLine()
    {
        if (atEnd())
            return true;
        if (!isBreak(m_text[m_at]))
            return false;
        if (m_text[m_at] == Char('\r') && m_at + 1 < m_text.size()
            && m_text[m_at + 1] == Char('\n'))
            ++m_at;
        ++m_at;
        return true;
    }

    QString readPlain(std::size_t column)
    {
        const View rest = m_text.substr(m_at);
        if (column < m_aboveViews.size()) {
            const View above = m_aboveViews[column];
            const std::size_t size = above.size();
            if (size > 0 && rest.size() >= size
                && std::char_traits<Char>::compare(rest.data(), above.data(), size) == 0
                && (rest.size() == size || isStop(rest[size]))) {
                m_at += size;
                m_here.push_back(above);
                return m_above.at(static_cast<qsizetype>(column));
            }
        }
        std::size_t size = 0;
        using Unsigned = std::make_unsigned_t<Char>; // bytes of Chinese are no small numbers
        while (size < rest.size()
            && (Unsigned(rest[size]) > Unsigned(m_lastStop) || !isStop(rest[size])))
            ++size;
        m_at += size;
        m_here.push_back(rest.substr(0, size));
        return m_texts.of(m_here.back());
    }

    Result<QString> readQuoted(int row)
    {
        std::basic_string<Char> cell;
        ++m_at;
        while (true) {
            const std::size_t end = std::min(m_text.find(kQuote, m_at), m_text.size());
            cell.append(m_text, m_at, end - m_at);
            m_at = end;
            if (atEnd())
                return fail("CSV_UNTERMINATED", {}, atCsvRow(row));
            ++m_at;
            if (atEnd() || m_text[m_at] != kQuote)
                break;
            cell += kQuote;
            ++m_at;
        }
        if (!atEnd() && !isStop(m_text[m_at]))
            return fail("CSV_QUOTE", {}, atCsvRow(row));
        return m_texts.of(View(cell));
    }

    View m_text;
    Char m_delimiter;
    const CsvOptions& m_options;
    CsvTexts<Char> m_texts;
    Char m_lastStop; ///< no character above it ends a cell
    std::size_t m_at = 0;
    int m_number = 0;
    QStringList m_above; ///< the cells of the record before …
    std::vector<View> m_aboveViews; ///< … and where they stand; empty for a quoted one
    std::vector<View> m_here;
};

/// Whichever of , ; tab the first line that is not blank uses most.
template <typename Char>
Char detectCsvDelimiter(std::basic_string_view<Char> text)
{
    const std::array<Char, 3> candidates{Char(','), Char(';'), Char('\t')};
    std::array<int, 3> counts{};
    bool quoted = false;
    bool any = false;
    for (const Char c : text) {
        if (c == Char('"'))
            quoted = !quoted;
        if (!quoted && (c == Char('\n') || c == Char('\r'))) {
            if (any)
                break;
            continue;
        }
        any = true;
        for (std::size_t i = 0; i < candidates.size() && !quoted; ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<std::size_t>(most - counts.begin())];
}

} // namespace chengdan::exchange
