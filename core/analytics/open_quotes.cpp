// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/open_quotes.h"

#include "core/access/settings.h"
#include "core/analytics/owned_by.h"
#include "core/storage/store.h"

#include <algorithm>

namespace chengdan::analytics {

using quoting::QuoteState;

Result<OpenQuotes> summariseOpenQuotes(std::vector<OpenQuote> rows, Currency base, QDate today)
{
    OpenQuotes result;
    result.total = Money::fromMinor(0, base);
    std::stable_sort(rows.begin(), rows.end(), [](const OpenQuote& a, const OpenQuote& b) {
        if (a.validUntil.isValid() != b.validUntil.isValid())
            return a.validUntil.isValid();
        return a.validUntil < b.validUntil;
    });
    for (const OpenQuote& row : rows) {
        result.drafts += row.state == QuoteState::Draft ? 1 : 0;
        result.waiting += row.state == QuoteState::Submitted ? 1 : 0;
        result.approved += row.state == QuoteState::Approved ? 1 : 0;
        if (row.state == QuoteState::Sent) {
            ++result.sent;
            if (row.validUntil.isValid() && row.validUntil < today)
                ++result.outOfDate;
            else if (row.validUntil.isValid() && today.daysTo(row.validUntil) <= kSoonDays)
                ++result.endingSoon;
        }
        auto total = result.total.plus(row.base);
        if (!total)
            return fail(total.error());
        result.total = *total;
    }
    result.rows = std::move(rows);
    return result;
}

Result<OpenQuotes> openQuotes(
    storage::Connection& connection, std::span<const PersonId> owners, QDate today)
{
    const Currency base = access::readSettings(connection).baseCurrency;
    QString sql = QStringLiteral(
        "SELECT q.id, q.number, coalesce(c.name, ''), q.title, q.revision_no, q.state, q.currency, "
        "q.gross_total, q.base_total, q.quoted_on, q.valid_until, q.rid FROM quote q "
        "LEFT JOIN customer c ON c.id = q.customer WHERE q.deleted = 0 AND q.state IN (?, ?, ?, "
        "?)");
    storage::Row values;
    for (const QuoteState state :
        {QuoteState::Draft, QuoteState::Submitted, QuoteState::Approved, QuoteState::Sent})
        values.push_back(schema::codeOf(state));
    sql += ownedBy("q.owner", owners, values);
    storage::Statement statement =
        connection.query(sql + QStringLiteral(" ORDER BY q.rid"), values);
    std::vector<OpenQuote> rows;
    while (statement.next()) {
        OpenQuote& row = rows.emplace_back();
        schema::ColumnTraits<QuoteId>::fromValue(statement.value(0), row.id);
        row.number = statement.text(1);
        row.customer = statement.text(2);
        row.title = statement.text(3);
        row.revisionNo = static_cast<int>(statement.integer(4));
        schema::ColumnTraits<QuoteState>::fromValue(statement.value(5), row.state);
        Currency currency;
        schema::ColumnTraits<Currency>::fromValue(statement.value(6), currency);
        row.gross = Money::fromMinor(statement.integer(7), currency);
        row.base = Money::fromMinor(statement.integer(8), base);
        schema::ColumnTraits<QDate>::fromValue(statement.value(9), row.quotedOn);
        schema::ColumnTraits<QDate>::fromValue(statement.value(10), row.validUntil);
        row.rid = statement.integer(11);
    }
    return summariseOpenQuotes(std::move(rows), base, today);
}

} // namespace chengdan::analytics
