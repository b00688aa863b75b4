// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace chengdan::reports {

enum class Align { Left, Center, Right };

/// What a piece of text is, not how it looks: the layout decides about sizes and colours.
enum class TextRole {
    Normal,
    Strong, ///< what the eye should find first
    Secondary, ///< smaller and lighter, under or beside the main text
};

/// How wide a table column is: as wide as its longest text, which is never wrapped, or a share of
/// what the others leave, wrapped as needed.
enum class ColumnWidth { Content, Share };

struct Column {
    QString header;
    Align align = Align::Left;
    ColumnWidth width = ColumnWidth::Content;
    int share = 1; ///< weight among the Share columns
};

struct Paragraph {
    QString text; ///< line feeds are kept
    TextRole role = TextRole::Normal;
};

using Cell = std::vector<Paragraph>;

struct Row {
    std::vector<Cell> cells; ///< one for each column; missing ones are empty
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
    QString emptyText; ///< printed instead of the rows where there are none
};

/// "label: value"; a signature field with an empty value gets a line to write on.
struct Field {
    QString label;
    QString value;
};

/// Fields under one heading: a party of the document, or one side of the signatures.
struct FieldBlock {
    QString heading;
    std::vector<Field> fields;
};

struct Letterhead {
    QString organisation;
    QString secondName; ///< the name in another language
    QString contactLine; ///< address, telephone …, printed small
    QString title; ///< what the paper is: 报价单
    QString titleNote; ///< the same in another language, printed small
    /// Number, date, validity …: a strip of at most six under the letterhead.
    std::vector<Field> reference;
};

struct Total {
    QString label;
    QString value;
    TextRole role = TextRole::Normal;
};

/// What repeats on every page.
struct PageFrame {
    QString identity; ///< number and version, as the foot of each page names the document
    QString organisation; ///< head of the second and later pages, left
    QString title; ///< head of the second and later pages, right
    QString pageNumber; ///< %1 page, %2 pages
    QString watermark; ///< across every page behind the text; empty: none
    QString qrText; ///< encoded in the QR code at the foot of every page; empty: none
};

/// A printed document as plain data: blocks in the order in which they are printed; an empty block
/// is left out. It holds finished words and numbers in the reader's language and knows nothing of
/// fonts, millimetres or pages.
struct Document {
    /// Shown by PDF viewers as title, and as the name of the print job.
    QString name;
    QDate
        date; ///< written into the file as its date, so that the same document gives the same bytes

    Letterhead letterhead;
    std::vector<FieldBlock> parties; ///< side by side, at most two
    QString introduction;
    Table table;
    QString totalsNote; ///< at the left of the totals
    Field totalInWords; ///< amount in capitals, under the totals
    std::vector<Total> totals;
    QString termsHeading;
    std::vector<Field> terms;
    std::vector<FieldBlock> signatures; ///< side by side, at most two
    PageFrame frame;
};

} // namespace chengdan::reports
