// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace chengdan::customers {

/// What a pasted text can say about a contact.
enum class CardField {
    Company,
    Name,
    Title, ///< with the department when it is written before it (采购部经理)
    Mobile, ///< 11 digits; abroad + and digits
    Landline, ///< area-number, or area-number-extension
    Fax, ///< as Landline
    Email,
    Address, ///< without the postal code
    CreditCode,
    Wechat,
};

/// One piece of a text that was understood.
struct CardPart {
    CardField field;
    QString value;
    qsizetype at = 0; ///< where it stands in the text, in UTF-16 units …
    qsizetype length = 0; ///< … up to where; wrapped addresses include the break
};

/// Reads a business card, a signature, a row or a piece of chat that somebody pasted. Only offers:
/// nothing is filled in before a person has agreed, field by field. Parts come in the order of the
/// text; several of one field are several numbers, or several people. Texts over 10,000 characters
/// are read up to there.
std::vector<CardPart> readCard(const QString& text);

} // namespace chengdan::customers
