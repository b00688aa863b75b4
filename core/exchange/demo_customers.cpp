// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/credit_code.h"
#include "core/customers/customer_service.h"
#include "core/customers/name_keys.h"
#include "core/exchange/demo_people.h"

#include <QHash>
#include <QSet>

namespace chengdan::exchange {

namespace {

constexpr quint64 kCustomerSeed = 91'330'206;

struct DemoCity {
    const char* name;
    const char* province;
    int division; ///< administrative code, first six digits of the credit code after 91
    const char* area;
    const char* post;
    int region;
    int weight;
    const char* street;
};
constexpr DemoCity kDemoCities[] = {
    {"宁波", "浙江", 330206, "0574", "315800", 1, 9, "北仑区小港安居路"},
    {"杭州", "浙江", 330109, "0571", "311200", 1, 5, "萧山区金一路"},
    {"温州", "浙江", 330302, "0577", "325000", 1, 4, "龙湾区滨海二道"},
    {"台州", "浙江", 331002, "0576", "318000", 1, 4, "椒江区海虹大道"},
    {"嘉兴", "浙江", 330402, "0573", "314000", 1, 3, "南湖区亚太路"},
    {"苏州", "江苏", 320505, "0512", "215000", 1, 8, "虎丘区鹿山路"},
    {"无锡", "江苏", 320214, "0510", "214000", 1, 6, "新吴区锡梅路"},
    {"常州", "江苏", 320412, "0519", "213000", 1, 4, "武进区凤栖路"},
    {"昆山", "江苏", 320583, "0512", "215300", 1, 4, "玉山镇元丰路"},
    {"上海", "上海", 310112, "021", "201100", 1, 7, "闵行区元江路"},
    {"合肥", "安徽", 340104, "0551", "230000", 1, 3, "经开区紫云路"},
    {"深圳", "广东", 440306, "0755", "518100", 2, 8, "宝安区松福大道"},
    {"东莞", "广东", 441900, "0769", "523000", 2, 6, "长安镇振安路"},
    {"佛山", "广东", 440605, "0757", "528200", 2, 5, "南海区狮山科技路"},
    {"广州", "广东", 440112, "020", "510700", 2, 4, "黄埔区开泰大道"},
    {"厦门", "福建", 350211, "0592", "361000", 2, 3, "集美区杏前路"},
    {"天津", "天津", 120116, "022", "300450", 3, 4, "滨海新区第九大街"},
    {"青岛", "山东", 370211, "0532", "266500", 3, 4, "黄岛区江山中路"},
    {"济南", "山东", 370112, "0531", "250100", 3, 3, "历城区工业南路"},
    {"沈阳", "辽宁", 210106, "024", "110000", 3, 3, "铁西区开发大路"},
    {"北京", "北京", 110115, "010", "100176", 3, 3, "亦庄荣华南路"},
    {"武汉", "湖北", 420117, "027", "430000", 4, 4, "东西湖区走马岭路"},
    {"重庆", "重庆", 500112, "023", "401120", 4, 4, "两江新区鱼复大道"},
    {"成都", "四川", 510115, "028", "611130", 4, 4, "温江区海科路"},
    {"西安", "陕西", 610113, "029", "710075", 4, 3, "高新区锦业路"},
    {"长沙", "湖南", 430121, "0731", "410100", 4, 3, "长沙县东六路"},
};

constexpr const char* kBrandFirst[] = {"恒",
    "锐",
    "德",
    "鑫",
    "博",
    "科",
    "华",
    "正",
    "瑞",
    "天",
    "力",
    "精",
    "兴",
    "泰",
    "新",
    "盛",
    "佳",
    "卓",
    "远",
    "凯",
    "信",
    "安",
    "中",
    "嘉",
    "汇",
    "东"};
constexpr const char* kBrandSecond[] = {"达",
    "源",
    "驰",
    "锋",
    "创",
    "腾",
    "辰",
    "越",
    "康",
    "润",
    "捷",
    "峰",
    "格",
    "诺",
    "航",
    "旭",
    "驭",
    "朗",
    "普",
    "骏",
    "特",
    "威",
    "佑",
    "晟",
    "邦",
    "铭"};

// Brands of three characters, for a company with more customers than there are shorter ones.
constexpr const char* kBrandThird[] = {"隆",
    "昌",
    "利",
    "吉",
    "祥",
    "庆",
    "和",
    "顺",
    "裕",
    "丰",
    "茂",
    "荣",
    "宏",
    "伟",
    "业",
    "发",
    "通",
    "宝",
    "奥",
    "迪",
    "升",
    "耀",
    "辉",
    "宇",
    "成",
    "立"};

struct DemoTrade {
    const char* name;
    const char* industry;
};
constexpr DemoTrade kDemoTrades[] = {
    {"机器人", "工业机器人"},
    {"自动化设备", "自动化设备"},
    {"智能装备", "自动化设备"},
    {"液压", "液压气动"},
    {"流体控制", "液压气动"},
    {"泵业", "泵阀"},
    {"阀门", "泵阀"},
    {"电机", "电机驱动"},
    {"传动科技", "电机驱动"},
    {"新能源科技", "新能源"},
    {"氢能科技", "新能源"},
    {"汽车零部件", "汽车零部件"},
    {"汽车电子", "汽车零部件"},
    {"医疗器械", "医疗器械"},
    {"光电科技", "光电通信"},
    {"通信设备", "光电通信"},
    {"半导体装备", "半导体设备"},
    {"精密仪器", "仪器仪表"},
    {"包装机械", "包装机械"},
    {"纺织机械", "纺织机械"},
    {"注塑机", "塑料机械"},
    {"工程机械", "工程机械"},
};

constexpr const char* kSurnames[] = {"王",
    "李",
    "张",
    "刘",
    "陈",
    "杨",
    "黄",
    "赵",
    "吴",
    "周",
    "徐",
    "孙",
    "马",
    "朱",
    "胡",
    "郭",
    "何",
    "林",
    "高",
    "罗",
    "郑",
    "梁",
    "谢",
    "宋",
    "唐",
    "许",
    "邓",
    "冯",
    "韩",
    "曹",
    "曾",
    "彭",
    "萧",
    "蔡",
    "潘",
    "田",
    "董",
    "袁",
    "于",
    "余",
    "叶",
    "蒋",
    "杜"};
constexpr const char* kGivenNames[] = {"伟",
    "芳",
    "建国",
    "敏",
    "静",
    "志强",
    "丽娟",
    "磊",
    "洋",
    "艳",
    "勇",
    "军",
    "杰",
    "娟",
    "涛",
    "明",
    "超",
    "秀英",
    "霞",
    "平",
    "刚",
    "桂英",
    "文博",
    "子轩",
    "晓东",
    "海燕",
    "永健",
    "玉兰",
    "少华",
    "国平",
    "佳怡",
    "思远",
    "俊峰",
    "立群",
    "春梅",
    "振宇",
    "晓燕"};

struct DemoPost {
    const char* title;
    const char* department;
    customers::DecisionRole role;
};
constexpr DemoPost kDemoPosts[] = {
    {"采购经理", "采购部", customers::DecisionRole::Buyer},
    {"采购工程师", "采购部", customers::DecisionRole::Buyer},
    {"结构工程师", "研发部", customers::DecisionRole::Technical},
    {"研发总监", "研发部", customers::DecisionRole::Technical},
    {"SQE 工程师", "质量部", customers::DecisionRole::Technical},
    {"生产部长", "生产部", customers::DecisionRole::User},
    {"总经理", "总经办", customers::DecisionRole::Decider},
    {"供应链总监", "供应链中心", customers::DecisionRole::Decider},
    {"财务主管", "财务部", customers::DecisionRole::Finance},
};

constexpr const char* kSources[] = {"展会：上海工博会",
    "老客户介绍",
    "官网询盘",
    "电话开发",
    "展会：深圳机械展",
    "1688 询盘",
    "行业协会",
    "设计院推荐"};
constexpr const char* kTerms[] = {"月结 30 天",
    "月结 60 天",
    "预付 30%，发货前付清",
    "预付 30%，余款票到 60 天",
    "款到发货",
    "月结 90 天，6 个月承兑"};

/// Organisation code of GB 11714: eight characters and a modulo-11 check.
QString organisationCode(DemoRandom& random)
{
    static const QString letters = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    constexpr int kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    QString code = QStringLiteral("MA");
    for (int i = 0; i < 6; ++i)
        code += letters[random.below(static_cast<int>(letters.size()))];
    int sum = 0;
    for (int i = 0; i < 8; ++i) {
        const QChar c = code[i];
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        sum += value * kWeights[i];
    }
    const int check = (11 - sum % 11) % 11;
    return code + (check == 10 ? QLatin1Char('X') : QLatin1Char(static_cast<char>('0' + check)));
}

Result<QString> demoCreditCode(const DemoCity& city, DemoRandom& random)
{
    const QString first17 = QStringLiteral("91%1").arg(city.division) + organisationCode(random);
    return creditCodeCheck(first17).map([&](QChar check) { return first17 + check; });
}

const DemoCity& drawCity(DemoRandom& random)
{
    int total = 0;
    for (const DemoCity& city : kDemoCities)
        total += city.weight;
    int at = random.below(total);
    for (const DemoCity& city : kDemoCities) {
        if ((at -= city.weight) < 0)
            return city;
    }
    return kDemoCities[0];
}

QString demoPersonName(DemoRandom& random)
{
    return QString::fromUtf8(random.pick(kSurnames)) + QString::fromUtf8(random.pick(kGivenNames));
}

QString demoMobile(DemoRandom& random)
{
    constexpr int kHeads[] = {131, 135, 136, 137, 138, 139, 150, 151, 158, 159, 177, 180, 186, 189};
    return QStringLiteral("%1%2")
        .arg(random.pick(kHeads))
        .arg(random.below(100'000'000), 8, 10, QLatin1Char('0'));
}

/// Customers one after the other; names and short names do not repeat.
class DemoCustomerMaker {
public:
    DemoCustomerMaker(DemoRows& rows, IdSource& ids, const DemoPeople& people, QDate today)
        : m_rows(rows)
        , m_ids(ids)
        , m_people(people)
        , m_today(today)
        , m_random(kCustomerSeed)
    {
    }

    Result<DemoCustomer> make()
    {
        const DemoCity& city = drawCity(m_random);
        const DemoTrade& trade = m_random.pick(kDemoTrades);
        DemoCustomer made;
        customers::Customer customer;
        nameIt(customer, city, trade);
        auto code = demoCreditCode(city, m_random);
        while (code && isTaken(*code))
            code = demoCreditCode(city, m_random);
        if (!code)
            return chengdan::fail(code.error());
        customer.creditCode = *code;
        made.id = customer.id = CustomerId::make(m_ids);
        customer.meta.root = customer.id;
        customer.region = RegionId::fromNumber(city.region);
        made.owner = customer.meta.owner = m_people.sellerIn(*customer.region, m_random);
        fillAddress(customer, city);
        fillStanding(customer, made);
        if (auto derived = customers::deriveFields(customer); !derived)
            return chengdan::fail(derived.error());
        customer.number = m_rows.nextNumber(access::kCustomerNumbers, made.since);
        m_rows.insert(customer);
        addContacts(customer, made);
        return made;
    }

private:
    void nameIt(customers::Customer& customer, const DemoCity& city, const DemoTrade& trade)
    {
        do {
            customer.shortName = QString::fromUtf8(m_random.pick(kBrandFirst))
                + QString::fromUtf8(m_random.pick(kBrandSecond));
            if (m_rows.isLarge() && m_random.chance(80))
                customer.shortName += QString::fromUtf8(m_random.pick(kBrandThird));
            const bool stock = m_random.chance(12);
            customer.name = QString::fromUtf8(city.name) + customer.shortName
                + QString::fromUtf8(trade.name)
                + (stock ? QStringLiteral("股份有限公司") : QStringLiteral("有限公司"));
            customer.shortName += QString::fromUtf8(trade.name).left(2);
        } while (isTaken(customers::nameKeyOf(customer.name)));
        customer.industry = QString::fromUtf8(trade.industry);
    }

    /// True when it was asked for before. Of each text 64 bits are kept (FNV-1a); that two differ
    /// and look the same costs another draw and nothing else.
    bool isTaken(const QString& text)
    {
        quint64 hash = 0xCBF29CE484222325ULL;
        for (const QChar c : text)
            hash = (hash ^ c.unicode()) * 0x100000001B3ULL;
        const auto before = m_taken.size();
        m_taken.insert(hash);
        return m_taken.size() == before;
    }

    void fillAddress(customers::Customer& customer, const DemoCity& city)
    {
        customer.province = QString::fromUtf8(city.province);
        customer.city = QString::fromUtf8(city.name);
        customer.address = QStringLiteral("%1 %2 号")
                               .arg(QString::fromUtf8(city.street))
                               .arg(m_random.between(6, 1980));
        customer.postalCode = QString::fromLatin1(city.post);
        customer.phone = QStringLiteral("%1-%2")
                             .arg(QString::fromLatin1(city.area))
                             .arg(m_random.between(60'000'000, 89'999'999));
        customer.invoiceTitle = customer.name;
        const QString place = customer.city + QStringLiteral("市");
        customer.invoiceAddress = customer.province == customer.city
            ? place + customer.address
            : customer.province + QStringLiteral("省") + place + customer.address;
        customer.invoicePhone = customer.phone;
    }

    void fillStanding(customers::Customer& customer, DemoCustomer& made)
    {
        const int draw = m_random.below(100);
        made.weight = draw < 8 ? 8 : draw < 33 ? 3 : 1;
        customer.grade = draw < 8 ? customers::CustomerGrade::A
            : draw < 33           ? customers::CustomerGrade::B
            : draw < 85           ? customers::CustomerGrade::C
                                  : customers::CustomerGrade::D;
        customer.source = QString::fromUtf8(m_random.pick(kSources));
        customer.paymentTerms = QString::fromUtf8(m_random.pick(kTerms));
        customer.status = made.weight == 1 && m_random.chance(6)
            ? customers::CustomerStatus::Inactive
            : customers::CustomerStatus::Active;
        made.shortName = customer.shortName;
        made.since = m_today.addDays(-m_random.between(20, 1090));
        customer.meta.createdAt = demoInstant(made.since, m_random.between(520, 1040));
        customer.meta.createdBy = made.owner;
    }

    QString lowerMnemonic(const QString& name)
    {
        QString& known = m_mnemonics[name];
        if (known.isEmpty())
            known = customers::mnemonicOf(name).toLower();
        return known;
    }

    void addContacts(const customers::Customer& customer, DemoCustomer& made)
    {
        const int count = made.weight > 1 ? m_random.between(2, 4) : m_random.between(1, 2);
        const int first = m_random.below(static_cast<int>(std::size(kDemoPosts)));
        const QString domain = customers::mnemonicOf(made.shortName).toLower();
        for (int i = 0; i < count; ++i) {
            const DemoPost& post =
                kDemoPosts[static_cast<std::size_t>(first + 2 * i) % std::size(kDemoPosts)];
            customers::Contact contact;
            contact.id = ContactId::make(m_ids);
            contact.meta = customer.meta;
            contact.meta.rid = 0;
            contact.customer = customer.id;
            contact.name = demoPersonName(m_random);
            contact.title = QString::fromUtf8(post.title);
            contact.department = QString::fromUtf8(post.department);
            contact.role = post.role;
            contact.mobile = demoMobile(m_random);
            contact.phone = i == 0 ? customer.phone : QString();
            contact.email =
                QStringLiteral("%1@%2.example").arg(lowerMnemonic(contact.name), domain);
            contact.wechat = m_random.chance(60) ? contact.mobile : QString();
            contact.primary = i == 0;
            m_rows.insert(contact);
            made.contacts.push_back(contact.id);
        }
    }

    DemoRows& m_rows;
    IdSource& m_ids;
    const DemoPeople& m_people;
    QDate m_today;
    DemoRandom m_random;
    QSet<quint64> m_taken; ///< names and credit codes
    QHash<QString, QString> m_mnemonics; ///< of people, whose names repeat
};

} // namespace

Result<std::vector<DemoCustomer>> insertDemoCustomers(
    DemoRows& rows, IdSource& ids, const DemoPeople& people, QDate today, int count)
{
    DemoCustomerMaker maker(rows, ids, people, today);
    std::vector<DemoCustomer> all;
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        auto made = maker.make();
        if (!made)
            return chengdan::fail(made.error());
        all.push_back(std::move(*made));
        rows.progress(DemoPhase::Customers, i + 1, count);
    }
    return all;
}

} // namespace chengdan::exchange
