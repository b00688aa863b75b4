// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/team_oracle.h"

#include <algorithm>

namespace chengdan::tests {

namespace {

constexpr int kBoss = 1;

QString groupOf(const QString& column)
{
    static const std::set<QString> kAddress{QStringLiteral("province"),
        QStringLiteral("city"),
        QStringLiteral("address"),
        QStringLiteral("postal_code")};
    return kAddress.contains(column) ? QStringLiteral("address") : column;
}

std::set<QString> wordsOf(const TeamOracle::Values& values)
{
    std::set<QString> words;
    for (const auto& [column, word] : values)
        words.insert(word);
    return words;
}

} // namespace

TeamOracle::TeamOracle(std::vector<int> people)
{
    for (const int person : people)
        m_pcs.emplace_back().person = person;
}

// ---- people ----

void TeamOracle::addCustomer(int index, const QByteArray& id, const Values& values)
{
    Row row;
    row.isCustomer = true;
    row.id = row.root = id;
    row.owner = pc(index).person;
    row.values = values;
    pc(index).unregistered[id] = row;
    pc(index).newCustomers.push_back(id);
}

void TeamOracle::addContact(
    int index, const QByteArray& id, const QByteArray& customer, const Values& values)
{
    Edit edit;
    edit.id = id;
    edit.insert = true;
    edit.made.id = id;
    edit.made.root = customer;
    edit.made.owner = pc(index).person;
    edit.made.values = values;
    edit.values = values;
    edit.action = ++m_actions;
    pc(index).pending.push_back(edit);
}

void TeamOracle::change(int index, const QByteArray& id, const Values& values)
{
    Edit edit;
    edit.id = id;
    edit.values = values;
    edit.action = ++m_actions;
    const auto held = pc(index).held.find(id);
    edit.base = held == pc(index).held.end() ? 1 : held->second.base;
    pc(index).pending.push_back(edit);
}

void TeamOracle::changeTogether(
    int index, const QByteArray& first, const Values& a, const QByteArray& second, const Values& b)
{
    change(index, first, a);
    change(index, second, b);
    std::vector<Edit>& pending = pc(index).pending;
    pending[pending.size() - 2].action = pending.back().action;
}

void TeamOracle::remove(int index, const QByteArray& id)
{
    change(index, id, {});
    pc(index).pending.back().deletes = true;
}

void TeamOracle::askToClaim(int index, const QByteArray& customer)
{
    const bool asked = std::any_of(pc(index).asks.begin(),
        pc(index).asks.end(),
        [&](const Ask& ask) { return !ask.registers && ask.customer == customer; });
    if (!asked)
        pc(index).asks.push_back({customer, false, false, {}, 0});
}

// ---- the server ----

bool TeamOracle::shows(int person, const Stored& row) const
{
    if (person == kBoss || row.owner == person)
        return true;
    if (row.owner == 0 && row.isCustomer)
        return true; // the pool
    const auto granted = m_grants.find(row.root);
    return granted != m_grants.end() && granted->second.contains(person);
}

// A customer of the pool is nobody's to edit, unless it is shown to somebody by name.
bool TeamOracle::mayWrite(int person, const Stored& row) const
{
    const auto granted = m_grants.find(row.root);
    return person == kBoss || row.owner == person
        || (granted != m_grants.end() && granted->second.contains(person));
}

TeamOracle::Row TeamOracle::shownTo(int person, const Stored& row) const
{
    Row shown = row;
    if (row.isCustomer && row.owner == 0 && person != kBoss) {
        shown.values.erase(QStringLiteral("phone"));
        shown.values.erase(QStringLiteral("website"));
    }
    return shown;
}

void TeamOracle::transfer(const QByteArray& customer, int receiver)
{
    for (auto& [id, row] : m_rows) {
        if (row.root != customer || row.owner == receiver)
            continue;
        row.owner = receiver;
        row.changes.push_back({-1, {}});
        log(id);
    }
    m_grants.erase(customer);
}

void TeamOracle::grant(const QByteArray& customer, int person)
{
    m_grants[customer].insert(person);
}

void TeamOracle::revoke(const QByteArray& customer, int person)
{
    m_grants[customer].erase(person);
}

std::vector<QByteArray> TeamOracle::customers() const
{
    std::vector<QByteArray> ids;
    for (const auto& [id, row] : m_rows) {
        if (row.isCustomer)
            ids.push_back(id);
    }
    return ids;
}

void TeamOracle::take(const Values& values)
{
    for (const QString& word : wordsOf(values))
        m_taken.insert(word);
}

// A customer is registered as it stands when that is first asked.
void TeamOracle::fixAsk(int index)
{
    Pc& copy = pc(index);
    Ask& ask = copy.asks.at(copy.askAt); // throws when more is asked than people did
    if (!ask.registers || ask.fixed)
        return;
    ask.fixed = copy.unregistered.at(ask.customer).values;
    for (const Edit& edit : copy.pending) {
        if (edit.id != ask.customer)
            continue;
        ask.upto = edit.action;
        for (const auto& [column, word] : edit.values)
            (*ask.fixed)[column] = word;
    }
}

void TeamOracle::answerAsk(int index)
{
    Pc& copy = pc(index);
    Ask& ask = copy.asks.at(copy.askAt++);
    if (ask.sent)
        return; // the server remembers
    ask.sent = true;
    if (!ask.registers) {
        if (m_rows.at(ask.customer).owner == 0)
            transfer(ask.customer, copy.person);
        return;
    }
    Stored row;
    static_cast<Row&>(row) = copy.unregistered.at(ask.customer);
    row.values = *ask.fixed;
    row.changes.push_back({index, {}});
    take(row.values);
    log(ask.customer);
    m_rows[ask.customer] = row;
}

void TeamOracle::number(Pc& copy)
{
    if (!copy.batch.empty())
        return;
    // An action with a part that hangs on an unregistered customer waits as a whole.
    std::set<std::size_t> waits;
    for (const Edit& edit : copy.pending) {
        const auto held = copy.held.find(edit.id);
        QByteArray root = edit.insert ? edit.made.root : edit.id;
        if (!edit.insert && held != copy.held.end())
            root = held->second.row.root;
        for (const Edit& other : copy.pending) {
            if (!edit.insert && other.insert && other.id == edit.id)
                root = other.made.root;
        }
        if (copy.unregistered.contains(root))
            waits.insert(edit.action);
    }
    std::vector<Edit> waiting;
    for (const Edit& edit : copy.pending)
        (waits.contains(edit.action) ? waiting : copy.batch).push_back(edit);
    copy.pending = waiting;
    copy.applied = false;
}

void TeamOracle::applyBatch(int index)
{
    Pc& copy = pc(index);
    if (copy.applied)
        return;
    copy.applied = true;
    copy.batchTray.clear();
    for (std::size_t from = 0; from < copy.batch.size();) {
        std::size_t to = from + 1;
        while (to < copy.batch.size() && copy.batch[to].action == copy.batch[from].action)
            ++to;
        // one action: whole or not at all
        const auto before = m_rows;
        const auto logged = m_log.size();
        const auto taken = m_taken;
        std::set<QString> aside;
        bool good = true;
        for (std::size_t i = from; i < to; ++i)
            good = applyEdit(index, copy.batch[i], aside) && good;
        if (!good) {
            m_rows = before;
            m_log.resize(logged);
            m_taken = taken;
            aside.clear();
            for (std::size_t i = from; i < to; ++i)
                aside.merge(wordsOf(copy.batch[i].values));
        }
        copy.batchTray.merge(aside);
        from = to;
    }
}

// False: the server refuses it.
bool TeamOracle::applyEdit(int index, const Edit& edit, std::set<QString>& aside)
{
    const int person = pc(index).person;
    if (edit.insert) {
        const auto root = m_rows.find(edit.made.root);
        if (root == m_rows.end() || !mayWrite(person, root->second))
            return false;
        Stored row;
        static_cast<Row&>(row) = edit.made;
        row.owner = root->second.owner;
        row.changes.push_back({index, {}});
        take(row.values);
        m_rows[edit.id] = row;
        log(edit.id);
        return true;
    }
    const auto row = m_rows.find(edit.id);
    if (row == m_rows.end() || !mayWrite(person, row->second))
        return false;
    applyChange(index, row->second, edit, aside);
    return true;
}

void TeamOracle::applyChange(int index, Stored& row, const Edit& edit, std::set<QString>& aside)
{
    std::set<QString> theirs;
    bool others = false;
    for (std::size_t i = edit.base; i < row.changes.size(); ++i) {
        if (row.changes[i].pc == index)
            continue;
        theirs.insert(row.changes[i].groups.begin(), row.changes[i].groups.end());
        others = others || !row.changes[i].groups.empty();
    }
    if ((row.deleted && others && !edit.deletes) || (edit.deletes && others && !row.deleted)) {
        aside.merge(wordsOf(edit.values));
        return;
    }
    Change change{index, {}};
    if (edit.deletes && !row.deleted) {
        row.deleted = true;
        change.groups.insert(QStringLiteral("deleted"));
    }
    std::set<QString> hit;
    for (const auto& [column, word] : edit.values) {
        if (theirs.contains(groupOf(column)) && row.values[column] != word)
            hit.insert(groupOf(column));
    }
    for (const auto& [column, word] : edit.values) {
        if (hit.contains(groupOf(column))) {
            aside.insert(word);
        } else if (row.values[column] != word) {
            row.values[column] = word;
            m_taken.insert(word);
            change.groups.insert(groupOf(column));
        }
    }
    if (change.groups.empty())
        return;
    row.changes.push_back(change);
    log(edit.id);
}

void TeamOracle::settle(Pc& copy)
{
    for (const Edit& edit : copy.batch)
        copy.stale.insert(edit.id);
    copy.tray.merge(copy.batchTray);
    copy.batch.clear();
    copy.applied = false;
}

// ---- the way down ----

void TeamOracle::receive(Pc& copy)
{
    copy.snapshot.clear();
    copy.fetched.clear();
    copy.snapshotAt = m_log.size();
    copy.snapshotStale = copy.stale;
    copy.snapshotGrants.clear();
    for (const auto& [customer, people] : m_grants) {
        if (people.contains(copy.person))
            copy.snapshotGrants.insert(customer);
    }
    std::set<QByteArray> asked(copy.stale);
    asked.insert(m_log.begin() + static_cast<std::ptrdiff_t>(copy.cursor), m_log.end());
    for (const auto& [id, row] : m_rows) {
        if (!shows(copy.person, row))
            continue;
        copy.snapshot[id] = {shownTo(copy.person, row), row.changes.size()};
        const bool gained =
            copy.snapshotGrants.contains(row.root) && !copy.grants.contains(row.root);
        if (asked.contains(id) || gained)
            copy.fetched.insert(id);
    }
}

void TeamOracle::applySlice(Pc& copy, bool customers)
{
    for (const QByteArray& id : copy.fetched) {
        const Held& held = copy.snapshot.at(id);
        if (held.row.isCustomer == customers)
            copy.held[id] = held;
    }
}

void TeamOracle::store(Pc& copy)
{
    for (auto held = copy.held.begin(); held != copy.held.end();) {
        if (copy.snapshot.contains(held->first)) {
            ++held;
            continue;
        }
        for (auto edit = copy.pending.begin(); edit != copy.pending.end();) {
            if (edit->id != held->first) {
                ++edit;
                continue;
            }
            copy.tray.merge(wordsOf(edit->values));
            edit = copy.pending.erase(edit);
        }
        held = copy.held.erase(held);
    }
    for (const QByteArray& id : copy.snapshotStale)
        copy.stale.erase(id);
    copy.cursor = copy.snapshotAt;
    copy.grants = copy.snapshotGrants;
}

void TeamOracle::beginRound(int index)
{
    Pc& copy = pc(index);
    for (const QByteArray& id : copy.newCustomers)
        copy.asks.push_back({id, true, false, {}, 0});
    copy.newCustomers.clear();
}

void TeamOracle::visit(int index, const QByteArray& place, const QByteArray& detail)
{
    Pc& copy = pc(index);
    if (place == "request.before_send") {
        fixAsk(index);
    } else if (place == "request.answered") {
        answerAsk(index);
    } else if (place == "request.kept") {
        const Ask ask = copy.asks.at(--copy.askAt);
        copy.asks.erase(copy.asks.begin() + static_cast<std::ptrdiff_t>(copy.askAt));
        if (ask.registers) {
            copy.held[ask.customer] = {copy.unregistered.at(ask.customer), 1};
            copy.held[ask.customer].row.values = *ask.fixed;
            std::erase_if(copy.pending, [&](const Edit& edit) {
                return edit.id == ask.customer && edit.action <= ask.upto;
            });
            copy.unregistered.erase(ask.customer);
        }
        copy.stale.insert(ask.customer);
    } else if (place == "push.numbered") {
        number(copy);
    } else if (place == "push.sent") {
        applyBatch(index);
    } else if (place == "push.settled") {
        settle(copy);
    } else if (place == "pull.received") {
        receive(copy);
    } else if (place == "pull.applying") {
        if (detail == "customer" || detail == "contact")
            applySlice(copy, detail == "customer");
    } else if (place == "pull.stored") {
        store(copy);
    }
}

void TeamOracle::brokenOff(int index)
{
    pc(index).askAt = 0;
}

// ---- what must be so ----

std::map<QByteArray, TeamOracle::Row> TeamOracle::held(int index) const
{
    const Pc& copy = m_pcs[std::size_t(index)];
    std::map<QByteArray, Row> rows;
    for (const auto& [id, held] : copy.held)
        rows[id] = held.row;
    for (const auto& [id, row] : copy.unregistered)
        rows[id] = row;
    std::vector<Edit> edits = copy.batch;
    edits.insert(edits.end(), copy.pending.begin(), copy.pending.end());
    for (const Edit& edit : edits) {
        if (edit.insert) {
            rows[edit.id] = edit.made;
            continue;
        }
        const auto row = rows.find(edit.id);
        if (row == rows.end())
            continue;
        for (const auto& [column, word] : edit.values)
            row->second.values[column] = word;
        row->second.deleted = row->second.deleted || edit.deletes;
    }
    return rows;
}

std::map<QByteArray, TeamOracle::Row> TeamOracle::server() const
{
    return {m_rows.begin(), m_rows.end()};
}

std::set<QString> TeamOracle::unsent(int index) const
{
    const Pc& copy = m_pcs[std::size_t(index)];
    std::set<QString> words;
    for (const auto& edits : {copy.batch, copy.pending}) {
        for (const Edit& edit : edits)
            words.merge(wordsOf(edit.values));
    }
    return words;
}

} // namespace chengdan::tests
