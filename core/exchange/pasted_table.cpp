// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pasted_table.h"

#include <algorithm>
#include <optional>

namespace chengdan::exchange {

namespace {

constexpr QChar kPastedQuote = QLatin1Char('"');

class PastedCutter {
public:
    PastedCutter(QStringView text, const PasteLimits& limits)
        : m_text(text)
        , m_limits(limits)
        , m_budget(4 * text.size() + 65'536)
    {
    }

    Result<PastedTable> cut()
    {
        PastedTable table;
        while (m_at < m_text.size()) {
            QStringList row = cutRow();
            if (table.rows.size() >= static_cast<std::size_t>(m_limits.rows)
                || row.size() > m_limits.columns)
                return fail(tooMuch());
            table.columns = std::max(table.columns, row.size());
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    Error tooMuch() const
    {
        return Error::make(
            "PASTE_LIMIT", {}, {{QStringLiteral("limit"), QString::number(m_limits.rows)}});
    }

private:
    static bool isSeparator(QChar c)
    {
        return c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    }

    QStringList cutRow()
    {
        QStringList row;
        while (row.size() <= m_limits.columns) {
            row.append(cutCell());
            if (m_at >= m_text.size())
                break;
            const QChar separator = m_text[m_at++];
            if (separator == QLatin1Char('\t'))
                continue;
            if (separator == QLatin1Char('\r') && m_at < m_text.size()
                && m_text[m_at] == QLatin1Char('\n'))
                ++m_at;
            break;
        }
        return row;
    }

    QString cutCell()
    {
        if (m_at < m_text.size() && m_text[m_at] == kPastedQuote) {
            if (auto quoted = cutQuoted())
                return std::move(*quoted);
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !isSeparator(m_text[m_at]))
            ++m_at;
        return m_text.mid(start, m_at - start).toString();
    }

    /// Nothing, without a step forward, when the mark is an ordinary character.
    std::optional<QString> cutQuoted()
    {
        qsizetype at = m_at + 1;
        bool needsQuotes = false;
        while (at < m_text.size() && m_budget > 0) {
            --m_budget; // marks that turn out to be ordinary may not cost more than the text
            const QChar c = m_text[at];
            needsQuotes = needsQuotes || isSeparator(c);
            if (c != kPastedQuote) {
                ++at;
                continue;
            }
            const bool ends = at + 1 >= m_text.size() || isSeparator(m_text[at + 1]);
            if (ends) {
                if (!needsQuotes)
                    return std::nullopt;
                QString cell = m_text.mid(m_at + 1, at - m_at - 1).toString();
                m_at = at + 1;
                return cell.replace(QStringLiteral("\"\""), QStringLiteral("\""));
            }
            if (m_text[at + 1] != kPastedQuote)
                return std::nullopt;
            needsQuotes = true;
            at += 2;
        }
        return std::nullopt;
    }

    QStringView m_text;
    const PasteLimits& m_limits;
    qsizetype m_at = 0;
    qsizetype m_budget;
};

} // namespace

Result<PastedTable> parsePastedTable(QStringView text, const PasteLimits& limits)
{
    PastedCutter cutter(text, limits);
    if (text.size() > limits.characters)
        return fail(cutter.tooMuch());
    return cutter.cut();
}

} // namespace chengdan::exchange
