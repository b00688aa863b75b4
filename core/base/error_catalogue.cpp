// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"

#include "core/base/error_words.h"

#include <QHash>

namespace chengdan {

namespace {

struct Text {
    const char* code;
    const char* chinese;
    const char* english;
};

// One row per code, grouped by the room that raises it. {names} are filled from Error::args.
constexpr Text kTexts[] = {
    // base: numbers, text, codes
    {"LOG_FOLDER",
        "日志目录 {folder} 无法写入，请检查权限或磁盘空间",
        "The log folder {folder} cannot be written; check its rights and the free space"},
    {"NUMBER_FORMAT",
        "“{text}” 不是有效的数字，请只用数字和一个小数点",
        "“{text}” is not a number; use digits and one decimal point"},
    {"NUMBER_PRECISION",
        "“{text}” 的小数位超过 {digits} 位",
        "“{text}” has more than {digits} decimal places"},
    {"NUMBER_RANGE",
        "数值须在 {least} 到 {most} 之间",
        "The number must lie between {least} and {most}"},
    {"OVERFLOW_GUARD", "数值超出安全范围", "The number is outside the safe range"},
    {"RATE_PRECISION", "比例最细到 0.01%", "A rate may not be finer than 0.01 %"},
    {"RATE_RANGE", "比例须在 0%–100% 之间", "A rate must lie between 0 % and 100 %"},
    {"CURRENCY_UNKNOWN",
        "不认识币种 “{text}”，请用三个大写字母的代码",
        "Unknown currency “{text}”; use a code of three capital letters"},
    {"CURRENCY_MIX", "不同币种不能相加", "Amounts in different currencies cannot be added"},
    {"NO_WEIGHT", "没有可分配的权重", "There is no weight to share by"},
    {"DATE_FORMAT",
        "“{text}” 不是日期，请写成 2026-03-12",
        "“{text}” is not a date; write it as 2026-03-12"},
    {"ID_FORMAT", "“{text}” 不是有效的标识", "“{text}” is not a valid identifier"},
    {"AMOUNT_RANGE",
        "金额超出大写范围",
        "The amount is outside the range that can be written in capitals"},
    {"AMOUNT_MISMATCH", "大小写金额不一致", "The figures and the capitals disagree"},
    {"CAPITAL_FORMAT", "“{text}” 不是有效的大写金额", "“{text}” is not a valid amount in capitals"},
    {"CREDIT_CODE_LENGTH",
        "统一社会信用代码应为 18 位，现为 {length} 位",
        "A unified social credit code has 18 characters, this one has {length}"},
    {"CREDIT_CODE_CHARACTER",
        "第 {position} 位的 “{text}” 不允许出现在统一社会信用代码里",
        "“{text}” at position {position} is not allowed in a unified social credit code"},
    {"CREDIT_CODE_CHECK",
        "统一社会信用代码的校验位应为 {expected}，请核对",
        "The check character should be {expected}; please compare with the licence"},
    // quoting: prices, tiers, totals
    {"NO_PRICE_POLICY",
        "物料 {item} 对客户等级 “{grade}” 在 {date} 没有有效的定价政策，请先维护价格政策",
        "No price policy holds for item {item}, grade “{grade}” on {date}; add one first"},
    {"PRICE_STEP",
        "价格步长 {step} 比 {digits} 位小数的单价更细",
        "The price step {step} is finer than a price of {digits} decimals"},
    {"PRICE_DECIMALS", "单价小数位须为 2 到 6 位", "A unit price has 2 to 6 decimals"},
    {"PRICE_NEGATIVE", "单价不能为负数", "A unit price may not be negative"},
    {"COST_NEGATIVE",
        "成本为负数，不能据此定价，请检查物料清单",
        "The cost is negative and gives no price; check the bill of materials"},
    {"TIER_NONE",
        "数量 {quantity} 未达到任何阶梯",
        "Quantity {quantity} reaches none of the tiers"},
    {"QUOTE_NO_FX",
        "没有 {currency} 对 {base} 的汇率，请先录入汇率或直接填写",
        "There is no rate of {currency} to {base}; enter one in the rate table or on the quote"},
    {"QUOTE_NOT_COSTED",
        "此物料还不能核算成本，请联系成本人员",
        "This item cannot be costed yet; please ask the costing department"},
    {"QUOTE_FROZEN",
        "报价 {number} R{revision} 已发出，不能再改；请建新版本",
        "Quote {number} R{revision} has been sent and cannot change; make a new revision"},
    {"QUOTE_STATE",
        "报价当前状态（{state}）不允许此操作",
        "The quote’s present state ({state}) does not allow this"},
    {"QUOTE_UNKNOWN", "没有编号为 {number} 的报价", "There is no quote with the number {number}"},
    {"QUOTE_EMPTY",
        "报价没有任何计价行，不能提交",
        "The quote has no line with an amount and cannot be submitted"},
    {"QUOTE_NOT_PRICED",
        "第 {line} 行还没有单价，不能提交",
        "Line {line} has no price yet; the quote cannot be submitted"},
    {"QUOTE_EXPIRED",
        "有效期 {date} 已过，请先改有效期",
        "The validity ended on {date}; choose a later date first"},
    {"QUOTE_VALIDITY", "有效期不能早于报价日期", "A quote may not end before its own date"},
    {"QTY_POSITIVE", "数量必须大于零", "A quantity must be greater than zero"},
    {"ITEM_MISSING",
        "第 {line} 行的物料不存在或已删除",
        "The item of line {line} does not exist or was deleted"},
    {"ITEM_UNKNOWN", "没有编号为 {code} 的物料", "There is no item with the code {code}"},
    {"PRICE_DATES",
        "生效日须晚于现有价格的生效日 {date}",
        "The price must begin after the one it follows, which began on {date}"},
    {"BOM_DATES",
        "生效期与版本 {revision} 重叠，同一物料同一天只能有一个已发布版本",
        "The dates overlap those of revision {revision}; only one released revision may hold on a "
        "day"},
    {"BOM_EMPTY",
        "BOM 没有任何行，不能发布",
        "The bill of materials has no lines and cannot be released"},
    {"TIER_ORDER",
        "阶梯第 {n} 档的起订数量必须大于上一档",
        "Tier {n} must begin above the tier before it"},
    // exchange: files
    {"INPUT_MISSING", "找不到文件 {file}", "The file {file} does not exist"},
    {"INPUT_READ", "无法读取文件 {file}", "The file {file} cannot be read"},
    {"DIRECTORY_MISSING", "找不到文件夹 {file}", "The folder {file} does not exist"},
    {"CSV_EMPTY",
        "{file} 是空文件，第一行应为列名",
        "{file} is empty; its first row should hold the column names"},
    {"CSV_ENCODING",
        "{file} 的编码无法识别，请另存为 UTF-8",
        "The encoding of {file} is not recognised; save it as UTF-8"},
    {"CSV_HEADER_TWICE",
        "{file}：列名 “{column}” 出现了两次",
        "{file}: the column “{column}” appears twice"},
    {"CSV_UNTERMINATED",
        "{file} 第 {row} 行：引号没有结束",
        "{file} row {row}: a quotation mark is never closed"},
    {"CSV_QUOTE",
        "{file} 第 {row} 行：结束引号后面应为分隔符",
        "{file} row {row}: a closing quotation mark must be followed by a separator"},
    {"CSV_LIMIT",
        "{file} 第 {row} 行：超出文件、列数、行数或单元格长度的上限",
        "{file} row {row}: the file, a cell or the number of columns or rows is over the limit"},
    // exchange: imports
    {"DEMO_SCALE",
        "演示数据的规模须为 1 到 {most}",
        "The scale of the demo data must lie between 1 and {most}"},
    {"IMPORT_KIND",
        "不能导入 “{text}”，可导入：{known}",
        "“{text}” cannot be imported; known are {known}"},
    {"IMPORT_COLUMN_TWICE",
        "{file}：列 “{column}” 与另一列对应同一个字段",
        "{file}: the column “{column}” and another one stand for the same field"},
    {"IMPORT_NO_COLUMN",
        "{file} 的第一行没有一个认识的列名，请检查表头或使用列对应文件",
        "No header of {file} names a field; check its first row or use a mapping file"},
    {"IMPORT_AMBIGUOUS",
        "“{text}” 有多条同名记录，请改填编号",
        "Several records are named “{text}”; use their number instead"},
    {"IMPORT_MAPPING",
        "{file} 应为一个 JSON 对象：{\"列名\": \"字段\"}",
        "{file} should hold one JSON object of header and field names"},
    {"IMPORT_NOT_KEPT", "没有写入任何数据", "Nothing was written"},
    {"REFERENCE_UNKNOWN",
        "{table} {row}：找不到 “{text}”",
        "{table} {row}: “{text}” does not exist"},
    {"BOM_RELEASED",
        "BOM {row} 已发布，不能改动；请建新版本",
        "BOM {row} is released and cannot change; make a new revision"},
    {"PRICE_ROW_FIXED",
        "价格 {row} 已在使用，不能改动；请用新编号另加一行",
        "Price row {row} is in use and cannot change; add a row with a new id"},
    {"ITEM_UOM_CHANGED",
        "物料 {row} 已被使用，基本单位不能改成 {text}",
        "Item {row} is in use; its base unit cannot become {text}"},
    // storage
    {"STORAGE_FAULT",
        "存储出错：{detail}。刚才的修改没有保存",
        "Storage failed: {detail}. The last change was not saved"},
    {"STORAGE_LOCKED",
        "公司文件正被另一个程序占用，请稍后再试",
        "The company file is in use by another program; try again in a moment"},
    {"STORAGE_ACCESS",
        "公司文件打不开；请检查文件和文件夹的读写权限",
        "The company file cannot be opened; check the rights of the file and its folder"},
    {"CANCELLED", "已取消", "Cancelled"},
    {"JOB_FAULT",
        "程序内部出错，这项工作没有完成；其他工作不受影响",
        "Something went wrong inside the program and this work was not finished; nothing else is "
        "affected"},
    {"STORAGE_READ_ONLY",
        "公司文件是只读的，不能保存；请检查文件夹权限",
        "The company file is read-only; check the rights of its folder"},
    {"STORAGE_FULL",
        "磁盘已满，刚才的修改没有保存；请腾出空间后重试",
        "The disk is full and the last change was not saved; free some space and try again"},
    {"STORAGE_IO", "读写磁盘失败：{detail}", "Reading or writing the disk failed: {detail}"},
    {"FILE_DAMAGED",
        "公司文件已损坏，请从备份恢复",
        "The company file is damaged; restore it from a backup"},
    {"FILE_MISSING", "找不到公司文件 {path}", "There is no company file {path}"},
    {"FILE_EXISTS",
        "{path} 已经存在，不会覆盖",
        "{path} exists already and will not be overwritten"},
    {"FILE_NOT_OURS", "{path} 不是成单的公司文件", "{path} is not a Chengdan company file"},
    {"FILE_NEWER",
        "{path} 由更新版本的程序写成（文件 {file}，本程序 {program}），请先升级程序",
        "{path} was written by a newer program (file {file}, this program {program}); update the "
        "program first"},
    {"FOLDER_MISSING", "文件夹 {path} 不存在", "The folder {path} does not exist"},
    {"NOT_FOUND", "找不到这条记录（{what}）", "There is no such record ({what})"},
    {"UNKNOWN_COLUMN", "{table} 没有 {column} 这一列", "{table} has no column {column}"},
    // printed documents
    {"FILE_WRITE",
        "不能写入 {path}：{reason}。请检查文件夹是否存在、是否有写权限",
        "{path} cannot be written: {reason}. Check that the folder exists and may be written to"},
    {"PRINT_FAILED",
        "打印没有完成，请检查打印机后重试",
        "Printing did not finish; check the printer and try again"},
    {"PRINT_FONT_REPLACED",
        "本机没有打印字体 {font}，改用 {used}；PDF 里的文字可能搜索不到",
        "The print font {font} is not installed and {used} is used instead; text in the PDF may "
        "not "
        "be searchable"},
    {"PRINT_FONT_MISSING",
        "本机没有任何中文字体（{font}），打印出的汉字会显示为方框；请先安装文泉驿正黑",
        "No Chinese font is installed ({font}), so Chinese characters print as boxes; install "
        "WenQuanYi Zen Hei"},
    {"QR_TOO_LONG",
        "内容太长（{length} 字节），不能做成二维码",
        "{length} bytes are too many for a QR code"},
    {"COLUMN_MISSING", "{file} 缺少列 “{column}”", "{file} lacks the column “{column}”"},
    {"COLUMN_UNKNOWN",
        "{file} 的列 “{column}” 不认识，已忽略",
        "{file}: the unknown column “{column}” is ignored"},
    {"ROW_LENGTH",
        "{file} 第 {row} 行有 {found} 列，应为 {expected} 列",
        "{file} row {row} has {found} cells instead of {expected}"},
    {"CELL_MISSING", "此处必须填写", "A value is required here"},
    {"KEY_TWICE", "“{text}” 重复出现", "“{text}” appears twice"},
    {"VALUE_UNKNOWN",
        "“{text}” 不是允许的取值，可填 {allowed}",
        "“{text}” is not allowed; use {allowed}"},
    {"VALUE_RANGE", "“{text}” 超出允许的范围", "“{text}” is outside the allowed range"},
    // command line and calc
    {"USAGE_NO_COMMAND", "请给出命令；--help 列出全部", "Name a command; --help lists them"},
    {"USAGE_UNKNOWN_COMMAND",
        "没有命令 “{command}”；--help 列出全部",
        "There is no command “{command}”; --help lists them"},
    {"USAGE_UNKNOWN_OPTION", "不认识选项 {option}", "Unknown option {option}"},
    {"USAGE_NEEDS_VALUE", "选项 {option} 后面要有值", "The option {option} needs a value"},
    {"USAGE_TAKES_NO_VALUE", "选项 {option} 不带值", "The option {option} takes no value"},
    {"USAGE_MISSING", "缺少选项 {option}", "The option {option} is missing"},
    {"USAGE_WORD", "多余的参数 “{text}”", "Unexpected argument “{text}”"},
    {"USAGE_CALC",
        "用法：calc OP [FILE|-]，OP 可为 {names}",
        "Usage: calc OP [FILE|-]; OP is one of {names}"},
    {"JSON_FORMAT",
        "不是有效的 JSON（位置 {at}：{reason}）",
        "This is not valid JSON (at {at}: {reason})"},
    {"JSON_SHAPE", "每个输入都应是一个 JSON 对象", "Each input should be one JSON object"},
    {"FIELD_MISSING", "缺少字段 {name}", "The field {name} is missing"},
    {"FIELD_TYPE", "字段 {name} 的类型不对", "The field {name} has the wrong type"},
    {"PLAN_NOT_100",
        "收款计划合计 {x}%，应为 100%",
        "The payment plan adds up to {x} % instead of 100 %"},
    // access: rights, people, settings, and what any record must fulfil
    {"PERMISSION",
        "没有“{right}”的权限，请找管理员开通",
        "You lack the right to {right}; ask an administrator for it"},
    {"NOT_YOURS",
        "这条记录由其他人负责，请找负责人或上级处理",
        "This record belongs to somebody else; ask its owner or a manager"},
    {"PERSON_UNKNOWN", "没有登录名为 “{login}” 的人员", "There is nobody with the login “{login}”"},
    {"PERSON_INACTIVE",
        "“{login}” 已停用，不能再操作",
        "“{login}” is no longer active and cannot act"},
    {"PERSON_LOGIN",
        "登录名只能用小写字母、数字、点、横线和下划线",
        "A login has lower-case letters, digits, dots, dashes and underscores only"},
    {"PERSON_LEVEL", "报价级别须为 1 到 4", "The quoting level lies between 1 and 4"},
    {"LAST_ADMINISTRATOR",
        "至少要留一位在用的管理员",
        "At least one active administrator must remain"},
    {"COMPANY_EXISTS", "这个文件里已经有一家公司", "There is already a company in this file"},
    {"SETTING_VALUE",
        "“{value}” 不能作为设置 {key} 的值",
        "“{value}” cannot be the value of the setting {key}"},
    {"REQUIRED", "此项必填", "This must be filled in"},
    {"TOO_LONG",
        "内容过长：{length} 个字，最多 {most} 个",
        "The text is too long: {length} characters, at most {most}"},
    {"DUPLICATE", "“{value}” 已被 “{other}” 占用", "“{value}” is already taken by “{other}”"},
    {"IN_USE",
        "还有 {count} 条{table}引用它，不能删除",
        "It is still referred to by other records ({table}: {count}) and cannot be deleted"},
    {"CHANGED_MEANWHILE",
        "这条记录刚被别处修改，请重新打开后再改",
        "This record was changed elsewhere meanwhile; open it again and repeat the change"},
    // customers
    {"SIMILAR_CUSTOMER",
        "与现有客户 “{other}” 名称或电话相近，若确为另一家，请填写理由",
        "The name or phone resembles the customer “{other}”; state a reason if it is another one"},
    // pipeline and activities
    {"LOSS_REASON", "关闭为输单前请先选择输单原因", "Choose why it was lost before closing it"},
    {"STAGE_INACTIVE",
        "阶段 “{stage}” 已停用，请选择其他阶段",
        "The stage “{stage}” is no longer in use; choose another one"},
    {"STAGE_NONE",
        "还没有可用的销售阶段，请先在设置里添加",
        "There is no stage in use yet; add one in the settings"},
    {"STAGE_KIND",
        "这个阶段已有商机，不能改变它的结果类型，请新建阶段",
        "Opportunities have been in this stage, so its outcome cannot change; add a new stage"},
    {"STAGE_LAST",
        "至少要各有一个在用的进行中、赢单和输单阶段",
        "At least one open, one won and one lost stage must stay in use"},
    {"OTHER_CUSTOMER", "所选记录属于另一位客户", "The chosen record belongs to another customer"},
    {"AMOUNT_NEGATIVE", "金额不能为负数", "An amount may not be negative"},
    {"MINUTES_NEGATIVE", "时长不能为负数", "A duration may not be negative"},
    {"DAYS_NEGATIVE", "天数不能为负数", "A number of days may not be negative"},
    {"TIME_IN_FUTURE", "跟进时间不能晚于现在", "What happened cannot lie in the future"},
    // quoting: costing; {path} leads from the costed item to the culprit
    {"E_CYCLE",
        "BOM 循环：{path}。请打开其中一版 BOM，去掉指回上级的那一行",
        "BOM loop: {path}. Open one of these revisions and remove the line that points back"},
    {"E_NO_PRICE",
        "{item} 在 {date} 没有可用的采购价（需求量 "
        "{quantity}）。请录入价格、检查有效期与起订量，或填标准成本（{path}）",
        "{item} has no usable purchase price on {date} (needed: {quantity}). Enter a price, check "
        "its "
        "dates and minimum quantity, or fill in a standard cost ({path})"},
    {"E_NO_UOM",
        "{item} 的单位“{uom}”无法换算成基本单位“{base}”。请给该物料补充单位换算（{path}）",
        "{item}: unit “{uom}” cannot be converted to its base unit “{base}”. Add a unit conversion "
        "for the item ({path})"},
    {"E_NO_FX",
        "{item}：{date} 当天及之前没有 {currency} 对 {base} 的汇率。请录入汇率（{path}）",
        "{item}: there is no rate of {currency} to {base} on or before {date}. Enter one ({path})"},
    {"E_NO_RATE",
        "{item} 的工序 {op}：工作中心“{center}”在 {date} 没有费率。请录入费率（{path}）",
        "{item}, operation {op}: work center “{center}” has no rate on {date}. Enter one ({path})"},
    {"E_NO_BOM",
        "自制件 {item} 在 {date} 没有生效的 BOM，也没有价格或标准成本。请发布 BOM "
        "或补充其一（{path}）",
        "Made item {item} has no effective BOM on {date}, nor a price or standard cost. Release a "
        "BOM "
        "or add one of these ({path})"},
    {"E_NO_ITEM",
        "找不到物料 {item}。请新建该物料或改正编码（{path}）",
        "Item {item} does not exist. Create it or correct the code ({path})"},
    {"E_ZERO_LOT",
        "{item} 的批量、产出量或用量不是正数，无法分摊。请改成大于零的数（{path}）",
        "{item}: a lot, output or usage quantity is not positive, so nothing can be divided by it. "
        "Make it greater than zero ({path})"},
    {"E_YIELD_RANGE",
        "{item} 的合格率、损耗率、效率或分摊比例 {value}% 超出允许范围。请改正（{path}）",
        "{item}: a yield, scrap, efficiency or share of {value} % is out of range. Correct it "
        "({path})"},
    {"E_OVERFLOW",
        "{item} 的数量或金额超出可计算范围。请检查数量、单位换算和价格（{path}）",
        "{item}: a quantity or amount is too large to compute. Check quantities, unit conversions "
        "and "
        "prices ({path})"},
    {"W_STANDARD_COST",
        "{item} 没有可用的采购价，已按 {date} 的标准成本计算",
        "{item} has no usable price; its standard cost of {date} was used"},
    {"W_NO_BOM_FALLBACK",
        "自制件 {item} 没有生效的 BOM，已按其价格或标准成本计算",
        "Made item {item} has no effective BOM; its price or standard cost was used"},
    {"W_BOM_OVERLAP",
        "{item} 的 BOM 版本 {used} 与 {other} 有效期重叠，已采用 {used}。请收紧其中一版的日期",
        "BOM revisions {used} and {other} of {item} are valid at the same time; {used} was used. "
        "Narrow the dates of one"},
    {"W_PHANTOM_IGNORED",
        "虚拟件 {item} 的工序、产出率或分摊副产品不计入成本。如需计入请改为自制件",
        "Operations, yield and shared by-products of phantom {item} carry no cost. Make it a made "
        "item "
        "to count them"},
    {"W_TOOL_ON_BOUGHT",
        "{item} 按采购价计算，其模具费未计入",
        "{item} is costed by its price; its tooling was not added"},
    {"W_TOOL_USED_UP",
        "{item} 的模具 {tool} 已摊完，报价可不再计模具费",
        "Tool {tool} of {item} is fully amortised; the quote may leave tooling out"},
    {"W_MOQ",
        "{item} 需求 {quantity} 低于最小订购量 {moq}",
        "{item}: the {quantity} needed is below the minimum order of {moq}"},
    {"W_ORDER_MULTIPLE",
        "{item} 需求 {quantity} 不是订购倍数 {multiple} 的整数倍",
        "{item}: the {quantity} needed is no multiple of the order size {multiple}"},
    {"KIND_UNKNOWN",
        "没有名为 “{kind}” 的记录类型，可用：{names}",
        "There is no kind of record “{kind}”; known are {names}"},
    {"FILTER_FORMAT",
        "看不懂筛选条件 “{text}”，请写成 列名=值",
        "The filter “{text}” is not understood; write column=value"},
    {"EXPORT_FORMAT",
        "不能写成 {file}，请用 .csv 结尾的文件名",
        "{file} cannot be written; use a name that ends in .csv"},
    {"DOCTOR_FILE", "文件损坏（{table}）：{text}", "The file is damaged ({table}): {text}"},
    {"DOCTOR_REFERENCE",
        "{table}.{column}：{text} 行指向不存在的记录",
        "{table}.{column}: {text} rows name a record that does not exist"},
    {"DOCTOR_REQUIRED",
        "{table}.{column}：{text} 行缺少必填内容",
        "{table}.{column}: {text} rows lack a required value"},
    {"DOCTOR_DOUBLE",
        "{table}.{column}：{text} 个编号重复",
        "{table}.{column}: {text} keys are used more than once"},
    {"DOCTOR_OWNER",
        "{table}：{text} 行的负责人与所属单据不一致，可用 --fix 修正",
        "{table}: {text} rows have another owner than their document; --fix puts it right"},
    {"DOCTOR_SUM",
        "{table}.{column}：{text} 行的不含税额加税额不等于含税额",
        "{table}.{column}: in {text} rows net and tax do not make gross"},
    {"DOCTOR_LOOP",
        "物料 {text} 的 BOM 含有自身",
        "The bill of materials of {text} contains itself"},
    {"DOCTOR_JOURNAL",
        "{table}：{text} 条变更日志找不到记录",
        "{table}: {text} journal entries have lost their row"},
    {"USAGE_FORM", "用法：chengdanctl {text}", "Usage: chengdanctl {text}"},
    {"USAGE_PAIRS",
        "每个 --item 都要有一个 --qty；给出 --price 时也要一一对应",
        "Each --item needs its --qty, and its --price where prices are given"},
    {"PRINT_FORMAT",
        "不能打印成 {file}，请用 .pdf 结尾的文件名",
        "{file} cannot be printed; use a name that ends in .pdf"},
    {"USAGE_EXCLUDES",
        "选项 {option} 与 {other} 不能同时使用",
        "The options {option} and {other} exclude each other"},
};

const QHash<QString, const Text*>& index()
{
    static const QHash<QString, const Text*> map = [] {
        QHash<QString, const Text*> result;
        for (const Text& text : kTexts)
            result.insert(QString::fromLatin1(text.code), &text);
        return result;
    }();
    return map;
}

} // namespace

Language languageOf(QStringView name)
{
    return name.startsWith(QStringLiteral("en"), Qt::CaseInsensitive) ? Language::English
                                                                      : Language::Chinese;
}

QString sentence(const Error& error, Language language)
{
    const Text* text = index().value(error.code);
    if (text == nullptr)
        return error.code;
    const QString form =
        QString::fromUtf8(language == Language::English ? text->english : text->chinese);
    // One pass, so that braces inside a value a person typed are never taken for a name.
    QString result;
    qsizetype at = 0;
    while (at < form.size()) {
        const qsizetype open = form.indexOf(QLatin1Char('{'), at);
        const qsizetype close = open < 0 ? -1 : form.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        const QString name = form.mid(open + 1, close - open - 1);
        const bool coded = name == QStringLiteral("right") || name == QStringLiteral("what")
            || name == QStringLiteral("table");
        result += form.mid(at, open - at)
            + (coded ? errorWord(error.arg(name), language) : error.arg(name));
        at = close + 1;
    }
    return result + form.mid(at);
}

QStringList knownErrorCodes()
{
    QStringList codes = index().keys();
    codes.sort();
    return codes;
}

} // namespace chengdan
