// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <QString>

namespace chengdan::ui {

/// Every colour of the program by what it is used for. The values stand once, in tokens.cpp; the
/// palette, the style sheet, delegates and charts all read them from there.
enum class Token {
    App,
    Surface,
    Subtle,
    Hover,
    Selected,
    Border,
    BorderControl,
    Text,
    Text2,
    Text3,
    Disabled,
    Accent,
    AccentHover,
    AccentPress,
    AccentText,
    AccentSoft,
    OnAccent,
    Neutral,
    NeutralSoft,
    Info,
    InfoSoft,
    Violet,
    VioletSoft,
    Warn,
    WarnSoft,
    Ok,
    OkSoft,
    Danger,
    DangerSoft,
    ScrollHandle,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    Ageing1,
    Ageing2,
    Ageing3,
    Ageing4,
    Ageing5,
    Count
};

enum class Scheme { Light, Dark };

/// The meaning a status colour carries. A tone is always shown with a word or an icon, never alone.
enum class Tone { Neutral, Accent, Info, Violet, Warn, Ok, Danger };

/// Roles of type; size and weight stand in tokens.cpp.
enum class TextRole { Caption, Label, Body, Strong, Subtitle, Number, Title, Kpi };

QRgb tokenRgb(Token token, Scheme scheme);
/// The name a style sheet uses after "@": Token::BorderControl is "borderControl".
QString tokenName(Token token);

/// Word and dot of a tag, and its soft fill.
Token wordToken(Tone tone);
Token softToken(Tone tone);

/// Size in px at 100 % text size, and weight (400 … 700).
int textPixels(TextRole role);
int textWeight(TextRole role);

/// WCAG 2.1 contrast ratio, 1 … 21.
double contrastRatio(QRgb a, QRgb b);

/// Distances in px at 100 % text size.
namespace metric {
constexpr int kSpace1 = 4;
constexpr int kSpace2 = 8;
constexpr int kSpace3 = 12;
constexpr int kSpace4 = 16;
constexpr int kPageSide = 20;
constexpr int kSpace6 = 24;
constexpr int kSpace8 = 32;
constexpr int kRadiusKeyCap = 4;
constexpr int kRadiusTag = 5;
constexpr int kRadiusControl = 6;
constexpr int kRadiusCard = 8;
constexpr int kRadiusPopup = 10;
constexpr int kControl = 32;
constexpr int kChip = 28;
constexpr int kTag = 22;
constexpr int kTopBar = 54;
constexpr int kRail = 200;
constexpr int kRailNarrow = 56;
constexpr int kRailRow = 38;
constexpr int kRow = 36;
constexpr int kHeader = 34;
constexpr int kFooter = 34;
constexpr int kPanel = 360;
constexpr int kPanelOverlayBelow = 1360;
constexpr int kMinimumWidth = 1180;
constexpr int kMinimumHeight = 700;
} // namespace metric

} // namespace chengdan::ui
