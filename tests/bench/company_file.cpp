// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/company_file.h"

#include "core/base/pinyin.h"
#include "core/customers/customer.h"
#include "core/customers/customer_service.h"
#include "core/exchange/demo_company.h"
#include "core/exchange/demo_random.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/search_fill.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace chengdan::bench {

namespace {

constexpr qint64 kOpportunitiesAtScaleOne = 1'100;

// The readings of all of them begin with one of b d f g j k l m p q t x y, so that no two initials
// read together as the beginning of a syllable.
constexpr const char* kNameCharacters =
    "宝邦博百碧滨东德达鼎栋迪富福方飞丰凡国高光广冠格佳金嘉建精锦君凯康科坤力立联龙隆利美明铭民迈"
    "鹏品普强庆清启泉腾通天泰同拓新鑫星旭翔雪亿永远元云宇亚业益";
constexpr const char* kTrades[] = {
    "精密", "电气", "通用", "科技", "金属", "动力", "建材", "汽配", "模具", "轻工"};

QString charactersReadOneWay(const char* characters)
{
    QString one;
    for (const QChar character : QString::fromUtf8(characters)) {
        const PinyinSet* set = pinyinSetOf(character.unicode());
        if (set != nullptr && std::char_traits<char>::length(set->initials) == 1
            && QStringView(u"bdfgjklmpqtxy").contains(QLatin1Char(set->initials[0]))
            && !one.contains(character))
            one += character;
    }
    return one;
}

QString keptUnder(const QString& path, const std::function<void(const QString& unfinished)>& make)
{
    if (QFile::exists(path))
        return path;
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    std::fprintf(stderr, "making %s\n", qUtf8Printable(path));
    make(unfinished);
    if (!QFile::rename(unfinished, path))
        endBench(QStringLiteral("the company file was not kept"));
    return path;
}

exchange::NewCompany newCompany()
{
    exchange::NewCompany company;
    company.companyName = company.ownerName = QStringLiteral("bench");
    company.seed = 7;
    return company;
}

Result<void> insertNames(storage::Transaction& transaction, IdSource& ids, qint64 count)
{
    const QString characters = charactersReadOneWay(kNameCharacters);
    exchange::DemoRandom random(20260312);
    storage::BulkWriter bulk(transaction);
    for (qint64 i = 0; i < count; ++i) {
        customers::Customer customer;
        customer.id = CustomerId::make(ids);
        customer.meta.owner = exchange::companyOwner();
        customer.number = QStringLiteral("%1").arg(i, 8, 10, QLatin1Char('0'));
        for (int n = 0; n < 4; ++n)
            customer.name += characters[random.below(static_cast<int>(characters.size()))];
        customer.name += QString::fromUtf8(random.pick(kTrades)) + QStringLiteral("有限公司");
        if (auto derived = customers::deriveFields(customer); !derived)
            return derived;
        bulk.insert(customer);
    }
    bulk.finish();
    return {};
}

// A file kept from an older edition of the program gets its search index and order of names first.
std::unique_ptr<storage::Database> openedWhole(const QString& path)
{
    auto database = orEnd(exchange::openCompany(path, benchClock()), "opening the company");
    if (!storage::fillSearch(*database))
        endBench(QStringLiteral("the search index was not filled"));
    return database;
}

} // namespace

const ManualClock& benchClock()
{
    static const ManualClock clock(Instant::fromMilliseconds(1773280800000), QDate(2026, 3, 12));
    return clock;
}

QString demoFile(const BenchPlace& place)
{
    const auto path =
        QDir(place.folder).filePath(QStringLiteral("demo-%1.chengdan").arg(place.rows));
    return keptUnder(path, [&](const QString& unfinished) {
        const qint64 scale = (place.rows + kOpportunitiesAtScaleOne - 1) / kOpportunitiesAtScaleOne;
        orEnd(exchange::createDemoCompany(unfinished, benchClock(), {}, static_cast<int>(scale)),
            "the demo company");
    });
}

QString namesFile(const BenchPlace& place)
{
    const auto path =
        QDir(place.folder).filePath(QStringLiteral("names-%1.chengdan").arg(place.rows));
    return keptUnder(path, [&](const QString& unfinished) {
        exchange::NewCompany company = newCompany();
        company.largeLoad = true;
        orEnd(exchange::createCompany(unfinished,
                  company,
                  benchClock(),
                  [&](storage::Database&, storage::Transaction& transaction, IdSource& ids) {
                      return insertNames(transaction, ids, place.rows);
                  }),
            "the company of names");
    });
}

void makeEmptyCompany(const QString& path)
{
    for (const char* ending : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
    orEnd(exchange::createCompany(path, newCompany(), benchClock()), "an empty company");
}

OpenedCompany::OpenedCompany(const QString& path)
    : m_database(openedWhole(path))
    , m_session(orEnd(access::openSession(*m_database), "signing in"))
    , m_ids(benchClock(), 7)
    , m_context{*m_database, m_session, benchClock(), m_ids}
{
}

} // namespace chengdan::bench
