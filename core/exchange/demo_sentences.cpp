// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_deals.h"

namespace chengdan::exchange {

namespace {

using activities::ActivityKind;

struct DemoSentence {
    int stage;
    ActivityKind kind;
    const char* text; ///< %1 the product
    const char* need;
    const char* objection;
};

constexpr DemoSentence kDemoSentences[] = {
    {0,
        ActivityKind::Call,
        "电话联系采购，确认在找 %1 的第二供应商，约下周寄样册和检测报告",
        "",
        ""},
    {0, ActivityKind::Call, "官网询盘回访，对方负责 %1 的结构设计，先要一份加工能力清单", "", ""},
    {0, ActivityKind::Message, "微信发送公司介绍和同类 %1 的案例照片，对方答应转给项目组", "", ""},
    {0,
        ActivityKind::Visit,
        "首次拜访，看了现有 %1 的来料，主要问题是平面度和毛刺",
        "想把平面度做到 0.03",
        ""},
    {0, ActivityKind::Other, "展会现场交流，留下 %1 的样件实物，回厂后评估", "", ""},
    {1,
        ActivityKind::Visit,
        "与研发开图纸评审会，%1 有三处尖角建议改 R0.5，对方同意改图",
        "图纸升版后再报价",
        ""},
    {1,
        ActivityKind::Call,
        "确认 %1 年用量、首批数量和目标价，对方要求含税到厂价",
        "",
        "目标价比现有供应商低一成"},
    {1, ActivityKind::Message, "收到 %1 的 3D 和 2D 图，已转工艺评审", "", ""},
    {1,
        ActivityKind::Visit,
        "拜访质量部，了解 %1 的检验标准：CPK ≥ 1.33，需要全尺寸报告",
        "增加全尺寸报告",
        ""},
    {1, ActivityKind::Demo, "带客户看五轴车间和三坐标室，重点演示 %1 的装夹方案", "", ""},
    {2, ActivityKind::Message, "发出 %1 的报价单，三档数量，附加工周期和付款方式", "", ""},
    {2,
        ActivityKind::PriceTalk,
        "客户反馈 %1 的价格偏高，要求拆分材料、加工、表面处理",
        "",
        "价格偏高"},
    {2, ActivityKind::Call, "跟进 %1 报价，采购说还在比价，预计两周内有结果", "", ""},
    {2,
        ActivityKind::Visit,
        "和供应链总监当面解释 %1 的报价构成，对方认可工艺，只谈价格",
        "",
        "希望年降 3%"},
    {2, ActivityKind::Call, "客户调整 %1 的年用量，按新数量重新核算", "年用量上调", ""},
    {3, ActivityKind::Sample, "%1 首批样件 5 件发出，附三坐标报告和材质单", "", ""},
    {3, ActivityKind::Sample, "%1 样件装配验证，有一处孔位超差 0.02，已安排重做", "", "孔位超差"},
    {3, ActivityKind::Visit, "到客户产线跟样件试装，%1 配合顺畅，等耐久测试结果", "", ""},
    {3, ActivityKind::Call, "质量部通知 %1 样件全尺寸合格，准备小批 200 件", "", ""},
    {3, ActivityKind::Message, "寄出 %1 第二轮样件，改用硬质阳极，膜厚 40 μm", "改硬质阳极", ""},
    {4, ActivityKind::PriceTalk, "商务谈判 %1，客户要求账期从 60 天延到 90 天", "", "账期"},
    {4,
        ActivityKind::Visit,
        "与采购、法务过 %1 的框架协议，质量赔偿条款需修改",
        "",
        "赔偿条款无上限"},
    {4, ActivityKind::PriceTalk, "%1 最后一轮议价，对方希望再让 2%，已请示经理", "", "再让 2%"},
    {4, ActivityKind::Call, "确认 %1 的首批交期和分批计划，等对方盖章", "", ""},
    {5, ActivityKind::AfterSales, "%1 首批到货，客户来料检验合格，询问下批排产", "", ""},
    {5, ActivityKind::AfterSales, "%1 有 3 件磕碰，更换包装托盘并补发，客户接受", "包装加隔板", ""},
    {5, ActivityKind::Call, "回访 %1 使用情况，装机 500 台无异常，对方提到有新项目", "", ""},
    {6, ActivityKind::Call, "得知 %1 已定给别家，了解原因并约定下次改型再谈", "", ""},
};

// Names of the catalogue (demo_products.cpp), so that a quote can offer what was asked for.
constexpr const char* kDemoProducts[] = {"编码器铝壳体",
    "伺服电机前端盖",
    "激光雷达底壳",
    "光通信模块壳体",
    "工业相机散热壳",
    "机器人关节壳体",
    "变频器散热底座",
    "气动滑台本体",
    "氢能阀组壳体",
    "BMS 控制盒底壳",
    "医疗泵头壳体",
    "微型电机轴",
    "水泵轴",
    "输出轴 30",
    "输出轴 40",
    "丝杠支撑轴",
    "包装机凸轮轴",
    "医用注射泵螺杆",
    "液压阀芯轴",
    "IEC71 电机法兰",
    "减速机输出法兰 160",
    "泵用连接法兰 DN50",
    "真空 KF40 法兰",
    "轴承座端盖 80",
    "斜齿轮 M1.5 Z36",
    "斜齿轮 M2 Z42",
    "直齿轮 M2.5 Z32",
    "双联平衡阀块",
    "三位四通电磁阀块",
    "多路换向阀块",
    "液压站集成块 6 路",
    "比例减压阀块",
    "注塑机射台阀块",
    "斜齿减速机 GB60 i=2.67",
    "斜齿减速机 GB80 i=2.33",
    "斜齿减速机 GB100 i=2.07"};

constexpr const char* kDemoCompetitors[] = {"昆山锐精",
    "东莞宏拓",
    "台州永固",
    "苏州德莱",
    "常州北岭",
    "宁波凯旋精工",
    "佛山力劲达",
    "现有供应商",
    "客户自制"};

struct DemoNext {
    int stage;
    const char* text;
};
constexpr DemoNext kDemoNexts[] = {
    {0, "约技术交流，确认需求"},
    {0, "寄样册和检测能力清单"},
    {0, "电话确认项目时间表"},
    {1, "取图纸和年用量"},
    {1, "内部工艺评审"},
    {1, "确认目标价和到货方式"},
    {2, "发报价并约当面讲解"},
    {2, "跟进比价结果"},
    {2, "按新用量重新核价"},
    {3, "样件寄出并跟测试"},
    {3, "跟客户试装"},
    {3, "提交全尺寸报告"},
    {4, "过合同条款"},
    {4, "确认账期和首批交期"},
    {4, "催盖章回传"},
};

QString fromTemplate(const char* text, const QString& product)
{
    return QString::fromUtf8(text).replace(QStringLiteral("%1"), product);
}

} // namespace

QString demoProduct(DemoRandom& random)
{
    return QString::fromUtf8(random.pick(kDemoProducts));
}

QString demoCompetitor(DemoRandom& random)
{
    return QString::fromUtf8(random.pick(kDemoCompetitors));
}

QString demoNextStep(int stage, DemoRandom& random)
{
    while (true) {
        const DemoNext& next = random.pick(kDemoNexts);
        if (next.stage == stage)
            return QString::fromUtf8(next.text);
    }
}

QString demoLossNote(pipeline::LossReason reason, DemoRandom& random)
{
    using pipeline::LossReason;
    switch (reason) {
    case LossReason::Price:
        return QStringLiteral("对手含税价低 %1%，客户按最低价定点").arg(random.between(4, 16));
    case LossReason::Delivery:
        return QStringLiteral("要求 %1 天交样，我们排不进").arg(random.between(5, 10));
    case LossReason::Technology:
        return QStringLiteral("同轴度 0.01 以内我们过程能力不够");
    case LossReason::Payment:
        return QStringLiteral("客户坚持 %1 天承兑，财务不同意").arg(random.between(4, 6) * 30);
    case LossReason::Relationship:
        return QStringLiteral("集团指定供应商，没有进入短名单");
    case LossReason::Cancelled:
        return QStringLiteral("整机项目延期，零件采购取消");
    case LossReason::NoReply:
        return QStringLiteral("多次联系无回复，按规定关闭");
    case LossReason::Other:
        break;
    }
    return QStringLiteral("客户改设计，不再需要此零件");
}

void writeDemoSentence(
    activities::Activity& activity, int stage, const QString& product, DemoRandom& random)
{
    const DemoSentence* sentence = nullptr;
    do {
        sentence = &random.pick(kDemoSentences);
    } while (sentence->stage != stage);
    activity.kind = sentence->kind;
    activity.summary = fromTemplate(sentence->text, product);
    activity.needChange = QString::fromUtf8(sentence->need);
    activity.objection = QString::fromUtf8(sentence->objection);
    activity.minutes = sentence->kind == ActivityKind::Visit || sentence->kind == ActivityKind::Demo
        ? random.between(4, 12) * 15
        : random.between(1, 4) * 5;
    if (sentence->kind == ActivityKind::PriceTalk) {
        activity.competitor = demoCompetitor(random);
        activity.competitorPrice =
            UnitPrice::fromRaw(qint64{random.between(1'800, 46'000)} * (UnitPrice::kOne / 100));
    }
}

} // namespace chengdan::exchange
