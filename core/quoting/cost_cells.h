// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/quoting/cost_tables.h"
#include "core/schema/record_type.h"
#include "core/storage/bulk_reader.h"
#include "core/storage/bulk_rows.h"

#include <QHash>

#include <algorithm>
#include <cstring>

/// What the loaders of the costing tables read cells with.
namespace chengdan::quoting {

/// Of ISO text; null where it is not one.
QDate dateOf(std::string_view iso);

/// Reads the cells of one row from left to right, without making a QString where a number, a date
/// or a choice is wanted.
template <typename Cells>
class CellReader {
public:
    explicit CellReader(const Cells& reader)
        : m_reader(reader)
    {
    }
    QString text() { return m_reader.text(m_at++); }
    std::string_view view() { return m_reader.view(m_at++); }
    qint64 integer() { return m_reader.integer(m_at++); }
    int smallInteger() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    QDate date() { return dateOf(view()); }
    ValidDates validDates()
    {
        const QDate from = date();
        return {from, date()};
    }
    template <typename Number>
    Number fixed()
    {
        return Number::fromRaw(integer());
    }
    template <typename Number>
    std::optional<Number> optionalFixed()
    {
        const int at = m_at++;
        return m_reader.isNull(at) ? std::nullopt
                                   : std::optional(Number::fromRaw(m_reader.integer(at)));
    }
    std::optional<int> optionalInteger()
    {
        const int at = m_at++;
        return m_reader.isNull(at) ? std::nullopt
                                   : std::optional(static_cast<int>(m_reader.integer(at)));
    }
    /// Nothing where the cell is empty.
    std::optional<RawId> id()
    {
        const std::string_view bytes = view();
        RawId id;
        if (bytes.size() != id.octets.size())
            return std::nullopt;
        std::memcpy(id.octets.data(), bytes.data(), id.octets.size());
        return id;
    }
    // The kernel has its own enums, in the same order as the stored ones; an unknown code is the
    // first.
    template <typename Stored, typename Kernel>
    Kernel choice()
    {
        static const std::vector<std::string_view> codes = [] {
            std::vector<std::string_view> views;
            for (const schema::Choice& choice : choices(Stored{}))
                views.emplace_back(choice.code);
            return views;
        }();
        const std::string_view code = view();
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (code == codes[i])
                return static_cast<Kernel>(i);
        }
        return Kernel{};
    }

private:
    const Cells& m_reader;
    int m_at = 0;
};

using RowCells = CellReader<storage::BulkReader>;
using ScanCells = CellReader<storage::BulkCells>;

/// 8-4-4-4-12 hexadecimal digits, as RawId::toString writes them.
QString costKeyOf(const RawId& id);

/// From the id of a row to its number and to the code the tables name it by. Rows share the code's
/// text. A table with open addressing: a large company asks it a million times.
class CodeIndex {
public:
    void add(const RawId& id, const QString& code)
    {
        if (2 * (m_codes.size() + 1) > m_places.size())
            grow();
        m_places[placeOf(id)] = static_cast<qint32>(m_codes.size());
        m_ids.push_back(id);
        m_codes.push_back(code);
    }
    /// Empty for no id; an id that names no living row shows as itself, so that costing can say
    /// that it is missing.
    QString of(const std::optional<RawId>& id) const
    {
        if (!id)
            return {};
        const QString* code = find(id);
        return code != nullptr ? *code : id->toString();
    }
    /// Nothing when no living row has this id.
    const QString* find(const std::optional<RawId>& id) const
    {
        const int number = id ? numberOf(*id) : -1;
        return number >= 0 ? &m_codes[static_cast<std::size_t>(number)] : nullptr;
    }
    /// In the order of adding; -1 when no living row has this id.
    int numberOf(const RawId& id) const { return m_codes.empty() ? -1 : m_places[placeOf(id)]; }
    /// The same, quicker where the number is the one expected: rows entered together often name
    /// rows that were entered together.
    int numberOf(const RawId& id, int expected) const
    {
        const auto guess = static_cast<std::size_t>(expected);
        return guess < m_ids.size() && same(m_ids[guess], id) ? expected : numberOf(id);
    }

private:
    static quint64 halfOf(const RawId& id, std::size_t from)
    {
        quint64 half = 0;
        std::memcpy(&half, id.octets.data() + from, sizeof half);
        return half;
    }
    static bool same(const RawId& a, const RawId& b)
    {
        return halfOf(a, 0) == halfOf(b, 0) && halfOf(a, 8) == halfOf(b, 8);
    }
    // Where the id is, or the free place where it belongs. Half of an id is random bits.
    std::size_t placeOf(const RawId& id) const
    {
        const std::size_t mask = m_places.size() - 1;
        std::size_t at = ((halfOf(id, 0) ^ halfOf(id, 8)) * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
        while (m_places[at] >= 0 && !same(m_ids[static_cast<std::size_t>(m_places[at])], id))
            at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        constexpr std::size_t kFirstPlaces = 64; // a power of two, as all that follow
        m_places.assign(std::max(kFirstPlaces, 2 * m_places.size()), -1);
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            m_places[placeOf(m_ids[i])] = static_cast<qint32>(i);
    }

    std::vector<qint32> m_places; ///< numbers of the codes, -1: free
    std::vector<RawId> m_ids;
    std::vector<QString> m_codes;
};

/// Gives equal texts one copy: currencies, groups and names of operations repeat without end.
class SharedTexts {
public:
    QString of(std::string_view utf8)
    {
        if (utf8.empty())
            return {};
        const auto size = static_cast<qsizetype>(utf8.size());
        const auto found = m_texts.constFind(QByteArray::fromRawData(utf8.data(), size));
        if (found != m_texts.constEnd())
            return *found;
        return *m_texts.insert(QByteArray(utf8.data(), size), QString::fromUtf8(utf8.data(), size));
    }

private:
    QHash<QByteArray, QString> m_texts;
};

} // namespace chengdan::quoting
