// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/team/team_window.h"

#include <QJsonArray>
#include <QLabel>
#include <QTableView>

namespace chengdan::tests {

TeamOffice::TeamOffice()
{
    static const QStringList statements = sync::serverSchema(exchange::companyRecordTypes());
    m_server = PgFixture::instance().database(statements);
    const auto add = [&](const char* login, const char* name, const char* roles) {
        m_server->scalar(QStringLiteral("SELECT srv.add_person('{\"login\": \"%1\", \"name\": "
                                        "\"%2\"}', '%3')")
                             .arg(QString::fromLatin1(login),
                                 QString::fromUtf8(name),
                                 QString::fromLatin1(roles)));
    };
    add("zhou",
        "周敏",
        R"([{"role": "administrator", "scope": "all"}, {"role": "sales_manager", "scope": "all"},
            {"role": "costing", "scope": "all"}])");
    add("amy", "陈艾米", R"([{"role": "sales", "scope": "own"}])");
    add("bob", "王博", R"([{"role": "sales", "scope": "own"}])");
    const auto admin = value(sync::ServerLink::open(m_server->dsn()));
    for (const int person : {kBoss, kAmy, kBob})
        m_passwords[person] = value(sync::resetServerUser(*admin, person)).password;
    m_boss = pc(kBoss);
    addRecords();
}

std::unique_ptr<TeamPc> TeamOffice::pc(int person)
{
    return std::make_unique<TeamPc>(m_folder.filePath(QStringLiteral("pc%1.chengdan").arg(++m_pcs)),
        *m_server,
        person,
        m_passwords[person]);
}

void TeamOffice::addRecords()
{
    std::map<QString, QString> idOf;
    m_boss->write([&](storage::Transaction& transaction) {
        int number = 0;
        for (const QString& name : amys() + bobs() + pool()) {
            customers::Customer customer;
            customer.id = CustomerId::make(m_boss->ids);
            customer.meta.owner = m_boss->session->id();
            customer.meta.root = customer.id;
            customer.number = QStringLiteral("K-%1").arg(++number, 4, 10, QLatin1Char('0'));
            customer.name = name;
            customer.city = name.left(2);
            customer.industry = QStringLiteral("机械制造");
            customer.grade =
                number % 2 == 0 ? customers::CustomerGrade::B : customers::CustomerGrade::A;
            customer.phone = QStringLiteral("0574-8700 %1").arg(1200 + number);
            storage::insert(transaction, customer);
            idOf[name] = customer.id.raw().toString();
        }
    });
    m_boss->round();
    const auto give = [&](const QStringList& names, int receiver) {
        QJsonArray customers;
        for (const QString& name : names)
            customers.append(idOf[name]);
        value(sync::ask(*m_boss->database,
            m_boss->session->id(),
            m_boss->ids,
            sync::Request::Kind::Transfer,
            {{QStringLiteral("customers"), customers},
                {QStringLiteral("receiver"), receiver},
                {QStringLiteral("reason"), QStringLiteral("区域划分")}}));
    };
    give(amys(), kAmy);
    give(bobs(), kBob);
    give(pool(), 0);
    m_boss->round();
}

TeamWindow::TeamWindow(TeamPc& pc, Language language, QSize size)
    : m_pc(pc)
{
    ui::Theme::instance().install(*qApp);
    m_workplace.reset(new app::Workplace{*m_pc.context, quoting::CostInputCache(*m_pc.database)});
    const access::Person& person = m_pc.session->person();
    m_window = std::make_unique<ui::MainWindow>(ui::ShellOptions{.personName = person.name});
    app::furnish(*m_window, *m_workplace);
    m_window->resize(size);
    m_window->setLanguage(language);
    m_window->start();
    m_window->show();
    m_sync = m_window->findChild<ui::SyncSession*>(QString(), Qt::FindDirectChildrenOnly);
    REQUIRE(m_sync != nullptr);
    QObject::connect(m_sync->findChild<ui::RequestWatch*>(),
        &ui::RequestWatch::answered,
        m_window.get(),
        [this](const QString& sentence) { answers += sentence; });
    front();
}

TeamWindow::~TeamWindow() = default;

void TeamWindow::signIn()
{
    m_sync->signIn(m_pc.password(), false);
    refresh();
}

void TeamWindow::goOffline()
{
    m_pc.line().refuse();
    m_pc.line().cutNow();
    m_sync->syncNow();
    WAIT_UNTIL(m_sync->status().phase == sync::SyncStatus::Phase::Offline);
}

void TeamWindow::goOnline()
{
    m_pc.line().forward();
    refresh();
}

void TeamWindow::refresh()
{
    const Instant before = m_sync->status().lastContact;
    front();
    press(Qt::Key_F5);
    WAIT_UNTIL(m_sync->status().phase == sync::SyncStatus::Phase::Current
        && m_sync->status().lastContact > before
        && m_sync->status().unsent + m_sync->status().waiting == 0);
    settle();
}

void TeamWindow::front()
{
    m_window->raise();
    m_window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(m_window.get()));
}

void TeamWindow::settle()
{
    int quiet = 0;
    WAIT_UNTIL([&] {
        bool busy = m_window->navigator().jobs().isBusy();
        for (const ui::WindowedModel* model : m_window->findChildren<ui::WindowedModel*>())
            busy = busy || model->isLoading();
        quiet = busy ? 0 : quiet + 1;
        return quiet > 2;
    }());
}

void TeamWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* const target = QApplication::focusWidget();
    QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

void TeamWindow::type(const QString& text)
{
    REQUIRE(QApplication::focusWidget() != nullptr);
    const bool latin =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    if (latin) {
        QTest::keyClicks(QApplication::focusWidget(), text);
    } else { // Chinese comes from an input method, never from single keys
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    QCoreApplication::processEvents();
}

ui::CustomersPage& TeamWindow::openCustomer(const QString& name)
{
    front();
    m_window->navigator().openRecord(QStringLiteral("customer"), m_pc.key(name));
    settle();
    auto* page = qobject_cast<ui::CustomersPage*>(m_window->currentPage());
    REQUIRE(page != nullptr);
    WAIT_UNTIL(page->currentKey() == m_pc.key(name));
    page->table()->setFocus();
    return *page;
}

QString TeamWindow::focused() const
{
    return QApplication::focusWidget() != nullptr ? QApplication::focusWidget()->objectName()
                                                  : QString();
}

QStringList TeamWindow::texts(const char* nameBegin) const
{
    QStringList found;
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        for (const QObject* at = label; at != nullptr; at = at->parent()) {
            if (at->objectName().startsWith(QLatin1String(nameBegin))) {
                found += label->text();
                break;
            }
        }
    }
    return found;
}

} // namespace chengdan::tests
