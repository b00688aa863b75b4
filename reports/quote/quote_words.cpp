// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/quote/quote_words.h"

namespace chengdan::reports {

namespace {

struct WordText {
    QuoteWord word;
    const char* chinese;
    const char* english;
};

constexpr WordText kWords[] = {
    {QuoteWord::Title, "报价单", "Quotation"},
    {QuoteWord::TitleNote, "QUOTATION", ""},
    {QuoteWord::Number, "报价单号", "Quotation no."},
    {QuoteWord::Date, "报价日期", "Date"},
    {QuoteWord::ValidUntil, "有效期至", "Valid until"},
    {QuoteWord::Currency, "币种", "Currency"},
    {QuoteWord::PriceBasis, "价格口径", "Prices"},
    {QuoteWord::TaxIncluded, "含税", "Tax included"},
    {QuoteWord::TaxExcluded, "未税", "Tax excluded"},
    {QuoteWord::Customer, "客户", "Customer"},
    {QuoteWord::Supplier, "报价方", "Supplier"},
    {QuoteWord::Company, "名称", "Company"},
    {QuoteWord::Contact, "联系人", "Contact"},
    {QuoteWord::Phone, "电话", "Phone"},
    {QuoteWord::Email, "邮箱", "E-mail"},
    {QuoteWord::Address, "地址", "Address"},
    {QuoteWord::CreditCode, "信用代码", "Credit code"},
    {QuoteWord::Bank, "开户行", "Bank"},
    {QuoteWord::BankAccount, "账号", "Account"},
    {QuoteWord::Website, "网址", "Web"},
    {QuoteWord::Introduction,
        "承蒙询价，现就贵司所需产品报价如下：",
        "Thank you for your enquiry. We are pleased to quote as follows:"},
    {QuoteWord::LineNumber, "序号", "No."},
    {QuoteWord::ItemCode, "物料编码", "Item"},
    {QuoteWord::CustomerPart, "客户料号 %1", "Your part %1"},
    {QuoteWord::NameAndSpecification, "名称及规格", "Description"},
    {QuoteWord::Drawing, "图号 %1", "Drawing %1"},
    {QuoteWord::DrawingRevision, "图号 %1，版本 %2", "Drawing %1, rev. %2"},
    {QuoteWord::Quantity, "数量", "Qty"},
    {QuoteWord::Unit, "单位", "Unit"},
    {QuoteWord::PriceWithTax, "含税单价", "Unit price"},
    {QuoteWord::PriceWithoutTax, "未税单价", "Unit price"},
    {QuoteWord::TaxRate, "税率", "Tax"},
    {QuoteWord::AmountWithTax, "含税金额", "Amount"},
    {QuoteWord::AmountWithoutTax, "未税金额", "Amount"},
    {QuoteWord::LeadTime, "交期", "Lead time"},
    {QuoteWord::Optional, "选配，不计入合计", "Optional, not in the total"},
    {QuoteWord::NoLines, "本报价单没有明细", "This quotation has no lines"},
    {QuoteWord::Net, "未税合计", "Net total"},
    {QuoteWord::Tax, "税额", "Tax"},
    {QuoteWord::Gross, "价税合计", "Total incl. tax"},
    {QuoteWord::InCapitals, "价税合计（大写）", "Total in capitals"},
    {QuoteWord::OptionalNote,
        "标有“选配”的行供选择，不计入合计。",
        "Lines marked optional may be added and are not in the total."},
    {QuoteWord::TierNote,
        "“≥”行为阶梯单价：一次订购达到该数量时适用。",
        "Lines with “≥” are price breaks for orders of at least that quantity."},
    {QuoteWord::Terms, "商务条款", "Terms"},
    {QuoteWord::Payment, "付款方式", "Payment"},
    {QuoteWord::Delivery, "交货", "Delivery"},
    {QuoteWord::Freight, "运费", "Freight"},
    {QuoteWord::Remarks, "备注", "Remarks"},
    {QuoteWord::SupplierSign, "报价方（盖章）", "For the supplier (stamp)"},
    {QuoteWord::CustomerSign, "客户确认（签字盖章）", "Accepted by the customer"},
    {QuoteWord::PreparedBy, "报价人", "Prepared by"},
    {QuoteWord::Signature, "签字", "Signature"},
    {QuoteWord::SignDate, "日期", "Date"},
    {QuoteWord::PageNumber, "第 %1 页 / 共 %2 页", "Page %1 / %2"},
    {QuoteWord::NotApproved, "未审批", "未审批 Not approved"},
};

struct CurrencyName {
    const char* code;
    const char* chinese;
};

constexpr CurrencyName kCurrencyNames[] = {
    {"CNY", "人民币"},
    {"USD", "美元"},
    {"EUR", "欧元"},
    {"JPY", "日元"},
    {"HKD", "港元"},
    {"GBP", "英镑"},
    {"KRW", "韩元"},
    {"TWD", "新台币"},
    {"SGD", "新加坡元"},
    {"AUD", "澳元"},
    {"CAD", "加元"},
};

} // namespace

QString quoteWord(QuoteWord word, Language language)
{
    for (const WordText& text : kWords) {
        if (text.word == word)
            return QString::fromUtf8(language == Language::English ? text.english : text.chinese);
    }
    return {};
}

QString currencyText(Currency currency, Language language)
{
    const QString code = currency.code();
    if (language == Language::English)
        return code;
    for (const CurrencyName& name : kCurrencyNames) {
        if (code == QLatin1String(name.code))
            return QString::fromUtf8(name.chinese) + QLatin1Char(' ') + code;
    }
    return code;
}

} // namespace chengdan::reports
