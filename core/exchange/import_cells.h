// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/schema/record_type.h"

namespace chengdan::exchange {

/// A cell as people type it, made plain: blanks around it gone, full-width digits and letters half
/// width.
QString cleanCell(const QString& cell);

/// A typed cell, after cleanCell(), as the column stores it. Understood beside the plain forms:
/// thousands commas, ¥ and 元, 1.2万, 3亿, (88.50) for a negative amount, 13 %, dates like
/// 2026/3/12 or 2026年3月12日 with or without a time (in `timeZone`), the five digits a spreadsheet
/// counts its days with (from 1900), 是/否, a choice by its code or by its label in either
/// language. A rate without a percent sign is a fraction up to 1 and a percentage above. Columns
/// that name another record are not read here. Errors: CELL_ERROR (#N/A and its like),
/// NUMBER_FORMAT, NUMBER_PRECISION, OVERFLOW_GUARD, DATE_FORMAT, VALUE_UNKNOWN, CURRENCY_UNKNOWN,
/// each with the argument text.
Result<schema::Value> cellValue(const schema::Column& column,
    const QString& cell,
    Currency currency,
    const QByteArray& timeZone);

/// A moment as cellValue reads it.
Result<Instant> cellInstant(const QString& cell, const QByteArray& timeZone);

/// A business key as it is stored: a credit code in capitals without blanks; what is none, and
/// every other key, as it stands.
QString storedKey(QStringView table, QStringView column, const QString& cell);

/// A value as a person would have typed it in its plainest form, which cellValue() reads back:
/// "12000", "13%", "2026-03-12", the code of a choice, 1 and 0.
QString plainCell(const schema::Column& column,
    const schema::Value& value,
    Currency currency,
    const QByteArray& timeZone);

/// The same as a window shows it, which cellValue() reads back too: a choice by its label, yes and
/// no as words, both in the present language.
QString shownCell(const schema::Column& column,
    const schema::Value& value,
    Currency currency,
    const QByteArray& timeZone);

/// Whether a cell says the same as its plain form: a decimal, an ISO date, a choice by code or
/// label. "1.2万" and "2026年3月12日" do not.
bool isPlainCell(const schema::Column& column, const QString& cell, const QString& plain);

/// What people in Chinese files call a column of these tables, beside its label.
QStringList importAliases(QStringView table, QStringView column);
/// The same for a choice of a list.
QStringList choiceAliases(QStringView code);

} // namespace chengdan::exchange
