// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/filter_bar.h"

#include "core/storage/database.h"
#include "core/storage/list_query.h"
#include "ui/shared/custom_fields.h"
#include "ui/shared/field_editor.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace chengdan::ui {

namespace {

// The owner is no described column but every list may be filtered by it.
FieldSpec ownerSpec(const storage::Database& database)
{
    FieldSpec spec;
    spec.key = QStringLiteral("owner");
    spec.label = [] { return FilterBar::tr("Owner"); };
    spec.type = schema::ColumnType::SmallId;
    spec.nullable = true;
    spec.references = database.type(u"person");
    return spec;
}

QVariant conditionValue(const storage::Value& value, schema::ColumnType type)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QVariant(*number);
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return *bytes;
    const QString text = schema::toText(value);
    if (type == schema::ColumnType::Date)
        return QDate::fromString(text, Qt::ISODate);
    return text;
}

} // namespace

FilterBar::FilterBar(const QString& name,
    storage::Database& database,
    const schema::RecordType& type,
    QDate today,
    QWidget* parent)
    : QFrame(parent)
    , m_name(name)
    , m_database(database)
    , m_type(type)
    , m_today(today)
    , m_column(new QComboBox)
    , m_kind(new QComboBox)
    , m_place(new QHBoxLayout)
    , m_error(new QLabel)
    , m_add(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(name);
    m_column->setObjectName(name + QStringLiteral("Column"));
    m_kind->setObjectName(name + QStringLiteral("Comparison"));
    m_add->setObjectName(name + QStringLiteral("Add"));
    m_close->setObjectName(name + QStringLiteral("Close"));
    m_error->setObjectName(name + QStringLiteral("Error"));
    setRole(m_error, "err");
    setKind(m_close, "ghost");
    m_column->setMaxVisibleItems(20);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::kSpace2);
    row->addWidget(m_column);
    row->addWidget(m_kind);
    row->addLayout(m_place);
    row->addWidget(m_add);
    row->addWidget(m_close);
    row->addWidget(m_error);
    row->addStretch(1);
    retranslate();
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        fillKinds();
        makeEditor();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        if (m_editor)
            m_editor->widget()->setVisible(
                takesValue(ConditionKind(m_kind->currentData().toInt())));
    });
    connect(m_add, &QPushButton::clicked, this, &FilterBar::add);
    connect(m_close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

FilterBar::~FilterBar() = default;

void FilterBar::retranslate()
{
    m_column->setAccessibleName(tr("Column to filter by"));
    m_kind->setAccessibleName(tr("Comparison"));
    m_add->setText(tr("Add filter"));
    m_close->setText(tr("Close"));
    fill();
}

void FilterBar::fill()
{
    const QSignalBlocker columns(m_column);
    const QSignalBlocker kinds(m_kind);
    fillColumns();
    fillKinds();
    makeEditor();
}

void FilterBar::fillColumns()
{
    const QString chosen = m_column->currentData().toString();
    m_column->clear();
    for (const schema::Column& column : m_type.columns) {
        if (column.label && *column.label != '\0' && hasFieldEditor(fieldSpec(column, m_database)))
            m_column->addItem(schemaText(column.label), QString::fromLatin1(column.name));
    }
    m_fields = readFieldColumns(m_database, m_type);
    for (const schema::Column& column : m_fields.columns())
        m_column->addItem(QString::fromUtf8(column.label), QString::fromLatin1(column.name));
    if (m_type.scope == schema::Scope::Root || m_type.scope == schema::Scope::Cost)
        m_column->addItem(tr("Owner"), QStringLiteral("owner"));
    m_column->setCurrentIndex(qMax(0, m_column->findData(chosen)));
}

schema::ColumnType FilterBar::columnType() const
{
    return presentSpec().type;
}

FieldSpec FilterBar::presentSpec() const
{
    const QString name = m_column->currentData().toString();
    if (const access::FieldDefinition* field = m_fields.definition(name))
        return customFieldSpec(*field);
    const schema::Column* column = m_type.column(name);
    return column ? fieldSpec(*column, m_database) : ownerSpec(m_database);
}

void FilterBar::fillKinds()
{
    m_kind->clear();
    for (const ConditionKind kind : conditionKinds(columnType()))
        m_kind->addItem(conditionWord(kind, columnType()), int(kind));
}

void FilterBar::makeEditor()
{
    if (m_editor) {
        delete m_editor->widget();
        m_editor.reset();
    }
    FieldSpec spec = presentSpec();
    spec.required = false;
    spec.nullable = true;
    spec.multiline = false;
    m_editor = makeFieldEditor(spec, m_database, m_today);
    m_error->clear();
    m_add->setEnabled(m_editor != nullptr);
    if (!m_editor)
        return;
    QWidget* widget = m_editor->widget();
    widget->setObjectName(m_name + QStringLiteral("Value"));
    widget->setAccessibleName(tr("Value to compare with"));
    widget->setMinimumWidth(themePx(180));
    widget->installEventFilter(this);
    m_place->addWidget(widget);
    setTabOrder(m_kind, widget);
    setTabOrder(widget, m_add);
    widget->setVisible(takesValue(ConditionKind(m_kind->currentData().toInt())));
}

void FilterBar::open(const QString& column)
{
    fill(); // fields may have been added meanwhile
    if (const int at = m_column->findData(column); at >= 0)
        m_column->setCurrentIndex(at);
    show();
    QWidget* first = column.isEmpty() || !m_editor ? m_column : m_editor->widget();
    first->setFocus(Qt::OtherFocusReason);
}

void FilterBar::add()
{
    const auto kind = ConditionKind(m_kind->currentData().toInt());
    const QString column = m_column->currentData().toString();
    QVariant value = true;
    if (takesValue(kind)) {
        const Result<schema::Value> read = m_editor->read();
        if (!read) {
            m_error->setText(sentence(read.error(), currentLanguage()));
            return;
        }
        value = conditionValue(*read, columnType());
        const bool empty = schema::isNull(*read)
            || (std::holds_alternative<QString>(*read) && schema::toText(*read).isEmpty());
        if (empty) {
            m_error->setText(tr("Type a value to compare with"));
            m_editor->widget()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_error->clear();
    Q_EMIT conditionMade(conditionText({column, kind}), value);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_editor && watched == m_editor->widget()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* lookup = qobject_cast<LookupEdit*>(m_editor->widget());
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(lookup && lookup->takesEnter())) {
            add();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FilterBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

void FilterBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
