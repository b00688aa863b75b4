// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"

#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
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
        if (cell.size() > std::size_t(std::numeric_limits<std::int32_t>::max())) {
            m_good = false;
            return {};
        }
        // A text decoded where it is to stay keeps room for a character a byte: thrice of what it
        // needs in Chinese, for as long as the table lives.
        if (m_room.size() < cell.size())
            m_room.resize(cell.size());
        std::int32_t size = 0;
        UErrorCode error = U_ZERO_ERROR;
        // no text has more units in UTF-16 than bytes in UTF-8
        u_strFromUTF8(m_room.data(),
            static_cast<std::int32_t>(m_room.size()),
            &size,
            cell.data(),
            static_cast<std::int32_t>(cell.size()),
            &error);
        if (U_FAILURE(error)) {
            m_good = false;
            return {};
        }
        return QString(reinterpret_cast<const QChar*>(m_room.data()), size);
    }
    bool good() const { return m_good; }

private:
    std::vector<char16_t> m_room = std::vector<char16_t>(64); // never none: no text is null
    bool m_good = true;
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
        , m_nextFeed(from(0, Char('\n')))
        , m_nextReturn(from(0, Char('\r')))
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

    std::size_t from(std::size_t at, Char wanted) const
    {
        return std::min(m_text.find(wanted, at), m_text.size());
    }

    /// Where the line ends in which this place is. Each break is looked for once, not once a cell.
    std::size_t lineEnd()
    {
        if (m_nextFeed < m_at)
            m_nextFeed = from(m_at, Char('\n'));
        if (m_nextReturn < m_at)
            m_nextReturn = from(m_at, Char('\r'));
        return std::min(m_nextFeed, m_nextReturn);
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
        const View line = rest.substr(0, lineEnd() - m_at);
        const std::size_t size = std::min(line.find(m_delimiter), line.size());
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
    std::size_t m_nextFeed; ///< the first line feed not before m_at, or the end of the text
    std::size_t m_nextReturn; ///< the first carriage return likewise
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
