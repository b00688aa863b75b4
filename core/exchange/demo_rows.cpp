// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/demo_rows.h"

#include "core/access/settings.h"

namespace chengdan::exchange {

DemoRows::DemoRows(storage::Transaction& transaction, Way way, DemoProgress progress)
    : m_transaction(transaction)
    , m_bulk(way == Way::Bulk ? std::make_unique<storage::BulkWriter>(transaction) : nullptr)
    , m_progress(std::move(progress))
    , m_device(access::settingText(transaction.connection(), access::SettingKey::DeviceCode))
{
}

QString DemoRows::nextNumber(const access::NumberSeries& series, QDate date)
{
    const QString name = QStringLiteral("%1-%2-%3")
                             .arg(QString::fromLatin1(series.prefix), m_device)
                             .arg(date.year(), 4, 10, QLatin1Char('0'));
    auto at = m_counterOf.constFind(name);
    if (at == m_counterOf.constEnd()) {
        at = m_counterOf.insert(name, m_counters.size());
        m_counters.push_back({name, 0});
    }
    const qint64 number = ++m_counters[*at].last;
    return QStringLiteral("%1-%2").arg(name).arg(number, 4, 10, QLatin1Char('0'));
}

void DemoRows::progress(DemoPhase phase, qint64 done, qint64 total) const
{
    const qint64 step = qMax(total / 100, qint64{1});
    if (m_progress && (done % step == 0 || done == total))
        m_progress(phase, done, total);
}

void DemoRows::finish()
{
    for (const Counter& counter : m_counters) {
        m_transaction.connection().execute(
            QStringLiteral("INSERT INTO _number(series, last) VALUES (?, ?)"),
            {counter.series, counter.last});
    }
    if (m_bulk)
        m_bulk->finish();
}

} // namespace chengdan::exchange
