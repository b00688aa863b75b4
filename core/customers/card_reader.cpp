// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/card_reader.h"

#include "core/customers/card_numbers.h"
#include "core/customers/card_stretches.h"
#include "core/customers/card_words.h"

#include <algorithm>

namespace chengdan::customers {

namespace {

constexpr qsizetype kLongestText = 10'000;

// Full-width letters, digits and signs as their half-width ones, each in its place.
QString halfWidth(const QString& text)
{
    QString half = text.left(kLongestText);
    for (QChar& c : half) {
        if (c >= QChar(u'！') && c <= QChar(u'～') && c != QChar(u'，') && c != QChar(u'；')
            && c != QChar(u'！') && c != QChar(u'？'))
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        else if (c == QChar(u'\u3000') || c == QChar(u'\u00A0') || c == QChar(u'\r'))
            c = QLatin1Char(' ');
    }
    return half;
}

class CardText {
public:
    CardText(const QString& text, std::vector<CardPart>& parts)
        : m_text(text)
        , m_parts(parts)
    {
    }

    void read(const Stretch& stretch)
    {
        if (const auto place = secondLanguage(stretch)) {
            Stretch first = pieceOf(stretch, 0, *place);
            first.said = stretch.said;
            read(first);
            Stretch second = pieceOf(stretch, *place, stretch.text.size());
            second.said = stretch.said;
            read(second);
            return;
        }
        if (!stretch.said && continuesAddress(stretch))
            add(CardField::Address, stretch);
        else if (stretch.said)
            readLabelled(stretch);
        else if (hasHan(stretch.text))
            readChinese(stretch);
        else
            readWestern(stretch);
    }

private:
    void add(CardField field, const Stretch& stretch)
    {
        m_parts.push_back({field, stretch.text, stretch.at, stretch.text.size()});
    }

    // "王建国 Wang Jianguo", "Buyer / 采购专员": where the second one begins.
    static std::optional<qsizetype> secondLanguage(const Stretch& stretch)
    {
        static const QRegularExpression kThenLatin = cardExpression(
            "^[^A-Z]*\\p{Han}[^A-Z]*?(?<blank>[\\s/(（]+)[A-Z][A-Z.'&]+[^\\p{Han}]*$");
        static const QRegularExpression kThenHan = cardExpression(
            "^(?![A-Z]{2,4}\\s+\\p{Han}{2,3}$)[A-Z][A-Z.'&]+[^\\p{Han}]*?(?<blank>[\\s/"
            "]+)\\p{Han}[^A-Z]*$");
        if (stretch.said == CardField::Address || isAddress(stretch.text))
            return std::nullopt;
        for (const auto* shape : {&kThenLatin, &kThenHan}) {
            const auto match = shape->match(stretch.text);
            if (match.hasMatch())
                return match.capturedEnd(QStringLiteral("blank"));
        }
        return std::nullopt;
    }

    // The next line of an address, or the room behind it.
    bool continuesAddress(const Stretch& stretch) const
    {
        static const QRegularExpression kRoom = cardExpression(
            "^(?:[0-9A-Z#][0-9A-Z#\\s-]*\\s*(?:号楼|号|室|楼|层|栋|幢|座|F)?|"
            "[\\p{Han}A-Z0-9\\s-]{1,30}\\d+\\s*(?:号|室|楼|层|栋|幢|座)|[\\p{Han}\\d]{2,"
            "20}(?:园|村|旁|内|院))$");
        static const QRegularExpression kPostcode(
            QStringLiteral("^\\d{6}$|^[A-Z]{1,3}$|^[0-9A-Z]{18}$"));
        if (m_parts.empty() || m_parts.back().field != CardField::Address)
            return false;
        const CardPart& before = m_parts.back();
        const QString between =
            m_text.mid(before.at + before.length, stretch.at - before.at - before.length);
        return between.trimmed().isEmpty() && between.count(QLatin1Char('\n')) <= 1
            && hasHan(before.value) && !kPostcode.match(stretch.text).hasMatch()
            && kRoom.match(stretch.text).hasMatch() && !isChineseName(stretch.text)
            && !isTitle(stretch.text);
    }

    static Stretch pieceOf(const Stretch& whole, qsizetype at, qsizetype length)
    {
        return trimmed({whole.at + at, whole.text.mid(at, length), {}});
    }

    void readLabelled(const Stretch& stretch)
    {
        const CardField field = *stretch.said;
        if (field == CardField::Company && isAddress(stretch.text) && !companyIn(stretch.text)) {
            addAddress(stretch);
            return;
        }
        if (field == CardField::Company) {
            const auto place = companyIn(stretch.text);
            if (place && place->at + place->length < stretch.text.size()) {
                add(field, pieceOf(stretch, place->at, place->length));
                readChinese(pieceOf(stretch, place->at + place->length, stretch.text.size()));
                return;
            }
        }
        if (field == CardField::Name) {
            readPerson(stretch, true);
            return;
        }
        if (field == CardField::Address) {
            addAddress(stretch);
            return;
        }
        add(field, stretch);
    }

    // Without a postal code at either end.
    void addAddress(const Stretch& stretch)
    {
        static const QRegularExpression kCode =
            cardExpression("^[(（]?\\d{6}[)）]?\\s+|\\s*[(（]?(?<!\\d)\\d{6}[)）]?$");
        static const QRegularExpression kLead = cardExpression(
            "^.*(?:[:\\]]|寄到|寄这里|送到|发到|地址是?|搬到|地址变更为)\\s*(?=\\p{Han})");
        Stretch address = stretch;
        if (const auto lead = kLead.match(address.text);
            lead.hasMatch() && isAddress(address.text.mid(lead.capturedLength())))
            address = pieceOf(stretch, lead.capturedLength(), stretch.text.size());
        const auto match = kCode.match(address.text);
        if (match.hasMatch() && hasHan(address.text))
            address = match.capturedStart() == 0
                ? pieceOf(address, match.capturedEnd(), address.text.size())
                : pieceOf(address, 0, match.capturedStart());
        add(CardField::Address, address);
    }

    // "王建国 采购经理", "王建国(采购部)", "Wang Jianguo / Purchasing Manager".
    bool readPerson(const Stretch& stretch, bool labelled)
    {
        static const QRegularExpression kBetween =
            cardExpression("\\s*[/()（）,，•|:：]\\s*|(?<=[\\p{Han}])\\s+(?=\\p{Han})");
        if (isChineseName(stretch.text) && !isTitle(stretch.text)) {
            add(CardField::Name, stretch);
            return true;
        }
        std::vector<Stretch> words;
        splitStretch(stretch, kBetween, words);
        joinDepartment(words);
        bool found = false;
        for (const Stretch& whole : words) {
            const Stretch word = labelled ? whole : withoutTalk(whole);
            if (isShortCompany(word.text)) {
                add(CardField::Company, word);
                found = true;
                continue;
            }
            const NameAndTitle person = splitPerson(word.text);
            const auto place = [&](const QString& piece) {
                return Stretch{
                    word.at + std::max<qsizetype>(word.text.indexOf(piece), 0), piece, {}};
            };
            if (!person.name.isEmpty())
                add(CardField::Name, place(person.name));
            if (!person.title.isEmpty() && !person.title.startsWith(QStringLiteral("负责")))
                add(CardField::Title, place(person.title));
            if (person.empty() && isWesternName(word.text))
                add(CardField::Name, word);
            else if (person.empty() && labelled && !found)
                add(CardField::Name, word);
            else if (person.empty())
                continue;
            found = true;
        }
        return found;
    }

    // 生产部 部长
    void joinDepartment(std::vector<Stretch>& words) const
    {
        static const QRegularExpression kDepartment =
            cardExpression("(?:部|科|处|室|中心|车间|组|课)$");
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (kDepartment.match(words[i].text).hasMatch() && !isChineseName(words[i].text)
                && isTitle(words[i + 1].text) && isTitle(words[i].text + words[i + 1].text))
                join(words, i, 2, words[i].text + words[i + 1].text);
        }
    }

    static void join(
        std::vector<Stretch>& words, std::size_t first, std::size_t count, const QString& text)
    {
        words[first].text = text;
        const auto from = words.begin() + static_cast<std::ptrdiff_t>(first) + 1;
        words.erase(from, from + static_cast<std::ptrdiff_t>(count) - 1);
    }

    void readChinese(const Stretch& stretch)
    {
        if (stretch.text.isEmpty())
            return;
        if (const auto place = companyIn(stretch.text);
            place && !isAddress(stretch.text.left(place->at))) {
            readChinese(pieceOf(stretch, 0, place->at));
            add(CardField::Company, pieceOf(stretch, place->at, place->length));
            readChinese(pieceOf(stretch, place->at + place->length, stretch.text.size()));
            return;
        }
        // 王总，… speaks to him; so does 张经理您好.
        static const QRegularExpression kCalled = cardExpression(
            "^(?:小|老)?\\p{Han}{1,2}(?:总|工|经理|主任|厂长|科长|部长|老师|师傅|老板|姐|哥)$");
        const qsizetype behind = stretch.at + stretch.text.size();
        const bool comma = behind < m_text.size()
            && (m_text[behind] == QChar(u'，') || m_text[behind] == QLatin1Char(','));
        if (comma && kCalled.match(stretch.text).hasMatch())
            return;
        static const QRegularExpression kGreeting = cardExpression("(?:您好|你好|好|早|敬启)$");
        if (kGreeting.match(stretch.text).hasMatch())
            return; // the one who is greeted did not write it
        const Stretch bare = withoutTalk(stretch);
        if (isAddress(bare.text)) {
            // Who is to get it stands behind it.
            const qsizetype blank = bare.text.lastIndexOf(QLatin1Char(' '));
            const Stretch last = pieceOf(bare, blank + 1, bare.text.size());
            if (blank > 0 && isAddress(bare.text.left(blank))
                && !splitPerson(withoutTalk(last).text).name.isEmpty()) {
                readChinese(pieceOf(bare, 0, blank));
                readPerson(withoutTalk(last), false);
                return;
            }
            addAddress(bare);
            return;
        }
        if (isShortCompany(bare.text)) {
            add(CardField::Company, bare);
            return;
        }
        if (readPerson(bare, false))
            return;
        readMentioned(bare);
    }

    // What leads up to a name or an address in a sentence.
    static Stretch withoutTalk(const Stretch& stretch)
    {
        static const QRegularExpression kTalk = cardExpression(
            "^(?:你好|您好|大家好|各位好|哈喽|嗨|我是|我叫|我姓|这是|这位是|这里是|本人|联系人是?|"
            "联系|请联系|"
            "找|请找|负责人是?|对接人是?|是|叫|的|在|位于|地址在|地址是?|地址|收货人|收件人|寄到|"
            "送到|发到|"
            "发给|我们|我司|这边|姓名|现在是|职务|职位|说叫|务必|以后|后续|直接|请|加|给|由|跟|和|"
            "与|来的|那边的?|名片)+\\s*");
        static const QRegularExpression kTail =
            cardExpression("(?:负责|收|对接|联系|说的?|转|查收|那边|那里|这边|吧|哈|呢|哦|了)+$");
        const qsizetype front = kTalk.match(stretch.text).capturedLength();
        QString rest = stretch.text.mid(front);
        rest.chop(kTail.match(rest).capturedLength());
        return trimmed({stretch.at + front, rest, {}});
    }

    // 王总 and 李工 in the middle of a sentence.
    void readMentioned(const Stretch& stretch)
    {
        // 宁波甬澜五金的李强
        const qsizetype whose = stretch.text.lastIndexOf(QChar(u'的'));
        if (const Stretch last = pieceOf(stretch, whose + 1, stretch.text.size());
            whose > 0 && isChineseName(last.text) && !isTitle(last.text)) {
            if (isShortCompany(stretch.text.left(whose)))
                add(CardField::Company, pieceOf(stretch, 0, whose));
            add(CardField::Name, last);
            return;
        }
        static const QRegularExpression kMention = cardExpression(
            "(?:我是|我叫|联系人?|找|叫|跟|和|问|请|给|让|是|我们|你们|他们|的|,|，|\\s|^)"
            "(?<who>小\\p{Han}|\\p{Han}{1,4}?(?:总|工|经理|主任|厂长|科长|部长|老师|先生|女士|小姐|"
            "师傅|老板))"
            "(?=[^\\p{Han}]|$|负责|对接|联系|说|那边|收|在|您|你|好|来|去|定|批|签)");
        for (auto all = kMention.globalMatch(stretch.text); all.hasNext();) {
            const auto match = all.next();
            const NameAndTitle person = splitPerson(match.capturedView(QStringLiteral("who")));
            if (!person.name.isEmpty())
                add(CardField::Name,
                    {stretch.at + match.capturedStart(QStringLiteral("who")), person.name, {}});
        }
    }

    void readWestern(const Stretch& stretch)
    {
        if (isWesternCompany(stretch.text))
            add(CardField::Company, stretch);
        else if (isAddress(stretch.text))
            add(CardField::Address, stretch);
        else if (isWesternName(stretch.text))
            add(CardField::Name, withoutHonour(stretch));
        else if (isTitle(stretch.text))
            readWesternTitle(stretch);
    }

    static Stretch withoutHonour(const Stretch& stretch)
    {
        static const QRegularExpression kHonour =
            cardExpression("^(?:Mr|Mrs|Ms|Herr|Frau|Prof)\\.?\\s+");
        const auto match = kHonour.match(stretch.text);
        return pieceOf(stretch, match.capturedLength(), stretch.text.size());
    }

    // "Anna Schmidt, Purchasing Manager"
    void readWesternTitle(const Stretch& stretch)
    {
        const qsizetype comma = stretch.text.indexOf(QLatin1Char(','));
        const Stretch name = pieceOf(stretch, 0, std::max<qsizetype>(comma, 0));
        if (!isWesternName(name.text)) {
            add(CardField::Title, stretch);
            return;
        }
        add(CardField::Name, name);
        add(CardField::Title, pieceOf(stretch, comma + 1, stretch.text.size()));
    }

    const QString& m_text; ///< without its numbers
    std::vector<CardPart>& m_parts;
};

// 李  敏 and 总 经 理: blanks that set a word apart and end nothing.
std::vector<CardPart> takeSpacedWords(QString& text)
{
    static const QRegularExpression kSpaced = cardExpression(
        "(?<![\\p{Han}])\\p{Han}[ ]{1,4}\\p{Han}{1,2}(?:[ ]{1,4}\\p{Han})?(?![\\p{Han}:])");
    std::vector<CardPart> parts;
    for (auto all = kSpaced.globalMatch(QString(text)); all.hasNext();) {
        const auto match = all.next();
        QString word = match.captured();
        word.remove(QLatin1Char(' '));
        const bool named = isChineseName(word) && !isTitle(word);
        if (!named && !isTitle(word))
            continue;
        parts.push_back({named ? CardField::Name : CardField::Title,
            word,
            match.capturedStart(),
            match.capturedLength()});
        text.replace(match.capturedStart(),
            match.capturedLength(),
            QString(match.capturedLength(), QChar(u'\x1F')));
    }
    return parts;
}

// The second line of an address that was wrapped: it follows at once and is nothing else.
void joinWrapped(std::vector<CardPart>& parts, const QString& text)
{
    for (std::size_t i = 0; i + 1 < parts.size();) {
        CardPart& first = parts[i];
        const CardPart& second = parts[i + 1];
        const QString between =
            text.mid(first.at + first.length, second.at - first.at - first.length);
        const bool wraps = first.field == CardField::Address && second.field == CardField::Address
            && between.trimmed().isEmpty() && between.count(QLatin1Char('\n')) <= 1
            && (hasHan(first.value) == hasHan(second.value) || second.value.size() <= 10);
        if (!wraps) {
            ++i;
            continue;
        }
        first.value += (hasHan(first.value) ? QString() : QStringLiteral(" ")) + second.value;
        first.length = second.at + second.length - first.at;
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

void leaveOutTwice(std::vector<CardPart>& parts)
{
    std::vector<CardPart> once;
    for (CardPart& part : parts) {
        const bool known = std::any_of(once.begin(), once.end(), [&](const CardPart& other) {
            return other.field == part.field && other.value == part.value;
        });
        if (!known)
            once.push_back(std::move(part));
    }
    parts = std::move(once);
}

} // namespace

std::vector<CardPart> readCard(const QString& text)
{
    QString rest = halfWidth(text);
    const QString half = rest;
    std::vector<CardPart> parts = takeNumbers(rest);
    std::vector<CardPart> words = takeSpacedWords(rest);
    std::vector<Stretch> stretches;
    qsizetype from = 0;
    for (const QString& line : rest.split(QLatin1Char('\n'))) {
        stretchesOf({from, line, {}}, stretches);
        from += line.size() + 1;
    }
    CardText reader(rest, words);
    for (const Stretch& stretch : stretches)
        reader.read(stretch);
    parts.insert(parts.end(), words.begin(), words.end());
    std::sort(parts.begin(), parts.end(), [](const CardPart& a, const CardPart& b) {
        return a.at < b.at;
    });
    joinWrapped(parts, half);
    leaveOutTwice(parts);
    return parts;
}

} // namespace chengdan::customers
