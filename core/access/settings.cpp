// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/settings.h"

#include "core/storage/store.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace chengdan::access {

namespace {

struct KnownSetting {
    const char* key;
    const char* fallback;
};

constexpr std::array<KnownSetting, static_cast<std::size_t>(SettingKey::Count)> kKnownSettings{{
    {"company.name", ""},
    {"company.name_en", ""},
    {"company.address", ""},
    {"company.phone", ""},
    {"company.tax_code", ""},
    {"company.bank", ""},
    {"owner.login", "owner"},
    {"company.time_zone", "Asia/Shanghai"},
    {"company.currency", "CNY"},
    {"tax.rate", "0.13"},
    {"device.code", "A1"},
    {"price.decimals", "2"},
    {"quote.validity_days", "20"},
    {"sync.copy_days", "14"},
}};

const KnownSetting& knownSetting(SettingKey key)
{
    return kKnownSettings[static_cast<std::size_t>(key)];
}

bool isDeviceCode(const QString& text)
{
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
            || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
    });
}

bool isWholeWithin(const QString& text, int least, int most)
{
    bool number = false;
    const int value = text.toInt(&number);
    return number && value >= least && value <= most;
}

bool isTaxRate(const QString& text)
{
    const auto rate = Rate::parse(text);
    return rate && *rate >= Rate() && *rate < Rate::fromWhole(1);
}

bool suits(SettingKey key, const QString& value)
{
    switch (key) {
    case SettingKey::CompanyName:
    case SettingKey::OwnerLogin:
        return !value.trimmed().isEmpty();
    case SettingKey::TimeZone:
        return QTimeZone(value.toLatin1()).isValid();
    case SettingKey::BaseCurrency:
        return Currency::parse(value).has_value();
    case SettingKey::TaxRate:
        return isTaxRate(value);
    case SettingKey::DeviceCode:
        return isDeviceCode(value);
    case SettingKey::PriceDecimals:
        return isWholeWithin(value, 2, 6);
    case SettingKey::QuoteValidityDays:
        return isWholeWithin(value, 1, 3650);
    case SettingKey::CopyDays:
        return isWholeWithin(value, 1, 90);
    default:
        return true;
    }
}

} // namespace

QString keyOf(SettingKey key)
{
    return QString::fromLatin1(knownSetting(key).key);
}

QString settingText(storage::Connection& connection, SettingKey key)
{
    const auto row =
        storage::selectOne<CompanySetting>(connection, QStringLiteral("key = ?"), {keyOf(key)});
    return row ? row->value : QString::fromLatin1(knownSetting(key).fallback);
}

Settings readSettings(storage::Connection& connection)
{
    const auto text = [&](SettingKey key) { return settingText(connection, key); };
    Settings settings;
    settings.companyName = text(SettingKey::CompanyName);
    settings.timeZone = text(SettingKey::TimeZone).toLatin1();
    settings.baseCurrency =
        Currency::parse(text(SettingKey::BaseCurrency)).value_or(Currency::cny());
    settings.taxRate = Rate::parse(text(SettingKey::TaxRate)).value_or(Rate::fromRaw(130000));
    settings.deviceCode = text(SettingKey::DeviceCode);
    settings.priceDecimals = text(SettingKey::PriceDecimals).toInt();
    settings.quoteValidityDays = text(SettingKey::QuoteValidityDays).toInt();
    return settings;
}

Result<void> checkSetting(SettingKey key, const QString& value)
{
    if (suits(key, value))
        return {};
    return fail("SETTING_VALUE",
        keyOf(key),
        {{QStringLiteral("key"), keyOf(key)}, {QStringLiteral("value"), value}});
}

Result<void> writeSetting(
    storage::Transaction& transaction, IdSource& ids, SettingKey key, const QString& value)
{
    if (auto checked = checkSetting(key, value); !checked)
        return checked;
    auto row = storage::selectOne<CompanySetting>(
        transaction.connection(), QStringLiteral("key = ?"), {keyOf(key)});
    if (row) {
        row->value = value;
        storage::update(transaction, *row);
        return {};
    }
    CompanySetting made;
    made.id = CompanySettingId::make(ids);
    made.key = keyOf(key);
    made.value = value;
    storage::insert(transaction, made);
    return {};
}

Result<void> SettingsService::set(SettingKey key, const QString& value)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<void> {
            if (key == SettingKey::OwnerLogin) { // otherwise the file would not open any more
                const auto owner = storage::selectOne<Person>(
                    transaction.connection(), QStringLiteral("login = ? AND active = 1"), {value});
                if (!owner)
                    return fail("PERSON_UNKNOWN", keyOf(key), {{QStringLiteral("login"), value}});
            }
            return writeSetting(transaction, m_context.ids, key, value);
        });
}

} // namespace chengdan::access
