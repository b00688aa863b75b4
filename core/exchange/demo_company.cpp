// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_company.h"

#include "core/access/settings.h"
#include "core/exchange/demo_catalog.h"
#include "core/exchange/demo_deals.h"
#include "core/exchange/demo_people.h"
#include "core/exchange/demo_quotes.h"

#include <algorithm>

namespace chengdan::exchange {

namespace {

constexpr quint64 kDemoSeed = 6'021'023;
constexpr int kCustomersPerScale = 300;
constexpr int kOpportunitiesPerScale = 1100;
constexpr int kActivitiesPerScale = 3000;
constexpr int kQuotesPerScale = 42;
constexpr int kMostQuotes =
    4200; // each is costed and saved as a person would, which takes its time
constexpr int kLargestScale = 1000;

Result<void> fillDemoSettings(storage::Transaction& transaction, IdSource& ids)
{
    using access::SettingKey;
    const QList<QPair<SettingKey, QString>> settings{
        {SettingKey::CompanyNameEn, QStringLiteral("Ningbo Yongcheng Precision Parts Co., Ltd.")},
        {SettingKey::CompanyAddress, QStringLiteral("浙江省宁波市北仑区小港街道渡口南路 88 号")},
        {SettingKey::CompanyPhone, QStringLiteral("0574-8600 8100")},
        {SettingKey::CompanyBank, QStringLiteral("中国银行宁波北仑支行 3658 0000 0000 8100")},
    };
    for (const auto& [key, value] : settings) {
        if (auto written = access::writeSetting(transaction, ids, key, value); !written)
            return written;
    }
    return {};
}

Result<void> fillDemo(storage::Database& database,
    storage::Transaction& transaction,
    IdSource& ids,
    const Clock& clock,
    int scale,
    const DemoProgress& progress)
{
    const QDate today = clock.today();
    if (auto settings = fillDemoSettings(transaction, ids); !settings)
        return settings;
    const DemoPeople people = insertDemoPeople(transaction, ids);
    const DemoCatalog catalog = makeDemoCatalog(today);
    if (auto stored = storeCostTables(transaction, ids, catalog.tables, catalog.notes); !stored)
        return chengdan::fail(stored.error());
    DemoRows rows(transaction, scale == 1 ? DemoRows::Way::Single : DemoRows::Way::Bulk, progress);
    auto customers = insertDemoCustomers(rows, ids, people, today, kCustomersPerScale * scale);
    if (!customers)
        return chengdan::fail(customers.error());
    const auto deals = insertDemoDeals(rows,
        ids,
        *customers,
        today,
        {kOpportunitiesPerScale * scale,
            kActivitiesPerScale * scale,
            std::min(kQuotesPerScale * scale, kMostQuotes)});
    customers->clear();
    rows.progress(DemoPhase::Indexes, 0, 1);
    rows.finish();
    rows.progress(DemoPhase::Indexes, 1, 1);
    if (auto quoted =
            insertDemoQuotes(database, transaction, ids, clock, catalog.products, deals, rows);
        !quoted)
        return quoted;
    if (rows.isLarge()) { // the query planner must know that the tables are large
        transaction.connection().execute(QStringLiteral("PRAGMA analysis_limit = 1000"));
        transaction.connection().execute(QStringLiteral("ANALYZE"));
    }
    return {};
}

} // namespace

Result<std::unique_ptr<storage::Database>> createDemoCompany(const QString& path,
    const Clock& clock,
    const QString& name,
    int scale,
    const DemoProgress& progress)
{
    if (scale < 1 || scale > kLargestScale) {
        return chengdan::fail("DEMO_SCALE",
            QStringLiteral("scale"),
            {{QStringLiteral("most"), QString::number(kLargestScale)}});
    }
    NewCompany company;
    company.companyName = name.isEmpty() ? QStringLiteral("宁波甬澄精密部件有限公司") : name;
    company.ownerName = QStringLiteral("陈志远");
    company.seed = kDemoSeed;
    company.largeLoad = scale > 1;
    return createCompany(path,
        company,
        clock,
        [&](storage::Database& database, storage::Transaction& transaction, IdSource& ids) {
            return fillDemo(database, transaction, ids, clock, scale, progress);
        });
}

} // namespace chengdan::exchange
