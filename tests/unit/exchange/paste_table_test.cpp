// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pasted_table.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace chengdan;
using chengdan::tests::value;
using exchange::parsePastedTable;

namespace {

/// Rows joined by "/", cells by "|".
QString pasted(const char* text)
{
    QStringList rows;
    for (const QStringList& row : value(parsePastedTable(QString::fromUtf8(text))).rows)
        rows += row.join(QLatin1Char('|'));
    return rows.join(QLatin1Char('/'));
}

} // namespace

TEST_CASE("cells copied in a spreadsheet come apart at tabs and line ends", "[exchange][paste]")
{
    CHECK(pasted("a\tb\r\n1\t2\r\n") == QStringLiteral("a|b/1|2"));
    CHECK(pasted("a\tb\n\n1") == QStringLiteral("a|b//1"));
    CHECK(pasted("a\rb") == QStringLiteral("a/b"));
    CHECK(pasted("\t\n") == QStringLiteral("|"));
    CHECK(pasted("") == QString());
    CHECK(value(parsePastedTable(u"a\tb\tc\n1")).columns == 3);
}

TEST_CASE(
    "quoted cells keep their line breaks, other quotation marks are text", "[exchange][paste]")
{
    CHECK(pasted("\"two\nlines\"\tx") == QStringLiteral("two\nlines|x"));
    CHECK(pasted("\"say \"\"hi\"\"\"\tx") == QStringLiteral("say \"hi\"|x"));
    CHECK(pasted("5\" pipe\t\"M5\"") == QStringLiteral("5\" pipe|\"M5\""));
    CHECK(pasted("\"open\tx\ny") == QStringLiteral("\"open|x/y"));
    CHECK(pasted("\"a\nb\"c\td") == QStringLiteral("\"a/b\"c|d"));
    CHECK(pasted("\"a\tb\"\r\nc") == QStringLiteral("a\tb/c"));
}

TEST_CASE("too much is refused, and marks cannot make a paste slow", "[exchange][paste]")
{
    exchange::PasteLimits limits;
    limits.rows = 2;
    CHECK(parsePastedTable(u"1\n2\n3", limits).error().code == QStringLiteral("PASTE_LIMIT"));
    limits = {};
    limits.columns = 2;
    CHECK(parsePastedTable(u"1\t2\t3", limits).error().code == QStringLiteral("PASTE_LIMIT"));
    limits = {};
    limits.characters = 3;
    CHECK(parsePastedTable(u"1\t2\t3", limits).error().code == QStringLiteral("PASTE_LIMIT"));
    // No mark here closes a cell. A reader that looked for the end of each from where it stands
    // would take 10^10 steps, and the test would not end.
    const QString marks = QStringLiteral("\"\"\"a\n").repeated(100'000);
    CHECK(value(parsePastedTable(marks)).rows.size() == 100'000);
}

TEST_CASE("a table put on the clipboard comes back", "[exchange][paste][property]")
{
    const auto cell = rc::gen::map(
        rc::gen::container<std::u16string>(rc::gen::elementOf(std::u16string(u"a\t\"\n 中"))),
        [](const std::u16string& text) { return QString::fromStdU16String(text); });
    CHECK(rc::check("what a spreadsheet would copy is read as its cells", [&] {
        std::vector<QStringList> rows;
        QString text;
        const int count = *rc::gen::inRange(1, 6);
        for (int i = 0; i < count; ++i) {
            QStringList row;
            QStringList written;
            for (int k = *rc::gen::inRange(1, 5); k > 0; --k) {
                QString one = *cell;
                row += one;
                const bool quoted = one.contains(QLatin1Char('\t'))
                    || one.contains(QLatin1Char('\n')) || one.contains(QLatin1Char('"'));
                one.replace(QStringLiteral("\""), QStringLiteral("\"\""));
                written += quoted ? QLatin1Char('"') + one + QLatin1Char('"') : one;
            }
            rows.push_back(row);
            text += written.join(QLatin1Char('\t')) + QStringLiteral("\r\n");
        }
        const auto table = parsePastedTable(text);
        RC_ASSERT(table.has_value());
        RC_ASSERT(table->rows == rows);
    }));
}
