// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company_undo.h"

#include "core/quoting/quote_choices.h"

namespace chengdan::exchange {

namespace {

using access::Right;
using access::UndoRule;

// From the row of a quote's table to the number, revision and state it belongs to now.
UndoRule quoteRule(const char* fromRow)
{
    const QString sql = QStringLiteral("SELECT q.number, r.revision_no, r.state FROM %1 WHERE "
                                       "x.rid = ?")
                            .arg(QString::fromLatin1(fromRow));
    UndoRule rule{.right = Right::QuoteEdit};
    rule.check = [sql](storage::Connection& connection, qint64 rid) -> Result<void> {
        storage::Statement found = connection.query(sql, {rid});
        if (!found.next())
            return {};
        quoting::QuoteState state{};
        schema::ColumnTraits<quoting::QuoteState>::fromValue(found.value(2), state);
        if (state == quoting::QuoteState::Draft)
            return {};
        return fail("UNDO_NO_DRAFT",
            {},
            {{QStringLiteral("number"), found.text(0)},
                {QStringLiteral("revision"), found.text(1)}});
    };
    return rule;
}

} // namespace

access::UndoService::Rules undoRules()
{
    access::UndoService::Rules rules;
    const auto allow = [&rules](Right right, std::initializer_list<const char*> tables) {
        for (const char* table : tables)
            rules.emplace(QString::fromLatin1(table), UndoRule{.right = right});
    };
    allow(Right::CustomerEdit, {"customer", "contact"});
    rules.at(QStringLiteral("contact")).leavesFreely = true;
    allow(Right::OpportunityEdit, {"opportunity", "stage_change"});
    allow(Right::ActivityEdit, {"activity", "attachment"});
    allow(Right::ItemEdit,
        {"item", "item_uom", "item_cost", "price_row", "bom", "bom_line", "operation"});
    rules.emplace(QStringLiteral("quote"),
        quoteRule("quote x JOIN quote q ON q.id = x.id JOIN quote_revision r ON r.quote = q.id "
                  "AND r.revision_no = q.revision_no"));
    rules.emplace(QStringLiteral("quote_revision"),
        quoteRule("quote_revision x JOIN quote_revision r ON r.id = x.id JOIN quote q ON q.id = "
                  "r.quote"));
    rules.emplace(QStringLiteral("quote_line"),
        quoteRule("quote_line x JOIN quote_revision r ON r.id = x.revision JOIN quote q ON q.id = "
                  "r.quote"));
    for (const char* table : {"quote_tier", "quote_line_cost"}) {
        rules.emplace(QString::fromLatin1(table),
            quoteRule(qPrintable(
                QStringLiteral("%1 x JOIN quote_line l ON l.id = x.line JOIN quote_revision r ON "
                               "r.id = l.revision JOIN quote q ON q.id = r.quote")
                    .arg(QString::fromLatin1(table)))));
    }
    // A snapshot is the proof of a cost, found by its content: it stays whoever refers to it.
    for (const char* table : {"cost_snapshot", "audit_entry"})
        rules.emplace(
            QString::fromLatin1(table), UndoRule{.right = Right::Administer, .stays = true});
    return rules;
}

} // namespace chengdan::exchange
