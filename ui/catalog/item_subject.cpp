// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/item_subject.h"

#include "core/catalog/item_service.h"
#include "core/storage/store.h"
#include "ui/shared/custom_fields.h"

namespace chengdan::ui {

ItemSubject::ItemSubject(
    const access::Context& context, catalog::Item item, std::optional<catalog::ItemCost> cost)
    : m_context(context)
    , m_item(std::move(item))
    , m_cost(cost.value_or(catalog::ItemCost()))
{
}

QString ItemSubject::heading() const
{
    return isNew() ? tr("New item") : tr("Edit item");
}

std::vector<FormPart> ItemSubject::parts() const
{
    FormPart item;
    item.type = &schema::describe<catalog::Item>();
    item.first = {QStringLiteral("code"),
        QStringLiteral("name"),
        QStringLiteral("spec"),
        QStringLiteral("kind"),
        QStringLiteral("sales_item"),
        QStringLiteral("base_uom"),
        QStringLiteral("item_group")};
    item.multiline = {QStringLiteral("note")};
    if (!m_context.session.has(access::Right::CostView))
        return {item};
    FormPart cost;
    cost.type = &schema::describe<catalog::ItemCost>();
    cost.first = {QStringLiteral("fixed_cost"), QStringLiteral("fixed_currency")};
    cost.hidden = {QStringLiteral("item")};
    return {item, cost};
}

const void* ItemSubject::record(std::size_t part) const
{
    return part == 0 ? static_cast<const void*>(&m_item) : &m_cost;
}

std::optional<Error> ItemSubject::check(const QString& key, const schema::Value& value) const
{
    if (key == QLatin1String("fixed_cost") && schema::toInteger(value) < 0)
        return Error::make("PRICE_NEGATIVE", key);
    return {};
}

Result<void> ItemSubject::save(const RecordForm& form)
{
    catalog::Item item = m_item;
    catalog::ItemCost cost = m_cost;
    form.apply(0, &item);
    applyCustomFields(form, item.meta);
    form.apply(1, &cost);
    const bool withCost = form.isChanged(1);
    // One transaction: the service joins the write it is called in.
    const auto saved = m_context.database.write(
        m_context.session.id(), [&](storage::Transaction&) -> Result<void> {
            catalog::ItemService service(m_context);
            auto written = isNew() ? service.create(item) : service.update(item);
            if (!written)
                return fail(written.error());
            item = std::move(*written);
            if (!withCost)
                return {};
            cost.item = item.id;
            auto costWritten = service.setCost(cost);
            if (!costWritten)
                return fail(costWritten.error());
            cost = std::move(*costWritten);
            return {};
        });
    if (!saved)
        return saved;
    m_item = std::move(item);
    m_cost = std::move(cost);
    return {};
}

Result<void> ItemSubject::reload()
{
    const auto card = catalog::ItemService(m_context).get(m_item.id);
    if (!card)
        return fail(card.error());
    m_item = card->item;
    m_cost = card->cost.value_or(catalog::ItemCost());
    return {};
}

std::vector<FieldSpec> ItemSubject::extraFields() const
{
    return customFieldSpecs(m_context.database, schema::describe<catalog::Item>());
}

schema::Value ItemSubject::extraValue(const QString& key) const
{
    return customFieldValue(m_item.meta, key);
}

QString ItemSubject::savedText() const
{
    return tr("Item “%1” saved").arg(m_item.code);
}

} // namespace chengdan::ui
