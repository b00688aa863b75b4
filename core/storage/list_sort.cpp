// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/list_sort.h"

#include "core/base/pinyin.h"
#include "core/storage/custom_column.h"
#include "core/storage/name_order.h"
#include "core/storage/native_statement.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

namespace chengdan::storage {

namespace {

using schema::ColumnType;

// Calls take(position, statement) with the column's cell of each key, in the order of the table
// when it is read through.
template <typename Take>
void eachCell(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most,
    Take take)
{
    const QString table = QString::fromLatin1(query.type->table);
    if (!most) {
        NativeStatement statement(connection,
            QStringLiteral("SELECT %1 FROM %2 t WHERE t.rid = ?").arg(listColumnSql(column), table),
            {qint64{0}});
        for (std::size_t i = 0; i < keys.size(); ++i) {
            statement.restart(keys[i]);
            if (statement.next())
                take(i, statement, 0);
        }
        return;
    }
    constexpr quint32 kNowhere = ~quint32{0};
    const qint64 highest = keys.empty() ? 0 : *std::max_element(keys.begin(), keys.end());
    std::vector<quint32> positionOf(static_cast<std::size_t>(highest) + 1, kNowhere);
    for (std::size_t i = 0; i < keys.size(); ++i)
        positionOf[static_cast<std::size_t>(keys[i])] = static_cast<quint32>(i);
    NativeStatement statement(
        connection, QStringLiteral("SELECT %1, t.rid FROM %2 t").arg(listColumnSql(column), table));
    while (statement.next()) {
        const qint64 rid = statement.integer(1);
        if (rid > highest || rid < 0)
            continue;
        if (const quint32 position = positionOf[static_cast<std::size_t>(rid)];
            position != kNowhere)
            take(position, statement, 0);
    }
}

// 2026-03-12 → 20260312; other texts cannot stand in a date column.
quint64 dateNumber(std::string_view text)
{
    quint64 number = 0;
    for (const char character : text) {
        if (character >= '0' && character <= '9')
            number = number * 10 + static_cast<quint64>(character - '0');
    }
    return number;
}

// The first eight bytes as a number that orders as the bytes do.
quint64 leadingBytes(std::string_view text)
{
    quint64 number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    return number;
}

/// What stands in the place of a text when texts are compared.
enum class RankBy {
    Bytes, ///< itself
    Pinyin, ///< its sort key, then itself
    PinyinOnly ///< its sort key
};

/// Texts gathered in one block of memory, then ranked.
class TextRanks {
public:
    explicit TextRanks(RankBy by)
        : m_by(by)
    {
    }
    void add(std::size_t position, std::string_view text)
    {
        if (text.empty())
            return;
        const std::size_t offset = m_block.size();
        if (m_by != RankBy::Bytes)
            appendPinyinSortKey(text, m_block);
        if (m_by == RankBy::Pinyin)
            m_block.append(1, '\0'); // ends the key: no byte of one is smaller
        if (m_by != RankBy::PinyinOnly)
            m_block.append(text);
        const std::string_view kept = std::string_view(m_block).substr(offset);
        m_texts.push_back({leadingBytes(kept),
            offset,
            static_cast<quint32>(kept.size()),
            static_cast<quint32>(position)});
    }
    void rank(std::vector<quint64>& values)
    {
        std::sort(m_texts.begin(), m_texts.end(), [this](const Text& a, const Text& b) {
            return a.lead != b.lead ? a.lead < b.lead : textOf(a) < textOf(b);
        });
        quint64 rank = 0;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            if (textOf(m_texts[i]).empty())
                continue; // a name of nothing that could be read is as good as none
            if (rank == 0 || textOf(m_texts[i]) != textOf(m_texts[i - 1]))
                ++rank;
            values[m_texts[i].position] = rank;
        }
    }

private:
    struct Text {
        quint64 lead;
        std::size_t offset;
        quint32 size;
        quint32 position;
    };
    std::string_view textOf(const Text& text) const
    {
        return std::string_view(m_block).substr(text.offset, text.size);
    }
    RankBy m_by;
    std::string m_block;
    std::vector<Text> m_texts;
};

struct RowIdentity {
    quint64 high = 0;
    quint64 low = 0;
    friend bool operator==(const RowIdentity&, const RowIdentity&) = default;
};
struct RowIdentityHash {
    std::size_t operator()(const RowIdentity& id) const { return id.low ^ (id.high * 31); }
};

RowIdentity identityOf(const NativeStatement& statement, int column)
{
    if (statement.isInteger(column))
        return {0, static_cast<quint64>(statement.integer(column))};
    RowIdentity id;
    const std::string_view bytes = statement.bytes(column);
    if (bytes.size() == 16) {
        std::memcpy(&id.high, bytes.data(), 8);
        std::memcpy(&id.low, bytes.data() + 8, 8);
    }
    return id;
}

std::vector<quint64> referenceRanks(Connection& connection,
    const ListQuery& query,
    const QString& column,
    const QString& target,
    std::span<const qint64> keys,
    bool most)
{
    const QString title = target == QLatin1String("stage") ? QStringLiteral("seq")
                                                           : listTitleColumn(query.types, target);
    // Read, not sorted, by the library: the referenced table may be long as well.
    std::vector<RowIdentity> ids;
    std::vector<quint64> ranks;
    {
        NativeStatement statement(
            connection, QStringLiteral("SELECT r.id, r.%1 FROM %2 r").arg(title, target));
        TextRanks texts(sortsByPinyin(query, column) ? RankBy::Pinyin : RankBy::Bytes);
        bool textual = false;
        while (statement.next()) {
            const std::size_t position = ids.size();
            ids.push_back(identityOf(statement, 0));
            ranks.push_back(0);
            if (statement.isInteger(1)) {
                ranks.back() = static_cast<quint64>(statement.integer(1)) + 1;
            } else {
                texts.add(position, statement.bytes(1));
                textual = true;
            }
        }
        if (textual)
            texts.rank(ranks);
    }
    std::unordered_map<RowIdentity, quint64, RowIdentityHash> rankOf;
    rankOf.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        rankOf.emplace(ids[i], ranks[i]);
    std::vector<quint64> values(keys.size(), 0);
    eachCell(
        connection, query, column, keys, most, [&](std::size_t at, const auto& cell, int from) {
            const auto found = rankOf.find(identityOf(cell, from));
            values[at] = found == rankOf.end() ? 0 : found->second;
        });
    return values;
}

// The place of each key in the stored order of names.
std::vector<quint64> nameRanks(
    Connection& connection, const ListQuery& query, std::span<const qint64> keys)
{
    const qint64 highest = keys.empty() ? 0 : *std::max_element(keys.begin(), keys.end());
    std::vector<quint32> rankOf(static_cast<std::size_t>(highest) + 1, 0);
    NativeStatement statement(connection,
        QStringLiteral("SELECT k.key, k.rid FROM %1 k ORDER BY k.key, k.rid")
            .arg(nameOrderTable(*query.type)));
    std::string last;
    quint32 rank = 0;
    while (statement.next()) {
        if (const std::string_view key = statement.bytes(0); key != last) {
            last = key;
            ++rank;
        }
        if (const qint64 rid = statement.integer(1); rid >= 0 && rid <= highest)
            rankOf[static_cast<std::size_t>(rid)] = rank;
    }
    std::vector<quint64> values(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        values[i] = rankOf[static_cast<std::size_t>(keys[i])];
    return values;
}

} // namespace

std::vector<quint64> sortValues(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most,
    EqualTexts equal)
{
    const schema::Column* described = query.type->column(column);
    if (const QString target = referencedTable(*query.type, column); !target.isEmpty())
        return referenceRanks(connection, query, column, target, keys, most);
    std::vector<quint64> values(keys.size(), 0);
    if (described != nullptr && described->type == ColumnType::Date) {
        eachCell(
            connection, query, column, keys, most, [&](std::size_t at, const auto& cell, int from) {
                values[at] = dateNumber(cell.bytes(from));
            });
        return values;
    }
    const bool name = described != nullptr && described == nameColumn(*query.type)
        && equal == EqualTexts::ByOrder;
    if (name && most && isNameOrderWhole(connection, *query.type))
        return nameRanks(connection, query, keys);
    TextRanks texts(name                   ? RankBy::PinyinOnly
            : sortsByPinyin(query, column) ? RankBy::Pinyin
                                           : RankBy::Bytes);
    bool textual = false;
    eachCell(
        connection, query, column, keys, most, [&](std::size_t at, const auto& cell, int from) {
            if (cell.isInteger(from)) {
                // The sign bit turned round orders signed numbers; one is kept free for "no value".
                const quint64 number =
                    static_cast<quint64>(cell.integer(from)) ^ (quint64{1} << 63);
                values[at] = std::max<quint64>(number, 1);
            } else if (!cell.isNull(from)) {
                texts.add(at, cell.bytes(from));
                textual = true;
            }
        });
    if (textual)
        texts.rank(values);
    return values;
}

std::vector<qint64> integerValues(Connection& connection,
    const ListQuery& query,
    const QString& column,
    std::span<const qint64> keys,
    bool most)
{
    std::vector<qint64> values(keys.size(), 0);
    eachCell(
        connection, query, column, keys, most, [&](std::size_t at, const auto& cell, int from) {
            values[at] = cell.integer(from);
        });
    return values;
}

void sortByValues(std::vector<qint64>& keys, std::vector<quint64>& values)
{
    const std::size_t count = keys.size();
    std::vector<qint64> otherKeys(count);
    std::vector<quint64> otherValues(count);
    for (int shift = 0; shift < 64; shift += 8) {
        std::array<std::size_t, 257> starts{};
        for (const quint64 value : values)
            ++starts[((value >> shift) & 0xFF) + 1];
        if (std::find(starts.begin(), starts.end(), count) != starts.end())
            continue; // the byte is the same in all
        for (std::size_t i = 1; i < starts.size(); ++i)
            starts[i] += starts[i - 1];
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t to = starts[(values[i] >> shift) & 0xFF]++;
            otherKeys[to] = keys[i];
            otherValues[to] = values[i];
        }
        keys.swap(otherKeys);
        values.swap(otherValues);
    }
}

} // namespace chengdan::storage
