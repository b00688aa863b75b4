// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_number.h"

#include "core/base/arithmetic.h"
#include "core/base/fixed.h"

#include <QDate>
#include <QTime>

#include <algorithm>

namespace chengdan::exchange {

namespace {

constexpr int kMostDigits = 60;
constexpr int kExactDigits = 15; // what a spreadsheet itself keeps

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// digits × 10^exponent, without leading or trailing zeros.
struct StoredNumber {
    bool negative = false;
    QString digits;
    int exponent = 0;

    void trim()
    {
        qsizetype zeros = 0;
        while (zeros < digits.size() && digits[zeros] == QLatin1Char('0'))
            ++zeros;
        digits.remove(0, zeros);
        while (digits.endsWith(QLatin1Char('0'))) {
            digits.chop(1);
            ++exponent;
        }
        if (digits.isEmpty())
            exponent = 0;
    }

    /// Rounds half up to the 15th digit, but never in front of the point.
    void dropNoise()
    {
        const int fraction = std::max(0, -exponent);
        const int drop = std::min(static_cast<int>(digits.size()) - kExactDigits, fraction);
        if (drop <= 0)
            return;
        bool carry = digits[digits.size() - drop] >= QLatin1Char('5');
        digits.chop(drop);
        exponent += drop;
        for (qsizetype i = digits.size() - 1; carry && i >= 0; --i) {
            carry = digits[i] == QLatin1Char('9');
            digits[i] = carry ? QLatin1Char('0') : QChar(digits[i].unicode() + 1);
        }
        if (carry)
            digits.prepend(QLatin1Char('1'));
        trim();
    }

    QString plain() const
    {
        QString text = digits.isEmpty() ? QStringLiteral("0") : digits;
        if (exponent > 0) {
            text += QString(exponent, QLatin1Char('0'));
        } else if (exponent < 0) {
            if (text.size() <= -exponent)
                text.prepend(QString(-exponent - text.size() + 1, QLatin1Char('0')));
            text.insert(text.size() + exponent, QLatin1Char('.'));
        }
        return negative && !digits.isEmpty() ? QLatin1Char('-') + text : text;
    }
};

/// The power of ten behind the E; beyond ± 999 no number of a workbook lies.
std::optional<int> readExponent(QStringView text)
{
    if (text.size() < 1 || text.size() > 5)
        return std::nullopt;
    bool whole = false;
    const int exponent = text.toInt(&whole);
    return whole && exponent >= -999 && exponent <= 999 ? std::optional<int>(exponent)
                                                        : std::nullopt;
}

std::optional<StoredNumber> readStored(QStringView text)
{
    StoredNumber number;
    text = text.trimmed();
    if (text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+'))) {
        number.negative = text.front() == QLatin1Char('-');
        text = text.mid(1);
    }
    bool point = false;
    qsizetype at = 0;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == QLatin1Char('.') && !point) {
            point = true;
        } else if (isDigit(c)) {
            number.digits += c;
            number.exponent -= point ? 1 : 0;
        } else {
            break;
        }
        if (number.digits.size() > 400)
            return std::nullopt;
    }
    if (number.digits.isEmpty())
        return std::nullopt;
    if (at < text.size()) {
        if (text[at].toLower() != QLatin1Char('e'))
            return std::nullopt;
        const auto exponent = readExponent(text.mid(at + 1));
        if (!exponent)
            return std::nullopt;
        number.exponent += *exponent;
    }
    number.trim();
    return number;
}

/// The days and the milliseconds of the day that a date number stands for.
struct SerialTime {
    qint64 days = 0;
    int seconds = 0;
};

std::optional<SerialTime> readSerial(QStringView stored)
{
    constexpr int kPlaces = 10;
    constexpr int kSecondsOfDay = 86'400;
    const auto number = readStored(stored);
    if (!number || number->negative || number->digits.size() + number->exponent > 8
        || number->digits.size() > 40)
        return std::nullopt;
    StoredNumber rounded = *number;
    if (rounded.exponent < -kPlaces) { // cut, one digit of 1e-10 days is 9 microseconds
        const int drop = -kPlaces - rounded.exponent;
        rounded.digits.chop(std::min<qsizetype>(drop, rounded.digits.size()));
        rounded.exponent = -kPlaces;
        rounded.trim();
    }
    const auto raw = parseDecimal(rounded.plain(), kPlaces);
    if (!raw)
        return std::nullopt;
    const qint64 one = powerOfTen(kPlaces);
    SerialTime time{*raw / one, 0};
    const auto seconds = mulDiv(*raw % one, kSecondsOfDay, one, Rounding::HalfUp);
    time.seconds = static_cast<int>(seconds.value_or(0));
    if (time.seconds == kSecondsOfDay) {
        time.seconds = 0;
        ++time.days;
    }
    return time;
}

QDate dateOfSerial(qint64 days, DateEpoch epoch)
{
    constexpr qint64 kDayThatNeverWas = 60;
    if (epoch == DateEpoch::Year1904)
        return QDate(1904, 1, 1).addDays(days);
    if (days == kDayThatNeverWas)
        return {};
    return QDate(1899, 12, days < kDayThatNeverWas ? 31 : 30).addDays(days);
}

} // namespace

std::optional<QString> plainDecimal(QStringView stored, int shift)
{
    auto number = readStored(stored);
    if (!number)
        return std::nullopt;
    number->dropNoise();
    if (!number->digits.isEmpty())
        number->exponent += shift;
    if (number->exponent > kMostDigits || number->exponent < -kMostDigits
        || number->digits.size() + std::abs(number->exponent) > 2 * kMostDigits)
        return std::nullopt;
    const QString text = number->plain();
    return text.size() > kMostDigits ? std::nullopt : std::optional<QString>(text);
}

std::optional<QString> serialDate(QStringView stored, DateEpoch epoch, CellFormat format)
{
    const auto serial = readSerial(stored);
    if (!serial)
        return std::nullopt;
    const QTime time = QTime::fromMSecsSinceStartOfDay(serial->seconds * 1000);
    const QString clock = time.toString(QStringLiteral("HH:mm:ss"));
    // Day 0 is a time of day; formats like mm:ss look as if they had a month.
    if (serial->days == 0 && format != CellFormat::Date
        && (format == CellFormat::Time || epoch == DateEpoch::Year1900))
        return clock;
    if (serial->days == 0 && epoch == DateEpoch::Year1900)
        return std::nullopt;
    const QDate date = dateOfSerial(serial->days, epoch);
    if (!date.isValid() || date.year() > 9999)
        return std::nullopt;
    const QString day = date.toString(Qt::ISODate);
    return serial->seconds == 0 ? day : day + QLatin1Char(' ') + clock;
}

CellFormat formatOfCode(QStringView code)
{
    bool date = false;
    bool time = false;
    bool percent = false;
    bool general = code.startsWith(QLatin1String("general"), Qt::CaseInsensitive);
    for (qsizetype i = 0; i < code.size() && !general; ++i) {
        const QChar c = code[i].toLower();
        if (c == QLatin1Char(';'))
            break;
        if (c == QLatin1Char('\\') || c == QLatin1Char('_') || c == QLatin1Char('*')) {
            ++i;
        } else if (c == QLatin1Char('"')) {
            for (++i; i < code.size() && code[i] != QLatin1Char('"');)
                ++i;
        } else if (c == QLatin1Char('[')) {
            qsizetype end = i + 1;
            while (end < code.size() && code[end] != QLatin1Char(']'))
                ++end;
            const QString inside = code.mid(i + 1, end - i - 1).toString().toLower();
            const QString units = QStringLiteral("hms");
            time = time
                || (!inside.isEmpty() && std::all_of(inside.begin(), inside.end(), [&](QChar x) {
                       return units.contains(x);
                   }));
            i = end;
        } else if (c == QLatin1Char('y') || c == QLatin1Char('d')) {
            date = true;
        } else if (c == QLatin1Char('h') || c == QLatin1Char('s')) {
            time = true;
        } else if (c == QLatin1Char('m')) {
            date = date || !time; // a lone m is a month, beside hours a minute
        } else if (c == QLatin1Char('%')) {
            percent = true;
        }
    }
    if (date)
        return time ? CellFormat::DateTime : CellFormat::Date;
    if (time)
        return CellFormat::Time;
    return percent ? CellFormat::Percent : CellFormat::Number;
}

CellFormat formatOfNumber(int builtIn)
{
    switch (builtIn) {
    case 9:
    case 10:
        return CellFormat::Percent;
    case 22:
        return CellFormat::DateTime;
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 46:
    case 47:
    case 55:
    case 56:
        return CellFormat::Time;
    default:
        break;
    }
    const bool date = (builtIn >= 14 && builtIn <= 17) || (builtIn >= 27 && builtIn <= 31)
        || builtIn == 36 || (builtIn >= 50 && builtIn <= 58);
    return date ? CellFormat::Date : CellFormat::Number;
}

} // namespace chengdan::exchange
