// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/text_encoding.h"

#include <QStringDecoder>

#include <algorithm>

namespace chengdan::exchange {

namespace {

std::optional<QString> decodeAs(const char* name, QByteArrayView bytes)
{
    QStringDecoder decoder(name, QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

quint8 byteAt(const QByteArray& bytes, qsizetype at)
{
    return at < bytes.size() ? static_cast<quint8>(bytes[at]) : quint8{0};
}

/// Length of the UTF-8 character at this place; 0 when there is none.
qsizetype utf8Length(const QByteArray& bytes, qsizetype at)
{
    const quint8 first = byteAt(bytes, at);
    const auto follows = [&](qsizetype offset, quint8 least = 0x80, quint8 most = 0xBF) {
        const quint8 byte = byteAt(bytes, at + offset);
        return byte >= least && byte <= most;
    };
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const quint8 least = first == 0xE0 ? 0xA0 : 0x80;
        const quint8 most = first == 0xED ? 0x9F : 0xBF;
        return follows(1, least, most) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const quint8 least = first == 0xF0 ? 0x90 : 0x80;
        const quint8 most = first == 0xF4 ? 0x8F : 0xBF;
        return follows(1, least, most) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// Length of the GB18030 character at this place by its shape; 0 when it has none.
qsizetype gb18030Length(const QByteArray& bytes, qsizetype at)
{
    const quint8 first = byteAt(bytes, at);
    if (first < 0x80)
        return 1;
    if (first == 0x80 || first == 0xFF)
        return 0;
    const quint8 second = byteAt(bytes, at + 1);
    if (second >= 0x40 && second <= 0xFE && second != 0x7F)
        return 2;
    const auto digit = [&](qsizetype offset) {
        const quint8 byte = byteAt(bytes, at + offset);
        return byte >= 0x30 && byte <= 0x39;
    };
    const quint8 third = byteAt(bytes, at + 2);
    return digit(1) && third >= 0x81 && third <= 0xFE && digit(3) ? 4 : 0;
}

/// The first half of a surrogate pair that stands alone, or the odd last byte.
qsizetype firstNotUtf16(const QByteArray& bytes, qsizetype from, bool bigEndian)
{
    const auto unit = [&](qsizetype at) {
        const quint8 low = byteAt(bytes, bigEndian ? at + 1 : at);
        const quint8 high = byteAt(bytes, bigEndian ? at : at + 1);
        return static_cast<char16_t>(high << 8 | low);
    };
    qsizetype at = from;
    while (at + 1 < bytes.size()) {
        const char16_t here = unit(at);
        if (QChar::isLowSurrogate(here))
            return at;
        if (!QChar::isHighSurrogate(here)) {
            at += 2;
            continue;
        }
        if (at + 3 >= bytes.size() || !QChar::isLowSurrogate(unit(at + 2)))
            return at;
        at += 4;
    }
    return at;
}

/// Share of zero bytes among the even and odd places of the first kilobytes.
const char* utf16WithoutMark(const QByteArray& bytes)
{
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype{1};
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < looked; i += 2) {
        even += bytes[i] == '\0' ? 1 : 0;
        odd += bytes[i + 1] == '\0' ? 1 : 0;
    }
    if (odd * 5 > looked / 2 && even == 0)
        return "UTF-16LE";
    if (even * 5 > looked / 2 && odd == 0)
        return "UTF-16BE";
    return nullptr;
}

Error encodingError(const QByteArray& bytes, const char* encoding, qsizetype position)
{
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + position, '\n');
    return Error::make("CSV_ENCODING",
        {},
        {{QStringLiteral("encoding"), QString::fromLatin1(encoding)},
            {QStringLiteral("position"), QString::number(position)},
            {QStringLiteral("line"), QString::number(line)}});
}

Result<QString> decodeUtf16(const QByteArray& bytes, const char* name, qsizetype mark)
{
    // The decoder lets halves of pairs through, and an odd last byte.
    const bool bigEndian = QLatin1String(name) == QLatin1String("UTF-16BE");
    const qsizetype wrong = firstNotUtf16(bytes, mark, bigEndian);
    auto text = decodeAs(name, QByteArrayView(bytes).sliced(mark));
    if (wrong < bytes.size() || !text)
        return fail(encodingError(bytes, name, wrong));
    return std::move(*text);
}

Result<QString> decodeUtf8(const QByteArray& bytes, qsizetype mark)
{
    auto text = decodeAs("UTF-8", QByteArrayView(bytes).sliced(mark));
    if (!text)
        return fail(encodingError(bytes, "UTF-8", firstNotUtf8(bytes).value_or(bytes.size())));
    return std::move(*text);
}

Result<QString> decodeUnmarked(const QByteArray& bytes, const char** name)
{
    *name = utf16WithoutMark(bytes);
    if (*name != nullptr)
        return decodeUtf16(bytes, *name, 0);
    *name = "UTF-8";
    auto utf8 = decodeUtf8(bytes, 0); // looks for the place only when there is one
    if (utf8)
        return utf8;
    const qsizetype notUtf8 = firstNotUtf8(bytes).value_or(bytes.size());
    *name = "GB18030";
    if (auto text = decodeAs(*name, bytes))
        return std::move(*text);
    // The encoding that gets further is the one that was meant.
    const qsizetype notGb = firstNotGb18030(bytes).value_or(bytes.size());
    if (notGb > notUtf8)
        return fail(encodingError(bytes, "GB18030", notGb));
    return utf8;
}

} // namespace

std::optional<qsizetype> firstNotUtf8(const QByteArray& bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = utf8Length(bytes, at);
        if (length == 0 || at + length > bytes.size())
            return at;
        at += length;
    }
    return std::nullopt;
}

std::optional<qsizetype> firstNotGb18030(const QByteArray& bytes)
{
    // Whole blocks are decoded at once; only the block that fails is looked at character by
    // character, since a decoder is made for each try.
    constexpr qsizetype kBlock = 16 * 1024;
    const QByteArrayView view(bytes);
    for (qsizetype begin = 0; begin < bytes.size();) {
        qsizetype end = begin;
        qsizetype length = 1;
        while (end < bytes.size() && end - begin < kBlock && length > 0) {
            length = gb18030Length(bytes, end);
            if (end + length > bytes.size())
                length = 0;
            end += length;
        }
        if (!decodeAs("GB18030", view.sliced(begin, end - begin))) {
            while (decodeAs("GB18030", view.sliced(begin, gb18030Length(bytes, begin))))
                begin += gb18030Length(bytes, begin);
            return begin;
        }
        if (length == 0)
            return end;
        begin = end;
    }
    return std::nullopt;
}

Result<QString> decodeText(const QByteArray& bytes, QString* encoding)
{
    const char* name = "UTF-8";
    Result<QString> text;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        text = decodeUtf8(bytes, 3);
    else if (bytes.startsWith("\xFF\xFE"))
        text = decodeUtf16(bytes, name = "UTF-16LE", 2);
    else if (bytes.startsWith("\xFE\xFF"))
        text = decodeUtf16(bytes, name = "UTF-16BE", 2);
    else
        text = decodeUnmarked(bytes, &name);
    if (text && encoding != nullptr)
        *encoding = QString::fromLatin1(name);
    return text;
}

std::optional<std::string_view> maybeUtf8(const QByteArray& bytes)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (text.substr(0, kMark.size()) == kMark) {
        while (text.substr(0, kMark.size()) == kMark) // some programs put one before another's
            text.remove_prefix(kMark.size());
    } else if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF"
        || utf16WithoutMark(bytes) != nullptr) {
        return std::nullopt;
    }
    return text;
}

} // namespace chengdan::exchange
