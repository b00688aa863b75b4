// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/item_cost_page.h"

#include "core/access/settings.h"
#include "core/catalog/item.h"
#include "core/quoting/costing.h"
#include "ui/catalog/cost_view.h"
#include "ui/shared/cards.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_lookup.h"
#include "ui/theme/theme.h"

#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

ItemCostPage::ItemCostPage(const access::Context& context,
    quoting::CostInputCache& cache,
    Navigator& navigator,
    QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_cache(cache)
    , m_navigator(navigator)
    , m_item(new LookupEdit(recordFinder(context.database,
          schema::describe<catalog::Item>(),
          QStringLiteral("code"),
          QStringLiteral("name"))))
    , m_lot(new NumberEdit(Quantity::kDecimals))
    , m_date(new QDateEdit(context.clock.today()))
    , m_itemField(new FormField({}, m_item, QStringLiteral("costItem")))
    , m_lotField(new FormField({}, m_lot, QStringLiteral("costLot")))
    , m_dateField(new FormField({}, m_date, QStringLiteral("costDate")))
    , m_quote(new QPushButton)
    , m_view(new CostView)
    , m_empty(new EmptyState(QStringLiteral("costEmpty")))
    , m_message(new MessageBar(QStringLiteral("costMessage")))
{
    setObjectName(QStringLiteral("itemCostPage"));
    m_lot->setRaw(100 * Quantity::kOne);
    m_lot->setRange(1, std::nullopt);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_quote->setObjectName(QStringLiteral("costQuote"));
    setKind(m_quote, "primary");
    m_message->hide();
    auto* form = new QHBoxLayout;
    form->setSpacing(16);
    form->addWidget(m_itemField, 3);
    form->addWidget(m_lotField, 1);
    form->addWidget(m_dateField, 1);
    form->addStretch(1);
    form->addWidget(m_quote, 0, Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    connect(m_item, &LookupEdit::picked, this, &ItemCostPage::recost);
    connect(m_item, &LookupEdit::moveOn, m_lot, [this] { m_lot->setFocus(Qt::TabFocusReason); });
    connect(m_lot, &NumberEdit::valueEdited, this, &ItemCostPage::recost);
    connect(m_date, &QDateEdit::dateChanged, this, &ItemCostPage::recost);
    connect(m_quote, &QPushButton::clicked, this, &ItemCostPage::startQuote);
    retranslate();
    showOrAsk();
}

QString ItemCostPage::title() const
{
    return tr("Item cost");
}

void ItemCostPage::activated()
{
    if (!m_item->key())
        m_item->setFocus();
}

void ItemCostPage::findInPage()
{
    m_item->setFocus(Qt::ShortcutFocusReason);
}

bool ItemCostPage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String("item"))
        return false;
    m_item->setMatch(recordMatch(m_context.database,
        schema::describe<catalog::Item>(),
        QStringLiteral("code"),
        QStringLiteral("name"),
        key));
    recost();
    m_view->setFocus();
    return true;
}

// Without an item there is nothing to show and nothing to quote.
void ItemCostPage::showOrAsk()
{
    const bool chosen = m_item->key().has_value();
    m_view->setVisible(chosen);
    m_empty->setVisible(!chosen);
    m_quote->setVisible(chosen);
}

void ItemCostPage::recost()
{
    m_message->hide();
    showOrAsk();
    const auto refuse = [this](const Error& error) {
        m_message->setMessage(Tone::Danger, sentence(error, currentLanguage()));
        m_message->show();
        m_view->setResult(nullptr, nullptr);
    };
    if (const auto allowed = m_context.session.require(access::Right::CostView); !allowed)
        return refuse(allowed.error());
    const auto key = m_item->key();
    if (!key || !m_lot->raw())
        return;
    const auto input = m_cache.current();
    if (!input)
        return refuse(input.error());
    quoting::CostRequest request;
    request.item = m_item->text();
    request.quantity = Quantity::fromRaw(*m_lot->raw());
    request.date = m_date->date();
    request.baseCurrency = access::readSettings(m_context.database.reader()).baseCurrency.code();
    m_view->setResult(
        *input, std::make_shared<const quoting::CostResult>(quoting::cost(**input, request)));
}

void ItemCostPage::startQuote()
{
    if (const auto key = m_item->key())
        m_navigator.newRecord(QStringLiteral("quote"), {{QStringLiteral("item"), *key}});
}

void ItemCostPage::retranslate()
{
    m_itemField->setLabel(tr("Item"));
    m_item->setPlaceholderText(tr("Item code or name"));
    m_empty->setContent(QStringLiteral("calculator"),
        tr("Choose an item to see what it costs and how that was worked out"),
        QString());
    m_lotField->setLabel(tr("Lot"));
    m_dateField->setLabel(tr("Prices of"));
    m_quote->setText(tr("Quote this item"));
    Q_EMIT titleChanged();
}

void ItemCostPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QVariantMap ItemCostPage::saveState() const
{
    return {{QStringLiteral("item"), m_item->key() ? QVariant(*m_item->key()) : QVariant()}};
}

void ItemCostPage::restoreState(const QVariantMap& state)
{
    const qint64 key = state.value(QStringLiteral("item")).toLongLong();
    if (key > 0)
        showRecord(QStringLiteral("item"), key);
}

} // namespace chengdan::ui
