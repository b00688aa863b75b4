// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attachments/content_cache.h"
#include "core/attachments/file_name.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace chengdan;
using attachments::CachedContent;
using attachments::isExecutable;
using attachments::safeFileName;

namespace {

QString anyName()
{
    // Letters that are likely to do harm, among others.
    static const QString kLetters =
        QStringLiteral("aZ9 ._-图纸é/\\:*?\"<>|\r\n\t\u202e\u200b\u0301\ufffd") + QChar(0)
        + QChar(0xd83d) + QChar(0xde00);
    QString name;
    const auto length = *rc::gen::inRange(0, 160);
    for (int i = 0; i < length; ++i)
        name += kLetters[*rc::gen::inRange<qsizetype>(0, kLetters.size())];
    return name;
}

} // namespace

TEST_CASE("a file name is made safe for every system", "[attachments][name]")
{
    struct Case {
        const char* given;
        const char* safe;
    };
    static constexpr Case kCases[] = {
        {"图纸.pdf", "图纸.pdf"},
        {"报价 单 v2.xlsx", "报价 单 v2.xlsx"},
        {"/srv/amy/图纸.pdf", "图纸.pdf"},
        {"C:\\Users\\amy\\图纸.pdf", "图纸.pdf"},
        {"../../etc/passwd", "passwd"},
        {"..", "file"},
        {"", "file"},
        {"   ", "file"},
        {"folder/", "folder"},
        {"a:b*c?.png", "abc.png"},
        {"what\r\nSet-Cookie.png", "whatSet-Cookie.png"},
        {"照片\u202egpj.exe", "照片gpj.exe"},
        {"CON", "_CON"},
        {"nul.txt", "_nul.txt"},
        {"com1.tar.gz", "_com1.tar.gz"},
        {"console.txt", "console.txt"},
        {".hidden", "hidden"},
        {"end. . ", "end"},
        {"e\u0301.txt", "\u00e9.txt"},
    };
    for (const Case& each : kCases) {
        INFO(each.given);
        CHECK(safeFileName(QString::fromUtf8(each.given)).toStdString() == each.safe);
    }
    const QString shortened = safeFileName(QString(500, QChar(u'长')) + QStringLiteral(".pdf"));
    CHECK(shortened.size() == attachments::kMostNameLength);
    CHECK(shortened.endsWith(QStringLiteral("长.pdf")));
}

TEST_CASE("whatever name is given, the safe one is a name, has no barred sign, and stays as it is",
    "[attachments][name][property]")
{
    CHECK(rc::check([] {
        const QString safe = safeFileName(anyName());
        RC_ASSERT(!safe.isEmpty());
        RC_ASSERT(safe.size() <= attachments::kMostNameLength);
        RC_ASSERT(std::none_of(safe.begin(), safe.end(), [](QChar c) {
            return c.unicode() < 0x20 || QStringView(u"<>:\"/\\|?*\u202e").contains(c);
        }));
        RC_ASSERT(!safe.startsWith(QLatin1Char('.')) && !safe.endsWith(QLatin1Char('.')));
        RC_ASSERT(QString::fromUtf8(safe.toUtf8()) == safe); // no half letters
        RC_ASSERT(safeFileName(safe) == safe);
    }));
}

TEST_CASE("what would run when it is opened is told by its ending or by its beginning",
    "[attachments][name]")
{
    QByteArray program(512, '\0');
    program.replace(0, 2, "MZ");
    program[0x3c] = char(0x80);
    program.replace(0x80, 2, "PE");
    CHECK(isExecutable(QStringLiteral("setup.EXE"), {}));
    CHECK(isExecutable(QStringLiteral("图纸.pdf.lnk"), {}));
    CHECK(isExecutable(QStringLiteral("run.sh"), {}));
    CHECK(isExecutable(QStringLiteral("picture.png"), program));
    CHECK(isExecutable(QStringLiteral("picture.png"),
        QByteArray("\x7f"
                   "ELF\x02")));
    CHECK(isExecutable(QStringLiteral("note"), QByteArray("#!/bin/sh\n")));
    CHECK_FALSE(isExecutable(QStringLiteral("图纸.pdf"), QByteArray("%PDF-1.7")));
    CHECK_FALSE(isExecutable(QStringLiteral("MZ.txt"), QByteArray("MZ is a text")));
    CHECK_FALSE(isExecutable(QStringLiteral("exe"), {}));
    CHECK_FALSE(isExecutable(QStringLiteral("照片.jpg"), QByteArray("\xff\xd8\xff")));
}

TEST_CASE("room is made by what was used longest ago, and never by what is pinned",
    "[attachments][cache]")
{
    const auto at = [](qint64 ms) { return Instant::fromMilliseconds(ms); };
    const std::vector<CachedContent> contents{{QStringLiteral("a"), 40, at(3), false},
        {QStringLiteral("b"), 30, at(1), false},
        {QStringLiteral("c"), 30, at(0), true},
        {QStringLiteral("d"), 20, at(2), false}};
    CHECK(attachments::contentsToDrop(contents, 120).empty());
    CHECK(attachments::contentsToDrop(contents, 119) == std::vector<QString>{QStringLiteral("b")});
    CHECK(attachments::contentsToDrop(contents, 80)
        == std::vector<QString>{QStringLiteral("b"), QStringLiteral("d")});
    CHECK(attachments::contentsToDrop(contents, 0)
        == std::vector<QString>{QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("a")});
}

TEST_CASE("after trimming everything fits or only pinned contents are left, and nothing went that "
          "need not",
    "[attachments][cache][property]")
{
    CHECK(rc::check([] {
        std::vector<CachedContent> contents;
        const int count = *rc::gen::inRange(0, 20);
        for (int i = 0; i < count; ++i)
            contents.push_back({QString::number(i),
                *rc::gen::inRange<qint64>(1, 100),
                Instant::fromMilliseconds(*rc::gen::inRange<qint64>(0, 5)),
                *rc::gen::inRange(0, 4) == 0});
        const qint64 limit = *rc::gen::inRange<qint64>(0, 1000);
        const auto dropped = attachments::contentsToDrop(contents, limit);
        const std::set<QString> gone(dropped.begin(), dropped.end());
        RC_ASSERT(gone.size() == dropped.size());
        qint64 kept = 0;
        bool loose = false;
        for (const CachedContent& each : contents) {
            if (gone.contains(each.hash)) {
                RC_ASSERT(!each.pinned);
                continue;
            }
            kept += each.bytes;
            loose = loose || !each.pinned;
        }
        RC_ASSERT(kept <= limit || !loose);
        if (!dropped.empty()) { // without the last one there would not have been enough room
            const auto last = std::find_if(contents.begin(), contents.end(), [&](const auto& each) {
                return each.hash == dropped.back();
            });
            RC_ASSERT(kept + last->bytes > limit);
        }
    }));
}
