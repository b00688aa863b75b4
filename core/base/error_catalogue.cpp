// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"

#include <QHash>

namespace chengdan {

namespace {

struct Text {
    const char* code;
    const char* chinese;
    const char* english;
};

// One row per code, grouped by the room that raises it. {names} are filled from Error::args.
constexpr Text kTexts[] = {
    // base: numbers, text, codes
    {"NUMBER_FORMAT",
        "“{text}” 不是有效的数字，请只用数字和一个小数点",
        "“{text}” is not a number; use digits and one decimal point"},
    {"NUMBER_PRECISION",
        "“{text}” 的小数位超过 {digits} 位",
        "“{text}” has more than {digits} decimal places"},
    {"OVERFLOW_GUARD", "数值超出安全范围", "The number is outside the safe range"},
    {"RATE_PRECISION", "比例最细到 0.01%", "A rate may not be finer than 0.01 %"},
    {"RATE_RANGE", "比例须在 0%–100% 之间", "A rate must lie between 0 % and 100 %"},
    {"CURRENCY_UNKNOWN",
        "不认识币种 “{text}”，请用三个大写字母的代码",
        "Unknown currency “{text}”; use a code of three capital letters"},
    {"CURRENCY_MIX", "不同币种不能相加", "Amounts in different currencies cannot be added"},
    {"NO_WEIGHT", "没有可分配的权重", "There is no weight to share by"},
    {"DATE_FORMAT",
        "“{text}” 不是日期，请写成 2026-03-12",
        "“{text}” is not a date; write it as 2026-03-12"},
    {"ID_FORMAT", "“{text}” 不是有效的标识", "“{text}” is not a valid identifier"},
    {"AMOUNT_RANGE",
        "金额超出大写范围",
        "The amount is outside the range that can be written in capitals"},
    {"AMOUNT_MISMATCH", "大小写金额不一致", "The figures and the capitals disagree"},
    {"CAPITAL_FORMAT", "“{text}” 不是有效的大写金额", "“{text}” is not a valid amount in capitals"},
    {"CREDIT_CODE_LENGTH",
        "统一社会信用代码应为 18 位，现为 {length} 位",
        "A unified social credit code has 18 characters, this one has {length}"},
    {"CREDIT_CODE_CHARACTER",
        "第 {position} 位的 “{text}” 不允许出现在统一社会信用代码里",
        "“{text}” at position {position} is not allowed in a unified social credit code"},
    {"CREDIT_CODE_CHECK",
        "统一社会信用代码的校验位应为 {expected}，请核对",
        "The check character should be {expected}; please compare with the licence"},
};

const QHash<QString, const Text*>& index()
{
    static const QHash<QString, const Text*> map = [] {
        QHash<QString, const Text*> result;
        for (const Text& text : kTexts)
            result.insert(QString::fromLatin1(text.code), &text);
        return result;
    }();
    return map;
}

} // namespace

Language languageOf(QStringView name)
{
    return name.startsWith(QStringLiteral("en"), Qt::CaseInsensitive) ? Language::English
                                                                      : Language::Chinese;
}

QString sentence(const Error& error, Language language)
{
    const Text* text = index().value(error.code);
    if (text == nullptr)
        return error.code;
    QString result =
        QString::fromUtf8(language == Language::English ? text->english : text->chinese);
    for (const auto& [name, value] : error.args)
        result.replace(QLatin1Char('{') + name + QLatin1Char('}'), value);
    return result;
}

QStringList knownErrorCodes()
{
    QStringList codes = index().keys();
    codes.sort();
    return codes;
}

} // namespace chengdan
