// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_people.h"

#include "core/access/person.h"
#include "core/storage/store.h"

namespace chengdan::exchange {

namespace {

struct DemoRegion {
    const char* code;
    const char* name;
};
constexpr DemoRegion kDemoRegions[] = {
    {"HD", "华东"}, {"HN", "华南"}, {"HB", "华北"}, {"XB", "中西部"}};

struct DemoTeam {
    const char* name;
    int boss; ///< person number
    int region; ///< 0: none
};
constexpr DemoTeam kDemoTeams[] = {{"华东大客户组", 2, 1},
    {"华南组", 6, 2},
    {"北方组", 9, 3},
    {"中西部组", 12, 4},
    {"报价与成本", 14, 0}};

struct DemoPerson {
    const char* login;
    const char* name;
    const char* title;
    int team;
    int level;
    access::Role role;
    access::RoleScope scope;
};
// Numbers follow the owner's 1: the first is person 2.
constexpr DemoPerson kDemoPersons[] = {
    {"zhouqm", "周启明", "华东销售总监", 1, 3, access::Role::SalesManager, access::RoleScope::Team},
    {"linxf", "林晓峰", "客户经理", 1, 1, access::Role::Sales, access::RoleScope::Own},
    {"wangjy", "王静怡", "客户经理", 1, 1, access::Role::Sales, access::RoleScope::Own},
    {"xuhb", "徐海波", "客户经理", 1, 1, access::Role::Sales, access::RoleScope::Own},
    {"ligd", "李国栋", "华南销售经理", 2, 2, access::Role::SalesManager, access::RoleScope::Team},
    {"chensq", "陈思琪", "客户经理", 2, 1, access::Role::Sales, access::RoleScope::Own},
    {"huangjj", "黄俊杰", "客户经理", 2, 1, access::Role::Sales, access::RoleScope::Own},
    {"zhaolx", "赵立新", "北方销售经理", 3, 2, access::Role::SalesManager, access::RoleScope::Team},
    {"sunyn", "孙雅楠", "客户经理", 3, 1, access::Role::Sales, access::RoleScope::Own},
    {"guozh", "郭子涵", "客户经理", 3, 1, access::Role::Sales, access::RoleScope::Own},
    {"matf", "马腾飞", "中西部销售经理", 4, 2, access::Role::SalesManager, access::RoleScope::Team},
    {"tangyl", "唐雨露", "客户经理", 4, 1, access::Role::Sales, access::RoleScope::Own},
    {"hewb", "何文斌", "成本核算主管", 5, 1, access::Role::Costing, access::RoleScope::All},
    {"wuxl", "吴秀兰", "财务主管", 5, 1, access::Role::Finance, access::RoleScope::All},
};
constexpr int kFirstDemoPerson = 2;

void insertDemoRegionsAndTeams(storage::Transaction& transaction)
{
    int number = 0;
    for (const DemoRegion& row : kDemoRegions) {
        access::Region region;
        region.id = RegionId::fromNumber(++number);
        region.code = QString::fromLatin1(row.code);
        region.name = QString::fromUtf8(row.name);
        storage::insert(transaction, region);
    }
    number = 0;
    for (const DemoTeam& row : kDemoTeams) {
        access::Team team;
        team.id = TeamId::fromNumber(++number);
        team.name = QString::fromUtf8(row.name);
        team.boss = PersonId::fromNumber(row.boss);
        if (row.region > 0)
            team.region = RegionId::fromNumber(row.region);
        storage::insert(transaction, team);
    }
}

} // namespace

PersonId DemoPeople::sellerIn(RegionId region, DemoRandom& random) const
{
    std::vector<PersonId> found;
    for (const Seller& seller : sellers) {
        if (seller.region == region)
            found.push_back(seller.id);
    }
    return found[static_cast<std::size_t>(random.below(static_cast<int>(found.size())))];
}

DemoPeople insertDemoPeople(storage::Transaction& transaction, IdSource& ids)
{
    insertDemoRegionsAndTeams(transaction);
    DemoPeople people;
    int number = kFirstDemoPerson;
    for (const DemoPerson& row : kDemoPersons) {
        access::Person person;
        person.id = PersonId::fromNumber(number);
        person.login = QString::fromLatin1(row.login);
        person.name = QString::fromUtf8(row.name);
        person.title = QString::fromUtf8(row.title);
        person.email = person.login + QStringLiteral("@demo.example");
        person.phone = QStringLiteral("0574-8600 %1").arg(8100 + number);
        person.team = TeamId::fromNumber(row.team);
        person.quoteLevel = row.level;
        const int region = kDemoTeams[row.team - 1].region;
        if (region > 0) {
            person.region = RegionId::fromNumber(region);
            people.sellers.push_back({person.id, *person.region});
        }
        storage::insert(transaction, person);

        access::PersonRole role;
        role.id = PersonRoleId::make(ids);
        role.meta.owner = person.id;
        role.person = person.id;
        role.role = row.role;
        role.scope = row.scope;
        storage::insert(transaction, role);
        if (row.role == access::Role::Costing)
            people.costing = person.id;
        ++number;
    }
    return people;
}

Instant demoInstant(QDate date, int minute)
{
    constexpr qint64 kMinute = 60'000;
    // Asking the time zone is dear, and millions of rows fall on a thousand days.
    thread_local QHash<qint64, qint64> midnights;
    auto midnight = midnights.constFind(date.toJulianDay());
    if (midnight == midnights.constEnd()) {
        midnight = midnights.insert(
            date.toJulianDay(), startOf(date, QByteArrayLiteral("Asia/Shanghai")).milliseconds());
    }
    return Instant::fromMilliseconds(*midnight + minute * kMinute);
}

} // namespace chengdan::exchange
