// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_hits.h"

#include "core/base/pinyin_query.h"
#include "core/storage/search_index.h"
#include "core/storage/search_query.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <tuple>

namespace chengdan::storage {

namespace {

using schema::Column;

constexpr qint64 kNewestLooked = 200;
constexpr qint64 kBeginningLooked = 40;
constexpr qint64 kReferencesLooked = 40;

// The rows whose column begins with the text, in its order, from the column's own index.
void collectBeginnings(
    Connection& connection, const SearchAsk& ask, const Column& column, QSet<qint64>& rids)
{
    QStringList beginnings{ask.query.text, ask.query.text.toUpper()}; // codes are in capitals
    beginnings.removeDuplicates();
    for (const QString& beginning : beginnings) {
        ListQuery query = ask.query;
        query.text.clear();
        const QString name = QString::fromLatin1(column.name);
        query.filters = {{name, Compare::GreaterOrEqual, beginning},
            {name, Compare::Less, QString(beginning + QChar(0xFFFF))}};
        // In the order of the bytes, not of the pinyin: the index gives it without a sort.
        const BoundSql where = listWhere(query);
        Statement found = connection.query(
            QStringLiteral("SELECT t.rid FROM %1 t%2 ORDER BY t.%3, t.rid DESC LIMIT %4")
                .arg(QString::fromLatin1(query.type->table), where.text, name)
                .arg(kBeginningLooked),
            where.values);
        while (found.next())
            rids.insert(found.integer(0));
    }
}

QSet<qint64> searchCandidates(Connection& connection, const SearchAsk& ask)
{
    QSet<qint64> rids;
    for (const Column* column : searchColumns(*ask.query.type)) {
        if (column->indexed || column->unique)
            collectBeginnings(connection, ask, *column, rids);
    }
    for (const qint64 rid : newestFound(connection, ask.query, kNewestLooked))
        rids.insert(rid);
    const bool names = std::any_of(ask.query.type->columns.begin(),
        ask.query.type->columns.end(),
        [](const Column& column) { return column.searchable && column.references != nullptr; });
    if ((names && !ask.numbersOnly) || !searchesIndex(ask.query)) {
        ListQuery query = ask.query;
        query.sort.clear();
        for (const qint64 rid : listKeys(connection, query, kReferencesLooked))
            rids.insert(rid);
    }
    return rids;
}

// Numbers hold digits and no script but Latin: QT-2026-0312, 0574-8765, 9133….
bool isNumberText(const QString& text)
{
    int digits = 0;
    for (const QChar c : text) {
        if (c.unicode() > 0x7F)
            return false;
        digits += c.isDigit() ? 1 : 0;
    }
    return digits >= 3;
}

class HitRanker {
public:
    explicit HitRanker(const SearchAsk& ask)
        : m_ask(ask)
        , m_columns(searchColumns(*ask.query.type))
        , m_text(ask.query.text)
        , m_first(searchWords(m_text).value(0))
        , m_pinyin(m_first)
    {
    }

    std::optional<SearchRank> rank(const ListRow& row) const
    {
        SearchRank best = SearchRank::Text;
        bool inNumber = false;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QString text = schema::toText(row.values[i]);
            const bool number = m_columns[i]->unique || isNumberText(text);
            if (number && text.contains(m_text, Qt::CaseInsensitive))
                inNumber = true;
            best = std::min(best, rankOf(text, number));
        }
        if (m_ask.numbersOnly && !inNumber)
            return std::nullopt;
        return best;
    }

private:
    SearchRank rankOf(const QString& text, bool number) const
    {
        if (number && text.compare(m_text, Qt::CaseInsensitive) == 0)
            return SearchRank::ExactNumber;
        if (text.startsWith(m_text, Qt::CaseInsensitive))
            return SearchRank::Prefix;
        if (!number && m_pinyin.matchAt(text) == 0)
            return SearchRank::Initials;
        return SearchRank::Text;
    }

    const SearchAsk& m_ask;
    std::vector<const Column*> m_columns;
    QString m_text;
    QString m_first;
    PinyinQuery m_pinyin;
};

} // namespace

std::vector<SearchHit> bestFound(Connection& connection, const SearchAsk& asked)
{
    SearchAsk ask = asked;
    ask.query.text = ask.query.text.simplified();
    std::vector<SearchHit> hits;
    if (ask.query.text.isEmpty())
        return hits;
    const QSet<qint64> found = searchCandidates(connection, ask);
    const std::vector<qint64> rids(found.begin(), found.end());
    QStringList columns;
    for (const Column* column : searchColumns(*ask.query.type))
        columns += QString::fromLatin1(column->name);
    const std::size_t owner = std::size_t(columns.size());
    columns += {QStringLiteral("owner"), QStringLiteral("changed_at")};
    const HitRanker ranker(ask);
    for (const ListRow& row :
        listRows(connection, *ask.query.types, *ask.query.type, columns, rids)) {
        if (const auto rank = ranker.rank(row)) {
            hits.push_back({row.rid,
                *rank,
                schema::toInteger(row.values[owner]) == ask.self.number(),
                schema::toInteger(row.values[owner + 1])});
        }
    }
    std::sort(hits.begin(), hits.end(), [](const SearchHit& a, const SearchHit& b) {
        return std::tuple(a.rank, !a.mine, -a.changedAt, -a.rid)
            < std::tuple(b.rank, !b.mine, -b.changedAt, -b.rid);
    });
    if (qsizetype(hits.size()) > ask.most)
        hits.resize(std::size_t(ask.most));
    return hits;
}

} // namespace chengdan::storage
