// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace chengdan::tests {

/// What a server and its copies must come to, worked out from what people did and from the places a
/// round passed, never by reading any database. Every value that is written is a word of its own,
/// so that each can be found again: it ends in exactly one place.
class TeamOracle {
public:
    using Values = std::map<QString, QString>; ///< column → word

    struct Row {
        bool isCustomer = false;
        QByteArray id;
        QByteArray root;
        int owner = 0;
        bool deleted = false;
        Values values;
    };

    /// `people`: who works at each copy.
    explicit TeamOracle(std::vector<int> people);

    // ---- what people do at a copy ----
    void addCustomer(int pc, const QByteArray& id, const Values& values);
    void addContact(int pc, const QByteArray& id, const QByteArray& customer, const Values& values);
    void change(int pc, const QByteArray& id, const Values& values);
    void remove(int pc, const QByteArray& id);
    /// The same words' columns in two rows as one action: both or none.
    void changeTogether(int pc,
        const QByteArray& first,
        const Values& a,
        const QByteArray& second,
        const Values& b);
    void askToClaim(int pc, const QByteArray& customer);
    // ---- what the boss does at the server itself ----
    void transfer(const QByteArray& customer, int receiver);
    void grant(const QByteArray& customer, int person);
    void revoke(const QByteArray& customer, int person);
    // ---- the places a round passes ----
    /// New customers are asked for from here on, behind what was asked before.
    void beginRound(int pc);
    /// `detail`: of rows that were written, their table.
    void visit(int pc, const QByteArray& place, const QByteArray& detail);
    /// The round broke off, or the program was ended: what was not settled comes again.
    void brokenOff(int pc);

    // ---- what must be so ----
    /// Rows this copy holds; own ones that were not sent among them, edits on top.
    std::map<QByteArray, Row> held(int pc) const;
    std::map<QByteArray, Row> server() const;
    /// Words in the tray of a copy.
    std::set<QString> tray(int pc) const { return m_pcs[std::size_t(pc)].tray; }
    std::set<QString> unsent(int pc) const;
    /// Words the server must have taken, each once.
    const std::set<QString>& taken() const { return m_taken; }
    /// Customers that are on the server, and those of the pool.
    std::vector<QByteArray> customers() const;

private:
    struct Change {
        int pc = -1; ///< -1: the server's own
        std::set<QString> groups;
    };
    struct Stored : Row {
        std::vector<Change> changes; ///< its making among them
    };
    struct Edit {
        QByteArray id;
        bool insert = false;
        bool deletes = false;
        Row made; ///< of an insert
        Values values;
        std::size_t base = 0; ///< changes of the row the author had received
        std::size_t action = 0;
    };
    struct Held {
        Row row;
        std::size_t base = 0;
    };
    struct Ask {
        QByteArray customer;
        bool registers = false;
        bool sent = false;
        std::optional<Values> fixed; ///< of a registration: what it was first sent with
        std::size_t upto = 0; ///< the last action in it
    };
    struct Pc {
        int person = 0;
        std::map<QByteArray, Held> held; ///< as received
        std::map<QByteArray, Row> unregistered; ///< customers made here, as made
        std::vector<Edit> pending;
        std::vector<Edit> batch;
        bool applied = false; ///< the server has done the batch
        std::vector<QByteArray> newCustomers;
        std::vector<Ask> asks;
        std::size_t askAt = 0; ///< of this round
        std::set<QString> tray;
        std::set<QString> batchTray; ///< what the answer of the batch says
        std::set<QByteArray> stale;
        std::set<QByteArray> grants; ///< as of the last pull
        std::size_t cursor = 0;
        // of the pull under way
        std::map<QByteArray, Held> snapshot; ///< everything visible
        std::set<QByteArray> fetched;
        std::size_t snapshotAt = 0;
        std::set<QByteArray> snapshotGrants;
        std::set<QByteArray> snapshotStale;
    };

    Pc& pc(int index) { return m_pcs[std::size_t(index)]; }
    bool shows(int person, const Stored& row) const;
    bool mayWrite(int person, const Stored& row) const;
    Row shownTo(int person, const Stored& row) const;
    void log(const QByteArray& id) { m_log.push_back(id); }
    void fixAsk(int index);
    void answerAsk(int index);
    void number(Pc& copy);
    void applyBatch(int index);
    bool applyEdit(int index, const Edit& edit, std::set<QString>& aside);
    void applyChange(int index, Stored& row, const Edit& edit, std::set<QString>& aside);
    void settle(Pc& copy);
    void receive(Pc& copy);
    void applySlice(Pc& copy, bool customers);
    void store(Pc& copy);
    void take(const Values& values);

    std::vector<Pc> m_pcs;
    std::map<QByteArray, Stored> m_rows;
    std::map<QByteArray, std::set<int>> m_grants; ///< customer → people
    std::vector<QByteArray> m_log;
    std::set<QString> m_taken;
    std::size_t m_actions = 0;
};

} // namespace chengdan::tests
