// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/capital.h"
#include "core/base/credit_code.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <numeric>

using namespace chengdan;

namespace {

// Weights that are not all zero, small and large ones mixed.
rc::Gen<std::vector<qint64>> someWeights()
{
    const auto weight = rc::gen::oneOf(
        rc::gen::inRange<qint64>(0, 10), rc::gen::inRange<qint64>(0, 1'000'000'000'000'000));
    return rc::gen::suchThat(
        rc::gen::container<std::vector<qint64>>(weight), [](const auto& weights) {
            return std::any_of(weights.begin(), weights.end(), [](qint64 w) { return w > 0; });
        });
}

Int128 sizeOf(Int128 value)
{
    return value < 0 ? -value : value;
}

// What is left when everything a writer may add or leave out is gone.
QString bareCapitals(QString text)
{
    text.remove(QStringLiteral("零")).remove(QStringLiteral("整"));
    if (text.startsWith(QStringLiteral("元")))
        text.remove(0, 1);
    return text.startsWith(QStringLiteral("拾")) ? QStringLiteral("壹") + text : text;
}

} // namespace

TEST_CASE("laws of split", "[base][money][property]")
{
    const auto totals = rc::gen::inRange<qint64>(-1'000'000'000'000'000, 1'000'000'000'000'000);
    CHECK(rc::check(
        "parts add up, lie within one fen of the exact share, and are odd in the sign", [&] {
            const qint64 total = *totals;
            const auto weights = *someWeights();
            const auto parts = split(total, weights);
            const auto negated = split(-total, weights);
            RC_ASSERT(parts.has_value());
            RC_ASSERT(negated.has_value());
            RC_ASSERT(std::accumulate(parts->begin(), parts->end(), qint64{0}) == total);
            Int128 sum = 0;
            for (const qint64 weight : weights)
                sum += weight;
            for (std::size_t i = 0; i < weights.size(); ++i) {
                RC_ASSERT(
                    sizeOf((*parts)[i] * sum - static_cast<Int128>(total) * weights[i]) < sum);
                RC_ASSERT((*negated)[i] == -(*parts)[i]);
            }
        }));
}

TEST_CASE("laws of rounding", "[base][arithmetic][property]")
{
    CHECK(rc::check(
        "half up lies within a half, down and up within one, and brackets it", [](qint64 n) {
            const qint64 d =
                *rc::gen::suchThat(rc::gen::arbitrary<qint64>(), [](qint64 x) { return x > 0; });
            const Int128 near = divide(n, d, Rounding::HalfUp);
            const Int128 low = divide(n, d, Rounding::Down);
            const Int128 high = divide(n, d, Rounding::Up);
            RC_ASSERT(2 * sizeOf(near * d - n) <= d);
            RC_ASSERT(low * d <= n);
            RC_ASSERT(high * d >= n);
            RC_ASSERT(high - low == (n % d == 0 ? 0 : 1));
            RC_ASSERT(divide(-static_cast<Int128>(n), d, Rounding::HalfUp) == -near);
        }));
}

TEST_CASE("laws of decimals", "[base][fixed][property]")
{
    CHECK(rc::check("what is written reads back to the same number", [](qint64 raw) {
        const int decimals = *rc::gen::inRange(0, 19);
        const int atLeast = *rc::gen::inRange(0, decimals + 1);
        const auto again = parseDecimal(formatDecimal(raw, decimals, atLeast), decimals);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == raw);
    }));
    CHECK(rc::check("no text ends the program", [](const std::string& bytes) {
        const QString text = QString::fromStdString(bytes);
        static_cast<void>(parseDecimal(text, 6));
        static_cast<void>(parseRmbCapitals(text));
        static_cast<void>(normaliseCreditCode(text));
        static_cast<void>(Currency::parse(text));
        static_cast<void>(RawId::parse(text));
    }));
}

TEST_CASE("laws of capitals", "[base][capital][property]")
{
    const auto amounts = rc::gen::oneOf(rc::gen::inRange<qint64>(0, 100'000'000'000'000),
        rc::gen::inRange<qint64>(0, 1'000'000),
        rc::gen::map(rc::gen::pair(rc::gen::inRange<qint64>(0, 1000), rc::gen::inRange(0, 12)),
            [](const auto& pair) {
                return pair.first * powerOfTen(pair.second) % 100'000'000'000'000;
            }));
    CHECK(rc::check("capitals read back to the amount, and no two amounts share them", [&] {
        const qint64 fen = *amounts;
        const auto text = rmbCapitals(fen);
        RC_ASSERT(text.has_value());
        RC_ASSERT(!text->contains(QStringLiteral("零零")));
        const auto again = parseRmbCapitals(*text);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == fen);
    }));
    CHECK(rc::check("any row of the characters either is refused or reads as what it writes", [] {
        static const QString letters = QStringLiteral("零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整");
        const auto picks = *rc::gen::container<std::vector<int>>(
            rc::gen::inRange(0, static_cast<int>(letters.size())));
        QString text;
        for (const int pick : picks)
            text += letters.at(pick);
        const auto fen = parseRmbCapitals(text);
        if (fen)
            RC_ASSERT(bareCapitals(text) == bareCapitals(rmbCapitals(*fen)->mid(3)));
    }));
}

TEST_CASE("laws of the credit code", "[base][credit_code][property]")
{
    CHECK(
        rc::check("any 17 letters with their check make a valid code, and no other check does", [] {
            static const QString letters = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
            QString code;
            for (int i = 0; i < 17; ++i)
                code += letters.at(*rc::gen::inRange(0, 31));
            const auto check = creditCodeCheck(code);
            RC_ASSERT(check.has_value());
            for (const QChar letter : letters)
                RC_ASSERT(normaliseCreditCode(code + letter).has_value() == (letter == *check));
        }));
}
