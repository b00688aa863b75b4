// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_cells.h"

#include "core/base/credit_code.h"
#include "core/base/fixed.h"
#include "core/exchange/xlsx_number.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTime>
#include <QTimeZone>

namespace chengdan::exchange {

namespace {

using schema::ColumnType;
using schema::Value;

Error cellError(const char* code, const QString& cell)
{
    return Error::make(code, {}, {{QStringLiteral("text"), cell}});
}

Error unknownValue(const QString& cell, const QStringList& allowed)
{
    return Error::make("VALUE_UNKNOWN",
        {},
        {{QStringLiteral("text"), cell},
            {QStringLiteral("allowed"), allowed.join(QStringLiteral(", "))}});
}

/// Digits with the marks of a plain number: without thousands commas and currency signs, brackets
/// around a negative amount made a minus.
QString plainNumber(QString text)
{
    static const QRegularExpression grouped(QStringLiteral("^[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?$"));
    text.replace(QChar(0xFF0C), QLatin1Char(','));
    text.replace(QChar(0x2212), QLatin1Char('-')).replace(QChar(0xFF0B), QLatin1Char('+'));
    text.remove(QChar(0x00A5)).remove(QChar(0xFFE5));
    text = text.trimmed();
    const bool bracketed = (text.startsWith(QLatin1Char('(')) && text.endsWith(QLatin1Char(')')))
        || (text.startsWith(QChar(0xFF08)) && text.endsWith(QChar(0xFF09)));
    if (bracketed)
        text = QLatin1Char('-') + text.mid(1, text.size() - 2).trimmed();
    if (text.endsWith(QChar(0x5143))) // 元
        text.chop(1);
    if (grouped.match(text).hasMatch())
        text.remove(QLatin1Char(','));
    return text.trimmed();
}

Result<Value> decimalValue(const QString& cell, int decimals)
{
    QString text = plainNumber(cell);
    int shift = 0;
    if (text.endsWith(QChar(0x4E07))) // 万
        shift = 4;
    else if (text.endsWith(QChar(0x4EBF))) // 亿
        shift = 8;
    if (shift > 0) {
        text.chop(1);
        text = plainNumber(text);
    }
    auto raw = parseDecimal(text, decimals + shift);
    if (!raw) {
        Error error = raw.error();
        error.args = {
            {QStringLiteral("text"), cell}, {QStringLiteral("digits"), QString::number(decimals)}};
        return chengdan::fail(std::move(error));
    }
    return Value(*raw);
}

Result<Value> rateValue(const QString& cell)
{
    QString text = cell;
    if (text.endsWith(QLatin1Char('%'))) {
        text.chop(1);
        auto rate = rateFromPercent(text.trimmed());
        return rate ? Result<Value>(Value(rate->raw()))
                    : chengdan::fail(cellError("NUMBER_FORMAT", cell));
    }
    auto fraction = Rate::parse(text);
    if (fraction && *fraction <= Rate::fromWhole(1))
        return Value(fraction->raw());
    auto percent = rateFromPercent(text);
    return percent ? Result<Value>(Value(percent->raw()))
                   : chengdan::fail(cellError("NUMBER_FORMAT", cell));
}

/// The date at the beginning of the text; `rest` is what follows it.
QDate leadingDate(const QString& text, QString* rest)
{
    // A date cell without a date format: days since 1900, five digits from 1927 to 2173.
    static const QRegularExpression counted(QStringLiteral("^\\d{5}(\\.\\d+)?$"));
    if (counted.match(text).hasMatch()) {
        const QString day =
            serialDate(text, DateEpoch::Year1900, CellFormat::DateTime).value_or(QString());
        *rest = day.mid(11);
        return QDate::fromString(day.left(10), Qt::ISODate);
    }
    static const QRegularExpression separated(
        QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"));
    static const QRegularExpression joined(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)"));
    for (const QRegularExpression* form : {&separated, &joined}) {
        const auto match = form->match(text);
        if (match.hasMatch()) {
            *rest = text.mid(match.capturedEnd()).trimmed();
            return QDate(
                match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        }
    }
    *rest = text;
    return {};
}

/// "T10:20", "10:20:30", nothing.
std::optional<int> millisecondsOfDay(QString rest)
{
    if (rest.startsWith(QLatin1Char('T')))
        rest.remove(0, 1);
    if (rest.isEmpty())
        return 0;
    for (const QString& form :
        {QStringLiteral("H:m:s"), QStringLiteral("H:m"), QStringLiteral("H:m:s.zzz")}) {
        const QTime time = QTime::fromString(rest, form);
        if (time.isValid())
            return time.msecsSinceStartOfDay();
    }
    return std::nullopt;
}

Result<Value> choiceValue(const schema::Column& column, const QString& cell)
{
    for (const schema::Choice& choice : column.choices) {
        const QString code = QString::fromLatin1(choice.code);
        if (cell.compare(code, Qt::CaseInsensitive) == 0
            || cell.compare(QString::fromUtf8(choice.label), Qt::CaseInsensitive) == 0
            || cell == QCoreApplication::translate("schema", choice.label))
            return Value(code);
    }
    // Only then the words of other systems: one may be the label of another choice.
    for (const schema::Choice& choice : column.choices) {
        const QString code = QString::fromLatin1(choice.code);
        if (choiceAliases(code).contains(cell))
            return Value(code);
    }
    QStringList allowed;
    for (const schema::Choice& choice : column.choices)
        allowed += QString::fromLatin1(choice.code);
    return chengdan::fail(unknownValue(cell, allowed));
}

Result<Value> flagValue(const QString& cell)
{
    static const QStringList yes{QStringLiteral("1"),
        QStringLiteral("true"),
        QStringLiteral("yes"),
        QStringLiteral("y"),
        QStringLiteral("是"),
        QStringLiteral("√")};
    static const QStringList no{QStringLiteral("0"),
        QStringLiteral("false"),
        QStringLiteral("no"),
        QStringLiteral("n"),
        QStringLiteral("否"),
        QStringLiteral("×")};
    if (yes.contains(cell.toLower()))
        return Value(qint64{1});
    if (no.contains(cell.toLower()))
        return Value(qint64{0});
    return chengdan::fail(unknownValue(cell, {yes.first(), no.first()}));
}

Result<Value> dateValue(const QString& cell)
{
    QString rest;
    const QDate date = leadingDate(cell, &rest);
    if (!date.isValid() || !millisecondsOfDay(rest))
        return chengdan::fail(cellError("DATE_FORMAT", cell));
    return Value(date.toString(Qt::ISODate));
}

/// What a spreadsheet shows when a formula has no value.
bool isSpreadsheetError(const QString& cell)
{
    static const QStringList signs{QStringLiteral("#N/A"),
        QStringLiteral("#REF!"),
        QStringLiteral("#VALUE!"),
        QStringLiteral("#DIV/0!"),
        QStringLiteral("#NAME?"),
        QStringLiteral("#NUM!"),
        QStringLiteral("#NULL!"),
        QStringLiteral("#GETTING_DATA"),
        QStringLiteral("#SPILL!"),
        QStringLiteral("#CALC!")};
    return cell.startsWith(QLatin1Char('#')) && signs.contains(cell.toUpper());
}

/// Decimal places of a column that holds a number; nothing for the others and for rates.
std::optional<int> cellDecimals(ColumnType type, Currency currency)
{
    switch (type) {
    case ColumnType::Integer:
        return 0;
    case ColumnType::Money:
        return currency.decimals();
    case ColumnType::UnitPrice:
        return UnitPrice::kDecimals;
    case ColumnType::UnitCost:
        return UnitCost::kDecimals;
    case ColumnType::Quantity:
        return Quantity::kDecimals;
    case ColumnType::ExchangeRate:
        return ExchangeRate::kDecimals;
    default:
        return std::nullopt;
    }
}

} // namespace

QString cleanCell(const QString& cell)
{
    QString result;
    result.reserve(cell.size());
    for (const QChar c : cell) {
        const char16_t u = c.unicode();
        if (u == 0x3000 || u == 0x00A0)
            result += QLatin1Char(' ');
        else if ((u >= 0xFF10 && u <= 0xFF19) || (u >= 0xFF21 && u <= 0xFF3A)
            || (u >= 0xFF41 && u <= 0xFF5A) || u == 0xFF0E || u == 0xFF0D || u == 0xFF05)
            result += QChar(static_cast<char16_t>(u - 0xFEE0));
        else
            result += c;
    }
    return result.trimmed();
}

QString storedKey(QStringView table, QStringView column, const QString& cell)
{
    if (table == QLatin1String("customer") && column == QLatin1String("credit_code"))
        return normaliseCreditCode(cell).value_or(cell);
    return cell;
}

Result<Instant> cellInstant(const QString& cell, const QByteArray& timeZone)
{
    QString rest;
    const QDate date = leadingDate(cell, &rest);
    const auto time = millisecondsOfDay(rest);
    if (!date.isValid() || !time)
        return chengdan::fail(cellError("DATE_FORMAT", cell));
    return Instant::fromMilliseconds(startOf(date, timeZone).milliseconds() + *time);
}

Result<Value> cellValue(const schema::Column& column,
    const QString& cell,
    Currency currency,
    const QByteArray& timeZone)
{
    if (isSpreadsheetError(cell))
        return chengdan::fail(cellError("CELL_ERROR", cell));
    if (const auto decimals = cellDecimals(column.type, currency))
        return decimalValue(cell, *decimals);
    switch (column.type) {
    case ColumnType::Flag:
        return flagValue(cell);
    case ColumnType::Rate:
        return rateValue(cell);
    case ColumnType::Date:
        return dateValue(cell);
    case ColumnType::Instant:
        return cellInstant(cell, timeZone).map([](Instant instant) {
            return Value(instant.milliseconds());
        });
    case ColumnType::Choice:
        return choiceValue(column, cell);
    case ColumnType::Currency: {
        const auto parsed = Currency::parse(cell.toUpper());
        if (!parsed)
            return chengdan::fail(cellError("CURRENCY_UNKNOWN", cell));
        return Value(parsed->code());
    }
    default:
        return Value(cell);
    }
}

QString plainCell(
    const schema::Column& column, const Value& value, Currency currency, const QByteArray& timeZone)
{
    if (schema::isNull(value))
        return {};
    if (const auto decimals = cellDecimals(column.type, currency))
        return formatDecimal(schema::toInteger(value), *decimals, 0);
    switch (column.type) {
    case ColumnType::Rate:
        return percentText(Rate::fromRaw(schema::toInteger(value))) + QLatin1Char('%');
    case ColumnType::Flag:
        return QString::number(schema::toInteger(value));
    case ColumnType::Instant:
        if (schema::toInteger(value) == 0)
            return {};
        return QDateTime::fromMSecsSinceEpoch(schema::toInteger(value), QTimeZone(timeZone))
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case ColumnType::SmallId:
        return QString::number(schema::toInteger(value));
    case ColumnType::Id:
    case ColumnType::Blob: {
        const auto* bytes = std::get_if<QByteArray>(&value);
        return bytes == nullptr ? QString() : QString::fromLatin1(bytes->toHex());
    }
    default:
        return schema::toText(value);
    }
}

QString shownCell(
    const schema::Column& column, const Value& value, Currency currency, const QByteArray& timeZone)
{
    const QString plain = plainCell(column, value, currency, timeZone);
    if (plain.isEmpty())
        return plain;
    if (column.type == ColumnType::Flag) {
        return schema::toInteger(value) != 0 ? QCoreApplication::translate("RecordList", "Yes")
                                             : QCoreApplication::translate("RecordList", "No");
    }
    if (column.type == ColumnType::Choice) {
        for (const schema::Choice& choice : column.choices) {
            if (plain == QLatin1String(choice.code))
                return QCoreApplication::translate("schema", choice.label);
        }
    }
    return plain;
}

bool isPlainCell(const schema::Column& column, const QString& cell, const QString& plain)
{
    if (cell == plain)
        return true;
    if (column.type == ColumnType::Choice) {
        return std::any_of(
            column.choices.begin(), column.choices.end(), [&](const schema::Choice& choice) {
                return plain == QLatin1String(choice.code)
                    && (cell == QString::fromUtf8(choice.label)
                        || cell == QCoreApplication::translate("schema", choice.label));
            });
    }
    if (column.type == ColumnType::Flag)
        return cell == QStringLiteral("是") || cell == QStringLiteral("否");
    static const QRegularExpression decimal(QStringLiteral("^-?\\d+(\\.\\d+)?$"));
    return cellDecimals(column.type, Currency()).has_value() && decimal.match(cell).hasMatch();
}

} // namespace chengdan::exchange
