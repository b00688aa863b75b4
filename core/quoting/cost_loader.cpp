// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/cost_loader.h"

#include "core/catalog/catalog_records.h"
#include "core/quoting/cost_table_loader.h"

#include <algorithm>

namespace chengdan::quoting {

namespace {

using storage::Connection;
using storage::Statement;

// The catalogue's table numbers; every one of them may change a cost.
bool isCostTable(int number)
{
    static const schema::RecordTypes types = catalog::recordTypes();
    return std::any_of(types.begin(), types.end(), [number](const schema::RecordType* type) {
        return type->number == number;
    });
}

} // namespace

CostInput loadCostInput(Connection& connection)
{
    return CostTableLoader(connection).load();
}

CostInputCache::CostInputCache(storage::Database& database)
    : m_database(database)
{
    QObject::connect(
        &database.notices(),
        &storage::ChangeNotices::committed,
        &m_listener,
        [this](const QList<storage::Change>& changes) {
            if (std::any_of(changes.begin(), changes.end(), [](const storage::Change& change) {
                    return isCostTable(change.table);
                }))
                m_dirty = true;
        },
        Qt::DirectConnection); // on the writer's thread: the next question already knows
}

CostInputCache::~CostInputCache() = default;

Result<std::shared_ptr<const CostInput>> CostInputCache::current()
{
    const std::lock_guard lock(m_mutex);
    return m_database.read(
        [this](Connection& connection) -> Result<std::shared_ptr<const CostInput>> {
            // Another process tells of its changes by nothing but its journal.
            const qint64 newest = schema::toInteger(
                connection.scalar(QStringLiteral("SELECT coalesce(max(n), 0) FROM _op")));
            if (newest != m_lastJournal) {
                Statement journalled = connection.query(
                    QStringLiteral("SELECT DISTINCT tbl FROM _op WHERE n > ?"), {m_lastJournal});
                while (journalled.next()) {
                    if (isCostTable(static_cast<int>(journalled.integer(0))))
                        m_dirty = true;
                }
                m_lastJournal = newest;
            }
            if (m_dirty.exchange(false))
                m_input.reset(); // before reading: a fault must not leave the old one behind
            if (m_input == nullptr) {
                m_input = std::make_shared<const CostInput>(loadCostInput(connection));
            }
            return m_input;
        });
}

} // namespace chengdan::quoting
