// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/name_keys.h"

#include "core/base/company_name.h"
#include "core/base/pinyin.h"

namespace chengdan::customers {

QString mnemonicOf(const QString& name)
{
    return pinyinInitials(name).toUpper();
}

QString nameKeyOf(const QString& name)
{
    return companyNameKey(name);
}

QString phoneKeyOf(const QString& phone)
{
    QString digits;
    for (const QChar c : phone.normalized(QString::NormalizationForm_KC)) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits += c;
    }
    if (digits.startsWith(QStringLiteral("0086")))
        digits.remove(0, 4);
    else if (digits.startsWith(QStringLiteral("86")) && digits.size() > 11)
        digits.remove(0, 2);
    return digits;
}

} // namespace chengdan::customers
