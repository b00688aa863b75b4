// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/server_status_command.h"

#include "app/chengdanctl/sync_command.h"
#include "app/chengdanctl/text_table.h"
#include "core/sync/server_status.h"

namespace chengdan::ctl {

Outcome runServerStatus(const Call& call, sync::ServerLink& link)
{
    const auto found = sync::serverStatus(link);
    if (!found)
        return Outcome::refused(found.error(), call.language);
    const sync::ServerStatus& status = *found;
    const QJsonObject result{{QStringLiteral("company"), status.company},
        {QStringLiteral("postgresql"), status.version},
        {QStringLiteral("schema"), status.schema},
        {QStringLiteral("epoch"), status.epoch},
        {QStringLiteral("installed_at"), syncMoment(status.installedAt)},
        {QStringLiteral("last_seen"), syncMoment(status.lastSeen)},
        {QStringLiteral("people"), status.people},
        {QStringLiteral("active_people"), status.activePeople},
        {QStringLiteral("devices"), status.devices},
        {QStringLiteral("revoked_devices"), status.revokedDevices},
        {QStringLiteral("sessions"), status.sessions},
        {QStringLiteral("customers"), status.customers},
        {QStringLiteral("pool"), status.pool},
        {QStringLiteral("history"), status.history},
        {QStringLiteral("open_conflicts"), status.openConflicts},
        {QStringLiteral("bytes"), status.bytes},
        {QStringLiteral("seal"), status.seal},
        {QStringLiteral("sealed_at"), syncMoment(status.sealedAt)}};
    const auto line = [&](const char* chinese, const char* english, const QString& value) {
        return QStringList{
            QString::fromUtf8(call.language == Language::Chinese ? chinese : english), value};
    };
    return Outcome::done(result,
        alignedTable({QString(), QString()},
            {line("公司", "company", status.company),
                line("PostgreSQL", "PostgreSQL", status.version),
                line("数据结构版本", "schema", QString::number(status.schema)),
                line("大小", "size", QStringLiteral("%1 MB").arg(status.bytes / 1'000'000)),
                line("人员（在用）",
                    "people (active)",
                    QStringLiteral("%1 (%2)").arg(status.people).arg(status.activePeople)),
                line("电脑（已收回）",
                    "copies (revoked)",
                    QStringLiteral("%1 (%2)").arg(status.devices).arg(status.revokedDevices)),
                line("现在连接", "sessions now", QString::number(status.sessions)),
                line("最近联系 (UTC)", "last contact (UTC)", syncMoment(status.lastSeen)),
                line("客户（公海）",
                    "customers (pool)",
                    QStringLiteral("%1 (%2)").arg(status.customers).arg(status.pool)),
                line("历史记录", "history", QString::number(status.history)),
                line("待处理的冲突", "open conflicts", QString::number(status.openConflicts)),
                line("最新封条",
                    "newest seal",
                    QStringLiteral("%1  %2").arg(status.seal).arg(syncMoment(status.sealedAt)))},
            80)
            .trimmed());
}

} // namespace chengdan::ctl
