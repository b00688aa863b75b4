// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The company's settings: what everybody shares, among it how long a copy opens without its server.
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/settings.h"

#include <QJsonArray>

namespace chengdan::ctl {

namespace {

constexpr const char* kSettingUsage = "setting list | set KEY VALUE";

std::optional<access::SettingKey> settingNamed(const QString& key)
{
    for (int i = 0; i < static_cast<int>(access::SettingKey::Count); ++i) {
        const auto known = static_cast<access::SettingKey>(i);
        if (access::keyOf(known) == key)
            return known;
    }
    return {};
}

Outcome listSettings(const Call& call, CompanyFile& file)
{
    QJsonObject json;
    std::vector<QStringList> rows;
    const auto read = file.database().read([&](storage::Connection& connection) -> Result<void> {
        for (int i = 0; i < static_cast<int>(access::SettingKey::Count); ++i) {
            const auto key = static_cast<access::SettingKey>(i);
            const QString value = access::settingText(connection, key);
            json.insert(access::keyOf(key), value);
            rows.push_back({access::keyOf(key), value});
        }
        return {};
    });
    if (!read)
        return Outcome::refused(read.error(), call.language);
    return Outcome::done(
        json, alignedTable({QStringLiteral("key"), QStringLiteral("value")}, rows, 80));
}

} // namespace

Outcome runSetting(const Call& call)
{
    const QStringList words = call.words();
    const bool lists = words == QStringList{QStringLiteral("list")};
    if (!lists && (words.size() != 3 || words[0] != QLatin1String("set"))) {
        return Outcome::misused(kSettingUsage, call.language);
    }
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    if (lists)
        return listSettings(call, **file);
    const auto key = settingNamed(words[1]);
    if (!key) {
        return Outcome::refused(
            Error::make("NOT_FOUND", {}, {{QStringLiteral("what"), words[1].left(60)}}),
            call.language);
    }
    if (auto set = access::SettingsService((*file)->context()).set(*key, words[2]); !set)
        return Outcome::refused(set.error(), call.language);
    return Outcome::done(QJsonObject{{words[1], words[2]}}, words[2]);
}

} // namespace chengdan::ctl
