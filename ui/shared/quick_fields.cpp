// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/quick_fields.h"

#include "core/access/custom_values.h"
#include "core/base/error_catalogue.h"
#include "core/storage/custom_column.h"
#include "ui/shared/custom_fields.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace chengdan::ui {

namespace {

// What a person typed, as text that restoreTyped() understands.
void restoreTyped(const FieldEditor& editor, const QString& text)
{
    if (auto* line = qobject_cast<QLineEdit*>(editor.widget()))
        line->setText(text);
    else if (auto* choice = qobject_cast<QComboBox*>(editor.widget()))
        choice->setCurrentIndex(qMax(0, choice->findData(text)));
    else if (auto* check = qobject_cast<QCheckBox*>(editor.widget()))
        check->setChecked(!text.isEmpty());
}

} // namespace

QuickFields::QuickFields(storage::Database& database,
    const schema::RecordType& type,
    QDate today,
    QString name,
    QWidget* parent)
    : QWidget(parent)
    , m_database(database)
    , m_type(type)
    , m_today(today)
    , m_name(std::move(name))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(16);
    hide();
}

QuickFields::~QuickFields() = default;

void QuickFields::reload()
{
    const QJsonObject before = typed();
    for (const Field& field : m_fields)
        delete field.field;
    m_fields.clear();
    for (FieldSpec& spec : customFieldSpecs(m_database, m_type)) {
        if (!spec.required || !hasFieldEditor(spec))
            continue;
        Field field{spec, makeFieldEditor(spec, m_database, m_today), nullptr};
        QWidget* const widget = field.editor->widget();
        field.field = new FormField(
            spec.label(), widget, m_name + QLatin1Char('_') + storage::customKey(spec.key));
        field.field->setRequired(true);
        m_row->addWidget(field.field, 1);
        if (auto* line = qobject_cast<QLineEdit*>(widget))
            connect(line, &QLineEdit::textEdited, this, &QuickFields::edited);
        else if (auto* choice = qobject_cast<QComboBox*>(widget))
            connect(choice, &QComboBox::activated, this, &QuickFields::edited);
        else if (auto* check = qobject_cast<QCheckBox*>(widget))
            connect(check, &QCheckBox::clicked, this, &QuickFields::edited);
        m_fields.push_back(std::move(field));
    }
    restore(before);
    setVisible(!m_fields.empty());
}

void QuickFields::chain(QWidget* before, QWidget* behind)
{
    for (const Field& field : m_fields) {
        QWidget::setTabOrder(before, field.editor->widget());
        before = field.editor->widget();
    }
    QWidget::setTabOrder(before, behind);
}

bool QuickFields::collect(schema::RowMeta& meta)
{
    std::map<QString, schema::Value> values;
    QWidget* wrong = nullptr;
    for (const Field& field : m_fields) {
        auto value = field.editor->read();
        if (value && schema::isNull(*value))
            value =
                fail("REQUIRED", field.spec.key, {{QStringLiteral("label"), field.spec.label()}});
        if (value)
            field.field->setError({});
        else
            field.field->setProblem(value.error());
        if (value)
            values[storage::customKey(field.spec.key)] = *value;
        else if (wrong == nullptr)
            wrong = field.editor->widget();
    }
    if (wrong != nullptr) {
        wrong->setFocus();
        return false;
    }
    if (!values.empty())
        meta.custom = access::withCustom(meta.custom, values);
    return true;
}

bool QuickFields::showError(const Error& error)
{
    for (const Field& field : m_fields) {
        if (field.spec.key != error.field)
            continue;
        field.field->setProblem(error);
        field.editor->widget()->setFocus();
        return true;
    }
    return false;
}

void QuickFields::clear()
{
    for (const Field& field : m_fields) {
        field.editor->show({});
        field.field->setError({});
    }
}

QJsonObject QuickFields::typed() const
{
    QJsonObject typed;
    for (const Field& field : m_fields) {
        if (const QString text = field.editor->typed(); !text.isEmpty())
            typed.insert(field.spec.key, text);
    }
    return typed;
}

void QuickFields::restore(const QJsonObject& typed)
{
    for (const Field& field : m_fields) {
        if (const QJsonValue text = typed.value(field.spec.key); text.isString())
            restoreTyped(*field.editor, text.toString());
    }
}

void QuickFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (const Field& field : m_fields) {
        field.field->setLabel(field.spec.label());
        field.editor->retranslate();
    }
}

} // namespace chengdan::ui
