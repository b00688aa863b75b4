// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace chengdan::ui {

/// A Lucide icon by its file name without ".svg" ("target", "file-text"), drawn in the token's
/// present colour at the device pixel ratio; it follows a theme switch by itself. Disabled state is
/// Token::Disabled, the checked state takes `on`. An unknown name is a bug: nothing is drawn and a
/// test fails on it.
QIcon icon(const QString& name, Token token = Token::Text2);
QIcon icon(const QString& name, Token token, Token on);

/// Paints an icon straight into a rectangle, for delegates.
void paintIcon(QPainter* painter, const QRectF& rect, const QString& name, Token token);

/// Whether resources hold this icon.
bool hasIcon(const QString& name);

} // namespace chengdan::ui
