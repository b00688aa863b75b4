// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_bench.h"

#include "core/customers/customer.h"
#include "core/storage/search_query.h"
#include "tests/bench/baseline_search.h"
#include "tests/bench/company_file.h"
#include "tests/bench/stopwatch.h"

namespace chengdan::bench {

namespace {

/// A typed word and the pattern LIKE needs for it.
struct Typed {
    QString word;
    QString pattern;
};

class Searches {
public:
    explicit Searches(const BenchPlace& place)
        : m_rows(place.rows)
        , m_company(namesFile(place))
    {
    }

    std::vector<qint64> find(const QString& word)
    {
        storage::ListQuery query;
        query.type = &schema::describe<customers::Customer>();
        query.types = &m_company.database().types();
        query.text = word;
        return storage::newestFound(m_company.database().reader(), query, kFound);
    }

    /// Words out of the texts of rows spread over the table.
    std::vector<Typed> words(BaselineSearch& baseline, int from, int length, bool anywhere)
    {
        std::vector<Typed> typed;
        for (qint64 rid = m_rows / 23; typed.size() < 7 && rid < m_rows; rid += m_rows / 29) {
            Typed one;
            one.word = baseline.textOf(rid).mid(from, length);
            one.pattern = one.word + QLatin1Char('%');
            if (anywhere)
                one.pattern.prepend(QLatin1Char('%'));
            // A search that begins with the word also finds it elsewhere; such words are not asked.
            if (!anywhere) {
                const QString around = QLatin1Char('%') + one.pattern;
                if (baseline.find(around) != baseline.find(one.pattern))
                    continue;
            }
            typed.push_back(one);
        }
        if (typed.empty())
            endBench(QStringLiteral("no word to search for"));
        return typed;
    }

    RatioRow measure(const char* id,
        BaselineSearch& baseline,
        const std::vector<Typed>& typed,
        double limit,
        const QString& note)
    {
        qint64 found = 0;
        for (const Typed& one : typed) {
            const std::vector<qint64> theirs = baseline.find(one.pattern);
            if (find(one.word) != theirs)
                endBench(QStringLiteral("%1: %2 finds other rows than LIKE")
                             .arg(QLatin1String(id), one.word));
            found += qint64(theirs.size());
        }
        std::vector<double> ours;
        std::vector<double> theirs;
        for (const Typed& one : typed) {
            theirs.push_back(millisecondsOf(1, [&] { baseline.find(one.pattern); }));
            ours.push_back(millisecondsOf(40, [&] { find(one.word); }));
        }
        RatioRow row;
        row.id = QLatin1String(id);
        row.oursMs = median(ours);
        row.baselineMs = median(theirs);
        row.limit = limit;
        row.note = QStringLiteral("%1; %2 names, %3 rows found by %4 words")
                       .arg(note)
                       .arg(m_rows)
                       .arg(found)
                       .arg(typed.size());
        return row;
    }

    QString path() { return m_company.database().path(); }

private:
    qint64 m_rows;
    OpenedCompany m_company;
};

std::vector<RatioRow> measureCharacters(const BenchPlace& place)
{
    Searches searches(place);
    BaselineSearch baseline(searches.path(), QStringLiteral("customer"), QStringLiteral("name"));
    std::vector<Typed> typed;
    for (int length = 2; length <= 4; ++length) {
        for (Typed& one : searches.words(baseline, 4 - length, length, true))
            typed.push_back(std::move(one));
    }
    return {searches.measure("P10",
        baseline,
        typed,
        limitAt(1.0 / 500, place.rows),
        QStringLiteral("two to four characters anywhere, the newest 50; against LIKE"))};
}

std::vector<RatioRow> measureInitials(const BenchPlace& place)
{
    Searches searches(place);
    BaselineSearch baseline(
        searches.path(), QStringLiteral("customer"), QStringLiteral("mnemonic"));
    return {searches.measure("P11 prefix",
                baseline,
                searches.words(baseline, 0, 6, false),
                limitAt(1.0 / 1000, place.rows),
                QStringLiteral("the first six initials; against LIKE over stored initials")),
        searches.measure("P11 anywhere",
            baseline,
            searches.words(baseline, 1, 4, true),
            1.0 / 10,
            QStringLiteral("four initials from the middle; against LIKE over stored initials"))};
}

} // namespace

std::vector<BenchCase> searchCases()
{
    return {{QStringLiteral("P10"), false, measureCharacters},
        {QStringLiteral("P11"), false, measureInitials}};
}

} // namespace chengdan::bench
