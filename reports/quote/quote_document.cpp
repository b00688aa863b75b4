// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/quote/quote_document.h"

#include "core/base/capital.h"
#include "reports/document/number_text.h"
#include "reports/quote/quote_words.h"

#include <algorithm>

namespace chengdan::reports {

namespace {

class QuoteWriter {
public:
    QuoteWriter(const QuoteDocument& quote, Language language)
        : m_quote(quote)
        , m_language(language)
    {
    }

    Document write() const
    {
        Document document;
        document.name = word(QuoteWord::Title) + QLatin1Char(' ') + quoteIdentity(m_quote);
        document.date = m_quote.date;
        document.letterhead = letterhead();
        document.parties = {party(QuoteWord::Customer, m_quote.customer), supplier()};
        document.introduction = word(QuoteWord::Introduction);
        document.table = table();
        document.totals = totals();
        document.totalsNote = totalsNote();
        document.totalInWords = capitals();
        document.termsHeading = word(QuoteWord::Terms);
        document.terms = terms();
        document.signatures = signatures();
        document.frame = frame();
        return document;
    }

private:
    QString word(QuoteWord name) const { return quoteWord(name, m_language); }
    static QString day(QDate date)
    {
        return date.isValid() ? date.toString(Qt::ISODate) : QStringLiteral("—");
    }
    void addField(std::vector<Field>& fields, QuoteWord label, const QString& value) const
    {
        if (!value.isEmpty())
            fields.push_back(Field{word(label), value});
    }

    Letterhead letterhead() const
    {
        const QuoteCompany& company = m_quote.company;
        Letterhead head;
        const bool english = m_language == Language::English && !company.englishName.isEmpty();
        head.organisation = english ? company.englishName : company.party.name;
        head.secondName = english ? company.party.name : company.englishName;
        QStringList contact;
        for (const QString& part :
            {company.party.address, company.party.phone, company.party.email, company.website}) {
            if (!part.isEmpty())
                contact.append(part);
        }
        head.contactLine = contact.join(QStringLiteral("  ·  "));
        head.title = word(QuoteWord::Title);
        head.titleNote = word(QuoteWord::TitleNote);
        head.reference = {
            {word(QuoteWord::Number), quoteIdentity(m_quote)},
            {word(QuoteWord::Date), day(m_quote.date)},
            {word(QuoteWord::ValidUntil), day(m_quote.validUntil)},
            {word(QuoteWord::Currency), currencyText(m_quote.currency, m_language)},
            {word(QuoteWord::PriceBasis),
                word(taxIncluded() ? QuoteWord::TaxIncluded : QuoteWord::TaxExcluded)},
        };
        return head;
    }

    FieldBlock party(QuoteWord heading, const QuoteParty& party) const
    {
        FieldBlock block{word(heading), {}};
        addField(block.fields, QuoteWord::Company, party.name);
        addField(block.fields, QuoteWord::Contact, party.contact);
        addField(block.fields, QuoteWord::Phone, party.phone);
        addField(block.fields, QuoteWord::Email, party.email);
        addField(block.fields, QuoteWord::Address, party.address);
        addField(block.fields, QuoteWord::CreditCode, party.creditCode);
        return block;
    }

    // Its address and telephone stand in the letterhead; here is whom to ask and where to pay.
    FieldBlock supplier() const
    {
        const QuoteCompany& company = m_quote.company;
        FieldBlock block{word(QuoteWord::Supplier), {}};
        addField(block.fields, QuoteWord::Company, company.party.name);
        addField(block.fields,
            QuoteWord::Contact,
            company.party.contact.isEmpty() ? m_quote.preparedBy : company.party.contact);
        addField(block.fields, QuoteWord::Phone, company.party.phone);
        addField(block.fields, QuoteWord::Bank, company.bank);
        addField(block.fields, QuoteWord::BankAccount, company.bankAccount);
        addField(block.fields, QuoteWord::CreditCode, company.party.creditCode);
        return block;
    }

    bool taxIncluded() const { return m_quote.priceTax == PriceTax::Included; }
    bool anyLine(bool (*holds)(const QuoteLine&)) const
    {
        return std::any_of(m_quote.lines.begin(), m_quote.lines.end(), holds);
    }
    bool hasCodes() const
    {
        return anyLine([](const QuoteLine& line) {
            return !line.itemCode.isEmpty() || !line.customerPartNumber.isEmpty();
        });
    }
    bool hasLeadTimes() const
    {
        return anyLine([](const QuoteLine& line) { return !line.leadTime.isEmpty(); });
    }

    // One number of places for the whole column, so that the points stand under each other.
    int pricePlaces() const
    {
        int places = m_quote.priceDecimals;
        for (const QuoteLine& line : m_quote.lines) {
            places = std::max(places, placesOf(line.price));
            for (const QuoteTier& tier : line.tiers)
                places = std::max(places, placesOf(tier.price));
        }
        return places;
    }

    Table table() const
    {
        Table table;
        table.columns.push_back({word(QuoteWord::LineNumber), Align::Center});
        if (hasCodes())
            table.columns.push_back(
                {word(QuoteWord::ItemCode), Align::Left, ColumnWidth::Share, 5});
        table.columns.push_back(
            {word(QuoteWord::NameAndSpecification), Align::Left, ColumnWidth::Share, 9});
        table.columns.push_back({word(QuoteWord::Quantity), Align::Right});
        table.columns.push_back({word(QuoteWord::Unit), Align::Center});
        table.columns.push_back(
            {word(taxIncluded() ? QuoteWord::PriceWithTax : QuoteWord::PriceWithoutTax),
                Align::Right});
        table.columns.push_back({word(QuoteWord::TaxRate), Align::Right});
        table.columns.push_back(
            {word(taxIncluded() ? QuoteWord::AmountWithTax : QuoteWord::AmountWithoutTax),
                Align::Right});
        if (hasLeadTimes())
            table.columns.push_back({word(QuoteWord::LeadTime), Align::Left});
        table.emptyText = word(QuoteWord::NoLines);
        const int places = pricePlaces();
        for (const QuoteLine& line : m_quote.lines)
            table.rows.push_back(row(line, places));
        return table;
    }

    Cell codeCell(const QuoteLine& line) const
    {
        Cell cell;
        if (!line.itemCode.isEmpty())
            cell.push_back({line.itemCode});
        if (!line.customerPartNumber.isEmpty())
            cell.push_back(
                {word(QuoteWord::CustomerPart).arg(line.customerPartNumber), TextRole::Secondary});
        return cell;
    }

    Cell nameCell(const QuoteLine& line) const
    {
        Cell cell;
        cell.push_back({line.name});
        if (!line.specification.isEmpty())
            cell.push_back({line.specification, TextRole::Secondary});
        if (!line.drawing.isEmpty())
            cell.push_back({line.drawingRevision.isEmpty()
                    ? word(QuoteWord::Drawing).arg(line.drawing)
                    : word(QuoteWord::DrawingRevision).arg(line.drawing, line.drawingRevision),
                TextRole::Secondary});
        if (line.optional)
            cell.push_back({word(QuoteWord::Optional), TextRole::Secondary});
        return cell;
    }

    Row row(const QuoteLine& line, int places) const
    {
        Row row;
        row.cells.push_back({{QString::number(line.number)}});
        if (hasCodes())
            row.cells.push_back(codeCell(line));
        row.cells.push_back(nameCell(line));
        // Each tier is one line in both cells, so that quantity and price stay side by side.
        Cell quantity{{quantityText(line.quantity)}};
        Cell price{{priceText(line.price, places)}};
        for (const QuoteTier& tier : line.tiers) {
            quantity.push_back(
                {QStringLiteral("≥ ") + quantityText(tier.from), TextRole::Secondary});
            price.push_back({priceText(tier.price, places), TextRole::Secondary});
        }
        row.cells.push_back(std::move(quantity));
        row.cells.push_back({{line.unit}});
        row.cells.push_back(std::move(price));
        row.cells.push_back({{rateText(line.taxRate)}});
        row.cells.push_back(
            {{moneyText(line.amount), line.optional ? TextRole::Secondary : TextRole::Normal}});
        if (hasLeadTimes())
            row.cells.push_back({{line.leadTime}});
        return row;
    }

    std::vector<Total> totals() const
    {
        return {{word(QuoteWord::Net), moneyText(m_quote.net)},
            {word(QuoteWord::Tax), moneyText(m_quote.tax)},
            {word(QuoteWord::Gross),
                m_quote.currency.code() + QLatin1Char(' ') + moneyText(m_quote.gross),
                TextRole::Strong}};
    }

    QString totalsNote() const
    {
        QStringList notes;
        if (anyLine([](const QuoteLine& line) { return line.optional; }))
            notes.append(word(QuoteWord::OptionalNote));
        if (anyLine([](const QuoteLine& line) { return !line.tiers.empty(); }))
            notes.append(word(QuoteWord::TierNote));
        return notes.join(QLatin1Char('\n'));
    }

    // An amount outside the range of capitals prints in figures only.
    Field capitals() const
    {
        if (m_quote.gross.currency() != Currency::cny())
            return {};
        const auto text = rmbCapitals(m_quote.gross.minor());
        return text ? Field{word(QuoteWord::InCapitals), *text} : Field{};
    }

    std::vector<Field> terms() const
    {
        std::vector<Field> fields;
        addField(fields, QuoteWord::Payment, m_quote.terms.payment);
        addField(fields, QuoteWord::Delivery, m_quote.terms.delivery);
        addField(fields, QuoteWord::Freight, m_quote.terms.freight);
        addField(fields, QuoteWord::Remarks, m_quote.terms.remarks);
        return fields;
    }

    std::vector<FieldBlock> signatures() const
    {
        return {FieldBlock{word(QuoteWord::SupplierSign),
                    {{word(QuoteWord::PreparedBy), m_quote.preparedBy},
                        {word(QuoteWord::SignDate), {}}}},
            FieldBlock{word(QuoteWord::CustomerSign),
                {{word(QuoteWord::Signature), {}}, {word(QuoteWord::SignDate), {}}}}};
    }

    PageFrame frame() const
    {
        PageFrame frame;
        frame.identity = word(QuoteWord::Title) + QLatin1Char(' ') + quoteIdentity(m_quote);
        frame.organisation = m_quote.company.party.name;
        frame.title = frame.identity;
        frame.pageNumber = word(QuoteWord::PageNumber);
        frame.qrText = quoteIdentity(m_quote);
        if (!m_quote.approved) {
            frame.watermark = QStringLiteral("未审批");
            frame.identity += QStringLiteral("  ·  ") + word(QuoteWord::NotApproved);
        }
        return frame;
    }

    const QuoteDocument& m_quote;
    Language m_language;
};

} // namespace

QString quoteIdentity(const QuoteDocument& quote)
{
    return QStringLiteral("%1 R%2").arg(quote.number).arg(quote.revision);
}

Document buildQuoteDocument(const QuoteDocument& quote, Language language)
{
    return QuoteWriter(quote, language).write();
}

} // namespace chengdan::reports
