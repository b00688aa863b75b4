// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/notice_bridge.h"

#include "core/access/field_definition.h"
#include "core/storage/database.h"
#include "ui/shared/list_page.h"

namespace chengdan::ui {

void followChanges(ListPage& page, storage::Database& database, const schema::RecordType& type)
{
    const int table = type.number;
    QObject::connect(
        &database.notices(),
        &storage::ChangeNotices::committed,
        &page,
        [&page, table](const QList<storage::Change>& changes) {
            QList<qint64> updated;
            bool moved = false;
            for (const storage::Change& change : changes) {
                if (change.table != table)
                    continue;
                // 0 stands for any row: another program wrote more than it can name
                if (change.kind == storage::Change::Kind::Updated && change.rid != 0)
                    updated += change.rid;
                else
                    moved = true;
            }
            if (moved || !updated.isEmpty())
                page.follow(updated, moved);
        },
        Qt::QueuedConnection);
}

void followFieldDefinitions(ListPage& page, storage::Database& database)
{
    const int definitions = schema::describe<access::FieldDefinition>().number;
    QObject::connect(
        &database.notices(),
        &storage::ChangeNotices::committed,
        &page,
        [&page, definitions](const QList<storage::Change>& changes) {
            for (const storage::Change& change : changes) {
                if (change.table == definitions)
                    return page.follow({}, true);
            }
        },
        Qt::QueuedConnection);
}

} // namespace chengdan::ui
