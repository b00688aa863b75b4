// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fields_page.h"

#include "core/storage/store.h"
#include "ui/settings/field_subject.h"
#include "ui/settings/live_button.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

using access::FieldDefinition;

const schema::RecordType& definitionType()
{
    return schema::describe<FieldDefinition>();
}

QStringList definitionColumns()
{
    return {QStringLiteral("label_zh"),
        QStringLiteral("label_en"),
        QStringLiteral("key"),
        QStringLiteral("record"),
        QStringLiteral("kind"),
        QStringLiteral("required"),
        QStringLiteral("position"),
        QStringLiteral("active")};
}

std::vector<ColumnSpec> definitionSpecs(storage::Database& database)
{
    std::vector<ColumnSpec> specs;
    for (const QString& name : definitionColumns())
        specs.push_back(columnSpec(definitionType(), name));
    specs[0].stretch = true;
    specs[0].width = 180;
    specs[1].width = 150;
    specs[2].width = 140;
    specs[3].look = [&database](const QVariant& value) {
        const schema::RecordType* type = database.type(value.toString());
        CellLook look;
        look.text = type ? schemaText(type->label) : value.toString();
        return look;
    };
    specs[6].width = 80;
    specs[7].kind = CellKind::Tag;
    specs[7].width = 100;
    specs[7].look = [](const QVariant& value) {
        const bool active = value.toLongLong() != 0;
        CellLook look;
        look.text = active ? FieldsPage::tr("In use") : FieldsPage::tr("Retired");
        look.tone = active ? Tone::Ok : Tone::Neutral;
        return look;
    };
    return specs;
}

std::optional<FieldDefinition> definitionOf(storage::Database& database, qint64 key)
{
    auto stored = database.read(
        [&](storage::Connection& connection) -> Result<std::optional<FieldDefinition>> {
            return storage::findByRid<FieldDefinition>(connection, key);
        });
    return stored ? *stored : std::nullopt;
}

} // namespace

/// The chosen definition.
class FieldPanel : public EditPanel {
public:
    explicit FieldPanel(const access::Context& context)
        : EditPanel(QStringLiteral("fieldPanel"), context.database, context.clock.today())
        , m_context(context)
        , m_record(new RecordPanel(context.database, definitionType()))
    {
        m_record->layout()->setContentsMargins(metric::kPageSide, 4, metric::kPageSide, 12);
        view()->addWidget(m_record);
        view()->addStretch(1);
        setAllowed(false, false);
    }
    bool editRecord() override
    {
        if (isEditing() || key() == 0)
            return isEditing();
        edit([this]() -> std::unique_ptr<FormSubject> {
            auto field = definitionOf(m_context.database, key());
            return field ? std::make_unique<FieldSubject>(m_context, std::move(*field)) : nullptr;
        });
        return true;
    }
    // Values stay; who wants the field back sets "In use" in its form.
    bool deleteRecord() override
    {
        auto field = definitionOf(m_context.database, key());
        if (isEditing() || !field || !field->active)
            return false;
        field->active = false;
        if (const auto retired = access::FieldService(m_context).update(*field); !retired)
            showError(FieldsPage::tr("Not retired"), retired.error());
        else
            Q_EMIT done(FieldsPage::tr("Field “%1” retired").arg(field->labelZh), Act::Saved);
        return true;
    }
    void startNew(const QString& table)
    {
        edit([this, table] {
            FieldDefinition field;
            field.record = table;
            return std::make_unique<FieldSubject>(m_context, std::move(field));
        });
    }

protected:
    void showKey(qint64 key) override
    {
        m_record->showRecord(key);
        setAllowed(key != 0, key != 0);
    }
    QString kindText() const override { return FieldsPage::tr("Added field"); }

private:
    const access::Context& m_context;
    RecordPanel* m_record;
};

ListSetup FieldsPage::setup(const access::Context& context)
{
    ListSetup setup;
    setup.name = QStringLiteral("fields");
    setup.title = [] { return tr("Fields"); };
    setup.source = std::make_unique<RecordListSource>(
        context.database, definitionType(), definitionColumns(), std::vector<PersonId>());
    setup.columns = [database = &context.database] { return definitionSpecs(*database); };
    setup.filterHint = [] { return tr("Label"); };
    setup.emptyIcon = QStringLiteral("columns-3");
    setup.emptyText = [] { return tr("No fields have been added yet"); };
    setup.emptyAction = [] { return tr("New field"); };
    for (const QString& table : access::fieldTables()) {
        const schema::RecordType* type = context.database.type(table);
        if (type == nullptr)
            continue;
        setup.views.push_back({table,
            [type] { return schemaText(type->plural); },
            {{QStringLiteral("record"), table}, {QStringLiteral("active"), qint64{1}}}});
    }
    setup.views.push_back({QStringLiteral("retired"),
        [] { return tr("Retired"); },
        {{QStringLiteral("active"), qint64{0}}}});
    setup.views.push_back({QStringLiteral("all"), [] { return tr("All"); }, {}});
    setup.start.sortColumn = QStringLiteral("position");
    setup.type = &definitionType();
    setup.today = context.clock.today();
    return setup;
}

FieldsPage::FieldsPage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : ListPage(setup(context), parent)
    , m_context(context)
    , m_panel(new FieldPanel(context))
{
    setPanel(m_panel);
    // Set back by another act, never by taking back.
    connectEditing(*this, *m_panel, [&navigator](const QString& description, EditPanel::Act) {
        navigator.toast(description);
    });
    const auto addButton = [this](const char* name, const char* kind, LiveText words, auto act) {
        auto* button = new LiveButton(QString::fromLatin1(name), kind, std::move(words));
        addToolWidget(button);
        connect(button, &QPushButton::clicked, this, act);
    };
    addButton(
        "fieldsUp", "ghost", [] { return tr("Move up"); }, [this] { move(-1); });
    addButton(
        "fieldsDown", "ghost", [] { return tr("Move down"); }, [this] { move(1); });
    addButton(
        "fieldsNew", "primary", [] { return tr("New field"); }, [this] { newRecord(); });
    connect(this, &ListPage::rowActivated, this, [this](qint64 key) {
        selectKey(key);
        setPanelOpen(true);
    });
    connect(this, &ListPage::emptyActionTriggered, this, [this] { newRecord(); });
    // Another field's place may have changed with this one's.
    connect(m_panel->form(), &RecordForm::saved, this, [this] { reload(); });
    connect(m_panel, &EditPanel::done, this, [this] { reload(); });
    followChanges(*this, context.database, definitionType());
    table()->installEventFilter(this);
}

void FieldsPage::move(int by)
{
    const auto field =
        currentKey() ? definitionOf(m_context.database, *currentKey()) : std::nullopt;
    if (!field)
        return;
    if (const auto moved = access::FieldService(m_context).move(field->id, by); !moved)
        showMessage(Tone::Danger, sentence(moved.error(), currentLanguage()));
    selectKey(field->meta.rid);
    reload();
}

bool FieldsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == table() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool up = key->key() == Qt::Key_Up;
        if ((up || key->key() == Qt::Key_Down)
            && (key->modifiers() & ~Qt::KeypadModifier)
                == (Qt::ControlModifier | Qt::ShiftModifier)) {
            move(up ? -1 : 1);
            return true;
        }
    }
    return ListPage::eventFilter(watched, event);
}

bool FieldsPage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String(definitionType().table))
        return false;
    setView(QStringLiteral("all"));
    setFilterText({});
    selectKey(key);
    setPanelOpen(true);
    return true;
}

bool FieldsPage::newRecord()
{
    setPanelOpen(true);
    const QString table = view();
    m_panel->startNew(access::fieldTables().contains(table) ? table : QStringLiteral("customer"));
    return true;
}

EditPanel& FieldsPage::panel() const
{
    return *m_panel;
}

bool FieldsPage::closeInner()
{
    return m_panel->closeInner() || ListPage::closeInner();
}

void FieldsPage::savePage()
{
    if (m_panel->isEditing())
        m_panel->form()->save();
}

} // namespace chengdan::ui
