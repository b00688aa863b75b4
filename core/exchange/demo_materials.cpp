// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_products.h"

namespace chengdan::exchange {

namespace {

struct Material {
    const char* code;
    const char* name;
    const char* spec;
    const char* supplier;
    int milliPerKg; ///< tax included
};

constexpr Material kMaterials[] = {
    {"AL6061-B", "6061-T6 铝棒", "φ20–φ160，GB/T 3191", "S-MINGTAI", 25'800},
    {"AL6061-P", "6061-T6 铝板", "10–80 mm，GB/T 3880", "S-MINGTAI", 27'200},
    {"AL7075-B", "7075-T6 铝棒", "φ20–φ120，GB/T 3191", "S-MINGTAI", 46'500},
    {"ADC12", "ADC12 铝合金锭", "JIS H 5302", "S-SHUNBO", 20'600},
    {"ST45-B", "45# 圆钢", "φ16–φ160，GB/T 699", "S-DONGTE", 5'876},
    {"CR40-B", "40Cr 圆钢", "φ20–φ160，GB/T 3077", "S-DONGTE", 6'450},
    {"CRMNTI20-B", "20CrMnTi 齿轮钢", "φ30–φ140，GB/T 5216", "S-DONGTE", 6'980},
    {"CRMO42-B", "42CrMo 圆钢", "φ30–φ180，GB/T 3077", "S-DONGTE", 7'350},
    {"SUS304-B", "304 不锈钢棒", "φ10–φ100，GB/T 1220", "S-QINGTUO", 19'400},
    {"SUS316-B", "316L 不锈钢棒", "φ10–φ80，GB/T 1220", "S-QINGTUO", 31'600},
    {"H59-B", "H59 黄铜棒", "φ8–φ60，GB/T 4423", "S-HAILIANG", 56'800},
    {"QT450", "QT450-10 铸件毛坯", "GB/T 1348，含时效", "S-YONGCHENG", 9'200},
    {"HT250", "HT250 铸件毛坯", "GB/T 9439，含时效", "S-YONGCHENG", 7'600},
    {"POM-B", "POM 棒", "φ20–φ120，本色", "S-ENSU", 23'500},
    {"PEEK-B", "PEEK 棒", "φ10–φ60，本色", "S-ENSU", 780'000},
};

struct Part {
    const char* code;
    const char* name;
    const char* spec;
    const char* group;
    DemoPrice price;
};

constexpr Part kParts[] = {
    {"BRG-6202", "深沟球轴承 6202", "15×35×11，2RS", "轴承", {"S-RENBEN", 6'800, 1, "CNY", 500}},
    {"BRG-6204", "深沟球轴承 6204", "20×47×14，2RS", "轴承", {"S-RENBEN", 9'600, 1, "CNY", 500}},
    {"BRG-6206", "深沟球轴承 6206", "30×62×16，2RS", "轴承", {"S-RENBEN", 15'400, 1, "CNY", 500}},
    {"BRG-6208", "深沟球轴承 6208", "40×80×18，2RS", "轴承", {"S-RENBEN", 24'800, 1, "CNY", 300}},
    {"BRG-30206", "圆锥滚子轴承 30206", "30×62×17.25", "轴承", {"S-RENBEN", 21'500, 1, "CNY", 300}},
    {"BRG-7205AC", "角接触球轴承 7205AC", "25×52×15，P5", "轴承", {"S-HRB", 86'000}},
    {"SEAL-TC20", "骨架油封 TC 20×35×7", "NBR", "密封", {"S-ZHONGDING", 2'350, 1, "CNY", 1000}},
    {"SEAL-TC30", "骨架油封 TC 30×45×8", "NBR", "密封", {"S-ZHONGDING", 3'100, 1, "CNY", 1000}},
    {"SEAL-TC40", "骨架油封 TC 40×62×8", "FKM", "密封", {"S-ZHONGDING", 8'600, 1, "CNY", 500}},
    {"SEAL-PTFE", "组合密封 φ25", "PTFE + NBR，进口", "密封", {"S-TRELL", 3'180, 1, "USD"}},
    {"OR-16", "O 形圈 16×2", "NBR 70", "密封", {"S-ZHONGDING", 186'000, 1000, "CNY"}},
    {"OR-25", "O 形圈 25×2.65", "NBR 70", "密封", {"S-ZHONGDING", 265'000, 1000, "CNY"}},
    {"OR-63", "O 形圈 63×3.55", "FKM 75", "密封", {"S-ZHONGDING", 1'420'000, 1000, "CNY"}},
    {"SCR-M5X16",
        "内六角螺钉 M5×16",
        "12.9 级，发黑",
        "紧固件",
        {"S-JINYI", 92'000, 1000, "CNY", 5000}},
    {"SCR-M6X20",
        "内六角螺钉 M6×20",
        "12.9 级，发黑",
        "紧固件",
        {"S-JINYI", 128'000, 1000, "CNY", 5000}},
    {"SCR-M8X30",
        "内六角螺钉 M8×30",
        "12.9 级，发黑",
        "紧固件",
        {"S-JINYI", 246'000, 1000, "CNY", 5000}},
    {"SCR-304M4", "不锈钢螺钉 M4×12", "304", "紧固件", {"S-JINYI", 75'000, 1000, "CNY", 5000}},
    {"INS-M5", "钢丝螺套 M5×1.5D", "304，进口", "紧固件", {"S-BOLL", 96'500, 1000, "USD"}},
    {"INS-M6", "钢丝螺套 M6×1.5D", "304，进口", "紧固件", {"S-BOLL", 112'000, 1000, "USD"}},
    {"CIR-47", "孔用挡圈 47", "65Mn，GB/T 893", "紧固件", {"S-JINYI", 320'000, 1000, "CNY"}},
    {"CIR-20", "轴用挡圈 20", "65Mn，GB/T 894", "紧固件", {"S-JINYI", 145'000, 1000, "CNY"}},
    {"KEY-6X25", "普通平键 6×6×25", "45#，GB/T 1096", "紧固件", {"S-JINYI", 680'000, 1000, "CNY"}},
    {"KEY-10X40",
        "普通平键 10×8×40",
        "45#，GB/T 1096",
        "紧固件",
        {"S-JINYI", 1'650'000, 1000, "CNY"}},
    {"PIN-6X20", "圆柱销 6×20", "GCr15，m6", "紧固件", {"S-JINYI", 360'000, 1000, "CNY"}},
    {"SPR-V12", "压缩弹簧 φ1.2×12×30", "SWP-B", "弹簧", {"S-LISPRING", 850, 1, "CNY", 2000}},
    {"SPR-V20", "压缩弹簧 φ2×20×45", "SUS631", "弹簧", {"S-LISPRING", 2'400, 1, "CNY", 1000}},
    {"BALL-G5", "钢球 φ8 G5", "GCr15", "轴承", {"S-RENBEN", 210'000, 1000, "CNY"}},
    {"SOL-24V", "电磁铁 DC24V", "湿式，IP65", "电气", {"S-HUALI", 58'000, 1, "CNY", 200}},
    {"FIT-G14", "堵头 G1/4", "钢镀锌镍", "接头", {"S-HAITIAN", 1'250, 1, "CNY", 1000}},
    {"FIT-G38", "堵头 G3/8", "钢镀锌镍", "接头", {"S-HAITIAN", 1'780, 1, "CNY", 1000}},
    {"BREATHER", "呼吸器 M12", "铜", "接头", {"S-HAITIAN", 3'600}},
    {"SIGHT-G12", "油标 G1/2", "铝 + 玻璃", "接头", {"S-HAITIAN", 5'200}},
    {"PLATE-NAME", "铭牌", "304 蚀刻 60×30", "标牌", {"S-HONGXIN", 1'150}},
};

struct Packing {
    const char* code;
    const char* name;
    const char* spec;
    const char* uom;
    DemoPrice price;
};

constexpr Packing kPackings[] = {
    {"PK-TRAY", "吸塑托盘", "PET 12 格", "件", {"S-HONGXIN", 2'600, 1, "CNY", 1000}},
    {"PK-BOX", "五层瓦楞纸箱", "400×300×200", "件", {"S-HONGXIN", 6'800, 1, "CNY", 500}},
    {"PK-CRATE", "出口免熏蒸木箱", "800×600×500", "件", {"S-HONGXIN", 145'000}},
    {"PK-BAG", "气相防锈袋", "300×400", "件", {"S-HONGXIN", 620'000, 1000, "CNY"}},
    {"PK-EPE", "珍珠棉", "35 kg/m³，10 mm", "m2", {"S-HONGXIN", 7'400}},
};

} // namespace

void addDemoUnitsAndShop(DemoCatalogBuilder& builder)
{
    builder.uom("件", "数量");
    builder.uom("套", "数量");
    builder.uom("千件", "数量", 1000, 1);
    builder.uom("kg", "质量");
    builder.uom("g", "质量", 1, 1000);
    builder.uom("t", "质量", 1000, 1);
    builder.uom("m", "长度");
    builder.uom("mm", "长度", 1, 1000);
    builder.uom("m2", "面积");
    builder.uom("dm2", "面积", 1, 100);
    builder.uom("L", "体积");
    builder.uom("mL", "体积", 1, 1000);

    builder.center("SAW", "锯切下料", 28, 30);
    builder.center("LATHE", "数控车床", 55, 36);
    builder.center("VMC", "立式加工中心", 78, 40);
    builder.center("FAX", "五轴加工中心", 165, 52);
    builder.center("DRILL", "钻攻中心", 48, 34);
    builder.center("GRIND", "外圆/平面磨床", 72, 45);
    builder.center("HOB", "数控滚齿机", 88, 42);
    builder.center("DIECAST", "800 T 压铸机", 210, 38);
    builder.center("DEBUR", "去毛刺", 6, 28);
    builder.center("WASH", "超声清洗", 26, 26);
    builder.center("ASSY", "洁净装配", 12, 36);
    builder.center("TEST", "压力/跑合试验台", 45, 38);
    builder.center("CMM", "三坐标与终检", 38, 44);

    using quoting::OverheadLevel;
    builder.overhead("MOH-1", 10, OverheadLevel::Each, "LAB+MAC+SET", 120, quoting::Element::Moh);
    builder.overhead("FRT-1", 20, OverheadLevel::Top, "MAT", 8, quoting::Element::Frt);
    builder.overhead("ADM-1", 30, OverheadLevel::Top, "ALL", 50, quoting::Element::Adm);
    builder.exchangeRate("USD", 71'234);
    builder.exchangeRate("EUR", 78'150);
    builder.exchangeRate("JPY", 478);
}

void addDemoSuppliers(DemoCatalogBuilder& builder)
{
    builder.supplier("S-MINGTAI", "明泰铝材（宁波）经营部", "周建国", "0574-8790 2216");
    builder.supplier("S-SHUNBO", "顺博再生铝", "邱丽", "0572-3088 519");
    builder.supplier("S-DONGTE", "东特模具钢材有限公司", "韩志强", "0574-8665 7301");
    builder.supplier("S-QINGTUO", "青拓不锈钢无锡仓", "薛梅", "0510-8322 4476");
    builder.supplier("S-HAILIANG", "海亮铜材诸暨销售部", "楼伟", "0575-8708 1123");
    builder.supplier("S-YONGCHENG", "甬城铸造厂", "胡师傅", "0574-6352 8890");
    builder.supplier("S-ENSU", "恩塑工程塑料", "李娜", "0512-5018 6642");
    builder.supplier("S-RENBEN", "人本轴承慈溪代理", "应斌", "0574-6391 2007");
    builder.supplier("S-HRB", "哈轴精密轴承经销处", "祁峰", "0451-8233 6168");
    builder.supplier("S-ZHONGDING", "中鼎密封件宁国销售", "汪敏", "0563-4183 905");
    builder.supplier("S-TRELL", "Trellform Sealing Asia", "Grace Tan", "+65 6555 0148");
    builder.supplier("S-BOLL", "Bollfix Insert GmbH", "M. Krüger", "+49 521 555 0117");
    builder.supplier("S-JINYI", "晋亿紧固件嘉善仓", "沈海燕", "0573-8418 5566");
    builder.supplier("S-LISPRING", "立恒弹簧", "葛明", "0574-8820 3391");
    builder.supplier("S-HUALI", "华力电磁", "方芳", "0577-6177 4420");
    builder.supplier("S-HAITIAN", "海天液压管件", "陈立", "0574-8618 7712");
    builder.supplier("S-HONGXIN", "宏欣包装", "马春", "0574-8651 9930");
    builder.supplier("S-XINGYE", "兴业表面处理", "丁凯", "0574-8677 3345");
    builder.supplier("S-RECHULI", "永固热处理", "卢刚", "0574-8646 2218");
}

void addDemoBoughtItems(DemoCatalogBuilder& builder)
{
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    for (const Material& row : kMaterials) {
        builder.bought(text(row.code),
            text(row.name),
            text(row.spec),
            "kg",
            "原材料",
            {row.supplier, row.milliPerKg, 1, "CNY", 1000});
    }
    for (const Part& row : kParts)
        builder.bought(text(row.code), text(row.name), text(row.spec), "件", row.group, row.price);
    for (const Packing& row : kPackings) {
        builder.bought(text(row.code),
            text(row.name),
            text(row.spec),
            row.uom,
            "包装",
            row.price,
            quoting::Element::Pack);
    }
    builder.bought(QStringLiteral("OIL-320"),
        QStringLiteral("L-CKC 320 齿轮油"),
        QStringLiteral("GB 5903"),
        "L",
        "辅料",
        {"S-HAITIAN", 18'600, 1, "CNY", 200});
    builder.bought(
        QStringLiteral("CHIP-AL"), QStringLiteral("铝屑"), {}, "kg", "余料", {"S-SHUNBO", 11'000});
    builder.bought(
        QStringLiteral("CHIP-ST"), QStringLiteral("钢屑"), {}, "kg", "余料", {"S-DONGTE", 2'000});
    builder.bought(QStringLiteral("CHIP-CU"),
        QStringLiteral("铜屑"),
        {},
        "kg",
        "余料",
        {"S-HAILIANG", 39'000});

    builder.service("SV-ANO", "本色阳极氧化", "dm2", {"S-XINGYE", 420});
    builder.service("SV-HANO", "硬质阳极氧化 40 μm", "dm2", {"S-XINGYE", 1'350});
    builder.service("SV-NI", "化学镀镍 15 μm", "dm2", {"S-XINGYE", 1'900});
    builder.service("SV-ZN", "环保镀锌", "kg", {"S-XINGYE", 2'800});
    builder.service("SV-BLACK", "发黑", "kg", {"S-XINGYE", 1'600});
    builder.service("SV-QT", "调质 HRC28–32", "kg", {"S-RECHULI", 2'100});
    builder.service("SV-CARB", "渗碳淬火 HRC58–62", "kg", {"S-RECHULI", 6'800});
    builder.service("SV-HF", "高频淬火", "件", {"S-RECHULI", 4'200});
    builder.service("SV-NITR", "气体氮化", "kg", {"S-RECHULI", 9'500});
    builder.service("SV-PAINT", "喷塑 RAL7035", "dm2", {"S-XINGYE", 560});
}

} // namespace chengdan::exchange
