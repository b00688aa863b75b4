// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"
#include "core/base/pinyin_query.h"
#include "core/base/pinyin_words.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

#include <rapidcheck.h>

#include <algorithm>

using namespace chengdan;

TEST_CASE("initials follow the reading a word gives its polyphones", "[base][pinyin]")
{
    const auto [name, initials] = GENERATE(table<QString, QString>({
        {QStringLiteral("宁波精密"), QStringLiteral("nbjm")},
        {QStringLiteral("重庆重型机床"), QStringLiteral("cqzxjc")},
        {QStringLiteral("厦门音乐器材"), QStringLiteral("xmyyqc")},
        {QStringLiteral("大厦"), QStringLiteral("ds")},
        {QStringLiteral("六安调压阀"), QStringLiteral("latyf")},
        {QStringLiteral("长沙成长"), QStringLiteral("cscz")},
        {QStringLiteral("东莞（银行）"), QStringLiteral("dgyh")},
        {QStringLiteral("东阿番禺铅山洪洞"), QStringLiteral("depyysht")},
        {QStringLiteral("苏州ABC电子２厂"), QStringLiteral("szabcdz2c")},
        {QStringLiteral("覃氏会计"), QStringLiteral("qskj")},
        {QStringLiteral("垚鑫昇珺"), QStringLiteral("yxsj")},
        {QStringLiteral("二〇二六"), QStringLiteral("elel")},
        {QStringLiteral("—（）"), QString()},
    }));
    CHECK(pinyinInitials(name) == initials);
}

TEST_CASE("all readings of a polyphone are variants, the fitting one first", "[base][pinyin]")
{
    const auto [name, first, also, full, alsoFull] =
        GENERATE(table<QString, QString, QString, QString, QString>({
            {QStringLiteral("重庆"),
                QStringLiteral("cq"),
                QStringLiteral("zq"),
                QStringLiteral("chongqing"),
                QStringLiteral("zhongqing")},
            {QStringLiteral("长沙"),
                QStringLiteral("cs"),
                QStringLiteral("zs"),
                QStringLiteral("changsha"),
                QStringLiteral("zhangsha")},
            {QStringLiteral("厦门"),
                QStringLiteral("xm"),
                QStringLiteral("sm"),
                QStringLiteral("xiamen"),
                QStringLiteral("shamen")},
            {QStringLiteral("银行"),
                QStringLiteral("yh"),
                QStringLiteral("yx"),
                QStringLiteral("yinhang"),
                QStringLiteral("yinxing")},
        }));
    const PinyinVariants variants = pinyinVariants(name);
    CHECK(variants.initials.first() == first);
    CHECK(variants.initials.contains(also));
    CHECK(variants.full.first() == full);
    CHECK(variants.full.contains(alsoFull));
    CHECK(pinyinVariants(QStringLiteral("会长行长调长重长乐长"), 64).full.size() == 64);
    CHECK(pinyinVariants(QStringLiteral("（）")).full.isEmpty());
    CHECK(pinyinVariants(QStringLiteral("绿女")).full.first() == QStringLiteral("lvnv"));
}

TEST_CASE("every word's readings are readings of its characters", "[base][pinyin]")
{
    for (const PinyinWord& word : pinyinWords()) {
        std::string_view rest = word.readings;
        for (const char16_t c : word.word) {
            INFO(QString::fromUtf16(&c, 1).toStdString() << " in " << word.readings);
            const std::string_view reading = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(reading.size() + 1, rest.size()));
            REQUIRE(pinyinSetOf(c) != nullptr);
            const std::string all = std::string(" ") + pinyinSetOf(c)->readings + " ";
            CHECK(all.find(" " + std::string(reading) + " ") != std::string::npos);
            CHECK_FALSE(reading.empty());
        }
        CHECK(rest.empty());
    }
}

TEST_CASE("a word of letters finds Chinese text by initials, syllables and both",
    "[base][pinyin][search]")
{
    const QString name = QStringLiteral("宁波市重庆（长城）精密ABC2厂");
    for (const char* found : {"nb",
             "nbscq",
             "cq",
             "zq",
             "chongqing",
             "zhongqing",
             "ccjm",
             "zcjm",
             "jingmi",
             "jingm",
             "ningbo",
             "ningbos",
             "NingBoSCQ",
             "jmabc2c",
             "n"}) {
        INFO(found);
        CHECK(PinyinQuery(QString::fromLatin1(found)).matches(name));
    }
    for (const char* missed :
        {"bn", "qd", "ningbocq", "abc", "2", "", "abc2", "nb jm", "jingmii"}) {
        INFO(missed);
        CHECK_FALSE(PinyinQuery(QString::fromLatin1(missed)).matches(name));
    }
    CHECK(PinyinQuery(QStringLiteral("xian")).matches(QStringLiteral("西安电机")));
    CHECK(PinyinQuery(QStringLiteral("xian")).matches(QStringLiteral("先进电机")));
    CHECK(PinyinQuery(QStringLiteral("nbjm")).matchAt(QStringLiteral("宁波精密")) == 0);
    CHECK_FALSE(PinyinQuery(QStringLiteral("宁b")).matches(name));
}

TEST_CASE("prose is not found by pinyin, names are", "[base][pinyin][search]")
{
    const QString note = QStringLiteral("客户要求重新报价，并且希望在三月底之前送样品到重庆工厂");
    for (const char* missed : {"khyq", "cqgc", "zqgc", "kehu"}) {
        INFO(missed);
        CHECK_FALSE(PinyinQuery(QString::fromLatin1(missed)).matches(note));
    }
    CHECK(PinyinQuery(QStringLiteral("khyq")).matches(note.left(22)));
}

TEST_CASE("characters of companies and people are read as names read them", "[base][pinyin]")
{
    const auto [name, initials] = GENERATE(table<QString, QString>({
        {QStringLiteral("东莞甬晟"), QStringLiteral("dgys")},
        {QStringLiteral("佛山睿晟"), QStringLiteral("fsrs")},
        {QStringLiteral("深圳黄埔"), QStringLiteral("szhp")},
        {QStringLiteral("大埔"), QStringLiteral("db")},
        {QStringLiteral("蚌埠"), QStringLiteral("bb")},
        {QStringLiteral("莘县莘庄"), QStringLiteral("sxxz")},
        {QStringLiteral("商行行业兴行"), QStringLiteral("shhyxx")},
        {QStringLiteral("长安成长"), QStringLiteral("cacz")},
        {QStringLiteral("朝阳朝晖"), QStringLiteral("cyzh")},
        {QStringLiteral("乐清永乐"), QStringLiteral("yqyl")},
        {QStringLiteral("重阳重工"), QStringLiteral("cyzg")},
        {QStringLiteral("盛昇"), QStringLiteral("ss")},
        {QStringLiteral("参茸参数"), QStringLiteral("srcs")},
        {QStringLiteral("曾国曾经"), QStringLiteral("zgcj")},
        {QStringLiteral("单氏单县"), QStringLiteral("sssx")},
        {QStringLiteral("仇翟缪覃隽"), QStringLiteral("qzmqj")},
        {QStringLiteral("解氏查氏区氏"), QStringLiteral("xszsos")},
        {QStringLiteral("尉迟万俟"), QStringLiteral("ycmq")},
        {QStringLiteral("薄膜"), QStringLiteral("bm")},
    }));
    INFO(name.toStdString());
    CHECK(pinyinInitials(name).toStdString() == initials.toStdString());
}

TEST_CASE("sort keys are short and in pinyin order", "[base][pinyin][sort]")
{
    QStringList names{QStringLiteral("张三"),
        QStringLiteral("安徽"),
        QStringLiteral("ABC"),
        QStringLiteral("宁波"),
        QStringLiteral("abd"),
        QStringLiteral("北京"),
        QStringLiteral("3M"),
        QStringLiteral("12号厂"),
        QStringLiteral("（宁）波2厂"),
        QStringLiteral("宁波12厂"),
        QStringLiteral("重庆"),
        QStringLiteral("重工"),
        QStringLiteral("成都"),
        QStringLiteral("赵四"),
        QStringLiteral("Ω厂"),
        QStringLiteral("宁")};
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) {
        return pinyinSortKey(a) < pinyinSortKey(b);
    });
    CHECK(names.join(QLatin1Char(' ')).toStdString()
        == QStringLiteral("3M 12号厂 ABC abd 安徽 北京 成都 重庆 宁 宁波 （宁）波2厂 宁波12厂 张三 "
                          "赵四 重工 Ω厂")
               .toStdString());
    CHECK(pinyinSortKey(QStringLiteral("宁波市精密机械制造有限公司")).size() == 24);
    CHECK(pinyinSortKey(QString()).isEmpty());
    CHECK(pinyinSortKey(QStringLiteral("ＡＢＣ　d")) == pinyinSortKey(QStringLiteral("abcD")));
    CHECK(pinyinSortKey(QStringLiteral("007")) == pinyinSortKey(QStringLiteral("7")));
}

TEST_CASE("a sort key is the same from UTF-8, and a longer text never stands before its beginning",
    "[base][pinyin][sort]")
{
    rc::check([](const std::vector<int>& drawn) {
        static const QString pieces = QStringLiteral("宁重庆a9Z0Ωé（ 长沙，-7é𠮷波");
        QString text;
        for (const int number : drawn)
            text += pieces[qsizetype(unsigned(number) % unsigned(pieces.size()))];
        text = QString::fromUtf8(text.toUtf8()); // half characters do not survive
        std::string key;
        appendPinyinSortKey(text.toStdString(), key);
        RC_ASSERT(QByteArray::fromStdString(key) == pinyinSortKey(text));
        RC_ASSERT(key.size() <= kSortKeyBytes);
        const QString longer = text + QStringLiteral("厂");
        RC_ASSERT(pinyinSortKey(text) <= pinyinSortKey(longer));
    });
}

TEST_CASE("what reading a million names takes is told", "[base][.time]")
{
    const QString name = QStringLiteral("宁波市鄞州区精密机械制造有限公司");
    QElapsedTimer timer;
    timer.start();
    qsizetype sum = 0;
    for (int i = 0; i < 1'000'000; ++i)
        sum += pinyinInitials(name).size();
    const qint64 initials = timer.nsecsElapsed() / 1'000'000;
    timer.restart();
    for (int i = 0; i < 1'000'000; ++i)
        sum += pinyinSortKey(name).size();
    WARN("initials " << initials << " ns, sort key " << timer.nsecsElapsed() / 1'000'000
                     << " ns a name (" << sum << ")");
    CHECK(sum == 40'000'000); // how long it takes says more about the machine
}

TEST_CASE(
    "places sort by the reading their names have, not by a dictionary's first", "[base][pinyin]")
{
    const QStringList cities =
        QStringLiteral("北京 长沙 重庆 都江堰 广州 上海 石家庄 西安 厦门 张家港")
            .split(QLatin1Char(' '));
    for (qsizetype i = 1; i < cities.size(); ++i) {
        CAPTURE(cities[i].toStdString());
        CHECK(pinyinSortKey(cities[i - 1]) < pinyinSortKey(cities[i]));
    }
}
