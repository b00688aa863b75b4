// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::customers {

/// Pinyin initials of a Chinese name in capitals, for quick search: 宁波精密 gives NBJM. Latin
/// letters and digits stay, everything else is left out. One reading a character: that by which
/// GB 2312 orders its 3,755 common characters, a table of further ones that names like, and a few
/// words read otherwise (重庆). A name beyond these may need its mnemonic typed by hand.
QString mnemonicOf(const QString& name);

/// What stays of a company name when everything is taken away that people spell differently:
/// blanks, punctuation, full-width forms, case, 市/省 after a place, and legal forms (有限公司,
/// 股份, Co., Ltd.). Equal keys mean near-same names: 宁波市精密机械有限公司 and
/// 宁波精密机械（股份）.
QString nameKeyOf(const QString& name);

/// The digits of a phone number without country code 86, blanks and dashes.
QString phoneKeyOf(const QString& phone);

} // namespace chengdan::customers
