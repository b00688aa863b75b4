// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/capital.h"

#include "core/base/arithmetic.h"

namespace chengdan {

namespace {

constexpr qint64 kFenLimit = 100'000'000'000'000; // 10^12 yuan
const QString kDigits = QStringLiteral("零壹贰叁肆伍陆柒捌玖");

// One group of four digits, 1 ≤ value ≤ 9999. Inner zeros read one 零, trailing zeros are silent.
QString groupText(int value)
{
    static const QString units[] = {
        QStringLiteral("仟"), QStringLiteral("佰"), QStringLiteral("拾"), QString()};
    QString text;
    bool zeroOpen = false;
    for (int i = 0, power = 1000; i < 4; ++i, power /= 10) {
        const int digit = value / power % 10;
        if (digit == 0) {
            zeroOpen = !text.isEmpty();
            continue;
        }
        if (zeroOpen)
            text += QStringLiteral("零");
        zeroOpen = false;
        text += kDigits.at(digit) + units[i];
    }
    return text;
}

QString yuanText(qint64 yuan)
{
    static const QString units[] = {QStringLiteral("亿"), QStringLiteral("万"), QString()};
    QString text;
    bool emptyGroup = false;
    for (int i = 0; i < 3; ++i) {
        const int value = static_cast<int>(yuan / powerOfTen(8 - 4 * i) % 10000);
        if (value == 0) {
            emptyGroup = !text.isEmpty();
            continue;
        }
        if (!text.isEmpty() && (emptyGroup || value < 1000))
            text += QStringLiteral("零");
        emptyGroup = false;
        text += groupText(value) + units[i];
    }
    return text;
}

} // namespace

Result<QString> rmbCapitals(qint64 fen)
{
    const bool negative = fen < 0;
    if (fen <= -kFenLimit || fen >= kFenLimit)
        return fail("AMOUNT_RANGE");
    const qint64 size = negative ? -fen : fen;
    const qint64 yuan = size / 100;
    const auto jiao = static_cast<int>(size / 10 % 10);
    const auto cent = static_cast<int>(size % 10);
    QString text = QStringLiteral("人民币");
    if (negative)
        text += QStringLiteral("负");
    if (yuan > 0)
        text += yuanText(yuan) + QStringLiteral("元");
    else if (size == 0)
        text += QStringLiteral("零元");
    if (jiao == 0 && cent == 0)
        return QString(text + QStringLiteral("整"));
    if (yuan > 0 && (jiao == 0 || yuan % 10 == 0))
        text += QStringLiteral("零");
    if (jiao > 0)
        text += kDigits.at(jiao) + QStringLiteral("角");
    if (cent > 0)
        text += kDigits.at(cent) + QStringLiteral("分");
    else
        text += QStringLiteral("整");
    return text;
}

namespace {

// Maps the spellings found on foreign documents to ours.
QString canonical(QStringView text)
{
    static const QString from = QStringLiteral("貳參陸萬億圆圓正〇弍叄陌負");
    static const QString to = QStringLiteral("贰叁陆万亿元元整零贰叁佰负");
    QString result;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        const qsizetype at = from.indexOf(c);
        result += at < 0 ? c : to.at(at);
    }
    if (result.startsWith(QStringLiteral("人民币")) || result.startsWith(QStringLiteral("人民幣")))
        result.remove(0, 3);
    return result;
}

// Takes away every 零 that may stand or be left out: after 元, and between two groups when the
// later one names its first unit (拾万零柒仟). One before a bare digit stays: 壹佰伍 could mean
// 150.
QString withoutOptionalZeros(const QString& text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QChar(u'零') && i > 0) {
            const QChar before = text.at(i - 1);
            const QChar unit = i + 2 < text.size() ? text.at(i + 2) : QChar();
            const bool afterGroup = before == QChar(u'万') || before == QChar(u'亿');
            const bool named = unit == QChar(u'仟') || unit == QChar(u'佰') || unit == QChar(u'拾');
            if (before == QChar(u'元') || (afterGroup && named))
                continue;
        }
        result += text.at(i);
    }
    return result;
}

struct Scan {
    qint64 yuan = 0;
    qint64 section = 0; // digits since the last 亿 or 万
    int digit = -1;
};

} // namespace

Result<qint64> parseRmbCapitals(QStringView text)
{
    const auto bad = [&] {
        return fail("CAPITAL_FORMAT", {}, {{QStringLiteral("text"), text.left(60).toString()}});
    };
    QString body = canonical(text);
    const bool negative = body.startsWith(QStringLiteral("负"));
    if (negative)
        body.remove(0, 1);
    if (body.size() > 60)
        return bad();
    Scan scan;
    qint64 fen = 0;
    for (const QChar c : std::as_const(body)) {
        const qsizetype digit = kDigits.indexOf(c);
        if (digit >= 0) {
            scan.digit = static_cast<int>(digit);
            continue;
        }
        const int value = std::max(scan.digit, 0);
        switch (c.unicode()) {
        case u'仟':
            scan.section += value * 1000LL;
            break;
        case u'佰':
            scan.section += value * 100LL;
            break;
        case u'拾':
            scan.section += (scan.digit < 0 ? 1 : value) * 10LL;
            break;
        case u'万':
            scan.yuan += (scan.section + value) * 10000;
            scan.section = 0;
            break;
        case u'亿':
            scan.yuan = (scan.yuan + scan.section + value) * 100000000;
            scan.section = 0;
            break;
        case u'元':
            scan.yuan += scan.section + value;
            scan.section = 0;
            break;
        case u'角':
            fen += value * 10LL;
            break;
        case u'分':
            fen += value;
            break;
        case u'整':
            break;
        default:
            return bad();
        }
        scan.digit = -1;
        if (scan.yuan >= kFenLimit / 100)
            return fail("AMOUNT_RANGE");
    }
    if (scan.digit >= 0 || scan.section != 0)
        return bad();
    const qint64 total = scan.yuan * 100 + fen;
    // The scan is generous; writing the amount again and comparing is what makes the reading
    // strict.
    const auto again = rmbCapitals(total);
    if (!again)
        return fail(again.error());
    QString ours = withoutOptionalZeros(again->mid(3));
    QString theirs = withoutOptionalZeros(body);
    if (scan.yuan == 0 && fen > 0 && theirs.startsWith(QStringLiteral("零元")))
        theirs.remove(0, 2);
    const auto dropWhole = [](QString& s) {
        if (s.endsWith(QStringLiteral("整")))
            s.chop(1);
    };
    dropWhole(ours);
    dropWhole(theirs);
    if (theirs.startsWith(QStringLiteral("拾")))
        theirs.prepend(QStringLiteral("壹"));
    if (ours != theirs || theirs.isEmpty())
        return bad();
    return negative ? -total : total;
}

} // namespace chengdan
