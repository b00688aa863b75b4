// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::customers {

/// The mnemonic code a customer gets when none is typed: pinyin initials in capitals, 宁波精密
/// gives NBJM, 重庆 CQ. Search knows the further readings of polyphones without it (pinyin.h).
QString mnemonicOf(const QString& name);

/// What two spellings of one company have in common (company_name.h); equal keys are near-same
/// names.
QString nameKeyOf(const QString& name);

/// The digits of a phone number without country code 86, blanks and dashes.
QString phoneKeyOf(const QString& phone);

} // namespace chengdan::customers
