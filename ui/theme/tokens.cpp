// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <array>
#include <cmath>

namespace chengdan::ui {

namespace {

struct TokenRow {
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
};

// The one colour table. Order is that of Token; a test holds them together.
constexpr std::array kTokens = {
    TokenRow{Token::App, "app", 0xFFF4F5F8, 0xFF12151B},
    TokenRow{Token::Surface, "surface", 0xFFFFFFFF, 0xFF191D25},
    TokenRow{Token::Subtle, "subtle", 0xFFEEF0F4, 0xFF222732},
    TokenRow{Token::Hover, "hover", 0xFFF1F4FC, 0xFF212838},
    TokenRow{Token::Selected, "selected", 0xFFE3EBFE, 0xFF243556},
    TokenRow{Token::Border, "border", 0xFFE1E5EC, 0xFF2C3340},
    TokenRow{Token::BorderControl, "borderControl", 0xFF828B9C, 0xFF6E7A8E},
    TokenRow{Token::Text, "text", 0xFF161D2B, 0xFFE8ECF3},
    TokenRow{Token::Text2, "text2", 0xFF465066, 0xFFB6BFCE},
    TokenRow{Token::Text3, "text3", 0xFF5F6B80, 0xFF98A3B6},
    TokenRow{Token::Disabled, "disabled", 0xFFA3ABB8, 0xFF5A6475},
    TokenRow{Token::Accent, "accent", 0xFF2A5BDA, 0xFF3A68E0},
    TokenRow{Token::AccentHover, "accentHover", 0xFF2350C4, 0xFF3361D8},
    TokenRow{Token::AccentPress, "accentPress", 0xFF1B3F9E, 0xFF2B54C0},
    TokenRow{Token::AccentText, "accentText", 0xFF2450C8, 0xFF8FB0FF},
    TokenRow{Token::AccentSoft, "accentSoft", 0xFFE6EDFE, 0xFF1F2E50},
    TokenRow{Token::OnAccent, "onAccent", 0xFFFFFFFF, 0xFFFFFFFF},
    TokenRow{Token::Neutral, "neutral", 0xFF465066, 0xFFBAC3D1},
    TokenRow{Token::NeutralSoft, "neutralSoft", 0xFFE9ECF1, 0xFF2A303C},
    TokenRow{Token::Info, "info", 0xFF0A6288, 0xFF74CBF0},
    TokenRow{Token::InfoSoft, "infoSoft", 0xFFDFF1FA, 0xFF13303F},
    TokenRow{Token::Violet, "violet", 0xFF6338B8, 0xFFC3A6FB},
    TokenRow{Token::VioletSoft, "violetSoft", 0xFFEFE8FC, 0xFF2D2347},
    TokenRow{Token::Warn, "warn", 0xFF8A4B00, 0xFFF5BE5C},
    TokenRow{Token::WarnSoft, "warnSoft", 0xFFFFEFD3, 0xFF3A2B10},
    TokenRow{Token::Ok, "ok", 0xFF116B3E, 0xFF6BD69A},
    TokenRow{Token::OkSoft, "okSoft", 0xFFDDF3E6, 0xFF13321F},
    TokenRow{Token::Danger, "danger", 0xFFB91C24, 0xFFFF8F8B},
    TokenRow{Token::DangerSoft, "dangerSoft", 0xFFFDE6E6, 0xFF431C1F},
    TokenRow{Token::ScrollHandle, "scrollHandle", 0xFFC3CAD6, 0xFF3D4657},
    TokenRow{Token::Series1, "series1", 0xFF2A5BDA, 0xFF6F97FF},
    TokenRow{Token::Series2, "series2", 0xFFDC751E, 0xFFF5AA33},
    TokenRow{Token::Series3, "series3", 0xFF57A06C, 0xFFA0E688},
    TokenRow{Token::Series4, "series4", 0xFFCB70C2, 0xFFBF5836},
    TokenRow{Token::Series5, "series5", 0xFF895025, 0xFFD7D1E8},
    TokenRow{Token::Series6, "series6", 0xFF5F4D5C, 0xFF637D71},
    TokenRow{Token::Ageing1, "ageing1", 0xFF7F93B8, 0xFF5F739A},
    TokenRow{Token::Ageing2, "ageing2", 0xFFE3B341, 0xFF9C7A1C},
    TokenRow{Token::Ageing3, "ageing3", 0xFFDE7E1F, 0xFFE0A93A},
    TokenRow{Token::Ageing4, "ageing4", 0xFFC2421F, 0xFFF47B45},
    TokenRow{Token::Ageing5, "ageing5", 0xFF7D1128, 0xFFFF5C7A},
};
static_assert(kTokens.size() == std::size_t(Token::Count));

double channelLuminance(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(QRgb colour)
{
    return 0.2126 * channelLuminance(qRed(colour)) + 0.7152 * channelLuminance(qGreen(colour))
        + 0.0722 * channelLuminance(qBlue(colour));
}

} // namespace

QRgb tokenRgb(Token token, Scheme scheme)
{
    const TokenRow& row = kTokens[std::size_t(token)];
    Q_ASSERT(row.token == token);
    return scheme == Scheme::Light ? row.light : row.dark;
}

QString tokenName(Token token)
{
    return QString::fromLatin1(kTokens[std::size_t(token)].name);
}

Token wordToken(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Token::Neutral;
    case Tone::Accent:
        return Token::AccentText;
    case Tone::Info:
        return Token::Info;
    case Tone::Violet:
        return Token::Violet;
    case Tone::Warn:
        return Token::Warn;
    case Tone::Ok:
        return Token::Ok;
    case Tone::Danger:
        return Token::Danger;
    }
    return Token::Neutral;
}

Token softToken(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Token::NeutralSoft;
    case Tone::Accent:
        return Token::AccentSoft;
    case Tone::Info:
        return Token::InfoSoft;
    case Tone::Violet:
        return Token::VioletSoft;
    case Tone::Warn:
        return Token::WarnSoft;
    case Tone::Ok:
        return Token::OkSoft;
    case Tone::Danger:
        return Token::DangerSoft;
    }
    return Token::NeutralSoft;
}

int textPixels(TextRole role)
{
    switch (role) {
    case TextRole::Caption:
    case TextRole::Label:
        return 12;
    case TextRole::Body:
    case TextRole::Strong:
        return 13;
    case TextRole::Subtitle:
        return 15;
    case TextRole::Number:
        return 18;
    case TextRole::Title:
        return 20;
    case TextRole::Kpi:
        return 26;
    }
    return 13;
}

int textWeight(TextRole role)
{
    switch (role) {
    case TextRole::Caption:
    case TextRole::Body:
        return 400;
    case TextRole::Label:
        return 500;
    default:
        return 600;
    }
}

double contrastRatio(QRgb a, QRgb b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace chengdan::ui
