// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_products.h"

namespace chengdan::exchange {

namespace {

/// Grams of a round bar: π/4 · d² · l · density, in millimetres and hundredths of g/cm³.
int roundGrams(int diameter, int length, int density)
{
    return static_cast<int>(
        qint64{diameter} * diameter * length * 7854 / 10'000 * density / 100 / 1000);
}

int blockGrams(int a, int b, int c, int density)
{
    return static_cast<int>(qint64{a} * b * c * density / 100 / 1000);
}

QString numbered(const char* prefix, int number)
{
    return QStringLiteral("%1-%2").arg(QString::fromLatin1(prefix)).arg(number);
}

struct Housing {
    int number;
    const char* name;
    int a, b, c;
    bool hard; ///< hard anodised and cut on five axes
};
constexpr Housing kHousings[] = {
    {1050, "编码器铝壳体", 60, 60, 42, false},
    {1062, "伺服电机前端盖", 90, 90, 28, false},
    {1075, "激光雷达底壳", 120, 96, 48, true},
    {1080, "光通信模块壳体", 72, 38, 18, false},
    {1093, "工业相机散热壳", 64, 58, 62, false},
    {1104, "机器人关节壳体", 150, 140, 86, true},
    {1118, "变频器散热底座", 220, 160, 46, false},
    {1126, "气动滑台本体", 180, 80, 52, true},
    {1137, "氢能阀组壳体", 132, 110, 74, true},
    {1142, "BMS 控制盒底壳", 210, 150, 36, false},
    {1155, "医疗泵头壳体", 88, 76, 54, true},
    {1163, "毫米波雷达后盖", 110, 84, 16, false},
};

struct Shaft {
    int number;
    const char* name;
    const char* material;
    int diameter, length;
    const char* heat;
    int heatMilli; ///< of the service's unit; 0: by weight
};
constexpr Shaft kShafts[] = {
    {2012, "微型电机轴", "SUS304-B", 12, 86, "SV-HF", 1000},
    {2016, "水泵轴", "SUS304-B", 20, 168, "SV-HF", 1000},
    {2020, "主动轴 20", "CR40-B", 24, 142, "SV-QT", 0},
    {2025, "主动轴 25", "CR40-B", 30, 176, "SV-QT", 0},
    {2030, "输出轴 30", "CRMO42-B", 36, 210, "SV-NITR", 0},
    {2035, "输出轴 35", "CRMO42-B", 42, 238, "SV-NITR", 0},
    {2040, "输出轴 40", "CRMO42-B", 48, 265, "SV-NITR", 0},
    {2051, "丝杠支撑轴", "CR40-B", 35, 320, "SV-HF", 1000},
    {2058, "纺机罗拉轴", "ST45-B", 28, 460, "SV-QT", 0},
    {2063, "包装机凸轮轴", "CR40-B", 45, 280, "SV-HF", 1000},
    {2071, "医用注射泵螺杆", "SUS316-B", 14, 132, "SV-HF", 1000},
    {2080, "液压阀芯轴", "CR40-B", 22, 118, "SV-CARB", 0},
};

struct Flange {
    int number;
    const char* name;
    const char* material;
    int outer, thickness;
};
constexpr Flange kFlanges[] = {
    {3050, "IEC71 电机法兰", "HT250", 160, 18},
    {3063, "IEC90 电机法兰", "HT250", 200, 20},
    {3075, "减速机输出法兰 120", "QT450", 120, 22},
    {3080, "减速机输出法兰 160", "QT450", 160, 26},
    {3092, "泵用连接法兰 DN50", "SUS304-B", 100, 20},
    {3101, "泵用连接法兰 DN80", "SUS304-B", 100, 24},
    {3115, "真空 KF40 法兰", "SUS316-B", 60, 14},
    {3128, "轴承座端盖 62", "ST45-B", 110, 16},
    {3134, "轴承座端盖 80", "ST45-B", 130, 18},
    {3142, "联轴器法兰盘", "ST45-B", 140, 26},
};

struct Gear {
    int number;
    const char* name;
    int diameter, width, teeth;
};
constexpr Gear kGears[] = {
    {4018, "斜齿轮 M1.5 Z18", 32, 22, 18},
    {4024, "斜齿轮 M1.5 Z24", 41, 22, 24},
    {4036, "斜齿轮 M1.5 Z36", 59, 20, 36},
    {4048, "斜齿轮 M1.5 Z48", 77, 20, 48},
    {4118, "斜齿轮 M2 Z18", 43, 28, 18},
    {4127, "斜齿轮 M2 Z27", 62, 28, 27},
    {4142, "斜齿轮 M2 Z42", 92, 26, 42},
    {4156, "斜齿轮 M2 Z56", 120, 26, 56},
    {4220, "直齿轮 M2.5 Z20", 58, 30, 20},
    {4232, "直齿轮 M2.5 Z32", 88, 30, 32},
};

struct Valve {
    int number;
    const char* name;
    int a, b, c, spools;
    bool electric;
};
constexpr Valve kValves[] = {
    {5010, "单向节流阀块", 60, 50, 40, 1, false},
    {5020, "双联平衡阀块", 96, 60, 50, 2, false},
    {5031, "三位四通电磁阀块", 120, 70, 60, 1, true},
    {5042, "多路换向阀块", 180, 90, 70, 3, false},
    {5053, "液压站集成块 6 路", 240, 120, 80, 4, true},
    {5064, "比例减压阀块", 110, 72, 58, 1, true},
    {5075, "注塑机射台阀块", 200, 110, 80, 2, true},
    {5086, "盾构机油脂分配块", 160, 100, 70, 3, false},
};

struct Gearbox {
    int number;
    const char* name;
    int pinion, wheel, shaftIn, shaftOut, flange;
    const char* bearingIn;
    const char* bearingOut;
    int housingGrams;
};
constexpr Gearbox kGearboxes[] = {
    {6060, "斜齿减速机 GB60 i=2", 4018, 4036, 2020, 2025, 3075, "BRG-6204", "BRG-6206", 1850},
    {6061, "斜齿减速机 GB60 i=2.67", 4018, 4048, 2020, 2025, 3075, "BRG-6204", "BRG-6206", 1920},
    {6080, "斜齿减速机 GB80 i=2.33", 4118, 4142, 2025, 2030, 3075, "BRG-6206", "BRG-30206", 3100},
    {6081, "斜齿减速机 GB80 i=3.11", 4118, 4156, 2025, 2030, 3080, "BRG-6206", "BRG-30206", 3260},
    {6100, "斜齿减速机 GB100 i=2.07", 4127, 4156, 2025, 2035, 3080, "BRG-6206", "BRG-6208", 4750},
    {6120, "直齿减速机 GB120 i=1.6", 4220, 4232, 2030, 2040, 3080, "BRG-30206", "BRG-6208", 6400},
};

constexpr int kAluminium = 270;
constexpr int kSteel = 785;

} // namespace

void addDemoHousings(DemoCatalogBuilder& builder)
{
    for (const Housing& row : kHousings) {
        const QString name = QString::fromUtf8(row.name);
        const QString size = QStringLiteral("%1×%2×%3 mm").arg(row.a).arg(row.b).arg(row.c);
        const QString blank = numbered("AB", row.number);
        const QString body = numbered("AM", row.number);
        const QString housing = numbered("AH", row.number);
        const int grams = blockGrams(row.a + 6, row.b + 6, row.c + 4, kAluminium);
        builder.made({blank, name + QStringLiteral(" 料坯"), size, "料坯"},
            {{QStringLiteral("AL6061-P"), grams, 40}},
            {{"SAW", "锯切下料", 10, 45, 50}});
        builder.made({body, name + QStringLiteral(" 机加件"), size, "铝壳体"},
            {{blank}},
            row.hard ? QList<DemoStep>{{"FAX", "五轴一次装夹成形", 120, 60 + grams / 3, 50, 985},
                {"DEBUR", "去毛刺", 0, 90},
                {"CMM", "三坐标检测", 15, 40}}
                     : QList<DemoStep>{{"VMC", "铣正面", 60, 40 + grams / 4, 50, 990},
                         {"VMC", "铣反面", 45, 30 + grams / 6, 50},
                         {"DRILL", "钻孔攻丝", 30, 70, 50},
                         {"DEBUR", "去毛刺", 0, 60}});
        builder.chips(body, "CHIP-AL", grams * 55 / 100, 9'000);
        const int area = (row.a * row.b + row.b * row.c + row.a * row.c) * 2 / 10; // dm² in 1e-3
        builder.made(
            {housing,
                name,
                size + (row.hard ? QStringLiteral("，硬质阳极") : QStringLiteral("，本色阳极")),
                "铝壳体",
                true},
            {{body},
                {row.hard ? QStringLiteral("INS-M6") : QStringLiteral("INS-M5"), 4000},
                {QStringLiteral("OR-63"), 1000},
                {QStringLiteral("PK-TRAY"), 84},
                {QStringLiteral("PK-BOX"), 21}},
            {{"", row.hard ? "硬质阳极氧化" : "阳极氧化", 0, 0},
                {"WASH", "超声清洗", 10, 30, 50},
                {"ASSY", "装螺套、密封圈", 10, 75},
                {"CMM", "终检包装", 10, 35}},
            row.hard ? "SV-HANO" : "SV-ANO",
            area,
            300);
    }
    builder.tool(QStringLiteral("T-1142"),
        QStringLiteral("BMS 底壳真空夹具"),
        QStringLiteral("AH-1142"),
        18'600,
        6'000);
    builder.tool(QStringLiteral("T-1104"),
        QStringLiteral("关节壳体五轴工装"),
        QStringLiteral("AH-1104"),
        32'000,
        4'000);
}

void addDemoShafts(DemoCatalogBuilder& builder)
{
    for (const Shaft& row : kShafts) {
        const QString name = QString::fromUtf8(row.name);
        const QString size = QStringLiteral("φ%1×%2 mm").arg(row.diameter).arg(row.length);
        const QString turned = numbered("SM", row.number);
        const QString shaft = numbered("SH", row.number);
        const int grams = roundGrams(row.diameter + 3, row.length + 4, kSteel);
        builder.made({turned, name + QStringLiteral(" 车件"), size, "轴类"},
            {{QString::fromLatin1(row.material), grams, 30}},
            {{"SAW", "锯切下料", 8, 25, 50},
                {"LATHE", "粗精车", 50, 60 + row.length / 2, 50, 992},
                {"VMC", "铣键槽", 25, 55, 50}});
        builder.chips(turned, "CHIP-ST", grams * 22 / 100, 1'800);
        builder.made({shaft, name, size, "轴类", true},
            {{turned}, {QStringLiteral("PK-BAG")}, {QStringLiteral("PK-BOX"), 25}},
            {{"", "热处理", 0, 0},
                {"GRIND", "外圆磨", 40, 80 + row.length / 3, 100, 990},
                {"CMM", "终检", 10, 25}},
            row.heat,
            row.heatMilli > 0 ? row.heatMilli : grams * 78 / 100,
            200);
    }
}

void addDemoFlanges(DemoCatalogBuilder& builder)
{
    for (const Flange& row : kFlanges) {
        const QString name = QString::fromUtf8(row.name);
        const QString size = QStringLiteral("φ%1×%2 mm").arg(row.outer).arg(row.thickness);
        const QString turned = numbered("FM", row.number);
        const QString flange = numbered("FL", row.number);
        const int grams = roundGrams(row.outer, row.thickness + 6, 740);
        builder.made({turned, name + QStringLiteral(" 车件"), size, "法兰", false, 200},
            {{QString::fromLatin1(row.material), grams, 20}},
            {{"LATHE", "车两面", 45, 90 + row.outer, 100, 990}, {"DRILL", "钻孔攻丝", 30, 80, 50}});
        builder.chips(turned, "CHIP-ST", grams * 18 / 100, 1'700);
        builder.made({flange, name, size, "法兰", true},
            {{turned}, {QStringLiteral("PK-BOX"), 50}, {QStringLiteral("PK-EPE"), 30}},
            {{"", "表面处理", 0, 0}, {"CMM", "终检包装", 10, 30}},
            "SV-ZN",
            grams * 8 / 10,
            150);
    }
}

void addDemoGears(DemoCatalogBuilder& builder)
{
    for (const Gear& row : kGears) {
        const QString name = QString::fromUtf8(row.name);
        const QString size = QStringLiteral("φ%1×%2 mm").arg(row.diameter).arg(row.width);
        const QString blank = numbered("GM", row.number);
        const QString gear = numbered("GR", row.number);
        const int grams = roundGrams(row.diameter + 4, row.width + 4, kSteel);
        builder.made({blank, name + QStringLiteral(" 齿坯"), size, "齿轮", false, 300},
            {{QStringLiteral("CRMNTI20-B"), grams, 30}},
            {{"SAW", "锯切下料", 8, 25, 50}, {"LATHE", "车齿坯", 40, 75 + row.diameter, 50, 993}});
        builder.chips(blank, "CHIP-ST", grams * 25 / 100, 1'800);
        builder.made({gear, name, size + QStringLiteral("，7 级精度"), "齿轮", true},
            {{blank}, {QStringLiteral("PK-BAG")}},
            {{"HOB", "滚齿", 50, 4 * row.teeth, 50, 992},
                {"", "渗碳淬火", 0, 0},
                {"GRIND", "磨内孔端面", 35, 95},
                {"CMM", "齿形检测", 12, 25}},
            "SV-CARB",
            grams * 7 / 10,
            260);
    }
}

void addDemoValveBlocks(DemoCatalogBuilder& builder)
{
    for (const Valve& row : kValves) {
        const QString name = QString::fromUtf8(row.name);
        const QString size = QStringLiteral("%1×%2×%3 mm").arg(row.a).arg(row.b).arg(row.c);
        const QString blank = numbered("VB0", row.number);
        const QString body = numbered("VM", row.number);
        const QString spool = numbered("VS", row.number);
        const QString cartridge = numbered("VC", row.number);
        const int grams = blockGrams(row.a + 4, row.b + 4, row.c + 4, kSteel);
        builder.made({blank, name + QStringLiteral(" 料坯"), size, "料坯"},
            {{QStringLiteral("ST45-B"), grams, 40}},
            {{"SAW", "锯切下料", 12, 110, 50}});
        builder.made({body, name + QStringLiteral(" 阀体"), size, "阀块"},
            {{blank}},
            {{"VMC", "铣六面", 50, 180 + grams / 40, 50},
                {"FAX", "钻深孔、交叉孔", 120, 260 + grams / 25, 50, 980},
                {"DEBUR", "热能去毛刺", 10, 90}});
        builder.chips(body, "CHIP-ST", grams * 30 / 100, 1'800);
        builder.made(
            {spool, name + QStringLiteral(" 阀芯"), QStringLiteral("φ16×62"), "阀块", false, 400},
            {{QStringLiteral("CR40-B"), 112, 40}},
            {{"LATHE", "车阀芯", 45, 110, 50, 990},
                {"", "渗碳淬火", 0, 0},
                {"GRIND", "精磨配研", 40, 190}},
            "SV-CARB",
            98,
            180);
        builder.made({cartridge, name + QStringLiteral(" 插装组件"), {}, "阀块"},
            {{spool},
                {QStringLiteral("SPR-V12"), 1000},
                {QStringLiteral("BALL-G5"), 2000},
                {QStringLiteral("OR-16"), 2000},
                {QStringLiteral("SEAL-PTFE"), 1000}},
            {{"ASSY", "组装插装件", 10, 140}, {"TEST", "单阀试验", 10, 60}});
        QList<DemoPart> parts{{body},
            {cartridge, row.spools * 1000},
            {QStringLiteral("FIT-G14"), (row.spools + 2) * 1000},
            {QStringLiteral("FIT-G38"), 2000},
            {QStringLiteral("SCR-M8X30"), 4000},
            {QStringLiteral("PK-BOX"), 250},
            {QStringLiteral("PLATE-NAME"), 1000}};
        if (row.electric)
            parts.append({QStringLiteral("SOL-24V"), row.spools * 1000});
        builder.made({numbered("VB", row.number), name, size, "阀块", true},
            parts,
            {{"", "表面处理", 0, 0},
                {"ASSY", "总装", 20, 420},
                {"TEST", "31.5 MPa 保压试验", 20, 300, 50},
                {"CMM", "终检包装", 10, 60}},
            "SV-ZN",
            grams * 85 / 100,
            220);
    }
}

void addDemoGearboxes(DemoCatalogBuilder& builder)
{
    builder.made({QStringLiteral("KIT-SCREW"),
                     QStringLiteral("减速机紧固件组"),
                     {},
                     "减速机",
                     false,
                     0,
                     true},
        {{QStringLiteral("SCR-M6X20"), 12'000},
            {QStringLiteral("SCR-M8X30"), 4000},
            {QStringLiteral("PIN-6X20"), 2000},
            {QStringLiteral("FIT-G14"), 2000}},
        {});
    for (const Gearbox& row : kGearboxes) {
        const QString name = QString::fromUtf8(row.name);
        const QString cast = numbered("GH", row.number);
        const QString in = numbered("GI", row.number);
        const QString out = numbered("GO", row.number);
        builder.made({cast, name + QStringLiteral(" 箱体"), QStringLiteral("QT450-10"), "减速机"},
            {{QStringLiteral("QT450"), row.housingGrams, 30}},
            {{"VMC", "铣结合面", 60, 320, 50},
                {"FAX", "镗轴承孔", 90, 540, 50, 985},
                {"DRILL", "钻攻", 30, 160, 50},
                {"", "喷塑", 0, 0},
                {"CMM", "三坐标检测", 15, 90}},
            "SV-PAINT",
            9500,
            180);
        builder.made({in, name + QStringLiteral(" 输入轴组件"), {}, "减速机"},
            {{numbered("SH", row.shaftIn)},
                {numbered("GR", row.pinion)},
                {QString::fromLatin1(row.bearingIn), 2000},
                {QStringLiteral("KEY-6X25")},
                {QStringLiteral("CIR-20"), 2000},
                {QStringLiteral("SEAL-TC20")}},
            {{"ASSY", "热装轴承、压装齿轮", 15, 260}});
        builder.made({out, name + QStringLiteral(" 输出轴组件"), {}, "减速机"},
            {{numbered("SH", row.shaftOut)},
                {numbered("GR", row.wheel)},
                {QString::fromLatin1(row.bearingOut), 2000},
                {QStringLiteral("KEY-10X40"), 2000},
                {QStringLiteral("SEAL-TC40")}},
            {{"ASSY", "热装轴承、压装齿轮", 15, 320}});
        builder.made({numbered("GB", row.number),
                         name,
                         QStringLiteral("含油出厂，背隙 ≤ 8′"),
                         "减速机",
                         true},
            {{cast},
                {in},
                {out},
                {numbered("FL", row.flange)},
                {QStringLiteral("KIT-SCREW")},
                {QStringLiteral("OIL-320"), 450 + row.housingGrams / 8},
                {QStringLiteral("BREATHER")},
                {QStringLiteral("SIGHT-G12")},
                {QStringLiteral("PLATE-NAME")},
                {QStringLiteral("PK-CRATE"), 125}},
            {{"ASSY", "总装调隙", 30, 1500},
                {"TEST", "空载跑合 30 min", 10, 1800, 25},
                {"CMM", "噪声、背隙终检", 10, 420}});
    }
}

DemoCatalog makeDemoCatalog(QDate today)
{
    DemoCatalogBuilder builder(today);
    addDemoUnitsAndShop(builder);
    addDemoSuppliers(builder);
    addDemoBoughtItems(builder);
    addDemoShafts(builder);
    addDemoFlanges(builder);
    addDemoGears(builder);
    addDemoHousings(builder);
    addDemoValveBlocks(builder);
    addDemoGearboxes(builder);
    return builder.take();
}

} // namespace chengdan::exchange
