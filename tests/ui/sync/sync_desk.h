// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customers/customer.h"
#include "core/sync/requests.h"
#include "core/sync/tray_detail.h"
#include "core/sync/unsent_list.h"
#include "tests/ui/settings/settings_desk.h"
#include "ui/sync/sync_session.h"

#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTranslator>
#include <QTreeView>

/// QTRY_VERIFY only leaves the case; this fails it.
#define WAIT_UNTIL(condition)                                                                      \
    REQUIRE(QTest::qWaitFor([&] { return static_cast<bool>(condition); }, 30'000))

namespace chengdan::tests {

/// A company file that is a copy of a team's: nobody answers at its server's address.
struct SyncDesk : SettingsDesk {
    explicit SyncDesk(bool joined = true)
    {
        if (joined)
            makeCopy();
        session = std::make_unique<ui::SyncSession>(*database, clock, keychain);
    }
    ~SyncDesk() { session.reset(); }

    void makeCopy()
    {
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            storage::Connection& connection = transaction.connection();
            sync::prepareReplica(connection);
            sync::Link link;
            link.dsn = QStringLiteral("host=127.0.0.1 port=1 dbname=team");
            link.login = QStringLiteral("u7");
            link.person = owner->id();
            link.device = ids.next();
            link.deviceCode = QStringLiteral("C4");
            link.lastContact = clock.now();
            link.loaded = true;
            sync::writeLink(connection, link);
            connection.execute(
                QStringLiteral("DELETE FROM _op")); // a copy begins with nothing to send
            return {};
        }));
    }
    /// A customer that the server knows: nothing of it is to be sent.
    customers::Customer known(const QString& name, const QString& phone)
    {
        customers::Customer customer;
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            const sync::Quiet quiet(transaction.connection());
            customer.id = CustomerId::make(ids);
            customer.meta.owner = owner->id();
            customer.meta.root = customer.id;
            customer.number = name;
            customer.name = name;
            customer.phone = phone;
            storage::insert(transaction, customer);
            return {};
        }));
        return customer;
    }
    /// An edit that clashed: mine and theirs by column.
    void clash(const customers::Customer& customer,
        const QJsonObject& mine,
        const QJsonObject& theirs,
        sync::TrayReason reason = sync::TrayReason::Conflict)
    {
        const auto& type = schema::describe<customers::Customer>();
        QJsonObject columns;
        for (auto it = theirs.begin(); it != theirs.end(); ++it)
            columns.insert(it.key(),
                QJsonObject{{QStringLiteral("theirs"), it.value()},
                    {QStringLiteral("by"), owner->id().number()},
                    {QStringLiteral("at"), clock.now().milliseconds() - 60'000}});
        value(database->write(owner->id(), [&](storage::Transaction& transaction) -> Result<void> {
            sync::layInTray(transaction.connection(),
                type,
                customer.id.raw().bytes(),
                {{QStringLiteral("k"), QStringLiteral("U")},
                    {QStringLiteral("t"), QString::fromLatin1(type.table)},
                    {QStringLiteral("id"), customer.id.raw().toString()},
                    {QStringLiteral("v"), mine}},
                reason,
                Error::make(
                    reason == sync::TrayReason::Conflict ? "CHANGED_BY_OTHER" : "NOT_YOURS"),
                columns,
                clock.now());
            return {};
        }));
    }
    QString cell(const customers::Customer& customer, const char* column)
    {
        return schema::toText(database->reader().scalar(
            QStringLiteral("SELECT %1 FROM customer WHERE id = ?").arg(QLatin1String(column)),
            {customer.id.raw().bytes()}));
    }
    qint64 number(const char* sql)
    {
        return schema::toInteger(database->reader().scalar(QString::fromLatin1(sql)));
    }

    ui::Keychain keychain{folder.filePath(QStringLiteral("passwords.json")), false};
    std::unique_ptr<ui::SyncSession> session;
};

/// The window in Chinese, as far as these tests look at it; the shipped translation is checked as a
/// whole elsewhere.
class ChineseWords : public QTranslator {
public:
    explicit ChineseWords(QHash<QString, QString> words)
        : m_words(std::move(words))
    {
        m_words.insert(QStringLiteral("en"), QStringLiteral("zh_CN"));
        QCoreApplication::installTranslator(this);
    }
    ~ChineseWords() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return m_words.value(QString::fromUtf8(source));
    }

private:
    QHash<QString, QString> m_words;
};

} // namespace chengdan::tests
