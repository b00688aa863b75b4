// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/field_editor.h"

#include "core/storage/database.h"
#include "core/storage/list_query.h"
#include "ui/shared/date_edit.h"
#include "ui/shared/form.h"
#include "ui/shared/record_lookup.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QWheelEvent>

namespace chengdan::ui {

namespace {

using schema::ColumnType;
using schema::Value;

class LineFieldEditor : public FieldEditor {
public:
    explicit LineFieldEditor(const FieldSpec& spec)
        : m_hint(spec.hint)
    {
        LineFieldEditor::retranslate();
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override
    {
        m_edit->setText(schema::toText(value));
        m_edit->setCursorPosition(0);
    }
    Result<Value> read() const override
    {
        const QString text = m_edit->text().trimmed();
        return text.isEmpty() ? Value() : Value(text);
    }
    QString typed() const override { return m_edit->text(); }
    void retranslate() override { m_edit->setPlaceholderText(m_hint ? m_hint() : QString()); }

private:
    QLineEdit* m_edit = new QLineEdit;
    LiveText m_hint;
};

class MemoFieldEditor : public FieldEditor {
public:
    explicit MemoFieldEditor(const FieldSpec& spec)
        : m_hint(spec.hint)
    {
        m_edit->setTabChangesFocus(true); // Enter is a new line here, Tab leaves
        m_edit->setFixedHeight(themePx(76));
        MemoFieldEditor::retranslate();
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override { m_edit->setPlainText(schema::toText(value)); }
    Result<Value> read() const override
    {
        const QString text = m_edit->toPlainText().trimmed();
        return text.isEmpty() ? Value() : Value(text);
    }
    QString typed() const override { return m_edit->toPlainText(); }
    void retranslate() override { m_edit->setPlaceholderText(m_hint ? m_hint() : QString()); }

private:
    QPlainTextEdit* m_edit = new QPlainTextEdit;
    LiveText m_hint;
};

int placesOf(const FieldSpec& spec)
{
    switch (spec.type) {
    case ColumnType::Money:
        return spec.decimals;
    case ColumnType::UnitPrice:
        return UnitPrice::kDecimals;
    case ColumnType::UnitCost:
        return UnitCost::kDecimals;
    case ColumnType::Quantity:
        return Quantity::kDecimals;
    case ColumnType::Rate:
        return Rate::kDecimals - 2; // typed in percent
    case ColumnType::ExchangeRate:
        return ExchangeRate::kDecimals;
    default:
        return 0;
    }
}

class NumberFieldEditor : public FieldEditor {
public:
    explicit NumberFieldEditor(const FieldSpec& spec)
        : m_edit(new NumberEdit(placesOf(spec)))
        , m_keepsZero(spec.nullable || spec.required)
        , m_hint(spec.hint)
    {
        if (spec.type == ColumnType::Money || spec.type == ColumnType::UnitPrice)
            m_edit->setAtLeast(qMin(2, placesOf(spec)));
        if (spec.type == ColumnType::Rate)
            m_edit->setSuffix(QStringLiteral("%"));
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override
    {
        const qint64 raw = schema::toInteger(value);
        const bool empty = schema::isNull(value) || (raw == 0 && !m_keepsZero);
        m_edit->setRaw(empty ? std::nullopt : std::optional(raw));
    }
    Result<Value> read() const override
    {
        if (const auto wrong = m_edit->error())
            return fail(*wrong);
        const auto raw = m_edit->raw();
        return raw ? Value(*raw) : Value();
    }
    QString typed() const override { return m_edit->text(); }
    bool isShort() const override { return true; }
    void retranslate() override { m_edit->setToolTip(m_hint ? m_hint() : QString()); }

private:
    NumberEdit* m_edit;
    bool m_keepsZero;
    LiveText m_hint;
};

class DateFieldEditor : public FieldEditor {
public:
    explicit DateFieldEditor(QDate today)
        : m_edit(new DateEdit(today))
    {
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override
    {
        m_edit->setDate(QDate::fromString(schema::toText(value), Qt::ISODate));
    }
    Result<Value> read() const override
    {
        if (const auto wrong = m_edit->error())
            return fail(*wrong);
        const auto day = m_edit->date();
        return day ? Value(day->toString(Qt::ISODate)) : Value();
    }
    QString typed() const override { return m_edit->text(); }
    bool isShort() const override { return true; }

private:
    DateEdit* m_edit;
};

/// Scrolling a form must not turn the list it happens to pass.
class StillComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

class ChoiceFieldEditor : public FieldEditor {
public:
    explicit ChoiceFieldEditor(const FieldSpec& spec)
        : m_choices(spec.choices)
    {
        if (spec.nullable) // the others always hold one of their list
            m_choices.insert(
                m_choices.begin(), FieldChoice{{}, [] { return QStringLiteral("\u2014"); }});
        for (const FieldChoice& choice : m_choices)
            m_edit->addItem(choice.label(), choice.code);
        m_edit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_edit->setMinimumContentsLength(4);
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override
    {
        const QString code = schema::toText(value);
        int at = m_edit->findData(code);
        if (at < 0 && !code.isEmpty()) { // an entry the list does not offer any more stays itself
            m_choices.push_back({code, [code] { return code; }});
            m_edit->addItem(code, code);
            at = m_edit->count() - 1;
        }
        m_edit->setCurrentIndex(qMax(0, at));
    }
    Result<Value> read() const override
    {
        const QString code = m_edit->currentData().toString();
        return code.isEmpty() ? Value() : Value(code);
    }
    QString typed() const override { return m_edit->currentData().toString(); }
    bool isShort() const override { return true; }
    void retranslate() override
    {
        for (std::size_t i = 0; i < m_choices.size(); ++i)
            m_edit->setItemText(static_cast<int>(i), m_choices[i].label());
    }

private:
    std::vector<FieldChoice> m_choices;
    QComboBox* m_edit = new StillComboBox;
};

class FlagFieldEditor : public FieldEditor {
public:
    FlagFieldEditor()
    {
        m_edit->setMinimumHeight(themePx(metric::kControl));
        FlagFieldEditor::retranslate();
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override { m_edit->setChecked(schema::toInteger(value) != 0); }
    Result<Value> read() const override { return Value(qint64{m_edit->isChecked() ? 1 : 0}); }
    QString typed() const override { return m_edit->isChecked() ? QStringLiteral("1") : QString(); }
    bool isShort() const override { return true; }
    void retranslate() override
    {
        m_edit->setText(QCoreApplication::translate("FieldEditor", "Yes"));
    }

private:
    QCheckBox* m_edit = new QCheckBox;
};

QString titleColumnOf(const schema::RecordType& type)
{
    return QString::fromLatin1(type.title != nullptr ? type.title : type.columns.front().name);
}

// The quieter text beside a row's title: the first other text lists show.
QString detailColumnOf(const schema::RecordType& type)
{
    const QString title = titleColumnOf(type);
    for (const schema::Column& column : type.columns) {
        if (column.type == ColumnType::Text && title != QLatin1String(column.name)
            && column.inList != schema::InList::No)
            return QString::fromLatin1(column.name);
    }
    return title;
}

class ReferenceFieldEditor : public FieldEditor {
public:
    ReferenceFieldEditor(const FieldSpec& spec, storage::Database& database)
        : m_database(database)
        , m_type(*spec.references)
        , m_title(titleColumnOf(m_type))
        , m_detail(detailColumnOf(m_type))
        , m_hint(spec.hint)
        , m_find(recordFinder(database, m_type, m_title, m_detail, spec.conditions))
        , m_edit(new LookupEdit(m_find))
    {
        ReferenceFieldEditor::retranslate();
    }
    QWidget* widget() const override { return m_edit; }
    void show(const Value& value) override
    {
        const auto rid = rowOf(value);
        m_edit->setMatch(
            rid ? recordMatch(m_database, m_type, m_title, m_detail, *rid) : std::nullopt);
    }
    Result<Value> read() const override
    {
        const QString text = m_edit->text().trimmed();
        if (text.isEmpty())
            return Value();
        if (const auto key = m_edit->key())
            return idOf(*key);
        for (const LookupMatch& match : m_find(text, 2)) { // typed in full counts as picked
            if (match.text.compare(text, Qt::CaseInsensitive) == 0)
                return idOf(match.key);
        }
        return fail("REFERENCE_PICK", {}, {{QStringLiteral("text"), text}});
    }
    QString typed() const override
    {
        return m_edit->text() + QLatin1Char('\n') + QString::number(m_edit->key().value_or(0));
    }
    void retranslate() override { m_edit->setPlaceholderText(m_hint ? m_hint() : QString()); }

private:
    std::optional<qint64> rowOf(const Value& id) const
    {
        if (schema::isNull(id))
            return {};
        storage::ListQuery query;
        query.type = &m_type;
        query.types = &m_database.types();
        query.filters.push_back({QStringLiteral("id"), storage::Compare::Equal, id});
        const auto keys =
            m_database.read([&](storage::Connection& connection) -> Result<std::vector<qint64>> {
                return storage::listKeys(connection, query, 1);
            });
        return keys && !keys->empty() ? std::optional(keys->front()) : std::nullopt;
    }
    Result<Value> idOf(qint64 key) const
    {
        return m_database.read([&](storage::Connection& connection) -> Result<Value> {
            const qint64 keys[] = {key};
            const auto rows = storage::listRows(
                connection, m_database.types(), m_type, {QStringLiteral("id")}, keys);
            if (rows.empty())
                return fail("REFERENCE_PICK", {}, {{QStringLiteral("text"), m_edit->text()}});
            return rows.front().values.front();
        });
    }
    storage::Database& m_database;
    const schema::RecordType& m_type;
    QString m_title;
    QString m_detail;
    LiveText m_hint;
    LookupEdit::Find m_find;
    LookupEdit* m_edit;
};

// The currencies a Chinese exporter meets; another one in the record is offered beside them.
std::vector<FieldChoice> currencyChoices()
{
    std::vector<FieldChoice> choices;
    for (const char* code : {"CNY", "USD", "EUR", "JPY", "HKD", "GBP", "KRW"}) {
        const QString text = QString::fromLatin1(code);
        choices.push_back({text, [text] { return text; }});
    }
    return choices;
}

bool isNumber(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Money:
    case ColumnType::UnitPrice:
    case ColumnType::UnitCost:
    case ColumnType::Quantity:
    case ColumnType::Rate:
    case ColumnType::ExchangeRate:
        return true;
    default:
        return false;
    }
}

} // namespace

FieldSpec fieldSpec(const schema::Column& column, const storage::Database& database)
{
    FieldSpec spec;
    spec.key = QString::fromLatin1(column.name);
    spec.label = [text = column.label] { return schemaText(text); };
    if (*column.hint != '\0')
        spec.hint = [text = column.hint] { return schemaText(text); };
    spec.type = column.type;
    spec.required = column.required;
    spec.nullable = column.nullable;
    for (const schema::Choice& choice : column.choices)
        spec.choices.push_back(
            {QString::fromLatin1(choice.code), [text = choice.label] { return schemaText(text); }});
    if (column.references != nullptr)
        spec.references = database.type(QString::fromLatin1(column.references));
    return spec;
}

bool hasFieldEditor(const FieldSpec& spec)
{
    if (spec.references != nullptr || isNumber(spec.type))
        return true;
    switch (spec.type) {
    case ColumnType::Text:
    case ColumnType::Date:
    case ColumnType::Flag:
    case ColumnType::Choice:
    case ColumnType::Currency:
        return true;
    default:
        return false;
    }
}

std::unique_ptr<FieldEditor> makeFieldEditor(
    const FieldSpec& spec, storage::Database& database, QDate today)
{
    if (spec.references != nullptr)
        return std::make_unique<ReferenceFieldEditor>(spec, database);
    if (isNumber(spec.type))
        return std::make_unique<NumberFieldEditor>(spec);
    switch (spec.type) {
    case ColumnType::Text:
        if (spec.multiline)
            return std::make_unique<MemoFieldEditor>(spec);
        return std::make_unique<LineFieldEditor>(spec);
    case ColumnType::Date:
        return std::make_unique<DateFieldEditor>(today);
    case ColumnType::Flag:
        return std::make_unique<FlagFieldEditor>();
    case ColumnType::Choice:
        return std::make_unique<ChoiceFieldEditor>(spec);
    case ColumnType::Currency: {
        FieldSpec currency = spec;
        currency.choices = currencyChoices();
        return std::make_unique<ChoiceFieldEditor>(currency);
    }
    default:
        return nullptr;
    }
}

} // namespace chengdan::ui
