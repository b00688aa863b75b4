// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/costing.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <set>
#include <tuple>

namespace chengdan::tests {

/// The costing rules a second time, from their text: exact rationals, plain recursion by item,
/// linear look-ups in the tables. Slow and obvious; it shares nothing with the kernel but the row
/// types and the rounding points. Only for tables without errors.
class CostingOracle {
public:
    using Number = boost::multiprecision::cpp_rational;
    using Vector = std::array<Number, quoting::kElementCount>;
    /// An item in one use: the same item may be exploded by one line and priced by another.
    struct Use {
        QString item;
        quoting::NodeUse how;
        bool operator<(const Use& other) const
        {
            return std::tie(item, how) < std::tie(other.item, other.how);
        }
    };

    CostingOracle(const quoting::CostTables& tables, const quoting::CostRequest& request);

    Number required(const Use& use);
    Vector unit(const Use& use);
    Vector topElements();
    Use top() const { return m_top; }
    const std::set<Use>& reached() const { return m_reached; }
    /// True once a figure the kernel must store did not fit its 64 bits.
    bool beyond() const { return m_beyond; }
    Number rounded(const Number& value, int places);
    static Number raw(qint64 value, int places);

private:
    /// One line as its made parent issues it, phantoms multiplied through.
    struct Part {
        const quoting::BomLineRow* line;
        Use use;
        Number perUnit;
        Number fixed;
        Number scrapFactor;
        int operation;
    };
    const quoting::ItemRow& item(const QString& code) const;
    const quoting::BomRow* bom(const QString& code) const;
    std::vector<const quoting::BomLineRow*> lines(const quoting::BomRow& bom) const;
    std::vector<const quoting::OperationRow*> operations(const quoting::BomRow& bom) const;
    Number factor(const QString& item, const QString& uom) const;
    Number fx(const QString& currency) const;
    Number scrapFactor(const quoting::BomLineRow& line) const;
    bool explodes(const QString& code) const;
    std::vector<Part> parts(const QString& made);
    std::vector<Part> byproducts(const QString& made);
    void gather(const QString& owner,
        const Number& perUnit,
        const Number& fixed,
        const Number& count,
        std::optional<int> operation,
        bool inside,
        std::map<std::pair<const quoting::BomLineRow*, int>, Part>& found);
    void reach(const Use& use);
    Number lot(const QString& made);
    Number entering(const QString& made, int operation);
    Number gross(const QString& made, const Part& part);
    Number net(const QString& made, const Part& part);
    Number price(const Use& use);
    Vector made(const QString& code);
    void addOperations(const QString& code, Vector& level, std::map<QString, Vector>& byCenter);

    const quoting::CostTables& m_tables;
    const quoting::CostRequest& m_request;
    bool m_beyond = false;
    Use m_top;
    std::set<Use> m_reached;
    std::map<Use, Number> m_required;
    std::map<Use, Vector> m_units;
    std::map<QString, std::vector<Part>> m_parts;
};

} // namespace chengdan::tests
