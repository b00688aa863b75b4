// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_cells.h"

namespace chengdan::quoting {

QDate dateOf(std::string_view iso)
{
    constexpr std::size_t kIsoSize = 10; // 2026-11-22
    if (iso.empty())
        return {};
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (const char c : iso) {
        if (c >= '0' && c <= '9')
            parts[part] = parts[part] * 10 + (c - '0');
        else if (c != '-' || ++part > 2)
            return {};
    }
    return iso.size() == kIsoSize ? QDate(parts[0], parts[1], parts[2]) : QDate();
}

QString costKeyOf(const RawId& id)
{
    constexpr qsizetype kSize = 36;
    constexpr char kDigits[] = "0123456789abcdef";
    QString text(kSize, QLatin1Char('-'));
    QChar* to = text.data();
    for (std::size_t i = 0; i < id.octets.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++to;
        *to++ = QLatin1Char(kDigits[id.octets[i] >> 4U]);
        *to++ = QLatin1Char(kDigits[id.octets[i] & 0xFU]);
    }
    return text;
}

} // namespace chengdan::quoting
