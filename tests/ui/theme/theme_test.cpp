// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/theme/desktop_scheme.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QSet>
#include <QSignalSpy>
#include <QWidget>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

/// The lowest contrast of a colour over all backgrounds a text can stand on.
double worstOnBackgrounds(Token word, Scheme scheme)
{
    double worst = 21;
    for (const Token ground :
        {Token::App, Token::Surface, Token::Subtle, Token::Hover, Token::Selected})
        worst = std::min(worst, contrastRatio(tokenRgb(word, scheme), tokenRgb(ground, scheme)));
    return worst;
}

} // namespace

TEST_CASE("black on white has the contrast 21 and a colour on itself 1", "[ui][theme]")
{
    CHECK(contrastRatio(qRgb(0, 0, 0), qRgb(255, 255, 255)) == Approx(21.0));
    CHECK(contrastRatio(qRgb(9, 99, 9), qRgb(9, 99, 9)) == Approx(1.0));
}

TEST_CASE("every text colour reaches 4.5 to 1 on every ground it can stand on", "[ui][theme]")
{
    const Scheme scheme = GENERATE(Scheme::Light, Scheme::Dark);
    for (const Token word :
        {Token::Text, Token::Text2, Token::Text3, Token::AccentText, Token::Danger}) {
        INFO(tokenName(word).toStdString());
        CHECK(worstOnBackgrounds(word, scheme) >= 4.5);
    }
    for (const Token fill : {Token::Accent, Token::AccentHover, Token::AccentPress}) {
        INFO(tokenName(fill).toStdString());
        CHECK(contrastRatio(tokenRgb(Token::OnAccent, scheme), tokenRgb(fill, scheme)) >= 4.5);
    }
}

TEST_CASE("the word of a tag reaches 4.5 to 1 on its soft fill", "[ui][theme]")
{
    const Scheme scheme = GENERATE(Scheme::Light, Scheme::Dark);
    const Tone tone = GENERATE(
        Tone::Neutral, Tone::Accent, Tone::Info, Tone::Violet, Tone::Warn, Tone::Ok, Tone::Danger);
    INFO(tokenName(wordToken(tone)).toStdString());
    CHECK(
        contrastRatio(tokenRgb(wordToken(tone), scheme), tokenRgb(softToken(tone), scheme)) >= 4.5);
}

TEST_CASE("control frames and the focus ring reach 3 to 1", "[ui][theme]")
{
    const Scheme scheme = GENERATE(Scheme::Light, Scheme::Dark);
    for (const Token ground : {Token::Surface, Token::App}) {
        for (const Token line : {Token::BorderControl, Token::Accent}) {
            INFO(tokenName(line).toStdString() + " on " + tokenName(ground).toStdString());
            CHECK(contrastRatio(tokenRgb(line, scheme), tokenRgb(ground, scheme)) >= 3.0);
        }
    }
}

TEST_CASE("chart colours can be told from the surface", "[ui][theme]")
{
    const Scheme scheme = GENERATE(Scheme::Light, Scheme::Dark);
    for (int i = int(Token::Series1); i <= int(Token::Series6); ++i)
        CHECK(contrastRatio(tokenRgb(Token(i), scheme), tokenRgb(Token::Surface, scheme)) >= 3.0);
}

TEST_CASE("token names are unique, so a style sheet means one colour", "[ui][theme]")
{
    QSet<QString> names;
    for (int i = 0; i < int(Token::Count); ++i)
        names.insert(tokenName(Token(i)));
    CHECK(names.size() == int(Token::Count));
}

TEST_CASE("switching the theme at run time changes palette and style sheet at once", "[ui][theme]")
{
    Theme& theme = Theme::instance();
    theme.install(*qApp);
    theme.setMode(Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::themeChanged);
    const QString before = qApp->styleSheet();
    theme.setMode(Theme::Mode::Dark);
    CHECK(changed.count() == 1);
    CHECK(qApp->palette().color(QPalette::Window).rgb() == tokenRgb(Token::App, Scheme::Dark));
    CHECK(qApp->styleSheet() != before);
    CHECK_FALSE(qApp->styleSheet().contains(QLatin1Char('@')));
    theme.setMode(Theme::Mode::Light);
    CHECK(qApp->styleSheet() == before);
}

TEST_CASE("the text size stays within 90 and 140 percent and scales every type role", "[ui][theme]")
{
    Theme& theme = Theme::instance();
    theme.install(*qApp);
    theme.setTextSize(500);
    CHECK(theme.textSize() == 140);
    CHECK(theme.font(TextRole::Body).pixelSize() == 18);
    theme.setTextSize(10);
    CHECK(theme.textSize() == 90);
    theme.setTextSize(100);
    CHECK(theme.font(TextRole::Kpi).pixelSize() == 26);
}

TEST_CASE("every icon in the resources draws something at 16 px", "[ui][theme]")
{
    Theme::instance().install(*qApp);
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    REQUIRE(files.size() > 40);
    for (const QString& file : files) {
        INFO(file.toStdString());
        const QImage image = icon(file.chopped(4)).pixmap(16, 16).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 60 ? 1 : 0;
        }
        CHECK(drawn > 8);
    }
    CHECK_FALSE(hasIcon(QStringLiteral("no-such-icon")));
}

TEST_CASE("the system theme follows the desktop while the program runs", "[ui][theme]")
{
    Theme& theme = Theme::instance();
    theme.install(*qApp);
    theme.setMode(Theme::Mode::System);
    REQUIRE(theme.desktop() != nullptr);
    Scheme desktop = Scheme::Dark;
    theme.desktop()->setPaletteReader([&desktop] { return std::optional(desktop); });
    QWidget window;
    const auto say = [&window](Scheme wanted, Scheme& now) {
        now = wanted;
        QEvent event(QEvent::ThemeChange); // what the platform sends every window
        QApplication::sendEvent(&window, &event);
    };
    say(Scheme::Dark, desktop);
    CHECK(theme.scheme() == Scheme::Dark);
    CHECK(qApp->palette().color(QPalette::Window).rgb() == tokenRgb(Token::App, Scheme::Dark));
    say(Scheme::Light, desktop);
    CHECK(theme.scheme() == Scheme::Light);
    CHECK(qApp->palette().color(QPalette::Window).rgb() == tokenRgb(Token::App, Scheme::Light));
    theme.setMode(Theme::Mode::Light);
    say(Scheme::Dark, desktop);
    CHECK(theme.scheme() == Scheme::Light);
    CHECK(qApp->palette().color(QPalette::Window).rgb() == tokenRgb(Token::App, Scheme::Light));
    theme.setMode(Theme::Mode::System);
    CHECK(theme.scheme() == Scheme::Dark);
    say(Scheme::Light, desktop);
}

TEST_CASE("asking the desktop leaves our own palette in place", "[ui][theme]")
{
    Theme& theme = Theme::instance();
    theme.install(*qApp);
    theme.setMode(Theme::Mode::Dark);
    theme.desktop()->setPaletteReader([] {
        QApplication::setPalette(QPalette()); // as the real reader does
        return std::optional(Scheme::Light);
    });
    QWidget window;
    QEvent event(QEvent::ThemeChange);
    QApplication::sendEvent(&window, &event);
    CHECK(qApp->palette().color(QPalette::Window).rgb() == tokenRgb(Token::App, Scheme::Dark));
    theme.setMode(Theme::Mode::Light);
}

TEST_CASE("the portal's numbers mean no preference, dark and light", "[ui][theme]")
{
    CHECK_FALSE(DesktopScheme::schemeOfPortal(0).has_value());
    CHECK(DesktopScheme::schemeOfPortal(1) == Scheme::Dark);
    CHECK(DesktopScheme::schemeOfPortal(2) == Scheme::Light);
    CHECK_FALSE(DesktopScheme::schemeOfPortal(7).has_value());
}
