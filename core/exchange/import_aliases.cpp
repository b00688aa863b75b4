// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_cells.h"

namespace chengdan::exchange {

namespace {

// Headers of files that came out of other systems; the labels of this program are known anyway.
struct Alias {
    const char* table; ///< empty: every table
    const char* column;
    const char* words; ///< separated by |
};

constexpr Alias kAliases[] = {
    {"customer", "number", "客户编号|客户编码|客户代码|编号|编码"},
    {"customer", "name", "客户名称|公司名称|单位名称|企业名称|名称|客户|客户全称"},
    {"customer", "short_name", "简称|客户简称"},
    {"customer", "mnemonic", "助记码|拼音码"},
    {"customer", "credit_code", "统一社会信用代码|信用代码|税号|纳税人识别号"},
    {"customer", "kind", "客户类型|性质"},
    {"customer", "grade", "客户等级|等级|级别"},
    {"customer", "status", "客户状态|状态"},
    {"customer", "industry", "行业|所属行业"},
    {"customer", "region", "区域|大区|销售区域"},
    {"customer", "province", "省份|省"},
    {"customer", "city", "城市|市"},
    {"customer", "address", "地址|详细地址|公司地址"},
    {"customer", "postal_code", "邮编|邮政编码"},
    {"customer", "phone", "电话|公司电话|总机|联系电话"},
    {"customer", "website", "网址|网站"},
    {"customer", "source", "来源|客户来源"},
    {"customer", "payment_terms", "付款条件|付款方式|账期|结算方式"},
    {"customer", "invoice_title", "开票名称|发票抬头"},
    {"customer", "bank_name", "开户行|开户银行"},
    {"customer", "bank_account", "银行账号|账号"},
    {"customer", "invoice_address", "开票地址"},
    {"customer", "invoice_phone", "开票电话"},
    {"contact", "customer", "客户|客户名称|公司|公司名称|所属客户"},
    {"contact", "name", "姓名|联系人|联系人姓名|名称"},
    {"contact", "title", "职务|职位"},
    {"contact", "department", "部门"},
    {"contact", "phone", "电话|座机|办公电话"},
    {"contact", "mobile", "手机|手机号|移动电话"},
    {"contact", "email", "邮箱|电子邮箱|电子邮件"},
    {"contact", "wechat", "微信|微信号"},
    {"contact", "role", "决策角色|角色"},
    {"contact", "is_primary", "主要联系人|首要联系人|是否主联系人"},
    {"item", "code", "物料编码|物料代码|料号|编码|产品编码|品号"},
    {"item", "name", "物料名称|名称|品名|产品名称"},
    {"item", "spec", "规格|规格型号|型号"},
    {"item", "drawing_no", "图号"},
    {"item", "drawing_rev", "图纸版本|版本"},
    {"item", "kind", "物料类型|类型|属性|来源类型"},
    {"item", "base_uom", "单位|基本单位|计量单位"},
    {"item", "item_group", "分类|物料分类|物料组|类别"},
    {"item", "element", "成本要素"},
    {"item", "lot_policy", "批量策略"},
    {"item", "costing_lot", "核算批量|标准批量"},
    {"item", "moq", "最小起订量|起订量"},
    {"item", "order_multiple", "订货倍数"},
    {"item", "sales_item", "可销售|是否销售"},
    {"opportunity", "number", "商机编号|编号"},
    {"opportunity", "name", "商机名称|商机|项目名称|名称|主题"},
    {"opportunity", "customer", "客户|客户名称|公司名称"},
    {"opportunity", "contact", "联系人"},
    {"opportunity", "stage", "阶段|销售阶段|商机阶段"},
    {"opportunity", "amount", "金额|预计金额|商机金额|预计成交金额"},
    {"opportunity", "currency", "币种"},
    {"opportunity", "probability", "赢率|成功率|概率|可能性"},
    {"opportunity", "expected_close", "预计成交日期|预计签单日期|预计成交|预计结束日期"},
    {"opportunity", "next_step", "下一步|下步计划"},
    {"opportunity", "next_on", "下次跟进|下次跟进日期|下次联系时间"},
    {"opportunity", "opened_on", "开始日期|立项日期|商机日期"},
    {"opportunity", "entered_stage_on", "进入阶段日期"},
    {"opportunity", "closed_on", "关闭日期|成交日期"},
    {"opportunity", "source", "来源|商机来源"},
    {"opportunity", "competitor", "竞争对手|竞品"},
    {"opportunity", "loss_reason", "丢单原因|输单原因"},
    {"opportunity", "loss_note", "丢单说明|输单说明"},
    {"", "note", "备注|说明"},
    {"", "remark", "备注|说明"},
    {"", "owner", "负责人|业务员|销售|跟进人|所属人|owner"},
    {"", "created_at", "创建时间|创建日期|建档日期|录入日期|created at"},
    {"", "created_by", "创建人|建档人|录入人|created by"},
};

constexpr Alias kChoiceAliases[] = {
    {"", "company", "企业|公司|单位"},
    {"", "consumer", "个人|消费者"},
    {"", "A", "A级|A类"},
    {"", "B", "B级|B类"},
    {"", "C", "C级|C类"},
    {"", "D", "D级|D类"},
    {"", "pending", "待登记"},
    {"", "active", "跟进中|正常|有效"},
    {"", "pool", "公海"},
    {"", "inactive", "已放弃|停用|无效"},
    {"", "make", "自制|自制件|制造"},
    {"", "buy", "外购|采购|采购件|外购件"},
    {"", "phantom", "虚拟件|虚拟"},
    {"", "service", "外协|服务|加工费"},
    {"", "tool", "模具|工装"},
    {"", "order", "按订单批量"},
    {"", "standard", "标准批量"},
    {"", "decider", "决策人|决策者"},
    {"", "buyer", "采购"},
    {"", "technical", "技术"},
    {"", "user", "使用人"},
    {"", "finance", "财务"},
    {"", "influencer", "影响者"},
    {"", "unknown", "未知"},
    {"", "price", "价格"},
    {"", "delivery", "交期"},
    {"", "technology", "技术"},
    {"", "payment", "付款"},
    {"", "relationship", "关系"},
    {"", "cancelled", "项目取消|取消"},
    {"", "no_reply", "无回复"},
    {"", "other", "其他"},
};

QStringList wordsOf(const Alias& alias)
{
    return QString::fromUtf8(alias.words).split(QLatin1Char('|'));
}

} // namespace

QStringList importAliases(QStringView table, QStringView column)
{
    QStringList found;
    for (const Alias& alias : kAliases) {
        const bool fits = *alias.table == '\0' || table == QLatin1String(alias.table);
        if (fits && column == QLatin1String(alias.column))
            found += wordsOf(alias);
    }
    return found;
}

QStringList choiceAliases(QStringView code)
{
    for (const Alias& alias : kChoiceAliases) {
        if (code == QLatin1String(alias.column))
            return wordsOf(alias);
    }
    return {};
}

} // namespace chengdan::exchange
