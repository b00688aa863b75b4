// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_catalogue.h"

namespace chengdan::exchange {

/// sentence() for an error met while reading a file: when the error has the arguments file and row
/// and its own sentence does not say them, they stand in front: "prices.csv 第 3 行 price：…".
QString fileSentence(const Error& error, Language language);

/// Puts file, row and column on an error that a parser of values raised.
Error locatedError(Error error, const QString& file, int row, const QString& column);

} // namespace chengdan::exchange
