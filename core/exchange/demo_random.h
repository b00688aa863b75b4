// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace chengdan::exchange {

/// Numbers that look random and are the same on every machine for the same seed (SplitMix64); the
/// standard library's distributions differ between compilers. For made-up data only.
class DemoRandom {
public:
    explicit DemoRandom(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 … count − 1.
    int below(int count) { return static_cast<int>(next() % static_cast<quint64>(count)); }
    /// least … most.
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    /// Small numbers are likelier: the lower of two draws.
    int skewed(int least, int most) { return qMin(between(least, most), between(least, most)); }

    template <typename List>
    decltype(auto) pick(const List& list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }

private:
    quint64 m_state;
};

} // namespace chengdan::exchange
