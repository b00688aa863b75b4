// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHashFunctions>

#include <array>

namespace chengdan {

/// The 16 bytes of a UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then version, variant
/// and random bits, so ids made later sort later. Use the typed Id, never this, in records.
class RawId {
public:
    constexpr RawId() = default;
    static RawId fromBytes(const QByteArray& sixteen);
    QByteArray bytes() const;
    /// 8-4-4-4-12 lower-case hexadecimal.
    QString toString() const;
    /// Either the hyphenated form or 32 hexadecimal digits, any case. Error: ID_FORMAT.
    static Result<RawId> parse(QStringView text);
    friend auto operator<=>(const RawId&, const RawId&) = default;
    std::array<unsigned char, 16> octets{};
};

/// Makes ids from a clock and a random source. Deterministic when seeded, for demo data and tests.
/// Not thread-safe: one per thread that creates records.
class IdSource {
public:
    /// Seeded from the system's random device.
    explicit IdSource(const Clock& clock);
    IdSource(const Clock& clock, quint64 seed);
    RawId next();

private:
    quint64 random();
    const Clock& m_clock;
    quint64 m_state;
    qint64 m_lastMs = 0;
    quint32 m_counter = 0;
};

/// The id of one kind of record. It always names a row; a missing id is std::optional.
template <typename Tag>
class Id {
public:
    Id() = default; ///< only for a record that is about to be filled
    static Id fromRaw(const RawId& raw)
    {
        Id id;
        id.m_raw = raw;
        return id;
    }
    static Id make(IdSource& source) { return fromRaw(source.next()); }
    static Result<Id> parse(QStringView text)
    {
        return RawId::parse(text).map([](const RawId& raw) { return fromRaw(raw); });
    }
    const RawId& raw() const { return m_raw; }
    QString toString() const { return m_raw.toString(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    RawId m_raw;
};

/// Small integers that a server (or a single-user file) gives out: people, teams, regions.
template <typename Tag>
class SmallId {
public:
    constexpr SmallId() = default;
    static constexpr SmallId fromNumber(qint32 number)
    {
        SmallId id;
        id.m_number = number;
        return id;
    }
    constexpr qint32 number() const { return m_number; }
    friend constexpr auto operator<=>(const SmallId&, const SmallId&) = default;

private:
    qint32 m_number = 0;
};

inline size_t qHash(const RawId& id, size_t seed = 0)
{
    return qHashBits(id.octets.data(), id.octets.size(), seed);
}
template <typename Tag>
size_t qHash(const Id<Tag>& id, size_t seed = 0)
{
    return qHash(id.raw(), seed);
}

} // namespace chengdan
