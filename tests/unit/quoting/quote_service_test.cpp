// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/quote_company.h"

using namespace chengdan;
using namespace chengdan::tests;
using access::Role;
using access::RoleScope;
using quoting::DraftLine;
using quoting::QuoteDraft;
using quoting::QuoteLineView;
using quoting::QuoteService;
using quoting::QuoteState;
using quoting::QuoteView;

namespace {

QString text(const std::optional<UnitPrice>& price)
{
    return price ? price->toString(2) : QStringLiteral("none");
}
QString fen(schema::MinorUnits amount)
{
    return Money::fromFen(amount.minor).toString();
}

struct BracketCompany : QuoteCompany {
    BracketCompany()
        : QuoteCompany(bracketWorld())
    {
    }
    DraftLine bracket(const char* quantity) { return line("BRACKET"_s, quantity); }
    DraftLine tieredBracket(const char* quantity)
    {
        DraftLine made = bracket(quantity);
        made.tiers = {{qty("100"), {}, {}}, {qty("500"), {}, {}}, {qty("2000"), {}, {}}};
        return made;
    }
    // As the approval of a later day leaves it.
    void setState(QuoteView view, QuoteState state)
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            view.revision.state = state;
            view.quote.state = state;
            storage::update(transaction, view.revision);
            storage::update(transaction, view.quote);
            return {};
        }));
    }
    QuoteService quotes{context, costs};
};

} // namespace

TEST_CASE("E7: tiers are costed with their own lot and priced by grade", "[quoting][quote]")
{
    BracketCompany company;
    const auto [quantity, price, net, tax, gross] =
        GENERATE(table<const char*, const char*, const char*, const char*, const char*>(
            {{"100", "28.97", "2897.00", "376.61", "3273.61"},
                {"500", "25.97", "12985.00", "1688.05", "14673.05"},
                {"2000", "25.69", "51380.00", "6679.40", "58059.40"}}));
    const QuoteView view =
        value(company.quotes.createDraft(company.draft({company.tieredBracket(quantity)})));
    const QuoteLineView& line = view.lines.front();
    REQUIRE(line.tiers.size() == 3);
    CHECK(text(line.tiers[0].tier.guidePrice) == "28.97"_s);
    CHECK(text(line.tiers[1].tier.guidePrice) == "25.97"_s);
    CHECK(text(line.tiers[2].tier.guidePrice) == "25.69"_s);
    CHECK(line.tiers[0].cost->cost.toString() == "25.1874"_s);
    CHECK(line.tiers[1].cost->cost.toString() == "22.5868"_s);
    CHECK(line.tiers[2].cost->cost.toString() == "22.3354"_s);
    CHECK(text(line.line.unitPrice) == QString::fromLatin1(price));
    CHECK(view.net().toString() == QString::fromLatin1(net));
    CHECK(view.tax().toString() == QString::fromLatin1(tax));
    CHECK(view.gross().toString() == QString::fromLatin1(gross));
    CHECK(fen(view.quote.grossTotal) == QString::fromLatin1(gross));
}

TEST_CASE("a saved quote has number, owner, root, validity and its cost side", "[quoting][quote]")
{
    BracketCompany company;
    const QuoteView view =
        value(company.quotes.createDraft(company.draft({company.bracket("500")})));
    CHECK(view.quote.number == "QT-A1-2026-0001"_s);
    CHECK(view.revision.revisionNo == 0);
    CHECK(view.quote.meta.owner == company.owner->id());
    CHECK(view.quote.meta.root == company.customer.id);
    CHECK(view.lines.front().line.meta.root == company.customer.id);
    CHECK(view.revision.validUntil == company.clock.today().addDays(20));
    CHECK(view.revision.taxRate == percent("13"));
    CHECK(view.customer.name == company.customer.name);
    CHECK(view.preparedBy == QStringLiteral("王雪"));
    CHECK(view.lines.front().line.itemCode == "BRACKET"_s);
    CHECK(view.lines.front().line.uom == "pcs"_s);
    REQUIRE(view.lines.front().cost);
    const quoting::QuoteLineCost& cost = *view.lines.front().cost;
    CHECK(cost.cost.toString() == "22.5868"_s);
    CHECK(cost.floorPrice.toString() == "23.72"_s);
    CHECK(percentText(*cost.margin) == "13.0273"_s);
    CHECK(cost.elements.text.contains("\"MAT\":\"7.68000000\""_s));
    const auto snapshot = storage::selectOne<quoting::CostSnapshot>(
        company.reader(), "hash = ?"_s, {cost.snapshotHash});
    REQUIRE(snapshot);
    CHECK(qUncompress(snapshot->content).contains("c4\t2258680000\n"));
}

TEST_CASE("equal costings are kept once", "[quoting][quote]")
{
    BracketCompany company;
    value(company.quotes.createDraft(
        company.draft({company.bracket("500"), company.bracket("500")})));
    value(company.quotes.createDraft(company.draft({company.bracket("500")})));
    CHECK(company.count("SELECT count(*) FROM cost_snapshot") == 1);
    CHECK(company.count("SELECT count(*) FROM quote_line_cost") == 3);
}

TEST_CASE("E8: the level a typed price needs is stored with the line", "[quoting][quote]")
{
    BracketCompany company;
    const auto [price, level] = GENERATE(table<const char*, int>(
        {{"25.97", 1}, {"25.20", 1}, {"25.19", 2}, {"24.42", 2}, {"24.41", 3}, {"23.71", 4}}));
    DraftLine line = company.bracket("500");
    line.price = yuan(price);
    const QuoteView view = value(company.quotes.createDraft(company.draft({line})));
    CHECK(view.lines.front().line.neededLevel == level);
    CHECK(view.level == level);
    CHECK(text(view.lines.front().line.guidePrice) == "25.97"_s);
}

TEST_CASE("reopening and editing the words of a quote never recosts it", "[quoting][quote]")
{
    BracketCompany company;
    const QuoteView saved =
        value(company.quotes.createDraft(company.draft({company.bracket("500")})));
    company.passDays(1);
    company.changePrice("ALU"_s, "26.40");

    const QuoteView reopened = value(company.quotes.show(saved.quote.number));
    CHECK(text(reopened.lines.front().line.unitPrice) == "25.97"_s);
    CHECK(reopened.lines.front().cost->cost.toString() == "22.5868"_s);

    QuoteDraft edited = quoting::draftOf(reopened);
    edited.remarks = QStringLiteral("含运费");
    edited.lines.front().price = yuan("25.20");
    const QuoteView updated = value(company.quotes.updateDraft(saved.quote.id, edited));
    CHECK(updated.lines.front().cost->cost.toString() == "22.5868"_s);
    CHECK(text(updated.lines.front().line.guidePrice) == "25.97"_s);
    CHECK(updated.gross().toString() == "14238.00"_s);
    CHECK(updated.lines.front().line.id == saved.lines.front().line.id);

    // E13: the same product at today's aluminium price, when somebody asks for it.
    const QuoteView recosted = value(company.quotes.recost(saved.quote.id));
    CHECK(recosted.lines.front().cost->cost.toString() == "23.3932"_s);
    CHECK(text(recosted.lines.front().line.unitPrice) == "25.20"_s);
    CHECK(text(recosted.lines.front().line.guidePrice) == "26.90"_s);
}

TEST_CASE("a new quantity of a stored line is costed, the other lines are not", "[quoting][quote]")
{
    BracketCompany company;
    const QuoteView saved = value(company.quotes.createDraft(
        company.draft({company.bracket("500"), company.bracket("100")})));
    company.changePrice("ALU"_s, "26.40");
    QuoteDraft edited = quoting::draftOf(saved);
    edited.lines[1].qty = qty("500");
    const quoting::PricedQuote priced = value(company.quotes.price(edited, saved.quote.id));
    CHECK(priced.lines[0].own.stored);
    CHECK(priced.lines[0].own.c4->toString() == "22.5868"_s);
    CHECK_FALSE(priced.lines[1].own.stored);
    CHECK(priced.lines[1].own.c4->toString() == "23.3932"_s);
}

TEST_CASE("a sent quote is frozen and goes on as a new revision", "[quoting][quote]")
{
    BracketCompany company;
    const QuoteView saved =
        value(company.quotes.createDraft(company.draft({company.tieredBracket("500")})));
    REQUIRE_FALSE(company.quotes.revise(saved.quote.id));
    company.setState(saved, QuoteState::Sent);
    const QuoteView sent = value(company.quotes.show(saved.quote.id));
    CHECK_FALSE(sent.editable);
    CHECK(sent.approved);
    const auto refused = company.quotes.updateDraft(saved.quote.id, quoting::draftOf(sent));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "QUOTE_FROZEN"_s);
    CHECK(company.quotes.remove(saved.quote.id).error().code == "QUOTE_FROZEN"_s);

    company.changePrice("ALU"_s, "26.40");
    const QuoteView revised = value(company.quotes.revise(saved.quote.id));
    CHECK(revised.revision.revisionNo == 1);
    CHECK(revised.editable);
    CHECK_FALSE(revised.approved);
    CHECK(revised.lines.front().line.uid == sent.lines.front().line.uid);
    CHECK(revised.lines.front().line.id != sent.lines.front().line.id);
    CHECK(revised.lines.front().tiers[1].cost->cost.toString() == "22.5868"_s);
    QuoteDraft edited = quoting::draftOf(revised);
    edited.lines.front().tiers[1].price = yuan("25.00");
    const QuoteView changed = value(company.quotes.updateDraft(saved.quote.id, edited));
    CHECK(text(changed.lines.front().line.unitPrice) == "25.00"_s);
    CHECK(changed.lines.front().tiers[1].cost->cost.toString() == "22.5868"_s);

    const QuoteView old = value(company.quotes.show(saved.quote.id, 0));
    CHECK(text(old.lines.front().line.unitPrice) == "25.97"_s);
    CHECK(old.revision.state == QuoteState::Sent);
    CHECK(old.gross().toString() == "14673.05"_s);
}

TEST_CASE("sales see guide price and needed level, never a cost", "[quoting][quote][access]")
{
    BracketCompany company;
    const access::Session sales =
        company.join("li.na", {QuoteCompany::role(Role::Sales, RoleScope::All)});
    const access::Context context = company.as(sales);
    QuoteService quotes(context, company.costs);
    DraftLine line = company.bracket("500");
    line.price = yuan("25.19");
    const quoting::PricedQuote priced = value(quotes.price(company.draft({line})));
    const quoting::PricedQuantity& own = priced.lines.front().own;
    CHECK(text(own.guide) == "25.97"_s);
    CHECK(own.level == 2);
    CHECK_FALSE(own.c4);
    CHECK_FALSE(own.floor);
    CHECK_FALSE(own.margin);
    CHECK(own.trace.isEmpty());
    CHECK(own.result == nullptr);
    CHECK(priced.input == nullptr);

    const QuoteView view = value(quotes.createDraft(company.draft({line})));
    CHECK_FALSE(view.lines.front().cost);
    // The cost side is there for those who may see it, and survives an edit by one who may not.
    QuoteDraft edited = quoting::draftOf(view);
    edited.title = QStringLiteral("支架");
    value(quotes.updateDraft(view.quote.id, edited));
    const QuoteView owners = value(company.quotes.show(view.quote.id));
    CHECK(owners.lines.front().cost->cost.toString() == "22.5868"_s);
}

TEST_CASE("quoting needs its right and reach over the customer", "[quoting][quote][access]")
{
    BracketCompany company;
    const QuoteDraft draft = company.draft({company.bracket("1")});
    const access::Session viewer =
        company.join("viewer", {QuoteCompany::role(Role::Viewer, RoleScope::All)});
    const access::Context reading = company.as(viewer);
    CHECK(QuoteService(reading, company.costs).createDraft(draft).error().code == "PERMISSION"_s);
    const access::Session other =
        company.join("other", {QuoteCompany::role(Role::Sales, RoleScope::Own)});
    const access::Context foreign = company.as(other);
    CHECK(QuoteService(foreign, company.costs).createDraft(draft).error().code == "NOT_YOURS"_s);
    CHECK(company.count("SELECT count(*) FROM quote") == 0);
}

TEST_CASE("a line that cannot be costed is kept but not submitted", "[quoting][quote]")
{
    BracketCompany company;
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute("DELETE FROM price_row WHERE code = 'P1'"_s);
            transaction.noteChange({59, 1, storage::Change::Kind::Removed});
            return {};
        }));
    const QuoteView view =
        value(company.quotes.createDraft(company.draft({company.bracket("500")})));
    CHECK_FALSE(view.complete);
    CHECK_FALSE(view.lines.front().line.unitPrice);
    CHECK(view.lines.front().cost->problems.text.contains("E_NO_PRICE"_s));
    CHECK(view.gross().minor() == 0);
    const auto refused = company.quotes.submit(view.quote.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "QUOTE_NOT_PRICED"_s);

    // Once the price is there, the next edit costs the line after all.
    company.changePrice("ALU"_s, "24");
    const QuoteView repaired =
        value(company.quotes.updateDraft(view.quote.id, quoting::draftOf(view)));
    CHECK(text(repaired.lines.front().line.unitPrice) == "25.97"_s);
    CHECK(value(company.quotes.submit(view.quote.id)).revision.state == QuoteState::Submitted);
    CHECK(company.quotes.submit(view.quote.id).error().code == "QUOTE_STATE"_s);
    // An edit takes it back to the drawing board.
    const QuoteView submitted = value(company.quotes.show(view.quote.id));
    CHECK(
        value(company.quotes.updateDraft(view.quote.id, quoting::draftOf(submitted))).revision.state
        == QuoteState::Draft);
}

TEST_CASE("optional lines and further alternatives stay out of the total", "[quoting][quote]")
{
    BracketCompany company;
    DraftLine fee;
    fee.type = quoting::QuoteLineType::Nre;
    fee.name = QStringLiteral("工程费");
    fee.qty = qty("1");
    fee.price = yuan("1000");
    DraftLine extra = fee;
    extra.optional = true;
    DraftLine first = fee;
    first.altGroup = "X"_s;
    DraftLine second = first;
    second.price = yuan("5000");
    DraftLine words;
    words.type = quoting::QuoteLineType::Text;
    words.description = QStringLiteral("以下为可选项");
    const QuoteView view =
        value(company.quotes.createDraft(company.draft({fee, words, extra, first, second})));
    CHECK(view.net().toString() == "2000.00"_s);
    CHECK(view.tax().toString() == "260.00"_s);
    CHECK(view.complete);
    CHECK(view.lines[0].counts);
    CHECK_FALSE(view.lines[1].counts);
    CHECK_FALSE(view.lines[2].counts);
    CHECK(view.lines[3].counts);
    CHECK_FALSE(view.lines[4].counts);
}

TEST_CASE("what makes no sense is refused with its line", "[quoting][quote]")
{
    BracketCompany company;
    DraftLine line = company.bracket("500");
    QString code;
    SECTION("no quantity")
    {
        line.qty = {};
        code = "QTY_POSITIVE"_s;
    }
    SECTION("more decimals than the quote writes")
    {
        line.price = yuan("25.975");
        code = "NUMBER_PRECISION"_s;
    }
    SECTION("a negative price")
    {
        line.price = yuan("-1");
        code = "PRICE_NEGATIVE"_s;
    }
    SECTION("tiers out of order")
    {
        line.tiers = {{qty("500"), {}, {}}, {qty("100"), {}, {}}};
        code = "TIER_ORDER"_s;
    }
    SECTION("below the first tier")
    {
        line.tiers = {{qty("1000"), {}, {}}};
        code = "TIER_NONE"_s;
    }
    SECTION("an amount beyond all bounds")
    {
        line.qty = qty("9000000000000");
        line.price = yuan("9000000000000");
        code = "OVERFLOW_GUARD"_s;
    }
    const auto refused = company.quotes.createDraft(company.draft({company.bracket("1"), line}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == code);
    CHECK(refused.error().arg("line"_s) == "2"_s);
    CHECK(company.count("SELECT count(*) FROM quote") == 0);
}

TEST_CASE("saving over somebody else's newer edit is refused", "[quoting][quote]")
{
    BracketCompany company;
    const QuoteView saved =
        value(company.quotes.createDraft(company.draft({company.bracket("500")})));
    const QuoteDraft stale = quoting::draftOf(saved);
    company.passDays(1);
    QuoteDraft mine = stale;
    mine.title = QStringLiteral("一");
    value(company.quotes.updateDraft(saved.quote.id, mine));
    const auto refused = company.quotes.updateDraft(saved.quote.id, stale);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "CHANGED_MEANWHILE"_s);
}

TEST_CASE("gross prices and foreign currency keep guide and floor in the quote's terms",
    "[quoting][quote]")
{
    BracketCompany company;
    QuoteDraft gross = company.draft({company.bracket("500")});
    gross.taxMode = quoting::TaxMode::Gross;
    const quoting::PricedQuote taxed = value(company.quotes.price(gross));
    CHECK(text(taxed.lines.front().own.guide) == "29.35"_s); // 25.97 × 1.13 = 29.3461
    CHECK(taxed.gross.toString() == "14675.00"_s);
    CHECK(taxed.net.toString() == "12986.73"_s);
    CHECK(taxed.tax.toString() == "1688.27"_s);

    QuoteDraft dollars = company.draft({company.bracket("500")});
    dollars.currency = value(Currency::parse(u"USD"));
    CHECK(company.quotes.price(dollars).error().code == "QUOTE_NO_FX"_s);
    dollars.exchangeRate = value(ExchangeRate::parse(u"7.1234"));
    dollars.fxBuffer = percent("1");
    dollars.priceDecimals = 4;
    const quoting::PricedQuote foreign = value(company.quotes.price(dollars));
    CHECK(foreign.lines.front().own.guide->toString() == "3.6822"_s); // E11
    CHECK(foreign.net.toString() == "1841.10"_s);
    CHECK(foreign.baseNet.toString() == "13114.89"_s);
}

TEST_CASE("changing the currency of a stored quote asks for its own rate", "[quoting][quote]")
{
    BracketCompany company;
    const QuoteView saved =
        value(company.quotes.createDraft(company.draft({company.bracket("500")})));
    QuoteDraft edited = quoting::draftOf(saved);
    edited.currency = value(Currency::parse(u"USD"));
    CHECK(company.quotes.updateDraft(saved.quote.id, edited).error().code == "QUOTE_NO_FX"_s);
    value(company.database->write(
        company.owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            catalog::FxRate rate;
            rate.id = FxRateId::make(company.ids);
            rate.fromCurrency = *edited.currency;
            rate.onDate = QDate(2026, 3, 1);
            rate.rate = value(ExchangeRate::parse(u"7.1234"));
            storage::insert(transaction, rate);
            return {};
        }));
    const QuoteView dollars = value(company.quotes.updateDraft(saved.quote.id, edited));
    CHECK(dollars.revision.exchangeRate.toString() == "7.1234"_s);
    CHECK(dollars.revision.rateDate == QDate(2026, 3, 1));
    CHECK(text(dollars.lines.front().line.unitPrice) == "3.65"_s); // 25.97 ÷ 7.1234
    CHECK(dollars.lines.front().cost->cost.toString() == "22.5868"_s);
}

TEST_CASE("E9: range and slab total the same tiers differently", "[quoting][quote]")
{
    BracketCompany company;
    DraftLine line;
    line.name = QStringLiteral("弹垫");
    line.qty = qty("600");
    line.tiers = {
        {qty("1"), {}, yuan("10")}, {qty("100"), {}, yuan("9.50")}, {qty("500"), {}, yuan("9")}};
    const auto total = [&](quoting::TierType type) {
        line.tierType = type;
        return value(company.quotes.createDraft(company.draft({line}))).net().toString();
    };
    CHECK(total(quoting::TierType::Range) == "5400.00"_s);
    CHECK(total(quoting::TierType::Slab) == "5699.00"_s);

    line.tierType = quoting::TierType::Range;
    line.qty = qty("99");
    const auto priced = value(company.quotes.price(company.draft({line})));
    REQUIRE(priced.lines.front().warnings.size() == 1);
    CHECK(priced.lines.front().warnings.front().from == qty("100"));
    CHECK(priced.lines.front().warnings.front().total.toString() == "950.00"_s);
}
