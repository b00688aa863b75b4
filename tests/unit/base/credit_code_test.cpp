// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/credit_code.h"
#include "tests/support/catch.h"

using namespace chengdan;
using chengdan::tests::value;

namespace {

QString codeError(QStringView text)
{
    const auto result = normaliseCreditCode(text);
    return result ? QStringLiteral("accepted") : result.error().code;
}

} // namespace

TEST_CASE("the standard's own example is a valid credit code", "[base][credit_code]")
{
    CHECK(
        value(normaliseCreditCode(u"91350100M000100Y43")) == QStringLiteral("91350100M000100Y43"));
    CHECK(value(creditCodeCheck(u"91350100M000100Y4")) == QChar(u'3'));
}

TEST_CASE("a wrong check character is named with the right one", "[base][credit_code]")
{
    const auto result = normaliseCreditCode(u"91350100M000100Y44");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == QStringLiteral("CREDIT_CODE_CHECK"));
    CHECK(result.error().arg(QStringLiteral("expected")) == QStringLiteral("3"));
}

TEST_CASE("a remainder of zero gives the check character 0", "[base][credit_code]")
{
    // All zeros sum to 0; published snippets give value 31 here, which no character has.
    CHECK(value(creditCodeCheck(QString(17, QLatin1Char('0')))) == QChar(u'0'));
    CHECK(codeError(QString(18, QLatin1Char('0'))) == QStringLiteral("accepted"));
}

TEST_CASE(
    "a code is read in lower case, full width and with blanks around it", "[base][credit_code]")
{
    const QString expected = QStringLiteral("91350100M000100Y43");
    CHECK(value(normaliseCreditCode(u"91350100m000100y43")) == expected);
    CHECK(value(normaliseCreditCode(u"９１３５０１００Ｍ０００１００ｙ４３")) == expected);
    CHECK(value(normaliseCreditCode(u"\u3000 91350100M000100Y43\t")) == expected);
}

TEST_CASE("the letters I O S V Z are banned at every place", "[base][credit_code]")
{
    const auto letter = GENERATE(u'I', u'O', u'S', u'V', u'Z', u'-', u'中', u'.');
    const int position = GENERATE(range(0, 18));
    QString code = QStringLiteral("91350100M000100Y43");
    code[position] = QChar(letter);
    CAPTURE(code);
    const auto result = normaliseCreditCode(code);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == QStringLiteral("CREDIT_CODE_CHARACTER"));
    CHECK(result.error().arg(QStringLiteral("position")) == QString::number(position + 1));
}

TEST_CASE("…Y4Z is refused for its letter", "[base][credit_code]")
{
    CHECK(codeError(u"91350100M000100Y4Z") == QStringLiteral("CREDIT_CODE_CHARACTER"));
}

TEST_CASE("a code has 18 characters", "[base][credit_code]")
{
    CHECK(codeError(u"") == QStringLiteral("CREDIT_CODE_LENGTH"));
    CHECK(codeError(u"91350100M000100Y4") == QStringLiteral("CREDIT_CODE_LENGTH"));
    CHECK(codeError(u"91350100M000100Y433") == QStringLiteral("CREDIT_CODE_LENGTH"));
    CHECK(creditCodeCheck(u"123").error().code == QStringLiteral("CREDIT_CODE_LENGTH"));
}

TEST_CASE("changing one character of a valid code makes it invalid", "[base][credit_code]")
{
    const QString valid = QStringLiteral("91350100M000100Y43");
    const QString letters = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    for (qsizetype at = 0; at < valid.size(); ++at) {
        for (const QChar letter : letters) {
            QString code = valid;
            code[at] = letter;
            CAPTURE(code);
            CHECK((codeError(code) == QStringLiteral("accepted")) == (code == valid));
        }
    }
}
