// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quoting/costing_oracle.h"
#include "tests/unit/quoting/random_costing.h"

using namespace chengdan;
using namespace chengdan::quoting;
using namespace chengdan::tests;

namespace {

/// What kernel and oracle disagree in, or nothing.
QString differenceFor(quint64 seed)
{
    RandomCosting random(seed);
    const int items = 4 + static_cast<int>(seed % 37);
    const CostTables tables = random.tables(items);
    const CostRequest request = random.request();
    const CostResult result = quoting::cost(CostInput::build(tables), request);
    CostingOracle oracle(tables, request);
    if (!result.ok()) {
        // Numbers that do not fit, or a need so small that it rounds to nothing: the refusals these
        // tables can meet, and the oracle must meet them too.
        const CostNote& first = result.errors.front();
        QString expected;
        try {
            for (const CostingOracle::Use& use : oracle.reached()) {
                oracle.required(use);
                oracle.unit(use);
            }
            oracle.topElements();
            expected = oracle.beyond() ? QStringLiteral("E_OVERFLOW") : QString();
        } catch (const std::overflow_error&) { // divided by a lot of zero
            expected = QStringLiteral("E_ZERO_LOT");
        }
        return errorCodes(result).contains(expected)
            ? QString()
            : first.error.code + QLatin1Char(' ') + first.path.join(QLatin1Char('>'));
    }
    const auto same = [](qint64 raw, int places, const CostingOracle::Number& expected) {
        return CostingOracle::raw(raw, places) == expected;
    };
    if (result.nodes.size() != oracle.reached().size())
        return QStringLiteral("the tree");
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        const CostNode& node = result.nodes[i];
        const CostingOracle::Use use{node.code, node.use};
        if (!same(node.required.raw(), 6, oracle.required(use)))
            return node.code + QStringLiteral(" required");
        const auto expected = i == 0 ? oracle.topElements() : oracle.unit(use);
        for (Element element : kElements) {
            if (!same(node.unit[slot(element)].raw(), 8, expected[slot(element)]))
                return node.code + QLatin1Char(' ') + elementCode(element);
        }
    }
    CostingOracle::Number sum;
    for (const auto& amount : oracle.topElements())
        sum += amount;
    if (!same(result.c8->raw(), 8, sum))
        return QStringLiteral("C8");
    if (!same(result.c4->raw(), 8, oracle.rounded(sum, 4)))
        return QStringLiteral("C4");
    return {};
}

} // namespace

TEST_CASE(
    "random BOMs cost to the last digit what exact rationals give", "[quoting][costing][oracle]")
{
    const int runs = std::max(1, qEnvironmentVariableIntValue("CHENGDAN_ORACLE_RUNS"));
    const int wanted = qEnvironmentVariableIsSet("CHENGDAN_ORACLE_RUNS") ? runs : 300;
    int differing = 0;
    for (int seed = 1; seed <= wanted && differing < 5; ++seed) {
        const QString difference = differenceFor(static_cast<quint64>(seed));
        if (difference.isEmpty())
            continue;
        ++differing;
        UNSCOPED_INFO("seed " << seed << ": " << difference.toStdString());
    }
    CHECK(differing == 0);
}
