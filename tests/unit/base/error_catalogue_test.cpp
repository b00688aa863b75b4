// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace chengdan;

namespace {

// Every code our own sources raise, with the first file that names it.
QMap<QString, QString> codesInSources()
{
    static const QRegularExpression raised(QStringLiteral(
        "(?:\\bfail|\\bError::make)\\s*\\(\\s*\"([A-Z][A-Z0-9_]+)\"|\"(E_[A-Z0-9_]+)\""));
    QMap<QString, QString> codes;
    const QString root = QStringLiteral(CHENGDAN_SOURCE_DIR);
    for (const char* folder : {"core", "reports", "ui", "app"}) {
        QDirIterator files(root + QLatin1Char('/') + QString::fromLatin1(folder),
            {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
            QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto matches = raised.globalMatch(text); matches.hasNext();) {
                const auto match = matches.next();
                const QString code = match.captured(1) + match.captured(2);
                if (!codes.contains(code))
                    codes.insert(code, file.fileName().mid(root.size() + 1));
            }
        }
    }
    return codes;
}

QStringList namesIn(const QString& text)
{
    static const QRegularExpression name(QStringLiteral("\\{([^}]*)\\}"));
    QStringList names;
    for (auto matches = name.globalMatch(text); matches.hasNext();)
        names += matches.next().captured(1);
    names.removeDuplicates();
    names.sort();
    return names;
}

QString catalogueSource()
{
    static const QString text = [] {
        QString all;
        for (const char* name : {"error_catalogue", "error_texts_server"}) {
            QFile file(QStringLiteral(CHENGDAN_SOURCE_DIR "/core/base/%1.cpp")
                           .arg(QString::fromLatin1(name)));
            REQUIRE(file.open(QIODevice::ReadOnly));
            all += QString::fromUtf8(file.readAll());
        }
        return all;
    }();
    return text;
}

// The sentence with every place still showing its own name.
QString form(const QString& code, Language language)
{
    Error error;
    error.code = code;
    // Places named by an Error are filled; feeding each name back to itself shows the form.
    static const QRegularExpression any(QStringLiteral("[a-z][A-Za-z0-9_]*"));
    for (const QString& name : namesIn(catalogueSource())) {
        if (any.match(name).capturedLength() == name.size())
            error.args += {name, QLatin1Char('{') + name + QLatin1Char('}')};
    }
    return sentence(error, language);
}

} // namespace

TEST_CASE("every code our sources raise has a sentence in both languages", "[base][errors]")
{
    const auto codes = codesInSources();
    CHECK(codes.size() > 10);
    const QStringList known = knownErrorCodes();
    for (auto code = codes.begin(); code != codes.end(); ++code) {
        CAPTURE(code.key(), code.value());
        CHECK(known.contains(code.key()));
    }
}

TEST_CASE("no code has two sentences", "[base][errors]")
{
    static const QRegularExpression row(QStringLiteral("\\n    \\{\"([A-Z0-9_]+)\","));
    QStringList codes;
    for (auto rows = row.globalMatch(catalogueSource()); rows.hasNext();)
        codes += rows.next().captured(1);
    CHECK(codes.size() == knownErrorCodes().size()); // the latter are without repetitions
}

TEST_CASE("the Chinese sentence is Chinese, the English one is not", "[base][errors]")
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    for (const QString& code : knownErrorCodes()) {
        CAPTURE(code);
        CHECK(form(code, Language::Chinese).contains(han));
        const QString english = form(code, Language::English);
        CHECK_FALSE(english.isEmpty());
        CHECK_FALSE(english.contains(han));
    }
}

TEST_CASE("both sentences of a code tell the same facts", "[base][errors]")
{
    for (const QString& code : knownErrorCodes()) {
        CAPTURE(code);
        CHECK(namesIn(form(code, Language::Chinese)) == namesIn(form(code, Language::English)));
    }
}

TEST_CASE("a sentence is filled from the arguments of the error", "[base][errors]")
{
    const Error error =
        Error::make("CREDIT_CODE_LENGTH", {}, {{QStringLiteral("length"), QStringLiteral("17")}});
    CHECK(sentence(error, Language::Chinese)
        == QStringLiteral("统一社会信用代码应为 18 位，现为 17 位"));
    CHECK(sentence(error, Language::English).contains(QStringLiteral("has 17")));
}

TEST_CASE("braces a person typed are shown, not filled", "[base][errors]")
{
    const Error error = Error::make("NUMBER_PRECISION",
        {},
        {{QStringLiteral("text"), QStringLiteral("{digits}")},
            {QStringLiteral("digits"), QStringLiteral("2")}});
    CHECK(sentence(error, Language::English)
        == QStringLiteral("“{digits}” has more than 2 decimal places"));
}

TEST_CASE("an unknown code is shown as it is", "[base][errors]")
{
    CHECK(sentence(Error::make("SOMETHING_ELSE"), Language::Chinese)
        == QStringLiteral("SOMETHING_ELSE"));
}

TEST_CASE("Chinese is the language unless English is asked for", "[base][errors]")
{
    CHECK(languageOf(u"en") == Language::English);
    CHECK(languageOf(u"en_US") == Language::English);
    CHECK(languageOf(u"zh") == Language::Chinese);
    CHECK(languageOf(u"zh_CN") == Language::Chinese);
    CHECK(languageOf(u"de") == Language::Chinese);
    CHECK(languageOf(u"") == Language::Chinese);
}
