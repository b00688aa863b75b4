// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/catalog/item.h"
#include "core/catalog/item_cost.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// An item in a RecordForm, stored or new. Who has the cost right sees its fixed cost as well;
/// both are saved together or not at all.
class ItemSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(ItemSubject)
public:
    ItemSubject(
        const access::Context& context, catalog::Item item, std::optional<catalog::ItemCost> cost);
    QString heading() const override;
    std::vector<FormPart> parts() const override;
    const void* record(std::size_t part) const override;
    bool isNew() const override { return m_item.meta.rid == 0; }
    std::optional<Error> check(const QString& key, const schema::Value& value) const override;
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override;
    QString savedText() const override;
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    PersonId typist() const override { return m_context.session.id(); }
    const catalog::Item& item() const { return m_item; }

private:
    const access::Context& m_context;
    catalog::Item m_item;
    catalog::ItemCost m_cost;
};

} // namespace chengdan::ui
