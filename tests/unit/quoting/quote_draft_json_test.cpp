// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_draft_json.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace chengdan;
using namespace chengdan::quoting;
using chengdan::tests::value;

TEST_CASE("a quote being typed survives as text, empty fields included", "[quoting][draft]")
{
    const ManualClock clock{Instant::fromMilliseconds(1'773'280'800'000), QDate(2026, 3, 12)};
    IdSource ids{clock, 3};
    QuoteDraft draft;
    draft.customer = CustomerId::make(ids);
    draft.opportunity = OpportunityId::make(ids);
    draft.title = QStringLiteral("年度框架“A3”");
    draft.quotedOn = QDate(2026, 3, 12);
    draft.currency = value(Currency::parse(u"USD"));
    draft.exchangeRate = ExchangeRate::fromRaw(723'456'789);
    draft.taxMode = TaxMode::Gross;
    draft.priceDecimals = 4;
    draft.paymentTerms = QString();
    draft.readAt = clock.now();
    DraftLine line;
    line.uid = QuoteLineId::make(ids);
    line.item = ItemId::make(ids);
    line.qty = Quantity::fromRaw(9'007'199'254'740'993); // not a binary fraction's integer
    line.optional = true;
    line.type = QuoteLineType::Tool;
    line.tiers = {{Quantity::fromRaw(1), {}, UnitPrice::fromRaw(123'456'789)},
        {Quantity::fromRaw(2), Quantity::fromRaw(5), std::nullopt}};
    draft.lines = {line, DraftLine{}};

    const QByteArray text = QJsonDocument(toJson(draft)).toJson();
    const QuoteDraft again = quoteDraftFromJson(QJsonDocument::fromJson(text).object());
    CHECK(toJson(again) == toJson(draft));
    CHECK(again.customer == draft.customer);
    CHECK(again.opportunity == draft.opportunity);
    CHECK_FALSE(again.contact.has_value());
    CHECK(again.title == draft.title);
    CHECK(again.quotedOn == draft.quotedOn);
    CHECK_FALSE(again.validUntil.isValid());
    CHECK(again.currency == draft.currency);
    CHECK(again.exchangeRate == draft.exchangeRate);
    CHECK(again.taxMode == TaxMode::Gross);
    CHECK_FALSE(again.taxRate.has_value());
    CHECK(again.priceDecimals == 4);
    CHECK(again.readAt == draft.readAt);
    REQUIRE(again.lines.size() == 2);
    CHECK(again.lines[0].uid == line.uid);
    CHECK(again.lines[0].item == line.item);
    CHECK(again.lines[0].qty == line.qty);
    CHECK(again.lines[0].optional);
    CHECK(again.lines[0].type == QuoteLineType::Tool);
    REQUIRE(again.lines[0].tiers.size() == 2);
    CHECK(again.lines[0].tiers[0].price == line.tiers[0].price);
    CHECK_FALSE(again.lines[0].tiers[1].price.has_value());
    CHECK(again.lines[0].tiers[1].lot == line.tiers[1].lot);
    CHECK_FALSE(again.lines[1].uid.has_value());
    CHECK_FALSE(again.lines[1].item.has_value());
}
