// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/exchange/company.h"
#include "tests/bench/bench_case.h"

namespace chengdan::bench {

/// The moment at which every company of the benchmarks stands still.
const ManualClock& benchClock();

/// The demo company with at least `place.rows` opportunities, made once.
QString demoFile(const BenchPlace& place);

/// A company of `place.rows` customers that have a name and nothing else, made once. Every name is
/// four characters, a trade and 有限公司; no character of it is read in two ways, so that initials
/// stored in a column and initials found by reading agree.
QString namesFile(const BenchPlace& place);

/// A new company file without customers, in place of what was there.
void makeEmptyCompany(const QString& path);

/// An opened company file and its owner's session.
class OpenedCompany {
public:
    explicit OpenedCompany(const QString& path);
    storage::Database& database() { return *m_database; }
    const access::Context& context() const { return m_context; }

private:
    std::unique_ptr<storage::Database> m_database;
    access::Session m_session;
    IdSource m_ids;
    access::Context m_context;
};

/// The value, or the end of the run with the name of the error.
template <typename T>
T orEnd(Result<T> result, const char* act)
{
    if (!result)
        endBench(QString::fromLatin1(act) + QStringLiteral(": ") + result.error().code);
    return std::move(*result);
}

} // namespace chengdan::bench
