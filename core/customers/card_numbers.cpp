// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/card_numbers.h"

#include "core/base/credit_code.h"

#include <QRegularExpression>

#include <functional>

namespace chengdan::customers {

namespace {

using Match = QRegularExpressionMatch;
/// The part a match stands for; nothing when it is none after all.
using Reading = std::function<std::optional<CardPart>(const Match& match)>;

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

CardPart part(CardField field, QString value, const Match& match)
{
    return {field, std::move(value), match.capturedStart(), match.capturedLength()};
}

// Blanks instead of the characters: places in the rest stay what they are.
void blank(QString& text, const Match& match)
{
    for (qsizetype at = match.capturedStart(); at < match.capturedEnd(); ++at) {
        if (text[at] != QLatin1Char('\n'))
            text[at] = QLatin1Char('\x1F');
    }
}

void take(QString& text, const char* pattern, std::vector<CardPart>& parts, const Reading& reading)
{
    const QRegularExpression expression(QString::fromUtf8(pattern),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    std::vector<Match> matches;
    for (auto all = expression.globalMatch(text); all.hasNext();)
        matches.push_back(all.next());
    for (const Match& match : matches) {
        const auto read = reading(match);
        if (!read)
            continue;
        if (!read->value.isEmpty())
            parts.push_back(*read);
        blank(text, match);
    }
}

bool isFax(const QString& label)
{
    static const QRegularExpression kFax(QStringLiteral("传\\s*真|傳真|fax|\\bF\\s*[:：. ]"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kPhone(
        QStringLiteral("电\\s*话|電話|tel|phone"), QRegularExpression::CaseInsensitiveOption);
    return label.contains(kFax) && !label.contains(kPhone);
}

// Found, but nothing a contact has.
std::optional<CardPart> leaveOut(const Match& match)
{
    return part(CardField::Email, {}, match);
}

std::optional<CardPart> landline(const Match& match)
{
    static const QRegularExpression kFax(
        QStringLiteral("传真|fax|F[:：. ]"), QRegularExpression::CaseInsensitiveOption);
    const QString label = match.captured(QStringLiteral("label"));
    QString area = digitsOf(match.captured(QStringLiteral("area")));
    const QString local = digitsOf(match.captured(QStringLiteral("number")));
    const bool hotline =
        area.size() == 3 && local.size() == 7 && area.endsWith(QLatin1String("00"));
    if (!hotline && !area.startsWith(QLatin1Char('0')))
        area.prepend(QLatin1Char('0'));
    // Hotlines are written 400-820-1234.
    QString number = area + QLatin1Char('-')
        + (hotline ? local.left(3) + QLatin1Char('-') + local.mid(3) : local);
    if (const QString extension = match.captured(QStringLiteral("extension")); !extension.isEmpty())
        number += QLatin1Char('-') + extension;
    return part(isFax(label) ? CardField::Fax : CardField::Landline, number, match);
}

std::optional<CardPart> abroad(const Match& match)
{
    static const QRegularExpression kMobile(
        QStringLiteral("mob|cell|handy|whatsapp|手机|手機|行动|行動|手提|\\bM[:：. ]"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kZero(QStringLiteral("\\(0\\)"));
    const QString label = match.captured(QStringLiteral("label"));
    QString number = match.captured(QStringLiteral("number"));
    number.replace(kZero, QString());
    if (label.contains(kMobile))
        return part(CardField::Mobile, QLatin1Char('+') + digitsOf(number), match);
    static const QRegularExpression kBetween(QStringLiteral("[^0-9]+"));
    static const QRegularExpression kFront(QStringLiteral("^(?:[^0-9]|00)+"));
    number.replace(kFront, QString());
    number = QLatin1Char('+') + number.replace(kBetween, QStringLiteral("-"));
    return part(isFax(label) ? CardField::Fax : CardField::Landline, number, match);
}

void takeLetterHead(QString& text, std::vector<CardPart>& parts)
{
    // The head of a letter names whom it was sent to, and what it is about.
    take(text, "^\\s*(?:收件人|抄送|to|cc|bcc)\\s*[:：].*@.*$", parts, leaveOut);
    take(text, "^\\s*(?:主题|subject|发送时间|sent|日期|date|时间)\\s*[:：].*$", parts, leaveOut);
}

void takeAddresses(QString& text, std::vector<CardPart>& parts)
{
    take(text,
        "(?:(?:e-?mails?|电?子?邮[箱件]|mail|E)\\s*[:：.]?\\s*)?"
        "(?<mail>[A-Z0-9][A-Z0-9._%+-]*@[A-Z0-9-]+(?:\\.[A-Z0-9-]+)*\\.[A-Z]{2,})",
        parts,
        [](const Match& match) {
            return std::optional(
                part(CardField::Email, match.captured(QStringLiteral("mail")), match));
        });
    take(text,
        "(?:(?:网址|网站|主页|官网|web(?:site)?|www|url|W)\\s*[:：]?\\s*)?"
        "(?:https?://[^\\s，。；、]+|www\\.[A-Z0-9.-]+[^\\s，。；、]*)",
        parts,
        leaveOut);
    take(text,
        "(?:(?:统一)?社会?信用代码|税号|纳税人识别号|信用代码|Tax\\s*(?:No|ID)\\.?)?"
        "\\s*[:：]?\\s*(?<code>(?<![A-Z0-9])[0-9A-Z]{18})(?![A-Z0-9])",
        parts,
        [](const Match& match) -> std::optional<CardPart> {
            const auto code = normaliseCreditCode(match.captured(QStringLiteral("code")));
            return part(CardField::CreditCode, code ? *code : QString(), match);
        });
}

void takeOtherNumbers(QString& text, std::vector<CardPart>& parts)
{
    take(text,
        "(?<![/及和&])(?:微信号?|wechat|weixin|VX|V信|WX)\\s*(?:ID|号|同号)?\\s*[:：]\\s*"
        "(?<id>[A-Z][A-Z0-9_-]{5,19}|\\d{6,11})",
        parts,
        [](const Match& match) {
            return std::optional(
                part(CardField::Wechat, match.captured(QStringLiteral("id")), match));
        });
    // Numbers with a label that says they are something else.
    take(text,
        "(?:QQ群?|会议号|访问量|图纸号|支付宝|备案号?|来电时间|[账帐]号|[账帐]户|卡号|订单号?|单号|"
        "合同号?|图号|料号|编号|发票号?|运单|快递|"
        "邮编|邮政编码|"
        "zip|P\\.?C\\.?|postcode|order(?:\\s*no\\.?)?|account(?:\\s*no\\.?)?|IBAN|税号|"
        "纳税人识别号|信用代码)\\s*(?:为|是)?\\s*[:：.#]?\\s*"
        "(?=[A-Z /_.-]{0,8}\\d)[A-Z0-9][A-Z0-9 /_.-]{3,}[A-Z0-9]",
        parts,
        leaveOut);
}

void takeMobiles(QString& text, std::vector<CardPart>& parts)
{
    take(text,
        "(?:(?:手\\s*机|移动电话|移动|手提|手機|行動|mobile?|mob|cell|phone|电\\s*话|联系方式|tel|"
        "MB|MP|"
        "M|T|C|P|H/?P)(?:号码|号)?(?:\\s*[/及和同]?\\s*微信(?:同号|号)?)?\\s*[:：.]?\\s*)?"
        "(?<![0-9A-Z.,-])(?:[(（]?\\+?\\s*(?:0086|86)[)）]?[\\s-]*(?:[(（]0[)）]\\s*)?)?"
        "(?<number>1[3-9]\\d(?:[\\s-]?\\d{4}[\\s-]?\\d{4}|[\\s-]?\\d{3}[\\s-]?\\d{5}|"
        "\\d[\\s-]?\\d{3}[\\s-]?\\d{4})|1(?:\\s\\d){10})(?![0-9]|[.-][0-9A-Z]|[A-Z])",
        parts,
        [](const Match& match) {
            return std::optional(part(CardField::Mobile,
                digitsOf(match.captured(QStringLiteral("number"))).right(11),
                match));
        });
}

void takeLandlines(QString& text, std::vector<CardPart>& parts)
{
    // An area code begins with 0, which falls away behind +86; the numbers of hotlines have none.
    const QByteArray label(
        "(?<label>(?:电\\s*话|座机|固话|办公|总机|传\\s*真|热线|fax|tele?(?:phone)?|"
        "phone|T|F|P|O|direct|office|直线|服务热线)\\s*(?:/\\s*(?:传真|fax))?\\s*[:：.]?\\s*)?");
    const QByteArray extension("(?:\\s*(?:[(（]\\p{Han}{1,4}[)）])?\\s*(?:转|-|–|—|\\*|ext\\.?|x|"
                               "分机)\\s*(?<extension>\\d{1,5}))?(?![0-9])");
    const QByteArray shapes[] = {
        "(?<![0-9A-Z.-])[(（]?(?<area>0\\d{2,3})[)）]?[\\s—–-]*"
        "(?<number>\\d{7,8}|\\d{3,4}[ -]\\d{4}|\\d{4} \\d{3})",
        "[(（]?\\+?(?:0086|86)[)）]?[\\s-]*[(（]?(?:0[)）]?)?(?<area>0?[1-9]\\d{1,2})[)）]?[\\s-]*"
        "(?<number>\\d{7,8}|\\d{3,4}[ -]\\d{4})",
        "(?<![0-9A-Z.-])(?<area>[48]00)[\\s-]?(?<number>\\d{3}[\\s-]?\\d{4}|\\d{4}[\\s-]?\\d{3})",
    };
    for (const QByteArray& shape : shapes)
        take(text, (label + shape + extension).constData(), parts, landline);
}

void takeForeignPhones(QString& text, std::vector<CardPart>& parts)
{
    take(text,
        "(?<label>[A-Z\\p{Han}/]{1,15}[.:：]{0,2}\\s*)?(?<number>\\+(?!86)[1-9]\\d{0,2}"
        "(?:[ ./-]?\\(?\\d{1,5}\\)?){2,6})",
        parts,
        abroad);
    take(text,
        "(?<label>[A-Z\\p{Han}/]{1,15}[.:：]{0,2}\\s*)?(?<number>[(（]?(?:00)?(?:852|853|886)[)）]?"
        "[\\s-]*\\d{4}[\\s-]?\\d{4})(?![0-9])",
        parts,
        abroad);
}

} // namespace

std::vector<CardPart> takeNumbers(QString& text)
{
    std::vector<CardPart> parts;
    for (auto* each : {&takeLetterHead,
             &takeAddresses,
             &takeOtherNumbers,
             &takeMobiles,
             &takeLandlines,
             &takeForeignPhones})
        each(text, parts);
    return parts;
}

} // namespace chengdan::customers
