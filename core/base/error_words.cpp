// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_words.h"

#include <QHash>

namespace chengdan {

namespace {

struct Word {
    const char* code;
    const char* chinese;
    const char* english;
};

constexpr Word kWords[] = {
    // records, by table
    {"region", "区域", "region"},
    {"team", "团队", "team"},
    {"person", "人员", "person"},
    {"person_role", "角色", "role"},
    {"company_setting", "公司设置", "company setting"},
    {"customer", "客户", "customer"},
    {"contact", "联系人", "contact"},
    {"stage", "销售阶段", "stage"},
    {"opportunity", "商机", "opportunity"},
    {"stage_change", "阶段变更", "stage change"},
    {"activity", "跟进记录", "activity"},
    {"attachment", "附件", "attachment"},
    {"uom", "计量单位", "unit of measure"},
    {"item", "物料", "item"},
    {"item_uom", "物料单位换算", "item unit"},
    {"item_cost", "物料成本", "item cost"},
    {"bom", "物料清单", "bill of materials"},
    {"bom_line", "物料清单行", "BOM line"},
    {"operation", "工序", "operation"},
    {"work_center", "工作中心", "work centre"},
    {"work_center_rate", "工作中心费率", "work centre rate"},
    {"supplier", "供应商", "supplier"},
    {"price_row", "采购价", "price row"},
    {"fx_rate", "汇率", "exchange rate"},
    {"overhead_rule", "费用规则", "overhead rule"},
    {"tool", "模具", "tool"},
    {"price_policy", "定价政策", "price policy"},
    {"float_authority", "浮动权限", "price authority"},
    {"quote", "报价", "quote"},
    {"quote_revision", "报价版本", "quote revision"},
    {"quote_line", "报价行", "quote line"},
    {"quote_line_cost", "报价行成本", "cost of a quote line"},
    {"quote_tier", "报价数量档", "quote tier"},
    {"cost_snapshot", "成本快照", "cost snapshot"},
    {"audit_entry", "审计记录", "audit entry"},
    {"saved_view", "视图", "view"},
    {"sales_order", "销售订单", "sales order"},
    {"sales_order_line", "订单行", "order line"},
    // rights
    {"customer.edit", "编辑客户", "edit customers"},
    {"opportunity.edit", "编辑商机", "edit opportunities"},
    {"activity.edit", "记跟进", "log activities"},
    {"quote.edit", "编辑报价", "edit quotes"},
    {"quote.approve", "审批报价", "approve quotes"},
    {"item.edit", "编辑物料与 BOM", "edit items and BOMs"},
    {"cost.view", "查看成本", "see costs"},
    {"policy.edit", "编辑定价政策", "edit price policies"},
    {"import", "导入", "import files"},
    {"export.large", "导出大批数据", "export long lists"},
    {"admin", "管理公司", "administer the company"},
};

} // namespace

QString errorWord(const QString& text, Language language)
{
    static const QHash<QString, const Word*> words = [] {
        QHash<QString, const Word*> result;
        for (const Word& word : kWords)
            result.insert(QString::fromLatin1(word.code), &word);
        return result;
    }();
    const qsizetype blank = text.indexOf(QLatin1Char(' '));
    const Word* word = words.value(blank < 0 ? text : text.left(blank));
    if (word == nullptr)
        return text;
    const QString known =
        QString::fromUtf8(language == Language::English ? word->english : word->chinese);
    return blank < 0 ? known : known + text.mid(blank);
}

} // namespace chengdan
