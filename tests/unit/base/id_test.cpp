// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"
#include "tests/support/catch.h"

#include <QSet>

using namespace chengdan;
using chengdan::tests::value;

namespace {

ManualClock idClock(qint64 ms)
{
    return ManualClock(Instant::fromMilliseconds(ms), QDate(2026, 3, 12));
}

qint64 millisecondsOf(const RawId& id)
{
    qint64 ms = 0;
    for (std::size_t i = 0; i < 6; ++i)
        ms = ms << 8 | id.octets[i];
    return ms;
}

} // namespace

TEST_CASE("an id carries its millisecond, version 7 and the RFC's variant", "[base][id]")
{
    const ManualClock clock = idClock(0x0123456789AB);
    IdSource source(clock, 1);
    for (int i = 0; i < 100; ++i) {
        const RawId id = source.next();
        CHECK(millisecondsOf(id) == 0x0123456789AB);
        CHECK((id.octets[6] >> 4) == 7);
        CHECK((id.octets[8] >> 6) == 2);
    }
}

TEST_CASE("ids made later sort later, also within one millisecond", "[base][id]")
{
    ManualClock clock = idClock(1'700'000'000'000);
    IdSource source(clock, 7);
    RawId last = source.next();
    // more than the 4096 of one millisecond, so that the counter runs over into the next
    for (int i = 0; i < 10000; ++i) {
        const RawId next = source.next();
        REQUIRE(last < next);
        REQUIRE(last.bytes() < next.bytes());
        last = next;
    }
    clock.set(Instant::fromMilliseconds(1'700'000'000'100), QDate(2026, 3, 12));
    CHECK(last < source.next());
}

TEST_CASE("a clock that goes back does not take the order with it", "[base][id]")
{
    ManualClock clock = idClock(2'000);
    IdSource source(clock, 7);
    const RawId before = source.next();
    clock.set(Instant::fromMilliseconds(1'000), QDate(2026, 3, 12));
    const RawId after = source.next();
    CHECK(before < after);
    CHECK(millisecondsOf(after) == 2'000);
}

TEST_CASE("a seeded source repeats itself and another seed does not", "[base][id]")
{
    const ManualClock clock = idClock(5);
    IdSource first(clock, 42);
    IdSource again(clock, 42);
    IdSource other(clock, 43);
    const RawId id = first.next();
    CHECK(id == again.next());
    CHECK_FALSE(id == other.next());
}

TEST_CASE("an unseeded source does not repeat itself", "[base][id]")
{
    const ManualClock clock = idClock(5);
    QSet<RawId> seen;
    for (int i = 0; i < 200; ++i) {
        IdSource source(clock);
        seen.insert(source.next());
    }
    CHECK(seen.size() == 200);
}

TEST_CASE("an id is written with hyphens and read in both forms", "[base][id]")
{
    const QString text = QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057");
    const auto id = value(CustomerId::parse(text));
    CHECK(id.toString() == text);
    CHECK(value(CustomerId::parse(text.toUpper())) == id);
    CHECK(value(CustomerId::parse(QString(text).remove(QLatin1Char('-')))) == id);
    CHECK(RawId::fromBytes(id.raw().bytes()) == id.raw());
}

TEST_CASE("text that is no id is refused", "[base][id]")
{
    const auto text = GENERATE(u"",
        u"01890a5d",
        u"01890a5d-ac96-774b-bcce-b302099a805", // one digit short
        u"01890a5d-ac96-774b-bcce-b302099a80570",
        u"01890a5d-ac96-774b-bcce-b302099a805g",
        u"01890a5dac96774bbcceb302099a805x",
        u"{01890a5d-ac96-774b-bcce-b302099a8057}",
        u"0-1890a5d-ac96-774b-bcce-b302099a8057",
        u" 01890a5d-ac96-774b-bcce-b302099a8057",
        u"０1890a5d-ac96-774b-bcce-b302099a8057");
    CAPTURE(QString::fromUtf16(text));
    CHECK(RawId::parse(text).error().code == QStringLiteral("ID_FORMAT"));
}

TEST_CASE("ids of different records are different types", "[base][id]")
{
    static_assert(!std::is_convertible_v<CustomerId, ContactId>);
    static_assert(!std::is_convertible_v<PersonId, TeamId>);
    static_assert(!std::is_convertible_v<qint32, PersonId>);
    CHECK(PersonId::fromNumber(3) < PersonId::fromNumber(4));
    CHECK(PersonId::fromNumber(3).number() == 3);
}
