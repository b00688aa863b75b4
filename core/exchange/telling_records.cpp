// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/telling_records.h"

namespace chengdan::exchange {

namespace {

// A company of a million rows has telling records among its newest few thousand.
const char* const kTellingQuote =
    "SELECT q.rid FROM (SELECT * FROM quote WHERE deleted = 0 ORDER BY rid DESC LIMIT 2000) q "
    "JOIN quote_revision r ON r.quote = q.id AND r.revision_no = q.revision_no "
    "JOIN quote_line l ON l.revision = r.id AND l.deleted = 0 "
    "LEFT JOIN quote_tier t ON t.line = l.id AND t.deleted = 0 "
    "GROUP BY q.rid ORDER BY count(t.rid) > 0 DESC, min(count(DISTINCT l.rid), 4) DESC, "
    "q.state = 'draft' DESC, count(t.rid) DESC, q.number LIMIT 1";

const char* const kTellingItem =
    "WITH RECURSIVE top(rid, id, code) AS (SELECT rid, id, code FROM item WHERE deleted = 0 AND "
    "kind = 'make' AND sales_item = 1 ORDER BY code LIMIT 300), "
    "down(rid, code, id, depth) AS (SELECT rid, code, id, 0 FROM top UNION "
    "SELECT d.rid, d.code, l.component, d.depth + 1 FROM down d JOIN bom b ON b.item = d.id AND "
    "b.deleted = 0 JOIN bom_line l ON l.bom = b.id AND l.deleted = 0 WHERE d.depth < 8) "
    "SELECT rid FROM down GROUP BY rid ORDER BY max(depth) DESC, count(*) DESC, code LIMIT 1";

const char* const kTellingOpportunity =
    "SELECT o.rid, (SELECT c.rid FROM customer c WHERE c.id = o.customer) FROM (SELECT p.* FROM "
    "opportunity p JOIN stage s ON s.id = p.stage WHERE p.deleted = 0 AND s.kind = 'open' "
    "ORDER BY p.rid DESC LIMIT 2000) o "
    "ORDER BY (SELECT count(*) FROM stage_change m WHERE m.opportunity = o.id AND m.deleted = 0) "
    "DESC, (SELECT count(*) FROM activity a WHERE a.opportunity = o.id AND a.deleted = 0) DESC, "
    "o.amount DESC, o.rid LIMIT 1";

} // namespace

TellingRecords tellingRecords(storage::Connection& connection)
{
    TellingRecords found;
    const auto first = [&](const char* sql) {
        return schema::toInteger(connection.scalar(QString::fromLatin1(sql)));
    };
    found.quote = first(kTellingQuote);
    found.item = first(kTellingItem);
    storage::Statement deal = connection.query(QString::fromLatin1(kTellingOpportunity));
    if (deal.next()) {
        found.opportunity = deal.integer(0);
        found.customer = deal.integer(1);
    }
    return found;
}

} // namespace chengdan::exchange
