// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/name_keys.h"

#include <QStringEncoder>

#include <array>
#include <string_view>

namespace chengdan::customers {

namespace {

struct InitialRange {
    unsigned first; // GB 2312 code at which this initial begins
    char initial;
};

// The common characters of GB 2312 (rows 16 to 55) stand in the order of their pinyin.
constexpr std::array<InitialRange, 23> kInitialRanges{{
    {0xB0A1, 'A'},
    {0xB0C5, 'B'},
    {0xB2C1, 'C'},
    {0xB4EE, 'D'},
    {0xB6EA, 'E'},
    {0xB7A2, 'F'},
    {0xB8C1, 'G'},
    {0xB9FE, 'H'},
    {0xBBF7, 'J'},
    {0xBFA6, 'K'},
    {0xC0AC, 'L'},
    {0xC2E8, 'M'},
    {0xC4C3, 'N'},
    {0xC5B6, 'O'},
    {0xC5BE, 'P'},
    {0xC6DA, 'Q'},
    {0xC8BB, 'R'},
    {0xC8F6, 'S'},
    {0xCBFA, 'T'},
    {0xCDDA, 'W'},
    {0xCEF4, 'X'},
    {0xD1B9, 'Y'},
    {0xD4D1, 'Z'},
}};
constexpr unsigned kEndOfCommon = 0xD7FA;

struct FurtherCharacters {
    char initial;
    const char16_t* characters;
};

// Characters outside the common ones that names of companies, people and places like to use.
constexpr FurtherCharacters kFurther[] = {
    {'A', u"瑷"},
    {'B', u"亳缤葆蓓飚钣飙锛镔镳"},
    {'C', u"铖岑宸璨琛嵯槎镩镲"},
    {'D', u"岱谛铎镝镦镫"},
    {'E', u"迩"},
    {'F', u"沣梵霏馥邡滏"},
    {'G', u"莞罡郜崮锆"},
    {'H', u"昊皓泓晖湟瀚灏濠奂寰晗荟铧珩邗郇潢镬"},
    {'J', u"璟珏瑾骥稷泾戬槿菁钜隽霁旌镌镓镢"},
    {'K', u"珂锴锟恺琨轲铠鲲逵崆铿"},
    {'L', u"泸漯鹭珑鎏翎郦涞澧濂岚栎璐砺绫雳靓珞渌溧崃嵝橹镏镥镧"},
    {'M', u"淼岷眸茗珉瑁渑湄旻"},
    {'N', u"楠铌锘"},
    {'O', u"瓯"},
    {'P', u"邳濮璞郫镨"},
    {'Q', u"衢琪琦锲骐骞祺邛磬箐绮荃颀峤桤镪"},
    {'R', u"睿镕嵘榕芮苒濡"},
    {'S', u"嵊沭睢歙晟铄泗淞嵩笙谡飒濉崧"},
    {'T', u"钛洮缇霆韬镗钽滕邰郯暾"},
    {'W', u"婺玮炜崴嵬薇"},
    {'X', u"鑫璇昕骁馨禧浔暄曦羲萱浠溆岫崤巽樨煊镡"},
    {'Y', u"甬鄞黟钰垚瑜晔烨煜焱熠镒翊轶邺郓鄢邕沅瀛奕妍娅弈懿樾毓筠胤蓥驿禺郾瀹峄昱曜楹炀钺镛镱"},
    {'Z', u"圳锃祯渚峥梓璋涿溱濯嵫杼枞柘榛铮镯"},
};

struct SpelledWord {
    const char16_t* word;
    const char* initials;
};

// Words whose characters are read otherwise than their place in GB 2312 says.
constexpr SpelledWord kSpelled[] = {
    {u"重庆", "CQ"},
    {u"重阳", "CY"},
    {u"银行", "YH"},
    {u"番禺", "PY"},
    {u"乐清", "YQ"},
    {u"音乐", "YY"},
    {u"六安", "LA"},
    {u"东阿", "DE"},
    {u"铅山", "YS"},
};

char furtherInitialOf(QChar c)
{
    for (const FurtherCharacters& row : kFurther) {
        if (std::u16string_view(row.characters).find(c.unicode()) != std::u16string_view::npos)
            return row.initial;
    }
    return 0;
}

char initialOf(const QByteArray& bytes)
{
    if (bytes.size() != 2)
        return 0;
    const unsigned code =
        (static_cast<unsigned char>(bytes[0]) << 8U) | static_cast<unsigned char>(bytes[1]);
    if (code < kInitialRanges.front().first || code >= kEndOfCommon)
        return 0;
    char initial = 0;
    for (const InitialRange& range : kInitialRanges) {
        if (code >= range.first)
            initial = range.initial;
    }
    return initial;
}

bool isLatinOrDigit(QChar c)
{
    return (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
}

// Longest first, so that a form is not left half standing.
constexpr const char16_t* kLegalForms[] = {u"股份有限公司",
    u"有限责任公司",
    u"集团有限公司",
    u"有限公司",
    u"股份公司",
    u"公司",
    u"股份",
    u"集团"};
constexpr const char16_t* kLatinEndings[] = {
    u"COMPANYLIMITED", u"COLTD", u"LIMITED", u"LTD", u"INC"};

} // namespace

QString mnemonicOf(const QString& name)
{
    QStringEncoder encoder("GB18030");
    QString plain = name.normalized(QString::NormalizationForm_KC).toUpper();
    for (const SpelledWord& spelled : kSpelled)
        plain.replace(QString::fromUtf16(spelled.word), QString::fromLatin1(spelled.initials));
    QString result;
    for (const QChar c : std::as_const(plain)) {
        if (isLatinOrDigit(c)) {
            result += c;
        } else if (c.unicode() > 0x7F && encoder.isValid()) {
            const QByteArray bytes = encoder(QString(c));
            char initial = initialOf(bytes);
            if (initial == 0)
                initial = furtherInitialOf(c);
            if (initial != 0)
                result += QLatin1Char(initial);
        }
    }
    return result;
}

QString nameKeyOf(const QString& name)
{
    QString key;
    for (const QChar c : name.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    const QString all = key;
    for (const char16_t* form : kLegalForms)
        key.remove(QString::fromUtf16(form));
    for (const char16_t* ending : kLatinEndings) {
        if (key.endsWith(QString::fromUtf16(ending)))
            key.chop(QString::fromUtf16(ending).size());
    }
    // A place is written with or without its rank; the rank counts when it begins the name.
    for (const char16_t* rank : {u"省", u"市"}) {
        const auto at = key.indexOf(QString::fromUtf16(rank));
        if (at >= 2 && at <= 6 && key.size() > at + 2)
            key.remove(at, 1);
    }
    return key.isEmpty() ? all : key; // a name of nothing but legal forms is still a name
}

QString phoneKeyOf(const QString& phone)
{
    QString digits;
    for (const QChar c : phone.normalized(QString::NormalizationForm_KC)) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits += c;
    }
    if (digits.startsWith(QStringLiteral("0086")))
        digits.remove(0, 4);
    else if (digits.startsWith(QStringLiteral("86")) && digits.size() > 11)
        digits.remove(0, 2);
    return digits;
}

} // namespace chengdan::customers
