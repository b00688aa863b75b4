// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/document/piece_builder.h"

#include <algorithm>

namespace chengdan::reports {

namespace {

constexpr TextStyle kNameStyle{17, true, Ink::Accent};
constexpr TextStyle kTitleStyle{24, true, Ink::Text};
constexpr TextStyle kSecondNameStyle{9, false, Ink::Muted};
constexpr TextStyle kHeadingStyle{10, true, Ink::Accent};
constexpr TextStyle kLabelStyle{9, false, Ink::Muted};
constexpr TextStyle kValueStyle{9, false, Ink::Text};
constexpr TextStyle kReferenceStyle{10, true, Ink::Text};
constexpr qreal kSideGap = dotsFromMillimetres(8);

struct Span {
    qreal left = 0;
    qreal width = 0;
};

// Two blocks stand side by side; a single one takes the whole width.
std::vector<Span> sideBySide(size_t count)
{
    if (count <= 1)
        return {Span{0, kContentWidth}};
    const qreal width = (kContentWidth - kSideGap) / 2;
    return {Span{0, width}, Span{width + kSideGap, width}};
}

qreal labelWidth(const std::vector<Field>& fields, const TextSetter& setter)
{
    qreal widest = 0;
    for (const Field& field : fields)
        widest = std::max(widest, setter.width(field.label, kLabelStyle));
    return widest + dotsFromMillimetres(3);
}

qreal addHeading(
    LooseBlock& block, const QString& heading, const TextSetter& setter, Span span, qreal top)
{
    if (heading.isEmpty())
        return top;
    top = block.addLines(setter, {heading}, kHeadingStyle, Align::Left, span.left, span.width, top);
    top += dotsFromMillimetres(0.6);
    block.addHorizontal(span.left, span.left + span.width, top, kThinRule);
    return top + dotsFromMillimetres(1.4);
}

// The reference strip: small labels above strong values, spread over the width.
qreal addReference(
    LooseBlock& block, const std::vector<Field>& fields, const TextSetter& setter, qreal top)
{
    if (fields.empty())
        return top;
    const qreal padX = dotsFromMillimetres(3);
    const qreal padY = dotsFromMillimetres(1.8);
    const qreal height =
        2 * padY + TextSetter::lineHeight(kSmallStyle) + TextSetter::lineHeight(kReferenceStyle);
    block.fills.push_back(Fill{QRectF(0, top, kContentWidth, height), Ink::HeadingFill});
    std::vector<qreal> widths;
    qreal used = 0;
    for (const Field& field : fields) {
        widths.push_back(std::max(
            setter.width(field.label, kSmallStyle), setter.width(field.value, kReferenceStyle)));
        used += widths.back();
    }
    const qreal gaps = static_cast<qreal>(std::max<size_t>(1, fields.size() - 1));
    const qreal gap = std::max(padX, (kContentWidth - 2 * padX - used) / gaps);
    qreal x = padX;
    for (size_t i = 0; i < fields.size(); ++i) {
        const qreal y = block.addLines(
            setter, {fields[i].label}, kSmallStyle, Align::Left, x, widths[i], top + padY);
        block.addLines(setter, {fields[i].value}, kReferenceStyle, Align::Left, x, widths[i], y);
        x += widths[i] + gap;
    }
    return top + height;
}

LooseBlock letterheadBlock(const Letterhead& head, const TextSetter& setter)
{
    LooseBlock block;
    block.kind = PieceKind::Letterhead;
    const qreal titleWidth = setter.width(head.title, kTitleStyle);
    const qreal left = kContentWidth - titleWidth - kSideGap;
    qreal y = block.addLines(setter,
        setter.wrap(head.organisation, kNameStyle, left),
        kNameStyle,
        Align::Left,
        0,
        left,
        0);
    if (!head.secondName.isEmpty())
        y = block.addLines(setter,
            setter.wrap(head.secondName, kSecondNameStyle, left),
            kSecondNameStyle,
            Align::Left,
            0,
            left,
            y);
    if (!head.contactLine.isEmpty())
        y = block.addLines(setter,
            setter.wrap(head.contactLine, kSmallStyle, left),
            kSmallStyle,
            Align::Left,
            0,
            left,
            y + dotsFromMillimetres(0.8));
    qreal right = block.addLines(
        setter, {head.title}, kTitleStyle, Align::Right, 0, kContentWidth, -dotsFromMillimetres(1));
    right = block.addLines(
        setter, {head.titleNote}, kSecondNameStyle, Align::Right, 0, kContentWidth, right);
    y = std::max(y, right) + dotsFromMillimetres(2);
    block.addHorizontal(0, kContentWidth, y, kStrongRule, Ink::Accent);
    y = addReference(block, head.reference, setter, y + kStrongRule / 2);
    block.height = y + dotsFromMillimetres(4);
    return block;
}

LooseBlock partiesBlock(const std::vector<FieldBlock>& parties, const TextSetter& setter)
{
    LooseBlock block;
    block.kind = PieceKind::Parties;
    const std::vector<Span> spans = sideBySide(parties.size());
    for (size_t i = 0; i < parties.size() && i < spans.size(); ++i) {
        qreal y = addHeading(block, parties[i].heading, setter, spans[i], 0);
        const qreal labels = labelWidth(parties[i].fields, setter);
        for (const Field& field : parties[i].fields) {
            block.addLines(
                setter, {field.label}, kLabelStyle, Align::Left, spans[i].left, labels, y);
            const qreal width = spans[i].width - labels;
            y = block.addLines(setter,
                setter.wrap(field.value, kValueStyle, width),
                kValueStyle,
                Align::Left,
                spans[i].left + labels,
                width,
                y);
        }
        block.height = std::max(block.height, y);
    }
    block.height += dotsFromMillimetres(4);
    return block;
}

LooseBlock introductionBlock(const QString& text, const TextSetter& setter)
{
    LooseBlock block;
    block.kind = PieceKind::Introduction;
    block.height = block.addLines(setter,
                       setter.wrap(text, kBodyStyle, kContentWidth),
                       kBodyStyle,
                       Align::Left,
                       0,
                       kContentWidth,
                       0)
        + dotsFromMillimetres(1.5);
    return block;
}

} // namespace

std::vector<LooseBlock> leadBlocks(const Document& document, const TextSetter& setter)
{
    std::vector<LooseBlock> blocks;
    blocks.push_back(letterheadBlock(document.letterhead, setter));
    if (!document.parties.empty())
        blocks.push_back(partiesBlock(document.parties, setter));
    if (!document.introduction.isEmpty())
        blocks.push_back(introductionBlock(document.introduction, setter));
    return blocks;
}

LooseBlock runningHead(const PageFrame& frame, const TextSetter& setter)
{
    LooseBlock block;
    block.kind = PieceKind::RunningHead;
    block.addLines(setter, {frame.organisation}, kSmallStyle, Align::Left, 0, kContentWidth, 0);
    const qreal y =
        block.addLines(setter, {frame.title}, kSmallStyle, Align::Right, 0, kContentWidth, 0)
        + dotsFromMillimetres(0.8);
    block.addHorizontal(0, kContentWidth, y, kThinRule);
    block.height = y + dotsFromMillimetres(3);
    return block;
}

LooseBlock pageFoot(const PageFrame& frame, const TextSetter& setter, int page, int pages)
{
    LooseBlock block;
    block.kind = PieceKind::Foot;
    block.addHorizontal(0, kContentWidth, 0, kThinRule);
    const qreal top = dotsFromMillimetres(1.5);
    const qreal left = frame.qrText.isEmpty() ? 0 : kQrSide + dotsFromMillimetres(3);
    block.addLines(
        setter, {frame.identity}, kSmallStyle, Align::Left, left, kContentWidth - left, top);
    block.height = block.addLines(setter,
        {frame.pageNumber.arg(page).arg(pages)},
        kSmallStyle,
        Align::Right,
        0,
        kContentWidth,
        top);
    return block;
}

} // namespace chengdan::reports
