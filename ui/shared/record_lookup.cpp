// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/record_lookup.h"

#include "core/storage/database.h"
#include "core/storage/list_query.h"
#include "ui/shared/record_source.h"
#include "ui/shared/sight.h"

namespace chengdan::ui {

namespace {

std::vector<LookupMatch> matches(storage::Connection& connection,
    const storage::Database& database,
    const schema::RecordType& type,
    const QStringList& columns,
    std::span<const qint64> keys)
{
    std::vector<LookupMatch> result;
    for (const auto& row : storage::listRows(connection, database.types(), type, columns, keys)) {
        const auto shown = [&](std::size_t at) {
            return row.titles[at].isEmpty() ? schema::toText(row.values[at]) : row.titles[at];
        };
        result.push_back({row.rid, shown(0), shown(1)});
    }
    return result;
}

} // namespace

LookupEdit::Find recordFinder(storage::Database& database,
    const schema::RecordType& type,
    QString text,
    QString detail,
    QVariantMap conditions)
{
    return [&database, &type, columns = QStringList{text, detail}, conditions](
               const QString& typed, int limit) {
        storage::ListQuery query;
        query.type = &type;
        query.types = &database.types();
        query.text = typed;
        for (auto it = conditions.begin(); it != conditions.end(); ++it)
            query.filters.push_back(listFilter(it.key(), it.value()));
        if (!Sight::limit(database, query))
            return std::vector<LookupMatch>();
        if (!typed.isEmpty())
            query.sort.push_back({columns.front(), false});
        const auto found =
            database.read([&](storage::Connection& connection) -> Result<std::vector<LookupMatch>> {
                const auto keys = storage::listKeys(connection, query, limit);
                return matches(connection, database, type, columns, keys);
            });
        return found.value_or(std::vector<LookupMatch>());
    };
}

std::optional<LookupMatch> recordMatch(storage::Database& database,
    const schema::RecordType& type,
    const QString& text,
    const QString& detail,
    qint64 key)
{
    const auto found =
        database.read([&](storage::Connection& connection) -> Result<std::vector<LookupMatch>> {
            const qint64 keys[] = {key};
            return matches(connection, database, type, {text, detail}, keys);
        });
    if (!found || found->empty())
        return std::nullopt;
    return found->front();
}

} // namespace chengdan::ui
