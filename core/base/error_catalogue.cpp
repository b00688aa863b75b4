// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"

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
    {"NUMBER_FORMAT",
        "“{text}” 不是有效的数字，请只用数字和一个小数点",
        "“{text}” is not a number; use digits and one decimal point"},
    {"NUMBER_PRECISION",
        "“{text}” 的小数位超过 {digits} 位",
        "“{text}” has more than {digits} decimal places"},
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
    {"TIER_ORDER",
        "阶梯第 {n} 档的起订数量必须大于上一档",
        "Tier {n} must begin above the tier before it"},
    // exchange: files
    {"FILE_MISSING", "找不到文件 {file}", "The file {file} does not exist"},
    {"FILE_READ", "无法读取文件 {file}", "The file {file} cannot be read"},
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
    // storage
    {"STORAGE_FAULT", "存储出错：{detail}。刚才的修改没有保存", "Storage failed: {detail}. The last change was not saved"},
    {"STORAGE_LOCKED", "公司文件正被另一个程序占用，请稍后再试", "The company file is in use by another program; try again in a moment"},
    {"STORAGE_READ_ONLY", "公司文件是只读的，不能保存；请检查文件夹权限", "The company file is read-only; check the rights of its folder"},
    {"STORAGE_FULL", "磁盘已满，刚才的修改没有保存；请腾出空间后重试", "The disk is full and the last change was not saved; free some space and try again"},
    {"STORAGE_IO", "读写磁盘失败：{detail}", "Reading or writing the disk failed: {detail}"},
    {"FILE_DAMAGED", "公司文件已损坏，请从备份恢复", "The company file is damaged; restore it from a backup"},
    {"FILE_MISSING", "找不到公司文件 {path}", "There is no company file {path}"},
    {"FILE_EXISTS", "{path} 已经存在，不会覆盖", "{path} exists already and will not be overwritten"},
    {"FILE_NOT_OURS", "{path} 不是成单的公司文件", "{path} is not a Chengdan company file"},
    {"FILE_NEWER", "{path} 由更新版本的程序写成（文件 {file}，本程序 {program}），请先升级程序", "{path} was written by a newer program (file {file}, this program {program}); update the program first"},
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
        "The print font {font} is not installed and {used} is used instead; text in the PDF may not "
        "be searchable"},
    {"PRINT_FONT_MISSING",
        "本机没有任何中文字体（{font}），打印出的汉字会显示为方框；请先安装文泉驿正黑",
        "No Chinese font is installed ({font}), so Chinese characters print as boxes; install "
        "WenQuanYi Zen Hei"},
    {"QR_TOO_LONG",
        "内容太长（{length} 字节），不能做成二维码",
        "{length} bytes are too many for a QR code"},
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
    QString result =
        QString::fromUtf8(language == Language::English ? text->english : text->chinese);
    for (const auto& [name, value] : error.args)
        result.replace(QLatin1Char('{') + name + QLatin1Char('}'), value);
    return result;
}

QStringList knownErrorCodes()
{
    QStringList codes = index().keys();
    codes.sort();
    return codes;
}

} // namespace chengdan
