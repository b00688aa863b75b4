// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/company_name.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace chengdan {

namespace {

struct Province {
    std::u16string_view name; ///< without its rank
    std::u16string_view rank;
    std::u16string_view cities; ///< cities of the prefecture level and well-known towns, by blanks
};

constexpr Province kProvinces[] = {
    {u"北京", u"市", u""},
    {u"天津", u"市", u""},
    {u"上海", u"市", u""},
    {u"重庆", u"市", u""},
    {u"河北", u"省", u"石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水"},
    {u"山西", u"省", u"太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁"},
    {u"内蒙古", u"自治区", u"呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布"},
    {u"辽宁", u"省", u"沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛"},
    {u"吉林", u"省", u"长春 吉林 四平 辽源 通化 白山 松原 白城 延边"},
    {u"黑龙江",
        u"省",
        u"哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化"},
    {u"江苏",
        u"省",
        u"南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 "
        u"太仓 宜兴"},
    {u"浙江",
        u"省",
        u"杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 乐清 瑞安 永康 "
        u"诸暨 "
        u"温岭 玉环"},
    {u"安徽",
        u"省",
        u"合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城"},
    {u"福建", u"省", u"福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮"},
    {u"江西", u"省", u"南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"},
    {u"山东",
        u"省",
        u"济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽"},
    {u"河南",
        u"省",
        u"郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 "
        u"驻马店 济源"},
    {u"湖北", u"省", u"武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃"},
    {u"湖南", u"省", u"长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西"},
    {u"广东",
        u"省",
        u"广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 "
        u"中山 "
        u"潮州 揭阳 云浮"},
    {u"广西",
        u"壮族自治区",
        u"南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左"},
    {u"海南", u"省", u"海口 三亚 儋州"},
    {u"四川",
        u"省",
        u"成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 "
        u"资阳"},
    {u"贵州", u"省", u"贵阳 六盘水 遵义 安顺 毕节 铜仁"},
    {u"云南", u"省", u"昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理"},
    {u"西藏", u"自治区", u"拉萨 日喀则 昌都 林芝"},
    {u"陕西", u"省", u"西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛"},
    {u"甘肃", u"省", u"兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南"},
    {u"青海", u"省", u"西宁 海东"},
    {u"宁夏", u"回族自治区", u"银川 石嘴山 吴忠 固原 中卫"},
    {u"新疆", u"维吾尔自治区", u"乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 阿克苏 喀什"},
};

// Longest first, so that a form is not left half standing.
constexpr std::u16string_view kLegalForms[] = {u"股份有限责任公司",
    u"集团股份有限公司",
    u"股份有限公司",
    u"有限责任公司",
    u"集团有限公司",
    u"股份合作公司",
    u"有限公司",
    u"股份公司",
    u"集团公司",
    u"总公司",
    u"公司",
    u"股份",
    u"集团"};
constexpr std::u16string_view kLatinEndings[] = {u"COMPANYLIMITED",
    u"COMPANYLTD",
    u"CORPORATION",
    u"COLTD",
    u"COMPANY",
    u"LIMITED",
    u"GMBH",
    u"CORP",
    u"LTD",
    u"INC",
    u"LLC"};

QStringView nameView(std::u16string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

// Removes `part` at `at` if it stands there.
bool dropAt(QString& key, qsizetype at, QStringView part)
{
    if (part.isEmpty() || !QStringView(key).mid(at).startsWith(part))
        return false;
    key.remove(at, part.size());
    return true;
}

// The city of the province with which the key goes on at `at`.
QStringView cityAt(const QString& key, qsizetype at, const Province& province)
{
    for (const QStringView city : nameView(province.cities).split(u' ', Qt::SkipEmptyParts)) {
        if (QStringView(key).mid(at).startsWith(city))
            return city;
    }
    return {};
}

constexpr qsizetype kLeast = 2; // characters that must be left behind a place

// A place is written with or without its rank, a city with or without its province.
void dropPlaceRanks(QString& key)
{
    for (const Province& province : kProvinces) {
        const QStringView name = nameView(province.name);
        if (key.startsWith(name)) {
            qsizetype end = name.size();
            if (key.size() > end + nameView(province.rank).size() + kLeast)
                dropAt(key, end, nameView(province.rank));
            const QStringView city = cityAt(key, end, province);
            if (!city.isEmpty() && key.size() > end + city.size() + kLeast)
                key.remove(0, end);
            break;
        }
    }
    for (const Province& province : kProvinces) {
        const QStringView city = cityAt(key, 0, province);
        if (!city.isEmpty() && key.size() > city.size() + 1 + kLeast) {
            dropAt(key, city.size(), u"市");
            return;
        }
    }
    // A town this list does not know: its rank counts when it begins the name.
    for (const QChar rank : {QChar(u'省'), QChar(u'市'), QChar(u'县')}) {
        const auto at = key.indexOf(rank);
        if (at >= 2 && at <= 6 && key.size() > at + kLeast)
            key.remove(at, 1);
    }
}

} // namespace

QString companyNameKey(const QString& name)
{
    QString key;
    for (const QChar c : name.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    const QString all = key;
    for (const std::u16string_view form : kLegalForms)
        key.remove(nameView(form).toString());
    for (const std::u16string_view ending : kLatinEndings) {
        if (key.endsWith(nameView(ending)) && key.size() > qsizetype(ending.size()) + 1) {
            key.chop(qsizetype(ending.size()));
            break;
        }
    }
    dropPlaceRanks(key);
    return key.isEmpty() ? all : key; // a name of nothing but legal forms is still a name
}

} // namespace chengdan
