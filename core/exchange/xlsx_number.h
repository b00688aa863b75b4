// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace chengdan::exchange {

/// Day 0 of the date numbers in a workbook: 1899-12-30 (with the day 29 February 1900 that never
/// was) or, in files that began on an old Macintosh, 1904-01-01.
enum class DateEpoch { Year1900, Year1904 };

/// What the number format of a cell makes of its number.
enum class CellFormat { Number, Percent, Date, DateTime, Time };

/// A number as a workbook stores it, "1.23E-2" or "8.4100000000000001", as plain decimal text. What
/// stands behind the 15th digit and behind the point is the noise of a binary fraction and is
/// rounded away; whole numbers keep every digit. `shift` moves the point to the right (2: percent).
/// Nothing when it is no number or has more than 60 digits.
std::optional<QString> plainDecimal(QStringView stored, int shift = 0);

/// A date number as ISO text: "2026-03-12", "2026-03-12 10:20:30" or, for CellFormat::Time,
/// "10:20:30"; seconds are rounded. Nothing for numbers that are no date: below 0, the 60th day of
/// 1900, after the year 9999.
std::optional<QString> serialDate(QStringView stored, DateEpoch epoch, CellFormat format);

/// What a number format code ("yyyy/m/d", "0.0%", "#,##0.00_);[Red]...") shows; only its first
/// section counts.
CellFormat formatOfCode(QStringView code);
/// The same for the numbers of formats every workbook knows, those of Chinese editions included.
CellFormat formatOfNumber(int builtIn);

} // namespace chengdan::exchange
