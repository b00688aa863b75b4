// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customers/card_reader.h"

#include <QRegularExpression>

#include <optional>

namespace chengdan::customers {

/// A stretch of the text without a break in it, and what its label says it is.
struct Stretch {
    qsizetype at = 0;
    QString text;
    std::optional<CardField> said;
};

/// Letters in either case, \w and \p for all scripts.
QRegularExpression cardExpression(const char* text);
bool hasHan(QStringView text);

/// Without the blanks and signs around it.
Stretch trimmed(Stretch stretch);
/// The pieces between matches, trimmed; empty ones fall away.
void splitStretch(const Stretch& line, const QRegularExpression& between, std::vector<Stretch>& to);
/// Labels end a stretch and name the next one; without them blanks and signs divide a line. What
/// follows the label of a field no contact has is left out.
void stretchesOf(const Stretch& line, std::vector<Stretch>& to);

} // namespace chengdan::customers
