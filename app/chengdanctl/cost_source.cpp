// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/cost_source.h"

#include "app/chengdanctl/company_file.h"
#include "core/access/settings.h"
#include "core/base/money.h"
#include "core/exchange/costing_files.h"
#include "core/quoting/cost_loader.h"

namespace chengdan::ctl {

namespace {

Result<CostSource> readCompany(const Call& call, CostSource source)
{
    const auto file = CompanyFile::open(call);
    if (!file)
        return fail(file.error());
    const access::Context& context = (*file)->context();
    if (auto allowed = context.session.require(access::Right::CostView); !allowed)
        return fail(allowed.error());
    return context.database.read([&](storage::Connection& connection) -> Result<CostSource> {
        source.input = quoting::loadCostInput(connection);
        if (!call.arguments.has("base"))
            source.baseCurrency = access::readSettings(connection).baseCurrency.code();
        return std::move(source);
    });
}

} // namespace

Error withOption(Error error, const char* option)
{
    error.field = QString::fromLatin1(option);
    return error;
}

Result<QString> currencyOption(
    const Arguments& arguments, const char* option, const char* otherwise)
{
    const QString code = arguments.value(option, QString::fromLatin1(otherwise));
    if (code.isEmpty())
        return QString();
    const auto currency = Currency::parse(code);
    if (!currency)
        return fail(withOption(currency.error(), option));
    return code;
}

Result<CostSource> readCostSource(const Call& call)
{
    CostSource source;
    const auto base = currencyOption(call.arguments, "base", "CNY");
    if (!base)
        return fail(base.error());
    source.baseCurrency = *base;
    source.date = call.clock->today();
    if (call.arguments.has("date")) {
        const QString text = call.arguments.value("date");
        source.date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
        if (!source.date.isValid()) {
            return fail(
                "DATE_FORMAT", QStringLiteral("date"), {{QStringLiteral("text"), text.left(40)}});
        }
    }
    if (!call.arguments.has("data"))
        return readCompany(call, std::move(source));
    auto files = exchange::readCostingFiles(call.arguments.value("data"));
    if (!files)
        return fail(files.error());
    source.input = quoting::CostInput::build(std::move(files->tables));
    source.warnings = std::move(files->warnings);
    return source;
}

} // namespace chengdan::ctl
