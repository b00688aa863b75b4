// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_words.h"

#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace chengdan {

namespace {

using MaybeDay = std::optional<QDate>;

constexpr int kFarthestDays = 3660;
constexpr int kDaysOfWeek = 7;

MaybeDay validDay(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() ? MaybeDay(date) : std::nullopt;
}

QRegularExpressionMatch wholeMatch(const QString& pattern, const QString& text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
}

// 3, 三, 两, 十, 十二, 二十, 二十五; 0 when it is none of these.
int smallNumber(const QString& text)
{
    bool plain = false;
    const int digits = text.toInt(&plain);
    if (plain)
        return digits;
    static const QString kDayDigits = QStringLiteral("零一二三四五六七八九");
    QString word = text;
    word.replace(QChar(u'两'), QChar(u'二'));
    const qsizetype ten = word.indexOf(QChar(u'十'));
    if (ten < 0)
        return word.size() == 1 ? static_cast<int>(qMax<qsizetype>(kDayDigits.indexOf(word), 0))
                                : 0;
    const QString before = word.left(ten);
    const QString after = word.mid(ten + 1);
    const auto tens = before.isEmpty() ? 1 : kDayDigits.indexOf(before);
    const auto ones = after.isEmpty() ? 0 : kDayDigits.indexOf(after);
    return tens < 0 || ones < 0 ? 0 : static_cast<int>(tens * 10 + ones);
}

QDate lastOfMonth(QDate within)
{
    return {within.year(), within.month(), within.daysInMonth()};
}

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

// Month and day without a year: the one closest to today, so 12-25 typed in January is the last.
MaybeDay closest(int month, int day, QDate today)
{
    MaybeDay best;
    for (int year = today.year() - 1; year <= today.year() + 1; ++year) {
        const MaybeDay candidate = validDay(year, month, day);
        if (candidate && (!best || qAbs(candidate->daysTo(today)) < qAbs(best->daysTo(today))))
            best = candidate;
    }
    return best;
}

MaybeDay comingDayOfMonth(int day, QDate today)
{
    if (day < 1 || day > 31)
        return std::nullopt;
    QDate month(today.year(), today.month(), 1);
    for (int i = 0; i < 3; ++i, month = month.addMonths(1)) {
        const MaybeDay candidate = validDay(month.year(), month.month(), day);
        if (candidate && *candidate >= today)
            return candidate;
    }
    return std::nullopt;
}

MaybeDay numericDay(const QString& text, QDate today)
{
    static const QString kBetween = QStringLiteral("[-/.年月]");
    if (const auto full = wholeMatch(
            QStringLiteral("(\\d{4}|\\d{2})%1(\\d{1,2})%1(\\d{1,2})[日号]?").arg(kBetween), text);
        full.hasMatch()) {
        const int year = full.captured(1).toInt();
        return validDay(
            year < 100 ? 2000 + year : year, full.captured(2).toInt(), full.captured(3).toInt());
    }
    if (const auto run = wholeMatch(QStringLiteral("(\\d{4})(\\d{2})(\\d{2})"), text);
        run.hasMatch())
        return validDay(run.captured(1).toInt(), run.captured(2).toInt(), run.captured(3).toInt());
    if (const auto part = wholeMatch(QStringLiteral("(\\d{1,2})[-/.月](\\d{1,2})[日号]?"), text);
        part.hasMatch())
        return closest(part.captured(1).toInt(), part.captured(2).toInt(), today);
    if (const auto run = wholeMatch(QStringLiteral("(\\d{2})(\\d{2})"), text); run.hasMatch())
        return closest(run.captured(1).toInt(), run.captured(2).toInt(), today);
    if (const auto day = wholeMatch(QStringLiteral("(\\d{1,2})[日号]?"), text); day.hasMatch())
        return comingDayOfMonth(day.captured(1).toInt(), today);
    return std::nullopt;
}

MaybeDay namedDay(const QString& text, QDate today)
{
    static const QHash<QString, int> kOffsets{{QStringLiteral("今"), 0},
        {QStringLiteral("今天"), 0},
        {QStringLiteral("今日"), 0},
        {QStringLiteral("明"), 1},
        {QStringLiteral("明天"), 1},
        {QStringLiteral("明日"), 1},
        {QStringLiteral("后"), 2},
        {QStringLiteral("后天"), 2},
        {QStringLiteral("大后天"), 3},
        {QStringLiteral("昨"), -1},
        {QStringLiteral("昨天"), -1},
        {QStringLiteral("昨日"), -1},
        {QStringLiteral("前天"), -2},
        {QStringLiteral("today"), 0},
        {QStringLiteral("tomorrow"), 1},
        {QStringLiteral("yesterday"), -1}};
    const auto found = kOffsets.constFind(text);
    return found == kOffsets.cend() ? std::nullopt : MaybeDay(today.addDays(*found));
}

MaybeDay movedBy(int count, const QString& unit, QDate today)
{
    if (qAbs(count) > kFarthestDays)
        return std::nullopt;
    if (unit == QLatin1String("w") || unit == QStringLiteral("周") || unit == QStringLiteral("星期")
        || unit == QStringLiteral("礼拜"))
        return today.addDays(qint64{count} * kDaysOfWeek);
    if (unit == QLatin1String("m") || unit == QStringLiteral("月"))
        return today.addMonths(count);
    if (unit == QStringLiteral("年"))
        return today.addYears(count);
    return today.addDays(count);
}

MaybeDay relativeDay(const QString& text, QDate today)
{
    static const QString kUnit = QStringLiteral("(天|日|周|星期|礼拜|月|年|d|w|m)");
    if (const auto sign = wholeMatch(QStringLiteral("([+-])(\\d{1,4})个?%1?").arg(kUnit), text);
        sign.hasMatch()) {
        const int count = sign.captured(2).toInt();
        return movedBy(
            sign.captured(1) == QLatin1String("-") ? -count : count, sign.captured(3), today);
    }
    if (wholeMatch(QStringLiteral("半个?月(以|之)?后"), text).hasMatch())
        return today.addDays(15);
    const auto after = wholeMatch(
        QStringLiteral("([0-9零一二三四五六七八九十两]{1,4})个?%1((?:以|之)?后|(?:以|之)?前)")
            .arg(kUnit),
        text);
    if (!after.hasMatch())
        return std::nullopt;
    const int count = smallNumber(after.captured(1));
    const bool back = after.captured(3).endsWith(QChar(u'前'));
    return count == 0 ? std::nullopt : movedBy(back ? -count : count, after.captured(2), today);
}

int weeksAway(const QString& word)
{
    if (word == QStringLiteral("下下"))
        return 2;
    if (word == QStringLiteral("下"))
        return 1;
    if (word == QStringLiteral("上"))
        return -1;
    return word == QStringLiteral("上上") ? -2 : 0;
}

// A weekday without 本, 下 or 上 is the coming one: what is planned lies ahead.
MaybeDay weekday(const QString& text, QDate today)
{
    static const QString kDays = QStringLiteral("一二三四五六日");
    const auto found = wholeMatch(
        QStringLiteral("(下下|下|这个?|本|上上|上)?个?(周|星期|礼拜)([一二三四五六日天末1-7]?)"),
        text);
    if (found.hasMatch()) {
        const QString which = found.captured(1);
        QString day = found.captured(3);
        if (day.isEmpty() && (which.isEmpty() || weeksAway(which) == 0))
            return std::nullopt;
        day.replace(QChar(u'天'), QChar(u'日'));
        day.replace(QChar(u'末'), QChar(u'六'));
        int number = day.isEmpty() ? 1 : day.toInt();
        if (number == 0)
            number = static_cast<int>(kDays.indexOf(day)) + 1;
        const QDate date = mondayOf(today).addDays(weeksAway(which) * kDaysOfWeek + number - 1);
        return which.isEmpty() && date < today ? date.addDays(kDaysOfWeek) : date;
    }
    static const QStringList kEnglish{QStringLiteral("mon"),
        QStringLiteral("tue"),
        QStringLiteral("wed"),
        QStringLiteral("thu"),
        QStringLiteral("fri"),
        QStringLiteral("sat"),
        QStringLiteral("sun")};
    const auto english = wholeMatch(
        QStringLiteral("(next ?)?(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?"),
        text);
    if (!english.hasMatch())
        return std::nullopt;
    const int offset = static_cast<int>(kEnglish.indexOf(english.captured(2)));
    if (!english.captured(1).isEmpty())
        return mondayOf(today).addDays(kDaysOfWeek + offset);
    const QDate date = mondayOf(today).addDays(offset);
    return date < today ? date.addDays(kDaysOfWeek) : date;
}

MaybeDay monthDay(const QString& text, QDate today)
{
    const auto edge = [](QDate within, const QString& word) {
        if (word == QStringLiteral("初"))
            return QDate(within.year(), within.month(), 1);
        return word == QStringLiteral("中") ? QDate(within.year(), within.month(), 15)
                                            : lastOfMonth(within);
    };
    if (const auto month = wholeMatch(
            QStringLiteral("(下下|下|这|本|上上|上)?个?月(底|末|初|中|(\\d{1,2})[日号]?)"), text);
        month.hasMatch()) {
        const QDate within = today.addMonths(weeksAway(month.captured(1)));
        if (month.captured(3).isEmpty())
            return edge(within, month.captured(2));
        return validDay(within.year(), within.month(), month.captured(3).toInt());
    }
    if (const auto month = wholeMatch(QStringLiteral("(\\d{1,2})月(底|末|初|中)"), text);
        month.hasMatch()) {
        const MaybeDay within = closest(month.captured(1).toInt(), 15, today);
        return within ? MaybeDay(edge(*within, month.captured(2))) : std::nullopt;
    }
    if (const auto quarter = wholeMatch(QStringLiteral("(下|这|本|上)?个?季度?(底|末)"), text);
        quarter.hasMatch()) {
        const int first = (today.month() - 1) / 3 * 3 + 1;
        const QDate start(today.year(), first, 1);
        return lastOfMonth(start.addMonths(3 * weeksAway(quarter.captured(1)) + 2));
    }
    if (const auto year = wholeMatch(QStringLiteral("(明|今|本|去)?年(底|末|初)"), text);
        year.hasMatch()) {
        const QString which = year.captured(1);
        const int offset = which == QStringLiteral("明") ? 1
            : which == QStringLiteral("去")              ? -1
                                                         : 0;
        return year.captured(2) == QStringLiteral("初") ? QDate(today.year() + offset, 1, 1)
                                                        : QDate(today.year() + offset, 12, 31);
    }
    return wholeMatch(QStringLiteral("(end of month|eom)"), text).hasMatch()
        ? MaybeDay(lastOfMonth(today))
        : std::nullopt;
}

MaybeDay wordDay(const QString& text, QDate today)
{
    for (const auto read : {namedDay, relativeDay, weekday, monthDay}) {
        if (const MaybeDay day = read(text, today))
            return day;
    }
    return std::nullopt;
}

QTime hourOf(const QString& part, int hour, const QString& minutes)
{
    const bool late = part == QStringLiteral("下午") || part.startsWith(QChar(u'晚'))
        || part == QStringLiteral("pm");
    if (late && hour < 12)
        hour += 12;
    return {hour, minutes == QStringLiteral("半") ? 30 : minutes.toInt()};
}

} // namespace

Result<DayWord> readDay(QStringView typed, QDate today)
{
    const auto refuse = [&] {
        return fail("DATE_FORMAT", {}, {{QStringLiteral("text"), typed.toString()}});
    };
    // Full-width digits and signs become plain ones.
    const QString text =
        typed.toString().normalized(QString::NormalizationForm_KC).simplified().toLower();
    QString joined = text;
    joined.remove(QLatin1Char(' '));
    if (joined.isEmpty() || joined.size() > 40)
        return refuse();
    if (const MaybeDay day = numericDay(joined, today))
        return DayWord{*day, {}};
    for (const QString& form : {text, joined}) {
        if (const MaybeDay day = wordDay(form, today))
            return DayWord{*day, {}};
    }
    // 明10, 明天下午3点半, 下周三 14:30; after a numeric date an hour needs its colon or 点.
    static const QRegularExpression kWithHour(
        QStringLiteral("^(.+?) ?(上午|早上|中午|下午|晚上|晚|am|pm)? "
                       "?(\\d{1,2})(?:([:点时])(\\d{1,2}|半)?分?)?$"));
    const auto split = kWithHour.match(text);
    if (!split.hasMatch())
        return refuse();
    const QString head = split.captured(1);
    MaybeDay day = wordDay(head, today);
    if (!day && !split.captured(4).isEmpty())
        day = numericDay(head, today);
    const QTime time = hourOf(split.captured(2), split.captured(3).toInt(), split.captured(5));
    if (!day || !time.isValid())
        return refuse();
    return DayWord{*day, time};
}

} // namespace chengdan
