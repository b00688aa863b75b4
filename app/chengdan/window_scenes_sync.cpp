// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_scenes_sync.h"

#include "core/access/person.h"
#include "core/customers/customer.h"
#include "core/exchange/company.h"
#include "core/storage/store.h"
#include "core/sync/requests.h"
#include "core/sync/tray.h"
#include "core/sync/wire.h"
#include "ui/shell/main_window.h"
#include "ui/sync/join_dialog.h"
#include "ui/sync/server_sign_in.h"
#include "ui/sync/sync_page.h"
#include "ui/sync/sync_session.h"

#include <QTemporaryDir>

namespace chengdan::app {

namespace {

using customers::Customer;

/// A copy of a team that never was, in a folder that goes with the window.
class SyncStage : public QObject {
public:
    SyncStage(const Clock& clock, QObject* parent)
        : QObject(parent)
        , m_clock(clock)
        , m_ids(clock)
        , m_keychain(m_folder.filePath(QStringLiteral("none.json")), false)
    {
        auto opened = storage::Database::open(m_folder.filePath(QStringLiteral("team.chengdan")),
            exchange::companyRecordTypes(),
            clock,
            storage::Database::Open::Create);
        if (!opened)
            return;
        m_database = std::move(*opened);
        if (fill())
            m_session = std::make_unique<ui::SyncSession>(*m_database, m_clock, m_keychain);
    }
    ~SyncStage() override { m_session.reset(); }

    ui::SyncSession* session() { return m_session.get(); }
    Instant ago(int minutes) const
    {
        return Instant::fromMilliseconds(m_clock.now().milliseconds() - minutes * 60'000LL);
    }

    /// Two unsent edits, one clash, one refusal and one request.
    void addWork()
    {
        if (m_worked || !m_session)
            return;
        m_worked = true;
        (void)m_database->write(kMe, [&](storage::Transaction& transaction) -> Result<void> {
            m_customers[1].phone = QStringLiteral("0574-8712 6600");
            m_customers[1].grade = customers::CustomerGrade::A;
            storage::update(transaction, m_customers[1]);
            m_customers[2].remark = QStringLiteral("样品已寄出，周五回访");
            storage::update(transaction, m_customers[2]);
            layClash(transaction.connection());
            layRefusal(transaction.connection());
            return {};
        });
        (void)sync::ask(*m_database,
            kMe,
            m_ids,
            sync::Request::Kind::Claim,
            {{QStringLiteral("customer"), m_customers[3].id.raw().toString()}});
        m_session->lookAgain();
    }

private:
    bool fill()
    {
        return bool(m_database->write(kMe, [&](storage::Transaction& transaction) -> Result<void> {
            sync::prepareReplica(transaction.connection());
            sync::Link link;
            link.dsn = QStringLiteral("host=db.jingmi.example port=5432 dbname=chengdan");
            link.login = QStringLiteral("u7");
            link.person = kMe;
            link.device = m_ids.next();
            link.deviceCode = QStringLiteral("C4");
            link.company = QStringLiteral("宁波精密机械有限公司");
            link.lastContact = ago(4);
            link.loaded = true;
            sync::writeLink(transaction.connection(), link);
            const sync::Quiet quiet(transaction.connection());
            addPerson(transaction, kMe, QStringLiteral("lin"), QStringLiteral("林海"));
            addPerson(transaction, kOther, QStringLiteral("wangxue"), QStringLiteral("王雪"));
            for (const auto& name : {QStringLiteral("苏州恒力泵业有限公司"),
                     QStringLiteral("杭州中控阀门有限公司"),
                     QStringLiteral("无锡远景风电部件有限公司"),
                     QStringLiteral("台州东成液压有限公司")})
                addCustomer(transaction, name);
            return {};
        }));
    }
    static void addPerson(
        storage::Transaction& transaction, PersonId id, const QString& login, const QString& name)
    {
        access::Person person;
        person.id = id;
        person.login = login;
        person.name = name;
        storage::insert(transaction, person);
    }
    void addCustomer(storage::Transaction& transaction, const QString& name)
    {
        Customer& customer = m_customers.emplace_back();
        customer.id = CustomerId::make(m_ids);
        customer.meta.owner = kMe;
        customer.meta.root = customer.id;
        customer.number = QStringLiteral("C4-%1").arg(m_customers.size(), 4, 10, QLatin1Char('0'));
        customer.name = name;
        customer.phone = QStringLiteral("0512-6688 1200");
        storage::insert(transaction, customer);
    }
    static QJsonObject theirs(const QString& value, Instant at)
    {
        return {{QStringLiteral("theirs"), value},
            {QStringLiteral("by"), kOther.number()},
            {QStringLiteral("at"), at.milliseconds()}};
    }
    void layClash(storage::Connection& connection)
    {
        const QJsonObject mine{{QStringLiteral("phone"), QStringLiteral("0512-6688 1266")},
            {QStringLiteral("payment_terms"), QStringLiteral("货到 30 天")},
            {QStringLiteral("grade"), QStringLiteral("A")}};
        const QJsonObject clash{
            {QStringLiteral("phone"), theirs(QStringLiteral("0512-6688 1288"), ago(52))},
            {QStringLiteral("payment_terms"),
                theirs(QStringLiteral("预付 30%，发货前付清"), ago(52))},
            {QStringLiteral("grade"), theirs(QStringLiteral("B"), ago(180))}};
        lay(connection,
            m_customers[0],
            mine,
            sync::TrayReason::Conflict,
            Error::make("CHANGED_BY_OTHER"),
            clash,
            ago(75));
    }
    void layRefusal(storage::Connection& connection)
    {
        lay(connection,
            m_customers[2],
            {{QStringLiteral("credit_code"), QStringLiteral("91320214MA1XYZ0T5K")}},
            sync::TrayReason::Refused,
            Error::make("NOT_YOURS"),
            {},
            ago(30));
    }
    void lay(storage::Connection& connection,
        const Customer& customer,
        const QJsonObject& values,
        sync::TrayReason reason,
        const Error& why,
        const QJsonObject& clash,
        Instant at)
    {
        const auto& type = schema::describe<Customer>();
        sync::layInTray(connection,
            type,
            customer.id.raw().bytes(),
            {{QStringLiteral("k"), QStringLiteral("U")},
                {QStringLiteral("t"), QString::fromLatin1(type.table)},
                {QStringLiteral("id"), customer.id.raw().toString()},
                {QStringLiteral("v"), values}},
            reason,
            why,
            clash,
            at);
    }

    static inline const PersonId kMe = PersonId::fromNumber(7);
    static inline const PersonId kOther = PersonId::fromNumber(3);
    const Clock& m_clock;
    IdSource m_ids;
    QTemporaryDir m_folder;
    ui::Keychain m_keychain;
    std::unique_ptr<storage::Database> m_database;
    std::vector<Customer> m_customers;
    std::unique_ptr<ui::SyncSession> m_session;
    bool m_worked = false;
};

SyncStage& stageOf(ui::MainWindow& window, const Clock& clock, const char* name)
{
    const QString wanted = QString::fromLatin1(name);
    for (QObject* child : window.children()) {
        if (child->objectName() == wanted)
            return static_cast<SyncStage&>(*child);
    }
    auto* made = new SyncStage(clock, &window);
    made->setObjectName(wanted);
    return *made;
}

QWidget* play(
    ui::MainWindow& window, SyncStage& stage, sync::SyncStatus::Phase phase, ui::SyncPage::Tab tab)
{
    window.navigator().openPage(QStringLiteral("sync"));
    auto* page = qobject_cast<ui::SyncPage*>(window.currentPage());
    if (page == nullptr || stage.session() == nullptr)
        return nullptr;
    stage.session()->lookAgain(); // what the scene before pretended
    sync::SyncStatus status = stage.session()->status();
    status.trouble.reset();
    status.phase = phase;
    if (phase == sync::SyncStatus::Phase::Offline) {
        status.lastContact = stage.ago(95);
        status.tray = 0; // the list behind the other tab is not in the picture
        status.trouble = Error::make("SERVER_UNREACHABLE",
            {},
            {{QStringLiteral("detail"), QStringLiteral("connection timed out")}});
    }
    stage.session()->pretend(ui::SyncStanding::Running, status);
    page->showSession(stage.session());
    page->openTab(tab);
    page->activated();
    return &window;
}

} // namespace

void addSyncScenes(ui::MainWindow& window, const Workplace& workplace)
{
    using Phase = sync::SyncStatus::Phase;
    using Tab = ui::SyncPage::Tab;
    const Clock& clock = workplace.context.clock;
    window.addScene(
        {QStringLiteral("sync-empty"), [&window, &clock] {
             return play(
                 window, stageOf(window, clock, "syncStageEmpty"), Phase::Current, Tab::Unsent);
         }});
    const auto atWork = [&window, &clock](Phase phase, Tab tab) {
        SyncStage& stage = stageOf(window, clock, "syncStageAtWork");
        stage.addWork();
        return play(window, stage, phase, tab);
    };
    window.addScene({QStringLiteral("sync-conflict"),
        [atWork] { return atWork(Phase::Current, Tab::NeedsYou); }});
    window.addScene({QStringLiteral("sync-requests"),
        [atWork] { return atWork(Phase::Current, Tab::Requests); }});
    window.addScene(
        {QStringLiteral("sync-offline"), [atWork] { return atWork(Phase::Offline, Tab::Unsent); }});
    window.addScene({QStringLiteral("sync-sign-in"), [&window, &clock]() -> QWidget* {
                         auto* session = stageOf(window, clock, "syncStageAtWork").session();
                         if (session == nullptr)
                             return nullptr;
                         auto* dialog = new ui::ServerSignIn(*session, &window);
                         dialog->show();
                         return dialog;
                     }});
    window.addScene({QStringLiteral("sync-join"), [&window, &workplace]() -> QWidget* {
                         auto* keychain = window.findChild<ui::Keychain*>();
                         auto* dialog = new ui::JoinDialog({workplace.context.database.types(),
                                                               workplace.context.clock,
                                                               window.navigator().jobs(),
                                                               *keychain,
                                                               QStringLiteral("/srv/chengdan")},
                             &window);
                         dialog->show();
                         return dialog;
                     }});
}

} // namespace chengdan::app
