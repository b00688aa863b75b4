// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/credit_code.h"

namespace chengdan {

namespace {

// GB 32100-2015 table 2: I, O, S, V and Z are left out.
const QString& alphabet()
{
    static const QString letters = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    return letters;
}

QString halfWidthUpper(QStringView text)
{
    QString result;
    for (const QChar c : text.trimmed()) {
        const char16_t u = c.unicode();
        if (u >= 0xFF01 && u <= 0xFF5E)
            result += QChar(static_cast<char16_t>(u - 0xFEE0));
        else
            result += c;
    }
    return result.toUpper();
}

} // namespace

Result<QChar> creditCodeCheck(QStringView first17)
{
    if (first17.size() != 17) {
        return fail("CREDIT_CODE_LENGTH",
            {},
            {{QStringLiteral("length"), QString::number(first17.size() + 1)}});
    }
    // The standard's weights are 3^(i-1) mod 31.
    qsizetype sum = 0;
    qsizetype weight = 1;
    for (qsizetype i = 0; i < first17.size(); ++i) {
        const qsizetype value = alphabet().indexOf(first17[i]);
        if (value < 0) {
            return fail("CREDIT_CODE_CHARACTER",
                {},
                {{QStringLiteral("position"), QString::number(i + 1)},
                    {QStringLiteral("text"), QString(first17[i])}});
        }
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    // A remainder of 0 gives check value 0, not 31.
    return alphabet().at((31 - sum % 31) % 31);
}

Result<QString> normaliseCreditCode(QStringView text)
{
    const QString code = halfWidthUpper(text);
    if (code.size() != 18)
        return fail(
            "CREDIT_CODE_LENGTH", {}, {{QStringLiteral("length"), QString::number(code.size())}});
    const auto check = creditCodeCheck(QStringView(code).left(17));
    if (!check)
        return fail(check.error());
    if (alphabet().indexOf(code.at(17)) < 0) {
        return fail("CREDIT_CODE_CHARACTER",
            {},
            {{QStringLiteral("position"), QStringLiteral("18")},
                {QStringLiteral("text"), QString(code.at(17))}});
    }
    if (code.at(17) != *check)
        return fail("CREDIT_CODE_CHECK", {}, {{QStringLiteral("expected"), QString(*check)}});
    return code;
}

} // namespace chengdan
