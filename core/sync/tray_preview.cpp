// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/tray_preview.h"

#include "core/sync/merge_model.h"
#include "core/sync/wire.h"

#include <algorithm>
#include <optional>

namespace chengdan::sync {

namespace {

// The row as it stands in this copy, in the words of the server.
std::optional<ServerRow> rowInCopy(storage::Database& database, const TrayEntry& entry)
{
    const WireRow wire(*entry.type);
    QStringList quotedNames;
    for (const QString& name : wire.names())
        quotedNames += QLatin1Char('"') + name + QLatin1Char('"');
    auto rows = database.reader().query(
        QStringLiteral("SELECT %1 FROM \"%2\" WHERE id = ?")
            .arg(quotedNames.join(QStringLiteral(", ")), QString::fromLatin1(entry.type->table)),
        {entry.id});
    if (!rows.next())
        return std::nullopt;
    QJsonObject values;
    for (int i = 0; i < wire.names().size(); ++i)
        values.insert(wire.names().at(i), wire.sent(i, rows.value(i)));
    // A row that no server has taken has no revision there; nobody else can have changed it.
    const qint64 rev = std::max<qint64>(1, values.value(QLatin1String("rev")).toInteger());
    return ServerRow{.cells = cellsOf(values), .rev = rev, .history = {}};
}

// What stays although it belongs to what changes.
QStringList keptBeside(
    const MergeRules& rules, const Cells& mine, const std::map<QString, Clash>& overwritten)
{
    QStringList kept;
    for (auto it = rules.groups.begin(); it != rules.groups.end(); ++it) {
        const bool touched = std::any_of(overwritten.begin(),
            overwritten.end(),
            [&](const auto& one) { return rules.groupOf(one.first) == it.value(); });
        if (touched && !mine.contains(it.key()))
            kept += it.key();
    }
    kept.sort();
    return kept;
}

Result<TrayPreview> previewOf(
    storage::Database& database, const TrayEntry& entry, const QStringList& columns)
{
    TrayPreview preview;
    Cells mine;
    std::map<QString, TrayColumn> known;
    for (const TrayColumn& column : entry.columns) {
        if (columns.isEmpty() || columns.contains(column.name)) {
            mine.insert(column.name, column.mine);
            known[column.name] = column;
        }
    }
    const auto row = rowInCopy(database, entry);
    if (!row) {
        preview.rowGone = true;
        for (auto& [name, column] : known) {
            column.theirs = QJsonValue(QJsonValue::Undefined);
            if (entry.isInsert)
                preview.overwritten.push_back(column);
        }
        return preview;
    }
    const MergeRules rules = mergeRules(*entry.type);
    const auto merged = merge(*row, {.cells = mine, .base = row->rev, .device = {}}, rules);
    if (!merged)
        return fail(merged.error());
    const auto overwritten = overwrittenBy(merged->apply, row->cells);
    for (const auto& [name, clash] : overwritten) {
        TrayColumn column = known[name];
        column.theirs = clash.theirs;
        preview.overwritten.push_back(column);
    }
    preview.kept = keptBeside(rules, mine, overwritten);
    return preview;
}

} // namespace

Result<TrayPreview> previewMine(storage::Database& database, qint64 n, const QStringList& columns)
{
    const auto entries = trayEntries(database);
    if (!entries)
        return fail(entries.error());
    const auto entry = std::find_if(
        entries->begin(), entries->end(), [&](const TrayEntry& one) { return one.n == n; });
    if (entry == entries->end())
        return fail("NOT_FOUND", {}, {{QStringLiteral("what"), QStringLiteral("_tray")}});
    return database.read(
        [&](storage::Connection&) { return previewOf(database, *entry, columns); });
}

} // namespace chengdan::sync
