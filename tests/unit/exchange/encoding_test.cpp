// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "core/exchange/text_encoding.h"
#include "tests/support/catch.h"

#include <QStringEncoder>

using namespace chengdan;
using chengdan::tests::value;

namespace {

/// "ENCODING position line" of the error these bytes give.
QString encodingPlace(const QByteArray& bytes)
{
    const auto text = exchange::decodeText(bytes);
    if (text)
        return QStringLiteral("none");
    const Error& error = text.error();
    CHECK(error.code == QStringLiteral("CSV_ENCODING"));
    return error.arg(QStringLiteral("encoding")) + QLatin1Char(' ')
        + error.arg(QStringLiteral("position")) + QLatin1Char(' ')
        + error.arg(QStringLiteral("line"));
}

QByteArray inGb(const QString& text)
{
    QStringEncoder encoder("GB18030");
    return encoder(text);
}

} // namespace

TEST_CASE(
    "text that breaks its encoding is refused with the byte and the line", "[exchange][encoding]")
{
    CHECK(encodingPlace("\xEF\xBB\xBF"
                        "a\nb\xE5\xAE")
        == QStringLiteral("UTF-8 6 2"));
    CHECK(encodingPlace("\xEF\xBB\xBF\xC0\x80") == QStringLiteral("UTF-8 3 1"));
    CHECK(encodingPlace(QByteArray("\xFF\xFE"
                                   "a\0\xC3\xDC",
              6))
        == QStringLiteral("UTF-16LE 4 1"));
    CHECK(encodingPlace(QByteArray("\xFF\xFE"
                                   "a\0b",
              5))
        == QStringLiteral("UTF-16LE 4 1"));
    CHECK(encodingPlace(QByteArray("\xFE\xFF\xD8\x00\0a", 6)) == QStringLiteral("UTF-16BE 2 1"));
    CHECK(encodingPlace("name\n\xFF") == QStringLiteral("UTF-8 5 2"));
    const QByteArray gb = inGb(QStringLiteral("编号,名称\n宁波,"));
    CHECK(encodingPlace(gb + "\xFF") == QStringLiteral("GB18030 %1 2").arg(gb.size()));
    const auto refused = exchange::decodeText("\xFF");
    CHECK(sentence(refused.error(), Language::English).contains(QStringLiteral("byte 0")));
}

TEST_CASE("the place of a wrong byte is found far inside a long text", "[exchange][encoding]")
{
    QByteArray gb = inGb(QStringLiteral("宁波精密轴承①€𠮷\n").repeated(20'000));
    CHECK_FALSE(exchange::firstNotGb18030(gb).has_value());
    const qsizetype at = gb.size();
    CHECK(exchange::firstNotGb18030(gb + "\x81\x20") == at);
    CHECK(exchange::firstNotGb18030(gb + "\xFF" + gb) == at);
    CHECK(exchange::firstNotGb18030(gb + "\xB1") == at);
}

TEST_CASE("halves of characters are no UTF-8", "[exchange][encoding]")
{
    CHECK_FALSE(exchange::firstNotUtf8(QStringLiteral("a宁𠮷").toUtf8()).has_value());
    CHECK(exchange::firstNotUtf8("a\xED\xA0\x80") == 1); // a surrogate
    CHECK(exchange::firstNotUtf8("\xF4\x90\x80\x80") == 0); // beyond the last character
    CHECK(exchange::firstNotUtf8("ab\x80") == 2);
}
