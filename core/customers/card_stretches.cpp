// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/card_stretches.h"

#include <algorithm>

namespace chengdan::customers {

namespace {

struct Label {
    const char* words;
    std::optional<CardField> field; ///< nothing: what follows is none of a contact's
};

const std::vector<Label>& labels()
{
    static const std::vector<Label> all{
        {"公司名称|单位名称|企业名称|公司全称|开票抬头|发票抬头|抬头|购方名称|客户名称|公\\s*司|"
         "单\\s*位|客\\s*户|采购商|采购方|需方|户\\s*名|"
         "company(?: name)?|firma",
            CardField::Company},
        {"联\\s*系\\s*人|姓\\s*名|收货人|收件人|经办人|对接人|负责人|名\\s*字|name|contact(?: "
         "person)?|attn",
            CardField::Name},
        {"职\\s*务|职\\s*位|岗\\s*位|title|position|job title", CardField::Title},
        {"公司地址|单位地址|通讯地址|联系地址|收货地址|办公地址|工厂地址|注册地址|详细地址|厂\\s*"
         "址|"
         "地\\s*址(?:、?电话)?|总\\s*部|分\\s*厂|工\\s*厂|仓\\s*库|门\\s*店|办事处|address|addr?|"
         "adresse|A",
            CardField::Address},
        {"开户行及账号|开户银行|开户行|银\\s*行|bank|部\\s*门|dept|department|行\\s*业|备\\s*注|"
         "主\\s*营|产\\s*品|"
         "经营范围|电\\s*话|手\\s*机|传\\s*真|座\\s*机|邮\\s*箱|邮\\s*编|微\\s*信|QQ|网\\s*址|"
         "税\\s*号|纳税人识别号|统一社会信用代码|tel|mobile|mob|fax|e-?mail|phone|wechat|web|zip",
            std::nullopt},
    };
    return all;
}

// "联系人:" and the like, wherever they stand in a line.
const QRegularExpression& labelExpression()
{
    static const QRegularExpression kLabel = [] {
        QStringList groups;
        for (const Label& label : labels())
            groups +=
                QStringLiteral("(?<l%1>%2)").arg(groups.size()).arg(QString::fromUtf8(label.words));
        const QString words =
            QStringLiteral("(?<![\\p{Han}A-Z])(?:") + groups.join(QLatin1Char('|'));
        return QRegularExpression(
            words + QStringLiteral(")\\s*\\.?(?:\\s*[(/]\\s*[A-Z. ]+\\.?\\)?)?\\s*[:：]\\s*"),
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption);
    }();
    return kLabel;
}

std::optional<CardField> fieldOf(const QRegularExpressionMatch& match)
{
    for (std::size_t i = 0; i < labels().size(); ++i) {
        if (!match.captured(QStringLiteral("l%1").arg(i)).isEmpty())
            return labels()[i].field;
    }
    return std::nullopt;
}

} // namespace

QRegularExpression cardExpression(const char* text)
{
    return QRegularExpression(QString::fromUtf8(text),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

bool hasHan(QStringView text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

Stretch trimmed(Stretch stretch)
{
    static const QRegularExpression kEdge = cardExpression(
        "^[\\s\\x{1F}·•●◆★☆▪|丨/,.:：;\\-–—_*~【】\\[\\]<>《》“”\"'\\p{So}\\p{Cs}]+");
    static const QRegularExpression kEnd =
        cardExpression("[\\s\\x{1F}·•|丨/,:：;\\-–—_*~【】\\[\\]<>《》“”\"'\\p{So}\\p{Cs}]+$");
    const qsizetype front = kEdge.match(stretch.text).capturedLength();
    stretch.at += front;
    stretch.text = stretch.text.mid(front);
    stretch.text.chop(kEnd.match(stretch.text).capturedLength());
    if (stretch.text.endsWith(QLatin1Char('(')))
        stretch.text = stretch.text.chopped(1).trimmed();
    if (stretch.text.endsWith(QLatin1Char(')')) && !stretch.text.contains(QLatin1Char('(')))
        stretch.text.chop(1);
    return stretch;
}

void splitStretch(const Stretch& line, const QRegularExpression& between, std::vector<Stretch>& to)
{
    qsizetype from = 0;
    const auto add = [&](qsizetype until) {
        Stretch part = trimmed({line.at + from, line.text.mid(from, until - from), line.said});
        if (!part.text.isEmpty())
            to.push_back(std::move(part));
    };
    for (auto all = between.globalMatch(line.text); all.hasNext();) {
        const auto match = all.next();
        add(match.capturedStart());
        from = match.capturedEnd();
    }
    add(line.text.size());
}

void stretchesOf(const Stretch& line, std::vector<Stretch>& to)
{
    static const QRegularExpression kBetweenFields =
        cardExpression("[|丨\\t\\x{1F}]+|\\s{2,}|\\s+[/·•]\\s+|[,，](?=\\x{1F})");
    static const QRegularExpression kBetweenClauses = cardExpression(
        "[|丨\\t\\x{1F}，；。！？、~]+|[!?;](?![0-9A-Z])|(?<=\\p{Han}),|,(?=\\s*\\p{Han}"
        ")|\\s{2,}|\\s+[/·•]\\s+|\\.{2,}|…+");
    qsizetype from = 0;
    std::optional<CardField> said;
    bool labelled = false;
    const auto add = [&](qsizetype until) {
        const Stretch part{line.at + from, line.text.mid(from, until - from), said};
        if (labelled && !said)
            return; // of a field no contact has
        splitStretch(part, said || !hasHan(part.text) ? kBetweenFields : kBetweenClauses, to);
    };
    for (auto all = labelExpression().globalMatch(line.text); all.hasNext();) {
        const auto match = all.next();
        add(match.capturedStart());
        from = match.capturedEnd();
        said = fieldOf(match);
        labelled = true;
    }
    add(line.text.size());
}

} // namespace chengdan::customers
