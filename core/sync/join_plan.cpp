// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_plan.h"

#include "core/access/settings.h"
#include "core/storage/content_index.h"
#include "core/sync/join_numbers.h"
#include "core/sync/server_rules.h"
#include "core/sync/server_schema.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::Column;
using schema::RecordType;
using schema::Row;
using schema::Value;
using Fate = PlannedRow::Fate;

bool isTable(const RecordType& type, const char* name)
{
    return QLatin1String(type.table) == QLatin1String(name);
}

// Rows of one table by what makes them the same thing to a person.
class KnownRows {
public:
    KnownRows(const RecordType& type, const std::vector<Row>& rows)
        : m_names(sentColumns(type))
        , m_rows(rows)
        , m_keys(keyColumns(type))
    {
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_byId.emplace(rows[i].front(), i);
        if (m_keys.isEmpty()) {
            for (const Column& column : type.columns)
                m_keys += QString::fromLatin1(column.name);
            m_content = true;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (schema::toInteger(cell(rows[i], "deleted")) == 0)
                m_byKey.insert(keyOf(rows[i]), i);
        }
    }

    const Value& cell(const Row& row, const char* column) const
    {
        return row[static_cast<std::size_t>(m_names.indexOf(QLatin1String(column)))];
    }

    const Row* withId(const Value& id) const
    {
        const auto at = m_byId.find(id);
        return at == m_byId.end() ? nullptr : &m_rows[at->second];
    }

    // Two equal rows of the file are two rows there.
    const Row* like(const Row& row)
    {
        const QString key = keyOf(row);
        if (key.isEmpty())
            return nullptr;
        const auto at = m_byKey.find(key);
        if (at == m_byKey.end())
            return nullptr;
        const Row* found = &m_rows[*at];
        if (m_content)
            m_byKey.erase(at);
        return found;
    }

private:
    QString keyOf(const Row& row) const
    {
        QString key;
        for (const QString& name : m_keys) {
            const Value& value = row[static_cast<std::size_t>(m_names.indexOf(name))];
            if (const auto* bytes = std::get_if<QByteArray>(&value))
                key += QString::fromLatin1(bytes->toHex());
            else if (const auto* number = std::get_if<qint64>(&value))
                key += QString::number(*number);
            else
                key += schema::toText(value);
            key += QChar(u'\x1f');
        }
        const bool empty = std::all_of(
            key.begin(), key.end(), [](QChar letter) { return letter == QChar(u'\x1f'); });
        return empty ? QString() : key;
    }

    QStringList m_names;
    const std::vector<Row>& m_rows;
    QStringList m_keys;
    bool m_content = false;
    std::map<Value, std::size_t> m_byId;
    QMultiHash<QString, std::size_t> m_byKey;
};

Error heldBecause(const char* code, const QString& name, const QString& value)
{
    return Error::make(code, {}, {{name, value}});
}

} // namespace

QStringList keyColumns(const RecordType& type)
{
    static const QHash<QString, QStringList> kKeys{
        {QStringLiteral("field_definition"), {QStringLiteral("record"), QStringLiteral("key")}},
        {QStringLiteral("saved_view"), {QStringLiteral("page"), QStringLiteral("name")}},
        {QStringLiteral("item_uom"), {QStringLiteral("item"), QStringLiteral("uom")}},
        {QStringLiteral("bom"),
            {QStringLiteral("item"), QStringLiteral("code"), QStringLiteral("revision")}},
        {QStringLiteral("bom_line"), {QStringLiteral("bom"), QStringLiteral("line_no")}},
        {QStringLiteral("operation"), {QStringLiteral("bom"), QStringLiteral("seq")}},
        {QStringLiteral("work_center_rate"),
            {QStringLiteral("work_center"), QStringLiteral("valid_from")}},
        {QStringLiteral("fx_rate"),
            {QStringLiteral("from_currency"),
                QStringLiteral("to_currency"),
                QStringLiteral("on_date")}},
        {QStringLiteral("price_policy"),
            {QStringLiteral("scope"),
                QStringLiteral("scope_key"),
                QStringLiteral("grade"),
                QStringLiteral("valid_from")}},
        {QStringLiteral("float_authority"),
            {QStringLiteral("grade"), QStringLiteral("level"), QStringLiteral("valid_from")}},
        {QStringLiteral("person_role"),
            {QStringLiteral("person"), QStringLiteral("role"), QStringLiteral("scope")}},
    };
    const auto own = kKeys.constFind(QString::fromLatin1(type.table));
    if (own != kKeys.constEnd())
        return *own;
    if (type.scope == schema::Scope::Root)
        return {}; // a document of the same number is another document
    for (const Column& column : type.columns) {
        if (column.unique)
            return {QString::fromLatin1(column.name)};
    }
    return {};
}

namespace {

class Planning {
public:
    Planning(const schema::RecordTypes& types,
        const OwnFile& mine,
        const TableRows& theirs,
        const Joiner& joiner,
        const PeoplePlan& people)
        : m_types(types)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_joiner(joiner)
        , m_people(people)
        , m_numbers(types, people, joiner.person)
        , m_administers(may("admin"))
    {
        const auto customers = std::find_if(types.begin(), types.end(), [](const RecordType* type) {
            return isTable(*type, "customer");
        });
        m_founds = m_administers && joiner.owners.contains(0)
            && (customers == types.end() || rowsOf(theirs, **customers).empty());
    }

    JoinPlan run()
    {
        for (const RecordType* type : m_types) {
            const std::vector<Row>& rows = rowsOf(m_mine.rows, *type);
            if (rows.empty())
                continue;
            m_names = sentColumns(*type);
            KnownRows known(*type, rowsOf(m_theirs, *type));
            const QHash<QString, Value> names =
                isTable(*type, "customer") ? ownNames(*type) : QHash<QString, Value>();
            for (const Row& row : rows) {
                PlannedRow planned = begun(*type, row);
                if (type->smallId)
                    decideNumbered(planned);
                else
                    decide(planned, row, known, names);
                finish(std::move(planned));
            }
        }
        return std::move(m_plan);
    }

private:
    static const std::vector<Row>& rowsOf(const TableRows& rows, const RecordType& type)
    {
        static const std::vector<Row> kNone;
        const auto at = rows.find(&type);
        return at == rows.end() ? kNone : at->second;
    }

    bool may(const char* right) const { return m_joiner.rights.contains(QLatin1String(right)); }

    Value& cell(Row& row, const char* column) const
    {
        return row[static_cast<std::size_t>(m_names.indexOf(QLatin1String(column)))];
    }

    // The row as it will stand on the server: every small number and every id by description.
    PlannedRow begun(const RecordType& type, const Row& row)
    {
        PlannedRow planned;
        planned.type = &type;
        planned.from = row.front();
        planned.to = row.front();
        planned.row = row;
        if (type.title != nullptr && m_names.contains(QLatin1String(type.title)))
            planned.title = schema::toText(cell(planned.row, type.title));
        m_missing = m_numbers.renumber(type, m_names, planned.row);
        for (const Column& column : type.columns) {
            if (column.references == nullptr || column.type != schema::ColumnType::Id)
                continue;
            Value& reference = cell(planned.row, column.name);
            reference = nowOf(column.references, reference);
        }
        if (type.number == storage::kAttachmentNumber) { // what it hangs on, by its kind
            Value& record = cell(planned.row, "record");
            record =
                nowOf(schema::toText(cell(planned.row, "kind")).toLatin1().constData(), record);
        }
        Value& root = cell(planned.row, "root_id");
        if (isTable(type, "cost_snapshot") && schema::isNull(root))
            root = customerOfSnapshot(cell(planned.row, "hash"));
        root = nowOf("customer", root);
        return planned;
    }

    // A snapshot that was kept without its customer is that of the first quote made from it.
    Value customerOfSnapshot(const Value& hash)
    {
        if (m_snapshots.empty()) {
            for (const auto& [type, rows] : m_mine.rows) {
                if (!isTable(*type, "quote_line_cost"))
                    continue;
                const QStringList names = sentColumns(*type);
                const auto at = [&](const char* name) {
                    return static_cast<std::size_t>(names.indexOf(QLatin1String(name)));
                };
                for (const Row& row : rows)
                    m_snapshots.emplace(row[at("snapshot_hash")], row[at("root_id")]);
            }
        }
        const auto found = m_snapshots.find(hash);
        return found == m_snapshots.end() ? Value() : found->second;
    }

    Value nowOf(const char* table, const Value& id) const
    {
        const auto at = m_now.find({QString::fromLatin1(table), id});
        return at == m_now.end() ? id : at->second;
    }

    // Customers of my own on the server by name, where only one has it.
    QHash<QString, Value> ownNames(const RecordType& type)
    {
        QHash<QString, Value> names;
        QSet<QString> doubled;
        const auto count = [&](const std::vector<Row>& rows, bool mine) {
            QSet<QString> seen;
            for (Row row : rows) {
                const QString key = schema::toText(cell(row, "name_key"));
                if (key.isEmpty() || schema::toInteger(cell(row, "deleted")) != 0
                    || (!mine && schema::toInteger(cell(row, "owner")) != m_joiner.person))
                    continue;
                if (seen.contains(key))
                    doubled.insert(key);
                seen.insert(key);
                if (!mine)
                    names.insert(key, row.front());
            }
        };
        count(rowsOf(m_mine.rows, type), true);
        count(rowsOf(m_theirs, type), false);
        for (const QString& key : doubled)
            names.remove(key);
        return names;
    }

    // People, teams and regions were matched before.
    void decideNumbered(PlannedRow& planned)
    {
        const auto local = static_cast<qint32>(schema::toInteger(planned.from));
        const qint32 there = m_numbers.now(planned.type->table, local);
        planned.to = qint64{there};
        planned.fate = m_numbers.isProvisional(there) ? Fate::Send : Fate::Matched;
        if (there == 0)
            planned.fate = Fate::Local; // its name stays with what names it
        if (isTable(*planned.type, "person")) {
            const PersonMatch* match = m_people.person(local);
            if (match != nullptr && match->fate == PersonMatch::Fate::BecomesMine)
                planned.note = match->name;
        }
    }

    void decide(PlannedRow& planned,
        const Row& original,
        KnownRows& known,
        const QHash<QString, Value>& names)
    {
        const bool gone = schema::toInteger(cell(planned.row, "deleted")) != 0;
        if (const Row* same = known.withId(planned.from)) {
            compare(planned, *same, true);
            return;
        }
        if (isLocal(planned)) {
            planned.fate = Fate::Local;
            return;
        }
        const Row* like = nullptr;
        if (isTable(*planned.type, "customer"))
            like = gone ? nullptr : sameCustomer(planned, known, names);
        else if (!gone && (planned.type->scope != schema::Scope::Root || onKnownRoot(planned)))
            like = known.like(planned.row);
        if (like != nullptr) {
            planned.to = like->front();
            compare(planned, *like, false);
            m_matchedByKey.insert({planned.type, planned.to});
            return;
        }
        if (auto why = whyHeld(planned, original)) {
            planned.fate = Fate::Held;
            planned.why = std::move(why);
            return;
        }
        planned.fate = isTable(*planned.type, "customer") ? Fate::Register : Fate::Send;
        makeFit(planned, original);
    }

    // What says something about one PC or about who works with a file alone.
    bool isLocal(PlannedRow& planned)
    {
        if (isTable(*planned.type, "company_setting")) {
            const QString key = schema::toText(cell(planned.row, "key"));
            return key == access::keyOf(access::SettingKey::OwnerLogin)
                || key == access::keyOf(access::SettingKey::DeviceCode);
        }
        if (!isTable(*planned.type, "person_role"))
            return false;
        // Roles are given by the server's administrator; those of people who are added come along.
        return !m_numbers.isProvisional(
            static_cast<qint32>(schema::toInteger(cell(planned.row, "person"))));
    }

    bool onKnownRoot(PlannedRow& planned) const
    {
        const auto customer = std::find_if(m_types.begin(),
            m_types.end(),
            [](const RecordType* type) { return isTable(*type, "customer"); });
        return customer != m_types.end()
            && m_matchedByKey.contains({*customer, cell(planned.row, "root_id")});
    }

    // One that I see and that is somebody's: the same credit code, or the same name among my own.
    const Row* sameCustomer(
        PlannedRow& planned, const KnownRows& known, const QHash<QString, Value>& names)
    {
        const QString code = schema::toText(cell(planned.row, "credit_code"));
        if (!code.isEmpty()) {
            for (const Row& row : rowsOf(m_theirs, *planned.type)) {
                if (schema::toText(known.cell(row, "credit_code")) == code
                    && schema::toInteger(known.cell(row, "owner")) != 0
                    && schema::toInteger(known.cell(row, "deleted")) == 0)
                    return &row;
            }
        }
        const auto named = names.constFind(schema::toText(cell(planned.row, "name_key")));
        if (named == names.constEnd())
            return nullptr;
        const Row* row = known.withId(*named);
        const QString other = schema::toText(known.cell(*row, "credit_code"));
        return code.isEmpty() || other.isEmpty() || code == other ? row : nullptr;
    }

    // Mine against what stands there. `same`: the row itself, which a server had before.
    void compare(PlannedRow& planned, const Row& there, bool same)
    {
        const auto edits = m_mine.edits.find({planned.type, planned.from});
        const bool followed = same && edits != m_mine.edits.end();
        const WriteRule rule = writeRule(*planned.type);
        for (const Column& column : planned.type->columns) {
            const QString name = QString::fromLatin1(column.name);
            const auto at = static_cast<std::size_t>(m_names.indexOf(name));
            const bool derived = !same
                && (name == QLatin1String("number") || name == QLatin1String("name_key")
                    || name == QLatin1String("mnemonic"));
            if (planned.row[at] == there[at] || rule.byActOnly.contains(name) || derived)
                continue;
            if (!followed || edits->second.columns.contains(name))
                planned.columns += name;
        }
        if (followed) {
            for (const char* meta : {"custom", "deleted"}) {
                const auto at = static_cast<std::size_t>(m_names.indexOf(QLatin1String(meta)));
                if (planned.row[at] != there[at]
                    && edits->second.columns.contains(QLatin1String(meta)))
                    planned.columns += QLatin1String(meta);
            }
        }
        const bool mayWrite =
            (rule.right.isEmpty() || m_joiner.rights.contains(rule.right)) && !rule.grows;
        if (planned.columns.isEmpty() || (same && !followed && isServersOwn(planned)))
            planned.fate = Fate::Matched;
        else if (!mayWrite)
            planned.fate = Fate::Matched; // the columns tell what was different
        else
            planned.fate = followed ? Fate::Edit : Fate::Differs;
        planned.base = followed ? edits->second.base : 0;
    }

    // A row the server had before and nobody changed here since: what differs changed there.
    bool isServersOwn(PlannedRow& planned) const
    {
        return schema::toInteger(cell(planned.row, "rev")) > 0;
    }

    std::optional<Error> whyHeld(PlannedRow& planned, const Row& original)
    {
        const RecordType& type = *planned.type;
        const WriteRule rule = writeRule(type);
        const auto lacking = [](const QString& right) {
            return heldBecause("JOIN_NOT_ALLOWED", QStringLiteral("right"), right);
        };
        if (!rule.right.isEmpty() && !m_joiner.rights.contains(rule.right))
            return lacking(rule.right);
        if (type.scope == schema::Scope::Cost && !may("cost.view"))
            return lacking(QStringLiteral("cost.view"));
        if ((isTable(type, "quote") || isTable(type, "quote_revision")) && !may("quote.approve")) {
            const QString state = schema::toText(cell(planned.row, "state"));
            if (state != QLatin1String("draft") && state != QLatin1String("submitted"))
                return lacking(QStringLiteral("quote.approve"));
        }
        Row first = original;
        if (isTable(type, "audit_entry") && !isMine(cell(first, "person")))
            return Error::make("JOIN_AUDIT_OF_OTHERS");
        if (isTable(type, "saved_view") && !isMine(cell(first, "owner")))
            return Error::make("JOIN_VIEW_OF_OTHERS");
        return heldByOthers(planned);
    }

    std::optional<Error> heldByOthers(PlannedRow& planned)
    {
        for (const Column& column : planned.type->columns) {
            if (column.references == nullptr || column.type != schema::ColumnType::Id)
                continue;
            const auto type = std::find_if(m_types.begin(), m_types.end(), [&](const auto* each) {
                return isTable(*each, column.references);
            });
            const auto key = std::make_pair(*type, cell(planned.row, column.name));
            if (const auto held = m_held.find(key); held != m_held.end())
                return Error::make("JOIN_REFERS_HELD",
                    {},
                    {{QStringLiteral("table"), QString::fromLatin1(column.references)},
                        {QStringLiteral("name"), held->second}});
            if (column.owned && m_matchedByKey.contains(key))
                return Error::make("JOIN_PART_OF_OTHER",
                    {},
                    {{QStringLiteral("table"), QString::fromLatin1(column.references)}});
        }
        return {};
    }

    bool isMine(const Value& localPerson) const
    {
        const auto number = static_cast<qint32>(schema::toInteger(localPerson));
        const PersonMatch* match = m_people.person(number);
        return number == 0 || (match != nullptr && match->fate == PersonMatch::Fate::Myself);
    }

    // A number of its own, an owner who is there, and a note of what was changed for it.
    void makeFit(PlannedRow& planned, const Row& original)
    {
        Row first = original;
        QJsonObject notes;
        const auto note = [&](const char* key, const QString& text) {
            if (!text.isEmpty())
                notes.insert(QLatin1String(key), text);
        };
        if (!isTable(*planned.type, "audit_entry")) {
            note(kJoinedAuthorKey, nameUnless(cell(first, "created_by"), m_administers));
            if (isTable(*planned.type, "customer"))
                note(kJoinedOwnerKey, settleOwner(planned, cell(first, "owner")));
        }
        note(kJoinedNumberKey, giveNumber(planned));
        note(kJoinedPlaceKey, m_missing.join(QStringLiteral(", ")));
        if (notes.isEmpty())
            return;
        planned.note = QStringList(noteTexts(notes)).join(QStringLiteral("; "));
        cell(planned.row, "custom") = withNotes(schema::toText(cell(planned.row, "custom")), notes);
    }

    // The name of a person who will not stand beside the row any more.
    QString nameUnless(const Value& localPerson, bool othersStay) const
    {
        const PersonMatch* match =
            m_people.person(static_cast<qint32>(schema::toInteger(localPerson)));
        if (match == nullptr || match->fate == PersonMatch::Fate::Myself
            || (othersStay && match->fate != PersonMatch::Fate::BecomesMine))
            return {};
        return match->name;
    }

    QString settleOwner(PlannedRow& planned, const Value& localOwner)
    {
        Value& owner = cell(planned.row, "owner");
        const auto number = static_cast<qint32>(schema::toInteger(owner));
        const bool stays =
            m_administers && (m_numbers.isProvisional(number) || m_joiner.owners.contains(number));
        const QString name = nameUnless(localOwner, stays);
        if (!stays) {
            owner = qint64{m_joiner.person};
            Value& status = cell(planned.row, "status");
            if (schema::toText(status) == QLatin1String("pool"))
                status = QStringLiteral("active");
        }
        return name;
    }

    // Numbers made by a file without a server stand in other such files too.
    QString giveNumber(PlannedRow& planned)
    {
        const Column* column = planned.type->column(QStringLiteral("number"));
        if (m_founds || column == nullptr || !column->unique)
            return {};
        Value& number = cell(planned.row, "number");
        const QString before = schema::toText(number);
        const QString mine = QLatin1Char('-') + m_mine.deviceCode + QLatin1Char('-');
        if (m_mine.deviceCode.isEmpty() || !before.contains(mine)
            || m_mine.deviceCode == m_joiner.deviceCode)
            return {};
        QString now = before;
        now.replace(now.indexOf(mine),
            mine.size(),
            QLatin1Char('-') + m_joiner.deviceCode + QLatin1Char('-'));
        number = now;
        planned.renumbered = true;
        return before;
    }

    void finish(PlannedRow planned)
    {
        const QString table = QString::fromLatin1(planned.type->table);
        if (planned.to != planned.from)
            m_now[{table, planned.from}] = planned.to;
        if (planned.fate == Fate::Held)
            m_held[{planned.type, planned.to}] = planned.title;
        m_plan.rows.push_back(std::move(planned));
    }

    const schema::RecordTypes& m_types;
    const OwnFile& m_mine;
    const TableRows& m_theirs;
    const Joiner& m_joiner;
    const PeoplePlan& m_people;
    SmallNumbers m_numbers;
    bool m_administers;
    bool m_founds = false; ///< brings the first customers
    QStringList m_names; ///< of the table at hand
    QStringList m_missing; ///< teams and regions the row at hand named
    std::map<std::pair<QString, Value>, Value> m_now;
    std::map<std::pair<const RecordType*, Value>, QString> m_held; ///< with what they are called
    std::set<std::pair<const RecordType*, Value>> m_matchedByKey;
    std::map<Value, Value> m_snapshots; ///< customers of quotes by the hash of their costs
    JoinPlan m_plan;
};

} // namespace

JoinPlan planJoin(const schema::RecordTypes& types,
    const OwnFile& mine,
    const TableRows& theirs,
    const Joiner& joiner,
    const PeoplePlan& people)
{
    return Planning(types, mine, theirs, joiner, people).run();
}

} // namespace chengdan::sync
