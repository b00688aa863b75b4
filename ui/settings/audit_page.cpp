// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/audit_page.h"

#include "core/access/audit.h"
#include "core/access/settings.h"
#include "core/access/visibility.h"
#include "core/storage/store.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimeZone>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

using access::AuditAct;

const QStringList& auditColumns()
{
    static const QStringList columns{QStringLiteral("at"),
        QStringLiteral("person"),
        QStringLiteral("act"),
        QStringLiteral("record_table"),
        QStringLiteral("title"),
        QStringLiteral("device")};
    return columns;
}

QByteArray companyZone(storage::Database& database)
{
    return database
        .read([](storage::Connection& connection) -> Result<QByteArray> {
            return access::readSettings(connection).timeZone;
        })
        .value_or(QByteArrayLiteral("Asia/Shanghai"));
}

QString momentText(qint64 milliseconds, const QByteArray& zone)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone(zone))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

Tone actTone(const QString& code)
{
    switch (schema::fromCode<AuditAct>(code).value_or(AuditAct::SignIn)) {
    case AuditAct::SignIn:
        return Tone::Neutral;
    case AuditAct::SignInRefused:
    case AuditAct::Deletion:
        return Tone::Danger;
    case AuditAct::Export:
    case AuditAct::Transfer:
    case AuditAct::PriceChange:
        return Tone::Warn;
    case AuditAct::Password:
    case AuditAct::RightsChange:
    case AuditAct::SettingsChange:
        break;
    }
    return Tone::Info;
}

std::vector<ColumnSpec> auditSpecs(const storage::Database& database, const QByteArray& zone)
{
    const auto& type = schema::describe<access::AuditEntry>();
    std::vector<ColumnSpec> specs;
    for (const QString& name : auditColumns())
        specs.push_back(columnSpec(type, name));
    specs[0].width = 160;
    specs[0].look = [zone](const QVariant& value) {
        CellLook look;
        look.text = momentText(value.toLongLong(), zone);
        return look;
    };
    specs[1].kind = CellKind::Person;
    specs[1].width = 120;
    specs[2].kind = CellKind::Tag;
    specs[2].width = 130;
    const auto actText = specs[2].look;
    specs[2].look = [actText](const QVariant& value) {
        CellLook look = actText(value);
        look.tone = actTone(value.toString());
        return look;
    };
    specs[3].width = 130;
    specs[3].look = [&database](const QVariant& value) {
        CellLook look;
        const schema::RecordType* named = database.type(value.toString());
        look.text = named != nullptr ? schemaText(named->label) : value.toString();
        return look;
    };
    specs[4].stretch = true;
    specs[4].width = 200;
    specs[5].width = 80;
    specs[5].priority = 1;
    return specs;
}

QString changeText(
    const access::AuditChange& change, const schema::Value& value, const QString& title)
{
    if (schema::isNull(value))
        return {};
    if (!title.isEmpty())
        return title;
    if (change.column == nullptr || change.column->references != nullptr) {
        const auto* text = std::get_if<QString>(&value);
        if (text != nullptr)
            return *text;
        const auto* bytes = std::get_if<QByteArray>(&value);
        return bytes != nullptr ? QString::fromLatin1(bytes->toHex())
                                : QString::number(schema::toInteger(value));
    }
    if (change.column->type == schema::ColumnType::Flag)
        return schema::toInteger(value) != 0 ? AuditPanel::tr("yes") : AuditPanel::tr("no");
    const QString shown = displayText(*change.column, value, title);
    if (!shown.isEmpty())
        return shown;
    return schema::toInteger(value) == 0 && schema::toText(value).isEmpty() ? QStringLiteral("0")
                                                                            : schema::toText(value);
}

QString fieldText(const access::AuditChange& change)
{
    if (change.column != nullptr)
        return schemaText(change.column->label);
    if (change.name == QLatin1String("owner"))
        return AuditPanel::tr("Owner");
    if (change.name == QLatin1String("rows"))
        return AuditPanel::tr("Rows");
    if (change.name == QLatin1String("file"))
        return AuditPanel::tr("File");
    if (change.name == QLatin1String("password"))
        return AuditPanel::tr("Password");
    if (change.name == QLatin1String("attempt"))
        return AuditPanel::tr("Attempt");
    return change.name;
}

bool isBlank(const access::AuditChange& change)
{
    const auto blank = [](const schema::Value& value) {
        const auto* text = std::get_if<QString>(&value);
        const auto* bytes = std::get_if<QByteArray>(&value);
        return schema::isNull(value) || (text != nullptr && (text->isEmpty() || *text == u"{}"))
            || (bytes != nullptr && bytes->isEmpty());
    };
    return blank(change.before) && blank(change.after);
}

} // namespace

AuditPanel::AuditPanel(const access::Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel)
    , m_when(new QLabel)
    , m_table(new QTableView)
    , m_changes(new QStandardItemModel(0, 3, this))
{
    setObjectName(QStringLiteral("auditPanel"));
    setRole(m_title, "subtitle");
    m_title->setWordWrap(true);
    setRole(m_when, "cap");
    m_when->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("auditChanges"));
    m_table->setModel(m_changes);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // a few rows
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metric::kPageSide, metric::kPageSide, metric::kPageSide, metric::kPageSide);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_title);
    layout->addWidget(m_when);
    layout->addWidget(m_table, 1);
}

void AuditPanel::showEntry(qint64 key)
{
    m_key = key;
    fill();
}

void AuditPanel::fill()
{
    m_changes->removeRows(0, m_changes->rowCount());
    m_changes->setHorizontalHeaderLabels({tr("Field"), tr("Before"), tr("After")});
    m_table->setAccessibleName(tr("What the act changed"));
    m_title->clear();
    m_when->clear();
    if (m_key == 0)
        return;
    const auto entry = m_context.database.read(
        [&](storage::Connection& connection) -> Result<std::optional<access::AuditEntry>> {
            return storage::findByRid<access::AuditEntry>(connection, m_key);
        });
    const auto changes = access::AuditService(m_context).changes(m_key);
    if (!entry || !*entry || !changes)
        return;
    const access::AuditEntry& shown = **entry;
    m_title->setText(shown.title.isEmpty()
            ? schemaText(access::choices(shown.act)[static_cast<std::size_t>(shown.act)].label)
            : shown.title);
    m_when->setText(
        tr("%1 · PC %2")
            .arg(momentText(shown.deviceAt.milliseconds(), companyZone(m_context.database)),
                shown.device));
    for (const access::AuditChange& change : *changes) {
        if (isBlank(change))
            continue;
        QList<QStandardItem*> row{new QStandardItem(fieldText(change)),
            new QStandardItem(changeText(change, change.before, change.beforeTitle)),
            new QStandardItem(changeText(change, change.after, change.afterTitle))};
        m_changes->appendRow(row);
    }
}

void AuditPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

ListSetup AuditPage::setup(const access::Context& context)
{
    storage::Database& database = context.database;
    const auto& type = schema::describe<access::AuditEntry>();
    ListSetup setup;
    setup.name = QStringLiteral("audit");
    setup.title = [] { return tr("Audit"); };
    const auto reach = access::visible(context.session, database.types(), type);
    setup.source = std::make_unique<RecordListSource>(
        database, type, auditColumns(), reach ? reach->owners : context.session.visibleOwners());
    setup.columns = [&database, zone = companyZone(database)] {
        return auditSpecs(database, zone);
    };
    setup.filterHint = [] { return tr("Record, table, value"); };
    setup.emptyIcon = QStringLiteral("history");
    setup.emptyText = [] { return tr("No sensitive act is on record yet"); };
    setup.views = {{QStringLiteral("all"), [] { return tr("All"); }, {}}};
    for (const schema::Choice& act : access::choices(AuditAct{})) {
        setup.views.push_back({QString::fromLatin1(act.code),
            [label = act.label] { return schemaText(label); },
            {{QStringLiteral("act"), QString::fromLatin1(act.code)}}});
    }
    setup.start.sortColumn = QStringLiteral("at");
    setup.start.descending = true;
    setup.today = context.clock.today();
    return setup;
}

AuditPage::AuditPage(const access::Context& context, QWidget* parent)
    : ListPage(setup(context), parent)
    , m_context(context)
    , m_person(new QComboBox)
    , m_time(new QComboBox)
{
    m_person->setObjectName(QStringLiteral("auditPerson"));
    m_time->setObjectName(QStringLiteral("auditTime"));
    addFilterWidget(m_person);
    addFilterWidget(m_time);
    auto* panel = new AuditPanel(context);
    setPanel(panel);
    connect(this, &ListPage::currentChanged, panel, &AuditPanel::showEntry);
    connect(this, &ListPage::rowActivated, this, [this](qint64 key) {
        selectKey(key);
        setPanelOpen(true);
    });
    fillFilters();
    connect(m_person, &QComboBox::currentIndexChanged, this, [this] {
        setCondition(QStringLiteral("person"), m_person->currentData());
    });
    connect(m_time, &QComboBox::currentIndexChanged, this, [this] { applyTime(); });
    connect(this, &ListPage::filtersCleared, this, [this] {
        m_person->setCurrentIndex(0);
        m_time->setCurrentIndex(0);
    });
}

void AuditPage::fillFilters()
{
    const QSignalBlocker person(m_person);
    const QSignalBlocker time(m_time);
    const int personAt = std::max(0, m_person->currentIndex());
    const int timeAt = std::max(0, m_time->currentIndex());
    m_person->clear();
    m_person->addItem(tr("Everybody"));
    const auto people = m_context.database.read(
        [](storage::Connection& connection) -> Result<std::vector<access::Person>> {
            return storage::select<access::Person>(connection, QStringLiteral("ORDER BY name, id"));
        });
    if (people) {
        for (const access::Person& one : *people)
            m_person->addItem(one.name, qint64{one.id.number()});
    }
    m_person->setCurrentIndex(personAt);
    m_person->setAccessibleName(tr("Who"));
    m_time->clear();
    m_time->addItem(tr("Any time"), -1);
    m_time->addItem(tr("Today"), 0);
    m_time->addItem(tr("Last 7 days"), 6);
    m_time->addItem(tr("Last 30 days"), 29);
    m_time->setCurrentIndex(timeAt);
    m_time->setAccessibleName(tr("When"));
}

void AuditPage::applyTime()
{
    const int days = m_time->currentData().toInt();
    QVariant from;
    if (days >= 0) {
        from = startOf(m_context.clock.today().addDays(-days), companyZone(m_context.database))
                   .milliseconds();
    }
    setCondition(QStringLiteral("at:from"), from);
}

bool AuditPage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String("audit_entry"))
        return false;
    clearFilters();
    selectKey(key);
    setPanelOpen(true);
    return true;
}

void AuditPage::activated()
{
    reload(); // entries are written beside every act, without a notice of their own
    ListPage::activated();
}

void AuditPage::changeEvent(QEvent* event)
{
    ListPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fillFilters();
}

} // namespace chengdan::ui
