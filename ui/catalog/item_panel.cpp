// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/item_panel.h"

#include "core/storage/store.h"
#include "ui/catalog/item_subject.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace chengdan::ui {

ItemPanel::ItemPanel(const access::Context& context, QWidget* parent)
    : EditPanel(QStringLiteral("itemPanel"), context.database, context.clock.today(), parent)
    , m_context(context)
    , m_record(new RecordPanel(context.database, schema::describe<catalog::Item>()))
    , m_cost(new QFormLayout)
{
    m_record->layout()->setContentsMargins(20, 4, 20, 12);
    m_cost->setLabelAlignment(Qt::AlignLeft);
    m_cost->setHorizontalSpacing(16);
    m_cost->setVerticalSpacing(8);
    m_record->body()->addLayout(m_cost);
    view()->addWidget(m_record);
    view()->addStretch(1);
    setAllowed(false, false);
    follow({&schema::describe<catalog::Item>(), &schema::describe<catalog::ItemCost>()});
    connect(form(), &RecordForm::saved, this, [this] {
        const auto* subject = dynamic_cast<const ItemSubject*>(form()->subject());
        if (subject != nullptr && (!m_shown || subject->item().id != m_shown->item.id))
            Q_EMIT created(subject->item().meta.rid);
    });
}

QString ItemPanel::kindText() const
{
    return tr("Item");
}

bool ItemPanel::mayEdit() const
{
    return m_context.session.has(access::Right::ItemEdit);
}

void ItemPanel::showKey(qint64 key)
{
    m_shown.reset();
    if (key != 0) {
        const auto item = m_context.database.read(
            [&](storage::Connection& connection) -> Result<std::optional<catalog::Item>> {
                return storage::findByRid<catalog::Item>(connection, key);
            });
        if (item && *item) {
            if (auto card = catalog::ItemService(m_context).get((*item)->id))
                m_shown = std::move(*card);
        }
    }
    m_record->showRecord(m_shown ? key : 0);
    showCost();
    setAllowed(m_shown && mayEdit(), m_shown && mayEdit());
}

void ItemPanel::showCost()
{
    while (m_cost->rowCount() > 0)
        m_cost->removeRow(0);
    if (!m_shown || !m_shown->cost || !m_shown->cost->fixedCost)
        return;
    const catalog::ItemCost& cost = *m_shown->cost;
    for (const schema::Column& column : schema::describe<catalog::ItemCost>().columns) {
        if (column.references != nullptr)
            continue;
        const QString text = displayText(column, column.get(&cost), {});
        if (text.isEmpty())
            continue;
        auto* label = new QLabel(schemaText(column.label));
        setRole(label, "label");
        auto* value = new QLabel(text);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(label->text() + QLatin1Char(' ') + text);
        m_cost->addRow(label, value);
    }
}

bool ItemPanel::editRecord()
{
    if (isEditing() || !m_shown || !mayEdit())
        return isEditing();
    edit([this] { return std::make_unique<ItemSubject>(m_context, m_shown->item, m_shown->cost); });
    return true;
}

bool ItemPanel::newItem()
{
    if (!mayEdit())
        return false;
    edit([this]() -> std::unique_ptr<FormSubject> {
        catalog::Item item;
        if (m_shown) // the next item is most often counted like the last one looked at
            item.baseUom = m_shown->item.baseUom;
        return std::make_unique<ItemSubject>(m_context, item, std::nullopt);
    });
    return true;
}

bool ItemPanel::deleteRecord()
{
    if (isEditing() || !m_shown || !mayEdit())
        return false;
    const catalog::Item item = m_shown->item;
    const auto gone = catalog::ItemService(m_context).remove(item.id);
    if (!gone) {
        showError(tr("The item was not deleted"), gone.error());
        return false;
    }
    Q_EMIT done(tr("Item “%1” deleted").arg(item.code), Act::Deleted);
    Q_EMIT formClosed();
    return true;
}

void ItemPanel::changeEvent(QEvent* event)
{
    EditPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showCost();
}

} // namespace chengdan::ui
