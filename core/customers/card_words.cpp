// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/card_words.h"

#include <QRegularExpression>

namespace chengdan::customers {

namespace {

// The surnames of nearly everybody in China, by the number of those who bear them.
constexpr char16_t kSurnames[] =
    u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏"
    u"吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃"
    u"武"
    u"钱戴严莫孔向常汤康易乔文赖温庄樊兰殷施洪翟安颜倪牛包邢季申尤焦葛柳路岳齐梅庞俞左鲁章华柏耿卓"
    u"詹"
    u"关苗凌盛欧翁童纪项裴应祝宁阮管窦霍舒屈单房聂骆宫解甘褚伍喻伏艾车连时辛滕沙穆芦古柯祁成边卞费"
    u"迟"
    u"饶宗瞿涂计游席占冷闵晏景封池屠隋仇戚巩储戈楼匡简臧明谷冉岑初佟麦米楚晋燕冀尚桂强柴敖商查佘牟"
    u"步"
    u"符平买木巴荀浦荆赫敬于楊張劉陳黃趙吳孫馬鄭馮韓蘇葉盧鍾譚許鄧蕭賴龍鄒"
    u"娄卫花靳鲍党竺乐宣裘应虞路狄水丛栾邬蒙仲苟甄曲郎薄亓练雍闻阎";
constexpr char16_t kLongSurnames[][3] = {u"欧阳",
    u"司马",
    u"上官",
    u"诸葛",
    u"东方",
    u"皇甫",
    u"尉迟",
    u"公孙",
    u"慕容",
    u"令狐",
    u"宇文",
    u"长孙",
    u"司徒",
    u"司空",
    u"夏侯",
    u"南宫",
    u"端木",
    u"西门",
    u"独孤",
    u"闻人",
    u"申屠",
    u"轩辕",
    u"钟离",
    u"淳于",
    u"呼延",
    u"相里",
    u"百里",
    u"东郭",
    u"万俟",
    u"澹台",
    u"公冶"};

QRegularExpression pattern(const char* text)
{
    return QRegularExpression(QString::fromUtf8(text),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

// How a title ends; the longer ones first.
constexpr const char* kTitleEnd =
    "(?:法定代表人|老板娘|副?董事长|副?总经理|副?总裁|总监|总工程师|工程师|设计师|经理人?|副总|"
    "主管|主任|科长|处长|"
    "部长|厂长|院长|所长|"
    "校长|店长|站长|课长|组长|班长|股长|队长|高工|总工|技师|技术员|采购员?|业务员|销售员?|质检员?|"
    "检验员|仓管员?|"
    "跟单员?|调度员?|文员|内勤|助理|秘书|专员|代表|顾问|会计|出纳|财务|老板|法人代表|法人|负责人|"
    "合伙人|创始人|"
    "教授|操作工|经办人|主办|主席|理事|书记|督导|领班|副理|協理|經理|主理人|首席\\p{Han}{1,"
    "3}官|专家|"
    "\\p{Han}{1,4}(?:长|师|员)|技术支持)";
constexpr const char* kHonour =
    "(?:总|工|经理|主任|厂长|科长|部长|处长|课长|主管|总监|老师|先生|女士|小姐|老板|"
    "师傅|董|院长|所长|教授|会计|姐|哥|助理|采购)";
// What stands before the end of a title, and never in a name.
constexpr const char* kTitleStart =
    "(?:关务|计量|单证|统计|采购|销售|市场|营销|业务|技术|研发|生产|制造|设备|机修|"
    "工艺|品质|品管|质量|质检|财务|人事|人力|行政|仓储|仓库|"
    "物流|供应|项目|工程|电气|机械|模具|结构|产品|客户|客服|大客户|"
    "区域|大区|华东|华南|华北|西南|国际|外贸|海外|国内|"
    "售后|售前|运营|信息|计划|车间|副|总|高级|资深|首席|执行|常务|"
    "董事|联合|商务|渠道|安全|环保|法务|审计|战略|"
    "装备|动力|维修|热处理|注塑|冲压|焊接|喷涂|装配|实验|检测|测试|"
    "软件|硬件|系统|IT|PMC|SQE|QA|QC)";

bool startsWithSurname(QStringView word, qsizetype* length = nullptr)
{
    for (const auto& surname : kLongSurnames) {
        if (word.startsWith(QStringView(surname, 2))) {
            if (length != nullptr)
                *length = 2;
            return true;
        }
    }
    if (length != nullptr)
        *length = 1;
    return !word.isEmpty() && QStringView(kSurnames).contains(word[0]);
}

bool isHan(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.script() == QChar::Script_Han && c != QChar(u'〇');
    });
}

bool isNoName(QStringView word)
{
    static const QRegularExpression kWords =
        pattern("^(?:谢谢|高兴|方便|安排|时间|时候|任何|任务|何时|连接|成本|成交|计划|应该|应急|"
                "明天|明白|明年|关于|关注|"
                "包括|包装|单价|单位|单子|金额|金属|常用|常规|路上|文件|文档|花费|简单|简介|水平|"
                "强调|宣传|解决|费用|"
                "商务|商量|顾客|管理|查收|查看|向您|于是|高度|高级|温馨|马上|江苏|江西|海南|安徽|"
                "云南|于今|武汉|宁波|温州|"
                "常州|万元|万台|时代|敬礼|商祺|祝|辛苦|付款|简历|成立|人力|关务|平面|文创|水工|"
                "白天|米数|边上|温度|华东|华南|华北|项目|席位|单号|游客|左右|"
                "尚未|毛坯|钟左|方案|方面|方式|"
                "方向|车间|车床|石材|牛皮|龙门|黄铜|金工|封样|池州|史上|古代|程序|成品|乐意|易损|"
                "房间|全部|安全|安装|平台)");
    static const QRegularExpression kEnds =
        pattern("(?:州|市|省|港|区|县|室|部|处|科|期|息|泵|好)$");
    return kWords.match(word).hasMatch() || kEnds.match(word).hasMatch();
}

} // namespace

bool isChineseName(QStringView word)
{
    if (const qsizetype dot = word.indexOf(QChar(u'·')); dot > 0)
        return dot + 1 < word.size() && word.size() <= 15 && isHan(word.left(dot))
            && isHan(word.mid(dot + 1).toString().remove(QChar(u'·')));
    qsizetype surname = 0;
    return word.size() >= 2 && isHan(word) && startsWithSurname(word, &surname)
        && word.size() > surname && word.size() <= surname + (surname == 2 ? 2 : 3)
        && !isNoName(word);
}

bool isWesternName(QStringView words)
{
    static const QRegularExpression kShape(
        QStringLiteral("^(?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau)\\.?\\s+)?(?:Dr\\.?\\s+)?"
                       "\\p{Lu}[\\p{L}'’-]*\\.?(?:\\s+(?:(?:van|von|de|der|la|bin)\\s+)*"
                       "\\p{Lu}[\\p{L}'’-]*\\.?){1,3}$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kLetter =
        pattern("\\b(?:regards|dear|best|kind|thanks?|thank you|sincerely|hello|hi|sent|from|mit|"
                "freundlichen|grüßen|department|dept|china|please|note|confidential|yours|the|"
                "business|card|iphone|this|email|for|and|street|road|city|park|building|purchase|"
                "order|quote|quotation|price|invoice|bank)\\b");
    return kShape.match(words).hasMatch() && !kLetter.match(words).hasMatch() && !isTitle(words)
        && !isWesternCompany(words);
}

bool isTitle(QStringView words)
{
    static const QRegularExpression kChinese = pattern((
        QByteArray("^[\\p{Han}A-Z&/()（）·、 ]{0,14}") + kTitleEnd + "(?:[(（][^)）]{1,10}[)）])?$")
                                                           .constData());
    static const QRegularExpression kWestern = pattern(
        "\\b(?:manager|director|engineer|president|ceo|cto|cfo|coo|officer|buyer|purchaser|"
        "purchasing|sourcing|head of|executive|supervisor|assistant|representative|"
        "specialist|consultant|owner|founder|chairman|secretary|sales|leader|coordinator|"
        "geschäftsführer(?:in)?|einkauf(?:er|sleiter)?|leiter(?:in)?|vertrieb(?:sleiter)?|"
        "technician|foreman|planner|analyst|partner|chief|lead|v\\.?p\\.?|merchandiser)\\b");
    static const QRegularExpression kAlone = pattern(
        "^(?:销售|采购|客服|商务|单证|行政|人事|财务|跟单|外贸|业务|品质|技术|业务部|外贸部)$");
    static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
    if (kHan.match(words).hasMatch())
        return kChinese.match(words).hasMatch() || kAlone.match(words).hasMatch();
    return words.size() <= 60 && kWestern.match(words).hasMatch() && !words.contains(u'@');
}

NameAndTitle splitPerson(QStringView word)
{
    if (isChineseName(word) && !isTitle(word))
        return {word.toString(), {}};
    static const QRegularExpression kHonoured =
        pattern((QByteArray("^(?:小|老)?(\\p{Han}{1,2})") + kHonour + "$").constData());
    if (const auto match = kHonoured.match(word); match.hasMatch()) {
        qsizetype surname = 0;
        const QString who = match.captured(1);
        if (startsWithSurname(who, &surname) && who.size() == surname)
            return {word.toString(), {}};
    }
    static const QRegularExpression kBegin = pattern((QByteArray("^") + kTitleStart).constData());
    static const QRegularExpression kEnd = pattern(kTitleEnd);
    // Title first, then the name behind the last of its words.
    qsizetype behind = 0;
    for (auto all = kEnd.globalMatch(word); all.hasNext();)
        behind = all.next().capturedEnd();
    if (behind == 0)
        return {};
    if (behind < word.size()) {
        const QStringView name = word.mid(behind);
        if (isChineseName(name) && isTitle(word.left(behind)))
            return {name.toString(), word.left(behind).toString()};
        return {};
    }
    if (kBegin.match(word).hasMatch())
        return isTitle(word) ? NameAndTitle{{}, word.toString()} : NameAndTitle();
    // Name first: the longest one behind which a title begins as titles do.
    for (const qsizetype length : {qsizetype{4}, qsizetype{3}, qsizetype{2}}) {
        if (length >= word.size() || !isChineseName(word.left(length)))
            continue;
        const QStringView rest = word.mid(length);
        const auto end = kEnd.match(rest);
        const bool onlyEnd =
            end.hasMatch() && end.capturedStart() == 0 && end.capturedLength() == rest.size();
        if (onlyEnd || (kBegin.match(rest).hasMatch() && isTitle(rest)))
            return {word.left(length).toString(), rest.toString()};
    }
    return isTitle(word) ? NameAndTitle{{}, word.toString()} : NameAndTitle();
}

std::optional<WordPlace> companyIn(QStringView text)
{
    static const QRegularExpression kCompany = pattern(
        "[\\p{Han}A-Z0-9&·()（）-]{2,40}(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|集团|"
        "公司|"
        "(?:制造|加工|机械|五金|模具|配件|轴承|电器|仪表|塑料|橡胶|标准件|铸造|锻造|机床|[\\p{Han}]"
        "{2})厂(?![长家里区房址])|"
        "研究院|研究所|商行|经营部|门市部|服务部|代表处|事务所|设计院|大学|学院|医院|合作社|工作室)"
        "(?:[(（][\\p{Han}]{2,8}[)）])?(?:[\\p{Han}]{2,10}?(?:分公司|分厂|办事处|事业部))?");
    static const QRegularExpression kBefore =
        pattern("^(?:.*(?:我是|我们是|这里是|这边是|来自|我叫|本人是|我在|就职于|单位是|公司是|"
                "公司叫|抬头是?|全称是?|客户是?|"
                "名称是?|加入|是|叫))");
    static const QRegularExpression kNone =
        pattern("^(?:我|贵|本|该|你|他|她|咱|我们|你们|他们|贵方|这家|那家|一家|哪家|物流|快递|"
                "保险|母|子|分|总|新|老|"
                "外贸|贸易|上市|客户|集团|大|小|兄弟|几家|多家|两家)*(?:公司|集团|工厂|厂)$");
    const auto match = kCompany.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    qsizetype at = match.capturedStart();
    QStringView name = match.capturedView();
    if (const auto before = kBefore.match(name); before.hasMatch()) {
        at += before.capturedLength();
        name = name.mid(before.capturedLength());
    }
    while (!name.isEmpty() && QStringView(u"()（）-·&").contains(name[0])) {
        ++at;
        name = name.mid(1);
    }
    static const QRegularExpression kTalk =
        pattern("请|您|寄到?|我|把|吗|麻烦|你们|原先|^原|告诉|发给|这个|那个");
    if (name.size() < 4 || kNone.match(name).hasMatch() || kTalk.match(name).hasMatch())
        return std::nullopt;
    return WordPlace{at, name.size()};
}

bool isShortCompany(QStringView word)
{
    static const QRegularExpression kTrade =
        pattern("^\\p{Han}{3,10}(?:自动化|重工|化工|五金|农机|电子|机械|科技|家具|铸钢|铸造|装备|"
                "电机|电器|照明|建材|塑胶|模具|"
                "不锈钢|贸易行|贸易|精密|精工|纸机|实业|机电|阀门|轴承|汽配)$");
    static const QRegularExpression kTalk =
        pattern("[的了吗是我你他要做买卖和与及、]|专业|生产|主营|各种|设备专家");
    return kTrade.match(word).hasMatch() && !kTalk.match(word).hasMatch();
}

bool isWesternCompany(QStringView words)
{
    static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
    static const QRegularExpression kForm =
        pattern("\\b(?:co\\.?,?\\s*ltd|inc|llc|gmbh|corp(?:oration)?|limited|ltd|ag|kg|s\\.?a\\.?|"
                "s\\.?r\\.?l\\.?|b\\.?v\\.?|plc|pte|pty|company|factory|group|industries|works|"
                "machinery|manufacturing|trading|sourcing|lighting|equipment)\\b\\.?(?:,?\\s*(?:"
                "co\\.?|ltd\\.?|inc\\.?|kg))*\\s*\\.?$");
    return words.size() <= 80 && !kHan.match(words).hasMatch() && kForm.match(words).hasMatch();
}

bool isAddress(QStringView text)
{
    static const QRegularExpression kPlace =
        pattern("(?:省|自治区|市|区|县|镇|乡|村|街道|大道|路|街|巷|弄|\\d+\\s*号|[A-Z0-"
                "9一二三四五六七八九十]+\\s*[栋幢座层楼室]|"
                "工业园|产业园|科技园|园区|开发区|高新区|大厦|广场|中心|小区|厂区)");
    static const QRegularExpression kWestern =
        pattern("\\b(?:road|rd|street|st|avenue|ave|lane|district|building|bldg|floor|zone|park|"
                "province|drive|boulevard|blvd|highway|straße|strasse|platz|weg|village|town|city|"
                "industrial|room|rm|block|suite)\\b|stra(?:ß|ss)e\\b|str\\.");
    static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
    static const QRegularExpression kDigit(QStringLiteral("\\d"));
    static const QRegularExpression kTalk =
        pattern("[吗呢吧啊哦]|多少|什么|怎么|明天|今天|下周|发货|报价|联系|价格|可以|我们|你们");
    const auto marks = [&](const QRegularExpression& expression) {
        int count = 0;
        for (auto all = expression.globalMatch(text); all.hasNext(); all.next())
            ++count;
        return count;
    };
    if (text.size() < 5 || text.size() > 160)
        return false;
    if (kHan.match(text).hasMatch())
        return marks(kPlace) >= 2 && !kTalk.match(text).hasMatch();
    const int western = marks(kWestern);
    return western >= 2 || (western == 1 && kDigit.match(text).hasMatch());
}

} // namespace chengdan::customers
