// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/cost_source.h"
#include "core/exchange/costing_json.h"

#include <QJsonArray>

namespace chengdan::ctl {

namespace {

/// What is asked, with the quantities of several tiers.
struct CostQuestion {
    quoting::CostRequest request;
    std::vector<Quantity> quantities;
    QString currency;
    bool explain = false;
};

Result<CostQuestion> readQuestion(const Arguments& arguments)
{
    CostQuestion question;
    const auto item = arguments.needed("item");
    if (!item)
        return fail(item.error());
    const auto quantities = arguments.needed("qty");
    if (!quantities)
        return fail(quantities.error());
    for (const QString& text : quantities->split(QLatin1Char(','))) {
        const auto quantity = Quantity::parse(text.trimmed());
        if (!quantity)
            return fail(withOption(quantity.error(), "qty"));
        question.quantities.push_back(*quantity);
    }
    const auto currency = currencyOption(arguments, "currency", "");
    if (!currency)
        return fail(currency.error());
    question.request.item = *item;
    question.request.uom = arguments.value("uom");
    question.currency = *currency;
    question.explain = arguments.has("explain");
    return question;
}

/// One quantity: the keys of the answer, or errors put into the outcome.
QJsonObject costOne(const quoting::CostInput& input,
    const CostQuestion& question,
    Quantity quantity,
    Language language,
    Outcome& outcome)
{
    quoting::CostRequest request = question.request;
    request.quantity = quantity;
    const quoting::CostResult result = quoting::cost(input, request);
    if (!result.ok()) {
        // Another quantity of the same item mostly fails for the same reasons.
        if (outcome.errors.isEmpty())
            outcome.errors = exchange::costNotesJson(result.errors, language);
        return {};
    }
    const auto asked = quoting::costAsAsked(input, result, request.uom, question.currency);
    if (!asked) {
        outcome.errors.append(errorJson(asked.error(), language));
        return {};
    }
    QJsonObject object = exchange::costingJson(result, *asked, language);
    object.insert(QStringLiteral("item"), request.item);
    object.insert(QStringLiteral("qty"), quantity.toString());
    object.insert(QStringLiteral("currency"),
        question.currency.isEmpty() ? request.baseCurrency : question.currency);
    if (!request.uom.isEmpty())
        object.insert(QStringLiteral("uom"), request.uom);
    if (question.explain)
        object.insert(QStringLiteral("trace"), exchange::costingTraceJson(input, result, language));
    outcome.text += QStringLiteral("%1 × %2\n").arg(request.item, quantity.toString())
        + exchange::costingText(result, *asked);
    for (const QJsonObject& warning : exchange::costNotesJson(result.warnings, language))
        outcome.text += QStringLiteral("! ") + warning.value(QStringLiteral("message")).toString()
            + QLatin1Char('\n');
    if (question.explain) {
        for (const QJsonValue& line : object.value(QStringLiteral("trace")).toArray())
            outcome.text += QStringLiteral("  %1: %2  %3\n")
                                .arg(line[QStringLiteral("subject")].toString(),
                                    line[QStringLiteral("formula")].toString(),
                                    line[QStringLiteral("source")].toString());
    }
    return object;
}

QJsonArray warningsJson(const std::vector<Error>& warnings, Language language)
{
    QJsonArray array;
    for (const Error& warning : warnings)
        array.append(errorJson(warning, language));
    return array;
}

Outcome costAll(const quoting::CostInput& input,
    const CostQuestion& question,
    const std::vector<Error>& warnings,
    Language language)
{
    Outcome outcome;
    QJsonArray tiers;
    for (const Quantity quantity : question.quantities)
        tiers.append(costOne(input, question, quantity, language, outcome));
    if (!outcome.errors.isEmpty()) {
        outcome.exit = Exit::Refused;
        outcome.text.clear();
        return outcome;
    }
    if (tiers.size() == 1) {
        outcome.beside = tiers.first().toObject();
    } else {
        outcome.beside = {{QStringLiteral("tiers"), tiers}};
    }
    if (!warnings.empty())
        outcome.beside.insert(QStringLiteral("file_warnings"), warningsJson(warnings, language));
    return outcome;
}

} // namespace

Outcome runCost(const Call& call)
{
    if (!call.words().isEmpty()) {
        return Outcome::refused(
            Error::make("USAGE_WORD", {}, {{QStringLiteral("text"), call.words().first()}}),
            call.language);
    }
    auto question = readQuestion(call.arguments);
    if (!question)
        return Outcome::refused(question.error(), call.language);
    const auto source = readCostSource(call);
    if (!source)
        return Outcome::refused(source.error(), call.language);
    question->request.baseCurrency = source->baseCurrency;
    question->request.date = source->date;
    return costAll(source->input, *question, source->warnings, call.language);
}

} // namespace chengdan::ctl
