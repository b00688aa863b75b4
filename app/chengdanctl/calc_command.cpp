// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/calc_operations.h"
#include "app/chengdanctl/commands.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

namespace chengdan::ctl {

namespace {

constexpr CalcOperation kOperations[] = {
    {"split", calcSplit},
    {"plan_split", calcPlanSplit},
    {"line", calcLine},
    {"tax_from_gross", calcTaxFromGross},
    {"capital", calcCapital},
    {"capital_parse", calcCapitalParse},
    {"credit_code", calcCreditCode},
    {"pinyin", calcPinyin},
    {"price", calcPrice},
    {"doc_total", calcDocTotal},
};

Result<QByteArray> readSource(const QString& source)
{
    QFile file;
    const bool standardInput = source.isEmpty() || source == QStringLiteral("-");
    if (!standardInput)
        file.setFileName(source);
    const bool open =
        standardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        const QFileInfo info(source);
        return fail(info.exists() ? "INPUT_READ" : "INPUT_MISSING",
            {},
            {{QStringLiteral("file"), info.fileName()}});
    }
    return file.readAll();
}

Result<QJsonObject> calculate(
    const CalcOperation& operation, const QJsonValue& value, Language language)
{
    if (!value.isObject())
        return fail("JSON_SHAPE");
    CalcInput input(value.toObject());
    return operation.run(input, language);
}

QJsonObject refusalJson(const Error& error, Language language)
{
    QJsonObject object = errorJson(error, language);
    object.remove(QStringLiteral("code"));
    object.insert(QStringLiteral("refused"), true);
    object.insert(QStringLiteral("error"), error.code);
    return object;
}

QString jsonText(const QJsonValue& value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

} // namespace

const CalcOperation* calcOperation(const QString& name)
{
    for (const CalcOperation& operation : kOperations) {
        if (name == QLatin1String(operation.name))
            return &operation;
    }
    return nullptr;
}

QStringList calcOperationNames()
{
    QStringList names;
    for (const CalcOperation& operation : kOperations)
        names.append(QString::fromLatin1(operation.name));
    return names;
}

Outcome runCalc(const Call& call)
{
    const QStringList words = call.words();
    const CalcOperation* operation = words.isEmpty() ? nullptr : calcOperation(words.first());
    if (operation == nullptr || words.size() > 2) {
        return Outcome::refused(
            Error::make("USAGE_CALC",
                QStringLiteral("OP"),
                {{QStringLiteral("names"), calcOperationNames().join(QStringLiteral(", "))}}),
            call.language);
    }
    const auto bytes = readSource(words.value(1));
    if (!bytes)
        return Outcome::refused(bytes.error(), call.language);
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        return Outcome::refused(Error::make("JSON_FORMAT",
                                    {},
                                    {{QStringLiteral("reason"), parsing.errorString()},
                                        {QStringLiteral("at"), QString::number(parsing.offset)}}),
            call.language);
    }
    if (document.isArray()) {
        QJsonArray results;
        const QJsonArray inputs = document.array();
        for (const QJsonValue& value : inputs) {
            const auto result = calculate(*operation, value, call.language);
            results.append(result ? *result : refusalJson(result.error(), call.language));
        }
        return Outcome::done(results, jsonText(results));
    }
    const auto result = calculate(*operation, document.object(), call.language);
    if (result)
        return Outcome::done(*result, jsonText(*result));
    Outcome outcome = Outcome::refused(result.error(), call.language);
    outcome.exit = Exit::Refused;
    outcome.text = jsonText(refusalJson(result.error(), call.language));
    return outcome;
}

} // namespace chengdan::ctl
