// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/quote_draft_options.h"
#include "app/chengdanctl/quote_json.h"
#include "core/exchange/costing_json.h"
#include "core/quoting/quote_service.h"
#include "reports/document/document_output.h"
#include "reports/quote/quote_paper.h"

#include <QFileInfo>

namespace chengdan::ctl {

namespace {

/// Everything a quote command works with.
struct QuoteCall {
    const Call& call;
    const access::Context& context;
    quoting::QuoteService& service;
    QString number;
};

Outcome shown(const Call& call, const Result<quoting::QuoteView>& view)
{
    if (!view)
        return Outcome::refused(view.error(), call.language);
    return Outcome::done(quoteJson(*view), quoteText(*view));
}

/// What keeps lines from having a price: the errors of their costing, or of their pricing.
QList<QJsonObject> pricingErrors(const quoting::PricedQuote& priced, Language language)
{
    QList<QJsonObject> errors;
    const auto collect = [&](const quoting::PricedQuantity& quantity, std::size_t line) {
        QList<QJsonObject> found = exchange::costNotesJson(quantity.errors, language);
        if (found.isEmpty() && quantity.priceError)
            found.append(errorJson(*quantity.priceError, language));
        for (QJsonObject& error : found) {
            error.insert(QStringLiteral("line"), static_cast<qint64>(line + 1));
            if (!errors.contains(error))
                errors.append(error);
        }
    };
    for (std::size_t i = 0; i < priced.lines.size(); ++i) {
        collect(priced.lines[i].own, i);
        for (const quoting::PricedQuantity& tier : priced.lines[i].tiers)
            collect(tier, i);
    }
    return errors;
}

Outcome createQuote(const QuoteCall& quote)
{
    const auto draft = quoteDraftFromOptions(quote.context, quote.call.arguments);
    if (!draft)
        return Outcome::refused(draft.error(), quote.call.language);
    // The window keeps a line that has no price yet; a script wants to hear why instead.
    const auto priced = quote.service.price(*draft);
    if (!priced)
        return Outcome::refused(priced.error(), quote.call.language);
    if (!priced->complete) {
        Outcome outcome;
        outcome.exit = Exit::Refused;
        outcome.errors = pricingErrors(*priced, quote.call.language);
        if (outcome.errors.isEmpty())
            outcome.errors.append(errorJson(Error::make("QUOTE_NOT_PRICED"), quote.call.language));
        return outcome;
    }
    return shown(quote.call, quote.service.createDraft(*draft));
}

Result<std::optional<int>> revisionOf(const Call& call)
{
    if (!call.arguments.has("revision"))
        return std::optional<int>();
    const QString text = call.arguments.value("revision");
    const auto number = parseDecimal(
        text.startsWith(QLatin1Char('R')) ? QStringView(text).mid(1) : QStringView(text), 0);
    if (!number || *number < 0 || *number > 9999) {
        return fail(
            "VALUE_RANGE", QStringLiteral("--revision"), {{QStringLiteral("text"), text.left(40)}});
    }
    return std::optional(static_cast<int>(*number));
}

Result<quoting::QuoteView> viewOf(const QuoteCall& quote)
{
    const auto revision = revisionOf(quote.call);
    if (!revision)
        return fail(revision.error());
    return quote.service.show(quote.number, *revision);
}

Outcome showQuote(const QuoteCall& quote)
{
    return shown(quote.call, viewOf(quote));
}

Outcome printQuote(const QuoteCall& quote)
{
    const Language language = quote.call.language;
    const auto path = quote.call.arguments.needed("to");
    if (!path)
        return Outcome::refused(path.error(), language);
    if (!path->endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        return Outcome::refused(Error::make("PRINT_FORMAT",
                                    QStringLiteral("--to"),
                                    {{QStringLiteral("file"), QFileInfo(*path).fileName()}}),
            language);
    }
    const auto view = viewOf(quote);
    if (!view)
        return Outcome::refused(view.error(), language);
    const auto document = reports::buildQuoteDocument(reports::quotePaper(*view), language);
    if (auto written = reports::writePdf(document, *path); !written)
        return Outcome::refused(written.error(), language);
    return Outcome::done(QJsonObject{{QStringLiteral("number"), view->quote.number},
                             {QStringLiteral("revision"), view->revision.revisionNo},
                             {QStringLiteral("approved"), view->approved},
                             {QStringLiteral("file"), *path}},
        *path);
}

/// The acts that take a quote from one state to the next and answer what it is now.
template <Result<quoting::QuoteView> (quoting::QuoteService::*Act)(QuoteId)>
Outcome actOnQuote(const QuoteCall& quote)
{
    const auto view = quote.service.show(quote.number);
    if (!view)
        return Outcome::refused(view.error(), quote.call.language);
    return shown(quote.call, (quote.service.*Act)(view->quote.id));
}

struct QuoteAct {
    const char* name;
    bool needsNumber;
    Outcome (*run)(const QuoteCall& quote);
};

constexpr QuoteAct kQuoteActs[] = {
    {"create", false, createQuote},
    {"show", true, showQuote},
    {"print", true, printQuote},
    {"submit", true, actOnQuote<&quoting::QuoteService::submit>},
    {"withdraw", true, actOnQuote<&quoting::QuoteService::withdraw>},
    {"revise", true, actOnQuote<&quoting::QuoteService::revise>},
    {"recost", true, actOnQuote<&quoting::QuoteService::recost>},
};

} // namespace

Outcome runQuote(const Call& call)
{
    const QStringList words = call.words();
    for (const QuoteAct& act : kQuoteActs) {
        if (words.value(0) != QLatin1String(act.name) || words.size() != (act.needsNumber ? 2 : 1))
            continue;
        const auto file = CompanyFile::open(call);
        if (!file)
            return Outcome::refused(file.error(), call.language);
        quoting::CostInputCache costs((*file)->database());
        quoting::QuoteService service((*file)->context(), costs);
        return act.run({call, (*file)->context(), service, words.value(1)});
    }
    return Outcome::misused(
        "quote create|show|print|submit|withdraw|revise|recost NUMBER …", call.language);
}

} // namespace chengdan::ctl
