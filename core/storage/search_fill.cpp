// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_fill.h"

#include "core/storage/search_index.h"

#include <algorithm>
#include <thread>

namespace chengdan::storage {

namespace {

using schema::RecordType;

constexpr qint64 kFirstPart = 1000;
constexpr qint64 kSmallestPart = 200;
constexpr qint64 kUsualMerge = 4; // segments, both; SQLite's own and its largest
constexpr qint64 kMergeWhileFilling = 16;
constexpr qint64 kLargestPart = 20'000;
constexpr qint64 kMergedRows = 20'000; // fewer are few segments
constexpr qint64 kMergedPages = 500; // at a time: 60 ms here

const RecordType* unfinishedType(Connection& connection, const schema::RecordTypes& types)
{
    for (const RecordType* type : types) {
        if (hasSearchIndex(*type) && searchFedFrom(connection, *type) > 0)
            return type;
    }
    return nullptr;
}

// The newest missing rows of one table, at most so many.
void feedPart(Connection& connection, const RecordType& type, qint64 rows)
{
    const qint64 end = searchFedFrom(connection, type); // another program may have been here
    const Value first =
        connection.scalar(QStringLiteral("SELECT min(rid) FROM (SELECT rid FROM %1 WHERE rid < ? "
                                         "ORDER BY rid DESC LIMIT ?)")
                              .arg(QString::fromLatin1(type.table)),
            {end, rows});
    const qint64 begin = schema::isNull(first) ? 0 : schema::toInteger(first);
    if (begin > 0) {
        connection.execute(QStringLiteral("UPDATE _search_rest SET fed_from = ? WHERE tbl = ?"),
            {begin, qint64{type.number}});
        feedRange(connection, type, begin, end - 1, MergeSegments::Later);
    }
    const bool whole = begin == 0
        || schema::isNull(connection.scalar(QStringLiteral("SELECT 1 FROM %1 WHERE rid < ? LIMIT 1")
                                                .arg(QString::fromLatin1(type.table)),
            {begin}));
    if (whole) {
        connection.execute(
            QStringLiteral("DELETE FROM _search_rest WHERE tbl = ?"), {qint64{type.number}});
    }
    // Each part is a segment of the index. Merging many of them at a time copies a row less often.
    connection.execute(
        QStringLiteral("INSERT INTO %1(%1, rank) VALUES ('automerge', ?)").arg(searchTable(type)),
        {whole ? kUsualMerge : kMergeWhileFilling});
}

// The parts of a large fill become one segment, which a search looks through faster than many.
// Whoever stops it loses nothing but that.
void mergeParts(Database& database,
    const RecordType& type,
    const std::function<bool()>& goOn,
    const FillPace& pace)
{
    bool more = true;
    for (bool begin = true; more && goOn(); begin = false) {
        const auto merged =
            database.write(PersonId(), [&](Transaction& transaction) -> Result<bool> {
                return mergeSome(transaction.connection(), type, kMergedPages, begin);
            });
        more = merged && *merged;
        if (more && pace.pause.count() > 0)
            std::this_thread::sleep_for(pace.pause);
    }
}

// Large enough to be worth its commit, short enough for who waits behind it.
qint64 nextPart(qint64 rows, std::chrono::nanoseconds took, std::chrono::nanoseconds most)
{
    const double share = static_cast<double>(most.count())
        / static_cast<double>(std::max<std::chrono::nanoseconds::rep>(took.count(), 1));
    const auto fitting = static_cast<qint64>(static_cast<double>(rows) * std::min(share, 2.0));
    return std::clamp(fitting, kSmallestPart, kLargestPart);
}

} // namespace

qint64 searchFedFrom(Connection& connection, const RecordType& type)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT max(fed_from) FROM _search_rest WHERE tbl = ?"),
            {qint64{type.number}}));
}

QString whereFed(const RecordType& type)
{
    return QStringLiteral(
        "WHERE ? >= coalesce((SELECT fed_from FROM _search_rest WHERE tbl = %1), 0)")
        .arg(type.number);
}

qint64 searchRowsMissing(Connection& connection)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT sum(fed_from - 1) FROM _search_rest")));
}

Result<void> fillSearch(
    Database& database, const std::function<bool(qint64 done, qint64 total)>& goOn, FillPace pace)
{
    using Clock = std::chrono::steady_clock;
    const auto missing = [](Connection& connection) -> Result<qint64> {
        return searchRowsMissing(connection);
    };
    const auto total = database.read(missing);
    if (!total)
        return chengdan::fail(total.error());
    std::vector<const RecordType*> filled; // in this run
    qint64 rows = pace.rows > 0 ? pace.rows : kFirstPart;
    for (qint64 left = *total; left > 0;) {
        if (goOn && !goOn(std::max<qint64>(*total - left, 0), *total))
            return chengdan::fail("CANCELLED");
        Clock::time_point begun;
        const auto fed =
            database.write(PersonId(), [&](Transaction& transaction) -> Result<qint64> {
                begun = Clock::now(); // the wait for other writes does not count, the commit does
                Connection& connection = transaction.connection();
                if (const RecordType* type = unfinishedType(connection, database.types())) {
                    feedPart(connection, *type, rows);
                    if (filled.empty() || filled.back() != type)
                        filled.push_back(type);
                } else // of tables that are not searched any more
                    connection.execute(QStringLiteral("DELETE FROM _search_rest"));
                return searchRowsMissing(connection);
            });
        if (!fed)
            return chengdan::fail(fed.error());
        left = *fed;
        if (pace.rows == 0)
            rows = nextPart(rows, Clock::now() - begun, pace.most);
        if (left > 0 && pace.pause.count() > 0)
            std::this_thread::sleep_for(pace.pause);
    }
    for (const RecordType* type : *total >= kMergedRows ? filled : decltype(filled)())
        mergeParts(
            database, *type, [&] { return !goOn || goOn(*total, *total); }, pace);
    return {};
}

} // namespace chengdan::storage
