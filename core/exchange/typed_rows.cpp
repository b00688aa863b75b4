// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/typed_rows.h"

#include "core/exchange/file_error.h"

#include <limits>

namespace chengdan::exchange {

namespace {

QPair<QString, QString> named(const char* name, const QString& value)
{
    return {QString::fromLatin1(name), value};
}

} // namespace

void ErrorList::add(Error error)
{
    if (!isFull())
        m_errors.push_back(std::move(error));
}

Error ErrorList::combined() const
{
    Error first = m_errors.front();
    first.more.assign(m_errors.begin() + 1, m_errors.end());
    return first;
}

TypedRows::TypedRows(QString file,
    CsvTable table,
    const std::vector<const char*>& required,
    const std::vector<const char*>& known,
    ErrorList& errors)
    : m_file(std::move(file))
    , m_table(std::move(table))
    , m_errors(errors)
{
    for (qsizetype i = 0; i < m_table.header.size(); ++i) {
        const QString& name = m_table.header[i];
        const auto same = [&](const char* column) {
            return name.compare(QLatin1String(column), Qt::CaseInsensitive) == 0;
        };
        const auto found = std::find_if(known.begin(), known.end(), same);
        if (found != known.end())
            m_columns.emplace_back(*found, i);
        else if (!name.isEmpty())
            m_unknown.append(name);
    }
    for (const char* column : required) {
        const bool present = std::any_of(m_columns.begin(),
            m_columns.end(),
            [&](const auto& entry) { return entry.first == column; });
        if (present)
            continue;
        m_usable = false;
        const QString name = QString::fromLatin1(column);
        m_errors.add(
            Error::make("COLUMN_MISSING", name, {named("file", m_file), named("column", name)}));
    }
}

bool TypedRows::next()
{
    while (m_usable && m_next < m_table.rows.size() && !m_errors.isFull()) {
        const CsvRow& row = m_table.rows[m_next++];
        const qsizetype width = m_table.header.size();
        const bool tooLong = row.cells.size() > width
            && std::any_of(row.cells.begin() + width, row.cells.end(), [](const QString& cell) {
                   return !cell.trimmed().isEmpty();
               });
        if (!tooLong && row.cells.size() >= width)
            return true;
        m_errors.add(Error::make("ROW_LENGTH",
            {},
            {named("file", m_file),
                named("row", QString::number(row.number)),
                named("found", QString::number(row.cells.size())),
                named("expected", QString::number(width))}));
    }
    return false;
}

QString TypedRows::text(const char* column) const
{
    for (const auto& [name, index] : m_columns) {
        if (name == column)
            return current().cells[index].trimmed();
    }
    return {};
}

QString TypedRows::key(const char* column)
{
    QString cell = text(column);
    if (cell.isEmpty())
        refuse(column, Error::make("CELL_MISSING"));
    return cell;
}

void TypedRows::read(const char* column, int& target)
{
    const auto value = number(column, 0, Sign::Any);
    if (!value)
        return;
    if (*value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max())
        refuse(column, Error::make("OVERFLOW_GUARD"));
    else
        target = static_cast<int>(*value);
}

void TypedRows::read(const char* column, bool& target)
{
    readWord(column,
        target,
        {{"1", true},
            {"0", false},
            {"true", true},
            {"false", false},
            {"yes", true},
            {"no", false}});
}

void TypedRows::read(const char* column, QDate& target)
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return;
    const QDate date =
        cell.size() == 10 ? QDate::fromString(cell, QStringLiteral("yyyy-MM-dd")) : QDate();
    if (date.isValid())
        target = date;
    else
        refuse(column, Error::make("DATE_FORMAT", {}, {named("text", cell.left(40))}));
}

void TypedRows::readPercent(const char* column, Rate& target, Sign sign)
{
    if (const auto raw = number(column, Rate::kDecimals - 2, sign))
        target = Rate::fromRaw(*raw);
}

void TypedRows::readMinutes(const char* column, qint64& milliseconds)
{
    constexpr int kDecimals = 9;
    constexpr qint64 kMillisecondsPerMinute = 60'000;
    const auto raw = number(column, kDecimals, Sign::NotNegative);
    if (!raw)
        return;
    if (const auto value =
            mulDiv(*raw, kMillisecondsPerMinute, powerOfTen(kDecimals), Rounding::HalfUp))
        milliseconds = *value;
    else
        refuse(column, Error::make("OVERFLOW_GUARD"));
}

void TypedRows::refuse(const char* column, Error error)
{
    m_errors.add(locatedError(std::move(error), m_file, rowNumber(), QString::fromLatin1(column)));
}

void TypedRows::refuseWord(const char* column, const QString& cell, const QStringList& allowed)
{
    refuse(column,
        Error::make("VALUE_UNKNOWN",
            {},
            {named("text", cell.left(40)), named("allowed", allowed.join(QStringLiteral(" | ")))}));
}

std::optional<qint64> TypedRows::number(const char* column, int decimals, Sign sign)
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return std::nullopt;
    const auto value = parseDecimal(cell, decimals);
    if (!value) {
        refuse(column, value.error());
        return std::nullopt;
    }
    if ((sign != Sign::Any && *value < 0) || (sign == Sign::Positive && *value == 0)) {
        refuse(column, Error::make("VALUE_RANGE", {}, {named("text", cell.left(40))}));
        return std::nullopt;
    }
    return *value;
}

} // namespace chengdan::exchange
