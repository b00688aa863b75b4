// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/company.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace chengdan::tests {

/// An empty company in a folder of its own, with its owner's session.
class ImportCompany {
public:
    ImportCompany()
        : clock(Instant::fromMilliseconds(1'780'000'000'000), QDate(2026, 5, 28))
        , ids(clock, 5)
    {
        exchange::NewCompany company;
        company.companyName = QStringLiteral("导入测试公司");
        company.ownerName = QStringLiteral("老板");
        database =
            value(exchange::createCompany(path(QStringLiteral("a.chengdan")), company, clock));
        session.emplace(value(access::openSession(*database)));
        context.emplace(access::Context{*database, *session, clock, ids});
    }
    QString path(const QString& name) const { return folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        return file.fileName();
    }
    qint64 count(const char* table) const
    {
        return schema::toInteger(database->reader().scalar(
            QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table))));
    }

    QTemporaryDir folder;
    ManualClock clock;
    IdSource ids;
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> session;
    std::optional<access::Context> context;
};

} // namespace chengdan::tests
