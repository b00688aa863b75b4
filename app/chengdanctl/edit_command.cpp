// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Single fields of a record, by the same services as the window; and the sales chain of a company
// that began on a server.
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/settings.h"
#include "core/customers/customer_service.h"
#include "core/exchange/import_cells.h"
#include "core/exchange/record_list.h"
#include "core/pipeline/opportunity_service.h"
#include "core/pipeline/stage_presets.h"
#include "core/storage/store.h"

#include <QJsonArray>

namespace chengdan::ctl {

namespace {

Result<schema::Value> typedValue(
    const schema::Column& column, const QString& text, const access::Settings& settings)
{
    if (text.isEmpty()) {
        if (column.type == schema::ColumnType::Text)
            return schema::Value(QStringLiteral(""));
        if (column.nullable)
            return schema::Value();
        return fail("REQUIRED", QString::fromLatin1(column.name));
    }
    auto value = exchange::cellValue(column, text, settings.baseCurrency, settings.timeZone);
    if (!value) {
        Error error = value.error();
        error.field = QString::fromLatin1(column.name);
        return fail(error);
    }
    return value;
}

/// COLUMN=VALUE words into the fields of a record. What names another record is not set here: it
/// has rules of its own.
Result<void> setFields(const schema::RecordType& type,
    void* record,
    const QStringList& words,
    const access::Settings& settings)
{
    for (const QString& word : words) {
        const QString name = word.section(QLatin1Char('='), 0, 0);
        const schema::Column* column = type.column(name);
        if (column == nullptr || !word.contains(QLatin1Char('=')))
            return fail("UNKNOWN_COLUMN",
                name,
                {{QStringLiteral("table"), QString::fromLatin1(type.table)},
                    {QStringLiteral("column"), name}});
        if (column->references != nullptr)
            return fail("SET_REFERENCE", name, {{QStringLiteral("column"), name}});
        auto value = typedValue(*column, word.mid(name.size() + 1), settings);
        if (!value)
            return fail(value.error());
        column->set(record, *value);
    }
    return {};
}

template <typename T, typename Save>
Result<void> editRecord(
    const access::Context& context, const RawId& id, const QStringList& words, const Save& save)
{
    auto record = context.database.read([&](storage::Connection& connection) -> Result<T> {
        auto stored = storage::load<T>(connection, decltype(T::id)::fromRaw(id));
        if (!stored)
            return stored;
        auto set =
            setFields(schema::describe<T>(), &*stored, words, access::readSettings(connection));
        return set ? std::move(stored) : Result<T>(fail(set.error()));
    });
    if (!record)
        return fail(record.error());
    auto saved = save(std::move(*record));
    if (!saved)
        return fail(saved.error());
    return {};
}

Result<void> edit(
    const access::Context& context, const QString& table, const RawId& id, const QStringList& words)
{
    customers::CustomerService customers(context);
    if (table == QLatin1String("customer")) {
        return editRecord<customers::Customer>(context, id, words, [&](customers::Customer row) {
            return customers.update(std::move(row));
        });
    }
    if (table == QLatin1String("contact")) {
        return editRecord<customers::Contact>(context, id, words, [&](customers::Contact row) {
            return customers.updateContact(std::move(row));
        });
    }
    if (table == QLatin1String("opportunity")) {
        return editRecord<pipeline::Opportunity>(
            context, id, words, [&](pipeline::Opportunity row) {
                return pipeline::OpportunityService(context).update(std::move(row));
            });
    }
    return fail("KIND_UNKNOWN",
        QStringLiteral("kind"),
        {{QStringLiteral("kind"), table},
            {QStringLiteral("names"), QStringLiteral("customers, contacts, opportunities")}});
}

QJsonObject stageJson(const pipeline::Stage& stage)
{
    return {{QStringLiteral("code"), stage.code},
        {QStringLiteral("name"), stage.name},
        {QStringLiteral("active"), stage.active}};
}

} // namespace

Outcome runSet(const Call& call)
{
    const QStringList words = call.words();
    if (words.size() < 3)
        return Outcome::misused(
            "set customers|contacts|opportunities NUMBER|ID COLUMN=VALUE…", call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const access::Context& context = (*file)->context();
    const auto type = exchange::recordKind(context.database.types(), words[0]);
    if (!type)
        return Outcome::refused(type.error(), call.language);
    const auto before = exchange::showRecord(context, words[0], words[1]);
    if (!before)
        return Outcome::refused(before.error(), call.language);
    const QString id = before->value(QLatin1String("id")).toString();
    const auto raw = RawId::parse(id);
    const auto done = raw
        ? edit(context, QString::fromLatin1((*type)->table), *raw, words.mid(2))
        : Result<void>(
            fail("NOT_FOUND", {}, {{QStringLiteral("what"), words[0] + u' ' + words[1]}}));
    if (!done)
        return Outcome::refused(done.error(), call.language);
    const auto after = exchange::showRecord(context, words[0], id);
    if (!after)
        return Outcome::refused(after.error(), call.language);
    return Outcome::done(*after, QString());
}

Outcome runStages(const Call& call)
{
    const QStringList words = call.words();
    const bool lays = words.size() == 2 && words[0] == QLatin1String("preset");
    const bool manufacturing = words.value(1) == QLatin1String("manufacturing");
    if (!lays && words != QStringList{QStringLiteral("list")})
        return Outcome::misused("stages list | preset manufacturing|general", call.language);
    if (lays && !manufacturing && words[1] != QLatin1String("general"))
        return Outcome::misused("stages list | preset manufacturing|general", call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const access::Context& context = (*file)->context();
    Result<std::vector<pipeline::Stage>> stages;
    if (lays) {
        if (auto allowed = context.session.require(access::Right::Administer); !allowed)
            return Outcome::refused(allowed.error(), call.language);
        stages = context.database.write(context.session.id(),
            [&](storage::Transaction& transaction) -> Result<std::vector<pipeline::Stage>> {
                return pipeline::insertPreset(transaction,
                    context.ids,
                    manufacturing ? pipeline::StagePreset::Manufacturing
                                  : pipeline::StagePreset::General);
            });
    } else {
        stages = context.database.read(
            [](storage::Connection& connection) -> Result<std::vector<pipeline::Stage>> {
                return pipeline::loadStages(connection);
            });
    }
    if (!stages)
        return Outcome::refused(stages.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const pipeline::Stage& stage : *stages) {
        json.append(stageJson(stage));
        rows.push_back({stage.code, stage.name});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("stages"), json}},
        alignedTable({QStringLiteral("code"), QStringLiteral("name")}, rows));
}

} // namespace chengdan::ctl
