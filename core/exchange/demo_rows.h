// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/numbering.h"
#include "core/exchange/demo_company.h"
#include "core/storage/bulk_writer.h"
#include "core/storage/store.h"

#include <QHash>

#include <memory>

namespace chengdan::exchange {

/// Where the customers, deals and journal entries of the demo company go: row by row as people
/// would have saved them, or, for a large company, by one bulk load. Also gives the numbers of
/// their documents, counted in memory; the tables must have been empty.
class DemoRows {
public:
    enum class Way { Single, Bulk };
    DemoRows(storage::Transaction& transaction, Way way, DemoProgress progress);

    storage::Transaction& transaction() { return m_transaction; }
    bool isLarge() const { return m_bulk != nullptr; }
    template <typename T>
    void insert(T& record)
    {
        if (m_bulk)
            m_bulk->insert(record);
        else
            storage::insert(m_transaction, record);
    }
    /// The next number of the series, as access::nextNumber gives it.
    QString nextNumber(const access::NumberSeries& series, QDate date);
    /// Tells how far the phase has come, about a hundred times over all of it.
    void progress(DemoPhase phase, qint64 done, qint64 total) const;
    /// Stores the counters and ends the bulk load.
    void finish();

private:
    struct Counter {
        QString series;
        qint64 last = 0;
    };

    storage::Transaction& m_transaction;
    std::unique_ptr<storage::BulkWriter> m_bulk;
    DemoProgress m_progress;
    QString m_device;
    std::vector<Counter> m_counters; ///< in the order in which the series began
    QHash<QString, std::size_t> m_counterOf;
};

} // namespace chengdan::exchange
