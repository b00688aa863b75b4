// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/piece_builder.h"

#include <algorithm>

namespace chengdan::reports {

namespace {

constexpr TextStyle kSectionStyle{10, true, Ink::Accent};
constexpr TextStyle kTermLabelStyle{9, false, Ink::Muted};
constexpr TextStyle kTermStyle{9, false, Ink::Text};
constexpr TextStyle kTotalStyle{10, false, Ink::Text};
constexpr TextStyle kGrandTotalStyle{13, true, Ink::Accent};
constexpr TextStyle kWordsStyle{10.5, true, Ink::Text};
constexpr qreal kGap = dotsFromMillimetres(8);

TextStyle totalStyle(TextRole role)
{
    switch (role) {
    case TextRole::Strong:
        return kGrandTotalStyle;
    case TextRole::Secondary:
        return kTermLabelStyle;
    default:
        return kTotalStyle;
    }
}

qreal totalsWidth(const std::vector<Total>& totals, const TextSetter& setter)
{
    qreal widest = dotsFromMillimetres(70);
    for (const Total& total : totals) {
        const TextStyle style = totalStyle(total.role);
        widest = std::max(widest,
            setter.width(total.label, kTotalStyle) + setter.width(total.value, style)
                + dotsFromMillimetres(10));
    }
    return std::min(widest, kContentWidth);
}

// Totals at the right, their note at the left, the amount in words across the page below.
LooseBlock totalsBlock(const Document& document, const TextSetter& setter)
{
    LooseBlock block;
    block.kind = PieceKind::Totals;
    const qreal width = totalsWidth(document.totals, setter);
    const qreal left = kContentWidth - width;
    const qreal padX = dotsFromMillimetres(1.4);
    qreal y = dotsFromMillimetres(2);
    for (const Total& total : document.totals) {
        const TextStyle style = totalStyle(total.role);
        const TextStyle label{kTotalStyle.points, style.bold, style.ink};
        if (total.role == TextRole::Strong) {
            y += dotsFromMillimetres(0.8);
            block.addHorizontal(left, kContentWidth, y, kThinRule * 2, Ink::Accent);
            y += dotsFromMillimetres(0.8);
        }
        const qreal lower = TextSetter::lineHeight(style) / 2 - TextSetter::lineHeight(label) / 2;
        block.addLines(setter, {total.label}, label, Align::Left, left + padX, width, y + lower);
        y = block.addLines(setter, {total.value}, style, Align::Right, left, width - padX, y);
    }
    const qreal noteWidth = std::max(left - kGap, dotsFromMillimetres(20));
    if (!document.totalsNote.isEmpty())
        y = std::max(y,
            block.addLines(setter,
                setter.wrap(document.totalsNote, kSmallStyle, noteWidth),
                kSmallStyle,
                Align::Left,
                0,
                noteWidth,
                dotsFromMillimetres(2)));
    if (!document.totalInWords.value.isEmpty()) {
        y += dotsFromMillimetres(1.5);
        const qreal top = y;
        const qreal padY = dotsFromMillimetres(1.4);
        const qreal labels =
            setter.width(document.totalInWords.label, kTermLabelStyle) + dotsFromMillimetres(4);
        const qreal wordsWidth = kContentWidth - labels - 3 * padX;
        block.addLines(setter,
            {document.totalInWords.label},
            kTermLabelStyle,
            Align::Left,
            2 * padX,
            labels,
            y + padY
                + (TextSetter::lineHeight(kWordsStyle) - TextSetter::lineHeight(kTermLabelStyle))
                    / 2);
        y = block.addLines(setter,
                setter.wrap(document.totalInWords.value, kWordsStyle, wordsWidth),
                kWordsStyle,
                Align::Left,
                2 * padX + labels,
                wordsWidth,
                y + padY)
            + padY;
        block.fills.push_back(Fill{QRectF(0, top, kContentWidth, y - top), Ink::HeadingFill});
    }
    block.height = y + dotsFromMillimetres(4);
    return block;
}

// One block for each term, so that a long list can run over a page end; the heading belongs to the
// first.
std::vector<LooseBlock> termBlocks(const Document& document, const TextSetter& setter)
{
    std::vector<LooseBlock> blocks;
    qreal labels = 0;
    for (const Field& term : document.terms)
        labels = std::max(labels, setter.width(term.label, kTermLabelStyle));
    labels += dotsFromMillimetres(4);
    const qreal width = kContentWidth - labels;
    for (size_t i = 0; i < document.terms.size(); ++i) {
        LooseBlock block;
        block.kind = PieceKind::Terms;
        qreal y = 0;
        if (i == 0 && !document.termsHeading.isEmpty()) {
            y = block.addLines(
                setter, {document.termsHeading}, kSectionStyle, Align::Left, 0, kContentWidth, y);
            y += dotsFromMillimetres(0.6);
            block.addHorizontal(0, kContentWidth, y, kThinRule);
            y += dotsFromMillimetres(1.4);
        }
        block.addLines(
            setter, {document.terms[i].label}, kTermLabelStyle, Align::Left, 0, labels, y);
        const QStringList lines = setter.wrap(document.terms[i].value, kTermStyle, width);
        for (qsizetype line = 1; line < lines.size(); ++line)
            block.cuts.push_back(y + qreal(line) * TextSetter::lineHeight(kTermStyle));
        y = block.addLines(setter, lines, kTermStyle, Align::Left, labels, width, y);
        block.height = y + dotsFromMillimetres(i + 1 == document.terms.size() ? 5 : 0.8);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

// Room to sign and stamp: a field without a value gets a line to write on.
LooseBlock signaturesBlock(const std::vector<FieldBlock>& signatures, const TextSetter& setter)
{
    LooseBlock block;
    block.kind = PieceKind::Signatures;
    const qreal width = signatures.size() > 1 ? (kContentWidth - kGap) / 2 : kContentWidth;
    const qreal step = dotsFromMillimetres(8.5);
    for (size_t i = 0; i < signatures.size() && i < 2; ++i) {
        const qreal left = static_cast<qreal>(i) * (width + kGap);
        qreal y = block.addLines(
            setter, {signatures[i].heading}, kSectionStyle, Align::Left, left, width, 0);
        y += dotsFromMillimetres(3);
        for (const Field& field : signatures[i].fields) {
            const qreal label = setter.width(field.label, kTermLabelStyle) + dotsFromMillimetres(2);
            block.addLines(setter, {field.label}, kTermLabelStyle, Align::Left, left, label, y);
            block.addLines(
                setter, {field.value}, kTermStyle, Align::Left, left + label, width - label, y);
            if (field.value.isEmpty())
                block.addHorizontal(left + label,
                    left + width * 0.8,
                    y + TextSetter::lineHeight(kTermStyle),
                    kThinRule);
            y += step;
        }
        block.height = std::max(block.height, y);
    }
    return block;
}

} // namespace

std::vector<LooseBlock> closingBlocks(const Document& document, const TextSetter& setter)
{
    std::vector<LooseBlock> blocks;
    if (!document.totals.empty())
        blocks.push_back(totalsBlock(document, setter));
    for (LooseBlock& block : termBlocks(document, setter))
        blocks.push_back(std::move(block));
    if (!document.signatures.empty())
        blocks.push_back(signaturesBlock(document.signatures, setter));
    return blocks;
}

} // namespace chengdan::reports
