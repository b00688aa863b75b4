// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/merge_model.h"

#include "core/sync/server_rules.h"

#include <set>

namespace chengdan::sync {

namespace {

const QString kAddedFields = QStringLiteral("custom");
const QString kAddedField = QStringLiteral("custom.");
const QString kDeleted = QStringLiteral("deleted");

// An empty added field is not there at all, or null.
QJsonValue cellIn(const Cells& cells, const QString& column)
{
    const QJsonValue value = cells.value(column);
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

// Who changed a group last, as far as known.
struct LastChange {
    int by = 0;
    qint64 at = 0;
};

// What others did to the row since an edit's base.
class OthersSince {
public:
    OthersSince(const ServerRow& row, const RowEdit& mine, const MergeRules& rules)
    {
        qint64 known = 0;
        for (const TakenChange& change : row.history) {
            if (change.rev <= mine.base)
                continue;
            ++known;
            if (!change.device.isEmpty() && change.device == mine.device)
                continue;
            for (const QString& column : change.cells.keys())
                note(rules.groupOf(column), {change.by, change.at});
        }
        m_complete = known >= row.rev - mine.base;
    }

    bool any() const { return !m_complete || !m_groups.empty(); }
    bool changed(const QString& group) const { return !m_complete || m_groups.contains(group); }
    LastChange last(const QString& group) const
    {
        const auto found = m_groups.find(group);
        if (found != m_groups.end())
            return found->second;
        return m_complete ? m_newest : LastChange();
    }

private:
    void note(const QString& group, LastChange change)
    {
        m_groups[group] = change;
        if (change.at >= m_newest.at)
            m_newest = change;
    }

    std::map<QString, LastChange> m_groups;
    LastChange m_newest;
    bool m_complete = true;
};

// Who deletes what another changed, or changes what another deleted, clashes with all of it.
bool clashesWhole(const Cells& row, const Cells& mine)
{
    const bool gone = row.value(kDeleted).toBool();
    return gone ? !mine.contains(kDeleted) : mine.value(kDeleted).toBool();
}

} // namespace

Cells cellsOf(const QJsonObject& values)
{
    Cells cells = values;
    const QJsonObject added = cells.take(kAddedFields).toObject();
    for (auto it = added.begin(); it != added.end(); ++it)
        cells.insert(kAddedField + it.key(), it.value());
    return cells;
}

MergeRules mergeRules(const schema::RecordType& type)
{
    MergeRules rules;
    rules.grows = writeRule(type).grows;
    for (const schema::Column& column : type.columns) {
        if (column.group != nullptr)
            rules.groups.insert(
                QString::fromLatin1(column.name), QString::fromLatin1(column.group));
    }
    return rules;
}

Result<Merged> merge(const ServerRow& row, const RowEdit& mine, const MergeRules& rules)
{
    if (rules.grows)
        return fail("APPEND_ONLY");
    if (mine.base < 1 || mine.base > row.rev)
        return fail("BASE_UNKNOWN");
    const OthersSince others(row, mine, rules);
    const bool whole = others.any() && clashesWhole(row.cells, mine.cells);
    std::set<QString> differing; // groups
    for (const QString& column : mine.cells.keys()) {
        if (cellIn(mine.cells, column) != cellIn(row.cells, column))
            differing.insert(rules.groupOf(column));
    }
    Merged merged;
    for (const QString& column : mine.cells.keys()) {
        const QString group = rules.groupOf(column);
        const QJsonValue value = cellIn(mine.cells, column);
        if (!whole && !(others.changed(group) && differing.contains(group))) {
            merged.apply.insert(column, value);
            continue;
        }
        const LastChange last = others.last(group);
        merged.clashes[column] = {value, cellIn(row.cells, column), last.by, last.at};
    }
    return merged;
}

Cells cellsWith(const Cells& row, const Cells& apply)
{
    Cells result = row;
    for (auto it = apply.begin(); it != apply.end(); ++it) {
        if (it.value().isNull() && it.key().startsWith(kAddedField))
            result.remove(it.key());
        else
            result.insert(it.key(), it.value());
    }
    return result;
}

std::map<QString, Clash> overwrittenBy(const Cells& mine, const Cells& row)
{
    std::map<QString, Clash> overwritten;
    for (const QString& column : mine.keys()) {
        const QJsonValue value = cellIn(mine, column);
        const QJsonValue stands = cellIn(row, column);
        if (value != stands)
            overwritten[column] = {.mine = value, .theirs = stands, .by = 0, .at = 0};
    }
    return overwritten;
}

} // namespace chengdan::sync
