// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/company_setting.h"
#include "core/access/context.h"

namespace chengdan::access {

/// The settings this version knows.
enum class SettingKey {
    CompanyName,
    CompanyNameEn,
    CompanyAddress,
    CompanyPhone,
    CompanyTaxCode, ///< our own unified social credit code, for printed documents
    CompanyBank,
    OwnerLogin, ///< who acts when nobody is named
    TimeZone, ///< IANA name; default Asia/Shanghai
    BaseCurrency, ///< default CNY
    TaxRate, ///< decimal, default 0.13
    DeviceCode, ///< two characters inside document numbers; default A1
    PriceDecimals, ///< 2..6, default 2
    QuoteValidityDays, ///< default 20
    CopyDays, ///< a copy opens so many days without contact; 1..90, default 14
    Count
};

/// As stored in company_setting.key.
QString keyOf(SettingKey key);

/// The stored text, or the default of that key.
QString settingText(storage::Connection& connection, SettingKey key);

/// The settings that rules need, read together and typed.
struct Settings {
    QString companyName;
    QByteArray timeZone;
    Currency baseCurrency;
    Rate taxRate;
    QString deviceCode;
    int priceDecimals = 2;
    int quoteValidityDays = 20;
};
Settings readSettings(storage::Connection& connection);

/// SETTING_VALUE when the text cannot be the value of that key.
Result<void> checkSetting(SettingKey key, const QString& value);

/// Writes one setting inside a running transaction, checked but without asking for a right.
Result<void> writeSetting(
    storage::Transaction& transaction, IdSource& ids, SettingKey key, const QString& value);

/// Changes settings. Needs Right::Administer.
class SettingsService {
public:
    explicit SettingsService(const Context& context)
        : m_context(context)
    {
    }
    Result<void> set(SettingKey key, const QString& value);

private:
    const Context& m_context;
};

} // namespace chengdan::access
