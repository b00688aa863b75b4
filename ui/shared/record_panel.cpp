// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/record_panel.h"

#include "core/storage/database.h"
#include "core/storage/list_query.h"
#include "ui/shared/cards.h"
#include "ui/shared/custom_fields.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_source.h"
#include "ui/shared/sight.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace chengdan::ui {

QString displayText(const schema::Column& column, const schema::Value& value, const QString& title)
{
    using schema::ColumnType;
    if (schema::isNull(value))
        return {};
    if (column.references != nullptr)
        return title;
    const qint64 number = schema::toInteger(value);
    switch (column.type) {
    case ColumnType::Money:
        return number == 0 ? QString() : fenText(number);
    case ColumnType::UnitPrice:
        return number == 0 ? QString() : unitPriceText(UnitPrice::fromRaw(number));
    case ColumnType::UnitCost:
        return number == 0 ? QString() : unitCostText(UnitCost::fromRaw(number), 4);
    case ColumnType::Quantity:
        return number == 0 ? QString() : quantityText(Quantity::fromRaw(number));
    case ColumnType::Rate:
        return rateText(Rate::fromRaw(number));
    case ColumnType::Flag:
        return number != 0 ? QStringLiteral("✓") : QString();
    case ColumnType::Integer:
        return number == 0 ? QString() : QString::number(number);
    case ColumnType::Choice:
        for (const schema::Choice& choice : column.choices) {
            if (schema::toText(value) == QLatin1String(choice.code))
                return schemaText(choice.label);
        }
        return {};
    case ColumnType::Instant:
        return number == 0
            ? QString()
            : QDateTime::fromMSecsSinceEpoch(number).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case ColumnType::Id:
    case ColumnType::Json:
    case ColumnType::Blob:
        return {};
    default:
        return schema::toText(value);
    }
}

RecordPanel::RecordPanel(storage::Database& database,
    const schema::RecordType& type,
    QStringList hidden,
    QWidget* parent)
    : QWidget(parent)
    , m_database(database)
    , m_type(type)
    , m_hidden(std::move(hidden))
    , m_title(new QLabel)
    , m_subtitle(new QLabel)
    , m_tag(new TagLabel(QStringLiteral("panelTag")))
    , m_fields(new QGridLayout)
    , m_body(new QVBoxLayout)
{
    setObjectName(QStringLiteral("recordPanel"));
    setRole(m_title, "subtitle");
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_subtitle, "cap");
    m_subtitle->setWordWrap(true);
    m_tag->hide();
    // Not a form layout: it gives a wrapped value less height than its lines take.
    m_fields->setColumnStretch(1, 1);
    m_fields->setHorizontalSpacing(16);
    m_fields->setVerticalSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_tag, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addLayout(m_fields);
    layout->addSpacing(8);
    layout->addLayout(m_body);
    layout->addStretch();
}

void RecordPanel::setTag(const QString& word, Tone tone)
{
    m_tag->setTag(word, tone);
    m_tag->setVisible(!word.isEmpty());
}

void RecordPanel::showRecord(qint64 key)
{
    m_key = key;
    fill();
    Q_EMIT shown(m_key);
}

void RecordPanel::fill()
{
    while (QLayoutItem* item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_title->clear();
    m_subtitle->clear();
    m_subtitle->hide(); // a record without a number leaves no gap
    m_id.clear();
    if (m_key == 0)
        return;
    if (const auto seen = Sight::require(m_database, m_type, m_key); !seen) {
        m_title->setText(tr("This record is not shown to you"));
        m_subtitle->setText(sentence(seen.error(), currentLanguage()));
        m_subtitle->show();
        return;
    }
    QStringList columns;
    for (const schema::Column& column : m_type.columns)
        columns += QString::fromLatin1(column.name);
    const access::FieldColumns added = readFieldColumns(m_database, m_type);
    for (const schema::Column& column : added.columns())
        columns += QString::fromLatin1(column.name);
    const auto rows = m_database.read(
        [&](storage::Connection& connection) -> Result<std::vector<storage::ListRow>> {
            const qint64 keys[] = {m_key};
            return storage::listRows(connection, m_database.types(), m_type, columns, keys);
        });
    if (!rows || rows->empty())
        return;
    const storage::ListRow& row = rows->front();
    m_id = row.id;
    int line = 0;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const std::size_t described = m_type.columns.size();
        const schema::Column& column =
            i < described ? m_type.columns[i] : added.columns()[i - described];
        const QString text = displayText(column, row.values[i], row.titles[i]);
        if (m_type.title != nullptr && QLatin1String(column.name) == QLatin1String(m_type.title)) {
            m_title->setText(text);
            continue;
        }
        if (QLatin1String(column.name) == QLatin1String("number")) {
            m_subtitle->setText(text);
            m_subtitle->setVisible(!text.isEmpty());
            continue;
        }
        if (text.isEmpty() || m_hidden.contains(QLatin1String(column.name)))
            continue;
        auto* label = new QLabel(schemaText(column.label));
        setRole(label, "label");
        auto* value = new QLabel(text);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(label->text() + QLatin1Char(' ') + text);
        m_fields->addWidget(label, line, 0, Qt::AlignLeft | Qt::AlignTop);
        m_fields->addWidget(value, line++, 1);
    }
}

void RecordPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace chengdan::ui
