// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reports/quote_samples.h"

#include "tests/support/catch.h"

namespace chengdan::tests {

namespace {

UnitPrice sampleTextPrice(const char* text)
{
    return value(UnitPrice::parse(QString::fromLatin1(text)));
}

reports::QuoteLine sampleLine(int number, const char* code, const QString& name, qint32 quantity)
{
    reports::QuoteLine line;
    line.number = number;
    line.itemCode = QString::fromLatin1(code);
    line.name = name;
    line.quantity = Quantity::fromWhole(quantity);
    line.unit = QStringLiteral("件");
    line.taxRate = Rate::fromRaw(130000);
    return line;
}

reports::QuoteDocument sampleHeader()
{
    reports::QuoteDocument quote;
    quote.company.party.name = QStringLiteral("苏州恒泰精密机械有限公司");
    quote.company.englishName = QStringLiteral("Suzhou Hengtai Precision Machinery Co., Ltd.");
    quote.company.party.contact = QStringLiteral("周晓敏");
    quote.company.party.phone = QStringLiteral("0512-6288 1066");
    quote.company.party.email = QStringLiteral("sales@hengtai.example");
    quote.company.party.address = QStringLiteral("江苏省苏州市工业园区长阳街 168 号");
    quote.company.party.creditCode = QStringLiteral("91320594MA1P7XQ84K");
    quote.company.bank = QStringLiteral("中国工商银行苏州工业园区支行");
    quote.company.bankAccount = QStringLiteral("1102 0206 0900 8812 345");
    quote.customer.name = QStringLiteral("浙江水日长方车辆工业股份有限公司");
    quote.customer.contact = QStringLiteral("王工");
    quote.customer.phone = QStringLiteral("138 5566 7788");
    quote.customer.address = QStringLiteral("浙江省宁波市北仑区小港街道金水路 99 号 3 号门");
    quote.number = QStringLiteral("HT-2026-0188");
    quote.revision = 1;
    quote.date = QDate(2026, 3, 12);
    quote.validUntil = QDate(2026, 4, 1);
    quote.terms.payment =
        QStringLiteral("预付 30%，发货前付清 65%，质保金 5% 于验收后 12 个月支付");
    quote.terms.delivery = QStringLiteral("收到预付款后 25 天，交货至客户宁波工厂");
    quote.terms.freight = QStringLiteral("运费由报价方承担");
    quote.terms.remarks = QStringLiteral("1. 以上价格以图纸现行版本为准，图纸变更时重新报价。\n"
                                         "2. 首件检验合格后批量生产；首批数量允许 ±3% 的增减。");
    quote.preparedBy = QStringLiteral("周晓敏");
    quote.approved = true;
    return quote;
}

} // namespace

reports::QuoteDocument sampleQuote()
{
    reports::QuoteDocument quote = sampleHeader();
    reports::QuoteLine flange = sampleLine(1, "FL-2080-A", QStringLiteral("不锈钢法兰盘"), 1200);
    flange.customerPartNumber = QStringLiteral("SRC-77-0192");
    flange.specification = QStringLiteral("SUS304，Φ80×12，8 孔均布，表面钝化");
    flange.drawing = QStringLiteral("HT-D-10287");
    flange.drawingRevision = QStringLiteral("B");
    flange.price = sampleTextPrice("25.20");
    flange.amount = Money::fromFen(3024000);
    flange.leadTime = QStringLiteral("25 天");
    flange.tiers = {{Quantity::fromWhole(3000), sampleTextPrice("24.60")},
        {Quantity::fromWhole(10000), sampleTextPrice("23.9050")}};

    reports::QuoteLine shaft = sampleLine(2, "SH-1105", QStringLiteral("传动长轴"), 300);
    shaft.specification = QStringLiteral("40Cr 调质 HRC28-32，日产工装夹具配套");
    shaft.price = sampleTextPrice("186.00");
    shaft.amount = Money::fromFen(5580000);
    shaft.leadTime = QStringLiteral("30 天");

    reports::QuoteLine gauge = sampleLine(3, "TL-0031", QStringLiteral("专用检具"), 1);
    gauge.unit = QStringLiteral("套");
    gauge.price = sampleTextPrice("4800.00");
    gauge.amount = Money::fromFen(480000);
    gauge.leadTime = QStringLiteral("15 天");
    gauge.optional = true;

    quote.lines = {flange, shaft, gauge};
    quote.net = Money::fromFen(7614159);
    quote.tax = Money::fromFen(989841);
    quote.gross = Money::fromFen(8604000);
    return quote;
}

reports::QuoteDocument sampleQuoteOf(int count)
{
    reports::QuoteDocument quote = sampleHeader();
    qint64 gross = 0;
    for (int i = 1; i <= count; ++i) {
        const QByteArray code = "BJ-" + QByteArray::number(100000 + i * 137);
        reports::QuoteLine line =
            sampleLine(i, code.constData(), QStringLiteral("精密连接件 %1 型").arg(i), 100 + i);
        line.specification = QStringLiteral("6061-T6，阳极氧化，长 %1 mm").arg(20 + i);
        line.price = UnitPrice::fromRaw(qint64(12500000) + i * 10000);
        line.amount = Money::fromFen((100 + i) * (1250 + qint64(i)));
        gross += line.amount.minor();
        quote.lines.push_back(line);
    }
    quote.net = Money::fromFen((gross * 100 + 56) / 113);
    quote.gross = Money::fromFen(gross);
    quote.tax = Money::fromFen(gross - quote.net.minor());
    return quote;
}

} // namespace chengdan::tests
