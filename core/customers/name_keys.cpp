// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/name_keys.h"

#include <QStringEncoder>

#include <array>

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
    QString result;
    for (const QChar c : name.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (isLatinOrDigit(c)) {
            result += c;
        } else if (c.unicode() > 0x7F && encoder.isValid()) {
            const QByteArray bytes = encoder(QString(c));
            if (const char initial = initialOf(bytes); initial != 0)
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
