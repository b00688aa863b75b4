// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QRandomGenerator>

#include <algorithm>

namespace chengdan {

RawId RawId::fromBytes(const QByteArray& sixteen)
{
    RawId id;
    Q_ASSERT(sixteen.size() == 16);
    std::copy_n(sixteen.begin(), std::min<qsizetype>(16, sixteen.size()), id.octets.begin());
    return id;
}

QByteArray RawId::bytes() const
{
    return QByteArray(reinterpret_cast<const char*>(octets.data()), 16);
}

QString RawId::toString() const
{
    const QString hex = QString::fromLatin1(bytes().toHex());
    return hex.mid(0, 8) + QLatin1Char('-') + hex.mid(8, 4) + QLatin1Char('-') + hex.mid(12, 4)
        + QLatin1Char('-') + hex.mid(16, 4) + QLatin1Char('-') + hex.mid(20);
}

Result<RawId> RawId::parse(QStringView text)
{
    // QByteArray::fromHex skips what it does not know, so the form is compared by writing it again.
    const QString given = text.toString().toLower();
    const QByteArray bytes = QByteArray::fromHex(given.toLatin1());
    const auto bad = [&] {
        return fail("ID_FORMAT", {}, {{QStringLiteral("text"), text.left(40).toString()}});
    };
    if (bytes.size() != 16)
        return bad();
    const RawId id = fromBytes(bytes);
    if (given != id.toString() && given != QString::fromLatin1(bytes.toHex()))
        return bad();
    return id;
}

IdSource::IdSource(const Clock& clock)
    : IdSource(clock, QRandomGenerator::system()->generate64())
{
}

IdSource::IdSource(const Clock& clock, quint64 seed)
    : m_clock(clock)
    , m_state(seed)
{
}

// SplitMix64 (Steele, Lea, Flood 2014): one multiplication chain, well spread, enough for ids that
// need not be secret.
quint64 IdSource::random()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

RawId IdSource::next()
{
    const qint64 now = m_clock.now().milliseconds();
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter = 0;
    } else if (++m_counter
        > 0xFFF) { // RFC 9562 §6.2: 12 counter bits keep ids of one millisecond in order
        ++m_lastMs;
        m_counter = 0;
    }
    const auto ms = static_cast<quint64>(m_lastMs);
    const quint64 tail = random();
    RawId id;
    for (int i = 0; i < 6; ++i)
        id.octets[static_cast<std::size_t>(i)] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    id.octets[6] = static_cast<unsigned char>(0x70U | (m_counter >> 8));
    id.octets[7] = static_cast<unsigned char>(m_counter & 0xFFU);
    for (int i = 0; i < 8; ++i)
        id.octets[static_cast<std::size_t>(8 + i)] =
            static_cast<unsigned char>(tail >> (56 - 8 * i));
    id.octets[8] = static_cast<unsigned char>((id.octets[8] & 0x3FU) | 0x80U);
    return id;
}

} // namespace chengdan
