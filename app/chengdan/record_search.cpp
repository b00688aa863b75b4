// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/record_search.h"

#include "core/access/visibility.h"
#include "core/catalog/item.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/pipeline/opportunity.h"
#include "core/quoting/quote.h"
#include "core/storage/cancel.h"
#include "core/storage/search_fill.h"
#include "core/storage/search_hits.h"
#include "core/storage/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengdan::app {

namespace {

using storage::SearchRank;

enum class Group { Customers, Documents, Items, Recent };

const char* groupTitle(Group group)
{
    switch (group) {
    case Group::Customers:
        return QT_TRANSLATE_NOOP("Main", "Customers");
    case Group::Documents:
        return QT_TRANSLATE_NOOP("Main", "Opportunities and documents");
    case Group::Items:
        return QT_TRANSLATE_NOOP("Main", "Items");
    case Group::Recent:
        break;
    }
    return QT_TRANSLATE_NOOP("Main", "Recent");
}

// A kind of record the palette looks through and what it shows of one.
struct Searched {
    const schema::RecordType& type;
    const char* kind;
    Group group;
    const char* icon;
    QStringList text; ///< columns of the first part
    QStringList detail; ///< columns of the second; of a reference its title
};

const std::vector<Searched>& searchedKinds()
{
    const auto names = [](std::initializer_list<const char*> list) {
        QStringList columns;
        for (const char* name : list)
            columns += QString::fromLatin1(name);
        return columns;
    };
    static const std::vector<Searched> kinds{
        {schema::describe<customers::Customer>(),
            "customer",
            Group::Customers,
            "building-2",
            names({"name"}),
            names({"city", "owner"})},
        {schema::describe<customers::Contact>(),
            "contact",
            Group::Customers,
            "building-2",
            names({"customer"}),
            names({"name", "title", "mobile", "phone"})},
        {schema::describe<pipeline::Opportunity>(),
            "opportunity",
            Group::Documents,
            "target",
            names({"name"}),
            names({"stage", "customer"})},
        {schema::describe<quoting::Quote>(),
            "quote",
            Group::Documents,
            "file-text",
            names({"number", "title"}),
            names({"customer"})},
        {schema::describe<catalog::Item>(),
            "item",
            Group::Items,
            "boxes",
            names({"code", "name"}),
            names({"spec"})},
    };
    return kinds;
}

struct RankedHit {
    ui::PaletteHit hit;
    Group group = Group::Recent;
    SearchRank rank = SearchRank::Text;
    bool recent = false;
    bool mine = false;
    qint64 changedAt = 0;
};

class RecordFinder {
public:
    RecordFinder(const access::Context& context,
        storage::Connection& connection,
        const ui::PaletteQuestion& question)
        : m_context(context)
        , m_connection(connection)
        , m_question(question)
    {
    }

    std::vector<ui::PaletteHit> recent() const
    {
        std::vector<ui::PaletteHit> hits;
        for (const ui::PaletteVisit& visit : m_question.recent) {
            for (const Searched& kind : searchedKinds()) {
                if (visit.kind != QLatin1String(kind.kind))
                    continue;
                for (RankedHit& found : shown(kind, {{visit.key}}, Group::Recent))
                    hits.push_back(std::move(found.hit));
            }
        }
        return hits;
    }

    std::vector<ui::PaletteHit> best() const
    {
        std::vector<RankedHit> found;
        for (const Searched& kind : searchedKinds()) {
            for (RankedHit& hit : shown(kind, lookUp(kind), kind.group))
                found.push_back(std::move(hit));
        }
        std::stable_sort(found.begin(), found.end(), [](const RankedHit& a, const RankedHit& b) {
            return std::tuple(a.group, a.rank, !a.recent, !a.mine, -a.changedAt)
                < std::tuple(b.group, b.rank, !b.recent, !b.mine, -b.changedAt);
        });
        std::vector<ui::PaletteHit> hits;
        int inGroup = 0;
        Group group = Group::Recent;
        for (RankedHit& hit : found) {
            inGroup = hit.group == group ? inGroup + 1 : 0;
            group = hit.group;
            const bool twice = std::any_of(hits.begin(), hits.end(), [&](const auto& other) {
                return other.kind == hit.hit.kind && other.key == hit.hit.key;
            });
            if (inGroup < kPerGroup && !twice)
                hits.push_back(std::move(hit.hit));
        }
        return hits;
    }

private:
    static constexpr int kPerGroup = 6;

    // Nothing where the person may see no row of this type at all.
    std::vector<storage::SearchHit> lookUp(const Searched& kind) const
    {
        const auto reach =
            access::visible(m_context.session, m_context.database.types(), kind.type);
        if (!reach)
            return {};
        storage::SearchAsk ask;
        ask.query.type = &kind.type;
        ask.query.types = &m_context.database.types();
        ask.query.text = m_question.text;
        ask.query.owners = reach->owners;
        ask.self = m_context.session.id();
        ask.numbersOnly = m_question.numbersOnly;
        return storage::bestFound(m_connection, ask);
    }

    std::vector<RankedHit> shown(
        const Searched& kind, const std::vector<storage::SearchHit>& hits, Group group) const
    {
        std::vector<qint64> rids;
        for (const storage::SearchHit& hit : hits)
            rids.push_back(hit.rid);
        const QStringList columns = kind.text + kind.detail;
        std::vector<RankedHit> made;
        for (const storage::ListRow& row :
            storage::listRows(m_connection, m_context.database.types(), kind.type, columns, rids)) {
            const auto hit = std::find_if(
                hits.begin(), hits.end(), [&](const auto& each) { return each.rid == row.rid; });
            RankedHit ranked;
            ranked.group = group;
            ranked.rank = hit->rank;
            ranked.mine = hit->mine;
            ranked.changedAt = hit->changedAt;
            ranked.hit.kind = QString::fromLatin1(kind.kind);
            ranked.hit.key = row.rid;
            ranked.hit.text = joined(row, 0, kind.text.size(), QStringLiteral(" "));
            ranked.hit.detail =
                joined(row, kind.text.size(), columns.size(), QStringLiteral(" · "));
            ranked.hit.icon = QString::fromLatin1(kind.icon);
            ranked.hit.group = [title = groupTitle(group)] {
                return QCoreApplication::translate("Main", title);
            };
            if (kind.group == Group::Customers && !leadToCustomer(kind, ranked.hit))
                continue;
            ranked.recent = std::find(m_question.recent.begin(),
                                m_question.recent.end(),
                                ui::PaletteVisit{ranked.hit.kind, ranked.hit.key})
                != m_question.recent.end();
            made.push_back(std::move(ranked));
        }
        return made;
    }

    // A contact opens its customer.
    bool leadToCustomer(const Searched& kind, ui::PaletteHit& hit) const
    {
        if (qstrcmp(kind.kind, "contact") != 0)
            return true;
        const auto contact = storage::findByRid<customers::Contact>(m_connection, hit.key);
        const auto customer = contact
            ? storage::find<customers::Customer>(m_connection, contact->customer)
            : std::nullopt;
        if (!customer)
            return false;
        hit.kind = QStringLiteral("customer");
        hit.key = customer->meta.rid;
        return true;
    }

    static QString joined(
        const storage::ListRow& row, qsizetype from, qsizetype to, const QString& between)
    {
        QStringList parts;
        for (auto i = std::size_t(from); i < std::size_t(to); ++i) {
            const QString part =
                row.titles[i].isEmpty() ? schema::toText(row.values[i]) : row.titles[i];
            if (!part.isEmpty())
                parts += part;
        }
        return parts.join(between);
    }

    const access::Context& m_context;
    storage::Connection& m_connection;
    const ui::PaletteQuestion& m_question;
};

} // namespace

std::vector<ui::PaletteHit> searchRecords(
    const access::Context& context, const ui::PaletteQuestion& question)
{
    using Hits = std::vector<ui::PaletteHit>;
    const auto found = context.database.read([&](storage::Connection& connection) -> Result<Hits> {
        const storage::StopOnCancel stop(connection, question.token);
        const RecordFinder finder(context, connection, question);
        return question.text.isEmpty() ? finder.recent() : finder.best();
    });
    return found ? *found : Hits(); // a failed search finds nothing; a save would name the fault
}

ui::PaletteAnswer answerPalette(const access::Context& context, const ui::PaletteQuestion& question)
{
    const auto missing =
        context.database.read([](storage::Connection& connection) -> Result<qint64> {
            return storage::searchRowsMissing(connection);
        });
    return {searchRecords(context, question), missing.value_or(0) == 0};
}

} // namespace chengdan::app
