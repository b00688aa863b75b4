// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/server_audit_page.h"

#include "core/access/person.h"
#include "core/storage/store.h"
#include "core/sync/unsent_list.h"
#include "core/sync/wire.h"
#include "ui/shared/format.h"
#include "ui/shared/navigator.h"
#include "ui/shared/record_source.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/sync_session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardItemModel>

namespace chengdan::ui {

namespace {

constexpr int kAuditPage = 100;

QString operationWord(const QString& operation)
{
    if (operation == QLatin1String("I"))
        return ServerAuditPage::tr("New");
    if (operation == QLatin1String("U"))
        return ServerAuditPage::tr("Changed");
    return ServerAuditPage::tr("Act");
}

// What was done that changed no record.
QString actKind(const QString& table)
{
    const QHash<QString, QString> kinds{
        {QStringLiteral("_login"), ServerAuditPage::tr("Signing in")},
        {QStringLiteral("_access"), ServerAuditPage::tr("Access given")},
        {QStringLiteral("_delegation"), ServerAuditPage::tr("Delegation")},
        {QStringLiteral("_password"), ServerAuditPage::tr("Password")},
        {QStringLiteral("_device"), ServerAuditPage::tr("Copy on a PC")}};
    return kinds.value(table, table);
}

// What an act without a record of its own tells.
QString actWords(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.isNull() || value.isUndefined() ? noValue() : value.toVariant().toString();
}

// A value of the history as the same field is shown everywhere.
QString historyWords(storage::Database& database,
    const schema::RecordType& type,
    const FieldWords& words,
    const QString& name,
    const QJsonValue& json)
{
    const sync::WireRow wire(type);
    const int at = wire.indexOf(name);
    if (at < 0 || json.isNull() || json.isUndefined())
        return actWords(json);
    const schema::Value value = wire.stored(at, json);
    const auto title = database.read([&](storage::Connection& connection) -> Result<QString> {
        return sync::titleOfReference(connection, database.types(), type, name, value);
    });
    return words.value(name, value, title.value_or(QString()));
}

} // namespace

ServerAuditPage::ServerAuditPage(
    const access::Context& context, Navigator& navigator, SyncSession& session, QWidget* parent)
    : ServerPage(QStringLiteral("serverAudit"), context, navigator, session, parent)
    , m_person(new QComboBox)
    , m_table(new QComboBox)
    , m_operation(new QComboBox)
    , m_time(new QComboBox)
    , m_older(list().addButton(QStringLiteral("serverAuditOlder"), ""))
    , m_seals(new QPushButton)
{
    m_person->setObjectName(QStringLiteral("serverAuditPerson"));
    m_table->setObjectName(QStringLiteral("serverAuditTable"));
    m_operation->setObjectName(QStringLiteral("serverAuditOperation"));
    m_time->setObjectName(QStringLiteral("serverAuditTime"));
    m_seals->setObjectName(QStringLiteral("serverAuditSeals"));
    for (QComboBox* filter : {m_person, m_table, m_operation, m_time})
        head().addWidget(filter);
    head().addStretch(1);
    head().addWidget(m_seals);
    retranslate();
    for (QComboBox* filter : {m_person, m_table, m_operation, m_time})
        connect(filter, &QComboBox::activated, this, [this] { load(); });
    connect(m_older, &QPushButton::clicked, this, &ServerAuditPage::loadOlder);
    connect(m_seals, &QPushButton::clicked, this, &ServerAuditPage::checkSeals);
    connect(&list(), &EntryList::chosen, this, &ServerAuditPage::show);
}

QString ServerAuditPage::title() const
{
    return tr("Server's history");
}

sync::ServerAuditFilter ServerAuditPage::filter() const
{
    sync::ServerAuditFilter wanted;
    if (m_person->currentData().isValid())
        wanted.person = m_person->currentData().toInt();
    wanted.table = m_table->currentData().toString();
    wanted.operation = m_operation->currentData().toString();
    if (const int days = m_time->currentData().toInt(); days >= 0) {
        const SyncCalendar calendar = m_session.calendar();
        wanted.from = startOf(calendar.today.addDays(-days), calendar.zone);
    }
    wanted.limit = kAuditPage;
    return wanted;
}

void ServerAuditPage::load()
{
    auto found = std::make_shared<std::vector<sync::ServerAuditEntry>>();
    ask(
        [found, wanted = filter()](sync::ServerLink& server) -> Result<void> {
            auto entries = sync::serverAudit(server, wanted);
            if (!entries)
                return fail(entries.error());
            *found = std::move(*entries);
            return {};
        },
        [this, found] { showEntries(std::move(*found)); });
}

void ServerAuditPage::loadOlder()
{
    if (m_entries.empty())
        return;
    sync::ServerAuditFilter wanted = filter();
    wanted.before = m_entries.back().number;
    auto found = std::make_shared<std::vector<sync::ServerAuditEntry>>();
    ask(
        [found, wanted](sync::ServerLink& server) -> Result<void> {
            auto entries = sync::serverAudit(server, wanted);
            if (!entries)
                return fail(entries.error());
            *found = std::move(*entries);
            return {};
        },
        [this, found] {
            m_more = found->size() >= kAuditPage;
            m_entries.insert(m_entries.end(), found->begin(), found->end());
            fillList(false);
        });
}

void ServerAuditPage::checkSeals()
{
    auto found = std::make_shared<sync::SealState>();
    ask(
        [found](sync::ServerLink& server) -> Result<void> {
            auto state = sync::verifySeals(server);
            if (!state)
                return fail(state.error());
            *found = std::move(*state);
            return {};
        },
        [this, found] {
            if (!found->broken) {
                m_navigator.toast(tr("The history is what it was when it was sealed: %1 seals over "
                                     "%2 entries, %3 newer than the last seal")
                                      .arg(found->seals)
                                      .arg(found->rows)
                                      .arg(found->unsealed),
                    Tone::Ok);
                return;
            }
            const sync::SealState::Broken& broken = *found->broken;
            const auto argument = [](const char* name, const auto& value) {
                return std::pair<QString, QString>(
                    QString::fromLatin1(name), QVariant(value).toString());
            };
            showError(Error::make("SEAL_BROKEN",
                {},
                {argument("seal", broken.seal),
                    argument("sealed", syncMoment(broken.sealedAt, m_session.calendar())),
                    argument("expected", broken.expected),
                    argument("found", broken.found),
                    argument("number", broken.number),
                    argument("table", broken.table),
                    argument("row", broken.row)}));
        });
}

void ServerAuditPage::showEntries(std::vector<sync::ServerAuditEntry> entries)
{
    m_entries = std::move(entries);
    m_more = m_entries.size() >= kAuditPage;
    fillList(true);
}

void ServerAuditPage::fillList(bool again)
{
    std::vector<EntryList::Entry> rows;
    for (const sync::ServerAuditEntry& entry : m_entries) {
        const schema::RecordType* type = m_session.database().type(entry.table);
        rows.push_back({entry.number,
            {entry.title.isEmpty() ? entry.row : entry.title,
                type == nullptr ? actKind(entry.table) : schemaText(type->label),
                operationWord(entry.operation),
                entry.personName,
                syncMoment(entry.arrived, m_session.calendar())},
            Tone::Neutral});
    }
    m_older->setVisible(m_more);
    list().setEntries(rows, again);
}

void ServerAuditPage::show(qint64 number)
{
    const auto at = std::find_if(m_entries.begin(),
        m_entries.end(),
        [&](const sync::ServerAuditEntry& entry) { return entry.number == number; });
    if (at == m_entries.end())
        return;
    const QString done =
        at->done ? syncMoment(*at->done, m_session.calendar()) : QStringLiteral("—");
    list().setHeading({at->title.isEmpty() ? at->row : at->title,
        operationWord(at->operation),
        Tone::Neutral,
        tr("%1 (%2) · typed %3 · arrived %4 · PC %5 %6 · address %7")
            .arg(at->personName,
                at->login,
                done,
                syncMoment(at->arrived, m_session.calendar()),
                at->deviceCode,
                at->host,
                at->address.isEmpty() ? QStringLiteral("—") : at->address)});
    const schema::RecordType* type = m_session.database().type(at->table);
    const FieldWords words =
        type == nullptr ? FieldWords() : FieldWords(m_session.database(), *type);
    const auto shown = [&](const QString& name, const QJsonValue& json) {
        return type == nullptr ? actWords(json)
                               : historyWords(m_session.database(), *type, words, name, json);
    };
    for (auto change = at->changes.begin(); change != at->changes.end(); ++change) {
        const QJsonObject both = change.value().toObject();
        list().fields().appendRow({new QStandardItem(words.label(change.key())),
            new QStandardItem(shown(change.key(), both.value(QLatin1String("old")))),
            new QStandardItem(shown(change.key(), both.value(QLatin1String("new"))))});
    }
    list().showFields(!at->changes.isEmpty());
}

void ServerAuditPage::fillFilters()
{
    const auto refill = [](QComboBox* box, const QString& name, const auto& fill) {
        const int before = std::max(0, box->currentIndex());
        box->clear();
        fill();
        box->setCurrentIndex(std::min(before, box->count() - 1));
        box->setAccessibleName(name);
    };
    refill(m_person, tr("Who"), [this] {
        m_person->addItem(tr("Everybody"));
        const auto people = m_session.database().read(
            [](storage::Connection& connection) -> Result<std::vector<access::Person>> {
                return storage::select<access::Person>(
                    connection, QStringLiteral("ORDER BY name, id"));
            });
        for (const access::Person& person : people.value_or(std::vector<access::Person>()))
            m_person->addItem(person.name, person.id.number());
    });
    refill(m_table, tr("Kind of record"), [this] {
        m_table->addItem(tr("All records"), QString());
        m_table->addItem(tr("Signing in"), QStringLiteral("_login"));
        m_table->addItem(tr("Access given"), QStringLiteral("_access"));
        m_table->addItem(tr("Delegation"), QStringLiteral("_delegation"));
        for (const schema::RecordType* type : m_session.database().types())
            m_table->addItem(schemaText(type->plural), QString::fromLatin1(type->table));
    });
    refill(m_operation, tr("What"), [this] {
        m_operation->addItem(tr("Everything"), QString());
        for (const char* operation : {"I", "U", "A"})
            m_operation->addItem(
                operationWord(QString::fromLatin1(operation)), QString::fromLatin1(operation));
    });
    refill(m_time, tr("When"), [this] {
        m_time->addItem(tr("Any time"), -1);
        m_time->addItem(tr("Today"), 0);
        m_time->addItem(tr("Last 7 days"), 6);
        m_time->addItem(tr("Last 30 days"), 29);
    });
}

void ServerAuditPage::retranslate()
{
    fillFilters();
    m_older->setText(tr("Older entries"));
    m_seals->setText(tr("Check the seals"));
    m_seals->setToolTip(tr("Whether the history is what it was when it was sealed"));
    list().setListColumns(
        {tr("Record"), tr("Kind"), tr("What"), tr("Who"), tr("Arrived")}, {84, 72, 72, 88});
    list().setFieldColumns({tr("Field"), tr("Before"), tr("Now")});
    list().setNames(tr("Entries of the history"), tr("Fields that were changed"));
    list().setEmpty(QStringLiteral("history"), tr("No entry fits, or none was fetched yet"));
    fillList(true);
}

} // namespace chengdan::ui
